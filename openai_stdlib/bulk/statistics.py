# SPDX-License-Identifier: MIT
"""`Statistics`: what a bulk run has done, in constant memory. No I/O, no clock: times are passed in.

Latencies are counted in buckets that grow by a tenth, results over time in at most 120 intervals whose length doubles.
"""

from __future__ import annotations

from math import log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

BUCKET_GROWTH = 1.1  # so a percentile is exact to 5 %
SHORTEST = 0.001  # seconds: the end of the first bucket
MAX_INTERVALS = 120
MAX_KINDS = 50  # of errors that are told apart
RATE_WEIGHT = 0.3  # of the last interval in the current rate


class Statistics:
    """Counters of one run. Times are seconds since its start."""

    def __init__(self) -> None:
        self.succeeded: int = 0
        self.failed: int = 0
        self.retries: int = 0
        self.input_tokens: int = 0
        self.output_tokens: int = 0
        self.cost: Optional[float] = None  # in the currency of the prices
        self.errors: Dict[str, int] = {}  # kind of error -> rows
        self.latencies: Dict[int, int] = {}  # bucket -> rows
        self.seconds: float = 0.0  # of the newest result
        self.interval: float = 1.0  # seconds
        self.intervals: List[List[float]] = []  # succeeded, failed, output tokens, limit of concurrency

    @property
    def finished(self) -> int:
        """The rows that have a record from this run."""
        return self.succeeded + self.failed

    def add(self, now: float, latency: float, error: Optional[str], tokens: Any, limit: int, retries: int) -> None:
        """Count a row. `error` is the kind of its failure, `tokens` its counts by name, or None."""
        if error is None:
            self.succeeded += 1
            bucket = 0 if latency <= SHORTEST else 1 + int(log(latency / SHORTEST) / log(BUCKET_GROWTH))
            self.latencies[bucket] = self.latencies.get(bucket, 0) + 1
        else:
            self.failed += 1
            if error not in self.errors and len(self.errors) >= MAX_KINDS:
                error = "other"
            self.errors[error] = self.errors.get(error, 0) + 1
        self.retries += retries
        output = 0
        if tokens:
            self.input_tokens += tokens.get("input", 0)
            output = tokens.get("output", 0)
            self.output_tokens += output
        self.seconds = now
        index = int(now / self.interval)
        while index >= MAX_INTERVALS:
            self._double_interval()
            index = int(now / self.interval)
        while len(self.intervals) <= index:
            self.intervals.append([0, 0, 0, limit])
        entry = self.intervals[index]
        entry[error is not None] += 1
        entry[2] += output
        entry[3] = limit

    def _double_interval(self) -> None:
        merged = []
        for first, second in zip(self.intervals[::2], self.intervals[1::2] + [[0, 0, 0, 0]]):
            merged.append([first[0] + second[0], first[1] + second[1], first[2] + second[2], max(first[3], second[3])])
        self.intervals, self.interval = merged, self.interval * 2

    def percentile(self, percent: float) -> float:
        """Return the latency in seconds below which `percent` % of the rows that succeeded are; 0 without any."""
        remaining = sum(self.latencies.values()) * percent / 100
        for bucket in sorted(self.latencies):
            remaining -= self.latencies[bucket]
            if remaining <= 0:
                return bucket_end(bucket)
        return 0.0

    def rate(self, now: float) -> float:
        """Return the rows per second of late: of the last three whole intervals, or since the start."""
        whole = int(now / self.interval)
        recent = self.intervals[max(0, whole - 3) : whole]
        if len(recent) < 3:
            return self.finished / now if now > 0 else 0.0
        return sum(entry[0] + entry[1] for entry in recent) / (len(recent) * self.interval)


def bucket_end(bucket: int) -> float:
    """Return the latency in seconds at which a bucket ends."""
    return SHORTEST * BUCKET_GROWTH**bucket
