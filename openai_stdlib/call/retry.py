# SPDX-License-Identifier: MIT
"""Decide whether a call is retried, and after which delay. Pure: no clock, no sleep, no I/O.

The rules are those of the `openai` package: statuses 408, 409, 429 and 5xx and failed connections are retried, the
headers x-should-retry and Retry-After are obeyed, the delay doubles with each attempt and is jittered. In addition, an
exhausted quota is not retried, because waiting doesn't refill it.
"""

from __future__ import annotations

import random

from .api_errors import find_certificate_error
from .errors import OptionTypeError
from .timeout import DeadlineExceeded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, ClassVar, Collection, Optional

    from .api_errors import APIError
    from .headers import Headers
    from .message import Request
    from .retry_budget import CircuitBreaker, RetryBudget

INITIAL_RETRY_DELAY = 0.5  # seconds; doubles with each attempt
MAX_RETRY_DELAY = 8.0  # seconds
MAX_RETRY_AFTER_DELAY = 120.0  # seconds; if the server asks for more, the call fails at once


class RetryPolicy:
    """Rules for retries, set as `retry_policy` of a client or a call.

    `max_retries` is the number of attempts after the first one. Delays start at `initial_delay` seconds and double up
    to `max_delay`. If the server asks for a delay of more than `max_retry_after` seconds, the call fails at once.
    Statuses in `retry_statuses` are retried, and so are those of 500 and above. `retry_insufficient_quota` also
    retries calls that failed with code insufficient_quota. `random` returns the jitter, from 0.0 to 1.0. For other
    rules, override `delay_after_error` and `delay_after_status`, which return seconds or None.

    `budget`, a `RetryBudget`, limits the retries of all calls together to a share of them, so that they don't multiply
    the load of a server that fails. Without a token in it, a call raises the error of its last attempt; the attribute
    `retry_refused` and the summary say why. `circuit_breaker`, a `CircuitBreaker`, makes calls fail with
    CircuitOpenError, without sending anything, while the server fails. Neither is set by default. All calls that use
    the policy share them, and so do copies of it: those of `with_options`, and those with another `max_retries`.
    Raises OptionTypeError if `budget` or `circuit_breaker` has another type.
    """

    budget: Optional[RetryBudget] = None
    circuit_breaker: Optional[CircuitBreaker] = None

    def __init__(
        self,
        max_retries: int = 2,
        *,
        initial_delay: float = INITIAL_RETRY_DELAY,
        max_delay: float = MAX_RETRY_DELAY,
        max_retry_after: float = MAX_RETRY_AFTER_DELAY,
        retry_statuses: Collection[int] = (408, 409, 429),
        retry_insufficient_quota: bool = False,
        random: Optional[Callable[[], float]] = None,
        budget: Optional[RetryBudget] = None,
        circuit_breaker: Optional[CircuitBreaker] = None,
    ) -> None:
        self.max_retries = max_retries
        self.initial_delay = initial_delay
        self.max_delay = max_delay
        self.max_retry_after = max_retry_after
        self.retry_statuses = retry_statuses
        self.retry_insufficient_quota = retry_insufficient_quota
        self.random = random
        self.budget = _check_part("budget", budget, "a RetryBudget", "take_retry")
        self.circuit_breaker = _check_part("circuit_breaker", circuit_breaker, "a CircuitBreaker", "start_attempt")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # it can be changed

    def __repr__(self) -> str:
        return "{}({})".format(type(self).__name__, ", ".join("{}={!r}".format(*item) for item in vars(self).items()))

    def delay_after_error(self, error: BaseException, retries_taken: int) -> Optional[float]:
        """Return the delay in seconds before a retry after a connection failure, or None for no retry.

        There is none after an error whose attribute `is_retryable` is False: a transport sets it if the response has
        arrived, but cannot be decoded.
        """
        if retries_taken >= self.max_retries or isinstance(error, DeadlineExceeded):
            return None
        if getattr(error, "is_retryable", True) is False:
            return None
        return None if find_certificate_error(error) else self.backoff_delay(retries_taken)

    def delay_after_status(
        self, status: int, headers: Headers, code: Any, received_at: float, retries_taken: int
    ) -> Optional[float]:
        """Return the delay in seconds before a retry after a response with an error status, or None for no retry.

        `code` is the code of the error in the body; `received_at` is in seconds since the epoch.
        """
        if retries_taken >= self.max_retries or (code == "insufficient_quota" and not self.retry_insufficient_quota):
            return None
        retry_after = parse_retry_after(headers, received_at)
        if retry_after is not None and retry_after > self.max_retry_after:
            return None
        should_retry = headers.get("x-should-retry")
        if should_retry == "false" or (should_retry != "true" and status not in self.retry_statuses and status < 500):
            return None
        return retry_after if retry_after is not None and retry_after > 0 else self.backoff_delay(retries_taken)

    def backoff_delay(self, retries_taken: int) -> float:
        """Return the jittered delay in seconds before the next retry, after `retries_taken` retries."""
        delay = min(self.initial_delay * 2.0 ** min(retries_taken, 1000), self.max_delay)
        return delay * (1 - 0.25 * (self.random or random.random)())


def _check_part(name: str, part: Any, expected: str, method: str) -> Any:
    if part is not None and (isinstance(part, type) or not callable(getattr(part, method, None))):
        raise OptionTypeError(
            "RetryPolicy: {}: expected {} or None, got {}".format(name, expected, type(part).__name__)
        )
    return part


def start_attempt(policy: Any, request: Request, attempts: int) -> None:
    """Begin an attempt, after `attempts` others. Raises CircuitOpenError if the circuit breaker of a policy is open."""
    breaker = getattr(policy, "circuit_breaker", None)
    seconds = None if breaker is None else breaker.start_attempt()
    if seconds is not None:
        from .api_errors import CircuitOpenError

        error = CircuitOpenError(seconds, request)
        error.attempts = attempts
        raise error


def record_success(policy: Any) -> None:
    """Tell the budget and the circuit breaker of a policy that a call has succeeded."""
    for part in (getattr(policy, "budget", None), getattr(policy, "circuit_breaker", None)):
        if part is not None:
            part.record_success()


def record_failure(policy: Any, failure: APIError, may_retry: bool) -> bool:
    """Tell the circuit breaker of a policy of an attempt that has failed, and return whether to retry it.

    That takes one retry from the budget. The error notes why it must not be made.
    """
    breaker, budget = getattr(policy, "circuit_breaker", None), getattr(policy, "budget", None)
    if breaker is not None:
        has_answered = getattr(failure, "status_code", 500) < 500
        (breaker.record_success if has_answered else breaker.record_failure)()
    if not may_retry:
        return False
    if breaker is not None and breaker.is_open:
        failure.retry_refused = "the circuit breaker is open"
    elif budget is not None and not budget.take_retry():
        failure.retry_refused = "the retry budget is exhausted"
    return failure.retry_refused is None


def parse_retry_after(headers: Headers, received_at: float) -> Optional[float]:
    """Return the delay in seconds that Retry-After-Ms, else Retry-After (RFC 9110 §10.2.3) asks for, or None.

    May be negative for a date in the past. Overflowing numbers count as infinite; malformed values are ignored.
    """
    milliseconds = _parse_number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = _parse_number(value)
    if seconds is not None or value is None:
        return seconds
    from email.utils import mktime_tz, parsedate_tz

    date = parsedate_tz(value)
    try:
        return None if date is None else mktime_tz(date[:9] + (date[9] or 0,)) - received_at
    except (ValueError, OverflowError):
        return None


def _parse_number(text: Optional[str]) -> Optional[float]:
    """Return a number other than nan and a literal infinity, or None."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    if value != value or (value in (float("inf"), float("-inf")) and "inf" in (text or "").lower()):
        return None
    return value
