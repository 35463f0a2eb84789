# SPDX-License-Identifier: MIT
"""`ComputerToolset`: run what the model does with a computer, over a driver of the program, until the final message.

The loop is written once as a flow (flow.py) for both toolsets.
"""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from time import monotonic

from ..call.sentinels import strip_not_given
from .computer_checks import (
    ACTIONS,
    ComputerUseError,
    Identities,
    list_actions,
    make_output,
    make_request,
    relax_tool_choice,
)
from .flow import run_flow_async, run_flow_sync
from .tool_diagnostics import discard_awaitable, emit_tool_diagnostic
from .tool_lifecycle import ToolLifecycle, call_handler, find_handler, rotate_idempotency_key
from .tool_runner_checks import copy_json, to_input_item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Mapping, Optional

    from .flow import Flow

    Approve = Optional[Callable[[Any], Any]]
    Observe = Optional[Callable[[Dict[str, Any]], Any]]
    Cancelled = Optional[Callable[[], bool]]

CANCELLED = "cancelled: the run was cancelled"


class _BaseToolset:
    """What both toolsets have: the driver's methods, and the flows."""

    _is_async = False

    def __init__(self, driver: Any) -> None:
        self.driver = driver
        self._handlers = {name: find_handler(driver, name, "ComputerToolset", self._is_async) for name in ACTIONS}
        self._lifecycle = ToolLifecycle("Computer toolset")

    def close(self) -> Dict[str, str]:
        """Refuse further runs; return {"status": "draining"} while one is active, else {"status": "closed"}."""
        return self._lifecycle.close()

    def _run(self, client: Any, params: Mapping[str, Any], max_steps: int, options: Dict[str, Any]) -> Flow:
        if type(max_steps) is not int or max_steps < 1:
            raise ValueError("max_steps: expected a positive integer, got {!r}".format(max_steps))
        request = deepcopy(make_request(strip_not_given(params)))
        identities, response = Identities(request["input"]), None
        for step in range(max_steps):
            _check_cancelled(options, response)
            if step:
                request.update(rotate_idempotency_key(client, request.get("extra_headers")))
            response = deepcopy((yield lambda: client.responses.create(**request)))
            _check_cancelled(options, response)
            calls = identities.find_calls(response, step == max_steps - 1)
            if not calls:
                break
            request["input"] += [to_input_item(item) for item in response.output]
            relax_tool_choice(request)
            outputs = []
            for call in calls:
                try:
                    outputs.append((yield from self._execute(call, options)))
                except ComputerUseError as error:
                    error.response = response
                    raise
            request["input"] += outputs
        return response

    def _execute(self, call: Any, options: Dict[str, Any]) -> Flow:
        """Execute a call, and return its output item."""
        call = deepcopy(call)
        actions = list_actions(call)
        copy_json(to_input_item(call))  # nothing is executed that could not be sent again
        _check_cancelled(options)
        if call.get("pending_safety_checks"):
            yield from _approve(options, "approve_safety_checks", call, call.call_id)
        if actions[-1]["type"] != "screenshot":
            actions.append(_make_screenshot_action())
        for action in actions:
            _check_cancelled(options)
            if options["before_action"] is not None:
                yield from _approve(options, "before_action", action, call.call_id, action["type"])
            _check_cancelled(options)
            if action["type"] != "screenshot":  # one is taken at the end
                handler = self._handlers[action["type"]]
                yield from _stage(options, "action", call.call_id, action["type"], handler, deepcopy(action))
        _check_cancelled(options)
        take, make = self._handlers["screenshot"], partial(make_output, call)
        output = yield from _stage(options, "action", call.call_id, "screenshot", take, make=make)
        _check_cancelled(options)
        return output


class ComputerToolset(_BaseToolset):
    """Executes calls of the computer tool with a driver (ComputerDriver). One run at a time."""

    def run(
        self,
        client: Any,
        params: Any,
        *,
        max_steps: int = 20,
        approve_safety_checks: Approve = None,
        before_action: Approve = None,
        cancelled: Cancelled = None,
        on_diagnostic: Observe = None,
    ) -> Any:
        """Create responses and execute their calls until the final message; return the last response.

        `params` are those of `responses.create`, with the whole history as `input`. `approve_safety_checks(call)` and
        `before_action(action)` must return True, or the run stops: without the former, calls with safety checks are
        refused. `cancelled()` is asked between the steps. Raises ComputerUseError, also after `max_steps` requests;
        exceptions of the driver and of the API as they are.
        """
        options = _options(approve_safety_checks, before_action, cancelled, on_diagnostic)
        self._lifecycle.enter()
        try:
            return run_flow_sync(self._run(client, params, max_steps, options))
        finally:
            self._lifecycle.exit()

    def execute(
        self,
        call: Any,
        *,
        approve_safety_checks: Approve = None,
        before_action: Approve = None,
        cancelled: Cancelled = None,
        on_diagnostic: Observe = None,
    ) -> Any:
        """Execute one call and return its output item, for a loop of your own. The options are those of `run`."""
        options = _options(approve_safety_checks, before_action, cancelled, on_diagnostic)
        self._lifecycle.enter()
        try:
            return run_flow_sync(self._execute(call, options))
        finally:
            self._lifecycle.exit()


class AsyncComputerToolset(_BaseToolset):
    """Async variant of `ComputerToolset`, for an AsyncComputerDriver; all functions may be async."""

    _is_async = True

    async def run(
        self,
        client: Any,
        params: Any,
        *,
        max_steps: int = 20,
        approve_safety_checks: Approve = None,
        before_action: Approve = None,
        cancelled: Cancelled = None,
        on_diagnostic: Observe = None,
    ) -> Any:
        """Create responses and execute their calls until the final message; see `ComputerToolset.run`."""
        options = _options(approve_safety_checks, before_action, cancelled, on_diagnostic)
        self._lifecycle.enter()
        try:
            return await run_flow_async(self._run(client, params, max_steps, options))
        finally:
            self._lifecycle.exit()

    async def execute(
        self,
        call: Any,
        *,
        approve_safety_checks: Approve = None,
        before_action: Approve = None,
        cancelled: Cancelled = None,
        on_diagnostic: Observe = None,
    ) -> Any:
        """Execute one call and return its output item, for a loop of your own."""
        options = _options(approve_safety_checks, before_action, cancelled, on_diagnostic)
        self._lifecycle.enter()
        try:
            return await run_flow_async(self._execute(call, options))
        finally:
            self._lifecycle.exit()


def _options(
    approve_safety_checks: Approve, before_action: Approve, cancelled: Cancelled, on_diagnostic: Observe
) -> Dict[str, Any]:
    return dict(locals())


def _check_cancelled(options: Dict[str, Any], response: Any = None) -> None:
    if options["cancelled"] is not None and options["cancelled"]():
        raise ComputerUseError(CANCELLED, response)


def _approve(options: Dict[str, Any], name: str, value: Any, call_id: str, member: Optional[str] = None) -> Flow:
    """Ask the program for its approval. Raises ComputerUseError unless the answer is True."""
    ask, started, answer = options[name], monotonic(), False
    if ask is not None:
        answer = yield from _stage(options, "approval", call_id, member, ask, deepcopy(value), make=lambda x: x is True)
    if answer is not True and ask is None:
        _tell(options, "approval", "refused", started, call_id, member)
    if answer is not True:
        raise ComputerUseError("{}: the call was not approved".format(name))


def _stage(
    options: Dict[str, Any],
    stage: str,
    call_id: str,
    member: Optional[str],
    function: Callable[..., Any],
    *arguments: Any,
    make: Callable[[Any], Any] = lambda result: None,
) -> Flow:
    """Call a function of the program, tell the observer how it ended, and return what `make` makes of its result."""
    started, cancelled = monotonic(), options["cancelled"]
    try:
        result = yield lambda: call_handler(function, cancelled, *arguments)
        if hasattr(result, "__await__"):
            discard_awaitable(result)
            raise ComputerUseError("driver: a method is async; use AsyncComputerToolset")
        made = make(result)
        _check_cancelled(options)
    except Exception:
        is_cancelled = cancelled is not None and cancelled()
        if is_cancelled or stage == "action":
            _tell(options, stage, "cancelled" if is_cancelled else "driver_failed", started, call_id, member)
        if is_cancelled:
            raise ComputerUseError(CANCELLED) from None
        raise
    _tell(options, stage, "refused" if made is False else "completed", started, call_id, member)
    return made


def _tell(
    options: Dict[str, Any], stage: str, reason: str, started: float, call_id: str, member: Optional[str]
) -> None:
    observer = options["on_diagnostic"]
    emit_tool_diagnostic(observer, "computer", stage, reason, started, call_id=call_id, member=member)


def _make_screenshot_action() -> Any:
    from ..results.objects import to_api_objects

    return to_api_objects({"type": "screenshot"})
