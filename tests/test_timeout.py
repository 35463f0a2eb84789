# SPDX-License-Identifier: MIT
"""`Timeout`: one number for four limits, keywords for single limits, and the deadline of the whole call."""

from __future__ import annotations

import copy
import pickle
import time

import pytest

from . import load, package

Timeout = load("call.timeout").Timeout
ConfigError = load("call.errors").ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAMES = ("connect", "read", "write", "pool", "deadline")
EVENT_LIMITS = ("first_byte", "first_event", "between_events")


def values(timeout: Any) -> tuple[Any, ...]:
    return tuple(getattr(timeout, name) for name in NAMES)


@pytest.mark.parametrize(
    "timeout, expected",
    [
        (Timeout(), (None,) * 5),
        (Timeout(None), (None,) * 5),
        (Timeout(5), (5.0, 5.0, 5.0, 5.0, None)),
        (Timeout(0), (0.0, 0.0, 0.0, 0.0, None)),
        (Timeout(600, connect=5), (5.0, 600.0, 600.0, 600.0, None)),
        (Timeout(9, read=None, deadline=30), (9.0, None, 9.0, 9.0, 30.0)),
        (Timeout(connect=1, read=2, write=3, pool=4, deadline=5), (1.0, 2.0, 3.0, 4.0, 5.0)),
        (Timeout(float("inf")), (None,) * 5),
        (Timeout(Timeout(9, deadline=30), read=1), (9.0, 1.0, 9.0, 9.0, 30.0)),
        (Timeout(Timeout(9, deadline=30), deadline=None), (9.0, 9.0, 9.0, 9.0, None)),
        (Timeout(Timeout(9, first_byte=3), first_event=4), (9.0, 9.0, 9.0, 9.0, None)),
    ],
)
def test_number_sets_four_limits_and_keywords_one(timeout: Any, expected: Any) -> None:
    assert values(timeout) == expected
    assert all(value is None or type(value) is float for value in values(timeout))


@pytest.mark.parametrize("name", EVENT_LIMITS)
def test_limits_of_events_are_set_one_by_one(name: str) -> None:
    timeout = Timeout(9, **{name: 3})
    assert [getattr(timeout, each) for each in EVENT_LIMITS] == [3.0 if each == name else None for each in EVENT_LIMITS]
    assert timeout.needs_watch and not Timeout(9, deadline=3).needs_watch
    assert getattr(Timeout(timeout, read=5), name) == 3.0
    assert getattr(Timeout(timeout, **{name: None}), name) is None
    assert not Timeout(timeout, **{name: None}).needs_watch
    assert timeout != Timeout(9) and timeout == Timeout(9, **{name: 3.0})
    assert eval(repr(timeout), {"Timeout": Timeout}) == timeout
    assert timeout.summary == "connect 9 s, read 9 s, write 9 s, pool 9 s, {} 3 s".format(name)
    assert getattr(package.Config(timeout=timeout).timeout, name) == 3.0


def test_a_deadline_may_be_a_callable() -> None:
    deadline = {"x": 5}.__len__
    timeout = Timeout(9, deadline=deadline)
    assert timeout.deadline is deadline and timeout.needs_watch
    assert Timeout(timeout, read=1).deadline is deadline
    assert timeout == Timeout(9, deadline=deadline) and hash(timeout) == hash(Timeout(9, deadline=deadline))
    assert timeout.summary == "connect 9 s, read 9 s, write 9 s, pool 9 s, deadline of a callable"
    assert pickle.loads(pickle.dumps(Timeout(deadline=time.monotonic))).deadline is time.monotonic
    assert "deadline" in package.Config(timeout=timeout).timeout.summary
    with pytest.raises(ConfigError, match=r"timeout \(deadline\): .* is not a number of seconds"):
        Timeout(deadline=float)  # a class


@pytest.mark.parametrize("value", [-1, -0.001, float("nan"), float("-inf"), True, "5", b"", [5], {}])
@pytest.mark.parametrize("name", NAMES + EVENT_LIMITS)
def test_invalid_durations_are_refused_by_name(name: str, value: Any) -> None:
    with pytest.raises(ConfigError, match=r"timeout \({}\): .* is not a number of seconds".format(name)):
        Timeout(**{name: value})
    with pytest.raises(ConfigError, match=r"^timeout( \(connect\))?: "):
        Timeout(value)


@pytest.mark.parametrize("name", NAMES + EVENT_LIMITS + ("needs_watch", "other"))
def test_timeout_is_immutable(name: str) -> None:
    timeout = Timeout(5)
    with pytest.raises(
        AttributeError, match=r"a Timeout is immutable; build another one, Timeout\(old, {}=".format(name)
    ):
        setattr(timeout, name, 1)
    assert timeout == Timeout(5)


def test_timeouts_compare_and_hash_by_value() -> None:
    one, same, other = Timeout(5, read=1), Timeout(5, read=1.0), Timeout(5)
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != 5
    assert {one: "x"}[same] == "x"


@pytest.mark.parametrize("copy_timeout", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
@pytest.mark.parametrize("timeout", [Timeout(), Timeout(5), Timeout(5, read=None, deadline=0.5), Timeout(first_byte=1)])
def test_timeouts_copy_and_pickle(timeout: Any, copy_timeout: Any) -> None:
    assert copy_timeout(timeout) == timeout


@pytest.mark.parametrize(
    "timeout, text",
    [
        (Timeout(), "none"),
        (Timeout(600, connect=5), "connect 5 s, read 600 s, write 600 s, pool 600 s"),
        (Timeout(read=0.25, deadline=60), "read 0.25 s, deadline 60 s"),
    ],
)
def test_summary_lists_the_limits(timeout: Any, text: str) -> None:
    assert timeout.summary == text


def test_repr_can_be_evaluated() -> None:
    timeout = Timeout(5, read=None, deadline=0.5)
    assert repr(timeout) == "Timeout(connect=5.0, read=None, write=5.0, pool=5.0, deadline=0.5)"
    assert eval(repr(timeout), {"Timeout": Timeout}) == timeout


OTHERS = [
    ("httpx", lambda m: m.Timeout(5), (5.0, 5.0, 5.0, 5.0, None)),
    ("httpx", lambda m: m.Timeout(5, connect=1, pool=None), (1.0, 5.0, 5.0, None, None)),
    ("httpx", lambda m: m.Timeout(None), (None,) * 5),
    ("httpx2", lambda m: m.Timeout(5, read=2), (5.0, 2.0, 5.0, 5.0, None)),
    ("urllib3", lambda m: m.Timeout(connect=1, read=2), (1.0, 2.0, 2.0, None, None)),
    ("urllib3", lambda m: m.Timeout(connect=1), (1.0, None, None, None, None)),
    ("urllib3", lambda m: m.Timeout(total=3), (3.0, 3.0, 3.0, None, 3.0)),
    ("urllib3", lambda m: m.Timeout(total=3, connect=1, read=9), (1.0, 9.0, 9.0, None, 3.0)),
    ("urllib3", lambda m: m.Timeout(connect=None, read=None), (None,) * 5),
    ("aiohttp", lambda m: m.ClientTimeout(), (None,) * 5),
    ("aiohttp", lambda m: m.ClientTimeout(total=0), (None,) * 5),
    ("aiohttp", lambda m: m.ClientTimeout(total=9, connect=2, sock_connect=1, sock_read=3), (1.0, 3.0, None, 2.0, 9.0)),
    ("aiohttp", lambda m: m.ClientTimeout(connect=2), (2.0, None, None, 2.0, None)),
    ("", lambda m: (1, 2), (1.0, 2.0, 2.0, None, None)),  # requests
    ("", lambda m: (1, None), (1.0, None, None, None, None)),
    ("", lambda m: (1, 2, 3), (1.0, 2.0, 3.0, None, None)),  # httpx
    ("", lambda m: (1, 2, 3, 4), (1.0, 2.0, 3.0, 4.0, None)),
]


@pytest.mark.parametrize("library, make, expected", OTHERS)
def test_timeouts_of_other_libraries_mean_the_same_for_a_client_and_a_call(
    library: str, make: Any, expected: Any
) -> None:
    theirs = make(pytest.importorskip(library) if library else None)
    assert values(Timeout(theirs)) == expected
    assert values(Timeout(theirs, deadline=7)) == (*expected[:4], 7.0)
    client = package.OpenAI(api_key="k", timeout=theirs, environment=False)
    assert values(client.timeout) == expected
    assert values(client.with_options(timeout=1).with_options(timeout=theirs).timeout) == expected
    assert values(package.Config(timeout=theirs).timeout) == expected
    operation, prepare = load("api.operation").GET("/x"), load("call.prepare").prepare
    assert values(prepare(operation, client.settings, {"timeout": theirs}).request.timeout) == expected


def test_timeout_of_another_copy_of_the_package_keeps_its_deadline() -> None:
    class Copy:
        connect, read, write, pool, deadline = 1, 2, 3, 4, 5

    assert values(Timeout(Copy())) == (1.0, 2.0, 3.0, 4.0, 5.0)
    Copy.first_event = 6  # type: ignore[attr-defined]
    assert Timeout(Copy()).first_event == 6.0


def test_durations_of_other_libraries_are_checked() -> None:
    for theirs in ((1, "x"), (-1, 2), (1, float("nan"))):
        with pytest.raises(ConfigError, match=r"^timeout \((connect|read)\): .* is not a number of seconds"):
            Timeout(theirs)
