# SPDX-License-Identifier: MIT
"""Bad input to each command: one line on stderr, the right exit code, and nothing half-written."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any, Iterator

import pytest

from . import load
from .cli_support import KEY, Console, closed_port, one_line
from .threaded_server import Handler, ThreadedServer

EmbeddedServer = load("testing").EmbeddedServer
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="devices, pipes and permissions are different elsewhere")
# Commands that call the API; {d} is a folder with files.
CALLS = {
    "chat": ["chat", "hi"],
    "chat-json": ["chat", "hi", "--json"],
    "respond": ["respond", "hi"],
    "image": ["image", "fox", "-o", "{d}/out/fox.png"],
    "image-edit": ["image", "fox", "--edit", "{d}/in.png", "-o", "{d}/out/fox.png"],
    "speak": ["speak", "hi", "-o", "{d}/out/hi.mp3"],
    "transcribe": ["transcribe", "{d}/in.wav"],
    "transcribe-srt": ["transcribe", "{d}/in.wav", "--format", "srt", "-o", "{d}/out/a.srt"],
    "embed": ["embed", "a", "b"],
    "embed-file": ["embed", "a", "-o", "{d}/out/v.jsonl"],
    "moderate": ["moderate", "some text"],
    "api": ["api", "models.list"],
    "api-all": ["api", "files.list", "--all", "-o", "{d}/out/files.jsonl"],
    "api-binary": ["api", "files.content", "file-1", "-o", "{d}/out/file"],
    "models": ["models"],
    "files list": ["files", "list"],
    "files get": ["files", "get", "file-1"],
    "files upload": ["files", "upload", "{d}/in.txt"],
    "files download": ["files", "download", "file-1", "-o", "{d}/out/file"],
    "files delete": ["files", "delete", "file-1"],
    "upload": ["upload", "{d}/in.txt", "--purpose", "batch"],
    "download": ["download", "file-1", "{d}/out/file"],
    "save": ["chat", "hi", "--save", "{d}/out/talk.json"],
}


def serving_text(text: str) -> ThreadedServer:
    """Return a server that answers with the same JSON text whatever it is asked."""

    class SmallServer(Handler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"] or 0))
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        do_POST = do_DELETE = do_GET

    return ThreadedServer(SmallServer)


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


@pytest.fixture
def server(shared_server: Any) -> Any:
    return shared_server


@pytest.fixture
def console(server: Any) -> Console:
    console = Console()
    console.use(server)
    return console


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "in.wav").write_bytes(b"RIFF\x00\x00\x00\x00WAVE")
    (tmp_path / "in.txt").write_text("text")
    (tmp_path / "bad.json").write_text('{"a": ')
    (tmp_path / "in.json").write_text('{"m": 1}')
    (tmp_path / "binary").write_bytes(b"\x00\x01\x02")
    (tmp_path / "out").mkdir()
    return tmp_path


def words_of(name: str, folder: Path) -> list[str]:
    return [word.replace("{d}", str(folder)) for word in CALLS[name]]


def failure(console: Console, folder: Path, name: str, *options: str) -> str:
    """Run a command that must fail with 1 and write nothing; return its line."""
    code, out, err = console.run(*words_of(name, folder), *options)
    assert (code, out.strip()) == (1, "")
    assert list((folder / "out").iterdir()) == []
    return one_line(err)


@pytest.mark.parametrize("name", CALLS)
def test_without_a_key(console: Console, folder: Path, name: str) -> None:
    del console.environment["OPENAI_API_KEY"]
    line = failure(console, folder, name)
    assert "OPENAI_API_KEY" in line and "--api-key-file" in line


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_key(console: Console, folder: Path, name: str) -> None:
    console.environment["OPENAI_API_KEY"] = "sk-wrong-0123456789-abcdefgh"
    line = failure(console, folder, name)
    assert "401" in line and "doctor" in line and "0123456789" not in line


@pytest.mark.parametrize("name", CALLS)
def test_a_dead_server(console: Console, folder: Path, name: str) -> None:
    url = "http://127.0.0.1:{}/v1".format(closed_port())
    line = failure(console, folder, name, "--base-url", url, "--retries", "0")
    assert url in line and "doctor" in line


@pytest.mark.parametrize("name", CALLS)
def test_a_server_that_answers_html(console: Console, folder: Path, name: str) -> None:
    with EmbeddedServer() as server:
        console.use(server)
        server.inject_fault("html; times=9")
        line = failure(console, folder, name, "--retries", "0")
    assert "HTML" in line and "doctor" in line


@pytest.mark.parametrize("name", CALLS)
def test_a_server_that_fails(console: Console, folder: Path, name: str) -> None:
    with EmbeddedServer() as server:
        console.use(server)
        server.inject_fault("status=500; times=9")
        line = failure(console, folder, name, "--retries", "0")
    assert "500" in line and "try again" in line


@pytest.mark.parametrize("name", ["chat", "respond", "image", "speak", "transcribe", "embed", "moderate"])
def test_an_unknown_model(console: Console, folder: Path, name: str) -> None:
    with EmbeddedServer() as server:
        console.use(server)
        server.inject_fault("status=404; code=model_not_found; message=The model `m` does not exist")
        line = failure(console, folder, name, "--model", "m")
    assert "does not exist" in line and "models` lists the models" in line


def test_an_unknown_model_of_the_embedded_server(console: Console) -> None:
    code, out, err = console.run("chat", "hi", "--model", "no-such-model")
    assert (code, out) == (1, "") and "`python -m " in one_line(err)


READERS = {
    "chat": ["chat", "hi", "--file", "{}"],
    "schema": ["chat", "hi", "--json-schema", "{}"],
    "continue": ["chat", "hi", "--continue", "{}"],
    "key": ["models", "--api-key-file", "{}"],
    "edit": ["image", "x", "--edit", "{}"],
    "mask": ["image", "x", "--edit", "in.png", "--mask", "{}"],
    "transcribe": ["transcribe", "{}"],
    "upload": ["upload", "{}", "--purpose", "batch"],
    "files upload": ["files", "upload", "{}"],
    "api file": ["api", "files.create", "purpose=batch", "file=@{}"],
    "api text": ["api", "moderations.create", "input=@{}"],
    "api JSON": ["api", "moderations.create", "input:=@{}"],
}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("problem", ["missing", "directory", "locked"])
def test_a_file_that_cannot_be_read(
    console: Console, server: Any, folder: Path, monkeypatch: Any, name: str, problem: str
) -> None:
    monkeypatch.chdir(folder)
    path = folder / problem
    if problem == "directory":
        path.mkdir()
    elif problem == "locked":
        path.write_text("x")
        path.chmod(0)
        if os.name != "posix" or os.access(str(path), os.R_OK):
            pytest.skip("this user may read everything")
    count = len(server.requests)
    code, out, err = console.run(*(word.replace("{}", str(path)) for word in READERS[name]))
    assert (code, out) == (1, "")
    line = one_line(err)
    assert str(path) in line and "cannot read" in line
    assert ("it is a directory" in line) == (problem == "directory")
    assert len(server.requests) == count


WRITERS = {
    "image": ["image", "x", "-o", "{}"],
    "speak": ["speak", "x", "-o", "{}"],
    "transcribe": ["transcribe", "in.wav", "-o", "{}"],
    "embed": ["embed", "x", "-o", "{}"],
    "api": ["api", "models.list", "-o", "{}"],
    "api binary": ["api", "audio.speech.create", "input=x", "voice=alloy", "model=tts-1", "-o", "{}"],
    "save": ["chat", "hi", "--save", "{}"],
    "files download": ["files", "download", "file-1", "-o", "{}"],
    "download": ["download", "file-1", "{}"],
}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("target", ["directory", "none/file", "null\0character"])
def test_a_target_that_cannot_be_written(
    console: Console, server: Any, folder: Path, monkeypatch: Any, name: str, target: str
) -> None:
    """Nothing is sent: the call may cost money."""
    monkeypatch.chdir(folder)
    (folder / "directory").mkdir()
    before, count = sorted(folder.rglob("*")), len(server.requests)
    code, out, err = console.run(*(word.replace("{}", target) for word in WRITERS[name]))
    assert (code, out) == (1, "")
    assert "cannot write" in one_line(err.replace("\0", ""))
    assert (sorted(folder.rglob("*")), len(server.requests)) == (before, count)


@ON_POSIX
@pytest.mark.parametrize("name", sorted(WRITERS))
def test_a_full_disk(console: Console, folder: Path, monkeypatch: Any, name: str) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    monkeypatch.chdir(folder)
    file_id = console.run("files", "upload", "in.txt")[1].strip()
    words = [word.replace("{}", "/dev/full").replace("file-1", file_id) for word in WRITERS[name]]
    code, out, err = console.run(*words)
    assert code == 1
    line = one_line(err)
    assert "/dev/full" in line and "No space left" in line


PRINTERS = {
    name: words
    for name, words in CALLS.items()
    if "-o" not in words and name not in ("download", "save", "files get", "files delete")
}
PRINTERS.update(
    help=["--help"],
    chat_help=["chat", "--help"],
    list=["api", "--list"],
    completion=["completion", "bash"],
    config=["config"],
    version=["version"],
    doctor=["doctor"],
)


@ON_POSIX
@pytest.mark.parametrize("name", PRINTERS)
def test_a_full_disk_behind_standard_output(console: Console, folder: Path, name: str) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    console.run("files", "upload", folder / "in.txt")
    with open("/dev/full", "w", encoding="utf-8") as console.stdout:
        code, _, err = console.run(*(word.replace("{d}", str(folder)) for word in PRINTERS[name]))
    assert code == 1
    assert "No space left" in one_line(err)


@ON_POSIX
@pytest.mark.parametrize("name", PRINTERS)
def test_a_closed_pipe(console: Console, folder: Path, name: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as console.stdout:
        code, _, err = console.run(*(word.replace("{d}", str(folder)) for word in PRINTERS[name]))
    assert (code, err) == (0, "")


# Arguments that are wrong: exit code 2.
WRONG = {
    "no command": (["chatt"], "did you mean chat?"),
    "no such option": (["chat", "hi", "--modle", "m"], "--modle"),
    "option of the whole": (["--nothing"], "unknown option"),
    "prompt": (["chat"], "no prompt"),
    "blank prompt": (["chat", "  "], "no prompt"),
    "-o": (["chat", "hi", "-o", "seed"], "expected name=value"),
    "-o JSON": (["chat", "hi", "-o", "seed:={"], "invalid JSON"),
    "-o twice": (["chat", "hi", "-o", "a=1", "-o", "a=2"], "twice"),
    "-o model": (["chat", "hi", "-o", "model=m"], "-o model"),
    "temperature": (["chat", "hi", "--temperature", "warm"], "--temperature"),
    "schema": (["chat", "hi", "--json-schema", "bad.json"], "invalid JSON"),
    "prices": (["chat", "hi", "--prices", "in.json"], "table of prices"),
    "transport": (["chat", "hi", "--transport", "pigeon"], "expected urllib, requests"),
    "transport module": (["chat", "hi", "--transport", "no.such:Class"], "no.such"),
    "transport class": (["chat", "hi", "--transport", "io:StringIO"], "is no transport"),
    "timeout": (["chat", "hi", "--timeout", "soon"], "--timeout"),
    "stdin": (["chat", "-"], "no prompt"),
    "unknown method": (["api", "chat.completion.create"], "did you mean chat.completions.create"),
    "unknown method of a group": (["api", "files.lst"], "files.list"),
    "group": (["api", "files"], "files.list"),
    "unlike any": (["api", "xyzzy"], "api --list"),
    "list": (["api", "--list", "xyzzy"], "no operation"),
    "argument": (["api", "models.retrieve", "gpt-4o", "--x"], "--x"),
    "word": (["api", "models.list", "word"], "expected name=value"),
    "JSON": (["api", "moderations.create", "input:=[1,"], "input: invalid JSON"),
    "JSON file": (["api", "moderations.create", "input:=@bad.json"], "bad.json: invalid JSON"),
    "twice": (["api", "moderations.create", "input:=1", "input:=2"], "twice"),
    "required": (["api", "embeddings.create", "model=m"], "'input'"),
    "no pages": (["api", "models.retrieve", "m", "--all"], "--all"),
    "images": (["image", "x", "-n", "11"], "-n"),
    "images to stdout": (["image", "x", "-n", "2", "-o", "-"], "-o -"),
    "mask": (["image", "x", "--mask", "in.png"], "--edit"),
    "image": (["image"], "no prompt"),
    "speak": (["speak"], "no text"),
    "embed": (["embed"], "no text"),
    "moderate": (["moderate"], "no text"),
    "format": (["transcribe", "in.wav", "--format", "pdf"], "--format"),
    "files": (["files"], "ACTION"),
    "shell": (["completion", "tcsh"], "tcsh"),
    "name": (["completion", "bash", "--name", "a;b"], "--name"),
    "two options": (["config", "--retries", "many"], "--retries"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_arguments(console: Console, server: Any, folder: Path, monkeypatch: Any, name: str) -> None:
    words, message = WRONG[name]
    monkeypatch.chdir(folder)
    before, count = sorted(folder.rglob("*")), len(server.requests)
    code, out, err = console.run(*words)
    assert (code, out) == (2, "")
    assert message in one_line(err)
    assert (sorted(folder.rglob("*")), len(server.requests)) == (before, count)


# Settings and files that are wrong: exit code 1.
REFUSED = {
    "scheme": (["chat", "hi", "--base-url", "ftp://h"], "ftp"),
    "time": (["chat", "hi", "--timeout", "-1"], "timeout"),
    "retries": (["chat", "hi", "--retries", "-1"], "max_retries"),
    "binary file": (["chat", "hi", "--file", "binary"], "is not text"),
    "conversation": (["chat", "hi", "--continue", "bad.json"], "is no conversation"),
    "empty key": (["chat", "hi", "--api-key-file", "empty"], "is empty"),
    "long key": (["chat", "hi", "--api-key-file", "lines"], "has 2 lines"),
    "no model": (["models", "xyzzy"], "no model has"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_settings(console: Console, folder: Path, monkeypatch: Any, name: str) -> None:
    words, message = REFUSED[name]
    monkeypatch.chdir(folder)
    (folder / "empty").write_text("\n# a comment\n")
    (folder / "lines").write_text("one\ntwo\n")
    code, out, err = console.run(*words)
    assert (code, out) == (1, "")
    assert message in one_line(err)


def test_a_wrong_key_in_a_file_is_not_shown(console: Console, folder: Path) -> None:
    (folder / "key").write_text("sk-wrong-0123456789-abcdefgh\n")
    code, out, err = console.run("models", "--api-key-file", folder / "key")
    assert code == 1 and "0123456789" not in err + out


def test_a_file_that_exists_is_not_replaced_without_being_named(
    console: Console, folder: Path, monkeypatch: Any
) -> None:
    monkeypatch.chdir(folder)
    file_id = console.run("files", "upload", "in.txt")[1].strip()
    (folder / "in.txt").write_text("mine")
    code, out, err = console.run("files", "download", file_id)
    assert (code, out) == (1, "") and "exists already" in one_line(err)
    assert (folder / "in.txt").read_text() == "mine"


def test_standard_input_that_is_not_text(console: Console) -> None:
    code, out, err = console.run("chat", "-", stdin=b"\xff\xfe\xfa")
    assert (code, out) == (2, "") and "expected UTF-8" in one_line(err)


def test_a_control_character_of_a_server_does_not_reach_the_terminal(console: Console) -> None:
    with EmbeddedServer() as server:
        console.use(server)
        server.inject_fault("status=400; message=a\x1b[2Jb")
        err = console.run("chat", "hi")[2]
    assert "\x1b" not in one_line(err)
    assert re.search("a.*b", err) and KEY not in err
    assert sys.stderr is not None


@pytest.mark.parametrize("body", ["[1]", "{}", "null", '"text"', '{"data": 5}', '{"data": [1]}', '{"choices": [{}]}'])
@pytest.mark.parametrize("name", CALLS)
def test_json_that_is_not_of_the_api(console: Console, folder: Path, name: str, body: str) -> None:
    """The result is an error in one line, or what such an answer can mean, and never a traceback."""
    with serving_text(body) as server:
        code, _, err = console.run(*words_of(name, folder), "--base-url", server.base_url, "--retries", "0")
    assert code in (0, 1)
    assert len(err.splitlines()) <= 1, err
