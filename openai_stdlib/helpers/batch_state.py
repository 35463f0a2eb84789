# SPDX-License-Identifier: MIT
"""The state of a run of batches: one small file of JSON, replaced atomically, and the rows and results beside it.

`STATE` tells what was sent; the folder `STATE.parts` has the rows of each batch and the files that the server returned,
until the results are written to the output. `STATE.lock` keeps a second process away.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import contextmanager, suppress

from ..call.errors import ArgumentError
from ..call.file_lock import try_lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any, Dict, Iterator, List, Optional

    Attempt = Dict[str, Any]

VERSION = 1
KIND = "batch run"
PART_NAME = re.compile(r"order$|part-\d+-\d+\.jsonl")
ACTIVE = frozenset(("validating", "in_progress", "finalizing", "cancelling"))


class BatchState:
    """What is known of a run. `data` is the content of the state file:

    id, created_at      of the run, made here; the metadata of each batch has the id
    input               of the rows: sha256 of them as they are sent, rows, and path, size and mtime_ns of a file
    output              path of the output, relative to the state file if possible
    options             of the run, which later processes repeat
    groups              url and model of each group of rows that may share a batch
    parts               each with its group, rows, and attempts: batches, of which all but the first repeat what failed
    status              prepared, merging, finished or cancelled; absent before all rows were read
    completed, failed   rows, once the run is finished
    """

    def __init__(self, path: str) -> None:
        self.path: str = os.path.abspath(path)
        self.folder: str = self.path + ".parts"
        self.data: Dict[str, Any] = {}
        self._lock: Optional[IO[bytes]] = None

    @property
    def is_prepared(self) -> bool:
        """Whether all rows were read; before, nothing was sent."""
        return bool(self.data.get("status"))

    @property
    def is_finished(self) -> bool:
        """Whether the output is complete."""
        return self.data.get("status") == "finished"

    @property
    def is_cancelled(self) -> bool:
        """Whether the command or the program has cancelled the run: nothing is sent any more."""
        return bool(self.data.get("is_cancelled"))

    @property
    def output(self) -> str:
        """The absolute path of the output."""
        return os.path.normpath(os.path.join(os.path.dirname(self.path), self.data["output"]))

    def set_output(self, path: str) -> None:
        """Set the path of the output."""
        with suppress(ValueError):  # on another drive
            path = os.path.relpath(path, os.path.dirname(self.path))
        self.data["output"] = path

    def attempts(self) -> Iterator[Attempt]:
        """Yield the batches of all parts, also those that wait to be created."""
        for part in self.data.get("parts", ()):
            for attempt in part["attempts"]:
                yield attempt

    def active(self) -> List[Attempt]:
        """Return the attempts whose batch the server works on."""
        return [attempt for attempt in self.attempts() if attempt["batch_id"] and attempt["status"] in ACTIVE]

    def part_path(self, name: str) -> str:
        """Return the path of a file in the folder of the parts."""
        return os.path.join(self.folder, name)

    def lock(self) -> None:
        """Keep other processes away until `unlock`, or until this process ends. Raises ArgumentError."""
        try:
            file = open(self.path + ".lock", "ab")  # noqa: SIM115  # closed by `unlock`
        except OSError as error:
            raise ArgumentError("state: cannot write {!r} ({})".format(self.path + ".lock", error.strerror)) from None
        try:
            _lock_file(file)
        except OSError:
            file.close()
            message = "state: another process works with {!r}; wait for it, or end it"
            raise ArgumentError(message.format(self.path)) from None
        self._lock = file

    def unlock(self) -> None:
        """Let other processes work with the state."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            if self.is_finished or not self.is_prepared:
                with suppress(OSError):
                    os.unlink(self.path + ".lock")

    def load(self) -> bool:
        """Read the state file, and return whether there is one. Raises ArgumentError if it is not a state."""
        try:
            with open(self.path, encoding="utf-8") as file:
                data = json.load(file)
            kind, version = data["kind"], data["version"]
        except FileNotFoundError:
            return False
        except (OSError, ValueError, KeyError, TypeError) as error:
            message = "state: {!r} is not the state of a run of batches ({}); pass another path, or remove it"
            raise ArgumentError(message.format(self.path, error)) from None
        if kind != KIND or version != VERSION:
            message = "state: {!r} has kind {!r} and version {!r}; this release reads {!r} and {!r}"
            raise ArgumentError(message.format(self.path, kind, version, KIND, VERSION))
        self.data = data
        return True

    def save(self) -> None:
        """Write the state file: after this returns, a crash of the machine doesn't lose it."""
        data = {"kind": KIND, "version": VERSION, **self.data}
        write_durably(self.path, json.dumps(data, indent=1).encode())

    def remove_parts(self) -> None:
        """Delete the rows and results that were kept beside the state. Raises ArgumentError for other files there."""
        names = os.listdir(self.folder) if os.path.isdir(self.folder) else []
        for name in names:
            if not PART_NAME.match(name):
                message = "state: the folder {!r} has {!r}, which is not of a run; pass another state, or remove it"
                raise ArgumentError(message.format(self.folder, name))
        for name in names:
            os.unlink(self.part_path(name))
        with suppress(FileNotFoundError):
            os.rmdir(self.folder)


def new_attempt(name: str, rows: int) -> Attempt:
    """Return an attempt for rows in the file `name` of the folder; nothing was sent."""
    return {
        "file": name,
        "rows": rows,
        "input_file_id": "",
        "batch_id": "",
        "number": 0,  # of batches that were created for these rows
        "sending": "",  # the request whose response was not saved: file or batch
        "status": "waiting",
        "counts": {},
        "error": None,  # why no row was executed
        "collected": False,
    }


def write_durably(path: str, content: bytes) -> None:
    """Replace a file atomically, and wait until it is on the disk."""
    with replacing(path) as file:
        file.write(content)


@contextmanager
def replacing(path: str) -> Iterator[Any]:
    """Open a file to write. Once it is on the disk, it replaces that at `path`, unless there is an error."""
    part = path + ".part"
    try:
        with open(part, "wb") as file:
            if os.path.exists(path):  # it keeps its permissions
                os.chmod(part, os.stat(path).st_mode & 0o777)
            yield file
            sync(file)
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise
    sync_folder(path)


def sync(file: Any) -> None:
    """Wait until what was written to a file is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(path: str) -> None:
    """Wait until the name of a file is on the disk, where the system can tell."""
    with suppress(OSError):  # Windows opens no folders
        descriptor = os.open(os.path.dirname(path) or ".", os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _lock_file(file: Any) -> None:
    """Lock a file until it is closed. Raises BlockingIOError if it is locked."""
    try:
        is_locked = try_lock(file.fileno())
    except OSError:
        return  # a file system without locks
    if not is_locked:
        raise BlockingIOError("another process has locked the file")
