# SPDX-License-Identifier: MIT
"""How far a bulk run is: `BulkProgress`, and at its end `BulkSummary`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

    from .statistics import Statistics


class BulkProgress:
    """How far a run is. `total`, `rows_per_second`, `cost` and `seconds_left` are None where they are unknown.

    `done` and `failed` count the rows with a record, also those of earlier runs; `failed` is a part of `done`.
    `total` is estimated from the size of the file. `tokens` are those of this run, `concurrency` the limit at present.
    """

    __slots__ = (
        "done", "failed", "resumed", "total", "rows_per_second", "input_tokens", "output_tokens", "cost", "concurrency",
        "seconds", "seconds_left",
    )  # fmt: skip

    def __init__(self, statistics: Statistics, resumed: int, resumed_failed: int, total: Any, limit: int, now: float):
        self.done: int = resumed + statistics.finished
        self.failed: int = resumed_failed + statistics.failed
        self.resumed: int = resumed
        self.total: Optional[int] = None if total is None else max(total, self.done)
        self.rows_per_second: float = statistics.rate(now)
        self.input_tokens: int = statistics.input_tokens
        self.output_tokens: int = statistics.output_tokens
        self.cost: Optional[float] = statistics.cost
        self.concurrency: int = limit
        self.seconds: float = now
        self.seconds_left: Optional[float] = None
        if self.total is not None and self.rows_per_second > 0:
            self.seconds_left = (self.total - self.done) / self.rows_per_second

    def __repr__(self) -> str:
        fields = ("{}={!r}".format(name, getattr(self, name)) for name in BulkProgress.__slots__)
        return "{}({})".format(type(self).__name__, ", ".join(fields))


class BulkSummary(BulkProgress):
    """The result of a run: the last progress, with the counters (`statistics`) and the path of the `output`.

    `is_complete` is False if the run was interrupted, or has not reached the end of the rows.
    """

    __slots__ = ("statistics", "output", "is_complete")

    def __init__(self, *arguments: Any, output: Optional[str], is_complete: bool) -> None:
        super().__init__(*arguments)
        self.statistics: Statistics = arguments[0]
        self.output: Optional[str] = output
        self.is_complete: bool = is_complete

    def write_report(self, path: Any, title: str = "Bulk run") -> None:
        """Write a page of HTML with pictures of the run to a file. Needs nothing else, and has no script."""
        from ..results.binary import AtomicWriter
        from .report import render_report

        with AtomicWriter(path) as file:
            file.write(render_report(self, title).encode("utf-8"))
