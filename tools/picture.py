#!/usr/bin/env python3
"""picture.py FILE.png: the example report as a page, with one event pointed at, drawn by a headless Chromium."""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../tests/page"))
from browser import Browser  # noqa: E402

with tempfile.NamedTemporaryFile(suffix=".html") as html, Browser() as browser:
    subprocess.run(
        [
            os.path.join(os.environ.get("BUILD", "build"), "isnad"),
            "view",
            "--published",
            "2018-09-21",
            "data/example.txt",
        ],
        stdout=html,
        check=True,
    )
    page = browser.open(html.name, width=1320, height=860)
    page.value("document.querySelector('.band .band .band .event').focus({preventScroll: true})")
    page.value("scrollTo(0, 0)")
    page.picture(sys.argv[1])
