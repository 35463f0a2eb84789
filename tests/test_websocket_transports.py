# SPDX-License-Identifier: MIT
"""WebSocket transports that a user passes to `connect`: what they get, and what becomes of their errors."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from . import load, package
from .raw_server import LIMIT
from .websocket_server import echo, serve, url_of

websocket = load("websocket")


class RecordingTransport:
    """A transport as a user may write it."""

    def __init__(self, result: Any = None, error: Any = None) -> None:
        self.result, self.error, self.requests = result, error, []

    def connect(self, request: Any, options: Any) -> Any:
        self.requests.append(request)
        if self.error is not None:
            raise self.error
        return self.result or websocket.StdlibWebSocketTransport(proxy="").connect(request, options)


class AsyncRecordingTransport(RecordingTransport):
    async def connect(self, request: Any, options: Any) -> Any:
        self.requests.append(request)
        if self.error is not None:
            raise self.error
        return self.result or await websocket.AsyncStdlibWebSocketTransport(proxy="").connect(request, options)


def run(is_async: bool, url: str, transport: Any, **options: Any) -> Any:
    """Open a connection, and echo a message."""
    if not is_async:
        with websocket.connect(url, transport=transport, **options) as connection:
            connection.send("hello")
            return connection.recv(LIMIT)

    async def main() -> Any:
        async with await websocket.aconnect(url, transport=transport, **options) as connection:
            await connection.send("hello")
            return await connection.recv(LIMIT)

    return asyncio.run(main())


both = pytest.mark.parametrize(("is_async", "cls"), [(False, RecordingTransport), (True, AsyncRecordingTransport)])


@both
def test_transport_of_a_user(is_async: bool, cls: Any) -> None:
    transport = cls()
    assert isinstance(transport, websocket.AsyncWebSocketTransport if is_async else websocket.WebSocketTransport)
    with serve(echo) as server:
        assert run(is_async, url_of(server), transport, headers={"X-One": "1"}) == "hello"
    (request,) = transport.requests
    assert request.url == url_of(server) and request.headers["X-One"] == "1"


@both
def test_errors_of_a_transport(is_async: bool, cls: Any) -> None:
    for error, expected in (
        (ConnectionError("gone"), package.APIConnectionError),
        (TimeoutError("late"), package.APITimeoutError),
        (ValueError("compression: not supported"), package.ConfigError),
    ):
        transport = cls(error=error)
        with pytest.raises(expected):
            run(is_async, "ws://127.0.0.1:1/", transport, max_retries=0)
        assert len(transport.requests) == 1
    bug = cls(error=KeyError("bug"))
    with pytest.raises(KeyError):
        run(is_async, "ws://127.0.0.1:1/", bug)


@both
def test_arguments_with_a_transport(is_async: bool, cls: Any) -> None:
    other = RecordingTransport if is_async else AsyncRecordingTransport
    for wrong, text in ((other(), other.__name__), (cls, "the class " + cls.__name__), (object(), "got object")):
        with pytest.raises(
            package.ConfigError, match="transport: expected an object with an? .*sync connect"
        ) as caught:
            run(is_async, "ws://127.0.0.1:1/", wrong)
        assert text in str(caught.value)
    for name, value in (("proxy", "http://user:secret@127.0.0.1:1"), ("ssl_context", object())):
        with pytest.raises(package.ConfigError, match=name + ": does not apply") as caught:
            run(is_async, "ws://127.0.0.1:1/", cls(), **{name: value})
        assert "secret" not in str(caught.value)
