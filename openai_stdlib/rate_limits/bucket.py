# SPDX-License-Identifier: MIT
"""`Bucket`: the limits that one or several models share, and the calls that wait for them. Pure; see gate.py.

Calls are admitted in the order of their arrival: a call may be sent if there is enough for it after all calls that
came before have taken theirs. `Permit` is what a call has taken.
"""

from __future__ import annotations

from collections import OrderedDict

from .gate import Gate
from .rate_headers import parse_duration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    from .gate import Mark
    from .rate_headers import Report, Values

GRACE = 2.0  # seconds by which a waiting call may be late before others stop waiting for it: its process may have ended
LOOK_AGAIN = 0.05  # seconds after which the first call that waits looks again, while others are under way
LOOK_AGAIN_IDLE = 0.5  # seconds, while none is
LOOK_AGAIN_LATER = 0.02  # seconds more for each call before it, so that many don't take all of the CPU
FORGET_AFTER = 600.0  # seconds without a call after which those that nobody has reported count as answered
MAX_RATIO = 20.0
MIN_RATIO = 0.02


class Permit:
    """What a call has taken from a bucket: one request, and `tokens` that were estimated as `estimate`."""

    __slots__ = ("key", "estimate", "tokens", "request_mark", "token_mark", "is_taken", "is_answered")

    def __init__(self, estimate: float) -> None:
        self.key: str = ""  # of the bucket
        self.estimate: float = estimate
        self.tokens: float = estimate
        self.request_mark: Optional[Mark] = None  # see Gate.report
        self.token_mark: Optional[Mark] = None
        self.is_taken: bool = False  # until it is settled
        self.is_answered: bool = False


class Bucket:
    """Gates of requests and of tokens: those of the user's limits, and those that the server reports."""

    __slots__ = (
        "own", "requests", "tokens", "gates", "blocked_until", "tickets", "placed", "ratio", "deviation", "samples",
        "flying", "flying_tokens", "unsettled", "used_at",
    )  # fmt: skip

    def __init__(self, own_requests: Optional[float], own_tokens: Optional[float], now: float) -> None:
        # Gates of the user's limits. One of the server takes the place of one that is not lower.
        self.own: List[Optional[Gate]] = [
            None if limit is None else Gate(limit, now) for limit in (own_requests, own_tokens)
        ]
        self.requests: Optional[Gate] = None  # of the server
        self.tokens: Optional[Gate] = None
        self.gates: List[Tuple[Gate, bool]] = []  # all, each with whether it counts tokens
        self.blocked_until: float = 0.0  # as the server demanded
        # Calls that wait: id -> [requests and tokens that were placed before it, when others stop waiting for it]
        self.tickets: OrderedDict[str, List[float]] = OrderedDict()
        self.placed: List[float] = [0.0, 0.0]  # requests and tokens in the queue since it was last empty
        self.ratio: float = 1.0  # of tokens that were used to those that were estimated, on average
        self.deviation: float = 0.0  # from it, on average
        self.samples: int = 0
        self.flying: float = 0.0  # requests that have been sent and not answered, and their tokens
        self.flying_tokens: float = 0.0
        self.unsettled: float = 0.0  # tokens of calls whose use is not known yet
        self.used_at: float = now
        self._list_gates()

    def _list_gates(self) -> None:
        gates = ((self.own[0], False), (self.requests, False), (self.own[1], True), (self.tokens, True))
        self.gates = [(gate, is_tokens) for gate, is_tokens in gates if gate is not None]

    def set_own_limits(self, limits: Tuple[Optional[float], Optional[float]], now: float) -> None:
        """Change the user's limits, and keep what was counted."""
        for index, limit in enumerate(limits):
            gate, known = self.own[index], self.tokens if index else self.requests
            if limit is None or (known is not None and known.limit <= limit):
                self.own[index] = None
            elif gate is None:
                self.own[index] = Gate(limit, now)
            else:
                gate.limit = gate.capacity = limit
        self._list_gates()

    def expected_tokens(self, estimate: float) -> float:
        """Return what a call is likely to use at most: the estimate, as such estimates have proved so far."""
        return estimate * (self.ratio + 2 * self.deviation) if self.samples else estimate

    def delay(self, now: float, tokens: float, ticket: Optional[str] = None, share: float = 1.0) -> float:
        """Return the seconds until a call of `tokens` may be sent, or 0. `ticket` is its place in the queue, if any.

        `share` is that of the tokens of other calls which these use; they give the rest back.
        """
        seconds = self.blocked_until - now if self.blocked_until > now else 0.0
        if not self.tickets:
            ahead = ahead_tokens = 0.0
        else:
            ahead, ahead_tokens = self._count_ahead(now, ticket)
        others = share * ahead_tokens - (1.0 - share) * self.unsettled
        for gate, is_tokens in self.gates:
            need = min(tokens, gate.most) + others if is_tokens else ahead + 1.0
            if gate.available(now) < need:
                seconds = max(seconds, gate.wait_for(now, need), 0.001)
        return seconds

    def least_delay(self, now: float, tokens: float, ticket: str) -> float:
        """Return the seconds that a call has to wait even if others use no more than such calls do on average."""
        share = self.ratio / (self.ratio + 2 * self.deviation) if self.samples else 0.0
        return self.delay(now, tokens, ticket, share)

    def _count_ahead(self, now: float, ticket: Optional[str]) -> Tuple[float, float]:
        """Return the requests and tokens of the calls that came before."""
        tickets = self.tickets
        while tickets:
            first, entry = next(iter(tickets.items()))
            if first == ticket:
                return 0.0, 0.0
            if entry[2] >= now:
                placed = tickets.get(ticket or "", self.placed)
                return placed[0] - entry[0], placed[1] - entry[1]
            del tickets[first]
        return 0.0, 0.0

    def wait(self, now: float, ticket: str, tokens: float, delay: float) -> float:
        """Give a call its place in the queue, or let it keep it; return the seconds until it should look again.

        That may be sooner than it can be sent: calls that are under way may turn out to use less than they have taken.
        """
        entry = self.tickets.get(ticket)
        if entry is None:
            if not self.tickets:
                self.placed = [0.0, 0.0]
            entry = self.tickets[ticket] = [*self.placed, 0.0]
            self.placed = [self.placed[0] + 1.0, self.placed[1] + tokens]
        position = entry[0] - next(iter(self.tickets.values()))[0]
        pause = min(
            delay, (LOOK_AGAIN if self.flying or self.unsettled > 0 else LOOK_AGAIN_IDLE) + position * LOOK_AGAIN_LATER
        )
        entry[2] = now + pause + GRACE
        return pause

    def try_take(self, now: float, permit: Permit, key: str) -> bool:
        """Count a call that is sent now, if nothing is in its way."""
        tokens = permit.tokens = self.expected_tokens(permit.estimate)
        if self.tickets or now < self.blocked_until:
            return False
        for gate, is_tokens in self.gates:
            if gate.available(now) < (tokens if is_tokens else 1.0) and gate.wait_for(now, min(tokens, gate.most)):
                return False
        self.take(now, permit, key)
        return True

    def take(self, now: float, permit: Permit, key: str) -> None:
        """Count a call that is sent now."""
        if now - self.used_at > FORGET_AFTER:
            self._forget_calls()
            self.unsettled = 0.0
        self.used_at = now
        tokens = permit.tokens
        for gate, is_tokens in self.gates:
            gate.take(now, tokens if is_tokens else 1.0)
        gate_of_requests, gate_of_tokens = self.requests or self.own[0], self.tokens or self.own[1]
        permit.request_mark = None if gate_of_requests is None else gate_of_requests.mark(now)
        permit.token_mark = None if gate_of_tokens is None else gate_of_tokens.mark(now)
        permit.key, permit.is_taken, permit.is_answered = key, True, False
        self.flying += 1.0
        self.flying_tokens += tokens
        self.unsettled += tokens

    def answer(self, permit: Permit) -> None:
        """See that a call has been answered, or has failed."""
        if not permit.is_answered:
            permit.is_answered = True
            self.flying -= 1.0
            if self.flying <= 0:  # with nothing under way, rounding errors and calls of ended processes are gone
                self._forget_calls()
                return
            self.flying_tokens -= permit.tokens
            for gate, is_tokens in self.gates:
                gate.answered += permit.tokens if is_tokens else 1.0

    def _forget_calls(self) -> None:
        self.flying = self.flying_tokens = 0.0
        for gate, _ in self.gates:
            gate.answered = gate.sent

    def settle(self, now: float, permit: Permit, tokens: Optional[float]) -> None:
        """See how many tokens a call has used; None if that is not known. Corrects what was taken, once."""
        if not permit.is_answered:
            self.answer(permit)
        permit.is_taken = False
        unsettled = self.unsettled - permit.tokens
        self.unsettled = unsettled if unsettled > 0.001 else 0.0  # without rounding errors
        if tokens is None:
            return
        difference = tokens - permit.tokens
        if difference:
            for gate, is_tokens in self.gates:
                if is_tokens:
                    gate.correct(now, difference)
        if tokens > 0 and permit.estimate > 0:
            ratio = tokens / permit.estimate
            if ratio != self.ratio or not self.samples:
                self._learn_ratio(min(max(ratio, MIN_RATIO), MAX_RATIO))

    def _learn_ratio(self, ratio: float) -> None:
        if self.samples:
            self.deviation += (abs(ratio - self.ratio) - self.deviation) / 8
            self.ratio += (ratio - self.ratio) / 8
        else:
            self.ratio, self.deviation = ratio, ratio / 8
        self.samples += 1

    def report(self, now: float, permit: Permit, report: Report) -> None:
        """Compare the gates with what a response reports."""
        self._report_one(now, permit.request_mark, 0, report.requests)
        self._report_one(now, permit.token_mark, 1, report.tokens)

    def _report_one(self, now: float, mark: Optional[Mark], index: int, values: Values) -> None:
        limit, remaining, reset = values
        gate = self.tokens if index else self.requests
        if limit is not None and (gate is None or gate.limit != limit):
            gate = self._set_limit(now, index, gate, limit)
        if gate is not None and remaining is not None:
            # The call itself has been counted. Of its tokens it is not known how many.
            seconds = None if reset is None else parse_duration(reset)
            gate.report(now, mark, 0.0 if index else 1.0, remaining, seconds)

    def _set_limit(self, now: float, index: int, gate: Optional[Gate], limit: float) -> Gate:
        """Set the limit that the server reports, and return its gate."""
        own = self.own[index]
        if gate is not None:
            gate.available(now)
        elif own is not None and own.limit >= limit:
            gate, self.own[index] = own, None
        else:
            gate = Gate(limit, now)
            gate.take(now, self.flying_tokens if index else self.flying)
            if own is not None:
                gate.sent, gate.answered = own.sent, own.answered  # permits have marks of it
        gate.limit = gate.capacity = limit
        if index:
            self.tokens = gate
        else:
            self.requests = gate
        self._list_gates()
        return gate

    def block(self, now: float, seconds: float) -> None:
        """Admit no call for `seconds`, as the server has demanded."""
        self.blocked_until = max(self.blocked_until, now + seconds)

    def has_plenty(self, report: Report) -> bool:
        """Return whether a report confirms that more than half of both limits is left, which says nothing new."""
        for gate, (limit, remaining, _) in ((self.requests, report.requests), (self.tokens, report.tokens)):
            if gate is None:
                if limit is not None:
                    return False
            elif limit is None or remaining is None or gate.limit != limit or not gate.is_refilled:
                return False
            elif remaining * 2 < limit or gate.level * 2 < limit:
                return False
        return True

    def has_limits_of(self, report: Report) -> bool:
        """Return whether a report has the limits of these gates, or some are not known yet."""
        pairs = ((self.requests, report.requests), (self.tokens, report.tokens))
        return all(gate is None or values[0] is None or gate.limit == values[0] for gate, values in pairs)

    def is_contradicted(self, now: float, permit: Permit, report: Report) -> bool:
        """Return whether a report must be of other limits than these."""
        limit, remaining, _ = report.requests
        gate, mark = self.requests, permit.request_mark
        if gate is None or remaining is None or limit != gate.limit or mark is None:
            return False
        return gate.is_contradicted(now, mark, 1.0, remaining)

    def forget_calls(self) -> None:
        """Forget calls that wait or are under way: those of a parent process."""
        self.tickets.clear()
        self._forget_calls()
        self.unsettled = 0.0

    def describe(self, now: float) -> Dict[str, Any]:
        """Return the limits, what is available of them, and the number of calls that wait."""
        values: Dict[str, Any] = {"waiting": sum(entry[2] >= now for entry in self.tickets.values())}
        for gate, is_tokens in self.gates:
            known = {"limit": gate.limit, "available": gate.available(now), "period": gate.period}
            name = "tokens" if is_tokens else "requests"
            if name not in values or known["available"] < values[name]["available"]:
                values[name] = known
        return values

    def shift(self, seconds: float) -> None:
        """Move all times, after a step of the clock."""
        self.blocked_until += seconds
        self.used_at += seconds
        for entry in self.tickets.values():
            entry[2] += seconds
        for gate, _ in self.gates:
            gate.shift(seconds)

    def dump(self) -> Dict[str, Any]:
        """Return the state as values that JSON can represent."""
        values = {name: getattr(self, name) for name in self.__slots__ if name != "gates"}
        values["own"] = [gate and gate.dump() for gate in self.own]
        values["requests"], values["tokens"] = (gate and gate.dump() for gate in (self.requests, self.tokens))
        values["tickets"] = list(self.tickets.items())
        return values

    @classmethod
    def load(cls, values: Dict[str, Any]) -> Bucket:
        """Build a bucket from what `dump` returned. Raises KeyError, TypeError or ValueError."""
        bucket = cls(None, None, 0.0)
        for name in values.keys() & set(cls.__slots__):
            setattr(bucket, name, values[name])
        bucket.own = [gate and Gate.load(gate) for gate in values["own"]]
        bucket.requests, bucket.tokens = (gate and Gate.load(gate) for gate in (values["requests"], values["tokens"]))
        bucket.tickets = OrderedDict(values["tickets"])
        bucket._list_gates()
        return bucket
