"""What test_read printed of an archive of make_warc.py (standard input), held against expected.tsv (first argument): every
page found, with its letters whole, and every damage noted. Prints the harness' last line under the second argument."""

import re
import sys

found, noted, text_of = {}, set(), {}
for block in sys.stdin.read().split("===\n"):
    if match := re.search(r"^Page (\d+)|page number (\d+)\.", block, re.M):
        number = int(match[1] or match[2])
        found[number] = found.get(number, 0) + 1
        text_of[number] = block
        if "note: " in block and "damaged" in block:
            noted.add(number)
passed = failed = 0
for line in open(sys.argv[1], encoding="utf-8"):
    number, damaged, dirt = line.rstrip("\n").split("\t")
    number = int(number)
    text = text_of.get(number, "")
    word = "министр" if dirt == "windows-1251" else "café"
    faults = []
    if found.get(number) != 1:
        faults.append(f"found {found.get(number, 0)} times")
    elif text.count(word) < 3 and damaged == "0":
        faults.append("letters lost")
    elif "Paragraph 2" not in text:
        faults.append("text lost")
    if (number in noted) != (damaged == "1"):
        faults.append("damage not noted" if damaged == "1" else "noted without damage")
    passed, failed = passed + (not faults), failed + bool(faults)
    if faults and failed < 10:
        print(f"page {number} ({dirt}): {', '.join(faults)}")
print(f"{sys.argv[2]}: {passed} passed, {failed} failed")
sys.exit(failed > 0)
