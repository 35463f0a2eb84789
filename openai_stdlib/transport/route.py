# SPDX-License-Identifier: MIT
"""Where a request goes, through which proxy, and with which head: pure, from its URL and headers. Imports nothing of
ours. urllib does this for the default transport; asyncio_transport.py does it with these.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

DEFAULT_PORTS = {"http": 80, "https": 443}
METHODS_WITH_BODY = frozenset(("POST", "PUT", "PATCH"))


class Proxy:
    """A proxy, from its URL: where it is, and the credentials in the form of a header's value."""

    __slots__ = ("scheme", "host", "port", "authorization")

    def __init__(self, url: str) -> None:
        self.authorization = ""
        scheme, sep, rest = url.partition("://")
        scheme, rest = (scheme.lower(), rest) if sep else ("http", url)
        login, at, authority = rest.partition("/")[0].rpartition("@")
        try:
            self.scheme, self.host, self.port, _ = parse_url(scheme + "://" + authority)
        except ValueError:
            raise ValueError("the proxy's URL isn't one of http or https") from None  # it may hold a password
        if at:
            import base64
            from urllib.parse import unquote

            user, _, password = login.partition(":")
            plain = unquote(user) + ":" + unquote(password)
            self.authorization = "Basic " + base64.b64encode(plain.encode()).decode("ascii")


class Route:
    """Where a request goes, and through which proxy."""

    __slots__ = ("scheme", "host", "port", "target", "proxy", "authority", "pool_key")

    def __init__(self, scheme: str, host: str, port: int, target: str, proxy: Optional[Proxy]) -> None:
        self.scheme, self.host, self.port, self.target, self.proxy = scheme, host, port, target, proxy
        self.authority = format_authority(host, port, scheme)
        # Requests in the plain share a proxy's connections; a tunnel leads to one server.
        there: Tuple[Any, ...] = (scheme, host, port)
        if proxy is not None:
            there = (proxy.scheme, proxy.host, proxy.port, proxy.authorization) + (there if scheme == "https" else ())
        self.pool_key = there

    def build_head(self, method: str, headers: Dict[str, str], body: Any) -> bytes:
        """Return the head of a request. Raises ValueError for what would be another one."""
        if not method.isalpha():
            raise ValueError("{!r} is no method".format(method))
        lines = header_lines(headers)
        known = {name.lower() for name in headers}
        target = self.target
        own = [] if "host" in known else ["Host: " + self.authority]
        if "accept-encoding" not in known:
            own.append("Accept-Encoding: identity")
        if self.proxy is not None:
            # What is for the proxy is not for the server, and the other way round.
            lines = [line for line in lines if not line.lower().startswith("proxy-authorization:")]
            if self.scheme == "http":
                target = "http://" + self.authority + target
                if self.proxy.authorization:
                    own.append("Proxy-Authorization: " + self.proxy.authorization)
        if "content-length" not in known:
            length = content_length(method, body)
            if length is not None:
                own.append("Content-Length: " + str(length))
        lines = [method + " " + target + " HTTP/1.1"] + own + lines
        try:
            return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
        except UnicodeEncodeError:
            raise ValueError("a header holds a character that is none of Latin-1") from None  # which, is not shown


def header_lines(headers: Dict[str, str]) -> List[str]:
    """Return the lines of headers. Raises ValueError for what would be more than one line or another one."""
    # Joined with +, since what identifies the caller shows only dots when it is formatted.
    lines = [name + ": " + value for name, value in headers.items()]
    text = "\0".join(lines)
    if "\r" in text or "\n" in text or text.count("\0") >= max(len(lines), 1):
        raise ValueError("a header holds a line break or a zero")
    for name in headers:
        if not name or ":" in name or name != name.strip():
            raise ValueError("{!r} is no name of a header".format(name))
    return lines


def content_length(method: str, body: Any) -> Optional[int]:
    """Return the Content-Length of a body; None if none is to be said. Raises TypeError for a body without a length."""
    if body is None:
        return 0 if method in METHODS_WITH_BODY else None
    if isinstance(body, bytes):
        return len(body)
    length = getattr(body, "length", None)
    if length is None:
        raise TypeError("body: expected bytes or an iterable with a length, got {}".format(type(body).__name__))
    return int(length)


def parse_url(url: str) -> Tuple[str, str, int, str]:
    """Return scheme, host, port and target of a URL of HTTP. Raises ValueError."""
    from urllib.parse import urlsplit

    scheme, _, rest = url.partition(":")
    scheme = scheme.lower()
    if scheme not in DEFAULT_PORTS or not rest.startswith("//"):
        raise ValueError("unknown url type: {}; a transport opens http and https".format(scheme))
    rest = rest[2:].partition("#")[0]
    ends = [at for at in (rest.find("/"), rest.find("?")) if at >= 0]
    end = min(ends) if ends else len(rest)
    authority, target = rest[:end], rest[end:]
    if not target.startswith("/"):
        target = "/" + target
    if not target.isascii() or not target.isprintable() or " " in target:
        raise ValueError("the URL's path holds what can't be in one")
    if not authority.isprintable() or " " in authority or "@" in authority or "\\" in authority:
        raise ValueError("the URL's host holds what can't be in one")
    parts = urlsplit("//" + authority)
    host = parts.hostname
    if not host:
        raise ValueError("{!r} names no host".format(url))
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    port = parts.port
    return scheme, host, DEFAULT_PORTS[scheme] if port is None else port, target


def format_authority(host: str, port: int, scheme: str = "") -> str:
    """Return host and port in one; without the port if the scheme says it already."""
    if ":" in host:
        host = "[" + host + "]"
    return host if DEFAULT_PORTS.get(scheme) == port else "{}:{}".format(host, port)
