# SPDX-License-Identifier: MIT
"""A page of HTML with pictures of a bulk run: inline SVG, no script, nothing to load. Light and dark."""

from __future__ import annotations

from html import escape
from math import ceil, log10

from .statistics import BUCKET_GROWTH, SHORTEST, bucket_end

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Sequence, Tuple

    from .statistics import Statistics
    from .summary import BulkSummary

WIDTH, HEIGHT = 720, 220  # of a picture, in pixels
LEFT, RIGHT, TOP, BOTTOM = 56, 12, 10, 30  # margins around its plot
GRID_LINES = 4
TICK_WIDTH = 48  # of a text below the axis
MAX_BARS = 60
MAX_ERRORS = 12  # kinds that have a bar of their own
STYLE = """
:root { color-scheme: light dark; --text: #1c2430; --dim: #5b6675; --line: #d9dee5; --page: #ffffff; --card: #f6f8fa;
  --good: #2f6fde; --bad: #c8362b; --third: #0f8a6a; }
@media (prefers-color-scheme: dark) { :root { --text: #e6eaf0; --dim: #9aa6b5; --line: #323b47; --page: #12161c;
  --card: #1a2029; --good: #6aa1ff; --bad: #ff7b6e; --third: #3fc79f; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); margin: 0 auto; padding: 24px;
  max-width: 780px; }
h1 { font-size: 22px; margin: 0 0 4px; overflow-wrap: anywhere; } h2 { font-size: 16px; margin: 28px 0 6px; }
p { margin: 4px 0; color: var(--dim); }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 10px; margin: 18px 0; }
dl div { background: var(--card); border-radius: 8px; padding: 8px 12px; }
dt { color: var(--dim); font-size: 13px; } dd { margin: 0; font-size: 19px; font-variant-numeric: tabular-nums; }
svg { width: 100%; height: auto; display: block; } text { fill: var(--dim); font: 12px system-ui, sans-serif; }
.grid { stroke: var(--line); } .good { fill: var(--good); } .bad { fill: var(--bad); } .third { fill: var(--third); }
.mark { stroke: var(--text); stroke-dasharray: 4 3; } .label { fill: var(--text); }
.limit { fill: none; stroke: var(--third); stroke-width: 2; }
.key { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin: 0 4px 0 12px; }
"""


def render_report(summary: BulkSummary, title: str) -> str:
    """Return the page for a run. All text is escaped."""
    statistics = summary.statistics
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<title>{}</title><style>{}</style></head><body>".format(escape(title), STYLE),
        "<h1>{}</h1>".format(escape(title)),
        "<p>{}</p>".format(escape(_state(summary))),
        _numbers(summary),
        "<h2>Rows that succeeded, by latency</h2>",
        _latency_picture(statistics),
        "<h2>Rows per second over time</h2>",
        _key(("good", "succeeded"), ("bad", "failed"), ("third", "calls at once at most (own scale)")),
        _rate_picture(statistics),
        "<h2>Errors by kind</h2>",
        _error_picture(statistics),
        "<h2>Output tokens per second over time</h2>",
        _token_picture(statistics),
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _state(summary: BulkSummary) -> str:
    text = "The run is complete." if summary.is_complete else "The run ended early; the same call goes on."
    if summary.resumed:
        text += " {:,} rows were done before; the pictures show this run only.".format(summary.resumed)
    return text + (" Output: {}".format(summary.output) if summary.output else "")


def _numbers(summary: BulkSummary) -> str:
    statistics = summary.statistics
    numbers = [
        ("rows done", "{:,}".format(summary.done)),
        ("of them failed", "{:,}".format(summary.failed)),
        ("time", format_seconds(summary.seconds)),
        ("rows per second", format_number(statistics.finished / summary.seconds if summary.seconds else 0)),
        ("latency, median", format_seconds(statistics.percentile(50))),
        ("latency, 95 %", format_seconds(statistics.percentile(95))),
        ("retries", "{:,}".format(statistics.retries)),
        ("input tokens", "{:,}".format(statistics.input_tokens)),
        ("output tokens", "{:,}".format(statistics.output_tokens)),
        ("cost", "unknown" if statistics.cost is None else "{:,.4f}".format(statistics.cost)),
    ]
    items = ("<div><dt>{}</dt><dd>{}</dd></div>".format(escape(name), escape(value)) for name, value in numbers)
    return "<dl>{}</dl>".format("".join(items))


def _key(*entries: Tuple[str, str]) -> str:
    spans = (
        '<span class="key" style="background: var(--{})"></span>{}'.format(name, escape(text)) for name, text in entries
    )
    return "<p>{}</p>".format("".join(spans))


def _latency_picture(statistics: Statistics) -> str:
    """Return the histogram of latencies, on a logarithmic axis, with median, 95th and 99th percentile."""
    buckets = statistics.latencies
    if not buckets:
        return "<p>No call succeeded.</p>"
    first, last = min(buckets), max(buckets)
    width = max(1, ceil((last - first + 1) / MAX_BARS))  # buckets in a bar
    count = (last - first) // width + 1
    bars = [sum(buckets.get(first + bar * width + step, 0) for step in range(width)) for bar in range(count)]
    plot = Plot(count, max(bars))
    for bar, value in enumerate(bars):
        start, end = bucket_end(first + bar * width - 1), bucket_end(first + (bar + 1) * width - 1)
        plot.bar(bar, 0, value, "good", "{} to {}: {:,} rows".format(format_seconds(start), format_seconds(end), value))
    every = max(1, ceil(count / 8))
    for bar in range(0, count, every):
        plot.tick(bar, format_seconds(bucket_end(first + bar * width - 1) if first + bar else SHORTEST / BUCKET_GROWTH))
    return plot.render("Histogram of latencies")


def _rate_picture(statistics: Statistics) -> str:
    """Return the rows per second, succeeded and failed, with the limit of concurrency as a line."""
    intervals, seconds = statistics.intervals, statistics.interval
    if not intervals:
        return "<p>No row was done.</p>"
    plot = Plot(len(intervals), max(entry[0] + entry[1] for entry in intervals) / seconds)
    for index, (succeeded, failed, _, limit) in enumerate(intervals):
        title = "{}: {:,} succeeded, {:,} failed, at most {} at once".format(
            format_seconds(index * seconds), int(succeeded), int(failed), int(limit)
        )
        plot.bar(index, 0, succeeded / seconds, "good", title)
        plot.bar(index, succeeded / seconds, failed / seconds, "bad", title)
    plot.line([entry[3] for entry in intervals])
    _time_ticks(plot, statistics)
    return plot.render("Rows per second over time")


def _token_picture(statistics: Statistics) -> str:
    """Return the output tokens per second."""
    if not statistics.output_tokens:
        return "<p>The server reported no output tokens.</p>"
    seconds = statistics.interval
    plot = Plot(len(statistics.intervals), max(entry[2] for entry in statistics.intervals) / seconds)
    for index, entry in enumerate(statistics.intervals):
        title = "{}: {:,} tokens".format(format_seconds(index * seconds), int(entry[2]))
        plot.bar(index, 0, entry[2] / seconds, "third", title)
    _time_ticks(plot, statistics)
    return plot.render("Output tokens per second over time")


def _time_ticks(plot: Plot, statistics: Statistics) -> None:
    count = len(statistics.intervals)
    for index in range(0, count, max(1, ceil(count / 8))):
        plot.tick(index, format_seconds(index * statistics.interval))


def _error_picture(statistics: Statistics) -> str:
    """Return a horizontal bar for each kind of error."""
    if not statistics.errors:
        return "<p>No row failed.</p>"
    kinds = sorted(statistics.errors.items(), key=lambda item: -item[1])
    others = sum(count for _, count in kinds[MAX_ERRORS:])
    kinds = kinds[:MAX_ERRORS] + [("other kinds", others)] * bool(others)
    largest = max(count for _, count in kinds)
    row, label_width = 26, 260
    parts = []
    for index, (kind, count) in enumerate(kinds):
        y = index * row
        length = max(2.0, (WIDTH - label_width - 80) * count / largest)
        shown = kind if len(kind) <= 36 else kind[:35] + "…"
        parts.append('<text class="label" x="0" y="{}">{}</text>'.format(y + 17, escape(shown)))
        parts.append(
            '<rect class="bad" x="{}" y="{}" width="{:.1f}" height="16" rx="2"><title>{}</title></rect>'.format(
                label_width, y + 5, length, escape("{}: {:,} rows".format(kind, count))
            )
        )
        parts.append('<text x="{:.1f}" y="{}">{:,}</text>'.format(label_width + length + 6, y + 17, count))
    head = '<svg viewBox="0 0 {} {}" role="img" aria-label="Errors by kind">'.format(WIDTH, len(kinds) * row)
    return head + "".join(parts) + "</svg>"


class Plot:
    """Bars over a horizontal axis of `count` places, with a grid for values up to `largest`."""

    def __init__(self, count: int, largest: float) -> None:
        self._step = (WIDTH - LEFT - RIGHT) / max(1, count)
        self._top = round_up(largest / GRID_LINES) * GRID_LINES
        self._parts: List[str] = []
        self._height = HEIGHT - TOP - BOTTOM
        for number in range(GRID_LINES + 1):
            y = self._y(self._top * number / GRID_LINES)
            self._parts.append(
                '<line class="grid" x1="{}" x2="{}" y1="{y:.1f}" y2="{y:.1f}"/>'.format(LEFT, WIDTH - RIGHT, y=y)
            )
            label = format_number(self._top * number / GRID_LINES)
            self._parts.append('<text x="{}" y="{:.1f}" text-anchor="end">{}</text>'.format(LEFT - 6, y + 4, label))

    def _y(self, value: float) -> float:
        return TOP + self._height * (1 - value / self._top)

    def bar(self, index: int, start: float, value: float, color: str, title: str) -> None:
        """Draw a bar from `start` upwards; its title appears under the pointer."""
        if value:
            self._parts.append(
                '<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}</title></rect>'.format(
                    color,
                    LEFT + index * self._step + min(1.0, self._step / 10),
                    self._y(start + value),
                    max(0.5, self._step - min(2.0, self._step / 5)),
                    self._height * value / self._top,
                    escape(title),
                )
            )

    def line(self, values: Sequence[float]) -> None:
        """Draw a line on a scale of its own, whose end is labelled."""
        largest = max(values) or 1
        points = []
        for index, value in enumerate(values):
            y = TOP + self._height * (1 - 0.95 * value / largest)
            points += [(LEFT + index * self._step, y), (LEFT + (index + 1) * self._step, y)]
        text = " ".join("{:.1f},{:.1f}".format(x, y) for x, y in points)
        self._parts.append('<polyline class="limit" points="{}"/>'.format(text))
        x, y = points[-1]
        self._parts.append(
            '<text class="label" x="{:.1f}" y="{:.1f}" text-anchor="end">{}</text>'.format(
                x - 4, y + 16, format_number(values[-1])
            )
        )

    def tick(self, index: int, text: str) -> None:
        """Write a text below a place; the last one ends at the edge."""
        x, anchor = LEFT + index * self._step, "start"
        if x > WIDTH - RIGHT - TICK_WIDTH:
            x, anchor = WIDTH, "end"
        self._parts.append(
            '<text x="{:.1f}" y="{}" text-anchor="{}">{}</text>'.format(x, HEIGHT - BOTTOM + 18, anchor, escape(text))
        )

    def render(self, label: str) -> str:
        """Return the picture."""
        head = '<svg viewBox="0 0 {} {}" role="img" aria-label="{}">'.format(WIDTH, HEIGHT, escape(label))
        return head + "".join(self._parts) + "</svg>"


def round_up(value: float) -> float:
    """Return the next number of the form 1, 2 or 5 times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** int(log10(value) // 1)
    return next(factor * power for factor in (1, 2, 5, 10) if value <= factor * power * 1.0000001)


def format_number(value: float) -> str:
    """Format a number for a label: `1,200`, `0.25`."""
    return "{:,.0f}".format(value) if value >= 10 or value == int(value) else "{:.3g}".format(value)


def format_seconds(seconds: float) -> str:
    """Format a duration in the unit that suits it: `250 ms`, `12 s`, `4 min`."""
    for size, unit in ((3600.0, "h"), (60.0, "min"), (1.0, "s")):
        if seconds >= size * (2 if size > 1 else 1):
            return "{:.3g} {}".format(seconds / size, unit)
    return "0 s" if not seconds else "{:.3g} ms".format(seconds * 1000)
