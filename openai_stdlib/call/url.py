# SPDX-License-Identifier: MIT
"""Build URLs: put ids into a path, encode queries the way the API decodes them, validate base URLs. Pure."""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from .errors import ConfigError, PathError
from .sentinels import SENTINEL_TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, List, Mapping, Tuple

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
    """Escape one id for the path. Raises PathError."""
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        raise PathError("{}: expected an id as text, got {!r}".format(name, value))
    text = value if isinstance(value, str) else str(value)
    if not text:
        raise PathError("Expected a non-empty value for `{}` but received {!r}".format(name, value))
    if text.lower().replace("%2e", ".") in (".", ".."):
        raise PathError("{}: {!r} is a dot segment and would change the path".format(name, value))
    try:
        return quote(text, safe=SEGMENT_SAFE)
    except UnicodeEncodeError:
        raise PathError("{}: {!r} contains a lone surrogate, which a URL cannot encode".format(name, value)) from None


def iter_query_pairs(name: str, value: Any) -> Iterator[Tuple[str, str]]:
    """Yield the pairs of one parameter: lists as `name[]`, mappings as `name[key]`, booleans in lower case, no None."""
    if isinstance(value, dict):
        for key, item in value.items():
            for pair in iter_query_pairs("{}[{}]".format(name, key), item):
                yield pair
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            for pair in iter_query_pairs(name + "[]", item):
                yield pair
    elif isinstance(value, bool):
        yield name, "true" if value else "false"
    elif value is not None and type(value) not in SENTINEL_TYPES:
        yield name, value if isinstance(value, str) else str(value)  # an enum that is a str is sent as its value


def encode_query(parameters: Mapping[str, Any]) -> str:
    """Return the query string of `parameters` without the question mark; "" if there are none."""
    pairs: List[Tuple[str, str]] = []
    for name, value in parameters.items():
        pairs.extend(iter_query_pairs(name, value))
    return urlencode(pairs)


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
        from .base_url_hints import describe_base_url

        message = describe_base_url(url, str(error), normalize_base_url)
    raise ConfigError("{}: {}".format(name, message))


def normalize_base_url(url: str) -> str:
    """Return a base URL without a trailing slash. Raises ValueError with the reason if it is not valid."""
    url = url.strip()
    if any(character < " " or character == "\x7f" for character in url):
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
    return urlunsplit((parts.scheme.lower(), parts.netloc, path, query, ""))


def _is_host(host: str) -> bool:
    # Resolvers raise UnicodeError for labels that are empty or longer than 63 characters.
    return all(0 < len(label) < 64 for label in host.rstrip(".").split("."))


def join(base: str, path: str, *queries: str) -> str:
    """Append `path` to the base URL, and join the queries of both with `queries`."""
    root, _, base_query = base.partition("?")
    path, _, path_query = path.partition("?")
    query = "&".join(part for part in (base_query, path_query) + queries if part)
    return root.rstrip("/") + path + ("?" + query if query else "")


class BaseURL(str):
    """A base URL with a trailing slash, as the `openai` package has it; also equal to its text without the slash."""

    __slots__ = ()

    def __new__(cls, url: str) -> BaseURL:
        root, mark, query = url.partition("?")
        return str.__new__(cls, root.rstrip("/") + "/" + mark + query)

    @property
    def host(self) -> str:
        """The host name."""
        return urlsplit(self).hostname or ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and str.rstrip(other, "/") == str.rstrip(self, "/")

    def __hash__(self) -> int:
        return hash(str.rstrip(self, "/"))
