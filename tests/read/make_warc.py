"""Writes a web archive as Common Crawl News does, with the dirt that is known from such archives, and what stands in it:
make_warc.py FOLDER RECORDS -> FOLDER/dirty.warc, dirty.warc.gz (a member a record), expected.tsv (number of the page,
whether damage of it is to be noted). The same every time."""

import gzip
import os
import random
import sys

FOLDER, RECORDS = sys.argv[1], int(sys.argv[2])
TOWNS = ["Arden", "Brook", "Calder", "Dunmore", "Elstow", "Farrow", "Glenn", "Harrow"]
ACTS = ["opened the bridge", "closed the mill", "met the farmers", "sent the guards home", "signed the treaty"]
# What is wrong with a record, and whether that is damage (to be noted) or only another way of writing (to be read).
DIRT = {
    "clean": False,
    "length one too long": True,
    "length one too short": True,
    "length far too long": True,
    "no length": True,
    "no empty line behind the headers": True,
    "no empty lines behind the record": True,
    "one empty line behind the record": True,
    "chunked": False,
    "chunked already joined": False,
    "gzip inside": False,
    "deflate inside": False,
    "gzip already unpacked": False,
    "says UTF-8, is windows-1252": False,
    "says ISO-8859-1, is UTF-8": False,
    "windows-1251": False,
    "line feeds only": False,
}


def page(number, encoding):
    town = TOWNS[number % len(TOWNS)]
    act = ACTS[number % len(ACTS)]
    word = "министр" if encoding == "windows-1251" else "café"
    body = "".join(
        f"<p>The mayor of {town} {act} on Monday, said the council in its report, while the {word} stayed open for "
        f"all who came to see it. Paragraph {i} of page number {number}.</p>\n"
        for i in range(1, 4)
    )
    return (
        f"<!DOCTYPE html><html><head><title>Page {number}: the mayor {act}</title></head>"
        f"<body><article><h1>Page {number}: the mayor {act}</h1>\n{body}</article></body></html>\n"
    ).encode(encoding)


def chunks(data, rng):
    out, at = b"", 0
    while at < len(data):
        size = rng.randint(1, 400)
        piece = data[at : at + size]
        out += b"%x\r\n%s\r\n" % (len(piece), piece)
        at += size
    return out + b"0\r\n\r\n"


def response(number, dirt, rng):
    import zlib

    encoding, charset, extra = "utf-8", "utf-8", ""
    if dirt == "says UTF-8, is windows-1252":
        encoding = "windows-1252"
    elif dirt == "says ISO-8859-1, is UTF-8":
        charset = "iso-8859-1"
    elif dirt == "windows-1251":
        encoding = charset = "windows-1251"
    body = page(number, encoding)
    if dirt == "chunked":
        body, extra = chunks(body, rng), "Transfer-Encoding: chunked\r\n"
    elif dirt == "chunked already joined":
        extra = "Transfer-Encoding: chunked\r\n"
    elif dirt == "gzip inside":
        body, extra = gzip.compress(body, mtime=0), "Content-Encoding: gzip\r\n"
    elif dirt == "deflate inside":
        body, extra = zlib.compress(body), "Content-Encoding: deflate\r\n"
    elif dirt == "gzip already unpacked":
        extra = "Content-Encoding: gzip\r\n"
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={charset}\r\n{extra}\r\n".encode() + body


def record(kind, uri, content, dirt="clean", media="application/http; msgtype=response"):
    length = len(content)
    if dirt == "length one too long":
        length += 1
    elif dirt == "length one too short":
        length -= 1
    elif dirt == "length far too long":
        length += 5000
    lines = ["WARC/1.0" if len(uri) % 2 else "WARC/1.1", f"WARC-Type: {kind}", "WARC-Date: 2024-05-06T07:08:09Z",
             f"WARC-Record-ID: <urn:uuid:{random.Random(uri + kind).getrandbits(128):032x}>",
             f"WARC-Target-URI: {uri}", f"Content-Type: {media}"]
    if dirt != "no length":
        lines.append(f"Content-Length: {length}")
    head = "\r\n".join(lines).encode() + b"\r\n"
    empty = b"" if dirt == "no empty line behind the headers" else b"\r\n"
    behind = {"no empty lines behind the record": b"", "one empty line behind the record": b"\r\n"}.get(dirt, b"\r\n\r\n")
    if dirt == "line feeds only":
        head, empty, behind = head.replace(b"\r\n", b"\n"), b"\n", b"\n\n"
    return head + empty + content + behind


def others(number):
    """What stands between pages and gives no report."""
    uri = f"http://news.example/{number}"
    if number % 3 == 0:
        yield record("request", uri, b"GET / HTTP/1.1\r\nHost: news.example\r\n\r\n", media="application/http")
    if number % 5 == 0:
        yield record("response", uri + ".png", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\0\1\2\3")
    if number % 7 == 0:
        yield record("response", uri + "/gone", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>gone")
    if number % 11 == 0:
        yield record("metadata", uri, b"fetchTimeMs: 12\r\n", media="application/warc-fields")


def main():
    rng = random.Random(8)
    kinds = list(DIRT)
    with open(os.path.join(FOLDER, "dirty.warc"), "wb") as plain, \
            open(os.path.join(FOLDER, "dirty.warc.gz"), "wb") as packed, \
            open(os.path.join(FOLDER, "expected.tsv"), "w", encoding="utf-8") as expected:
        info = record("warcinfo", "", b"software: make_warc\r\n", media="application/warc-fields")
        plain.write(info)
        packed.write(gzip.compress(info, mtime=0))
        for number in range(RECORDS):
            dirt = kinds[number % len(kinds)] if number % 2 else "clean"
            last = number == RECORDS - 1
            whole = record("response", f"http://news.example/{number}.html", response(number, dirt, rng), dirt)
            if last:
                whole = whole[: len(whole) - 40]
            plain.write(whole)
            member = gzip.compress(whole, mtime=0)
            packed.write(member[: len(member) - 12] if last else member)
            expected.write(f"{number}\t{int(DIRT[dirt] or last)}\t{dirt}\n")
            if not last:
                for other in others(number):
                    plain.write(other)
                    packed.write(gzip.compress(other, mtime=0))


main()
