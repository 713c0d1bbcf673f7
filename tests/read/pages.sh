#!/bin/sh
# Pages in the layouts of content systems (tests/read/pages), read and scored against the wanted text and facts.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
python3 tests/read/pages/pages.py make "$folder" || exit 1
"${BUILD:-build}/tests/read/test_html" "$folder"/*.html >"$folder/results.jsonl" || exit 1
python3 tests/read/pages/pages.py score "$folder" "$folder/results.jsonl"
