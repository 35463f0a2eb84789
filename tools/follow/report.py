# SPDX-License-Identifier: MIT
"""What the command prints about differences. No I/O."""

from __future__ import annotations

from typing import Collection, List

from .compare import Difference, Rule

MODELS = ("type", "model", "field", "event union", "event", "model table")  # what tools/models.py writes


def is_writable(difference: Difference, insertable: Collection[str]) -> bool:
    """Tell whether --write deals with a difference; `insertable` are operations whose entries can be written."""
    if difference.kind == "operation":
        return difference.name in insertable and difference.ours is None
    return difference.kind == "row" or difference.kind in MODELS


def report(version: str, found: List[Difference], stale: List[Rule], insertable: Collection[str]) -> str:
    """Return the text about all differences that no exception covers, and about exceptions that cover nothing."""
    writable = [difference for difference in found if is_writable(difference, insertable)]
    others = [difference for difference in found if difference not in writable]
    lines = ["openai {}: {}, {}".format(version, count(found, "difference"), count(stale, "stale exception"))]
    lines += section("Can be written with --write:", writable)
    lines += section("Need a person:", others)
    lines += section("Exceptions that are no longer needed, to be removed from tools/official_exceptions.txt:", stale)
    return "\n".join(lines)


def count(items: Collection[object], noun: str) -> str:
    """Return a number with its noun."""
    return "{} {}{}".format(len(items) or "no", noun, "" if len(items) == 1 else "s")


def section(title: str, items: Collection[object]) -> List[str]:
    """Return the lines of a section, none if there is nothing to list."""
    return ["", title, *("  {}".format(item) for item in items)] if items else []
