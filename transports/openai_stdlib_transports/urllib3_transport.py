# SPDX-License-Identifier: MIT
"""A transport over urllib3 (1.26 and 2), which is installed wherever boto3 is.

The transport's own manager uses the proxies of the environment, which urllib3 does not read.

Limits of urllib3: the `write` timeout is not used; `pool` applies only to managers that block. `connect` applies to
each address of a host, and `read` to each wait for bytes; only `deadline` limits their sum, in a thread of its own.
Percent-escapes in a URL are sent in upper case, and dot segments are removed from its path.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.connection import HTTPConnection
from urllib3.util import parse_url
from urllib3.util.ssl_ import create_urllib3_context

from ._deadline import Deadline, send_within
from ._decoders import MAX_DECOMPRESSION_RATIO
from ._fork import call_in_child
from ._urllib3 import DeadlineTimeout, RequestBody, make_result, map_exception, read_final_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._urllib3 import Result

_NO_RETRIES = urllib3.Retry(False, redirect=False)
_POOL_SIZE = 100  # connections kept for each host; with 1, the default, those of further threads would be closed


class Urllib3Transport:
    """Transport over `urllib3.PoolManager`.

    A `manager` that you pass in (also a ProxyManager) is used with all its settings, including its headers, except its
    timeouts and retries, and is not cleared. Without one, the transport creates and clears its own. A compressed
    response of more than 16 MiB may expand to `max_decompression_ratio` times its size (None: no limit).

    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    is_abortable = True  # calls `on_wait` of a request, so that another thread may end any of its waits

    def __init__(
        self,
        manager: urllib3.PoolManager | None = None,
        *,
        max_decompression_ratio: float | None = MAX_DECOMPRESSION_RATIO,
    ) -> None:
        self._owned, self._max_ratio = manager is None, max_decompression_ratio
        self._manager: Any = _EnvironmentProxyManager() if manager is None else manager
        call_in_child(Urllib3Transport._renew, self)

    def _renew(self) -> None:  # pragma: no cover  # runs in forked children
        if self._owned:
            self._manager = _EnvironmentProxyManager()

    def send(self, request: Any) -> Result:
        """Send one request; return `(status, headers, chunks, close)`. The caller must call `close`."""
        deadline, request_body = Deadline(request.timeout.deadline), RequestBody(request.body)

        def send() -> Result:
            response = self._urlopen(request, deadline, request_body)
            response = read_final_response(response, deadline, request.timeout.read)
            return make_result(response, deadline, request.timeout.read, self._max_ratio, map_exception)

        try:
            return send_within(deadline, send, request_body.abandon, getattr(request, "on_wait", None))
        except Exception as error:
            failure = request_body.error or map_exception(error)
        raise failure  # outside the except clause, because it may be the cause of `error`

    def _urlopen(self, request: Any, deadline: Deadline, request_body: RequestBody) -> Any:
        if "://" not in request.url:
            raise ValueError(f"url: {request.url!r} has no scheme")  # urllib3 would take it for a host name
        return self._manager.urlopen(
            request.method,
            request.url,
            body=request_body.get_data(),
            headers=self._build_headers(request, request_body),
            retries=_NO_RETRIES,
            redirect=False,
            timeout=DeadlineTimeout(deadline, request.timeout.connect, request.timeout.read),
            pool_timeout=deadline.cap(request.timeout.pool),
            preload_content=False,
        )

    def _build_headers(self, request: Any, request_body: RequestBody) -> dict[str, str]:
        request_headers = request.headers
        values = "".join(request_headers.values())
        if "\r" in values or "\n" in values:
            raise ValueError("headers: a value contains a line break")  # http.client would accept a folded line
        names = [name.lower() for name in request_headers]
        # With explicit headers, urllib3 ignores those of the manager.
        manager_headers = getattr(self._manager, "headers", None) or {}
        if getattr(request, "is_cross_origin", False):  # they may be credentials
            manager_headers = {}
        headers = {name: manager_headers[name] for name in manager_headers if name.lower() not in names}
        headers.update(request_headers)
        if request_body.len and "content-length" not in names:  # urllib3 would send it chunked
            headers["Content-Length"] = str(request_body.len)
        return headers

    def close(self) -> None:
        """Clear the manager, unless it was passed in."""
        if self._owned:
            self._manager.clear()

    def __enter__(self) -> Urllib3Transport:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class _EnvironmentProxyManager:
    """The part of a PoolManager that the transport uses, with one manager per proxy of the environment."""

    def __init__(self) -> None:
        context = create_urllib3_context()  # urllib3's, not ssl's: urllib3 1.26 checks host names itself
        context.load_default_certs()
        self._options: dict[str, Any] = {
            "maxsize": _POOL_SIZE,
            "ssl_context": context,  # without one, urllib3 creates one for each connection
            "socket_options": HTTPConnection.default_socket_options,  # with TCP_NODELAY, which proxy managers omit
        }
        self._proxies = getproxies()
        self._managers = {"": urllib3.PoolManager(**self._options)}

    def urlopen(self, method: str, url: str, **options: Any) -> Any:
        proxy = self._proxy_for(url) if self._proxies else ""
        if proxy not in self._managers:
            self._managers.setdefault(proxy, self._proxy_manager(proxy))
        return self._managers[proxy].urlopen(method, url, **options)

    def _proxy_for(self, url: str) -> str:
        """Return the URL of the proxy for `url`, "" if none is set."""
        parts = urlsplit(url)
        proxy = self._proxies.get(parts.scheme, "")
        return "" if proxy_bypass(parts.netloc) else proxy

    def _proxy_manager(self, proxy: str) -> urllib3.ProxyManager:
        try:
            parts = parse_url(proxy if "://" in proxy else "http://" + proxy)
        except ValueError:
            # The URL may contain a password, so the message does not show it.
            raise ValueError("proxy: expected an http:// or https:// URL with a host") from None
        proxy_headers = urllib3.make_headers(proxy_basic_auth=unquote(parts.auth or "") or None)
        return urllib3.ProxyManager(parts._replace(auth=None).url, proxy_headers=proxy_headers, **self._options)

    def clear(self) -> None:
        for manager in list(self._managers.values()):
            manager.clear()
