# SPDX-License-Identifier: MIT
"""Headers: found in any case, merged in order, checked before they are sent, and never shown when they are secret."""

from __future__ import annotations

import copy
import pickle

import pytest

from . import load

headers = load("call.header_validation")
message = load("call.message")
Headers = load("call.headers").Headers
ConfigError = load("call.errors").ConfigError
Timeout = load("call.timeout").Timeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@pytest.mark.parametrize("name", ["Content-Type", "content-type", "CONTENT-TYPE"])
@pytest.mark.parametrize("kept", ["Content-Type", "content-type"])
def test_headers_are_found_in_any_case(kept: str, name: str) -> None:
    found = Headers({"X-Other": "1", kept: "text/plain"})
    assert found[name] == found.get(name) == found.get(name, "x") == "text/plain"
    assert name in found
    assert list(found) == ["X-Other", kept], "the case that was given is the one that is sent"


def test_absent_header_is_told_as_in_a_dict() -> None:
    found = Headers({"A": "1"})
    assert found.get("B") is None
    assert found.get("B", "2") == found.get("b", "2") == "2"
    assert "B" not in found
    assert 5 not in found
    with pytest.raises(KeyError, match="B"):
        found["B"]
    with pytest.raises(KeyError):
        found[5]


def test_later_headers_win_whatever_their_case() -> None:
    first = Headers({"A": "1", "B": "2"})
    merged = first.merged({"a": "3"}, None, {"C": "4", "b": None}, {"c": "5"})
    assert type(merged) is Headers
    assert dict(merged) == {"a": "3", "c": "5"}
    assert dict(first) == {"A": "1", "B": "2"}, "merging changed what was merged"


def test_removing_what_is_not_there_is_fine() -> None:
    assert Headers({"A": "1"}).merged({"B": None}, {}) == {"A": "1"}


def test_fields_that_come_more_than_once_are_joined() -> None:
    found = Headers.from_pairs([("X-A", "1"), ("Vary", "x"), ("x-a", "2"), ("X-a", "")])
    assert found == {"x-a": "1, 2, ", "vary": "x"}
    assert found["Vary"] == "x"


@pytest.mark.parametrize("name", sorted(load("call.headers").SENSITIVE_HEADERS))
def test_credentials_are_masked_in_any_case(name: str) -> None:
    shown = repr(Headers({name.title(): "sk-secret", "X-Team": "blue"}))
    assert "sk-secret" not in shown
    assert "'***'" in shown
    assert "'X-Team': 'blue'" in shown


# Requests and replies


def request(**changes: Any) -> Any:
    given = {
        "method": "POST",
        "url": "https://h/v1/files?token=sk-secret",
        "headers": Headers({"Authorization": "Bearer sk-secret", "api-key": "sk-secret", "X-Team": "blue"}),
        "body": b"{}",
        "timeout": Timeout(5),
    }
    return message.Request(**{**given, **changes})


def test_request_shows_neither_query_nor_headers() -> None:
    assert repr(request()) == "<Request POST https://h/v1/files>"
    assert request().safe_url == "https://h/v1/files"


def test_replace_gives_a_copy_with_the_changes() -> None:
    first = request()
    second = first.replace(method="GET", body=None)
    assert (second.method, second.body, second.url, second.timeout) == ("GET", None, first.url, first.timeout)
    assert (first.method, first.body) == ("POST", b"{}")


@pytest.mark.parametrize("body, kept", [(b"{}", b"{}"), (None, None), (["chunk"], None)])
def test_request_travels_without_credentials_and_open_bodies(body: Any, kept: Any) -> None:
    travelled = pickle.loads(pickle.dumps(request(body=body)))
    assert travelled.headers == {"X-Team": "blue"}
    assert type(travelled.headers) is Headers
    assert (travelled.method, travelled.body, travelled.timeout) == ("POST", kept, Timeout(5))


def reply() -> Any:
    made = message.Response(
        200, [("X-Request-ID", "req_1"), ("Set-Cookie", "sk-secret"), ("A", "b")], iter([b""]), print, 9.5
    )
    made.body = b"\xc3\xa9\xff"
    made.request = request()
    made.retries_taken = 2
    return made


def test_reply_has_headers_text_and_request_id() -> None:
    made = reply()
    assert made.headers["a"] == made.headers["A"] == "b"
    assert made.headers is made.headers
    assert made.request_id == "req_1"
    assert (made.content, made.text) == (b"\xc3\xa9\xff", "é\ufffd")
    assert repr(made) == "<Response 200 to <Request POST https://h/v1/files>>"
    assert message.Response(200, [("X-Other", "1")], (), print, 0.0).request_id is None


@pytest.mark.parametrize("travel", [copy.copy, lambda made: pickle.loads(pickle.dumps(made))])
def test_reply_travels_closed_and_without_credentials(travel: Any) -> None:
    made = reply()
    found = travel(made)
    assert (found.status_code, found.body, found.retries_taken, found.received_at) == (200, made.body, 2, 9.5)
    assert found.raw_headers == [("X-Request-ID", "req_1"), ("A", "b")]
    assert found.request_id == "req_1"
    assert found.request.url == made.request.url
    assert list(found.chunks) == []
    assert found.close() is None
    assert b"Bearer" not in pickle.dumps(found)


# What may be sent


def test_headers_that_can_be_sent_are_copied() -> None:
    given = {"X-Team": "blue", "X-Gone": None, "x_odd.name!": "", "Latin": "é"}
    checked = headers.check_headers("default_headers", given)
    assert checked == given
    assert checked is not given
    assert headers.check_headers("default_headers", None) == {}
    assert headers.check_headers("default_headers", [("A", "b")]) == {"A": "b"}


@pytest.mark.parametrize("name", ["Authorization", "API-Key", "cookie"])
def test_values_that_identify_the_caller_are_masked_one_by_one(name: str) -> None:
    checked = headers.check_headers("default_headers", {name: "sk-secret", "X-Team": "blue"})
    assert checked == {name: "sk-secret", "X-Team": "blue"}
    assert repr(checked[name]) == "'***'"
    assert repr(checked["X-Team"]) == "'blue'"


@pytest.mark.parametrize("value", [5, "text", [1], object(), [("a", "b", "c")]])
def test_what_is_no_mapping_is_refused(value: Any) -> None:
    with pytest.raises(ConfigError, match="default_headers: expected a mapping, got " + type(value).__name__):
        headers.check_headers("default_headers", value)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\r\nb", "a\0", "é", "(x)", 5, None, b"a", "a/b", "{a}"])
def test_names_that_are_no_token_are_refused(name: Any) -> None:
    with pytest.raises(ConfigError, match="default_headers: .* is not a valid header name"):
        headers.check_headers("default_headers", {name: "x"})


@pytest.mark.parametrize(
    "value, said",
    [
        (5, "expected text, got int"),
        (b"sk-secret", "expected text, got bytes"),
        (["sk-secret"], "expected text, got list"),
        ("sk-secret\r\nX-Evil: 1", "contains a line break"),
        ("sk-secret\n", "contains a line break"),
        ("sk-secret\0", "contains a line break"),
        ("sk-secret\u2028", "characters that a header cannot carry"),
        ("sk-secret漢", "characters that a header cannot carry"),
    ],
)
def test_values_that_would_leave_their_header_are_refused_and_not_shown(value: Any, said: str) -> None:
    with pytest.raises(ConfigError, match="extra_headers: X-Key: .*" + said) as caught:
        headers.check_headers("extra_headers", {"X-Key": value})
    assert "sk-secret" not in str(caught.value)
