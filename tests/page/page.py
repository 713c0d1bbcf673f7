"""The page in a real browser: page.py [TEST...]. Says "page: N passed, N failed"."""

import sys

import shown
import words
from browser import Browser
from checks import count

TESTS = [test for room in (shown, words) for name, test in vars(room).items() if name.startswith("test_")]


def main():
    asked = sys.argv[1:]
    with Browser() as browser:
        for test in TESTS:
            if not asked or test.__name__ in asked:
                test(browser)
    print(f"page: {count[True]} passed, {count[False]} failed")
    sys.exit(1 if count[False] else 0)


main()
