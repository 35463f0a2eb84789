# SPDX-License-Identifier: MIT
"""Responses, whole and streamed, with functions and structured output; a stream can be gone through again.

What the model says is made as for chat completions (answers_chat.py): "use the tool" calls the first function.
"""

from __future__ import annotations

import json

from .handler_call import Call
from .handlers_chat import (
    arguments_for,
    check_model,
    content_text,
    count_usage,
    example_value,
    first_function,
    reply_text,
    split_words,
)
from .object_types import collection
from .server_responses import APIErrorResponse, ServerResponse, event, event_stream, json_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    Object = Dict[str, Any]

KEPT = collection("responses")


class Events:
    """The events of a response, numbered."""

    def __init__(self) -> None:
        self.told: List[Object] = []

    def add(self, kind: str, **fields: Any) -> None:
        """Tell something."""
        self.told.append(dict({"type": kind, "sequence_number": len(self.told)}, **fields))

    def stream(self, after: int = -1) -> ServerResponse:
        """Return a reply that streams those that come after one."""
        return event_stream([event(each, each["type"]) for each in self.told if each["sequence_number"] > after])


def create(call: Call) -> ServerResponse:
    """Answer POST /responses."""
    model = check_model(call)
    items = call.params.get("input")
    if items is None or isinstance(items, str):  # with a prompt that is kept at the server there need be no input
        items = [{"role": "user", "content": items or ""}]
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
        raise APIErrorResponse(
            400, "Invalid 'input': expected a text or a list of at least one item.", "input", "invalid_type"
        )
    name, created = call.store.new_id("resp_")
    output = [_output(call, items)]
    known = ("instructions", "metadata", "previous_response_id", "temperature", "text", "top_p", "background", "store")
    response = {"id": name, "object": "response", "created_at": created, "status": "completed", "model": model}
    response.update({key: call.params.get(key) for key in known}, error=None, incomplete_details=None)
    response.update(parallel_tool_calls=True, tool_choice="auto", tools=call.params.get("tools") or [], output=output)
    response["usage"] = _usage(items, output)
    events = _events(response)
    if call.params.get("store") is not False:
        call.store.add(KEPT, response)
        call.store.hidden[name] = events
    return events.stream() if call.wants_stream else json_reply(response)


def retrieve(call: Call) -> ServerResponse:
    """Answer GET /responses/{response_id}, with `stream=true` by all its events after `starting_after`."""
    name = call.ids["response_id"]
    response = call.store.find(KEPT, name, call.ids)
    events = call.store.hidden.get(name)
    if call.query.get("stream") != "true" or not isinstance(events, Events):
        return json_reply(response)
    after = call.query.get("starting_after") or "-1"
    return events.stream(int(after) if after.lstrip("-").isdigit() else -1)


def _output(call: Call, items: List[Object]) -> Object:
    """Return the one item that a response consists of."""
    asked = [item for item in items if item.get("role") == "user"] or [{}]
    said = content_text(asked[-1].get("content"))
    tools = [{"function": tool} for tool in call.params.get("tools") or [] if _is_function(tool)]
    from_tool = items[-1].get("type") == "function_call_output"
    function = None if from_tool else first_function(tools, call.params.get("tool_choice"), said)
    if function is not None:
        made = {"name": function.get("name"), "arguments": arguments_for(function), "status": "completed"}
        ids = {"id": call.store.new_id("fc_")[0], "call_id": call.store.new_id("call_")[0]}
        return dict({"type": "function_call"}, **ids, **made)
    if from_tool:
        said = "the tool answered " + content_text(items[-1].get("output"))
    part = {"type": "output_text", "text": _text(call, said), "annotations": [], "logprobs": []}
    message = {"id": call.store.new_id("msg_")[0], "type": "message", "role": "assistant", "status": "completed"}
    return dict(message, content=[part])


def _is_function(tool: Any) -> bool:
    return isinstance(tool, dict) and tool.get("type") == "function"


def _text(call: Call, said: str) -> str:
    text = call.params.get("text")
    wanted = (text.get("format") if isinstance(text, dict) else None) or {}
    if wanted.get("type") == "json_schema":
        return json.dumps(example_value(wanted.get("schema")))
    return json.dumps({"answer": reply_text(said)}) if wanted.get("type") == "json_object" else reply_text(said)


def _usage(items: List[Object], output: List[Object]) -> Object:
    asked = " ".join(content_text(item.get("content") or item.get("output") or "") for item in items)
    told = " ".join(part["text"] for item in output for part in item.get("content") or ())
    counted = count_usage(asked, told)
    return {
        "input_tokens": counted["prompt_tokens"],
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": counted["completion_tokens"],
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": counted["total_tokens"],
    }


def _events(response: Object) -> Events:
    events = Events()
    begun = dict(response, status="in_progress", output=[], usage=None)
    events.add("response.created", response=begun)
    events.add("response.in_progress", response=begun)
    for index, item in enumerate(response["output"]):
        if item["type"] == "message":
            _message_events(events, index, item)
        else:
            _call_events(events, index, item)
        events.add("response.output_item.done", output_index=index, item=item)
    events.add("response.completed", response=response)
    return events


def _message_events(events: Events, index: int, item: Object) -> None:
    where = {"item_id": item["id"], "output_index": index, "content_index": 0}
    (part,) = item["content"]
    empty = dict(item, status="in_progress", content=[])
    events.add("response.output_item.added", output_index=index, item=empty)
    events.add("response.content_part.added", part=dict(part, text=""), **where)
    for word in split_words(part["text"]):
        events.add("response.output_text.delta", delta=word, logprobs=[], **where)
    events.add("response.output_text.done", text=part["text"], logprobs=[], **where)
    events.add("response.content_part.done", part=part, **where)


def _call_events(events: Events, index: int, item: Object) -> None:
    where: Object = {"item_id": item["id"], "output_index": index}
    empty = dict(item, status="in_progress", arguments="")
    events.add("response.output_item.added", output_index=index, item=empty)
    for word in split_words(item["arguments"]):
        events.add("response.function_call_arguments.delta", delta=word, **where)
    events.add("response.function_call_arguments.done", arguments=item["arguments"], name=item["name"], **where)


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /responses": create,
    "POST /responses?beta=true": create,
    "GET /responses/{response_id}": retrieve,
    "GET /responses/{response_id}?beta=true": retrieve,
}
