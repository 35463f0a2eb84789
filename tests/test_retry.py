# SPDX-License-Identifier: MIT
"""When a call is tried again, and after how long: what the server asks, what it is, and what the dice say."""

from __future__ import annotations

import os
import time

import pytest

from . import load

retry = load("call.retry")
Headers = load("call.headers").Headers
DeadlineExceeded = load("call.timeout").DeadlineExceeded
RetryPolicy = retry.RetryPolicy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator

NOW = 784111777.0  # Sun, 06 Nov 1994 08:49:37 GMT


def asked(**said: str) -> float | None:
    return retry.parse_retry_after(Headers({name.replace("_", "-"): value for name, value in said.items()}), NOW)


@pytest.mark.parametrize(
    "said, seconds",
    [
        ("5", 5.0),
        ("0", 0.0),
        ("0.25", 0.25),
        (" 7 ", 7.0),
        ("-3", -3.0),
        ("120", 120.0),
        ("121", 121.0),
        ("1e999", float("inf")),
        ("-1e999", float("-inf")),
        ("nan", None),
        ("inf", None),
        ("-Infinity", None),
        ("", None),
        ("   ", None),
        ("soon", None),
        ("5 seconds", None),
        ("Sun, 06 Nov 1994 08:50:07 GMT", 30.0),
        ("Sunday, 06-Nov-94 08:50:07 GMT", 30.0),
        ("Sun Nov  6 08:50:07 1994", 30.0),
        ("Sun, 06 Nov 1994 09:50:07 +0100", 30.0),
        ("Sun, 06 Nov 1994 08:49:07 GMT", -30.0),
        ("Sun, 06 Nov 9999 08:49:07 GMT", pytest.approx(252614000000.0, rel=0.01)),
        ("Sun, 99 Foo 1994 08:49:07 GMT", None),
        ("Sun, 06 Nov 99999999 08:49:07 GMT", None),
        ("Sun, 06 Nov", None),
        (",", None),
    ],
)
def test_retry_after_is_read_in_all_its_forms(said: str, seconds: Any) -> None:
    assert asked(Retry_After=said) == seconds


@pytest.mark.parametrize(
    "milliseconds, seconds",
    [
        ("1500", 1.5),
        ("0", 0.0),
        ("-5", -0.005),
        ("1e999", float("inf")),
        ("nan", 9.0),
        ("inf", 9.0),
        ("x", 9.0),
        ("", 9.0),
    ],
)
def test_milliseconds_come_first_if_they_can_be_read(milliseconds: str, seconds: float) -> None:
    assert asked(retry_after_ms=milliseconds, retry_after="9") == seconds


def test_server_that_says_nothing_asks_nothing() -> None:
    assert asked() is None


@pytest.fixture
def far_west(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have a clock that is not in Greenwich."""
    if not hasattr(time, "tzset"):
        pytest.skip("no time zones here")
    old = os.environ.get("TZ")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC+9")
        time.tzset()
        yield
    assert os.environ.get("TZ") == old
    time.tzset()


def test_date_without_a_zone_is_gmt_wherever_we_are(far_west: None) -> None:
    assert asked(retry_after="Sun Nov  6 08:50:07 1994") == 30.0


# Statuses


def after(status: int, taken: int = 0, code: Any = None, **said: str) -> float | None:
    headers = Headers({name.replace("_", "-"): value for name, value in said.items()})
    return RetryPolicy(2, random=lambda: 0.0).delay_after_status(status, headers, code, NOW, taken)


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529, 599])
def test_passing_troubles_are_tried_again(status: int) -> None:
    assert [after(status, taken) for taken in (0, 1, 2)] == [0.5, 1.0, None]


@pytest.mark.parametrize("status", [301, 304, 400, 401, 402, 403, 404, 405, 413, 422, 451])
def test_what_will_not_change_is_not_tried_again(status: int) -> None:
    assert after(status) is None


@pytest.mark.parametrize(
    "status, said, seconds",
    [
        (400, "true", 0.5),
        (404, "true", 0.5),
        (429, "true", 0.5),
        (429, "false", None),
        (500, "false", None),
        (500, "?", 0.5),
    ],
)
def test_server_has_the_say_on_whether(status: int, said: str, seconds: float | None) -> None:
    assert after(status, X_Should_Retry=said) == seconds


@pytest.mark.parametrize(
    "said, seconds",
    [("7", 7.0), ("0.1", 0.1), ("120", 120.0), ("0", 0.5), ("-7", 0.5), ("nan", 0.5), ("inf", 0.5), ("x", 0.5),
     ("Sun, 06 Nov 1994 08:50:07 GMT", 30.0), ("Sun, 06 Nov 1994 08:49:07 GMT", 0.5), ("-1e999", 0.5)],
)  # fmt: skip
def test_server_has_the_say_on_how_long_within_reason(said: str, seconds: float) -> None:
    assert after(429, Retry_After=said) == seconds


@pytest.mark.parametrize("said", ["120.5", "3600", "1e999", "Sun, 06 Nov 1994 09:49:37 GMT"])
def test_server_that_asks_for_too_long_is_not_worth_waiting_for(said: str) -> None:
    assert after(429, retry_after=said) is None
    assert after(503, retry_after=said, x_should_retry="true") is None


def test_exhausted_quota_is_not_tried_again() -> None:
    assert after(429, code="insufficient_quota") is None
    assert after(429, code="insufficient_quota", x_should_retry="true", retry_after="1") is None
    assert after(429, code="rate_limit_exceeded") == 0.5


# Lost connections


class Refused(OSError):
    """What `ssl` raises has this attribute."""

    verify_message = "self-signed certificate"


def caused(error: BaseException, cause: BaseException) -> BaseException:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize("error", [OSError(), ConnectionResetError(), TimeoutError(), caused(OSError(), OSError())])
def test_lost_connections_are_tried_again(error: BaseException) -> None:
    policy = RetryPolicy(2, random=lambda: 0.0)
    assert [policy.delay_after_error(error, taken) for taken in (0, 1, 2, 3)] == [0.5, 1.0, None, None]


@pytest.mark.parametrize("error", [DeadlineExceeded("over"), Refused(), caused(ConnectionError(), Refused())])
def test_what_another_attempt_cannot_help_is_not_tried_again(error: BaseException) -> None:
    assert RetryPolicy(2).delay_after_error(error, 0) is None


# The dice


@pytest.mark.parametrize(
    "taken, longest", [(0, 0.5), (1, 1.0), (2, 2.0), (3, 4.0), (4, 8.0), (5, 8.0), (1000, 8.0), (10**9, 8.0)]
)
def test_wait_doubles_up_to_eight_seconds(taken: int, longest: float) -> None:
    assert RetryPolicy(2, random=lambda: 0.0).backoff_delay(taken) == longest
    assert RetryPolicy(2, random=lambda: 1.0).backoff_delay(taken) == 0.75 * longest
    assert RetryPolicy(2, random=lambda: 0.5).backoff_delay(taken) == 0.875 * longest


def test_waits_differ_by_themselves() -> None:
    waits = {RetryPolicy().backoff_delay(0) for _ in range(20)}
    assert len(waits) > 1
    assert all(0.375 <= wait <= 0.5 for wait in waits)


def test_no_retries_means_none() -> None:
    policy = RetryPolicy(0)
    assert policy.delay_after_error(OSError(), 0) is None
    assert policy.delay_after_status(500, Headers({"retry-after": "1", "x-should-retry": "true"}), None, NOW, 0) is None
    assert RetryPolicy().max_retries == 2
