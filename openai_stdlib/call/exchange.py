# SPDX-License-Identifier: MIT
"""Decide retries, redirects and errors of one call, as a generator that yields effects.

The generator does no I/O, reads no clock and starts no thread. It yields effects (`Sign`, `Send`, `Read`, `Discard`,
`Sleep`); a driver (drivers.py) performs each one, and sends the result or throws the exception into the generator.
Tests can therefore run it by hand, step by step:

    flow = exchange(request, RetryPolicy(2))
    assert next(flow) == Send(request)
    assert flow.throw(TimeoutError()) == Sleep(0.5)

A network failure (OSError) or a retryable status leads to `Sleep` and another `Send`, if the policy allows it and the
body can be sent again. Redirects are followed here, for all transports alike (redirect.py). Any other exception is a
bug, and passes through.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, ClassVar, Generator, Optional, Tuple, Union

    from .api_errors import APIError
    from .message import Request, Response
    from .retry import RetryPolicy

REDIRECT_STATUSES = frozenset((301, 302, 303, 307, 308))
MAX_ERROR_BODY_BYTES = 1 << 20  # more of an error page helps nobody
# What a call holds of a body in memory: twice the largest JSON of the API, 2,048 embeddings of 3,072 numbers as text.
MAX_BODY_BYTES = 256 << 20


class Effect:
    """An operation for the driver to perform. Effects are values: equal if their attributes are."""

    __slots__: Tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(getattr(self, n) == getattr(other, n) for n in self.__slots__)

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # they have requests and responses, which don't hash by value

    def __repr__(self) -> str:
        return "{}({})".format(type(self).__name__, ", ".join(repr(getattr(self, n)) for n in self.__slots__))


class Send(Effect):
    """Send `request`; the result is its Response with an unread body."""

    __slots__ = ("request",)

    def __init__(self, request: Request) -> None:
        self.request: Request = request


class Read(Effect):
    """Read the body of `response` and close it; the result is the bytes.

    A body of more than `limit` bytes is cut off there if `truncate` is true, else it is an error.
    """

    __slots__ = ("response", "limit", "truncate")

    def __init__(self, response: Response, limit: int, truncate: bool = False) -> None:
        self.response: Response = response
        self.limit: int = limit
        self.truncate: bool = truncate


class Discard(Effect):
    """Close `response`, whose body is not needed."""

    __slots__ = ("response",)

    def __init__(self, response: Response) -> None:
        self.response: Response = response


class Sleep(Effect):
    """Wait for `seconds`; `reason` is "retry", or "rate limit" where a rate limiter delays an attempt."""

    __slots__ = ("seconds", "reason")

    def __init__(self, seconds: float, reason: str = "retry") -> None:
        self.seconds: float = seconds
        self.reason: str = reason

    def __repr__(self) -> str:
        return "Sleep({!r}{})".format(self.seconds, "" if self.reason == "retry" else ", " + repr(self.reason))


class Sign(Effect):
    """Call `sign(request)`, which may do I/O; the result is the request to send."""

    __slots__ = ("request", "sign")

    def __init__(self, request: Request, sign: Callable[[Request], Any]) -> None:
        self.request: Request = request
        self.sign: Callable[[Request], Any] = sign


def exchange(
    request: Request,
    policy: Union[int, RetryPolicy],
    *,
    read_body: bool = True,
    sign: Optional[Callable[[Request], Any]] = None,
    on_unauthorized: Optional[Callable[[Response], bool]] = None,
    max_redirects: int = 10,
    max_response_bytes: int = MAX_BODY_BYTES,
    accepts_upgrade: bool = False,
) -> Generator[Effect, Any, Response]:
    """Make one call from its request; return the Response of a success.

    `policy` decides about retries; a number means the default policy with that many retries. `on_unauthorized` is
    called with a 401 response and returns whether one more attempt, signed anew, makes sense. The body of the returned
    response has been read if `read_body` is true; else the caller must close the response. The status 101 is a success
    only if `accepts_upgrade` is true. Raises an APIError for every other outcome. The code that builds errors is
    imported only when a call fails.
    """
    retries, redirects, waited = 0, 0, 0.0
    if not isinstance(policy, int):  # which has neither a budget nor a circuit breaker
        _retry_module().start_attempt(policy, request, 0)
    while True:
        sent = request
        try:
            if sign is not None:
                sent = yield Sign(request, sign)
            response: Response = yield Send(sent)
            response.request, response.retries_taken = sent, retries
            if 200 <= response.status_code < 300 or accepts_upgrade and response.status_code == 101:
                if read_body:
                    response.body = yield Read(response, max_response_bytes)
                if not isinstance(policy, int):
                    _retry_module().record_success(policy)
                return response
            if response.status_code in REDIRECT_STATUSES and response.headers.get("location") is not None:
                yield Discard(response)
                following, same_origin, refusal = _follow_redirect(request, response, redirects, max_redirects)
                if refusal is None:
                    sign = sign if same_origin else None
                    request, redirects = following, redirects + 1
                    continue
                failure, delay = refusal, None
            else:
                yield from _read_error(response)
                if sign and on_unauthorized and _should_sign_again(request, response, on_unauthorized):
                    on_unauthorized = None
                    continue
                failure, delay = _status_failure(response, policy)
        except OSError as error:
            failure, delay = _connection_failure(error, sent, policy, retries)
        failure.attempts, failure.waited = retries + 1, waited
        ended: Optional[APIError] = yield from _end_attempt(policy, failure, delay, request, sent)
        if ended is None:
            retries, waited = retries + 1, waited + (delay or 0.0)
            continue
        try:
            raise ended from ended.__cause__  # without the context, whose frames contain unmasked headers
        finally:
            del failure, ended  # breaks the reference cycle between the frame and the error


def _follow_redirect(
    request: Request, response: Response, redirects: int, limit: int
) -> Tuple[Request, bool, Optional[APIError]]:
    """Return the request that follows a redirect, whether it goes to the same origin, and the error if it must not."""
    try:
        from .redirect import RedirectRefused, build_redirect_request, get_location, origin
    except ModuleNotFoundError as error:  # in a copy without it
        return request, True, _redirect_error(response, error)
    try:
        location = get_location(response, redirects, limit)
        following = build_redirect_request(request, response.status_code, location)
    except RedirectRefused as refused:
        return request, True, _redirect_error(response, refused)
    return following, origin(following.url) == origin(request.url), None


def _redirect_error(response: Response, reason: Exception) -> APIError:
    from .api_errors import APIStatusError

    return APIStatusError("Error code: {} - {}".format(response.status_code, reason), response=response)


def _should_sign_again(request: Request, response: Response, on_unauthorized: Callable[[Response], bool]) -> bool:
    return response.status_code == 401 and on_unauthorized(response) and _is_replayable(request.body)


def _status_failure(response: Response, policy: Union[int, RetryPolicy]) -> Tuple[APIError, Optional[float]]:
    """Return the error of a response with an error status, and the delay before a retry in seconds, or None."""
    from .response_errors import status_error

    failure = status_error(response)
    delay = _as_policy(policy).delay_after_status(
        response.status_code, response.headers, failure.code, response.received_at, response.retries_taken
    )
    return failure, delay


def _connection_failure(
    error: OSError, sent: Request, policy: Union[int, RetryPolicy], retries: int
) -> Tuple[APIError, Optional[float]]:
    """Return the error of a request without a complete response, and the delay before a retry in seconds, or None."""
    from .api_errors import connection_error

    return connection_error(error, sent), _as_policy(policy).delay_after_error(error, retries)


def _as_policy(policy: Union[int, RetryPolicy]) -> RetryPolicy:
    """Return a RetryPolicy, built from a number only now: most calls succeed and need none."""
    if not isinstance(policy, int):
        return policy
    from .retry import RetryPolicy

    return RetryPolicy(policy)


def _retry_module() -> Any:
    """Import retry.py, which a program that sets a policy has imported."""
    from . import retry

    return retry


def _end_attempt(
    policy: Union[int, RetryPolicy], failure: APIError, delay: Optional[float], request: Request, sent: Request
) -> Generator[Effect, Any, Optional[APIError]]:
    """Sleep before a retry, if there is to be one after `delay` seconds. Returns None, or the error to raise."""
    may_retry = delay is not None and _is_replayable(request.body)
    if not isinstance(policy, int):
        may_retry = _retry_module().record_failure(policy, failure, may_retry)
    if not may_retry or delay is None:
        return failure
    late = yield from _sleep_before_retry(delay, failure, sent)
    if late is None and not isinstance(policy, int):
        _retry_module().start_attempt(policy, request, failure.attempts)
    return late


def _sleep_before_retry(delay: float, failure: APIError, sent: Request) -> Generator[Effect, Any, Optional[APIError]]:
    """Sleep before the next attempt. Returns None, or the error to raise if the deadline leaves no time for it."""
    try:
        yield Sleep(delay)
        return None
    except OSError as error:
        late, _ = _connection_failure(error, sent, 0, 0)
        late.attempts, late.waited, late.__cause__ = failure.attempts, failure.waited, failure
        return late


def _read_error(response: Response) -> Generator[Effect, Any, None]:
    """Read the body of an error; leave it empty if the connection breaks, since the status is enough."""
    try:
        response.body = yield Read(response, MAX_ERROR_BODY_BYTES, truncate=True)
    except OSError:
        return  # the driver has closed the response
    from .response_errors import mask_echoed_key

    mask_echoed_key(response)


def _is_replayable(body: Any) -> bool:
    return body is None or isinstance(body, bytes) or getattr(body, "replayable", False)
