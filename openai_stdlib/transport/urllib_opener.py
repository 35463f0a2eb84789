# SPDX-License-Identifier: MIT
"""Requests through a `urllib.request` opener, for further handlers and instrumentation of urllib.

The opener's own handlers keep connections alive, and choose the proxy. Those of urllib close the connection after each
request, follow redirects with all headers, and open file:// and ftp:// URLs. This opener has no handler for redirects
or errors, so these are returned as ordinary responses.
"""

from __future__ import annotations

import urllib.request
from urllib.error import URLError

from .connection import map_exception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable, MutableMapping, Optional

    from .proxy import ProxySettings


class UrllibRequest(urllib.request.Request):
    """A `urllib.request.Request` whose header names keep their case, and which has the transport's request."""

    def __init__(self, request: Any) -> None:
        # origin_req_host matters only to cookie policies, and computing it takes longer than everything else here.
        super().__init__(request.url, request.body, origin_req_host="", method=request.method)
        self.headers: MutableMapping[str, str] = dict(
            request.headers
        )  # add_header() would change the case of their names
        self.request = request
        self.proxies: Optional[ProxySettings] = None

    def set_proxy(self, host: str, type: str) -> None:
        """Send this request through a proxy. Called by urllib's ProxyHandler, if it is one of the further handlers."""
        from .proxy import Hidden, ProxySettings

        self.proxies = ProxySettings(Hidden(type + "://" + host))
        if self.type != "https":
            self.type = type


class KeepAliveHandler(urllib.request.BaseHandler):
    """Opens http:// and https:// URLs over the connections of a transport."""

    def __init__(self, connector: Any) -> None:
        self._connector = connector

    def http_open(self, request: UrllibRequest) -> Any:
        """Send a request."""
        headers = {**request.headers, **request.unredirected_hdrs}
        return self._connector.exchange(
            request.request, request.full_url, request.get_method(), headers, request.data, request.proxies
        )

    https_open = http_open

    def unknown_open(self, request: UrllibRequest) -> Any:
        """Raise ValueError for any other scheme. This opener has no handler for files or ftp."""
        raise ValueError("unknown url type: {}; expected http or https".format(request.type))


def build_opener(connector: Any, handlers: Iterable[Any]) -> urllib.request.OpenerDirector:
    """Return an opener over the connections of a transport."""
    opener = urllib.request.OpenerDirector()
    for handler in (KeepAliveHandler(connector), *handlers):
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
