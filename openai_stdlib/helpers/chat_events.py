# SPDX-License-Identifier: MIT
"""Events that `chat.completions.stream()` emits. No I/O.

The snapshot and the parsed value of a content delta are computed on access: text is stored as a list of deltas and
joined when read, so that the cost of a chunk does not grow with the length of the message.
"""

from __future__ import annotations

from .events import Event, define_event

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

    from .partial_json import PartialJSON

ContentDoneEvent = define_event("ContentDoneEvent", "content.done", "content parsed")
RefusalDeltaEvent = define_event("RefusalDeltaEvent", "refusal.delta", "delta snapshot")
RefusalDoneEvent = define_event("RefusalDoneEvent", "refusal.done", "refusal")
FunctionToolCallArgumentsDeltaEvent = define_event(
    "FunctionToolCallArgumentsDeltaEvent",
    "tool_calls.function.arguments.delta",
    "name index arguments parsed_arguments arguments_delta",
)
FunctionToolCallArgumentsDoneEvent = define_event(
    "FunctionToolCallArgumentsDoneEvent",
    "tool_calls.function.arguments.done",
    "name index arguments parsed_arguments",
)
LogprobsContentDeltaEvent = define_event("LogprobsContentDeltaEvent", "logprobs.content.delta", "content snapshot")
LogprobsContentDoneEvent = define_event("LogprobsContentDoneEvent", "logprobs.content.done", "content")
LogprobsRefusalDeltaEvent = define_event("LogprobsRefusalDeltaEvent", "logprobs.refusal.delta", "refusal snapshot")
LogprobsRefusalDoneEvent = define_event("LogprobsRefusalDoneEvent", "logprobs.refusal.done", "refusal")

# Field of a choice's `logprobs` -> classes of its delta and done events.
LOGPROB_EVENTS = {
    "content": (LogprobsContentDeltaEvent, LogprobsContentDoneEvent),
    "refusal": (LogprobsRefusalDeltaEvent, LogprobsRefusalDoneEvent),
}


class ChunkEvent(Event):
    """A chunk as received. Its `snapshot` is the completion so far; it keeps growing with later chunks."""

    __slots__ = ("chunk", "_state")
    _fields = ("type", "chunk", "snapshot")
    type = "chunk"

    def __init__(self, chunk: Any, state: Any) -> None:
        self.chunk = chunk
        self._state = state

    @property
    def snapshot(self) -> Any:
        """The completion so far."""
        return self._state.current_completion_snapshot


class ContentDeltaEvent(Event):
    """A text delta of a message, with the text so far and its value parsed so far."""

    __slots__ = ("delta", "_text", "_count", "_partial", "_checkpoint")
    _fields = ("type", "delta", "snapshot", "parsed")
    type = "content.delta"

    def __init__(self, delta: str, text: TextBuffer, partial: Optional[PartialJSON]) -> None:
        self.delta = delta
        self._text = text
        self._count = len(text.deltas)
        self._partial = partial
        if partial is not None:
            self._checkpoint = partial.checkpoint()

    @property
    def snapshot(self) -> str:
        """The text up to and including this delta."""
        return self._text.prefix(self._count)

    @property
    def parsed(self) -> Any:
        """The value of the incomplete JSON text up to this delta, in plain dicts and lists; None without a format."""
        return None if self._partial is None else self._partial.value_at(self._checkpoint)


class TextBuffer:
    """A text that grows by deltas and is joined on access."""

    __slots__ = ("deltas", "_count", "_joined")

    def __init__(self, text: str) -> None:
        self.deltas = [text]
        self._count = 0
        self._joined = ""

    def prefix(self, count: int) -> str:
        """Return the first `count` deltas joined. Calls with a growing count join each delta once."""
        if count < self._count:
            return "".join(self.deltas[:count])
        if count > self._count:
            self._joined = "".join([self._joined] + self.deltas[self._count : count])
            self._count = count
        return self._joined
