# SPDX-License-Identifier: MIT
"""Multipart uploads: requests, resuming, cancelling and rejected arguments, with both clients over real sockets."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import os
import threading

import pytest

from . import load, package
from .threaded_server import Handler, ThreadedServer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, Dict, Iterator, List, Set

AsyncOpenAI, OpenAI, InternalServerError = package.AsyncOpenAI, package.OpenAI, package.InternalServerError
ArgumentError, UploadError = load("call.errors").ArgumentError, load("call.errors").UploadError
FileSlice = load("helpers.upload_source").FileSlice

CONTENT = bytes(range(256)) * 40 + b"end"
PART_SIZE = 1000  # bytes
PARTS = 11
BOTH = pytest.mark.parametrize("mode", ["sync", "async"])


class Server(ThreadedServer):
    """Assembles uploads; responds with status 500 to the parts whose index is in `failing`."""

    def __init__(self) -> None:
        super().__init__(ServerHandler)
        self.parts: Dict[str, bytes] = {}
        self.paths: List[str] = []
        self.bodies: List[Any] = []
        self.failing: Set[int] = set()
        self.lock = threading.Lock()
        self.expires_at = 4_000_000_000

    def assembled(self) -> bytes:
        """Return the file that the last `complete` assembled."""
        return b"".join(self.parts[part] for part in self.bodies[-1]["part_ids"])


class ServerHandler(Handler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with self.server.lock:
            status, obj = self._respond(self.path[len("/v1") :], body)
        content = json.dumps(obj).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _respond(self, path: str, body: bytes) -> Any:
        server = self.server
        server.paths.append(path)
        if path.endswith("/parts"):
            data = body.split(b"\r\n\r\n", 1)[1].rpartition(b"\r\n--")[0]
            data = data[: data.rfind(b"\r\n--")] if data.endswith(b"--") else data
            start = CONTENT.find(data[:300]) if data else -1
            if len(server.parts) in server.failing:
                return 500, {"error": {"message": "no more"}}
            name = "part_{}_{}".format(len(server.parts), start)
            server.parts[name] = data
            return 200, {"id": name, "object": "upload.part"}
        server.bodies.append(json.loads(body) if body else None)
        return 200, {
            "id": "upload_1", "object": "upload", "status": "completed", "expires_at": server.expires_at,
            "file": {"id": "file-1", "object": "file"},
        }  # fmt: skip


@pytest.fixture()
def server() -> Iterator[Server]:
    """A running server."""
    with Server() as running:
        yield running


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    """A file on disk."""
    file = tmp_path / "big.bin"
    file.write_bytes(CONTENT)
    return file


def upload(mode: str, server: Server, **arguments: Any) -> Any:
    """Upload with a sync or async client."""
    arguments = {"mime_type": "text/plain", "purpose": "batch", "part_size": PART_SIZE, **arguments}
    options: Any = {"api_key": "k", "base_url": server.base_url, "environment": False, "max_retries": 0}
    if mode == "sync":
        with OpenAI(**options) as client:
            return client.uploads.upload_file_chunked(**arguments)

    async def main() -> Any:
        async with AsyncOpenAI(**options) as client:
            return await client.uploads.upload_file_chunked(**arguments)

    return asyncio.run(main())


@BOTH
@pytest.mark.parametrize("max_concurrency", [1, 4, 50])
def test_a_file_arrives_complete_and_in_order(mode: str, max_concurrency: int, server: Server, path: Path) -> None:
    calls: List[Any] = []
    completed = upload(
        mode, server, file=path, max_concurrency=max_concurrency, progress=lambda *counts: calls.append(counts)
    )
    assert completed.file.id == "file-1" and server.assembled() == CONTENT
    assert server.bodies[0] == {
        "bytes": len(CONTENT), "filename": "big.bin", "mime_type": "text/plain", "purpose": "batch"
    }  # fmt: skip
    assert set(server.bodies[1]) == {"part_ids"}
    assert calls[0] == (0, len(CONTENT)) and calls[-1] == (len(CONTENT),) * 2 and calls == sorted(calls)
    assert len(calls) == PARTS + 1


@BOTH
@pytest.mark.parametrize("form", ["str", "bytes", "memoryview", "open", "buffer"])
def test_every_form_of_a_file(mode: str, form: str, server: Server, path: Path) -> None:
    with open(str(path), "rb") as opened:
        forms = {
            "str": str(path), "bytes": CONTENT, "memoryview": memoryview(CONTENT), "open": opened,
            "buffer": io.BytesIO(CONTENT),
        }  # fmt: skip
        upload(mode, server, file=forms[form], filename="a.txt", bytes=len(CONTENT))
    assert server.assembled() == CONTENT and server.bodies[0]["filename"] == "a.txt"


def test_an_open_file_is_uploaded_from_its_current_position(server: Server) -> None:
    file = io.BytesIO(b"head" + CONTENT)
    file.seek(4)
    upload("sync", server, file=file, filename="x")
    assert server.assembled() == CONTENT and server.bodies[0]["bytes"] == len(CONTENT)


@BOTH
def test_a_failure_cancels_the_upload_and_is_raised(mode: str, server: Server, path: Path) -> None:
    server.failing = {2}
    with pytest.raises(InternalServerError, match="no more"):
        upload(mode, server, file=path, max_concurrency=1)
    assert "/uploads/upload_1/cancel" in server.paths and "/uploads/upload_1/complete" not in server.paths


def test_an_interrupt_cancels_the_upload_and_is_raised(server: Server, path: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        upload("sync", server, file=path, max_concurrency=2, progress=interrupt)
    assert "/uploads/upload_1/cancel" in server.paths


def test_cancelling_the_task_cancels_the_upload(server: Server, path: Path) -> None:
    async def main() -> None:
        started = asyncio.Event()
        options: Any = {"api_key": "k", "base_url": server.base_url, "environment": False}
        async with AsyncOpenAI(**options) as client:
            call = client.uploads.upload_file_chunked(
                file=path, mime_type="text/plain", purpose="batch", part_size=PART_SIZE, max_concurrency=1,
                progress=lambda done, total: started.set() if done else None,
            )  # fmt: skip
            task = asyncio.ensure_future(call)
            await started.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    # The server may receive the part that was being sent only after the cancellation.
    assert "/uploads/upload_1/cancel" in server.paths
    assert "/uploads/upload_1/complete" not in server.paths


@BOTH
def test_a_failed_upload_is_resumed_from_its_state(mode: str, server: Server, path: Path, tmp_path: Path) -> None:
    state, server.failing = tmp_path / "state.json", {3}
    with pytest.raises(InternalServerError):
        upload(mode, server, file=path, max_concurrency=1, state_file=state)
    assert len(json.loads(state.read_text())["parts"]) == 3
    assert "/uploads/upload_1/cancel" not in server.paths
    server.failing, server.paths = set(), []
    calls: List[Any] = []
    report = lambda *counts: calls.append(counts)  # noqa: E731
    upload(mode, server, file=path, max_concurrency=1, state_file=state, progress=report)
    assert server.paths == ["/uploads/upload_1/parts"] * (PARTS - 3) + ["/uploads/upload_1/complete"]
    assert server.assembled() == CONTENT and calls[0] == (3 * PART_SIZE, len(CONTENT))
    assert sorted(os.listdir(str(tmp_path))) == ["big.bin"]


@pytest.mark.parametrize(
    ("change", "name"),
    [({"part_size": 999}, "part_size"), ({"purpose": "vision"}, "purpose"), ({}, "size"), ({"md5": "ab"}, "md5")],
)
def test_the_state_of_another_upload_is_rejected(change: Any, name: str, server: Server, path: Path) -> None:
    state, server.failing = str(path) + ".state", {3}
    with pytest.raises(InternalServerError):
        upload("sync", server, file=path, state_file=state)
    if not change:
        path.write_bytes(CONTENT + b"more")
    sent = len(server.paths)
    with pytest.raises(UploadError, match="another upload: " + name):
        upload("sync", server, file=path, state_file=state, **change)
    assert len(server.paths) == sent and os.path.exists(state)


def test_an_expired_upload_starts_over(server: Server, path: Path) -> None:
    state, server.failing, server.expires_at = str(path) + ".state", {3}, 1
    with pytest.raises(InternalServerError):
        upload("sync", server, file=path, state_file=state)
    server.failing, server.paths = set(), []
    upload("sync", server, file=path, state_file=state)
    assert server.paths[0] == "/uploads" and server.assembled() == CONTENT


def test_an_invalid_state_file_is_rejected(server: Server, path: Path) -> None:
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
def test_the_checksum_is_sent_with_the_completion(mode: str, md5: Any, server: Server, path: Path) -> None:
    upload(mode, server, file=path, **md5)
    assert server.bodies[-1]["md5"] == hashlib.md5(CONTENT).hexdigest()  # noqa: S324


@BOTH
@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"md5": "00", "check": True}, UploadError, "md5"),
        ({"file": b"x"}, ArgumentError, "filename"),
        ({"file": b"", "filename": "x"}, UploadError, "file is empty"),
        ({"bytes": 3}, UploadError, "bytes"),
        ({"file": "/no/such/file"}, UploadError, "cannot read"),
        ({"file": io.StringIO("x")}, ArgumentError, "text mode"),
        ({"file": 3}, ArgumentError, "expected a path"),
        ({"part_size": 0}, ArgumentError, "part_size"),
        ({"max_concurrency": True}, ArgumentError, "max_concurrency"),
        ({"file": b"x", "filename": "x", "state_file": "s"}, ArgumentError, "state_file"),
    ],
)
def test_invalid_arguments_are_rejected_before_anything_is_sent(
    mode: str, arguments: Any, error: Any, message: str, server: Server, path: Path
) -> None:
    with pytest.raises(error, match=message):
        upload(mode, server, **{"file": path, **arguments})
    assert server.paths == []


@BOTH
@pytest.mark.parametrize("change", [b"", CONTENT + b"more"])
def test_a_file_that_changes_during_the_upload_is_an_error(
    mode: str, change: bytes, server: Server, path: Path
) -> None:
    def touch(done: int, total: int) -> None:
        if done:
            path.write_bytes(change)

    with pytest.raises(UploadError, match="changed"):
        upload(mode, server, file=path, max_concurrency=1, progress=touch)
    assert "/uploads/upload_1/cancel" in server.paths


def test_a_slice_reads_like_a_file() -> None:
    part = FileSlice(lambda offset, size: CONTENT[offset : offset + size], 10, 20)
    assert part.readable() and part.seekable()
    assert part.seek(0, os.SEEK_END) == 20 and part.read(5) == b""
    assert part.seek(-5, os.SEEK_CUR) == 15 and part.read() == CONTENT[25:30]
    assert part.seek(1) == part.tell() == 1 and part.read(3) == CONTENT[11:14]
