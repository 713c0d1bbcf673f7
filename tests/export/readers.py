"""Reads every export of a folder with readers of its format: csv for rows, networkx for GEXF and GraphML, rdflib for JSON-LD
(with the terms of the annotations' context that anno.jsonld has, since nothing is fetched), GDAL's ogrinfo for GeoJSON. For
FollowTheMoney and STIX, whose readers are no packages of Debian, the rules of their models that these exports touch are
written out here. Prints "passed NAME" or "failed NAME: why" for each check."""
import csv
import json
import re
import subprocess
import sys
import uuid

import networkx
import rdflib
from networkx.readwrite.gexf import GEXF

FOLDER = sys.argv[1]
RECORDS = [json.loads(line) for line in open("tests/export/records.jsonl", encoding="utf-8")]
TAKEN = {"happened", "ongoing"}
# The first lines of the files that these projects give out.
POLECAT = ("Event ID;Event Date;Event Type;Event Mode;Intensity;Quad Code;Contexts;Actor Name;Actor Country;"
           "Actor COW;Primary Actor Sector;Actor Sectors;Actor Title;Actor Name Raw;Wikipedia Actor ID;"
           "Recipient Name;Recipient Country;Recipient COW;Primary Recipient Sector;Recipient Sectors;"
           "Recipient Title;Recipient Name Raw;Wikipedia Recipient ID;Placename;City;District;Province;Country;"
           "Latitude;Longitude;GeoNames ID;Raw Placename;Feature Type;Source;Publication Date;Story People;"
           "Story Organizations;Story Locations;Language;Version").replace(";", "\t")
ICEWS = ("Event ID;Event Date;Source Name;Source Sectors;Source Country;Event Text;CAMEO Code;Intensity;"
         "Target Name;Target Sectors;Target Country;Story ID;Sentence Number;Publisher;City;District;Province;"
         "Country;Latitude;Longitude").replace(";", "\t")


def check(name, wanted, found):
    print(f"passed {name}" if wanted == found else f"failed {name}: wanted {wanted!r}, found {found!r}")


def path(name):
    return f"{FOLDER}/{name}"


def rows(name, separator="\t", **options):
    with open(path(name), encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=separator, **options))


def pairs(event):
    sources, targets = ([i for i in event[key] if i != "A9"] for key in ("source", "target"))
    if event["type"] == "CONSULT" and not targets and len(sources) > 1:
        return len(sources) * (len(sources) - 1) // 2
    return max(1, len(sources)) * max(1, len(targets))


def check_rows():
    events = [event for record in RECORDS for event in record["events"]]
    taken = [event for event in events if event["status"] in TAKEN]
    gdelt = rows("gdelt.export.CSV", quoting=csv.QUOTE_NONE)
    check("gdelt: columns", {61}, {len(row) for row in gdelt})
    check("gdelt: a row a pair", sum(map(pairs, taken)), len(gdelt))
    check("gdelt: with all", sum(map(pairs, events)), len(rows("all.CSV", quoting=csv.QUOTE_NONE)))
    check("gdelt: ids", len(gdelt), len({int(row[0]) for row in gdelt}))
    check("gdelt: ids in 53 bits", True, all(0 < int(row[0]) < 2**53 for row in gdelt))
    check("gdelt: days", True, all(re.fullmatch(r"(\d{8},\d{6},\d{4},\d{4}\.\d{4}|,,,)", ",".join(row[1:5])) for row in gdelt))
    check("gdelt: quad class", True, all(row[29] in ("", "1", "2", "3", "4") for row in gdelt))
    check("gdelt: code, base, root", True, all(row[26].startswith(row[27]) and row[27].startswith(row[28]) for row in gdelt))
    for at in (35, 43, 51):
        check(f"gdelt: geography {at}", True, all(
            (row[at] == "0" and not any(row[at + 1:at + 8])) or
            (row[at] in "12345" and row[at + 3].startswith(row[at + 2]) and -90 <= float(row[at + 5]) <= 90 and
             -180 <= float(row[at + 6]) <= 180) for row in gdelt))
    mentions = rows("gdelt-mentions.mentions.CSV", quoting=csv.QUOTE_NONE)
    check("mentions: columns", {16}, {len(row) for row in mentions})
    check("mentions: of the events", {row[0] for row in gdelt}, {row[0] for row in mentions})
    check("mentions: a row a telling", sum(pairs(event) * len(event["accounts"] or [0]) for event in taken), len(mentions))
    check("mentions: numbers", True, all(row[k] == "" or int(row[k]) >= -1 for row in mentions for k in (1, 2, 3, *range(6, 13))))
    for name, columns, first, last in (("polecat.txt", 40, "Event ID", "Version"), ("icews.tab", 20, "Event ID", "Longitude")):
        table = rows(name, quoting=csv.QUOTE_NONE)
        check(f"{name}: columns", {columns}, {len(row) for row in table})
        check(f"{name}: names", (first, last, columns), (table[0][0], table[0][-1], len(set(table[0]))))
        check(f"{name}: a row a pair", sum(map(pairs, taken)), len(table) - 1)
    polecat = rows("polecat.txt", quoting=csv.QUOTE_NONE)
    check("polecat: the header of its files", POLECAT, "\t".join(polecat[0]))
    check("polecat: quad codes", set(), {row[5] for row in polecat[1:]} - {
        f"{means} {side}" for means in ("VERBAL", "MATERIAL") for side in ("COOPERATION", "CONFLICT")} - {""})
    check("icews: the header of its files", ICEWS, "\t".join(rows("icews.tab", quoting=csv.QUOTE_NONE)[0]))
    acled = rows("acled.csv", ",", strict=True)
    check("acled: columns", ({31}, 31), ({len(row) for row in acled}, len(set(acled[0]))))
    dicts = [dict(zip(acled[0], row)) for row in acled[1:]]
    check("acled: fatalities", ["14", "0", "0", "0"], [row["fatalities"] for row in dicts])
    check("acled: quotation marks", True, '"Smith, Sons & Co <Ltd>"' in dicts[1]["notes"])


def check_graphs():
    GEXF.versions["1.3"] = dict(GEXF.versions["1.2draft"], NS_GEXF="http://gexf.net/1.3", NS_VIZ="http://gexf.net/1.3/viz")
    relations = [json.loads(line) for line in subprocess.run(
        [f"{BUILD}/isnad", "relations", "tests/export/records.jsonl"], capture_output=True, text=True, check=True).stdout.splitlines()]
    wanted = sorted((r["from"]["name"], r["to"]["name"], r["relation"], r["sign"]) for r in relations)
    for name, graph in (("gexf", networkx.read_gexf(path("gexf.gexf"), version="1.3")),
                        ("graphml", networkx.read_graphml(path("graphml.graphml"), force_multigraph=True))):
        label = dict(graph.nodes(data="label"))
        found = sorted((label[a], label[b], edge["relation"], edge["sign"]) for a, b, edge in graph.edges(data=True))
        check(f"{name}: the edges of isnad relations", wanted, found)
        check(f"{name}: kinds", True, all(kind for _, kind in graph.nodes(data="kind")))
    check("graphml: a name with markup", True, any(name == "Smith, Sons & Co <Ltd>" for name in label.values()))


def check_geojson():
    told = subprocess.run(["ogrinfo", "-ro", "-al", path("geojson.geojson")], capture_output=True, text=True, check=True).stdout
    wanted = [feature for record in RECORDS for feature in record["events"] + [p for p in record["places"] if p["lat"] is not None]]
    check("geojson: features", str(len(wanted)), re.search(r"Feature Count: (\d+)", told)[1])
    check("geojson: where", True, "POINT (36.726 35.903)" in told)
    whole = json.load(open(path("geojson.geojson"), encoding="utf-8"))
    check("geojson: ids", len(wanted), len({feature["id"] for feature in whole["features"]}))
    check("geojson: chain", ["Le Jour", "an officer of the Hill Front"], whole["features"][0]["properties"]["chain"])


def check_annotations():
    whole = json.load(open(path("annotations.jsonld"), encoding="utf-8"))
    check("annotations: a page has an id", True, whole["id"].startswith("urn:uuid:"))
    check("annotations: context", "http://www.w3.org/ns/anno.jsonld", whole["@context"])
    wrong = 0
    texts = {"nih:sha-256;" + r["report"]["id"][7:]: r["report"]["text"] for r in RECORDS}
    for annotation in whole["items"]:
        for target in annotation["target"]:
            text, (position, quote) = texts[target["source"]["id"]], target["selector"]
            at = slice(position["start"], position["end"])
            wrong += text[at] != quote["exact"] or not text[:at.start].endswith(quote["prefix"])
            wrong += not text[at.stop:].startswith(quote["suffix"])
    check("annotations: positions hold the quotations", 0, wrong)
    graph = rdflib.Graph()
    whole["@context"] = json.load(open("tests/export/anno.jsonld", encoding="utf-8"))["@context"]
    graph.parse(data=json.dumps(whole), format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    check("annotations: as RDF", len(whole["items"]), len(set(graph.subjects(rdflib.RDF.type, oa.Annotation))))
    check("annotations: targets", sum(len(a["target"]) for a in whole["items"]), len(list(graph.triples((None, oa.hasTarget, None)))))
    check("annotations: a statement in another", 1, len(list(graph.query(
        "SELECT ?s WHERE { ?a oa:hasBody ?b . ?b oa:hasPurpose oa:linking ; oa:hasSource ?s . ?s a oa:Annotation }", initNs={"oa": oa}))))


def check_prov():
    graph = rdflib.Graph()
    graph.parse(path("prov.jsonld"), format="json-ld")
    names = {"prov": "http://www.w3.org/ns/prov#", "isnad": "urn:isnad:terms:", "rdfs": "http://www.w3.org/2000/01/rdf-schema#"}
    tellers = {str(row[0]) for row in graph.query("""
        SELECT ?name WHERE { ?event isnad:eventType "ASSAULT" ; rdfs:label "shelled" ; prov:wasDerivedFrom ?inner .
        ?outer (prov:wasDerivedFrom|prov:wasQuotedFrom)* ?inner . ?outer a isnad:Statement ; prov:wasAttributedTo/rdfs:label ?name }""", initNs=names)}
    check("prov: the chain of the shelling", {"Le Jour", "an officer of the Hill Front"}, tellers)
    reports = {str(row[0]) for row in graph.query("""
        SELECT ?name WHERE { ?report a isnad:Report ; rdfs:label ?name ; prov:wasQuotedFrom/prov:wasQuotedFrom ?s . ?s a isnad:Statement }""", initNs=names)}
    check("prov: quoted by way of a channel", {"Shells fall on Sarmin"}, reports)
    sources = {str(row[0]) for row in graph.query("""
        SELECT ?name WHERE { ?report a isnad:Report ; prov:wasDerivedFrom/prov:wasAttributedTo/rdfs:label ?name . ?d isnad:how "credit" }""", initNs=names)}
    check("prov: the wire credit", True, "Agence Terre" in sources)
    check("prov: reports", len(RECORDS), len(list(graph.query("SELECT ?r WHERE { ?r a isnad:Report }", initNs=names))))
    check("prov: days are days", 2, len(list(graph.query(
        "SELECT ?t WHERE { ?r prov:generatedAtTime ?t FILTER(datatype(?t) = xsd:dateTime) }", initNs=names | {"xsd": rdflib.XSD}))))


THING = {"name", "alias", "country", "summary", "notes", "description", "sourceUrl", "publisher", "keywords", "proof", "addressEntity"}
INTERVAL = {"startDate", "endDate", "summary", "proof", "sourceUrl"}
FTM = {  # the properties of each schema that stand in these exports: entities they lead to, by name
    "Article": THING | {"title", "author", "publishedAt", "language", "bodyText"},
    "Person": THING | {"position"},
    "Organization": THING, "PublicBody": THING, "Company": THING, "LegalEntity": THING,
    "Address": THING | {"full", "city", "state", "latitude", "longitude"},
    "Event": THING | INTERVAL | {"location", "organizer", "involved"},
    "Note": THING | {"entity"},
    "Mention": {"document", "resolved", "name", "detectedSchema"},
    "UnknownLink": INTERVAL | {"subject", "object", "role"},
}
ACTORS = {"Person", "Organization", "PublicBody", "Company", "LegalEntity"}
FTM_REQUIRED = {"Event": {"name"}, "Mention": {"document", "name"}, "UnknownLink": {"subject", "object"}} | {a: {"name"} for a in ACTORS}
FTM_TO = {"proof": {"Article"}, "document": {"Article"}, "resolved": ACTORS, "organizer": ACTORS, "involved": ACTORS, "entity": ACTORS,
          "subject": ACTORS, "object": ACTORS, "addressEntity": {"Address"}}


def check_ftm():
    entities = [json.loads(line) for line in open(path("ftm.ftm.json"), encoding="utf-8")]
    schema = {entity["id"]: entity["schema"] for entity in entities}
    wrong = []
    for entity in entities:
        given, kind = entity["properties"], entity["schema"]
        wrong += [(kind, key) for key in given.keys() - FTM[kind]] + [(kind, key) for key in FTM_REQUIRED.get(kind, set()) - given.keys()]
        for key, values in given.items():
            if not values or not all(isinstance(value, str) and value for value in values):
                wrong.append((kind, key, values))
            wrong += [(kind, key, value) for value in values if key in FTM_TO and schema.get(value) not in FTM_TO[key]]
            if key != "bodyText":
                wrong += [(kind, key, value) for value in values if value != " ".join(value.split())]
            if key == "country":
                wrong += [(kind, key, value) for value in values if not re.fullmatch("[a-z]{2}", value)]
    check("ftm: as the model has it", [], wrong)
    check("ftm: schemas", set(FTM), set(schema.values()) | {"Organization"})
    check("ftm: an actor has one schema", len(schema), len({(e["id"], e["schema"]) for e in entities}))


STIX = {
    "identity": {"name"}, "location": set(), "incident": {"name"}, "note": {"content", "object_refs"},
    "relationship": {"relationship_type", "source_ref", "target_ref"}, "report": {"name", "published", "object_refs"},
}
CLASSES = {"individual", "group", "system", "organization", "class", "unknown"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def check_stix():
    bundle = json.load(open(path("stix.json"), encoding="utf-8"))
    objects = {thing["id"]: thing for thing in bundle["objects"]}
    check("stix: a bundle", True, bundle["type"] == "bundle" and bundle["id"].startswith("bundle--"))
    check("stix: nothing twice", len(bundle["objects"]), len(objects))
    wrong = []
    for name, thing in objects.items():
        kind = thing["type"]
        uuid.UUID(name.removeprefix(kind + "--"))
        wrong += [(name, key) for key in STIX[kind] - thing.keys()]
        wrong += [(name, key) for key in ("created", "modified", "published", "start_time", "stop_time")
                  if key in thing and not INSTANT.fullmatch(thing[key])]
        wrong += [(name, "dangling", to) for to in thing.get("object_refs", []) + [thing[k] for k in ("source_ref", "target_ref") if k in thing]
                  if to not in objects]
        if kind == "location" and not ("country" in thing or "latitude" in thing):
            wrong.append((name, "nowhere"))
        if kind == "identity" and thing["identity_class"] not in CLASSES:
            wrong.append((name, thing["identity_class"]))
        if thing["spec_version"] != "2.1" or thing.get("stop_time", "9") <= thing.get("start_time", ""):
            wrong.append((name, "version or times"))
    check("stix: as the standard has it", [], wrong)
    check("stix: UUIDs of names", True, "identity--" + str(uuid.uuid5(uuid.UUID("9b3c610e-5f27-4d8a-b1d4-2e70c815af93"),
                                                                      "identity known Turkey")) in objects)


BUILD = __import__("os").environ.get("BUILD", "build")
for part in (check_rows, check_graphs, check_geojson, check_annotations, check_prov, check_ftm, check_stix):
    try:
        part()
    except Exception as fault:  # a reader that refuses is a failed check, and the others still run
        print(f"failed {part.__name__}: {type(fault).__name__}: {fault}")
