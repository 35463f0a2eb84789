# SPDX-License-Identifier: MIT
"""Chat completions, live: `ChatCompletionStreamState` puts chunks together, `chat.completions.stream()` tells events.

The state is pure: chunks of any source in, events and a growing completion out. Texts are kept in pieces and joined
when they are read, partial JSON is read once, so a chunk costs the same however long the answer has become.
Neighbours: streams.py (the shells), deltas.py, partial_json.py, structured.py (what the whole becomes).
"""

from __future__ import annotations

from ..call.sentinels import is_given, omit
from ..results.models import apply_model
from ..results.objects import APIObject, to_api_objects
from .deltas import accumulate_delta, copy_untyped
from .event_streams import AsyncHelperStream, AsyncStreamManager, BaseEventStream, StreamManager
from .events import Event, event
from .flow import with_headers
from .structured_output import (
    chat_tools,
    check_finish,
    find_chat_function,
    is_parse_target,
    parse_content,
    parse_tool_arguments,
    to_parsed_completion,
    to_response_format_param,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional

    from .partial_json import PartialJSON

CHUNK = "chat.completion.chunk"
LOGPROBS = ("content", "refusal")

ContentDoneEvent = event("ContentDoneEvent", "content.done", "content parsed")
RefusalDeltaEvent = event("RefusalDeltaEvent", "refusal.delta", "delta snapshot")
RefusalDoneEvent = event("RefusalDoneEvent", "refusal.done", "refusal")
FunctionToolCallArgumentsDeltaEvent = event(
    "FunctionToolCallArgumentsDeltaEvent",
    "tool_calls.function.arguments.delta",
    "name index arguments parsed_arguments arguments_delta",
)
FunctionToolCallArgumentsDoneEvent = event(
    "FunctionToolCallArgumentsDoneEvent",
    "tool_calls.function.arguments.done",
    "name index arguments parsed_arguments",
)
LogprobsContentDeltaEvent = event("LogprobsContentDeltaEvent", "logprobs.content.delta", "content snapshot")
LogprobsContentDoneEvent = event("LogprobsContentDoneEvent", "logprobs.content.done", "content")
LogprobsRefusalDeltaEvent = event("LogprobsRefusalDeltaEvent", "logprobs.refusal.delta", "refusal snapshot")
LogprobsRefusalDoneEvent = event("LogprobsRefusalDoneEvent", "logprobs.refusal.done", "refusal")
LOGPROB_EVENTS = {
    "content": (LogprobsContentDeltaEvent, LogprobsContentDoneEvent),
    "refusal": (LogprobsRefusalDeltaEvent, LogprobsRefusalDoneEvent),
}


class ChunkEvent(Event):
    """A chunk as it came, and the completion so far, which goes on growing."""

    __slots__ = ("chunk", "_state")
    _fields = ("type", "chunk", "snapshot")
    type = "chunk"

    def __init__(self, chunk: Any, state: ChatCompletionStreamState) -> None:
        self.chunk = chunk
        self._state = state

    @property
    def snapshot(self) -> Any:
        """The completion so far."""
        return self._state.current_completion_snapshot


class ContentDeltaEvent(Event):
    """A piece of a message, what there is so far, and what that says so far if it is to be of a type."""

    __slots__ = ("delta", "_text", "_count", "_partial", "_mark")
    _fields = ("type", "delta", "snapshot", "parsed")
    type = "content.delta"

    def __init__(self, delta: str, text: TextBuffer, partial: Optional[PartialJSON]) -> None:
        self.delta = delta
        self._text = text
        self._count = len(text.pieces)
        self._partial = partial
        if partial is not None:
            self._mark = partial.checkpoint()

    @property
    def snapshot(self) -> str:
        """The text up to this piece."""
        return self._text.prefix(self._count)

    @property
    def parsed(self) -> Any:
        """What the text up to this piece says as JSON: plain dicts and lists."""
        return None if self._partial is None else self._partial.value_at(self._mark)


class TextBuffer:
    """A text that grows by pieces, and is joined when it is read."""

    __slots__ = ("pieces", "_count", "_joined")

    def __init__(self, text: str) -> None:
        self.pieces = [text]
        self._count = 0
        self._joined = ""

    def prefix(self, count: int) -> str:
        """Return the first pieces as one; cheap when read in order."""
        if count < self._count:
            return "".join(self.pieces[:count])
        if count > self._count:
            self._joined = "".join([self._joined] + self.pieces[self._count : count])
            self._count = count
        return self._joined


class ChoiceState:
    """One choice of a completion that grows."""

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
        self._call: Optional[int] = None  # the tool call that is being told
        if is_given(self.snapshot.get("logprobs")):
            self.snapshot["logprobs"] = copy_untyped(self.snapshot["logprobs"])
        self._begin_text()

    def _begin_text(self) -> None:
        content = self.message.get("content")
        if isinstance(content, str):
            self.text = TextBuffer(content)

    def update_snapshot(self) -> None:
        """Write what has come into the message."""
        text = self.text
        if text is not None:
            self.message["content"] = text.prefix(len(text.pieces))
            if self.partial is not None and "content" not in self._done:
                self.message.parsed = self.partial.value
        self.snapshot["message"] = self.message

    def parse_initial(self, told: bool) -> None:
        """Read the JSON that the choice begins with. Of the first chunk it is told with the second."""
        content = self.message.get("content")
        if content and self._state.kind is not None:
            self._parse_content(content)
            if not told:
                self.partial, self._deferred_parser = None, self.partial

    def add(self, choice: Any) -> None:
        """Add a chunk's piece of this choice."""
        delta = choice.get("delta") or {}
        content = delta.get("content")
        if len(delta) == 1 and self.text is not None and type(content) is str:
            self.text.pieces.append(content)
        elif delta:
            self._accumulate(delta)
        if content and self._state.kind is not None and not self.message.get("refusal"):
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
        before = self.message
        # Some servers say again with each chunk whose message it is.
        again = {n: v for n, v in dict.items(delta) if not (n == "role" and before.get(n) == v)}
        self.message = accumulate_delta(before, again)
        self._keep_parsed(before)
        self.snapshot["message"] = self.message
        if self.text is None:
            self._begin_text()
        elif isinstance(delta.get("content"), str):
            self.text.pieces.append(delta["content"])

    def _keep_parsed(self, before: Any) -> None:
        """Carry over what calls of tools were parsed into: it is beside what the server sent."""
        after = self.message.tool_calls or ()
        for old, new in zip(before.tool_calls or (), after):
            if old.function is not None and new.function is not None and old is not new:
                new.function.parsed_arguments = old.function.parsed_arguments

    def _parse_content(self, content: str) -> None:
        from .partial_json import PartialJSON

        if self.partial is None:
            self.partial, self._deferred_parser = self._deferred_parser or PartialJSON(), None
        try:
            self.partial.feed(content)
        except ValueError:
            pass  # told when the content is whole

    def _parse_tool_call(self, delta: Any) -> None:
        index = delta.get("index")
        function = self.message.tool_calls[index].function
        if function is None:
            return
        wanted = find_chat_function(self._state.tools, function.get("name"))
        if not (wanted and wanted.get("strict") and function.get("arguments")):
            return
        from .partial_json import PartialJSON

        partial = self.partial_calls.get(index)
        piece = (delta.get("function") or {}).get("arguments") or ""
        if partial is None:
            partial = self.partial_calls[index] = PartialJSON()
            piece = function["arguments"]
        try:
            partial.feed(piece)
        except ValueError:
            return
        function.parsed_arguments = partial.value_at(partial.checkpoint())

    def _add_logprobs(self, logprobs: Any) -> None:
        there = self.snapshot.get("logprobs")
        if there is None:
            self.snapshot["logprobs"] = APIObject((name, _listed(logprobs.get(name))) for name in LOGPROBS)
            return
        for name in LOGPROBS:
            if logprobs.get(name):
                there[name] = (there.get(name) or []) + logprobs[name]

    def events(self, choice: Any) -> Iterator[Any]:
        """Yield what a chunk's piece, which was added, has to tell."""
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
                    # A list of its own: the snapshot's goes on growing by new lists.
                    yield LOGPROB_EVENTS[name][0](logprobs[name], self.snapshot["logprobs"][name])
        if self.snapshot.get("finish_reason"):
            for told in self._done_events():
                yield told
        for call in delta.get("tool_calls") or ():
            if self._call != call["index"]:
                for told in self._done_events():
                    yield told
            self._call = call["index"]

    def _done_events(self) -> Iterator[Any]:
        for told in self._content_done_events():
            yield told
        for told in self._tool_done_events():
            yield told

    def _mark_done(self, what: Any) -> bool:
        """Tell whether something is done for the first time."""
        if what in self._done:
            return False
        self._done.add(what)
        return True

    def _content_done_events(self) -> Iterator[Any]:
        self.update_snapshot()
        message = self.message
        if message.get("content") and self._mark_done("content"):
            message.parsed = parse_content(message, self._state.kind)
            yield ContentDoneEvent(message["content"], message.parsed)
        if message.get("refusal") is not None and self._mark_done("refusal"):
            yield RefusalDoneEvent(message["refusal"])
        logprobs = self.snapshot.get("logprobs")
        for name in LOGPROBS:
            if logprobs is not None and logprobs.get(name) is not None and self._mark_done("logprobs " + name):
                yield LOGPROB_EVENTS[name][1](logprobs[name])

    def _tool_done_events(self) -> Iterator[Any]:
        index = self._call
        if index is None or not self._mark_done(index):
            return
        function = self.message.tool_calls[index].function
        if function is not None:
            wanted = find_chat_function(self._state.tools, function.name)
            function.parsed_arguments = parse_tool_arguments(wanted, function.arguments or "")
            yield FunctionToolCallArgumentsDoneEvent(
                function.name, index, function.arguments, function.parsed_arguments
            )


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, list) else value


class ChatCompletionStreamState:
    """Puts the chunks of a chat completion together, wherever they come from.

        state = ChatCompletionStreamState()
        for chunk in client.chat.completions.create(…, stream=True):
            for event in state.handle_chunk(chunk):
                …
        completion = state.get_final_completion()

    `response_format` and `input_tools` are those of the request; a type among them is what answers are parsed into.
    """

    def __init__(self, *, input_tools: Any = omit, response_format: Any = omit) -> None:
        self.tools: List[Any] = list(chat_tools(input_tools)) if is_given(input_tools) else []
        self.kind = response_format if is_parse_target(response_format) else None
        self.is_parseable = self.kind is not None or any(
            tool.get("type") == "function" and (tool.get("function") or {}).get("strict") for tool in self.tools
        )
        self._snapshot: Any = None
        self._choices: Dict[int, ChoiceState] = {}

    @property
    def current_completion_snapshot(self) -> Any:
        """The completion so far, a ParsedChatCompletion. Raises RuntimeError before the first chunk."""
        if self._snapshot is None:
            raise RuntimeError("No chunk has come yet")
        for choice in self._choices.values():
            choice.update_snapshot()
        return self._snapshot

    def get_final_completion(self) -> Any:
        """Return the completion, parsed; for use when the stream is at its end. Raises what `parse` does."""
        return to_parsed_completion(self.current_completion_snapshot.copy(), self.kind, self.tools)

    def handle_chunk(self, chunk: Any) -> List[Any]:
        """Add a chunk, an object or a dict, and return the events that it brings. The chunk is not changed."""
        if not isinstance(chunk, APIObject):
            chunk = apply_model(to_api_objects(chunk), "chat.ChatCompletionChunk")
        choices = chunk.get("choices") or ()
        snapshot = self._snapshot
        if snapshot is None:
            self._begin(chunk, choices)
        else:
            for choice in choices:
                self._add(choice)
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
            self._place(choice).parse_initial(told=False)

    def _place(self, choice: Any) -> ChoiceState:
        index = choice.get("index") or 0
        made = self._choices[index] = ChoiceState(self, choice)
        made.update_snapshot()
        self._snapshot["choices"] = [self._choices[place].snapshot for place in sorted(self._choices)]
        return made

    def _add(self, choice: Any) -> None:
        there = self._choices.get(choice.get("index") or 0)
        if there is None:
            # What this chunk says beside its delta is in the choice already.
            made = self._place(choice)
            made.parse_initial(told=True)
            made.add({**choice, "delta": None, "logprobs": None})
        else:
            there.add(choice)

    def handle(self, item: Any) -> List[Any]:
        """Add an item of a stream, where there may be others than chunks: Azure tells its filter's findings so."""
        return self.handle_chunk(item) if item.get("object") == CHUNK else []

    def reconnect(self, error: BaseException) -> None:
        """Return how to go on after a failure: a chat completion cannot."""
        return


class ChatCompletionStream(BaseEventStream):
    """The events of a chat completion, as they come. https://platform.openai.com/docs/api-reference/chat-streaming"""

    @property
    def current_completion_snapshot(self) -> Any:
        """The completion so far."""
        return self._state.current_completion_snapshot

    def get_final_completion(self) -> Any:
        """Read to the end, and return the whole as a ParsedChatCompletion."""
        self.until_done()
        return self._state.get_final_completion()


class AsyncChatCompletionStream(AsyncHelperStream):
    """Does what `ChatCompletionStream` does, for asyncio."""

    @property
    def current_completion_snapshot(self) -> Any:
        """The completion so far."""
        return self._state.current_completion_snapshot

    async def get_final_completion(self) -> Any:
        """Read to the end, and return the whole as a ParsedChatCompletion."""
        await self.until_done()
        return self._state.get_final_completion()


class ChatCompletionStreamManager(StreamManager):
    """What `chat.completions.stream()` gives, for a `with`."""


class AsyncChatCompletionStreamManager(AsyncStreamManager):
    """What `chat.completions.stream()` gives, for an `async with`."""


def stream_chat(client: Any, *, response_format: Any = omit, tools: Any = omit, **arguments: Any) -> Any:
    """Stream a chat completion and tell what happens in it: `with client.chat.completions.stream(…) as stream`.

    Takes the arguments of `parse`; the call is made when the `with` is entered. Events are told by `type`: chunk,
    content.delta and .done, refusal.delta and .done, tool_calls.function.arguments.delta and .done,
    logprobs.content.delta and .done, logprobs.refusal.delta and .done. An answer that is to be parsed and was cut off
    raises LengthFinishReasonError or ContentFilterFinishReasonError; one that isn't of its type, ParseError.
    """
    tools = chat_tools(tools)
    said = dict(
        with_headers(arguments, {"X-Stainless-Helper-Method": "chat.completions.stream"}),
        stream=True,
        response_format=to_response_format_param(response_format),
        tools=tools,
    )
    kind: Any = AsyncChatCompletionStream if client._class_prefix else ChatCompletionStream
    manager: Any = AsyncChatCompletionStreamManager if client._class_prefix else ChatCompletionStreamManager
    return manager(
        lambda: client.chat.completions.create(**said),
        lambda raw: kind(raw, ChatCompletionStreamState(input_tools=tools, response_format=response_format)),
    )
