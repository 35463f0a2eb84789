# SPDX-License-Identifier: MIT
"""Streamed answers to test helpers with: chat completions and responses as bytes on the wire, of a few lines each."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional

from .raw_server import REQUEST, answer, forever

Items = List[Dict[str, Any]]


def served(items: Items, done: bool = True) -> Any:
    """Return the script of a connection that answers each request with these events."""
    return forever(REQUEST, answer(sse(items, done).encode("utf-8"), "200 OK", "Content-Type: text/event-stream"))


def sse(items: Items, done: bool = True) -> str:
    """Return events as the server writes them."""
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


def said(text: str, size: int = 4, finish: Optional[str] = "stop", **more: Any) -> Items:
    """Return the chunks of a message, `size` characters each."""
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    begin = chunk({"role": "assistant", "content": "", "refusal": None}, obfuscation="x", **more)
    return [begin] + [chunk({"content": piece}) for piece in pieces] + [chunk({}, finish)]


def refused(text: str) -> Items:
    """Return the chunks of a refusal."""
    words = [chunk({"refusal": word + " "}) for word in text.split()]
    return [chunk({"role": "assistant", "content": None, "refusal": ""})] + words + [chunk({}, "stop")]


def called(*calls: Any) -> Items:
    """Return the chunks of a message that calls tools: pairs of a name and of the arguments as text."""
    items = [chunk({"role": "assistant", "content": None})]
    for index, (name, text) in enumerate(calls):
        begin = {"index": index, "id": "call_{}".format(index), "type": "function"}
        items.append(chunk({"tool_calls": [{**begin, "function": {"name": name, "arguments": ""}}]}))
        for start in range(0, len(text), 3):
            piece = {"index": index, "function": {"arguments": text[start : start + 3]}}
            items.append(chunk({"tool_calls": [piece]}))
    return items + [chunk({}, "tool_calls")]


def logprob(token: str) -> Dict[str, Any]:
    """Return what is told of the probability of a token."""
    return {"token": token, "bytes": list(token.encode("utf-8")), "logprob": -0.5, "top_logprobs": []}


def with_logprobs() -> Items:
    """Return the chunks of a message whose tokens have probabilities."""
    items = [chunk({"role": "assistant", "content": ""}, logprobs={"content": [], "refusal": None})]
    for token in ("Hi", " there"):
        items.append(chunk({"content": token}, logprobs={"content": [logprob(token)], "refusal": None}))
    return items + [chunk({}, "stop")]


USAGE = {"prompt_tokens": 5, "completion_tokens": 7, "total_tokens": 12}


def with_usage() -> Items:
    """Return the chunks of two choices, and one with the usage."""
    items = [chunk({"role": "assistant", "content": ""}), chunk({"role": "assistant", "content": ""}, index=1)]
    items += [chunk({"content": "one"}), chunk({"content": "two"}, index=1), chunk({"content": " more"})]
    items += [chunk({}, "stop"), chunk({}, "stop", index=1)]
    return items + [{**chunk({}), "choices": [], "usage": USAGE}]


class Response:
    """Makes the events of a response, numbered."""

    def __init__(self, identity: str = "resp_1", **fields: Any) -> None:
        self.response = {
            "id": identity,
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

    def add(self, kind: str, **fields: Any) -> None:
        """Add an event."""
        self.events.append({"type": kind, "sequence_number": len(self.events), **fields})

    def text(self, text: str, size: int = 4, **fields: Any) -> Response:
        """Add a message."""
        index, identity = len(self.items), "msg_{}".format(len(self.items))
        item = {
            "id": identity,
            "type": "message",
            "role": "assistant",
            "status": "in_progress",
            "content": [],
            **fields,
        }
        place = {"item_id": identity, "output_index": index, "content_index": 0}
        part = {"type": "output_text", "text": "", "annotations": [], "logprobs": []}
        self.add("response.output_item.added", output_index=index, item=item)
        self.add("response.content_part.added", part=part, **place)
        for start in range(0, len(text), size):
            self.add("response.output_text.delta", delta=text[start : start + size], logprobs=[], **place)
        self.add("response.output_text.done", text=text, logprobs=[], **place)
        whole = {**part, "text": text}
        self.add("response.content_part.done", part=whole, **place)
        return self.finish({**item, "status": "completed", "content": [whole]})

    def call(self, name: str, arguments: str) -> Response:
        """Add a call of a function."""
        index, identity = len(self.items), "fc_{}".format(len(self.items))
        item = {"id": identity, "type": "function_call", "call_id": "call_" + identity, "name": name, "arguments": ""}
        place = {"item_id": identity, "output_index": index}
        self.add("response.output_item.added", output_index=index, item=dict(item, status="in_progress"))
        for start in range(0, len(arguments), 3):
            self.add("response.function_call_arguments.delta", delta=arguments[start : start + 3], **place)
        self.add("response.function_call_arguments.done", arguments=arguments, name=name, **place)
        return self.finish({**item, "arguments": arguments, "status": "completed"})

    def other(self) -> Response:
        """Add an item of reasoning."""
        item = {"id": "rs_{}".format(len(self.items)), "type": "reasoning", "summary": []}
        self.add("response.output_item.added", output_index=len(self.items), item=item)
        return self.finish(item)

    def finish(self, item: Any) -> Response:
        """Add the end of an item."""
        self.add("response.output_item.done", output_index=len(self.items), item=item)
        self.items.append(item)
        return self

    def end(self, status: str = "completed", **fields: Any) -> Items:
        """Add the last event and return all."""
        self.add("response." + status, response={**self.response, "status": status, "output": self.items, **fields})
        return self.events
