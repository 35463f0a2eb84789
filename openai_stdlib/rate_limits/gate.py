# SPDX-License-Identifier: MIT
"""`Gate`: one limit of requests or tokens in a period, as the client counts it and as the server reports it.

Pure: the time is passed in, in seconds of any clock. Servers count in different ways. Some refill a limit continuously
(a token bucket), others renew it at fixed times, or count the last minute. Until the reports show a continuous refill,
a gate admits at most the limit in any period of 60 s, which suits all of them.

A report is older than what was sent since, and between sending and responding nobody knows whether the server has
counted a call. So a report gives two bounds of what is available, and a gate that is between them is left as it is.
"""

from __future__ import annotations

from collections import deque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Deque, Dict, List, Optional, Tuple

    Mark = Tuple[float, float, float]  # the time when a call is sent, and `sent` and `answered` then

PERIODS = (60.0, 3600.0, 86400.0)  # seconds; that of a limit is known from how fast it is refilled
SLOTS = 120  # of a period, in which amounts are counted together
MAX_TRANSIT = 0.25  # seconds, about how long a request is on its way before a server counts it
MATCHES = 2  # reports that show a continuous refill before it is relied on; more for periods of an hour or a day


class Gate:
    """A limit of `limit` requests or tokens a minute.

    `sent` and `answered` are the totals of what was sent, and of that, what the server has responded to.
    """

    __slots__ = (
        "limit", "capacity", "period", "is_refilled", "level", "updated_at", "slots", "used", "foreign",
        "foreign_until", "renewed_at", "excess", "matches", "doubted_until", "sent", "answered",
    )  # fmt: skip

    def __init__(self, limit: float, now: float) -> None:
        self.limit: float = limit
        self.capacity: float = limit  # what is available at most; less where servers divide the period
        self.period: float = 60.0
        self.is_refilled: bool = False  # continuously; then `level` counts, else `slots` and `foreign`
        self.level: float = limit
        self.updated_at: float = now
        self.slots: Deque[List[float]] = deque()  # [time when it no longer counts, amount], the oldest first
        self.used: float = 0.0  # the sum of these amounts
        self.foreign: float = 0.0  # what others have used, until `foreign_until`
        self.foreign_until: float = 0.0
        self.renewed_at: float = 0.0  # when the server says that the limit is available as a whole
        self.excess: float = 0.0  # what reports showed to be used, and corrections of calls may explain later
        self.matches: int = 0
        self.doubted_until: float = 0.0  # before, no refill is assumed to be continuous
        self.sent: float = 0.0
        self.answered: float = 0.0

    @property
    def most(self) -> float:
        """What may be sent at once at most."""
        return self.capacity if self.is_refilled else self.limit

    def available(self, now: float) -> float:
        """Return what may be sent now; less than zero if more was sent than the server allowed."""
        if self.is_refilled:
            level = self.level + (now - self.updated_at) * self.limit / self.period
            self.updated_at = now
            self.level = level = level if level < self.capacity else self.capacity
            return level
        slots = self.slots
        while slots and slots[0][0] <= now:
            self.used -= slots.popleft()[1]
        if self.foreign and self.foreign_until <= now:
            self.foreign = 0.0
        return self.limit - self.used - self.foreign

    def take(self, now: float, amount: float) -> None:
        """Count what is sent now."""
        self.sent += amount
        if self.is_refilled:
            self.level -= amount
        else:
            self._count(now, amount)

    def mark(self, now: float) -> Mark:
        """Return what `report` compares later, for a call that has just been sent."""
        return now, self.sent, self.answered

    def _count(self, now: float, amount: float) -> None:
        width = self.period / SLOTS
        expires_at = (now // width + 1.5) * width + self.period  # half a slot more, because arrivals are irregular
        slots = self.slots
        if slots and slots[-1][0] >= expires_at:
            slots[-1][1] += amount
        else:
            slots.append([expires_at, amount])
        self.used += amount

    def correct(self, now: float, difference: float) -> None:
        """Count `difference` more than was taken for a call; a negative one is given back."""
        if difference > 0 and self.excess > 0:
            known = min(difference, self.excess)
            self.excess -= known
            if self.is_refilled:
                difference -= known
            else:
                self.foreign = max(0.0, self.foreign - known)
        if self.is_refilled:
            self.level -= difference
        elif difference > 0:
            self._count(now, difference)
        else:
            self._forgive(-difference, newest=True)

    def _forgive(self, amount: float, newest: bool = False) -> None:
        """Give an amount back: of what others have used first, unless it is of what was sent last."""
        if not newest and self.foreign > 0:
            given = min(amount, self.foreign)
            self.foreign -= given
            amount -= given
        slots = self.slots
        while slots and amount > 0:
            slot = slots[-1 if newest else 0]
            given = min(amount, slot[1])
            slot[1] -= given
            self.used -= given
            amount -= given
            if slot[1] <= 0:
                slots.pop() if newest else slots.popleft()

    def wait_for(self, now: float, amount: float) -> float:
        """Return the seconds until `amount` is available, which may be more than the limit; 0 if it is now."""
        missing = amount - self.available(now)
        if missing <= 0:
            return 0.0
        if self.is_refilled:
            return missing * self.period / self.limit
        periods = 0.0
        if amount > self.limit:  # the excess waits for further periods
            periods = (amount - self.limit) // self.limit + 1
            missing -= periods * self.limit
        events = [(at, value) for at, value in self.slots]
        if self.foreign > 0:
            events.append((self.foreign_until, self.foreign))
        until = now
        for at, value in sorted(events):
            if missing <= 0:
                break
            missing, until = missing - value, at
        return max(0.0, until - now) + periods * self.period

    def exhaust(self, now: float, until: float) -> None:
        """See that the server admits nothing before `until`, although it reports no more than that."""
        available = self.available(now)
        if available <= 0:
            return
        if self.is_refilled:
            self.level = 0.0
        else:
            self.foreign += available
            self.foreign_until = max(until, self.foreign_until if self.foreign > available else 0.0)

    def report(self, now: float, mark: Optional[Mark], own: float, remaining: float, reset: Optional[float]) -> None:
        """Compare this gate with a report of the server: what remains, and the seconds until the whole limit does.

        `mark` was made when the call was sent that got the report, after which the gate had taken `own` for it; None if
        that is not known.
        """
        sent_at, sent, answered = mark or (now, self.sent, self.answered)
        available = self.available(now)
        if reset is not None:
            self._judge_refill(now, available, remaining, reset)
            self.renewed_at = sent_at + reset + min(now - sent_at, MAX_TRANSIT)
        if self.sent <= self.answered + own:
            self.excess = 0.0  # nothing else is under way
        low = available if mark is None else remaining - (self.sent - answered - own)
        if self.is_refilled:
            high = remaining + (now - sent_at) * self.limit / self.period - (self.sent - sent)
            if available < low:
                self.level = low
            elif available > high:
                self.level = max(high, low)
                self.excess += available - self.level
        elif available > remaining:
            until = now + self.period if reset is None else self.renewed_at
            if until > now:  # else the report is older than the renewal
                self.foreign += available - remaining
                self.excess += available - remaining
                self.foreign_until = until
        elif available < low:
            self._forgive(low - available)

    def _judge_refill(self, now: float, available: float, remaining: float, reset: float) -> None:
        """Find out from `reset` whether the limit is refilled continuously: then it grows with what is spent."""
        spent = self.limit - remaining
        if spent <= 0:
            return
        rounding = 1.0 if reset == int(reset) else 0.02
        for period in PERIODS:
            expected = spent * period / self.limit
            if abs(reset - expected) <= rounding + 0.02 * expected and reset <= period:
                self.capacity = self.limit
                if spent < 0.8 * self.limit:  # near its end, other ways of counting give the same numbers
                    self._count_match(now, available, period, 1 if period == PERIODS[0] else 4)
                return
        # The limit may be refilled up to a small part of it: then this sum is always the same.
        capacity = max(1.0, remaining + reset * self.limit / PERIODS[0])
        if capacity <= self.limit / 2 and abs(capacity - self.capacity) <= 1.5 + 0.002 * capacity:
            self._count_match(now, min(available, remaining), PERIODS[0], 4)
            return
        self.matches = 0
        if self.is_refilled:
            self.is_refilled = False
            self.slots.clear()
            self.used, self.foreign, self.foreign_until = 0.0, self.limit - available, now + min(reset, self.period)
        self.capacity = min(capacity, self.limit)
        if capacity > self.limit / 2:
            self.doubted_until = now + self.period
        if reset > 1.05 * self.period:
            self.period = next((period for period in PERIODS if reset <= period), self.period)

    def _count_match(self, now: float, available: float, period: float, doubt: int) -> None:
        if now >= self.doubted_until and not self.is_refilled:
            self.matches += 1
            if self.matches >= MATCHES * doubt:
                self.period, self.is_refilled, self.level, self.updated_at = period, True, available, now

    def is_contradicted(self, now: float, mark: Mark, own: float, remaining: float) -> bool:
        """Return whether much more remains than this gate can explain, so that the report must be of another limit."""
        if not self.is_refilled and now >= self.renewed_at:
            return False
        return remaining - (self.sent - mark[2] - own) - self.available(now) > max(5.0, self.limit * 0.05)

    def dump(self) -> Dict[str, Any]:
        """Return the state as values that JSON can represent."""
        values = {name: getattr(self, name) for name in self.__slots__}
        values["slots"] = [list(slot) for slot in self.slots]
        return values

    @classmethod
    def load(cls, values: Dict[str, Any]) -> Gate:
        """Build a gate from what `dump` returned. Raises KeyError, TypeError or ValueError."""
        gate = cls(float(values["limit"]), float(values["updated_at"]))
        for name in cls.__slots__:
            value = values[name]
            setattr(gate, name, deque(map(list, value)) if name == "slots" else type(getattr(gate, name))(value))
        return gate

    def shift(self, seconds: float) -> None:
        """Move all times, after a step of the clock."""
        self.updated_at += seconds
        self.foreign_until += seconds
        self.renewed_at += seconds
        self.doubted_until += seconds
        for slot in self.slots:
            slot[0] += seconds
