# SPDX-License-Identifier: MIT
"""The two loops that do what exchange.py decides: `drive` for sync transports, `drive_async` for async ones.

Everything that acts is here: sending, reading, sleeping, looking at the clock. No decision about a call's outcome is.
The deadline is kept here, because only here is a clock: no attempt begins and no wait is begun that would end after it.
"""

from __future__ import annotations

import sys
import time

from . import log
from .errors import clear_traceback_frames
from .exchange import Read, Send, Sign, Sleep
from .message import Response
from .timeout import DeadlineExceeded, Timeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Generator, List, Optional, TypeVar

    from .exchange import Effect
    from .message import Request

    T = TypeVar("T")


class Deadline:
    """What is left of a call's deadline."""

    __slots__ = ("expires_at", "deadline")

    def __init__(self, deadline: Optional[float]) -> None:
        self.deadline = deadline or 0.0
        self.expires_at = None if deadline is None else time.monotonic() + deadline

    def remaining(self) -> Optional[float]:
        """Return the seconds left, or None without a deadline. Raises DeadlineExceeded if there are none."""
        if self.expires_at is None:
            return None
        left = self.expires_at - time.monotonic()
        if left <= 0:
            raise DeadlineExceeded("the deadline of {:g} s for the whole call is over".format(self.deadline))
        return left

    def apply_to(self, request: Request) -> Request:
        """Return `request` with what is left as its deadline."""
        left = self.remaining()
        return request if left is None else request.replace(timeout=Timeout(request.timeout, deadline=left))

    def check_sleep(self, seconds: float) -> None:
        """Raise DeadlineExceeded rather than wait for longer than there is time."""
        left = self.remaining()
        if left is not None and seconds >= left:
            raise DeadlineExceeded(
                "the next attempt would begin after the deadline of {:g} s for the whole call".format(self.deadline)
            )


def should_stop_reading(effect: Read, size: int, clock: Deadline) -> bool:
    """Look at a body of which `size` bytes have come: True when no more are wanted. Raises if it must not go on."""
    clock.remaining()
    if size <= effect.limit:
        return False
    if not effect.truncate:
        from .api_errors import APIError

        # No failure of the network: another attempt would bring the same.
        raise APIError(
            "The answer is larger than the {} bytes that a call holds in memory".format(effect.limit),
            effect.reply.request,
        )
    return True


def build_response(answer: Any, sent_at: float) -> Response:
    """Make what a transport returned into a Reply, and note the times."""
    status, pairs, chunks, close = answer
    reply = Response(status, pairs, chunks, close, time.time())
    reply.started_at, reply.finished_at = sent_at, time.monotonic()
    return reply


def drive(flow: Generator[Effect, Any, T], transport: Any, clock: Deadline) -> T:
    """Carry out what `flow` asks for, and return what it returns.

    What a step raises is thrown into the flow, which knows what is worth another try. On the way out of an exception
    (also Ctrl-C) the open reply is closed.
    """
    reply: Optional[Response] = None
    result: Any
    effect = next(flow)
    try:
        while True:
            result = None
            try:
                if isinstance(effect, Send):
                    now = time.monotonic()
                    result = reply = build_response(transport.send(clock.apply_to(effect.request)), now)
                    if "logging" in sys.modules:
                        log.log_response(effect.request, reply)
                elif isinstance(effect, Read):
                    result = read_body(effect, clock)
                elif isinstance(effect, Sleep):
                    clock.check_sleep(effect.seconds)
                    log.log_retry(effect.seconds)
                    time.sleep(effect.seconds)
                elif isinstance(effect, Sign):
                    result = effect.sign(effect.request)
            except Exception as error:
                if isinstance(effect, Send):
                    log.log_failure(effect.request, error)
                effect = flow.throw(error)
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        returned: T = stop.value
        return returned
    except BaseException as error:
        flow.close()
        if reply is not None:
            reply.close()
        result = None  # an error's body, as it came
        clear_traceback_frames(error)
        raise


def read_body(effect: Read, clock: Deadline) -> bytes:
    """Read a reply's body whole, and close it."""
    chunks: List[bytes] = []
    size = 0
    reply = effect.reply
    try:
        for chunk in reply.chunks:
            chunks.append(chunk)
            size += len(chunk)
            if should_stop_reading(effect, size, clock):
                break
    finally:
        reply.chunks, reply.finished_at = (), time.monotonic()
        reply.close()
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


async def drive_async(flow: Generator[Effect, Any, T], transport: Any, clock: Deadline) -> T:
    """Do what `drive` does, with an async transport. Cancelling it closes the open reply."""
    from asyncio import sleep

    reply: Optional[Response] = None
    result: Any
    effect = next(flow)
    try:
        while True:
            result = None
            try:
                if isinstance(effect, Send):
                    now = time.monotonic()
                    result = reply = build_response(await transport.send(clock.apply_to(effect.request)), now)
                    if "logging" in sys.modules:
                        log.log_response(effect.request, reply)
                elif isinstance(effect, Read):
                    result = await read_body_async(effect, clock)
                elif isinstance(effect, Sleep):
                    clock.check_sleep(effect.seconds)
                    log.log_retry(effect.seconds)
                    await sleep(effect.seconds)
                elif isinstance(effect, Sign):
                    result = effect.sign(effect.request)
                    if hasattr(result, "__await__"):
                        result = await result
            except Exception as error:
                if isinstance(effect, Send):
                    log.log_failure(effect.request, error)
                effect = flow.throw(error)
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        returned: T = stop.value
        return returned
    except BaseException as error:
        flow.close()
        if reply is not None:
            await reply.close()
        result = None  # an error's body, as it came
        clear_traceback_frames(error)
        raise


async def read_body_async(effect: Read, clock: Deadline) -> bytes:
    """Read a reply's body whole from an async transport, and close it."""
    chunks: List[bytes] = []
    size = 0
    reply = effect.reply
    try:
        async for chunk in reply.chunks:
            chunks.append(chunk)
            size += len(chunk)
            if should_stop_reading(effect, size, clock):
                break
    finally:
        reply.chunks, reply.finished_at = (), time.monotonic()
        await reply.close()
    return b"".join(chunks)
