# SPDX-License-Identifier: MIT
"""State of a streamed response: `ResponseStreamState` turns events into extended events and a growing response.

No I/O: the events may come from any source. The state enforces the order of the stream: an event that changes the
identity of the response or of an output item raises InvalidStreamError instead of producing a mixture.
https://platform.openai.com/docs/api-reference/responses-streaming
"""

from __future__ import annotations

from ..call.sentinels import is_given, omit
from ..results.guard import guard
from ..results.models import apply_model, find_model, subscript
from ..results.objects import APIObject, to_api_objects
from .deltas import copy_untyped
from .event_streams import Reconnect
from .response_items import by_identity, find_text_part, identity, is_same_item, with_output_index
from .structured_output import parse_text, response_tools, to_parsed_response
from .text import append_delta
from .tool_arguments import read_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

    from .response_items import Identity

LIFECYCLE_EVENTS = ("response.created", "response.queued", "response.in_progress")
FAILURE_EVENTS = ("response.failed", "response.incomplete")
MAX_RECONNECTS = 5  # consecutive reconnects without an event in between
INITIAL_DELAY, MAX_DELAY = 0.5, 8.0  # seconds before the second and later consecutive reconnects; the first is at once


class ResponseStreamState:
    """Accumulates the events of a streamed response, from any source.

    `handle_event` takes an event and returns those to emit, some with an additional field: text deltas and argument
    deltas have `snapshot`, finished texts have `parsed`, and `response.completed` has a ParsedResponse.
    Pass the `text_format` and `input_tools` of the request. With `starting_after`, `handle` accumulates the events up
    to that sequence number without emitting them. Raises InvalidStreamError, a RuntimeError, for events out of order,
    and APIResponseValidationError for invalid ones. Other objects are ignored.
    """

    __class_getitem__: Any = classmethod(subscript)

    def __init__(
        self, *, text_format: Any = omit, input_tools: Any = omit, starting_after: Optional[int] = None
    ) -> None:
        self.tools: List[Any] = list(response_tools(input_tools)) if is_given(input_tools) else []
        self.text_format = text_format
        self.snapshot: Any = None
        self.completed: Any = None  # the ParsedResponse, once there is one
        self.last_sequence_number: Any = None
        # Opens a stream of the response with this id after this sequence number; None if it must not be resumed.
        self.open_stream: Optional[Callable[[str, int], Any]] = None
        self.response: Any = None  # the HTTP response, for error messages
        self._starting_after = starting_after
        self._items: Dict[int, Any] = {}
        self._finished: Dict[int, Any] = {}
        self._index_by_identity: Dict[Identity, int] = {}
        self._failures = 0
        self.cancel: Any = None  # the CancelToken of the call

    @property
    def _completed_response(self) -> Any:
        return self.completed  # instrumentations read it

    def handle(self, item: Any) -> List[Any]:
        """Add an event of a stream and return those to emit. Events repeated after a reconnect are ignored."""
        return guard("response event", self._handle, item, self.response)  # type: ignore[no-any-return]

    def _handle(self, item: Any) -> List[Any]:
        number = _sequence_number(item)
        if (
            self.last_sequence_number is not None
            and number is not None
            and number <= self.last_sequence_number
            and self.open_stream is not None
        ):
            return []
        events = self._handle_event(item)
        self._failures = 0
        if number is not None:
            self.last_sequence_number = number
        after = self._starting_after
        return events if after is None else [event for event in events if (_sequence_number(event) or 0) > after]

    def handle_event(self, event: Any) -> List[Any]:
        """Add an event, an object or a dict, and return those to emit. The event is not changed."""
        return guard("response event", self._handle_event, event, self.response)  # type: ignore[no-any-return]

    def _handle_event(self, event: Any) -> List[Any]:
        event_type = event.get("type") if isinstance(event, dict) else None
        if event_type is None or "." not in event_type:
            return [event] if event_type == "error" else []
        if not isinstance(event, APIObject):
            event = apply_model(to_api_objects(event), "responses.ResponseStreamEvent")
        if self.snapshot is None:
            self._begin(event, event_type)
        else:
            event = with_output_index(event, self._items, self._finished)
            self._check_identity(event, event_type)
            reducer = REDUCERS.get(event_type)
            if reducer is not None:
                reducer(self, event)
        emitter = EMITTERS.get(event_type)
        return [event] if emitter is None else emitter(self, event)

    def reconnect(self, error: BaseException) -> Optional[Reconnect]:
        """Return how to resume the stream after a connection error, or None if it cannot or must not be resumed.

        Only a background response continues on the server, so only its remaining events can be fetched.
        """
        snapshot = self.snapshot
        if (
            self.open_stream is None
            or snapshot is None
            or self.last_sequence_number is None
            or not snapshot.get("background")
        ):
            return None
        if self.completed is not None or self._failures >= MAX_RECONNECTS:
            return None
        delay = min(INITIAL_DELAY * 2**self._failures, MAX_DELAY) if self._failures else 0.0
        self._failures += 1
        open_stream, last = self.open_stream, self.last_sequence_number
        return Reconnect(delay, lambda: open_stream(snapshot["id"], last), self.cancel)

    def _begin(self, event: Any, event_type: Any) -> None:
        if event_type != "response.created":
            raise RuntimeError("Expected to have received `response.created` before `{}`".format(event_type))
        snapshot = copy_untyped(event["response"])
        if snapshot.get("output") is None:
            snapshot["output"] = []
        self.snapshot = apply_model(snapshot, "responses.ParsedResponse")
        self._items = dict(enumerate(snapshot.output))

    def _check_identity(self, event: Any, event_type: Any) -> None:
        if event_type in LIFECYCLE_EVENTS or event_type in FAILURE_EVENTS or event_type == "response.completed":
            response_id = (event.get("response") or {}).get("id")
            if not is_same_item({"id": self.snapshot.get("id")}, {"id": response_id}):
                raise RuntimeError("Lifecycle response identity changed.")
            if response_id is not None:
                self.snapshot["id"] = response_id

    def _find_item(self, event: Any) -> Any:
        index = event.get("output_index")
        if index not in self._items:
            raise RuntimeError(
                "Received a content event for output index {} before receiving its output item".format(index)
            )
        return self._items[index]

    def _find_text_part(self, event: Any) -> Any:
        """Return the output_text part of a message that the event belongs to."""
        part = find_text_part(self._find_item(event), event.get("content_index"))
        if part is None:
            raise RuntimeError(
                "Received a text event for content that is not text, at output index {}".format(event["output_index"])
            )
        return part

    # Reducers: apply an event to the snapshot.

    def _update_finished(self, event: Any) -> None:
        """Replace finished items by those of the response in a lifecycle event."""
        for key, item in by_identity(event["response"].get("output")).items():
            index = self._index_by_identity.get(key)
            if index is not None:
                if not is_same_item(self._finished[index], item):
                    raise RuntimeError("Response snapshot has conflicting output identities.")
                self._finished[index] = item

    def _add_item(self, event: Any) -> None:
        item = event.get("item")
        if item is None:
            return
        index = event["output_index"]
        if index in self._items:
            raise RuntimeError("Duplicate response output index {}.".format(index))
        output = self.snapshot["output"]
        output.append(copy_untyped(item))
        self._items[index] = self.snapshot.output[-1]

    def _add_part(self, event: Any) -> None:
        item = self._find_item(event)
        if item.get("type") == "message":
            item["content"] = list(item.get("content") or ()) + [copy_untyped(event["part"])]

    def _add_text(self, event: Any) -> None:
        if self._find_item(event).get("type") == "message":
            part = self._find_text_part(event)
            part["text"] = append_delta(part.get("text") or "", event.get("delta") or "")

    def _add_arguments(self, event: Any) -> None:
        item = self._find_item(event)
        if item.get("type") == "function_call":
            before, delta = item.get("arguments"), event.get("delta") or ""
            is_whole = isinstance(delta, dict)
            item["arguments"] = (
                read_arguments(delta) if is_whole else append_delta(before if isinstance(before, str) else "", delta)
            )

    def _finish_item(self, event: Any) -> None:
        index, item = event["output_index"], event.get("item")
        if item is None:
            return
        added, key = self._items.get(index), identity(item)
        if added is not None and not is_same_item(added, item):
            raise RuntimeError("Completed output item identity changed.")
        if key is not None and self._index_by_identity.get(key, index) != index:
            raise RuntimeError("Response snapshot has conflicting output identities.")
        previous = self._finished.get(index)
        if previous is not None:
            self._index_by_identity.pop(identity(previous), None)  # type: ignore[arg-type]
        self._finished[index] = item
        if key is not None:
            self._index_by_identity[key] = index

    def _complete(self, event: Any) -> None:
        response = copy_untyped(event["response"])
        if not response.get("id"):
            response["id"] = self.snapshot.get("id")
        final = {identity(item): item for item in response.get("output") or ()}
        for item in self._finished.values():
            final_item = final.get(identity(item))
            if final_item is not None and not is_same_item(item, final_item):
                raise RuntimeError("Completed response output identity changed.")
        for index, item in self._items.items():
            final_item = final.get(identity(item))
            if index not in self._finished and (final_item is None or not is_same_item(item, final_item)):
                raise RuntimeError("Cannot complete response with unfinished output items.")
        if response.get("output") is None:
            # Finished items are complete; the items built from deltas lack fields that have no delta event.
            response["output"] = self.copy_finished_items()
        self.completed = to_parsed_response(response, self.text_format, self.tools)

    def copy_finished_items(self) -> List[Any]:
        """Return copies of the finished output items, by their index."""
        return [copy_untyped(self._finished[index]) for index in sorted(self._finished)]

    # Emitters: return the events to emit for an event.

    def _emit_item(self, event: Any) -> List[Any]:
        return [] if event.get("item") is None else [event]

    def _emit_text(self, event: Any) -> List[Any]:
        part = self._find_text_part(event)
        return [extend_event(event, "ResponseTextDeltaEvent", part["text"])]

    def _emit_text_done(self, event: Any) -> List[Any]:
        part = self._find_text_part(event)
        text = event.get("text") or part.get("text") or ""
        parsed = parse_text(text, self.text_format, self._find_item(event).get("phase"))
        return [extend_event(event, "ResponseTextDoneEvent", parsed)]

    def _emit_arguments(self, event: Any) -> List[Any]:
        item = self._find_item(event)
        if item.get("type") != "function_call":
            raise RuntimeError(
                "Received function call arguments for an item that is not a function call, at output index {}".format(
                    event["output_index"]
                )
            )
        return [extend_event(event, "ResponseFunctionCallArgumentsDeltaEvent", item["arguments"])]

    def _emit_completed(self, event: Any) -> List[Any]:
        emitted = event.copy()
        emitted["response"] = self.completed
        return [emitted]

    def _emit_lifecycle(self, event: Any) -> List[Any]:
        """Return the event, with an output if the server sent none: empty, or the items so far after a failure."""
        if event["response"].get("output") is not None:
            return [event]
        emitted = event.copy()
        response = emitted["response"] = emitted["response"].copy()
        response["output"] = []
        if event["type"] in FAILURE_EVENTS:
            items = {**self._items, **self._finished}
            response["output"] = [copy_untyped(items[index]) for index in sorted(items)]
        return [emitted]


REDUCERS: Dict[Any, Callable[[ResponseStreamState, Any], None]] = {
    "response.output_item.added": ResponseStreamState._add_item,
    "response.content_part.added": ResponseStreamState._add_part,
    "response.output_text.delta": ResponseStreamState._add_text,
    "response.function_call_arguments.delta": ResponseStreamState._add_arguments,
    "response.output_item.done": ResponseStreamState._finish_item,
    "response.completed": ResponseStreamState._complete,
}
EMITTERS: Dict[Any, Callable[[ResponseStreamState, Any], List[Any]]] = {
    "response.output_item.added": ResponseStreamState._emit_item,
    "response.output_text.delta": ResponseStreamState._emit_text,
    "response.output_text.done": ResponseStreamState._emit_text_done,
    "response.function_call_arguments.delta": ResponseStreamState._emit_arguments,
    "response.completed": ResponseStreamState._emit_completed,
}
REDUCERS.update(dict.fromkeys(LIFECYCLE_EVENTS, ResponseStreamState._update_finished))
EMITTERS.update(dict.fromkeys(LIFECYCLE_EVENTS + FAILURE_EVENTS, ResponseStreamState._emit_lifecycle))

# Events of which the emitted ones have a further field, with its name.
ADDED_FIELDS = {
    "ResponseTextDeltaEvent": "snapshot",
    "ResponseTextDoneEvent": "parsed",
    "ResponseFunctionCallArgumentsDeltaEvent": "snapshot",
}
_extended_models: Dict[str, Any] = {}


def extended_model(name: str) -> Any:
    """Return the subclass of the model `name` that emitted events have."""
    model: Any = _extended_models.get(name)
    if model is None:
        base, field = find_model(name, "responses"), ADDED_FIELDS[name]
        namespace = {
            "_fields": base._fields + ((field, field, None),),
            "_names": base._names | {field},
            "__doc__": base.__doc__,
            "__module__": __name__,
        }
        model = _extended_models[name] = type(name, (base,), namespace)
    return model


def extend_event(event: Any, name: str, value: Any) -> Any:
    """Return a copy of an event as an instance of its extended model, with the value of the additional field."""
    model = extended_model(name)
    extended = model.__new__(model)
    dict.update(extended, event)
    extended[ADDED_FIELDS[name]] = value
    return extended


def _sequence_number(event: Any) -> Optional[int]:
    number = event.get("sequence_number") if isinstance(event, dict) else None
    return number if type(number) is int else None
