#!/bin/sh
# How the store grows: COUNT... in rising order; $RECORDS are records of isnad read, which bench/store_records.py varies.
# For each count: seconds of the processor and by the clock, bytes a report; at $ASK reports (40000 have a million
# events) what questions take.
isnad=${BUILD:-build}/isnad
folder=$(mktemp -d "${TMPDIR:-/tmp}/isnad-bench.XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
for last; do :; done
python3 bench/store_records.py "$RECORDS" "$last" >"$folder/records.jsonl" || exit 1
words=$(head -n 1000 "$folder/records.jsonl" | python3 -c '
import json, sys
counts = [len(json.loads(line)["report"]["text"].split()) for line in sys.stdin]
print(sum(counts) // len(counts))')
for count; do
    rm -f "$folder"/*.db*
    head -n "$count" "$folder/records.jsonl" >"$folder/part.jsonl"
    taken=$( { TIMEFORMAT='%U %S %R'; bash -c "time $isnad keep -d '$folder/a.db' '$folder/part.jsonl' 2>/dev/null"; } 2>&1 |
        sed 's/[a-z]*[[:space:]]*\([0-9]*\)m\([0-9.]*\)s/\1 \2/' | awk 'NF == 2 { seconds[n++] = $1 * 60 + $2 }
            END { printf "%.1f s of the processor, %.1f s by the clock", seconds[1] + seconds[2], seconds[0] }')
    bytes=$(stat -c %s "$folder/a.db")
    echo "$count reports of $words words: $taken, $((bytes / count)) bytes each"
    [ "$count" -ne "${ASK:-40000}" ] || BUILD=${BUILD:-build} python3 bench/store_questions.py "$folder/a.db"
done
