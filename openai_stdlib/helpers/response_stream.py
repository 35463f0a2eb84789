# SPDX-License-Identifier: MIT
"""Live responses: `ResponseStreamState` puts events together, `responses.stream()` tells them and what there is.

The state is pure: events of any source in, richer events and a growing response out. It holds a stream to its order: a
response that turns into another, or an item that does, is a RuntimeError, never a mixture.
Neighbours: streams.py (the shells), structured.py (what the whole becomes).
"""

from __future__ import annotations

from ..call.errors import ArgumentError
from ..call.sentinels import is_given, omit
from ..results.models import apply_model, find_model
from ..results.objects import APIObject, to_api_objects
from .deltas import copy_untyped
from .event_streams import AsyncHelperStream, AsyncStreamManager, BaseEventStream, Reconnect, StreamManager
from .structured_output import parse_text, response_tools, to_parsed_response, to_text_param

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

    Identity = Tuple[Any, Any, Any]

LIFECYCLE_EVENTS = ("response.created", "response.queued", "response.in_progress")
FAILURE_EVENTS = ("response.failed", "response.incomplete")
CALL_ID_ITEMS = (
    "function_call",
    "custom_tool_call",
    "shell_call",
    "shell_call_output",
)  # items that their call_id tells
MAX_RECONNECTS = 5  # of a broken stream, one after the other without an event between them
INITIAL_DELAY, MAX_DELAY = 0.5, 8.0  # seconds before a broken stream is opened again
OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout", "config")  # arguments of every call


class ResponseStreamState:
    """Puts the events of a streamed response together, wherever they come from.

    `handle_event` takes an event, an object or a dict, and returns those to tell: text deltas with `snapshot`,
    finished texts with `parsed`, deltas of arguments with `snapshot`, `response.completed` with a ParsedResponse.
    `text_format` and `input_tools` are those of the request. Raises RuntimeError for events out of order.
    """

    def __init__(
        self, *, text_format: Any = omit, input_tools: Any = omit, starting_after: Optional[int] = None
    ) -> None:
        self.tools: List[Any] = list(response_tools(input_tools)) if is_given(input_tools) else []
        self.kind = text_format
        self.snapshot: Any = None
        self.completed: Any = None  # the ParsedResponse, when there is one
        self.last_sequence_number: Any = None  # sequence number of the last event
        self.open_stream: Optional[Callable[[str, int], Any]] = None  # how to go on after a failure, if that is wanted
        self._starting_after = starting_after
        self._items: Dict[int, Any] = {}
        self._finished: Dict[int, Any] = {}
        self._index_by_identity: Dict[Identity, int] = {}
        self._failures = 0

    def handle(self, item: Any) -> List[Any]:
        """Add an event of a stream, which may have been seen before the stream broke."""
        number = item.get("sequence_number")
        if (
            self.last_sequence_number is not None
            and number is not None
            and number <= self.last_sequence_number
            and self.open_stream is not None
        ):
            return []
        events = self.handle_event(item)
        self._failures = 0
        if number is not None:
            self.last_sequence_number = number
        after = self._starting_after
        return events if after is None else [told for told in events if (told.get("sequence_number") or 0) > after]

    def handle_event(self, event: Any) -> List[Any]:
        """Add an event, and return those to tell. The event is not changed."""
        if not isinstance(event, APIObject):
            event = apply_model(to_api_objects(event), "responses.ResponseStreamEvent")
        kind = event.get("type")
        if self.snapshot is None:
            self._begin(event, kind)
        else:
            self._check_identity(event, kind)
            add = REDUCERS.get(kind)
            if add is not None:
                add(self, event)
        tell = EMITTERS.get(kind)
        return [event] if tell is None else tell(self, event)

    def reconnect(self, error: BaseException) -> Optional[Reconnect]:
        """Return how to go on after the stream broke; None if it can't, or that wasn't asked for.

        Only a response in the background goes on at the server, so only that has a rest to be fetched.
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
        wait = min(INITIAL_DELAY * 2**self._failures, MAX_DELAY) if self._failures else 0.0
        self._failures += 1
        reopen, last = self.open_stream, self.last_sequence_number
        return Reconnect(wait, lambda: reopen(snapshot["id"], last))

    def _begin(self, event: Any, kind: Any) -> None:
        if kind != "response.created":
            raise RuntimeError("Expected to have received `response.created` before `{}`".format(kind))
        snapshot = copy_untyped(event["response"])
        if snapshot.get("output") is None:
            snapshot["output"] = []
        self.snapshot = apply_model(snapshot, "responses.ParsedResponse")
        self._items = dict(enumerate(snapshot.output))

    def _check_identity(self, event: Any, kind: Any) -> None:
        if kind in LIFECYCLE_EVENTS or kind in FAILURE_EVENTS or kind == "response.completed":
            if (event.get("response") or {}).get("id") != self.snapshot.get("id"):
                raise RuntimeError("Lifecycle response identity changed.")

    def _item(self, event: Any) -> Any:
        index = event.get("output_index")
        if index not in self._items:
            raise RuntimeError(
                "Received a content event for output index {} before receiving its output item".format(index)
            )
        return self._items[index]

    # What events add to the snapshot.

    def _replace(self, event: Any) -> None:
        """Take over what the response says again of items that are finished."""
        said: Dict[Identity, Any] = {}
        for item in event["response"].get("output") or ():
            if _identity(item) in said:
                raise RuntimeError("Response snapshot has conflicting output identities.")
            said[_identity(item)] = item
        for identity, item in said.items():
            index = self._index_by_identity.get(identity)
            if index is not None:
                if not _same_item(self._finished[index], item):
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
        item = self._item(event)
        if item.get("type") == "message":
            item["content"] = list(item.get("content") or ()) + [copy_untyped(event["part"])]

    def _add_text(self, event: Any) -> None:
        if self._item(event).get("type") == "message":
            self._part(event)["text"] += event["delta"]

    def _add_arguments(self, event: Any) -> None:
        item = self._item(event)
        if item.get("type") == "function_call":
            item["arguments"] += event["delta"]

    def _finish_item(self, event: Any) -> None:
        index, item = event["output_index"], event["item"]
        added = self._items.get(index)
        identity = _identity(item)
        if added is not None and (_identity(added) != identity or not _same_item(added, item)):
            raise RuntimeError("Completed output item identity changed.")
        if self._index_by_identity.get(identity, index) != index:
            raise RuntimeError("Response snapshot has conflicting output identities.")
        previous = self._finished.get(index)
        if previous is not None:
            del self._index_by_identity[_identity(previous)]
        self._finished[index] = item
        self._index_by_identity[identity] = index

    def _complete(self, event: Any) -> None:
        response = copy_untyped(event["response"])
        final = {_identity(item): item for item in response.get("output") or ()}
        for item in self._finished.values():
            there = final.get(_identity(item))
            if there is not None and not _same_item(item, there):
                raise RuntimeError("Completed response output identity changed.")
        for index, item in self._items.items():
            there = final.get(_identity(item))
            if index not in self._finished and (there is None or not _same_item(item, there)):
                raise RuntimeError("Cannot complete response with unfinished output items.")
        if response.get("output") is None:
            # Deltas don't tell all of an item; what it was when it was finished does.
            response["output"] = [copy_untyped(self._finished[index]) for index in sorted(self._finished)]
        self.completed = to_parsed_response(response, self.kind, self.tools)

    # What is told of an event.

    def _tell_item(self, event: Any) -> List[Any]:
        return [] if event.get("item") is None else [event]

    def _emit_text(self, event: Any) -> List[Any]:
        part = self._part(event)
        return [extend_event(event, "ResponseTextDeltaEvent", "snapshot", part["text"])]

    def _tell_text_end(self, event: Any) -> List[Any]:
        self._part(event)
        parsed = parse_text(event.get("text") or "", self.kind, self._item(event).get("phase"))
        return [extend_event(event, "ResponseTextDoneEvent", "parsed", parsed)]

    def _part(self, event: Any) -> Any:
        """Return the text of a message that an event is about."""
        item = self._item(event)
        parts = (item.get("content") or ()) if item.get("type") == "message" else ()
        index = event.get("content_index")
        if not isinstance(index, int) or not 0 <= index < len(parts) or parts[index].get("type") != "output_text":
            raise RuntimeError("Received text for what is no text, at output index {}".format(event["output_index"]))
        return parts[index]

    def _tell_arguments(self, event: Any) -> List[Any]:
        item = self._item(event)
        if item.get("type") != "function_call":
            raise RuntimeError("Received arguments for what is no function call, at {}".format(event["output_index"]))
        return [extend_event(event, "ResponseFunctionCallArgumentsDeltaEvent", "snapshot", item["arguments"])]

    def _tell_completed(self, event: Any) -> List[Any]:
        told = event.copy()
        told["response"] = self.completed
        return [told]

    def _tell_state(self, event: Any) -> List[Any]:
        """Tell of a response without output what output there is, or was when it ended before its time."""
        if event["response"].get("output") is not None:
            return [event]
        told = event.copy()
        response = told["response"] = told["response"].copy()
        response["output"] = []
        if event["type"] in FAILURE_EVENTS:
            known = {**self._items, **self._finished}
            response["output"] = [copy_untyped(known[index]) for index in sorted(known)]
        return [told]


REDUCERS: Dict[Any, Callable[[ResponseStreamState, Any], None]] = {
    "response.output_item.added": ResponseStreamState._add_item,
    "response.content_part.added": ResponseStreamState._add_part,
    "response.output_text.delta": ResponseStreamState._add_text,
    "response.function_call_arguments.delta": ResponseStreamState._add_arguments,
    "response.output_item.done": ResponseStreamState._finish_item,
    "response.completed": ResponseStreamState._complete,
}
EMITTERS: Dict[Any, Callable[[ResponseStreamState, Any], List[Any]]] = {
    "response.output_item.added": ResponseStreamState._tell_item,
    "response.output_text.delta": ResponseStreamState._emit_text,
    "response.output_text.done": ResponseStreamState._tell_text_end,
    "response.function_call_arguments.delta": ResponseStreamState._tell_arguments,
    "response.completed": ResponseStreamState._tell_completed,
}
REDUCERS.update(dict.fromkeys(LIFECYCLE_EVENTS, ResponseStreamState._replace))
EMITTERS.update(dict.fromkeys(LIFECYCLE_EVENTS + FAILURE_EVENTS, ResponseStreamState._tell_state))

_richer: Dict[str, Any] = {}  # classes, by name


def extend_event(event: Any, name: str, field: str, value: Any) -> Any:
    """Return an event with one more field, in a class that has it."""
    kind: Any = _richer.get(name)
    if kind is None:
        base = find_model(name, "responses")
        fields = base._fields + ((field, field, None),)
        inside = {"_fields": fields, "_names": base._names | {field}, "__doc__": base.__doc__, "__module__": __name__}
        kind = _richer[name] = type(name, (base,), inside)
    told = kind.__new__(kind)
    dict.update(told, event)
    told[field] = value
    return told


def _identity(item: Any) -> Identity:
    kind = item.get("type")
    return kind, None if kind in CALL_ID_ITEMS else item.get("id"), item.get("call_id")


def _same_item(previous: Any, item: Any) -> bool:
    was = previous.get("id")
    return was == item.get("id") or (was is None and previous.get("type") in ("function_call", "custom_tool_call"))


class ResponseStream(BaseEventStream):
    """The events of a response, as they come."""

    @property
    def current_response_snapshot(self) -> Any:
        """The response so far; None before the first event."""
        return self._state.snapshot

    def get_final_response(self) -> Any:
        """Read to the end, and return the response as a ParsedResponse. Raises RuntimeError if it isn't complete."""
        self.until_done()
        return _final(self._state)


class AsyncResponseStream(AsyncHelperStream):
    """Does what `ResponseStream` does, for asyncio."""

    @property
    def current_response_snapshot(self) -> Any:
        """The response so far; None before the first event."""
        return self._state.snapshot

    async def get_final_response(self) -> Any:
        """Read to the end, and return the response as a ParsedResponse. Raises RuntimeError if it isn't complete."""
        await self.until_done()
        return _final(self._state)


def _final(state: ResponseStreamState) -> Any:
    if state.completed is None:
        raise RuntimeError("Didn't receive a `response.completed` event.")
    return state.completed


class ResponseStreamManager(StreamManager):
    """What `responses.stream()` gives, for a `with`."""


class AsyncResponseStreamManager(AsyncStreamManager):
    """What `responses.stream()` gives, for an `async with`."""


def stream_response(
    client: Any,
    *,
    text_format: Any = omit,
    tools: Any = omit,
    starting_after: Any = omit,
    response_id: Any = omit,
    resume: bool = False,
    **arguments: Any,
) -> Any:
    """Stream a response and tell what happens in it: `with client.responses.stream(…) as stream`.

    Makes a new response of the arguments of `parse`, or with `response_id` goes through one that was made with
    `stream` and in the `background`; events up to `starting_after` are added up, but not told. With `resume`, a
    response in the background whose stream breaks is gone on with by itself, no event being told twice. The call is
    made when the `with` is entered. Raises RuntimeError for events out of order, ParseError for text that is not of
    its type.
    """
    tools = response_tools(tools)
    after = starting_after if is_given(starting_after) else None
    state = ResponseStreamState(text_format=text_format, input_tools=tools, starting_after=after)
    call = _stream_request(client, text_format, tools, response_id, after, arguments)
    if resume:
        options = {name: arguments[name] for name in OPTIONS if name in arguments and name != "extra_body"}
        state.open_stream = lambda found, last: client.responses.retrieve(
            found, stream=True, starting_after=last, **options
        )
    kind: Any = AsyncResponseStream if client._class_prefix else ResponseStream
    manager: Any = AsyncResponseStreamManager if client._class_prefix else ResponseStreamManager
    return manager(call, lambda raw: kind(raw, state))


def _stream_request(client: Any, text_format: Any, tools: Any, response_id: Any, after: Any, arguments: Any) -> Any:
    """Return what opens the stream. Raises ArgumentError, a TypeError, for arguments that exclude each other."""
    new = [name for name in arguments if name not in OPTIONS and name != "include" and is_given(arguments[name])]
    if is_given(response_id) or after is not None:
        if new:
            raise StreamArgumentError(
                "Cannot provide both response_id/starting_after can't be provided together with " + ", ".join(new)
            )
        if not is_given(response_id):
            raise StreamArgumentError("response_id must be provided when streaming an existing response")
        return lambda: client.responses.retrieve(response_id, stream=True, **arguments)
    for name in ("input", "model"):
        if not is_given(arguments.get(name)):
            raise StreamArgumentError("{} must be provided when creating a new response".format(name))
    said = dict(arguments, stream=True, tools=tools, text=to_text_param(arguments.get("text", omit), text_format))
    return lambda: client.responses.create(**said)


class StreamArgumentError(ArgumentError, ValueError):
    """Arguments of `responses.stream()` that say too much, or too little."""
