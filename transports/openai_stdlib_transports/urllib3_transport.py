# SPDX-License-Identifier: MIT
"""A transport over urllib3 (1.26 and 2), which is there wherever boto3 is.

What lives here: how a request becomes a call of ``urllib3.PoolManager``, and the way of our own managers through the
proxies of the environment, which urllib3 does not look at. What must not: anything of the core. ``_urllib3`` holds
what becomes of the response and of errors. Limits of urllib3: `write` is not used; `pool` counts for managers that
block; the escapes in a URL are sent in capitals, and its path without dot segments.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.connection import HTTPConnection
from urllib3.util import parse_url
from urllib3.util.ssl_ import create_urllib3_context

from ._body import Deadline
from ._urllib3 import DeadlineTimeout, Upload, make_body, map_exception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator

_NO_RETRIES = urllib3.Retry(False, redirect=False)
_POOL_SIZE = 100  # connections kept for each host; of 1, the default, the second thread's is thrown away


class Urllib3Transport:
    """Send with `urllib3`: with your own manager, which stays yours to clear, or with one that is cleared with this.

    Of your PoolManager or ProxyManager everything counts, its headers too, but its timeouts and retries. Raises
    TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a request that
    cannot be sent.
    """

    def __init__(self, manager: urllib3.PoolManager | None = None) -> None:
        self._owned = manager is None
        self._manager: Any = _EnvironmentProxyManager() if manager is None else manager

    def send(self, request: Any) -> tuple[int, list[tuple[str, str]], Iterator[bytes], Callable[[], None]]:
        """Send one request; the caller reads the chunks to their end or calls the returned close."""
        deadline, upload = Deadline(request.timeout.deadline), Upload(request.body)
        try:
            response = self._open(request, deadline, upload)
        except Exception as error:
            failure = upload.error or map_exception(error)
        else:
            body = make_body(response, deadline, request.timeout.read, map_exception)
            return response.status, [*response.headers.iteritems()], body, body.close
        raise failure  # not in the except clause: it may be the cause of what it would be raised from

    def _open(self, request: Any, deadline: Deadline, upload: Upload) -> Any:
        if "://" not in request.url:
            raise ValueError(f"{request.url!r} has no scheme")  # urllib3 would take it for the name of a host
        limits = request.timeout
        return self._manager.urlopen(
            request.method,
            request.url,
            body=upload.data(),
            headers=self._headers(request.headers, upload),
            retries=_NO_RETRIES,
            redirect=False,
            timeout=DeadlineTimeout(deadline, limits.connect, limits.read),
            pool_timeout=deadline.cap(limits.pool),
            preload_content=False,
        )

    def _headers(self, ours: dict[str, str], upload: Upload) -> dict[str, str]:
        values = "".join(ours.values())
        if "\r" in values or "\n" in values:
            raise ValueError("a header holds a line break")  # http.client would let a folded one pass
        known = [name.lower() for name in ours]
        yours = getattr(self._manager, "headers", None) or {}  # given any, urllib3 leaves these out
        headers = {name: yours[name] for name in yours if name.lower() not in known}
        headers.update(ours)
        if upload.len and "content-length" not in known:  # urllib3 would send it chunked
            headers["Content-Length"] = str(upload.len)
        return headers

    def close(self) -> None:
        """Clear the manager, unless it is yours."""
        if self._owned:
            self._manager.clear()

    def __enter__(self) -> Urllib3Transport:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class _EnvironmentProxyManager:
    """What we use of a manager, over one for each way out: direct, or through the environment's proxies."""

    def __init__(self) -> None:
        context = create_urllib3_context()  # urllib3 1.26 compares names itself: ssl's context would be in its way
        context.load_default_certs()
        self._options: dict[str, Any] = {
            "maxsize": _POOL_SIZE,
            "ssl_context": context,  # without one urllib3 makes one for each connection
            "socket_options": HTTPConnection.default_socket_options,  # a proxy's would wait for every piece's receipt
        }
        self._proxies = getproxies()
        self._managers = {"": urllib3.PoolManager(**self._options)}

    def urlopen(self, method: str, url: str, **options: Any) -> Any:
        proxy = self._proxy(url) if self._proxies else ""
        if proxy not in self._managers:
            self._managers.setdefault(proxy, self._proxy_manager(proxy))
        return self._managers[proxy].urlopen(method, url, **options)

    def _proxy(self, url: str) -> str:
        """Return the URL of the proxy that is set for `url`; empty if there is none."""
        parts = urlsplit(url)
        proxy = self._proxies.get(parts.scheme, "")
        return "" if proxy_bypass(parts.netloc) else proxy

    def _proxy_manager(self, proxy: str) -> urllib3.ProxyManager:
        try:
            parts = parse_url(proxy if "://" in proxy else "http://" + proxy)
        except ValueError:
            raise ValueError("the proxy's URL isn't one") from None  # it may hold a password
        login = urllib3.make_headers(proxy_basic_auth=unquote(parts.auth or "") or None)
        return urllib3.ProxyManager(parts._replace(auth=None).url, proxy_headers=login, **self._options)

    def clear(self) -> None:
        for manager in list(self._managers.values()):
            manager.clear()
