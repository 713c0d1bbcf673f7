#!/bin/sh
# A web archive of 5,000 pages with the known dirt, plain and packed: every page is found and every damage noted.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
python3 tests/read/make_warc.py "$folder" 5000 || exit 1
for file in dirty.warc dirty.warc.gz; do
    "${BUILD:-build}/tests/read/test_read" "$folder/$file" >"$folder/out"
    python3 tests/read/check_warc.py "$folder/expected.tsv" "$file" <"$folder/out" >>"$folder/counts"
done
grep -v passed "$folder/counts"
awk '/passed/ { passed += $2; failed += $4 } END { print "read/warc: " passed " passed, " failed + 0 " failed"; exit failed > 0 }' "$folder/counts"
