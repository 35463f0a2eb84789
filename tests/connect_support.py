# SPDX-License-Identifier: MIT
"""What tests of `connect()` share: a server whose connections the test drives, and both clients with blocking calls."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import json
import queue
import socket
import threading
from concurrent.futures import Future
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple, Union

from . import load, package
from .raw_server import LIMIT, RawServer, respond
from .websocket_server import BINARY, CLOSE, PING, PONG, TEXT, Peer, encode, encode_close, upgrade

load("connections")  # skips the tests of copies that lack it

KEY = "sk-of-the-test"
# Name, path below the base URL, required arguments, query.
ENDPOINTS: Dict[str, Tuple[str, Dict[str, Any], str]] = {
    "realtime": ("/realtime", {"model": "gpt-realtime"}, "model=gpt-realtime"),
    "realtime.translations": ("/realtime/translations", {"model": "gpt-tr"}, "model=gpt-tr"),
    "responses": ("/responses", {}, ""),
    "beta.responses": ("/responses", {}, ""),
    "live": ("/live/sessions", {}, ""),
    "live.sideband": ("/live/sessions/sess_1/attach", {"session_id": "sess_1"}, ""),
    "live.forks": ("/live/sessions/sess_1/fork", {"session_id": "sess_1"}, ""),
    "beta.realtime": ("/realtime", {"model": "gpt-old"}, "model=gpt-old"),
}
ALL = list(ENDPOINTS)
RECONNECTING = [name for name in ALL if name != "beta.realtime"]


class ServerSide:
    """The server's end of a connection: it answers pings and closes, and keeps messages for the test."""

    def __init__(self, connection: Any) -> None:
        self.peer = Peer(connection)
        self.messages: queue.Queue[Union[str, bytes]] = queue.Queue()
        self.pongs: queue.Queue[bytes] = queue.Queue()
        self.ended = threading.Event()
        self.close_code: Optional[int] = None  # of the client's close frame
        self.close_reason = ""
        self._has_closed = False

    def run(self) -> None:
        try:
            while True:
                frame = self.peer.read()
                assert frame.masked, frame
                if frame.opcode == TEXT:
                    self.messages.put(frame.payload.decode())
                elif frame.opcode == BINARY:
                    self.messages.put(frame.payload)
                elif frame.opcode == PING:
                    self.peer.send(encode(PONG, frame.payload))
                elif frame.opcode == PONG:
                    self.pongs.put(frame.payload)
                elif frame.opcode == CLOSE:
                    self.close_code = int.from_bytes(frame.payload[:2], "big") if frame.payload else 1005
                    self.close_reason = frame.payload[2:].decode()
                    if not self._has_closed:
                        self.peer.send(encode(CLOSE, frame.payload))
                    return
        finally:
            self.ended.set()

    def receive(self) -> Union[str, bytes]:
        """Return the next message of the client."""
        return self.messages.get(timeout=LIMIT)

    def receive_json(self) -> Any:
        return json.loads(self.receive())

    def send(self, *messages: Any) -> None:
        """Send messages: bytes as binary ones, str as text, dicts as JSON."""
        for message in messages:
            if isinstance(message, bytes):
                self.peer.send(encode(BINARY, message))
            else:
                text = message if isinstance(message, str) else json.dumps(message)
                self.peer.send(encode(TEXT, text.encode()))

    def close(self, code: Optional[int] = 1000, reason: str = "") -> None:
        """Begin the closing handshake, and wait for its end."""
        self._has_closed = True
        self.peer.send(encode(CLOSE) if code is None else encode_close(code, reason.encode()))
        assert self.ended.wait(LIMIT)

    def cut(self) -> None:
        """End the connection without a close frame. The thread that reads closes the socket."""
        with contextlib.suppress(OSError):  # the client may have ended it
            self.peer.sock.shutdown(socket.SHUT_RDWR)

    def wait_closed(self) -> Tuple[Optional[int], str]:
        """Wait for the end; return code and reason of the client's close frame."""
        assert self.ended.wait(LIMIT)
        return self.close_code, self.close_reason


class ConnectServer:
    """Server of WebSockets; the test accepts the connections."""

    def __init__(self, *fields: str, tls: Any = None) -> None:
        self._upgrade = upgrade(*fields)
        self._server = RawServer(self._play, tls=tls)
        self._sides: queue.Queue[ServerSide] = queue.Queue()
        self.refusals: List[Callable[[Any], None]] = []  # steps that answer the next handshakes

    def __enter__(self) -> ConnectServer:
        self._server.__enter__()
        self.url = self._server.url + "/v1"
        self.websocket_url = "ws" + self.url[4:]
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.__exit__(*exception)

    def refuse(self, status: str, body: bytes = b"", times: int = 1, *fields: str) -> None:
        """Answer the next handshakes with another status than 101."""
        self.answer(respond(body, status, "Connection: close", *fields), times)

    def answer(self, step: Callable[[Any], None], times: int = 1) -> None:
        """Answer the next requests by a step, then close."""
        self.refusals += [step] * times

    def _play(self, connection: Any) -> None:
        if self.refusals:
            step = self.refusals.pop(0)
            connection.read_request()
            step(connection)
            return
        self._upgrade(connection)
        side = ServerSide(connection)
        self._sides.put(side)
        side.run()

    def accept(self) -> ServerSide:
        """Return the next connection."""
        return self._sides.get(timeout=LIMIT)

    @property
    def requests(self) -> List[Any]:
        return self._server.requests

    @property
    def targets(self) -> List[str]:
        return [request.target for request in self.requests]

    def header(self, name: str, number: int = -1) -> List[str]:
        """Return the values of a header of the last request, or of another one."""
        values: List[str] = self.requests[number].header(name)
        return values


class Both:
    """One of the two clients; what its async one awaits, `call` waits for. So each test is one program for both."""

    def __init__(self, is_async: bool) -> None:
        self.is_async = is_async
        self.module: Any = package
        self._loop: Any = None

    def __repr__(self) -> str:
        return "async" if self.is_async else "sync"

    @property
    def loop(self) -> Any:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
            self._thread.start()
        return self._loop

    def stop(self) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(LIMIT)
            self._loop.close()

    def class_of(self, name: str) -> Any:
        return getattr(self.module, "Async" + name if self.is_async else name)

    def client(self, url: Optional[str] = None, name: str = "OpenAI", **options: Any) -> Any:
        if url is not None:
            options["base_url"] = url
        if self.module is package:
            options.setdefault("environment", False)
        return self.class_of(name)(**{"api_key": KEY, "max_retries": 0, **options})

    def manager(self, server: Any, endpoint: str = "realtime", options: Any = None, **arguments: Any) -> Any:
        options = dict(options or {})
        if endpoint == "beta.realtime":
            options.setdefault("websocket_base_url", server.websocket_url)
        return self.connect(self.client(server.url, **options), endpoint, **arguments)

    def connect(self, client: Any, endpoint: str, **arguments: Any) -> Any:
        return resolve(client, endpoint).connect(**{**ENDPOINTS[endpoint][1], **arguments})

    def start(self, function: Any, *args: Any, **keywords: Any) -> Future[Any]:
        """Call a function in the background."""
        if self.is_async:

            async def run() -> Any:
                result = function(*args, **keywords)
                return await result if inspect.isawaitable(result) else result

            return asyncio.run_coroutine_threadsafe(run(), self.loop)
        future: Future[Any] = Future()

        def work() -> None:
            try:
                result = function(*args, **keywords)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        threading.Thread(target=work, daemon=True).start()
        return future

    def call(self, function: Any, *args: Any, **keywords: Any) -> Any:
        return self.start(function, *args, **keywords).result(LIMIT) if self.is_async else function(*args, **keywords)

    def error(self, function: Any, *args: Any, **keywords: Any) -> Any:
        """Return what a call raises."""
        try:
            result = self.call(function, *args, **keywords)
        except Exception as error:
            return error
        raise AssertionError("returned {!r}".format(result))

    def enter_error(self, manager: Any) -> Any:
        return self.error(manager.enter)

    @contextlib.contextmanager
    def opened(self, manager: Any) -> Iterator[Any]:
        connection = self.call(manager.__aenter__ if self.is_async else manager.__enter__)
        leave = manager.__aexit__ if self.is_async else manager.__exit__
        try:
            yield connection
        except BaseException as error:
            self.call(leave, type(error), error, None)
            raise
        self.call(leave, None, None, None)

    @contextlib.contextmanager
    def connected(self, endpoint: str = "realtime", **arguments: Any) -> Iterator[Tuple[Any, ServerSide]]:
        """Open a connection to a server of its own; give both ends."""
        with ConnectServer() as server, self.opened(self.manager(server, endpoint, **arguments)) as connection:
            yield connection, server.accept()

    def iterate(self, connection: Any) -> Iterator[Any]:
        iterator = connection.__aiter__() if self.is_async else iter(connection)
        while True:
            try:
                yield self.call(iterator.__anext__ if self.is_async else iterator.__next__)
            except (StopIteration, StopAsyncIteration):
                return

    def types(self, connection: Any) -> List[Any]:
        """Return the types of all events until the connection ends."""
        return [event.type for event in self.iterate(connection)]

    def function(self, function: Callable[..., Any]) -> Any:
        """Return a function, or a coroutine function for the async client."""
        if not self.is_async:
            return function

        async def coroutine_function(*args: Any) -> Any:
            await asyncio.sleep(0)
            return function(*args)

        return coroutine_function


def resolve(value: Any, path: str) -> Any:
    for name in path.split("."):
        value = getattr(value, name)
    return value


def query_of(target: str) -> str:
    return target.partition("?")[2]
