# SPDX-License-Identifier: MIT
"""When a call is tried again, and after how long. Pure: no clock, no sleep, no I/O; exchange.py acts on the numbers.

The rules are the official SDK's: 408, 409, 429 and 5xx and lost connections are tried again, the server's
`x-should-retry` and `Retry-After` are heeded, the wait doubles with each attempt and is jittered. Beyond them:
an exhausted quota is not tried again, since waiting doesn't fill it.
"""

from __future__ import annotations

import random

from .api_errors import find_certificate_error
from .timeout import DeadlineExceeded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Collection, Optional

    from .message import Headers

INITIAL_RETRY_DELAY = 0.5  # seconds; doubled with each further attempt
MAX_RETRY_DELAY = 8.0  # seconds
MAX_RETRY_AFTER_DELAY = 120.0  # seconds; a server that asks for more is not worth waiting for


class RetryPolicy:
    """How often and when a call is tried again; per client and call as `retry_policy`.

    `max_retries` counts attempts after the first one. Waits, in seconds, begin at `first_wait` and double up to
    `longest_wait`; a server that asks for more than `longest_retry_after` is not waited for. `statuses` are tried
    again beside those from 500 on. For other rules, override the two methods, which return seconds or None.
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

    __hash__ = None  # type: ignore[assignment]  # it can be changed

    def __repr__(self) -> str:
        return "{}({})".format(type(self).__name__, ", ".join("{}={!r}".format(*item) for item in vars(self).items()))

    def delay_after_error(self, error: BaseException, retries_taken: int) -> Optional[float]:
        """Return the seconds to wait before the next attempt, or None if there should be none."""
        if retries_taken >= self.max_retries or isinstance(error, DeadlineExceeded):
            return None
        return None if find_certificate_error(error) else self.backoff_delay(retries_taken)

    def delay_after_status(
        self, status: int, headers: Headers, code: Any, received_at: float, retries_taken: int
    ) -> Optional[float]:
        """Return the seconds to wait after an answer with an error status, or None.

        `code` is the error's code in the body, `received_at` when the answer came, in seconds since the epoch.
        """
        if retries_taken >= self.max_retries or (code == "insufficient_quota" and not self.retry_insufficient_quota):
            return None
        asked = parse_retry_after(headers, received_at)
        if asked is not None and asked > self.max_retry_after:
            return None
        said = headers.get("x-should-retry")
        if said == "false" or (said != "true" and status not in self.retry_statuses and status < 500):
            return None
        return asked if asked is not None and asked > 0 else self.backoff_delay(retries_taken)

    def backoff_delay(self, retries_taken: int) -> float:
        """Return the jittered wait in seconds before attempt `retries_taken` + 2."""
        longest = min(self.initial_delay * 2.0 ** min(retries_taken, 1000), self.max_delay)
        return longest * (1 - 0.25 * (self.random or random.random)())


def parse_retry_after(headers: Headers, received_at: float) -> Optional[float]:
    """Return the seconds that the server asks to wait: Retry-After-Ms, else Retry-After (RFC 9110 §10.2.3), or None.

    Overflowing numbers count as infinite; what can't be read counts as not said.
    """
    milliseconds = _parse_number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    said = headers.get("retry-after")
    seconds = _parse_number(said)
    if seconds is not None or said is None:
        return seconds
    from email.utils import mktime_tz, parsedate_tz

    date = parsedate_tz(said)
    try:
        return None if date is None else mktime_tz(date[:9] + (date[9] or 0,)) - received_at
    except (ValueError, OverflowError):
        return None


def _parse_number(text: Optional[str]) -> Optional[float]:
    try:
        value = float(text or "")
    except ValueError:
        return None
    if value != value or (value in (float("inf"), float("-inf")) and "inf" in (text or "").lower()):
        return None
    return value
