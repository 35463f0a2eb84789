# SPDX-License-Identifier: MIT
"""Events that `chat.completions.stream()` emits. No I/O.

The snapshots and parsed values of deltas are computed on access: text is stored as a list of deltas and joined when
read, so that the cost of a chunk does not grow with the length of the message.
"""

from __future__ import annotations

from .events import Event, define_event
from .text import TextBuffer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

    from .partial_json import PartialJSON
    from .tool_calls import ToolCall

ContentDoneEvent: Any = define_event("ContentDoneEvent", "content.done", "content parsed")
RefusalDoneEvent: Any = define_event("RefusalDoneEvent", "refusal.done", "refusal")
FunctionToolCallArgumentsDoneEvent: Any = define_event(
    "FunctionToolCallArgumentsDoneEvent",
    "tool_calls.function.arguments.done",
    "name index arguments parsed_arguments",
)
LogprobsContentDeltaEvent: Any = define_event("LogprobsContentDeltaEvent", "logprobs.content.delta", "content snapshot")
LogprobsContentDoneEvent: Any = define_event("LogprobsContentDoneEvent", "logprobs.content.done", "content")
LogprobsRefusalDeltaEvent: Any = define_event("LogprobsRefusalDeltaEvent", "logprobs.refusal.delta", "refusal snapshot")
LogprobsRefusalDoneEvent: Any = define_event("LogprobsRefusalDoneEvent", "logprobs.refusal.done", "refusal")

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
        self.chunk: Any = chunk
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
        self.delta: str = delta
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


class RefusalDeltaEvent(Event):
    """A delta of the text with which the model refuses, with that text so far."""

    __slots__ = ("delta", "_text", "_count")
    _fields = ("type", "delta", "snapshot")
    type = "refusal.delta"

    def __init__(self, delta: str, text: TextBuffer) -> None:
        self.delta: str = delta
        self._text = text
        self._count = len(text.deltas)

    @property
    def snapshot(self) -> str:
        """The text up to and including this delta."""
        return self._text.prefix(self._count)


class FunctionToolCallArgumentsDeltaEvent(Event):
    """A delta of the arguments of a function, with the arguments so far and their value parsed so far."""

    __slots__ = ("name", "index", "arguments_delta", "_text", "_count", "_partial", "_checkpoint")
    _fields = ("type", "name", "index", "arguments", "parsed_arguments", "arguments_delta")
    type = "tool_calls.function.arguments.delta"

    def __init__(self, call: ToolCall, delta: str) -> None:
        self.name: str = call.name
        self.index: int = call.place
        self.arguments_delta: str = delta
        self._text = call.part.text if call.part is not None else None
        self._count = len(self._text.deltas) if self._text is not None else 0
        self._partial = call.partial
        if call.partial is not None:
            self._checkpoint = call.partial.checkpoint()

    @property
    def arguments(self) -> Optional[str]:
        """The arguments up to and including this delta, as JSON text; None if there are none yet."""
        return None if self._text is None else self._text.prefix(self._count)

    @property
    def parsed_arguments(self) -> Any:
        """The value of these arguments, in plain dicts and lists; None if the function is not strict."""
        return None if self._partial is None else self._partial.value_at(self._checkpoint)
