# SPDX-License-Identifier: MIT
"""The state of one run of a tool runner: its history, and what the items of a response mean for it. No I/O."""

from __future__ import annotations

import json
from asyncio import CancelledError
from copy import deepcopy
from dataclasses import dataclass, field
from time import monotonic

from ..call.sentinels import strip_not_given
from .tool_arguments import parse_tool_arguments
from .tool_diagnostics import emit_tool_diagnostic
from .tool_runner_checks import (
    CALLS,
    SERVER_ITEMS,
    check_approved,
    check_fields,
    check_server_item,
    copy_json,
    find_approval_policy,
    find_approved,
    find_mcp_server,
    is_same_output,
    to_input_item,
)
from .tool_runner_params import LOCAL_TOOLS, ToolChoice, add_declared_tools, check_params, check_supplied

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, FrozenSet, List, Mapping, Optional, Set, Tuple

STOPPED = "Tool run stopped before completion."
CANCELLED = "Tool run was cancelled."
TOO_LONG = "Tool run reached max_steps before completion."
COMPLETED_ITEMS = ("function_call", "computer_call", "message", "reasoning", "compaction")


class ToolRunnerError(RuntimeError):
    """A run stopped. `attempted_call_ids` may have had effects; for `completed_call_ids`, there is an output."""

    def __init__(self, message: str, attempted_call_ids: List[str], completed_call_ids: List[str]) -> None:
        super().__init__(message)
        self.attempted_call_ids: Tuple[str, ...] = tuple(attempted_call_ids)
        self.completed_call_ids: Tuple[str, ...] = tuple(completed_call_ids)


class ToolRunnerCancelledError(CancelledError):
    """The task of a run was cancelled; the ids are those of ToolRunnerError."""

    def __init__(self, attempted_call_ids: List[str], completed_call_ids: List[str]) -> None:
        super().__init__(CANCELLED)
        self.attempted_call_ids: Tuple[str, ...] = tuple(attempted_call_ids)
        self.completed_call_ids: Tuple[str, ...] = tuple(completed_call_ids)


@dataclass(frozen=True)
class ResponsesRunnerTurn:
    """A response before its tools are run: they run when the iteration continues.

    With eager execution, some have run already: those in `attempted_call_ids` and `completed_call_ids`. Changing the
    response changes nothing.
    """

    response: Any
    step: int
    final: bool
    tools_executed: bool
    attempted_call_ids: Tuple[str, ...]
    completed_call_ids: Tuple[str, ...]
    _supply: Callable[[Any], None] = field(repr=False, compare=False)
    _append: Callable[[str], None] = field(repr=False, compare=False)

    def supply_outputs(self, outputs: List[Any]) -> None:
        """Set the outputs of functions that allow it, which are not called then; each a `function_call_output`."""
        self._supply(outputs)

    def append_user_text(self, text: str) -> None:
        """Add a message of the user after the outputs of this turn."""
        self._append(text)


class Run:
    """One run: the request, the history, and the calls of the current turn."""

    def __init__(
        self,
        params: Mapping[str, Any],
        tools: List[Dict[str, Any]],
        functions: Mapping[str, Any],
        *,
        max_steps: Optional[int] = None,
        cancelled: Optional[Callable[[], bool]] = None,
        on_diagnostic: Any = None,
        overrides: Any = frozenset(),
    ) -> None:
        params = strip_not_given(params)
        check_params(params)
        self.max_steps: int = 20 if max_steps is None else max_steps
        if type(self.max_steps) is not int or self.max_steps < 1:
            raise ValueError("max_steps: expected a positive integer, got {!r}".format(max_steps))
        self.functions = functions
        self.cancelled = cancelled
        self.on_diagnostic = on_diagnostic
        self.overrides: FrozenSet[str] = frozenset(overrides)
        self.tools: List[Dict[str, Any]] = add_declared_tools(tools, params)
        self.has_computer: bool = any(tool["type"] in LOCAL_TOOLS - {"function"} for tool in self.tools)
        self.request: Dict[str, Any] = {**params, "tools": self.tools}
        if "tool_choice" in params:
            self.request["tool_choice"] = deepcopy(params["tool_choice"])
        self.choice: ToolChoice = ToolChoice(self.request.get("tool_choice"), self.tools)
        given = params.get("input", [])
        self.history: List[Any] = [{"role": "user", "content": given}] if isinstance(given, str) else list(given)
        include = [*(params.get("include") or ()), "reasoning.encrypted_content"]
        self.request["include"] = list(dict.fromkeys(include))
        self.attempted: List[str] = []
        self.completed: List[str] = []
        self.consumed_requests = 0
        self.active_step: Optional[int] = None
        self.user_texts: List[str] = []
        self.last_error: Optional[ToolRunnerError] = None
        self.seen: Set[str] = {item["call_id"] for item in self.history if type(item.get("call_id")) is str}
        self.seen.update(item["id"] for item in self.history if item.get("type") == "mcp_approval_request")
        self.begin(False)

    def begin(self, is_last_step: bool) -> None:
        """Begin a turn."""
        self.items: List[Dict[str, Any]] = []
        self.outputs: List[Dict[str, Any]] = []
        self.browser_failed = False
        self.is_last_step = is_last_step
        self.supplied: Dict[str, Any] = {}
        self.stream_items: Dict[int, Dict[str, Any]] = {}
        self.is_deferred: bool = False
        self._arguments: Dict[str, Any] = {}
        self._turn_seen = set(self.seen)
        self._turn_ids = {item["id"] for item in self.history if type(item.get("id")) is str}
        self._stream_seen = set(self.seen)
        self._stream_ids = set(self._turn_ids)
        self._approved = find_approved(self.history)

    def error(self, message: str) -> ToolRunnerError:
        """Return an error with the calls so far."""
        self.last_error = ToolRunnerError(message, self.attempted, self.completed)
        return self.last_error

    def check_cancelled(self) -> None:
        """Raise ToolRunnerError if the program has cancelled the run."""
        if self.cancelled is not None and self.cancelled():
            raise self.error(CANCELLED)

    def check_item(self, item: Any, seen: Set[str]) -> bool:
        """Return whether an item is a call to run or approve. Raises ToolRunnerError for one that cannot be handled."""
        try:
            data = copy_json(to_input_item(item))
            if data["type"] in SERVER_ITEMS:
                check_server_item(data, self.tools)
            elif data["type"] in COMPLETED_ITEMS:
                check_fields(data)
            else:
                raise self.error("Response contains a tool the runner cannot execute.")
        except ValueError:
            raise self.error("Response contains an item that is incomplete or was not declared.") from None
        if data["type"] == "message" and data.get("status") != "completed":
            raise self.error("Response message did not complete.")
        self._check_selected(data)
        if data["type"] not in CALLS and data["type"] != "mcp_approval_request":
            return False
        if data.get("status") not in (None, "completed"):
            raise self.error("Tool call did not complete.")
        if self.is_last_step:
            raise self.error(TOO_LONG)
        call_id = data.get("id" if data["type"] == "mcp_approval_request" else "call_id")
        if type(call_id) is not str or not call_id or call_id in seen:
            raise self.error("Tool call ID is missing or duplicate.")
        seen.add(call_id)
        if data["type"] == "function_call" and item.name in self.functions and call_id not in self._arguments:
            self._arguments[call_id] = self._parse_arguments(item)
        return True

    def _check_selected(self, data: Dict[str, Any]) -> None:
        """Check that an item is of a registered tool, which `tool_choice` and the tool itself allow."""
        kind = data["type"]
        if kind == "function_call":
            declaration = next((tool for tool in self.tools if tool.get("name") == data.get("name")), None)
            if declaration is None or declaration["type"] != "function":
                raise self.error("Function was not registered.")
            if data.get("namespace") not in (None, data["name"]):
                raise self.error("Function namespace does not match its registration.")
            caller = "programmatic" if (data.get("caller") or {}).get("type") == "program" else "direct"
            allowed = declaration.get("allowed_callers")
            if allowed is not None and caller not in allowed:
                raise self.error("Function caller is excluded by allowed_callers.")
        elif kind == "computer_call" and not self.has_computer:
            raise self.error("Incomplete or unregistered computer call.")
        elif kind in ("mcp_call", "mcp_approval_request"):
            server = find_mcp_server(self.tools, data.get("server_label")) or {}
            policy = find_approval_policy(server, data["name"])
            if (kind, policy) == ("mcp_approval_request", "never"):
                raise self.error("MCP approval request contradicts require_approval.")
            if (kind, policy, data.get("approval_request_id")) == ("mcp_call", "always", None):
                raise self.error("MCP call requires a matching approval request.")
            names = server.get("allowed_tools")
            names = names.get("tool_names") if isinstance(names, dict) else names
            if names is not None and data["name"] not in names:
                raise self.error("MCP response names a tool excluded by allowed_tools.")
        if not self.choice.allows(data):
            raise self.error("Response contains a tool excluded by tool_choice.")

    def _parse_arguments(self, item: Any) -> Any:
        started = monotonic()
        parsed_tool = self.functions[item.name]._parsed_tool
        try:
            if parsed_tool is not None:
                return parse_tool_arguments(parsed_tool, item.arguments)
            arguments = json.loads(item.arguments, parse_constant=_refuse_constant)
            if not isinstance(arguments, dict):
                raise ValueError("arguments: expected a JSON object")
            return arguments
        except Exception:
            self.tell("arguments", "invalid_input", started, item.call_id, item.name)
            raise

    def arguments_of(self, item: Any) -> Any:
        """Return the parsed arguments of a checked call."""
        return self._arguments[item.call_id]

    def tell(
        self, stage: str, reason: str, started: float, call_id: Any = None, member: Any = None, usage: Any = None
    ) -> None:
        """Tell the observer about a stage."""
        observer = self.on_diagnostic
        emit_tool_diagnostic(observer, "responses", stage, reason, started, call_id=call_id, member=member, usage=usage)

    def receive(self, index: int, item: Any, early: Optional[Tuple[Any, bool]]) -> bool:
        """Take an item of a stream, and return whether it may be run before the response is complete."""
        if type(index) is not int or index < 0 or index in self.stream_items:
            raise self.error("Tool stream output item index is invalid or duplicated.")
        self._check_native_id(item, self._stream_ids)
        is_call = self.check_item(item, self._stream_seen)
        if index != len(self.stream_items):
            self.is_deferred = True
        self.stream_items[index] = to_input_item(item)
        if early is not None and is_call:
            names, has_computer = early
            is_early = item.name in names if item.type == "function_call" else item.type == "computer_call"
            if not is_early or (item.type == "computer_call" and not has_computer):
                self.is_deferred = True
        return not self.is_deferred

    def _check_native_id(self, item: Any, seen: Set[str]) -> None:
        item_id = item.get("id")
        if type(item_id) is str:
            if item_id in seen:
                raise self.error("Response output item IDs must be unique across the run.")
            seen.add(item_id)

    def check_response(self, response: Any, is_eager: bool) -> bool:
        """Check a complete response before its tools run, and return whether it is the final one."""
        if response.get("status") != "completed":
            raise self.error("Response did not complete.")
        seen, native_ids, has_calls = set(self._turn_seen), set(self._turn_ids), False
        for item in response.output:
            self._check_native_id(item, native_ids)
            has_calls |= self.check_item(item, seen)
            if item.type == "mcp_call":
                try:
                    check_approved(to_input_item(item), self._approved)
                except ValueError:
                    raise self.error("Server tool did not match its approval.") from None
        if is_eager:
            streamed = [self.stream_items[index] for index in sorted(self.stream_items)]
            if not is_same_output(streamed, [to_input_item(item) for item in response.output]):
                raise self.error("Completed response differs from collected stream output.")
            if len(self.items) == len(response.output):
                return self.finish(response)
        if has_calls:
            return False
        for index in range(len(self.items), len(response.output)):
            self.accept(index, response.output[index])
        return self.finish(response)

    def accept(self, index: int, item: Any) -> bool:
        """Take the next item, and return whether it is a call, which is attempted now."""
        self.check_cancelled()
        if index != len(self.items):
            raise self.error("Tool stream output items arrived out of order or twice.")
        is_call = self.check_item(item, self.seen)
        self.items.append(to_input_item(item))
        if is_call:
            self.attempted.append(item.id if item.type == "mcp_approval_request" else item.call_id)
        return is_call

    def add(self, item: Any, output: Dict[str, Any]) -> None:
        """Take the output of a call."""
        self.outputs.append(output)
        self.completed.append(item.id if item.type == "mcp_approval_request" else item.call_id)

    def finish(self, response: Any) -> bool:
        """End a turn: add its items and outputs to the history, and return whether it is the final one."""
        self.check_cancelled()
        completed = [to_input_item(item) for item in response.output]
        if not is_same_output(self.items, completed):
            raise self.error("Completed response differs from executed stream output.")
        self.items = completed
        if self.outputs:
            self.history.extend(deepcopy(self.items))
            self.history.extend(self.outputs)
            return False
        for item in completed:
            if item["type"] == "message" and item.get("phase") != "commentary":
                return True
            if item["type"] in SERVER_ITEMS and item["type"] != "mcp_approval_request":
                return True
        raise self.error("Response has no completed final message or tool call.")

    def make_turn(self, response: Any, snapshot: Any, step: int, is_final: bool, may_supply: bool) -> Any:
        """Return the turn that the program sees."""
        self.active_step = step
        pending = snapshot.output[len(self.items) :]
        eligible = {item.call_id for item in pending if item.type == "function_call" and item.name in self.overrides}

        def supply(outputs: Any) -> None:
            if self.active_step != step or (not may_supply and not eligible):
                raise ValueError("supply_outputs: this turn takes none; use the turn that is being iterated")
            self.supplied = check_supplied(outputs, eligible)

        def append(text: str) -> None:
            if self.active_step != step or is_final or type(text) is not str or not text.strip():
                raise ValueError("append_user_text: expected a text, and a turn that isn't the final one")
            self.user_texts.append(text)

        return ResponsesRunnerTurn(
            response, step, is_final, bool(self.outputs), tuple(self.attempted), tuple(self.completed), supply, append
        )

    def add_user_texts(self) -> bool:
        """Add the messages that the program appended to the history, and return whether there are any."""
        texts, self.user_texts = self.user_texts, []
        self.history.extend({"role": "user", "content": text} for text in texts)
        return bool(texts)


def _refuse_constant(text: str) -> Any:
    raise ValueError("arguments: {} is not JSON".format(text))
