#!/usr/bin/env python3
"""leaders.tsv: who held the first offices of a state on which days.

    leaders.py --reign leaderlist_3_21.csv --countries countries.tsv --table data/leaders.tsv

--reign  the leader list of REIGN (MIT), 1945 to March 2021: the one person who ruled, month of leaving
--table  is read for its own rows (source "own") and written again: these stay, and REIGN's rows come anew. A reign that
         REIGN still has open ends where the next own row of that country and kind of ruler begins; a reign that has an
         own row is left out.
"""
import argparse
import calendar
import csv
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fold import key  # noqa: E402

SINCE = "1990-01-01"
# Correlates-of-War abbreviations that are not ISO's alpha-3.
COUNTRIES = dict(pair.split("=") for pair in """
AAB=ATG ALG=DZA ANG=AGO AUL=AUS AUS=AUT BAH=BHR BAR=BRB BFO=BFA BHM=BHS BHU=BTN BNG=BGD BOS=BIH BOT=BWA BRU=BRN BUI=BDI BUL=BGR
CAM=KHM CAO=CMR CAP=CPV CDI=CIV CEN=CAF CHA=TCD CHL=CHL CON=COG COS=CRI CRO=HRV CZR=CZE DEN=DNK DRC=COD DRV=VNM EQG=GNQ ETM=TLS
FIJ=FJI FRN=FRA GAM=GMB GFR=DEU GMY=DEU GRG=GEO GRN=GRD GUA=GTM GUI=GIN HAI=HTI HON=HND ICE=ISL INS=IDN IRE=IRL KOS=XKX KUW=KWT
KYR=KGZ KZK=KAZ LAT=LVA LEB=LBN LES=LSO LIB=LBY LIT=LTU MAA=MRT MAC=MKD MAD=MDV MAG=MDG MAL=MYS MAS=MUS MAW=MWI MLD=MDA MNC=MCO
MNG=MNE MON=MNG MOR=MAR MSI=MHL MYA=MMR MZM=MOZ NAU=NRU NEP=NPL NEW=NZL NIG=NGA NIR=NER NTH=NLD OMA=OMN PAL=PLW PAR=PRY PHI=PHL
POR=PRT ROK=KOR ROM=ROU SAF=ZAF SAL=SLV SEY=SYC SIE=SLE SIN=SGP SKN=KNA SLO=SVK SLU=LCA SLV=SVN SNM=SMR SOL=SLB SPN=ESP SRI=LKA
SUD=SDN SVG=VCT SWA=SWZ SWD=SWE SWZ=CHE TAJ=TJK TAZ=TZA THI=THA TOG=TGO TRI=TTO UAE=ARE UKG=GBR URU=URY VAN=VUT YUG=SRB ZAM=ZMB
ZIM=ZWE LIE=LIE""".split())


def read_own(path):
    rows = []
    if os.path.exists(path):
        for line in open(path, encoding="utf-8"):
            fields = line.rstrip("\n").split("\t")
            if not line.startswith("#") and fields[-1] == "own":
                rows.append(fields)
    return rows


def reign(path, alpha3):
    rows = []
    for row in csv.DictReader(open(path, encoding="latin-1")):
        country = COUNTRIES.get(row["stateabb"], row["stateabb"])
        name = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", "", row["leader"])).strip()
        if country not in alpha3 or not name or not row["syear"] or not row["smonth"]:
            continue
        start = "%04d-%02d-%02d" % (int(row["syear"]), int(row["smonth"]), int(row["sdate"] or 1))
        end = ""
        if row["eyear"] and row["emonth"]:
            year, month = int(row["eyear"]), int(row["emonth"])
            end = "%04d-%02d-%02d" % (year, month, calendar.monthrange(year, month)[1])
        if not end or end >= SINCE:
            rows.append([country, name, "-", "leader", start, end, "reign"])
    rows.sort()
    for row in rows:  # leaving is known by the month; the day is that of the next one's start in it
        starts = [r[4] for r in rows if r[0] == row[0] and r[4][:7] == row[5][:7] and r[4] > row[4]]
        if row[5] and starts:
            row[5] = min(starts)
    return rows


def rules(office):
    """A minister's or a commander's days say nothing of who ruled."""
    return office == "prime minister" or not re.search(r"minister|secretary|chief$|speaker|vice|deputy|adviser|commander|president of ", office)


def last_word(name):
    return key(name).split(" ")[-1]


# Where the family name does not come last.
FAMILY_FIRST = set("CHN HKG MAC TWN KOR PRK VNM KHM HUN MMR THA LAO BTN IDN MYS SGP ISL SWZ LSO TON".split())


def add_family_name(row):
    words = row[1].split(" ")
    known = {key(n) for n in row[2].split("|")} | {key(row[1])}
    family = words[-1]
    if (len(words) > 1 and row[0] not in FAMILY_FIRST and key(family) not in known and len(family) > 2 and family.strip(".").lower() != "jr"
            and not re.fullmatch(r"[IVX]+", family) and words[0] not in ("King", "Sultan", "Pope")):
        row[2] = family if row[2] in ("-", "") else row[2] + "|" + family


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("reign", "countries", "table"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    alpha3 = {line.split("\t")[0] for line in open(options.countries, encoding="utf-8") if not line.startswith("#")}
    own = read_own(options.table)
    out = list(own)
    for row in reign(options.reign, alpha3):
        mine = [r for r in own if r[0] == row[0] and rules(r[3])]
        if any(last_word(r[1]) in key(row[1]).split(" ") and r[4] <= (row[5] or "9999") and row[4] <= (r[5] if r[5] != "-" else "9999")
               for r in mine):
            continue
        if not row[5]:
            row[5] = min([r[4] for r in mine if r[4] > row[4] and r[4] > "2021-03"], default="-")
            if row[5] == "-" and row[0] not in {r[0] for r in own}:
                row[5] = "2021-03-31"  # the list ends here; who rules later is for an own row to say
        out.append(row)
    for row in out:
        add_family_name(row)
    out.sort(key=lambda r: (r[0], r[4], r[1]))
    with open(options.table, "w", encoding="utf-8") as file:
        file.write(HEAD)
        for row in out:
            file.write("\t".join(f or "-" for f in row) + "\n")
    print("%d rows, %d own" % (len(out), len(own)))


HEAD = """#isnad leaders 1
# Who held the first offices of a state on which days. Dates reports that do not say when they were written.
# Columns: country (alpha3, - of an organisation), name, aliases (separated by |), office ("leader" where the list does not say), from, to (days;
# - while open), source (own, or reign: REIGN's leader list to March 2021, MIT; the day of leaving is good to the month).
# Source: own work, and REIGN (One Earth Future, MIT). Own rows are kept by hand; train/tables/leaders.py renews the others.
#
# country\tname\taliases\toffice\tfrom\tto\tsource
"""


main()
