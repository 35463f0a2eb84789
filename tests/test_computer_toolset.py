# SPDX-License-Identifier: MIT
"""`lib.computer`: what toolsets execute, ask for, send and refuse, as with the `openai` package.

tests/data/computer_program.txt is what computer_program.py prints with the official package.
"""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any

import pytest

from . import PACKAGE, computer_program, load, package, read_recorded

WAIT = 30
RECORDED = read_recorded("computer_program.txt")
computer = load("lib.computer")
types = load("types.responses")
CALL = computer_program.use(1, pending_safety_checks=[])
PARAMS = {"model": "m", "input": "Go on."}


@pytest.mark.parametrize("program", sorted(RECORDED))
def test_programs_do_what_they_do_with_the_official_package(program: str) -> None:
    assert computer_program.run(PACKAGE, program) == RECORDED[program]


@pytest.mark.filterwarnings("ignore::UserWarning")  # of pydantic, about invalid actions
@pytest.mark.parametrize("program", sorted(RECORDED))
def test_the_record_is_up_to_date(program: str) -> None:
    pytest.importorskip("openai.lib.computer")
    assert computer_program.run("openai", program) == RECORDED[program]


@pytest.fixture
def server():
    server = computer_program.Server()
    yield server
    server.http.shutdown()
    server.http.server_close()


class Driver(computer.ComputerDriver):
    """A driver that derives from the protocol, and records what it did."""

    def __init__(self) -> None:
        self.done: list = []

    def click(self, action: Any) -> None:
        self.done.append((action.type, action.x, action.y))

    double_click = drag = keypress = move = scroll = type = wait = click

    def screenshot(self) -> Any:
        return computer.Screenshot(type="computer_screenshot", file_id="file_1")


class AsyncDriver(computer.AsyncComputerDriver):
    def __init__(self, started: Any) -> None:
        self.started = started

    async def click(self, action: Any) -> None:
        self.started.set()
        await asyncio.sleep(WAIT)

    double_click = drag = keypress = move = scroll = type = wait = click

    async def screenshot(self) -> Any:
        return {}


def test_the_package_has_the_toolsets_and_drivers() -> None:
    for name in ("ComputerDriver", "AsyncComputerDriver", "ComputerToolset", "AsyncComputerToolset"):
        assert getattr(package, name) is getattr(computer, name)


def test_a_driver_must_have_all_methods() -> None:
    class Incomplete(computer.ComputerDriver):
        def screenshot(self) -> Any:
            return {}

    with pytest.raises(TypeError, match="click"):
        Incomplete()
    with pytest.raises(ValueError, match="driver: has no method click"):
        computer.ComputerToolset(object())


def test_a_driver_of_the_other_client_is_refused() -> None:
    with pytest.raises(ValueError, match="the method click is async; use AsyncComputerToolset"):
        computer.ComputerToolset(AsyncDriver(None))
    with pytest.raises(ValueError, match="the method click is not async; use ComputerToolset"):

        class Annotated:
            def click(self, action: Any) -> None: ...

        computer.AsyncComputerToolset(Annotated())


def test_a_sync_toolset_refuses_what_a_driver_returns_to_be_awaited() -> None:
    class Later(Driver):
        def click(self, action: Any) -> Any:
            return asyncio.sleep(WAIT)

    toolset = computer.ComputerToolset(Later())
    with pytest.raises(computer.ComputerUseError, match="AsyncComputerToolset"):
        toolset.execute(types.ResponseComputerToolCall(**CALL))


def test_a_toolset_has_one_run_at_a_time() -> None:
    started, go_on = threading.Event(), threading.Event()

    class Slow(Driver):
        def click(self, action: Any) -> None:
            started.set()
            assert go_on.wait(WAIT)

    toolset = computer.ComputerToolset(Slow())
    call = types.ResponseComputerToolCall(**CALL)
    thread = threading.Thread(target=toolset.execute, args=(call,))
    thread.start()
    assert started.wait(WAIT)
    with pytest.raises(RuntimeError, match="busy"):
        toolset.execute(call)
    assert toolset.close() == {"status": "draining"}
    go_on.set()
    thread.join(WAIT)
    assert toolset.close() == {"status": "closed"}


def test_cancelling_the_task_frees_the_toolset(server) -> None:
    async def main() -> None:
        started = asyncio.Event()
        toolset = computer.AsyncComputerToolset(AsyncDriver(started))
        async with package.AsyncOpenAI(api_key="k", base_url=server.url) as client:
            server.script = [[CALL]]
            task = asyncio.ensure_future(toolset.run(client, PARAMS))
            await asyncio.wait_for(started.wait(), WAIT)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            server.script = []
            assert (await toolset.run(client, PARAMS)).output_text == "Cold."

    asyncio.run(main())


def test_the_program_keeps_what_it_passed(server) -> None:
    driver = Driver()
    params: Any = {**PARAMS, "input": [{"role": "user", "content": "Go on."}], "tool_choice": "required"}
    with package.OpenAI(api_key="k", base_url=server.url) as client:
        server.script = [[CALL]]
        response = computer.ComputerToolset(driver).run(client, params)
    assert response.output_text == "Cold." and driver.done == [("click", 1, 2)]
    assert params == {**PARAMS, "input": [{"role": "user", "content": "Go on."}], "tool_choice": "required"}


def test_a_driver_may_ask_whether_the_run_was_cancelled() -> None:
    asked = []

    class Asking(Driver):
        def click(self, action: Any, *, cancelled: Any = None) -> None:
            asked.append(cancelled())

    call = types.ResponseComputerToolCall(**CALL)
    computer.ComputerToolset(Asking()).execute(call, cancelled=lambda: False)
    assert asked == [False]


def test_diagnostics_have_durations_and_no_content() -> None:
    seen: list = []

    class Typing(Driver):
        def type(self, action: Any) -> None:
            end = time.monotonic() + 0.002
            while time.monotonic() < end:
                pass

    call = types.ResponseComputerToolCall(**{**CALL, "actions": [{"type": "type", "text": "secret"}]})
    computer.ComputerToolset(Typing()).execute(call, on_diagnostic=seen.append)
    assert [item["member"] for item in seen] == ["type", "screenshot"] and "secret" not in str(seen)
    assert seen[0]["duration_ms"] >= 2
