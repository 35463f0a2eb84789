# SPDX-License-Identifier: MIT
"""`ResponsesWebSocketAccumulator`: events of one response on a WebSocket, as snapshots of its output. No I/O.

`ResponseStreamState` does this for streams, whose events come in order. On a WebSocket a program may begin in the
middle, and events may lack what they extend; the tables here say what each event changes.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..results.models import apply_model
from ..results.objects import APIObject, to_api_objects
from .response_output import (
    OutputItem,
    copy_fields,
    get_field,
    read_index,
    read_list,
    read_optional_text,
    read_text,
)
from .response_progress import ANNOTATION_EVENT, PROGRESS, add_annotation
from .session_limits import ResponsesWebSocketError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional, Tuple

TERMINAL_EVENTS = frozenset(("response.completed", "response.failed", "response.incomplete"))
LIFECYCLE_EVENTS = TERMINAL_EVENTS | {"response.created", "response.queued", "response.in_progress"}
# Progress that may come before its item. First words of the type -> name of the text, field of the finished text,
# field of the index.
EARLY_TEXTS: Dict[str, Tuple[str, str, Optional[str]]] = {
    "output_text": ("text", "text", "content_index"),
    "refusal": ("refusal", "refusal", "content_index"),
    "function_call_arguments": ("arguments", "arguments", None),
    "mcp_call_arguments": ("arguments", "arguments", None),
    "custom_tool_call_input": ("input", "input", None),
}


@dataclass(frozen=True)
class ResponsesWebSocketOutput:
    """One output item of a snapshot. `text` has its texts with their content indexes."""

    output_index: int
    item_id: Optional[str]
    type: Optional[str]
    name: Optional[str]
    call_id: Optional[str]
    arguments: str
    input: str
    text: Tuple[Tuple[int, str], ...]


@dataclass(frozen=True)
class ResponsesWebSocketSnapshot:
    """What is known of a response; `terminal_type` is None until it has ended."""

    stream_id: Optional[str]
    response_id: Optional[str]
    terminal_type: Optional[str]
    output: Tuple[ResponsesWebSocketOutput, ...]

    @property
    def output_text(self) -> str:
        """The texts of all items, joined."""
        return "".join(text for item in self.output for _, text in item.text)


class ResponsesWebSocketAccumulator:
    """Accumulates the events of one response that the program passes to `add_event`.

    It reads and sends nothing. Call `reset` before the next response. Not for several threads at once.
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget everything, to begin with another response. Snapshots made before stay as they are."""
        self._stream_id: Optional[str] = None
        self._is_bound = False  # whether `_stream_id` is that of the response
        self._response_id: Optional[str] = None
        self._terminal_type: Optional[str] = None
        self._response: Optional[Dict[str, Any]] = None
        self._final: Any = None
        self._error: Optional[Exception] = None
        self._items: Dict[int, OutputItem] = {}

    def snapshot(self) -> ResponsesWebSocketSnapshot:
        """Return the output so far: texts, arguments and inputs. It takes as long as the output is large."""
        output = tuple(
            ResponsesWebSocketOutput(
                output_index=index,
                item_id=item.item_id,
                type=item.type,
                name=item.name,
                call_id=item.call_id,
                arguments=item.join_text("arguments"),
                input=item.join_text("input"),
                text=tuple(item.join_texts("text")),
            )
            for index, item in sorted(self._items.items())
        )
        return ResponsesWebSocketSnapshot(self._stream_id, self._response_id, self._terminal_type, output)

    def detailed_snapshot(self) -> Dict[str, Any]:
        """Return everything that is known as dicts and lists, which the program may change.

        `response` has the fields of the response but its output. `output` has a row for each item; the rows of its
        `content`, of their annotations and of `shell_output` name their indexes, because these may have holes.
        """
        return {
            "stream_id": self._stream_id,
            "response_id": self._response_id,
            "terminal_type": self._terminal_type,
            "response": None if self._response is None else copy_fields(self._response),
            "output": [{"output_index": index, **item.describe()} for index, item in sorted(self._items.items())],
        }

    def get_final_response(self) -> Any:
        """Return a copy of the response as its terminal event has it, also of a failed or incomplete one.

        Raises RuntimeError before that event, and again the error that ended the response.
        """
        if self._error is not None:
            raise self._error
        if self._final is None:
            raise RuntimeError("get_final_response: the response has not ended; add its events until it has")
        return self._final.model_copy(deep=True)

    def add_event(self, event: Any) -> None:
        """Add an event, which is not changed. Events of other kinds are ignored.

        What is sent as a whole replaces what deltas have made of it. Raises ResponsesWebSocketError for an error event,
        ValueError for an invalid event or one of another response, and RuntimeError after the end of the response.
        """
        event_type = get_field(event, "type")
        handler = HANDLERS.get(event_type) if isinstance(event_type, str) else None
        stream_id = get_field(event, "stream_id")
        is_own = self._is_bound and self._stream_id == stream_id
        has_ended = self._terminal_type is not None or self._error is not None
        if event_type == ANNOTATION_EVENT:
            if is_own and not has_ended:
                add_annotation(self._items, event)
            return
        if handler is None:
            return
        if stream_id is not None and not isinstance(stream_id, str):
            raise ValueError("event: stream_id must be a string or null, got {}".format(type(stream_id).__name__))
        if self._is_bound and not is_own:
            raise ValueError("event: it belongs to another stream_id; use an accumulator for each lane")
        if has_ended:
            raise RuntimeError("event: the response has ended; call reset() before the next one")
        handler(self, event, event_type)

    def _bind(self, event: Any) -> None:
        self._is_bound, self._stream_id = True, get_field(event, "stream_id")

    # Handlers: what an event changes.

    def _add_error(self, event: Any, event_type: str) -> None:
        self._error = ResponsesWebSocketError(event)
        raise self._error

    def _add_response(self, event: Any, event_type: str) -> None:
        is_other, items = False, None
        try:
            response = _read_response(event)
            is_other = None not in (self._response_id, response.get("id")) and self._response_id != response["id"]
            if not is_other and response.get("output") is not None:
                output = enumerate(read_list(response, "output"))
                items = {index: OutputItem.from_item(item) for index, item in output if item is not None}
        except ValueError as error:
            if event_type in TERMINAL_EVENTS:
                self._error = error
            raise
        if is_other:
            raise ValueError("event: it belongs to another response; call reset() before the next one")
        if items is not None:
            self._items = items
        self._response = copy_fields({name: value for name, value in response.items() if name != "output"})
        self._response_id = response.get("id") or self._response_id
        self._bind(event)
        if event_type in TERMINAL_EVENTS:
            self._final = response.model_copy(deep=True)
            self._terminal_type = event_type

    def _add_progress(self, event: Any, event_type: str) -> None:
        PROGRESS[event_type](self._items, event, event_type)

    def _add_item(self, event: Any, event_type: str) -> None:
        index, item = read_index(event, "output_index"), get_field(event, "item")
        if item is not None:
            output = OutputItem.from_item(item)
            if output.take_over(self._items.get(index)):
                self._items[index] = output
        self._bind(event)

    def _find_early_owner(self, event: Any, index: int, item_id: str, progress: str) -> Optional[OutputItem]:
        """Return the item that progress belongs to, which may begin with it; None if it is late."""
        self._bind(event)
        item = self._items.get(index)
        item = OutputItem(item_id) if item is None else item.find_owner(item_id, progress)
        if item is not None:
            self._items[index] = item
            item.item_id = item_id or item.item_id
        return item

    def _add_part(self, event: Any, event_type: str) -> None:
        index, part = read_index(event, "output_index"), get_field(event, "part")
        text = read_text(part, "text") if read_text(part, "type") == "output_text" else None
        position = read_index(event, "content_index")
        item = self._find_early_owner(event, index, read_text(event, "item_id"), "content_part")
        if item is None:
            return
        item.parts[position] = copy_fields(part)
        item.annotations.pop(position, None)
        item.drop_texts(position, "text", "refusal", "reasoning")
        if text is not None:
            item.set_text("text", position, text)

    def _add_early_text(self, event: Any, event_type: str) -> None:
        _, prefix, action = event_type.split(".")
        name, finished_field, index_field = EARLY_TEXTS[prefix]
        index = read_index(event, "output_index")
        text = read_text(event, "delta" if action == "delta" else finished_field)
        position = 0 if index_field is None else read_index(event, index_field)
        item_id, start = read_text(event, "item_id"), ""
        if name == "refusal":
            known = self._items.get(index)
            if known is not None and (not known.item_id or known.item_id == item_id):
                part = known.parts.get(position, {})
                if part.get("type", "refusal") != "refusal":
                    return
                if action == "delta" and ("refusal", position) not in known.texts and "refusal" in part:
                    start = read_text(part, "refusal")
        item = self._find_early_owner(event, index, item_id, prefix)
        if item is None:
            return
        if action == "delta":
            item.add_text(name, position, text, start)
        else:
            item.set_text(name, position, text)
        if name == "text":
            _add_logprobs(item.parts.setdefault(position, {}), event, action)


def _read_response(event: Any) -> Any:
    """Return the response of an event as a model. Raises ValueError."""
    response = get_field(event, "response")
    if not isinstance(response, dict):
        raise ValueError("event: there is no response in it")
    read_optional_text(response, "id")
    if type(response) in (dict, APIObject):
        return apply_model(to_api_objects(response), "responses.Response")
    return response


def _add_logprobs(part: Dict[str, Any], event: Any, action: str) -> None:
    sent = copy_fields(event, "logprobs")
    known = part.get("logprobs")
    if action == "delta" and isinstance(known, list) and isinstance(sent.get("logprobs"), list):
        known.extend(sent["logprobs"])
    else:
        part.update(sent)


HANDLERS: Dict[str, Callable[[ResponsesWebSocketAccumulator, Any, str], None]] = {
    "error": ResponsesWebSocketAccumulator._add_error,
    **dict.fromkeys(LIFECYCLE_EVENTS, ResponsesWebSocketAccumulator._add_response),
    **dict.fromkeys(PROGRESS, ResponsesWebSocketAccumulator._add_progress),
}
for _action in ("added", "done"):
    HANDLERS["response.output_item." + _action] = ResponsesWebSocketAccumulator._add_item
    HANDLERS["response.content_part." + _action] = ResponsesWebSocketAccumulator._add_part
for _prefix in EARLY_TEXTS:
    for _action in ("delta", "done"):
        HANDLERS["response.{}.{}".format(_prefix, _action)] = ResponsesWebSocketAccumulator._add_early_text
