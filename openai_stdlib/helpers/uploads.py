# SPDX-License-Identifier: MIT
"""`uploads.upload_file_chunked`: large files in parts, several at a time, never held in memory.

`FileSlice` is what a part is read from. An upload with a `state_file` outlives its process: given the same arguments, it
goes on with the parts that are missing. Neighbours: flow.py carries the steps out; polling.py attaches files.
"""

from __future__ import annotations

import io
import os
import time
from functools import partial

from ..call.errors import ArgumentError, UploadError
from ..call.sentinels import is_given, strip_not_given
from .flow import Gather, run_flow
from .polling import call_operation, unwrap_client

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

    from .flow import Flow

PART_SIZE = 64 * 1024 * 1024  # bytes; the API takes no larger parts
BLOCK = 1024 * 1024  # bytes read at once for a digest
CANCEL_TIMEOUT = 10.0  # seconds that giving up may take


class FileSlice(io.RawIOBase):
    """A readable, seekable piece of a file. Holds nothing open, so any number can be read at the same time."""

    def __init__(self, read_at: Callable[[int, int], bytes], offset: int, length: int) -> None:
        super().__init__()
        self._read_at = read_at
        self._offset, self._length, self._place = offset, length, 0

    def readable(self) -> bool:
        """Say yes."""
        return True

    def seekable(self) -> bool:
        """Say yes."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place in the piece."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._length}[whence]
        self._place = max(0, start + offset)
        return self._place

    def tell(self) -> int:
        """Return the place in the piece."""
        return self._place

    def read(self, size: Optional[int] = -1) -> bytes:
        """Return at most `size` bytes; none at the end of the piece."""
        left = max(0, self._length - self._place)
        data = self._read_at(self._offset + self._place, left if size is None or size < 0 else min(size, left))
        self._place += len(data)
        return data


class UploadSource:
    """What is uploaded: its size, its time if it is on disk, and `read_at(offset, size)`, for any thread."""

    def __init__(self, file: Any) -> None:
        self.path = os.fspath(file) if isinstance(file, (str, os.PathLike)) else None
        self.time: Optional[int] = None
        if self.path is not None:
            self.name: Any = os.path.basename(os.fsdecode(self.path))
            self.size, self.time = self._stat()
            self.read_at = self._from_disk
            self.read_at(0, 1)  # now rather than when the upload exists
        elif isinstance(file, (bytes, bytearray, memoryview)):
            view = memoryview(file).cast("B")
            self.name, self.size = None, len(view)
            self.read_at = lambda offset, size: bytes(view[offset : offset + size])
        else:
            self._from_file_object(file)

    def _from_file_object(self, file: Any) -> None:
        """Use an open file, from where it stands; it has one place, so its readers take turns."""
        from threading import Lock

        if isinstance(file, io.TextIOBase):
            raise ArgumentError("file: the file is open in text mode; open it with mode 'rb'")
        try:
            start = file.tell()
            self.size = file.seek(0, os.SEEK_END) - start
            file.seek(start)
        except (AttributeError, OSError, ValueError, TypeError) as error:
            said = "file: expected a path, bytes or a binary file that can be rewound, got {}"
            raise ArgumentError(said.format(type(file).__name__)) from error
        name, lock = getattr(file, "name", None), Lock()
        self.name = os.path.basename(name) if isinstance(name, str) else None

        def read_at(offset: int, size: int) -> bytes:
            with lock:
                file.seek(start + offset)
                data: bytes = file.read(size)
                return data

        self.read_at = read_at

    def _stat(self) -> Any:
        try:
            found = os.stat(self.path or "")
        except (OSError, ValueError) as error:
            said = getattr(error, "strerror", None) or error
            raise UploadError("file: cannot read {!r}: {}".format(self.path, said)) from error
        return found.st_size, found.st_mtime_ns

    def _from_disk(self, offset: int, size: int) -> bytes:
        try:
            with open(self.path or "", "rb", buffering=0) as file:
                file.seek(offset)
                return file.read(size)
        except (OSError, ValueError) as error:
            said = getattr(error, "strerror", None) or error
            raise UploadError("file: cannot read {!r}: {}".format(self.path, said)) from error

    def check(self) -> None:
        """Raise UploadError if the file on disk is not what it was."""
        if self.path is not None and self._stat() != (self.size, self.time):
            raise UploadError("file: {!r} changed while it was uploaded".format(self.path))

    def digest(self) -> str:
        """Return the MD5 of all of it, in hex; the API's checksum, no matter of security."""
        import hashlib
        import sys

        md5 = hashlib.md5(**({"usedforsecurity": False} if sys.version_info >= (3, 9) else {}))  # type: ignore[arg-type]  # noqa: S324
        for offset in range(0, self.size, BLOCK):
            md5.update(self.read_at(offset, BLOCK))
        return md5.hexdigest()


class UploadState:
    """How far an upload is: its id and the ids of its parts by number; on disk too if there is a path for it."""

    def __init__(self, path: Any, asked: Dict[str, Any]) -> None:
        self.path, self.parameters = path, asked
        self.upload_id = ""
        self.expires_at: Any = None
        self.parts: Dict[int, str] = {}
        if path is not None and os.path.exists(path):
            self._load()

    def _load(self) -> None:
        import json

        try:
            with open(self.path, encoding="utf-8") as file:
                said = json.load(file)
            asked, upload_id = said["asked"], said["upload_id"]
            parts = {int(number): part for number, part in said["parts"].items()}
            expires_at = said.get("expires_at")
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise UploadError("state_file: {!r} is not the state of an upload: {}".format(self.path, error)) from error
        for name, value in self.parameters.items():
            if asked.get(name) != value:
                raise UploadError(
                    "state_file: {!r} belongs to another upload: {} was {!r}, is {!r}; remove it to begin anew".format(
                        self.path, name, asked.get(name), value
                    )
                )
        if not isinstance(expires_at, (int, float)) or time.time() < expires_at:  # else the server has forgotten it
            self.upload_id, self.parts, self.expires_at = upload_id, parts, expires_at

    def save(self) -> None:
        """Write the state, whole or not at all."""
        if self.path is None:
            return
        import json

        from ..results.binary import AtomicWriter

        said = {
            "upload_id": self.upload_id,
            "expires_at": self.expires_at,
            "asked": self.parameters,
            "parts": self.parts,
        }
        with AtomicWriter(self.path) as file:
            file.write(json.dumps(said, indent=1).encode())

    def remove(self) -> None:
        """Remove the file."""
        if self.path is not None and os.path.exists(self.path):
            os.unlink(self.path)


def upload_file_chunked(
    client: Any,
    *,
    file: Any,
    mime_type: str,
    purpose: str,
    filename: Optional[str] = None,
    bytes: Optional[int] = None,
    part_size: Optional[int] = None,
    md5: Any = None,
    check: bool = False,
    max_concurrency: int = 4,
    state_file: Any = None,
    progress: Any = None,
    **options: Any,
) -> Any:
    """Upload a file in parts and return the completed Upload, whose `file` is the file; a coroutine if async.

    `file` is a path, bytes or a binary file that can be rewound; what has no name needs `filename`. `part_size` is in
    bytes, 64 MiB by default; `parallel` parts travel at a time. `md5` is the checksum in hex for the server to check,
    or True to compute it; with `check=True` a given one is compared with the file before anything is sent.

    With `state_file`, a path, a failed upload of a file on disk can be resumed with the same arguments; it is removed
    in the end. Without, a failure cancels the upload on the server. `progress(done, total)` counts bytes, part by part.
    `expires_after` and the options of every call are taken too.

    Raises UploadError, a ValueError, for a file that is empty, cannot be read, changes, or differs from `bytes`, `md5`
    or the state; ArgumentError for arguments that cannot be; and what the calls raise.
    """
    asked = {"purpose": purpose, "mime_type": mime_type, "filename": filename, "md5": md5}
    asked = {name: value if is_given(value) else None for name, value in asked.items()}
    asked["part_size"] = part_size if is_given(part_size) else PART_SIZE
    return run_flow(
        unwrap_client(client),
        _upload_flow(
            unwrap_client(client),
            file,
            asked,
            bytes,
            check,
            max_concurrency,
            state_file,
            progress,
            strip_not_given(options),
        ),
    )


def _validate(file: Any, asked: Dict[str, Any], length: Any, parallel: Any, state_file: Any) -> UploadSource:
    """Look at all that can be wrong before anything is sent."""
    for name, value in (("part_size", asked["part_size"]), ("max_concurrency", parallel)):
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise ArgumentError("{}: expected a number from 1 on, got {!r}".format(name, value))
    content = UploadSource(file)
    asked["filename"] = asked["filename"] or content.name
    if not asked["filename"]:
        raise ArgumentError("filename: it is needed for a file without a name of its own")
    if state_file is not None and content.path is None:
        raise ArgumentError("state_file: only the upload of a file by its path can be resumed")
    if not content.size:
        raise UploadError("file: there is nothing in it")
    if length is not None and length != content.size:
        raise UploadError("bytes: {!r} were said, the file has {}".format(length, content.size))
    asked["size"], asked["mtime"] = content.size, content.time
    return content


def _upload_flow(
    client: Any,
    file: Any,
    asked: Dict[str, Any],
    length: Any,
    check: bool,
    parallel: Any,
    state_file: Any,
    progress: Any,
    options: Dict[str, Any],
) -> Flow:
    content = _validate(file, asked, length, parallel, state_file)
    if asked["md5"] is True or (check and asked["md5"]):
        digest = yield in_thread(client, content.digest)
        if asked["md5"] is not True and asked["md5"].lower() != digest:
            raise UploadError("md5: the file's is {}, not {}".format(digest, asked["md5"]))
        asked["md5"] = digest
    state = UploadState(state_file, asked)
    once = {"expires_after": options.pop("expires_after")} if "expires_after" in options else {}
    try:
        if not state.upload_id:
            names = {name: asked[name] for name in ("filename", "mime_type", "purpose")}
            made = yield partial(
                call_operation, client, "uploads.create", {"bytes": content.size, **names, **once, **options}
            )
            state.upload_id, state.expires_at = made.id, getattr(made, "expires_at", None)
            state.save()
        yield _upload_parts(client, content, state, parallel, progress, options)
        content.check()
        last = {"upload_id": state.upload_id, "part_ids": [state.parts[number] for number in sorted(state.parts)]}
        done = yield partial(
            call_operation,
            client,
            "uploads.complete",
            {**last, **({"md5": asked["md5"]} if asked["md5"] else {}), **options},
        )
    except GeneratorExit:
        raise
    except BaseException:
        if state.path is None and state.upload_id:
            yield from _cancel_upload(client, state.upload_id)
        raise
    state.remove()
    return done


def _upload_parts(
    client: Any, content: UploadSource, state: UploadState, parallel: int, progress: Any, options: Dict[str, Any]
) -> Gather:
    """Return the step that uploads the parts that are missing."""
    size = state.parameters["part_size"]
    missing = [number for number in range(-(-content.size // size)) if number not in state.parts]

    def length(number: int) -> int:
        return min(size, content.size - number * size)  # type: ignore[no-any-return]

    def part(number: int) -> Any:
        data = FileSlice(content.read_at, number * size, length(number))
        return call_operation(client, "uploads.parts.create", {"upload_id": state.upload_id, "data": data, **options})

    def report() -> None:
        if progress is not None:
            progress(sum(length(number) for number in state.parts), content.size)

    def done(place: int, made: Any) -> None:
        state.parts[missing[place]] = made.id
        state.save()
        report()

    report()
    steps: List[Callable[[], Any]] = [partial(part, number) for number in missing]
    return Gather(steps, parallel, done)


def _cancel_upload(client: Any, upload_id: str) -> Flow:
    """Cancel an upload if that is possible; what went wrong before is what counts."""
    try:
        yield partial(call_operation, client, "uploads.cancel", {"upload_id": upload_id, "timeout": CANCEL_TIMEOUT})
    except GeneratorExit:
        raise
    except BaseException:  # noqa: S110  # the first failure is raised in any case
        pass


def in_thread(client: Any, work: Callable[[], Any]) -> Callable[[], Any]:
    """Return a step for work that takes its time: with the async client it is done in a thread."""
    if not client._class_prefix:
        return work

    def step() -> Any:
        from asyncio import get_running_loop

        return get_running_loop().run_in_executor(None, work)

    return step
