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
    from typing import Any, Callable, Dict, List, Optional, Tuple

    Object = Dict[str, Any]

RESPONSES = get_collection("responses")


class EventLog:
    """The events of a response, numbered from 0 by `sequence_number`."""

    def __init__(self) -> None:
        self._events: List[Object] = []

    def add(self, type_: str, **fields: Any) -> None:
        """Append an event of a type."""
        self._events.append(dict({"type": type_, "sequence_number": len(self._events)}, **fields))

    def after(self, number: int = -1) -> List[Object]:
        """Return the events after a sequence number."""
        return [event for event in self._events if event["sequence_number"] > number]

    def stream(self, after: int = -1) -> ServerResponse:
        """Return a response that streams the events after a sequence number."""
        return event_stream([encode_event(event, event["type"]) for event in self.after(after)])


def create(call: Call) -> ServerResponse:
    """Handle POST /responses."""
    response, events = create_response(call)
    return events.stream() if call.wants_stream else json_response(response)


def create_response(call: Call) -> Tuple[Object, EventLog]:
    """Return a new response and its events; it is stored unless the call says otherwise."""
    model = check_model(call)
    items = call.params.get("input")
    if items is None or isinstance(items, str):  # with a stored prompt, the input is optional
        items = [{"role": "user", "content": items or ""}]
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
        raise APIErrorResponse(
            400, "Invalid 'input': expected a string or a list of at least one item.", "input", "invalid_type"
        )
    id, created = call.store.new_id("resp_")
    output = [] if call.params.get("generate") is False else [_make_output_item(call, items)]
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
    events = record_events(response)
    if call.params.get("store") is not False:
        call.store.add(RESPONSES, response)
        call.store.hidden[id] = events
    return response, events


def retrieve(call: Call) -> ServerResponse:
    """Handle GET /responses/{response_id}; with `stream=true`, replay its events after `starting_after`."""
    id = call.ids["response_id"]
    response = call.store.find(RESPONSES, id, call.ids)
    events = call.store.hidden.get(id)
    if call.query.get("stream") != "true" or not isinstance(events, EventLog):
        return json_response(response)
    after = call.query.get("starting_after") or "-1"
    return events.stream(int(after) if after.lstrip("-").isdigit() else -1)


def select_output(items: List[Object], tools: Any, tool_choice: Any) -> Tuple[Optional[Object], str]:
    """Return the function that a response to these items calls, or None, and the text to which it replies."""
    user_items = [item for item in items if item.get("role") == "user"] or [{}]
    user_text = content_text(user_items[-1].get("content"))
    if items and items[-1].get("type") == "function_call_output":
        return None, "the tool answered " + content_text(items[-1].get("output"))
    functions = [{"function": tool} for tool in (tools if isinstance(tools, list) else ()) if _is_function(tool)]
    return select_function(functions, tool_choice, user_text), user_text


def _make_output_item(call: Call, items: List[Object]) -> Object:
    """Return the only output item of the response: a function call or a message."""
    function, user_text = select_output(items, call.params.get("tools"), call.params.get("tool_choice"))
    if function is not None:
        function_call = {"name": function.get("name"), "arguments": make_arguments(function), "status": "completed"}
        ids = {"id": call.store.new_id("fc_")[0], "call_id": call.store.new_id("call_")[0]}
        return dict({"type": "function_call"}, **ids, **function_call)
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
        "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
        "output_tokens": counts["completion_tokens"],
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": counts["total_tokens"],
    }


def record_events(response: Object) -> EventLog:
    """Return the events of a response, which is completed or incomplete."""
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
    events.add("response." + response["status"], response=response)
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
