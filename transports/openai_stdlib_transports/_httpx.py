# SPDX-License-Identifier: MIT
"""Shared code of the transports over httpx and httpx2, which has the same interface.

Imports neither library nor the core: each transport class sets its library as `library`.

Limits of httpx: `connect` applies to each address of a host (sync), and `read` to each wait for bytes. A head that
arrives byte by byte, and any number of interim responses, are therefore limited by `deadline` alone, for which the sync
transports use a thread of their own. Under asyncio, a name server that does not respond does not exceed the deadline,
but asyncio.run() waits for it at its end. With HTTP/2, a sync read ends by the read timeout, not by the deadline.

When many threads share few connections, httpcore occasionally closes one as expired that it has just given to another
thread, also when httpx is used directly; that call raises ConnectionError, and the core retries it.
"""

from __future__ import annotations

import ssl
from functools import partial
from http.cookiejar import DefaultCookiePolicy

import anyio  # a dependency of both libraries

from ._body import AsyncResponseBody, ResponseBody, decode_chunks, shutdown_socket, wrap_exception
from ._deadline import Deadline, send_within
from ._decoders import accept_encoding, parse_codings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Awaitable, Callable, Iterator, TypeVar

    Self = TypeVar("Self")
    Result = tuple[int, list[tuple[str, str]], ResponseBody, Callable[[], None]]


class Transport:
    """Base of the sync transports: sends over `client`, or over a client that it creates and closes itself."""

    library: Any

    def __init__(self, client: Any = None) -> None:
        self._owned = client is None
        self._client = self.library.Client() if client is None else client
        if self._owned:
            _refuse_cookies(self._client)

    def send(self, request: Any) -> Result:
        """Send one request; return `(status, headers, chunks, close)`. The caller must call `close`."""
        deadline = Deadline(request.timeout.deadline)
        try:
            return send_within(deadline, partial(self._send, request, deadline))
        except Exception as error:
            failure = map_exception(self.library, error)
        raise failure  # outside the except clause, because it may be the cause of `error`

    def _send(self, request: Any, deadline: Deadline) -> Result:
        built = _build_request(self.library, self._client, request, deadline, request.body)
        auth = self._client.auth or self.library.Auth()  # does nothing; without any, httpx reads ~/.netrc
        try:
            response = self._client.send(built, stream=True, auth=auth, follow_redirects=False)
        except Exception as error:
            response = _find_redirect(error)
            if response is None:
                raise
        try:
            headers, codings = _parse_head(response)
        except BaseException:
            response.close()
            raise
        chunks = decode_chunks(_iter_chunks(response, deadline), codings)
        interrupt = partial(_interrupt_read, response)
        body = ResponseBody(chunks, interrupt, response.close, partial(map_exception, self.library))
        return response.status_code, headers, body, body.close

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
        self._client = self.library.AsyncClient() if client is None else client
        if self._owned:
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
                response, headers, codings = await self._send(built, auth)
        except Exception as error:
            failure = map_exception(self.library, error)
        else:
            receive = partial(_receive, _aiter_raw(response), deadline)
            body = AsyncResponseBody(receive, response.aclose, partial(map_exception, self.library), codings)
            return response.status_code, headers, body, body.close
        raise failure  # outside the except clause, because it may be the cause of `error`

    async def _send(self, built: Any, auth: Any) -> Any:
        try:
            response = await self._client.send(built, stream=True, auth=auth, follow_redirects=False)
        except Exception as error:
            response = _find_redirect(error)
            if response is None:
                raise
        try:
            return (response, *_parse_head(response))
        except BaseException:
            await response.aclose()
            raise

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
    if not any(name.lower() == b"accept-encoding" for name, _ in headers):
        headers.append((b"Accept-Encoding", accept_encoding(client.headers.get("Accept-Encoding")).encode("ascii")))
    timeout = library.Timeout(
        connect=deadline.cap(request.timeout.connect),
        read=deadline.cap(request.timeout.read),
        write=deadline.cap(request.timeout.write),
        pool=deadline.cap(request.timeout.pool),
    )
    return client.build_request(request.method, request.url, headers=headers, content=body, timeout=timeout)


def _find_redirect(error: Exception) -> Any:
    """Return the response of a redirect with a Location that httpx refuses, or None if `error` has another reason.

    httpx parses the Location although it must not follow it, and closes the response. Its error has no attribute for
    the response. The core refuses the redirect by its own rules, with one error for all transports.
    """
    entry = error.__traceback__
    while entry is not None:
        if entry.tb_frame.f_code.co_name == "_build_redirect_request":
            return entry.tb_frame.f_locals.get("response")
        entry = entry.tb_next
    return None


def _parse_head(response: Any) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the headers, and the content codings to remove. Raises ConnectionError for an interim response."""
    if response.status_code < 200:
        raise ConnectionError(f"invalid HTTP response: status {response.status_code} instead of a final response")
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]
    return headers, [] if response.is_stream_consumed else parse_codings(headers)


def _iter_raw(response: Any) -> Iterator[bytes]:
    if response.is_stream_consumed:  # by a hook of the user's client, or it comes from a mocking library
        return iter([response.content] if response.content else [])
    return iter(()) if response.is_closed else iter(response.iter_raw())  # closed: see `_find_redirect`


async def _aiter_raw(response: Any) -> AsyncIterator[bytes]:
    if response.is_stream_consumed or response.is_closed:
        for chunk in _iter_raw(response):
            yield chunk
    else:
        async for chunk in response.aiter_raw():
            yield chunk


def _iter_chunks(response: Any, deadline: Deadline) -> Iterator[bytes]:
    for chunk in _iter_raw(response):
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
