#!/bin/sh
# isnad relations over records: edges out; a line that is no record is named with file and line, and the others are taken.
isnad=${BUILD:-build}/isnad
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
. tests/check.sh

cat >"$folder/records.jsonl" <<'END'
{"report":{"id":"sha256:1","name":"one.txt","published":{"date":"2020-01-04"}},"actors":[{"id":"A1","name":"Tolvania","kind":"country","code":"TOL","known":null,"roles":[],"mentions":[{"form":"name"}]},{"id":"A2","name":"Hill Army","kind":"organization","code":"","known":null,"roles":[],"mentions":[{"form":"name"}]}],"times":[{"id":"T1","from":"2020-01-03","to":"2020-01-03"}],"events":[{"id":"E1","type":"ASSAULT","source":["A1"],"target":["A2"],"time":"T1","status":"happened","chain":["Le Jour","a diplomat"]}]}

not a record
{"text":"A report."}
END
"$isnad" relations "$folder/records.jsonl" >"$folder/edges" 2>"$folder/err"
check "some input refused" 1 $?
check "the edge" 1 "$(grep -c '"relation":"against","sign":-1,"from_day":"2020-01-03","to_day":"2020-01-03","happened":1' "$folder/edges")"
check "what it rests on" 1 "$(grep -c '"event":"E1","type":"ASSAULT","status":"happened","from":"2020-01-03","to":"2020-01-03","chain":\["Le Jour","a diplomat"\]' "$folder/edges")"
check "a line that is no JSON is named" 1 "$(grep -c 'records.jsonl:3:.*not JSON' "$folder/err")"
check "a report is no record" 1 "$(grep -c 'records.jsonl:4: a record is wanted' "$folder/err")"
head -n 1 "$folder/records.jsonl" | "$isnad" relations - "$folder/missing" >"$folder/edges" 2>"$folder/err"
check "a missing file" 71 $?
check "standard input is read all the same" 1 "$(wc -l <"$folder/edges" | tr -d ' ')"
check "the missing file is named" 1 "$(grep -c missing "$folder/err")"
"$isnad" relations 2>/dev/null
check "no file is a fault of use" 2 $?
printf '#isnad relations 1\nevent\tASSAULT\tlikes\n' >"$folder/relations.tsv"
"$isnad" relations --data "$folder" "$folder/records.jsonl" 2>"$folder/err" >/dev/null
check "a fault of the table" 1 "$(grep -c 'relations.tsv:2: .*a relation is with' "$folder/err")"
head -n 1 "$folder/records.jsonl" | "$isnad" relations - >/dev/full 2>/dev/null
check "a full disk" 71 $?
echo "cli/relations: $passed passed, $failed failed"
[ $failed -eq 0 ]
