# SPDX-License-Identifier: MIT
"""A transport over requests (2.25 and later; urllib3 1.26 and 2).

What lives here: how a request becomes a call of ``requests.Session`` and what its errors mean. What must not: anything
of the core. ``_urllib3`` holds what becomes of the response, ``_body`` what the sync adapters share. Limits of
requests: `write` is not used, nor is `pool`: its pool never waits, or for as long as it takes if yours blocks.
"""

from __future__ import annotations

from http.cookiejar import DefaultCookiePolicy

import requests
from requests.adapters import HTTPAdapter

from ._body import Body, Deadline, wrap_exception
from ._urllib3 import DeadlineTimeout, Upload, make_body, map_exception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator


class RequestsTransport:
    """Send with `requests`: with your own session, which stays yours to close, or with one that is closed with this.

    Of your session everything counts: adapters, proxies, certificates, headers, cookies and its `auth`, if it has one.
    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    def __init__(self, session: requests.Session | None = None) -> None:
        self._owned = session is None
        self._session = _new_session() if session is None else session

    def send(self, request: Any) -> tuple[int, list[tuple[str, str]], Iterator[bytes], Callable[[], None]]:
        """Send one request; the caller reads the chunks to their end or calls the returned close."""
        deadline, upload = Deadline(request.timeout.deadline), Upload(request.body)
        try:
            response = self._open(request, deadline, upload)
        except Exception as error:
            failure = upload.error or _translated(error)
        else:
            body = _body(response, deadline, request.timeout.read)
            return response.status_code, list(response.raw.headers.items()), body, body.close
        raise failure  # not in the except clause: it may be the cause of what it would be raised from

    def _open(self, request: Any, deadline: Deadline, upload: Upload) -> requests.Response:
        limits: Any = DeadlineTimeout(deadline, request.timeout.connect, request.timeout.read)
        return self._session.request(
            request.method,
            request.url,
            headers=dict(request.headers),
            data=upload.data(),
            stream=True,
            allow_redirects=False,
            auth=self._session.auth or _keep_auth,
            timeout=limits,
        )

    def close(self) -> None:
        """Close the session, unless it is yours."""
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
        session.mount(prefix, HTTPAdapter(pool_maxsize=100))  # of 10, the default, the 11th thread's is thrown away
    return session


def _keep_auth(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    """Be an auth that adds none: without one, requests puts ~/.netrc over our Authorization."""
    return prepared


def _body(response: requests.Response, deadline: Deadline, read: float | None) -> Body:
    if getattr(response, "_content_consumed", False):  # by a hook, or by requests itself when it sees a redirect
        return Body(iter([response.content] if response.content else []), lambda: None, response.close, _translated)
    return make_body(response.raw, deadline, read, _translated)


def _translated(error: Exception) -> Exception:
    """Return what `error` is called on our side of the seam; itself when it is none of the library's."""
    if isinstance(error, requests.Timeout):
        return wrap_exception(TimeoutError, error)
    return map_exception(error, requests.RequestException)  # requests calls a bad URL an OSError too
