# SPDX-License-Identifier: MIT
"""A hostile server: no command lets its control characters reach a terminal, whatever it answers with.

The server puts escape sequences, and characters that change the direction of text, into every text that it sends.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Iterator

import pytest

from . import load
from .cli_support import KEY, Console
from .raw_server import RawServer, forever

load("cli")

EVIL = "\x1b]0;title\x07\x1b[2J\x1b[31m\x9b31m\x00\x08\u202e\u2066\u2028"
HEADER = "x-request-id: \x1b[31m\x9b31m\x07"  # as bytes of latin-1
MODEL = {"id": EVIL, "object": "model", "created": 1, "owned_by": EVIL}
FILE = {
    "id": EVIL, "object": "file", "bytes": 1, "created_at": 1, "filename": "../" + EVIL, "purpose": EVIL,
    "status": EVIL,
}  # fmt: skip
BATCH = {
    "id": EVIL, "object": "batch", "status": EVIL, "endpoint": EVIL, "input_file_id": EVIL, "created_at": 1,
    "errors": {"object": "list", "data": [{"code": EVIL, "message": EVIL, "line": 1}]},
}  # fmt: skip
USAGE = {"prompt_tokens": 1, "completion_tokens": 1, "input_tokens": 1, "output_tokens": 1, "total_tokens": 2}
ERROR = {"error": {"message": EVIL, "type": EVIL, "code": EVIL, "param": EVIL}}
MODERATION = {"flagged": True, "categories": {EVIL: True}, "category_scores": {EVIL: 0.9}}
RESPONSE = {"id": EVIL, "object": "response", "model": EVIL, "output": [], "usage": USAGE, "status": "incomplete"}


def sse(*events: Any) -> bytes:
    return "".join("data: {}\n\n".format(json.dumps(event)) for event in events).encode()


CHAT_STREAM = (
    sse(
        {"id": EVIL, "model": EVIL, "choices": [{"index": 0, "delta": {"content": EVIL}}]},
        {"id": EVIL, "model": EVIL, "choices": [{"index": 0, "delta": {}, "finish_reason": "length"}], "usage": USAGE},
    )
    + b"data: [DONE]\n\n"
)
RESPONSE_STREAM = sse(
    {"type": "response.output_text.delta", "delta": EVIL, "item_id": "i", "output_index": 0, "content_index": 0},
    {"type": "response.incomplete", "response": {**RESPONSE, "incomplete_details": {"reason": EVIL}}},
)
CHAT = {"id": EVIL, "model": EVIL, "choices": [{"index": 0, "message": {"role": "assistant", "content": EVIL}}]}
# Part of a path -> content type and body of a success; the first that matches counts.
ANSWERS: list[tuple[str, str, Any]] = [
    ("/content", "application/octet-stream", b"content"),
    ("/models", "application/json", {"object": "list", "data": [MODEL], **MODEL}),
    ("/files/", "application/json", FILE),
    ("/files", "application/json", {"object": "list", "data": [FILE], **FILE}),
    ("/moderations", "application/json", {"id": EVIL, "model": EVIL, "results": [MODERATION]}),
    ("/transcriptions", "application/json", {"text": EVIL, "segments": []}),
    ("/images", "application/json", {"created": 1, "data": [{"url": "javascript:" + EVIL}]}),
    ("/batches/", "application/json", BATCH),
    ("/batches", "application/json", {"object": "list", "data": [BATCH]}),
    ("/chat/completions", "text/event-stream", CHAT_STREAM),
    ("/responses", "text/event-stream", RESPONSE_STREAM),
]
FAILURES = {
    "error": ("400 Bad Request", "application/json", json.dumps(ERROR).encode()),
    "a refused key": ("401 Unauthorized", "application/json", json.dumps(ERROR).encode()),
    "text": ("500 Internal Server Error", "text/plain", EVIL.encode()),
    "a page": ("502 Bad Gateway", "text/html", "<title>{}</title>".format(EVIL).encode()),
    "no JSON": ("200 OK", "application/json", EVIL.encode()),
}
COMMANDS = {
    "chat": ["chat", "hi", "-v"],
    "chat --json": ["chat", "hi", "--json"],
    "respond": ["respond", "hi", "-v"],
    "models": ["models"],
    "models --json": ["models", "--json"],
    "files list": ["files", "list"],
    "files get": ["files", "get", "file_1"],
    "files upload": ["files", "upload", "{folder}/a.txt"],
    "moderate": ["moderate", "hi"],
    "moderate --json": ["moderate", "hi", "--json"],
    "transcribe": ["transcribe", "{folder}/a.wav"],
    "image": ["image", "a cat", "-o", "{folder}/cat.png"],
    "batch status": ["batch", "status", "batch_1"],
    "files download": ["files", "download", "file_1", "-o", "{folder}/out"],
    "download": ["download", "file_1", "{folder}/out"],
    "api list": ["api", "models.list"],
    "api list --all": ["api", "models.list", "--all"],
    "api retrieve": ["api", "models.retrieve", "model=m"],
    "api stream": ["api", "responses.create", "model=m", "input=hi", "stream:=true"],
    "doctor": ["doctor"],
    "doctor --json": ["doctor", "--json"],
}


class HostileServer:
    """Answers every request by its path, or with the failure that is set."""

    def __init__(self) -> None:
        self.failure = ""

    def respond(self, connection: Any) -> None:
        request = connection.read_request()
        status, content_type, body = "200 OK", "application/json", json.dumps(RESPONSE).encode()
        if self.failure:
            status, content_type, body = FAILURES[self.failure]
        else:
            path = request.target.partition("?")[0]
            for part, kind, answer in ANSWERS:
                if part in path:
                    content_type, body = kind, answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                    break
            if b'"stream"' not in request.body and content_type == "text/event-stream":
                content_type, body = "application/json", json.dumps(CHAT if "chat" in path else RESPONSE).encode()
        head = "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}\r\n\r\n"
        connection.sock.sendall(head.format(status, content_type, len(body), HEADER).encode("latin-1") + body)


@pytest.fixture(scope="module")
def hostile() -> Iterator[Any]:
    server = HostileServer()
    with RawServer(forever(server.respond)) as raw:
        server.url = raw.url + "/v1"  # type: ignore[attr-defined]
        yield server


@pytest.fixture
def console(hostile: Any, tmp_path: Path) -> Console:
    hostile.failure = ""
    for name in ("a.txt", "a.wav"):
        (tmp_path / name).write_text("hello\n")
    value = Console()
    value.environment.update(OPENAI_API_KEY=KEY, OPENAI_BASE_URL=hostile.url, NO_COLOR="1")
    value.stdout_is_terminal = value.stderr_is_terminal = True
    return value


def shown(console: Console, command: str, folder: Path) -> str:
    """Return everything that a command prints, without the line breaks and the returns of progress bars."""
    words = [word.format(folder=folder) for word in COMMANDS[command]]
    options = [] if command.startswith("doctor") else ["--retries", "0"]
    _, out, err = console.run(*words, *options)
    return (out + err).replace("\n", "").replace("\r", "").replace("\t", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_texts_of_results_are_shown_without_control_characters(console: Console, tmp_path: Path, command: str) -> None:
    text = shown(console, command, tmp_path)
    assert text.isprintable(), repr(text)
    if "download" not in command and "doctor" not in command:
        assert "title" in text or "31m" in text  # a text of the server was shown


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("command", ["chat", "respond", "models", "api list", "image", "transcribe", "doctor --json"])
def test_texts_of_errors_are_shown_without_control_characters(
    console: Console, hostile: Any, tmp_path: Path, command: str, failure: str
) -> None:
    hostile.failure = failure
    text = shown(console, command, tmp_path)
    assert text.isprintable(), repr(text)
    assert "31m" in text  # of the request id, at least


def test_json_on_a_terminal_is_the_same_json(console: Console) -> None:
    _, out, _ = console.run("api", "models.retrieve", "model=m")
    assert json.loads(out)["id"] == EVIL
    console.stdout_is_terminal = False
    _, piped, _ = console.run("api", "models.retrieve", "model=m")
    assert json.loads(piped) == json.loads(out) and "\u202e" in piped


def test_the_name_of_a_downloaded_file_has_no_control_characters(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = console.run("files", "download", "file_1")
    assert (code, out) == (0, "file_1\n")
    assert (tmp_path / "file_1").read_bytes() == b"content"
