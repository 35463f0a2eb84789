# SPDX-License-Identifier: MIT
"""State of an assistant run, built from its events: snapshots, and the handler methods to call for each event.

No I/O: assistant_handlers.py reads the stream and calls the methods.
https://platform.openai.com/docs/api-reference/assistants-streaming/events
"""

from __future__ import annotations

from ..results.guard import guard
from .deltas import accumulate_delta, copy_untyped, find_item
from .tool_calls import ToolCalls

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional, Tuple

    HandlerCall = Tuple[str, Tuple[Any, ...]]  # the name of a handler's method, and its arguments

RUN_ACTIVE = frozenset(("created", "in_progress", "cancelling", "queued"))
RUN_STOPPED = frozenset(("completed", "cancelled", "expired", "failed", "requires_action", "incomplete"))
STEP_TERMINAL = frozenset(("completed", "cancelled", "expired", "failed"))


class AssistantState:
    """Snapshots of a run, its steps and its messages after the events so far.

    Snapshots are never changed in place: an event that extends one replaces it with a new object. The order of the
    handler calls is that of the `openai` package, on which existing handlers rely. This includes its second
    `on_tool_call_done` for the same tool call, when the step ends and again when the run stops.
    """

    def __init__(self) -> None:
        self.response: Any = None  # the HTTP response, for error messages
        self.event: Any = None  # the event whose handler methods are being called
        self.run: Any = None
        self.message: Any = None
        self.messages: Dict[str, Any] = {}
        self.steps: Dict[str, Any] = {}
        self.step_id: Optional[str] = None
        self._tool_calls: Dict[str, ToolCalls] = {}  # by the id of the step
        self._content_index: Optional[int] = None
        self._content: Any = None
        self._tool_index: Optional[int] = None
        self._tool: Any = None

    @property
    def step(self) -> Any:
        """The snapshot of the current step, or None between steps."""
        return None if self.step_id is None else self.steps.get(self.step_id)

    def feed(self, event: Any) -> Iterator[HandlerCall]:
        """Add an event and yield the handler calls to make.

        The state changes as the calls are consumed, so a handler sees the snapshot that belongs to its call.
        Raises InvalidStreamError, a RuntimeError, for a delta before its message or step, APIResponseValidationError
        for invalid data.
        """
        calls = self._handle(event)
        while True:
            call = guard("assistant event", lambda _: next(calls, None), event, self.response)
            if call is None:
                return
            yield call

    def _handle(self, event: Any) -> Iterator[HandlerCall]:
        self.event = event
        yield "on_event", (event,)
        object_type, _, action = str(event.get("event")).rpartition(".")
        if object_type == "thread.run":
            yield from self._handle_run(action, event.data)
        elif object_type == "thread.run.step":
            yield from self._handle_step(action, event.data)
        elif object_type == "thread.message":
            yield from self._handle_message(action, event.data)
        self.event = None

    def _handle_run(self, action: str, run: Any) -> Iterator[HandlerCall]:
        if action in RUN_ACTIVE or action in RUN_STOPPED:
            self.run = run
        if action in RUN_STOPPED and self._tool is not None:
            yield "on_tool_call_done", (self._tool,)

    def _handle_step(self, action: str, data: Any) -> Iterator[HandlerCall]:
        if action == "created":
            self.steps[data.id] = data
            self.step_id = data.id
            yield "on_run_step_created", (data,)
        elif action == "in_progress":
            self.step_id = data.id
        elif action == "delta":
            delta = data.delta
            snapshot, added = self._add_step_delta(data.id, delta or {})
            for tool_delta, place in added:
                yield from self._handle_tool_delta(tool_delta, place, snapshot)
            yield "on_run_step_delta", (delta, snapshot)
        elif action in STEP_TERMINAL:
            if self._tool is not None:
                yield "on_tool_call_done", (self._tool,)
            yield "on_run_step_done", (data,)
            self.step_id = None

    def _add_step_delta(self, step_id: str, delta: Any) -> Tuple[Any, List[Tuple[Any, int]]]:
        """Add a delta to a step; return its snapshot, and each delta of a tool call with the place of that call."""
        step = self.steps.get(step_id)
        if step is None:
            raise RuntimeError("Encountered a step delta with no previous snapshot")
        details: Any = delta.step_details if delta else None
        deltas = [one for one in (details.tool_calls or () if details else ()) if one is not None]
        if not deltas:
            self.steps[step_id] = accumulate_delta(step, delta)
            return self.steps[step_id], []
        calls = self._tool_calls.get(step_id)
        if calls is None:
            calls = self._tool_calls[step_id] = ToolCalls()
            calls.add(
                [
                    {"index": n, **call}
                    for n, call in enumerate((step.get("step_details") or {}).get("tool_calls") or ())
                ]
            )
        added = calls.add(deltas)
        others = {name: value for name, value in dict.items(details) if name != "tool_calls"}
        snapshot = accumulate_delta(step, {**delta, "step_details": others})
        snapshot["step_details"]["tool_calls"] = calls.to_list()
        self.steps[step_id] = snapshot
        return snapshot, [(one, call.place) for one, (call, _) in zip(deltas, added)]

    def _handle_tool_delta(self, delta: Any, place: int, step: Any) -> Iterator[HandlerCall]:
        tool = step.step_details.tool_calls[place]
        if place == self._tool_index:
            yield "on_tool_call_delta", (delta, tool)
        else:
            if self._tool is not None:
                yield "on_tool_call_done", (self._tool,)
            self._tool_index, self._tool = place, tool
            yield "on_tool_call_created", (tool,)
        self._tool = tool

    def _handle_message(self, action: str, data: Any) -> Iterator[HandlerCall]:
        if action == "created":
            self._store_message(data)
            yield "on_message_created", (data,)
        elif action == "delta":
            deltas = [delta for delta in (data.delta.content if data.delta else None) or () if delta is not None]
            positions, new = self._apply_content(deltas)
            for position in new:
                if self.message.content[position].type == "text":
                    yield "on_text_created", (self.message.content[position].text,)
            for delta, position in zip(deltas, positions):
                yield from self._handle_content_delta(delta, position)
            yield "on_message_delta", (data.delta, self.message)
        elif action in ("completed", "incomplete"):
            self._store_message(data)
            if self._content_index is not None:
                for content in (data.content or ())[self._content_index :][:1]:
                    yield from _content_done_calls(content)
            yield "on_message_done", (data,)

    def _store_message(self, message: Any) -> None:
        self.message = self.messages[message.id] = message

    def _apply_content(self, deltas: List[Any]) -> Tuple[List[int], List[int]]:
        """Add content deltas to the message; return the positions of their blocks, and those of the new ones."""
        if self.message is None:
            raise RuntimeError("Encountered a message delta with no previous snapshot")
        content: List[Any] = list(self.message.content or ())
        positions, new = [], []
        for delta in deltas:
            position = find_item(content, delta)
            if position is None and delta.get("index") is None and content:
                # Without an index, it belongs to the last block if it can.
                position = len(content) - 1 if delta.get("type") in (None, content[-1].get("type")) else None
            if position is None:
                position = len(content)
                content.append(copy_untyped(delta))
                new.append(position)
            else:
                content[position] = accumulate_delta(content[position], delta)
            positions.append(position)
        self._store_message(self.message.copy(update={"content": content}))
        return positions, new

    def _handle_content_delta(self, delta: Any, position: int) -> Iterator[HandlerCall]:
        content = self.message.content[position]
        if delta.type == "text" and delta.text is not None:
            yield "on_text_delta", (delta.text, content.text)
        if position != self._content_index:
            if self._content is not None:
                yield from _content_done_calls(self._content)
            self._content_index = position
        self._content = content


def _content_done_calls(content: Any) -> Iterator[HandlerCall]:
    if content.type == "text":
        yield "on_text_done", (content.text,)
    elif content.type == "image_file":
        yield "on_image_file_done", (content.image_file,)


def extract_text(event: Any) -> List[str]:
    """Return the non-empty text deltas of an event, one string per content block."""
    texts: List[str] = guard("assistant event", _extract_text, event)
    return texts


def _extract_text(event: Any) -> List[str]:
    if event.get("event") != "thread.message.delta" or not event.data.delta:
        return []
    deltas = event.data.delta.content or ()
    return [delta.text.value for delta in deltas if delta.type == "text" and delta.text and delta.text.value]
