# SPDX-License-Identifier: MIT
"""Helpers of agents: session streams, functions, results, files and artifacts, as the `openai` package has them.

tests/data/agents_program.txt is what agents_program.py prints with the official package.
"""

from __future__ import annotations

import asyncio
import dataclasses
import gc
import sys
from typing import Dict

import pytest

from . import PACKAGE, agents_program, load, package, read_recorded

WAIT = 30
agents = load("lib.beta.agents")


RECORDED = read_recorded("agents_program.txt")


@pytest.mark.parametrize("program", sorted(RECORDED))
def test_programs_do_what_they_do_with_the_official_package(program: str) -> None:
    if program == "typed_tools" and not pytest.importorskip("pydantic").VERSION.startswith("2"):
        pytest.skip("the schemas are those of pydantic 2")
    assert agents_program.run(PACKAGE, program) == RECORDED[program]


@pytest.mark.parametrize("program", sorted(RECORDED))
def test_the_record_is_up_to_date(program: str) -> None:
    pytest.importorskip("openai")
    pytest.importorskip("openai.lib.beta.agents")
    assert agents_program.run("openai", program) == RECORDED[program]


@pytest.fixture
def server():
    server = agents_program.Server()
    yield server
    server.http.shutdown()
    server.http.server_close()


@pytest.fixture
def sessions(server):
    with package.OpenAI(api_key="k", base_url=server.url, max_retries=0) as client:
        yield client.beta.agents.sessions


def test_functions_and_types_need_no_pydantic(server, sessions, monkeypatch) -> None:
    monkeypatch.delitem(sys.modules, "pydantic", raising=False)

    @dataclasses.dataclass
    class Report:
        city: str
        degrees: int

    @agents.function_tool
    def weather(city: str, days: int = 2) -> Dict[str, object]:
        """Look up the weather."""
        return {"city": city, "days": days}

    assert weather.definition == {
        "type": "function",
        "name": "weather",
        "description": "Look up the weather.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "days": {"type": "integer"}},
            "required": ["city"],
        },
    }
    with sessions.stream("ses_1", input="Hi", tool_handlers={"weather": weather}, output_type=Report) as stream:
        result = stream.get_final_result()
    assert result.output_parsed == Report("Oslo", 3)
    assert server.requests[-1][2]["events"][0]["output"] == '{"city":"Oslo","days":2}'
    tool = agents.pydantic_function_tool(Report, handler=lambda report: report.degrees)
    assert tool.name == "Report" and tool({"city": "Rome", "degrees": 5}) == "5"
    assert agents.agent_text_format(Report)["schema"]["required"] == ["city", "degrees"]


@pytest.mark.parametrize(
    ("function", "text"),
    [
        (lambda city: city, "city"),
        (lambda *cities: cities, "cities"),
        (lambda _city: _city, "_city: a parameter of a tool needs a public name"),
    ],
)
def test_functions_that_cannot_be_tools_are_refused(function, text: str) -> None:
    with pytest.raises(TypeError, match=text):
        agents.function_tool(function)


def test_a_session_stream_outside_of_a_with_block_says_so(sessions) -> None:
    with pytest.raises(RuntimeError, match="with block"):
        next(sessions.stream("ses_1", input="Hi"))


def test_leaving_the_block_closes_the_connection(server, sessions) -> None:
    with sessions.stream("ses_1", input="Hi") as stream:
        next(stream)
        raw = stream._raw
    assert raw._reader.closed and list(stream) == []
    del stream, raw
    gc.collect()


def test_a_cancelled_task_stops_the_function_and_closes_the_stream(server) -> None:
    async def main() -> None:
        started = asyncio.Event()

        async def wait(arguments) -> str:
            started.set()
            await asyncio.sleep(WAIT)
            return "never"

        async with package.AsyncOpenAI(api_key="k", base_url=server.url, max_retries=0) as client:
            manager = client.beta.agents.sessions.stream("ses_1", input="Hi", tool_handlers={"weather": wait})

            async def read() -> None:
                async with manager as stream:
                    await stream.until_done()

            task = asyncio.ensure_future(read())
            await asyncio.wait_for(started.wait(), WAIT)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert manager._raw._reader.closed

    asyncio.run(main())
    assert len(server.requests) == 3  # no result was submitted


def test_a_keyboard_interrupt_leaves_the_uploads_to_the_program(sessions, server, tmp_path, monkeypatch) -> None:
    for name in "ab":
        (tmp_path / name).write_text(name)
    client = sessions._client
    create = client.files.create
    calls = iter([create])

    def create_once(**arguments):
        for function in calls:
            return function(**arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(client.files, "create", create_once)
    with pytest.raises(KeyboardInterrupt) as caught:
        client.beta.agents.environments.files.prepare({"/workspace/a": tmp_path / "a", "/workspace/b": tmp_path / "b"})
    assert caught.value.prepared.uploaded_file_ids == ["file_1"]
