# SPDX-License-Identifier: MIT
"""`aconnect`, and `open_async_connection` below it; the counterparts of opening.py under asyncio."""

from __future__ import annotations

from ..call.async_driver import drive_async
from ..call.drivers import Deadline
from ..transport.asyncio_websocket_opener import AsyncStdlibWebSocketTransport
from ..transport.websocket_options import MAX_QUEUE_BYTES, MAX_SIZE, WebSocketOptions
from .async_connection import AsyncWebSocketConnection
from .opening import (
    HandshakeSender,
    as_config_error,
    build_request,
    build_settings,
    check_transport,
    handshake_flow,
    not_upgraded_error,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, Callable, Mapping, Optional, Sequence, Union

    from ..call.message import Request, Response
    from ..call.retry import RetryPolicy
    from ..transport.websocket_base import AsyncWebSocketTransport
    from ..transport.websocket_opener import ConnectionSettings


async def aconnect(
    url: str,
    *,
    headers: Optional[Mapping[str, str]] = None,
    origin: Optional[str] = None,
    subprotocols: Optional[Sequence[str]] = None,
    compression: Optional[str] = None,
    max_size: Optional[int] = MAX_SIZE,
    max_frame_size: Optional[int] = None,
    max_queue_bytes: int = MAX_QUEUE_BYTES,
    open_timeout: Optional[float] = 10.0,
    ping_interval: Optional[float] = 20.0,
    ping_timeout: Optional[float] = 20.0,
    close_timeout: Optional[float] = 10.0,
    proxy: Optional[str] = None,
    ssl_context: Optional[ssl.SSLContext] = None,
    max_retries: int = 0,
    transport: Optional[AsyncWebSocketTransport] = None,
) -> AsyncWebSocketConnection:
    """Open a WebSocket to a ws:// or wss:// URL, and return the connection; the arguments are those of `connect`."""
    options = WebSocketOptions(
        subprotocols=subprotocols,
        compression=compression,
        max_size=max_size,
        max_frame_size=max_frame_size,
        max_queue_bytes=max_queue_bytes,
        ping_interval=ping_interval,
        ping_timeout=ping_timeout,
        close_timeout=close_timeout,
    )
    try:
        request = build_request(url, headers, origin, open_timeout)
        settings = build_settings(ssl_context, proxy, transport)
    finally:
        headers = proxy = None  # so that the traceback of an error does not show credentials
    return await open_async_connection(request, options, settings, max_retries, transport=transport)


class AsyncHandshakeSender(HandshakeSender):
    """Performs handshakes with an async WebSocket transport."""

    async def send(self, request: Any) -> Any:  # type: ignore[override]
        """Perform the handshake; see `AsyncTransport.send`."""
        self.link = None
        try:
            result = await self._transport.connect(request, self._options)
        except ValueError as error:
            raise as_config_error(error) from None
        status, headers, chunks, close, self.link = result
        return status, headers, chunks, close


async def open_async_connection(
    request: Request,
    options: WebSocketOptions,
    settings: Optional[ConnectionSettings] = None,
    policy: Union[int, RetryPolicy] = 0,
    *,
    sign: Optional[Callable[[Request], Any]] = None,
    on_unauthorized: Optional[Callable[[Response], bool]] = None,
    transport: Optional[AsyncWebSocketTransport] = None,
    watch: Optional[Callable[[Any], Any]] = None,
) -> AsyncWebSocketConnection:
    """Perform the handshake of a request, and return the connection; see `open_connection`."""
    if transport is not None:
        check_transport(transport, is_async=True)
    sender = AsyncHandshakeSender(transport or AsyncStdlibWebSocketTransport(settings=settings), options)
    flow = handshake_flow(request, policy, sign, on_unauthorized)
    if watch is not None:
        flow = watch(flow)
    response = await drive_async(flow, sender, Deadline(request.timeout.deadline))
    if sender.link is None:
        await response.close()
        raise not_upgraded_error(response)
    response.chunks = ()
    return AsyncWebSocketConnection(sender.link, response)
