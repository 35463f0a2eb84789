# SPDX-License-Identifier: MIT
"""Access tokens: fetched over HTTP, cached, and refreshed before they expire.

`fetch` sends one token request, `parse_token_response` reads an OAuth response (RFC 6749), and `RefreshableToken`
caches a token for any number of threads.
"""

from __future__ import annotations

import time
from _thread import allocate_lock

from ..call.bearer_auth import with_bearer_token
from ..call.drivers import Deadline, drive
from ..call.errors import OpenAIError
from ..call.exchange import Read, Send
from ..call.headers import Headers, Secret, mask
from ..call.message import Request
from ..call.timeout import Timeout
from ..transport.pool import call_in_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Generator, Mapping, Optional, Sequence, Tuple

    from ..call.exchange import Effect
    from ..call.message import Response

DEFAULT_TIMEOUT = 10.0  # seconds for a whole token request
MAX_RESPONSE_BYTES = 1 << 18  # tokens have a few thousand bytes
REFRESH_RETRY_DELAY = 30.0  # seconds until the next attempt after a failed refresh of a token that is still valid
TRANSIENT_STATUSES = frozenset((408, 409, 429))  # besides 5xx


def fetch(
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: Optional[bytes] = None,
    *,
    transport: Any = None,
    proxy: Optional[str] = None,
    timeout: float = DEFAULT_TIMEOUT,
    secrets: Sequence[str] = (),
) -> Response:
    """Send one request and return the response, with its body read, whatever its status.

    `timeout` is in seconds, for the whole request; `secrets` are masked in the body of the response. Without a
    `transport` a temporary one over urllib is used, with `proxy` ("" for none). Redirects are not followed. Raises
    TimeoutError or another OSError that names the URL, also for the transient statuses 408, 409, 429 and 5xx.
    """
    temporary = None
    if transport is None:
        from ..transport.urllib_transport import UrllibTransport

        transport = temporary = UrllibTransport(proxy=proxy)
    # The body holds credentials: clear the local variable, so that no traceback frame shows them.
    request, body = Request(method, url, Headers(headers), body, Timeout(timeout)), None
    try:
        response = drive(_send_once(request), transport, Deadline(timeout))
    except OSError as error:
        cls = TimeoutError if isinstance(error, TimeoutError) else ConnectionError
        raise cls("{} {}: {}".format(method, request.safe_url, error)) from error
    finally:
        if temporary is not None:
            temporary.close()
    response.request = request.replace(body=None)  # errors carry the request, and its body holds credentials
    for secret in secrets:
        response.body = response.body.replace(secret.encode(), b"***")
    if response.status_code in TRANSIENT_STATUSES or response.status_code >= 500:
        raise ConnectionError("{} {}: got status {}".format(method, request.safe_url, response.status_code))
    return response


def _send_once(request: Request) -> Generator[Effect, Any, Response]:
    response: Response = yield Send(request)
    response.body = yield Read(response, MAX_RESPONSE_BYTES, truncate=True)
    return response


def parse_token_response(response: Response, name: str) -> Tuple[str, float]:
    """Return the access token of an OAuth response (RFC 6749 §5.1) and its lifetime in seconds.

    `name` names the server in error messages. Raises OAuthError for the statuses 400, 401 and 403, OpenAIError for
    any other response without a valid token.
    """
    if response.status_code in (400, 401, 403):
        from ..call.helper_errors import OAuthError

        raise OAuthError(response=response, body=decode_json_or_none(response))
    if not 200 <= response.status_code < 300:
        raise OpenAIError("{} returned status {} instead of a token".format(name, response.status_code))
    result = decode_json_or_none(response)
    token, lifetime = (result.get("access_token"), result.get("expires_in")) if isinstance(result, dict) else ("", 0)
    token, result = mask(token), None  # `result` holds the token in the clear, and traceback frames show it
    if not isinstance(token, str) or not token or not all("!" <= character <= "~" for character in token):
        raise OpenAIError("{} returned no valid access_token".format(name))  # RFC 6750 §2.1
    if isinstance(lifetime, bool) or not isinstance(lifetime, (int, float)) or not 0 < lifetime < float("inf"):
        raise OpenAIError("{} returned an expires_in that is not a number of seconds: {!r}".format(name, lifetime))
    return token, float(lifetime)


def decode_json_or_none(response: Response) -> Any:
    """Return the decoded JSON body of a response, or None if it is not JSON."""
    try:
        return response.json()
    except ValueError:
        return None


class RefreshableToken:
    """Signs requests with a bearer token that is cached and refreshed `refresh_buffer` seconds before it expires.

    For a short-lived token the buffer is at most half its lifetime. Thread-safe: one thread fetches a token; the
    others wait for its result, or use the old token while that is valid. Subclasses implement `_fetch_token`.
    """

    refresh_buffer: float = 1200.0  # seconds

    def __init__(self) -> None:
        self._reset()

    def _reset(self) -> None:
        self._reset_after_fork()
        call_in_child(RefreshableToken._reset_after_fork, self)
        self._token: Optional[str] = None
        self._rejected_token: Optional[str] = None  # the last one that the API refused
        self._refresh_at = self._expires_at = 0.0  # on the monotonic clock

    def _reset_after_fork(self) -> None:
        self._lock = allocate_lock()
        self._pending_refresh: Any = None  # a Future while a thread fetches a token

    def _fetch_token(self, timeout: float) -> Tuple[str, float]:
        """Return a token and its lifetime; all durations are in seconds. Raises OSError for transient failures."""
        raise NotImplementedError

    def sign(self, request: Request) -> Request:
        """Return the request with the token, unless it has an Authorization header already."""
        if "authorization" in request.headers:
            return request
        timeout = min(request.timeout.deadline or DEFAULT_TIMEOUT, DEFAULT_TIMEOUT)
        return with_bearer_token(request, self._get_token(timeout))

    async def sign_async(self, request: Request) -> Request:
        """Sign a request as `sign` does; a token is fetched in a thread."""
        if self._token is not None and time.monotonic() < self._refresh_at:
            return self.sign(request)
        from ..call.host_limits import run_in_thread

        signed: Request = await run_in_thread(self.sign, request)
        return signed

    def handle_unauthorized(self, response: Response) -> bool:
        """Discard the token after a 401 response. Return True if it was this one: a retry gets a new token."""
        header = response.request.headers.get("authorization") if response.request is not None else None
        return header is not None and self._discard(header[len("Bearer ") :])

    def _discard(self, token: str) -> bool:
        with self._lock:
            if token == self._token:
                self._token, self._rejected_token = None, token
            return token == self._rejected_token

    def _get_token(self, timeout: float) -> str:
        with self._lock:
            now = time.monotonic()
            pending = self._pending_refresh
            if self._token is not None and now < (self._refresh_at if pending is None else self._expires_at):
                return self._token
            if pending is None:
                from concurrent.futures import Future

                self._pending_refresh = Future()
        return self._refresh(timeout) if pending is None else _wait_for_token(pending, timeout)

    def _refresh(self, timeout: float) -> str:
        """Fetch a token and pass it to the waiting threads; ignore network failures while the old token is valid."""
        pending = self._pending_refresh
        try:
            token, lifetime = self._fetch_token(timeout)
        except BaseException as error:
            with self._lock:
                self._pending_refresh = None
                now = time.monotonic()
                valid_token = self._token if isinstance(error, OSError) and now < self._expires_at else None
                self._refresh_at = min(now + REFRESH_RETRY_DELAY, self._expires_at)
            if valid_token is None:
                # KeyboardInterrupt and the like are for this thread only.
                is_shared = isinstance(error, Exception)
                pending.set_exception(error if is_shared else ConnectionError("the token request was interrupted"))
                raise
            token = valid_token
        else:
            with self._lock:
                now = time.monotonic()
                self._token, self._expires_at, self._pending_refresh = Secret(token), now + lifetime, None
                self._refresh_at = self._expires_at - min(self.refresh_buffer, lifetime / 2)
        pending.set_result(token)
        return Secret(token)

    def __getstate__(self) -> Dict[str, Any]:
        own = (
            "_lock", "_token", "_rejected_token", "_refresh_at", "_expires_at", "_pending_refresh", "_transport",
        )  # fmt: skip
        return {name: value for name, value in self.__dict__.items() if name not in own}

    def __setstate__(self, state: Dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._transport = None
        self._reset()


def _wait_for_token(pending: Any, timeout: float) -> str:
    from concurrent.futures import TimeoutError as FutureTimeoutError

    try:
        token: str = pending.result(timeout)
        return token
    except FutureTimeoutError as error:  # from Python 3.11 on, also a TimeoutError of the thread that fetched
        raise TimeoutError(str(error) or "no token within {:g} s".format(timeout)) from None
