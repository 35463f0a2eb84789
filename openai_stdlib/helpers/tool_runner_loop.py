# SPDX-License-Identifier: MIT
"""The loop of a tool runner: request, turn, calls, and again. A flow (flow.py), written once for both runners."""

from __future__ import annotations

from asyncio import CancelledError
from copy import deepcopy
from time import monotonic

from ..call.sentinels import omit
from .response_stream import AsyncResponseStream, ResponseStream
from .response_stream_state import ResponseStreamState
from .tool_diagnostics import discard_awaitable
from .tool_lifecycle import call_handler, rotate_idempotency_key
from .tool_runner_checks import SERVER_ITEMS, SERVER_TOOLS, check_result, find_approved, to_input_item
from .tool_runner_jobs import AsyncJobs, Jobs
from .tool_runner_ledger import (
    BOUNDARY,
    FINAL,
    PENDING,
    AsyncResponsesToolLedger,
    LedgerState,
    ResponsesToolLedger,
    check_budget,
    compact_input,
    is_within,
    take_snapshot,
)
from .tool_runner_state import STOPPED, TOO_LONG, Run, ToolRunnerCancelledError, ToolRunnerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict

    from .flow import Flow

END = object()  # of a stream


class Loop:
    """One run of a runner; `runner` has the tools, the keywords are those of `iterate`."""

    def __init__(self, runner: Any, client: Any, params: Any, options: Dict[str, Any]) -> None:
        self.runner = runner
        self.options = options
        limit = options["max_concurrent_calls"]
        if type(limit) is not int or limit < 1:
            raise ValueError("max_concurrent_calls: expected a positive integer, got {!r}".format(limit))
        self.is_streaming, eager = bool(options["stream"]), bool(options["eager"])
        if eager and not self.is_streaming:
            raise ValueError("eager: needs stream=True")
        ledger, budget = options["ledger"], options["context_budget"]
        ledger_class = AsyncResponsesToolLedger if client._is_async else ResponsesToolLedger
        if ledger is not None and type(ledger) is not ledger_class:
            raise ValueError("ledger: expected {}".format(ledger_class.__name__))
        if budget is not None:
            check_budget(budget, params)
            params = {"truncation": "disabled", **params}
        saved = getattr(ledger, "resume_from", None) or {}
        self.run = Run(
            params,
            deepcopy(runner._tools),
            runner._functions,
            max_steps=saved.get("max_steps") if options["max_steps"] is None else options["max_steps"],
            cancelled=options["cancelled"],
            on_diagnostic=options["on_diagnostic"],
            overrides=runner._overrides,
        )
        self.ledger = None if ledger is None else LedgerState(self.run, ledger)
        tools = {tool["type"] for tool in self.run.tools}
        self.has_server_tools = not SERVER_TOOLS.isdisjoint(tools)
        self.collects = eager and ledger is not None
        self.is_eager = eager and not self.has_server_tools  # the server's items are checked together first
        self.early = runner._early if self.is_eager else None
        if self.is_eager and self.early is None and options["before_early_call"] is not None:
            self.early = frozenset(runner._functions) | frozenset(runner._browser_names), runner.computer is not None
        # A call that may have had effects must not be repeated.
        self.client = client.with_options(max_retries=0) if ledger is not None or "mcp" in tools else client
        self.jobs: Any = AsyncJobs(limit) if client._is_async else Jobs(limit)

    def iterate(self) -> Flow:
        """Yield the steps and the turns of the run. Raises ToolRunnerError, whatever stops it."""
        run = self.run
        try:
            yield from self._refresh_approvals()
            for step in range(run.consumed_requests, run.max_steps):
                response = yield from self._request_turn(step)
                snapshot = deepcopy(response)
                run.tell("request", "completed", self.requested_at, usage=snapshot.get("usage") and snapshot.usage)
                run.check_cancelled()
                is_final = run.check_response(snapshot, self.is_eager)
                is_pending = not is_final and (not self.is_eager or len(run.items) < len(snapshot.output))
                if self.ledger is not None:
                    if is_pending:
                        self.ledger.pending_items = [to_input_item(item) for item in snapshot.output]
                    yield from self._save(PENDING if is_pending else FINAL if is_final else BOUNDARY, snapshot)
                may_supply = not self.is_eager or self.early is not None
                try:
                    yield run.make_turn(response, snapshot, step + 1, is_final, may_supply)
                finally:
                    run.active_step = None
                if is_final:
                    return
                if is_pending:
                    for index in range(len(run.items), len(snapshot.output)):
                        yield from self._dispatch(index, snapshot.output[index])
                    run.finish(snapshot)
                if run.add_user_texts() or is_pending:
                    yield from self._save(BOUNDARY)
        except ToolRunnerError as error:
            yield from self._settle_quietly()
            raise run.error(str(error) if error is run.last_error else STOPPED) from None
        except CancelledError:
            yield from self._settle_quietly()
            raise ToolRunnerCancelledError(run.attempted, run.completed) from None
        except Exception:
            yield from self._settle_quietly()
            raise run.error(STOPPED) from None  # the cause may have contents of calls
        raise run.error(TOO_LONG)

    def _request_turn(self, step: int) -> Flow:
        """Send the request of a turn, and return the response."""
        run = self.run
        run.begin(step == run.max_steps - 1)
        run.check_cancelled()
        request = {**run.request, "input": run.history}
        if step:
            request.update(rotate_idempotency_key(self.client, request.get("extra_headers")))
        yield from self._limit_input(request)
        if self.ledger is not None:
            self.ledger.pending_items = None
            run.consumed_requests = step + 1
            yield from self._save(PENDING if self.has_server_tools else BOUNDARY)
        self.requested_at = monotonic()
        try:
            if self.is_streaming:
                return (yield from self._stream(request))
            return (yield lambda: self.client.responses.create(**request))
        except (Exception, CancelledError) as error:
            is_cancelled = isinstance(error, CancelledError)
            run.tell("request", "cancelled" if is_cancelled else "api_failed", self.requested_at)
            raise

    def _limit_input(self, request: Dict[str, Any]) -> Flow:
        budget, run = self.options["context_budget"], self.run
        if budget is None or is_within(budget, run.history):
            return
        if "compact" not in budget:
            raise run.error("Native request input exceeds context_budget.")
        snapshot = take_snapshot(run, budget)
        decision = yield from self._ask(budget["compact"], snapshot)
        run.check_cancelled()
        request["input"] = compact_input(run, decision, frozenset(take_snapshot(run, budget)["eligible_call_ids"]))
        if not is_within(budget, request["input"]):
            raise run.error("Native request input still exceeds context_budget.")

    def _stream(self, request: Dict[str, Any]) -> Flow:
        raw = yield lambda: self.client.responses.create(**{**request, "stream": True})
        state = ResponseStreamState(text_format=omit, input_tools=self.run.tools, starting_after=None)
        stream_class: Any = AsyncResponseStream if self.client._is_async else ResponseStream
        events = stream_class(raw, state)
        try:
            while True:
                event = yield lambda: _next_event(events)
                if event is END:
                    break
                self.run.check_cancelled()
                if self.options["on_event"] is not None:
                    yield from self._ask(self.options["on_event"], deepcopy(event))
                self.run.check_cancelled()
                if event.type == "response.output_item.done" and (self.is_eager or self.collects):
                    yield from self._take_item(event.output_index, event.item)
            yield from self._settle()
            return (yield events.get_final_response)
        finally:
            yield events.close

    def _take_item(self, index: int, item: Any) -> Flow:
        """Take an item of a stream, and run it if it may run early."""
        run = self.run
        if self.ledger is not None:
            items = self.ledger.pending_items = [*(self.ledger.pending_items or ()), to_input_item(item)]
            if len(items) == 1 or item.type in SERVER_ITEMS:
                yield from self._save(PENDING)
        if not self.is_eager:
            return
        may_run = run.receive(index, item, self.early)
        before = self.options["before_early_call"]
        if may_run and before is not None and item.type in ("function_call", "computer_call"):
            decision = yield from self._ask(before, deepcopy(item))
            run.check_cancelled()
            if decision not in ("execute", "defer"):
                raise run.error("before_early_call must return execute or defer.")
            if decision == "defer":
                run.is_deferred, may_run = True, False
        function = run.functions.get(item.name) if item.type == "function_call" else None
        if may_run and self.ledger is None and function is not None and function.independent:
            run.accept(index, item)
            self.jobs.start(item, lambda: self._call_now(item))
            if len(self.jobs.running) == self.options["max_concurrent_calls"]:
                yield from self._settle()
            return
        yield from self._settle()
        if may_run:
            yield from self._dispatch(index, item)

    def _settle(self) -> Flow:
        """Wait for the calls that run at the same time. The first exception is raised once all have ended."""
        first = None
        for item, wait in self.jobs.take():
            try:
                self.run.add(item, (yield wait))
            except BaseException as error:
                first = first or error
        if first is not None:
            raise first

    def _settle_quietly(self) -> Flow:
        try:
            yield from self._settle()
        except Exception:
            return

    def _ask(self, function: Callable[..., Any], *arguments: Any) -> Flow:
        """Call a function of the program and return its result, awaited by the async runner."""
        result = yield lambda: function(*arguments)
        if hasattr(result, "__await__"):
            discard_awaitable(result)
            raise self.run.error("A synchronous run got an awaitable; use AsyncResponsesToolRunner.")
        return result

    def _save(self, phase: str, response: Any = None) -> Flow:
        if self.ledger is not None:
            yield from self._ask(self.options["ledger"].save, self.ledger.checkpoint(phase, response))
            self.run.check_cancelled()

    def _dispatch(self, index: int, item: Any) -> Flow:
        """Run the next item if it is a call, and keep its output."""
        run = self.run
        if not run.accept(index, item):
            return
        yield from self._save(PENDING)
        if item.type == "mcp_approval_request":
            approve = yield from self._approve(item)
            output = {"type": "mcp_approval_response", "approval_request_id": item.id, "approve": approve}
        elif item.type == "computer_call":
            output = yield from self._use_computer(item)
        elif item.name in self.runner._browser_names:
            output, is_ok = yield lambda: self.runner.browser._execute(
                item, skip=run.browser_failed, cancelled=run.cancelled, on_diagnostic=run.on_diagnostic
            )
            run.browser_failed |= not is_ok
        elif item.call_id in run.supplied:
            output = run.supplied[item.call_id]
        else:
            output = yield from self._call(item)
        run.add(item, output)
        yield from self._save(PENDING)
        run.check_cancelled()

    def _use_computer(self, item: Any) -> Flow:
        if self.runner.computer is None:
            raise self.run.error("No computer driver was registered.")
        return (
            yield lambda: self.runner.computer.execute(
                item,
                approve_safety_checks=self.options["approve_safety_checks"],
                before_action=self.options["before_action"],
                cancelled=self.run.cancelled,
                on_diagnostic=self.run.on_diagnostic,
            )
        )

    def _call_now(self, item: Any) -> Any:
        """Call a function outside of the flow, while a response is streamed; a coroutine for the async runner."""
        from .flow import run_flow

        return run_flow(self.client, self._call(item))

    def _call(self, item: Any) -> Flow:
        """Call a function, and return its output item."""
        run, function = self.run, self.run.functions[item.name]
        arguments, started = run.arguments_of(item), monotonic()
        try:
            result = yield from self._ask(lambda: call_handler(function.execute, run.cancelled, arguments))
        except (Exception, CancelledError):
            run.tell("action", "driver_failed", started, item.call_id, item.name)
            raise
        run.tell("action", "completed", started, item.call_id, item.name)
        checked_at = monotonic()
        try:
            output = check_result(result)
        except ValueError:
            run.tell("output", "invalid_output", checked_at, item.call_id, item.name)
            raise
        return {"type": "function_call_output", "call_id": item.call_id, "output": output}

    def _approve(self, item: Any) -> Flow:
        """Ask the program whether a call of an MCP server may be made."""
        run, approve_mcp, started = self.run, self.options["approve_mcp"], monotonic()
        run.check_cancelled()
        if approve_mcp is None:
            raise run.error("MCP approval requires an application callback.")
        is_approved = yield from self._ask(approve_mcp, deepcopy(item))
        if type(is_approved) is not bool:
            raise run.error("MCP approval must return True or False.")
        run.check_cancelled()
        run.tell("approval", "completed" if is_approved else "refused", started, item.id, item.name)
        return is_approved

    def _refresh_approvals(self) -> Flow:
        """Ask again about approvals in the input that were not used yet."""
        run = self.run
        if run.consumed_requests >= run.max_steps:
            return
        approved = find_approved(run.history)
        for index, item in enumerate(run.history):
            request = approved.get(item.get("approval_request_id"))
            if item.get("type") == "mcp_approval_response" and item.get("approve") is True and request is not None:
                from ..results.objects import to_api_objects

                answer = yield from self._approve(to_api_objects(deepcopy(dict(request))))
                run.history[index] = {**item, "approve": answer}


def _next_event(events: Any) -> Any:
    """Return the next event or END; a coroutine, for an async stream."""
    return _next_async(events) if hasattr(events, "__anext__") else next(events, END)


async def _next_async(events: Any) -> Any:
    try:
        return await events.__anext__()
    except StopAsyncIteration:
        return END
