#!/bin/sh
# The line that says how far reading is: on a terminal only, and not when it is forbidden.
exec python3 tests/cli/progress.py "${BUILD:-build}/isnad"
