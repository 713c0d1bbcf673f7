#!/bin/sh
# The command with bad input: a clear message and the exit status of DESIGN.md, and the other reports of the batch are still
# read. With the tiny model of tests/model, whose records mean nothing.
isnad="${BUILD:-build}/isnad"
model=tests/model/tiny
passed=0 failed=0
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

# expect NAME STATUS RECORDS MESSAGE: what the last run gave; MESSAGE is a part of standard error ("" for silence).
expect() {
    records=$(grep -c '^{"version":1,' "$folder/out")
    said=yes
    if [ -n "$4" ]; then
        grep -qF -- "$4" "$folder/err" || said=
    elif [ -s "$folder/err" ]; then
        said=
    fi
    if [ "$status" -eq "$2" ] && [ "$records" -eq "$3" ] && [ -n "$said" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1: exit $status instead of $2, $records records instead of $3, or not \"$4\":"
        head -c 1000 "$folder/err"
    fi
}

run() {
    "$isnad" "$@" >"$folder/out" 2>"$folder/err"
    status=$?
}

read_with() {
    run read --model "$model" "$@"
}

printf 'The minister said "no" in Paris on Monday.\n' >"$folder/good.txt"
: >"$folder/empty.txt"
printf 'The minister\0said no.' >"$folder/binary.txt"
printf 'The \342\200\234minister\342\200\235 said \377 no.' >"$folder/malformed.txt"
printf 'The caf\351 of the minister is open.' >"$folder/latin.txt"
printf '?!\n' >"$folder/no-sentence.txt"
printf 'video\n\n12345678\n' >"$folder/only-residue.txt"
printf '{"text": "The minister said no."}\n{"text": "cut\n\n{"text": "The council voted."}\n' >"$folder/cut.jsonl"
awk 'BEGIN { for (i = 0; i < 300000; i++) printf "The minister said \"no\" to the council of Paris on Monday, they said. " }' >"$folder/line.txt"
awk 'BEGIN { for (i = 0; i < 950000; i++) print "The minister said no to the council." }' >"$folder/longer.txt"
awk 'BEGIN { for (i = 0; i < 4200; i++) print "The minister opened the bridge over the river on Monday.\n" }' >"$folder/words.txt"

read_with "$folder/good.txt"
expect "good report" 0 1 ""
read_with "$folder/empty.txt"
expect "empty file" 1 0 "empty.txt: empty: no text in it"
read_with "$folder/binary.txt"
expect "binary" 1 0 "binary.txt: binary, no text"
read_with "$folder/malformed.txt"
expect "malformed UTF-8" 0 1 "malformed.txt: 1 malformed byte replaced"
read_with "$folder/latin.txt"
expect "Latin-1" 0 1 "latin.txt: read as ISO-8859-1"
read_with "$folder/no-sentence.txt"
expect "no sentence" 0 1 ""
read_with "$folder/only-residue.txt"
expect "only residue" 0 1 ""
read_with "$folder/cut.jsonl"
expect "cut JSON line" 1 2 "cut.jsonl:2:"
read_with "$folder/none.txt"
expect "missing file" 1 0 "none.txt: cannot be opened: No such file or directory"
mkdir "$folder/reports" "$folder/reports/more" && cp "$folder/good.txt" "$folder/reports/.hidden"
read_with "$folder/reports"
expect "an empty folder" 0 0 ""
gzip -c "$folder/good.txt" >"$folder/reports/b.gz" && cp "$folder/cut.jsonl" "$folder/empty.txt" "$folder/reports/more"
read_with "$folder/reports"
expect "a folder" 1 3 "reports/more/empty.txt: empty"
read_with "$folder/line.txt" "$folder/good.txt"
expect "a line of 20 MB" 70 1 "line.txt: out of memory, or a report needs more than isnad allows it"
read_with "$folder/longer.txt" "$folder/good.txt"
expect "over 32 MiB" 1 1 "longer.txt: longer than 32 MiB; split it"
read_with "$folder/words.txt"
expect "50,000 words" 0 1 ""
read_with "$folder/none.txt" "$folder/empty.txt" "$folder/cut.jsonl" "$folder/good.txt"
expect "a batch" 1 3 "empty.txt: empty"
read_with -j 2 "$folder/good.txt" "$folder/empty.txt" "$folder/good.txt"
expect "two threads" 1 2 "empty.txt: empty"
read_with - <"$folder/good.txt"
expect "standard input" 0 1 ""

run read --model "$folder" "$folder/good.txt"
expect "missing weights" 72 0 "weights.safetensors"
run read --model "$model" --data "$folder" "$folder/good.txt"
expect "missing tables" 72 0 "a table of isnad's data folder"
mkdir "$folder/model" && cp "$model"/* "$folder/model" && head -c 10000 "$model/weights.safetensors" >"$folder/model/weights.safetensors"
run read --model "$folder/model" "$folder/good.txt"
expect "cut weights" 72 0 "weights.safetensors"

run
expect "no command" 2 0 "no command given"
run fly
expect "no such command" 2 0 "no such command: fly"
run read --model "$model"
expect "no file" 2 0 "isnad --help"
run read --fly "$folder/good.txt"
expect "no such option" 2 0 "--fly"
run --version
expect "version" 0 0 ""
run --help
expect "help" 0 0 ""
"$isnad" read --model "$model" "$folder/good.txt" >/dev/full 2>"$folder/err"
status=$?
: >"$folder/out"
expect "a full disk" 71 0 "standard output: No space left on device"
echo "bad_input: $passed passed, $failed failed"
[ $failed -eq 0 ]
