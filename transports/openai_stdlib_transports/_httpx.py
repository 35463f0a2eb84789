# SPDX-License-Identifier: MIT
"""Shared code of the transports over httpx and httpx2, which has the same interface.

Imports neither library nor the core: each transport class sets its library as `library`.

Limits of the sync transports: the read timeout is fixed once the response head is there, so the last read can exceed
the deadline, by at most the deadline's own duration. And when many threads share few connections, httpcore occasionally
closes one as expired that it has just given to another thread, also when httpx is used directly; that call raises
ConnectionError, and the core retries it. The async transports have neither limit.
"""

from __future__ import annotations

import ssl
from functools import partial
from http.cookiejar import DefaultCookiePolicy

import anyio  # a dependency of both libraries

from ._body import AsyncResponseBody, Deadline, ResponseBody, shutdown_socket, wrap_exception
from ._fork import call_in_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Awaitable, Callable, Iterator, TypeVar

    Self = TypeVar("Self")


class Transport:
    """Base of the sync transports: sends over `client`, or over a client that it creates and closes itself."""

    library: Any

    def __init__(self, client: Any = None) -> None:
        self._owned = client is None
        self._client = client
        self._open()
        call_in_child(Transport._open, self)

    def _open(self) -> None:
        """Create a client, unless one was passed in; again in a forked child, because connections are the parent's."""
        if self._owned:
            self._client = self.library.Client()
            _refuse_cookies(self._client)

    def send(self, request: Any) -> tuple[int, list[tuple[str, str]], Iterator[bytes], Callable[[], None]]:
        """Send one request; return `(status, headers, chunks, close)`. The caller must call `close`."""
        deadline = Deadline(request.timeout.deadline)
        try:
            built = _build_request(self.library, self._client, request, deadline, request.body)
            auth = self._client.auth or self.library.Auth()  # does nothing; without any, httpx reads ~/.netrc
            response = self._client.send(built, stream=True, auth=auth, follow_redirects=False)
        except Exception as error:
            failure = map_exception(self.library, error)
        else:
            chunks = _iter_chunks(response, deadline)
            interrupt = partial(_interrupt_read, response)
            body = ResponseBody(chunks, interrupt, response.close, partial(map_exception, self.library))
            return response.status_code, _header_pairs(response), body, body.close
        raise failure  # outside the except clause, because it may be the cause of `error`

    def close(self) -> None:
        """Close the client, unless it was passed in."""
        if self._owned:
            self._client.close()

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncTransport:
    """Base of the async transports: sends over `client`, or over a client that it creates and closes itself."""

    library: Any

    def __init__(self, client: Any = None) -> None:
        self._owned = client is None
        self._client = client
        self._open()
        call_in_child(AsyncTransport._open, self)

    def _open(self) -> None:
        """Create a client, unless one was passed in; again in a forked child, because connections are the parent's."""
        if self._owned:
            self._client = self.library.AsyncClient()
            _refuse_cookies(self._client)

    async def send(
        self, request: Any
    ) -> tuple[int, list[tuple[str, str]], AsyncIterator[bytes], Callable[[], Awaitable[None]]]:
        """Send one request; return `(status, headers, chunks, close)`. The caller must await `close`."""
        deadline = Deadline(request.timeout.deadline)
        is_iterable = not (request.body is None or isinstance(request.body, bytes))
        try:
            content = _AsyncRequestBody(request.body) if is_iterable else request.body
            built = _build_request(self.library, self._client, request, deadline, content)
            auth = self._client.auth or self.library.Auth()
            with anyio.fail_after(deadline.cap(None)):
                response = await self._client.send(built, stream=True, auth=auth, follow_redirects=False)
        except Exception as error:
            failure = map_exception(self.library, error)
        else:
            receive = partial(_receive, response.aiter_bytes(), deadline)
            body = AsyncResponseBody(receive, response.aclose, partial(map_exception, self.library))
            return response.status_code, _header_pairs(response), body, body.close
        raise failure  # outside the except clause, because it may be the cause of `error`

    async def close(self) -> None:
        """Close the client, unless it was passed in."""
        if self._owned:
            await self._client.aclose()

    aclose = close

    async def __aenter__(self: Self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


class _AsyncRequestBody:
    """Turns the iterable body of a request into an async iterable."""

    def __init__(self, body: Any) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self._body:
            yield chunk


def _refuse_cookies(client: Any) -> None:
    client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))


def _build_request(library: Any, client: Any, request: Any, deadline: Deadline, body: Any) -> Any:
    """Return the library's request; the client adds its headers and cookies where `request` does not set them."""
    headers = [(name.encode("ascii"), value.encode("latin-1")) for name, value in request.headers.items()]
    if not (body is None or isinstance(body, bytes)):  # httpx would send it chunked
        headers.append((b"Content-Length", b"%d" % request.body.length))
    timeout = library.Timeout(
        connect=deadline.cap(request.timeout.connect),
        read=deadline.cap(request.timeout.read),
        write=deadline.cap(request.timeout.write),
        pool=deadline.cap(request.timeout.pool),
    )
    return client.build_request(request.method, request.url, headers=headers, content=body, timeout=timeout)


def _header_pairs(response: Any) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]


def _iter_chunks(response: Any, deadline: Deadline) -> Iterator[bytes]:
    for chunk in response.iter_bytes():
        yield chunk
        deadline.cap(None)


async def _receive(chunks: AsyncIterator[bytes], deadline: Deadline) -> bytes | None:
    try:
        with anyio.fail_after(deadline.cap(None)):
            return await chunks.__anext__()
    except StopAsyncIteration:
        return None


def _interrupt_read(response: Any) -> None:
    """End a waiting read. Not with HTTP/2, where other calls share the socket: there the read timeout ends it."""
    stream = response.extensions.get("network_stream")
    if stream is not None and response.extensions.get("http_version") != b"HTTP/2":
        shutdown_socket(stream.get_extra_info("socket"))


def map_exception(library: Any, error: Exception) -> Exception:
    """Return the builtin error to raise in place of `error`; `error` itself if it is not one of the library's."""
    if isinstance(error, (library.InvalidURL, library.UnsupportedProtocol, library.LocalProtocolError)):
        return wrap_exception(ValueError, error)
    if isinstance(error, library.TimeoutException):
        return wrap_exception(TimeoutError, error)
    if not isinstance(error, library.RequestError):
        return error
    origin: BaseException | None = error
    while type(origin).__module__.startswith(("httpx", "httpcore")):  # find the first error of the standard library
        origin = origin and (origin.__cause__ or origin.__context__)  # httpcore raises `from None`
    return origin if isinstance(origin, ssl.SSLCertVerificationError) else wrap_exception(ConnectionError, error)
