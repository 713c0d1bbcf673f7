#!/usr/bin/env python3
"""No function over 80 lines, no file over 600, no line over 120 columns, in every C file and every file of the page."""
import glob
import re
import sys

MAX_FUNCTION, MAX_FILE, MAX_LINE = 80, 600, 120


def faults(path, lines):
    if len(lines) > MAX_FILE:
        yield f"{path}: {len(lines)} lines; a file of more than {MAX_FILE} is two things"
    start = None
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            yield f"{path}:{number}: {len(line)} columns; at most {MAX_LINE}"
        # clang-format puts a function's first line and its closing brace, and nothing else that ends in ") {", at column 0.
        if start is None and re.match(r"(?!class )[A-Za-z_].*\)( __attribute__.*)? \{$", line):
            start = number
        elif start is None and re.match(r"[A-Za-z_].*[,(]$", line):
            start = -number  # a signature over several lines; a declaration ends in ";"
        elif start is not None and start < 0:
            if line.endswith(";") or line.startswith("}"):
                start = None
            elif line.endswith("{"):
                start = -start
        elif start is not None and line.startswith("}"):
            if number - start + 1 > MAX_FUNCTION:
                yield f"{path}:{start}: a function of {number - start + 1} lines; at most {MAX_FUNCTION}"
            start = None


def main():
    found = 0
    for path in sorted(glob.glob("src/**/*.[ch]", recursive=True) + glob.glob("include/*.h") +
                       glob.glob("tests/**/*.[ch]", recursive=True) + glob.glob("bench/*.[ch]") + glob.glob("page/*.js") + glob.glob("page/*.css")):
        with open(path, encoding="utf-8") as source:
            for fault in faults(path, source.read().split("\n")):
                print(fault)
                found += 1
    sys.exit(1 if found else 0)


main()
