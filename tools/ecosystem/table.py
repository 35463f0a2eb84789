# SPDX-License-Identifier: MIT
"""The table of programs in docs/ecosystem.md, between two markers."""

from __future__ import annotations

from typing import Dict, List, NamedTuple

START = "<!-- programs: written by tools/ecosystem.py -->"
END = "<!-- end of programs -->"
HEAD = ["| program | version | what is run | result |", "|---|---|---|---|"]


class Row(NamedTuple):
    """A row of the table."""

    program: str
    version: str
    runs: str
    result: str


def parse_rows(text: str) -> Dict[str, Row]:
    """Return the rows of the table in a page, by program. Raises ValueError if it has no markers."""
    table = text[text.index(START) : text.index(END)]
    rows = {}
    for line in table.splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in line.replace("\\|", "\0").strip("| ").split("|")]
        if line.startswith("| ") and line not in HEAD and len(cells) == len(Row._fields):
            row = Row(*(cell.replace("\0", "|") for cell in cells))
            rows[row.program] = row
    return rows


def update_table(text: str, new: List[Row], programs: List[str]) -> str:
    """Return a page with new rows in its table, and without rows of programs that do not exist any more."""
    rows = {name: row for name, row in parse_rows(text).items() if name in programs}
    rows.update((row.program, row) for row in new)
    lines = HEAD + [format_row(rows[name]) for name in sorted(rows, key=str.lower)]
    before, after = text.split(START)[0], text.split(END, 1)[1]
    return before + "\n".join([START, "", *lines, "", END]) + after


def format_row(row: Row) -> str:
    """Return a row as a line of Markdown."""
    cells = [cell.replace("\n", " ").replace("|", "\\|") for cell in row]
    return "| {} |".format(" | ".join(cells))
