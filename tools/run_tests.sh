#!/bin/sh
# Runs every test program of $BUILD and every tests/ROOM/*.sh from the repository's root, and adds up what they say.
# A test ends with the line "NAME: N passed, N failed"; a script without one counts as one test, by its exit status.
# A program that ends badly (a crash, a sanitizer's finding) counts as failed whatever it printed.
BUILD=${BUILD:-build}
export BUILD
passed=0
failed=0
output=$(mktemp) || exit 1
trap 'rm -f "$output"' EXIT

for test in "$BUILD"/tests/*/test_* tests/*/*.sh; do
    [ -x "$test" ] && [ -f "$test" ] || continue
    case $test in *.o | *.d) continue ;; esac
    case $test in
    "$BUILD"/*) source=${test#"$BUILD"/}.c; [ -f "$source" ] || continue ;;
    esac
    "$test" >"$output" 2>&1
    status=$?
    counts=$(tail -n 1 "$output" | sed -n 's/^.*: \([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p')
    p=${counts% *} f=${counts#* }
    if [ -z "$counts" ]; then
        p=0 f=0
        if [ $status -eq 0 ]; then p=1; else f=1; fi
    elif [ $status -ne 0 ] && [ "$f" -eq 0 ]; then
        f=1
    fi
    if [ "$f" -gt 0 ]; then
        echo "FAILED $test (exit $status)"
        tail -n 60 "$output"
    else
        echo "passed $test ($p)"
    fi
    passed=$((passed + p))
    failed=$((failed + f))
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
