#!/bin/sh
# The words of src/text/words.c and of train/words.py are the same, and so are their abbreviations: the training data is cut
# as the reader cuts. Each case of cases/ and words/ goes through both; the C's text is what Python gets, so that removed
# lines do not matter.
show=${BUILD:-build}/tests/text/test_text
passed=0 failed=0
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

check() {
    if cmp -s "$folder/c" "$folder/python"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1: C (<) and Python (>) differ"
        diff "$folder/c" "$folder/python" | head -n 20
    fi
}

for case in tests/text/cases/*.txt tests/text/words/*.txt; do
    "$show" words "$case" >"$folder/c" || failed=$((failed + 1))
    "$show" text "$case" >"$folder/text"
    python3 train/words.py <"$folder/text" >"$folder/python"
    check "$case"
done

sed -n '/^#/!s/\t.*//p' data/abbreviations.tsv | sort >"$folder/c"
python3 -c 'import sys; sys.path.insert(0, "train"); import words; print("\n".join(words.ABBREVIATIONS))' | sort >"$folder/python"
check data/abbreviations.tsv
echo "words: $passed passed, $failed failed"
[ $failed -eq 0 ]
