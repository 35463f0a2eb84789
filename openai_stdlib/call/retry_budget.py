# SPDX-License-Identifier: MIT
"""`RetryBudget` and `CircuitBreaker`: what protects a server that fails from the retries of its clients.

Both belong to a `RetryPolicy`, which exchange.py asks. They have no I/O; only the circuit breaker reads a clock, which
it can be given. All calls that use the same policy, or copies of it, share their state, from any thread or task.
"""

from __future__ import annotations

from os import getpid
from threading import Lock
from time import monotonic

from .errors import ConfigError, OptionTypeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, ClassVar, Dict, Optional, Tuple


def check_number(name: str, value: Any, allows_zero: bool = False) -> float:
    """Return a finite number above 0, or also 0, as a float. Raises OptionTypeError or ConfigError."""
    expected = "{}: expected a number {} 0, got {!r}".format(name, ">=" if allows_zero else ">", value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise OptionTypeError(expected)
    if not (0 <= value < float("inf")) or not (value or allows_zero):
        raise ConfigError(expected)
    return float(value)


class ProcessLocks:
    """A lock for each process: one that another thread held during a fork would stay locked in the child."""

    __slots__ = ("_locks",)

    def __init__(self) -> None:
        self._locks: Dict[int, Any] = {}  # by id of the process

    def own(self) -> Any:
        """Return the lock of this process."""
        return self._locks.setdefault(getpid(), Lock())


class RetryBudget:
    """Limit for the retries of all calls, a share of the successful ones: `RetryPolicy(budget=RetryBudget())`.

    The budget is a token bucket, as in the standard retry mode of the AWS SDKs and in the retry throttling of gRPC
    (proposal A6). It holds `capacity` tokens at first, and at most. A retry takes one token, and is not made if there
    is none; each successful call adds `ratio`. So there are at most `capacity + ratio * successful calls` retries: a
    tenth of the calls by default, and 10 in an outage. Raises OptionTypeError or ConfigError.
    """

    def __init__(self, ratio: float = 0.1, *, capacity: float = 10.0) -> None:
        self.ratio: float = check_number("RetryBudget: ratio", ratio, allows_zero=True)
        self.capacity: float = check_number("RetryBudget: capacity", capacity, allows_zero=True)
        self._tokens = self.capacity
        self._locks = ProcessLocks()

    @property
    def tokens(self) -> float:
        """How many tokens there are, from 0.0 to `capacity`. A retry needs one."""
        return self._tokens

    def take_retry(self) -> bool:
        """Take the token of one retry. Returns False if there is none, so that the retry must not be made."""
        with self._locks.own():
            if self._tokens < 1 - 1e-9:  # sums of floats are not exact
                return False
            self._tokens = max(0.0, self._tokens - 1)
            return True

    def record_success(self) -> None:
        """Add `ratio` tokens for a call that has succeeded."""
        if self._tokens < self.capacity:
            with self._locks.own():
                self._tokens = min(self.capacity, self._tokens + self.ratio)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RetryBudget) and (self.ratio, self.capacity) == (other.ratio, other.capacity)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # equal rules, each with a state of its own

    def __reduce__(self) -> Any:  # a copy in another process, or a deep one, starts anew
        return _new_budget, (type(self), self.ratio, self.capacity)

    def __repr__(self) -> str:
        return "{}(ratio={!r}, capacity={!r})".format(type(self).__name__, self.ratio, self.capacity)


class CircuitBreaker:
    """Switch that stops calls to a server that fails: `RetryPolicy(circuit_breaker=CircuitBreaker())`.

    After `failures` attempts in a row without a response, or with a status of 500 and above, the circuit is open: calls
    raise CircuitOpenError at once, and nothing is sent. `reset_after` seconds later, one attempt is made as a trial. If
    it succeeds, the circuit closes; if it fails, or nothing is known of it for as long, the next trial is `reset_after`
    seconds later. A status below 500 is a success, because the server works. `clock` returns the time in seconds;
    by default it is `time.monotonic`. Raises OptionTypeError or ConfigError.
    """

    def __init__(
        self, failures: int = 5, reset_after: float = 30.0, *, clock: Optional[Callable[[], float]] = None
    ) -> None:
        if isinstance(failures, bool) or not isinstance(failures, int):
            raise OptionTypeError("CircuitBreaker: failures: expected an integer >= 1, got {!r}".format(failures))
        if failures < 1:
            raise ConfigError("CircuitBreaker: failures: expected an integer >= 1, got {!r}".format(failures))
        if clock is not None and not callable(clock):
            raise OptionTypeError(
                "CircuitBreaker: clock: expected a function that returns seconds, got {}".format(type(clock).__name__)
            )
        self.failures: int = failures
        self.reset_after: float = check_number("CircuitBreaker: reset_after", reset_after)
        self.clock: Callable[[], float] = clock or monotonic
        self._failed = 0  # attempts in a row
        self._next_trial_at: Optional[float] = None  # None while the circuit is closed
        self._locks = ProcessLocks()

    @property
    def is_open(self) -> bool:
        """Whether the circuit is open: no call is sent, except for a trial."""
        return self._next_trial_at is not None

    def start_attempt(self) -> Optional[float]:
        """Return None if an attempt may be made now, else the seconds until the next trial."""
        if not self.is_open:
            return None
        with self._locks.own():
            next_trial_at, now = self._next_trial_at, self.clock()
            if next_trial_at is None:  # another thread has closed the circuit
                return None
            if now < next_trial_at:
                return next_trial_at - now
            self._next_trial_at = now + self.reset_after  # this one is the trial, other attempts have to wait
            return None

    def record_success(self) -> None:
        """Record an attempt that the server has answered. Closes the circuit."""
        if self._failed:
            with self._locks.own():
                self._failed, self._next_trial_at = 0, None

    def record_failure(self) -> None:
        """Record an attempt that has failed. Opens the circuit if it is the last of `failures` in a row."""
        with self._locks.own():
            self._failed += 1
            if self._failed >= self.failures:
                self._next_trial_at = self.clock() + self.reset_after

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CircuitBreaker) and self._values() == other._values()

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # equal rules, each with a state of its own

    def _values(self) -> Tuple[Any, ...]:
        return self.failures, self.reset_after, self.clock

    def __reduce__(self) -> Any:  # a copy in another process, or a deep one, starts anew
        return _new_breaker, (type(self), self._values())

    def __repr__(self) -> str:
        return "{}(failures={!r}, reset_after={!r})".format(type(self).__name__, self.failures, self.reset_after)


def _new_budget(cls: Any, ratio: float, capacity: float) -> RetryBudget:
    budget: RetryBudget = cls(ratio, capacity=capacity)
    return budget


def _new_breaker(cls: Any, values: Tuple[Any, ...]) -> CircuitBreaker:
    breaker: CircuitBreaker = cls(values[0], values[1], clock=values[2])
    return breaker
