#!/bin/sh
# The store's tables (argument: schema.sql) -> C on standard output with the file as bytes.
set -e
echo '/* Made by tools/sql_parts.sh from src/store/schema.sql. */'
echo '#include "store/inside.h"'
echo 'static const unsigned char schema[] = {'
od -An -v -tu1 "$1" | sed 's/ *\([0-9][0-9]*\)/\1,/g'
echo '0};'
echo 'const View store_schema = {(const char *)schema, sizeof schema - 1};'
