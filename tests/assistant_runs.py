# SPDX-License-Identifier: MIT
"""Streamed events of assistant runs, in the shapes of the API reference, and their encoding as server-sent events.

https://platform.openai.com/docs/api-reference/assistants-streaming/events
"""

from __future__ import annotations

import json
from typing import Any, Dict, List, Tuple

Event = Tuple[str, Any]


def run_event(action: str, **fields: Any) -> Event:
    """Return an event of the run."""
    base = {"id": "run_1", "object": "thread.run", "created_at": 1, "assistant_id": "asst_1", "thread_id": "thread_1"}
    data = {**base, "status": action, "instructions": None, "model": "gpt-4o", "tools": [], "metadata": {}, **fields}
    return "thread.run." + action, data


def step_event(action: str, details_type: str, name: str = "step_1", **fields: Any) -> Event:
    """Return an event with a complete step."""
    details: Dict[str, Any] = {"type": "tool_calls", "tool_calls": []}
    if details_type == "message":
        details = {"type": "message_creation", "message_creation": {"message_id": "msg_1"}}
    base = {"id": name, "object": "thread.run.step", "created_at": 2, "run_id": "run_1", "thread_id": "thread_1"}
    fixed = {"assistant_id": "asst_1", "type": details["type"], "status": "in_progress", "usage": None}
    return "thread.run.step." + action, {**base, **fixed, "step_details": details, **fields}


def tool_call_delta_event(*deltas: Any, name: str = "step_1") -> Event:
    """Return an event with deltas of the tool calls of a step."""
    delta = {"step_details": {"type": "tool_calls", "tool_calls": list(deltas)}}
    return "thread.run.step.delta", {"id": name, "object": "thread.run.step.delta", "delta": delta}


def code_call(index: int, **fields: Any) -> Dict[str, Any]:
    """Return a code interpreter call, or a delta of one."""
    return {"index": index, "type": "code_interpreter", **fields}


def message_event(action: str, *content: Any, name: str = "msg_1") -> Event:
    """Return an event with a complete message."""
    base = {"id": name, "object": "thread.message", "created_at": 3, "thread_id": "thread_1", "role": "assistant"}
    status = "in_progress" if action == "created" else action
    rest = {"run_id": "run_1", "assistant_id": "asst_1", "attachments": [], "metadata": {}, "status": status}
    return "thread.message." + action, {**base, **rest, "content": list(content)}


def message_delta_event(*deltas: Any, name: str = "msg_1") -> Event:
    """Return an event with deltas of the content of a message."""
    return "thread.message.delta", {"id": name, "object": "thread.message.delta", "delta": {"content": list(deltas)}}


def text_block(value: str, index: int = 0, *annotations: Any) -> Dict[str, Any]:
    """Return a text block, or a delta of one."""
    inner: Dict[str, Any] = {"value": value}
    if annotations:
        inner["annotations"] = list(annotations)
    return {"index": index, "type": "text", "text": inner}


def image_block(index: int, name: str = "file-1") -> Dict[str, Any]:
    """Return an image block."""
    return {"index": index, "type": "image_file", "image_file": {"file_id": name, "detail": "auto"}}


def completed_block(block: Dict[str, Any]) -> Dict[str, Any]:
    """Return a content block as it is in a complete message: without its index."""
    return {key: value for key, value in block.items() if key != "index"}


DONE: Event = ("done", "[DONE]")
BEGIN: List[Event] = [("thread.created", {"id": "thread_1", "object": "thread", "created_at": 0, "metadata": {}})]
BEGIN += [run_event("created", status="queued"), run_event("queued"), run_event("in_progress")]
CITED = {"index": 0, "type": "file_citation", "text": "[0]", "start_index": 9, "end_index": 12}
CITATION = {**CITED, "file_citation": {"file_id": "file-1"}}
FINAL_TEXT = text_block("Hello, wörld[0]", 0, {key: value for key, value in CITATION.items() if key != "index"})

RUNS: Dict[str, List[Event]] = {
    "text": [
        *BEGIN,
        step_event("created", "message"),
        step_event("in_progress", "message"),
        message_event("created"),
        message_event("in_progress"),
        message_delta_event(text_block("Hello")),
        message_delta_event(text_block(", wörld")),
        message_delta_event(text_block("[0]", 0, CITATION)),
        message_delta_event(),
        message_event("completed", completed_block(FINAL_TEXT)),
        step_event("completed", "message", status="completed", usage={"total_tokens": 3}),
        run_event("completed", usage={"total_tokens": 3}),
        DONE,
    ],
    "images": [
        *BEGIN,
        message_event("created"),
        message_delta_event(image_block(0)),
        message_delta_event(text_block("See", 1)),
        message_delta_event(text_block(" this", 1), text_block("and", 2)),
        message_delta_event(image_block(3, "file-2")),
        message_event(
            "completed",
            *map(
                completed_block, (image_block(0), text_block("See this"), text_block("and"), image_block(3, "file-2"))
            ),
        ),
        message_event("created", name="msg_2"),
        message_delta_event(text_block("a", 0), text_block("b", 0), name="msg_2"),
        message_delta_event(
            {"index": 0, "type": "text"}, {"index": 1, "type": "refusal", "refusal": "no"}, name="msg_2"
        ),
        message_event("incomplete", text_block("ab"), {"type": "refusal", "refusal": "no"}, name="msg_2"),
        run_event("incomplete", incomplete_details={"reason": "max_completion_tokens"}),
        DONE,
    ],
    "tools": [
        *BEGIN,
        step_event("created", "tools"),
        step_event("in_progress", "tools"),
        tool_call_delta_event(code_call(0, id="call_1", code_interpreter={"input": "", "outputs": []})),
        tool_call_delta_event(code_call(0, code_interpreter={"input": "1 "})),
        tool_call_delta_event(code_call(0, code_interpreter={"input": "+ 1"})),
        tool_call_delta_event(code_call(0, code_interpreter={"outputs": [{"index": 0, "type": "logs", "logs": "2"}]})),
        tool_call_delta_event(code_call(0, code_interpreter={"outputs": [{"index": 0, "type": "logs", "logs": "\n"}]})),
        tool_call_delta_event(
            code_call(0, code_interpreter={"outputs": [{"index": 1, "type": "image", "image": {"file_id": "f"}}]})
        ),
        tool_call_delta_event({"index": 1, "id": "call_2", "type": "file_search", "file_search": {}}),
        ("thread.run.step.delta", {"id": "step_1", "object": "thread.run.step.delta", "delta": {}}),
        step_event("completed", "tools", status="completed"),
        step_event("created", "tools", "step_2"),
        tool_call_delta_event(code_call(0, id="call_3", code_interpreter={"input": "x"}), name="step_2"),
        step_event("failed", "tools", "step_2", status="failed", last_error={"code": "server_error", "message": "no"}),
        run_event("failed", last_error={"code": "server_error", "message": "no"}),
        DONE,
    ],
    "functions": [
        *BEGIN,
        step_event("created", "tools"),
        tool_call_delta_event(
            {"index": 0, "id": "call_1", "type": "function", "function": {"name": "f", "arguments": ""}}
        ),
        tool_call_delta_event({"index": 0, "type": "function", "function": {"arguments": '{"a":'}}),
        tool_call_delta_event({"index": 0, "type": "function", "function": {"arguments": " 1}"}}),
        tool_call_delta_event(
            {"index": 1, "id": "call_2", "type": "function", "function": {"name": "g", "arguments": "{}"}}
        ),
        run_event("requires_action", required_action={"type": "submit_tool_outputs"}),
        DONE,
    ],
    "cancelled": [
        *BEGIN,
        step_event("created", "tools"),
        run_event("cancelling"),
        step_event("cancelled", "tools"),
        run_event("cancelled"),
        DONE,
    ],
    "expired": [*BEGIN, step_event("created", "tools"), step_event("expired", "tools"), run_event("expired"), DONE],
    "nothing": [BEGIN[0], DONE],
    "error": [
        *BEGIN,
        message_event("created"),
        message_delta_event(text_block("He")),
        ("error", {"error": {"message": "Broken", "code": "x"}}),
    ],
    "no message": [*BEGIN, message_delta_event(text_block("Hello")), DONE],
    "no step": [*BEGIN, tool_call_delta_event(code_call(0)), DONE],
}


def sse(events: List[Event]) -> bytes:
    """Encode events as a server-sent event stream."""
    lines = (
        "event: {}\ndata: {}\n\n".format(name, data if isinstance(data, str) else json.dumps(data))
        for name, data in events
    )
    return "".join(lines).encode()
