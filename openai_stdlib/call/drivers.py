# SPDX-License-Identifier: MIT
"""The loop that performs the effects of exchange.py, `drive`, and what async_driver.py shares with it.

All I/O of a call is in these two modules: sending, reading, sleeping, reading the clock. No decision about its outcome
is. The deadline is enforced here, because only the drivers read a clock: they start no attempt and no sleep that would
end after it.
"""

from __future__ import annotations

import sys
import time
from io import BytesIO

from .errors import clear_traceback_frames
from .exchange import Discard, Read, Send, Sign, Sleep
from .message import Response
from .timeout import DeadlineExceeded, Timeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Generator, Optional, TypeVar

    from .exchange import Effect
    from .message import Request

    T = TypeVar("T")


CLOCK_TOLERANCE = 0.02  # seconds that a transport may end a wait before the deadline: timers are inexact


class Deadline:
    """The point in time at which a call must be over, `seconds` from now; None for no deadline."""

    __slots__ = ("expires_at", "seconds")

    def __init__(self, seconds: Optional[float]) -> None:
        self.seconds: float = seconds or 0.0
        self.expires_at: Optional[float] = None if seconds is None else time.monotonic() + seconds

    def remaining(self) -> Optional[float]:
        """Return the seconds left, or None without a deadline. Raises DeadlineExceeded if none are left."""
        if self.expires_at is None:
            return None
        remaining = self.expires_at - time.monotonic()
        if remaining <= 0:
            raise DeadlineExceeded("the call's deadline of {:g} s was exceeded".format(self.seconds))
        return remaining

    def apply_to(self, request: Request) -> Request:
        """Return `request` with the remaining time as its deadline."""
        remaining = self.remaining()
        return request if remaining is None else request.replace(timeout=Timeout(request.timeout, deadline=remaining))

    def name_in(self, error: Any) -> Any:
        """Return the error to raise for one of a transport: one that names the deadline if that has passed."""
        expires_at = self.expires_at
        if expires_at is None or not isinstance(error, TimeoutError) or isinstance(error, DeadlineExceeded):
            return error
        if expires_at - time.monotonic() > CLOCK_TOLERANCE:
            return error
        named = DeadlineExceeded("the call's deadline of {:g} s was exceeded".format(self.seconds))
        named.__cause__ = error
        return named

    def check_sleep(self, seconds: float) -> None:
        """Raise DeadlineExceeded if a sleep of `seconds` would end after the deadline."""
        remaining = self.remaining()
        if remaining is not None and seconds >= remaining:
            raise DeadlineExceeded(
                "the next attempt would begin after the call's deadline of {:g} s".format(self.seconds)
            )


def should_stop_reading(effect: Read, size: int) -> bool:
    """Check the size limit after `size` bytes of a body.

    Returns True if a truncated read is complete. Raises APIResponseValidationError if the limit is exceeded otherwise.
    """
    if size <= effect.limit:
        return False
    if not effect.truncate:
        from .api_errors import APIResponseValidationError

        # Not an OSError, which would be retried: the next response would be as large.
        message = (
            "The response body exceeds the limit of {} bytes for a body in memory; read it in chunks "
            "(with_streaming_response), or pass config=Config(max_response_bytes=…)"
        )
        raise APIResponseValidationError(effect.response, message=message.format(effect.limit))
    return True


def check_result_deadline(response: Response, deadline: Deadline) -> None:
    """Raise APITimeoutError if the deadline passed while the body, which has been read, was decoded."""
    try:
        deadline.remaining()
    except DeadlineExceeded as error:
        from .api_errors import connection_error

        assert response.request is not None
        failure = connection_error(error, response.request)
        raise failure from failure.__cause__


def build_response(result: Any, started_at: float) -> Response:
    """Build a Response from the result of a transport's `send`, and record the times."""
    status, pairs, chunks, close = result
    response = Response(status, pairs, chunks, close, time.time())
    response.started_at, response.finished_at = started_at, time.monotonic()
    return response


def drive(
    flow: Generator[Effect, Any, T],
    transport: Any,
    deadline: Deadline,
    sleep: Optional[Callable[[float], None]] = None,
) -> T:
    """Run the generator `flow`, performing its effects, and return its result. `sleep` replaces `time.sleep`.

    A transport of a call that can be cancelled also sleeps and signs: `sleep_in_call` and `sign_in_call`.

    Exceptions raised by an effect are thrown into the generator, which decides about a retry. An exception that leaves
    the driver, including KeyboardInterrupt, closes the open response first.
    """
    response: Optional[Response] = None
    result: Any
    try:
        effect = next(flow)
        while True:
            result = None
            try:
                if isinstance(effect, Send):
                    now = time.monotonic()
                    result = response = build_response(transport.send(deadline.apply_to(effect.request)), now)
                    if "logging" in sys.modules:
                        log_module().log_response(effect.request, response)
                elif isinstance(effect, Read):
                    result = read_body(effect, deadline)
                elif isinstance(effect, Sleep):
                    prepare_sleep(effect, deadline)
                    wait: Any = sleep or getattr(transport, "sleep_in_call", time.sleep)
                    wait(effect.seconds)
                elif isinstance(effect, Sign):
                    sign = getattr(transport, "sign_in_call", None)
                    result = effect.sign(effect.request) if sign is None else sign(effect.sign, effect.request)
                elif isinstance(effect, Discard):
                    effect.response.chunks = ()
                    effect.response.close()
            except Exception as error:
                if isinstance(effect, Send) and "logging" in sys.modules:
                    log_module().log_failure(effect.request, error)
                effect = flow.throw(deadline.name_in(error))
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        returned: T = stop.value
        return returned
    except BaseException as error:
        flow.close()
        if response is not None:
            response.close()
        result = None  # may be the unmasked body of an error, which a traceback with local variables would show
        clear_traceback_frames(error)
        if isinstance(error, ImportError):
            explain_import_error(error)
        raise


def prepare_sleep(effect: Sleep, deadline: Deadline) -> None:
    """Check that the deadline allows a sleep, and log it."""
    deadline.check_sleep(effect.seconds)
    if effect.reason == "retry" and "logging" in sys.modules:  # others log what they wait for
        log_module().log_retry(effect.seconds)


def explain_import_error(error: ImportError) -> None:
    """Raise an error that says what to do, if this build of Python lacks a module."""
    from .host_limits import explain_missing_module

    explain_missing_module(error)


_log: Any = None  # the module log.py, once it is loaded


def log_module() -> Any:
    """Import log.py, which only programs that use `logging` need."""
    global _log
    if _log is None:
        from . import log as _log
    return _log


def is_logging() -> bool:
    """Return whether the program has imported `logging`, and logs calls."""
    return "logging" in sys.modules and log_module().logger() is not None


class BodyBuffer:
    """Collects the chunks of a body. Joining a list of them would take the memory of the body twice."""

    __slots__ = ("_size", "_first", "_rest")

    def __init__(self) -> None:
        self._size = 0
        self._first = b""
        self._rest: Optional[BytesIO] = None  # all chunks, once there are several

    def append(self, chunk: bytes) -> int:
        """Add a chunk; return the size of the body so far, in bytes."""
        if self._rest is not None:
            self._rest.write(chunk)
        elif not self._size:
            self._first = chunk
        else:
            self._rest = BytesIO()
            self._rest.write(self._first)
            self._rest.write(chunk)
            self._first = b""
        self._size += len(chunk)
        return self._size

    def join(self) -> bytes:
        """Return the body."""
        return self._first if self._rest is None else self._rest.getvalue()


def read_body(effect: Read, deadline: Deadline) -> bytes:
    """Read the body of a response, at most to the effect's limit, and close the response."""
    body = BodyBuffer()
    response = effect.response
    try:
        for chunk in response.chunks:
            deadline.remaining()
            if should_stop_reading(effect, body.append(chunk)):
                break
    finally:
        response.chunks, response.finished_at = (), time.monotonic()
        response.close()
    return body.join()
