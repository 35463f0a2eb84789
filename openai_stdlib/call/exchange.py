# SPDX-License-Identifier: MIT
"""What is decided about one call: retries, redirects, errors. One generator, and the effects that it yields.

The generator does no I/O, reads no clock and starts no thread. It yields what it wants done (`Sign`, `Send`, `Read`,
`Sleep`) and is sent the result, or thrown the exception; a driver (drivers.py) is the only thing that acts. So all
of it can be tested by hand, as a transcript:

    flow = exchange(request, RetryPolicy(2))
    assert next(flow) == Send(request)
    assert flow.throw(TimeoutError()) == Sleep(0.5)

Rules: a network failure (OSError) or a status worth another try leads to `Sleep` and `Send` again, while the policy
allows it and the body can be sent again. Redirects are followed here, for every transport alike (redirect.py).
Any other exception is a bug and passes through.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Generator, Optional, Tuple, Union

    from .api_errors import APIError
    from .message import Request, Response
    from .retry import RetryPolicy

REDIRECT_STATUSES = frozenset((301, 302, 303, 307, 308))
MAX_ERROR_BODY_BYTES = 1 << 20  # bytes; more of an error page is of no use to anybody
MIN_KEY_LENGTH = 8  # characters; anything shorter may be a word of the message
MAX_BODY_BYTES = 1 << 30  # bytes; what a call will hold in memory at most


class Effect:
    """Something for a driver to do. Effects are plain values: equal if they ask for the same."""

    __slots__: Tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(getattr(self, n) == getattr(other, n) for n in self.__slots__)

    __hash__ = None  # type: ignore[assignment]  # they hold requests and replies, which don't hash by value

    def __repr__(self) -> str:
        return "{}({})".format(type(self).__name__, ", ".join(repr(getattr(self, n)) for n in self.__slots__))


class Send(Effect):
    """Put `request` on the wire; the result is its Reply, body unread."""

    __slots__ = ("request",)

    def __init__(self, request: Request) -> None:
        self.request = request


class Read(Effect):
    """Read the reply's body to its end, at most `limit` bytes; the result is the bytes.

    Past the limit: what has come so far if `cut`, else an error.
    """

    __slots__ = ("reply", "limit", "truncate")

    def __init__(self, reply: Response, limit: int, truncate: bool = False) -> None:
        self.reply = reply
        self.limit = limit
        self.truncate = truncate


class Sleep(Effect):
    """Wait that many seconds."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


class Sign(Effect):
    """Call `sign(request)`, which may do I/O of its own; the result is the request to send."""

    __slots__ = ("request", "sign")

    def __init__(self, request: Request, sign: Callable[[Request], Any]) -> None:
        self.request = request
        self.sign = sign


def exchange(
    request: Request,
    policy: Union[int, RetryPolicy],
    *,
    read_body: bool = True,
    sign: Optional[Callable[[Request], Any]] = None,
    on_unauthorized: Optional[Callable[[Response], bool]] = None,
    max_redirects: int = 10,
) -> Generator[Effect, Any, Response]:
    """Decide one call from the request to its reply; return the reply of a success.

    `policy` says what is tried again; a number stands for the usual one with that many retries.
    `refused` is told of a 401 and says whether one attempt with a fresh credential, by `sign`, makes sense.
    The reply's body has been read if `whole`; else it is open, and who called must close it. Raises an error of the
    tree in errors.py for everything else; what builds them is imported when something fails.
    """
    retries = hops = 0
    waited = 0.0
    while True:
        sent = request
        try:
            if sign is not None:
                sent = yield Sign(request, sign)
            reply: Response = yield Send(sent)
            reply.request, reply.retries_taken = sent, retries
            if 200 <= reply.status_code < 300:
                if read_body:
                    reply.body = yield Read(reply, MAX_BODY_BYTES)
                return reply
            following, at_home = _redirect_request(request, reply) if hops < max_redirects else (None, True)
            if following is not None:
                yield Read(reply, MAX_ERROR_BODY_BYTES, truncate=True)
                sign = sign if at_home else None
                request, hops = following, hops + 1
                continue
            yield from _read_error(reply)
            if (
                reply.status_code == 401
                and sign
                and on_unauthorized
                and on_unauthorized(reply)
                and _replayable(request.body)
            ):
                on_unauthorized = None
                continue
            failure, wait = _status_failure(reply, policy)
        except OSError as error:
            failure, wait = _connection_failure(error, sent, policy, retries)
        failure.attempts, failure.waited = retries + 1, waited
        if wait is not None and _replayable(request.body):
            late = yield from _sleep_before_retry(wait, failure, sent)
            if late is None:
                retries, waited = retries + 1, waited + wait
                continue
            failure = late
        try:
            raise failure from failure.__cause__  # and without the context, whose frames hold headers
        finally:
            del failure  # the frame would keep the error, and the error the frame


def _redirect_request(request: Request, reply: Response) -> Tuple[Optional[Request], bool]:
    """Return the request that an answer redirects to, if it does, and whether it stays at the same origin."""
    if reply.status_code not in REDIRECT_STATUSES:
        return None, True
    from .redirect import build_redirect_request, origin

    following = build_redirect_request(request, reply.status_code, reply.headers.get("location"))
    return following, following is None or origin(following.url) == origin(request.url)


def _status_failure(reply: Response, policy: Union[int, RetryPolicy]) -> Tuple[APIError, Optional[float]]:
    """Return the error of an answer with an error status, and the seconds until the next attempt, if any."""
    from .api_errors import status_error

    failure = status_error(reply)
    taken = reply.retries_taken
    wait = _as_policy(policy).delay_after_status(
        reply.status_code, reply.headers, failure.code, reply.received_at, taken
    )
    return failure, wait


def _connection_failure(
    error: OSError, sent: Request, policy: Union[int, RetryPolicy], retries: int
) -> Tuple[APIError, Optional[float]]:
    """Return the error of a request whose answer didn't come, and the seconds until the next attempt, if any."""
    from .api_errors import connection_error

    return connection_error(error, sent), _as_policy(policy).delay_after_error(error, retries)


def _as_policy(policy: Union[int, RetryPolicy]) -> RetryPolicy:
    """Return the policy that is meant; most calls succeed and never ask for it."""
    if not isinstance(policy, int):
        return policy
    from .retry import RetryPolicy

    return RetryPolicy(policy)


def _sleep_before_retry(wait: float, failure: APIError, sent: Request) -> Generator[Effect, Any, Optional[APIError]]:
    """Wait for the next attempt; return the error of a call that has no time for another one."""
    try:
        yield Sleep(wait)
        return None
    except OSError as error:
        late, _ = _connection_failure(error, sent, 0, 0)
        late.attempts, late.waited, late.__cause__ = failure.attempts, failure.waited, failure
        return late


def _read_error(reply: Response) -> Generator[Effect, Any, None]:
    """Read what can be read of an error's body: the status says enough if the rest is lost."""
    try:
        reply.body = yield Read(reply, MAX_ERROR_BODY_BYTES, truncate=True)
    except OSError:
        return  # the driver has closed the reply
    request = reply.request
    for name in ("authorization", "api-key"):
        key = (request and request.headers.get(name) or "").rpartition(" ")[2]
        if len(key) >= MIN_KEY_LENGTH:
            # Some gateways repeat the key that they refuse.
            reply.body = reply.body.replace(key.encode("latin-1"), b"***")


def _replayable(body: Any) -> bool:
    return body is None or isinstance(body, bytes) or getattr(body, "replayable", False)
