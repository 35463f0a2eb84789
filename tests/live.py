# SPDX-License-Identifier: MIT
"""Builders of streamed chat completions and responses: their chunks and events, and the scripts that serve them."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional

from .raw_server import REQUEST, forever, respond

Items = List[Dict[str, Any]]


def served(items: Items, done: bool = True) -> Any:
    """Return the script of a connection that responds to each request with these events."""
    return forever(REQUEST, respond(sse(items, done).encode("utf-8"), "200 OK", "Content-Type: text/event-stream"))


def sse(items: Items, done: bool = True) -> str:
    """Encode items as a server-sent event stream."""
    lines = []
    for item in items:
        name = item.get("type")
        lines.append("event: {}\n".format(name) if isinstance(name, str) and "." in name else "")
        lines.append("data: {}\n\n".format(json.dumps(item, ensure_ascii=False)))
    return "".join(lines) + ("data: [DONE]\n\n" if done else "")


def chunk(delta: Any, finish: Optional[str] = None, index: int = 0, **more: Any) -> Dict[str, Any]:
    """Return a chunk of a chat completion with one choice."""
    choice = {"index": index, "delta": delta, "finish_reason": finish, "logprobs": more.pop("logprobs", None)}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1700000000,
        "model": "gpt-4o",
        "service_tier": "default",
        "system_fingerprint": "fp_1",
        "choices": [choice],
        **more,
    }


def text_chunks(text: str, size: int = 4, finish: Optional[str] = "stop", **more: Any) -> Items:
    """Return the chunks of a message, `size` characters each."""
    parts = [text[start : start + size] for start in range(0, len(text), size)]
    first = chunk({"role": "assistant", "content": "", "refusal": None}, obfuscation="x", **more)
    return [first] + [chunk({"content": part}) for part in parts] + [chunk({}, finish)]


def refusal_chunks(text: str) -> Items:
    """Return the chunks of a refusal."""
    words = [chunk({"refusal": word + " "}) for word in text.split()]
    return [chunk({"role": "assistant", "content": None, "refusal": ""})] + words + [chunk({}, "stop")]


def tool_call_chunks(*calls: Any) -> Items:
    """Return the chunks of a message that calls tools, from pairs of a name and the arguments as text."""
    items = [chunk({"role": "assistant", "content": None})]
    for index, (name, text) in enumerate(calls):
        first = {"index": index, "id": "call_{}".format(index), "type": "function"}
        items.append(chunk({"tool_calls": [{**first, "function": {"name": name, "arguments": ""}}]}))
        for start in range(0, len(text), 3):
            delta = {"index": index, "function": {"arguments": text[start : start + 3]}}
            items.append(chunk({"tool_calls": [delta]}))
    return items + [chunk({}, "tool_calls")]


def logprob(token: str) -> Dict[str, Any]:
    """Return the log probability of a token."""
    return {"token": token, "bytes": list(token.encode("utf-8")), "logprob": -0.5, "top_logprobs": []}


def logprob_chunks() -> Items:
    """Return the chunks of a message with log probabilities."""
    items = [chunk({"role": "assistant", "content": ""}, logprobs={"content": [], "refusal": None})]
    for token in ("Hi", " there"):
        items.append(chunk({"content": token}, logprobs={"content": [logprob(token)], "refusal": None}))
    return items + [chunk({}, "stop")]


USAGE = {"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12}


def usage_chunks() -> Items:
    """Return the chunks of two choices, and a last chunk with the usage."""
    items = [chunk({"role": "assistant", "content": ""}), chunk({"role": "assistant", "content": ""}, index=1)]
    items += [chunk({"content": "one"}), chunk({"content": "two"}, index=1), chunk({"content": " more"})]
    items += [chunk({}, "stop"), chunk({}, "stop", index=1)]
    return items + [{**chunk({}), "choices": [], "usage": USAGE}]


class Response:
    """Builder of the numbered events of a response."""

    def __init__(self, response_id: str = "resp_1", **fields: Any) -> None:
        self.response = {
            "id": response_id,
            "object": "response",
            "created_at": 1700000000,
            "status": "in_progress",
            "model": "gpt-4o",
            "output": [],
            "parallel_tool_calls": True,
            "tool_choice": "auto",
            "tools": [],
            **fields,
        }
        self.items: List[Any] = []
        self.events: Items = []
        self.add("response.created", response=dict(self.response))
        self.add("response.in_progress", response=dict(self.response))

    def add(self, event_type: str, **fields: Any) -> None:
        """Add an event."""
        self.events.append({"type": event_type, "sequence_number": len(self.events), **fields})

    def text(self, text: str, size: int = 4, **fields: Any) -> Response:
        """Add a message."""
        index, item_id = len(self.items), "msg_{}".format(len(self.items))
        item = {
            "id": item_id,
            "type": "message",
            "role": "assistant",
            "status": "in_progress",
            "content": [],
            **fields,
        }
        position = {"item_id": item_id, "output_index": index, "content_index": 0}
        part = {"type": "output_text", "text": "", "annotations": [], "logprobs": []}
        self.add("response.output_item.added", output_index=index, item=item)
        self.add("response.content_part.added", part=part, **position)
        for start in range(0, len(text), size):
            self.add("response.output_text.delta", delta=text[start : start + size], logprobs=[], **position)
        self.add("response.output_text.done", text=text, logprobs=[], **position)
        final_part = {**part, "text": text}
        self.add("response.content_part.done", part=final_part, **position)
        return self.finish({**item, "status": "completed", "content": [final_part]})

    def call(self, name: str, arguments: str) -> Response:
        """Add a function call."""
        index, item_id = len(self.items), "fc_{}".format(len(self.items))
        item = {"id": item_id, "type": "function_call", "call_id": "call_" + item_id, "name": name, "arguments": ""}
        position = {"item_id": item_id, "output_index": index}
        self.add("response.output_item.added", output_index=index, item=dict(item, status="in_progress"))
        for start in range(0, len(arguments), 3):
            self.add("response.function_call_arguments.delta", delta=arguments[start : start + 3], **position)
        self.add("response.function_call_arguments.done", arguments=arguments, name=name, **position)
        return self.finish({**item, "arguments": arguments, "status": "completed"})

    def other(self) -> Response:
        """Add a reasoning item."""
        item = {"id": "rs_{}".format(len(self.items)), "type": "reasoning", "summary": []}
        self.add("response.output_item.added", output_index=len(self.items), item=item)
        return self.finish(item)

    def finish(self, item: Any) -> Response:
        """Add the event that completes an item."""
        self.add("response.output_item.done", output_index=len(self.items), item=item)
        self.items.append(item)
        return self

    def end(self, status: str = "completed", **fields: Any) -> Items:
        """Add the terminal event and return all events."""
        self.add("response." + status, response={**self.response, "status": status, "output": self.items, **fields})
        return self.events
