# SPDX-License-Identifier: MIT
"""SECURITY.md: each promise names what checks it, and every file that the page names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "SECURITY.md"
LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="a vendored copy has no documents")


def read_promises() -> list[tuple[str, str]]:
    """Return the rows of the table of promises: promise, and what checks it."""
    section = PAGE.read_text(encoding="utf-8").partition("\n## Promises\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split(" | ") for line in section.splitlines() if line.startswith("| **")]
    assert all(len(row) == 2 for row in rows)
    return [(promise.strip(), tests.strip()) for promise, tests in rows]


def test_each_promise_names_test_modules() -> None:
    promises = read_promises()
    assert len(promises) >= 15
    for promise, tests in promises:
        modules = [path for path in LINK.findall(tests) if path.startswith("tests/test_")]
        assert modules, promise
        for path in LINK.findall(tests):
            source = (ROOT / path).read_text(encoding="utf-8")
            assert path.startswith("tools/") or re.search(r"^ *(async )?def test_", source, re.MULTILINE), path
            name = path.rpartition("/")[2][: -len(".py")]
            assert "[{}]({})".format(name, path) in tests or "contract" in path, path


def test_links_lead_somewhere() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for target in LINK.findall(text):
        path, _, anchor = target.partition("#")
        assert (ROOT / path).exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
            anchors = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
            assert anchor in anchors, target


def test_the_page_tells_how_to_report() -> None:
    headings = re.findall(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == ["How to report", "Supported versions", "Promises", "What is not promised"]
