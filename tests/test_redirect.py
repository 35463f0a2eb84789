# SPDX-License-Identifier: MIT
"""Redirects: which are followed, with which method, and that no other origin receives sensitive headers."""

from __future__ import annotations

from random import Random

import pytest

from . import load

redirect = load("call.redirect")
message = load("call.message")
Headers = load("call.headers").Headers
Timeout = load("call.timeout").Timeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

URL = "https://api.example/v1/files?a=1"
SENSITIVE = {
    "Authorization": "Bearer sk-secret",
    "api-key": "sk-secret",
    "Cookie": "x",
    "OpenAI-Organization": "org",
    "openai-project": "proj",
    "Idempotency-Key": "k",
}
BODY = {
    "Content-Type": "application/json",
    "content-length": "2",
    "Content-Encoding": "gzip",
    "Transfer-Encoding": "chunked",
}
PLAIN = {"Accept": "application/json", "X-Team": "blue"}


def make_request(url: str = URL, method: str = "POST") -> Any:
    return message.Request(method, url, Headers({**SENSITIVE, **BODY, **PLAIN}), b"{}", Timeout(5))


def follow(location: str, status: int = 307, url: str = URL, method: str = "POST") -> Any:
    return redirect.build_redirect_request(make_request(url, method), status, location)


def refusal(location: str, url: str = URL) -> str:
    """Return the reason for which a redirect is refused."""
    with pytest.raises(redirect.RedirectRefused) as caught:
        follow(location, url=url)
    assert "sk-secret" not in str(caught.value) and "pw" not in str(caught.value)
    return str(caught.value)


# Origins


@pytest.mark.parametrize(
    "location",
    [
        "/v2/files",
        "../v2",
        "?b=2",
        "https://api.example/v2",
        "https://api.example:443/v2",
        "HTTPS://API.EXAMPLE/v2",
        "//api.example/v2",
        "  /v2  ",
    ],
)
def test_sensitive_headers_are_sent_to_the_same_origin(location: str) -> None:
    following = follow(location)
    assert following.headers == {**SENSITIVE, **BODY, **PLAIN}
    assert following.body == b"{}"
    assert following.timeout == Timeout(5)


@pytest.mark.parametrize(
    "location",
    [
        "https://other.example/v1",
        "https://api.example.evil.example/v1",
        "https://api.example:8443/v1",
        "https://sub.api.example/v1",
        "https://example/v1",
        "//other.example/",
        "https://api.example./v1",
    ],
)
def test_sensitive_headers_are_not_sent_to_other_origins(location: str) -> None:
    following = follow(location)
    assert following.headers == {**BODY, **PLAIN}
    assert following.body == b"{}"


def test_redirect_to_https_leads_to_another_origin() -> None:
    following = follow("https://api.example/v1", url="http://api.example/v1")
    assert following.headers == {**BODY, **PLAIN}
    assert follow("http://api.example:80/x", url="http://api.example/v1").headers == {**SENSITIVE, **BODY, **PLAIN}


@pytest.mark.parametrize("location", ["http://api.example/v1", "http://other.example/", "http://api.example:443/v1"])
def test_redirect_from_https_to_http_is_refused(location: str) -> None:
    assert refusal(location) == "the redirect leads from https to http"


# Methods


@pytest.mark.parametrize(("status", "method"), [(301, "POST"), (302, "POST"), (303, "POST"), (303, "DELETE")])
def test_these_become_get_without_body_and_body_headers(status: int, method: str) -> None:
    following = follow("/x", status, method=method)
    assert (following.method, following.body) == ("GET", None)
    assert following.headers == {**SENSITIVE, **PLAIN}
    assert follow("https://other.example/", status, method=method).headers == PLAIN


@pytest.mark.parametrize(
    ("status", "method"), [(307, "POST"), (308, "POST"), (307, "DELETE"), (301, "DELETE"), (302, "DELETE")]
)
def test_these_keep_method_and_body(status: int, method: str) -> None:
    following = follow("/x", status, method=method)
    assert (following.method, following.body) == (method, b"{}")


@pytest.mark.parametrize("status", [301, 302, 303])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_get_and_head_keep_their_method(method: str, status: int) -> None:
    following = follow("/x", status, method=method)
    assert (following.method, following.headers) == (method, {**SENSITIVE, **BODY, **PLAIN})


def test_original_request_is_not_changed() -> None:
    first = make_request()
    redirect.build_redirect_request(first, 303, "https://other.example/")
    assert (first.method, first.url, first.body, first.headers) == ("POST", URL, b"{}", {**SENSITIVE, **BODY, **PLAIN})


# Locations


@pytest.mark.parametrize(
    "location, url",
    [
        ("/x", "https://api.example/x"),
        ("x", "https://api.example/v1/x"),
        ("./x", "https://api.example/v1/x"),
        ("../x", "https://api.example/x"),
        ("?q=2", "https://api.example/v1/files?q=2"),
        ("/x#part", "https://api.example/x"),
        ("#part", "https://api.example/v1/files?a=1"),
        ("//api.example/y", "https://api.example/y"),
        ("/a b", "https://api.example/a%20b"),
        ("/a%20b?c=%2F", "https://api.example/a%20b?c=%2F"),
        ("/\xc3\xa9", "https://api.example/%C3%A9"),  # é in UTF-8, as a header line is read
        ("https://[::1]:8443/x", "https://[::1]:8443/x"),
    ],
)
def test_locations_may_be_relative(location: str, url: str) -> None:
    assert follow(location).url == url


NO_HOST = "the Location has no valid host or port"
UNCLEAR = "the Location contains a backslash or a control character"
INVALID = "the Location is not a valid URL"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("", "the Location is empty"),
        (" \t ", "the Location is empty"),
        *[
            (location, "the Location has the scheme {!r}; expected http or https".format(scheme))
            for location, scheme in (
                ("mailto:me@example", "mailto"),
                ("file:///etc/passwd", "file"),
                ("ftp://api.example/", "ftp"),
                ("data:text/html,<b>x", "data"),
                ("JavaScript:alert(1)", "javascript"),
                ("ws://api.example/", "ws"),
                ("unix:///run/docker.sock", "unix"),
            )
        ],
        *[(location, INVALID) for location in ("https://[::1/", "https://]/", "https://api.example:99999/")],
        *[(location, INVALID) for location in ("https://api.example:x/", "https://api.example:-1/", "/\u6f22")],
        *[(location, UNCLEAR) for location in ("\\\\other.example\\x", "/\\other.example", "https:\\\\other.example")],
        *[(location, UNCLEAR) for location in ("/a\r\nb", "/a\nb", "/\tb", "/a\0", "/\x7f", "ht\ntp://other.example/")],
        *[
            (location, NO_HOST)
            for location in ("https://", "https:///x", "http:/x", "https:other.example", "///x", "http:")
        ],
        *[(location, NO_HOST) for location in ("https://?x", "//", "https://:443/", "https://api.example:/")],
        *[(location, NO_HOST) for location in ("https://api.example:0/", "https://a b/", "https://b\xfccher.example/")],
        *[(location, NO_HOST) for location in ("https://%6f.example/", "https://a,b/", "https://a;b/")],
        ("https://user:pw@api.example/", "the Location contains a user name or password"),
        ("https://sk-secret@other.example/", "the Location contains a user name or password"),
        ("//user@other.example/", "the Location contains a user name or password"),
        ("/" + "x" * 20000, "the Location is longer than 16384 characters"),
    ],
)
def test_invalid_locations_are_refused(location: str, reason: str) -> None:
    assert refusal(location) == reason


@pytest.mark.parametrize("location", ["https://[zz]/", "https://[::1]x/", "https://[::1]:x/", "https://[v1.x]/"])
def test_invalid_addresses_in_brackets_are_refused(location: str) -> None:
    assert refusal(location) in (NO_HOST, INVALID)  # which one depends on the version of Python


def test_location_without_a_host_is_refused() -> None:
    assert refusal("https:///x", url="http://api.example/v1") == NO_HOST


def test_any_text_is_followed_to_http_or_refused() -> None:
    random = Random(1)
    alphabet = "ab/:.?#@[]%\\ \t\r\0-_09~\xe9\u20ac" + "http"
    for _ in range(3000):
        start = random.choice(("", "/", "//", "http:", "http://", "https://", "https://[", "?"))
        location = start + "".join(random.choice(alphabet) for _ in range(random.randrange(8)))
        try:
            following = follow(location)
        except redirect.RedirectRefused:
            continue
        scheme, host, _ = redirect.origin(following.url)
        assert scheme == "https" and host and following.url.isascii() and following.url.isprintable(), location


@pytest.mark.parametrize(
    "url, origin",
    [
        ("https://Api.Example/x", ("https", "api.example", 443)),
        ("http://h:80", ("http", "h", 80)),
        ("http://h", ("http", "h", 80)),
        ("https://h:80", ("https", "h", 80)),
        ("other://h", ("other", "h", None)),
        ("/path", ("", "", None)),
    ],
)
def test_origin_is_scheme_host_and_port(url: str, origin: Any) -> None:
    assert redirect.origin(url) == origin
