#!/usr/bin/env python3
"""lemmas.tsv: verbs, and the irregular forms of verbs and nouns.

    lemmas.py --wordnet FOLDER --out data/lemmas.tsv

--wordnet  the folder dict/ of WordNet 3.0 (Debian: wordnet-base, /usr/share/wordnet)
"""
import argparse
import os
import re

# What WordNet's exception list leaves out or has in another sense first.
OWN = [line.split() for line in """
am verb be|are verb be|is verb be|was verb be|were verb be|been verb be|being verb be|had verb have|has verb have|having verb have
did verb do|does verb do|done verb do|doing verb do|lay verb lie|laid verb lay|lain verb lie|left verb leave|found verb find|felt verb feel
saw verb see|sewed verb sew|ground verb grind|wound verb wind|bore verb bear|bound verb bind|fell verb fall|rose verb rise|led verb lead
hung verb hang|hanged verb hang|lit verb light|spat verb spit|broadcast verb broadcast|strove verb strive|airlifted verb airlift
retold verb retell|people noun people|data noun data|media noun media|troops noun troop|police noun police|talks noun talk
crossing verb cross|men noun man|women noun woman|children noun child|taxes noun tax|buses noun bus|gases noun gas|axes noun axe
heroes noun hero|echoes noun echo|vetoes noun veto|potatoes noun potato|mosquitoes noun mosquito|torpedoes noun torpedo|goes verb go
crises noun crisis|bases noun base|analyses noun analysis|abuses noun abuse|excuses noun excuse|causes noun cause|houses noun house
headquarters noun headquarters|series noun series|species noun species|news noun news|means noun means|barracks noun barracks
briefed verb brief|outlets noun outlet|dissented verb dissent
""".replace("\n", "|").split("|") if line.strip()]
# Modern news verbs that are no verbs there.
VERBS = "airlift livestream tweet retweet retell disinvite hashtag text email fundraise crowdfund weaponize greenlight reelect".split()
WORD = re.compile(r"[a-z]{2,}$")


def lines(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return [line.split() for line in file if not line.startswith(" ")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    verbs = {line[0] for line in lines(arguments.wordnet, "index.verb") if WORD.match(line[0])} | set(VERBS)
    rows = {(verb, "verb"): verb for verb in verbs}
    irregular = {}
    for name, kind in (("verb.exc", "verb"), ("noun.exc", "noun")):
        for line in lines(arguments.wordnet, name):
            form, lemma = line[0], line[1]
            if WORD.match(form) and WORD.match(lemma) and form != lemma:
                irregular.setdefault((form, kind), lemma)
    for form, kind, lemma in OWN:
        irregular[form, kind] = lemma
    for key, lemma in irregular.items():  # a base form that is also an irregular past ("saw") is looked up by its tag
        rows.setdefault((key[0], key[1] + "*" if key in rows else key[1]), lemma)
    with open(arguments.out, "w", encoding="utf-8") as out:
        out.write("#isnad lemmas 1\n"
                  "# Verbs, and the irregular forms of verbs and nouns; regular forms are made by rule (src/mention/lemmas.c).\n"
                  "# Columns: form (lower case), kind (verb, noun; verb* for an inflected form that is also a verb of its own: \"saw\"), lemma.\n"
                  "# A verb itself has itself as lemma.\n"
                  "# Source: WordNet 3.0, Princeton University, and own work; made by train/tables/lemmas.py. Licence: WordNet 3.0 (NOTICE).\n"
                  "#\n# form\tkind\tlemma\n")
        for (form, kind), lemma in sorted(rows.items()):
            out.write(f"{form}\t{kind}\t{lemma}\n")


if __name__ == "__main__":
    main()
