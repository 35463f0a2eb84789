# SPDX-License-Identifier: MIT
"""Call the functions that an agent asks for, and submit their results to its session. No I/O: the calls are a flow."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass
from uuid import uuid4

from ..call.api_errors import BadRequestError
from ..call.errors import ArgumentError
from ..call.json_body import encode_json
from ..call.sentinels import omit
from .agent_tools import FunctionTool
from .flow import Sleep, run_flow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Mapping, Optional, Set, Tuple

    from .flow import Flow

RACE_DELAYS = (0.1, 0.3, 0.6)  # seconds before a result is submitted again because its call is not known yet
OWN_HEADERS = ("idempotency-key", "x-stainless-raw-response")  # of one request, not of all that a helper sends
ARGUMENTS, EXECUTION, OUTPUT = "arguments", "execution", "output"  # stages of a call


@dataclass(frozen=True)
class AgentToolError:
    """A failed call of a function: what `on_tool_error` gets. The model only gets to know that it failed.

    `stage` is "arguments", "execution" or "output".
    """

    error: Exception
    tool_name: str
    session_id: str
    turn_id: str
    call_id: str
    stage: str


def request_options(extra_headers: Optional[Mapping[str, Any]], timeout: Any) -> Dict[str, Any]:
    """Return the options of all requests of a helper, without the headers that belong to one request."""
    if extra_headers is not None:
        extra_headers = {key: value for key, value in extra_headers.items() if key.lower() not in OWN_HEADERS}
    return {"extra_headers": extra_headers, "timeout": timeout}


class ToolDispatcher:
    """The functions that an agent may call, by name, for one stream of events."""

    def __init__(
        self,
        sessions: Any,
        handlers: Optional[Mapping[str, Callable[..., Any]]],
        *,
        on_tool_error: Optional[Callable[[AgentToolError], Any]] = None,
        extra_headers: Optional[Mapping[str, Any]] = None,
        timeout: Any = omit,
    ) -> None:
        self.handlers: Dict[str, Any] = dict(handlers or {})
        self._sessions = sessions
        self._on_tool_error = on_tool_error
        self._options = request_options(extra_headers, timeout)
        self._handled: Set[Tuple[str, str]] = set()

    def take_call(self, event: Any) -> Any:
        """Return what to dispatch for an event, a copy that the program cannot change, or None."""
        if event.get("type") != "agent.session.turn.item.added" or event.item.get("type") != "function_call":
            return None
        call = event.item
        key = (call.turn_id, call.call_id)
        if call.name not in self.handlers or key in self._handled:
            return None
        self._handled.add(key)
        return event.session_id, deepcopy(call), self.handlers[call.name]

    def dispatch(self, pending: Any) -> Any:
        """Call the function and submit its result; with an async client, return a coroutine that does."""
        return run_flow(self._sessions, self._dispatch(*pending))

    def _dispatch(self, session_id: str, call: Any, handler: Any) -> Flow:
        attempt = _Attempt()
        try:
            output = yield from self._call(attempt, handler, call)
            result = _success(call, output)
        except Exception as error:
            result = _failure(call)
            if self._on_tool_error is not None:
                failure = AgentToolError(error, call.name, session_id, call.turn_id, call.call_id, attempt.stage)
                yield from self._notify(self._on_tool_error, failure)
        yield from self._submit(session_id, result)

    def _call(self, attempt: _Attempt, handler: Any, call: Any) -> Flow:
        arguments = json.loads(call.arguments) if isinstance(call.arguments, str) else deepcopy(call.arguments)
        if not isinstance(arguments, dict):
            raise ValueError("arguments: expected a JSON object, got {!r}".format(arguments))
        arguments = dict(arguments)
        is_own_tool = isinstance(handler, FunctionTool) and type(handler).__call__ is FunctionTool.__call__
        if is_own_tool:
            arguments = handler.parse(arguments)
        attempt.stage = EXECUTION
        output = yield lambda: (handler.call_handler if is_own_tool else handler)(arguments)
        if hasattr(output, "__await__"):  # with the sync client; the async one has awaited it
            _discard(output)
            raise ArgumentError("{}: the handler is async; use AsyncOpenAI".format(call.name))
        attempt.stage = OUTPUT
        return handler.convert_output(output) if is_own_tool else output

    def _notify(self, on_tool_error: Callable[[AgentToolError], Any], failure: AgentToolError) -> Flow:
        try:
            _discard((yield lambda: on_tool_error(failure)))
        except Exception:
            return  # the caller's logging must not decide about the turn

    def _submit(self, session_id: str, result: Dict[str, Any]) -> Flow:
        key = str(uuid4())  # also for the retries
        arguments = {"events": [result], "idempotency_key": key, **self._options}
        for delay in (*RACE_DELAYS, None):
            try:
                yield lambda: self._sessions.events.create(session_id, **arguments)
                return
            except BadRequestError as error:
                if delay is None or not _is_call_unknown(error, result["call_id"]):
                    raise
            yield Sleep(delay)


class _Attempt:
    """How far a call has come."""

    stage = ARGUMENTS


def _discard(awaitable: Any) -> None:
    close = getattr(awaitable, "close", None) or getattr(awaitable, "cancel", None)
    if hasattr(awaitable, "__await__") and close is not None:
        close()


def _success(call: Any, output: Any) -> Dict[str, Any]:
    if hasattr(output, "keys"):
        output = json.dumps(dict(output), separators=(",", ":"))
    elif output is not None and not isinstance(output, str):
        output = list(output)
    encode_json(output)  # raises here, where a failure is reported to the model
    return {
        "type": "agent.session.input.tool_result",
        "turn_id": call.turn_id,
        "call_id": call.call_id,
        "success": True,
        "output": output,
    }


def _failure(call: Any) -> Dict[str, Any]:
    return {
        "type": "agent.session.input.tool_result",
        "turn_id": call.turn_id,
        "call_id": call.call_id,
        "success": False,
        "error": "Tool handler failed.",  # never the exception's text, which may have secrets
    }


def _is_call_unknown(error: BadRequestError, call_id: str) -> bool:
    """Return whether the server doesn't know the call yet: its event can arrive before it is registered."""
    body = error.body if isinstance(error.body, dict) else {}
    expected = ("invalid_request_error", "Unknown pending tool call: " + call_id)
    return (body.get("code"), body.get("message")) == expected
