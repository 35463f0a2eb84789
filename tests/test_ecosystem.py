# SPDX-License-Identifier: MIT
"""tools/ecosystem: heads of scripts, tools and errors of the server, comparison and table. Nothing is installed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Iterator, List

import pytest

from . import package

pytest.importorskip("tools.ecosystem", reason="a copy of the folder alone has no tools")

from tools.ecosystem import command, comparison, environments, table
from tools.ecosystem.program import Program, parse_head, read_program, read_programs
from tools.ecosystem.server import EcosystemServer

HEAD = """# requires: {}
# runs: prompts
# overrides: a, b<3
# models: pydantic
# python: 3.12
# volatile: id-[0-9]+
# volatile: [0-9]+ ms
# note: it needs a microphone
import openai

# requires: nothing
"""
WEATHER = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
CHAT_TOOLS: List[Any] = [{"type": "function", "function": {"name": name, "parameters": WEATHER}} for name in "ab"]
TOOLS: List[Any] = [{"type": "function", "name": name, "parameters": WEATHER, "strict": False} for name in "ab"]
USER = {"role": "user", "content": "Weather?"}
RESULT = {"role": "tool", "tool_call_id": "1", "content": "sunny"}


def test_the_head_of_a_script_says_what_it_requires_and_does(tmp_path: Path) -> None:
    script = tmp_path / "some.py"
    script.write_text(HEAD.format("some-program[extra,b]>=1,<2, httpx"), encoding="utf-8")
    program = read_program(script)
    assert program[:4] == ("some", script, ("some-program[extra,b]>=1,<2", "httpx"), "prompts")
    assert (program.overrides, program.models, program.python) == (("a", "b<3"), "pydantic", (3, 12))
    assert (program.distribution, program.note) == ("some-program", "it needs a microphone")
    assert comparison.mask("id-7 took 12 ms", list(program.volatile)) == "… took …"


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("# runs: prompts", "requires and runs"),
        ("# requires: a\n# requires: b\n# runs: x", "more than once"),
        ("# requires: a\n# run: x", "not an entry: '# run: x'"),
        ("# requires: a\n# runs: x\n# volatile: (", "some.py"),
        ("# requires: a\n# runs: x\n# python: three", "some.py"),
    ],
)
def test_an_invalid_head_is_refused(tmp_path: Path, head: str, message: str) -> None:
    (tmp_path / "some.py").write_text(head, encoding="utf-8")
    with pytest.raises(ValueError, match="some.py") as caught:
        read_program(tmp_path / "some.py")
    assert message in str(caught.value)


def test_every_script_has_a_valid_head_and_compiles() -> None:
    programs = read_programs([])
    for program in programs:
        compile(program.script.read_text(encoding="utf-8"), str(program.script), "exec", dont_inherit=True)
        assert parse_head(program.script.read_text(encoding="utf-8"))["requires"]
        assert not any(requirement.startswith("openai") for requirement in program.requires if "-" not in requirement)
    assert "llm" in [program.name for program in programs]
    with pytest.raises(ValueError, match="nothing: unknown"):
        read_programs(["llm", "nothing"])


@pytest.fixture(name="client")
def _client() -> Iterator[Any]:
    with EcosystemServer() as server, package.OpenAI(
        api_key="k", base_url=server.base_url, environment=False, max_retries=2
    ) as client:
        client.server = server
        yield client


def names_of_calls(client: Any, messages: List[Any], **arguments: Any) -> List[str]:
    completion = client.chat.completions.create(model="m", messages=messages, tools=CHAT_TOOLS, **arguments)
    for call in completion.choices[0].message.tool_calls or []:
        assert json.loads(call.function.arguments) == {"city": "embedded"}
    return [call.function.name for call in completion.choices[0].message.tool_calls or []]


def test_tools_are_called_once_for_each_message_of_the_user(client: Any) -> None:
    assert names_of_calls(client, [USER]) == ["a"]
    assert names_of_calls(client, [USER, RESULT]) == []
    assert names_of_calls(client, [USER, RESULT, USER]) == ["a"]
    assert names_of_calls(client, [USER], tool_choice="none") == []
    assert names_of_calls(client, [USER], tool_choice={"type": "function", "function": {"name": "b"}}) == ["b"]
    required = [names_of_calls(client, [USER] + [RESULT] * count, tool_choice="required") for count in range(4)]
    assert required == [["a"], ["b"], ["b"], ["b"]]
    # What is recorded is what was sent.
    assert client.server.requests[0].json()["messages"] == [USER]
    with client.chat.completions.create(model="m", messages=[USER], tools=CHAT_TOOLS, stream=True) as stream:
        deltas = [delta for chunk in stream for delta in chunk.choices[0].delta.tool_calls or []]
    assert deltas[0].function.name == "a"
    assert json.loads("".join(delta.function.arguments for delta in deltas)) == {"city": "embedded"}


def test_tools_of_responses_are_called_too(client: Any) -> None:
    response = client.responses.create(model="m", input="Weather?", tools=TOOLS)
    (call,) = response.output
    assert (call.type, call.name) == ("function_call", "a")
    result = {"type": "function_call_output", "call_id": call.call_id, "output": "sunny"}
    response = client.responses.create(model="m", input=[USER, call, result], tools=TOOLS)
    assert response.output_text == "Hello from the embedded server! You said: the tool answered sunny"
    choice = {"type": "function", "name": "b"}
    assert client.responses.create(model="m", input="x", tools=TOOLS, tool_choice=choice).output[0].name == "b"
    hosted = client.responses.create(model="m", input="x", tools=[{"type": "web_search"}])
    assert hosted.output_text.endswith("You said: x")


def test_json_mode_follows_the_schema_in_the_messages(client: Any) -> None:
    system = {"role": "system", "content": "Answer {so}: " + json.dumps({"a": 1}) + json.dumps(WEATHER)}
    create = client.chat.completions.create
    for messages, expected in (([system, USER], "city"), ([USER], "answer")):
        completion = create(model="m", messages=messages, response_format={"type": "json_object"})
        assert list(json.loads(completion.choices[0].message.content)) == [expected]


@pytest.mark.parametrize(("status", "attempts"), [(401, 1), (429, 3), (500, 3)])
def test_models_stand_for_errors(client: Any, status: int, attempts: int) -> None:
    with pytest.raises(package.APIStatusError) as caught:
        client.embeddings.create(model="error-{}".format(status), input="x")
    assert caught.value.status_code == status
    assert len(client.server.requests) == attempts


def test_requests_are_described_in_one_line(client: Any) -> None:
    client.models.list(extra_query={"a": "1"})
    client.moderations.create(input="é", model="m")
    client.files.create(file=("notes.txt", b"text"), purpose="assistants")
    assert [comparison.describe(request) for request in client.server.requests] == [
        "GET /v1/models?a=1 Authorization",
        'POST /v1/moderations Authorization {"input": "é", "model": "m"}',
        'POST /v1/files Authorization {"file": "notes.txt", "purpose": "assistants"}',
    ]


SCRIPT = """# requires: openai-stdlib
# runs: a request
# volatile: [0-9]{4,} seconds
import os, sys, time, urllib.request, _shared
request = urllib.request.Request(os.environ["OPENAI_BASE_URL"] + "/models")
request.add_header("Authorization", "Bearer " + os.environ["OPENAI_API_KEY"])
with urllib.request.urlopen(request, timeout=30) as response:
    print(response.status, os.environ["OPENAI_BASE_URL"])
print(int(time.time()), "seconds", os.getcwd() == os.path.realpath(os.environ["HOME"]), os.environ["HOME"])
sys.exit("the end")
"""


def test_a_script_runs_in_a_home_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "urllib.py").write_text(SCRIPT, encoding="utf-8")  # the name of a module that it imports
    (tmp_path / "_shared.py").write_text("", encoding="utf-8")
    (program,) = read_programs([], tmp_path)
    result = comparison.run(program, Path(sys.executable))
    assert result.lines == ["200 http://…/v1", "… True …"]
    assert (result.requests, result.exit_code) == (["GET /v1/models Authorization"], 1)
    assert result.last_error == "the end"


def compared(ours: comparison.Run) -> str:
    official = comparison.Run(0, ["a", "b"], ["GET /1", "GET /2"], "")
    return comparison.compare(official, ours)[0]


def test_what_differs_is_counted() -> None:
    assert compared(comparison.Run(0, ["a", "b"], ["GET /2", "GET /1"], "a warning")) == "works"
    assert compared(comparison.Run(0, ["a", "c"], ["GET /1", "GET /2"], "")) == "differs: 1 line"
    assert compared(comparison.Run(0, ["a"], ["GET /1", "GET /2", "GET /2"], "")) == "differs: 1 line, 1 request"
    assert compared(comparison.Run(0, ["b", "a"], ["GET /1", "GET /2"], "")) == "differs: the order of lines"
    assert compared(comparison.Run(1, ["a", "b"], [], "Trace\nKeyError: 'x'\n\n")) == "fails: KeyError: 'x'"
    failed = comparison.Run(1, [], [], "ImportError: no")
    assert comparison.compare(failed, failed)[0] == "does not run with the official package either: ImportError: no"


def test_the_table_keeps_rows_of_programs_that_were_not_run() -> None:
    page = "Before\n\n{}\n\n{}\n\nAfter\n".format(table.START, table.END)
    page = table.update_table(page, [table.Row("b", "1", "x | y", "works")], ["a", "b"])
    page = table.update_table(page, [table.Row("a", "2", "z", "fails: x")], ["a", "b"])
    assert page == "Before\n\n{}\n\n{}\n| a | 2 | z | fails: x |\n| b | 1 | x \\| y | works |\n\n{}\n\nAfter\n".format(
        table.START, "\n".join(table.HEAD), table.END
    )
    page = table.update_table(page, [table.Row("a", "3", "z", "works")], ["a"])
    assert list(table.parse_rows(page).values()) == [table.Row("a", "3", "z", "works")]


def test_the_page_has_the_table() -> None:
    page = (environments.ROOT / "docs" / "ecosystem.md").read_text(encoding="utf-8")
    names: List[Program] = read_programs([])
    assert set(table.parse_rows(page)) <= {program.name for program in names}


def test_a_program_of_another_platform_is_not_tried(tmp_path: Path) -> None:
    (tmp_path / "some.py").write_text("# requires: some\n# runs: x\n# platform: amiga\n", encoding="utf-8")
    program = read_program(tmp_path / "some.py")
    version, result = command.try_program(program, tmp_path)
    row = command.make_row(program._replace(models="pydantic", note="why"), version, result)
    expected = "not tried on {}; why".format(sys.platform)
    assert row == table.Row("some", "", 'x (`models="pydantic"`)', expected)


def test_an_interpreter_that_is_new_enough_is_chosen() -> None:
    version = (*sys.version_info[:2],)
    found = environments.find_interpreter(version)
    assert subprocess.run([found, "-c", "import sys; sys.exit(sys.version_info < {})".format(version)]).returncode == 0
    with pytest.raises(environments.SetupFailure, match="Python 4.0 or later was not found"):
        environments.find_interpreter((4, 0))
