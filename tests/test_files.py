# SPDX-License-Identifier: MIT
"""Files of every sort: sent completely, over every transport and again for a retry, or refused before anything is sent.

The body of a request is a form, the raw content of a custom request, or the parts of a chunked upload.
"""

from __future__ import annotations

import gzip
import io
import mmap
import os
import sys
import tempfile
import threading
import zipfile
from pathlib import Path
from typing import Any, Callable, Dict, Iterator

import pytest

from . import load, package
from .test_chunked_uploads import server as upload_server  # noqa: F401  # a fixture
from .test_chunked_uploads import upload
from .test_clients_over_transports import resolve, run  # noqa: F401  # a fixture

file_source = load("call.file_source")
errors = load("call.errors")
UploadSource = load("helpers.upload_source").UploadSource

CONTENT = bytes(range(256)) * 1500  # more than one chunk
HEAD = b"head"


class Wrapper:
    """A file object that passes on calls; its seek() returns nothing."""

    def __init__(self, content: bytes = CONTENT) -> None:
        self.file = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self.file.read(size)

    def tell(self) -> int:
        return self.file.tell()

    def seek(self, offset: int, whence: int = 0) -> None:
        self.file.seek(offset, whence)


class Unmeasured(Wrapper):
    """A file that can be rewound, but not measured."""

    def seek(self, offset: int, whence: int = 0) -> None:
        if whence:
            raise OSError("no end")
        self.file.seek(offset)


class NoTell(Wrapper):
    tell: Any = None


class Device(Wrapper):
    """A device file: it has content, but its size is 0."""

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0

    def tell(self) -> int:
        return 0


class ReturnsViews(Wrapper):
    def read(self, size: int = -1) -> Any:
        return memoryview(self.file.read(size))


class ShortReads(io.BytesIO):
    def read(self, size: Any = -1) -> bytes:
        return super().read(min(size, 1000))


def mapped(path: Path) -> Any:
    with path.open("r+b") as file:
        return mmap.mmap(file.fileno(), 0)


def compressed(path: Path) -> Any:
    target = path.with_suffix(".gz")
    target.write_bytes(gzip.compress(CONTENT))
    return gzip.open(str(target))


def member(path: Path) -> Any:
    target = path.with_suffix(".zip")
    with zipfile.ZipFile(str(target), "w") as archive:
        archive.writestr("member", CONTENT)
    return zipfile.ZipFile(str(target)).open("member")


def temporary(path: Path) -> Any:
    file = tempfile.SpooledTemporaryFile(max_size=10)
    file.write(CONTENT)
    file.seek(0)
    return file


def pipe(path: Path) -> Any:
    read_end, write_end = os.pipe()

    def write() -> None:
        with os.fdopen(write_end, "wb") as writer:
            writer.write(CONTENT)

    threading.Thread(target=write).start()
    return os.fdopen(read_end, "rb")


def written(path: Path) -> Any:
    file = io.BytesIO()
    file.write(CONTENT)  # and not rewound, as after image.save(file)
    return file


def in_the_middle(path: Path) -> Any:
    file = Wrapper(HEAD + CONTENT)
    file.seek(len(HEAD))
    return file


GOOD: Dict[str, Callable[[Path], Any]] = {
    "path": lambda path: path,
    "open": lambda path: path.open("rb"),
    "unbuffered": lambda path: path.open("rb", buffering=0),
    "wrapper": lambda path: Wrapper(),
    "unmeasured": lambda path: Unmeasured(),
    "no tell": lambda path: NoTell(),
    "device": lambda path: Device(),
    "views": lambda path: ReturnsViews(),
    "short reads": lambda path: ShortReads(CONTENT),
    "mmap": mapped,
    "gzip": compressed,
    "zip": member,
    "temporary": temporary,
    "pipe": pipe,
    "written": written,
    "in the middle": in_the_middle,
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "data.bin"
    file.write_bytes(CONTENT)
    return file


@pytest.fixture
def make(path: Path) -> Iterator[Callable[[str], Any]]:
    """Return a function that makes a file of a sort; files are closed afterwards."""
    files = []

    def make(sort: str) -> Any:
        files.append(GOOD[sort](path))
        return files[-1]

    yield make
    for file in files:
        getattr(file, "close", int)()


@pytest.mark.parametrize("sort", GOOD)
def test_every_sort_of_file_is_read_completely_and_again(sort: str, make: Any) -> None:
    source = file_source.open_source("f", make(sort))
    assert source.length == len(CONTENT)
    assert b"".join(source.chunks()) == CONTENT
    half = source.chunks()
    next(half)
    assert b"".join(source.chunks()) == CONTENT
    source.close()


@pytest.mark.parametrize("sort", sorted(set(GOOD) - {"path"}))
def test_every_sort_of_file_is_uploaded_in_parts(sort: str, make: Any) -> None:
    file = make(sort)
    source = UploadSource(file)
    parts = [source.read_at(start, 1 << 16) for start in range(0, source.size, 1 << 16)]
    assert b"".join(parts) == CONTENT and {len(part) for part in parts[:-1]} == {1 << 16}
    source.check_unchanged()
    source.close()
    source.close()
    assert not getattr(file, "closed", False)


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_a_pipe_is_uploaded_in_parts(mode: str, upload_server: Any) -> None:  # noqa: F811
    content = b"".join(b"%07d\n" % number for number in range(500))
    read_end, write_end = os.pipe()
    with os.fdopen(write_end, "wb") as writer:
        writer.write(content)
    with os.fdopen(read_end, "rb") as file:
        upload(mode, upload_server, file=file, filename="p.txt", part_size=1000)
    assert b"".join(upload_server.parts[name] for name in upload_server.bodies[-1]["part_ids"]) == content
    assert upload_server.bodies[0]["bytes"] == len(content)


def test_an_open_file_that_grows_during_a_chunked_upload_is_an_error(upload_server: Any) -> None:  # noqa: F811
    file = io.BytesIO(b"x" * 3000)

    def grow(done: int, total: int) -> None:
        if done == total:
            file.seek(0, os.SEEK_END)
            file.write(b"more")

    with pytest.raises(errors.UploadError, match="file: it grew during the upload"):
        upload("sync", upload_server, file=file, filename="x", part_size=1000, max_concurrency=1, progress=grow)
    assert "/uploads/upload_1/cancel" in upload_server.paths


# Refused before anything is sent


class Async:
    """A file of an async library."""

    name = "a"

    async def read(self, size: int = -1) -> bytes:
        return b""

    async def tell(self) -> int:
        return 0

    async def seek(self, offset: int, whence: int = 0) -> int:
        return 0


class AsyncRead:
    async def read(self, size: int = -1) -> bytes:
        return b""


class Upload(AsyncRead):
    """A file of an async web framework."""

    async def seek(self, offset: int) -> None:
        pass


class NoSize:
    def read(self) -> bytes:
        return b"x"


class ReadsNothingUseful:
    def read(self, size: int = -1) -> int:
        return 5


def closed() -> Any:
    file = io.BytesIO(b"x")
    file.close()
    return file


BAD = {
    "text": (
        lambda path: path.open("r"),
        errors.ArgumentError,
        "the file is open in text mode; open it with mode 'rb'",
    ),
    "text temporary": (lambda path: tempfile.SpooledTemporaryFile(mode="w+"), errors.ArgumentError, "text mode"),
    "text named": (lambda path: tempfile.NamedTemporaryFile(mode="w+"), errors.ArgumentError, "text mode"),
    "StringIO": (lambda path: io.StringIO("x"), errors.ArgumentError, "text mode"),
    "write-only": (lambda path: path.open("ab"), errors.UploadError, "cannot read the file"),
    "closed": (lambda path: closed(), errors.UploadError, "cannot read the file: I/O operation on closed file"),
    "async": (lambda path: Async(), errors.ArgumentError, "the file is asynchronous; pass its path"),
    "async read": (lambda path: AsyncRead(), errors.ArgumentError, "the file is asynchronous; pass its path"),
    "async upload": (lambda path: Upload(), errors.ArgumentError, "the file is asynchronous; pass its path"),
    "read() without a size": (lambda path: NoSize(), errors.UploadError, "cannot read the file: .*argument"),
    "read() of numbers": (lambda path: ReadsNothingUseful(), errors.UploadError, "expected bytes .* got int"),
    "directory": (lambda path: path.parent, errors.UploadError, "cannot read .*: (Is a directory|Permission denied)"),
    "missing": (lambda path: path.parent / "none", errors.UploadError, "cannot read .*: No such file"),
}


@pytest.mark.parametrize("sort", BAD)
def test_bad_files_are_refused_before_anything_is_sent(sort: str, path: Path, server: Any, upload_server: Any) -> None:  # noqa: F811
    make, error, message = BAD[sort]
    file: Any = make(path)
    try:
        with package.OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
            with pytest.raises(error, match="file: .*" + message):
                client.files.create(file=file, purpose="assistants")
            with pytest.raises(error, match="file: .*" + message):
                client.files.create(file=("name.txt", file), purpose="assistants")
            with pytest.raises(error, match="content: .*" + message):
                client.post("/x", content=file)
        with pytest.raises(error, match="file: .*" + message):
            upload("sync", upload_server, file=file, filename="x")
    finally:
        getattr(file, "close", int)()
    assert server.requests == [] and upload_server.paths == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_the_path_of_a_named_pipe_is_refused_without_opening_it(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(str(fifo))  # opening it would wait for a writer
    for make in (lambda: file_source.open_source("file", fifo), lambda: UploadSource(fifo)):
        with pytest.raises(errors.UploadError, match="file: '.*fifo' has no length; open it and pass the file object"):
            make()


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="no /proc here")
def test_a_special_file_whose_size_is_zero_is_sent() -> None:
    source = file_source.open_source("f", Path("/proc/self/status"))
    assert source.length > 100 and b"Pid:" in b"".join(source.chunks())
    source.close()


def test_a_copy_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_source, "MAX_SPOOL_SIZE", 1 << 20)
    chunks = iter(lambda: b"x" * 1000, None)  # endless
    with pytest.raises(errors.UploadError, match="f: it has more than 1048576 bytes and cannot be rewound; save it"):
        file_source.spool("f", chunks)


# Raw content


@pytest.mark.parametrize("sort", [*GOOD, "iterator", "list", "bytes", "bytearray", "str"])
def test_raw_content_of_every_sort(sort: str, make: Any) -> None:
    others: Dict[str, Any] = {
        "iterator": iter([CONTENT[:9], bytearray(CONTENT[9:])]),
        "list": [CONTENT],
        "bytes": CONTENT,
        "bytearray": bytearray(CONTENT),
        "str": "é",
    }
    body = file_source.raw_body("content", others[sort] if sort in others else make(sort))
    expected = "é".encode() if sort == "str" else CONTENT
    if isinstance(body, bytes):
        assert body == expected
    else:
        assert body.length == len(body) == len(expected)
        assert b"".join(body) == b"".join(body) == expected
        body.close()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (5, "expected bytes, a path object or a readable binary file, got int"),
        ({"a": 1}, "expected bytes, a path object or a readable binary file, got dict"),
        (["text"], r"expected bytes from the file's read\(\), got str"),
        ("\ud800", "lone surrogate"),
    ],
)
def test_invalid_raw_content_is_refused(content: Any, message: str) -> None:
    with pytest.raises((errors.ArgumentError, errors.UploadError), match="content: .*" + message):
        file_source.raw_body("content", content)


# Over every transport


def test_files_are_sent_again_for_a_retry(run: Any, server: Any, make: Any) -> None:  # noqa: F811
    async def scenario(client: Any) -> None:
        for sort in ("in the middle", "pipe"):
            server.inject_fault("status=503; retry-after-ms=1")
            file = await resolve(client.files.create(file=make(sort), purpose="assistants"))
            assert file.bytes == len(CONTENT)
        server.inject_fault("status=503; retry-after-ms=1")
        with pytest.raises(package.NotFoundError):
            await resolve(client.post("/raw", content=make("written")))

    run(scenario, max_retries=1)
    assert len(server.requests) == 6
    for request in server.requests:
        content = request.body if request.path.endswith("/raw") else request.parts()[-1].content
        assert content == CONTENT


class Changes(io.BytesIO):
    """A file whose size is another one while it is sent; it tells an earlier size."""

    def __init__(self, size: int, announced: int) -> None:
        super().__init__(b"x" * size)
        self.announced = announced

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at_end = whence == os.SEEK_END
        return super().seek(offset, whence)

    def tell(self) -> int:
        return self.announced if getattr(self, "at_end", False) else super().tell()


def test_a_file_that_changes_while_it_is_sent_is_an_error_and_closes_the_connection(
    run: Any,  # noqa: F811
    server: Any,
) -> None:
    size = 300_000

    async def scenario(client: Any) -> None:
        await resolve(client.models.list())
        for announced in (size // 2, size - 1, size + 1, 2 * size):
            for call in (
                lambda: client.files.create(file=Changes(size, announced), purpose="assistants"),  # noqa: B023
                lambda: client.post("/raw", content=Changes(size, announced)),  # noqa: B023
            ):
                with pytest.raises(errors.UploadError, match="the size of the file changed while it was sent"):
                    await resolve(call())
        await resolve(client.models.list())

    run(scenario)
    assert [request.method for request in server.requests] == ["GET", "GET"], "an incomplete request was accepted"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of subprocesses")
def test_standard_input_is_uploaded(upload_server: Any, tmp_path: Path) -> None:  # noqa: F811
    import subprocess

    from .test_cli_uploads import FOLDER, PACKAGE, TIMEOUT

    environment = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    environment.update(
        OPENAI_API_KEY="key", OPENAI_BASE_URL=upload_server.base_url, NO_PROXY="*",
        PYTHONPATH=str(FOLDER.parents[PACKAGE.count(".")]),
    )  # fmt: skip
    command = [sys.executable, "-m", PACKAGE, "upload", "-", "--purpose", "batch", "--filename", "a.jsonl"]
    options: Any = {"env": environment, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": TIMEOUT}
    done = subprocess.run(command, input=b"from a pipe", **options)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [b"file-1"], b""), done
    assert upload_server.bodies[0] == {
        "bytes": 11,
        "filename": "a.jsonl",
        "mime_type": "text/jsonl",
        "purpose": "batch",
    }
    assert list(upload_server.parts.values()) == [b"from a pipe"]
    done = subprocess.run(command[:-2], input=b"", **options)
    assert (done.returncode, done.stderr) == (1, b"error: file: the file is empty\n")
