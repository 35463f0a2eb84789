# SPDX-License-Identifier: MIT
"""Assistants at work: threads with messages, and runs that come to an end.

A run is queued when it is made, in progress when it is first looked at and completed the second time, or as soon as
somebody lists the messages or steps; so that polling has something to poll and nobody has to wait. If the last message
says "use the tool" and there is a function, the run requires action first. A streamed run ends while it is streamed.
"""

from __future__ import annotations

from .handlers_chat import arguments_for, first_function, last_user_text, reply_text, split_words
from .object_types import collection, text_content
from .server_responses import APIErrorResponse, ServerResponse, event, event_stream, json_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    from .handler_call import Call

    Object = Dict[str, Any]

_OVER = ("completed", "cancelled", "failed", "expired", "incomplete")


def create_assistant(call: Call) -> ServerResponse:
    """Answer POST /assistants."""
    item = call.store.create(collection("assistants"), call.ids, call.params)
    _attach(call, collection("assistants", item["id"], "files"), {"assistant_id": item["id"]}, item["file_ids"])
    return json_reply(item)


def _attach(call: Call, where: Any, ids: Dict[str, str], file_ids: Any) -> None:
    """Keep the files of an assistant or a message, as the first beta had them."""
    for name in file_ids if isinstance(file_ids, list) else []:
        created = call.store.new_id(where.kind.object + "-")[1]
        call.store.add(where, where.kind.build(str(name), created, ids, {}))


def _add_message(call: Call, thread_id: str, params: Object) -> Object:
    item = call.store.create(collection("threads", thread_id, "messages"), {"thread_id": thread_id}, params)
    files = collection("threads", thread_id, "messages", item["id"], "files")
    _attach(call, files, {"message_id": item["id"]}, item["file_ids"])
    return item


def create_thread(call: Call) -> ServerResponse:
    """Answer POST /threads."""
    return json_reply(_add_thread(call, call.params))


def _add_thread(call: Call, params: Object) -> Object:
    item = call.store.create(collection("threads"), {}, params)
    for message in params.get("messages") or []:
        _add_message(call, item["id"], message)
    return item


def create_message(call: Call) -> ServerResponse:
    """Answer POST /threads/{thread_id}/messages."""
    thread = call.find_root("threads", "thread_id")
    return json_reply(_add_message(call, thread["id"], call.params))


def list_messages(call: Call) -> ServerResponse:
    """Answer GET /threads/{thread_id}/messages."""
    thread = call.find_root("threads", "thread_id")
    _settle(call, thread["id"])
    return json_reply(call.store.page(collection("threads", thread["id"], "messages"), call.query))


def create_run(call: Call) -> ServerResponse:
    """Answer POST /threads/{thread_id}/runs."""
    thread = call.find_root("threads", "thread_id")
    for message in call.params.get("additional_messages") or []:
        _add_message(call, thread["id"], message)
    return _run_reply(call, _add_run(call, thread["id"]), [])


def create_thread_and_run(call: Call) -> ServerResponse:
    """Answer POST /threads/runs."""
    thread = _add_thread(call, call.params.get("thread") or {})
    return _run_reply(call, _add_run(call, thread["id"]), [event(thread, "thread.created")])


def _add_run(call: Call, thread_id: str) -> Object:
    assistant = call.find(collection("assistants"), call.text("assistant_id"))
    params = {key: assistant[key] for key in ("model", "instructions", "tools", "temperature", "file_ids")}
    params["instructions"] = params["instructions"] or ""
    params.update((key, value) for key, value in call.params.items() if value is not None)
    return call.store.create(collection("threads", thread_id, "runs"), {"thread_id": thread_id}, params)


def _run_reply(call: Call, run: Object, events: List[bytes]) -> ServerResponse:
    """Return a run that was just made or given what it asked for: as it is, or streamed to its end."""
    if not call.wants_stream:
        return json_reply(run)
    work = Work(call, run, events)
    work.begin()
    work.finish()
    return event_stream(work.events + [b"event: done\ndata: [DONE]\n\n"])


def retrieve_run(call: Call) -> ServerResponse:
    """Answer GET /threads/{thread_id}/runs/{run_id}, and let the run get on."""
    run = _run_of(call)
    work = Work(call, run, [])
    if run["status"] == "queued":
        work.begin()
    elif run["status"] == "in_progress":
        work.finish()
    reply = json_reply(run)
    reply.headers["openai-poll-after-ms"] = "10"
    return reply


def _run_of(call: Call) -> Object:
    thread = call.find_root("threads", "thread_id")
    return call.find(collection("threads", thread["id"], "runs"), call.ids["run_id"])


def _settle(call: Call, thread_id: str) -> None:
    """Let all runs of a thread come to their ends."""
    for run in call.store.items(collection("threads", thread_id, "runs")):
        if run["status"] in ("queued", "in_progress"):
            work = Work(call, run, [])
            work.begin()
            work.finish()


def cancel_run(call: Call) -> ServerResponse:
    """Answer POST /threads/{thread_id}/runs/{run_id}/cancel."""
    run = _run_of(call)
    if run["status"] in _OVER:
        raise APIErrorResponse(400, "Cannot cancel run with status '{}'.".format(run["status"]))
    run.update(status="cancelled", cancelled_at=run["created_at"] + 1, expires_at=None, required_action=None)
    return json_reply(run)


def submit_tool_outputs(call: Call) -> ServerResponse:
    """Answer POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs."""
    run = _run_of(call)
    outputs = call.params["tool_outputs"]
    if run["status"] != "requires_action" and not call.store.lenient:
        raise APIErrorResponse(400, 'Runs in status "{}" do not accept tool outputs.'.format(run["status"]))
    step = call.store.hidden.get(run["id"])
    if step is not None:
        step.update(status="completed", completed_at=step["created_at"])
        for tool_call, output in zip(step["step_details"]["tool_calls"], outputs):
            tool_call["function"]["output"] = output.get("output")
    call.store.hidden[run["id"]] = {"outputs": " ".join(str(output.get("output")) for output in outputs)}
    run.update(status="queued", required_action=None, completed_at=None, started_at=run["created_at"])
    return _run_reply(call, run, [])


def list_steps(call: Call) -> ServerResponse:
    """Answer GET /threads/{thread_id}/runs/{run_id}/steps."""
    run = _run_of(call)
    _settle(call, run["thread_id"])
    return json_reply(call.store.page(collection("threads", run["thread_id"], "runs", run["id"], "steps"), call.query))


class Work:
    """What a run does, with the events that tell of it."""

    def __init__(self, call: Call, run: Object, events: List[bytes]) -> None:
        self._call = call
        self._run = run
        self._ids = {"thread_id": run["thread_id"], "run_id": run["id"]}
        self.events = events

    def _tell(self, name: str, item: Object) -> None:
        self.events.append(event(item, name))

    def begin(self) -> None:
        """Let a queued run begin."""
        if self._run["status"] != "queued":
            return
        if self._run["started_at"] is None:
            self._tell("thread.run.created", self._run)
        self._tell("thread.run.queued", self._run)
        self._run.update(status="in_progress", started_at=self._run["created_at"])
        self._tell("thread.run.in_progress", self._run)

    def finish(self) -> None:
        """Let a run do its work: call a tool and wait, or write a message and be done."""
        run = self._run
        messages = self._call.store.items(collection("threads", run["thread_id"], "messages"))
        said = last_user_text(messages) if messages else ""
        known = self._call.store.hidden.get(run["id"], {})
        function = None if "outputs" in known else first_function(run["tools"], run["tool_choice"], said)
        if function is not None:
            self._require(function)
            return
        told = reply_text("the tool answered " + known["outputs"] if "outputs" in known else said)
        self._write(told)
        tokens = {"prompt_tokens": len(split_words(said)), "completion_tokens": len(split_words(told))}
        usage = dict(tokens, total_tokens=sum(tokens.values()))
        run.update(status="completed", completed_at=run["created_at"] + 2, expires_at=None, usage=usage)
        self._tell("thread.run.completed", run)

    def _step(self, details: Object) -> Object:
        where = collection("threads", self._run["thread_id"], "runs", self._run["id"], "steps")
        params = {"type": details["type"], "step_details": details, "assistant_id": self._run["assistant_id"]}
        step = self._call.store.create(where, self._ids, params)
        step.update(status="in_progress", completed_at=None)
        self._tell("thread.run.step.created", step)
        self._tell("thread.run.step.in_progress", step)
        return step

    def _require(self, function: Object) -> None:
        """Call a function: the run waits until somebody submits what it returned."""
        tool_call: Object = {
            "id": self._call.store.new_id("call_")[0],
            "type": "function",
            "function": {"name": function.get("name"), "arguments": arguments_for(function), "output": None},
        }
        step = self._step({"type": "tool_calls", "tool_calls": [tool_call]})
        delta = {"step_details": {"type": "tool_calls", "tool_calls": [dict(tool_call, index=0)]}}
        self._tell("thread.run.step.delta", {"id": step["id"], "object": "thread.run.step.delta", "delta": delta})
        self._call.store.hidden[self._run["id"]] = step
        work = {key: value for key, value in tool_call["function"].items() if key != "output"}
        submit = {"tool_calls": [dict(tool_call, function=work)]}
        self._run["required_action"] = {"type": "submit_tool_outputs", "submit_tool_outputs": submit}
        self._run["status"] = "requires_action"
        self._tell("thread.run.requires_action", self._run)

    def _write(self, told: str) -> None:
        """Add the assistant's message to the thread, word by word."""
        run = self._run
        params = {"role": "assistant", "content": "", "assistant_id": run["assistant_id"], "run_id": run["id"]}
        message = _add_message(self._call, run["thread_id"], params)
        step = self._step({"type": "message_creation", "message_creation": {"message_id": message["id"]}})
        message.update(content=[], status="in_progress", completed_at=None)
        self._tell("thread.message.created", message)
        self._tell("thread.message.in_progress", message)
        for number, word in enumerate(split_words(told)):
            text: Object = {"value": word, "annotations": []} if number == 0 else {"value": word}
            delta = {"content": [{"index": 0, "type": "text", "text": text}]}
            self._tell("thread.message.delta", {"id": message["id"], "object": "thread.message.delta", "delta": delta})
        message.update(content=text_content(told), status="completed", completed_at=message["created_at"])
        self._tell("thread.message.completed", message)
        step.update(status="completed", completed_at=step["created_at"])
        self._tell("thread.run.step.completed", step)


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /assistants": create_assistant,
    "POST /threads": create_thread,
    "POST /threads/runs": create_thread_and_run,
    "POST /threads/{thread_id}/messages": create_message,
    "GET /threads/{thread_id}/messages": list_messages,
    "POST /threads/{thread_id}/runs": create_run,
    "GET /threads/{thread_id}/runs/{run_id}": retrieve_run,
    "POST /threads/{thread_id}/runs/{run_id}/cancel": cancel_run,
    "POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs": submit_tool_outputs,
    "GET /threads/{thread_id}/runs/{run_id}/steps": list_steps,
}
