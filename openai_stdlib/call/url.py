# SPDX-License-Identifier: MIT
"""URLs: ids put into a path, queries written the way the API reads them, base URLs checked. Pure functions."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from .errors import ConfigError, PathError
from .sentinels import SENTINEL_TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, List, Mapping, Tuple

# What RFC 3986 §3.3 lets stand in a path segment beside the unreserved characters.
SEGMENT_SAFE = "!$&'()*+,;=:@"
FORBIDDEN_HOST_CHARS = '"<>\\^`{|}\x7f'


def expand(path: str, names: Tuple[str, ...], values: Mapping[str, Any]) -> str:
    """Put `values` into the {places} of `path`, each escaped so that it stays one segment.

    Raises PathError for an id that is empty, isn't text, or is a dot segment (RFC 3986 §5.2.4), plain or escaped.
    """
    for name in names:
        path = path.replace("{" + name + "}", encode_segment(name, values[name]), 1)
    return path


def encode_segment(name: str, value: Any) -> str:
    """Escape one id for the path."""
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        raise PathError("{}: expected an id as text, got {!r}".format(name, value))
    text = value if isinstance(value, str) else str(value)
    if not text:
        raise PathError("Expected a non-empty value for `{}` but received {!r}".format(name, value))
    if text.lower().replace("%2e", ".") in (".", ".."):
        raise PathError("{}: {!r} would leave its place in the path".format(name, value))
    try:
        return quote(text, safe=SEGMENT_SAFE)
    except UnicodeEncodeError:
        raise PathError("{}: {!r} is not text that a URL can hold".format(name, value)) from None


def iter_query_pairs(name: str, value: Any) -> Iterator[Tuple[str, str]]:
    """Write one parameter: lists as `name[]`, mappings as `name[key]`, None not at all, booleans in lower case."""
    if isinstance(value, dict):
        for key, inner in value.items():
            for pair in iter_query_pairs("{}[{}]".format(name, key), inner):
                yield pair
    elif isinstance(value, (list, tuple, set, frozenset)):
        for inner in value:
            for pair in iter_query_pairs(name + "[]", inner):
                yield pair
    elif isinstance(value, bool):
        yield name, "true" if value else "false"
    elif value is not None and type(value) not in SENTINEL_TYPES:
        yield name, value if isinstance(value, str) else str(value)  # an enum that is a str means its value


def encode_query(parameters: Mapping[str, Any]) -> str:
    """Return the query string of `parameters`, without its question mark; "" if there is nothing to say."""
    pairs: List[Tuple[str, str]] = []
    for name, value in parameters.items():
        pairs.extend(iter_query_pairs(name, value))
    return urlencode(pairs)


def check_base_url(url: Any, name: str = "base_url") -> str:
    """Return a base URL without its last slash. Raises ConfigError if it is not http or https, or holds a password."""
    if not isinstance(url, str):
        raise ConfigError(name + ": expected text, got {}".format(type(url).__name__))
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
        if host and not host.isascii():
            host.encode("idna")  # so that a name which no resolver takes is refused here
    except ValueError as error:
        # What is taken for a port may be a piece of a password.
        reason = "the part before the @ cannot be read" if "@" in url else error
        raise ConfigError("{}: {!r} is not a URL: {}".format(name, _redact_userinfo(url), reason)) from None
    if parts.scheme.lower() not in ("http", "https"):
        raise ConfigError(
            "{}: {!r} must start with http:// or https://, like https://api.openai.com/v1".format(
                name, _redact_userinfo(url)
            )
        )
    if not _is_host(host or "") or any(c <= " " or c in FORBIDDEN_HOST_CHARS for c in parts.netloc):
        raise ConfigError("{}: {!r} names no host".format(name, _redact_userinfo(url)))
    if parts.username is not None or parts.password is not None:
        raise ConfigError(
            "{}: {!r} holds a user name or password; pass the key as api_key".format(name, _redact_userinfo(url))
        )
    if parts.fragment:
        raise ConfigError("{}: {!r} has a fragment (#…), which is never sent".format(name, _redact_userinfo(url)))
    path = quote(parts.path.rstrip("/"), safe="/%" + SEGMENT_SAFE)
    query = quote(parts.query, safe="/?%" + SEGMENT_SAFE)
    return urlunsplit((parts.scheme.lower(), parts.netloc, path, query, ""))


def _is_host(host: str) -> bool:
    # A resolver raises UnicodeError for other labels.
    return all(0 < len(label) < 64 for label in host.rstrip(".").split("."))


def _redact_userinfo(url: str) -> str:
    # A password may stand before the @; it is nobody's business.
    head, at, tail = url.rpartition("@")
    scheme = head.partition("//")[0] + "//" if "//" in head else ""
    return scheme + "***@" + tail if at else url


def join(base: str, path: str, *queries: str) -> str:
    """Append `path` to the base URL, keeping the query of each, and add `queries`."""
    root, _, own = base.partition("?")
    path, _, literal = path.partition("?")
    query = "&".join(part for part in (own, literal) + queries if part)
    return root.rstrip("/") + path + ("?" + query if query else "")


class BaseURL(str):
    """A base URL as the official SDK shows it, with a slash at its end; it equals its text without one too."""

    __slots__ = ()

    def __new__(cls, url: str) -> BaseURL:
        root, mark, query = url.partition("?")
        return str.__new__(cls, root.rstrip("/") + "/" + mark + query)

    @property
    def host(self) -> str:
        """The host's name."""
        return urlsplit(self).hostname or ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and str.rstrip(other, "/") == str.rstrip(self, "/")

    def __hash__(self) -> int:
        return hash(str.rstrip(self, "/"))
