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

from ._body import AsyncResponseBody, ResponseBody, decode_chunks, wrap_exception
from ._deadline import Deadline, send_within, shutdown_socket
from ._decoders import MAX_DECOMPRESSION_RATIO, RemoteProtocolError, accept_encoding, build_decoder
from ._fork import call_in_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Awaitable, Callable, Iterator, TypeVar

    Self = TypeVar("Self")
    Result = tuple[int, list[tuple[str, str]], ResponseBody, Callable[[], None]]


class Transport:
    """Base of the sync transports: sends over `client`, or over a client that it creates and closes itself."""

    library: Any
    is_abortable = True  # calls `on_wait` of a request, so that another thread may end any of its waits

    def __init__(self, client: Any = None, *, max_decompression_ratio: float | None = MAX_DECOMPRESSION_RATIO) -> None:
        self._owned, self._max_ratio = client is None, max_decompression_ratio
        self._client = client
        self._open()
        call_in_child(Transport._open, self)

    def _open(self) -> None:
        """Create a client, unless one was passed in; again in a forked child, because connections are the parent's."""
        if self._owned:
            self._client = self.library.Client()
            _refuse_cookies(self._client)

    def send(self, request: Any) -> Result:
        """Send one request; return `(status, headers, chunks, close)`. The caller must call `close`."""
        deadline = Deadline(request.timeout.deadline)
        try:
            return send_within(
                deadline, partial(self._send, request, deadline), on_wait=getattr(request, "on_wait", None)
            )
        except Exception as error:
            failure = map_exception(self.library, error)
        raise failure  # outside the except clause, because it may be the cause of `error`

    def _send(self, request: Any, deadline: Deadline) -> Result:
        built = _build_request(self.library, self._client, request, deadline, request.body)
        auth = _choose_auth(self.library, self._client, request)
        try:
            response = self._client.send(built, stream=True, auth=auth, follow_redirects=False)
        except Exception as error:
            response = _find_redirect(error)
            if response is None:
                raise
        if response.status_code < 200:
            response.close()
            raise _interim_error(response)
        headers = _header_pairs(response)
        chunks = decode_chunks(_iter_chunks(response, deadline), _build_decoder(response, headers, self._max_ratio))
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

    def __init__(self, client: Any = None, *, max_decompression_ratio: float | None = MAX_DECOMPRESSION_RATIO) -> None:
        self._owned, self._max_ratio = client is None, max_decompression_ratio
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
            auth = _choose_auth(self.library, self._client, request)
            with anyio.fail_after(deadline.cap(None)):
                response = await self._send(built, auth)
        except Exception as error:
            failure = map_exception(self.library, error)
        else:
            headers = _header_pairs(response)
            receive = partial(_receive, _aiter_raw(response), deadline)
            decoder = _build_decoder(response, headers, self._max_ratio)
            body = AsyncResponseBody(receive, response.aclose, partial(map_exception, self.library), decoder)
            return response.status_code, headers, body, body.close
        raise failure  # outside the except clause, because it may be the cause of `error`

    async def _send(self, built: Any, auth: Any) -> Any:
        try:
            response = await self._client.send(built, stream=True, auth=auth, follow_redirects=False)
        except Exception as error:
            response = _find_redirect(error)
            if response is None:
                raise
        if response.status_code < 200:
            await response.aclose()
            raise _interim_error(response)
        return response

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
    if getattr(request, "is_cross_origin", False):  # headers, cookies and parameters of the client may be credentials
        extensions = {"timeout": timeout.as_dict()}
        return library.Request(request.method, request.url, headers=headers, content=body, extensions=extensions)
    return client.build_request(request.method, request.url, headers=headers, content=body, timeout=timeout)


def _choose_auth(library: Any, client: Any, request: Any) -> Any:
    """Return the `auth` of the client; one that does nothing if there is none, or for another origin."""
    auth = None if getattr(request, "is_cross_origin", False) else client.auth
    return auth or library.Auth()  # without any, httpx reads ~/.netrc


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


def _interim_error(response: Any) -> Exception:
    """Return the error for a response that httpcore took for the final one: it skips all but 101."""
    return RemoteProtocolError(f"invalid HTTP response: no final response after status {response.status_code}")


def _header_pairs(response: Any) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]


def _build_decoder(response: Any, headers: list[tuple[str, str]], max_ratio: float | None) -> Any:
    return None if response.is_stream_consumed else build_decoder(headers, max_ratio)  # see `_iter_raw`


def _iter_raw(response: Any) -> Iterator[bytes]:
    if response.is_stream_consumed:  # and decoded, by a hook of the user's client or a mocking library
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
