# SPDX-License-Identifier: MIT
"""`LimitedCall`: delays each attempt of a call until the limits admit it, and reports what came of it. No I/O."""

from __future__ import annotations

from sys import modules

from ..call.call_observer import CallPart
from ..call.exchange import Send, Sleep
from ..call.helper_errors import RateLimitWaitError
from ..call.timeout import DeadlineExceeded
from .bucket import Permit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Generator, Optional

    from ..call.call_observer import Flow
    from ..call.message import Response
    from ..call.outcome import Outcome
    from ..call.prepare import Call
    from .limiter import RateLimiter

WAIT = "rate limit"  # the reason of the sleeps
MESSAGE = "rate_limiter: {} has to wait {:.1f} s for its {}, but {}; allow more time, or make fewer calls"


class LimitedCall(Permit, CallPart):
    """One call of a rate limiter, and what its last attempt has taken."""

    __slots__ = ("limiter", "call", "model", "ticket", "queue", "pause", "least")

    def __init__(self, limiter: RateLimiter, call: Call, model: str, estimate: float) -> None:
        super().__init__(estimate)
        self.limiter: RateLimiter = limiter
        self.call: Call = call
        self.model: str = model
        self.ticket: str = ""  # its place in a queue, if it waits
        self.queue: str = ""  # the key of the bucket that has it
        self.pause: float = 0.0  # seconds until it should look again
        self.least: float = 0.0  # seconds that it has to wait even if others give tokens back

    def watch(self, flow: Flow) -> Flow:
        """Run `flow`, and wait before each `Send`."""
        limiter = self.limiter
        try:
            effect = next(flow)
            while True:
                is_send = type(effect) is Send
                if is_send:
                    delay = limiter.admit(self)
                    if delay:
                        yield from self._wait(delay)
                try:
                    result = yield effect
                except Exception as error:
                    if is_send:
                        limiter.fail(self)
                    effect = flow.throw(error)
                else:
                    if is_send:
                        limiter.read(self, result)
                    effect = flow.send(result)
        except StopIteration as stop:
            response: Response = stop.value
            return response
        except BaseException:
            flow.close()
            raise

    def _wait(self, delay: float) -> Generator[Any, Any, None]:
        """Wait until the limits admit the attempt. Raises RateLimitWaitError if that would take too long."""
        limiter, waited = self.limiter, 0.0
        deadline = self.call.request.timeout.deadline
        if callable(deadline):
            deadline = deadline()  # the seconds that are left now
        try:
            if "logging" in modules:
                from ..call.log import log_wait

                log_wait(delay, self.model)
            while delay:
                if limiter.max_wait is not None and waited + self.least > limiter.max_wait:
                    raise self._build_error(waited + delay, "max_wait is {:g} s".format(limiter.max_wait))
                if isinstance(deadline, (int, float)) and waited + self.least >= deadline:
                    raise self._build_error(waited + delay, "the call's deadline is {:g} s".format(deadline))
                try:
                    yield Sleep(self.pause, WAIT)
                except DeadlineExceeded:
                    reason = "the deadline of the call is earlier"
                    raise self._build_error(waited + delay, reason) from None
                waited += self.pause
                delay = limiter.admit(self)
        finally:
            limiter.leave(self)

    def _build_error(self, seconds: float, reason: str) -> RateLimitWaitError:
        subject = "a call of the model {}".format(self.model)
        limits = "turn within the limits of requests and tokens"
        message = MESSAGE.format(subject, seconds, limits, reason)
        return RateLimitWaitError(message, wait=seconds, model=self.model)

    def finish(self, outcome: Outcome, error: Optional[BaseException]) -> None:
        """Correct the tokens that were taken by those that were used, if the server has told them."""
        if self.is_taken:
            usage = outcome.usage
            tokens = usage.get("total_tokens") if isinstance(usage, dict) else None
            if not isinstance(tokens, int):
                tokens = outcome.count_tokens().get("total")
            self.limiter.settle(self, tokens)
