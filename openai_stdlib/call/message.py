# SPDX-License-Identifier: MIT
"""The values of a call: the `Request` that goes out, the `Reply` that comes back, their `Headers`, and the `Secret`.

No I/O and no decisions here. Whatever prints one of these values prints no credential. Requests and replies have the
members that programs use of httpx's, since errors and raw responses hand them out.
"""

from __future__ import annotations

from .errors import ConfigError, StreamConsumedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import timedelta
    from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple, Union

    from .timeout import Timeout

    Fields = Dict[str, str]
else:
    Fields = dict

# Headers whose values are never shown.
SENSITIVE_HEADERS = frozenset(
    (
        "authorization", "proxy-authorization", "api-key", "x-api-key", "x-amz-security-token", "cookie", "set-cookie",
        "openai-organization", "openai-project",
    )
)  # fmt: skip


class Secret(str):
    """Text that is used like any other, and masked where a value is shown: in a repr, or among a frame's variables."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"


def mask(value: Any) -> Any:
    """Return text in a form that isn't shown, and anything else as it is: for what may end up in a traceback."""
    return Secret(value) if isinstance(value, str) else value


class Headers(Fields):
    """Header fields by name, in any case; the case that was given is the one that is sent. Prints no credential."""

    __slots__ = ()

    def get(self, name: str, default: Optional[str] = None) -> Optional[str]:  # type: ignore[override]
        """Return the value of `name`, whatever its case."""
        if dict.__contains__(self, name):
            return dict.__getitem__(self, name)
        name = name.lower()
        for known, value in self.items():
            if known.lower() == name:
                return value
        return default

    def __missing__(self, name: str) -> str:
        value = self.get(name) if isinstance(name, str) else None
        if value is None:
            raise KeyError(name)
        return value

    def __contains__(self, name: object) -> bool:
        if dict.__contains__(self, name):
            return True
        wanted = name.lower() if isinstance(name, str) else ""
        return any(known.lower() == wanted for known in self)

    def merged(self, *others: Optional[Mapping[str, Any]]) -> Headers:
        """Return a copy with the fields of `others`; later ones win, whatever their case; None removes a field."""
        result = Headers(self)
        for other in others:
            for name, value in (other or {}).items():
                lowered = name.lower()
                for known in [known for known in result if known.lower() == lowered]:
                    del result[known]
                if value is not None:
                    result[name] = value
        return result

    @classmethod
    def from_pairs(cls, pairs: Iterable[Tuple[str, str]]) -> Headers:
        """Build headers of an answer; fields that come more than once are joined by a comma (RFC 9110 §5.3)."""
        result = cls()
        for name, value in pairs:
            name = name.lower()
            result[name] = result[name] + ", " + value if dict.__contains__(result, name) else value
        return result

    def __repr__(self) -> str:
        return repr({name: "***" if name.lower() in SENSITIVE_HEADERS else value for name, value in self.items()})


def mask_mapping(value: Any) -> Any:
    """Return headers, or what holds headers, in a form that shows no credential."""
    if isinstance(value, dict):
        # Headers, or http_options with headers and a proxy inside.
        inner = ("headers", "proxy")
        return Headers((name, mask_mapping(value[name]) if name in inner else value[name]) for name in value)
    return mask(value)


def check_api_key(name: str, value: Any) -> str:
    """Return a key that can be sent. Raises ConfigError, without the key, for one that cannot."""
    if not isinstance(value, str) or not value.strip():
        raise ConfigError("{}: it is empty; leave it out, or pass the key itself".format(name))
    if any(not "!" <= character <= "~" for character in value):
        raise ConfigError(
            "{}: it holds a blank, a line break or a character outside ASCII, so it cannot be a key; "
            "was it read from a file? Then strip() it".format(name)
        )
    return value


class Request:
    """One HTTP request, as it crosses the seam to a transport.

    `body` is None, bytes, or a re-iterable of bytes with a `length`. `timeout` has connect, read, write, pool and
    deadline, each in seconds or None. Transports read it and change nothing.
    """

    __slots__ = ("method", "url", "headers", "body", "timeout")

    def __init__(
        self, method: str, url: str, headers: Headers, body: Union[None, bytes, Iterable[bytes]], timeout: Timeout
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout

    def replace(self, **changes: Any) -> Request:
        """Return a copy with some attributes changed."""
        values = {name: changes.get(name, getattr(self, name)) for name in self.__slots__}
        return Request(**values)

    @property
    def content(self) -> bytes:
        """The body, as bytes. Raises StreamConsumedError for one that was put together while it was sent."""
        if self.body is None or isinstance(self.body, bytes):
            return self.body or b""
        raise StreamConsumedError("the body was put together while it was sent, and isn't kept")

    @property
    def safe_url(self) -> str:
        """The URL without its query, for messages: a query may hold what others should not read."""
        return self.url.split("?", 1)[0]

    def __getstate__(self) -> Tuple[Any, ...]:
        # For errors that travel between processes: the body stays behind, and so do credentials.
        kept = Headers((name, value) for name, value in self.headers.items() if name.lower() not in SENSITIVE_HEADERS)
        return self.method, self.url, kept, self.body if isinstance(self.body, bytes) else None, self.timeout

    def __setstate__(self, state: Tuple[Any, ...]) -> None:
        self.method, self.url, self.headers, self.body, self.timeout = state

    def __repr__(self) -> str:
        return "<Request {} {}>".format(self.method, self.safe_url)


class BodyMixin:
    """The ways to take a body that was read: what has `content` and `headers` gets them from here."""

    __slots__ = ()

    content: Any
    headers: Any

    def read(self) -> bytes:
        """Return the body, as `content` does."""
        body: bytes = self.content
        return body

    @property
    def charset_encoding(self) -> Optional[str]:
        """The charset that the content type names."""
        for parameter in (self.headers.get("content-type") or "").split(";")[1:]:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \"'") or None
        return None

    @property
    def encoding(self) -> str:
        """The charset that `text` is read with: the one that is named if there is such a one, else UTF-8."""
        charset = self.charset_encoding or "utf-8"
        try:
            # Python has codecs that are no charsets, and charsets without a way to replace.
            return charset if b"\xff".decode(charset, "replace") else "utf-8"
        except (LookupError, ValueError):
            return "utf-8"

    @property
    def text(self) -> str:
        """The body as text; what isn't any in its charset is replaced."""
        text: str = self.content.decode(self.encoding, "replace")
        return text

    def json(self) -> Any:
        """Decode the body as JSON, into plain dicts and lists. Raises ValueError."""
        from json import loads

        return loads(self.content)

    def iter_bytes(self, chunk_size: Optional[int] = None) -> Iterator[bytes]:
        """Yield the body in pieces of `chunk_size` bytes, or in one."""
        return self._iter_chunks("bytes", chunk_size)

    iter_raw = iter_bytes

    def iter_text(self, chunk_size: Optional[int] = None) -> Iterator[str]:
        """Yield the body as text, in pieces of `chunk_size` characters, or in one."""
        return self._iter_chunks("text", chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the body, without their ends."""
        return self._iter_chunks("lines")

    def _iter_chunks(self, kind: str, size: Optional[int] = None) -> Iterator[Any]:
        from .chunkers import make_chunker

        cut = make_chunker(kind, size, self.encoding)
        yield from cut.decode(self.content)
        yield from cut.flush()


class Response(BodyMixin):
    """One HTTP answer: its head, and its body read or still to be read.

    `body` is b"" until it has been read whole. While it is unread, `chunks` yields it as it arrives and `close` must
    be called in the end; both are the transport's. `chunks` is () when there is nothing more to come, and None when
    somebody else took it. `sent_at` and `finished_at` are seconds of a monotonic clock, set by whoever sends and reads.
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
        "_close",
        "_headers",
    )

    http_version = "HTTP/1.1"  # what requests are sent with; the seam doesn't tell the answer's own

    def __init__(
        self, status_code: int, pairs: List[Tuple[str, str]], chunks: Any, close: Callable[[], Any], received_at: float
    ) -> None:
        self.status_code = status_code
        self.raw_headers = pairs
        self.chunks = chunks
        self.body = b""
        self.request: Optional[Request] = None
        self.retries_taken = 0
        self.received_at = received_at
        self.started_at = self.finished_at = 0.0
        self.is_closed = False
        self._close = close
        self._headers: Optional[Headers] = None

    def close(self) -> Any:
        """Free the connection; to be awaited if the transport is async. May be called more than once."""
        self.is_closed = True
        return self._close()

    def detach_stream(self) -> Any:
        """Return the chunks of a body that nobody has read; they are the caller's from now on, to read and to close.

        Raises StreamConsumedError if they are another's, or the reply was closed.
        """
        chunks = self.chunks
        if chunks is None or self.is_closed:
            raise StreamConsumedError(
                "the body was {} before, and cannot be read again".format("closed" if self.is_closed else "read")
            )
        self.chunks = None
        return chunks

    @property
    def is_read(self) -> bool:
        """Tell whether nothing more will come: `body` is all there was."""
        return bool(self.chunks == ())

    @property
    def headers(self) -> Headers:
        """The header fields, by name in any case."""
        if self._headers is None:
            self._headers = Headers.from_pairs(self.raw_headers)
        return self._headers

    @property
    def request_id(self) -> Optional[str]:
        """The server's id of this call, to be named when asking its operators for help."""
        for name, value in self.raw_headers:
            if name == "x-request-id" or name.lower() == "x-request-id":
                return value
        return None

    @property
    def content(self) -> bytes:
        """The body, as bytes. Raises StreamConsumedError if it wasn't read as a whole."""
        if not self.body and not self.is_read:
            raise StreamConsumedError("the body has not been read, or was read piece by piece")
        return self.body

    @property
    def url(self) -> str:
        """Where the answer came from, after redirects."""
        return self.request.url if self.request else ""

    @property
    def reason_phrase(self) -> str:
        """The words that usually go with the status."""
        from http import HTTPStatus

        try:
            return HTTPStatus(self.status_code).phrase
        except ValueError:
            return ""

    @property
    def is_success(self) -> bool:
        """Tell whether the status is a 2xx."""
        return 200 <= self.status_code < 300

    @property
    def is_error(self) -> bool:
        """Tell whether the status is a 4xx or 5xx."""
        return 400 <= self.status_code < 600

    @property
    def elapsed(self) -> timedelta:
        """The time from sending the request until the body was read; until the head came, while it is not."""
        from datetime import timedelta

        return timedelta(seconds=self.finished_at - self.started_at)

    def raise_for_status(self) -> Response:
        """Return the reply itself. Raises the APIStatusError of a status that isn't a 2xx."""
        if self.is_success:
            return self
        from .api_errors import status_error

        raise status_error(self)

    def __getstate__(self) -> Tuple[Any, ...]:
        kept = [(name, value) for name, value in self.raw_headers if name.lower() not in SENSITIVE_HEADERS]
        took = self.finished_at - self.started_at
        return self.status_code, kept, self.body, self.request, self.retries_taken, self.received_at, took

    def __setstate__(self, state: Tuple[Any, ...]) -> None:
        status_code, pairs, self.body, self.request, self.retries_taken, received_at, self.finished_at = state
        self.status_code, self.raw_headers, self.received_at, self.started_at = status_code, pairs, received_at, 0.0
        self.chunks = ()
        self.is_closed, self._close = True, _noop
        self._headers = None

    def __repr__(self) -> str:
        return "<Reply {} to {!r}>".format(self.status_code, self.request)


def _noop() -> None:
    """Close what is closed."""
