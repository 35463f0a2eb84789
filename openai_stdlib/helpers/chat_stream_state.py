# SPDX-License-Identifier: MIT
"""State of a streamed chat completion: `ChatCompletionStreamState` turns chunks into events and a growing completion.

No I/O: the chunks may come from any source. Text is stored as deltas and partial JSON is parsed incrementally, so the
cost of a chunk does not grow with the length of the message.
https://platform.openai.com/docs/api-reference/chat-streaming
"""

from __future__ import annotations

from ..call.sentinels import is_given, omit
from ..results.guard import InvalidStreamError, guard
from ..results.models import apply_model, subscript
from ..results.objects import APIObject, to_api_objects
from .chat_choice_state import ChoiceState
from .chat_events import ChunkEvent
from .deltas import copy_untyped
from .structured_output import chat_tools, is_parse_target, to_parsed_completion
from .tool_calls import index_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Sequence

CHUNK = "chat.completion.chunk"
REPLACED_FIELDS = ("usage", "system_fingerprint")  # the latest value counts
KEPT_FIELDS = ("id", "model", "created", "service_tier")  # the first value counts, unless it is blank
CHUNK_FIELDS = frozenset(("choices",) + REPLACED_FIELDS + KEPT_FIELDS)


class ChatCompletionStreamState:
    """Accumulates the chunks of a chat completion, from any source.

        state = ChatCompletionStreamState()
        for chunk in client.chat.completions.create(…, stream=True):
            for event in state.handle_chunk(chunk):
                …
        completion = state.get_final_completion()

    Pass the `response_format` and `input_tools` of the request; the content and arguments are parsed into their types.
    """

    __class_getitem__: Any = classmethod(subscript)

    def __init__(self, *, input_tools: Any = omit, response_format: Any = omit) -> None:
        self.tools: List[Any] = list(chat_tools(input_tools)) if is_given(input_tools) else []
        self.parse_target: Any = response_format if is_parse_target(response_format) else None
        self.is_parseable: bool = self.parse_target is not None or any(
            tool.get("type") == "function" and (tool.get("function") or {}).get("strict") for tool in self.tools
        )
        self.response: Any = None  # the HTTP response, for error messages
        self._snapshot: Any = None
        self._choices: Dict[Any, ChoiceState] = {}
        self._early_fields: Dict[str, Any] = {}  # that came before the first chunk
        self._untold_fields: Sequence[str] = KEPT_FIELDS  # of these, those without a value

    @property
    def current_completion_snapshot(self) -> Any:
        """The completion so far, a ParsedChatCompletion. Raises RuntimeError before the first chunk."""
        return self._update_snapshot()

    def _update_snapshot(self) -> Any:
        if self._snapshot is None:
            raise InvalidStreamError(self.response, message="No chunk has been received yet")
        for choice in self._choices.values():
            choice.update_snapshot()
        return self._snapshot

    def get_final_completion(self) -> Any:
        """Return the parsed completion; call it after the last chunk. Raises the errors of `parse`."""
        return guard("completion", self._parse_completion, self._update_snapshot().copy(), self.response)

    def _parse_completion(self, completion: Any) -> Any:
        return to_parsed_completion(completion, self.parse_target, self.tools)

    def handle_chunk(self, chunk: Any) -> List[Any]:
        """Add a chunk, an object or a dict, and return its events. The chunk is not changed.

        Raises, if the completion is to be parsed, LengthFinishReasonError or ContentFilterFinishReasonError when it was
        cut off, and ParseError for complete content or arguments that do not match their type. Raises
        APIResponseValidationError for an invalid chunk; an object without anything of a chunk has no events.
        """
        return guard("chunk", self._handle_chunk, chunk, self.response)  # type: ignore[no-any-return]

    def _handle_chunk(self, chunk: Any) -> List[Any]:
        if not isinstance(chunk, dict) or ("choices" not in chunk and CHUNK_FIELDS.isdisjoint(chunk)):
            return []
        if not isinstance(chunk, APIObject):
            chunk = apply_model(to_api_objects(chunk), "chat.ChatCompletionChunk")
        choices = chunk.get("choices") or ()
        if self._snapshot is None:
            added = self._begin(chunk, choices)
        else:
            added = [
                (self._add_choice_delta(choice, place), choice)
                for place, choice in enumerate(choices)
                if choice is not None
            ]
            self._add_fields(chunk)
        events: List[Any] = [ChunkEvent(chunk, self)]
        for state, choice in added:
            events.extend(state.events(choice))
        return events

    def _begin(self, chunk: Any, choices: Any) -> List[Any]:
        fields = {name: value for name, value in dict.items(chunk) if name not in ("obfuscation", "choices")}
        snapshot = APIObject({"system_fingerprint": None, **fields, "choices": [], "object": "chat.completion"})
        self._snapshot = apply_model(snapshot, "chat.ParsedChatCompletion")
        for name, value in self._early_fields.items():
            snapshot[name] = snapshot.get(name) or value
        self._untold_fields = [name for name in KEPT_FIELDS if not snapshot.get(name)]
        added = []
        for place, choice in enumerate(choices):
            if choice is None:
                continue
            state = self._create_choice(choice, _choice_key(choice, place))
            state.parse_initial(is_emitted=False)
            added.append((state, choice))
        return added

    def _add_fields(self, chunk: Any) -> None:
        """Add the fields of the completion itself. Null and blank values change nothing."""
        snapshot = self._early_fields if self._snapshot is None else self._snapshot
        for name in REPLACED_FIELDS:
            value = chunk.get(name)
            if value is not None and value != "":
                snapshot[name] = value
        for name in self._untold_fields:
            if chunk.get(name):
                snapshot[name] = chunk[name]
                self._untold_fields = [name for name in KEPT_FIELDS if not snapshot.get(name)]
        if chunk.get("moderation") is not None:
            snapshot["moderation"] = copy_untyped(chunk["moderation"])

    def _create_choice(self, choice: Any, key: Any) -> ChoiceState:
        state = self._choices[key] = ChoiceState(self, choice, key)
        state.update_snapshot()
        self._snapshot["choices"] = [self._choices[key].snapshot for key in sorted(self._choices, key=_sort_key)]
        return state

    def _add_choice_delta(self, choice: Any, place: int) -> ChoiceState:
        key = _choice_key(choice, place)
        state = self._choices.get(key)
        if state is None:
            # The constructor has already taken over the delta and the logprobs of this chunk.
            state = self._create_choice(choice, key)
            state.parse_initial(is_emitted=True)
            state.finish(choice)
        else:
            state.add(choice)
        return state

    def handle(self, item: Any) -> List[Any]:
        """Add an item of a stream and return its events.

        Some servers don't say that their chunks are chunks. Of what doesn't, items that have neither choices nor usage,
        such as the content filter results of Azure, emit no events.
        """
        if isinstance(item, dict) and item.get("object") != CHUNK and not (item.get("choices") or item.get("usage")):
            if not item.get("object"):
                self._add_fields(item)
            return []
        return self.handle_chunk(item)

    def reconnect(self, error: BaseException) -> None:
        """Return None: a broken stream of a chat completion cannot be resumed."""
        return


def _choice_key(choice: Any, place: int) -> Any:
    """Return the index of a choice, or its place in the chunk if it has none."""
    index = choice.get("index")
    key = index if type(index) is int else index_key(index)
    return place if key is None else key


def _sort_key(key: Any) -> Any:
    return (isinstance(key, str), key)
