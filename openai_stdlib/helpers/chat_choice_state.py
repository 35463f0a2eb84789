# SPDX-License-Identifier: MIT
"""State of one choice of a streamed chat completion: its message, log probabilities and events. No I/O.

`ChatCompletionStreamState` in chat_stream_state.py has one for each choice.
"""

from __future__ import annotations

from ..call.sentinels import is_given
from ..results.objects import APIObject
from .chat_events import (
    LOGPROB_EVENTS,
    ContentDeltaEvent,
    ContentDoneEvent,
    FunctionToolCallArgumentsDeltaEvent,
    FunctionToolCallArgumentsDoneEvent,
    RefusalDeltaEvent,
    RefusalDoneEvent,
)
from .chat_message import MessageState
from .deltas import copy_untyped
from .structured_output import check_finish, parse_content
from .tool_arguments import find_chat_function, is_complete, parse_tool_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, List, Optional, Tuple

    from .partial_json import PartialJSON
    from .tool_calls import ToolCall

LOGPROBS = ("content", "refusal")


class ChoiceState:
    """One choice of a completion that is being streamed."""

    def __init__(self, state: Any, choice: Any, key: Any) -> None:
        self._state = state
        self.snapshot: APIObject = APIObject((n, v) for n, v in dict.items(choice) if n != "delta")
        self.snapshot["index"] = key
        self._message = MessageState()
        self.message: Any = self._message.message
        self.partial: Optional[PartialJSON] = None
        self._deferred_parser: Optional[PartialJSON] = None
        self._done: set[Any] = set()
        self._latest_call: Optional[ToolCall] = None  # the tool call that is being streamed
        self._added_content: Optional[str] = None  # by the last chunk
        self._added_calls: List[Tuple[ToolCall, str]] = []
        if is_given(self.snapshot.get("logprobs")):
            self.snapshot["logprobs"] = copy_untyped(self.snapshot["logprobs"])
        self._add_delta(choice.get("delta") or {})

    def update_snapshot(self) -> None:
        """Write the buffered texts and their parsed values into the message."""
        message = self.snapshot["message"] = self._message.update()
        if self.partial is not None and "content" not in self._done:
            message.parsed = self.partial.value

    def parse_initial(self, is_emitted: bool) -> None:
        """Parse the content of the chunk that created this choice.

        `is_emitted` tells whether events show the parsed value at once. For the first chunk of a stream they show it
        from the second on, as in the `openai` package.
        """
        content = self._added_content
        if content and self._state.parse_target is not None:
            self._parse_content(content)
            if not is_emitted:
                self.partial, self._deferred_parser = None, self.partial

    def add(self, choice: Any) -> None:
        """Add a chunk's delta of this choice."""
        self._add_delta(choice.get("delta") or {})
        if self._added_content and self._state.parse_target is not None and not self._is_refused:
            self._parse_content(self._added_content)
        self.finish(choice)
        if choice.get("logprobs") is not None:
            self._add_logprobs(choice["logprobs"])

    def _add_delta(self, delta: Any) -> None:
        message = self._message
        self._added_content = message.add(delta)
        self._added_calls = message.add_calls(delta) if "tool_calls" in delta else []
        for call, text in self._added_calls:
            self._parse_tool_call(call, text)

    def finish(self, choice: Any) -> None:
        """Add the reason why the choice ended, if it did."""
        reason = choice.get("finish_reason")
        if reason:
            self.snapshot["finish_reason"] = reason
            if self._state.is_parseable:
                self.update_snapshot()
                check_finish(self.snapshot, self._state.current_completion_snapshot)

    @property
    def _is_refused(self) -> bool:
        refusal = self._message.refusal()
        return refusal is not None and bool(refusal.text)

    def _parse_content(self, content: str) -> None:
        from .partial_json import PartialJSON

        if self.partial is None:
            self.partial, self._deferred_parser = self._deferred_parser or PartialJSON(), None
        try:
            self.partial.feed(content)
        except ValueError:
            pass  # ParseError is raised when the content is complete

    def _parse_tool_call(self, call: ToolCall, text: str) -> None:
        function = call.function
        if function is None or function.text is None or not text:
            return
        definition = find_chat_function(self._state.tools, function.name)
        if not (definition and definition.get("strict")):
            return
        from .partial_json import PartialJSON

        if call.partial is None or function.text.deltas == [text]:
            call.partial = PartialJSON()
            text = function.text.text
        try:
            call.partial.feed(text)
        except ValueError:
            pass

    def _add_logprobs(self, logprobs: Any) -> None:
        snapshot = self.snapshot.get("logprobs")
        if snapshot is None:
            self.snapshot["logprobs"] = APIObject((name, _copy_list(logprobs.get(name))) for name in LOGPROBS)
            return
        for name in LOGPROBS:
            if logprobs.get(name):
                snapshot[name] = (snapshot.get(name) or []) + logprobs[name]

    def events(self, choice: Any) -> Iterator[Any]:
        """Yield the events of a chunk's choice that has been added."""
        delta = choice.get("delta") or {}
        content, text = self._added_content, self._message.content
        if content is not None and text is not None:
            yield ContentDeltaEvent(content, text, None if self._is_refused else self.partial)
        refusal = self._message.refusal()
        if delta.get("refusal") is not None and refusal is not None:
            yield RefusalDeltaEvent(delta["refusal"], refusal)
        for call, added in self._added_calls:
            if call.function is not None:
                yield FunctionToolCallArgumentsDeltaEvent(call, added)
        logprobs = choice.get("logprobs")
        if logprobs is not None:
            for name in LOGPROBS:
                if logprobs.get(name) and self.snapshot["logprobs"].get(name):
                    # The event may keep this list: _add_logprobs replaces it instead of extending it.
                    yield LOGPROB_EVENTS[name][0](logprobs[name], self.snapshot["logprobs"][name])
        if self.snapshot.get("finish_reason"):
            for event in self._done_events(self._message.calls):
                yield event
        for call, _ in self._added_calls:
            if self._latest_call is not call:
                for event in self._done_events([self._latest_call] if self._latest_call is not None else []):
                    yield event
            self._latest_call = call

    def _done_events(self, calls: List[ToolCall]) -> Iterator[Any]:
        """Yield the events of the parts that are complete, and of those of `calls` that are."""
        for event in self._content_done_events():
            yield event
        for call in calls:
            for event in self._tool_done_events(call):
                yield event

    def _mark_done(self, key: Any) -> bool:
        """Mark a part of the choice as done. Return whether it was not marked before."""
        if key in self._done:
            return False
        self._done.add(key)
        return True

    def _content_done_events(self) -> Iterator[Any]:
        content, refusal = self._message.content, self._message.refusal()
        if content is not None and content.text and self._mark_done("content"):
            self.update_snapshot()
            self.message.parsed = parse_content(self.message, self._state.parse_target)
            yield ContentDoneEvent(content.text, self.message.parsed)
        if refusal is not None and self._mark_done("refusal"):
            yield RefusalDoneEvent(refusal.text)
        logprobs = self.snapshot.get("logprobs")
        for name in LOGPROBS:
            if logprobs is not None and logprobs.get(name) is not None and self._mark_done("logprobs " + name):
                yield LOGPROB_EVENTS[name][1](logprobs[name])

    def _tool_done_events(self, call: ToolCall) -> Iterator[Any]:
        function = call.function
        if function is None or call.place in self._done:
            return
        arguments = function.text.text if function.text is not None else None
        if not self.snapshot.get("finish_reason") and arguments and not is_complete(arguments):
            return  # another call has interrupted this one, which will be continued
        self._done.add(call.place)
        definition = find_chat_function(self._state.tools, function.name)
        call.parsed = parse_tool_arguments(definition, arguments)
        yield FunctionToolCallArgumentsDoneEvent(function.name, call.place, arguments, call.parsed)


def _copy_list(value: Any) -> Any:
    if not isinstance(value, (list, type(None))):
        raise TypeError("log probabilities are not a list")
    return None if value is None else list(value)
