#!/bin/sh
# isnad view as a command: a report or a record in, one page out that carries all it needs; bad input is named.
isnad=${BUILD:-build}/isnad
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
. tests/check.sh

"$isnad" read --published 2018-09-21 data/example.txt >"$folder/one.jsonl"
"$isnad" view --published 2018-09-21 data/example.txt >"$folder/report.html"
check "a report" 0 $?
"$isnad" view --model "$folder" --data "$folder" "$folder/one.jsonl" >"$folder/record.html"
check "its record, without model and tables" 0 $?
cmp -s "$folder/report.html" "$folder/record.html"
check "both give the same page" 0 $?
"$isnad" view - <data/example.txt | grep '<title>Le Monde: The truce' >/dev/null
check "standard input; the title" 0 $?
python3 - "$folder/report.html" "$folder/one.jsonl" <<'E2'
import base64, hashlib, html.parser, json, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
for kind, part in ("style-src", r"<style>(.*?)</style>"), ("script-src", r'<script type="module">(.*?)</script>'):
    digest = base64.b64encode(hashlib.sha256(re.search(part, page, re.S)[1].encode()).digest()).decode()
    assert f"{kind} 'sha256-{digest}'" in page, kind
assert "default-src 'none'" in page and not re.search(r"""(src|href)=["']?(https?:)?//|@import|url\(""", page)
data = re.search(r'<script type="application/json" id="record">(.*?)</script>', page, re.S)[1]
assert "<" not in data and json.loads(data) == json.load(open(sys.argv[2], encoding="utf-8"))
E2
check "the policy allows this style and this script; the record is in it; no address" 0 $?

"$isnad" view --published 2018-09-22 "$folder/one.jsonl" | grep '"date":"2018-09-22","from":"given"' >/dev/null
check "a record whose day is given is read again" 0 $?

cat "$folder/one.jsonl" "$folder/one.jsonl" >"$folder/two.jsonl"
"$isnad" view "$folder/two.jsonl" 2>"$folder/err" | cmp -s - "$folder/record.html"
check "of several the first" 0 $?
check "which is said" 1 "$(grep -c -- --number "$folder/err")"
"$isnad" view --number 2 "$folder/two.jsonl" 2>"$folder/err" | cmp -s - "$folder/record.html"
check "--number" 0 $?
check "no word about it" 0 "$(wc -c <"$folder/err" | tr -d ' ')"
"$isnad" view --number 3 "$folder/two.jsonl" >"$folder/out" 2>"$folder/err"
check "there is no third" 1 $?
check "nothing is written" 0 "$(wc -c <"$folder/out" | tr -d ' ')"
printf '{"text": "The minister said that the army killed 12 rebels."}\n' | "$isnad" view - | grep 'killed 12 rebels' >/dev/null
check "a report in JSON" 0 $?
"$isnad" read "$folder/one.jsonl" | cut -c 1-200 >"$folder/again"
cut -c 1-200 "$folder/one.jsonl" | cmp -s - "$folder/again"
check "a record is read again" 0 $?

printf 'The mayor of Caf\351 said: "We heard it."\n' | "$isnad" view - >"$folder/latin.html" 2>"$folder/err"
check "what was done to the bytes is said" 1 "$(grep -c 8859-1 "$folder/err")"

sed 's/"version":1/"version":7/' "$folder/one.jsonl" | "$isnad" view - >/dev/null 2>"$folder/err"
check "a record of another version" 1 $?
check "which is said" 1 "$(grep -c version "$folder/err")"
"$isnad" view "$folder/missing" >/dev/null 2>&1
check "no such file" 1 $?
: | "$isnad" view - >/dev/null 2>&1
check "an empty report" 1 $?
"$isnad" view >/dev/null 2>&1
check "no file" 2 $?
"$isnad" view a b >/dev/null 2>&1
check "two files" 2 $?
"$isnad" view -j 2 a >/dev/null 2>&1
check "an option of another command" 2 $?
"$isnad" view --number 0 a >/dev/null 2>&1
check "there is no number 0" 2 $?
"$isnad" view "$folder/one.jsonl" >/dev/full 2>/dev/null
check "a full disk" 71 $?
echo "page/view: $passed passed, $failed failed"
[ $failed -eq 0 ]
