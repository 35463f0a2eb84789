# SPDX-License-Identifier: MIT
"""Handlers of responses, with streaming, functions and structured output; a stream can be replayed.

The output is derived as for chat completions (handlers_chat.py): "use the tool" calls the first function.
"""

from __future__ import annotations

import json

from .handler_call import Call
from .handlers_chat import (
    check_model,
    content_text,
    count_usage,
    example_value,
    make_arguments,
    reply_text,
    select_function,
    split_words,
)
from .object_types import get_collection
from .server_responses import APIErrorResponse, ServerResponse, encode_event, event_stream, json_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    Object = Dict[str, Any]

RESPONSES = get_collection("responses")


class EventLog:
    """The events of a response, numbered from 0 by `sequence_number`."""

    def __init__(self) -> None:
        self._events: List[Object] = []

    def add(self, type_: str, **fields: Any) -> None:
        """Append an event of a type."""
        self._events.append(dict({"type": type_, "sequence_number": len(self._events)}, **fields))

    def stream(self, after: int = -1) -> ServerResponse:
        """Return a response that streams the events after a sequence number."""
        events = [event for event in self._events if event["sequence_number"] > after]
        return event_stream([encode_event(event, event["type"]) for event in events])


def create(call: Call) -> ServerResponse:
    """Handle POST /responses."""
    model = check_model(call)
    items = call.params.get("input")
    if items is None or isinstance(items, str):  # with a stored prompt, the input is optional
        items = [{"role": "user", "content": items or ""}]
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
        raise APIErrorResponse(
            400, "Invalid 'input': expected a string or a list of at least one item.", "input", "invalid_type"
        )
    id, created = call.store.new_id("resp_")
    output = [_make_output_item(call, items)]
    echoed = ("instructions", "metadata", "previous_response_id", "temperature", "text", "top_p", "background", "store")
    response: Dict[str, Any] = {
        "id": id,
        "object": "response",
        "created_at": created,
        "status": "completed",
        "model": model,
    }
    response.update({key: call.params.get(key) for key in echoed}, error=None, incomplete_details=None)
    response.update(parallel_tool_calls=True, tool_choice="auto", tools=call.params.get("tools") or [], output=output)
    response["usage"] = _count_usage(items, output)
    events = _record_events(response)
    if call.params.get("store") is not False:
        call.store.add(RESPONSES, response)
        call.store.hidden[id] = events
    return events.stream() if call.wants_stream else json_response(response)


def retrieve(call: Call) -> ServerResponse:
    """Handle GET /responses/{response_id}; with `stream=true`, replay its events after `starting_after`."""
    id = call.ids["response_id"]
    response = call.store.find(RESPONSES, id, call.ids)
    events = call.store.hidden.get(id)
    if call.query.get("stream") != "true" or not isinstance(events, EventLog):
        return json_response(response)
    after = call.query.get("starting_after") or "-1"
    return events.stream(int(after) if after.lstrip("-").isdigit() else -1)


def _make_output_item(call: Call, items: List[Object]) -> Object:
    """Return the only output item of the response: a function call or a message."""
    user_items = [item for item in items if item.get("role") == "user"] or [{}]
    user_text = content_text(user_items[-1].get("content"))
    tools = [{"function": tool} for tool in call.params.get("tools") or [] if _is_function(tool)]
    has_tool_output = items[-1].get("type") == "function_call_output"
    function = None if has_tool_output else select_function(tools, call.params.get("tool_choice"), user_text)
    if function is not None:
        function_call = {"name": function.get("name"), "arguments": make_arguments(function), "status": "completed"}
        ids = {"id": call.store.new_id("fc_")[0], "call_id": call.store.new_id("call_")[0]}
        return dict({"type": "function_call"}, **ids, **function_call)
    if has_tool_output:
        user_text = "the tool answered " + content_text(items[-1].get("output"))
    part = {"type": "output_text", "text": _make_text(call, user_text), "annotations": [], "logprobs": []}
    message = {"id": call.store.new_id("msg_")[0], "type": "message", "role": "assistant", "status": "completed"}
    return dict(message, content=[part])


def _is_function(tool: Any) -> bool:
    return isinstance(tool, dict) and tool.get("type") == "function"


def _make_text(call: Call, user_text: str) -> str:
    """Return the output text in the requested format."""
    text = call.params.get("text")
    text_format = (text.get("format") if isinstance(text, dict) else None) or {}
    if text_format.get("type") == "json_schema":
        return json.dumps(example_value(text_format.get("schema")))
    output_text = reply_text(user_text)
    return json.dumps({"answer": output_text}) if text_format.get("type") == "json_object" else output_text


def _count_usage(items: List[Object], output: List[Object]) -> Object:
    prompt = " ".join(content_text(item.get("content") or item.get("output") or "") for item in items)
    output_text = " ".join(part["text"] for item in output for part in item.get("content") or ())
    counts = count_usage(prompt, output_text)
    return {
        "input_tokens": counts["prompt_tokens"],
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": counts["completion_tokens"],
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": counts["total_tokens"],
    }


def _record_events(response: Object) -> EventLog:
    events = EventLog()
    in_progress = dict(response, status="in_progress", output=[], usage=None)
    events.add("response.created", response=in_progress)
    events.add("response.in_progress", response=in_progress)
    for index, item in enumerate(response["output"]):
        if item["type"] == "message":
            _record_message(events, index, item)
        else:
            _record_function_call(events, index, item)
        events.add("response.output_item.done", output_index=index, item=item)
    events.add("response.completed", response=response)
    return events


def _record_message(events: EventLog, index: int, item: Object) -> None:
    position = {"item_id": item["id"], "output_index": index, "content_index": 0}
    (part,) = item["content"]
    empty = dict(item, status="in_progress", content=[])
    events.add("response.output_item.added", output_index=index, item=empty)
    events.add("response.content_part.added", part=dict(part, text=""), **position)
    for word in split_words(part["text"]):
        events.add("response.output_text.delta", delta=word, logprobs=[], **position)
    events.add("response.output_text.done", text=part["text"], logprobs=[], **position)
    events.add("response.content_part.done", part=part, **position)


def _record_function_call(events: EventLog, index: int, item: Object) -> None:
    position: Object = {"item_id": item["id"], "output_index": index}
    empty = dict(item, status="in_progress", arguments="")
    events.add("response.output_item.added", output_index=index, item=empty)
    for word in split_words(item["arguments"]):
        events.add("response.function_call_arguments.delta", delta=word, **position)
    events.add("response.function_call_arguments.done", arguments=item["arguments"], name=item["name"], **position)


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /responses": create,
    "POST /responses?beta=true": create,
    "GET /responses/{response_id}": retrieve,
    "GET /responses/{response_id}?beta=true": retrieve,
}
