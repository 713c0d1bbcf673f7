#!/bin/sh
# Records kept, and found by every filter: tests/store/find.txt.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
PYTHONPATH=tests/store python3 tests/store/find.py "${BUILD:-build}/isnad" "$folder"
