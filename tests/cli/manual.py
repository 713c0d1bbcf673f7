"""Holds the manual page (first argument) against --help of the command (second): the same commands, the same arguments,
the same options with the same values. Prints what differs."""

import re
import subprocess
import sys


def from_manual(path):
    """{command: {(option, value)}} from its subsections."""
    commands, options = {}, set()
    for line in open(path, encoding="utf-8"):
        head = re.match(r"\.Ss isnad (\S+)$", line)
        item = re.match(r"\.It Fl (-?)(\S+)(?: Ar (\S+))?$", line)
        if head:
            options = set()
            commands[head[1]] = options
        elif line.startswith(".Sh"):
            options = set()
        elif item:
            options.add(("-" + item[1] + item[2], item[3]))
    return commands


def from_synopsis(path):
    text = open(path, encoding="utf-8").read().split(".Sh SYNOPSIS")[1].split(".Sh")[0]
    return {
        match[1]: match[2] or ""
        for match in re.finditer(r"\.Cm (\S+)\n(?:\.Op Ar OPTION\.\.\.\n)?(?:\.(?:Op )?Ar (\S.*)\n)?", text)
    }


def from_help(isnad):
    whole = subprocess.run([isnad, "--help"], capture_output=True, text=True, check=True).stdout
    commands = {}
    for name in re.findall(r"^usage: isnad ([a-z-]+) ", whole, re.M):
        text = subprocess.run([isnad, name, "--help"], capture_output=True, text=True, check=True).stdout
        arguments = re.match(r"usage: isnad \S+ (?:\[OPTION\.\.\.\] )?(.*)", text)[1]
        options = {
            (option, value or None) for option, value in re.findall(r"^    (-[-a-z]+) ?([A-Z]*) +\S", text, re.M)
        }
        commands[name] = (arguments, options)
        if text.strip() not in whole:
            print(f"--help does not hold what {name} --help says")
    return commands


manual, command = from_manual(sys.argv[1]), from_help(sys.argv[2])
options = {name: told for name, (_, told) in command.items()}
for name in sorted(manual.keys() | options.keys()):
    if manual.get(name) != options.get(name):
        print(f"{name}: the manual has {manual.get(name)}, --help {options.get(name)}")
arguments = {name: told.strip("[]") for name, (told, _) in command.items()}
if arguments != from_synopsis(sys.argv[1]):
    print(f"the synopsis has {from_synopsis(sys.argv[1])}, --help {arguments}")
