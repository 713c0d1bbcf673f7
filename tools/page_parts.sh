#!/bin/sh
# The page's files (arguments) -> C on standard output with three byte arrays: the shell, the style sheets as one, the
# modules as one. A module is plain JavaScript; its imports stand on one line each and are left out here, "export" too,
# since the modules come one behind the other; page.js, which starts the page, comes last.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for file in "$@"; do
    case $file in
    *.html) cat "$file" >>"$folder/shell" ;;
    *.css) cat "$file" >>"$folder/style" ;;
    */page.js) last=$file ;;
    *.js) sed -e '/^import .* from "\.\/.*";$/d' -e 's/^export //' "$file" >>"$folder/script" ;;
    esac
done
sed -e '/^import .* from "\.\/.*";$/d' "$last" >>"$folder/script"
echo '/* Made by tools/page_parts.sh from page/. */'
echo '#include "record/html.h"'
for part in shell style script; do
    echo "static const unsigned char $part[] = {"
    od -An -v -tu1 "$folder/$part" | sed 's/ *\([0-9][0-9]*\)/\1,/g'
    echo '};'
    echo "const View html_$part = {(const char *)$part, sizeof $part};"
done
