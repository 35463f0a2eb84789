# SPDX-License-Identifier: MIT
"""Handlers of assistants, threads, messages and runs.

A new run is queued, in progress after its first retrieval and completed after the second, or as soon as the messages
or steps of its thread are listed. So polling takes several requests, and no client has to wait. If the last message
contains "use the tool" and the run has a function, the run requires action first. A streamed run completes while it is
streamed.
"""

from __future__ import annotations

from .handlers_chat import last_user_text, make_arguments, reply_text, select_function, split_words
from .object_types import get_collection, text_content
from .server_responses import APIErrorResponse, ServerResponse, encode_event, event_stream, json_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    from .handler_call import Call
    from .object_types import Collection

    Object = Dict[str, Any]

_FINAL_STATUSES = ("completed", "cancelled", "failed", "expired", "incomplete")


def create_assistant(call: Call) -> ServerResponse:
    """Handle POST /assistants."""
    item = call.store.create(get_collection("assistants"), call.ids, call.params)
    _attach_files(
        call, get_collection("assistants", item["id"], "files"), {"assistant_id": item["id"]}, item["file_ids"]
    )
    return json_response(item)


def _attach_files(call: Call, collection: Collection, ids: Dict[str, str], file_ids: Any) -> None:
    """Store the files of an assistant or a message, a feature of the first beta."""
    for file_id in file_ids if isinstance(file_ids, list) else []:
        created = call.store.new_id(collection.object_type.object + "-")[1]
        call.store.add(collection, collection.object_type.build(str(file_id), created, ids, {}))


def _add_message(call: Call, thread_id: str, params: Object) -> Object:
    item = call.store.create(get_collection("threads", thread_id, "messages"), {"thread_id": thread_id}, params)
    files = get_collection("threads", thread_id, "messages", item["id"], "files")
    _attach_files(call, files, {"message_id": item["id"]}, item["file_ids"])
    return item


def create_thread(call: Call) -> ServerResponse:
    """Handle POST /threads."""
    return json_response(_add_thread(call, call.params))


def _add_thread(call: Call, params: Object) -> Object:
    item = call.store.create(get_collection("threads"), {}, params)
    for message in params.get("messages") or []:
        _add_message(call, item["id"], message)
    return item


def create_message(call: Call) -> ServerResponse:
    """Handle POST /threads/{thread_id}/messages."""
    thread = call.find_root("threads", "thread_id")
    return json_response(_add_message(call, thread["id"], call.params))


def list_messages(call: Call) -> ServerResponse:
    """Handle GET /threads/{thread_id}/messages."""
    thread = call.find_root("threads", "thread_id")
    _finish_runs(call, thread["id"])
    return json_response(call.store.page(get_collection("threads", thread["id"], "messages"), call.query))


def create_run(call: Call) -> ServerResponse:
    """Handle POST /threads/{thread_id}/runs."""
    thread = call.find_root("threads", "thread_id")
    for message in call.params.get("additional_messages") or []:
        _add_message(call, thread["id"], message)
    return _run_response(call, _add_run(call, thread["id"]), [])


def create_thread_and_run(call: Call) -> ServerResponse:
    """Handle POST /threads/runs."""
    thread = _add_thread(call, call.params.get("thread") or {})
    return _run_response(call, _add_run(call, thread["id"]), [encode_event(thread, "thread.created")])


def _add_run(call: Call, thread_id: str) -> Object:
    assistant = call.find(get_collection("assistants"), call.text("assistant_id"))
    params = {key: assistant[key] for key in ("model", "instructions", "tools", "temperature", "file_ids")}
    params["instructions"] = params["instructions"] or ""
    params.update((key, value) for key, value in call.params.items() if value is not None)
    return call.store.create(get_collection("threads", thread_id, "runs"), {"thread_id": thread_id}, params)


def _run_response(call: Call, run: Object, events: List[bytes]) -> ServerResponse:
    """Return the response to the start or continuation of a run: the run, or a stream of it up to its end."""
    if not call.wants_stream:
        return json_response(run)
    execution = RunExecution(call, run, events)
    execution.start()
    execution.finish()
    return event_stream(execution.events + [b"event: done\ndata: [DONE]\n\n"])


def retrieve_run(call: Call) -> ServerResponse:
    """Handle GET /threads/{thread_id}/runs/{run_id}, and advance the run by one status."""
    run = _find_run(call)
    execution = RunExecution(call, run, [])
    if run["status"] == "queued":
        execution.start()
    elif run["status"] == "in_progress":
        execution.finish()
    response = json_response(run)
    response.headers["openai-poll-after-ms"] = "10"
    return response


def _find_run(call: Call) -> Object:
    thread = call.find_root("threads", "thread_id")
    return call.find(get_collection("threads", thread["id"], "runs"), call.ids["run_id"])


def _finish_runs(call: Call, thread_id: str) -> None:
    """Finish all pending runs of a thread."""
    for run in call.store.items(get_collection("threads", thread_id, "runs")):
        if run["status"] in ("queued", "in_progress"):
            execution = RunExecution(call, run, [])
            execution.start()
            execution.finish()


def cancel_run(call: Call) -> ServerResponse:
    """Handle POST /threads/{thread_id}/runs/{run_id}/cancel."""
    run = _find_run(call)
    if run["status"] in _FINAL_STATUSES:
        raise APIErrorResponse(400, "Cannot cancel run with status '{}'.".format(run["status"]))
    run.update(status="cancelled", cancelled_at=run["created_at"] + 1, expires_at=None, required_action=None)
    return json_response(run)


def submit_tool_outputs(call: Call) -> ServerResponse:
    """Handle POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs."""
    run = _find_run(call)
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
    return _run_response(call, run, [])


def list_steps(call: Call) -> ServerResponse:
    """Handle GET /threads/{thread_id}/runs/{run_id}/steps."""
    run = _find_run(call)
    _finish_runs(call, run["thread_id"])
    steps = get_collection("threads", run["thread_id"], "runs", run["id"], "steps")
    return json_response(call.store.page(steps, call.query))


class RunExecution:
    """Execution of a run, which appends the run's events to `events`."""

    def __init__(self, call: Call, run: Object, events: List[bytes]) -> None:
        self._call = call
        self._run = run
        self._ids = {"thread_id": run["thread_id"], "run_id": run["id"]}
        self.events = events

    def _emit(self, name: str, item: Object) -> None:
        self.events.append(encode_event(item, name))

    def start(self) -> None:
        """Set a queued run in progress; other runs stay as they are."""
        if self._run["status"] != "queued":
            return
        if self._run["started_at"] is None:
            self._emit("thread.run.created", self._run)
        self._emit("thread.run.queued", self._run)
        self._run.update(status="in_progress", started_at=self._run["created_at"])
        self._emit("thread.run.in_progress", self._run)

    def finish(self) -> None:
        """Call a function and wait for its output, or write a message and complete the run."""
        run = self._run
        messages = self._call.store.items(get_collection("threads", run["thread_id"], "messages"))
        user_text = last_user_text(messages) if messages else ""
        hidden = self._call.store.hidden.get(run["id"], {})
        function = None if "outputs" in hidden else select_function(run["tools"], run["tool_choice"], user_text)
        if function is not None:
            self._call_function(function)
            return
        output_text = reply_text("the tool answered " + hidden["outputs"] if "outputs" in hidden else user_text)
        self._write_message(output_text)
        tokens = {"prompt_tokens": len(split_words(user_text)), "completion_tokens": len(split_words(output_text))}
        usage = dict(tokens, total_tokens=sum(tokens.values()))
        run.update(status="completed", completed_at=run["created_at"] + 2, expires_at=None, usage=usage)
        self._emit("thread.run.completed", run)

    def _add_step(self, details: Object) -> Object:
        steps = get_collection("threads", self._run["thread_id"], "runs", self._run["id"], "steps")
        params = {"type": details["type"], "step_details": details, "assistant_id": self._run["assistant_id"]}
        step = self._call.store.create(steps, self._ids, params)
        step.update(status="in_progress", completed_at=None)
        self._emit("thread.run.step.created", step)
        self._emit("thread.run.step.in_progress", step)
        return step

    def _call_function(self, function: Object) -> None:
        """Require action: the run waits until the client submits the output of a function."""
        tool_call: Object = {
            "id": self._call.store.new_id("call_")[0],
            "type": "function",
            "function": {"name": function.get("name"), "arguments": make_arguments(function), "output": None},
        }
        step = self._add_step({"type": "tool_calls", "tool_calls": [tool_call]})
        delta = {"step_details": {"type": "tool_calls", "tool_calls": [dict(tool_call, index=0)]}}
        self._emit("thread.run.step.delta", {"id": step["id"], "object": "thread.run.step.delta", "delta": delta})
        self._call.store.hidden[self._run["id"]] = step
        requested = {key: value for key, value in tool_call["function"].items() if key != "output"}
        submit = {"tool_calls": [dict(tool_call, function=requested)]}
        self._run["required_action"] = {"type": "submit_tool_outputs", "submit_tool_outputs": submit}
        self._run["status"] = "requires_action"
        self._emit("thread.run.requires_action", self._run)

    def _write_message(self, output_text: str) -> None:
        """Add the assistant's message to the thread, with one delta event for each word."""
        run = self._run
        params = {"role": "assistant", "content": "", "assistant_id": run["assistant_id"], "run_id": run["id"]}
        message = _add_message(self._call, run["thread_id"], params)
        step = self._add_step({"type": "message_creation", "message_creation": {"message_id": message["id"]}})
        message.update(content=[], status="in_progress", completed_at=None)
        self._emit("thread.message.created", message)
        self._emit("thread.message.in_progress", message)
        for number, word in enumerate(split_words(output_text)):
            text: Object = {"value": word, "annotations": []} if number == 0 else {"value": word}
            delta = {"content": [{"index": 0, "type": "text", "text": text}]}
            self._emit("thread.message.delta", {"id": message["id"], "object": "thread.message.delta", "delta": delta})
        message.update(content=text_content(output_text), status="completed", completed_at=message["created_at"])
        self._emit("thread.message.completed", message)
        step.update(status="completed", completed_at=step["created_at"])
        self._emit("thread.run.step.completed", step)


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
