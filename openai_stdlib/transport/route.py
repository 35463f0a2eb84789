# SPDX-License-Identifier: MIT
"""Work out the server, the proxy and the request head from a URL and headers (RFC 9112 §3). No I/O.

Used by asyncio_transport.py; in the default transport urllib does this.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

DEFAULT_PORTS = {"http": 80, "https": 443}
METHODS_WITH_BODY = frozenset(("POST", "PUT", "PATCH"))


class Proxy:
    """A proxy parsed from its URL. `authorization` is the value of its Proxy-Authorization header, or ""."""

    __slots__ = ("scheme", "host", "port", "authorization")

    def __init__(self, url: str) -> None:
        self.authorization = ""
        scheme, sep, rest = url.partition("://")
        scheme, rest = (scheme.lower(), rest) if sep else ("http", url)
        userinfo, at, authority = rest.partition("/")[0].rpartition("@")
        try:
            self.scheme, self.host, self.port, _ = parse_url(scheme + "://" + authority)
        except ValueError:
            # The URL may contain a password, so the message does not show it.
            raise ValueError("proxy: expected an http:// or https:// URL with a host") from None
        if at:
            import base64
            from urllib.parse import unquote

            user, _, password = userinfo.partition(":")
            credentials = unquote(user) + ":" + unquote(password)
            self.authorization = "Basic " + base64.b64encode(credentials.encode()).decode("ascii")


class Route:
    """The server that a request is sent to, its request target, and the proxy in between, if any."""

    __slots__ = ("scheme", "host", "port", "target", "proxy", "authority", "pool_key")

    def __init__(self, scheme: str, host: str, port: int, target: str, proxy: Optional[Proxy]) -> None:
        self.scheme, self.host, self.port, self.target, self.proxy = scheme, host, port, target, proxy
        self.authority = format_authority(host, port, scheme)
        # Plain http requests to any server share a proxy's connections; a tunnel leads to one server.
        pool_key: Tuple[Any, ...] = (scheme, host, port)
        if proxy is not None:
            tunnel_key = pool_key if scheme == "https" else ()
            pool_key = (proxy.scheme, proxy.host, proxy.port, proxy.authorization) + tunnel_key
        self.pool_key = pool_key

    def build_head(self, method: str, headers: Dict[str, str], body: Any) -> bytes:
        """Return the head of a request. Raises ValueError for a method or headers that would not form a valid one."""
        if not method.isalpha():
            raise ValueError("method: {!r} is not an HTTP method".format(method))
        lines = format_header_lines(headers)
        names = {name.lower() for name in headers}
        target = self.target
        added = [] if "host" in names else ["Host: " + self.authority]
        if "accept-encoding" not in names:
            added.append("Accept-Encoding: identity")
        if self.proxy is not None:
            # The proxy's credentials must not reach the server, nor the server's the proxy.
            lines = [line for line in lines if not line.lower().startswith("proxy-authorization:")]
            if self.scheme == "http":
                target = "http://" + self.authority + target
                if self.proxy.authorization:
                    added.append("Proxy-Authorization: " + self.proxy.authorization)
        if "content-length" not in names:
            length = content_length(method, body)
            if length is not None:
                added.append("Content-Length: " + str(length))
        lines = [method + " " + target + " HTTP/1.1"] + added + lines
        try:
            return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
        except UnicodeEncodeError:
            # Without the cause, which would show the value.
            raise ValueError("headers: a value contains a character outside Latin-1") from None


def format_header_lines(headers: Dict[str, str]) -> List[str]:
    """Return one line per header. Raises ValueError for a name or value that would not form exactly one line."""
    # Concatenated with +, because credentials are str subclasses that format as dots.
    lines = [name + ": " + value for name, value in headers.items()]
    text = "\0".join(lines)
    if "\r" in text or "\n" in text or text.count("\0") >= max(len(lines), 1):
        raise ValueError("headers: a value contains a line break or a NUL character")
    for name in headers:
        if not name or ":" in name or name != name.strip():
            raise ValueError("headers: {!r} is not a header name".format(name))
    return lines


def content_length(method: str, body: Any) -> Optional[int]:
    """Return the Content-Length to send, None to send none. Raises TypeError for a body without a length."""
    if body is None:
        return 0 if method in METHODS_WITH_BODY else None
    if isinstance(body, bytes):
        return len(body)
    length = getattr(body, "length", None)
    if length is None:
        raise TypeError("body: expected bytes or an iterable with a length, got {}".format(type(body).__name__))
    return int(length)


def parse_url(url: str) -> Tuple[str, str, int, str]:
    """Return the scheme, host, port and request target of an http or https URL. Raises ValueError."""
    from urllib.parse import urlsplit

    scheme, _, rest = url.partition(":")
    scheme = scheme.lower()
    if scheme not in DEFAULT_PORTS or not rest.startswith("//"):
        raise ValueError("unknown url type: {}; expected http or https".format(scheme))
    rest = rest[2:].partition("#")[0]
    ends = [index for index in (rest.find("/"), rest.find("?")) if index >= 0]
    end = min(ends) if ends else len(rest)
    authority, target = rest[:end], rest[end:]
    if not target.startswith("/"):
        target = "/" + target
    if not target.isascii() or not target.isprintable() or " " in target:
        raise ValueError("url: the path contains a space, a control character or a non-ASCII character")
    if not authority.isprintable() or " " in authority or "@" in authority or "\\" in authority:
        raise ValueError("url: the host contains a space, a control character, '@' or a backslash")
    parts = urlsplit("//" + authority)
    host = parts.hostname
    if not host:
        raise ValueError("url: {!r} has no host".format(url))
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    port = parts.port
    return scheme, host, DEFAULT_PORTS[scheme] if port is None else port, target


def format_authority(host: str, port: int, scheme: str = "") -> str:
    """Return `host:port` (RFC 3986 §3.2), without the port if it is the default of the scheme."""
    if ":" in host:
        host = "[" + host + "]"
    return host if DEFAULT_PORTS.get(scheme) == port else "{}:{}".format(host, port)
