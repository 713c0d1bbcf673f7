"""What a program answers to items given as JSON Lines on its standard input: for the tools that measure."""
import json
import subprocess


def answers(command, items):
    """Its lines. Ends where the program could not run or was stopped by a signal; 1 only says that some items were refused."""
    text = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
    made = subprocess.run(command, input=text.encode("utf-8"), stdout=subprocess.PIPE, check=False)
    if made.returncode not in (0, 1):
        raise SystemExit("%s ended with status %d" % (command[0], made.returncode))
    return [line for line in made.stdout.decode("utf-8").split("\n") if line]
