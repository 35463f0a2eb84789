# SPDX-License-Identifier: MIT
"""`BrowserToolset`: functions that let a model use a browser, over a driver of the program.

Executing a call is written once as a flow (flow.py) for both toolsets.
"""

from __future__ import annotations

import inspect
from copy import deepcopy
from time import monotonic

from .browser_members import (
    BROWSER_MEMBERS,
    MEMBERS,
    NAVIGATING,
    ON_REQUEST,
    PREFIX,
    READ_ONLY,
    BrowserCancelledError,
    BrowserError,
    make_tool,
    parse_arguments,
)
from .browser_results import check_action_result, make_output, make_refusal
from .browser_state import check_state
from .flow import run_flow_async, run_flow_sync
from .tool_diagnostics import discard_awaitable, emit_tool_diagnostic
from .tool_lifecycle import ToolLifecycle, call_handler, check_handler
from .tool_runner_checks import copy_json, to_input_item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, FrozenSet, List, Optional, Sequence, Tuple

    from .browser_drivers import AsyncBrowserDriver, BrowserDriver
    from .flow import Flow

    Confirm = Optional[Callable[[Any], Any]]
    URLPolicy = Optional[Callable[[Any, str], Any]]
    Observe = Optional[Callable[[Dict[str, Any]], Any]]
    Cancelled = Optional[Callable[[], bool]]

UNAVAILABLE = "This tool is not available, or its call is incomplete."
SKIPPED = "Not done, as an earlier action of this turn failed."
FAILED = "The action failed."
NOT_APPROVED = "The user did not approve this action. Do not repeat it unless asked to."
URL_NOT_APPROVED = "This URL was not approved."
# What an exception means in a stage: of the program, or a BrowserError.
REASONS = {
    "arguments": ("invalid_input", "invalid_input"),
    "approval": ("policy_failed", "refused"),
    "action": ("driver_failed", "driver_failed"),
}


class _BaseToolset:
    """What both toolsets have: members, their tools, and how a call is executed."""

    _is_async = False

    def __init__(
        self,
        driver: Any,
        *,
        members: Optional[Sequence[str]] = None,
        additional_members: Optional[Sequence[str]] = None,
        confirm_reads: Optional[Sequence[str]] = None,
        confirm: Confirm = None,
        url_policy: URLPolicy = None,
    ) -> None:
        if members is not None and additional_members is not None:
            raise ValueError("members: they are all; pass either members or additional_members")
        selected = _check_members("members", members)
        added = _check_members("additional_members", additional_members) or frozenset()
        state = inspect.getattr_static(driver, "state", None)
        state = state.__func__ if isinstance(state, (classmethod, staticmethod)) else state
        if callable(state):
            check_handler(state, "state", "BrowserToolset", self._is_async)
        self.driver = driver
        self.confirm = confirm
        self.url_policy = url_policy
        self._lifecycle = ToolLifecycle("Browser toolset")
        self._has_selection = selected is not None
        self._handlers: Dict[str, Callable[..., Any]] = {}
        offered = frozenset(MEMBERS).difference(ON_REQUEST - added) if selected is None else selected
        for name in [name for name in BROWSER_MEMBERS if name in offered and name != "list_tabs"]:
            handler = getattr(driver, name, None)
            if callable(handler):
                check_handler(handler, name, "BrowserToolset", self._is_async)
                self._handlers[name] = handler
            elif name in added or selected is not None:
                raise ValueError("driver: has no method {}, which is selected".format(name))
        self._members = frozenset(self._handlers) | (offered & {"list_tabs"})
        self._confirm_reads = _check_members("confirm_reads", confirm_reads) or frozenset()
        if not self._confirm_reads <= self._members & READ_ONLY:
            raise ValueError("confirm_reads: expected members of the toolset that only read")
        if confirm is None and (self._confirm_reads or not self._members <= READ_ONLY):
            raise ValueError("confirm: missing; members that change something need it")
        if url_policy is None and not self._members.isdisjoint(NAVIGATING):
            raise ValueError("url_policy: missing; members that open URLs need it")

    @property
    def tools(self) -> List[Any]:
        """The function tools, for `tools` of a request."""
        return [make_tool(member) for member in BROWSER_MEMBERS if member in self._members]

    def close(self) -> Dict[str, str]:
        """Refuse further calls; return {"status": "draining"} while one is active, else {"status": "closed"}."""
        return self._lifecycle.close()


class BrowserToolset(_BaseToolset):
    """Executes calls of browser functions with a driver (BrowserDriver). One call at a time.

    It offers those of DEFAULT_BROWSER_MEMBERS for which the driver has a method, and `additional_members`, or just
    `members`. `confirm(context)` must return True before anything but reading, and before `confirm_reads`;
    `url_policy(context, url)` before a URL is opened.
    """

    driver: BrowserDriver

    def execute(self, call: Any, *, cancelled: Cancelled = None, on_diagnostic: Observe = None) -> Any:
        """Execute a function call and return its output item.

        If an action is refused or fails, the output tells the model. Raises BrowserError for a member that isn't
        offered, BrowserCancelledError, and RuntimeError if the driver's state or result is invalid.
        """
        return self._execute(call, cancelled=cancelled, on_diagnostic=on_diagnostic)[0]

    def _execute(
        self, call: Any, *, skip: bool = False, cancelled: Cancelled = None, on_diagnostic: Observe = None
    ) -> Tuple[Dict[str, Any], bool]:
        """Return the output, and whether the action was done. Skip an action after one that failed."""
        self._lifecycle.enter()
        try:
            execution = _Execution(self, call, cancelled, on_diagnostic)
            return run_flow_sync(execution.steps(skip))  # type: ignore[no-any-return]
        finally:
            self._lifecycle.exit()


class AsyncBrowserToolset(_BaseToolset):
    """Async variant of `BrowserToolset`, for an AsyncBrowserDriver; all functions may be async."""

    _is_async = True
    driver: AsyncBrowserDriver

    async def execute(self, call: Any, *, cancelled: Cancelled = None, on_diagnostic: Observe = None) -> Any:
        """Execute a function call and return its output item; see `BrowserToolset.execute`."""
        return (await self._execute(call, cancelled=cancelled, on_diagnostic=on_diagnostic))[0]

    async def _execute(
        self, call: Any, *, skip: bool = False, cancelled: Cancelled = None, on_diagnostic: Observe = None
    ) -> Tuple[Dict[str, Any], bool]:
        """Return the output, and whether the action was done. Skip an action after one that failed."""
        self._lifecycle.enter()
        try:
            execution = _Execution(self, call, cancelled, on_diagnostic)
            return await run_flow_async(execution.steps(skip))  # type: ignore[no-any-return]
        finally:
            self._lifecycle.exit()


def _check_members(argument: str, names: Any) -> Optional[FrozenSet[str]]:
    """Return names of members as a set. Raises ValueError."""
    if names is None:
        return None
    if isinstance(names, (list, tuple, set, frozenset)) and all(
        isinstance(name, str) and name in MEMBERS for name in names
    ):
        if len(set(names)) == len(names):
            return frozenset(names)
    raise ValueError("{}: expected a list of names in BROWSER_MEMBERS, each one once".format(argument))


class _Execution:
    """One call."""

    def __init__(self, toolset: Any, call: Any, cancelled: Cancelled, on_diagnostic: Observe) -> None:
        self.toolset, self.call = toolset, deepcopy(call)
        self.cancelled, self.on_diagnostic = cancelled, on_diagnostic
        name = str(self.call.get("name"))
        self.member = name[len(PREFIX) :] if name.startswith(PREFIX) else ""
        self.stage, self.started = "arguments", monotonic()

    def check_cancelled(self) -> None:
        """Raise BrowserCancelledError if the program has cancelled the call."""
        if self.cancelled is not None and self.cancelled():
            raise BrowserCancelledError("cancelled: the call was cancelled")

    def begin(self, stage: str) -> None:
        """Begin a stage."""
        self.stage, self.started = stage, monotonic()

    def tell(self, reason: str) -> None:
        """Tell the observer how the stage ended."""
        emit_tool_diagnostic(
            self.on_diagnostic,
            "browser",
            self.stage,
            reason,
            self.started,
            call_id=self.call.call_id,
            member=self.member or None,
        )

    def ask(self, function: Any, *arguments: Any) -> Flow:
        """Call a function of the program; return its result, or None if nobody can await it."""
        result = yield lambda: call_handler(function, self.cancelled, *arguments)
        if hasattr(result, "__await__"):
            discard_awaitable(result)
            raise RuntimeError("driver: a function is async; use AsyncBrowserToolset")
        return result

    def steps(self, skip: bool) -> Flow:
        """Execute the call; return its output, and whether the action was done."""
        call, member, toolset = self.call, self.member, self.toolset
        self.check_cancelled()
        is_offered = member in toolset._members
        if not is_offered and member in (MEMBERS if toolset._has_selection else ON_REQUEST):
            raise BrowserError("The member {} is not enabled.".format(member))
        if not isinstance(call.get("call_id"), str):
            raise RuntimeError("call: has no call_id")
        copy_json(to_input_item(call))  # nothing is executed that could not be sent again
        if call.get("type") != "function_call" or call.get("status") not in (None, "completed") or not is_offered:
            self.member = ""
            self.tell("invalid_input")
            return make_output(call, None, error=UNAVAILABLE)
        if member in toolset._confirm_reads and (skip or not (yield from self.confirm_read())):
            return make_refusal(call)
        try:
            read = toolset.driver.state
        except Exception:
            raise _invalid_state() from None
        state = yield from self.read_state(read, None)
        self.check_cancelled()
        if skip:
            return make_output(call, state, error=SKIPPED)
        result, error = yield from self.act(state)
        self.check_cancelled()
        state = yield from self.read_state(read, state.get("observation"))
        self.check_cancelled()
        return make_output(call, state, result, error)

    def confirm_read(self) -> Flow:
        """Return whether the program allows to read, before anything is read."""
        self.begin("approval")
        try:
            context = self.make_context(None)
            context["phase"] = "before_read"
            is_approved = (yield from self.ask(self.toolset.confirm, deepcopy(context))) is True
            reason = "completed" if is_approved else "refused"
        except Exception:
            is_approved, reason = False, "policy_failed"
        try:
            self.check_cancelled()
        except BrowserCancelledError:
            self.tell("cancelled")
            raise
        self.tell(reason)
        return is_approved

    def make_context(self, state: Any) -> Dict[str, Any]:
        """Return what the program gets to decide. Raises BrowserError for invalid arguments."""
        arguments = parse_arguments(self.member, self.call.arguments)
        return {"member": self.member, "arguments": arguments, "state": state, "call_id": self.call.call_id}

    def read_state(self, read: Any, previous: Any) -> Flow:
        """Return the state of the browser. Raises RuntimeError, without contents, if there is none."""
        try:
            state = yield from self.ask(read)
            self.check_cancelled()
            return check_state(state, previous)
        except Exception:
            self.check_cancelled()
            raise _invalid_state() from None

    def act(self, state: Any) -> Flow:
        """Run the action if it is approved; return its result, and what the model is told if it wasn't done."""
        member = self.member
        self.begin("arguments")
        try:
            context = self.make_context(state)
            self.begin("approval")
            yield from self.approve(context)
            self.begin("action")
            result = None
            if member != "list_tabs":
                result = yield from self.ask(self.toolset._handlers[member], context["arguments"])
        except BrowserCancelledError:
            self.tell("cancelled")
            raise
        except Exception as error:
            is_told = isinstance(error, BrowserError)
            self.tell(REASONS[self.stage][is_told])
            return None, str(error) if is_told else FAILED
        try:
            try:
                result = check_action_result(member, result)
            finally:
                self.check_cancelled()
        except BrowserCancelledError:
            self.tell("cancelled")
            raise
        self.tell("completed")
        return result, None

    def approve(self, context: Dict[str, Any]) -> Flow:
        """Ask the program. Raises BrowserError unless it approves."""
        url = context["arguments"].get("url")
        if self.member in NAVIGATING and isinstance(url, str):
            if (yield from self.ask(self.toolset.url_policy, deepcopy(context), url)) is not True:
                raise BrowserError(URL_NOT_APPROVED)
            self.check_cancelled()
        if self.member not in READ_ONLY:
            if (yield from self.ask(self.toolset.confirm, deepcopy(context))) is not True:
                raise BrowserError(NOT_APPROVED)
        self.check_cancelled()
        if self.member not in READ_ONLY:
            self.tell("completed")


def _invalid_state() -> RuntimeError:
    return RuntimeError("driver: its state is invalid, or couldn't be read")
