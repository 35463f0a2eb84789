# SPDX-License-Identifier: MIT
"""The `usage` command: print what the file of a ledger adds up to. It changes nothing, and needs no key."""

from __future__ import annotations

import sys
from json import dumps

from ..call.errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any, Dict, List, Tuple

# Count -> title of its column. Columns of zeros are left out, but for the first and the last ones.
COLUMNS = {
    "calls": "calls",
    "failed": "failed",
    "without_usage": "without usage",
    "input": "input",
    "cached_input": "cached",
    "cache_write": "cache write",
    "audio_input": "audio in",
    "image_input": "image in",
    "output": "output",
    "reasoning": "reasoning",
    "audio_output": "audio out",
    "image_output": "image out",
    "seconds": "seconds",
    "total_tokens": "tokens",
}
ALWAYS = ("calls", "input", "output", "total_tokens")


def add_parser(subparsers: Any) -> None:
    """Add the command to a parser's subcommands."""
    parser = subparsers.add_parser(
        "usage",
        help="print the usage and cost in the file of a ledger",
        description="Print calls, tokens and cost by model and by label, from the file that a Ledger has written.",
    )
    parser.add_argument("file", metavar="FILE", help="the path of the ledger")
    parser.add_argument("--prices", metavar="FILE", help="a JSON file with prices by model, for a column with the cost")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Print the tables. Returns the exit code."""
    from ..usage.ledger_file import read_file
    from ..usage.lines import Book
    from ..usage.prices import PriceTable, shorten
    from ..usage.totals import Totals

    totals = Totals(None if arguments.prices is None else PriceTable(arguments.prices))
    try:
        read_file(arguments.file, Book(totals))
    except OSError as error:
        reason = error.strerror or error
        raise ConfigError("{}: cannot be read: {}; pass the path of a ledger".format(arguments.file, reason)) from None
    report: Dict[str, Any] = totals.as_dict()
    if arguments.json:
        print(dumps(report, indent=2))
    else:
        has_cost = arguments.prices is not None
        print_table("model", report["by_model"], report, has_cost)
        if any(report["by_label"]):
            print()
            print_table("label", report["by_label"], report, has_cost)
    if totals.unpriced:
        names = printable(shorten(sorted(totals.unpriced)).replace('"', ""))
        print("no price, and therefore no cost: " + names, file=sys.stderr)
    return 0


def print_table(title: str, rows: Dict[str, Dict[str, Any]], total: Dict[str, Any], has_cost: bool) -> None:
    """Print a table of counts, with the total in its last line."""
    columns = [name for name in COLUMNS if name in ALWAYS or total.get(name)]
    lines: List[Tuple[str, ...]] = [(title, *(COLUMNS[name] for name in columns), *["cost"] * has_cost)]
    for name, row in [*rows.items(), ("total", total)]:
        cells = [format_count(row.get(column, 0)) for column in columns]
        cost = "?" if row["cost"] is None else "{:,.6f}".format(row["cost"])
        lines.append((printable(name) or "-", *cells, *[cost] * has_cost))
    widths = [max(map(len, cells)) for cells in zip(*lines)]
    for line in lines:
        first, *others = zip(line, widths)
        print("  ".join([first[0].ljust(first[1])] + [cell.rjust(width) for cell, width in others]).rstrip())


def format_count(number: Any) -> str:
    """Return a number with separators."""
    return "{:,}".format(number) if isinstance(number, int) else "{:,.1f}".format(number)


def printable(text: str) -> str:
    """Return a name without characters that control a terminal."""
    return "".join([character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text])
