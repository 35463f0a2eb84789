# SPDX-License-Identifier: MIT
"""RefreshableToken that are lent for a while: asked for over HTTP, kept, renewed before they end.

`fetch` is the one request that such an exchange is; `RefreshableToken` keeps what it brought, for many threads. Who grants what
in exchange for what stands in workload.py, and in providers/ for the clouds.
"""

from __future__ import annotations

import json
import time
from _thread import allocate_lock

from ..call.bearer_auth import with_bearer_token
from ..call.drivers import Deadline, drive
from ..call.errors import OpenAIError
from ..call.exchange import Read, Send
from ..call.headers import Headers, Secret, check_api_key, mask
from ..call.message import Request
from ..call.timeout import Timeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Generator, Mapping, Optional, Sequence, Tuple

    from ..call.exchange import Effect
    from ..call.message import Response

DEFAULT_TIMEOUT = 10.0  # that an exchange may take, all in all
MAX_RESPONSE_BYTES = 1 << 18  # bytes of an answer; tokens have a few thousand
REFRESH_RETRY_DELAY = 30.0  # seconds until the next try, when a token that is still good could not be renewed
TRANSIENT = frozenset((408, 409, 429))


def fetch(
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: Optional[bytes] = None,
    *,
    transport: Any = None,
    proxy: Optional[str] = None,
    seconds: float = DEFAULT_TIMEOUT,
    secrets: Sequence[str] = (),
) -> Response:
    """Send one request and return its reply, whatever its status, read; what is in `secrets` is masked in it.

    Without a transport, one over urllib is made for it, with `proxy` ("" for none). No redirect is followed. Raises
    TimeoutError or another OSError that names the URL; 408, 409, 429 and 5xx count as failures of the network too.
    """
    own = None
    if transport is None:
        from ..transport.urllib_transport import UrllibTransport

        transport = own = UrllibTransport(proxy=proxy)
    request, body = Request(method, url, Headers(headers), body, Timeout(seconds)), None  # no frame shows it
    try:
        reply = drive(_once(request), transport, Deadline(seconds))
    except OSError as error:
        kind = TimeoutError if isinstance(error, TimeoutError) else ConnectionError
        raise kind("{} {}: {}".format(method, request.safe_url, error)) from error
    finally:
        if own is not None:
            own.close()
    reply.request = request.replace(body=None)  # it proves an identity, and errors travel
    for secret in secrets:
        reply.body = reply.body.replace(secret.encode(), b"***")
    if reply.status_code in TRANSIENT or reply.status_code >= 500:
        raise ConnectionError("{} {}: it answered {}".format(method, request.safe_url, reply.status_code))
    return reply


def _once(request: Request) -> Generator[Effect, Any, Response]:
    reply: Response = yield Send(request)
    reply.body = yield Read(reply, MAX_RESPONSE_BYTES, truncate=True)
    return reply


def parse_token_response(reply: Response, name: str) -> Tuple[str, float]:
    """Return the token of an OAuth answer (RFC 6749 §5.1) and the seconds that it lasts.

    Raises OAuthError for 400, 401 and 403 and OpenAIError for what is no grant; `name` says who answered.
    """
    if reply.status_code in (400, 401, 403):
        from ..call.api_errors import OAuthError

        raise OAuthError(response=reply, body=decode_json_or_none(reply))
    if not 200 <= reply.status_code < 300:
        raise OpenAIError("{} answered {}, no token".format(name, reply.status_code))
    answer = decode_json_or_none(reply)
    token, lasts = (answer.get("access_token"), answer.get("expires_in")) if isinstance(answer, dict) else ("", 0)
    token, answer = mask(token), None  # no frame shows it
    check = "{} answered without a usable access_token".format(name)
    if not isinstance(token, str) or not token:
        raise OpenAIError(check)
    if isinstance(lasts, bool) or not isinstance(lasts, (int, float)) or not 0 < lasts < float("inf"):
        raise OpenAIError("{} answered with an expires_in that is no number of seconds: {!r}".format(name, lasts))
    return check_api_key(check, token), float(lasts)


def decode_json_or_none(reply: Response) -> Any:
    """Return the JSON of an answer; None if it is none."""
    try:
        return json.loads(reply.body.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


async def in_thread(function: Callable[..., Any], *arguments: Any) -> Any:
    """Run what may wait in a thread of the event loop's own."""
    from asyncio import get_running_loop

    return await get_running_loop().run_in_executor(None, function, *arguments)


class RefreshableToken:
    """Signs requests with a bearer token that `_ask` brings, and that is renewed `buffer` seconds before its end.

    At most half of its time, for short ones. Any number of threads may want it: one asks, the others wait for what
    it gets, or go on with the old token while that is good.
    """

    refresh_buffer = 1200.0

    def __init__(self) -> None:
        self._reset()

    def _reset(self) -> None:
        self._lock = allocate_lock()
        self._token: Optional[str] = None
        self._refused: Optional[str] = None
        self._refresh_at = self._expires_at = 0.0  # on the monotonic clock
        self._pending_refresh: Any = None  # a Future, while a thread asks

    def _fetch_token(self, seconds: float) -> Tuple[str, float]:
        """Return a token and the seconds that it lasts, within `seconds`. Raises OSError for what may pass."""
        raise NotImplementedError

    def sign(self, request: Request) -> Request:
        """Return the request with the token, unless it has an Authorization of its own."""
        if "authorization" in request.headers:
            return request
        return with_bearer_token(request, self._get(min(request.timeout.deadline or DEFAULT_TIMEOUT, DEFAULT_TIMEOUT)))

    async def sign_async(self, request: Request) -> Request:
        """Do what `sign` does, for an async client: what waits does so in a thread."""
        if self._token is not None and time.monotonic() < self._refresh_at:
            return self.sign(request)
        signed: Request = await in_thread(self.sign, request)
        return signed

    def handle_unauthorized(self, reply: Response) -> bool:
        """Forget the token that was refused. Returns True if it was ours: a fresh one is worth another attempt."""
        used = reply.request.headers.get("authorization") if reply.request is not None else None
        return used is not None and self._discard(used[len("Bearer ") :])

    def _discard(self, token: str) -> bool:
        with self._lock:
            if token == self._token:
                self._token, self._refused = None, token
            return token == self._refused

    def _get(self, seconds: float) -> str:
        with self._lock:
            now = time.monotonic()
            asking = self._pending_refresh
            if self._token is not None and now < (self._refresh_at if asking is None else self._expires_at):
                return self._token
            if asking is None:
                from concurrent.futures import Future

                self._pending_refresh = Future()
        return self._refresh(seconds) if asking is None else _awaited(asking, seconds)

    def _refresh(self, seconds: float) -> str:
        """Ask for a token and tell those who wait for it; a network failure is no matter while the old one is good."""
        asking = self._pending_refresh
        try:
            token, lasts = self._fetch_token(seconds)
        except BaseException as error:
            with self._lock:
                self._pending_refresh = None
                now = time.monotonic()
                kept = self._token if isinstance(error, OSError) and now < self._expires_at else None
                self._refresh_at = min(now + REFRESH_RETRY_DELAY, self._expires_at)
            if kept is None:
                quiet = isinstance(error, Exception)
                asking.set_exception(error if quiet else ConnectionError("who asked for the token was interrupted"))
                raise
            token = kept
        else:
            with self._lock:
                now = time.monotonic()
                self._token, self._expires_at, self._pending_refresh = Secret(token), now + lasts, None
                self._refresh_at = self._expires_at - min(self.refresh_buffer, lasts / 2)
        asking.set_result(token)
        return Secret(token)

    def __getstate__(self) -> Dict[str, Any]:
        ours = ("_lock", "_token", "_refused", "_refresh_at", "_expires_at", "_pending_refresh", "_transport")
        return {name: value for name, value in self.__dict__.items() if name not in ours}

    def __setstate__(self, state: Dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._transport = None
        self._reset()


def _awaited(asking: Any, seconds: float) -> str:
    from concurrent.futures import TimeoutError as TooLate

    try:
        token: str = asking.result(seconds)
        return token
    except TooLate as error:  # also the other thread's own TimeoutError, from Python 3.11 on
        raise TimeoutError(str(error) or "no token within {:g} s".format(seconds)) from None
