# SPDX-License-Identifier: MIT
"""Proxies: parse their URLs, choose one for a request, and ask it for a tunnel. Imported only if there may be a proxy.

No I/O besides reading `os.environ`, and the system's settings on macOS and Windows. Passwords are in `Hidden` objects,
so that no repr, no `vars()` and no local variable of a traceback shows them.
"""

from __future__ import annotations

import os
import sys

from ..call.errors import ConfigError
from .http1 import HeadReader
from .no_proxy import BypassRules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Generator, Mapping, Optional, Tuple

    Steps = Generator[bytes, bytes, None]  # yields what to send, and is sent what arrives

DEFAULT_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
SUPPORTED = "use http://, https://, socks5:// or socks5h://"
EXAMPLE = "expected a URL like http://user:password@host:3128"
SYSTEM = "the proxy settings of the system"


class Hidden:
    """A value that is shown as dots. Call it to get the value."""

    __slots__ = ("_reveal",)

    def __init__(self, value: Any) -> None:
        self._reveal: Callable[[], Any] = lambda: value

    def __call__(self) -> Any:
        """Return the value."""
        return self._reveal()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hidden) and other() == self()

    def __hash__(self) -> int:
        return hash(self())

    def __repr__(self) -> str:
        return "***"


class Proxy:
    """A proxy: its scheme, host, port and credentials. Equal proxies are reached over the same connections.

    `authorization` hides the value of the Proxy-Authorization header, or "". `is_socks` is whether it speaks SOCKS5
    instead of HTTP, `resolves_names` whether it looks up the names of servers itself.
    """

    __slots__ = ("scheme", "host", "port", "credentials", "authorization")

    def __init__(self, scheme: str, host: str, port: int, credentials: Hidden, authorization: Hidden) -> None:
        self.scheme: str = scheme
        self.host: str = host
        self.port: int = port
        self.credentials: Hidden = credentials
        self.authorization: Hidden = authorization

    @property
    def is_socks(self) -> bool:
        """Whether the proxy speaks SOCKS5; it then connects to any server, and sees no HTTP of http:// URLs either."""
        return self.scheme.startswith("socks")

    @property
    def resolves_names(self) -> bool:
        """Whether the proxy looks up the names of servers. With the scheme socks5 this program does, as in curl."""
        return self.scheme != "socks5"

    def with_authorization_of(self, headers: Mapping[str, str]) -> Proxy:
        """Return this proxy, with the value of the Proxy-Authorization header if there is one."""
        for name in headers:
            if name.lower() == "proxy-authorization":
                return Proxy(self.scheme, self.host, self.port, self.credentials, Hidden(headers[name]))
        return self

    def negotiate(self, host: str, port: int) -> Steps:
        """Ask the proxy to connect to a server; a driver sends what this yields, and sends in what arrives.

        Raises OSError if the proxy refuses.
        """
        if self.is_socks:
            from .socks import negotiate_socks5

            return negotiate_socks5(host, port, self.credentials)
        authority = "{}:{}".format("[" + host + "]" if ":" in host else host, port)
        return _open_tunnel(authority, self.authorization)

    def connection_error(self, error: OSError) -> OSError:
        """Return an error of the connection to the proxy in a form that says so, of the same class."""
        if error.errno is None or error.strerror is None:  # a time limit, say
            return error
        text = "cannot connect to the proxy {}:{}: {}".format(self.host, self.port, error.strerror)
        return type(error)(error.errno, text)

    def _identity(self) -> Tuple[Any, ...]:
        return self.scheme, self.host, self.port, self.credentials, self.authorization

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Proxy) and other._identity() == self._identity()

    def __hash__(self) -> int:
        return hash(self._identity())

    def __repr__(self) -> str:
        host = "[" + self.host + "]" if ":" in self.host else self.host
        user = "***@" if self.credentials() or self.authorization() else ""
        return "<Proxy {}://{}{}:{}>".format(self.scheme, user, host, self.port)


def _open_tunnel(authority: str, authorization: Hidden) -> Steps:
    """Open a tunnel with CONNECT (RFC 9110 §9.3.6)."""
    lines = ["CONNECT " + authority + " HTTP/1.1", "Host: " + authority]
    if authorization():
        lines.append("Proxy-Authorization: " + authorization())
    reader = HeadReader()
    head = reader.feed((yield ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")))
    del lines
    while head is None:
        head = reader.feed((yield b""))
    if not 200 <= head.status < 300:
        raise OSError("the proxy refused the tunnel: {} {}".format(head.status, head.reason).strip())
    if reader.trailing_data:
        raise ConnectionError("the proxy sent data after its response head")


def parse_proxy(url: Hidden, source: str) -> Proxy:
    """Return the proxy of a URL. Raises ConfigError, which begins with `source` and shows no user name or password.

    `source` is the name of the variable or argument. A URL without a scheme is an http:// URL, as in curl.
    """
    proxy, problem = _parse(url())
    if proxy is None:
        raise ConfigError("{}: {}".format(source, problem))
    return proxy


def _parse(url: Any) -> Tuple[Optional[Proxy], str]:
    """Return the proxy, or None and what is wrong with the URL."""
    if not isinstance(url, str):
        return None, "expected the URL of a proxy, or '' for no proxy, got {}".format(type(url).__name__)
    text = url.strip()
    scheme, separator, rest = text.partition("://")
    if not separator:
        scheme, rest = "http", text
    scheme = scheme.lower()
    authority = rest
    for delimiter in "/?#":
        authority = authority.partition(delimiter)[0]
    userinfo, at, server = authority.rpartition("@")
    credentials, authorization = None, ""
    try:
        _check_shape(scheme, bool(separator), rest, authority)
        host, port = _split_server(server, DEFAULT_PORTS[scheme])
        if scheme.startswith("socks"):
            # Before anything is sent: a copy may lack it.
            from . import socks  # noqa: F401  # pyright: ignore[reportUnusedImport]
        if at:
            credentials = _decode_credentials(userinfo)
            if not scheme.startswith("socks"):
                from base64 import b64encode

                authorization = "Basic " + b64encode(b":".join(credentials)).decode("ascii")
            elif max(map(len, credentials)) > 255:
                raise ValueError("SOCKS5 allows at most 255 bytes for the user name and for the password")
    except ValueError as error:
        return None, "{!r} is not the URL of a proxy: {}".format(redact_proxy_url(text), error)
    return Proxy(scheme, host, port, Hidden(credentials), Hidden(authorization)), ""


def _check_shape(scheme: str, has_scheme: bool, rest: str, authority: str) -> None:
    """Raise ValueError, with the reason, for a URL that must not be read as if it had another form."""
    if scheme not in DEFAULT_PORTS:
        if not _is_scheme(scheme):
            raise ValueError("it does not begin with a scheme; " + SUPPORTED)
        hint = "did you mean socks5h://?" if scheme.startswith("socks") else SUPPORTED
        raise ValueError("the scheme {} is not supported; {}".format(scheme, hint))
    first, colon, after = rest.partition(":")
    if "//" in rest or not has_scheme and colon and first.lower() in DEFAULT_PORTS and not after.isdigit():
        raise ValueError("'://' must follow the scheme, once; " + EXAMPLE)
    if "@" in rest[len(authority) :]:
        raise ValueError("its user name or password contains '/', '?' or '#'; write %2F, %3F or %23")


def _is_scheme(text: str) -> bool:
    return text.isascii() and text[:1].isalpha() and all(c.isalnum() or c in "+-." for c in text)


def _split_server(server: str, default_port: int) -> Tuple[str, int]:
    """Return host and port. Raises ValueError with the reason."""
    from urllib.parse import urlsplit

    if not server.isprintable() or any(character in ' "<>\\^`{|}' for character in server):
        raise ValueError("its host contains a blank or another character that is not allowed")
    try:
        parts = urlsplit("//" + server)
        host = parts.hostname or ""
    except ValueError:
        raise ValueError("its IPv6 address is malformed; expected http://[address]:port") from None
    if not host:
        raise ValueError("it has no host; " + EXAMPLE)
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise ValueError("its port is not a number from 1 to 65535")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        host = ""
    if ":" not in host and not all(0 < len(label) < 64 for label in host.rstrip(".").split(".")):
        raise ValueError("it has no valid host; " + EXAMPLE)
    return host, default_port if port is None else port


def _decode_credentials(userinfo: str) -> Tuple[bytes, bytes]:
    from urllib.parse import unquote_to_bytes

    user, _, password = userinfo.partition(":")
    try:
        return unquote_to_bytes(user), unquote_to_bytes(password)
    except UnicodeEncodeError:
        raise ValueError("its user name or password contains a lone surrogate") from None


def redact_proxy_url(url: str) -> str:
    """Return a malformed URL with everything masked that may be a user name or a password."""
    scheme, separator, rest = url.partition("://")
    if not _is_scheme(scheme):
        scheme, separator, rest = "", "", url
    _, at, server = rest.rpartition("@")
    if at:
        return scheme + separator + "***@" + server
    host, colon, port = rest.rpartition(":") if rest.startswith("[") else rest.partition(":")
    # What is in the place of the port may be the password of somebody who forgot the host.
    return scheme + separator + (rest if not colon or port.rstrip("/").isdigit() else host + ":***")


class ProxySettings:
    """Chooses the proxy of each request: the given one, or that of the environment.

    The variables are `http_proxy` and `https_proxy` by the scheme of the request, then `all_proxy`; names in lower case
    take precedence over those in upper case. Without any, the settings of macOS and Windows apply. They are read once.
    `no_proxy` applies to all of them, and to a given proxy, as in curl; it is read for each request.
    """

    __slots__ = ("_sources", "_parsed", "_is_system", "_bypass")

    def __init__(self, proxy: Optional[Hidden] = None) -> None:
        self._sources: Dict[str, Tuple[str, Hidden]] = {}
        self._parsed: Dict[str, Proxy] = {}
        self._is_system = False
        self._bypass = "", BypassRules("")  # the text and its rules, replaced together: threads share them
        if proxy is not None:
            self._sources["all"] = "proxy", proxy
            self._parsed["all"] = parse_proxy(proxy, "proxy")
            return
        self._sources = read_proxy_variables(os.environ)
        if not self._sources and may_have_system_settings():
            import urllib.request

            self._is_system = True
            for name, url in urllib.request.getproxies().items():
                if name in ("http", "https", "all"):
                    self._sources[name] = SYSTEM, Hidden(url)

    def find(self, scheme: str, host: str, port: int) -> Optional[Proxy]:
        """Return the proxy for a server, None for a direct connection.

        Raises ConfigError, which names the variable, if the URL of the proxy is invalid.
        """
        name = scheme if scheme in self._sources else "all"
        if name not in self._sources or self._is_bypassed(scheme, host, port):
            return None
        proxy = self._parsed.get(name)
        if proxy is None:
            source, url = self._sources[name]
            proxy = self._parsed[name] = parse_proxy(url, source)
        return proxy

    def _is_bypassed(self, scheme: str, host: str, port: int) -> bool:
        text = os.environ.get("no_proxy")
        if text is None:  # if it is empty, NO_PROXY doesn't count
            text = os.environ.get("NO_PROXY", "")
        known, rules = self._bypass
        if text != known:
            rules = BypassRules(text)
            self._bypass = text, rules
        if rules.match(scheme, host, port):
            return True
        if not self._is_system:
            return False
        import urllib.request

        return bool(urllib.request.proxy_bypass("[{}]".format(host) if ":" in host else host))

    def __repr__(self) -> str:
        return "<ProxySettings {}>".format(
            ", ".join(source for source, _ in self._sources.values()) or "without a proxy"
        )


def may_have_system_settings() -> bool:
    """Return whether urllib.request may know proxies from elsewhere than the environment."""
    return sys.platform in ("darwin", "win32") or "urllib.request" in sys.modules


def read_proxy_variables(environment: Mapping[str, str]) -> Dict[str, Tuple[str, Hidden]]:
    """Return the variables that name a proxy, by "http", "https" and "all": each with its name and its hidden value.

    `http_proxy` takes precedence over HTTP_PROXY, even if it is empty. In a CGI program HTTP_PROXY is ignored: it may
    be the header `Proxy` of a request.
    """
    found = {}
    for scheme in ("http", "https", "all"):
        lower = scheme + "_proxy"
        names = sorted((name for name in environment if name.lower() == lower), key=lambda name: (name != lower, name))
        if names and environment[names[0]].strip():
            if scheme != "http" or names[0] == lower or "REQUEST_METHOD" not in environment:
                found[scheme] = names[0], Hidden(environment[names[0]])
    return found
