# SPDX-License-Identifier: MIT
"""The parts of a URL by the names that URLs of httpx have. Programs read them of requests in errors and responses."""

from __future__ import annotations

from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

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


def replace_parts(url: str, changes: Dict[str, Any]) -> str:
    """Return a URL with other parts. Raises TypeError for a name that is not a part, or cannot be replaced."""
    parts = urlsplit(url)
    values: Dict[str, Any] = {"userinfo": _user_info(parts), "host": parts.hostname or "", "port": parts.port}
    values.update(scheme=parts.scheme, path=parts.path, query=parts.query, fragment=parts.fragment)
    for name, given in changes.items():
        value: Any = given.decode("ascii") if isinstance(given, bytes) else given
        if name == "raw_path":
            values["path"], _, values["query"] = (value or "").partition("?")
        elif name == "netloc":
            other = urlsplit("//" + (value or ""))
            values.update(userinfo=_user_info(other), host=other.hostname or "", port=other.port)
        elif name == "params":
            values["query"] = urlencode(value or {}, doseq=True)
        elif name in ("username", "password"):
            username, _, password = values["userinfo"].partition(":")
            pair = {"username": username, "password": password, name: quote(value or "", safe="")}
            values["userinfo"] = ":".join(filter(None, (pair["username"], pair["password"])))
        elif name in values:
            values[name] = quote(value or "", safe="/%:@!$&'()*+,;=-._~") if name == "path" else value
        else:
            raise TypeError("{!r}: not a part of a URL that can be replaced".format(name))
    host = "[{}]".format(values["host"]) if ":" in (values["host"] or "") else values["host"] or ""
    host += "" if values["port"] is None else ":{}".format(values["port"])
    netloc = "{}@{}".format(values["userinfo"], host) if values["userinfo"] else host
    pieces: List[str] = [values["scheme"], netloc, *(values[name] or "" for name in ("path", "query", "fragment"))]
    return urlunsplit(pieces)
