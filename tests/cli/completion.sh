#!/bin/bash
# What bash offers behind the words that stand there.
isnad=${BUILD:-build}/isnad
. completions/isnad
passed=0 failed=0

offers() { # offers WANTED WORD...: the last word is being typed
    local wanted=$1
    shift
    COMP_WORDS=("$isnad" "$@") COMP_CWORD=$# COMPREPLY=()
    _isnad
    if [ "$wanted" = "${COMPREPLY[*]}" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $*: wanted $wanted, found ${COMPREPLY[*]}"
    fi
}

offers "read relations" r
offers "relations" rel
offers "--help --version" --
offers "--number" view --n
offers "--no-progress" read --n
offers "" read --nu
offers "warc" read --from w
offers "--published" explain --p
offers "-d" keep -d
offers "" forget -d ""
offers "events" find -d news.db ev
offers "week" find counts --by w
offers "csv" find counts --as c
offers "geojson gexf" export ge
offers "gexf" export -d news.db gex
offers "--all" export --al
offers "-j" read -j
offers "--help" check-data -
offers "src/record" read --model src/rec
offers "" read data/ex
echo "cli/completion: $passed passed, $failed failed"
[ $failed -eq 0 ]
