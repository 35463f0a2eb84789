# SPDX-License-Identifier: MIT
"""The journal of a bulk run: a small file beside the output that says which input the output belongs to.

The output itself is the record of what is done (output.py), so the two cannot disagree about a row. The journal is JSON
Lines: a header, then checkpoints, which have the number of rows that were read and a checksum of them. When a run goes
on, the rows that it reads must have the same checksums. A row that follows may be changed, so a wrong row can be
repaired, and rows can be appended.

An append-only file, and not sqlite3: some builds of Python lack that, every result would be written twice, and a
database that a full disk or a power failure interrupts needs its own recovery, while here a line cut short is ignored.
"""

from __future__ import annotations

import json
import os

from ..call.errors import OpenAIError
from ..call.file_lock import try_lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

SUFFIX = ".journal"
VERSION = 1
FORMAT = "bulk"


class BulkStateError(OpenAIError, ValueError):
    """The output or its journal does not belong to this job, or another process is at work. Nothing was changed."""


class Journal:
    """The journal of an output. `checkpoints` are those of earlier runs: numbers of rows and checksums."""

    def __init__(self, output_path: str) -> None:
        self.path: str = output_path + SUFFIX
        self.checkpoints: List[Tuple[int, int]] = []
        self._fd = -1

    def open(self, output_path: str, options: Dict[str, Any]) -> None:
        """Open or create the journal and lock it. Raises BulkStateError if it belongs to a job with other options."""
        exists = os.path.exists(self.path)
        if not exists and os.path.exists(output_path) and os.path.getsize(output_path):
            raise BulkStateError(
                "output: {!r} exists and has no journal, so it is not that of a bulk run; pass another path, or remove "
                "it".format(output_path)
            )
        self._fd = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        try:
            _lock(self._fd, output_path)
            self._read(options)
        except BaseException:
            self.close()
            raise

    def _read(self, options: Dict[str, Any]) -> None:
        with open(self._fd, "rb", closefd=False) as file:
            data = file.read()
        complete, _, rest = data.rpartition(b"\n")
        header = {"journal": FORMAT, "version": VERSION, **options}
        if not complete and not rest.startswith(b"{") and rest:
            raise self.foreign("is not a journal of a bulk run")
        if not complete:  # new, or cut short before the first row was read
            os.ftruncate(self._fd, 0)
            os.lseek(self._fd, 0, os.SEEK_SET)
            self._append(header)
            return
        if rest:
            os.ftruncate(self._fd, len(complete) + 1)
        try:
            found, *lines = map(json.loads, complete.split(b"\n"))
            self.checkpoints = [(line["rows"], line["checksum"]) for line in lines]
        except (ValueError, KeyError, TypeError):
            raise self.foreign("is not a journal of a bulk run") from None
        if not isinstance(found, dict) or found.get("journal") != FORMAT or found.get("version") != VERSION:
            raise self.foreign("is not a journal of a bulk run")
        for name, value in options.items():
            if found.get(name) != value:
                raise self.foreign("is that of a job with another {}".format(name))
        os.lseek(self._fd, 0, os.SEEK_END)

    def foreign(self, problem: str) -> BulkStateError:
        """Return the error of a journal that belongs to another job."""
        return BulkStateError(
            "journal: {!r} {}; pass the rows and options that the job began with, or another output".format(
                self.path, problem
            )
        )

    def check(self, rows: int, checksum: int) -> None:
        """Compare the checksum after `rows` rows with that of earlier runs. Raises BulkStateError if they differ."""
        while self.checkpoints and self.checkpoints[0][0] <= rows:
            expected_rows, expected = self.checkpoints.pop(0)
            if expected_rows == rows and expected != checksum:
                raise self.foreign("is that of another input: the first {} rows differ".format(rows))

    def add_checkpoint(self, rows: int, checksum: int) -> None:
        """Append a checkpoint. Raises OSError; what was written then is removed again, or ignored by the next run."""
        self._append({"rows": rows, "checksum": checksum})

    def _append(self, entry: Dict[str, Any]) -> None:
        write_line(self._fd, json.dumps(entry).encode() + b"\n", os.lseek(self._fd, 0, os.SEEK_CUR))
        os.fsync(self._fd)

    def close(self) -> None:
        """Close and unlock the journal."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def write_line(fd: int, line: bytes, size: int) -> None:
    """Append a line to a file of `size` bytes, wholly or not at all. Raises OSError, such as for a full disk."""
    view = memoryview(line)
    try:
        while view:
            view = view[os.write(fd, view) :]
    except OSError:
        os.ftruncate(fd, size)
        os.lseek(fd, size, os.SEEK_SET)
        raise


def _lock(fd: int, output_path: str) -> None:
    """Lock a file for this process until it is closed. Raises BulkStateError if another process has locked it."""
    try:
        is_locked = try_lock(fd)
    except OSError:
        return  # a file system without locks
    if not is_locked:
        raise BulkStateError(
            "output: another process is writing {!r}; wait for it, or pass another path".format(output_path)
        )
