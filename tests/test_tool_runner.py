# SPDX-License-Identifier: MIT
"""`lib.responses_tool_runner`: what runs request, call, save and refuse, as with the `openai` package.

tests/data/tool_runner_program.txt is what tool_runner_program.py prints with the official package.
"""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from . import PACKAGE, load, package, read_recorded, tool_runner_program

WAIT = 30
RECORDED = read_recorded("tool_runner_program.txt")
runners = load("lib.responses_tool_runner")
CALL = tool_runner_program.call(1)


@pytest.mark.parametrize("program", sorted(RECORDED))
def test_programs_do_what_they_do_with_the_official_package(program: str) -> None:
    if program == "typed":
        pytest.importorskip("pydantic")
    assert tool_runner_program.run(PACKAGE, program) == RECORDED[program]


@pytest.mark.parametrize("program", sorted(RECORDED))
def test_the_record_is_up_to_date(program: str) -> None:
    pytest.importorskip("openai.lib.responses_tool_runner")
    assert tool_runner_program.run("openai", program) == RECORDED[program]


@pytest.fixture
def server():
    server = tool_runner_program.Server()
    yield server
    server.http.shutdown()
    server.http.server_close()


def make_runner(execute: Any, is_async: bool = False, **options: Any) -> Any:
    prefix = "Async" if is_async else ""
    function = getattr(runners, prefix + "RegisteredFunction")(tool_runner_program.WEATHER, execute, **options)
    return getattr(runners, prefix + "ResponsesToolRunner")(functions=[function])


PARAMS = {"model": "m", "input": "Weather?"}


def test_leaving_the_iteration_runs_nothing_and_frees_the_runner(server) -> None:
    called = []
    runner = make_runner(called.append)
    with package.OpenAI(api_key="k", base_url=server.url) as client:
        server.script = [[CALL]]
        turns = runner.iterate(client, PARAMS)
        next(turns)
        with pytest.raises(RuntimeError, match="busy"):
            next(runner.iterate(client, PARAMS))
        turns.close()
        assert called == [] and len(server.requests) == 1
        assert runner.run(client, PARAMS).output_text == "Cold."


def test_independent_functions_run_at_the_same_time(server) -> None:
    together = threading.Barrier(2)

    def execute(arguments: Any) -> str:
        together.wait(WAIT)
        return "done"

    runner = make_runner(execute, independent=True)
    with package.OpenAI(api_key="k", base_url=server.url) as client:
        server.script = [[CALL, tool_runner_program.call(2)]]
        assert runner.run(client, PARAMS, stream=True, eager=True).output_text == "Cold."
    outputs = [item["output"] for item in server.requests[1][0]["input"] if item.get("type") == "function_call_output"]
    assert outputs == ["done", "done"]


@pytest.mark.parametrize("is_eager", [False, True])
def test_cancelling_the_task_says_what_was_attempted(server, is_eager: bool) -> None:
    async def main() -> None:
        started, ended = asyncio.Event(), []

        async def execute(arguments: Any) -> str:
            started.set()
            try:
                await asyncio.sleep(WAIT)
            finally:
                ended.append(True)
            return "never"

        runner = make_runner(execute, True, independent=True)
        async with package.AsyncOpenAI(api_key="k", base_url=server.url) as client:
            server.script = [[CALL]]
            task = asyncio.ensure_future(runner.run(client, PARAMS, stream=is_eager, eager=is_eager))
            await asyncio.wait_for(started.wait(), WAIT)
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            assert ended == [True]
            assert getattr(caught.value, "attempted_call_ids", ("call_1",)) == ("call_1",)
            server.script = []
            assert (await runner.run(client, PARAMS)).output_text == "Cold."  # it is free again

    asyncio.run(main())


def test_a_function_may_ask_whether_the_run_was_cancelled(server) -> None:
    asked = []

    def execute(arguments: Any, *, cancelled: Any) -> str:
        asked.append(cancelled())
        return "x"

    with package.OpenAI(api_key="k", base_url=server.url) as client:
        server.script = [[CALL]]
        make_runner(execute).run(client, PARAMS, cancelled=lambda: False)
    assert asked == [False]


def test_a_sync_run_refuses_async_functions(server) -> None:
    async def execute(arguments: Any) -> str:
        return "x"

    with package.OpenAI(api_key="k", base_url=server.url) as client:
        server.script = [[CALL]]
        with pytest.raises(runners.ToolRunnerError, match="AsyncResponsesToolRunner") as caught:
            make_runner(execute).run(client, PARAMS)
    assert caught.value.attempted_call_ids == ("call_1",) and caught.value.completed_call_ids == ()


def test_saved_runs_have_no_credentials(server) -> None:
    saved: list = []
    tools = [
        {**tool_runner_program.MCP, "server_url": "https://u:s3cr3t@h.example/x?api_key=s3cr3t&a=1"},
        {"type": "code_interpreter", "container": {"type": "auto", "network_policy": {
            "type": "allowlist", "allowed_domains": ["a"], "domain_secrets": [{"name": "n", "value": "s3cr3t"}]}}},
    ]  # fmt: skip
    ledger = runners.ResponsesToolLedger("run", saved.append)
    with package.OpenAI(api_key="k", base_url=server.url) as client:
        make_runner(print).run(client, {**PARAMS, "tools": tools}, ledger=ledger)
    assert len(saved) == 2 and "s3cr3t" not in str(saved) and "sha256:" in str(saved)
    assert "s3cr3t" in str(server.requests)


def test_diagnostics_have_no_content_and_cannot_break_a_run(server) -> None:
    seen = []

    def observe(diagnostic: Any) -> None:
        seen.append(diagnostic)
        raise ValueError

    with package.OpenAI(api_key="k", base_url=server.url) as client:
        server.script = [[CALL]]
        make_runner(lambda _: "secret").run(client, PARAMS, on_diagnostic=observe)
    assert [diagnostic["stage"] for diagnostic in seen] == ["request", "action", "request"]
    assert "secret" not in str(seen) and seen[0]["usage"]["total_tokens"] == 3
