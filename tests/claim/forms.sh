#!/bin/sh
# The forms of statements and their near misses, read with the shipped weights. With new weights the marks of the known failures
# change: python3 tests/claim/forms.py build/isnad --mark, then look at the difference.
exec python3 tests/claim/forms.py "${BUILD:-build}/isnad"
