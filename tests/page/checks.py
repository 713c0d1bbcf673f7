"""What the tests of the page have in common: a check, a record made into a page, one report with most of what a record
can hold."""

import atexit
import os
import shutil
import subprocess
import tempfile

from records import Record

ISNAD = os.path.join(os.environ.get("BUILD", "build"), "isnad")
FOLDER = tempfile.mkdtemp()
atexit.register(shutil.rmtree, FOLDER)
count = {True: 0, False: 0}


def check(name, found, wanted=True):
    passed = found == wanted
    count[passed] += 1
    if not passed:
        print(f"failed: {name}\n    wanted: {wanted!r}\n    found:  {found!r}")


def html(record, name="record"):
    source = record.write(os.path.join(FOLDER, name + ".jsonl"))
    target = os.path.join(FOLDER, name + ".html")
    with open(target, "wb") as out:
        subprocess.run([ISNAD, "view", source], stdout=out, check=True)
    return target


def quiet(name, page):
    check(name + ": nothing on the console", page.faults, [])
    check(name + ": nothing is asked for", page.requests, [])


def mill():
    """One report with most of what a record can hold."""
    record = Record(
        'The mill of Ostrava\n\nOn Friday the mayor said that a guard had told her: "Three men burnt the mill, and the'
        ' owner paid them." The owner, in a letter that the Echo carried, denied that he paid anybody.\n\nNobody was'
        " arrested in Ostrava. He is free, she added.",
        title="The mill of Ostrava",
        outlet="The Courier",
        removed=[{"text": "Read also: Bread is dearer", "why": "read also"}],
        published={
            "date": "2021-05-14",
            "from": "inferred",
            "earliest": "2021-05-13",
            "latest": "2021-05-15",
            "because": [{"start": 24, "end": 30}],
        },
    )
    mayor = record.actor("the mayor", "the mayor", "free, |she")
    guard = record.actor("a guard", "a guard", kind="unnamed")
    men = record.actor("three men", "Three men", kind="group")
    owner = record.actor("the owner", "the owner", "The owner", doubt="the mill has two owners")
    town = record.place("Ostrava", "arrested in |Ostrava")
    friday = record.time("Friday", "2021-05-14", "2021-05-14")
    outer = record.statement(
        [mayor], "said", 'a guard had told her: "Three men burnt the mill, and the owner paid them."', manner="mixed"
    )
    inner = record.statement(
        [guard],
        "told",
        '"Three men burnt the mill, and the owner paid them."',
        within=outer,
        named=False,
        described={"role": "guard", "institution": None, "country": None, "plural": False, "reason": "fear"},
    )
    denial = record.statement(
        [owner], "denied", "he paid anybody", commitment="denied", channel="The Echo", manner="indirect"
    )
    record.statement([mayor], "added", "He is free")
    record.event("ASSAULT", "burnt", [men], [], town, friday, counts=[("men", 3, 3, "Three")], said_in=inner)
    record.event("AID", "paid", [owner], [men], said_in=inner, also=["that he |paid"])
    record.event("COERCE", "arrested", status="denied", place=town)
    return record, denial
