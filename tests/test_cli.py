# SPDX-License-Identifier: MIT
"""`python -m PACKAGE`: what a terminal, a pipe and a script see of it. Each command is a process of its own."""

from __future__ import annotations

import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from contextlib import closing, contextmanager
from typing import Any, Iterator

import pytest

from . import FOLDER, PACKAGE, load, package
from .raw_server import DRAIN, REQUEST, RawServer, chunk, head, send
from .raw_server import signal as set_event

PATIENCE = 60  # seconds that any wait may take
SPOKEN = "Hello from the embedded server! You said: "
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and pipes are different elsewhere")

EmbeddedServer = load("testing").EmbeddedServer

# The head of a stream and its first word.
SSE_PREFIXES = head("200 OK", "Content-Type: text/event-stream", "Transfer-Encoding: chunked")
SSE_PREFIXES += chunk(b'data: {"choices": [{"index": 0, "delta": {"content": "Hel"}}]}\n\n')


@contextmanager
def half_a_stream() -> Iterator[str]:
    """Yield the base URL of a server whose streams stay open after the first word."""
    with RawServer(REQUEST, send(SSE_PREFIXES), DRAIN) as raw:
        yield raw.url + "/v1"


@pytest.fixture
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


def settings(server: Any, key: str = "key") -> dict[str, str]:
    """Return the environment that leads to a server."""
    return {"OPENAI_API_KEY": key, "OPENAI_BASE_URL": server.base_url}


def ctrl_c_is_heard() -> None:
    """Let SIGINT do what it does in a terminal."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def started(*arguments: str, stdin: int = subprocess.DEVNULL, **environment: str) -> Iterator[Any]:
    """Start the command line with nothing of the caller's settings; it is ended whatever happens."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    kept.update(PYTHONPATH=str(FOLDER.parents[PACKAGE.count(".")]), PYTHONIOENCODING="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-X", "dev", "-W", "error", "-m", PACKAGE, *arguments],
        bufsize=0,
        env={**kept, **environment},
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Whoever runs the tests in the background of a script has Ctrl-C ignored, and so would this process.
        preexec_fn=ctrl_c_is_heard if os.name == "posix" else None,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def run(*arguments: str, typed: str | None = None, **environment: str) -> tuple[int, str, str]:
    """Run a command to its end; return its exit code and what it wrote to each stream."""
    stdin = subprocess.DEVNULL if typed is None else subprocess.PIPE
    with started(*arguments, stdin=stdin, **environment) as process:
        out, err = process.communicate(None if typed is None else typed.encode(), timeout=PATIENCE)
    code, out, err = process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace")
    return code, out.replace("\r\n", "\n"), err.replace("\r\n", "\n")


def within_patience(read: Any) -> bytes:
    """Return what a read of a pipe returns, waiting at most PATIENCE."""
    found: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=lambda: found.put(read()), daemon=True).start()
    return found.get(timeout=PATIENCE)


def piece(stream: Any) -> bytes:
    """Return what a pipe has next."""
    return within_patience(lambda: stream.read(65536))


def ended(process: Any) -> tuple[int, str, str]:
    """Wait for the end; return the exit code and what was not read yet."""
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, (out or b"").decode(), err.decode()


def one_line(err: str) -> str:
    """Return the only line of stderr; fail if there are more, as with a traceback."""
    lines = err.splitlines()
    assert len(lines) == 1, err
    return lines[0]


# chat


def test_chat_with_the_embedded_server_needs_nothing_at_all() -> None:
    assert run("chat", "--embedded", "Say hello") == (0, SPOKEN + "Say hello\n", "")


def test_chat_asks_what_it_was_told_to(server: Any) -> None:
    code, out, err = run("chat", "--system", "Be brief.", "--model", "m-1", "hi", **settings(server))
    assert (code, out, err) == (0, SPOKEN + "hi\n", "")
    asked = server.requests[0].json()
    roles = [(message["role"], message["content"]) for message in asked["messages"]]
    assert roles == [("system", "Be brief."), ("user", "hi")]
    assert (asked["model"], asked["stream"]) == ("m-1", True)
    assert server.requests[0].header("authorization") == "Bearer key"


def test_the_model_comes_from_the_environment(server: Any) -> None:
    assert run("chat", "hi", OPENAI_MODEL="m-2", **settings(server))[0] == 0
    assert server.requests[0].json()["model"] == "m-2"


def test_the_base_url_can_be_given(server: Any) -> None:
    assert run("chat", "--base-url", server.base_url, "hi", OPENAI_API_KEY="key")[:2] == (0, SPOKEN + "hi\n")


def test_chat_without_streaming(server: Any) -> None:
    assert run("chat", "--no-stream", "hi", **settings(server)) == (0, SPOKEN + "hi\n", "")
    assert "stream" not in server.requests[0].json()


def test_the_prompt_may_come_from_standard_input(server: Any) -> None:
    code, out, err = run("chat", "-", typed="two\nlines", **settings(server))
    assert (code, out, err) == (0, SPOKEN + "two\nlines\n", "")
    assert server.requests[0].json()["messages"][-1]["content"] == "two\nlines"


def test_text_that_the_terminal_cannot_show_is_no_failure(server: Any) -> None:
    code, out, err = run("chat", "h\u00e9 \U0001f600", **{**settings(server), "PYTHONIOENCODING": "ascii"})
    assert (code, err) == (0, "")
    assert out.startswith(SPOKEN + "h")


def test_the_first_piece_comes_before_the_end() -> None:
    """The server holds the rest back for as long as the test likes: what has come was not held back by us."""
    with half_a_stream() as url, started("chat", "hi", OPENAI_BASE_URL=url, OPENAI_API_KEY="key") as process:
        assert piece(process.stdout) == b"Hel"
        assert process.poll() is None


def test_what_has_come_is_there_when_the_stream_breaks_off() -> None:
    with RawServer(REQUEST, send(SSE_PREFIXES)) as raw:
        code, out, err = run("chat", "hi", OPENAI_BASE_URL=raw.url + "/v1", OPENAI_API_KEY="key")
    assert (code, out) == (1, "Hel")
    assert "after 1 events" in one_line(err)


@ON_POSIX
def test_ctrl_c_in_a_stream_ends_it_without_a_traceback() -> None:
    with half_a_stream() as url, started("chat", "hi", OPENAI_BASE_URL=url, OPENAI_API_KEY="key") as process:
        assert piece(process.stdout) == b"Hel"
        process.send_signal(signal.SIGINT)
        code, _, err = ended(process)
    assert (code, err.strip()) == (130, "interrupted")


@ON_POSIX
def test_ctrl_c_before_an_answer_ends_it_without_a_traceback() -> None:
    arrived = threading.Event()
    with RawServer(REQUEST, set_event(arrived), DRAIN) as raw:
        with started("chat", "hi", OPENAI_BASE_URL=raw.url + "/v1", OPENAI_API_KEY="key") as process:
            assert arrived.wait(PATIENCE)
            process.send_signal(signal.SIGINT)
            code, _, err = ended(process)
    assert (code, err.strip()) == (130, "interrupted")


@ON_POSIX
@pytest.mark.parametrize("streaming", [True, False], ids=["stream", "whole"])
def test_a_reader_that_has_enough_is_no_failure(server: Any, streaming: bool) -> None:
    """As with `| head -1`. The output is far larger than a pipe holds."""
    options = [] if streaming else ["--no-stream"]
    with started("chat", "-", *options, stdin=subprocess.PIPE, **settings(server)) as process:
        process.stdin.write(b"word " * 30_000)
        process.stdin.close()
        process.stdin = None
        assert piece(process.stdout)
        process.stdout.close()
        process.stdout = None
        code, _, err = ended(process)
    assert (code, err) == (0, "")


@ON_POSIX
def test_a_reader_that_is_gone_before_the_first_word_is_no_failure() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    kept = {**os.environ, "PYTHONPATH": str(FOLDER.parents[PACKAGE.count(".")])}
    command = [sys.executable, "-m", PACKAGE, "chat", "--embedded", "hi"]
    try:
        done = subprocess.run(command, env=kept, stdout=writing, stderr=subprocess.PIPE, timeout=PATIENCE)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


# chat that fails: exit code 1 and one line that says what to do.


def test_without_a_key_it_says_where_one_goes() -> None:
    code, out, err = run("chat", "hi")
    assert (code, out) == (1, "")
    assert "OPENAI_API_KEY" in one_line(err)


def test_a_dead_port_is_named() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        url = "http://127.0.0.1:{}/v1".format(taken.getsockname()[1])
        code, out, err = run("chat", "--base-url", url, "hi", OPENAI_API_KEY="key")
    assert (code, out) == (1, "")
    assert url + "/chat/completions" in one_line(err)
    assert "3 attempts" in err


def test_a_wrong_key_is_said_to_be_wrong(server: Any) -> None:
    code, out, err = run("chat", "hi", **settings(server, "sk-wrong-0123456789-abcdefgh"))
    assert (code, out) == (1, "")
    assert "401" in one_line(err)
    assert "Incorrect API key" in err
    assert "0123456789" not in err


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("status=500; should-retry=false", "500"),
        ("html", "HTML"),
        ("cut-events=3", "after 3 events"),
        ("stream-error", ""),
        ("redirect=http://127.0.0.1:1/v1; status=307; should-retry=false", "127.0.0.1:1"),
    ],
)
def test_what_goes_wrong_is_one_line(server: Any, fault: str, says: str) -> None:
    server.inject_fault(fault)
    code, _, err = run("chat", "hi", **settings(server))
    assert code == 1
    line = one_line(err)
    assert line.startswith("error: ")
    assert says in line


def test_time_runs_out_when_it_was_told_to(server: Any) -> None:
    server.inject_fault("stall=300; times=9")
    code, _, err = run("chat", "--timeout", "0.2", "hi", **settings(server))
    assert code == 1
    assert "timed out" in one_line(err)


@pytest.mark.parametrize(
    "arguments",
    [["--base-url", "ftp://h", "hi"], ["--timeout", "-1", "hi"], ["hi"]],
    ids=["scheme", "time", "variable"],
)
def test_settings_that_cannot_work_are_one_line(arguments: list[str]) -> None:
    code, out, err = run("chat", *arguments, OPENAI_API_KEY="key", OPENAI_BASE_URL="nothing")
    assert (code, out) == (1, "")
    assert one_line(err).startswith("error: ")


# The commands as such.


def test_no_command_is_answered_with_help() -> None:
    code, out, err = run()
    assert code == 2
    assert "chat" in out + err
    assert "serve" in out + err
    assert "python -m {} ".format(PACKAGE) in out + err


@pytest.mark.parametrize(
    "arguments",
    [
        ["chat"],
        ["chat", "--nothing", "hi"],
        ["nothing"],
        ["chat", "--timeout", "soon", "hi"],
        ["serve", "--port", "99999"],
        ["serve", "--port", "-1"],
        ["serve", "--delay", "-1"],
        ["serve", "--delay", "nan"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_from_failure(arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: ")
    assert "Traceback" not in err


def test_help_tells_the_commands_and_their_options() -> None:
    assert run("--help")[0] == 0
    code, out, err = run("chat", "--help")
    assert (code, err) == (0, "")
    assert "--no-stream" in out
    code, out, err = run("serve", "--help")
    assert (code, err) == (0, "")
    assert "stall-body" in out


def test_version() -> None:
    assert run("--version") == (0, package.__version__ + "\n", "")


def test_help_imports_no_server_and_no_tls() -> None:
    """A command line that is slow to say what it can is not asked twice."""
    code = "import sys, runpy\nsys.argv = ['x', '--version']\ntry:\n    runpy.run_module({0!r}, run_name='__main__')\n"
    code += "except SystemExit:\n    pass\n"
    code += "print([n for n in ('ssl', 'asyncio', {0!r} + '.testing.server') if n in sys.modules])"
    command = [sys.executable, "-c", code.format(PACKAGE)]
    environment = {**os.environ, "PYTHONPATH": str(FOLDER.parents[PACKAGE.count(".")])}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, timeout=PATIENCE, check=True)
    assert done.stdout.decode().split() == [package.__version__, "[]"]


# serve


@contextmanager
def serving(*options: str) -> Iterator[tuple[Any, str]]:
    """Run `serve`; yield the process and the base URL that its line tells."""
    with started("serve", *options) as process:
        line = within_patience(process.stdout.readline).decode()
        assert line.startswith("Serving on http://")
        assert "OPENAI_BASE_URL=" in line
        yield process, line.split()[2]


def test_serve_answers_another_process() -> None:
    with serving("--delay", "0.01") as (_, url):
        assert run("chat", "hi", OPENAI_BASE_URL=url, OPENAI_API_KEY="x") == (0, SPOKEN + "hi\n", "")


def test_serve_is_strict_unless_it_is_told_to_be_lenient() -> None:
    for options, status in (((), 404), (("--lenient",), 200)):
        with serving(*options) as (_, url), package.OpenAI(api_key="x", base_url=url, environment=False) as client:
            try:
                client.files.retrieve("file-unknown")
                seen = 200
            except package.NotFoundError as error:
                seen = error.status_code
        assert seen == status


@ON_POSIX
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_serve_ends_well_when_it_is_told_to(number: int) -> None:
    with serving() as (process, url):
        with package.OpenAI(api_key="x", base_url=url, environment=False) as client:
            assert client.models.list().data  # and an idle connection stays open
            process.send_signal(number)
            assert ended(process) == (0, "", "")


def test_serve_on_a_port_that_is_taken_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, out, err = run("serve", "--port", str(port))
    assert (code, out) == (1, "")
    assert "127.0.0.1:{}".format(port) in one_line(err)


def test_serve_on_an_address_that_is_not_here_says_so() -> None:
    code, out, err = run("serve", "--host", "192.0.2.1")
    assert (code, out) == (1, "")
    assert "192.0.2.1" in one_line(err)


def test_main_can_be_called(capsys: Any, server: Any) -> None:
    """From a program of the user's own: it returns the exit code and leaves the process alone."""
    main = load("cli").main
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    assert main(["chat", "--embedded", "--no-stream", "hi"]) == 0
    assert capsys.readouterr().out == SPOKEN + "hi\n"
    assert main([]) == 2
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_what_serve_answers_is_json() -> None:
    from urllib.request import Request, urlopen

    with serving() as (_, url):
        request = Request(url + "/models", headers={"Authorization": "Bearer x"})
        with urlopen(request, timeout=PATIENCE) as answer:
            assert json.loads(answer.read().decode())["object"] == "list"
