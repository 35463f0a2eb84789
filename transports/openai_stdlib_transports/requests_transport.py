# SPDX-License-Identifier: MIT
"""A transport over requests (2.25 and later; urllib3 1.26 and 2).

Limits of requests: the `write` and `pool` timeouts are not used. Its pool does not wait for a connection, or without a
limit if the adapter of your session is set to block. `connect` applies to each address of a host, and `read` to each
wait for bytes; only `deadline` limits their sum, in a thread of its own.
"""

from __future__ import annotations

from functools import partial
from http.cookiejar import DefaultCookiePolicy

import requests
from requests.adapters import HTTPAdapter
from requests.utils import select_proxy

from ._body import ResponseBody, wrap_exception
from ._deadline import Deadline, send_within
from ._decoders import MAX_DECOMPRESSION_RATIO, accept_encoding
from ._fork import call_in_child
from ._urllib3 import DeadlineTimeout, RequestBody, make_result, read_final_response
from ._urllib3 import map_exception as map_urllib3_exception

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._urllib3 import Result


class RequestsTransport:
    """Transport over `requests.Session`.

    A `session` that you pass in is used with all its settings (adapters, proxies, certificates, headers, cookies and
    `auth`) and is not closed. Without one, the transport creates and closes its own, which keeps no cookies. A
    compressed response of more than 16 MiB may expand to `max_decompression_ratio` times its size (None: no limit).

    Raises TimeoutError, ssl.SSLCertVerificationError or another OSError when the network fails, ValueError for a
    request that cannot be sent.
    """

    is_abortable = True  # calls `on_wait` of a request, so that another thread may end any of its waits

    def __init__(
        self,
        session: requests.Session | None = None,
        *,
        max_decompression_ratio: float | None = MAX_DECOMPRESSION_RATIO,
    ) -> None:
        self._owned, self._max_ratio = session is None, max_decompression_ratio
        self._session = _new_session() if session is None else session
        call_in_child(RequestsTransport._renew, self)

    def _renew(self) -> None:  # pragma: no cover  # runs in forked children
        if self._owned:
            self._session = _new_session()

    def send(self, request: Any) -> Result:
        """Send one request; return `(status, headers, chunks, close)`. The caller must call `close`."""
        deadline, request_body = Deadline(request.timeout.deadline), RequestBody(request.body)
        try:
            send = partial(self._send, request, deadline, request_body)
            return send_within(deadline, send, request_body.abandon, getattr(request, "on_wait", None))
        except Exception as error:
            failure = request_body.error or map_exception(error)
        raise failure  # outside the except clause, because it may be the cause of `error`

    def _send(self, request: Any, deadline: Deadline, request_body: RequestBody) -> Result:
        session, read_timeout = self._session, request.timeout.read
        headers = dict(request.headers)
        if not any(name.lower() == "accept-encoding" for name in headers):
            headers["Accept-Encoding"] = accept_encoding(session.headers.get("Accept-Encoding"))
        is_cross_origin = getattr(request, "is_cross_origin", False)
        unprepared = requests.Request(
            request.method.upper(),
            request.url,
            headers=headers,
            data=request_body.get_data() or [],
            auth=_keep_auth if is_cross_origin else session.auth or _keep_auth,
        )
        # Headers, cookies, parameters and `auth` of the session may be credentials, which no other origin gets.
        prepared = unprepared.prepare() if is_cross_origin else session.prepare_request(unprepared)

        def skip_interim(response: requests.Response, **_: object) -> requests.Response | None:
            final = read_final_response(response.raw, deadline, read_timeout)
            return None if final is response.raw else response.connection.build_response(prepared, final)

        prepared.hooks["response"].insert(0, skip_interim)
        prepared.hooks["response"].append(_hide_location)
        timeout: Any = DeadlineTimeout(deadline, request.timeout.connect, read_timeout)
        settings = self._get_settings(prepared.url or "")
        response = session.send(prepared, **settings, timeout=timeout, allow_redirects=False)
        if getattr(response, "_content_consumed", False):  # by a hook
            chunks = iter([response.content] if response.content else [])
            body = ResponseBody(chunks, lambda: None, response.close, map_exception)
            return response.status_code, list(response.raw.headers.items()), body, body.close
        return make_result(response.raw, deadline, read_timeout, self._max_ratio, map_exception)

    def _get_settings(self, url: str) -> dict[str, Any]:
        """Return the proxies and TLS settings for a URL: those of the session, then those of the environment.

        requests itself prefers the environment: REQUESTS_CA_BUNDLE to the `verify` of a session and to the SSL context
        of an adapter, and the proxy variables to the `proxies` of a session.
        """
        session = self._session
        settings: dict[str, Any] = dict(session.merge_environment_settings(url, {}, True, None, None))
        manager = getattr(session.get_adapter(url), "poolmanager", None)
        if session.verify is not True and session.verify is not None:
            settings["verify"] = session.verify
        elif getattr(manager, "connection_pool_kw", {}).get("ssl_context") is not None:
            settings["verify"] = True
        if select_proxy(url, session.proxies):
            settings["proxies"] = dict(session.proxies)
        return settings

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


def _hide_location(response: requests.Response, **_: object) -> None:
    """Keep requests from preparing the next request of a redirect, as a hook.

    It would read the whole body of the redirect first, and raise ValueError for a malformed Location. The headers of
    the response that the transport returns are not these.
    """
    response.headers.pop("Location", None)


def map_exception(error: Exception) -> Exception:
    """Return the builtin error to raise in place of `error`; `error` itself if it is not one of the library's."""
    if isinstance(error, requests.Timeout):
        return wrap_exception(TimeoutError, error)
    return map_urllib3_exception(error, requests.RequestException)  # requests' error for a bad URL is an OSError too
