# SPDX-License-Identifier: MIT
"""The command line, run in subprocesses: output, exit codes, signals and pipes."""

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

TIMEOUT = 60  # seconds that a test waits at most
EMBEDDED_REPLY = "Hello from the embedded server! You said: "
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and pipes are different elsewhere")

EmbeddedServer = load("testing").EmbeddedServer

# The response head of a stream, and its first event.
STREAM_START = head("200 OK", "Content-Type: text/event-stream", "Transfer-Encoding: chunked")
STREAM_START += chunk(b'data: {"choices": [{"index": 0, "delta": {"content": "Hel"}}]}\n\n')


@contextmanager
def unfinished_stream() -> Iterator[str]:
    """Yield the base URL of a server whose streams stay open after the first event."""
    with RawServer(REQUEST, send(STREAM_START), DRAIN) as raw:
        yield raw.url + "/v1"


@pytest.fixture
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


def environment_for(server: Any, key: str = "key") -> dict[str, str]:
    """Return the environment variables for a server."""
    return {"OPENAI_API_KEY": key, "OPENAI_BASE_URL": server.base_url}


def reset_sigint() -> None:
    """Restore the default action of SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def start(*arguments: str, stdin: int = subprocess.DEVNULL, **environment: str) -> Iterator[Any]:
    """Start the command line without the caller's OPENAI_ variables; the process is killed on exit."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    inherited.update(PYTHONPATH=str(FOLDER.parents[PACKAGE.count(".")]), PYTHONIOENCODING="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-X", "dev", "-W", "error", "-m", PACKAGE, *arguments],
        bufsize=0,
        env={**inherited, **environment},
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs the tests in the background ignores SIGINT, which the process would inherit.
        preexec_fn=reset_sigint if os.name == "posix" else None,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def run(*arguments: str, stdin_text: str | None = None, **environment: str) -> tuple[int, str, str]:
    """Run a command; return its exit code, stdout and stderr."""
    stdin = subprocess.DEVNULL if stdin_text is None else subprocess.PIPE
    with start(*arguments, stdin=stdin, **environment) as process:
        out, err = process.communicate(None if stdin_text is None else stdin_text.encode(), timeout=TIMEOUT)
    code, out, err = process.returncode, out.decode("utf-8", "replace"), err.decode("utf-8", "replace")
    return code, out.replace("\r\n", "\n"), err.replace("\r\n", "\n")


def with_timeout(read: Any) -> bytes:
    """Return the result of a blocking read; raise queue.Empty after TIMEOUT."""
    results: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=lambda: results.put(read()), daemon=True).start()
    return results.get(timeout=TIMEOUT)


def read_chunk(stream: Any) -> bytes:
    """Return the next bytes of a pipe."""
    return with_timeout(lambda: stream.read(65536))


def wait_for_exit(process: Any) -> tuple[int, str, str]:
    """Wait for the process; return its exit code, and the unread rest of stdout and stderr."""
    out, err = process.communicate(timeout=TIMEOUT)
    return process.returncode, (out or b"").decode(), err.decode()


def one_line(err: str) -> str:
    """Return the only line of stderr; fail if there are more, as with a traceback."""
    lines = err.splitlines()
    assert len(lines) == 1, err
    return lines[0]


# chat


def test_chat_with_the_embedded_server_needs_no_settings() -> None:
    assert run("chat", "--embedded", "Say hello") == (0, EMBEDDED_REPLY + "Say hello\n", "")


def test_chat_sends_its_arguments(server: Any) -> None:
    code, out, err = run("chat", "--system", "Be brief.", "--model", "m-1", "hi", **environment_for(server))
    assert (code, out, err) == (0, EMBEDDED_REPLY + "hi\n", "")
    body = server.requests[0].json()
    roles = [(message["role"], message["content"]) for message in body["messages"]]
    assert roles == [("system", "Be brief."), ("user", "hi")]
    assert (body["model"], body["stream"]) == ("m-1", True)
    assert server.requests[0].header("authorization") == "Bearer key"


def test_the_model_comes_from_the_environment(server: Any) -> None:
    assert run("chat", "hi", OPENAI_MODEL="m-2", **environment_for(server))[0] == 0
    assert server.requests[0].json()["model"] == "m-2"


def test_the_base_url_option(server: Any) -> None:
    assert run("chat", "--base-url", server.base_url, "hi", OPENAI_API_KEY="key")[:2] == (0, EMBEDDED_REPLY + "hi\n")


def test_chat_without_streaming(server: Any) -> None:
    assert run("chat", "--no-stream", "hi", **environment_for(server)) == (0, EMBEDDED_REPLY + "hi\n", "")
    assert "stream" not in server.requests[0].json()


def test_the_prompt_can_come_from_standard_input(server: Any) -> None:
    code, out, err = run("chat", "-", stdin_text="two\nlines", **environment_for(server))
    assert (code, out, err) == (0, EMBEDDED_REPLY + "two\nlines\n", "")
    assert server.requests[0].json()["messages"][-1]["content"] == "two\nlines"


def test_text_that_the_terminal_cannot_show_is_escaped(server: Any) -> None:
    code, out, err = run("chat", "h\u00e9 \U0001f600", **{**environment_for(server), "PYTHONIOENCODING": "ascii"})
    assert (code, err) == (0, "")
    assert out.startswith(EMBEDDED_REPLY + "h")


def test_output_is_printed_as_it_arrives() -> None:
    """The server keeps the stream open, so output is not buffered until the end."""
    with unfinished_stream() as url, start("chat", "hi", OPENAI_BASE_URL=url, OPENAI_API_KEY="key") as process:
        assert read_chunk(process.stdout) == b"Hel"
        assert process.poll() is None


def test_partial_output_is_printed_when_the_stream_breaks() -> None:
    with RawServer(REQUEST, send(STREAM_START)) as raw:
        code, out, err = run("chat", "hi", OPENAI_BASE_URL=raw.url + "/v1", OPENAI_API_KEY="key")
    assert (code, out) == (1, "Hel")
    assert "after 1 events" in one_line(err)


@ON_POSIX
def test_ctrl_c_in_a_stream_exits_without_a_traceback() -> None:
    with unfinished_stream() as url, start("chat", "hi", OPENAI_BASE_URL=url, OPENAI_API_KEY="key") as process:
        assert read_chunk(process.stdout) == b"Hel"
        process.send_signal(signal.SIGINT)
        code, _, err = wait_for_exit(process)
    assert (code, err.strip()) == (130, "interrupted")


@ON_POSIX
def test_ctrl_c_before_a_response_exits_without_a_traceback() -> None:
    arrived = threading.Event()
    with RawServer(REQUEST, set_event(arrived), DRAIN) as raw:
        with start("chat", "hi", OPENAI_BASE_URL=raw.url + "/v1", OPENAI_API_KEY="key") as process:
            assert arrived.wait(TIMEOUT)
            process.send_signal(signal.SIGINT)
            code, _, err = wait_for_exit(process)
    assert (code, err.strip()) == (130, "interrupted")


@ON_POSIX
@pytest.mark.parametrize("streaming", [True, False], ids=["stream", "whole"])
def test_a_pipe_closed_by_its_reader_is_not_an_error(server: Any, streaming: bool) -> None:
    """As `| head -1` does. The output is far larger than the buffer of a pipe."""
    options = [] if streaming else ["--no-stream"]
    with start("chat", "-", *options, stdin=subprocess.PIPE, **environment_for(server)) as process:
        process.stdin.write(b"word " * 30_000)
        process.stdin.close()
        process.stdin = None
        assert read_chunk(process.stdout)
        process.stdout.close()
        process.stdout = None
        code, _, err = wait_for_exit(process)
    assert (code, err) == (0, "")


@ON_POSIX
def test_a_pipe_closed_before_the_first_output_is_not_an_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": str(FOLDER.parents[PACKAGE.count(".")])}
    command = [sys.executable, "-m", PACKAGE, "chat", "--embedded", "hi"]
    try:
        done = subprocess.run(command, env=environment, stdout=writing, stderr=subprocess.PIPE, timeout=TIMEOUT)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


# realtime


@pytest.fixture
def realtime_server(server: Any) -> Any:
    """Return a server, in a copy that has the connections."""
    load("connections.connection")
    return server


@pytest.fixture
def run_here(monkeypatch: Any, capsys: Any, realtime_server: Any) -> Any:
    """Return a function like `run` that runs the command in this process, which takes less time."""

    def run_here(*arguments: str, key: str = "key") -> tuple[int, str, str]:
        for name in [name for name in os.environ if name.startswith("OPENAI_")]:
            monkeypatch.delenv(name)
        for name, value in environment_for(realtime_server, key).items():
            monkeypatch.setenv(name, value)
        code = load("cli").main(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_here


def test_realtime_with_the_embedded_server_needs_no_settings() -> None:
    load("connections.connection")
    assert run("realtime", "--embedded", "Say hello") == (0, EMBEDDED_REPLY + "Say hello\n", "")


def test_realtime_sends_its_arguments(run_here: Any, server: Any) -> None:
    code, out, err = run_here("realtime", "-m", "m-1", "--instructions", "Be brief.", "hi")
    assert (code, out, err) == (0, EMBEDDED_REPLY + "hi\n", "")
    (request,) = server.requests
    assert (request.path, request.query) == ("/v1/realtime", {"model": ["m-1"]})
    assert request.header("authorization") == "Bearer key"
    update, item, response = request.events()
    assert update["session"] == {"type": "realtime", "output_modalities": ["text"], "instructions": "Be brief."}
    assert item["item"]["content"] == [{"type": "input_text", "text": "hi"}]
    assert response["type"] == "response.create"
    assert request.close_code == 1000


def test_each_line_of_standard_input_is_a_message_of_one_conversation(realtime_server: Any) -> None:
    text = "one\n\n  \r\ntwo words\r\nlast"
    code, out, err = run("realtime", stdin_text=text, **environment_for(realtime_server))
    assert (code, err) == (0, "")
    assert out.splitlines() == [EMBEDDED_REPLY + line for line in ("one", "two words", "last")]
    assert len(realtime_server.requests) == 1


def test_the_message_can_be_all_of_standard_input(realtime_server: Any) -> None:
    code, out, err = run("realtime", "-", stdin_text="two\nlines", **environment_for(realtime_server))
    assert (code, out, err) == (0, EMBEDDED_REPLY + "two\nlines\n", "")


def test_an_empty_input_is_no_error(realtime_server: Any) -> None:
    assert run("realtime", stdin_text="", **environment_for(realtime_server)) == (0, "", "")


def test_realtime_prints_json_and_usage(run_here: Any) -> None:
    code, out, err = run_here("realtime", "hi", "--json", "-v")
    assert code == 0 and len(out.splitlines()) == 1
    assert json.loads(out)["status"] == "completed"
    assert err.startswith("gpt-realtime, ") and " output tokens" in err


def test_realtime_prints_transcripts_of_speech_too(run_here: Any, server: Any) -> None:
    """A server may ignore that text was asked for."""
    message = '{"type": "response.output_audio_transcript.delta", "delta": "spoken "}'
    server.inject_fault("ws-after=4; ws-message=" + message)
    code, out, err = run_here("realtime", "hi")
    assert (code, out, err) == (0, "spoken " + EMBEDDED_REPLY + "hi\n", "")


@pytest.mark.parametrize("message", ["[1]", "null", "{}", '{"type": 5}', '{"type": "response.output_text.delta"}'])
def test_realtime_skips_what_is_no_event(run_here: Any, server: Any, message: str) -> None:
    server.inject_fault("ws-after=4; ws-message=" + message)
    assert run_here("realtime", "hi") == (0, EMBEDDED_REPLY + "hi\n", "")


# session.created, session.updated, two events of the item, five of the response, and the first word
AFTER_FIRST_WORD = "ws-after=10; "


@ON_POSIX
def test_ctrl_c_in_a_realtime_response_exits_without_a_traceback(realtime_server: Any) -> None:
    """What has arrived is printed, though the response goes on."""
    realtime_server.inject_fault(AFTER_FIRST_WORD + "ws-stall=600")
    with start("realtime", "hi", **environment_for(realtime_server)) as process:
        assert read_chunk(process.stdout) == b"Hello"
        process.send_signal(signal.SIGINT)
        code, _, err = wait_for_exit(process)
    assert (code, err.strip()) == (130, "interrupted")


@ON_POSIX
@pytest.mark.parametrize("end", ["eof", "interrupt"])
def test_a_conversation_on_a_terminal(realtime_server: Any, end: str) -> None:
    """Ctrl-D ends it, as does Ctrl-C; both close the WebSocket properly."""
    import pty

    terminal, stdin = pty.openpty()
    try:
        with start("realtime", stdin=stdin, **environment_for(realtime_server)) as process:
            os.write(terminal, b"hi\n")
            expected = EMBEDDED_REPLY + "hi\n"
            out = b""
            while expected.encode() not in out:
                out += read_chunk(process.stdout)
            assert out.startswith(b"> ")
            if end == "eof":
                while out.count(b"> ") < 2:
                    out += read_chunk(process.stdout)
                os.write(terminal, b"\x04")
            else:
                process.send_signal(signal.SIGINT)
            code, _, err = wait_for_exit(process)
    finally:
        os.close(terminal)
        os.close(stdin)
    assert (code, err.strip()) == ((0, "") if end == "eof" else (130, "interrupted"))
    assert realtime_server.requests[0].close_code == 1000


@ON_POSIX
def test_a_pipe_closed_by_its_reader_is_no_error_of_realtime(realtime_server: Any) -> None:
    with start("realtime", "-", stdin=subprocess.PIPE, **environment_for(realtime_server)) as process:
        process.stdin.write(b"word " * 30_000)
        process.stdin.close()
        process.stdin = None
        assert read_chunk(process.stdout)
        process.stdout.close()
        process.stdout = None
        code, _, err = wait_for_exit(process)
    assert (code, err) == (0, "")


REALTIME_FAILURES = [
    ("status=500; should-retry=false", "", "500"),
    ("html", "", "as to an HTTP request"),
    ("status=404; message=nothing here", "", "nothing here"),
    (AFTER_FIRST_WORD + "ws-drop", "Hello", "no close frame"),
    (AFTER_FIRST_WORD + "ws-close=1011; ws-reason=oops", "Hello", "1011 (internal error) oops"),
    (AFTER_FIRST_WORD + "ws-close=1000", "Hello", "1000"),
    (AFTER_FIRST_WORD + "ws-invalid-text", "Hello", "UTF-8"),
    (AFTER_FIRST_WORD + 'ws-message={"type": "error", "error": {"message": "boom"}}', "Hello", "boom"),
    (
        AFTER_FIRST_WORD + 'ws-message={"type": "response.done", "response": {"status": "failed", '
        '"status_details": {"error": {"code": "server_error"}}}}',
        "Hello\n",
        "server_error",
    ),
    (
        AFTER_FIRST_WORD + 'ws-message={"type": "response.done", "response": {"status": "failed"}}',
        "Hello\n",
        "no reason",
    ),
    (AFTER_FIRST_WORD + 'ws-message={"type": "error"}', "Hello", "no reason"),
    (AFTER_FIRST_WORD + "ws-message={", "Hello", "not JSON"),
]


@pytest.mark.parametrize(("fault", "out", "message"), REALTIME_FAILURES)
def test_each_failure_of_realtime_is_reported_in_one_line(
    run_here: Any, server: Any, fault: str, out: str, message: str
) -> None:
    server.inject_fault(fault)
    code, printed, err = run_here("realtime", "hi")
    assert (code, printed) == (1, out)
    line = one_line(err)
    assert line.startswith("error: ")
    assert message in line


def test_a_wrong_key_of_realtime_is_reported(run_here: Any) -> None:
    code, out, err = run_here("realtime", "hi", key="sk-wrong-0123456789-abcdefgh")
    assert (code, out) == (1, "")
    assert "Incorrect API key" in one_line(err)
    assert "0123456789" not in err


@pytest.mark.parametrize("fault", ["stall=300; times=9", "ws-stall=300; ws-after=2"], ids=["handshake", "response"])
def test_the_timeout_of_realtime(run_here: Any, server: Any, fault: str) -> None:
    server.inject_fault(fault)
    code, _, err = run_here("realtime", "--timeout", "0.2", "hi")
    assert code == 1
    assert "timed out" in one_line(err)


@pytest.mark.parametrize("options", [["--base-url", "ftp://h"], ["--timeout", "-1"]], ids=["scheme", "time"])
def test_invalid_settings_of_realtime_are_reported_in_one_line(run_here: Any, options: list[str]) -> None:
    code, out, err = run_here("realtime", *options, "hi")
    assert (code, out) == (1, "")
    assert one_line(err).startswith("error: ")


# Failures of chat: exit code 1, and one line that says what to do.


def test_a_missing_key_names_the_variable() -> None:
    code, out, err = run("chat", "hi")
    assert (code, out) == (1, "")
    assert "OPENAI_API_KEY" in one_line(err)


def test_connection_refused_names_the_url() -> None:
    with closing(socket.socket()) as unused:
        unused.bind(("127.0.0.1", 0))
        url = "http://127.0.0.1:{}/v1".format(unused.getsockname()[1])
        code, out, err = run("chat", "--base-url", url, "hi", OPENAI_API_KEY="key")
    assert (code, out) == (1, "")
    assert url + "/chat/completions" in one_line(err)
    assert "3 attempts" in err


def test_a_wrong_key_is_reported(server: Any) -> None:
    code, out, err = run("chat", "hi", **environment_for(server, "sk-wrong-0123456789-abcdefgh"))
    assert (code, out) == (1, "")
    assert "401" in one_line(err)
    assert "Incorrect API key" in err
    assert "0123456789" not in err


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("status=500; should-retry=false", "500"),
        ("html", "HTML"),
        ("cut-events=3", "after 3 events"),
        ("stream-error", ""),
        ("redirect=http://127.0.0.1:1/v1; status=307; should-retry=false", "127.0.0.1:1"),
    ],
)
def test_each_failure_is_reported_in_one_line(server: Any, fault: str, message: str) -> None:
    server.inject_fault(fault)
    code, _, err = run("chat", "hi", **environment_for(server))
    assert code == 1
    line = one_line(err)
    assert line.startswith("error: ")
    assert message in line


def test_the_timeout_option(server: Any) -> None:
    server.inject_fault("stall=300; times=9")
    code, _, err = run("chat", "--timeout", "0.2", "hi", **environment_for(server))
    assert code == 1
    assert "timed out" in one_line(err)


@pytest.mark.parametrize(
    "arguments",
    [["--base-url", "ftp://h", "hi"], ["--timeout", "-1", "hi"], ["hi"]],
    ids=["scheme", "time", "variable"],
)
def test_invalid_settings_are_reported_in_one_line(arguments: list[str]) -> None:
    code, out, err = run("chat", *arguments, OPENAI_API_KEY="key", OPENAI_BASE_URL="nothing")
    assert (code, out) == (1, "")
    assert one_line(err).startswith("error: ")


# All commands.


def test_no_command_prints_the_help() -> None:
    code, out, err = run()
    assert code == 2
    assert all(command in out + err for command in ("chat", "realtime", "serve"))
    assert "python -m {} ".format(PACKAGE) in out + err


@pytest.mark.parametrize(
    "arguments",
    [
        ["chat"],
        ["chat", "--nothing", "hi"],
        ["nothing"],
        ["chat", "--timeout", "soon", "hi"],
        ["realtime", "one", "two"],
        ["serve", "--port", "99999"],
        ["serve", "--port", "-1"],
        ["serve", "--delay", "-1"],
        ["serve", "--delay", "nan"],
    ],
    ids=" ".join,
)
def test_wrong_usage_has_its_own_exit_code(arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert one_line(err).startswith("error: ")
    assert "Traceback" not in err


def test_help_lists_the_commands_and_their_options() -> None:
    assert run("--help")[0] == 0
    code, out, err = run("chat", "--help")
    assert (code, err) == (0, "")
    assert "--no-stream" in out
    code, out, err = run("serve", "--help")
    assert (code, err) == (0, "")
    assert "stall-body" in out
    assert "ws-close" in out


def test_version() -> None:
    assert run("--version") == (0, package.__version__ + "\n", "")


def test_help_imports_no_server_and_no_tls() -> None:
    """Help must be fast."""
    code = "import sys, runpy\nsys.argv = ['x', '--version']\ntry:\n    runpy.run_module({0!r}, run_name='__main__')\n"
    code += "except SystemExit:\n    pass\n"
    code += "print([n for n in ('ssl', 'asyncio', {0!r} + '.testing.server') if n in sys.modules])"
    command = [sys.executable, "-c", code.format(PACKAGE)]
    environment = {**os.environ, "PYTHONPATH": str(FOLDER.parents[PACKAGE.count(".")])}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, timeout=TIMEOUT, check=True)
    assert done.stdout.decode().split() == [package.__version__, "[]"]


# serve


@contextmanager
def serving(*options: str) -> Iterator[tuple[Any, str]]:
    """Run `serve`; yield the process and the base URL that it prints."""
    with start("serve", *options) as process:
        line = with_timeout(process.stdout.readline).decode()
        assert line.startswith("Serving on http://")
        assert "OPENAI_BASE_URL=" in line
        yield process, line.split()[2]


def test_serve_prints_its_url_as_json() -> None:
    with start("serve", "--json") as process:
        base_url = json.loads(with_timeout(process.stdout.readline))["base_url"]
        assert run("chat", "hi", OPENAI_BASE_URL=base_url, OPENAI_API_KEY="x") == (0, EMBEDDED_REPLY + "hi\n", "")


def test_serve_responds_to_another_process() -> None:
    with serving("--delay", "0.01") as (_, url):
        assert run("chat", "hi", OPENAI_BASE_URL=url, OPENAI_API_KEY="x") == (0, EMBEDDED_REPLY + "hi\n", "")


@ON_POSIX
def test_serve_ends_open_websockets() -> None:
    websocket = load("websocket")
    with serving() as (process, url):
        with websocket.connect("ws" + url[4:] + "/realtime", headers={"Authorization": "Bearer x"}) as connection:
            assert json.loads(connection.recv(TIMEOUT))["type"] == "session.created"
            process.send_signal(signal.SIGTERM)
            assert wait_for_exit(process) == (0, "", "")
            with pytest.raises(websocket.ConnectionClosed):
                connection.recv(TIMEOUT)


def test_serve_is_strict_unless_lenient() -> None:
    for options, status in (((), 404), (("--lenient",), 200)):
        with serving(*options) as (_, url), package.OpenAI(api_key="x", base_url=url, environment=False) as client:
            try:
                client.files.retrieve("file-unknown")
                received = 200
            except package.NotFoundError as error:
                received = error.status_code
        assert received == status


@ON_POSIX
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_serve_exits_cleanly_on_a_signal(number: int) -> None:
    with serving() as (process, url):
        with package.OpenAI(api_key="x", base_url=url, environment=False) as client:
            assert client.models.list().data  # leaves an idle connection open
            process.send_signal(number)
            assert wait_for_exit(process) == (0, "", "")


def test_serve_reports_a_port_in_use() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, out, err = run("serve", "--port", str(port))
    assert (code, out) == (1, "")
    assert "127.0.0.1:{}".format(port) in one_line(err)


def test_serve_reports_an_unavailable_address() -> None:
    code, out, err = run("serve", "--host", "192.0.2.1")
    assert (code, out) == (1, "")
    assert "192.0.2.1" in one_line(err)


def test_main_can_be_called_from_a_program(capsys: Any, server: Any) -> None:
    """It returns the exit code, and restores the signal handlers of the process."""
    main = load("cli").main
    handlers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    assert main(["chat", "--embedded", "--no-stream", "hi"]) == 0
    assert capsys.readouterr().out == EMBEDDED_REPLY + "hi\n"
    assert main([]) == 2
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == handlers


def test_serve_returns_json() -> None:
    from urllib.request import Request, urlopen

    with serving() as (_, url):
        request = Request(url + "/models", headers={"Authorization": "Bearer x"})
        with urlopen(request, timeout=TIMEOUT) as response:
            assert json.loads(response.read().decode())["object"] == "list"
