# SPDX-License-Identifier: MIT
"""The parts of a URL by the names that URLs of httpx have. Programs read them of requests in errors and responses."""

from __future__ import annotations

from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional

    Part = Callable[[SplitResult], Any]

DEFAULT_PORTS = {"http": 80, "https": 443}


def _port(url: SplitResult) -> Optional[int]:
    """Return the port, or None if it is the default of the scheme."""
    return None if url.port == DEFAULT_PORTS.get(url.scheme) else url.port


def _host_and_port(url: SplitResult) -> str:
    host, port = url.hostname or "", _port(url)
    host = "[{}]".format(host) if ":" in host else host
    return host if port is None else "{}:{}".format(host, port)


def _user_info(url: SplitResult) -> str:
    return url.netloc.rpartition("@")[0]


def _target(url: SplitResult) -> str:
    """Return path and query, as a request line has them."""
    return (url.path or "/") + ("?" + url.query if url.query else "")


def _params(url: SplitResult) -> Dict[str, str]:
    """Return the query's parameters; of several with the same name, the first one."""
    return dict(reversed(parse_qsl(url.query, keep_blank_values=True)))


PARTS: Dict[str, Part] = {
    "scheme": lambda url: url.scheme,
    "raw_scheme": lambda url: url.scheme.encode(),
    "userinfo": lambda url: _user_info(url).encode(),
    "username": lambda url: unquote(url.username or ""),
    "password": lambda url: unquote(url.password or ""),
    "host": lambda url: url.hostname or "",
    "raw_host": lambda url: (url.hostname or "").encode("idna"),
    "port": _port,
    "netloc": lambda url: _host_and_port(url).encode("idna"),
    "path": lambda url: unquote(url.path or "/"),
    "raw_path": lambda url: _target(url).encode(),
    "query": lambda url: url.query.encode(),
    "params": _params,
    "fragment": lambda url: unquote(url.fragment),
    "is_absolute_url": lambda url: bool(url.scheme and url.hostname),
    "is_relative_url": lambda url: not (url.scheme and url.hostname),
}


def get_part(url: str, name: str) -> Any:
    """Return a part of a URL. Raises AttributeError for a name that URLs of httpx don't have."""
    part = PARTS.get(name)
    if part is None:
        raise AttributeError("'URL' object has no attribute {!r}".format(name))
    return part(urlsplit(url))
