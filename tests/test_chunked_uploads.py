# SPDX-License-Identifier: MIT
"""Uploads in parts: what is sent, what is resumed, what is cancelled, what is refused; both clients, real sockets."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from . import load, package

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, Dict, Iterator, List, Set

AsyncOpenAI, OpenAI, InternalServerError = package.AsyncOpenAI, package.OpenAI, package.InternalServerError
ArgumentError, UploadError = load("call.errors").ArgumentError, load("call.errors").UploadError
FileSlice = load("helpers.uploads").FileSlice

CONTENT = bytes(range(256)) * 40 + b"end"
PART = 1000
PARTS = 11
BOTH = pytest.mark.parametrize("kind", ["sync", "async"])


class Server(ThreadingHTTPServer):
    """Puts uploads together; refuses the parts whose first bytes are in `refused`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.parts: Dict[str, bytes] = {}
        self.paths: List[str] = []
        self.bodies: List[Any] = []
        self.refused: Set[int] = set()
        self.lock = threading.Lock()
        self.expires_at = 4_000_000_000
        self.base_url = "http://127.0.0.1:{}/v1".format(self.server_address[1])

    def whole(self) -> bytes:
        """Return the file that the last `complete` put together."""
        return b"".join(self.parts[part] for part in self.bodies[-1]["part_ids"])


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with self.server.lock:
            status, found = self._answer(self.path[len("/v1") :], body)
        answer = json.dumps(found).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def _answer(self, path: str, body: bytes) -> Any:
        server = self.server
        server.paths.append(path)
        if path.endswith("/parts"):
            data = body.split(b"\r\n\r\n", 1)[1].rpartition(b"\r\n--")[0]
            data = data[: data.rfind(b"\r\n--")] if data.endswith(b"--") else data
            start = CONTENT.find(data[:300]) if data else -1
            if len(server.parts) in server.refused:
                return 500, {"error": {"message": "no more"}}
            name = "part_{}_{}".format(len(server.parts), start)
            server.parts[name] = data
            return 200, {"id": name, "object": "upload.part"}
        server.bodies.append(json.loads(body) if body else None)
        return 200, {
            "id": "upload_1", "object": "upload", "status": "completed", "expires_at": server.expires_at,
            "file": {"id": "file-1", "object": "file"},
        }  # fmt: skip

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture()
def server() -> Iterator[Server]:
    """A server for uploads."""
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield made
        made.shutdown()
        thread.join(30)


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    """A file on disk."""
    made = tmp_path / "big.bin"
    made.write_bytes(CONTENT)
    return made


def upload(kind: str, server: Server, **arguments: Any) -> Any:
    """Upload with a client of that kind."""
    asked = {"mime_type": "text/plain", "purpose": "batch", "part_size": PART, **arguments}
    options: Any = {"api_key": "k", "base_url": server.base_url, "environment": False, "max_retries": 0}
    if kind == "sync":
        with OpenAI(**options) as client:
            return client.uploads.upload_file_chunked(**asked)

    async def main() -> Any:
        async with AsyncOpenAI(**options) as client:
            return await client.uploads.upload_file_chunked(**asked)

    return asyncio.run(main())


@BOTH
@pytest.mark.parametrize("parallel", [1, 4, 50])
def test_a_file_arrives_whole_and_in_order(kind: str, parallel: int, server: Server, path: Path) -> None:
    told: List[Any] = []
    done = upload(kind, server, file=path, max_concurrency=parallel, progress=lambda *now: told.append(now))
    assert done.file.id == "file-1" and server.whole() == CONTENT
    assert server.bodies[0] == {
        "bytes": len(CONTENT), "filename": "big.bin", "mime_type": "text/plain", "purpose": "batch"
    }  # fmt: skip
    assert set(server.bodies[1]) == {"part_ids"}
    assert told[0] == (0, len(CONTENT)) and told[-1] == (len(CONTENT),) * 2 and told == sorted(told)
    assert len(told) == PARTS + 1


@BOTH
@pytest.mark.parametrize("shape", ["str", "bytes", "memoryview", "open", "buffer"])
def test_what_may_be_a_file(kind: str, shape: str, server: Server, path: Path) -> None:
    with open(str(path), "rb") as opened:
        shapes = {
            "str": str(path), "bytes": CONTENT, "memoryview": memoryview(CONTENT), "open": opened,
            "buffer": io.BytesIO(CONTENT),
        }  # fmt: skip
        upload(kind, server, file=shapes[shape], filename="a.txt", bytes=len(CONTENT))
    assert server.whole() == CONTENT and server.bodies[0]["filename"] == "a.txt"


def test_an_open_file_is_uploaded_from_where_it_stands(server: Server) -> None:
    file = io.BytesIO(b"head" + CONTENT)
    file.seek(4)
    upload("sync", server, file=file, filename="x")
    assert server.whole() == CONTENT and server.bodies[0]["bytes"] == len(CONTENT)


@BOTH
def test_a_failure_cancels_the_upload_and_is_raised(kind: str, server: Server, path: Path) -> None:
    server.refused = {2}
    with pytest.raises(InternalServerError, match="no more"):
        upload(kind, server, file=path, max_concurrency=1)
    assert "/uploads/upload_1/cancel" in server.paths and "/uploads/upload_1/complete" not in server.paths


def test_an_interrupt_cancels_the_upload_and_passes(server: Server, path: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        upload("sync", server, file=path, max_concurrency=2, progress=interrupt)
    assert "/uploads/upload_1/cancel" in server.paths


def test_cancelling_the_task_cancels_the_upload(server: Server, path: Path) -> None:
    async def main() -> None:
        begun = asyncio.Event()
        options: Any = {"api_key": "k", "base_url": server.base_url, "environment": False}
        async with AsyncOpenAI(**options) as client:
            call = client.uploads.upload_file_chunked(
                file=path, mime_type="text/plain", purpose="batch", part_size=PART, max_concurrency=1,
                progress=lambda done, total: begun.set() if done else None,
            )  # fmt: skip
            task = asyncio.ensure_future(call)
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    # The server may see the part that was on its way only after that.
    assert "/uploads/upload_1/cancel" in server.paths
    assert "/uploads/upload_1/complete" not in server.paths


@BOTH
def test_a_failed_upload_is_resumed_from_its_state(kind: str, server: Server, path: Path, tmp_path: Path) -> None:
    state, server.refused = tmp_path / "state.json", {3}
    with pytest.raises(InternalServerError):
        upload(kind, server, file=path, max_concurrency=1, state_file=state)
    assert len(json.loads(state.read_text())["parts"]) == 3
    assert "/uploads/upload_1/cancel" not in server.paths
    server.refused, server.paths = set(), []
    told: List[Any] = []
    upload(kind, server, file=path, max_concurrency=1, state_file=state, progress=lambda *now: told.append(now))
    assert server.paths == ["/uploads/upload_1/parts"] * (PARTS - 3) + ["/uploads/upload_1/complete"]
    assert server.whole() == CONTENT and told[0] == (3 * PART, len(CONTENT))
    assert sorted(os.listdir(str(tmp_path))) == ["big.bin"]


@pytest.mark.parametrize(
    ("change", "named"),
    [({"part_size": 999}, "part_size"), ({"purpose": "vision"}, "purpose"), ({}, "size"), ({"md5": "ab"}, "md5")],
)
def test_a_state_of_another_upload_is_refused(change: Any, named: str, server: Server, path: Path) -> None:
    state, server.refused = str(path) + ".state", {3}
    with pytest.raises(InternalServerError):
        upload("sync", server, file=path, state_file=state)
    if not change:
        path.write_bytes(CONTENT + b"more")
    sent = len(server.paths)
    with pytest.raises(UploadError, match="another upload: " + named):
        upload("sync", server, file=path, state_file=state, **change)
    assert len(server.paths) == sent and os.path.exists(state)


def test_a_state_that_the_server_has_forgotten_begins_anew(server: Server, path: Path) -> None:
    state, server.refused, server.expires_at = str(path) + ".state", {3}, 1
    with pytest.raises(InternalServerError):
        upload("sync", server, file=path, state_file=state)
    server.refused, server.paths = set(), []
    upload("sync", server, file=path, state_file=state)
    assert server.paths[0] == "/uploads" and server.whole() == CONTENT


def test_a_state_that_is_none_is_refused(server: Server, path: Path) -> None:
    state = path.with_name("state")
    state.write_text("[1]")
    with pytest.raises(UploadError, match="not the state of an upload"):
        upload("sync", server, file=path, state_file=state)
    assert server.paths == []


@BOTH
@pytest.mark.parametrize(
    "md5",
    [
        {"md5": True},
        {"md5": hashlib.md5(CONTENT).hexdigest(), "check": True},
        {"md5": hashlib.md5(CONTENT).hexdigest()},
    ],  # noqa: S324
)
def test_the_checksum_is_sent_in_the_end(kind: str, md5: Any, server: Server, path: Path) -> None:
    upload(kind, server, file=path, **md5)
    assert server.bodies[-1]["md5"] == hashlib.md5(CONTENT).hexdigest()  # noqa: S324


@BOTH
@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"md5": "00", "check": True}, UploadError, "md5"),
        ({"file": b"x"}, ArgumentError, "filename"),
        ({"file": b"", "filename": "x"}, UploadError, "nothing in it"),
        ({"bytes": 3}, UploadError, "bytes"),
        ({"file": "/no/such/file"}, UploadError, "cannot read"),
        ({"file": io.StringIO("x")}, ArgumentError, "text mode"),
        ({"file": 3}, ArgumentError, "expected a path"),
        ({"part_size": 0}, ArgumentError, "part_size"),
        ({"max_concurrency": True}, ArgumentError, "max_concurrency"),
        ({"file": b"x", "filename": "x", "state_file": "s"}, ArgumentError, "state_file"),
    ],
)
def test_what_cannot_be_uploaded_is_refused_before_anything_is_sent(
    kind: str, arguments: Any, error: Any, said: str, server: Server, path: Path
) -> None:
    with pytest.raises(error, match=said):
        upload(kind, server, **{"file": path, **arguments})
    assert server.paths == []


@BOTH
@pytest.mark.parametrize("change", [b"", CONTENT + b"more"])
def test_a_file_that_changes_on_the_way_is_an_error(kind: str, change: bytes, server: Server, path: Path) -> None:
    def touch(done: int, total: int) -> None:
        if done:
            path.write_bytes(change)

    with pytest.raises(UploadError, match="changed"):
        upload(kind, server, file=path, max_concurrency=1, progress=touch)
    assert "/uploads/upload_1/cancel" in server.paths


def test_a_slice_is_a_file_of_its_own() -> None:
    piece = FileSlice(lambda offset, size: CONTENT[offset : offset + size], 10, 20)
    assert piece.readable() and piece.seekable()
    assert piece.seek(0, os.SEEK_END) == 20 and piece.read(5) == b""
    assert piece.seek(-5, os.SEEK_CUR) == 15 and piece.read() == CONTENT[25:30]
    assert piece.seek(1) == piece.tell() == 1 and piece.read(3) == CONTENT[11:14]
