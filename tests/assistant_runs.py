# SPDX-License-Identifier: MIT
"""Runs of assistants as the server streams them, in the shapes of the API reference: for tests of what becomes of them.

What lives here: events and their bytes. What must not: a client. Neighbours: test_assistant_streams.py,
test_official_assistants.py.
"""

from __future__ import annotations

import json
from typing import Any, Dict, List, Tuple

Event = Tuple[str, Any]


def run(what: str, **fields: Any) -> Event:
    """Return an event about the run."""
    base = {"id": "run_1", "object": "thread.run", "created_at": 1, "assistant_id": "asst_1", "thread_id": "thread_1"}
    whole = {**base, "status": what, "instructions": None, "model": "gpt-4o", "tools": [], "metadata": {}, **fields}
    return "thread.run." + what, whole


def step(what: str, kind: str, name: str = "step_1", **fields: Any) -> Event:
    """Return an event about a whole step."""
    details: Dict[str, Any] = {"type": "tool_calls", "tool_calls": []}
    if kind == "message":
        details = {"type": "message_creation", "message_creation": {"message_id": "msg_1"}}
    base = {"id": name, "object": "thread.run.step", "created_at": 2, "run_id": "run_1", "thread_id": "thread_1"}
    known = {"assistant_id": "asst_1", "type": details["type"], "status": "in_progress", "usage": None}
    return "thread.run.step." + what, {**base, **known, "step_details": details, **fields}


def calls(*pieces: Any, name: str = "step_1") -> Event:
    """Return an event that adds to the tool calls of a step."""
    delta = {"step_details": {"type": "tool_calls", "tool_calls": list(pieces)}}
    return "thread.run.step.delta", {"id": name, "object": "thread.run.step.delta", "delta": delta}


def code(index: int, **fields: Any) -> Dict[str, Any]:
    """Return a piece of a call of the code interpreter."""
    return {"index": index, "type": "code_interpreter", **fields}


def message(what: str, *content: Any, name: str = "msg_1") -> Event:
    """Return an event about a whole message."""
    base = {"id": name, "object": "thread.message", "created_at": 3, "thread_id": "thread_1", "role": "assistant"}
    status = "in_progress" if what == "created" else what
    rest = {"run_id": "run_1", "assistant_id": "asst_1", "attachments": [], "metadata": {}, "status": status}
    return "thread.message." + what, {**base, **rest, "content": list(content)}


def content(*pieces: Any, name: str = "msg_1") -> Event:
    """Return an event that adds to the content of a message."""
    return "thread.message.delta", {"id": name, "object": "thread.message.delta", "delta": {"content": list(pieces)}}


def text(value: str, index: int = 0, *annotations: Any) -> Dict[str, Any]:
    """Return a text, or a piece of one."""
    inner: Dict[str, Any] = {"value": value}
    if annotations:
        inner["annotations"] = list(annotations)
    return {"index": index, "type": "text", "text": inner}


def image(index: int, name: str = "file-1") -> Dict[str, Any]:
    """Return an image of a message."""
    return {"index": index, "type": "image_file", "image_file": {"file_id": name, "detail": "auto"}}


def whole(piece: Dict[str, Any]) -> Dict[str, Any]:
    """Return a piece as it stands in a message that is complete."""
    return {key: value for key, value in piece.items() if key != "index"}


DONE: Event = ("done", "[DONE]")
BEGIN: List[Event] = [("thread.created", {"id": "thread_1", "object": "thread", "created_at": 0, "metadata": {}})]
BEGIN += [run("created", status="queued"), run("queued"), run("in_progress")]
CITED = {"index": 0, "type": "file_citation", "text": "[0]", "start_index": 9, "end_index": 12}
CITATION = {**CITED, "file_citation": {"file_id": "file-1"}}
ANSWER = text("Hello, wörld[0]", 0, {key: value for key, value in CITATION.items() if key != "index"})

RUNS: Dict[str, List[Event]] = {
    "text": [
        *BEGIN,
        step("created", "message"),
        step("in_progress", "message"),
        message("created"),
        message("in_progress"),
        content(text("Hello")),
        content(text(", wörld")),
        content(text("[0]", 0, CITATION)),
        content(),
        message("completed", whole(ANSWER)),
        step("completed", "message", status="completed", usage={"total_tokens": 3}),
        run("completed", usage={"total_tokens": 3}),
        DONE,
    ],
    "images": [
        *BEGIN,
        message("created"),
        content(image(0)),
        content(text("See", 1)),
        content(text(" this", 1), text("and", 2)),
        content(image(3, "file-2")),
        message("completed", *map(whole, (image(0), text("See this"), text("and"), image(3, "file-2")))),
        message("created", name="msg_2"),
        content(text("a", 0), text("b", 0), name="msg_2"),
        content({"index": 0, "type": "text"}, {"index": 1, "type": "refusal", "refusal": "no"}, name="msg_2"),
        message("incomplete", text("ab"), {"type": "refusal", "refusal": "no"}, name="msg_2"),
        run("incomplete", incomplete_details={"reason": "max_completion_tokens"}),
        DONE,
    ],
    "tools": [
        *BEGIN,
        step("created", "tools"),
        step("in_progress", "tools"),
        calls(code(0, id="call_1", code_interpreter={"input": "", "outputs": []})),
        calls(code(0, code_interpreter={"input": "1 "})),
        calls(code(0, code_interpreter={"input": "+ 1"})),
        calls(code(0, code_interpreter={"outputs": [{"index": 0, "type": "logs", "logs": "2"}]})),
        calls(code(0, code_interpreter={"outputs": [{"index": 0, "type": "logs", "logs": "\n"}]})),
        calls(code(0, code_interpreter={"outputs": [{"index": 1, "type": "image", "image": {"file_id": "f"}}]})),
        calls({"index": 1, "id": "call_2", "type": "file_search", "file_search": {}}),
        ("thread.run.step.delta", {"id": "step_1", "object": "thread.run.step.delta", "delta": {}}),
        step("completed", "tools", status="completed"),
        step("created", "tools", "step_2"),
        calls(code(0, id="call_3", code_interpreter={"input": "x"}), name="step_2"),
        step("failed", "tools", "step_2", status="failed", last_error={"code": "server_error", "message": "no"}),
        run("failed", last_error={"code": "server_error", "message": "no"}),
        DONE,
    ],
    "functions": [
        *BEGIN,
        step("created", "tools"),
        calls({"index": 0, "id": "call_1", "type": "function", "function": {"name": "f", "arguments": ""}}),
        calls({"index": 0, "type": "function", "function": {"arguments": '{"a":'}}),
        calls({"index": 0, "type": "function", "function": {"arguments": " 1}"}}),
        calls({"index": 1, "id": "call_2", "type": "function", "function": {"name": "g", "arguments": "{}"}}),
        run("requires_action", required_action={"type": "submit_tool_outputs"}),
        DONE,
    ],
    "cancelled": [
        *BEGIN,
        step("created", "tools"),
        run("cancelling"),
        step("cancelled", "tools"),
        run("cancelled"),
        DONE,
    ],
    "expired": [*BEGIN, step("created", "tools"), step("expired", "tools"), run("expired"), DONE],
    "nothing": [BEGIN[0], DONE],
    "error": [
        *BEGIN,
        message("created"),
        content(text("He")),
        ("error", {"error": {"message": "Broken", "code": "x"}}),
    ],
    "no message": [*BEGIN, content(text("Hello")), DONE],
    "no step": [*BEGIN, calls(code(0)), DONE],
}


def sse(events: List[Event]) -> bytes:
    """Return events as bytes of a stream."""
    lines = (
        "event: {}\ndata: {}\n\n".format(name, data if isinstance(data, str) else json.dumps(data))
        for name, data in events
    )
    return "".join(lines).encode()
