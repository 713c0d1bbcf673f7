"""Runs isnad read (first argument: the command) with standard error as a terminal and as none, and looks for the line of
progress. With the tiny model of tests/model, whose records mean nothing."""

import os
import pty
import subprocess
import sys
import tempfile

ISNAD = sys.argv[1]
passed = failed = 0


def check(name, wanted):
    global passed, failed
    passed, failed = passed + bool(wanted), failed + (not wanted)
    if not wanted:
        print(f"failed: {name}")


def run(terminal, *arguments, given=None):
    """What the command wrote to standard error."""
    command = [ISNAD, "read", "--model", "tests/model/tiny", *arguments]
    if not terminal:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=given).stderr.decode()
    main, other = pty.openpty()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=other, stdin=given)
    os.close(other)
    seen = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    process.wait()
    os.close(main)
    return seen.decode()


def has_terminals():
    """False where /dev/pts is not mounted, as in a bare chroot."""
    try:
        main, other = pty.openpty()
    except OSError:
        return False
    os.close(main)
    os.close(other)
    return True


def look_at_terminal(path):
    shown = run(True, path)
    check("a bar, reports and their speed", "[#" in shown and " reports, " in shown and " a second" in shown)
    check("the line is drawn over itself and taken away", "\r" in shown and shown.rstrip("\n").endswith("\r"))
    check("a message has a line of its own", "\risnad: " in shown and "many.jsonl:401:" in shown)
    with open(path, encoding="utf-8") as given:
        piped = run(True, "-", given=given)
    check("no bar where the size is unknown", "[" not in piped.split("isnad:")[0] and " reports, " in piped)
    check("--no-progress", " a second" not in run(True, "--no-progress", path))


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "many.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for i in range(400):  # longer than the pause between two drawings, on any machine
            file.write('{"text": "The minister said no to the council of Arden on Monday, for the bridge is closed."}\n')
        file.write("{broken\n")
    if has_terminals():
        look_at_terminal(path)
    else:
        print("no terminals here (/dev/pts is not mounted): the bar was not looked at")
    check("no terminal", run(False, path).count("\n") == 1 and "\r" not in run(False, path))
print(f"cli/progress: {passed} passed, {failed} failed")
sys.exit(failed > 0)
