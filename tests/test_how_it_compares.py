# SPDX-License-Identifier: MIT
"""docs/how_it_compares.md and the tool that writes its tables: intact markers, and the same rows in both."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .raw_server import LIMIT

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "how_it_compares.md"
PARTS = ["run", "figures", "websockets", "installed"]
# Writes the page with made-up figures; prints it, and the labels of the rows.
PROGRAM = """
import json, sys
import compare_table as tool

rows = {row.title: row for row in tool.ROWS}
samples = {}
tables = ((tool.FIGURES, tool.LIBRARIES), (tool.WEBSOCKET_FIGURES, tool.WEBSOCKET_LIBRARIES))
for table, libraries in tables:
    for shown in table:
        row = rows[shown.title]
        for library in libraries:
            samples.setdefault(row.measure, {}).setdefault(library, {})[row.figure] = [0.5, 1.0]
page = tool.PAGE.read_text(encoding="utf-8")
record = {"python": "3", "platform": "Linux-1-x86_64", "processors": 2, "versions": {"openai": "1"}}
page = tool.replace_part(page, "run", tool.describe_run(record, "2000-01-01"))
for name, (table, libraries) in zip(("figures", "websockets"), tables):
    page = tool.replace_part(page, name, tool.format_figures(table, libraries, samples))
try:
    tool.replace_part(page.replace(tool.END.format("run"), ""), "run", "")
except ValueError as error:
    print(error, file=sys.stderr)
print(json.dumps({"page": page, "installed": [label for label, _ in tool.INSTALLED]}))
"""

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="a vendored copy has no documentation")


def part(page: str, name: str) -> str:
    """Return what is between the markers of a part."""
    begin, end = "<!-- {}: written by benchmarks/compare_table.py -->".format(name), "<!-- end of {} -->".format(name)
    assert (page.count(begin), page.count(end)) == (1, 1), name
    text = page.partition(begin)[2]
    assert end in text, name
    return text.partition(end)[0].strip()


def first_cells(table: str) -> list[str]:
    return [line.split("|")[1].strip() for line in table.splitlines()[2:]]


@pytest.fixture(scope="module")
def written() -> Any:
    """The result of the tool with made-up figures."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=str(ROOT / "benchmarks"), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        timeout=LIMIT, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr.decode()
    assert b"the markers of 'run' are damaged" in run.stderr
    return json.loads(run.stdout)


def test_the_tool_changes_nothing_outside_of_the_markers(written: Any) -> None:
    page, new = PAGE.read_text(encoding="utf-8"), written["page"]
    for name in PARTS:
        page, new = page.replace(part(page, name), ""), new.replace(part(new, name), "")
    assert page == new


@pytest.mark.parametrize("name", ["figures", "websockets"])
def test_the_tables_have_the_rows_and_columns_of_the_tool(written: Any, name: str) -> None:
    table, new = part(PAGE.read_text(encoding="utf-8"), name), part(written["page"], name)
    assert first_cells(table) == first_cells(new)
    assert table.splitlines()[:2] == new.splitlines()[:2]


def test_the_run_and_the_installations_are_described(written: Any) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert re.fullmatch(
        r"Measured on \d{4}-\d\d-\d\d: CPython 3[.\d]+ on \w+ \w+ with \d+ processors; .+\.",
        part(page, "run"),
        re.DOTALL,
    )
    assert (
        part(written["page"], "run") == "Measured on 2000-01-01: CPython 3 on Linux x86_64 with 2 processors; openai 1."
    )
    assert first_cells(part(page, "installed")) == [*written["installed"], "urllib"]
