# SPDX-License-Identifier: MIT
"""`Output`: the records of a bulk run in a file, one JSON object a line, from which a run goes on after any end.

The id of each record has the number of its row, and its line is written as soon as its row is done. So the file says
which rows are done: `_resume` reads it and cuts off a last line that is incomplete, and what is left was in flight.
journal.py says which input it belongs to.

In order, records whose turn has not come are held in a second file (`….held`) with the same lines, so that they
survive, too. Of each, memory has eight bytes.
"""

from __future__ import annotations

import os
import re
from array import array

from .journal import BulkStateError, Journal, write_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Tuple

HELD_SUFFIX = ".held"
ID_PREFIX = "bulk_req_"
# The head of a line: the number of the row, and the status if there was a response.
LINE_HEAD = re.compile(
    rb'\{"id": "bulk_req_(\d+)", "custom_id": (?:null|"(?:[^"\\]|\\.)*"), '
    rb'"response": (?:null|\{"status_code": (\d+))'
)
READ_SIZE = 1 << 20  # bytes
MAX_HEAD = 1 << 12  # entries before those of `_next` that wait for being removed
MIN_COMPACTION = 16 << 20  # bytes of the held records that are worth being removed


class DoneRows:
    """Which rows are done: one bit each."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def __contains__(self, index: int) -> bool:
        byte = index >> 3
        return byte < len(self._bits) and bool(self._bits[byte] >> (index & 7) & 1)

    def add(self, index: int) -> None:
        """Mark a row as done."""
        byte = index >> 3
        if byte >= len(self._bits):
            self._bits.extend(bytes(byte + 1 - len(self._bits)))
        self._bits[byte] |= 1 << (index & 7)


class Output:
    """The file of records at `path`, as done or `ordered`. Not thread-safe, apart from `sync`.

    Raises BulkStateError if the file, or its journal, is not that of this job; `options` identify it.
    """

    def __init__(self, path: Any, ordered: bool, options: Dict[str, Any], retry_failed: bool) -> None:
        self.path: str = os.fsdecode(os.path.abspath(path))
        self.ordered = ordered
        self.done = DoneRows()
        self.done_count = self.failed_count = 0  # of earlier runs
        self.journal = Journal(self.path)
        self.journal.open(self.path, {**options, "ordered": ordered})
        self._fd = self._held_fd = -1
        self._held: Any = array("Q")  # for each row from `_next` on: 1 + the position of its held record, or 0
        self._head = 0  # where the one of `_next` is
        self._next = 0  # the row whose record comes next, in order
        self._held_size = self._held_count = 0
        self._reader: Any = None  # of the held records
        self._pending: List[bytes] = []  # lines to write
        try:
            self._size = self._resume(retry_failed)
            self._fd = _open(self.path, self._size)
            if ordered:
                self._held_fd = _open(self.path + HELD_SUFFIX, self._held_size)
                self._write_held()
                self.flush()
        except BaseException:
            self.close()
            raise

    # Going on

    def _resume(self, retry_failed: bool) -> int:
        """Read what is done; return the size of the output without what is incomplete."""
        size = 0
        if os.path.exists(self.path):
            if retry_failed:
                self._remove_failed()
            for index, is_failed, end, _ in self._read_records(self.path):
                self._count(index, is_failed)
                self._next, size = index + 1, end
        self._next = self._next if self.ordered else 0
        held_path = self.path + HELD_SUFFIX
        if self.ordered and os.path.exists(held_path):
            for index, is_failed, end, line in self._read_records(held_path):
                if index not in self.done and not (is_failed and retry_failed):
                    self._count(index, is_failed)
                    self._hold(index, end - len(line))
                self._held_size = end
        return size

    def _count(self, index: int, is_failed: bool) -> None:
        if index not in self.done:
            self.done.add(index)
            self.done_count += 1
            self.failed_count += is_failed

    def _read_records(self, path: str) -> Iterator[Tuple[int, bool, int, bytes]]:
        """Yield number, failure, end position and line of each record, up to the first line that is incomplete."""
        end = 0
        with open(path, "rb", READ_SIZE) as file:
            for number, line in enumerate(file, 1):
                match = LINE_HEAD.match(line) if line.endswith(b"}\n") else None
                if match is None:
                    if line.endswith(b"\n") and b"\0" not in line:
                        raise BulkStateError(
                            "output: line {} of {!r} is not a record of a bulk run; restore the file, or pass another "
                            "path".format(number, path)
                        )
                    return  # it was cut short; zeros are what a power failure leaves of blocks that were not on disk
                end += len(line)
                status = match.group(2)
                yield int(match.group(1)), status is None or not status.startswith(b"2"), end, line

    def _remove_failed(self) -> None:
        """Remove the records of failed rows, by replacing the file. In order, the others are held from then on."""
        sources = [self.path] + [self.path + HELD_SUFFIX] * (self.ordered and os.path.exists(self.path + HELD_SUFFIX))
        if not any(record[1] for source in sources for record in self._read_records(source)):
            return
        temporary = self.path + ".tmp"
        with open(temporary, "wb", READ_SIZE) as file:
            for source in sources:
                file.writelines(record[3] for record in self._read_records(source) if not record[1])
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, self.path + HELD_SUFFIX * self.ordered)
        _sync_folder(self.path)
        if self.ordered:
            os.truncate(self.path, 0)

    # Writing

    def add(self, index: int, line: bytes) -> None:
        """Take the record of a row, for the next `flush`, or hold it. Raises OSError, such as for a full disk."""
        if not self.ordered:
            self._pending.append(line)
        elif index == self._next:
            self._pending.append(line)
            self._advance()
            if self._held_count:
                self._write_held()
        else:
            write_line(self._held_fd, line, self._held_size)
            self._hold(index, self._held_size)
            self._held_size += len(line)

    def flush(self) -> None:
        """Write the records that were added, all or none of them. Raises OSError."""
        if self._pending:
            lines, self._pending = b"".join(self._pending), []
            write_line(self._fd, lines, self._size)
            self._size += len(lines)

    def _hold(self, index: int, position: int) -> None:
        offset = self._head + index - self._next
        if offset >= len(self._held):
            self._held.extend([0] * (offset + 1 - len(self._held)))
        self._held[offset] = position + 1
        self._held_count += 1

    def _advance(self) -> None:
        self._next += 1
        if self._head < len(self._held):
            self._head += 1
            if self._head > MAX_HEAD:
                del self._held[: self._head]
                self._head = 0

    def _write_held(self) -> None:
        """Write the records whose turn has come."""
        while self._head < len(self._held) and self._held[self._head]:
            if self._reader is None:
                self._reader = open(self.path + HELD_SUFFIX, "rb")  # noqa: SIM115  # closed by `close`
            self._reader.seek(self._held[self._head] - 1)
            self._pending.append(self._reader.readline())
            self._held_count -= 1
            self._advance()
        if not self._held_count and self._held_size >= MIN_COMPACTION:
            self.flush()
            os.fsync(self._fd)
            self._reader.close()
            self._reader = None
            os.ftruncate(self._held_fd, 0)
            os.lseek(self._held_fd, 0, os.SEEK_SET)
            self._held_size = 0

    def sync(self, rows: int, checksum: int) -> None:
        """Have the system write everything to disk, then a checkpoint of the input. Any thread may call it."""
        os.fsync(self._fd)
        if self._held_fd >= 0:
            os.fsync(self._held_fd)
        self.journal.add_checkpoint(rows, checksum)

    def close(self) -> None:
        """Close the files. The journal stays, so that the same call finds everything done."""
        if self._reader is not None:
            self._reader.close()
        for fd in (self._fd, self._held_fd):
            if fd >= 0:
                os.close(fd)
        if self._held_fd >= 0 and not self._held_count:
            os.unlink(self.path + HELD_SUFFIX)
        self._fd = self._held_fd = -1
        self.journal.close()


def _open(path: str, size: int) -> int:
    """Open a file for writing after its first `size` bytes, which are all that it keeps."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    try:
        os.ftruncate(fd, size)
        os.lseek(fd, size, os.SEEK_SET)
    except BaseException:
        os.close(fd)
        raise
    return fd


def _sync_folder(path: str) -> None:
    """Have the system write the names of the files in the folder of `path` to disk, where it can."""
    try:
        fd = os.open(os.path.dirname(path), os.O_RDONLY)
    except OSError:  # Windows
        return
    try:
        os.fsync(fd)
    except OSError:
        pass
    finally:
        os.close(fd)
