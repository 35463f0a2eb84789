# SPDX-License-Identifier: MIT
"""`RunSyncTransport`: `FetchTransport` in sync calls, where Pyodide can suspend them while the host continues."""

from __future__ import annotations

import sys

from .fetch_transport import FetchTransport, ffi, map_exception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Optional

    from .base import SendResult

MESSAGE = (
    "transport: OpenAI needs sockets, which this host doesn't have; use AsyncOpenAI, or run the program where Pyodide "
    "can suspend it (pyodide.ffi.can_run_sync() is False)"
)


class RunSyncTransport:
    """Sends requests with `FetchTransport`, and suspends the call meanwhile. The default of `OpenAI` in Pyodide.

    Where the host cannot suspend a call (WebAssembly without JSPI, or a program that JavaScript did not start with an
    async function), the call goes through urllib if the program has replaced its `open`, as pyodide_http does.
    Otherwise, sending raises ConfigError.
    """

    def __init__(self, *, proxy: Optional[str] = None, ssl_context: Any = None) -> None:
        self._transport = FetchTransport(proxy=proxy, ssl_context=ssl_context)
        self._urllib: Any = None

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`."""
        if _can_run_sync():
            status, headers, chunks, _ = ffi.run_sync(self._transport.send(request))
            return status, headers, _iterate(chunks), lambda: _close(chunks)
        if _is_urllib_replaced():
            return self._send_with_urllib(request)
        from ..call.errors import ConfigError

        raise ConfigError(MESSAGE)

    def _send_with_urllib(self, request: Any) -> SendResult:
        if self._urllib is None:
            from .urllib_transport import UrllibTransport

            self._urllib = UrllibTransport(use_opener=True)
        body = request.body
        if body is not None and not isinstance(body, bytes):
            from types import SimpleNamespace

            fields = {name: getattr(request, name) for name in ("method", "url", "headers", "timeout")}
            request = SimpleNamespace(body=b"".join(body), **fields)  # the host can send no other body
        try:
            result: SendResult = self._urllib.send(request)
        except ffi.JsException as error:
            raise map_exception(error) from error
        return result

    def close(self) -> None:
        """Do nothing: the host closes its connections."""


def _is_urllib_replaced() -> bool:
    """Return whether something else than urllib opens URLs, such as the host's XMLHttpRequest."""
    opener = getattr(sys.modules.get("urllib.request"), "OpenerDirector", None)
    return opener is not None and getattr(opener.open, "__module__", "") != "urllib.request"


def _can_run_sync() -> bool:
    can_run_sync = getattr(ffi, "can_run_sync", None)  # missing in older versions
    return can_run_sync is not None and bool(can_run_sync())


def _close(body: Any) -> None:
    if _can_run_sync():
        ffi.run_sync(body.close())
    else:  # as in garbage collection
        body.close_nowait()


def _iterate(chunks: Any) -> Iterator[bytes]:
    async def read() -> Optional[bytes]:
        async for chunk in chunks:
            data: bytes = chunk
            return data
        return None

    while True:
        chunk = ffi.run_sync(read())
        if chunk is None:
            return
        yield chunk
