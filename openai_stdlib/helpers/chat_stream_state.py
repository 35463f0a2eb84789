# SPDX-License-Identifier: MIT
"""State of a streamed chat completion: `ChatCompletionStreamState` turns chunks into events and a growing completion.

No I/O: the chunks may come from any source. Text is stored as deltas and partial JSON is parsed incrementally, so the
cost of a chunk does not grow with the length of the message.
https://platform.openai.com/docs/api-reference/chat-streaming
"""

from __future__ import annotations

from ..call.sentinels import is_given, omit
from ..results.models import apply_model
from ..results.objects import APIObject, to_api_objects
from .chat_events import (
    LOGPROB_EVENTS,
    ChunkEvent,
    ContentDeltaEvent,
    ContentDoneEvent,
    FunctionToolCallArgumentsDeltaEvent,
    FunctionToolCallArgumentsDoneEvent,
    RefusalDeltaEvent,
    RefusalDoneEvent,
    TextBuffer,
)
from .deltas import accumulate_delta, copy_untyped
from .structured_output import (
    chat_tools,
    check_finish,
    find_chat_function,
    is_parse_target,
    parse_content,
    parse_tool_arguments,
    to_parsed_completion,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional

    from .partial_json import PartialJSON

CHUNK = "chat.completion.chunk"
LOGPROBS = ("content", "refusal")


class ChatCompletionStreamState:
    """Accumulates the chunks of a chat completion, from any source.

        state = ChatCompletionStreamState()
        for chunk in client.chat.completions.create(…, stream=True):
            for event in state.handle_chunk(chunk):
                …
        completion = state.get_final_completion()

    Pass the `response_format` and `input_tools` of the request; the content and arguments are parsed into their types.
    """

    def __init__(self, *, input_tools: Any = omit, response_format: Any = omit) -> None:
        self.tools: List[Any] = list(chat_tools(input_tools)) if is_given(input_tools) else []
        self.parse_target = response_format if is_parse_target(response_format) else None
        self.is_parseable = self.parse_target is not None or any(
            tool.get("type") == "function" and (tool.get("function") or {}).get("strict") for tool in self.tools
        )
        self._snapshot: Any = None
        self._choices: Dict[int, ChoiceState] = {}

    @property
    def current_completion_snapshot(self) -> Any:
        """The completion so far, a ParsedChatCompletion. Raises RuntimeError before the first chunk."""
        if self._snapshot is None:
            raise RuntimeError("No chunk has been received yet")
        for choice in self._choices.values():
            choice.update_snapshot()
        return self._snapshot

    def get_final_completion(self) -> Any:
        """Return the parsed completion; call it after the last chunk. Raises the errors of `parse`."""
        return to_parsed_completion(self.current_completion_snapshot.copy(), self.parse_target, self.tools)

    def handle_chunk(self, chunk: Any) -> List[Any]:
        """Add a chunk, an object or a dict, and return its events. The chunk is not changed.

        Raises, if the completion is to be parsed, LengthFinishReasonError or ContentFilterFinishReasonError when it was
        cut off, and ParseError for complete content or arguments that do not match their type.
        """
        if not isinstance(chunk, APIObject):
            chunk = apply_model(to_api_objects(chunk), "chat.ChatCompletionChunk")
        choices = chunk.get("choices") or ()
        snapshot = self._snapshot
        if snapshot is None:
            self._begin(chunk, choices)
        else:
            for choice in choices:
                self._add_choice_delta(choice)
            snapshot["usage"] = chunk.get("usage")
            snapshot["system_fingerprint"] = chunk.get("system_fingerprint")
            if chunk.get("moderation") is not None:
                snapshot["moderation"] = copy_untyped(chunk["moderation"])
        events: List[Any] = [ChunkEvent(chunk, self)]
        for choice in choices:
            events.extend(self._choices[choice.get("index") or 0].events(choice))
        return events

    def _begin(self, chunk: Any, choices: Any) -> None:
        fields = {name: value for name, value in dict.items(chunk) if name not in ("obfuscation", "choices")}
        snapshot = APIObject({"system_fingerprint": None, **fields, "choices": [], "object": "chat.completion"})
        self._snapshot = apply_model(snapshot, "chat.ParsedChatCompletion")
        for choice in choices:
            self._create_choice(choice).parse_initial(is_emitted=False)

    def _create_choice(self, choice: Any) -> ChoiceState:
        index = choice.get("index") or 0
        state = self._choices[index] = ChoiceState(self, choice)
        state.update_snapshot()
        self._snapshot["choices"] = [self._choices[key].snapshot for key in sorted(self._choices)]
        return state

    def _add_choice_delta(self, choice: Any) -> None:
        state = self._choices.get(choice.get("index") or 0)
        if state is None:
            # The constructor has already taken over the delta and the logprobs of this chunk.
            state = self._create_choice(choice)
            state.parse_initial(is_emitted=True)
            state.add({**choice, "delta": None, "logprobs": None})
        else:
            state.add(choice)

    def handle(self, item: Any) -> List[Any]:
        """Add an item of a stream and return its events.

        Items that are not chunks emit none; Azure sends its content filter results as such items.
        """
        return self.handle_chunk(item) if item.get("object") == CHUNK else []

    def reconnect(self, error: BaseException) -> None:
        """Return None: a broken stream of a chat completion cannot be resumed."""
        return


class ChoiceState:
    """One choice of a completion that is being streamed."""

    def __init__(self, state: ChatCompletionStreamState, choice: Any) -> None:
        self._state = state
        self.snapshot = APIObject((n, v) for n, v in dict.items(choice) if n != "delta")
        self.message: Any = apply_model(
            accumulate_delta(APIObject(), choice.get("delta") or {}), "chat.ParsedChatCompletionMessage"
        )
        self.text: Optional[TextBuffer] = None
        self.partial: Optional[PartialJSON] = None
        self.partial_calls: Dict[int, PartialJSON] = {}
        self._deferred_parser: Optional[PartialJSON] = None
        self._done: set[Any] = set()
        self._tool_index: Optional[int] = None  # of the tool call that is being streamed
        if is_given(self.snapshot.get("logprobs")):
            self.snapshot["logprobs"] = copy_untyped(self.snapshot["logprobs"])
        self._begin_text()

    def _begin_text(self) -> None:
        content = self.message.get("content")
        if isinstance(content, str):
            self.text = TextBuffer(content)

    def update_snapshot(self) -> None:
        """Write the buffered text and its parsed value into the message."""
        text = self.text
        if text is not None:
            self.message["content"] = text.prefix(len(text.deltas))
            if self.partial is not None and "content" not in self._done:
                self.message.parsed = self.partial.value
        self.snapshot["message"] = self.message

    def parse_initial(self, is_emitted: bool) -> None:
        """Parse the content of the chunk that created this choice.

        `is_emitted` tells whether events show the parsed value at once. For the first chunk of a stream they show it
        from the second on, as in the `openai` package.
        """
        content = self.message.get("content")
        if content and self._state.parse_target is not None:
            self._parse_content(content)
            if not is_emitted:
                self.partial, self._deferred_parser = None, self.partial

    def add(self, choice: Any) -> None:
        """Add a chunk's delta of this choice."""
        delta = choice.get("delta") or {}
        content = delta.get("content")
        if len(delta) == 1 and self.text is not None and type(content) is str:
            self.text.deltas.append(content)
        elif delta:
            self._accumulate(delta)
        if content and self._state.parse_target is not None and not self.message.get("refusal"):
            self._parse_content(content)
        reason = choice.get("finish_reason")
        if reason:
            self.snapshot["finish_reason"] = reason
            if self._state.is_parseable:
                self.update_snapshot()
                check_finish(self.snapshot, self._state.current_completion_snapshot)
        for call in delta.get("tool_calls") or ():
            self._parse_tool_call(call)
        if choice.get("logprobs") is not None:
            self._add_logprobs(choice["logprobs"])

    def _accumulate(self, delta: Any) -> None:
        self.update_snapshot()
        previous = self.message
        # Some servers repeat the role in each chunk; it must not be concatenated.
        changes = {n: v for n, v in dict.items(delta) if not (n == "role" and previous.get(n) == v)}
        self.message = accumulate_delta(previous, changes)
        self._copy_parsed_arguments(previous)
        self.snapshot["message"] = self.message
        if self.text is None:
            self._begin_text()
        elif isinstance(delta.get("content"), str):
            self.text.deltas.append(delta["content"])

    def _copy_parsed_arguments(self, previous: Any) -> None:
        """Copy the parsed arguments of tool calls from the previous message; they are not among the fields sent."""
        for old, new in zip(previous.tool_calls or (), self.message.tool_calls or ()):
            if old.function is not None and new.function is not None and old is not new:
                new.function.parsed_arguments = old.function.parsed_arguments

    def _parse_content(self, content: str) -> None:
        from .partial_json import PartialJSON

        if self.partial is None:
            self.partial, self._deferred_parser = self._deferred_parser or PartialJSON(), None
        try:
            self.partial.feed(content)
        except ValueError:
            pass  # ParseError is raised when the content is complete

    def _parse_tool_call(self, delta: Any) -> None:
        index = delta.get("index")
        function = self.message.tool_calls[index].function
        if function is None:
            return
        definition = find_chat_function(self._state.tools, function.get("name"))
        if not (definition and definition.get("strict") and function.get("arguments")):
            return
        from .partial_json import PartialJSON

        partial = self.partial_calls.get(index)
        text = (delta.get("function") or {}).get("arguments") or ""
        if partial is None:
            partial = self.partial_calls[index] = PartialJSON()
            text = function["arguments"]
        try:
            partial.feed(text)
        except ValueError:
            return
        function.parsed_arguments = partial.value_at(partial.checkpoint())

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
        content = delta.get("content")
        if content is not None and self.text is not None:
            yield ContentDeltaEvent(content, self.text, self.partial if not self.message.get("refusal") else None)
        if delta.get("refusal") is not None and self.message.get("refusal") is not None:
            yield RefusalDeltaEvent(delta["refusal"], self.message["refusal"])
        for call in delta.get("tool_calls") or ():
            function = self.message.tool_calls[call["index"]].function
            if function is not None:
                yield FunctionToolCallArgumentsDeltaEvent(
                    function.name,
                    call["index"],
                    function.arguments,
                    function.parsed_arguments,
                    (call.get("function") or {}).get("arguments") or "",
                )
        logprobs = choice.get("logprobs")
        if logprobs is not None:
            for name in LOGPROBS:
                if logprobs.get(name) and self.snapshot["logprobs"].get(name):
                    # The event may keep this list: _add_logprobs replaces it instead of extending it.
                    yield LOGPROB_EVENTS[name][0](logprobs[name], self.snapshot["logprobs"][name])
        if self.snapshot.get("finish_reason"):
            for event in self._done_events():
                yield event
        for call in delta.get("tool_calls") or ():
            if self._tool_index != call["index"]:
                for event in self._done_events():
                    yield event
            self._tool_index = call["index"]

    def _done_events(self) -> Iterator[Any]:
        for event in self._content_done_events():
            yield event
        for event in self._tool_done_events():
            yield event

    def _mark_done(self, key: Any) -> bool:
        """Mark a part of the choice as done. Return whether it was not marked before."""
        if key in self._done:
            return False
        self._done.add(key)
        return True

    def _content_done_events(self) -> Iterator[Any]:
        self.update_snapshot()
        message = self.message
        if message.get("content") and self._mark_done("content"):
            message.parsed = parse_content(message, self._state.parse_target)
            yield ContentDoneEvent(message["content"], message.parsed)
        if message.get("refusal") is not None and self._mark_done("refusal"):
            yield RefusalDoneEvent(message["refusal"])
        logprobs = self.snapshot.get("logprobs")
        for name in LOGPROBS:
            if logprobs is not None and logprobs.get(name) is not None and self._mark_done("logprobs " + name):
                yield LOGPROB_EVENTS[name][1](logprobs[name])

    def _tool_done_events(self) -> Iterator[Any]:
        index = self._tool_index
        if index is None or not self._mark_done(index):
            return
        function = self.message.tool_calls[index].function
        if function is not None:
            definition = find_chat_function(self._state.tools, function.name)
            function.parsed_arguments = parse_tool_arguments(definition, function.arguments or "")
            yield FunctionToolCallArgumentsDoneEvent(
                function.name, index, function.arguments, function.parsed_arguments
            )


def _copy_list(value: Any) -> Any:
    return list(value) if isinstance(value, list) else value
