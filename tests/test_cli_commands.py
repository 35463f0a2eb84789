# SPDX-License-Identifier: MIT
"""The commands of the command line: what they send, print and save. They run in this process."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Iterator

import pytest

from . import FOLDER, PACKAGE, load, package
from .cli_support import KEY, Console

EmbeddedServer = load("testing").EmbeddedServer
cli = load("cli")
REPLY = "Hello from the embedded server! You said: "
PNG = b"\x89PNG\r\n\x1a\n"
SCHEMA = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}


@pytest.fixture
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


@pytest.fixture
def console(server: Any, tmp_path: Path, monkeypatch: Any) -> Console:
    monkeypatch.chdir(tmp_path)
    console = Console()
    console.use(server)
    return console


def ok(console: Console, *words: Any, stdin: Any = b"") -> str:
    """Run a command that must succeed without a word on stderr; return what it prints."""
    code, out, err = console.run(*words, stdin=stdin)
    assert (code, err) == (0, ""), err
    return out


# The frame


def test_help_names_every_command() -> None:
    code, out, err = Console().run("--help")
    assert (code, err) == (0, "")
    assert all("  " + name + " " in out for name in cli.COMMANDS)
    assert max(map(len, out.splitlines())) < 80
    assert Console().run("help")[1] == Console().run("-h")[1] == out


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_the_help_of_each_command_ends_with_an_example(name: str) -> None:
    code, out, err = Console().run(name, "--help")
    assert (code, err) == (0, "")
    program = "python -m {} {}".format(PACKAGE, name)
    assert out.startswith("usage: " + program)
    assert "Example:\n  " in out
    example = out.rpartition("Example:\n  ")[2] if name != "serve" else out.partition("Example:\n  ")[2]
    assert program in example.splitlines()[0]


def test_only_the_module_of_the_chosen_command_is_imported() -> None:
    """The help of the whole needs neither argparse nor a client."""
    code = "import sys\nbefore = set(sys.modules)\nfrom {0}.cli import main\nmain(['--help'])\n"
    code += "first = set(sys.modules) - before\nmain(['version'])\n"
    code += "print([n for n in ('argparse', 'json', 'ssl', '{0}.client', '{0}.cli.chat') if n in first])\n"
    code += "print(sorted(n.rpartition('.')[2] for n in sys.modules if n.startswith('{0}.cli.')))\n"
    code += "print([n for n in ('ssl', 'asyncio', '{0}.testing') if n in set(sys.modules) - before])\n"
    root = str(FOLDER.parents[PACKAGE.count(".")])
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.path.insert(0, {!r})\n".format(root) + code.format(PACKAGE)],
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    first, modules, others = done.stdout.decode().splitlines()[-3:]
    assert first == others == "[]"
    assert "about" in modules and "chat" not in modules and "doctor" not in modules


def test_every_command_is_named_to_tools_that_follow_imports() -> None:
    """The parser of each command comes from the module in the table."""
    for name in cli.COMMANDS:
        assert callable(cli.load_command(name).add_parser)
    graph = load("cli.module_graph")
    source = Path(cli.__file__).read_bytes()
    found = {name for _, name, _ in graph.find_imports("cli/__init__.py", source)}
    assert {entry[0] for entry in cli.COMMANDS.values()} <= found


def test_common_options_may_stand_before_the_command(console: Console, server: Any) -> None:
    del console.environment["OPENAI_BASE_URL"]
    words = ["--base-url", server.base_url, "--timeout=5", "--json", "chat", "hi"]
    assert json.loads(ok(console, *words))["object"] == "chat.completion"


def test_the_usage_of_a_command_has_its_own_options_only() -> None:
    usage = " ".join(Console().run("models", "--help")[1].partition("\n\n")[0].split())
    assert usage == "usage: python -m {} models [-h] [word]".format(PACKAGE)


def test_errors_of_usage_are_red_on_a_terminal() -> None:
    console = Console()
    console.stderr_is_terminal = True
    console.environment["TERM"] = "xterm"
    for words in (["chatt"], ["chat", "--timeout", "soon"], ["chat"], ["models", "--base-url", "ftp://x"]):
        assert console.run(*words)[2].startswith("\x1b[31merror:\x1b[0m ")


def test_help_of_one_command() -> None:
    assert Console().run("help", "chat") == Console().run("chat", "--help")


@pytest.mark.parametrize("words", [["--version"], ["version"]])
def test_version(words: list[str]) -> None:
    assert Console().run(*words) == (0, package.__version__ + "\n", "")


def test_version_in_detail() -> None:
    values = json.loads(Console().run("version", "--json")[1])
    assert values["version"] == package.__version__ and values["python"].startswith("3.")
    assert "python    3." in Console().run("version", "-v")[1]


def test_the_name_of_the_program_is_that_of_the_script() -> None:
    import contextlib
    import io

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert cli.main(["--help"], program="some-name") == 0
    assert out.getvalue().startswith("usage: some-name COMMAND")


def test_an_option_that_a_command_adds_again_is_its_own() -> None:
    parsers = load("cli.parsers")
    parser = parsers.Parser()
    load("cli.client_arguments").add_client_arguments(parser)
    parser.add_argument("--json", metavar="FILE")
    assert parser.parse_args(["--json", "x", "-v"]).json == "x"
    parser = parsers.Parser()
    parser.add_argument("--timeout", type=int)
    load("cli.client_arguments").add_client_arguments(parser)
    assert parser.parse_args(["--timeout", "7", "--retries", "1"]).timeout == 7


# chat and respond


def test_text_from_a_pipe_is_joined_to_the_prompt(console: Console) -> None:
    assert ok(console, "chat", "Sum", "up:", stdin="one\ntwo\n") == REPLY + "Sum up:\n\none\ntwo\n"
    assert ok(console, "chat", stdin="only this") == REPLY + "only this\n"
    assert ok(console, "chat", "before", "-", "after", stdin="this") == REPLY + "before this after\n"
    assert ok(console, "chat", "a", "--model", "m", "b") == REPLY + "a b\n"


@pytest.mark.parametrize(
    "data", [b"caf\xc3\xa9", b"\xef\xbb\xbfcaf\xc3\xa9", "caf\u00e9".encode("utf-16"), b"caf\xc3\xa9\r\n"]
)
def test_text_in_the_encodings_of_systems(console: Console, data: bytes) -> None:
    assert ok(console, "chat", "-", stdin=data).rstrip() == REPLY + "caf\u00e9"


@pytest.mark.parametrize("command", ["chat", "respond"])
@pytest.mark.parametrize("option", [[], ["--no-stream"], ["--json"]], ids=["stream", "whole", "JSON"])
def test_both_apis(console: Console, server: Any, command: str, option: list[str]) -> None:
    options = ["--system", "Be brief.", "-m", "m-1", "--temperature", "0.5", "-o", "user=me", "-o", "metadata.a=b"]
    out = ok(console, command, "hi", *options, *option)
    if option == ["--json"]:
        result = json.loads(out)
        assert result["object"] == ("chat.completion" if command == "chat" else "response")
    else:
        assert out == REPLY + "hi\n"
    body = server.requests[0].json()
    assert server.requests[0].path == ("/v1/chat/completions" if command == "chat" else "/v1/responses")
    assert (body["model"], body["temperature"], body["user"], body["metadata"]) == ("m-1", 0.5, "me", {"a": "b"})
    assert body.get("stream", False) is (option == [])
    assert [
        (message["role"], message["content"]) for message in body["messages" if command == "chat" else "input"]
    ] == [
        ("system", "Be brief."),
        ("user", "hi"),
    ]


def test_the_option_api(console: Console, server: Any) -> None:
    assert ok(console, "chat", "hi", "--api", "responses") == REPLY + "hi\n"
    assert ok(console, "respond", "hi", "--api", "chat") == REPLY + "hi\n"
    assert [request.path for request in server.requests] == ["/v1/responses", "/v1/chat/completions"]


@pytest.mark.parametrize("command", ["chat", "respond"])
@pytest.mark.parametrize("option", [[], ["--no-stream"]], ids=["stream", "whole"])
def test_usage_is_on_standard_error(console: Console, command: str, option: list[str]) -> None:
    code, out, err = console.run(command, "hi", "-v", *option)
    assert (code, out) == (0, REPLY + "hi\n")
    assert len(err.splitlines()) == 1 and err.startswith("gpt-4o-mini, 4 input + 8 output tokens, ")
    assert "request req_" in err


@pytest.mark.parametrize("command", ["chat", "respond"])
def test_the_cost_is_that_of_the_callers_prices(console: Console, tmp_path: Path, command: str) -> None:
    (tmp_path / "prices.json").write_text('{"m": {"input": 1000, "output": 10000}}')
    for model, cost in (("m-2026-01-31", "cost 0.084000, "), ("other", "")):
        code, _, err = console.run(command, "hi", "-v", "-m", model, "--prices", "prices.json")
        assert code == 0 and err.startswith("{}, 4 input + 8 output tokens, {}".format(model, cost))
    find_cost = load("cli.cost").find_cost
    usage = {"prompt_tokens": 3, "completion_tokens": 0, "prompt_tokens_details": {"cached_tokens": 2}}
    assert find_cost({"m": {"input": 1e6, "cached_input": 1e5, "output": 1}}, "m", usage) == 1.2
    assert find_cost({"m": {"input": 1, "output": 1}}, "m", None) is None


def test_files_become_parts_of_the_message(console: Console, server: Any, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "c.txt").write_text("text")
    (tmp_path / "d.wav").write_bytes(b"RIFF\0\0\0\0WAVE")
    files = ["-f", "a.png", "--file", "b.pdf", "-f", "c.txt", "-f", "https://host/e.jpg"]
    ok(console, "chat", "look", *files, "-f", "d.wav")
    image = "data:image/png;base64," + base64.b64encode(PNG).decode()
    pdf = {"filename": "b.pdf", "file_data": "data:application/pdf;base64," + base64.b64encode(b"%PDF-1.4").decode()}
    text = "look\n\nc.txt:\n```\ntext\n```"
    sound = base64.b64encode(b"RIFF\0\0\0\0WAVE").decode()
    assert server.requests[0].json()["messages"][0]["content"] == [
        {"type": "text", "text": text},
        {"type": "image_url", "image_url": {"url": image}},
        {"type": "file", "file": pdf},
        {"type": "image_url", "image_url": {"url": "https://host/e.jpg"}},
        {"type": "input_audio", "input_audio": {"data": sound, "format": "wav"}},
    ]
    ok(console, "respond", "look", *files)
    assert server.requests[1].json()["input"][0]["content"] == [
        {"type": "input_text", "text": text},
        {"type": "input_image", "detail": "auto", "image_url": image},
        {"type": "input_file", **pdf},
        {"type": "input_image", "detail": "auto", "image_url": "https://host/e.jpg"},
    ]


def test_text_files_need_no_parts(console: Console, server: Any, tmp_path: Path) -> None:
    """Some servers take only text."""
    (tmp_path / "c.txt").write_text("text\n")
    ok(console, "chat", "-f", "c.txt")
    ok(console, "chat", "sum", "-f", "-", stdin="piped")
    contents = [request.json()["messages"][0]["content"] for request in server.requests]
    assert contents == ["c.txt:\n```\ntext\n```", "sum\n\nstdin:\n```\npiped\n```"]


@pytest.mark.parametrize("command", ["chat", "respond"])
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_json_schema(console: Console, server: Any, tmp_path: Path, command: str, wrapped: bool) -> None:
    schema = {"name": "thing", "schema": SCHEMA, "strict": False} if wrapped else SCHEMA
    (tmp_path / "my answer.json").write_text(json.dumps(schema))
    out = ok(console, command, "hi", "--json-schema", "my answer.json", "-o", "seed=1")
    assert json.loads(out) == {"a": "embedded"}
    body = server.requests[0].json()
    sent = body["response_format"]["json_schema"] if command == "chat" else body["text"]["format"]
    sent.pop("type", None)
    assert sent == {"name": "thing" if wrapped else "my_answer", "schema": SCHEMA, "strict": not wrapped}


@pytest.mark.parametrize(
    ("schema", "strict"),
    [
        (SCHEMA, True),
        ({**SCHEMA, "required": []}, False),
        ({**SCHEMA, "additionalProperties": True}, False),
        ({"type": "array", "items": {"type": "object"}}, False),
        ({"anyOf": [SCHEMA, {"type": "string", "enum": [{"type": "object"}]}]}, True),
    ],
)
def test_strict_schemas(schema: Any, strict: bool) -> None:
    assert load("cli.json_schema").is_strict(schema) is strict


def test_a_conversation_is_saved_and_continued(console: Console, server: Any, tmp_path: Path) -> None:
    ok(console, "chat", "one", "--system", "S", "-m", "m-1", "--save", "talk.json")
    saved = json.loads((tmp_path / "talk.json").read_text())
    assert saved["model"] == "m-1"
    assert [message["content"] for message in saved["messages"]] == ["S", "one", REPLY + "one"]
    ok(console, "respond", "two", "--continue", "talk.json")
    body = server.requests[1].json()
    assert body["model"] == "m-1" and [item["role"] for item in body["input"]] == [
        "system",
        "user",
        "assistant",
        "user",
    ]
    ok(console, "chat", "three", "--continue", "talk.json", "--save", "other.json", "--system", "T")
    messages = server.requests[2].json()["messages"]
    assert [message["role"] for message in messages].count("system") == 1 and messages[0]["content"] == "T"
    assert len(json.loads((tmp_path / "talk.json").read_text())["messages"]) == 5
    assert len(json.loads((tmp_path / "other.json").read_text())["messages"]) == 7


def test_a_failed_call_leaves_the_saved_conversation(console: Console, server: Any, tmp_path: Path) -> None:
    ok(console, "chat", "one", "--save", "talk.json")
    before = (tmp_path / "talk.json").read_bytes()
    server.inject_fault("cut-events=3")
    assert console.run("chat", "two", "--continue", "talk.json")[0] == 1
    assert (tmp_path / "talk.json").read_bytes() == before
    assert os.listdir(str(tmp_path)) == ["talk.json"]


def test_an_answer_that_is_cut_off(console: Console, server: Any) -> None:
    code, out, err = console.run("chat", "one two three", "-o", "max_completion_tokens=3")
    assert code == 0 and len(out) < len(REPLY)
    assert err.startswith("warning: the answer is incomplete") and len(err.splitlines()) == 1


def test_a_conversation_on_a_terminal(console: Console, server: Any) -> None:
    """An error ends a turn, not the conversation; the message without an answer is left out."""
    console.stdin_is_terminal = True
    server.inject_fault("status=400; message=oops")
    code, out, err = console.run("chat", "-m", "m", stdin="first\n\nsecond\nthird\n")
    assert (code, out) == (0, "{0}second\n{0}third\n".format(REPLY))
    assert err.count("> ") == 5 and "oops" in err  # the prompts are not part of the output, which is no terminal
    contents = [message["content"] for message in server.requests[-1].json()["messages"]]
    assert contents == ["second", REPLY + "second", "third"]


def test_control_characters_of_a_model_do_not_reach_a_terminal(console: Console) -> None:
    console.stdout_is_terminal = True
    assert ok(console, "chat", "a\x1b[2Jb\tc") == REPLY + "a\ufffd[2Jb\tc\n"
    console.stdout_is_terminal = False
    assert ok(console, "chat", "a\x1b[2Jb") == REPLY + "a\x1b[2Jb\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "utf-8"])
def test_the_code_pages_of_terminals(console: Console, encoding: str) -> None:
    from .cli_support import Stream

    console.stdout = Stream(encoding=encoding)
    code, _, err = console.run("chat", "\u00e9 \U0001f600")
    text = console.stdout.bytes.getvalue().decode(encoding)
    assert (code, err) == (0, "") and text.startswith(REPLY)
    assert ("\\U0001f600" in text) == (encoding != "utf-8")
    console.stdout = Stream(encoding=encoding)
    console.run("api", "chat.completions.create", "model=m", 'messages:=[{"role": "user", "content": "\U0001f600"}]')
    result = json.loads(console.stdout.bytes.getvalue().decode(encoding))
    assert result["choices"][0]["message"]["content"].endswith("\U0001f600")


def test_the_key_may_be_in_a_file(console: Console, server: Any, tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"\xef\xbb\xbf# my key\r\nsk-from-a-file\r\n")
    ok(console, "models", "--api-key-file", "key")
    assert server.requests[0].header("authorization") == "Bearer sk-from-a-file"


def test_retries(console: Console, server: Any) -> None:
    server.inject_fault("status=500; retry-after-ms=1; times=9")
    console.run("models", "--retries", "1")
    assert len(server.requests) == 2


def test_a_transport_by_module_and_class(console: Console, server: Any) -> None:
    name = "{}:UrllibTransport".format(load("transport.urllib_transport").__name__)
    assert ok(console, "chat", "hi", "--transport", name) == ok(console, "chat", "hi", "--transport", "urllib")


@pytest.mark.parametrize("name", ["requests", "urllib3", "httpx"])
def test_transports_over_other_libraries(console: Console, name: str) -> None:
    pytest.importorskip(name)
    pytest.importorskip(load("cli.client_arguments").ADAPTERS)
    assert ok(console, "chat", "hi", "--transport", name) == REPLY + "hi\n"


# api


def test_api_calls_an_operation(console: Console, server: Any, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n")
    file = json.loads(ok(console, "api", "files.create", "purpose=batch", "file=@a.jsonl"))
    assert (file["filename"], file["bytes"]) == ("a.jsonl", 3)
    assert json.loads(ok(console, "api", "files.retrieve", file["id"])) == file
    assert json.loads(ok(console, "api", "files.retrieve", "file_id=" + file["id"])) == file
    assert ok(console, "api", "files.content", file["id"]) == "{}\n"
    assert json.loads(ok(console, "api", "files.delete", file["id"]))["deleted"] is True


def test_api_arguments(console: Console, server: Any, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("from a file")
    (tmp_path / "list.json").write_text('["a"]')
    messages = [{"role": "user", "content": "hi"}]
    words = [
        "model=gpt",
        "messages:=" + json.dumps(messages),
        "stop=one",
        "stop=two",
        "user=@text",
        "modalities:=@list.json",
        "n:=2",
    ]
    ok(console, "api", "chat.completions.create", *words, "metadata.team=x", "metadata.n=1", "seed:=-1")
    body = server.requests[0].json()
    assert body == {
        "model": "gpt",
        "messages": messages,
        "stop": ["one", "two"],
        "user": "from a file",
        "modalities": ["a"],
        "n": 2,
        "metadata": {"team": "x", "n": "1"},
        "seed": -1,
    }


def test_api_streams(console: Console) -> None:
    out = ok(console, "api", "responses.create", "model=m", "input=hi", "stream:=true")
    types = [json.loads(line)["type"] for line in out.splitlines()]
    assert types[0] == "response.created" and types[-1] == "response.completed"


def test_api_lists_all_pages(console: Console, server: Any, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    for _ in range(3):
        ok(console, "files", "upload", "a")
    page = json.loads(ok(console, "api", "files.list", "limit:=2"))
    assert len(page["data"]) == 2
    lines = ok(console, "api", "files.list", "--all", "limit:=2").splitlines()
    assert len({json.loads(line)["id"] for line in lines}) == 3
    ok(console, "api", "files.list", "--all", "-o", "files.jsonl")
    assert (tmp_path / "files.jsonl").read_text().count("\n") == 3


def test_api_saves_binary_answers(console: Console, tmp_path: Path) -> None:
    words = ["api", "audio.speech.create", "input=hi", "voice=alloy", "model=tts-1"]
    ok(console, *words, "-o", "hi.mp3")
    assert console.run_binary(*words)[1] == (tmp_path / "hi.mp3").read_bytes() != b""
    console.stdout_is_terminal = True
    code, out, err = console.run(*words)
    assert (code, out) == (2, "") and "-o FILE" in err


def test_api_names_deprecated_operations(console: Console, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("text")
    file_id = ok(console, "files", "upload", "a").strip()
    code, out, err = console.run("api", "files.retrieve_content", file_id)
    assert (code, out) == (0, "text\n")
    assert err.startswith("warning: files.retrieve_content is deprecated") and len(err.splitlines()) == 1


def test_api_list(console: Console) -> None:
    out = ok(console, "api", "--list")
    assert "chat.completions.create  " in out and len(out.splitlines()) > 300
    out = ok(console, "api", "--list", "moderations")
    assert "POST   /moderations" in out
    entries = json.loads(ok(console, "api", "--list", "/batches", "--json"))
    assert {"name": "batches.create", "method": "POST", "path": "/batches"} in entries


def test_api_describes_each_operation(console: Console) -> None:
    table = load("cli.operation_table")
    count = 0
    for name, operation in table.iter_operations():
        assert table.find_operation(name) is operation
        if count % 12 == 0 or "." not in name:
            out = ok(console, "api", name, "--help")
            assert operation.method + " " + operation.path in out
            assert "\nExample:\n  python -m {} api {}".format(PACKAGE, name) in out
            assert "extra_headers" not in out
        count += 1
    assert count > 300


def test_the_examples_of_operations_work(console: Console, server: Any) -> None:
    """Those without placeholders, as they are printed."""
    import shlex

    for name in (
        "chat.completions.create",
        "models.list",
        "moderations.create",
        "embeddings.create",
        "responses.create",
    ):
        example = ok(console, "api", name, "--help").rpartition("Example:\n  ")[2]
        words = shlex.split(example)[3:]
        if "model=gpt-4o-mini" not in words and name == "responses.create":
            words += ["model=m", "input=x"]
        assert ok(console, *words)


# models, files, upload and download


def test_models(console: Console) -> None:
    assert ok(console, "models", "EMBEDDING-3").split() == [
        "text-embedding-3-large", "openai", "text-embedding-3-small", "openai"
    ]  # fmt: skip
    assert len(json.loads(ok(console, "models", "--json"))) == len(ok(console, "models").splitlines())
    console.stdout_is_terminal = True
    console.environment["TERM"] = "xterm"
    assert console.run("models", "gpt-4o-mini")[1].startswith("\x1b[1mmodel")
    console.environment["NO_COLOR"] = "1"
    assert console.run("models", "gpt-4o-mini")[1].startswith("model")


def test_files(console: Console, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text a")
    (tmp_path / "b.txt").write_text("text b")
    first, second = ok(console, "files", "upload", "a.txt", "b.txt", "--purpose", "batch").split()
    assert ok(console, "files", "list", "--limit", "1").split()[0] == second
    assert len(json.loads(ok(console, "files", "list", "--json", "--purpose", "batch"))) == 2
    assert ok(console, "files", "get", first).split()[:3] == [first, "6", "batch"]
    assert json.loads(ok(console, "files", "get", first, "--json"))["filename"] == "a.txt"
    (tmp_path / "a.txt").unlink()
    assert ok(console, "files", "download", first) == "a.txt\n"
    assert (tmp_path / "a.txt").read_text() == ok(console, "files", "download", first, "-o", "-") == "text a"
    assert json.loads(ok(console, "files", "download", first, "-o", "c", "--json")) == {"id": first, "path": "c"}
    assert ok(console, "files", "delete", first, second) == "{} deleted\n{} deleted\n".format(first, second)
    assert ok(console, "files", "list") == ""


@pytest.mark.parametrize("name", ["../up.txt", "/abs/up.txt", "..\\up.txt"])
def test_the_name_of_a_downloaded_file_does_not_leave_the_folder(console: Console, tmp_path: Path, name: str) -> None:
    with package.OpenAI(api_key=KEY, base_url=console.environment["OPENAI_BASE_URL"], environment=False) as client:
        file_id = client.files.create(file=(name, b"x"), purpose="batch").id
    assert ok(console, "files", "download", file_id) == "up.txt\n"
    assert (tmp_path / "up.txt").read_bytes() == b"x"


def test_upload_and_download(console: Console, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    upload = json.loads(ok(console, "upload", "a.txt", "--purpose", "batch", "--json"))
    file_id = upload["file"]["id"]
    assert ok(console, "download", file_id, "-") == "text"
    assert json.loads(ok(console, "download", file_id, "b", "--json")) == {"id": file_id, "path": "b"}
    assert (tmp_path / "b").read_text() == "text"


# image, speak, transcribe, embed and moderate


def test_images(console: Console, server: Any, tmp_path: Path) -> None:
    assert ok(console, "image", "a", "fox", "--size", "256x256", "--option", "background=opaque") == "image.png\n"
    assert ok(console, "image", "x") == "image-2.png\n"
    assert ok(console, "image", "x", "-n", "2", "-o", "fox.png") == "fox-1.png\nfox-2.png\n"
    assert (tmp_path / "fox-2.png").read_bytes().startswith(PNG)
    assert console.run_binary("image", "x", "-o", "-")[1].startswith(PNG)
    body = server.requests[0].json()
    assert (body["prompt"], body["size"], body["background"]) == ("a fox", "256x256", "opaque")


def test_images_at_a_url(console: Console, server: Any, tmp_path: Path) -> None:
    ok(console, "image", "x", "-m", "dall-e-3", "--option", "response_format=url")
    assert (tmp_path / "image.png").read_bytes().startswith(PNG)


def test_edits_of_images(console: Console, server: Any, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    assert json.loads(ok(console, "image", "x", "--edit", "a.png", "--mask", "a.png", "--json")) == ["image.png"]
    ok(console, "image", "x", "--edit", "a.png", "--edit", "a.png", "-o", "both.png")
    assert [request.path for request in server.requests] == ["/v1/images/edits"] * 2


def test_speech(console: Console, server: Any, tmp_path: Path) -> None:
    assert ok(console, "speak", "Good", "morning", "-o", "a.wav", "--voice", "echo") == ""
    assert (tmp_path / "a.wav").read_bytes().startswith(b"RIFF")
    assert console.run_binary("speak", stdin="piped")[1].startswith(b"\xff\xfb")
    bodies = [request.json() for request in server.requests]
    assert [body["input"] for body in bodies] == ["Good morning", "piped"]
    assert (bodies[0]["response_format"], bodies[0]["voice"]) == ("wav", "echo")
    console.stdout_is_terminal = True
    assert console.run("speak", "hi")[0] == 2


TRANSCRIPTS = {
    "text": "words\n",
    "json": '"text": "words"',
    "srt": "00:00:00,000 --> 00:00:02,000\nwords\n",
    "vtt": "WEBVTT\n",
    "verbose_json": '"segments"',
    "diarized_json": '"speaker": "A"',
}


@pytest.mark.parametrize("format_", TRANSCRIPTS)
def test_transcripts(console: Console, server: Any, tmp_path: Path, format_: str) -> None:
    (tmp_path / "a.wav").write_bytes(b"RIFF\0\0\0\0WAVE")
    out = ok(console, "transcribe", "a.wav", "--format", format_, "--prompt", "words", "--language", "en")
    assert TRANSCRIPTS[format_] in out
    assert ok(console, "transcribe", "a.wav", "--format", format_, "--prompt", "words", "-o", "t") == ""
    assert (tmp_path / "t").read_text() == out
    assert ok(console, "transcribe", "a.wav", "--translate", "--prompt", "words") == "words\n"
    assert [request.path[len("/v1/audio/") :] for request in server.requests] == [
        "transcriptions", "transcriptions", "translations"
    ]  # fmt: skip


def test_embeddings(console: Console, server: Any, tmp_path: Path) -> None:
    out = ok(console, "embed", "--dimensions", "3", stdin="one\n\ntwo\n")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [(line["index"], line["text"], len(line["embedding"])) for line in lines] == [(0, "one", 3), (2, "two", 3)]
    ok(console, "embed", "one", "-o", "v.jsonl", "--dimensions", "3")
    assert json.loads((tmp_path / "v.jsonl").read_text()) == lines[0]
    many = "".join("line {}\n".format(number) for number in range(300))
    out = ok(console, "embed", "--dimensions", "2", stdin=many)
    assert [json.loads(line)["index"] for line in out.splitlines()] == list(range(300))
    assert len(server.requests) == 5


def test_moderation(console: Console) -> None:
    assert ok(console, "moderate", "a nice text") == "not flagged\n"
    assert json.loads(ok(console, "moderate", "--json", stdin="text"))["results"]


# config and completion


def test_config(console: Console) -> None:
    out = ok(console, "config", "--timeout", "7")
    assert KEY not in out and "base_url" in out and "(environment)" in out and "(client)" in out
    values = json.loads(ok(console, "config", "--json"))
    assert values["base_url"]["layer"] == "environment" and values["api_key"]["value"] == "***"
    del console.environment["OPENAI_API_KEY"]
    assert "not set" in ok(console, "config")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    code, out, err = Console().run("completion", shell, "--name", "tool-1")
    assert (code, err) == (0, "")
    assert all(name in out for name in cli.COMMANDS)
    assert "--json-schema" in out or "-l json-schema" in out
    assert "tool-1" in out and PACKAGE not in out


@pytest.mark.skipif(not os.path.exists("/bin/bash"), reason="there is no bash")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tool cha", ["chat"]),
        ("tool api --li", ["--list"]),
        ("tool files li", ["list"]),
        ("tool completion z", ["zsh"]),
        ("tool chat --json-s", ["--json-schema"]),
    ],
)
def test_the_completion_of_bash(line: str, expected: list[str]) -> None:
    script = Console().run("completion", "bash", "--name", "tool")[1]
    words = " ".join("'{}'".format(word) for word in line.split())
    script += "\nCOMP_WORDS=({}); COMP_CWORD={}; _tool; printf '%s\\n' \"${{COMPREPLY[@]}}\"\n".format(
        words, len(line.split()) - 1
    )
    done = subprocess.run(["/bin/bash", "-c", script], stdout=subprocess.PIPE, check=True, timeout=60)
    assert done.stdout.decode().split() == expected


def test_without_a_home_directory_and_in_the_c_locale(server: Any) -> None:
    """In a new process, because the locale is read at its start."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C",
        "LC_ALL": "C",
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": server.base_url,
        "PYTHONPATH": str(FOLDER.parents[PACKAGE.count(".")]),
        "HOME": "/nonexistent",
    }
    if os.name == "nt":
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", PACKAGE, "chat", "-"],
        input="caf\u00e9".encode(),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith(REPLY + "caf")
