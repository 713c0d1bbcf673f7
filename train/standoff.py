"""Annotations of texts that may not be handed on, or that stand elsewhere already -> the same as offsets only.

    standoff.py ANNOTATED.jsonl >> offsets/real.jsonl

ANNOTATED is what ../shared/annotate/check.py --full wrote. Its texts are found again by own.py: those of TimeBank, AQUAINT and PolNeAR by their
path, the others by their name in ../shared/events."""
import json
import sys

KEPT = ("doc", "source", "licence", "published", "url", "sentences", "events", "statements")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            item = json.loads(line)
            bare = {key: item[key] for key in KEPT}
            bare["actors"] = [{key: actor[key] for key in ("kind", "country", "code", "mentions")} for actor in item["actors"]]
            print(json.dumps(bare))


if __name__ == "__main__":
    main()
