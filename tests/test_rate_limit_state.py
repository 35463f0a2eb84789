# SPDX-License-Identifier: MIT
"""Tests of the pure part of rate limits: headers, estimates, gates, the queue, and simulations of minutes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from . import load
from .rate_limit_simulation import (
    RefilledServer,
    RenewedServer,
    SlidingServer,
    partly_refilled_server,
    simulate,
)

rate_headers = load("rate_limits.rate_headers")
Gate = load("rate_limits.gate").Gate
Bucket = load("rate_limits.bucket").Bucket
Permit = load("rate_limits.bucket").Permit
State = load("rate_limits.state").State
estimate_tokens = load("rate_limits.token_estimate").estimate_tokens

SERVERS = [RefilledServer, partly_refilled_server, RenewedServer, SlidingServer]


@pytest.mark.parametrize(
    "text, seconds",
    [
        ("1s", 1.0),
        ("6m0s", 360.0),
        ("20ms", 0.02),
        ("1m30.5s", 90.5),
        ("1h2m3s", 3723.0),
        ("1d", 86400.0),
        ("7.66s", 7.66),
        ("2m59.56s", 179.56),
        ("0s", 0.0),
        ("0", 0.0),
        ("59", 59.0),
        (" 1m ", 60.0),
        ("500us", 0.0005),
        ("", None),
        ("soon", None),
        ("1m soon", None),
        ("-1s", None),
        ("1x", None),
        ("nan", None),
        ("infs", None),
        ("1e99s", None),
        ("ms", None),
    ],
)
def test_durations(text: str, seconds: float | None) -> None:
    parsed = rate_headers.parse_duration(text)
    assert parsed is None if seconds is None else parsed == pytest.approx(seconds)


@pytest.mark.parametrize(
    "text, count", [("600", 600.0), ("0", 0.0), ("-1", 0.0), ("x", None), ("", None), (None, None), ("inf", None)]
)
def test_counts(text: str | None, count: float | None) -> None:
    assert rate_headers.parse_count(text) == count


def fields(**values: str) -> list[tuple[str, str]]:
    return [("X-RateLimit-" + name.replace("_", "-"), value) for name, value in values.items()]


ALL_FIELDS = fields(
    Limit_Requests="600", Remaining_Requests="599", Reset_Requests="100ms",
    Limit_Tokens="90000", Remaining_Tokens="80000", Reset_Tokens="6s",
)  # fmt: skip


def test_reports_are_read_wherever_the_fields_are() -> None:
    reader = rate_headers.ReportReader()
    assert reader.read([("Date", "now"), ("x", "")]) is None
    for pairs in (
        ALL_FIELDS,
        ALL_FIELDS,
        [("Date", "now"), *ALL_FIELDS],
        ALL_FIELDS[::-1],
        ALL_FIELDS[3:] + [("", "")],
    ):
        report = reader.read(pairs)
        assert report.tokens == (90000, 80000, "6s")
        assert report.requests in ((600, 599, "100ms"), (None, None, None))
    changed = [(name, "x" if "Remaining" in name else value) for name, value in ALL_FIELDS]
    assert reader.read(changed).requests == (600, None, "100ms")
    less = [(name, value.replace("599", "12").replace("600", "60")) for name, value in ALL_FIELDS]
    assert reader.read(less).requests == (60, 12, "100ms")
    assert reader.read(ALL_FIELDS).requests == (600, 599, "100ms")


@pytest.mark.parametrize(
    "pairs, expected",
    [
        (fields(limit_tokens="0", remaining_tokens="5"), (None, None, None)),
        (fields(limit_tokens="-1"), (None, None, None)),
        (fields(limit_tokens="10", remaining_tokens="50"), (10, 10, None)),
        (fields(limit_tokens="90", limit_project_tokens="50", remaining_project_tokens="7"), (50, 7, None)),
        (fields(limit_tokens="50", limit_project_tokens="90", remaining_project_tokens="7"), (50, None, None)),
    ],
)
def test_unusual_reports(pairs: Any, expected: Any) -> None:
    assert rate_headers.ReportReader().read(pairs).tokens == expected


@pytest.mark.parametrize(
    "body, arguments, tokens",
    [
        (b"x" * 400, {}, 100),
        (b"", {}, 1),
        (b"x" * 400, {"max_tokens": 50}, 150),
        (b"x" * 400, {"max_completion_tokens": 50, "max_tokens": 7, "n": 3}, 250),
        (b"x" * 400, {"max_output_tokens": 50, "n": "3"}, 150),
        (b"x" * 400, {"max_tokens": "many"}, 100),
        (None, {"max_tokens": 5}, 0),
        (iter(()), {}, 0),
        (b'{"url":"data:image/png;base64,' + b"A" * 400_000 + b'"}' + b"x" * 400, {}, 1107),
    ],
)
def test_estimates(body: Any, arguments: Any, tokens: int) -> None:
    assert abs(estimate_tokens(body, arguments) - tokens) <= 1


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("explicit", [True, False])
def test_sixteen_threads_use_the_limits_without_a_429(server: Any, explicit: bool) -> None:
    result = simulate(server, explicit=explicit, minutes=2)
    assert result.refused == 0
    assert result.used >= 0.97


@pytest.mark.parametrize("server", [RefilledServer, RenewedServer, SlidingServer])
@pytest.mark.parametrize(
    "conditions",
    [
        {"headers": False},
        {"sizes": (20, 60)},  # then the limit of requests is the narrower one
        {"accuracy": (3.0, 5.0)},
        {"accuracy": (0.2, 0.4)},
        {"latency": (2.0, 9.0), "threads": 100},
        {"latency": (0.01, 0.05)},
        {"requests": 20, "tokens": 4000, "minutes": 4},
    ],
    ids=str,
)
def test_harsh_conditions(server: Any, conditions: Any) -> None:
    result = simulate(server, **conditions)
    assert result.refused == 0
    assert result.used >= 0.95


def test_a_server_that_divides_its_minute_is_learned() -> None:
    result = simulate(partly_refilled_server, sizes=(50, 3000), accuracy=(0.3, 3.0), minutes=3)
    assert result.refused_late == 0
    assert result.used >= 0.9


def make_state(requests: float | None = 10, tokens: float | None = None, per_model: bool | None = None) -> Any:
    return State(requests, tokens, per_model, 0.0)


def take(state: Any, now: float, model: str = "m", tokens: float = 1.0) -> Any:
    key, bucket = state.find_bucket(now, model)
    permit = Permit(tokens)
    return permit if bucket.try_take(now, permit, key) else None


def report_of(requests: int, remaining: int, reset: str = "1s") -> Any:
    return rate_headers.Report((float(requests), float(remaining), reset), (None, None, None))


def test_no_period_of_sixty_seconds_has_more_than_the_limit() -> None:
    state, sent = make_state(10), []
    for step in range(3000):
        now = step * 0.1
        if take(state, now) is not None:
            sent.append(now)
    assert max(sum(start <= at < start + 60 for at in sent) for start in sent) == 10
    assert len(sent) >= 48


def test_places_in_the_queue_are_kept() -> None:
    bucket = make_state(2).find_bucket(0.0, "m")[1]
    for name in "ab":
        assert bucket.try_take(0.0, Permit(1.0), name)
    for name in "cde":
        assert 60 <= bucket.delay(0.0, 1.0, name) <= 122
        bucket.wait(0.0, name, 1.0, 61.0)
    pauses = [bucket.wait(60.0, name, 1.0, 1.0) for name in "cde"]
    assert pauses == sorted(pauses)
    assert not bucket.try_take(61.0, Permit(1.0), "f")  # there are two, for those that came before
    assert [bucket.delay(61.0, 1.0, name) > 0 for name in "cdef"] == [False, False, True, True]
    bucket.tickets.pop("c")  # one that gave up
    assert [bucket.delay(61.0, 1.0, name) > 0 for name in "def"] == [False, False, True]


def test_calls_that_never_look_again_lose_their_place() -> None:
    bucket = make_state(1).find_bucket(0.0, "m")[1]
    bucket.try_take(0.0, Permit(1.0), "")
    bucket.wait(0.0, "ended process", 1.0, 0.5)
    assert bucket.delay(1.0, 1.0, "b") > 100
    assert bucket.delay(5.0, 1.0, "b") < 60
    assert list(bucket.tickets) == []


def test_tokens_are_corrected_and_estimates_learned() -> None:
    state = make_state(None, 1000)
    bucket = state.find_bucket(0.0, "m")[1]
    for _ in range(8):
        permit = take(state, 0.0, tokens=10.0)
        state.settle(0.0, permit, 50.0)
    assert bucket.describe(0.0)["tokens"]["available"] == 600
    assert 45 <= bucket.expected_tokens(10.0) <= 70
    permit = take(state, 0.0, tokens=10.0)
    state.settle(0.0, permit, 0.0)  # a call that failed
    assert bucket.describe(0.0)["tokens"]["available"] == pytest.approx(600)


def test_a_call_larger_than_the_limit_waits_for_all_of_it() -> None:
    state = make_state(None, 100)
    assert take(state, 0.0, tokens=10.0) is not None
    assert take(state, 1.0, tokens=5000.0) is None
    assert take(state, 62.0, tokens=5000.0) is not None


def test_retry_after_stops_calls_of_that_bucket() -> None:
    state = make_state(10, per_model=True)
    permit = take(state, 0.0, "a")
    state.refuse(0.0, permit, 20.0, True)
    assert take(state, 19.0, "a") is None
    assert take(state, 19.0, "b") is not None
    assert take(state, 20.1, "a") is not None


def test_a_refusal_without_numbers_stops_calls_for_a_moment() -> None:
    state = make_state(10)
    state.refuse(0.0, take(state, 0.0), None, False)
    assert take(state, 0.5) is None
    assert take(state, 1.5) is not None


def test_lower_limits_of_the_server_count_and_higher_ones_do_not() -> None:
    for server_limit, expected in ((5, 5), (10, 10), (50, 10)):
        state = make_state(10)
        permit = take(state, 0.0)
        state.report(0.1, "m", permit, report_of(server_limit, server_limit - 1, "59s"))
        assert sum(take(state, 0.2) is not None for _ in range(60)) == expected - 1


def test_models_are_separate_if_the_server_reports_other_limits() -> None:
    state = make_state(None)
    for model, limit in (("a", 3), ("b", 5), ("a", 3)):
        state.report(0.1, model, take(state, 0.0, model), report_of(limit, limit - 1, "59s"))
    assert state.models["a"] != state.models["b"]
    assert sum(take(state, 0.2, "b") is not None for _ in range(60)) == 4
    together = make_state(None, per_model=False)
    for model, limit in (("a", 3), ("b", 5)):
        together.report(0.1, model, take(together, 0.0, model), report_of(limit, limit - 1, "59s"))
    assert together.models["a"] == together.models["b"]


def test_models_are_separate_if_more_is_left_than_can_be() -> None:
    state = make_state(None)
    state.report(0.1, "a", take(state, 0.0, "a"), report_of(100, 99, "59s"))
    for _ in range(60):
        state.answer(take(state, 0.2, "a"))
    state.report(0.4, "b", take(state, 0.3, "b"), report_of(100, 99, "59s"))
    assert state.models["b"] != state.models["a"]
    assert state.buckets[state.models["a"]].describe(0.5)["requests"]["available"] == 39


def test_what_others_use_is_seen() -> None:
    state = make_state(100)
    state.report(0.1, "m", take(state, 0.0), report_of(100, 20, "30s"))
    assert sum(take(state, 0.2) is not None for _ in range(60)) == 20
    assert take(state, 31.0) is not None  # the server's minute has ended


def test_periods_of_an_hour_or_a_day_are_recognized() -> None:
    gate, now = Gate(200.0, 0.0), 0.0
    for used in range(1, 12):
        gate.take(now, 1.0)
        gate.report(now, gate.mark(now), 1.0, 200.0 - used, used * 432.0 - now)
        now += 0.1
    assert gate.is_refilled and gate.period == 86400.0
    assert 400 < gate.wait_for(now, 190.0) < 432


def test_a_state_survives_json() -> None:
    state = make_state(10, 1000)
    state.report(0.1, "m", take(state, 0.0), report_of(5, 4, "59s"))
    state.find_bucket(0.0, "m")[1].wait(0.0, "x", 1.0, 5.0)
    copy = make_state(10, 1000)
    copy.load(json.loads(json.dumps(state.dump())))
    assert copy.dump() == state.dump()
    changed = make_state(3, None)
    changed.load(json.loads(json.dumps(state.dump())))
    assert changed.find_bucket(0.2, "m")[1].describe(0.2)["requests"]["limit"] == 3


def test_a_clock_that_is_set_back_stops_nothing() -> None:
    state = make_state(2)
    assert take(state, 1000.0) and take(state, 1000.0) and not take(state, 1000.0)
    assert not take(state, 10.0)
    assert take(state, 72.0) is not None
