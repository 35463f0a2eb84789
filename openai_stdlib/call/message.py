# SPDX-License-Identifier: MIT
"""The values of a call: the `Request` that goes out, the `Reply` that comes back, their `Headers`, and the `Secret`.

No I/O and no decisions here. Whatever prints one of these values prints no credential.
"""

from __future__ import annotations

from .errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple, Union

    from .timeout import Timeout

    Fields = Dict[str, str]
else:
    Fields = dict

# Headers whose values are never shown.
SECRET = frozenset(
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


def masked(value: Any) -> Any:
    """Return text in a form that isn't shown, and anything else as it is: for what may end up in a traceback."""
    return Secret(value) if isinstance(value, str) else value


class Headers(Fields):
    """Header fields by name, in any case; the case that was given is the one that is sent. Prints no credential."""

    __slots__ = ()

    def find(self, name: str, default: Optional[str] = None) -> Optional[str]:
        """Return the value of `name`, whatever its case."""
        if dict.__contains__(self, name):
            return dict.__getitem__(self, name)
        name = name.lower()
        for known, value in self.items():
            if known.lower() == name:
                return value
        return default

    get = find  # type: ignore[assignment]

    def __missing__(self, name: str) -> str:
        value = self.find(name) if isinstance(name, str) else None
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
        return repr({name: "***" if name.lower() in SECRET else value for name, value in self.items()})


def masked_mapping(value: Any) -> Any:
    """Return headers, or what holds headers, in a form that shows no credential."""
    if isinstance(value, dict):
        # Headers, or http_options with headers and a proxy inside.
        inner = ("headers", "proxy")
        return Headers((name, masked_mapping(value[name]) if name in inner else value[name]) for name in value)
    return masked(value)


def check_key(name: str, value: Any) -> str:
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
    def shown_url(self) -> str:
        """The URL without its query, for messages: a query may hold what others should not read."""
        return self.url.split("?", 1)[0]

    def __getstate__(self) -> Tuple[Any, ...]:
        # For errors that travel between processes: the body stays behind, and so do credentials.
        kept = Headers((name, value) for name, value in self.headers.items() if name.lower() not in SECRET)
        return self.method, self.url, kept, self.body if isinstance(self.body, bytes) else None, self.timeout

    def __setstate__(self, state: Tuple[Any, ...]) -> None:
        self.method, self.url, self.headers, self.body, self.timeout = state

    def __repr__(self) -> str:
        return "<Request {} {}>".format(self.method, self.shown_url)


class Reply:
    """One HTTP answer: its head, and its body read or still to be read.

    `body` is b"" until it has been read whole. While it is unread, `chunks` yields it as it arrives and `close` must
    be called in the end; both are the transport's.
    """

    __slots__ = (
        "status_code",
        "pairs",
        "chunks",
        "close",
        "body",
        "request",
        "retries_taken",
        "received_at",
        "_headers",
    )

    def __init__(
        self, status_code: int, pairs: List[Tuple[str, str]], chunks: Any, close: Callable[[], Any], received_at: float
    ) -> None:
        self.status_code = status_code
        self.pairs = pairs
        self.chunks = chunks
        self.close = close
        self.body = b""
        self.request: Optional[Request] = None
        self.retries_taken = 0
        self.received_at = received_at
        self._headers: Optional[Headers] = None

    @property
    def headers(self) -> Headers:
        """The header fields, by name in any case."""
        if self._headers is None:
            self._headers = Headers.from_pairs(self.pairs)
        return self._headers

    @property
    def request_id(self) -> Optional[str]:
        """The server's id of this call, to be named when asking its operators for help."""
        for name, value in self.pairs:
            if name == "x-request-id" or name.lower() == "x-request-id":
                return value
        return None

    @property
    def content(self) -> bytes:
        """The body, as bytes."""
        return self.body

    @property
    def text(self) -> str:
        """The body, as text."""
        return self.body.decode("utf-8", "replace")

    def __getstate__(self) -> Tuple[Any, ...]:
        kept = [(name, value) for name, value in self.pairs if name.lower() not in SECRET]
        return self.status_code, kept, self.body, self.request, self.retries_taken, self.received_at

    def __setstate__(self, state: Tuple[Any, ...]) -> None:
        self.status_code, self.pairs, self.body, self.request, self.retries_taken, self.received_at = state
        self.chunks = ()
        self.close = _nothing
        self._headers = None

    def __repr__(self) -> str:
        return "<Reply {} to {!r}>".format(self.status_code, self.request)


def _nothing() -> None:
    """Close what is closed."""
