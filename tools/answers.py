"""What a program answers to items given as JSON Lines on its standard input: for the tools that measure."""
import json
import subprocess


def answers(command, items):
    """Its lines. Ends with the program's exit status where it could not run; 1 only says that some items were refused."""
    text = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
    made = subprocess.run(command, input=text.encode("utf-8"), stdout=subprocess.PIPE, check=False)
    if made.returncode > 1:
        raise SystemExit(made.returncode)
    return [line for line in made.stdout.decode("utf-8").split("\n") if line]
