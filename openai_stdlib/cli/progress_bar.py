# SPDX-License-Identifier: MIT
"""A progress bar for transfers: one line on a terminal, erased at the end; no output anywhere else."""

from __future__ import annotations

import shutil
import sys
import threading
import time

from ..call.errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Optional

UNITS = ("B", "KiB", "MiB", "GiB", "TiB")
MAX_BAR_WIDTH = 40  # columns
MIN_BAR_WIDTH = 4
CHUNK_SIZE = 256 * 1024  # bytes of a download that are written at once


class ProgressBar:
    """Context manager and callable: `with ProgressBar("name") as bar: bar(done, total)`.

    `done` and `total` are in bytes; `total` may be None. Writes to `stream`, by default stderr, if it is a terminal.
    """

    def __init__(self, title: str, stream: Any = None) -> None:
        self._title = title
        self._stream = sys.stderr if stream is None else stream
        self._line = ""
        self._enabled = bool(getattr(self._stream, "isatty", bool)())

    def __enter__(self) -> ProgressBar:
        return self

    def __call__(self, done: int, total: Optional[int]) -> None:
        if not self._enabled:
            return
        # The last column stays empty: some terminals wrap the line when it is written.
        line = format_line(self._title, done, total, shutil.get_terminal_size().columns - 1)
        if line != self._line:
            self._write(line)

    def __exit__(self, *_: object) -> None:
        if self._line:
            self._write("")

    def _write(self, line: str) -> None:
        self._stream.write("\r" + line.ljust(len(self._line)) + ("" if line else "\r"))
        self._stream.flush()
        self._line = line


class Waiting:
    """Context manager that counts the seconds on a terminal while something takes long: `with Waiting("image")`."""

    def __init__(self, title: str, stream: Any = None, interval: float = 1.0) -> None:
        self._title = title
        self._stream = sys.stderr if stream is None else stream
        self._interval = interval  # seconds
        self._ended = threading.Event()
        self._thread: Optional[threading.Thread] = None

    def __enter__(self) -> Waiting:
        if bool(getattr(self._stream, "isatty", bool)()):
            thread = threading.Thread(target=self._run, daemon=True)
            try:
                thread.start()
                self._thread = thread
            except RuntimeError:  # this platform has no threads
                pass
        return self

    def _run(self) -> None:
        started = time.monotonic()
        line = ""
        while not self._ended.wait(self._interval):
            line = "{}: {:.0f} s".format(self._title, time.monotonic() - started)
            line = line[: max(shutil.get_terminal_size().columns - 1, 0)]
            self._stream.write("\r" + line)
            self._stream.flush()
        if line:
            self._stream.write("\r" + " " * len(line) + "\r")
            self._stream.flush()

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join()


def iter_body(response: Any, bar: Any) -> Iterator[bytes]:
    """Yield the chunks of a response, and show the progress. Raises OpenAIError for an HTML page, which is no file."""
    if "html" in (response.headers.get("content-type") or ""):
        raise OpenAIError("the server answers with an HTML page in place of the file; run `doctor`")
    length = response.headers.get("content-length") or ""
    total = int(length) if length.isdigit() and not response.headers.get("content-encoding") else None
    done = 0
    for chunk in response.iter_bytes(CHUNK_SIZE):
        yield chunk
        done += len(chunk)
        bar(done, total)


def format_line(title: str, done: int, total: Optional[int], width: int) -> str:
    """Return the line for a terminal of `width` columns: as much of title, bar and sizes as fits."""
    if not total:
        sizes, fraction = format_size(done), None
    else:
        fraction = min(done / total, 1.0)
        sizes = "{:3.0f} % of {}".format(int(fraction * 100), format_size(total))
    title = "".join(character if " " <= character <= "~" else "?" for character in title)
    available = width - len(title) - len(sizes) - 4
    if fraction is not None and available >= MIN_BAR_WIDTH:
        cells = min(available, MAX_BAR_WIDTH)
        filled = int(fraction * cells)
        return "{} [{}{}] {}".format(title, "#" * filled, "." * (cells - filled), sizes)
    for line in ("{} {}".format(title, sizes), sizes, sizes.partition(" of ")[0]):
        if len(line) <= width:
            return line
    return ""


def format_size(count: float) -> str:
    """Format a number of bytes with a binary unit: `1.5 MiB`."""
    unit = 0
    while count >= 1024 and unit < len(UNITS) - 1:
        count, unit = count / 1024, unit + 1
    return "{:.{}f} {}".format(count, 1 if unit else 0, UNITS[unit])
