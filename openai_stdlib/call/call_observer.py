# SPDX-License-Identifier: MIT
"""`CallObserver`: what watches one call from its first attempt to the end of its result.

Hooks, rate limiters and ledgers are parts of it. A part sees the effects of exchange.py, because its `watch` is a
generator around that one, and in the end the `Outcome`. No I/O of its own, no clock.
"""

from __future__ import annotations

from .drivers import check_result_deadline
from .outcome import Outcome

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Generator, List, Optional

    from .drivers import Deadline
    from .exchange import Effect
    from .message import Response
    from .prepare import Call

    Flow = Generator[Effect, Any, Response]


class CallPart:
    """What one feature does with one call. Each method does nothing until a class overrides it."""

    __slots__ = ()

    def watch(self, flow: Flow) -> Flow:
        """Return a generator that runs `flow`: it may see, delay and add effects. It must not catch errors for good."""
        return flow

    def on_first_item(self, outcome: Outcome) -> None:
        """See that the first item of a stream has arrived."""

    on_items: Any = None  # a part that reads the items of a stream has a method here: (items) -> None

    def finish(self, outcome: Outcome, error: Optional[BaseException]) -> None:
        """See how the call ended: with its outcome, or also with an error. Called once."""


class CallObserver:
    """Runs the parts of one call. The response has it as `observer`, so whoever reads the result can report it."""

    __slots__ = ("call", "outcome", "error", "_parts", "_ended", "_closes")

    def __init__(self, call: Call, parts: List[Any]) -> None:
        self.call: Call = call
        self.outcome: Outcome = Outcome()
        self.error: Optional[BaseException] = None  # that ends a stream
        self._parts = parts  # the first one is next to the exchange
        self._ended = False
        self._closes = 0

    def watch(self, flow: Flow) -> Flow:
        """Run the exchange of the call within its parts."""
        for part in self._parts:
            flow = part.watch(flow)
        try:
            response = yield from flow
        except GeneratorExit as error:  # the driver was interrupted, by what it handles while it closes this
            self.end(error.__context__ or error)
            raise
        except BaseException as error:
            self.end(error)
            raise
        response.observer = self
        self.outcome.response = response
        return response

    def build_result(self, client: Any, call: Call, response: Response, deadline: Deadline) -> Any:
        """Convert a successful response to the result of the call, and see how that ended."""
        if call.stream:
            return client._open_stream(call, response, deadline)
        try:
            result = client._parse_response(call, response)
            if deadline.expires_at is not None:
                check_result_deadline(response, deadline)
        except BaseException as error:
            self.end(error)
            raise
        self.on_result(result)
        return result

    def on_result(self, result: Any) -> None:
        """See the result of a call that is not a stream, which ends it."""
        if not self._ended:
            self.outcome.read(result)
            self.outcome.result = result
            self.end(None)

    def on_items(self, items: List[Any]) -> None:
        """See the next items of a stream."""
        outcome = self.outcome
        is_first = not outcome.item_count
        outcome.read_items(items)
        for part in self._parts:
            if is_first:
                part.on_first_item(outcome)
            if part.on_items is not None:
                part.on_items(items)

    def on_raw_response(self, response: Response) -> None:
        """See a response that is returned instead of the result, and perhaps never parsed."""
        if response.is_read and not self._ended:
            from json import loads

            from .json_body import load_json

            try:
                result = load_json(response.body, response.encoding, loads)
            except ValueError:  # not JSON
                result = None
            self.on_result(result)

    def on_close(self, response: Response) -> None:
        """See that the response was closed. That ends a stream, and a body that was not read as the usual result."""
        # A body that is being read (`chunks` is None) is closed, too, and its result comes afterwards, if at all.
        self._closes += 1
        if self.call.stream or response.chunks is not None or self._closes > 1:
            self.end(self.error)

    def end(self, error: Optional[BaseException]) -> None:
        """Have each part finish, unless the call has ended already."""
        if not self._ended:
            self._ended = True
            outcome = self.outcome
            try:
                for part in self._parts:
                    part.finish(outcome, error)
            finally:
                outcome.response = outcome.result = None  # reference cycles would keep both until a garbage collection
