#!/bin/sh
# The whole command: records are JSON with RECORD.md's keys, every span re-reads to letters, threads do not change the output,
# and bad input gets its message and exit code while the rest of the batch is read.
isnad=${BUILD:-build}/isnad
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
. tests/check.sh

"$isnad" read data/example.txt >"$folder/one.jsonl" 2>"$folder/err"
check "exit status" 0 $?
python3 tests/cli/record.py "$folder/one.jsonl"
check "the record" 0 $?

cp data/example.txt "$folder/a.txt"
printf 'The minister said that the army killed 12 rebels in Baghdad on 3 January 2020.\n' >"$folder/b.txt"
: >"$folder/empty.txt"
printf 'PK\000\001\002\000\000' >"$folder/binary.txt"
"$isnad" read "$folder/a.txt" "$folder/empty.txt" "$folder/b.txt" "$folder/binary.txt" "$folder/missing.txt" >"$folder/batch.jsonl" 2>"$folder/err"
check "some input refused" 1 $(($? == 1 || $? == 71 ? 1 : 0))
check "the others are read" 2 "$(wc -l <"$folder/batch.jsonl" | tr -d ' ')"
check "the empty file is named" 1 "$(grep -c empty.txt "$folder/err")"
check "the binary file is named" 1 "$(grep -c binary.txt "$folder/err")"
check "the missing file is named" 1 "$(grep -c missing.txt "$folder/err")"

"$isnad" read "$folder/a.txt" "$folder/b.txt" "$folder/a.txt" >"$folder/j1.jsonl"
"$isnad" read -j 2 "$folder/a.txt" "$folder/b.txt" "$folder/a.txt" >"$folder/j2.jsonl"
cmp -s "$folder/j1.jsonl" "$folder/j2.jsonl"
check "two threads write the same" 0 $?

"$isnad" read - <"$folder/b.txt" | grep -q '"type":"ASSAULT"'
check "standard input; an event is found" 0 $?
"$isnad" read --published 2020-01-25 "$folder/b.txt" | grep -q '"date":"2020-01-25","from":"given"'
check "--published" 0 $?
"$isnad" read --published tomorrow "$folder/b.txt" >/dev/null 2>"$folder/err"
check "a malformed day is a fault of use" 2 $?
"$isnad" read >/dev/null 2>"$folder/err"
check "no file is a fault of use" 2 $?
"$isnad" read --model "$folder" "$folder/b.txt" >/dev/null 2>"$folder/err"
check "no weights" 1 $(($? >= 70 ? 1 : 0))
"$isnad" read --data "$folder" "$folder/b.txt" >/dev/null 2>"$folder/err"
check "no tables" 1 $(($? >= 70 ? 1 : 0))
"$isnad" read "$folder/b.txt" >/dev/full 2>"$folder/err"
check "a full disk" 71 $?
"$isnad" explain "$folder/b.txt" | grep -q '^# events'
check "explain" 0 $?
"$isnad" check-data >/dev/null
check "check-data" 0 $?
echo "cli/read: $passed passed, $failed failed"
[ $failed -eq 0 ]
