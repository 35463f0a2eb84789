# SPDX-License-Identifier: MIT
"""A program that lets a model use a computer, with the `openai` package or with this one: `computer_program.py NAME`.

It prints the requests that it sent and what it observes, a line each, so that test_computer_toolset.py can compare the
two.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import sys
from typing import Any, Callable, Dict, List

if __package__:
    from .tool_runner_program import Server, call, message
else:
    from tool_runner_program import Server, call, message

CLICK = {"type": "click", "x": 1, "y": 2, "button": "left"}
MEMBERS = ("click", "double_click", "drag", "keypress", "move", "scroll", "type", "wait")
SCREENSHOT = {"type": "computer_screenshot", "image_url": "data:image/png;base64,AA=="}
ACTIONS = [
    CLICK,
    {**CLICK, "button": "wheel", "keys": ["ctrl"]},
    {"type": "double_click", "x": 0, "y": 0, "keys": None},
    {"type": "drag", "path": [{"x": 1, "y": 2}, {"x": 3, "y": 4}]},
    {"type": "keypress", "keys": ["a", "shift"]},
    {"type": "move", "x": 5, "y": -6},
    {"type": "screenshot"},
    {"type": "scroll", "x": 1, "y": 2, "scroll_x": 0, "scroll_y": -100},
    {"type": "type", "text": "hello"},
    {"type": "wait"},
]
CHECK = {"id": "sc_1", "code": "malicious", "message": "Careful."}


def use(number: int, *actions: Any, **fields: Any) -> Dict[str, Any]:
    return {"type": "computer_call", "id": "cu_{}".format(number), "call_id": "call_{}".format(number),
            "status": "completed", "actions": list(actions or [CLICK]), **fields}  # fmt: skip


def former(number: int, action: Any = CLICK, **fields: Any) -> Dict[str, Any]:
    item = use(number, action=action, pending_safety_checks=[])
    del item["actions"]
    return {**item, **fields}


def text(**fields: Any) -> Any:
    return {"type": "output_text", "text": "Cold.", "annotations": [], **fields}


class Programs:
    def __init__(self, name: str, server: Server, client: Any) -> None:
        self.module: Any = importlib.import_module(name + ".lib.computer")
        self.name, self.server, self.client = name, server, client
        self.is_async = type(client).__name__.startswith("Async")
        self.lines: List[str] = []

    def tell(self, *values: Any) -> None:
        self.lines.append(" ".join(str(value) for value in values))

    def later(self, function: Callable[..., Any], is_async: Any = None) -> Callable[..., Any]:
        """Return a function for the client: async for the async one."""

        async def call_later(*arguments: Any) -> Any:
            return function(*arguments)

        return call_later if (self.is_async if is_async is None else is_async) else lambda *given: function(*given)

    def driver(self, is_async: Any = None, **methods: Any) -> Any:
        def act(action: Any) -> None:
            self.tell("driver", action.type, json.dumps(action.to_dict(), sort_keys=True))

        class Driver:
            pass

        functions = {**dict.fromkeys(MEMBERS, act), "screenshot": lambda: dict(SCREENSHOT), **methods}
        for name, function in functions.items():
            setattr(Driver, name, staticmethod(self.later(function, is_async)))
        return Driver()

    def toolset(self, driver: Any = None) -> Any:
        prefix = "Async" if self.is_async else ""
        return getattr(self.module, prefix + "ComputerToolset")(driver or self.driver())

    async def attempt(self, run: Callable[[], Any]) -> Any:
        """Return a result, or tell the error."""
        try:
            result = run()
            return await result if inspect.isawaitable(result) else result
        except Exception as error:
            response = getattr(error, "response", None)
            kinds = (self.module.ComputerUseError, ValueError, RuntimeError, KeyError)
            kind = next((base for base in kinds if isinstance(error, base)), type(error)).__name__
            self.tell("raised", kind, response and getattr(response, "id", None))
            return None

    async def run(self, *script: Any, toolset: Any = None, **options: Any) -> Any:
        self.server.script = list(script)
        params = {"model": "m", "input": "Go on.", **options.pop("params", {})}
        result = await self.attempt(lambda: (toolset or self.toolset()).run(self.client, params, **options))
        if result is not None:
            self.tell("result", result.id, result.output_text)
        self.tell(json.dumps(self.server.requests, sort_keys=True))
        self.server.requests = []
        return result

    def make_call(self, item: Any) -> Any:
        types: Any = importlib.import_module(self.name + ".types.responses")
        return types.ResponseComputerToolCall.model_validate({"pending_safety_checks": [], **item})

    async def execute(self, item: Any, toolset: Any = None, **options: Any) -> None:
        made = self.make_call(item)
        output = await self.attempt(lambda: (toolset or self.toolset()).execute(made, **options))
        self.tell(json.dumps(output))

    async def whole_runs(self) -> None:
        reasoning = {"type": "reasoning", "id": "rs_1", "summary": [{"type": "summary_text", "text": "t"}],
                     "encrypted_content": "abc", "status": None}  # fmt: skip
        await self.run()
        await self.run([use(1, *ACTIONS)], [use(2), use(3, {"type": "screenshot"})])
        await self.run([former(1)], [former(2, pending_safety_checks=[CHECK])],
                       approve_safety_checks=self.later(lambda _: True))  # fmt: skip
        reasoning.pop("status")
        compaction = {"type": "compaction", "id": "c", "encrypted_content": "e", "created_by": "x"}
        await self.run([reasoning, compaction, message(phase="commentary"), use(1)])
        await self.run([use(1)], [use(2)], max_steps=2)
        await self.run([use(1)], params={"extra_headers": {"Idempotency-Key": "own", "X-A": "b"}, "store": False})
        history = [{"role": "user", "content": "a"}, {"type": "message", "id": "m_1", "role": "assistant",
                   "status": "completed", "content": [text()]}]  # fmt: skip
        await self.run([use(1)], params={"input": history, "include": ["a", "reasoning.encrypted_content"]})
        await self.run([use(1)], params={"tools": [{"type": "computer_use_preview", "environment": "mac",
                                                    "display_width": 1, "display_height": 2}]})  # fmt: skip
        allowed = {"type": "allowed_tools", "mode": "required", "tools": [{"type": "computer"}]}
        for choice in ("required", "auto", {"type": "computer"}, {"type": "computer_use_preview"}, allowed,
                       {**allowed, "mode": "auto"}, {"type": "function", "name": "x"}):  # fmt: skip
            await self.run([use(1)], params={"tool_choice": choice})
        closed = self.toolset()
        self.tell(closed.close())
        await self.run(toolset=closed)

    async def refused_responses(self) -> None:
        citation = {"type": "url_citation", "url": "u", "title": "t", "start_index": 0, "end_index": 1}
        token = {"token": "t", "bytes": [1], "logprob": -0.5}
        for output in (
            None, "incomplete", "failed", [], [message(phase="commentary")], [message(status="incomplete")],
            [call(1)], [{"type": "web_search_call", "id": "x", "status": "completed"}],
            [use(1), use(1)], [use(1), use(2, id="cu_1")], [use(1), use(2, call_id="call_1")],
            [use(1, status="incomplete")], [use(1, status="in_progress")], [use(1, id=None)], [use(1, call_id=None)],
            [use(1, actions=[])], [use(1, actions=None)], [use(1, action=CLICK)], [use(1, action=None)],
            [use(1, pending_safety_checks=None)], [use(1, pending_safety_checks=[{"id": 1}])],
            [use(1, pending_safety_checks=[CHECK])], [former(1, pending_safety_checks=None)],
            [{key: value for key, value in former(1).items() if key != "pending_safety_checks"}],
            [{"type": "reasoning", "id": "rs", "summary": None}, message()],
            [{"type": "reasoning", "id": "rs", "summary": [], "content": None}, message()],
            [{"type": "reasoning", "id": "rs", "summary": [], "status": "other"}, message()],
            [{"type": "reasoning", "id": "rs", "summary": [], "content": [{"type": "reasoning_text", "text": "t"}]},
             message()],
            [{"type": "compaction", "id": "c"}, message()], [message(), message(id="other")], [message(), message()],
            [message(id=None)], [message(role="user")], [message(content="text")], [message(content=[{"type": "x"}])],
            [message(content=[{"type": "refusal", "refusal": "no"}])], [message(content=[{"type": "refusal"}])],
            [message(content=[text(annotations=[citation])])],
            [message(content=[text(annotations=[{**citation, "url": None}])])],
            [message(content=[text(annotations=None)])],
            [message(content=[text(logprobs=[{**token, "top_logprobs": [token]}])])],
            [message(content=[text(logprobs=[token])])],
        ):  # fmt: skip
            self.tell(json.dumps(output)[:90])
            await self.run(output)

    async def refused_actions(self) -> None:
        for action in (
            {"type": "other"}, {}, {**CLICK, "button": "middle"}, {**CLICK, "x": 1.5}, {**CLICK, "x": "a"},
            {"type": "click", "x": 1, "button": "left"}, {**CLICK, "keys": "ctrl"}, {**CLICK, "keys": [1]},
            {"type": "keypress"}, {"type": "keypress", "keys": None}, {"type": "type", "text": None},
            {"type": "drag", "path": None}, {"type": "drag", "path": [{"x": 1}]}, {"type": "drag", "path": []},
            {"type": "scroll", "x": 1, "y": 2, "scroll_x": 1}, {"type": "double_click", "x": None, "y": 1},
        ):  # fmt: skip
            self.tell(json.dumps(action))
            await self.run([use(1, CLICK, action)])

    async def refused_arguments(self) -> None:
        computer = {"type": "computer"}
        for params in (
            {"stream": True}, {"background": True}, {"conversation": "c"}, {"previous_response_id": "r"},
            {"tools": []}, {"tools": None}, {"tools": [computer, computer]}, {"tools": [{"type": "web_search"}]},
            {"extra_body": {"tools": []}}, {"extra_body": {"store": False}}, {"stream": False, "tools": [computer]},
        ):  # fmt: skip
            self.tell(json.dumps(params))
            await self.run(params=params)
        for steps in (0, -1, True, "2", None):
            await self.run(max_steps=steps)
        named = [self.driver(), self.driver(), object(), self.driver(True), self.annotated_driver()]
        named[0].click = None
        named[1].screenshot = "no method"
        for driver in named:
            try:
                self.toolset(driver)
                self.tell("accepted")
            except ValueError:
                self.tell("refused")

    def annotated_driver(self) -> Any:
        """Return a sync driver whose methods say so; others could return something awaitable."""

        def act(action: Any) -> None:
            pass

        driver = self.driver()
        for name in MEMBERS:
            setattr(driver, name, act)
        return driver

    async def approvals(self) -> None:
        seen: List[Any] = []
        for answer in (True, False, 1, "yes", None):
            await self.execute(use(1, pending_safety_checks=[CHECK, {"id": "sc_2"}]), on_diagnostic=seen.append,
                               approve_safety_checks=self.later(lambda _, answer=answer: answer))  # fmt: skip
        await self.execute(use(1, pending_safety_checks=[CHECK]), on_diagnostic=seen.append)
        for allowed in (["click", "wait", "screenshot"], ["click", "screenshot"], ["click", "wait"], []):

            def approve(action: Any, allowed: Any = allowed) -> bool:
                self.tell("asked", action.type)
                return action.type in allowed

            await self.execute(use(1, CLICK, {"type": "wait"}), before_action=self.later(approve),
                               on_diagnostic=seen.append)  # fmt: skip
            await self.run([use(1, CLICK, {"type": "wait"})], before_action=self.later(approve))

        def change(action: Any) -> bool:
            action.x = 99
            return True

        def fail(action: Any) -> bool:
            raise KeyError("secret")

        for function in (change, fail):
            await self.execute(use(1), before_action=self.later(function), on_diagnostic=seen.append)
        self.tell_diagnostics(seen)

    def tell_diagnostics(self, seen: List[Any]) -> None:
        for diagnostic in seen:
            assert diagnostic.pop("duration_ms") >= 0
            self.tell(json.dumps(diagnostic, sort_keys=True))

    async def drivers(self) -> None:
        def fail(*arguments: Any) -> None:
            raise KeyError("secret")

        seen: List[Any] = []
        for methods in ({"click": fail}, {"screenshot": fail}):
            toolset = self.toolset(self.driver(**methods))
            await self.execute(use(1, *ACTIONS), toolset, on_diagnostic=seen.append)
            await self.run([use(1, *ACTIONS)], toolset=toolset)
        for screenshot in (
            None, "image", {}, {"type": "computer_screenshot"}, {**SCREENSHOT, "type": "input_image"},
            {**SCREENSHOT, "image_url": " "}, {**SCREENSHOT, "image_url": 1}, {**SCREENSHOT, "file_id": ""},
            {**SCREENSHOT, "image_url": None}, {"type": "computer_screenshot", "file_id": "f", "other": 1},
            {**SCREENSHOT, "file_id": "f"}, {**SCREENSHOT, "file_id": None},
        ):  # fmt: skip
            self.tell(json.dumps(screenshot))
            toolset = self.toolset(self.driver(screenshot=lambda given=screenshot: given))
            await self.execute(use(1), toolset, on_diagnostic=seen.append)
        self.tell_diagnostics(seen)

    async def cancelled(self) -> None:
        for limit in range(12):
            seen: List[Any] = []
            asked: List[int] = []

            def cancelled(asked: Any = asked, limit: int = limit) -> bool:
                asked.append(1)
                return len(asked) > limit

            await self.run([use(1, CLICK, {"type": "wait"})], cancelled=cancelled, on_diagnostic=seen.append,
                           before_action=self.later(lambda _: True))  # fmt: skip
            self.tell_diagnostics(seen)
        stop: List[int] = []

        def click(action: Any) -> None:
            stop.append(1)
            raise KeyError("secret")

        seen = []
        toolset = self.toolset(self.driver(click=click))
        await self.execute(use(1), toolset, cancelled=lambda: bool(stop), on_diagnostic=seen.append)
        self.tell_diagnostics(seen)

    async def in_a_tool_runner(self) -> None:
        runners = importlib.import_module(self.name + ".lib.responses_tool_runner")
        prefix = "Async" if self.is_async else ""
        runner = getattr(runners, prefix + "ResponsesToolRunner")(computer=self.toolset())
        checked = use(1, pending_safety_checks=[CHECK])
        await self.run([use(1, *ACTIONS)], [use(2)], toolset=runner)
        await self.run([checked], toolset=runner, approve_safety_checks=self.later(lambda _: True))
        for script in ([checked], [use(1, {"type": "other"})], [use(1, actions=[])]):
            self.server.script = [script]
            try:
                result = runner.run(self.client, {"model": "m", "input": "Go on."})
                await result if inspect.isawaitable(result) else result
            except runners.ToolRunnerError as error:
                self.tell("raised", error.completed_call_ids)


PROGRAMS = ("whole_runs", "refused_responses", "refused_actions", "refused_arguments", "approvals", "drivers",
            "cancelled", "in_a_tool_runner")  # fmt: skip


def run(name: str, program: str, programs_class: Any = Programs) -> List[List[str]]:
    """Return the lines of a program with the sync and with the async client."""
    package: Any = importlib.import_module(name)
    server = Server()
    results = []
    try:
        for client_class in (package.OpenAI, package.AsyncOpenAI):
            client = client_class(api_key="k", base_url=server.url, max_retries=0)
            programs = programs_class(name, server, client)
            asyncio.run(_run(programs, program))
            results.append(programs.lines)
    finally:
        server.http.shutdown()
        server.http.server_close()
    return results


async def _run(programs: Any, program: str) -> None:
    await asyncio.wait_for(getattr(programs, program)(), 60)
    closing = programs.client.close()
    if inspect.isawaitable(closing):
        await closing


if __name__ == "__main__":
    for chosen in sys.argv[2:] or PROGRAMS:
        for lines in run(sys.argv[1], chosen):
            print("#", chosen)
            print("\n".join(lines))
