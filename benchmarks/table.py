# SPDX-License-Identifier: MIT
"""Evaluation of samples as a table: one value for each contender, the budget and whether it is met. No I/O."""

from statistics import median
from typing import Dict, List, NamedTuple, Optional, Sequence

from measures import FLOOR, Figures, Row

TITLE_WIDTH, CELL_WIDTH = 48, 9

Samples = Dict[str, Figures]  # contender -> its figures


class Line(NamedTuple):
    """A row with its values: the floor in the unit of the row, the others in the row's comparison with the floor."""

    row: Row
    values: Dict[str, float]
    noise: Optional[float]
    ok: Optional[bool]


def judge(row: Row, samples: Samples) -> Line:
    """Compute the value of each contender, and whether the contender that the budget is for meets it."""
    by_contender = {name: figures[row.figure] for name, figures in samples.items() if figures.get(row.figure)}
    floor = by_contender.get(row.floor)
    values = {name: compare(row, samples, floor) for name, samples in by_contender.items() if name != FLOOR}
    if floor:
        values[FLOOR] = summarize(row, floor)
    noise = median(floor) / min(floor) if floor and len(floor) > 1 and row.comparison == "ratio" else None
    can_be_judged = row.contender in values and (floor or row.comparison == "plain")
    ok = round(values[row.contender], 2) <= row.budget if can_be_judged else None  # finer differences are noise
    return Line(row, values, noise, ok)


def compare(row: Row, samples: Sequence[float], floor: Optional[Sequence[float]]) -> float:
    """Return the value of a contender in the comparison of a row."""
    if row.comparison == "ratio" and floor:
        return ratio(samples, floor)
    if row.comparison == "more" and floor:
        return summarize(row, samples) - summarize(row, floor)
    return summarize(row, samples)


def summarize(row: Row, samples: Sequence[float]) -> float:
    """Return one figure for many samples: the minimum, because noise only adds time; for memory the median."""
    factor, unit = row.unit
    return factor * (median(samples) if unit == "MiB" else min(samples))


def ratio(samples: Sequence[float], floor: Sequence[float]) -> float:
    """Return the ratio of the minima, or of the medians if samples of one take more than twice as long.

    On a noisy machine, short samples can hit a quiet moment, and long ones cannot.
    """
    if not 0.5 <= median(samples) / median(floor) <= 2:
        return median(samples) / median(floor)
    return min(samples) / min(floor)


def format_table(lines: Sequence[Line], names: Sequence[str]) -> str:
    """Format a line for each row and a column for each contender, then the budget, the verdict and the noise."""
    columns = [[name] + [format_cell(line, name) for line in lines] for name in names]
    rows = zip(*[pad_column(cells) for cells in columns])
    lines_of_text = ["%-*s%s   %-10s %-5s %s" % (TITLE_WIDTH, "", "".join(next(rows)), "budget", "", "noise")]
    for line, cells in zip(lines, rows):
        verdict = {True: "ok", False: "OVER", None: "-"}[line.ok]
        noise = "%.2f ×" % line.noise if line.noise else ""
        lines_of_text.append(
            "%-*s%s   %-10s %-5s %s"
            % (TITLE_WIDTH, line.row.title, "".join(cells), format_budget(line.row), verdict, noise)
        )
    return "\n".join(text.rstrip() for text in lines_of_text)


def pad_column(cells: Sequence[str]) -> List[str]:
    """Pad the cells of a column to the same width, at least CELL_WIDTH, after two spaces."""
    width = max(CELL_WIDTH, *map(len, cells)) + 2
    return [cell.rjust(width) for cell in cells]


def format_cell(line: Line, name: str) -> str:
    """Format one cell."""
    value, row = line.values.get(name), line.row
    if value is None:
        return "-"
    if row.comparison == "plain" or name == FLOOR or FLOOR not in line.values:
        return "%s %s" % (format_number(value), row.unit[1])
    return "%.2f ×" % value if row.comparison == "ratio" else "%+.1f %s" % (value, row.unit[1])


def format_budget(row: Row) -> str:
    """Format the budget of a row."""
    if row.comparison == "ratio":
        return "≤ %g ×" % row.budget
    return "≤ %s%g %s" % ("+" if row.comparison == "more" else "", row.budget, row.unit[1])


def format_number(value: float) -> str:
    """Format a number with about three significant digits."""
    return "%.0f" % value if value >= 100 else "%.1f" % value if value >= 10 else "%.2f" % value


def as_json(lines: List[Line]) -> List[Dict[str, object]]:
    """Return the table as values for JSON."""
    return [
        {
            "title": row.title,
            "kind": row.comparison,
            "unit": row.unit[1],
            "budget": row.budget,
            "ok": ok,
            "values": values,
        }
        for row, values, _, ok in lines
    ]
