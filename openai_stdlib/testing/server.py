# SPDX-License-Identifier: MIT
"""The embedded server as tests use it: listening socket, threads, recorded requests and fault injection."""

from __future__ import annotations

import os
import selectors
import socket
import threading
import time

from ..call.host_limits import start_daemon
from .faults import NO_FAULT, FaultQueue, fault_header
from .http_connection import Connection
from .routes import Router
from .server_responses import APIErrorResponse, ServerResponse, UpgradeResponse, error_response, json_response
from .store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from types import TracebackType
    from typing import Dict, List, Optional, Tuple, Type, Union

    from .faults import Fault
    from .recorded_request import RecordedRequest
    from .request_reader import RequestBodyReader
    from .server_limits import ServerLimits

STOP_TIMEOUT = 5.0  # seconds that stop() waits for all threads together


class EmbeddedServer:
    """Server on loopback that implements the whole API without a model.

        with EmbeddedServer() as server:
            client = OpenAI(base_url=server.base_url, api_key="anything")

    `port=0` chooses a free port. `delay` is the pause in seconds between the events of a stream; it may be changed at
    any time. With `record_bodies=False`, only the lengths of bodies are recorded. At most the newest `max_recorded`
    requests are kept in `requests`. With an `ssl_context`, the server uses TLS. A `lenient` server creates objects
    with unknown ids on the fly, for which a strict one responds with 404. `rate_limits` are limits that it enforces;
    without, it only reports some. Every API key is accepted, except "wrong" and keys that start with "sk-wrong".
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
        rate_limits: Optional[ServerLimits] = None,
    ) -> None:
        self.host = host
        self.port: int = port
        self.delay = delay
        self.connections: int = 0  # TCP connections accepted so far
        self.requests: List[RecordedRequest] = []
        self.stopping: threading.Event = threading.Event()
        self.record_bodies = record_bodies
        self.rate_limits = rate_limits
        self._max_recorded = max_recorded
        self._ssl_context = ssl_context
        self._lock = threading.Lock()
        self._faults = FaultQueue()
        self._request_count = 0
        self._store = Store(lenient)
        self._router = Router(self._store)
        self._listener: Optional[socket.socket] = None
        self._waker: Optional[socket.socket] = None
        self._acceptor: Optional[threading.Thread] = None
        self._threads: Dict[Connection, threading.Thread] = {}

    @property
    def url(self) -> str:
        """The address without a path, such as "http://127.0.0.1:49152"."""
        host = "[{}]".format(self.host) if ":" in self.host else self.host
        return "{}://{}:{}".format("https" if self._ssl_context else "http", host, self.port)

    @property
    def base_url(self) -> str:
        """The address to pass to a client as its `base_url`."""
        return self.url + "/v1"

    def start(self) -> EmbeddedServer:
        """Start listening, and return the server; may be called again after stop().

        Raises OSError if the port is taken.
        """
        if self._listener is not None:
            return self
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        try:
            if os.name == "posix":  # elsewhere the option lets two servers share a port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self.host, self.port))
            listener.listen(128)
            listener.setblocking(False)  # a client may disconnect between select() and accept()
        except BaseException:
            listener.close()
            raise
        self.port = listener.getsockname()[1]
        self.stopping.clear()
        wakeup, self._waker = socket.socketpair()
        self._listener = listener
        self._acceptor = threading.Thread(target=self._accept, args=(listener, wakeup))
        try:
            start_daemon(self._acceptor, "EmbeddedServer", "run the command serve on another host")
        except BaseException:
            self._listener = self._acceptor = None
            for sock in (listener, wakeup, self._waker):
                sock.close()
            raise
        return self

    def stop(self) -> None:
        """Stop listening, close all connections and wait up to five seconds for the threads to end."""
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
            threads = dict(self._threads)
        for connection in threads:
            connection.abort()
        for connection, thread in threads.items():
            thread.join(max(0.0, deadline - time.monotonic()))
            if thread.is_alive():
                connection.close()
        self._store.clear()

    def __enter__(self) -> EmbeddedServer:
        return self.start()

    def __exit__(
        self,
        type_: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.stop()

    def inject_fault(self, fault: Union[str, Fault]) -> None:
        """Inject a fault into the next `times` requests (1 by default): `inject_fault("status=429; retry-after=1")`.

        The directives are in docs/testing.md. Raises ValueError if the text of the fault is invalid.
        """
        self._faults.add(fault)

    def reset(self) -> None:
        """Clear recorded requests, pending faults and stored objects; `connections` is not reset."""
        with self._lock:
            self.requests.clear()
            self._request_count = 0
        self._faults.clear()
        self._store.clear()

    def respond(self, request: RecordedRequest, body: RequestBodyReader) -> Tuple[Fault, ServerResponse]:
        """Record a request, and return the fault that affects it and its response. Called by the connections."""
        self._record(request, body)
        try:
            fault = self._faults.next_fault(fault_header(request), request.method, request.path)
        except ValueError as error:
            return NO_FAULT, self._add_api_headers(error_response(400, "X-Embedded-Fault: {}.".format(error)), request)
        request.fault = fault
        response = fault.replacement_response() or self._dispatch_within_limits(request, body)
        if isinstance(response, UpgradeResponse) and "ws-bad-accept" in fault:
            response.headers["Sec-WebSocket-Accept"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAA="
        if isinstance(response, UpgradeResponse) and "status" in fault:  # as a server that knows no WebSockets
            response = json_response({"object": "embedded"}, fault.get("status"))
        if response.status == 200:
            response.status = fault.get("status", 200)
        response.headers.update(fault.extra_headers())
        return fault, self._add_api_headers(response, request)

    def _dispatch_within_limits(self, request: RecordedRequest, body: RequestBodyReader) -> ServerResponse:
        limits = self.rate_limits
        if limits is None:
            return self._dispatch(request, body)
        model, tokens, refusal = limits.admit(request, body)
        response = refusal or self._dispatch(request, body)
        limits.settle(model, tokens, response)
        return response

    def _dispatch(self, request: RecordedRequest, body: RequestBodyReader) -> ServerResponse:
        try:
            return self._router.dispatch(request, body, self.url)
        except APIErrorResponse as error:
            return error.response
        except Exception as error:  # a bug in this server: report it to the client's test, and keep serving
            message = "The embedded server failed: {}: {}".format(type(error).__name__, error)
            return error_response(500, message, type="server_error")

    def _record(self, request: RecordedRequest, body: RequestBodyReader) -> None:
        request.body_length = body.digest.length
        if self.record_bodies:
            request.record_body(body.digest)
            if body.form is not None and not request.body_complete:
                request.record_parts(body.form)
        with self._lock:
            self._request_count += 1
            request.request_id = "req_{:06d}".format(self._request_count)
            self.requests.append(request)
            if len(self.requests) > self._max_recorded:
                del self.requests[0]

    def _add_api_headers(self, response: ServerResponse, request: RecordedRequest) -> ServerResponse:
        """Add the headers that every response of the API has."""
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
        headers.update(response.headers)
        response.headers = {name: value for name, value in headers.items() if value or name[:12] != "x-ratelimit-"}
        return response

    def _accept(self, listener: socket.socket, wakeup: socket.socket) -> None:
        with listener, wakeup, selectors.DefaultSelector() as selector:
            selector.register(listener, selectors.EVENT_READ)
            selector.register(wakeup, selectors.EVENT_READ)
            while not self.stopping.is_set():
                if any(key.fileobj is listener for key, _ in selector.select()):
                    try:
                        sock = listener.accept()[0]
                    except OSError:
                        continue  # the client disconnected before it was accepted
                    self._start_connection(sock)

    def _start_connection(self, sock: socket.socket) -> None:
        sock.setblocking(True)
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            sock.close()  # the client has already disconnected
            return
        if self._ssl_context is not None:
            # The connection's own thread performs the handshake, which may take long or never end.
            sock = self._ssl_context.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
        self.connections += 1
        connection = Connection(self, sock, self.connections)
        thread = threading.Thread(target=self._serve_connection, args=(connection,))
        with self._lock:
            self._threads[connection] = thread
        start_daemon(thread, "EmbeddedServer", "use another host")

    def _serve_connection(self, connection: Connection) -> None:
        try:
            connection.run()
        finally:
            with self._lock:
                self._threads.pop(connection, None)
