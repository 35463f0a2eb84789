# SPDX-License-Identifier: MIT
"""Text of the caller arrives unchanged wherever it enters a request, or an error names the argument; nothing is cut.

The table has each place of a request that takes text, and how a server reads it. Each place is tried with each of the
odd texts, with both clients, over a transport that keeps the request.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from typing import Any, Callable, List, NamedTuple, Optional
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from . import load, package

OpenAIError = load("call.errors").OpenAIError
JSON = [("Content-Type", "application/json")]
BASE_URL = "http://host.example/v1"

TEXTS = [
    "plain", "ñ", "漢字 \U0001f600", "a b", " leads", "trails ", "\ttab", "a\tb", "a\nb", "ends\n", "a\rb",
    "a\r\nX-Evil: 1", "\0", "a\x01b", "a\x1fb", "a\x7fb", "a\x85b", "\u2028", "\ud800", "a\udfffb", "a/b", "a%2Fb",
    "100%", "%zz", "a?b", "a#b", "a&b=c", "a+b", "a;b", "a:b", "a@b", "[1]", "{b}", "a\\b", 'a"b', "'", "<b>",
    "a^b`c|d", "..", ".", "../../x", "",
]  # fmt: skip


class Kept:
    """A transport that keeps the last request."""

    request: Any = None

    def send(self, request: Any) -> Any:
        self.request = request
        if request.body is not None and not isinstance(request.body, bytes):
            request = request.replace(body=b"".join(request.body))
            self.request = request
        return 200, JSON, iter([b'{"id": "x", "object": "list", "data": []}']), lambda: None

    def close(self) -> None:
        pass


class KeptAsync(Kept):
    async def send(self, request: Any) -> Any:
        status, headers, chunks, _ = super().send(request)

        async def body() -> Any:
            for chunk in chunks:
                yield chunk

        async def close() -> None:
            pass

        return status, headers, body(), close

    async def aclose(self) -> None:
        pass


def segment(request: Any) -> str:
    """Return the decoded last segment of the path."""
    return unquote(urlsplit(request.url).path.rpartition("/")[2], errors="strict")


def below(request: Any) -> str:
    """Return the decoded path below the base URL."""
    assert request.url.isascii() and request.url.startswith(BASE_URL + "/"), request.url
    return unquote(request.url[len(BASE_URL) + 1 :].partition("?")[0], errors="strict")


def parameters(request: Any) -> Any:
    return parse_qsl(urlsplit(request.url).query, keep_blank_values=True, errors="strict")


def header(name: str) -> Callable[[Any], Any]:
    """Return a function that returns the value of a header as a server reads it, without blanks around it."""
    return lambda request: request.headers[name].encode("latin-1").strip(b" \t").decode("latin-1")


def header_names(request: Any) -> str:
    (name,) = [name for name in request.headers if request.headers[name] == "marked"]
    return str(name)


def part(pattern: str) -> Callable[[Any], str]:
    """Return a function that finds text in a form."""

    def find(request: Any) -> str:
        found = re.search(pattern.encode(), request.body, flags=re.DOTALL)
        assert found is not None, request.body
        return found.group(1).decode("utf-8", "surrogateescape")

    return find


def unescape(find: Callable[[Any], str]) -> Callable[[Any], str]:
    """Undo the escapes of the names in a form: those of the WHATWG HTML standard, and doubled backslashes."""
    escapes = {"%22": '"', "\\\\": "\\", **{"%{:02X}".format(code): chr(code) for code in range(0x20)}}
    return lambda request: re.sub(
        r"%[0-9A-F]{2}|\\\\", lambda match: escapes.get(match.group(), match.group()), find(request)
    )


class Place(NamedTuple):
    """Where text enters a request: the call, the text as a server reads it, and the name of the argument."""

    call: Callable[[Any, str], Any]
    read: Callable[[Any], Any]
    argument: str


CHAT = {"model": "m", "messages": []}
PLACES = {
    "id": Place(lambda client, text: client.files.retrieve(text), segment, "file_id"),
    "path": Place(lambda client, text: client.get("/" + text), below, "path"),
    "query in the path": Place(lambda client, text: client.get("/x?q=" + text), parameters, "path"),
    "absolute URL": Place(lambda client, text: client.get(BASE_URL + "/" + text), below, "path"),
    "method": Place(lambda client, text: client.request(text, "/x"), lambda request: request.method, "method"),
    "query": Place(lambda client, text: client.files.list(after=text), lambda r: dict(parameters(r))["after"], "after"),
    "query list": Place(
        lambda client, text: client.files.list(extra_query={"q": [{"a": text}]}),
        lambda request: dict(parameters(request))["q[][a]"],
        "q",
    ),
    "query name": Place(
        lambda client, text: client.files.list(extra_query={text: "marked"}), lambda r: parameters(r)[0][0], "query"
    ),
    "params": Place(
        lambda client, text: client.get("/x", options={"params": {"q": text}}), lambda r: dict(parameters(r))["q"], "q"
    ),
    "default_query": Place(
        lambda client, text: client.with_options(default_query={"q": text}).models.list(),
        lambda request: dict(parameters(request))["q"],
        "q",
    ),
    "extra_headers": Place(
        lambda client, text: client.models.list(extra_headers={"X-A": text}), header("X-A"), "extra_headers: X-A"
    ),
    "header name": Place(
        lambda client, text: client.models.list(extra_headers={text: "marked"}), header_names, "extra_headers"
    ),
    "headers": Place(
        lambda client, text: client.get("/x", options={"headers": {"X-A": text}}), header("X-A"), "extra_headers: X-A"
    ),
    "idempotency_key": Place(
        lambda client, text: client.post("/x", options={"idempotency_key": text}),
        header("Idempotency-Key"),
        "Idempotency-Key",
    ),
    "default_headers": Place(
        lambda client, text: client.with_options(default_headers={"X-A": text}).models.list(),
        header("X-A"),
        "default_headers: X-A",
    ),
    "organization": Place(
        lambda client, text: client.copy(organization=text).models.list(),
        header("OpenAI-Organization"),
        "organization",
    ),
    "application": Place(
        lambda client, text: client.with_options(application=text).models.list(),
        lambda request: header("User-Agent")(request).rpartition(" openai-stdlib")[0],
        "application",
    ),
    "betas": Place(
        lambda client, text: client.beta.responses.create(model="m", input="x", betas=[text, "z"]),
        lambda request: header("OpenAI-Beta")(request).rpartition(",")[0],
        "betas",
    ),
    "JSON": Place(
        lambda client, text: client.chat.completions.create(**CHAT, x=[{"y": text}]),
        lambda request: json.loads(request.body)["x"][0]["y"],
        "x[0].y",
    ),
    "JSON key": Place(
        lambda client, text: client.chat.completions.create(**CHAT, x={text: 1}),
        lambda request: next(iter(json.loads(request.body)["x"])),
        "x",
    ),
    "field": Place(
        lambda client, text: client.files.create(file=b"", purpose="p", a={"b": text}),
        part('name="a.b."\r\n\r\n(.*?)\r\n--[0-9a-f]{32}\r\n'),
        "a",
    ),
    "field name": Place(
        lambda client, text: client.files.create(file=b"", purpose="p", a={text: "marked"}),
        unescape(part(r'name="a\[([^"]*)\]"\r\n\r\nmarked')),
        "a",
    ),
    "filename": Place(
        lambda client, text: client.files.create(file=(text, b""), purpose="p"),
        unescape(part('filename="([^"]*)"')),
        "file",
    ),
    "content type": Place(
        lambda client, text: client.files.create(file=("n", b"", text), purpose="p"),
        part("Content-Type: ([^\r]*)\r\n\r\n\r\n"),
        "file",
    ),
    "part header": Place(
        lambda client, text: client.files.create(file=("n", b"", "a/b", {"X-A": text}), purpose="p"),
        part("X-A: ([^\r]*)\r\n\r\n\r\n"),
        "file",
    ),
    "sdp": Place(
        lambda client, text: client.realtime.calls.create(sdp=text), lambda request: request.body.decode(), "sdp"
    ),
    "sdp part": Place(
        lambda client, text: client.realtime.calls.create(sdp=text, session={}),
        part('name="sdp"\r\nContent-Type: application/sdp\r\n\r\n(.*?)\r\n--[0-9a-f]{32}\r\n'),
        "sdp",
    ),
    "content": Place(
        lambda client, text: client.post("/x", content=text), lambda request: request.body.decode(), "content"
    ),
    "api_key": Place(
        lambda client, text: client.with_options(api_key=text).models.list(),
        lambda request: header("Authorization")(request)[len("Bearer ") :],
        "api_key",
    ),
    "base_url": Place(
        lambda client, text: client.with_options(base_url="http://h/v1/" + text).get("/x"),
        lambda request: unquote(urlsplit(request.url).path[len("/v1/") : -len("/x")], errors="strict"),
        "base_url",
    ),
}  # fmt: skip

# Where a text has a meaning of its own: (place, text) -> what the server reads.
MEANINGS = {
    ("path", "a%2Fb"): "a/b", ("absolute URL", "a%2Fb"): "a/b", ("base_url", "a%2Fb"): "a/b",
    ("path", "a?b"): "a", ("absolute URL", "a?b"): "a",
    ("path", "."): "", ("absolute URL", "."): "",
    ("query in the path", "a%2Fb"): [("q", "a/b")], ("query in the path", "a&b=c"): [("q", "a"), ("b", "c")],
    ("query in the path", "a+b"): [("q", "a b")], ("query in the path", "a;b"): [("q", "a;b")],
    # Blanks around a base URL are no part of it, as in a browser.
    ("base_url", "trails "): "trails", ("base_url", "ends\n"): "ends",
    ("method", "plain"): "PLAIN",
    ("filename", ""): "upload", ("content type", ""): "application/octet-stream",
    ("organization", ""): "acme", ("api_key", ""): "sk", ("application", ""): "",
}  # fmt: skip
# Paths that leave the base URL, as in a browser, and a base URL with a query of its own.
ELSEWHERE = {("path", ".."), ("path", "../../x"), ("absolute URL", ".."), ("absolute URL", "../../x")} | {
    ("base_url", text) for text in ("..", ".", "../../x", "a?b")
}


def perform(is_async: bool, call: Callable[[Any], Any]) -> Any:
    """Return the request that a call sends. Raises what the call raises."""
    transport = KeptAsync() if is_async else Kept()
    options: Any = {"api_key": "sk", "organization": "acme", "base_url": BASE_URL, "environment": False}
    cls = package.AsyncOpenAI if is_async else package.OpenAI
    client = cls(transport=transport, max_retries=0, **options)

    async def main() -> None:
        result = call(client)
        if inspect.isawaitable(result):
            await result

    try:
        asyncio.run(main()) if is_async else call(client)
    except OpenAIError:
        assert transport.request is None, "something was sent"
        raise
    return transport.request


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("name", PLACES)
def test_text_arrives_unchanged_or_an_error_names_its_argument(name: str, is_async: bool) -> None:
    place, wrong = PLACES[name], []
    for text in TEXTS if not is_async else TEXTS[::3]:
        expected: Any = [("q", text)] if name == "query in the path" else text
        expected = MEANINGS.get((name, text), expected)
        try:
            request = perform(is_async, lambda client: place.call(client, text))  # noqa: B023
        except OpenAIError as error:
            str(error).encode()  # it can be printed
            if place.argument not in str(error):
                wrong.append((text, "error", error))
            if text == "plain":
                wrong.append((text, "refused", error))
            continue
        if (name, text) in ELSEWHERE:
            continue
        received = place.read(request)
        if received != expected:
            wrong.append((text, "received", received))
    assert wrong == []


REFUSED_EVERYWHERE = ["a\r\nX-Evil: 1", "a\nb", "\0"]


@pytest.mark.parametrize(
    "name", ["extra_headers", "headers", "default_headers", "idempotency_key", "organization", "betas"]
)
@pytest.mark.parametrize("text", [*REFUSED_EVERYWHERE, " leads", "trails ", "\ttab", "漢", "a\x7fb", "\ud800"])
def test_headers_refuse_what_a_server_would_read_differently(name: str, text: str) -> None:
    with pytest.raises(OpenAIError, match=PLACES[name].argument):
        perform(False, lambda client: PLACES[name].call(client, text))


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/ñ", "/v1/%C3%B1"),
        ("a b", "/v1/a%20b"),
        ("/a%2fb%", "/v1/a%2fb%25"),
        ("/a/./b/../c", "/v1/a/c"),
        ("/../health", "/health"),
        ("/a/..", "/v1/"),
        ("/..a/.b/...", "/v1/..a/.b/..."),
        ("/a?b=../c&d=ñ [1]", "/v1/a?b=../c&d=%C3%B1%20%5B1%5D"),
        ("", "/v1/"),
    ],
)
def test_custom_paths_are_encoded(path: str, sent: str) -> None:
    request = perform(False, lambda client: client.get(path))
    assert request.url == "http://host.example" + sent


@pytest.mark.parametrize("path", [None, 5, b"/x", ["x"], "/a\nb", "/\0", "/a\x7f", "/a#b", "/\ud800", "https://h/a\tb"])
def test_invalid_custom_paths_are_refused(path: Any) -> None:
    with pytest.raises(package.ArgumentError, match="^path: "):
        perform(False, lambda client: client.get(path))


@pytest.mark.parametrize("method", ["", "GE T", "GET\r\nX: y", "GÉT", None, b"GET", "GET/"])
def test_invalid_methods_are_refused(method: Any) -> None:
    with pytest.raises(package.ArgumentError, match="^method: "):
        perform(False, lambda client: client.request(method, "/x"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"extra_query": "a=b"}, "extra_query: expected a mapping, got str"),
        ({"extra_query": ["a"]}, "extra_query: expected a mapping, got list"),
        ({"extra_body": "text"}, "extra_body: expected a mapping, got str"),
        ({"extra_headers": "X-A: b"}, "extra_headers: expected a mapping, got str"),
        ({"extra_headers": {5: "x"}}, "extra_headers: 5 is not a valid header name"),
        ({"extra_query": {(1, 2): "x"}}, "query: the name of a parameter: "),
    ],
)
def test_extra_arguments_that_are_no_mappings_are_refused(arguments: Any, message: str) -> None:
    with pytest.raises(OpenAIError, match=re.escape(message)):
        perform(False, lambda client: client.chat.completions.create(**CHAT, **arguments))


def test_an_idempotency_key_may_be_a_uuid_and_betas_a_text() -> None:
    import uuid

    key: Optional[Any] = uuid.UUID(int=5)
    request = perform(False, lambda client: client.post("/x", options={"idempotency_key": key}))
    assert request.headers["Idempotency-Key"] == str(key)
    request = perform(False, lambda client: client.beta.responses.create(model="m", input="x", betas="a,b"))
    assert request.headers["OpenAI-Beta"] == "a,b"


TIMEOUTS: List[Any] = ["5", b"5", -1, float("nan"), True, [1, 2], (1,), (1, "x"), {}, object(), (1, 2, 3, 4, 5)]


@pytest.mark.parametrize("timeout", TIMEOUTS, ids=[type(timeout).__name__ for timeout in TIMEOUTS])
def test_invalid_timeouts_of_a_call_are_refused(timeout: Any) -> None:
    for call in (
        lambda client: client.models.list(timeout=timeout),
        lambda client: client.get("/x", options={"timeout": timeout}),
        lambda client: client.with_options(timeout=timeout),
    ):
        with pytest.raises(package.ConfigError, match="^timeout"):
            perform(False, call)


def test_a_timeout_of_none_in_the_options_of_a_custom_request_is_no_limit() -> None:
    request = perform(False, lambda client: client.get("/x", options={"timeout": None}))
    assert request.timeout == package.Timeout(None)
