# SPDX-License-Identifier: MIT
"""The default WebSocket transport for asyncio; the counterpart of websocket_opener.py."""

from __future__ import annotations

import asyncio

from .asyncio_connect import open_stream
from .asyncio_websocket_link import AsyncWebSocketLink
from .connection import NO_RESPONSE
from .websocket_handshake import SWITCHING_PROTOCOLS, UpgradeHeadReader
from .websocket_opener import ConnectionSettings, RefusalReader, attempt_timeout, plan_handshake
from .websocket_options import build_protocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl
    from typing import Any, AsyncIterator, Optional, Tuple

    from .asyncio_socket import NetworkStream
    from .http1 import ResponseHead
    from .websocket_base import AsyncConnectResult
    from .websocket_options import WebSocketOptions


class AsyncStdlibWebSocketTransport:
    """Async WebSocket transport on the standard library; see `StdlibWebSocketTransport`."""

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

    async def connect(self, request: Any, options: WebSocketOptions) -> AsyncConnectResult:
        """Perform the handshake; see `AsyncWebSocketTransport.connect`."""
        route, handshake, head_bytes = plan_handshake(self._settings, request, options)
        loop = asyncio.get_running_loop()
        seconds = attempt_timeout(request.timeout)
        started_at = loop.time()
        settings = self._settings
        stream = await open_stream(route, settings.ssl_context, seconds, settings.server_hostname)
        if seconds is not None:
            seconds = max(0.001, seconds - (loop.time() - started_at))
        try:
            head, data = await _exchange_heads(stream, head_bytes, seconds)
            if head.status != SWITCHING_PROTOCOLS:
                return head.status, head.pairs, _iter_body(stream, head, data), _closer(stream), None
            handshake.check_response(head)
            stream.socket_stream.set_read_timeout(None)
            link = AsyncWebSocketLink(stream, build_protocol(options, handshake), options)
            link.start(data)
        except BaseException:
            stream.close()
            raise
        no_chunks: Any = ()
        return head.status, head.pairs, no_chunks, _closer(link), link


async def _exchange_heads(
    stream: NetworkStream, head_bytes: bytes, seconds: Optional[float]
) -> Tuple[ResponseHead, bytes]:
    """Send the request; return the head of the response, and the bytes that followed it."""
    reader = UpgradeHeadReader()
    stream.socket_stream.set_read_timeout(seconds)
    await stream.send(head_bytes, seconds)
    head_bytes = b""  # so that the traceback of an error does not show credentials
    while True:
        try:
            data = await stream.receive()
        except TimeoutError:
            raise TimeoutError("timed out while waiting for the response to the WebSocket handshake") from None
        if not data and not reader.has_received:
            raise ConnectionError(NO_RESPONSE)
        head = reader.feed(data)
        if head is not None:
            return head, reader.trailing_data


async def _iter_body(stream: NetworkStream, head: ResponseHead, data: bytes) -> AsyncIterator[bytes]:
    """Yield the body of a response that refuses the handshake."""
    reader = RefusalReader(head)
    while True:
        for chunk in reader.feed(data):
            yield chunk
        if reader.is_complete:
            return
        data = await stream.receive()
        if not data:
            reader.end()
            return


def _closer(owner: Any) -> Any:
    """Return an async function that closes a stream, or aborts a link."""

    async def close() -> None:
        (owner.abort if hasattr(owner, "abort") else owner.close)()

    return close
