"""What may go wrong with a store: safe.py ISNAD FOLDER KILLS. Killed at random moments, nothing told of is lost and
nothing is there twice; a full disk, a file that may not be written or is none of ours are told in words; many read while
one writes; an older file moves."""
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time

from records import record

isnad, folder, kills = sys.argv[1], sys.argv[2], int(sys.argv[3])
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


def many(count):
    """Records from kept.jsonl, each with a number of its own behind its text."""
    bases = [json.loads(line) for line in open("tests/store/kept.jsonl", encoding="utf-8")]
    for number in range(count):
        base = bases[number % len(bases)]
        yield json.dumps(record({**base, "text": f"{base['text']} {number}", "name": f"{base['name']} {number}"}))


def keep(store, lines, **more):
    return run("keep", "-d", store, "-", input="\n".join(lines), **more)


def names(store):
    return [json.loads(row)["name"] for row in run("find", "-d", store, "reports", "--limit", "0").stdout.splitlines()]


def feed(process, lines, pick):
    """Lines in bursts, as they come from a slow source."""
    try:
        for line in lines:
            process.stdin.write(line + "\n")
            if pick.random() < 0.05:
                process.stdin.flush()
                time.sleep(pick.random() * 0.2)
        process.stdin.close()
    except (BrokenPipeError, ValueError):
        pass


def interrupted(store, lines, signal_number, after, pick, told_path):
    """Keeps the lines and is struck; the names that it told of, its status."""
    with open(told_path, "w+", encoding="utf-8") as told:
        process = subprocess.Popen([isnad, "keep", "-d", store, "--list", "-"], stdin=subprocess.PIPE, stdout=told,
                                   stderr=subprocess.DEVNULL, text=True)
        feeder = threading.Thread(target=feed, args=(process, lines, pick))
        feeder.start()
        time.sleep(after)
        process.send_signal(signal_number)
        status = process.wait()
        feeder.join()
        told.seek(0)
        return told.read().splitlines(), status


def test_kills():
    pick, lines = random.Random(time.time_ns()), list(many(240))
    store, acknowledged, lost, twice, damaged, ended = f"{folder}/killed.db", set(), 0, 0, 0, 0
    for number in range(kills):
        told, status = interrupted(store, lines, signal.SIGKILL, 0.2 + pick.random() * 1.8, pick, f"{folder}/told")
        acknowledged.update(told)
        ended += status == 0
        if os.path.exists(store):
            kept = names(store)
            lost += len(acknowledged - set(kept))
            twice += len(kept) - len(set(kept))
            checked = run("check", "-d", store)
            begun = "nothing was kept in it yet" in checked.stderr and not acknowledged
            damaged += checked.returncode != 0 and not begun
        if len(acknowledged) == len(lines) or number % 8 == 7:
            for end in ("", "-wal", "-shm"):
                if os.path.exists(store + end):
                    os.unlink(store + end)
            acknowledged = set()
    print(f"killed {kills} times, {ended} of them too late")
    check("reports lost", 0, lost)
    check("reports twice", 0, twice)
    check("stores damaged", 0, damaged)
    result = keep(store, lines)
    check("the rest is kept", (0, 240), (result.returncode, len(names(store))))


def test_interrupt():
    pick, store = random.Random(5), f"{folder}/interrupted.db"
    told, status = interrupted(store, list(many(3000)), signal.SIGINT, 1.5, pick, f"{folder}/told")
    check("status of an interrupt", 130, status)
    check("what was told is what is there", sorted(told), sorted(names(store)))
    check("the store is whole", 0, run("check", "-d", store).returncode)


def test_full_disk():
    store, lines = f"{folder}/full.db", list(many(400))

    def little():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))

    result = keep(store, lines, preexec_fn=little)
    check("a full disk: status and words", (71, True), (result.returncode, "the disk is full" in result.stderr or
                                                        "is the disk full?" in result.stderr))
    check("a full disk: the store is whole", 0, run("check", "-d", store).returncode)
    check("a full disk: later the rest", (0, 400), (keep(store, lines).returncode, len(names(store))))
    with open("/dev/full", "w", encoding="utf-8") as full:
        status = subprocess.run([isnad, "find", "-d", store, "events", "--as", "csv"], stdout=full,
                                stderr=subprocess.DEVNULL, check=False).returncode
    check("nowhere to write the answer", 71, status)


def refused(name, path, words):
    before = open(path, "rb").read()
    for arguments in (["keep", "-d", path, "-"], ["find", "-d", path, "events"], ["check", "-d", path],
                      ["forget", "-d", path, "x"]):
        result = run(*arguments, input="")
        check(f"{name}: {arguments[0]}", (71, True, True),
              (result.returncode, words in result.stderr, open(path, "rb").read() == before))


def test_other_files():
    with open(f"{folder}/text", "w", encoding="utf-8") as file:
        file.write("This is a letter, and no store at all.\n" * 40)
    refused("a text", f"{folder}/text", "is not a store of isnad")
    other = sqlite3.connect(f"{folder}/other.db")
    other.execute("CREATE TABLE things(name)")
    other.commit()
    other.close()
    refused("another database", f"{folder}/other.db", "not a store of isnad")
    keep(f"{folder}/newer.db", many(2))
    newer = sqlite3.connect(f"{folder}/newer.db")
    newer.execute("PRAGMA user_version = 99")
    newer.commit()
    newer.close()
    refused("a newer form", f"{folder}/newer.db", "a newer isnad (form 99")
    for arguments in (["find", "-d", f"{folder}/none.db", "events"], ["check", "-d", f"{folder}/none.db"],
                      ["forget", "-d", f"{folder}/none.db", "x"]):
        result = run(*arguments)
        check(f"no file: {arguments[0]}", (71, True, False), (result.returncode, "No such file" in result.stderr,
                                                              os.path.exists(f"{folder}/none.db")))
    check("no folder", 71, keep(f"{folder}/none/of.db", many(1)).returncode)


def test_records():
    """What is no record, or has been changed, is named; the others are kept."""
    first, second, third = many(3)
    changed = second.replace("Tolvania", "Tolvanja", 1)
    outside = third.replace('"end": ', '"end": 99', 1)
    result = keep(f"{folder}/refused.db", [changed, outside, first])
    check("refused: status", 1, result.returncode)
    check("refused: kept", ["first 0"], names(f"{folder}/refused.db"))
    check("refused: the id", True, "its id is not the digest of its text" in result.stderr)
    check("refused: the span", True, "a span lies outside the text" in result.stderr)


def test_read_only():
    store = f"{folder}/readonly/a.db"
    os.mkdir(f"{folder}/readonly")
    keep(store, many(6))
    os.chmod(store, 0o444)
    os.chmod(f"{folder}/readonly", 0o555)
    os.chmod(folder, 0o755)

    def somebody():
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)

    try:
        run("--version", preexec_fn=somebody)
    except PermissionError:
        print("read-only files: not tested, the program lies where nobody else may run it")
        os.chmod(f"{folder}/readonly", 0o755)
        return
    result = keep(store, many(7), preexec_fn=somebody)
    check("read-only: keep", (71, True), (result.returncode, "may not be written" in result.stderr or
                                          "cannot be opened" in result.stderr))
    result = run("find", "-d", store, "reports", preexec_fn=somebody)
    check("read-only: find", (0, 6), (result.returncode, len(result.stdout.splitlines())))
    os.chmod(f"{folder}/readonly", 0o755)


def test_together():
    store, lines = f"{folder}/together.db", list(many(300))
    keep(store, lines[:1])
    writers = [subprocess.Popen([isnad, "keep", "-d", store, "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True) for _ in range(2)]
    feeders = [threading.Thread(target=feed, args=(writer, part, random.Random(number)))
               for number, (writer, part) in enumerate(zip(writers, (lines, list(reversed(lines)))))]
    for feeder in feeders:
        feeder.start()
    counts, statuses = [], set()
    while any(writer.poll() is None for writer in writers):
        result = run("find", "-d", store, "counts", "--by", "type")
        statuses.add(result.returncode)
        counts.append(sum(json.loads(row)["tellings"] for row in result.stdout.splitlines()))
    for feeder in feeders:
        feeder.join()
    check("readers beside writers", {0}, statuses)
    check("what readers see only grows", sorted(counts), counts)
    check("two writers", [0, 0], [writer.returncode for writer in writers])
    check("each report once", (300, 300), (len(names(store)), len(set(names(store)))))
    check("the store is whole", 0, run("check", "-d", store).returncode)
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    result = keep(store, many(301))
    check("a writer that does not end", (71, True), (result.returncode, "another process writes" in result.stderr))
    check("readers beside it", 0, run("find", "-d", store, "events").returncode)
    other.execute("ROLLBACK")
    other.close()
    check("and then", (0, 301), (keep(store, many(301)).returncode, len(names(store))))


def test_older():
    """form_1.sql: the tables of the first form."""
    keep(f"{folder}/present.db", many(12))
    old = sqlite3.connect(f"{folder}/older.db")
    old.executescript(open("tests/store/form_1.sql", encoding="utf-8").read())
    old.execute("ATTACH ? AS present", (f"{folder}/present.db",))
    old.execute("INSERT INTO reports SELECT id, hash, name, title, outlet, url, author, language, published, 1600000000 "
                "FROM present.reports")
    old.execute("INSERT INTO records SELECT * FROM present.records")
    old.execute(f"PRAGMA application_id = {0x69736E64}")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    result = run("find", "-d", f"{folder}/older.db", "events")
    check("an older form is not read", (71, True), (result.returncode, "is of an older form" in result.stderr))
    result = keep(f"{folder}/older.db", list(many(12))[:1])
    check("it moves", (0, "isnad: 0 reports kept, 1 there before\n"), (result.returncode, result.stderr))
    check("it is whole", 0, run("check", "-d", f"{folder}/older.db").returncode)
    answers = [run("find", "-d", f"{folder}/{name}.db", "events", "--limit", "0").stdout for name in ("present", "older")]
    check("it says what a new one says", True, answers[0] == answers[1])
    kept = json.loads(run("find", "-d", f"{folder}/older.db", "reports", "--limit", "1").stdout)["kept"]
    check("when it was kept stays", "2020-09-13", kept)


def test_damage():
    """A fault is found: in a letter, in a count, in a record."""
    for name, change, words in [
            ("letters", "UPDATE events SET trigger = 'hugged' WHERE id = 1", "has other letters than its text"),
            ("an event", "DELETE FROM events WHERE id = 2", "the record has 2 events, the tables 1"),
            ("a record", "UPDATE records SET json = x'00' WHERE report = 1", "its record is damaged"),
            ("a mix-up", "UPDATE records SET json = (SELECT json FROM records WHERE report = 2) WHERE report = 1",
             "has the record of another report"),
            ("a count", "UPDATE shared SET reports = 7", "counted wrong"),
            ("a count of tellers", "UPDATE shared SET tellers = 7", "tellers of shared events counted wrong"),
            ("a count of names", "UPDATE name_reports SET reports = 0", "names that no report has"),
            ("a count of actors", "DELETE FROM actor_reports", "actors that no report has"),
            ("a column of events", "UPDATE columns SET numbers = zeroblob(3840) WHERE id >> 32 = 3",
             "the columns of events 0 to 959 are not what the table has"),
            ("a column of statements", "DELETE FROM columns WHERE id >> 32 = 12",
             "the columns of statements 0 to 959 are not what the table has"),
            ("a report", "DELETE FROM records WHERE report = 1", "reports without a record")]:
        store = f"{folder}/damaged.db"
        if os.path.exists(store):
            os.unlink(store)
        keep(store, open_lines())
        database = sqlite3.connect(store)
        database.execute(change)
        database.commit()
        database.close()
        result = run("check", "-d", store)
        check(f"damage: {name}", (72, True), (result.returncode, words in result.stdout))
    with open(store, "r+b") as file:
        file.seek(4096 * 20)
        file.write(os.urandom(4096 * 6))
    check("damage: pages", 72, run("check", "-d", store).returncode)


def test_relayed():
    """Two outlets that print one agency's report are one teller; "our writer and agencies" is the outlet's own word."""
    given = json.loads(next(open("tests/store/kept.jsonl", encoding="utf-8")))
    given["events"][0]["accounts"] = given["events"][0]["accounts"][:1]  # without the denial
    for name, how, tellers in (("a credit", "credit", 1), ("a feed's source", "feed", 1), ("agencies", "agencies", 2), ("none", None, 2)):
        store = f"{folder}/relayed.db"
        if os.path.exists(store):
            os.unlink(store)
        lines = []
        for outlet in ("Morning Post", "Evening Post"):
            one = record(dict(given, outlet=outlet, text=f"{given['text']} ({outlet}/HNA)"))
            at = one["report"]["text"].index("HNA")
            one["report"]["sources"] = [{"name": "HNA", "how": how, "start": at, "end": at + 3}] if how else []
            lines.append(json.dumps(one))
        keep(store, lines)
        shelled = json.loads(run("find", "-d", store, "events", "--type", "ASSAULT", "--limit", "1").stdout)
        check(f"tellers: {name}", tellers, len(shelled["tellers"]))
        found = len(run("find", "-d", store, "events", "--type", "ASSAULT", "--tellers", "2").stdout.splitlines())
        check(f"told by two: {name}", int(tellers > 1), found)


def open_lines():
    return [json.dumps(record(json.loads(line))) for line in open("tests/store/kept.jsonl", encoding="utf-8")]


if shutil.which(isnad) is None:
    sys.exit(f"{isnad} is not there")
for test in ([test_kills] if "--kills-only" in sys.argv else
             [test_other_files, test_records, test_full_disk, test_read_only, test_interrupt, test_together, test_older,
              test_damage, test_relayed, test_kills]):
    test()
print(f"store/safe: {passed} passed, {failed} failed")
sys.exit(failed > 0)
