#!/bin/sh
# Standard input: plain text, JSON Lines, and a pipe that stays open between two lines.
show=${BUILD:-build}/tests/read/test_read
passed=0 failed=0

check() { # NAME FOUND EXPECTED
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s: found\n%s\nexpected\n%s\n' "$1" "$2" "$3"
    fi
}

check plain "$(printf 'He said no.' | "$show" -)" "name: standard input
---
He said no.
==="
check lines "$( (printf '{"text": "One'; sleep 0.2; printf '."}\n{"text": 2}\n'; sleep 0.2; printf '{"text": "Two."}') | "$show" -)" \
    "name: standard input:1
---
One.
===
refused: standard input:2: an object with a \"text\" is wanted
===
name: standard input:3
---
Two.
==="
check nothing "$("$show" - </dev/null)" "refused: standard input: empty: no text in it
==="
echo "stdin: $passed passed, $failed failed"
[ $failed -eq 0 ]
