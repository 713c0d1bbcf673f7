#!/bin/sh
# The manual page is well formed and says what --help says; every command and option is in both.
isnad=${BUILD:-build}/isnad
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

check() { # check NAME FILE: passes when the file is empty
    if [ -s "$2" ]; then failed=$((failed + 1)); echo "failed: $1:"; cat "$2"; else passed=$((passed + 1)); fi
}

mandoc -Tlint -Wwarning man/isnad.1 >"$folder/lint" 2>&1
check "the manual is well formed" "$folder/lint"
python3 tests/cli/manual.py man/isnad.1 "$isnad" >"$folder/differ" 2>&1
check "manual and --help agree" "$folder/differ"
sed '/^\.It Fl -number/d; s/^\.Cm check-data/.Cm check/' man/isnad.1 >"$folder/other.1"
[ "$(python3 tests/cli/manual.py "$folder/other.1" "$isnad" | wc -l)" -eq 2 ] || echo "a manual without --number agrees too" >"$folder/miss"
: >>"$folder/miss"
check "a manual that lacks an option does not" "$folder/miss"
echo "cli/manual: $passed passed, $failed failed"
[ $failed -eq 0 ]
