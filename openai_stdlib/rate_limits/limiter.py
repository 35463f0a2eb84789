# SPDX-License-Identifier: MIT
"""`RateLimiter`: limits of requests and tokens that the calls of clients keep. Has the lock, the clock and the file."""

from __future__ import annotations

import time
from _thread import allocate_lock
from math import isfinite
from os import urandom

from ..call.call_observer import CallPart
from ..call.errors import ConfigError, OptionTypeError
from ..call.retry import parse_retry_after
from ..transport.pool import call_in_child
from .limited_call import LimitedCall
from .rate_headers import ReportReader
from .state import State
from .token_estimate import estimate_tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import Any, Callable, Dict, List, Optional, Tuple, Union

    from ..call.message import Response
    from ..call.prepare import Call
    from .rate_headers import Report

BUSY_DELAY = 0.001  # seconds after which a file that another process has locked is tried again; up to four times that


class RateLimiter:
    """Keeps calls within limits of requests and tokens a minute: they wait before they are sent.

        client = OpenAI(rate_limiter=RateLimiter(requests_per_minute=600, tokens_per_minute=90_000))

    Share one among clients, threads and tasks; with a `path`, it is shared by all processes that use that file. Calls
    are sent in the order of their arrival. Calls without a `model` are not limited.

    `requests_per_minute` and `tokens_per_minute` are positive numbers. Without them, and where the server reports lower
    ones, the limits are those of the response headers `x-ratelimit-*`; a 429 with Retry-After stops all calls until
    then. `per_model`: True for limits of their own for each model, False for common ones; None, the default, for common
    ones until the server reports others for a model. `max_wait` is how long an attempt may wait, in seconds; None for
    as long as the deadline of the call allows. A call that would wait longer raises RateLimitWaitError and is not sent.

    `estimate(body, arguments)` returns the tokens of a call before it is sent, from its body as bytes and the arguments
    of the caller; by default, a quarter of the bytes and the limit of the output. It is corrected by the usage that
    the server reports. `clock` returns the time in seconds: `time.monotonic`, or with a `path`
    `time.time`. Raises ConfigError if a value is invalid, or the file cannot be read, written and locked.
    """

    def __init__(
        self,
        requests_per_minute: Optional[float] = None,
        tokens_per_minute: Optional[float] = None,
        *,
        path: Union[str, os.PathLike[str], None] = None,
        per_model: Optional[bool] = None,
        max_wait: Optional[float] = None,
        estimate: Optional[Callable[[Any, Dict[str, Any]], float]] = None,
        clock: Optional[Callable[[], float]] = None,
    ) -> None:
        self.requests_per_minute: Optional[float] = _check_number("requests_per_minute", requests_per_minute, 1)
        self.tokens_per_minute: Optional[float] = _check_number("tokens_per_minute", tokens_per_minute, 1)
        self.max_wait: Optional[float] = _check_number("max_wait", max_wait, 0)
        if per_model not in (None, True, False):
            raise OptionTypeError("per_model: expected True, False or None, got {!r}".format(per_model))
        for name, function in (("estimate", estimate), ("clock", clock)):
            if function is not None and not callable(function):
                raise OptionTypeError("{}: expected a function, got {}".format(name, type(function).__name__))
        self.per_model: Optional[bool] = per_model
        self.estimate: Callable[[Any, Dict[str, Any]], Any] = estimate or estimate_tokens
        self._arguments = requests_per_minute, tokens_per_minute, path, per_model, max_wait, estimate, clock
        self._clock: Callable[[], float] = clock or (time.monotonic if path is None else time.time)
        self._state = State(self.requests_per_minute, self.tokens_per_minute, per_model, self._clock())
        self._file: Any = None
        self._reader = ReportReader()
        self._late: List[Tuple[Any, ...]] = []  # updates that a locked file has delayed
        self._tickets = 0
        self._reset_lock()
        if path is not None:
            from .state_file import StateFile

            self._file = StateFile(path)
        call_in_child(RateLimiter._reset_after_fork, self)

    def _reset_lock(self) -> None:
        self._lock = allocate_lock()
        self._name = urandom(6).hex()  # of this limiter in the file, where tickets of others are

    def _reset_after_fork(self) -> None:
        self._reset_lock()
        self._late = []
        if self._file is not None:
            self._file.close()  # the lock belongs to both processes; it is opened again
        for bucket in self._state.buckets.values():
            bucket.forget_calls()

    def observe_call(self, call: Call) -> CallPart:
        """Return what delays one call. Raises ConfigError if `estimate` returns no number."""
        model = call.arguments.get("model")
        if model is None and call.operation.is_custom:
            body = getattr(call.operation, "body", None)
            model = body.get("model") if isinstance(body, dict) else None
        if not isinstance(model, str):
            return CallPart()
        tokens = self.estimate(call.request.body, call.arguments)
        if self.estimate is not estimate_tokens:
            tokens = _check_number("estimate", tokens, 0, optional=False)
        return LimitedCall(self, call, model, tokens)

    def admit(self, part: LimitedCall) -> float:
        """Take a permit for an attempt and return 0, or give it a place in the queue and return the seconds to wait."""
        with self._lock:
            if self._file is None:
                return self._admit(part)
            if not self._file.load(self._state):
                part.pause = part.least = BUSY_DELAY * (1 + 3 * urandom(1)[0] / 255)
                return part.pause
            try:
                self._update_late()
                return self._admit(part)
            finally:
                self._file.save(self._state)

    def _admit(self, part: LimitedCall) -> float:
        now = self._clock()
        key, bucket = self._state.find_bucket(now, part.model)
        if bucket.try_take(now, part, key):
            delay = 0.0
        else:
            if part.ticket and part.queue != key:
                self._remove(part)
            delay = bucket.delay(now, part.tokens, part.ticket)
            if delay:
                if not part.ticket:
                    self._tickets += 1
                    part.ticket, part.queue = "{}-{}".format(self._name, self._tickets), key
                part.pause = bucket.wait(now, part.ticket, part.tokens, delay)
                part.least = bucket.least_delay(now, part.tokens, part.ticket)
                return delay
            bucket.take(now, part, key)
        if part.ticket:
            self._remove(part)
        return delay

    def _remove(self, part: LimitedCall) -> None:
        bucket = self._state.buckets.get(part.queue)
        if bucket is not None:
            bucket.tickets.pop(part.ticket, None)
        part.ticket = ""

    def leave(self, part: LimitedCall) -> None:
        """Give up the place of a call that no longer waits."""
        if part.ticket:
            self._update(RateLimiter._remove, part)

    def read(self, part: LimitedCall, response: Response) -> None:
        """See the head of a response."""
        pairs = response.raw_headers
        if type(pairs) is not list:  # of a transport of the caller's
            pairs = response.raw_headers = list(pairs)
        report = self._reader.read(pairs)
        if response.status_code == 429:
            self._update(RateLimiter._refuse, part, response, report, self._clock())
        elif self._file is not None:
            self._update(RateLimiter._report, part, report, self._clock())
        else:
            with self._lock:
                self._report(part, report, self._clock())
        if response.status_code >= 400:
            self._update(RateLimiter._settle, part, 0.0, self._clock())

    def fail(self, part: LimitedCall) -> None:
        """See that an attempt got no response."""
        self._update(RateLimiter._settle, part, 0.0, self._clock())

    def settle(self, part: LimitedCall, tokens: Optional[float]) -> None:
        """See how many tokens the last attempt has used, if that is known. Later calls of this have no effect."""
        if self._file is not None:
            self._update(RateLimiter._settle, part, tokens, self._clock())
        else:
            with self._lock:
                self._settle(part, tokens, self._clock())

    def _report(self, part: LimitedCall, report: Optional[Report], now: float) -> None:
        if report is None:
            self._state.answer(part)
        else:
            self._state.report(now, part.model, part, report)

    def _refuse(self, part: LimitedCall, response: Response, report: Optional[Report], now: float) -> None:
        self._report(part, report, now)
        seconds = parse_retry_after(response.headers, response.received_at)
        is_reported = report is not None and (report.requests[1] is not None or report.tokens[1] is not None)
        self._state.refuse(now, part, seconds, is_reported)

    def _settle(self, part: LimitedCall, tokens: Optional[float], now: float) -> None:
        if part.is_taken:
            self._state.settle(now, part, tokens)

    def _update(self, function: Any, *arguments: Any) -> None:
        """Change the state; later, if another process has locked the file, because nothing here may wait."""
        with self._lock:
            if self._file is None:
                function(self, *arguments)
                return
            self._late.append((function, *arguments))
            try:
                if self._file.load(self._state):
                    try:
                        self._update_late()
                    finally:
                        self._file.save(self._state)
            except ConfigError:  # reported by the next call; this one has been made
                pass

    def _update_late(self) -> None:
        while self._late:
            function, *arguments = self._late.pop(0)
            function(self, *arguments)

    def describe(self) -> Dict[str, Any]:
        """Return the limits of each model: `{"gpt-4o": {"requests": {"limit": …, "available": …}, "tokens": …, …}}`.

        A limit that is not known is missing. "waiting" is the number of calls that wait. For tests and monitoring.
        """
        with self._lock:
            if self._file is not None and self._file.load(self._state):
                self._file.save(self._state)
            now = self._clock()
            return {model: self._state.buckets[key].describe(now) for model, key in self._state.models.items()}

    def __reduce__(self) -> Any:
        # An unpickled limiter shares the file, if there is one; without a file, it starts anew.
        return _restore, (type(self), self._arguments)

    def __copy__(self) -> RateLimiter:
        return self  # copies of a client share it

    def __deepcopy__(self, memo: Any) -> RateLimiter:
        return self

    def __repr__(self) -> str:
        names = ("requests_per_minute", "tokens_per_minute", "path", "per_model", "max_wait")
        values = ["{}={!r}".format(name, value) for name, value in zip(names, self._arguments) if value is not None]
        return "{}({})".format(type(self).__name__, ", ".join(values))


def _restore(cls: Any, arguments: Tuple[Any, ...]) -> RateLimiter:
    names = ("path", "per_model", "max_wait", "estimate", "clock")
    limiter: RateLimiter = cls(*arguments[:2], **dict(zip(names, arguments[2:])))
    return limiter


def _check_number(name: str, value: Any, least: float, optional: bool = True) -> Any:
    """Return a number as a float, or None if it is optional. Raises ConfigError."""
    if value is None and optional:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise OptionTypeError("{}: expected a number, got {!r}".format(name, value))
    if not least <= value < 1e15 or not isfinite(value):
        raise ConfigError("{}: expected a number of at least {}, got {!r}".format(name, least, value))
    return float(value)
