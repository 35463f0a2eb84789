# SPDX-License-Identifier: MIT
"""A transport over requests (2.25 and later; urllib3 1.26 and 2).

Limits of requests: the `write` and `pool` timeouts are not used. Its pool does not wait for a connection, or without a
limit if the adapter of your session is set to block.
"""

from __future__ import annotations

from http.cookiejar import DefaultCookiePolicy

import requests
from requests.adapters import HTTPAdapter

from ._body import Deadline, ResponseBody, wrap_exception
from ._fork import call_in_child
from ._urllib3 import DeadlineTimeout, RequestBody, make_body
from ._urllib3 import map_exception as map_urllib3_exception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator


class RequestsTransport:
    """Transport over `requests.Session`.

    A `session` that you pass in is used with all its settings (adapters, proxies, certificates, headers, cookies and
    `auth`) and is not closed. Without one, the transport creates and closes its own, which keeps no cookies.

    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    def __init__(self, session: requests.Session | None = None) -> None:
        self._owned = session is None
        self._session = _new_session() if session is None else session
        call_in_child(RequestsTransport._renew, self)

    def _renew(self) -> None:
        if self._owned:
            self._session = _new_session()

    def send(self, request: Any) -> tuple[int, list[tuple[str, str]], Iterator[bytes], Callable[[], None]]:
        """Send one request; return `(status, headers, chunks, close)`. The caller must call `close`."""
        deadline, request_body = Deadline(request.timeout.deadline), RequestBody(request.body)
        try:
            response = self._request(request, deadline, request_body)
        except Exception as error:
            failure = request_body.error or map_exception(error)
        else:
            body = _make_body(response, deadline, request.timeout.read)
            return response.status_code, list(response.raw.headers.items()), body, body.close
        raise failure  # outside the except clause, because it may be the cause of `error`

    def _request(self, request: Any, deadline: Deadline, request_body: RequestBody) -> requests.Response:
        timeout: Any = DeadlineTimeout(deadline, request.timeout.connect, request.timeout.read)
        return self._session.request(
            request.method,
            request.url,
            headers=dict(request.headers),
            data=request_body.get_data(),
            stream=True,
            allow_redirects=False,
            auth=self._session.auth or _keep_auth,
            timeout=timeout,
        )

    def close(self) -> None:
        """Close the session, unless it was passed in."""
        if self._owned:
            self._session.close()

    def __enter__(self) -> RequestsTransport:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def _new_session() -> requests.Session:
    session = requests.Session()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    for prefix in ("https://", "http://"):
        # With 10, the default, the connections of further threads would be closed.
        session.mount(prefix, HTTPAdapter(pool_maxsize=100))
    return session


def _keep_auth(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    """Change nothing, as an `auth` callable: without one, requests replaces Authorization with ~/.netrc."""
    return prepared


def _make_body(response: requests.Response, deadline: Deadline, read_timeout: float | None) -> ResponseBody:
    if getattr(response, "_content_consumed", False):  # by a hook, or by requests itself for a redirect
        chunks = iter([response.content] if response.content else [])
        return ResponseBody(chunks, lambda: None, response.close, map_exception)
    return make_body(response.raw, deadline, read_timeout, map_exception)


def map_exception(error: Exception) -> Exception:
    """Return the builtin error to raise in place of `error`; `error` itself if it is not one of the library's."""
    if isinstance(error, requests.Timeout):
        return wrap_exception(TimeoutError, error)
    return map_urllib3_exception(error, requests.RequestException)  # requests' error for a bad URL is an OSError too
