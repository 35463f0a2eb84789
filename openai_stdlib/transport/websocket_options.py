# SPDX-License-Identifier: MIT
"""What can be set of a WebSocket connection, and where it leads. No I/O."""

from __future__ import annotations

import sys

from ..call.errors import ConfigError
from .urllib_transport import Route, parse_url
from .websocket_handshake import Handshake
from .websocket_protocol import WebSocketProtocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping, Optional, Sequence

    from .proxy import ProxySettings

MAX_SECONDS = 1e6  # eleven days; more counts as no limit
MAX_SIZE = 16 << 20  # bytes of a message
MAX_QUEUE_BYTES = 16 << 20
# Reading goes on for so many bytes when the queue is full, to find pings and close frames.
READ_AHEAD = 256 << 10
MESSAGE_OVERHEAD = 64  # bytes that a message takes in memory besides its content
END_TIMEOUT = 1.0  # seconds that the server has to close the network connection after the close frames
CLOSED = "the connection is closed"
KEEPALIVE_FAILURE = "keepalive ping timeout"
SCHEMES = {"ws": "http", "wss": "https"}


class WebSocketOptions:
    """The options of connections, checked.

    `subprotocols` are offered in their order. `compression` is "deflate" or None. `max_size` and `max_frame_size` limit
    a message and a frame in bytes. `max_queue_bytes` is how many bytes of messages wait for the program; then reading
    stops, and the server has to wait. After `ping_interval` seconds without data a ping is sent; if nothing arrives
    within `ping_timeout` seconds after it, the connection has failed. `close_timeout` is how many seconds `close` waits
    for the server. None is no limit, and no pings. Raises ConfigError.
    """

    __slots__ = (
        "subprotocols",
        "compression",
        "max_size",
        "max_frame_size",
        "max_queue_bytes",
        "ping_interval",
        "ping_timeout",
        "close_timeout",
    )

    def __init__(
        self,
        *,
        subprotocols: Optional[Sequence[str]] = None,
        compression: Optional[str] = None,
        max_size: Optional[int] = MAX_SIZE,
        max_frame_size: Optional[int] = None,
        max_queue_bytes: int = MAX_QUEUE_BYTES,
        ping_interval: Optional[float] = 20.0,
        ping_timeout: Optional[float] = 20.0,
        close_timeout: Optional[float] = 10.0,
    ) -> None:
        if compression not in (None, "deflate"):
            raise ConfigError("compression: expected 'deflate' or None, got {!r}".format(compression))
        self.subprotocols: Sequence[str] = subprotocols or ()
        self.compression: Optional[str] = compression
        self.max_size: Optional[int] = _check_size("max_size", max_size)
        self.max_frame_size: Optional[int] = _check_size("max_frame_size", max_frame_size)
        self.max_queue_bytes: int = _check_size("max_queue_bytes", max_queue_bytes) or 0
        self.ping_interval: Optional[float] = check_seconds("ping_interval", ping_interval)
        self.ping_timeout: Optional[float] = check_seconds("ping_timeout", ping_timeout)
        self.close_timeout: Optional[float] = check_seconds("close_timeout", close_timeout)
        build_handshake(self)


def build_handshake(options: WebSocketOptions) -> Handshake:
    """Return a new handshake that offers what the options ask for. Raises ConfigError."""
    return Handshake(options.subprotocols, options.compression is not None)


def build_protocol(options: WebSocketOptions, handshake: Handshake) -> WebSocketProtocol:
    """Return the protocol of a connection after its handshake."""
    return WebSocketProtocol(
        max_size=options.max_size, max_frame_size=options.max_frame_size, deflate=handshake.deflate
    )


def _check_size(name: str, value: Any) -> Optional[int]:
    if value is None and name != "max_queue_bytes":
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        raise ConfigError("{}: expected a number of bytes above 0, got {!r}".format(name, value))
    return value


def check_seconds(name: str, value: Any) -> Optional[float]:
    """Return a duration in seconds, or None for no limit. Raises ConfigError."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= 0:
        raise ConfigError("{}: expected a number of seconds or None, got {!r}".format(name, value))
    return None if value > MAX_SECONDS else float(value)


def finite_seconds(timeout: Optional[float]) -> float:
    """Return a duration in seconds that is long enough to count as no limit, if there is none."""
    return MAX_SECONDS if timeout is None else timeout


def find_websocket_route(url: str, headers: Mapping[str, str], proxies: Optional[ProxySettings]) -> Route:
    """Return the route to a ws or wss URL: the proxies are those of http and https. Raises ValueError.

    Every proxy is asked for a tunnel, also for ws URLs: it could not forward what follows the handshake. Raises
    ConfigError where there are no sockets.
    """
    if sys.platform == "emscripten":
        raise ConfigError("WebSockets need sockets, which this host lacks; pass a transport for WebSockets of your own")
    scheme, host, port, target = parse_url(to_http(url))
    proxy = None if proxies is None else proxies.find(scheme, host, port)
    route = Route(scheme, host, port, target, proxy and proxy.with_authorization_of(headers))
    route.is_forwarded, route.target = False, target
    return route


def to_http(url: str) -> str:
    """Return a WebSocket URL with the scheme http or https. Raises ValueError for another scheme, or a fragment."""
    scheme, colon, rest = url.partition(":")
    if not colon or scheme.lower() not in SCHEMES:
        other = {"http": "; did you mean ws://?", "https": "; did you mean wss://?"}.get(scheme.lower(), "")
        raise ValueError("url: expected a URL that begins with ws:// or wss://" + other)
    if "#" in rest:
        raise ValueError("url: a WebSocket URL has no fragment; write %23 for '#'")
    return SCHEMES[scheme.lower()] + ":" + rest
