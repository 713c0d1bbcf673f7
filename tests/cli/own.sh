#!/bin/sh
# A user's own tables through the whole command: their codes stand in the record, faults have file and line.
isnad=${BUILD:-build}/isnad
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
own=tests/identity/own
. tests/check.sh

read_with() { # read_with OPTION...: the codes of actors and events, a line each
    "$isnad" read --json "$@" "$folder/report.txt" 2>"$folder/err" >"$folder/out"
    status=$?
    grep -o '"code":"[^"]*"\|"mode":"[^"]*"\|"cameo":"[^"]*"' "$folder/out" | tr -d '"' >"$folder/codes"
}

has() { grep -cx "$1" "$folder/codes"; }

printf 'The Tolvanian Guard attacked the village with a knife on Monday.\n' >"$folder/report.txt"
read_with
check "ours" 0 "$(has code:TOLMIL)"
read_with --actors "$own/actors.txt"
check "the dictionary's code" 1 "$(has code:TOLMIL)"
check "what was passed over is named" 1 "$(grep -c 'actors.txt:15: no days' "$folder/err")"
read_with --actors "$own/rows.tsv"
check "the row's code" 1 "$(has code:TOLMIL)"
read_with --verbs "$own/verbs.txt"
check "the longest pattern's code" 1 "$(has cameo:1951)"
printf 'The Tolvanian Guard attacked the village on Monday.\n' >"$folder/report.txt"
read_with --verbs "$own/verbs.txt"
check "the shorter pattern's code" 1 "$(has cameo:194)"
printf 'The Tolvanian Guard attacked the town on Monday.\n' >"$folder/report.txt"
read_with --verbs "$own/verbs.txt"
check "the verb's own code" 1 "$(has cameo:190)"
{
    echo "#isnad types 1"
    sed -n '/^\*/s/ASSAULT\t-\t190/ASSAULT\tBattles\tArmed clash/; /^\*/p' data/types.tsv
} >"$folder/types.tsv"
read_with --types "$folder/types.tsv"
check "another ontology's mode" 1 "$(has mode:Battles)"
check "another ontology's code" 1 "$(has 'cameo:Armed clash')"
for option in --actors --verbs --types; do
    read_with "$option" "$folder/nowhere"
    check "$option: a missing file" 70 "$((status >= 70 ? 70 : status))"
    check "$option: a missing file is named" 1 "$(grep -c "$folder/nowhere: cannot be opened" "$folder/err")"
    printf 'TOLVANIA_ [TOL\n' >"$folder/bad"
    read_with "$option" "$folder/bad"
    check "$option: a faulty file" 1 "$(grep -c "$folder/bad:1: " "$folder/err")"
done
echo "cli/own: $passed passed, $failed failed"
[ $failed -eq 0 ]
