# SPDX-License-Identifier: MIT
"""From samples to a table: one value per contender, its ratio to the floor, the budget, the mark. Pure functions."""

from statistics import median
from typing import Dict, List, NamedTuple, Optional, Sequence

from measures import FLOOR, OURS, Figures, Row

TITLE, CELL = 40, 9  # widths

Samples = Dict[str, Figures]  # by contender


class Line(NamedTuple):
    """A row with its values: the floor's in the row's unit, the others' as the row's kind has them."""

    row: Row
    values: Dict[str, float]
    noise: Optional[float]
    ok: Optional[bool]


def judge(row: Row, samples: Samples) -> Line:
    """Boil the samples down to a value per contender, and judge ours."""
    taken = {name: figures[row.figure] for name, figures in samples.items() if figures.get(row.figure)}
    floor = taken.get(row.floor)
    values = {name: value(row, samples, floor) for name, samples in taken.items() if name != FLOOR}
    if floor:
        values[FLOOR] = typical(row, floor)
    noise = median(floor) / min(floor) if floor and row.kind == "ratio" else None
    can_be_judged = OURS in values and (floor or row.kind == "plain")
    ok = round(values[OURS], 2) <= row.budget if can_be_judged else None  # finer than that is noise
    return Line(row, values, noise, ok)


def value(row: Row, samples: Sequence[float], floor: Optional[Sequence[float]]) -> float:
    """Return what is shown of a contender's samples."""
    if row.kind == "ratio" and floor:
        return ratio(samples, floor)
    if row.kind == "more" and floor:
        return typical(row, samples) - typical(row, floor)
    return typical(row, samples)


def typical(row: Row, samples: Sequence[float]) -> float:
    """Return the one figure that stands for many: noise only adds to times, but moves memory both ways."""
    factor, unit = row.unit
    return factor * (median(samples) if unit == "MiB" else min(samples))


def ratio(samples: Sequence[float], floor: Sequence[float]) -> float:
    """Compare by the minimum; but by the median where a sample of one takes far longer than one of the other.

    A short sample finds a quiet moment, even on a noisy machine, that a long one has no chance to find.
    """
    if not 0.5 <= median(samples) / median(floor) <= 2:
        return median(samples) / median(floor)
    return min(samples) / min(floor)


def table(lines: Sequence[Line], names: Sequence[str]) -> str:
    """Return the table: a line per row, a column per contender, then the budget, the mark and the floor's noise."""
    heads = "".join(column(name, name) for name in names)
    printed = ["%-*s%s   %-10s %-5s %s" % (TITLE, "", heads, "budget", "", "noise")]
    for line in lines:
        cells = "".join(column(name, cell(line, name)) for name in names)
        mark = {True: "ok", False: "OVER", None: "-"}[line.ok]
        noise = "%.2f ×" % line.noise if line.noise else ""
        printed.append("%-*s%s   %-10s %-5s %s" % (TITLE, line.row.title, cells, budget(line.row), mark, noise))
    return "\n".join(text.rstrip() for text in printed)


def column(name: str, text: str) -> str:
    """Return a cell's text in its column's width."""
    return text.rjust(max(CELL, len(name)) + 2)


def cell(line: Line, name: str) -> str:
    """Return the text of one cell."""
    value, row = line.values.get(name), line.row
    if value is None:
        return "-"
    if row.kind == "plain" or name == FLOOR or FLOOR not in line.values:
        return "%s %s" % (number(value), row.unit[1])
    return "%.2f ×" % value if row.kind == "ratio" else "%+.1f %s" % (value, row.unit[1])


def budget(row: Row) -> str:
    """Return the budget as it stands in the table."""
    if row.kind == "ratio":
        return "≤ %g ×" % row.budget
    return "≤ %s%g %s" % ("+" if row.kind == "more" else "", row.budget, row.unit[1])


def number(value: float) -> str:
    """Return a number with about three digits that say something."""
    return "%.0f" % value if value >= 100 else "%.1f" % value if value >= 10 else "%.2f" % value


def as_json(lines: List[Line]) -> List[Dict[str, object]]:
    """Return the table as plain values."""
    return [
        {"title": row.title, "kind": row.kind, "unit": row.unit[1], "budget": row.budget, "ok": ok, "values": values}
        for row, values, _, ok in lines
    ]
