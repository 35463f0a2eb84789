# SPDX-License-Identifier: MIT
"""`http_client=`: a client of httpx or httpx2 that a program brings along, taken for a transport. Imports neither.

It knows such a client by what it does, and its errors by their names. Whoever wants all that the contract in base.py
says (closing from other threads, exact deadlines) takes the adapter of the optional transports instead.
"""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Iterator, Optional

    from .base import AsyncSendResult, SendResult


def transport_for_client(client: Any, is_async: bool) -> Any:
    """Return a transport over such a client, the client itself if it is a transport, or None for anything else."""
    if callable(getattr(client, "build_request", None)) and callable(getattr(client, "send", None)):
        if callable(getattr(client, "aclose", None)) == is_async:
            return AsyncHttpxClient(client) if is_async else HttpxClient(client)
        return None
    return client if callable(getattr(client, "send", None)) else None


class _HttpxClientBase:
    """What both kinds have in common. The client stays its owner's to close."""

    def __init__(self, client: Any) -> None:
        self.client = client

    @property
    def timeout(self) -> Any:
        """The client's own limits, if they aren't what httpx has by itself: then they were meant."""
        own = getattr(self.client, "timeout", None)
        limits = {getattr(own, name, 5.0) for name in ("connect", "read", "write", "pool")}
        return None if limits == {5.0} else own

    def _build_request(self, request: Any, body: Any) -> Any:
        headers = dict(request.headers)
        if body is not None and not isinstance(body, bytes):
            headers["Content-Length"] = str(request.body.length)  # httpx would send it chunked
        limits = {name: _cap(getattr(request.timeout, name), request) for name in ("connect", "read", "write", "pool")}
        # A mapping in the extensions is what httpx makes of a timeout, so its class need not be found.
        return self.client.build_request(
            request.method, request.url, headers=headers, content=body, extensions={"timeout": limits}
        )


def _cap(seconds: Optional[float], request: Any) -> Optional[float]:
    deadline = request.timeout.deadline
    return seconds if deadline is None else deadline if seconds is None else min(seconds, deadline)


class HttpxClient(_HttpxClientBase):
    """A transport over a sync client; see `Transport`."""

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`."""
        end = _expires_at(request)
        try:
            response = self.client.send(self._build_request(request, request.body), stream=True, follow_redirects=False)
        except Exception as error:
            failure = map_exception(error)
        else:
            return response.status_code, _pairs(response), _chunks(response, end), response.close
        raise failure  # outside: it may be what `error` was raised from

    def close(self) -> None:
        """Do nothing: the client is its owner's."""


class AsyncHttpxClient(_HttpxClientBase):
    """A transport over an async client; see `AsyncTransport`."""

    async def send(self, request: Any) -> AsyncSendResult:
        """Send a request; see `Transport.send`."""
        end = _expires_at(request)
        body = request.body if request.body is None or isinstance(request.body, bytes) else _iter_async(request.body)
        try:
            response = await self.client.send(self._build_request(request, body), stream=True, follow_redirects=False)
        except Exception as error:
            failure = map_exception(error)
        else:
            return response.status_code, _pairs(response), _achunks(response, end), response.aclose
        raise failure

    async def aclose(self) -> None:
        """Do nothing: the client is its owner's."""


def map_exception(error: Exception) -> Exception:
    """Return what `error` is called on our side of the seam; itself if it is none of httpx's network errors."""
    names = {kind.__name__ for kind in type(error).__mro__}
    if "TransportError" not in names or not names.isdisjoint(("UnsupportedProtocol", "LocalProtocolError")):
        return error
    kind = TimeoutError if "TimeoutException" in names else ConnectionError
    renamed = kind(str(error) or type(error).__name__)
    renamed.__cause__ = error
    return renamed


def _expires_at(request: Any) -> Optional[float]:
    deadline = request.timeout.deadline
    return None if deadline is None else time.monotonic() + deadline


def _check_deadline(end: Optional[float]) -> None:
    if end is not None and time.monotonic() > end:
        raise TimeoutError("the time for the whole answer is over")


def _pairs(response: Any) -> Any:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]


def _chunks(response: Any, end: Optional[float]) -> Iterator[bytes]:
    try:
        for chunk in response.iter_bytes():
            yield chunk
            _check_deadline(end)
        return
    except Exception as error:
        failure = map_exception(error)
    raise failure


async def _achunks(response: Any, end: Optional[float]) -> AsyncIterator[bytes]:
    try:
        async for chunk in response.aiter_bytes():
            yield chunk
            _check_deadline(end)
        return
    except Exception as error:
        failure = map_exception(error)
    raise failure


async def _iter_async(body: Any) -> AsyncIterator[bytes]:
    for piece in body:
        yield piece
