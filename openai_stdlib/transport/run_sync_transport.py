# SPDX-License-Identifier: MIT
"""`RunSyncTransport`: `FetchTransport` in sync calls, where Pyodide can suspend them while the host continues."""

from __future__ import annotations

import sys

from .fetch_transport import FetchTransport, ffi

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
    async function), sending raises ConfigError, unless the program has replaced urllib's `open`, as pyodide_http does.
    """

    def __init__(self, *, proxy: Optional[str] = None, ssl_context: Any = None) -> None:
        self._transport = FetchTransport(proxy=proxy, ssl_context=ssl_context)
        self._urllib: Any = None

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`."""
        if _is_urllib_replaced():
            if self._urllib is None:
                from .urllib_transport import UrllibTransport

                self._urllib = UrllibTransport(use_opener=True)
            result: SendResult = self._urllib.send(request)
            return result
        if not _can_run_sync():
            from ..call.errors import ConfigError

            raise ConfigError(MESSAGE)
        status, headers, chunks, close = ffi.run_sync(self._transport.send(request))
        return status, headers, _iterate(chunks), lambda: ffi.run_sync(close())

    def close(self) -> None:
        """Do nothing: the host closes its connections."""


def _is_urllib_replaced() -> bool:
    """Return whether something else than urllib opens URLs, such as the host's XMLHttpRequest."""
    opener = getattr(sys.modules.get("urllib.request"), "OpenerDirector", None)
    return opener is not None and getattr(opener.open, "__module__", "") != "urllib.request"


def _can_run_sync() -> bool:
    can_run_sync = getattr(ffi, "can_run_sync", None)  # missing in older versions
    return can_run_sync is not None and bool(can_run_sync())


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
