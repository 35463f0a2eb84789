# SPDX-License-Identifier: MIT
"""`Request` and `Response`, the messages of a call.

No I/O and no decisions. No repr and no pickle of a message contains credentials. The members are named like those of
`httpx`, because errors and raw responses expose both classes to programs.
"""

from __future__ import annotations

from .errors import StreamConsumedError
from .headers import Headers, is_sensitive, mask_query
from .url import URL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import timedelta
    from typing import Any, AsyncIterator, Callable, Iterable, Iterator, List, Optional, Tuple, Union

    from .timeout import Timeout


class Request:
    """One HTTP request, as a transport receives it. Transports read it and change nothing.

    `body` is None, bytes, or a re-iterable of bytes with a `length`. `timeout` has the attributes connect, read,
    write, pool and deadline, each in seconds or None.
    """

    __slots__ = ("method", "url", "headers", "body", "timeout")
    is_cross_origin: bool = False

    def __init__(
        self, method: str, url: str, headers: Headers, body: Union[None, bytes, Iterable[bytes]], timeout: Timeout
    ) -> None:
        self.method: str = method
        self.url: URL = URL(url)
        self.headers: Headers = headers
        self.body: Any = body
        self.timeout: Timeout = timeout

    def replace(self, **changes: Any) -> Request:
        """Return a copy with some attributes changed."""
        values = {name: changes.get(name, getattr(self, name)) for name in Request.__slots__}
        return type(self)(**values)

    @property
    def content(self) -> bytes:
        """The body as bytes. Raises StreamConsumedError if the body was generated while it was sent."""
        if self.body is None or isinstance(self.body, bytes):
            return self.body or b""
        raise StreamConsumedError("the request body was generated while it was sent, and was not kept")

    @property
    def safe_url(self) -> str:
        """The URL without its query, which may contain confidential values. For messages and logs."""
        return self.url.split("?", 1)[0]

    def __getstate__(self) -> Tuple[Any, ...]:
        # Errors are pickled to other processes: leave out credentials, and a body that is not plain bytes.
        headers = Headers((name, value) for name, value in self.headers.items() if not is_sensitive(name))
        url = URL(mask_query(self.url)) if "?" in self.url else self.url
        return self.method, url, headers, self.body if isinstance(self.body, bytes) else None, self.timeout

    def __setstate__(self, state: Tuple[Any, ...]) -> None:
        self.method, self.url, self.headers, self.body, self.timeout = state

    def __repr__(self) -> str:
        return "<Request {} {}>".format(self.method, self.safe_url)


class CrossOriginRequest(Request):
    """A request to another origin than that of the base URL: it has no credentials, and transports add none."""

    __slots__ = ()
    is_cross_origin = True


class BodyMixin:
    """Mixin with accessors for a body in memory; requires `content` and `headers`."""

    __slots__ = ()

    content: Any
    headers: Any

    def read(self) -> bytes:
        """Return the body, like `content`."""
        body: bytes = self.content
        return body

    @property
    def charset_encoding(self) -> Optional[str]:
        """The charset parameter of the Content-Type header, or None."""
        for parameter in (self.headers.get("content-type") or "").split(";")[1:]:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'") or None
        return None

    @property
    def encoding(self) -> str:
        """The charset with which `text` is decoded: `charset_encoding` if Python can decode it, else UTF-8."""
        charset = self.charset_encoding or "utf-8"
        try:
            # Some of Python's codecs don't decode to text, and some don't support errors="replace".
            return charset if b"\xff".decode(charset, "replace") else "utf-8"
        except (LookupError, ValueError):
            return "utf-8"

    @property
    def text(self) -> str:
        """The body as text; undecodable bytes become U+FFFD."""
        text: str = self.content.decode(self.encoding, "replace")
        return text

    def json(self) -> Any:
        """Decode the body as JSON into plain dicts and lists. Raises ValueError."""
        from json import loads

        from .json_body import load_json

        return load_json(self.content, self.encoding, loads)

    def iter_bytes(self, chunk_size: Optional[int] = None) -> Iterator[bytes]:
        """Yield the body in chunks of `chunk_size` bytes, or as one chunk."""
        return self._iter_chunks("bytes", chunk_size)

    iter_raw = iter_bytes

    def iter_text(self, chunk_size: Optional[int] = None) -> Iterator[str]:
        """Yield the body as text, in chunks of `chunk_size` characters, or as one chunk."""
        return self._iter_chunks("text", chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the body without line endings."""
        return self._iter_chunks("lines")

    async def aread(self) -> bytes:
        """Return the body, like `content`."""
        return self.read()

    async def aiter_bytes(self, chunk_size: Optional[int] = None) -> AsyncIterator[bytes]:
        """Yield the body as `iter_bytes` does."""
        for chunk in self.iter_bytes(chunk_size):
            yield chunk

    aiter_raw = aiter_bytes

    async def aiter_text(self, chunk_size: Optional[int] = None) -> AsyncIterator[str]:
        """Yield the body as `iter_text` does."""
        for chunk in self.iter_text(chunk_size):
            yield chunk

    async def aiter_lines(self) -> AsyncIterator[str]:
        """Yield the lines of the body as `iter_lines` does."""
        for line in self.iter_lines():
            yield line

    def _iter_chunks(self, unit: str, size: Optional[int] = None) -> Iterator[Any]:
        from .chunkers import make_chunker

        chunker = make_chunker(unit, size, self.encoding)
        yield from chunker.decode(self.content)
        yield from chunker.flush()


class Response(BodyMixin):
    """One HTTP response: status, headers, and a body that is in memory or still to be read.

    `body` is b"" until the whole body has been read. An unread body arrives in `chunks`, an iterable (async for an
    async transport) that the transport provides together with `close`; somebody must call `close`. `chunks` is () when
    the body is complete, and None after `detach_stream`. `received_at` is in seconds since the epoch; `started_at` and
    `finished_at` are seconds of the monotonic clock, which the drivers set.
    """

    __slots__ = (
        "status_code",
        "raw_headers",
        "chunks",
        "body",
        "request",
        "retries_taken",
        "received_at",
        "started_at",
        "finished_at",
        "is_closed",
        "observer",
        "_close",
        "_headers",
    )

    http_version = "HTTP/1.1"  # of the requests; the transport interface doesn't pass on the version of the response

    def __init__(
        self, status_code: int, pairs: List[Tuple[str, str]], chunks: Any, close: Callable[[], Any], received_at: float
    ) -> None:
        self.status_code: int = status_code
        self.raw_headers: List[Tuple[str, str]] = pairs
        self.chunks: Any = chunks
        self.body: bytes = b""
        self.request: Optional[Request] = None
        self.retries_taken: int = 0
        self.received_at: float = received_at
        self.started_at: float = 0.0
        self.finished_at: float = 0.0
        self.is_closed: bool = False
        self.observer: Any = None  # sees the result; see call_observer.py
        self._close = close
        self._headers: Optional[Headers] = None

    def close(self) -> Any:
        """Release the connection; await the result if the transport is async. Safe to call more than once."""
        self.is_closed = True
        if self.observer is not None:
            self.observer.on_close(self)
        return self._close()

    async def aclose(self) -> None:
        """Release the connection, as `close` does, for both kinds of transport."""
        closing = self.close()
        if hasattr(closing, "__await__"):
            await closing

    def detach_stream(self) -> Any:
        """Detach and return the unread body stream; the caller becomes responsible for reading and closing it.

        Raises StreamConsumedError if the body was read or detached before, or the response was closed.
        """
        chunks = self.chunks
        if chunks is None or self.is_closed:
            raise StreamConsumedError(
                "the response body was already {}, and cannot be read again".format(
                    "closed" if self.is_closed else "read"
                )
            )
        self.chunks = None
        return chunks

    @property
    def is_read(self) -> bool:
        """Whether `body` is complete."""
        return bool(self.chunks == ())

    @property
    def headers(self) -> Headers:
        """The header fields by case-insensitive name."""
        if self._headers is None:
            self._headers = Headers.from_pairs(self.raw_headers)
        return self._headers

    @property
    def request_id(self) -> Optional[str]:
        """The server's id of this call (header x-request-id), to quote in support requests; None if it sent none."""
        for name, value in self.raw_headers:
            if name == "x-request-id" or name.lower() == "x-request-id":
                return value
        return None

    @property
    def content(self) -> bytes:
        """The body as bytes. Raises StreamConsumedError unless the whole body is in memory."""
        if not self.body and not self.is_read:
            raise StreamConsumedError("the response body has not been read, or was consumed as a stream")
        return self.body

    @property
    def url(self) -> URL:
        """The URL that sent this response, after redirects."""
        return self.request.url if self.request else URL("")

    @property
    def reason_phrase(self) -> str:
        """The standard reason phrase of the status, or ""."""
        from http import HTTPStatus

        try:
            return HTTPStatus(self.status_code).phrase
        except ValueError:
            return ""

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status_code < 300

    @property
    def is_error(self) -> bool:
        """Whether the status is 4xx or 5xx."""
        return 400 <= self.status_code < 600

    @property
    def elapsed(self) -> timedelta:
        """The time from sending the request until the body was read, or until the headers came if it is unread."""
        from datetime import timedelta

        return timedelta(seconds=self.finished_at - self.started_at)

    def raise_for_status(self) -> Response:
        """Return this response if its status is 2xx. Raises the APIStatusError of any other status."""
        if self.is_success:
            return self
        from .response_errors import status_error

        raise status_error(self)

    if not TYPE_CHECKING:  # it would hide mistyped names

        @property
        def __class__(self):  # isinstance() also accepts a response of the program's httpx client as one of httpx
            owner = _find_httpx_response(self._close)
            return Response if owner is None else type(owner)

        def __getattr__(self, name):
            owner = None if name.startswith("__") else _find_httpx_response(self._close)
            if owner is None:
                raise AttributeError("'Response' object has no attribute {!r}".format(name))
            return getattr(owner, name)

    def __reduce_ex__(self, protocol: Any) -> Tuple[Any, ...]:  # pickle otherwise compares type and `__class__`
        return _new_response, (), self.__getstate__()

    def __getstate__(self) -> Tuple[Any, ...]:
        pairs = [(name, value) for name, value in self.raw_headers if not is_sensitive(name)]
        elapsed = self.finished_at - self.started_at
        return self.status_code, pairs, self.body, self.request, self.retries_taken, self.received_at, elapsed

    def __setstate__(self, state: Tuple[Any, ...]) -> None:
        status_code, pairs, self.body, self.request, self.retries_taken, received_at, self.finished_at = state
        self.status_code, self.raw_headers, self.received_at, self.started_at = status_code, pairs, received_at, 0.0
        self.chunks = ()
        self.is_closed, self.observer, self._close = True, None, _noop
        self._headers = None

    def __repr__(self) -> str:
        return "<Response {} to {!r}>".format(self.status_code, self.request)


def _noop() -> None:
    """Do nothing: the `close` of an unpickled response."""


def _new_response() -> Response:
    """Return the response that pickle fills in."""
    return Response.__new__(Response)


def _find_httpx_response(close: Any) -> Any:
    """Return the response of httpx whose method `close` is, or None. Its class is recognized by its interface."""
    owner = getattr(close, "__self__", None)
    return owner if hasattr(type(owner), "aiter_raw") else None
