# SPDX-License-Identifier: MIT
"""Retries: which failures are retried, the delay that a server asks for, and the jittered backoff."""

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


def parse(**headers: str) -> float | None:
    return retry.parse_retry_after(Headers({name.replace("_", "-"): value for name, value in headers.items()}), NOW)


@pytest.mark.parametrize(
    "value, seconds",
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
def test_retry_after_is_parsed(value: str, seconds: Any) -> None:
    assert parse(Retry_After=value) == seconds


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
def test_milliseconds_take_precedence_if_they_are_valid(milliseconds: str, seconds: float) -> None:
    assert parse(retry_after_ms=milliseconds, retry_after="9") == seconds


def test_no_delay_without_headers() -> None:
    assert parse() is None


@pytest.fixture
def other_time_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set a time zone other than UTC."""
    if not hasattr(time, "tzset"):
        pytest.skip("no time zones here")
    old = os.environ.get("TZ")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC+9")
        time.tzset()
        yield
    assert os.environ.get("TZ") == old
    time.tzset()


def test_date_without_a_zone_is_gmt_in_any_time_zone(other_time_zone: None) -> None:
    assert parse(retry_after="Sun Nov  6 08:50:07 1994") == 30.0


# Statuses


def delay_after(status: int, taken: int = 0, code: Any = None, **fields: str) -> float | None:
    headers = Headers({name.replace("_", "-"): value for name, value in fields.items()})
    return RetryPolicy(2, random=lambda: 0.0).delay_after_status(status, headers, code, NOW, taken)


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529, 599])
def test_transient_statuses_are_retried(status: int) -> None:
    assert [delay_after(status, taken) for taken in (0, 1, 2)] == [0.5, 1.0, None]


@pytest.mark.parametrize("status", [301, 304, 400, 401, 402, 403, 404, 405, 413, 422, 451])
def test_other_statuses_are_not_retried(status: int) -> None:
    assert delay_after(status) is None


@pytest.mark.parametrize(
    "status, value, seconds",
    [
        (400, "true", 0.5),
        (404, "true", 0.5),
        (429, "true", 0.5),
        (429, "false", None),
        (500, "false", None),
        (500, "?", 0.5),
    ],
)
def test_should_retry_header_overrides_the_status(status: int, value: str, seconds: float | None) -> None:
    assert delay_after(status, X_Should_Retry=value) == seconds


@pytest.mark.parametrize(
    "value, seconds",
    [("7", 7.0), ("0.1", 0.1), ("120", 120.0), ("0", 0.5), ("-7", 0.5), ("nan", 0.5), ("inf", 0.5), ("x", 0.5),
     ("Sun, 06 Nov 1994 08:50:07 GMT", 30.0), ("Sun, 06 Nov 1994 08:49:07 GMT", 0.5), ("-1e999", 0.5)],
)  # fmt: skip
def test_retry_after_sets_the_delay(value: str, seconds: float) -> None:
    assert delay_after(429, Retry_After=value) == seconds


@pytest.mark.parametrize("value", ["120.5", "3600", "1e999", "Sun, 06 Nov 1994 09:49:37 GMT"])
def test_too_long_retry_after_is_not_retried(value: str) -> None:
    assert delay_after(429, retry_after=value) is None
    assert delay_after(503, retry_after=value, x_should_retry="true") is None


def test_exhausted_quota_is_not_retried() -> None:
    assert delay_after(429, code="insufficient_quota") is None
    assert delay_after(429, code="insufficient_quota", x_should_retry="true", retry_after="1") is None
    assert delay_after(429, code="rate_limit_exceeded") == 0.5


# Lost connections


class Refused(OSError):
    """An error with the attribute of certificate verification errors of `ssl`."""

    verify_message = "self-signed certificate"


def with_cause(error: BaseException, cause: BaseException) -> BaseException:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize("error", [OSError(), ConnectionResetError(), TimeoutError(), with_cause(OSError(), OSError())])
def test_lost_connections_are_retried(error: BaseException) -> None:
    policy = RetryPolicy(2, random=lambda: 0.0)
    assert [policy.delay_after_error(error, taken) for taken in (0, 1, 2, 3)] == [0.5, 1.0, None, None]


@pytest.mark.parametrize("error", [DeadlineExceeded("over"), Refused(), with_cause(ConnectionError(), Refused())])
def test_deadlines_and_certificate_errors_are_not_retried(error: BaseException) -> None:
    assert RetryPolicy(2).delay_after_error(error, 0) is None


# Backoff


@pytest.mark.parametrize(
    "taken, delay", [(0, 0.5), (1, 1.0), (2, 2.0), (3, 4.0), (4, 8.0), (5, 8.0), (1000, 8.0), (10**9, 8.0)]
)
def test_delay_doubles_up_to_eight_seconds(taken: int, delay: float) -> None:
    assert RetryPolicy(2, random=lambda: 0.0).backoff_delay(taken) == delay
    assert RetryPolicy(2, random=lambda: 1.0).backoff_delay(taken) == 0.75 * delay
    assert RetryPolicy(2, random=lambda: 0.5).backoff_delay(taken) == 0.875 * delay


def test_delays_are_jittered() -> None:
    delays = {RetryPolicy().backoff_delay(0) for _ in range(20)}
    assert len(delays) > 1
    assert all(0.375 <= delay <= 0.5 for delay in delays)


def test_zero_retries() -> None:
    policy = RetryPolicy(0)
    assert policy.delay_after_error(OSError(), 0) is None
    assert policy.delay_after_status(500, Headers({"retry-after": "1", "x-should-retry": "true"}), None, NOW, 0) is None
    assert RetryPolicy().max_retries == 2
