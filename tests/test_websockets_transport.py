# SPDX-License-Identifier: MIT
"""The contract suite of WebSocket transports with the adapters for websockets."""

from __future__ import annotations

import asyncio
import gc
import threading
from typing import Any

import pytest

from . import load, package
from .adapters import ssl_context_for, transports
from .raw_server import DRAIN, LIMIT, REQUEST, RawServer, respond, signal
from .websocket_server import echo, serve, upgrade, url_of

websockets = pytest.importorskip("websockets")
contract = load("testing.contract")
websocket = load("websocket")
VERSION = int(websockets.version.version.split(".")[0])
if VERSION < 15:
    pytest.skip("the adapters need websockets 15 or later", allow_module_level=True)


class AdapterSuite:
    supports = frozenset({"ca_file", "proxy"})
    limits_frames = VERSION >= 16
    decodes_proxy_credentials = VERSION >= 17
    limits_heads = limits_queue_bytes = answers_when_full = ends_receive_at_once = streams_refusals = False

    @pytest.fixture(autouse=True)
    def _set_fixtures(self, authority: Any) -> None:
        self.certificates = authority

    def options(self, options: Any) -> dict[str, Any]:
        arguments = {"ssl": ssl_context_for(options), "proxy": options.proxy}
        return {name: value for name, value in arguments.items() if value is not None}


class TestWebsockets(AdapterSuite, contract.WebSocketTransportContract):
    answers_while_sending = False

    def make_transport(self, options: Any) -> Any:
        return transports.WebsocketsTransport(**self.options(options))

    def test_tls(self) -> None:
        # With TLS, the library's sync client loses the response once in some hundred connections, also without the
        # adapter: it reads and writes one SSL object in two threads. Programs get an APITimeoutError, and may retry.
        try:
            super().test_tls()
        except TimeoutError:
            super().test_tls()


class TestAsyncWebsockets(AdapterSuite, contract.AsyncWebSocketTransportContract):
    def make_transport(self, options: Any) -> Any:
        return transports.AsyncWebsocketsTransport(**self.options(options))


def make_options(**options: Any) -> Any:
    return load("testing.contract.websocket_base").ConnectOptions(**options)


def make_request(headers: Any) -> Any:
    return load("testing.contract.websocket_base").handshake_request("ws://127.0.0.1:1/", headers)


@pytest.mark.parametrize(
    "headers",
    [{"Host": "other"}, {"Sec-WebSocket-Key": "x"}, {"X": "a\r\nb"}, {"X": "a\0"}, {"X:": "y"}, {"": "y"}, {"ü": "y"}],
)
def test_headers_that_cannot_be_sent(headers: Any) -> None:
    with pytest.raises(ValueError, match="headers: ") as caught:
        transports.WebsocketsTransport().connect(make_request(headers), make_options())
    assert "a\r\nb" not in str(caught.value)


@pytest.mark.skipif(VERSION >= 16, reason="this version has a limit for frames")
def test_option_that_the_version_does_not_have() -> None:
    with pytest.raises(ValueError, match="max_frame_size: needs websockets 16"):
        transports.WebsocketsTransport().connect(make_request({}), make_options(max_frame_size=100))


@pytest.mark.parametrize("is_async", [False, True])
def test_through_connect(is_async: bool) -> None:
    """The core uses the adapter like its own transports."""
    refused = RawServer(REQUEST, respond(b'{"error": {"message": "no"}}', "401 Unauthorized", "X-Request-Id: r1"))
    with serve(echo, "Sec-WebSocket-Protocol: two") as server, refused:
        options: Any = {"subprotocols": ["one", "two"], "headers": {"Authorization": "Bearer sk-test"}}
        if is_async:

            async def main() -> Any:
                transport = transports.AsyncWebsocketsTransport()
                async with await websocket.aconnect(url_of(server), transport=transport, **options) as connection:
                    await connection.send("hello")
                    assert await connection.recv(timeout=LIMIT) == "hello"
                    assert connection.is_open and connection.close_code is None
                    assert 0 <= await asyncio.wait_for(await connection.ping(), LIMIT) < LIMIT
                with pytest.raises(websocket.ConnectionClosedOK) as closed:
                    await connection.recv()
                with pytest.raises(package.AuthenticationError) as caught:
                    await websocket.aconnect(url_of(refused), transport=transport)
                return connection, closed.value, caught.value

            connection, closed, error = asyncio.run(main())
        else:
            transport = transports.WebsocketsTransport()
            with websocket.connect(url_of(server), transport=transport, **options) as connection:
                connection.send("hello")
                assert connection.recv(timeout=LIMIT) == "hello"
                assert connection.is_open and connection.close_code is None
                assert connection.ping().wait(LIMIT)
            with pytest.raises(websocket.ConnectionClosedOK) as caught:
                connection.recv()
            closed = caught.value
            with pytest.raises(package.AuthenticationError) as refusal:
                websocket.connect(url_of(refused), transport=transport)
            error = refusal.value
        assert connection.subprotocol == "two" and connection.response.status_code == 101
        assert (closed.code, closed.rcvd.code, closed.sent.code, closed.rcvd_then_sent) == (1000, 1000, 1000, False)
        assert error.status_code == 401 and error.request_id == "r1" and error.message.endswith("no")
        assert server.requests[0].header("User-Agent") != [] and len(server.requests[0].header("User-Agent")) == 1


def test_dropped_connection_is_closed() -> None:
    gone = threading.Event()
    with RawServer(upgrade(), DRAIN, signal(gone)) as server:
        connection = websocket.connect(url_of(server), transport=transports.WebsocketsTransport())
        del connection
        gc.collect()
        assert gone.wait(LIMIT)
