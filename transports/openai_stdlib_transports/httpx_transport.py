# SPDX-License-Identifier: MIT
"""Transports over httpx, sync and async (0.24 and later).

What lives here: how a request becomes a call of ``httpx.Client`` and what its errors mean. What must not: anything of
the core. ``_body`` holds what the sync adapters share. httpx fixes its read timeout when the head is there, so in sync
the deadline can be overrun by the last read, which is no longer than the deadline was; async is exact.
"""

from __future__ import annotations

import ssl
from http.cookiejar import DefaultCookiePolicy

import anyio  # httpx stands on it
import httpx

from ._body import CLOSED, Body, Deadline, hang_up, renamed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Awaitable, Callable, Iterator


class HttpxTransport:
    """Send with `httpx`: with your own client, which stays yours to close, or with one that is closed with this.

    Of your client everything counts: transports, proxies, certificates, headers, cookies and its `auth`, if it has one.
    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    def __init__(self, client: httpx.Client | None = None) -> None:
        self._owned = client is None
        self._client = httpx.Client() if client is None else client
        if self._owned:
            _refuse_cookies(self._client)

    def send(self, request: Any) -> tuple[int, list[tuple[str, str]], Iterator[bytes], Callable[[], None]]:
        """Send one request; the caller reads the chunks to their end or calls the returned close."""
        deadline = Deadline(request.timeout.deadline)
        try:
            built = _built(self._client, request, deadline, request.body)
            auth = self._client.auth or httpx.Auth()  # some auth: without one, older versions look into ~/.netrc
            response = self._client.send(built, stream=True, auth=auth, follow_redirects=False)
        except Exception as error:
            failure = _translated(error)
        else:
            body = Body(_pieces(response, deadline), lambda: _wake(response), response.close, _translated)
            return response.status_code, _headers(response), body, body.close
        raise failure  # not in the except clause: it may be the cause of what it would be raised from

    def close(self) -> None:
        """Close the client, unless it is yours."""
        if self._owned:
            self._client.close()

    def __enter__(self) -> HttpxTransport:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncHttpxTransport:
    """Send with `httpx.AsyncClient`, under asyncio or trio; as `HttpxTransport` in everything else.

    A body that is an iterable is read in the event loop: its pieces should be at hand, as those of a local file are.
    """

    def __init__(self, client: httpx.AsyncClient | None = None) -> None:
        self._owned = client is None
        self._client = httpx.AsyncClient() if client is None else client
        if self._owned:
            _refuse_cookies(self._client)

    async def send(
        self, request: Any
    ) -> tuple[int, list[tuple[str, str]], AsyncIterator[bytes], Callable[[], Awaitable[None]]]:
        """Send one request; the caller reads the chunks to their end or awaits the returned close."""
        deadline = Deadline(request.timeout.deadline)
        plain = request.body is None or isinstance(request.body, bytes)
        try:
            built = _built(self._client, request, deadline, request.body if plain else _AsyncUpload(request.body))
            auth = self._client.auth or httpx.Auth()
            with anyio.fail_after(deadline.cap(None)):
                response = await self._client.send(built, stream=True, auth=auth, follow_redirects=False)
        except Exception as error:
            failure = _translated(error)
        else:
            body = _AsyncBody(response, deadline)
            return response.status_code, _headers(response), body, body.close
        raise failure

    async def close(self) -> None:
        """Close the client, unless it is yours."""
        if self._owned:
            await self._client.aclose()

    aclose = close

    async def __aenter__(self) -> AsyncHttpxTransport:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


class _AsyncUpload:
    def __init__(self, body: Any) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._body:
            yield piece


class _AsyncBody:
    """Bytes of a response for one task; any task of the same loop may close it."""

    def __init__(self, response: httpx.Response, deadline: Deadline) -> None:
        self._response, self._deadline = response, deadline
        self._pieces = response.aiter_bytes()
        self._over = self._closed = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        if self._over:
            raise StopAsyncIteration
        if self._closed:
            raise ConnectionError(CLOSED)
        try:
            with anyio.fail_after(self._deadline.cap(None)):
                return await self._pieces.__anext__()
        except StopAsyncIteration:
            self._over = not self._closed  # cut off, a body without a length must not look whole
            failure: Exception = StopAsyncIteration() if self._over else ConnectionError(CLOSED)
        except Exception as error:
            failure = ConnectionError(CLOSED) if self._closed else _translated(error)
        except BaseException:  # cancelled: httpx has closed the connection
            self._closed = True
            raise
        await self.close()
        raise failure

    async def close(self) -> None:
        """Let go of the connection: to the pool when the body is over, else it is closed."""
        self._closed = True
        await self._response.aclose()


def _refuse_cookies(client: httpx.Client | httpx.AsyncClient) -> None:
    client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))


def _built(client: httpx.Client | httpx.AsyncClient, request: Any, deadline: Deadline, body: Any) -> httpx.Request:
    """Make the request; one built by the client has the client's own headers and cookies, but never over ours."""
    fields = [(name.encode("ascii"), value.encode("latin-1")) for name, value in request.headers.items()]
    if not (body is None or isinstance(body, bytes)):  # httpx would send it chunked
        fields.append((b"Content-Length", b"%d" % request.body.length))
    limits = request.timeout
    timeout = httpx.Timeout(
        connect=deadline.cap(limits.connect),
        read=deadline.cap(limits.read),
        write=deadline.cap(limits.write),
        pool=deadline.cap(limits.pool),
    )
    return client.build_request(request.method, request.url, headers=fields, content=body, timeout=timeout)


def _headers(response: httpx.Response) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]


def _pieces(response: httpx.Response, deadline: Deadline) -> Iterator[bytes]:
    for piece in response.iter_bytes():
        yield piece
        deadline.cap(None)


def _wake(response: httpx.Response) -> None:
    """End a waiting read. Not under HTTP/2, where other calls share the socket: there its timeout ends it."""
    stream = response.extensions.get("network_stream")
    if stream is not None and response.extensions.get("http_version") != b"HTTP/2":
        hang_up(stream.get_extra_info("socket"))


def _translated(error: Exception) -> Exception:
    """Return what `error` is called on our side of the seam; itself when it is none of the library's."""
    if isinstance(error, (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError)):
        return renamed(ValueError, error)
    if isinstance(error, httpx.TimeoutException):
        return renamed(TimeoutError, error)
    if not isinstance(error, httpx.RequestError):
        return error
    origin: BaseException | None = error
    while type(origin).__module__.startswith(("httpx", "httpcore")):  # beyond them may lie what the caller handles
        origin = origin and (origin.__cause__ or origin.__context__)  # httpcore raises `from None`
    return origin if isinstance(origin, ssl.SSLCertVerificationError) else renamed(ConnectionError, error)
