# SPDX-License-Identifier: MIT
"""Headers: case-insensitive lookup, merging, validation and masking; requests and responses without credentials."""

from __future__ import annotations

import copy
import pickle

import pytest

from . import load

header_validation = load("call.header_validation")
message = load("call.message")
Headers = load("call.headers").Headers
ConfigError = load("call.errors").ConfigError
Timeout = load("call.timeout").Timeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@pytest.mark.parametrize("name", ["Content-Type", "content-type", "CONTENT-TYPE"])
@pytest.mark.parametrize("stored", ["Content-Type", "content-type"])
def test_headers_are_found_in_any_case(stored: str, name: str) -> None:
    headers = Headers({"X-Other": "1", stored: "text/plain"})
    assert headers[name] == headers.get(name) == headers.get(name, "x") == "text/plain"
    assert name in headers
    assert list(headers) == ["X-Other", stored], "the case of a name is kept for sending"


def test_missing_header_behaves_as_in_a_dict() -> None:
    headers = Headers({"A": "1"})
    assert headers.get("B") is None
    assert headers.get("B", "2") == headers.get("b", "2") == "2"
    assert "B" not in headers
    assert 5 not in headers
    with pytest.raises(KeyError, match="B"):
        headers["B"]
    with pytest.raises(KeyError):
        headers[5]


def test_later_headers_win_whatever_their_case() -> None:
    first = Headers({"A": "1", "B": "2"})
    merged = first.merged({"a": "3"}, None, {"C": "4", "b": None}, {"c": "5"})
    assert type(merged) is Headers
    assert dict(merged) == {"a": "3", "c": "5"}
    assert dict(first) == {"A": "1", "B": "2"}, "merging changed the original"


def test_removing_a_missing_header_does_nothing() -> None:
    assert Headers({"A": "1"}).merged({"B": None}, {}) == {"A": "1"}


def test_values_of_repeated_fields_are_joined() -> None:
    headers = Headers.from_pairs([("X-A", "1"), ("Vary", "x"), ("x-a", "2"), ("X-a", "")])
    assert headers == {"x-a": "1, 2, ", "vary": "x"}
    assert headers["Vary"] == "x"


OTHER_CREDENTIALS = [
    "x-goog-api-key", "helicone-auth", "x-auth-token", "apikey", "cf-access-client-secret", "x_vault_token",
    "ocp-apim-subscription-key", "x-amz-signature", "x-basic-password", "x-team-credentials",
]  # fmt: skip


@pytest.mark.parametrize("name", [*sorted(load("call.headers").SENSITIVE_HEADERS), *OTHER_CREDENTIALS])
def test_credentials_are_masked_in_any_case(name: str) -> None:
    shown = repr(Headers({name.title(): "sk-secret", "X-Team": "blue"}))
    assert "sk-secret" not in shown
    assert "'***'" in shown
    assert "'X-Team': 'blue'" in shown


# Requests and responses


def make_request(**changes: Any) -> Any:
    attributes = {
        "method": "POST",
        "url": "https://h/v1/files?token=sk-secret",
        "headers": Headers({"Authorization": "Bearer sk-secret", "api-key": "sk-secret", "X-Team": "blue"}),
        "body": b"{}",
        "timeout": Timeout(5),
    }
    return message.Request(**{**attributes, **changes})


def test_request_shows_neither_query_nor_headers() -> None:
    assert repr(make_request()) == "<Request POST https://h/v1/files>"
    assert make_request().safe_url == "https://h/v1/files"


def test_replace_gives_a_copy_with_the_changes() -> None:
    first = make_request()
    second = first.replace(method="GET", body=None)
    assert (second.method, second.body, second.url, second.timeout) == ("GET", None, first.url, first.timeout)
    assert (first.method, first.body) == ("POST", b"{}")


@pytest.mark.parametrize("body, restored_body", [(b"{}", b"{}"), (None, None), (["chunk"], None)])
def test_request_is_pickled_without_credentials_and_open_bodies(body: Any, restored_body: Any) -> None:
    restored = pickle.loads(pickle.dumps(make_request(body=body)))
    assert restored.headers == {"X-Team": "blue"}
    assert type(restored.headers) is Headers
    assert (restored.method, restored.body, restored.timeout) == ("POST", restored_body, Timeout(5))


def make_response() -> Any:
    response = message.Response(
        200, [("X-Request-ID", "req_1"), ("Set-Cookie", "sk-secret"), ("A", "b")], iter([b""]), print, 9.5
    )
    response.body = b"\xc3\xa9\xff"
    response.request = make_request()
    response.retries_taken = 2
    return response


def test_response_has_headers_text_and_request_id() -> None:
    response = make_response()
    assert response.headers["a"] == response.headers["A"] == "b"
    assert response.headers is response.headers
    assert response.request_id == "req_1"
    assert (response.content, response.text) == (b"\xc3\xa9\xff", "é\ufffd")
    assert repr(response) == "<Response 200 to <Request POST https://h/v1/files>>"
    assert message.Response(200, [("X-Other", "1")], (), print, 0.0).request_id is None


@pytest.mark.parametrize("copy_response", [copy.copy, lambda response: pickle.loads(pickle.dumps(response))])
def test_response_is_copied_closed_and_without_credentials(copy_response: Any) -> None:
    response = make_response()
    restored = copy_response(response)
    assert (restored.status_code, restored.body, restored.retries_taken, restored.received_at) == (
        200,
        response.body,
        2,
        9.5,
    )
    assert restored.raw_headers == [("X-Request-ID", "req_1"), ("A", "b")]
    assert restored.request_id == "req_1"
    assert restored.request.safe_url == response.request.safe_url
    assert list(restored.chunks) == []
    assert restored.close() is None
    assert b"Bearer" not in pickle.dumps(restored) and b"sk-secret" not in pickle.dumps(restored)


@pytest.mark.parametrize(
    "name",
    ["Idempotency-Key", "Sec-WebSocket-Key", "Content-Type", "X-Ratelimit-Remaining-Tokens", "X-Author", "monkey", "X"],
)
def test_other_headers_are_shown(name: str) -> None:
    assert repr(Headers({name: "value"})) == repr({name: "value"})


@pytest.mark.parametrize(
    ("url", "masked"),
    [
        ("https://h/v1", "https://h/v1"),
        ("https://h/v1?", "https://h/v1?"),
        ("https://h/v1?api-key=s&a=b", "https://h/v1?api-key=***&a=b"),
        ("https://h/v1?a=token&access_token=s=t&key=&sig=s", "https://h/v1?a=token&access_token=***&key=&sig=***"),
        ("https://h/v1?X-Amz-Security-Token=s&tokens=1&key", "https://h/v1?X-Amz-Security-Token=***&tokens=1&key"),
    ],
)
def test_credentials_in_a_query_are_masked(url: str, masked: str) -> None:
    assert load("call.headers").mask_query(url) == masked


# Validation


def test_headers_that_can_be_sent_are_copied() -> None:
    headers = {"X-Team": "blue", "X-Gone": None, "x_odd.name!": "", "Latin": "é"}
    checked = header_validation.check_headers("default_headers", headers)
    assert checked == headers
    assert checked is not headers
    assert header_validation.check_headers("default_headers", None) == {}
    assert header_validation.check_headers("default_headers", [("A", "b")]) == {"A": "b"}


@pytest.mark.parametrize("name", ["Authorization", "API-Key", "cookie"])
def test_values_of_sensitive_headers_are_masked(name: str) -> None:
    checked = header_validation.check_headers("default_headers", {name: "sk-secret", "X-Team": "blue"})
    assert checked == {name: "sk-secret", "X-Team": "blue"}
    assert repr(checked[name]) == "'***'"
    assert repr(checked["X-Team"]) == "'blue'"


@pytest.mark.parametrize("value", [5, "text", [1], object(), [("a", "b", "c")]])
def test_value_that_is_not_a_mapping_is_refused(value: Any) -> None:
    with pytest.raises(ConfigError, match="default_headers: expected a mapping, got " + type(value).__name__):
        header_validation.check_headers("default_headers", value)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\r\nb", "a\0", "é", "(x)", 5, None, b"a", "a/b", "{a}"])
def test_invalid_header_names_are_refused(name: Any) -> None:
    with pytest.raises(ConfigError, match="default_headers: .* is not a valid header name"):
        header_validation.check_headers("default_headers", {name: "x"})


@pytest.mark.parametrize(
    "value, reason",
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
def test_invalid_header_values_are_refused_and_not_shown(value: Any, reason: str) -> None:
    with pytest.raises(ConfigError, match="extra_headers: X-Key: .*" + reason) as caught:
        header_validation.check_headers("extra_headers", {"X-Key": value})
    assert "sk-secret" not in str(caught.value)
