# SPDX-License-Identifier: MIT
"""`AdaptiveLimit`: how many calls may run at once, adapted to the server. No I/O, no clock, no lock.

Additive increase and multiplicative decrease, as TCP does it (RFC 5681): the limit starts low and doubles with each
round of calls until the server shows that it has enough, then grows by a fiftieth of the maximum per round. A round is
as many calls as the limit. A 429, another retried status or a failed connection lowers it, at most once per round,
because calls that ran at the same time report the same overload. So does latency: the median of a round against the
lowest median so far. A median, because single calls to a model differ by far more than load makes them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List

INITIAL_LIMIT = 16
DECREASE_AFTER_OVERLOAD = 0.5
DECREASE_AFTER_LATENCY = 0.9
DECREASE_WHILE_DOUBLING = 0.5  # the same, where the limit may have become far too high
STEPS = 50  # of the increase, from 0 to the maximum
LATENCY_FACTOR = 2.0  # a median of so many times the lowest one is a sign of overload
BASELINE_GROWTH = 1.01  # per round: models and prompts change in a long run
MIN_ROUND = 8  # latencies that a median needs


class AdaptiveLimit:
    """The number of calls that may run at once: `value`, from 1 to `maximum`."""

    __slots__ = (
        "value",
        "maximum",
        "decreases",
        "_limit",
        "_step",
        "_is_doubling",
        "_events",
        "_latencies",
        "_round",
        "_baseline",
    )

    def __init__(self, maximum: int, initial: int = INITIAL_LIMIT) -> None:
        self.maximum: int = maximum
        self.value: int = max(1, min(initial, maximum))
        self.decreases: int = 0
        self._limit: float = float(self.value)
        self._step = max(1.0, maximum / STEPS)
        self._is_doubling = True
        self._events = self.value  # since the last decrease
        self._latencies: List[float] = []  # of this round
        self._round = max(MIN_ROUND, self.value)  # calls
        self._baseline = 0.0  # seconds: the lowest median

    def on_result(self, seconds: float) -> None:
        """See that a call has got a response after `seconds`, without its retries."""
        self._events += 1
        self._latencies.append(seconds)
        if len(self._latencies) >= self._round:
            self._finish_round()
        elif self._is_doubling:
            self._increase(1.0)

    def on_overload(self) -> None:
        """See that the server rejected a call for its load, or that a connection failed or timed out."""
        self._is_doubling = False
        self._events += 1
        if self._events > self.value:
            self._decrease(DECREASE_AFTER_OVERLOAD)

    def _finish_round(self) -> None:
        """Compare the latencies of a round with those before, and lower or raise the limit."""
        latencies = sorted(self._latencies)
        median = latencies[len(latencies) // 2]
        if self._baseline and median > self._baseline * LATENCY_FACTOR:
            self._baseline *= BASELINE_GROWTH
            self._decrease(DECREASE_WHILE_DOUBLING if self._is_doubling else DECREASE_AFTER_LATENCY)
            self._is_doubling = False
        else:
            self._baseline = min(self._baseline * BASELINE_GROWTH or median, median)
            self._increase(1.0 if self._is_doubling else self._step)
            self._begin_round()

    def _begin_round(self) -> None:
        self._latencies = []
        self._round = max(MIN_ROUND, self.value)

    def _increase(self, step: float) -> None:
        if self.value < self.maximum:
            self._limit = min(self._limit + step, float(self.maximum))
            self.value = int(self._limit)

    def _decrease(self, factor: float) -> None:
        self._limit = max(1.0, self._limit * factor)
        self.value = int(self._limit)
        self._events = 0
        self.decreases += 1
        self._begin_round()
