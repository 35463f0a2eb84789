# SPDX-License-Identifier: MIT
"""`ResponsesToolRunner`: create responses and run the functions that they call, turn by turn, until the final one.

The loop is written once, as a flow (flow.py) whose steps include the turns that the program sees. The simple helper for
the same purpose is `responses.run_tools` (run_tools.py).
"""

from __future__ import annotations

from copy import copy, deepcopy
from dataclasses import dataclass, field

from .tool_lifecycle import ToolLifecycle
from .tool_runner_jobs import drive, drive_async
from .tool_runner_ledger import ResponsesToolLedger
from .tool_runner_loop import Loop
from .tools import ResponsesPydanticFunctionTool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncGenerator, Callable, Dict, FrozenSet, Generator, List, Optional, Tuple

    EarlyExecution = Dict[str, Any]
else:
    EarlyExecution = dict


@dataclass(frozen=True)
class RegisteredFunction:
    """A function tool, and what runs it: `execute(arguments)` returns text or content blocks.

    `execute` may have a parameter `cancelled`, the function that tells whether the run was cancelled. With
    `allow_output_override`, `turn.supply_outputs` may give the output instead; `independent` functions may run at the
    same time, with eager execution.
    """

    tool: Any
    execute: Callable[..., Any]
    allow_output_override: bool = False
    independent: bool = False
    _parsed_tool: Any = field(default=None, repr=False)

    @classmethod
    def from_tool(
        cls, tool: Any, *, execute: Callable[..., Any], allow_output_override: bool = False, independent: bool = False
    ) -> Any:
        """Return a function whose argument is an instance of the tool's type: see pydantic_responses_function_tool."""
        if not isinstance(tool, ResponsesPydanticFunctionTool) or not callable(execute):
            raise ValueError("tool: expected the result of pydantic_responses_function_tool; execute: a function")
        return cls(tool, execute, allow_output_override, independent, deepcopy(tool))


@dataclass(frozen=True)
class AsyncRegisteredFunction(RegisteredFunction):
    """The same for an async runner; what `execute` returns is awaited."""


class _BaseRunner:
    """What the sync and the async runner have: tools, functions, and the loop."""

    def __init__(
        self,
        *,
        browser: Any = None,
        computer: Any = None,
        functions: Optional[List[Any]] = None,
        early_execution: Optional[Dict[str, Any]] = None,
    ) -> None:
        self._lifecycle = ToolLifecycle("Responses runner")
        self.browser = browser
        self.computer = computer
        self._functions = {function.tool["name"]: copy(function) for function in functions or ()}
        self._tools = _make_tools(browser, computer, functions or [])
        self._browser_names = {tool["name"] for tool in browser.tools} if browser is not None else set()
        self._early = _read_early(early_execution, self._tools)
        self._overrides = frozenset(
            name for name, function in self._functions.items() if function.allow_output_override
        )

    def close(self) -> Dict[str, str]:
        """Refuse further runs; return {"status": "draining"} while one is active, else {"status": "closed"}."""
        return self._lifecycle.close()

    def _start(self, client: Any, params: Any, options: Dict[str, Any]) -> Tuple[Any, Any]:
        """Return the loop of a run, and its jobs. Raises ValueError for invalid arguments, RuntimeError if busy."""
        self._lifecycle.enter()
        try:
            loop = Loop(self, client, params, options)
            return loop.iterate(), loop.jobs
        except BaseException:
            self._lifecycle.exit()
            raise


class ResponsesToolRunner(_BaseRunner):
    """Creates responses and runs the functions that they call. One run at a time."""

    def run(self, client: Any, params: Any, **options: Any) -> Any:
        """Run to the final response and return it. Raises ToolRunnerError; the options are those of `iterate`."""
        turns = self.iterate(client, params, **options)
        try:
            for turn in turns:
                if turn.final:
                    return turn.response
        finally:
            turns.close()
        raise AssertionError("the last turn is final")

    def iterate(
        self,
        client: Any,
        params: Any,
        *,
        max_steps: Optional[int] = None,
        stream: bool = False,
        eager: bool = False,
        max_concurrent_calls: int = 2,
        on_event: Optional[Callable[[Any], Any]] = None,
        cancelled: Optional[Callable[[], bool]] = None,
        approve_safety_checks: Optional[Callable[[Any], Any]] = None,
        before_action: Optional[Callable[[Any], Any]] = None,
        ledger: Optional[ResponsesToolLedger] = None,
        context_budget: Optional[Dict[str, Any]] = None,
        on_diagnostic: Optional[Callable[[Any], Any]] = None,
        approve_mcp: Optional[Callable[[Any], Any]] = None,
        before_early_call: Optional[Callable[[Any], Any]] = None,
    ) -> Generator[Any, None, None]:
        """Yield each response before its functions run; they run when the iteration continues.

        `params` are those of `responses.create`, with the whole history as `input`; further `tools` in it are run by
        the server. `stream` streams the responses, and `on_event` gets their events; with `eager`, functions run as
        soon as they have arrived, `independent` ones at most `max_concurrent_calls` at a time. `cancelled()` is asked
        between the steps. `approve_mcp(request)` decides about calls of MCP servers. Raises ToolRunnerError after at
        most `max_steps` requests (20), and for whatever stops the run. Close the generator if you leave it early.
        """
        options = dict(locals())
        del options["self"], options["client"], options["params"]
        flow, jobs = self._start(client, params, options)
        try:
            yield from drive(flow)
        finally:
            try:
                jobs.close()
            finally:
                self._lifecycle.exit()


class AsyncResponsesToolRunner(_BaseRunner):
    """Async variant of `ResponsesToolRunner`; results of all functions may be awaitable."""

    async def run(self, client: Any, params: Any, **options: Any) -> Any:
        """Run to the final response and return it. Raises ToolRunnerError; the options are those of `iterate`."""
        turns = self.iterate(client, params, **options)
        try:
            async for turn in turns:
                if turn.final:
                    return turn.response
        finally:
            await turns.aclose()
        raise AssertionError("the last turn is final")

    async def iterate(
        self,
        client: Any,
        params: Any,
        *,
        max_steps: Optional[int] = None,
        stream: bool = False,
        eager: bool = False,
        max_concurrent_calls: int = 2,
        on_event: Optional[Callable[[Any], Any]] = None,
        cancelled: Optional[Callable[[], bool]] = None,
        approve_safety_checks: Optional[Callable[[Any], Any]] = None,
        before_action: Optional[Callable[[Any], Any]] = None,
        ledger: Optional[ResponsesToolLedger] = None,
        context_budget: Optional[Dict[str, Any]] = None,
        on_diagnostic: Optional[Callable[[Any], Any]] = None,
        approve_mcp: Optional[Callable[[Any], Any]] = None,
        before_early_call: Optional[Callable[[Any], Any]] = None,
    ) -> AsyncGenerator[Any, None]:
        """Yield each response before its functions run; see `ResponsesToolRunner.iterate`."""
        options = dict(locals())
        del options["self"], options["client"], options["params"]
        flow, jobs = self._start(client, params, options)
        try:
            async for turn in drive_async(flow):
                yield turn
        finally:
            try:
                await jobs.aclose()
            finally:
                self._lifecycle.exit()


def _make_tools(browser: Any, computer: Any, functions: List[Any]) -> List[Dict[str, Any]]:
    """Return the tools of the request. Raises ValueError for functions that cannot be registered."""
    tools: List[Dict[str, Any]] = list(browser.tools) if browser is not None else []
    names = {tool["name"] for tool in tools}
    for function in functions:
        if not isinstance(function, RegisteredFunction) or not callable(function.execute):
            raise ValueError("functions: expected RegisteredFunction with a function to execute")
        if type(function.allow_output_override) is not bool or type(function.independent) is not bool:
            raise ValueError("functions: allow_output_override and independent must be bool")
        tool = deepcopy(dict(function.tool))
        if tool["type"] != "function" or not tool["name"] or tool["name"] in names:
            raise ValueError("functions: each needs a name of its own; {!r} is used twice".format(tool["name"]))
        names.add(tool["name"])
        tools.append(tool)
    return tools + ([{"type": "computer"}] if computer is not None else [])


def _read_early(early: Any, tools: List[Dict[str, Any]]) -> Optional[Tuple[FrozenSet[str], bool]]:
    """Return the functions that may run early, and whether the computer may. Raises ValueError."""
    if early is None:
        return None
    names = early.get("functions", []) if type(early) is dict else None
    computer = early.get("computer", False) if type(early) is dict else None
    known = {tool.get("name") for tool in tools if tool["type"] == "function"}
    if type(names) is not list or set(early) - {"functions", "computer"} or len(known.intersection(names)) < len(names):
        raise ValueError("early_execution: expected a dict with functions, names of registered ones, and computer")
    if type(computer) is not bool or (computer and not any(tool["type"] == "computer" for tool in tools)):
        raise ValueError("early_execution: computer must be a bool, and needs a registered computer")
    return frozenset(names), computer
