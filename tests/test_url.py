# SPDX-License-Identifier: MIT
"""URLs: ids are escaped in paths, queries are encoded for the API, and base URLs are validated."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from . import load

url = load("call.url")
ConfigError = load("call.errors").ConfigError
PathError = load("call.errors").PathError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


# Ids in the path


@pytest.mark.parametrize(
    "value, escaped",
    [
        ("file-abc_1.2~x", "file-abc_1.2~x"),
        ("ft:a/b c", "ft:a%2Fb%20c"),
        ("a?b#c", "a%3Fb%23c"),
        ("a%2Fb", "a%252Fb"),
        ("!$&'()*+,;=:@", "!$&'()*+,;=:@"),
        ("é", "%C3%A9"),
        ("..a", "..a"),
        ("...", "..."),
        ("{b}", "%7Bb%7D"),
        ("a\nb\0", "a%0Ab%00"),
        (7, "7"),
        (" ", "%20"),
    ],
)
def test_id_stays_one_segment(value: Any, escaped: str) -> None:
    path = url.expand("/a/{a}/c", ("a",), {"a": value, "other": "x"})
    assert path == "/a/{}/c".format(escaped)
    assert unquote(urlsplit("https://h" + path).path) == "/a/{}/c".format(value)


@pytest.mark.parametrize(
    "value", ["", ".", "..", "%2e", "%2E.", ".%2e", "%2e%2E", None, True, 1.5, b"x", ["x"], "\ud800"]
)
def test_invalid_ids_are_refused_by_name(value: Any) -> None:
    with pytest.raises(PathError, match="file_id") as caught:
        url.expand("/files/{file_id}", ("file_id",), {"file_id": value})
    assert isinstance(caught.value, ValueError)
    str(caught.value).encode()


def test_each_id_replaces_its_placeholder() -> None:
    values = {"a": "{b}", "b": "{a}"}
    assert url.expand("/x/{a}/y/{b}", ("a", "b"), values) == "/x/%7Bb%7D/y/%7Ba%7D"
    assert url.expand("/plain", (), {}) == "/plain"


# Queries


@pytest.mark.parametrize(
    "parameters, pairs",
    [
        ({}, []),
        ({"a": None, "b": [], "c": {}}, []),
        ({"limit": 5, "ratio": 0.5, "q": "a b&c"}, [("limit", "5"), ("ratio", "0.5"), ("q", "a b&c")]),
        ({"yes": True, "no": False}, [("yes", "true"), ("no", "false")]),
        ({"include": ["a", None, "b"]}, [("include[]", "a"), ("include[]", "b")]),
        ({"include": ("a", True)}, [("include[]", "a"), ("include[]", "true")]),
        ({"metadata": {"team": "x", "deep": {"n": [1, 2]}}}, [
            ("metadata[team]", "x"), ("metadata[deep][n][]", "1"), ("metadata[deep][n][]", "2"),
        ]),
        ({"é": "漢"}, [("é", "漢")]),
        ({"empty": ""}, [("empty", "")]),
    ],
)  # fmt: skip
def test_query_is_encoded_with_brackets(parameters: dict[str, Any], pairs: list[tuple[str, str]]) -> None:
    query = url.encode_query(parameters)
    assert query.isascii()
    assert parse_qsl(query, keep_blank_values=True) == pairs


def test_brackets_are_escaped() -> None:
    assert url.encode_query({"include": ["a b"]}) == "include%5B%5D=a+b"


@pytest.mark.parametrize(
    "base, queries, joined",
    [
        ("https://h/v1", (), "https://h/v1/models"),
        ("https://h/v1/", (), "https://h/v1/models"),
        ("https://h", ("a=1",), "https://h/models?a=1"),
        ("https://h/v1?api-version=2", (), "https://h/v1/models?api-version=2"),
        ("https://h/v1?api-version=2", ("a=1", "b=2"), "https://h/v1/models?api-version=2&a=1&b=2"),
        ("https://h/v1", ("", "b=2", ""), "https://h/v1/models?b=2"),
    ],
)
def test_path_is_appended_and_queries_are_joined(base: str, queries: tuple[str, ...], joined: str) -> None:
    assert url.join(base, "/models", *queries) == joined


# Base URLs


@pytest.mark.parametrize(
    "value, checked",
    [
        ("https://api.openai.com/v1", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1/", "https://api.openai.com/v1"),
        ("https://api.openai.com/v1//", "https://api.openai.com/v1"),
        ("  http://localhost:8080  ", "http://localhost:8080"),
        ("HTTPS://Api.Example/V1", "https://Api.Example/V1"),
        ("http://[::1]:11434/v1", "http://[::1]:11434/v1"),
        ("https://h/a b/é", "https://h/a%20b/%C3%A9"),
        ("https://h/a%20b", "https://h/a%20b"),
        ("https://h/v1?api-version=2024-06-01&x=%20", "https://h/v1?api-version=2024-06-01&x=%20"),
        ("https://h/v1?a=b c", "https://h/v1?a=b%20c"),
        ("https://h.example./v1", "https://h.example./v1"),
        ("https://bücher.example/v1", "https://bücher.example/v1"),
    ],
)
def test_base_url_loses_its_trailing_slash(value: str, checked: str) -> None:
    assert url.check_base_url(value) == checked
    assert url.check_base_url(checked) == checked


@pytest.mark.parametrize(
    "value, reason",
    [
        (None, "expected text, got NoneType"),
        (b"https://h", "expected text, got bytes"),
        ("", "must start with http:// or https://"),
        ("api.openai.com/v1", "must start with http:// or https://"),
        ("file:///etc/passwd", "must start with http:// or https://"),
        ("ftp://h/", "must start with http:// or https://"),
        ("https://", "has no valid host"),
        ("https:///v1", "has no valid host"),
        ("https://:443/v1", "has no valid host"),
        ("https://ho st/", "has no valid host"),
        ("https://ho<st/", "has no valid host"),
        ("https://a..b/", "has no valid host"),
        ("https://.a/", "has no valid host"),
        ("https://" + "x" * 64 + ".example/", "has no valid host"),
        ("https://" + "ü" * 64 + ".example/", "is not a valid URL"),
        ("https://[::1/", "is not a valid URL"),
        ("https://h:99999/", "is not a valid URL"),
        ("https://h:x/", "is not a valid URL"),
        ("https://h/\ud800", "is not a valid URL"),
        ("https://h/\x00", "contains a control character"),
        ("https://h/#part", "has a fragment .*; remove it"),
        ("https://user@h/", "contains a user name or password; pass the key as api_key"),
    ],
)
def test_invalid_base_urls_are_refused(value: Any, reason: str) -> None:
    with pytest.raises(ConfigError, match=reason) as caught:
        url.check_base_url(value)
    assert str(caught.value).startswith("base_url: ")
    with pytest.raises(ConfigError, match="^api_url: "):
        url.check_base_url(value, "api_url")


@pytest.mark.parametrize(
    "value", ["https://sk-secret@h/v1", "ftp://me:sk-secret@h", "https://a:sk-secret@h:x/", "sk-secret@h"]
)
def test_password_in_a_base_url_is_never_shown(value: str) -> None:
    with pytest.raises(ConfigError) as caught:
        url.check_base_url(value)
    assert "sk-secret" not in str(caught.value)
    assert "***@h" in str(caught.value)


@pytest.mark.parametrize(
    "value, shown, meant",
    [
        ("localhost:1234/v1", "'localhost:1234/v1'", "http://localhost:1234/v1"),
        ("api.openai.com/v1", "'api.openai.com/v1'", "https://api.openai.com/v1"),
        ("127.0.0.1:8080", "'127.0.0.1:8080'", "http://127.0.0.1:8080"),
        ("[::1]:8080/v1", "'[::1]:8080/v1'", "http://[::1]:8080/v1"),
        ("host.docker.internal:11434/v1", "'host.docker.internal:11434/v1'", "http://host.docker.internal:11434/v1"),
        ("ollama", "'ollama'", "http://ollama"),
        ("//host.example/v1", "'//host.example/v1'", "https://host.example/v1"),
        ("://host.example/v1", "'://host.example/v1'", "https://host.example/v1"),
        ("htp://h/v1", "'htp://h/v1'", "http://h/v1"),
        ("ttps://h.example", "'ttps://h.example'", "https://h.example"),
        ("hhttps://h", "'hhttps://h'", "https://h"),
        ("http//h/v1", "'http//h/v1'", "http://h/v1"),
        ("https:/host/v1", "'https:/host/v1'", "https://host/v1"),
        ("https:host/v1", "'https:host/v1'", "https://host/v1"),
        ("https;//h", "'https;//h'", "https://h"),
        ("https ://h", "'https ://h'", "https://h"),
        ("http:///localhost:1234/v1", "'http:///localhost:1234/v1'", "http://localhost:1234/v1"),
        ("https://https://h/v1", "'https://https://h/v1'", "https://h/v1"),
        ("https://http//h/v1", "'https://http//h/v1'", "http://h/v1"),
        ("http:\\\\localhost:1234\\v1", "localhost:1234", "http://localhost:1234/v1"),
        ("wss://h/v1", "'wss://h/v1'", "https://h/v1"),
        ("'https://h/v1'", "https://h/v1", "https://h/v1"),
        ("\ufeffhttps://h/v1", "https://h/v1", "https://h/v1"),
        ("http://local host/v1", "'http://local host/v1'", "http://localhost/v1"),
        ("https://h\n/v1", "https://h", "https://h/v1"),
        ("https://h/v1#part", "'https://h/v1#part'", "https://h/v1"),
        ("https://me:secret@h/v1", "'https://***@h/v1'", "https://h/v1"),
        ("me:secret@localhost:1234", "'***@localhost:1234'", "http://localhost:1234"),
        ("htp://h?api-key=secret&a=1", "'htp://h?api-key=***&a=1'", "http://h?api-key=***&a=1"),
        ("https://", "'https://'", None),
        ("https:///v1", "'https:///v1'", None),
        ("https", "'https'", None),
        ("", "''", None),
        ("file:///etc/passwd", "'file:///etc/passwd'", None),
        ("ftp://me:secret@h", "'ftp://***@h'", None),
        ("https://h:99999/", "'https://h:99999/'", None),
        ("https://{resource}.example", "'https://{resource}.example'", None),
        ("sk-secret", "'***'", None),
        ("0123456789abcdefsecret0123456789", "'***'", None),
    ],
)
def test_malformed_base_url_is_shown_with_the_one_that_is_meant(value: str, shown: str, meant: str | None) -> None:
    with pytest.raises(ConfigError) as caught:
        url.check_base_url(load("call.headers").Secret(value))
    text = str(caught.value)
    assert text.startswith("base_url: ") and shown in text and "secret" not in text
    assert text.rpartition("did you mean ")[2] == meant + "?" if meant else "did you mean" not in text


# Parts of the URLs of requests

PARTS = (
    "scheme",
    "host",
    "port",
    "path",
    "raw_path",
    "query",
    "netloc",
    "userinfo",
    "username",
    "password",
    "fragment",
)
PARTS += ("raw_scheme", "raw_host", "is_absolute_url", "is_relative_url")
URLS = [
    "https://api.openai.com/v1/chat/completions",
    "http://127.0.0.1:8080/v1/files/a%2Fb?limit=2&after=x%20y&limit=3",
    "https://me:p%40ss@[::1]:8443",
    "http://h:80/x%C3%A4",
]


def test_urls_of_requests_have_parts() -> None:
    message, timeout = load("call.message"), load("call.timeout").Timeout(1)
    request = message.Request("GET", URLS[1], load("call.headers").Headers({}), None, timeout)
    assert request.url == URLS[1] and str(request.url) == URLS[1] and isinstance(request.url, str)
    assert (request.url.host, request.url.port, request.url.path) == ("127.0.0.1", 8080, "/v1/files/a/b")
    assert request.url.params == {"limit": "2", "after": "x y"} and request.url.query == b"limit=2&after=x%20y&limit=3"
    assert repr(request.url) == "URL({!r})".format(URLS[1])
    assert not hasattr(request.url, "no_such_part")
    response = message.Response(200, [], (), lambda: None, 0.0)
    assert response.url == ""
    response.request = request
    assert response.url.raw_path == b"/v1/files/a%2Fb?limit=2&after=x%20y&limit=3"
    assert url.BaseURL("https://h/v1").host == "h"


@pytest.mark.parametrize("text", URLS)
def test_parts_are_those_of_httpx(text: str) -> None:
    expected, ours = pytest.importorskip("httpx").URL(text), url.URL(text)
    assert {part: getattr(ours, part) for part in PARTS} == {part: getattr(expected, part) for part in PARTS}
    assert ours.params == dict(expected.params)
