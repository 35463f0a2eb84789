# SPDX-License-Identifier: MIT
"""What the transports over httpx and httpx2 are: one code for both, since the second kept the interface of the first.

What lives here: how a request becomes a call of a ``Client`` and what its errors mean. What must not: anything of the
core, and imports of either library: each transport brings its own as `library`. ``_body`` holds what the sync adapters
share.

Limits of the libraries, in sync: the read timeout is fixed when the head is there, so the deadline can be overrun by
the last read, which is no longer than the deadline was. And where many threads share few connections, httpcore now and
then takes one that has just been handed to another thread for an expired one and closes it, by hand as well: that call
ends in a ConnectionError, which the core tries again. Async knows neither.
"""

from __future__ import annotations

import ssl
from functools import partial
from http.cookiejar import DefaultCookiePolicy

import anyio  # both libraries stand on it

from ._body import AsyncBody, Body, Deadline, shutdown_socket, wrap_exception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Awaitable, Callable, Iterator, TypeVar

    Self = TypeVar("Self")


class Transport:
    """Send with a client of the library: with your own, which stays yours to close, or with one closed with this."""

    library: Any

    def __init__(self, client: Any = None) -> None:
        self._owned = client is None
        self._client = self.library.Client() if client is None else client
        if self._owned:
            _refuse_cookies(self._client)

    def send(self, request: Any) -> tuple[int, list[tuple[str, str]], Iterator[bytes], Callable[[], None]]:
        """Send one request; the caller reads the chunks to their end or calls the returned close."""
        deadline = Deadline(request.timeout.deadline)
        try:
            built = _build_request(self.library, self._client, request, deadline, request.body)
            auth = self._client.auth or self.library.Auth()  # some auth: without one, httpx looks into ~/.netrc
            response = self._client.send(built, stream=True, auth=auth, follow_redirects=False)
        except Exception as error:
            failure = map_exception(self.library, error)
        else:
            meaning = partial(map_exception, self.library)
            body = Body(_iter_chunks(response, deadline), lambda: _interrupt_read(response), response.close, meaning)
            return response.status_code, _headers(response), body, body.close
        raise failure  # not in the except clause: it may be the cause of what it would be raised from

    def close(self) -> None:
        """Close the client, unless it is yours."""
        if self._owned:
            self._client.close()

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncTransport:
    """Send with an async client of the library; as `Transport` in everything else."""

    library: Any

    def __init__(self, client: Any = None) -> None:
        self._owned = client is None
        self._client = self.library.AsyncClient() if client is None else client
        if self._owned:
            _refuse_cookies(self._client)

    async def send(
        self, request: Any
    ) -> tuple[int, list[tuple[str, str]], AsyncIterator[bytes], Callable[[], Awaitable[None]]]:
        """Send one request; the caller reads the chunks to their end or awaits the returned close."""
        deadline = Deadline(request.timeout.deadline)
        plain = request.body is None or isinstance(request.body, bytes)
        try:
            content = request.body if plain else _AsyncUpload(request.body)
            built = _build_request(self.library, self._client, request, deadline, content)
            auth = self._client.auth or self.library.Auth()
            with anyio.fail_after(deadline.cap(None)):
                response = await self._client.send(built, stream=True, auth=auth, follow_redirects=False)
        except Exception as error:
            failure = map_exception(self.library, error)
        else:
            receive = partial(_receive, response.aiter_bytes(), deadline)
            body = AsyncBody(receive, response.aclose, partial(map_exception, self.library))
            return response.status_code, _headers(response), body, body.close
        raise failure

    async def close(self) -> None:
        """Close the client, unless it is yours."""
        if self._owned:
            await self._client.aclose()

    aclose = close

    async def __aenter__(self: Self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


class _AsyncUpload:
    def __init__(self, body: Any) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._body:
            yield piece


def _refuse_cookies(client: Any) -> None:
    client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))


def _build_request(library: Any, client: Any, request: Any, deadline: Deadline, body: Any) -> Any:
    """Make the request; one built by the client has the client's own headers and cookies, but never over ours."""
    fields = [(name.encode("ascii"), value.encode("latin-1")) for name, value in request.headers.items()]
    if not (body is None or isinstance(body, bytes)):  # httpx would send it chunked
        fields.append((b"Content-Length", b"%d" % request.body.length))
    limits = request.timeout
    timeout = library.Timeout(
        connect=deadline.cap(limits.connect),
        read=deadline.cap(limits.read),
        write=deadline.cap(limits.write),
        pool=deadline.cap(limits.pool),
    )
    return client.build_request(request.method, request.url, headers=fields, content=body, timeout=timeout)


def _headers(response: Any) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]


def _iter_chunks(response: Any, deadline: Deadline) -> Iterator[bytes]:
    for piece in response.iter_bytes():
        yield piece
        deadline.cap(None)


async def _receive(pieces: AsyncIterator[bytes], deadline: Deadline) -> bytes | None:
    try:
        with anyio.fail_after(deadline.cap(None)):
            return await pieces.__anext__()
    except StopAsyncIteration:
        return None


def _interrupt_read(response: Any) -> None:
    """End a waiting read. Not under HTTP/2, where other calls share the socket: there its timeout ends it."""
    stream = response.extensions.get("network_stream")
    if stream is not None and response.extensions.get("http_version") != b"HTTP/2":
        shutdown_socket(stream.get_extra_info("socket"))


def map_exception(library: Any, error: Exception) -> Exception:
    """Return what `error` is called on our side of the seam; itself when it is none of the library's."""
    if isinstance(error, (library.InvalidURL, library.UnsupportedProtocol, library.LocalProtocolError)):
        return wrap_exception(ValueError, error)
    if isinstance(error, library.TimeoutException):
        return wrap_exception(TimeoutError, error)
    if not isinstance(error, library.RequestError):
        return error
    origin: BaseException | None = error
    while type(origin).__module__.startswith(("httpx", "httpcore")):  # beyond them may lie what the caller handles
        origin = origin and (origin.__cause__ or origin.__context__)  # httpcore raises `from None`
    return origin if isinstance(origin, ssl.SSLCertVerificationError) else wrap_exception(ConnectionError, error)
