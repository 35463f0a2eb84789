# SPDX-License-Identifier: MIT
"""Opening WebSockets: what is sent, responses that refuse, servers that are none, retries, arguments, and secrets."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import subprocess
import sys
import threading
import traceback
import zlib
from typing import Any, Callable

import pytest

from . import FOLDER, load, package
from .raw_server import CLOSE, LIMIT, REQUEST, RESET, RawServer, head, per_connection, respond, send, wait
from .websocket_server import Peer, echo, serve, upgrade, url_of

websocket = load("websocket")
opening = load("websocket.opening")
SECRET = "sk-0123456789abcdef"


@pytest.fixture(params=["sync", "async"])
def use(request: Any) -> Callable[..., Any]:
    """Return a function that opens a connection, sends and receives a message, and closes the connection."""

    def use_sync(url: str, **options: Any) -> Any:
        with websocket.connect(url, **options) as connection:
            connection.send("hello")
            assert connection.recv(LIMIT) == "hello"
            return connection

    def use_async(url: str, **options: Any) -> Any:
        async def main() -> Any:
            async with await websocket.aconnect(url, **options) as connection:
                await connection.send("hello")
                assert await connection.recv(LIMIT) == "hello"
                return connection

        return asyncio.run(asyncio.wait_for(main(), LIMIT))

    return use_sync if request.param == "sync" else use_async


def error_of(function: Callable[[], Any]) -> Any:
    """Return the error that a function raises, after a check that nothing in it shows the key."""
    with pytest.raises(package.OpenAIError) as caught:
        function()
    error: Any = caught.value
    for cause in (error, error.__cause__, error.__context__):
        if cause is not None:
            lines = traceback.StackSummary.extract(
                (entry for entry in traceback.walk_tb(cause.__traceback__) if is_ours(entry[0])), capture_locals=True
            ).format()
            assert SECRET not in "".join(lines) + repr(cause) + str(vars(cause))
    return error


def is_ours(frame: Any) -> bool:
    """Return whether a frame belongs to the package; the caller's own locals are the caller's."""
    return frame.f_code.co_filename.startswith(str(FOLDER))


# The request


def test_the_request(use: Any) -> None:
    headers = {"Authorization": "Bearer " + SECRET, "x-one": "1", "Connection": "close", "Content-Length": "5"}
    with serve(echo) as server:
        connection = use(url_of(server, "/a%20b?c=d+e&f=%2F"), headers=headers, origin="https://example.com")
    (sent,) = server.requests
    assert (sent.method, sent.target) == ("GET", "/a%20b?c=d+e&f=%2F")
    fields = {name.lower(): value for name, value in sent.headers}
    assert len(fields) == len(sent.headers) and len(fields.pop("sec-websocket-key")) == 24
    assert fields.pop("user-agent").startswith("openai-stdlib/")
    assert fields == {
        "host": "127.0.0.1:{}".format(server.port),
        "upgrade": "websocket",
        "connection": "Upgrade",
        "sec-websocket-version": "13",
        "authorization": "Bearer " + SECRET,
        "x-one": "1",
        "origin": "https://example.com",
    }
    assert connection.response.status_code == 101 and connection.subprotocol is None
    assert SECRET not in repr(connection) + repr(vars(connection)) + repr(vars(connection._link))


def test_subprotocols_and_compression_are_offered(use: Any) -> None:
    with serve(echo, "Sec-WebSocket-Protocol: two") as server:
        headers = {"Host": "other", "User-Agent": "x"}
        connection = use(url_of(server), subprotocols=["one", "two"], compression="deflate", headers=headers)
    (sent,) = server.requests
    assert connection.subprotocol == "two"
    assert sent.header("Sec-WebSocket-Protocol") == ["one, two"]
    assert sent.header("Sec-WebSocket-Extensions") == ["permessage-deflate; client_max_window_bits"]
    assert (sent.header("Host"), sent.header("User-Agent")) == (["other"], ["x"])


def test_each_handshake_has_its_own_key(use: Any) -> None:
    with serve(echo) as server:
        for _ in range(3):
            use(url_of(server))
    assert len({sent.header("Sec-WebSocket-Key")[0] for sent in server.requests}) == 3


# Responses that refuse

REFUSALS = [
    (400, "BadRequestError"),
    (401, "AuthenticationError"),
    (403, "PermissionDeniedError"),
    (404, "NotFoundError"),
    (409, "ConflictError"),
    (422, "UnprocessableEntityError"),
    (426, "APIStatusError"),
    (429, "RateLimitError"),
    (500, "InternalServerError"),
    (503, "InternalServerError"),
]


@pytest.mark.parametrize(("status", "name"), REFUSALS)
def test_statuses_are_the_errors_of_all_calls(use: Any, status: int, name: str) -> None:
    body = json.dumps({"error": {"message": "refused " + SECRET, "code": "c", "type": "t", "param": "p"}}).encode()
    response = respond(body, "{} Status".format(status), "X-Request-Id: req_1", "Content-Type: application/json")
    with RawServer(REQUEST, response) as server:
        error = error_of(lambda: use(url_of(server), headers={"Authorization": "Bearer " + SECRET}))
    assert type(error) is getattr(package, name) and error.status_code == status and error.request_id == "req_1"
    assert str(error) == "Error code: {} - refused ***".format(status)
    assert (error.code, error.type, error.param) == ("c", "t", "p")
    assert error.response.headers["x-request-id"] == "req_1" and error.body["code"] == "c"


@pytest.mark.parametrize(
    "response",
    [
        head("503 Busy", "Transfer-Encoding: chunked") + b"4\r\nbusy\r\n0\r\n\r\n",
        head("503 Busy", "Content-Length: 4") + b"busy",
        head("503 Busy") + b"busy",
        head("503 Busy", "Content-Length: 9") + b"busy",
    ],
)
def test_bodies_of_refusals(use: Any, response: bytes) -> None:
    """Also one that is not complete: the status is enough."""
    with RawServer(REQUEST, send(response), CLOSE) as server:
        error = error_of(lambda: use(url_of(server)))
    assert type(error) is package.InternalServerError and error.status_code == 503


@pytest.mark.parametrize("coding", ["gzip", "deflate", "x-gzip, deflate"])
@pytest.mark.parametrize("is_chunked", [False, True])
def test_refusals_may_have_content_codings(use: Any, coding: str, is_chunked: bool) -> None:
    """The request accepts none, but some gateways compress every error."""
    body = b'{"error": {"message": "compressed"}}'
    for name in coding.split(", "):
        body = zlib.compress(body) if name == "deflate" else gzip.compress(body)
    framing = "Transfer-Encoding: chunked" if is_chunked else "Content-Length: {}".format(len(body))
    if is_chunked:
        body = b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"
    response = head("429 Busy", framing, "Content-Encoding: " + coding, "Content-Type: application/json") + body
    with RawServer(REQUEST, send(response), CLOSE) as server:
        error = error_of(lambda: use(url_of(server)))
    assert type(error) is package.RateLimitError and "compressed" in str(error)


@pytest.mark.parametrize(
    "status",
    [
        "100 Continue",
        "103 Early Hints",
        "301 Moved",
        "302 Found",
        "307 Temporary",
        "204 No Content",
        "200 OK",
        "304 Not Modified",
    ],
)
def test_statuses_that_are_neither_101_nor_errors(use: Any, status: str) -> None:
    """Interim responses and redirects are refused, and a redirect is not followed."""
    with serve(echo) as target:
        location = "Location: http" + url_of(target)[2:]
        with RawServer(REQUEST, send(head(status, location, "Content-Length: 0"))) as server:
            error = error_of(lambda: use(url_of(server)))
        assert target.connections == 0
    assert isinstance(error, package.APIStatusError) and error.status_code == int(status[:3])
    assert str(error).startswith("Error code: {}".format(status[:3]))


# Servers that are none


@pytest.mark.parametrize(
    ("response", "text"),
    [
        (b"SSH-2.0-OpenSSH_9.9\r\n", "invalid HTTP response"),
        (b"\x15\x03\x01\x00\x02\x02\x46", "invalid HTTP response"),
        (b"", "without sending a response"),
        (b"HTTP/1.1 101 Swi", "within the head"),
        (b"HTTP/2 101\r\n\r\n", "invalid HTTP response"),
        (head("101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"), "Sec-WebSocket-Accept"),
        (head("101 Switching Protocols"), "Upgrade"),
        (head("101 Switching Protocols", "x: " + "y" * 70_000), "longer than"),
        (head("101 Switching Protocols", *["x: y"] * 300), "more than 256"),
        (b"HTTP/1.1 101 x\r\n" + b"x: y\r\n" * 300_000, "longer than|more than"),
    ],
)
def test_responses_that_are_invalid(use: Any, response: bytes, text: str) -> None:
    with RawServer(REQUEST, send(response), CLOSE) as server:
        error = error_of(lambda: use(url_of(server), headers={"api-key": SECRET}))
    assert type(error) is package.APIConnectionError
    assert str(error).startswith("Connection error. GET ws://127.0.0.1:{}/socket: ".format(server.port))
    assert any(part in str(error) for part in text.split("|")), error


def test_a_connection_that_is_reset_or_refused(use: Any) -> None:
    with RawServer(REQUEST, RESET) as server:
        assert type(error_of(lambda: use(url_of(server)))) is package.APIConnectionError
    assert type(error_of(lambda: use(url_of(server)))) is package.APIConnectionError
    assert type(error_of(lambda: use("ws://name.invalid/"))) is package.APIConnectionError


@pytest.mark.parametrize("beginning", [b"", b"HTTP/1.1 101 Switching", head("503 Busy", "Content-Length: 9") + b"busy"])
def test_a_server_that_does_not_answer_in_time(use: Any, beginning: bytes) -> None:
    never = threading.Event()
    with RawServer(REQUEST, send(beginning), wait(never)) as server:
        error = error_of(lambda: use(url_of(server), open_timeout=0.2))
    if beginning.startswith(b"HTTP/1.1 503"):
        assert type(error) is package.InternalServerError  # the status is enough
    else:
        assert type(error) is package.APITimeoutError and "connect 0.2 s" in str(error)


def test_a_server_that_accepts_nothing(use: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = "ws://127.0.0.1:{}/".format(listener.getsockname()[1])
        assert type(error_of(lambda: use(url, open_timeout=0.1))) is package.APITimeoutError
        assert type(error_of(lambda: use("wss" + url[2:], open_timeout=0.1))) is package.APITimeoutError


def test_tls_to_a_server_without_it(use: Any) -> None:
    with RawServer(respond(b"plain"), CLOSE) as server:
        assert isinstance(error_of(lambda: use("wss" + url_of(server)[2:])), package.APIConnectionError)


def test_proxies_that_are_dead_or_refuse(use: Any) -> None:
    with RawServer(REQUEST, respond(b"", "407 Proxy Authentication Required")) as proxy:
        error = error_of(
            lambda: use("ws://api.invalid/", proxy="http://user:{}@127.0.0.1:{}".format(SECRET, proxy.port))
        )
        assert type(error) is package.APIConnectionError and "the proxy refused the tunnel: 407" in str(error)
    error = error_of(lambda: use("ws://api.invalid/", proxy=proxy.url))
    assert type(error) is package.APIConnectionError
    error = error_of(lambda: use("ws://api.invalid/", proxy="ftp://user:{}@host".format(SECRET)))
    assert isinstance(error, package.ConfigError) and str(error).startswith("proxy: ")


# Retries


def test_retries_by_the_rules_of_all_calls(use: Any) -> None:
    busy = (REQUEST, respond(b"", "503 Busy", "Retry-After-Ms: 1"))
    good = (upgrade(), lambda connection: echo(Peer(connection)))
    with RawServer(per_connection(busy, (REQUEST, send(head("429 Slow", "Retry-After-Ms: 1"))), good)) as server:
        connection = use(url_of(server), max_retries=2)
        assert connection.response.retries_taken == 2
    with RawServer(*busy) as server:
        error = error_of(lambda: use(url_of(server), max_retries=1))
    assert error.attempts == 2 == server.connections
    with RawServer(*busy) as server:
        error_of(lambda: use(url_of(server)))
    assert server.connections == 1
    with RawServer(REQUEST, send(head("101 Switching Protocols"))) as server:
        error_of(lambda: use(url_of(server), max_retries=3))
    assert server.connections == 1  # the next response would be as wrong


@pytest.mark.parametrize("is_async", [False, True])
def test_credentials_are_asked_for_at_each_attempt(is_async: bool) -> None:
    """What clients do above `connect`."""
    keys = iter(["one", "two", "three"])
    request = opening.build_request("ws://127.0.0.1/", None, None, LIMIT)

    def sign(request: Any) -> Any:
        return request.replace(headers=request.headers.merged({"Authorization": "Bearer " + next(keys)}))

    good = (upgrade(), lambda connection: echo(Peer(connection)))
    refused = (REQUEST, respond(b"", "401 Unauthorized"))
    busy = (REQUEST, respond(b"", "503 Busy", "Retry-After-Ms: 1"))
    with RawServer(per_connection(busy, refused, good)) as server:
        request = request.replace(url=url_of(server))
        options = load("transport.websocket_options").WebSocketOptions()
        transport = package.UrllibTransport(proxy="")
        settings = load("transport.websocket_opener").ConnectionSettings.of_transport(transport)
        arguments: Any = (request, options, settings, 1)
        keywords: Any = {"sign": sign, "on_unauthorized": lambda response: True}
        if is_async:

            async def main() -> None:
                open_connection = load("websocket.async_opening").open_async_connection
                await (await open_connection(*arguments, **keywords)).close()

            asyncio.run(asyncio.wait_for(main(), LIMIT))
        else:
            opening.open_connection(*arguments, **keywords).close()
    sent = [request.header("Authorization")[0] for request in server.requests]
    assert sent == ["Bearer one", "Bearer two", "Bearer three"]


def test_settings_of_a_transport() -> None:
    import ssl

    context = ssl.create_default_context()
    settings = load("transport.websocket_opener").ConnectionSettings
    for cls in (package.UrllibTransport, package.AsyncioTransport):
        transport = cls(ssl_context=context, proxy="http://proxy.invalid:81")
        found = settings.of_transport(transport)
        assert found.ssl_context is context and "proxy.invalid" in repr(found.find_proxies().find("http", "x", 80))
    assert settings.of_transport(object()).ssl_context is None


# Arguments


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("http://host/", "did you mean ws://"),
        ("https://host/", "did you mean wss://"),
        ("host", "begins with ws://"),
        ("", "begins with ws://"),
        ("ws:host", "url"),
        ("ws://", "no host"),
        ("ws:///path", "no host"),
        ("ws://host/#fragment", "fragment"),
        ("ws://host/a b", "space"),
        ("ws://host/\r\nX: y", "control"),
        ("ws://ho st/", "space"),
        ("ws://user:pass@host/", "'@'"),
        ("ws://host:99999/", "(?i)port"),
        ("ws://host/ü", "non-ASCII"),
        (None, "expected text"),
        (b"ws://host/", "expected text|ws://"),
    ],
)
def test_bad_urls(use: Any, url: Any, text: str) -> None:
    with pytest.raises(package.ConfigError, match=text) as caught:
        use(url)
    assert "pass@" not in str(caught.value)


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"headers": {"x": "a\r\nb: c"}}, "headers"),
        ({"headers": {"x\r\ny": "z"}}, "headers"),
        ({"headers": {"x": "\u20ac"}}, "headers"),
        ({"headers": "x: y"}, "headers"),
        ({"headers": {"Sec-WebSocket-Key": "x"}}, "belongs to the handshake"),
        ({"headers": {"sec-websocket-protocol": "x"}}, "subprotocols"),
        ({"origin": "a\nb"}, "origin"),
        ({"subprotocols": "chat"}, "subprotocols"),
        ({"subprotocols": ["a b"]}, "subprotocols"),
        ({"subprotocols": ["a", "a"]}, "subprotocols"),
        ({"compression": "gzip"}, "compression"),
        ({"max_size": 0}, "max_size"),
        ({"max_size": "1"}, "max_size"),
        ({"max_frame_size": -1}, "max_frame_size"),
        ({"max_queue_bytes": None}, "max_queue_bytes"),
        ({"open_timeout": -1}, "open_timeout"),
        ({"ping_interval": "x"}, "ping_interval"),
        ({"ping_timeout": True}, "ping_timeout"),
        ({"close_timeout": float("nan")}, "close_timeout"),
    ],
)
def test_bad_options(use: Any, options: Any, text: str) -> None:
    with pytest.raises(package.ConfigError, match=text):
        use("ws://127.0.0.1:9/", **options)


def test_names_and_imports() -> None:
    """Importing the subpackage loads no module of it, and every public name is there."""
    assert sorted(websocket.__all__) == websocket.__all__
    for name in websocket.__all__:
        assert getattr(websocket, name).__name__ == name
    with pytest.raises(AttributeError):
        _ = websocket.nothing
    assert package.websocket is websocket


NO_SOCKETS = """
import sys
sys.path.insert(0, sys.argv[1])
from importlib import import_module
package = import_module(sys.argv[2])
open_socket = import_module(package.__name__ + ".websocket").connect
import_module(package.__name__ + ".websocket.opening")
sys.platform = "emscripten"
try:
    open_socket("ws://127.0.0.1:9/")
except package.ConfigError as error:
    print(error)
"""


def test_a_host_without_sockets() -> None:
    command = [sys.executable, "-c", NO_SOCKETS, str(FOLDER.parent), package.__name__]
    result = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=True)
    assert "this host lacks" in result.stdout
