# SPDX-License-Identifier: MIT
"""Build URLs: put ids into a path, encode queries the way the API decodes them, validate base URLs. Pure."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from .errors import ArgumentError, ConfigError, PathError
from .sentinels import SENTINEL_TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Tuple

# The characters that RFC 3986 §3.3 allows in a path segment besides the unreserved ones.
SEGMENT_SAFE = "!$&'()*+,;=:@"
FORBIDDEN_HOST_CHARS = '"<>\\^`{|}\x7f'


def expand(path: str, names: Tuple[str, ...], values: Mapping[str, Any]) -> str:
    """Replace the placeholders `{name}` in `path` by `values`, each escaped to stay one path segment.

    Raises PathError for an id that is empty, is not text, or is a dot segment (RFC 3986 §5.2.4), plain or escaped.
    """
    for name in names:
        path = path.replace("{" + name + "}", encode_segment(name, values[name]), 1)
    return path


def encode_segment(name: str, value: Any) -> str:
    """Escape one id for the path. An enum, a UUID … stands for its text. Raises PathError."""
    if type(value) not in (str, int):
        from .jsonable import to_jsonable

        try:
            converted = to_jsonable(value, name)
        except ArgumentError:
            converted = None
        if not isinstance(converted, (str, int)) or isinstance(converted, bool):
            raise PathError("{}: expected an id as text, got {!r}".format(name, value))
        value = converted
    text = str(value)
    if not text:
        raise PathError("Expected a non-empty value for `{}` but received {!r}".format(name, value))
    if text.lower().replace("%2e", ".") in (".", ".."):
        raise PathError("{}: {!r} is a dot segment and would change the path".format(name, value))
    try:
        return quote(text, safe=SEGMENT_SAFE)
    except UnicodeEncodeError:
        raise PathError("{}: {!r} contains a lone surrogate, which a URL cannot encode".format(name, value)) from None


def encode_query(parameters: Mapping[str, Any]) -> str:
    """Return the query string of `parameters` without the question mark; "" if there are none.

    Lists become `name[]`, mappings `name[key]`, booleans are in lower case, and None is left out; jsonable.py converts
    other values. Raises ArgumentError with the name of the parameter.
    """
    pairs: List[Tuple[Any, Any]] = []
    for name, value in parameters.items():
        if type(name) is not str:
            name = _parameter_name(name)
        if type(value) is str or type(value) is int:
            pairs.append((name, value))
        elif type(value) is bool:
            pairs.append((name, "true" if value else "false"))
        elif type(value) is list and all(type(item) is str for item in value):
            pairs.extend((name + "[]", item) for item in value)
        elif value is not None and type(value) not in SENTINEL_TYPES:
            from .jsonable import iter_fields

            # urlencode calls str(), which need not return the text of an instance of a subclass.
            pairs.extend((field, str.__str__(text)) for field, text in iter_fields(name, value, "a query"))
    try:
        return urlencode(pairs)
    except UnicodeEncodeError:
        name = next(name for name, value in pairs if not (_is_unicode(name) and _is_unicode(str(value))))
        message = "{!r}: the name or value of the query parameter contains a lone surrogate, which is not valid Unicode"
        raise ArgumentError(message.format(name)) from None


def _parameter_name(name: Any) -> str:
    from .jsonable import to_text

    return to_text(name, "query: the name of a parameter", "a query")


def _is_unicode(text: str) -> bool:
    try:
        return bool(text.encode("utf-8")) or not text
    except UnicodeEncodeError:
        return False


def check_base_url(url: Any, name: str = "base_url") -> str:
    """Return a base URL without a trailing slash.

    Raises ConfigError, which shows the URL without credentials and the one that is perhaps meant, if it is not an http
    or https URL with a valid host, or has user information or a fragment. `name` is the name of the setting.
    """
    if not isinstance(url, str):
        raise ConfigError("{}: expected text, got {}".format(name, type(url).__name__))
    try:
        return normalize_base_url(url)
    except ValueError as error:
        message = _describe_base_url(url, str(error))
    raise ConfigError("{}: {}".format(name, message))


def _describe_base_url(url: str, reason: str) -> str:
    try:
        from .base_url_hints import describe_base_url
    except ModuleNotFoundError:  # a copy without it shows no part of the URL, which may contain credentials
        return "the URL " + reason
    return describe_base_url(url, reason, normalize_base_url)


def normalize_base_url(url: str) -> str:
    """Return a base URL without a trailing slash. Raises ValueError with the reason if it is not valid."""
    url = str.strip(url, " \t\r\n")  # as browsers do
    if any(character < " " or character == "\x7f" for character in url):  # some of which urlsplit drops
        raise ValueError("contains a control character")
    try:
        url.encode("utf-8")
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
        if host and not host.isascii():
            host.encode("idna")  # rejects names that no resolver accepts
    except ValueError as error:
        # The message of urlsplit shows the port, which may be a part of a password.
        raise ValueError(
            "is not a valid URL: {}".format("the part before the @ is malformed" if "@" in url else error)
        ) from None
    if parts.scheme.lower() not in ("http", "https") or not url[len(parts.scheme) :].startswith("://"):
        raise ValueError("must start with http:// or https://, like https://api.openai.com/v1")
    if parts.path.startswith("//") and (parts.netloc.endswith(":") or parts.netloc.lower() in ("http", "https")):
        raise ValueError("has two schemes")
    if not _is_host(host or "") or any(c.isspace() or c in FORBIDDEN_HOST_CHARS for c in parts.netloc):
        raise ValueError("has no valid host")
    if parts.username is not None or parts.password is not None:
        raise ValueError("contains a user name or password; pass the key as api_key")
    if parts.fragment:
        raise ValueError("has a fragment (#…), which is never sent; remove it")
    path = quote(parts.path.rstrip("/"), safe="/%" + SEGMENT_SAFE)
    query = quote(parts.query, safe="/?%" + SEGMENT_SAFE)
    checked: str = urlunsplit((parts.scheme.lower(), parts.netloc, path, query, ""))
    return checked


def _is_host(host: str) -> bool:
    # Resolvers raise UnicodeError for labels that are empty or longer than 63 characters.
    return all(0 < len(label) < 64 for label in host.rstrip(".").split("."))


def join(base: str, path: str, *queries: str) -> str:
    """Append `path` to the base URL, and join the queries of both with `queries`."""
    root, _, base_query = base.partition("?")
    path, _, path_query = path.partition("?")
    query = "&".join(part for part in (base_query, path_query) + queries if part)
    location = root.rstrip("/") + path
    if "/." in path:
        location = _remove_dot_segments(location)
    return location + ("?" + query if query else "")


def _remove_dot_segments(url: str) -> str:
    """Resolve the segments `.` and `..` of a custom path (RFC 3986 §5.2.4), which not every transport does."""
    start = url.index("/", url.index("://") + 3)
    *segments, last = url[start + 1 :].split("/")
    kept: List[str] = []
    for segment in segments + ([last, ""] if last in (".", "..") else [last]):
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return url[: start + 1] + "/".join(kept)


class URL(str):
    """The URL of a request: text, which also has the parts that URLs of httpx have."""

    __slots__ = ()
    if TYPE_CHECKING:
        scheme: str
        host: str
        port: Optional[int]
        path: str
        raw_path: bytes
        query: bytes
        params: Dict[str, str]

    def __getattr__(self, name: str) -> Any:
        try:
            from .url_parts import get_part
        except ModuleNotFoundError as error:  # in a copy without it
            raise AttributeError("{}: {}".format(name, error)) from None
        return get_part(self, name)

    def copy_with(self, **parts: Any) -> URL:
        """Return the URL with other parts, given as text or bytes; None or "" removes a part."""
        from .url_parts import replace_parts

        return URL(replace_parts(self, parts))

    def __repr__(self) -> str:
        return "URL({})".format(str.__repr__(self))


class BaseURL(URL):
    """A base URL with a trailing slash, as the `openai` package has it; also equal to its text without the slash."""

    __slots__ = ()

    def __new__(cls, url: str) -> BaseURL:
        root, mark, query = url.partition("?")
        return str.__new__(cls, root.rstrip("/") + "/" + mark + query)

    @property
    def _uri_reference(self) -> BaseURL:
        return self  # programs read it of the URLs of httpx

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and str.rstrip(other, "/") == str.rstrip(self, "/")

    def __hash__(self) -> int:
        return hash(str.rstrip(self, "/"))
