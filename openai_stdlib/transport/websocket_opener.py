# SPDX-License-Identifier: MIT
"""The default WebSocket transport for threads: connect as HTTP does, and perform the handshake."""

from __future__ import annotations

import socket

from .connect import open_socket
from .connection import MAX_DECOMPRESSION_RATIO, NO_RESPONSE
from .http1 import body_reader
from .pool import Countdown
from .urllib_transport import ProxyChoice
from .websocket_handshake import SWITCHING_PROTOCOLS, UpgradeHeadReader
from .websocket_link import WebSocketLink
from .websocket_options import build_handshake, build_protocol, find_websocket_route

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Iterator, Optional, Tuple

    from .decoders import ContentDecoder
    from .http1 import ResponseHead
    from .proxy import ProxySettings
    from .urllib_transport import Route
    from .websocket_base import ConnectResult
    from .websocket_handshake import Handshake
    from .websocket_options import WebSocketOptions

RECEIVE_SIZE = 16 * 1024  # bytes of the response that are received at once


class ConnectionSettings:
    """How connections are opened: TLS and proxies, as for `UrllibTransport`, or those of a transport for HTTP.

    `server_hostname` replaces the host of the URL as the name that the server's certificate must have.
    """

    __slots__ = ("ssl_context", "find_proxies", "server_hostname")

    def __init__(self, ssl_context: Optional[ssl.SSLContext] = None, proxy: Optional[str] = None) -> None:
        try:
            self.find_proxies: Any = ProxyChoice(proxy)
        finally:
            proxy = None  # so that the traceback of an error does not show its password
        self.ssl_context: Optional[ssl.SSLContext] = ssl_context
        self.server_hostname: Optional[str] = None

    @classmethod
    def of_transport(cls, transport: Any) -> ConnectionSettings:
        """Return the settings of a UrllibTransport or AsyncioTransport; the defaults for any other transport."""
        settings = cls()
        owner = getattr(transport, "_connector", transport)
        settings.ssl_context = getattr(owner, "_context", None)
        settings.find_proxies = getattr(owner, "_proxies", settings.find_proxies)
        return settings


class StdlibWebSocketTransport:
    """WebSocket transport on the standard library, with the interface of `WebSocketTransport`.

    `ssl_context` and `proxy` are those of `UrllibTransport`; `settings` replaces both.
    """

    def __init__(
        self,
        *,
        ssl_context: Optional[ssl.SSLContext] = None,
        proxy: Optional[str] = None,
        settings: Optional[ConnectionSettings] = None,
    ) -> None:
        try:
            self._settings = settings or ConnectionSettings(ssl_context, proxy)
        finally:
            proxy = None  # so that the traceback of an error does not show its password

    def connect(self, request: Any, options: WebSocketOptions) -> ConnectResult:
        """Perform the handshake; see `WebSocketTransport.connect`."""
        route, handshake, head_bytes = plan_handshake(self._settings, request, options)
        countdown = Countdown(attempt_timeout(request.timeout), "connecting")
        sock = open_socket(route, self._settings.ssl_context, countdown, True, self._settings.server_hostname)
        try:
            countdown.activity = "waiting for the response to the WebSocket handshake"
            head, data = _exchange_heads(sock, head_bytes, countdown)
            if head.status != SWITCHING_PROTOCOLS:
                return head.status, head.pairs, _iter_body(sock, head, data, countdown), sock.close, None
            handshake.check_response(head)
            link = WebSocketLink(sock, build_protocol(options, handshake), options)
            link.start(data)
        except BaseException:
            sock.close()
            raise
        return head.status, head.pairs, iter(()), link.abort, link


def plan_handshake(
    settings: ConnectionSettings, request: Any, options: WebSocketOptions
) -> Tuple[Route, Handshake, bytes]:
    """Return the route to the server of a request, the handshake, and the head that is sent. Raises ValueError."""
    proxies: Optional[ProxySettings] = settings.find_proxies()
    route = find_websocket_route(request.url, request.headers, proxies)
    handshake = build_handshake(options)
    return route, handshake, handshake.build_request(route, request.headers)


def attempt_timeout(timeout: Any) -> Optional[float]:
    """Return the seconds that one attempt may take."""
    seconds = [each for each in (timeout.connect, timeout.deadline) if each is not None]
    return min(seconds) if seconds else None


def _exchange_heads(sock: socket.socket, head_bytes: bytes, countdown: Countdown) -> Tuple[ResponseHead, bytes]:
    """Send the request; return the head of the response, and the bytes that followed it."""
    reader = UpgradeHeadReader()
    sock.settimeout(countdown.remaining())
    sock.sendall(head_bytes)
    head_bytes = b""  # so that the traceback of an error does not show credentials
    while True:
        data = _receive(sock, countdown)
        if not data and not reader.has_received:
            raise ConnectionError(NO_RESPONSE)
        head = reader.feed(data)
        if head is not None:
            return head, reader.trailing_data


def _receive(sock: socket.socket, countdown: Countdown) -> bytes:
    sock.settimeout(countdown.remaining())
    try:
        return sock.recv(RECEIVE_SIZE)
    except socket.timeout:  # before Python 3.10 this is not a TimeoutError
        countdown.remaining()
        raise TimeoutError("timed out while " + countdown.activity) from None


def _iter_body(sock: socket.socket, head: ResponseHead, data: bytes, countdown: Countdown) -> Iterator[bytes]:
    """Yield the body of a response that refuses the handshake."""
    reader = RefusalReader(head)
    while True:
        yield from reader.feed(data)
        if reader.is_complete:
            return
        data = _receive(sock, countdown)
        if not data:
            reader.end()
            return


class RefusalReader:
    """Reader of the body of a response that refuses a handshake: its framing and content codings, without I/O."""

    def __init__(self, head: ResponseHead) -> None:
        self._framing = body_reader(head.is_chunked, head.length("GET"))
        self._decoder: Optional[ContentDecoder] = None
        coding = head.framing.get("content-encoding")
        if coding:  # although the request does not accept one
            from .decoders import build_decoder

            self._decoder = build_decoder(coding, self._framing, MAX_DECOMPRESSION_RATIO)
        self.is_complete: bool = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the content of received data, and set `is_complete` at its end. Raises ConnectionError."""
        chunk = self._framing.feed(data)
        if chunk and self._decoder is not None:
            yield from self._decoder.decode(chunk)
        elif chunk:
            yield chunk
        if self._framing.is_complete:
            self.end()

    def end(self) -> None:
        """Note that nothing more comes. Raises ConnectionError if the body is incomplete."""
        if not self._framing.is_complete:
            reason = self._framing.incomplete_reason()
            if reason:
                raise ConnectionError(reason)
        if self._decoder is not None:
            self._decoder.finish()
        self.is_complete = True
