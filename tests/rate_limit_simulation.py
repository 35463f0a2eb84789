# SPDX-License-Identifier: MIT
"""A simulation of threads that call servers with limits, for minutes of virtual time: no sleeps, no sockets.

The servers count in the ways that real ones do: limits that are refilled continuously, up to the whole or up to ten
seconds of it; limits that are renewed each minute; and limits of the last 60 seconds.
"""

from __future__ import annotations

import heapq
import random
from typing import Any, Callable, NamedTuple

from . import load

RateLimiter = load("rate_limits.limiter").RateLimiter
LimitedCall = load("rate_limits.limited_call").LimitedCall
Response = load("call.message").Response

START = 1000.0  # on the virtual clock, in seconds


class RefilledServer:
    """A limit that is refilled continuously, up to `seconds` of it."""

    def __init__(self, limit: float, seconds: float = 60.0) -> None:
        self.limit, self.capacity, self.now = limit, limit * seconds / 60, 0.0
        self.level = self.capacity

    def left(self, now: float) -> float:
        """Return what is left."""
        self.level = min(self.capacity, self.level + (now - self.now) * self.limit / 60)
        self.now = now
        return self.level

    def take(self, now: float, amount: float) -> None:
        """Count a request."""
        self.level -= amount

    def reset(self, now: float) -> float:
        """Return the seconds until all is left."""
        return (self.capacity - self.level) * 60 / self.limit


def partly_refilled_server(limit: float) -> RefilledServer:
    """Return a server that divides its minute."""
    return RefilledServer(limit, 10.0)


class RenewedServer:
    """A limit that is renewed each minute, which begins when it likes."""

    def __init__(self, limit: float) -> None:
        self.limit, self.window, self.used = limit, -1.0, 0.0

    def left(self, now: float) -> float:
        """Return what is left."""
        window = (now + 17.3) // 60
        if window != self.window:
            self.window, self.used = window, 0.0
        return self.limit - self.used

    def take(self, now: float, amount: float) -> None:
        """Count a request."""
        self.used += amount

    def reset(self, now: float) -> float:
        """Return the seconds until all is left."""
        return (self.window + 1) * 60 - 17.3 - now


class SlidingServer:
    """A limit of the last 60 seconds."""

    def __init__(self, limit: float) -> None:
        self.limit, self.used, self.entries = limit, 0.0, [(0.0, 0.0)]

    def left(self, now: float) -> float:
        """Return what is left."""
        while self.entries and self.entries[0][0] <= now - 60:
            self.used -= self.entries.pop(0)[1]
        return self.limit - self.used

    def take(self, now: float, amount: float) -> None:
        """Count a request."""
        self.entries.append((now, amount))
        self.used += amount

    def reset(self, now: float) -> float:
        """Return the seconds until all is left."""
        return self.entries[-1][0] + 60 - now if self.entries else 0.0


class Result(NamedTuple):
    """What became of a simulation: the larger share of a limit that was used, and the number of refused requests."""

    used: float
    refused: int
    refused_late: int  # after the first seconds, in which limits are learned


def simulate(
    make_server: Callable[[float], Any],
    *,
    minutes: int = 2,
    threads: int = 16,
    requests: int = 600,
    tokens: int = 90_000,
    latency: tuple[float, float] = (0.3, 1.5),
    sizes: tuple[int, int] = (80, 200),
    accuracy: tuple[float, float] = (0.5, 1.5),
    explicit: bool = True,
    headers: bool = True,
    seed: int = 1,
) -> Result:
    """Run threads that call as fast as they may. `accuracy` is that of the estimates, as a factor."""
    chance, now, end = random.Random(seed), START, START + 60.0 * minutes
    limiter = RateLimiter(requests if explicit else None, tokens if explicit else None, clock=lambda: now)
    servers = {"requests": make_server(requests), "tokens": make_server(tokens)}
    events: list[Any] = []
    counts = dict.fromkeys(("requests", "tokens", "refused", "late", "number"), 0)

    def plan(at: float, step: Callable[..., None], *arguments: Any) -> None:
        counts["number"] += 1
        heapq.heappush(events, (at, counts["number"], step, arguments))

    def begin() -> None:
        size = chance.randint(*sizes)
        ask(LimitedCall(limiter, None, "m", size * chance.uniform(*accuracy)), size)

    def ask(part: Any, size: int) -> None:
        if limiter.admit(part):
            plan(now + part.pause + chance.random() * 0.002, ask, part, size)
        else:
            plan(now + chance.random() * 0.05, arrive, part, size)

    def arrive(part: Any, size: int) -> None:
        costs = {"requests": 1, "tokens": size}
        is_refused = any(servers[name].left(now) < cost for name, cost in costs.items())
        fields = []
        for name, cost in costs.items():
            if not is_refused:
                servers[name].take(now, cost)
                counts[name] += cost
            if headers:
                values = {"limit": servers[name].limit, "remaining": int(servers[name].left(now))}
                fields += [("x-ratelimit-{}-{}".format(field, name), str(value)) for field, value in values.items()]
                fields.append(("X-RateLimit-Reset-" + name, "{:.3f}s".format(servers[name].reset(now))))
        if is_refused:
            counts["refused"] += 1
            counts["late"] += now > START + 5
            fields.append(("Retry-After", "1"))
        duration = 0.05 if is_refused else chance.uniform(*latency)
        plan(now + duration, end_call, part, size, 429 if is_refused else 200, fields)

    def end_call(part: Any, size: int, status: int, fields: Any) -> None:
        limiter.read(part, Response(status, fields, (), None, now))
        if status == 200:
            limiter.settle(part, size)
            begin()
        else:
            plan(now + 1, ask, part, size)

    for _ in range(threads):
        plan(START, begin)
    while events:
        at, _, step, arguments = heapq.heappop(events)
        if at >= end:
            break
        now = at
        step(*arguments)
    used = max(counts["requests"] / (requests * minutes), counts["tokens"] / (tokens * minutes))
    return Result(used, counts["refused"], counts["late"])
