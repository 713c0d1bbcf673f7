#!/bin/sh
# Every format over records.jsonl (make_records.py) against golden/, byte by byte; read back by readers of each format
# (readers.py); refusals, the store, what a user does wrong. "export.sh renew" writes golden/ anew: look at git diff.
isnad=${BUILD:-build}/isnad
records=tests/export/records.jsonl
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
. tests/check.sh

"$isnad" export --list >"$folder/list"
check "formats" 12 "$(wc -l <"$folder/list" | tr -d ' ')"
while IFS="$(printf '\t')" read -r format extension what; do
    file=$format.$extension
    "$isnad" export "$format" $records >"$folder/$file" 2>"$folder/err"
    check "$format" 0 $?
    check "$format says nothing" "" "$(cat "$folder/err")"
    [ "$1" = renew ] && cp "$folder/$file" tests/export/golden/
    check "$format is as it was" "" "$(cmp "$folder/$file" "tests/export/golden/$file" 2>&1)"
    "$isnad" export "$format" - </dev/null >"$folder/empty.$file" 2>&1
    check "$format of nothing" 0 $?
    [ -n "$what" ] || check "$format has a line" "a line" ""
done <"$folder/list"

# Debian's python3 has the readers; another that comes first in the path may not.
python=python3
$python -c 'import networkx, rdflib' 2>/dev/null || python=/usr/bin/python3
"$isnad" export --all gdelt $records >"$folder/all.CSV"
$python tests/export/readers.py "$folder" >"$folder/readers"
check "the readers ran" 0 $?
grep '^failed' "$folder/readers"
passed=$((passed + $(grep -c '^passed' "$folder/readers")))
failed=$((failed + $(grep -c '^failed' "$folder/readers")))

# A refused line spoils nothing of what stands around it.
{ head -n 1 $records; echo 'no record'; echo '{"text":"a report"}'; sed 's/"version": 1/"version": 2/;2q' $records | tail -n 1; tail -n 3 $records; } >"$folder/mixed.jsonl"
for format in gdelt geojson stix gexf; do
    "$isnad" export $format "$folder/mixed.jsonl" >"$folder/mixed" 2>"$folder/err"
    check "$format: some refused" 1 $?
    check "$format: they are named" "2 3 4" "$(sed -n 's/.*mixed.jsonl:\([0-9]*\):.*/\1/p' "$folder/err" | tr '\n' ' ' | sed 's/ $//')"
    check "$format: the rest is whole" "" "$(cmp "$folder/mixed" tests/export/golden/$format.* 2>&1)"
done

# A store gives the same as the records in it (it refuses the second, for the span outside of its text).
sed -n '1p;3p' $records >"$folder/kept.jsonl"
"$isnad" keep -d "$folder/store.db" "$folder/kept.jsonl" >/dev/null 2>"$folder/err"
check "kept" 0 $?
for format in gdelt stix graphml; do
    "$isnad" export $format "$folder/kept.jsonl" >"$folder/files"
    "$isnad" export -d "$folder/store.db" $format >"$folder/stored" 2>"$folder/err"
    check "$format from the store" 0 $?
    check "$format from the store is the same" "" "$(cmp "$folder/files" "$folder/stored" 2>&1)"
done
check "by what is looked for" 1 "$("$isnad" export -d "$folder/store.db" --country SYR --type ASSAULT icews | grep -c artillery)"
check "near miss: nothing of it" 1 "$("$isnad" export -d "$folder/store.db" --country SYR --type AID icews | wc -l | tr -d ' ')"

for wrong in "" "gdelt" "nothing $records" "-d $folder/store.db gdelt $records" "--type AID gdelt $records"; do
    "$isnad" export $wrong >/dev/null 2>"$folder/err"
    check "usage: export $wrong" 2 $?
done
"$isnad" export gdelt "$folder/missing" $records >"$folder/out" 2>"$folder/err"
check "a missing file" 71 $?
check "the other is read all the same" "" "$(cmp "$folder/out" tests/export/golden/gdelt.export.CSV 2>&1)"
"$isnad" export gdelt $records >/dev/full 2>/dev/null
check "a full disk" 71 $?
mkdir "$folder/data" && cp data/*.tsv "$folder/data/" && sed 's/^057.*/057\tSign\t80\t-/' data/cameo.tsv >"$folder/data/cameo.tsv"
"$isnad" export --data "$folder/data" gdelt $records >/dev/null 2>"$folder/err"
check "a fault of a table" 72 $?
check "is named" 1 "$(grep -c 'cameo.tsv:[0-9]*: Goldstein' "$folder/err")"
echo "export/export: $passed passed, $failed failed"
[ $failed -eq 0 ]
