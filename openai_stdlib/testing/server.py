# SPDX-License-Identifier: MIT
"""The embedded server: its socket, its threads and what a test holds in its hands.

Must not live here: HTTP (wire.py), answers (routes.py) and misbehaviour (faults.py).
"""

from __future__ import annotations

import os
import selectors
import socket
import threading
import time

from .faults import NO_FAULT, FaultQueue
from .http_connection import Connection, wants_fault
from .routes import Router
from .server_responses import APIErrorResponse, ServerResponse, error_reply
from .store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from types import TracebackType
    from typing import Dict, List, Optional, Tuple, Type, Union

    from .faults import Fault
    from .http_connection import RequestBodyReader
    from .recorded_request import RecordedRequest

STOP_TIMEOUT = 5.0  # seconds that stop() waits for threads, all together


class EmbeddedServer:
    """A server on loopback that answers the whole API without a model behind it.

        with EmbeddedServer() as server:
            client = OpenAI(base_url=server.base_url, api_key="anything")

    `delay` is the pause in seconds between the events of a stream; it may be set at any time. With
    `record_bodies=False` only the lengths of bodies are recorded. The oldest of more than `max_recorded` requests are
    forgotten. With an `ssl_context` it speaks TLS. A `lenient` server answers for ids it has never seen, where a
    strict one says 404. Any key is good but "wrong" and those that begin with "sk-wrong".
    """

    def __init__(
        self,
        port: int = 0,
        host: str = "127.0.0.1",
        delay: float = 0.0,
        record_bodies: bool = True,
        max_recorded: int = 10_000,
        ssl_context: Optional[ssl.SSLContext] = None,
        lenient: bool = False,
    ) -> None:
        self.host = host
        self.port = port
        self.delay = delay
        self.connections = 0  # TCP connections accepted so far
        self.requests: List[RecordedRequest] = []
        self.stopping = threading.Event()
        self.record_bodies = record_bodies
        self._max_recorded = max_recorded
        self._ssl_context = ssl_context
        self._lock = threading.Lock()
        self._faults = FaultQueue()
        self._answered = 0
        self._store = Store(lenient)
        self._router = Router(self._store)
        self._listener: Optional[socket.socket] = None
        self._waker: Optional[socket.socket] = None
        self._acceptor: Optional[threading.Thread] = None
        self._open: Dict[Connection, threading.Thread] = {}

    @property
    def url(self) -> str:
        """Return the address without a path, such as "http://127.0.0.1:49152"."""
        host = "[{}]".format(self.host) if ":" in self.host else self.host
        return "{}://{}:{}".format("https" if self._ssl_context else "http", host, self.port)

    @property
    def base_url(self) -> str:
        """Return the address to give to a client as its base_url."""
        return self.url + "/v1"

    def start(self) -> EmbeddedServer:
        """Begin to listen. Raises OSError if the port is taken. It may be started again after stop()."""
        if self._listener is not None:
            return self
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        try:
            if os.name == "posix":  # elsewhere the option would let two servers share a port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self.host, self.port))
            listener.listen(128)
            listener.setblocking(False)  # a client may give up between select and accept
        except BaseException:
            listener.close()
            raise
        self.port = listener.getsockname()[1]
        self.stopping.clear()
        woken, self._waker = socket.socketpair()
        self._listener = listener
        self._acceptor = threading.Thread(target=self._accept, args=(listener, woken), daemon=True)
        self._acceptor.start()
        return self

    def stop(self) -> None:
        """Stop listening, close every connection and wait for the threads, up to five seconds."""
        if self._listener is None:
            return
        deadline = time.monotonic() + STOP_TIMEOUT
        self.stopping.set()
        if self._waker is not None:
            self._waker.close()
        if self._acceptor is not None:
            self._acceptor.join(STOP_TIMEOUT)
        self._listener = None
        with self._lock:
            still_open = dict(self._open)
        for connection in still_open:
            connection.abort()
        for connection, thread in still_open.items():
            thread.join(max(0.0, deadline - time.monotonic()))
            if thread.is_alive():
                connection.close()
        self._store.clear()

    def __enter__(self) -> EmbeddedServer:
        return self.start()

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.stop()

    def inject_fault(self, fault: Union[str, Fault]) -> None:
        """Let the next request meet a fault, or as many as its `times` says; see faults.py for the directives."""
        self._faults.add(fault)

    def reset(self) -> None:
        """Clear recordings, misbehaviour that is due, and all that was stored. `connections` counts on."""
        with self._lock:
            self.requests.clear()
            self._answered = 0
        self._faults.clear()
        self._store.clear()

    def respond(self, request: RecordedRequest, intake: RequestBodyReader) -> Tuple[Fault, ServerResponse]:
        """Record a request and return what to answer, and how. For the connections."""
        self._record(request, intake)
        try:
            fault = self._faults.next_fault(wants_fault(request))
        except ValueError as error:
            return NO_FAULT, self._add_api_headers(error_reply(400, "X-Embedded-Fault: {}.".format(error)), request)
        reply = fault.replacement_response() or self._answer(request, intake)
        if reply.status == 200:
            reply.status = fault.get("status", 200)
        reply.headers.update(fault.extra_headers())
        return fault, self._add_api_headers(reply, request)

    def _answer(self, request: RecordedRequest, intake: RequestBodyReader) -> ServerResponse:
        try:
            return self._router.answer(request, intake, self.url)
        except APIErrorResponse as refusal:
            return refusal.reply
        except Exception as error:  # a gap in this server: the client's test should say so, and the server go on
            message = "The embedded server failed: {}: {}".format(type(error).__name__, error)
            return error_reply(500, message, type="server_error")

    def _record(self, request: RecordedRequest, intake: RequestBodyReader) -> None:
        request.body_length = intake.digest.length
        if self.record_bodies:
            request.keep_body(intake.digest)
            if intake.form is not None and not request.body_complete:
                request.keep_parts(intake.form)
        with self._lock:
            self._answered += 1
            request.request_id = "req_{:06d}".format(self._answered)
            self.requests.append(request)
            if len(self.requests) > self._max_recorded:
                del self.requests[0]

    def _add_api_headers(self, reply: ServerResponse, request: RecordedRequest) -> ServerResponse:
        """Add the headers that each answer of the API has."""
        headers = {
            "x-request-id": request.request_id,
            "openai-organization": "embedded",
            "openai-processing-ms": "1",
            "openai-version": "2020-10-01",
            "x-ratelimit-limit-requests": "10000",
            "x-ratelimit-limit-tokens": "1000000",
            "x-ratelimit-remaining-requests": "9999",
            "x-ratelimit-remaining-tokens": "999999",
            "x-ratelimit-reset-requests": "6ms",
            "x-ratelimit-reset-tokens": "0s",
        }
        headers.update(reply.headers)
        reply.headers = headers
        return reply

    def _accept(self, listener: socket.socket, woken: socket.socket) -> None:
        with listener, woken, selectors.DefaultSelector() as selector:
            selector.register(listener, selectors.EVENT_READ)
            selector.register(woken, selectors.EVENT_READ)
            while not self.stopping.is_set():
                if any(key.fileobj is listener for key, _ in selector.select()):
                    try:
                        sock = listener.accept()[0]
                    except OSError:
                        continue  # the client gave up before its turn came
                    self._begin(sock)

    def _begin(self, sock: socket.socket) -> None:
        sock.setblocking(True)
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            sock.close()  # the client is gone already
            return
        if self._ssl_context is not None:
            # The handshake is the business of the connection's own thread: it may take long, or never end.
            sock = self._ssl_context.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
        self.connections += 1
        connection = Connection(self, sock, self.connections)
        thread = threading.Thread(target=self._serve_connection, args=(connection,), daemon=True)
        with self._lock:
            self._open[connection] = thread
        thread.start()

    def _serve_connection(self, connection: Connection) -> None:
        try:
            connection.run()
        finally:
            with self._lock:
                self._open.pop(connection, None)
