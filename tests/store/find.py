"""find.txt against the store: find.py ISNAD FOLDER. Each question must find what stands below it and nothing else."""
import csv
import io
import json
import shlex
import subprocess
import sys

from records import lines, record

isnad, folder = sys.argv[1:]
passed = failed = 0


def check(name, wanted, found):
    global passed, failed
    if wanted == found:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name}\n    wanted: {wanted}\n    found:  {found}")


def run(*arguments, **more):
    return subprocess.run([isnad, *arguments], capture_output=True, text=True, **more)


def name(what, row):
    if what == "events":
        return f"{row['tellings'][0]['name']}:{row['tellings'][0]['event']}"
    if what == "statements":
        return f"{row['name']}:{row['statement']}"
    if what == "counts":
        return " ".join(str(value) for value in row.values())
    return row["name"]


store = f"{folder}/find.db"
records = lines("tests/store/kept.jsonl")
kept = run("keep", "-d", store, "-", input="\n".join(records))
check("keep", (0, "isnad: 6 reports kept, 0 there before\n"), (kept.returncode, kept.stderr))
again = run("keep", "-d", store, "-", input="\n".join(records))
check("keep again", (0, "isnad: 0 reports kept, 6 there before\n"), (again.returncode, again.stderr))
checked = run("check", "-d", store)
check("check", (0, "", "isnad: 6 reports looked at, 0 faults\n"), (checked.returncode, checked.stdout, checked.stderr))

question = None
for line in open("tests/store/find.txt", encoding="utf-8"):
    line = line.strip()
    if not line or line.startswith("#"):
        continue
    if question is None:
        question = line
        continue
    arguments = shlex.split(question)
    answer = run("find", "-d", store, *arguments, "--as", "jsonl")
    found = [name(arguments[0], json.loads(row)) for row in answer.stdout.splitlines()]
    ordered = arguments[0] == "counts"
    words = line.split("|") if "|" in line or arguments[0] in ("counts", "actors") else line.split()
    wanted = [] if line == "none" else words
    check(question, (0, wanted if ordered else sorted(wanted)), (answer.returncode, found if ordered else sorted(found)))
    question = None

# The forms say the same.
table = run("find", "-d", store, "events", "--as", "table", "--type", "ASSAULT")
check("a table has a head and a line each", 3, len(table.stdout.splitlines()))
rows = list(csv.DictReader(io.StringIO(run("find", "-d", store, "events", "--as", "csv", "--tellers", "3").stdout)))
check("tellers of an event told twice", "Marta Velde; Morning Post; Tolvanian army", rows[0]["tellers"])
check("reports of it", "2", rows[0]["reports"])
event = json.loads(run("find", "-d", store, "events", "--tellers", "3").stdout)
check("its tellings", [("first", "shelled", "happened", []), ("second", "bombed", "happened", ["Tolvanian army"])],
      [(t["name"], t["trigger"]["text"], t["status"], t["chain"]) for t in event["tellings"]])
chain = json.loads(run("find", "-d", store, "events", "--chain", "3").stdout)["tellings"][0]["chain"]
check("a chain", ["Morning Post", "a resident of Aleppo", "Jamal Odeh"], chain)
limited = run("find", "-d", store, "events", "--limit", "2")
check("a limit", (2, "isnad: these are the first 2; --limit 0 shows all\n"),
      (len(limited.stdout.splitlines()), limited.stderr))
days = [json.loads(row)["from"] for row in run("find", "-d", store, "events").stdout.splitlines()]
check("the latest first, the undated last", sorted(days, key=lambda day: day or "", reverse=True), days)

# Faults of use.
for arguments, words in [(["events", "--text", '"'], "is not understood"), (["statements", "--place", "Aleppo"], "have a speaker"),
                         (["things"], "find takes"), (["events", "--near", "1,2"], "--near takes"),
                         (["events", "--near", "5"], "--near takes LAT,LON,KM"), (["events", "--since", "May"], "takes a day"),
                         (["events", "--chain", "3-1"], "--chain takes"), (["events", "--by", "week"], "--by type"),
                         (["events", "--commitment", "said"], "is for statements"), (["events", "--as", "xml"], "--as takes")]:
    answer = run("find", "-d", store, *arguments)
    check(" ".join(arguments), (2, True), (answer.returncode, words in answer.stderr))

# Forgetting, and keeping again, leave what was there before.
def everything():
    return run("find", "-d", store, "events", "--limit", "0").stdout, run("find", "-d", store, "actors", "--limit", "0").stdout


before = everything()
check("forget by name", 0, run("forget", "-d", store, "second").returncode)
check("an event told once is no longer shared", "", run("find", "-d", store, "events", "--tellers", "3").stdout)
check("who was in that report only is gone", "", run("find", "-d", store, "actors", "--actor", "Tolvanian army").stdout)
check("check after forget", 0, run("check", "-d", store).returncode)
digits = json.loads(records[5])["report"]["id"][7:15]
check("forget by id", 0, run("forget", "-d", store, digits).returncode)
check("forget what is not there", 1, run("forget", "-d", store, digits).returncode)
check("check again", 0, run("check", "-d", store).returncode)
run("keep", "-d", store, "-", input="\n".join(records))
check("all is found again", [sorted(part.splitlines(), key=len) for part in before] and sorted(map(len, before)),
      sorted(map(len, everything())))


# Told again and again, by old tellers and new ones, twice in a report, and taken back: the counts stay those of the tellings that are there.
def retelling(number, outlet, times):
    base = json.loads(next(open("tests/store/kept.jsonl", encoding="utf-8")))
    return json.dumps(record({**base, "name": f"telling {number}", "outlet": outlet, "text": f"{base['text']} {number}", "statements": [],
                              "events": [{**base["events"][0], "accounts": base["events"][0]["accounts"][:1]}] * times}))


def counted(told):
    """What the store says of the event, and what the tellings say: by how many tellers it is found at most, in how many reports."""
    tellers = len({outlet or f"report {number}" for number, outlet, _ in told})
    answers = [run("find", "-d", retold, "events", "--tellers", str(least)).stdout for least in range(2, 9)]
    rows = [json.loads(answer)["reports"] for answer in answers if answer]
    shared = len(told) > 1
    check(f"retold: {told}", [len(told)] * max(0, tellers - 1) if shared else [], rows)
    check(f"retold, whole: {told}", 0, run("check", "-d", retold).returncode)


retold = f"{folder}/retold.db"
tellings = [(1, "Morning Post", 2), (2, "Morning Post", 1), (3, "Le Jour", 1), (4, None, 1), (5, "Le Jour", 2), (6, None, 2), (7, "The Hour", 1)]
for count in range(1, len(tellings) + 1):
    run("keep", "-d", retold, "-", input=retelling(*tellings[count - 1]))
    counted(tellings[:count])
for number in (4, 1, 7, 3, 6, 5):
    run("forget", "-d", retold, f"telling {number}")
    tellings = [telling for telling in tellings if telling[0] != number]
    counted(tellings)

print(f"store/find: {passed} passed, {failed} failed")
sys.exit(failed > 0)
