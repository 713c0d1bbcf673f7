"""The label sets of model/FORMAT.md that are fixed, and the configuration that the network is made of."""
TYPES = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
         "MOBILIZE COERCE ASSAULT").split()
STATUS = "happened ongoing planned called-for possible denied asked".split()
KINDS = "person group organization country unnamed".split()
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()


def bio(*kinds):
    return ["O"] + [f"{b}-{k}" for k in kinds for b in "BI"]


def config(xpos, lemma, relations, roles, **shape):
    """shape: layers, width, heads, ffn, vocab, positions, cased, norm_epsilon, window, dropout."""
    tags = {"upos": UPOS, "xpos": xpos, "lemma": lemma, "name": bio("PER", "ORG", "LOC"), "trigger": bio(*TYPES), "status": STATUS,
            "cue": ["O", "B", "I"], "attribution": ["O", "B", "I"], "named": ["yes", "no"],
            "time": bio("DATE", "TIME", "DURATION", "SET"), "actor": ["O"] + KINDS}
    span = ["none", "speaker", "content"]
    families = [
        ("arc", "rank", 256, ["head"]), ("relation", "label", 128, relations),
        ("event", "label", 256, ["none", "source", "target", "place", "time", "count"]),
        ("statement", "label", 256, span), ("statement_first", "label", 256, span), ("statement_last", "label", 256, span),
        ("attribution_first", "label", 256, span), ("attribution_last", "label", 256, span),
        ("role", "label", 128, ["none"] + roles), ("coref", "rank", 256, ["same"]), ("same_event", "rank", 128, ["same"]),
        ("event_source", "rank", 192, ["source"]), ("event_target", "rank", 192, ["target"]), ("event_place", "rank", 128, ["place"]),
        ("within", "rank", 128, ["within"]), ("plover", "label", 128, ["none"] + TYPES + ["YIELD"])]
    return dict(shape, tags=[{"name": n, "labels": list(v)} for n, v in tags.items()],
                families=[{"name": n, "kind": k, "width": w, "roles": list(r)} for n, k, w, r in families])


def labels_of(config):
    """{tag name: {label: index}}, {family name: {role: index}}"""
    return ({t["name"]: {v: i for i, v in enumerate(t["labels"])} for t in config["tags"]},
            {f["name"]: {v: i for i, v in enumerate(f["roles"])} for f in config["families"]})
