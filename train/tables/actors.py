#!/usr/bin/env python3
"""actors_derived.tsv.gz: persons and organisations of the world's politics, from public lists.

    actors.py --phoenix FOLDER --world-leaders FOLDER --ofac FOLDER --countries countries.tsv --outlets outlets.tsv
              --own actors.tsv --out data/

--phoenix       Phoenix.Countries, Phoenix.International and Phoenix.MilNonState .actors.txt (MIT, Open Event Data Alliance)
--world-leaders persons.json and government-offices.json, as the World Leaders parser of W. R. Funk writes them: ministers as the CIA's World
                Leaders had them on 4 June 2019 (public domain)
--ofac          sdn.csv and alt.csv, the sanctions lists of the US Treasury (public domain)

Kept: who was in office or named after 1990. Left out: names of places and countries (other tables), companies, ships,
aliases that are a title before a name. What is wrong or missing here is corrected in data/actors.tsv, which goes first.
"""
import argparse
import csv
import gzip
import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fold import key  # noqa: E402

SINCE = "1990-01-01"
SMALL_WORDS = {"of", "the", "and", "for", "de", "del", "della", "di", "da", "dos", "das", "du", "des", "la", "le", "les", "van", "von",
               "der", "den", "bin", "ibn", "al", "el", "in", "on", "to", "y", "e", "et", "ul", "ud", "ar", "as"}
ORGANISATION = re.compile(r"\b(party|army|front|movement|group|union|forces?|brigades?|council|ministry|organi[sz]ation|committee|league|"
                          r"alliance|coalition|association|agency|commission|federation|congress|parliament|assembly|court|bank|fund|"
                          r"network|liberation|guards?|militia|police|command|society|foundation|institute|centre|center|company|"
                          r"corporation|program(me)?|community|conference|cartel|gang|jihad|islamic|revolutionary|national|united nations|"
                          r"international|world|office|department|secretariat|mission|university|press|news|television|radio|"
                          r"cell|faction|battalion|tigers|rebels|people|workers|democratic|watch|rights|amnesty|cross|crescent|"
                          r"fraternity|legion|regiment|corps|division|squad|warriors|soldiers|resistance|republic|state)\b", re.I)
TITLE = re.compile(r"^(president|prime minister|foreign minister|minister|defen[cs]e minister|finance minister|interior minister|secretary|"
                   r"king|queen|emir|sultan|general|gen|colonel|senator|premier|chancellor|vice president|ambassador|judge|mr|mrs|dr|"
                   r"leader|former|ex|sheikh|ayatollah|governor|mayor|chairman|lieutenant|major|admiral|u s|us|deputy|chief|"
                   r"the|opposition|acting|interim|first lady|presidential|justice|sir|lord|prince|princess|head|director|special)\b")


def capital(match, word):
    part = match[0]
    if part in ("al", "el", "ul", "ad", "ar", "as", "at", "az") and match.start() == 0 and "-" in word:
        return part
    return "".join(p.capitalize() for p in re.split(r"(?<=^[odl]')", part))


def case(name):
    words = re.sub(r"\s+", " ", name.replace("_", " ")).strip().split(" ")
    out = []
    for i, word in enumerate(words):
        low = word.lower()
        if i and low in SMALL_WORDS:
            out.append(low)
        elif re.fullmatch(r"[A-Z]\.?([A-Z]\.)*", word) or "(" in word:
            out.append(word)
        else:
            out.append(re.sub(r"[^\W\d_]+(?:'[^\W\d_]+)*", lambda m: capital(m, word), low))
    return " ".join(out)


def day(text):
    """YYMMDD or YYYYMMDD; two-digit years from 30 on are 19YY."""
    text = re.sub(r"\D", "", text)
    if len(text) == 6:
        text = ("19" if text[:2] >= "30" else "20") + text
    if len(text) == 8 and "1900" < text[:4] < "2030" and "01" <= text[4:6] <= "12" and "01" <= text[6:] <= "31":
        last = 29 if text[4:6] == "02" else 30
        return "%s-%s-%02d" % (text[:4], text[4:6], min(int(text[6:]), 28 if text[4:6] == "02" else last if text[4:6] in
                                                        ("04", "06", "09", "11") else 31))
    return ""


def codes_of(text):
    """[CODE], [CODE from-to], [CODE >from], [CODE <to] -> (code, from, to)."""
    for inside in re.findall(r"\[([^\]]*)\]", text):
        parts = inside.split()
        if not parts or not re.fullmatch(r"[A-Z]{3,15}", parts[0]):
            continue
        when = "".join(parts[1:])
        if not when:
            yield parts[0], "", ""
        elif when[0] == ">":
            yield parts[0], day(when), ""
        elif when[0] == "<":
            yield parts[0], "", day(when)
        elif "-" in when:
            first, _, last = when.partition("-")
            yield parts[0], day(first), day(last)


def phoenix_entries(path):
    names, codes = [], []
    for line in open(path, encoding="utf-8", errors="replace"):
        line = line.split("#")[0].rstrip()
        if not line.strip() or line.startswith("<"):
            continue
        if line[0] in "\t ":
            codes += codes_of(line)
            continue
        name = re.split(r"[\[\t]", line)[0].strip()
        if line[0] != "+":
            if names:
                yield names, codes
            names, codes = [], []
        names.append(name.lstrip("+"))
        codes += codes_of(line)
    if names:
        yield names, codes


SECTORS = {"ELI": "GOV", "AGR": "CVL", "HLH": "CVL", "CRM": "UAF", "SEP": "REB", "INS": "REB", "RAD": "REB", "MNC": "BUS", "DEV": "NGO",
           "ENV": "NGO", "HRI": "NGO", "MOD": "", "SET": "CVL", "CHR": "REL", "MUS": "REL", "MOS": "REL", "JEW": "REL", "HIN": "REL",
           "BUD": "REL", "KID": "NGO", "UIS": "UAF", "FRM": "GOV", "MBR": ""}
KNOWN = set("GOV MIL COP OPP REB JUD MED EDU NGO BUS CVL LEG REL IGO SPY UAF PTY LAB REF".split())


def code_of(code, alpha3):
    """CAMEO's longer codes down to country and one sector, as the record writes them."""
    country = code[:3] if code[:3] in alpha3 else ""
    rest = code[3:] if country or code[:3] in ("IGO", "NGO", "NGM", "MNC", "IMG", "INT") else code
    sectors = [SECTORS.get(rest[i:i + 3], rest[i:i + 3]) for i in range(0, len(rest), 3)]
    sector = next((s for s in sectors if s in KNOWN), "")
    head = {"IGO": "IGO", "NGO": "NGO", "NGM": "NGO", "MNC": "BUS", "IMG": "REB", "INT": ""}.get(code[:3], "")
    return country, (country + sector) if country else (head or sector)


def phoenix(folder, alpha3):
    for part in ("Countries", "International", "MilNonState"):
        for names, codes in phoenix_entries(os.path.join(folder, "Phoenix.%s.actors.txt" % part)):
            if not codes:
                continue
            dated = [c for c in codes if c[1] or c[2]]
            if dated and all(c[2] and c[2] < SINCE for c in dated):
                continue
            if all(c[0].startswith(("MNC", "NGM")) for c in codes) and part == "International":
                continue
            country, code = code_of(codes[-1][0] if not dated else max(dated, key=lambda c: c[1])[0], alpha3)
            if not code or code == country:
                continue
            clean = [case(re.sub(r"_?\([^)]*\)_?", "", n)) for n in names]
            clean += [n for group in names for n in re.findall(r"\(([A-Z]{3,8})\)", group)]
            clean = [n for n in clean if len(n) > 2 and not re.search(r"[\d&*@%:]|\+", n)]
            if not clean:
                continue
            is_group = part == "MilNonState" or ORGANISATION.search(clean[0]) or not dated and " " not in clean[0]
            person = bool(dated) and not is_group or not is_group and len(clean[0].split()) in (2, 3, 4) and part == "Countries"
            roles = []
            for c, first, last in dated:
                if last and (last < SINCE or last < first):
                    continue
                role = code_of(c, alpha3)[1]
                if role and len(role) > 3:
                    roles.append("-@%s..%s=%s" % (first, last, role))
            yield clean, "person" if person else "organization", code, country, roles, "phoenix"


def world_leaders(folder, alpha3, names3):
    people = json.load(open(os.path.join(folder, "persons.json"), encoding="utf-8"))
    offices = json.load(open(os.path.join(folder, "government-offices.json"), encoding="utf-8"))
    held = {}
    for office in offices.values():
        title = office["datatypeProperties"].get("http://williamrobertfunk.com/ontologies/world-leaders#title", "")
        country = ""
        for link in office["objectProperties"]:
            for relation, value in link.items():
                if relation.endswith("#hasCountry"):
                    country = value["http://www.w3.org/2000/01/rdf-schema#label"]
        for link in office["objectProperties"]:
            for relation, value in link.items():
                if relation.endswith("#hasGovernmentOfficial"):
                    held.setdefault(value["@id"], []).append((title, names3.get(key(country), "")))
    for person in people.values():
        first = person["datatypeProperties"].get("http://xmlns.com/foaf/0.1/firstName", "")
        last = person["datatypeProperties"].get("http://xmlns.com/foaf/0.1/lastName", "")
        jobs = [j for j in held.get(person["@id"], []) if j[1]]
        name = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)|,.*", "", (case(first) + " " + case(last)))).strip()
        if not jobs or " " not in name or not last:
            continue
        country = jobs[0][1]
        title = jobs[0][0]
        sector = "MIL" if re.search(r"defen[cs]e", title, re.I) else "JUD" if re.search(r"justice|attorney|court", title, re.I) else "GOV"
        titles = ["%s@2019-06-04..2019-06-04" % t.replace("|", "/").replace("@", " ").replace("=", " ") for t, _ in jobs[:2] if t]
        yield [name], "person", country + sector, country, titles, "world leaders"


PROGRAMS = {"SYRIA": "SYR", "ZIMBABWE": "ZWE", "DRCONGO": "COD", "BELARUS": "BLR", "SOUTH SUDAN": "SSD", "LIBYA2": "LBY", "LIBYA3": "LBY",
            "CAR": "CAF", "IRAQ2": "IRQ", "IRAQ3": "IRQ", "SOMALIA": "SOM", "YEMEN": "YEM", "BURUNDI": "BDI", "DARFUR": "SDN",
            "VENEZUELA": "VEN", "NICARAGUA": "NIC", "MALI-EO13882": "MLI", "LEBANON": "LBN", "BURMA": "MMR", "HRIT-SY": "SYR",
            "IRAN-HR": "IRN", "HRIT-IR": "IRN", "FTO": "", "SDGT": "", "IRGC": "IRN", "BALKANS": "", "UKRAINE-EO13660": ""}
BUSINESS = re.compile(r"\b(co|ltd|llc|inc|company|corporation|bank|limited|trading|shipping|industries|industry|airlines?|gmbh|s\.?a|"
                      r"exchange|holdings?|transport|import|export|enterprises?|investment|oil|petroleum|construction|engineering|"
                      r"general trading|insurance|hotel|tourism|travel|electronics?|group of companies|factory|farm|mining|gold|"
                      r"services|supermarket|real estate|ventures|logistics|petro\w*|steel|chemical|store|market|school|hospital)\b", re.I)


def ofac(folder):
    other = {}
    for row in csv.reader(open(os.path.join(folder, "alt.csv"), encoding="latin-1")):
        if len(row) > 3:
            other.setdefault(row[0], []).append(row[3])
    for row in csv.reader(open(os.path.join(folder, "sdn.csv"), encoding="latin-1")):
        if len(row) < 4:
            continue
        programs = set(re.split(r"\] \[", row[3].strip()))
        wanted = [p for p in programs if p in PROGRAMS]
        person = row[2].strip() == "individual"
        if not wanted or row[2].strip() in ("vessel", "aircraft") or not person and BUSINESS.search(row[1]):
            continue

        def turn(name):
            last, comma, first = name.partition(",")
            return case(first.strip() + " " + last.strip()) if person and comma else case(name)
        names = [turn(n) for n in [row[1]] + other.get(row[0], [])]
        country = next((PROGRAMS[p] for p in sorted(wanted) if PROGRAMS[p]), "")
        armed = bool(programs & {"FTO", "SDGT"})
        code = ("IRNMIL" if "IRGC" in programs else country + "REB" if armed else country)
        if not person and not armed and not country:
            continue
        yield names, "person" if person else "organization", code, country, [], "ofac"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("phoenix", "world-leaders", "ofac", "countries", "outlets", "own", "out"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    alpha3, names3, taken = set(), {}, {"organization", "organisation", "youth", "paradise", "movement", "party", "front", "group"}
    for line in open(options.countries, encoding="utf-8"):
        if not line.startswith("#") and line.strip():
            fields = line.rstrip("\n").split("\t")
            alpha3.add(fields[0])
            for name in [fields[3]] + fields[4].split("|"):
                names3.setdefault(key(name), fields[0])
            for column in (3, 4, 5, 6, 8):
                taken |= {key(n) for n in fields[column].split("|")}
            taken |= {key(re.split("[@=]", n)[0]) for n in fields[7].split("|")}
    for line in open(options.outlets, encoding="utf-8"):
        if not line.startswith("#"):
            taken |= {key(n) for field in line.split("\t")[:2] for n in field.split("|")}
    own = {}
    for line in open(options.own, encoding="utf-8"):
        if not line.startswith("#"):
            fields = line.rstrip("\n").split("\t")
            for name in [fields[0]] + fields[4].split("|"):
                own.setdefault(key(name), set()).add(fields[3].strip("-"))
    rows, seen = [], {}
    for names, kind, code, country, roles, source in list(phoenix(options.phoenix, alpha3)) + list(
            world_leaders(options.world_leaders, alpha3, names3)) + list(ofac(options.ofac)):
        keys, good = set(), []
        for name in names:
            k = key(name)
            if k in keys or k in taken or len(k) < 3 or "|" in name or "\t" in name:
                continue
            if kind == "person" and (TITLE.match(k) or " " not in k and len(k) < 5) and good:
                continue
            if kind == "person" and good and re.search(r"'s |\bof\b", name):
                continue
            keys.add(k)
            good.append(name)
        # What actors.tsv has is not repeated here, and its short names are its own.
        if any(k in own and (" " in k or kind != "person" and (country in own[k] or "" in own[k] or not country)) for k in keys):
            continue
        good = [n for n in good if " " in n or key(n) not in own]
        if not good or kind == "person" and (TITLE.match(key(good[0])) or " " not in key(good[0])):
            continue
        if (key(good[0]), country) in seen:
            row = rows[seen[(key(good[0]), country)]]
            row[5] += [r for r in roles if r not in row[5]]
            continue
        for k in keys:
            seen.setdefault((k, country), len(rows))
        rows.append([good[0], kind, code, country, good[1:12], roles, source])
    rows.sort(key=lambda r: (key(r[0]), r[3]))
    lines = ["\t".join((name, kind, code or "-", country or "-", "|".join(aliases) or "-", "|".join(roles) or "-", source))
             for name, kind, code, country, aliases, roles, source in rows]
    content = (HEAD + "".join(line + "\n" for line in lines)).encode("utf-8")
    path = os.path.join(options.out, "actors_derived.tsv.gz")
    with open(path, "wb") as out:
        with gzip.GzipFile(filename="", mode="wb", fileobj=out, compresslevel=9, mtime=0) as packed:
            packed.write(content)
    print("%d actors, %d bytes, %d packed" % (len(lines), len(content), os.path.getsize(path)))


HEAD = """#isnad actors_derived 1
# Persons and organisations from public lists; what is wrong or missing here is corrected in actors.tsv, which goes first.
# Columns: name, kind (person, organization), code (CAMEO: country, then one sector), country (alpha3), aliases (separated
# by |), roles (TITLE@FROM..TO=CODE, separated by |; a title - is not known), source (phoenix, world leaders, ofac).
# Source: PETRARCH's Phoenix dictionaries (MIT, Open Event Data Alliance); CIA World Leaders of 4 June 2019 (public domain);
# sanctions lists of the US Treasury (public domain). Made by train/tables/actors.py.
"""


main()
