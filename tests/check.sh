# Sourced by scripts that compare words, from the repository's root: counts in passed and failed.
passed=0 failed=0

check() { # check NAME EXPECTED FOUND
    if [ "$2" = "$3" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $1: wanted $2, found $3"; fi
}
