# SPDX-License-Identifier: MIT
"""Requests through a `urllib.request` opener, for proxies, further handlers, and instrumentation of urllib.

The opener's own handlers keep connections alive. Those of urllib close the connection after each request, follow
redirects with all headers, and open file:// and ftp:// URLs. This opener has no handler for redirects or errors, so
these are returned as ordinary responses.
"""

from __future__ import annotations

import urllib.request
from urllib.error import URLError

from .connection import complete_headers, map_exception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, Optional, Tuple


class UrllibRequest(urllib.request.Request):
    """A `urllib.request.Request` whose header names keep their case, and which carries the timeouts."""

    def __init__(self, request: Any) -> None:
        # origin_req_host matters only to cookie policies, and computing it takes longer than everything else here.
        super().__init__(request.url, request.body, origin_req_host="", method=request.method)
        self.headers = dict(request.headers)  # add_header() would change the case of their names
        self.timeouts = request.timeout
        # Set by callers that can abort a request, such as ThreadTransport.
        self.on_connect = getattr(request, "on_connect", None)
        self.tunnel_host: Optional[str] = None

    def set_proxy(self, host: str, type: str) -> None:
        """Send this request through a proxy. Called by urllib's ProxyHandler."""
        if self.type == "https":
            self.tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def split_headers(self) -> Tuple[Dict[str, str], Dict[str, str]]:
        """Return the headers for the server, and those for the proxy if the request goes through a tunnel."""
        headers = complete_headers({**self.headers, **self.unredirected_hdrs}, self.data)
        proxy_headers = {}
        if self.tunnel_host is not None:
            for name in [name for name in headers if name.lower() == "proxy-authorization"]:
                proxy_headers[name] = headers.pop(name)
        return headers, proxy_headers


class KeepAliveHandler(urllib.request.BaseHandler):
    """Opens http:// and https:// URLs over the connections of a transport."""

    def __init__(self, connector: Any) -> None:
        self._connector = connector

    def http_open(self, request: UrllibRequest) -> Any:
        """Send a request without TLS."""
        return self._connector.exchange(request)

    def https_open(self, request: UrllibRequest) -> Any:
        """Send a request over TLS, through a tunnel if a proxy is used."""
        return self._connector.exchange(request)

    def unknown_open(self, request: UrllibRequest) -> Any:
        """Raise ValueError for any other scheme. This opener has no handler for files or ftp."""
        raise ValueError("unknown url type: {}; expected http or https".format(request.type))


def build_opener(connector: Any, proxy: Optional[str], handlers: Iterable[Any]) -> urllib.request.OpenerDirector:
    """Return an opener over the connections of a transport; `proxy` is as for UrllibTransport."""
    proxies = None if proxy is None else {"http": proxy, "https": proxy} if proxy else {}
    opener = urllib.request.OpenerDirector()
    for handler in (urllib.request.ProxyHandler(proxies), KeepAliveHandler(connector), *handlers):
        opener.add_handler(handler)
    return opener


def open_request(opener: urllib.request.OpenerDirector, request: Any) -> Any:
    """Send a request through an opener and return the response. Raises OSError or ValueError."""
    # The timeout is passed even though the handler reads the request's own: a wrapper of open() would otherwise pass
    # on None, which means no limit.
    try:
        return opener.open(UrllibRequest(request), timeout=request.timeout.connect)
    except URLError as error:
        reason: Any = error.reason
        raise map_exception(reason if isinstance(reason, OSError) else ConnectionError(str(reason))) from error
