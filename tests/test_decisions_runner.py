# SPDX-License-Identifier: MIT
"""`lib.decisions_tool_runner`: runs in which the model chooses actions, as with the `openai` package.

tests/data/decisions_program.txt is what decisions_program.py prints with the official package.
"""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from . import PACKAGE, decisions_program, load, package, read_recorded

WAIT = 30
runners = load("lib.decisions_tool_runner")
RECORDED = read_recorded("decisions_program.txt")["all"]
PARAMS = {"model": "m", "input": "Do it"}


def test_runs_do_what_they_do_with_the_official_package() -> None:
    assert decisions_program.run(PACKAGE) == RECORDED


def test_the_record_is_up_to_date() -> None:
    pytest.importorskip("openai.lib.decisions_tool_runner")
    assert decisions_program.run("openai") == RECORDED


@pytest.fixture
def server():
    server = decisions_program.Server()
    yield server
    server.http.shutdown()
    server.http.server_close()


def candidates(execute: Any) -> Any:
    actions = [{"id": "go", "description": "Go on.", "execute": execute}]
    return lambda observation: [*actions, {"id": "done", "description": "It is done.", "done": True}]


def test_a_sync_run_refuses_async_functions_and_is_closed_afterwards(server) -> None:
    async def execute() -> None:
        pass

    runner = runners.DecisionsToolRunner(observe=lambda: "state", candidates=candidates(execute))
    server.script = [[decisions_program.chosen("go")]]
    with package.OpenAI(api_key="k", base_url=server.url, max_retries=0) as client:
        with pytest.raises(runners.DecisionsToolRunnerError, match="AsyncDecisionsToolRunner") as caught:
            runner.run(client, PARAMS)
        assert caught.value.reason == "async_executor" and caught.value.attempted_candidate_ids == ("go",)
        assert runner.close() == {"status": "closed"}
        with pytest.raises(RuntimeError, match="closed"):
            runner.run(client, PARAMS)


def test_cancelling_the_task_says_what_was_attempted(server) -> None:
    async def main() -> None:
        started = asyncio.Event()

        async def execute(*, cancelled: Any) -> None:
            assert cancelled is None
            started.set()
            await asyncio.sleep(WAIT)

        runner = runners.AsyncDecisionsToolRunner(observe=lambda: "state", candidates=candidates(execute))
        server.script = [[decisions_program.chosen("go")]]
        async with package.AsyncOpenAI(api_key="k", base_url=server.url, max_retries=0) as client:
            task = asyncio.ensure_future(runner.run(client, PARAMS))
            await asyncio.wait_for(started.wait(), WAIT)
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
        # Before Python 3.11, a task replaces the error with one of its own.
        assert getattr(caught.value, "attempted_candidate_ids", ("go",)) == ("go",)

    asyncio.run(main())
