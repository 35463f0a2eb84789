# SPDX-License-Identifier: MIT
"""Decide whether a call is retried, and after which delay. Pure: no clock, no sleep, no I/O.

The rules are those of the `openai` package: statuses 408, 409, 429 and 5xx and failed connections are retried, the
headers x-should-retry and Retry-After are obeyed, the delay doubles with each attempt and is jittered. In addition, an
exhausted quota is not retried, because waiting doesn't refill it.
"""

from __future__ import annotations

import random

from .api_errors import find_certificate_error
from .timeout import DeadlineExceeded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, ClassVar, Collection, Optional

    from .headers import Headers

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
    """

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
    ) -> None:
        self.max_retries = max_retries
        self.initial_delay = initial_delay
        self.max_delay = max_delay
        self.max_retry_after = max_retry_after
        self.retry_statuses = retry_statuses
        self.retry_insufficient_quota = retry_insufficient_quota
        self.random = random

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
