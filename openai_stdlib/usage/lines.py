# SPDX-License-Identifier: MIT
"""The lines of a ledger's file: JSON, one line for the counts of a call or of many. No I/O.

The first line names the format and its version. In each other line, counts that are left out are zero, and fields that
a reader does not know are ignored. `pending` is the id of a response that the server is still working on; the line that
adds its usage names it as `settles`. A line with `reset` discards the sums of the lines before it.
"""

from __future__ import annotations

from json import dumps, loads

from ..call.errors import ConfigError
from .counts import COUNTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

    from .totals import Entry, Key, Totals

FORMAT, VERSION = "usage ledger", 1
HEADER = b'{"format":"usage ledger","version":1}\n'
RESET = b'{"reset":true}\n'
MAX_PENDING = 10_000  # responses in progress that are remembered
KNOWN_COUNTS = frozenset(COUNTS)


class Book:
    """The sums, and the responses whose usage is still to come: what the lines of a file add up to."""

    __slots__ = ("totals", "pending")

    def __init__(self, totals: Totals) -> None:
        self.totals: Totals = totals
        self.pending: Dict[str, Key] = {}  # id -> model and label

    def clear(self) -> None:
        """Begin anew."""
        self.totals.clear()
        self.pending.clear()

    def add(self, key: Key, counts: Dict[str, int], pending: str = "", settles: str = "") -> None:
        """Add the counts of a call."""
        self.totals.add(key, counts)
        if pending:
            self.pending[pending] = key
            if len(self.pending) > MAX_PENDING:
                del self.pending[next(iter(self.pending))]
        if settles:
            self.pending.pop(settles, None)

    def read(self, data: bytes, path: str) -> None:
        """Add complete lines of a file. Raises ConfigError for one that no ledger has written."""
        for line in data.split(b"\n")[:-1]:
            if line.strip():
                self._read_line(line, path)

    def _read_line(self, line: bytes, path: str) -> None:
        try:
            fields = loads(line.decode("utf-8"))
            if fields.get("format") is not None:
                return check_header(line, path)
            if fields.get("reset"):
                return self.clear()
            counts = {name: number for name, number in fields.items() if name in KNOWN_COUNTS}
            if not all(type(number) is int and number >= 0 for number in counts.values()):
                raise ValueError("a count is not a whole number of at least 0")
            key = (str(fields.get("model") or ""), str(fields.get("label") or ""))
            self.add(key, counts, str(fields.get("pending") or ""), str(fields.get("settles") or ""))
        except (ValueError, AttributeError, RecursionError) as error:
            if isinstance(error, ConfigError):
                raise
            text = "path: {} has a damaged line: {}; remove the line {}"
            raise ConfigError(text.format(path, error, ascii(line[:120].decode("latin-1")))) from None


def check_header(line: bytes, path: str) -> None:
    """Raise ConfigError unless a line is the first one of a ledger's file, of a version that this library reads."""
    try:
        header: Any = loads(line.decode("utf-8"))
        version = header["version"] if header["format"] == FORMAT else None
    except (ValueError, TypeError, KeyError, RecursionError):
        version = None
    if type(version) is not int:
        raise ConfigError("path: {} is not the file of a ledger; choose another path".format(path))
    if version > VERSION:
        text = "path: {} was written by a later version of this library (format {}, not {}); update the library"
        raise ConfigError(text.format(path, version, VERSION))


def write_line(entry: Entry, time: int, counts: Dict[str, int], pending: str = "", settles: str = "") -> str:
    """Return the line of one call."""
    text = '{"time":%d%s' % (time, entry.head)
    for name, number in counts.items():
        text += ',"%s":%d' % (name, number)
    if pending:
        text += ',"pending":' + dumps(pending)
    if settles:
        text += ',"settles":' + dumps(settles)
    return text + "}\n"


def compact(book: Book, time: int) -> bytes:
    """Return a whole file with the same sums, in one line for each model and label."""
    lines = [write_line(entry, time, entry.counts) for entry in book.totals.entries.values()]
    lines += [write_line(book.totals.new_entry(key), time, {}, pending) for pending, key in book.pending.items()]
    return HEADER + "".join(lines).encode()
