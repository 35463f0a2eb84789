# SPDX-License-Identifier: MIT
"""A bar that shows how far bytes have got: one line on a terminal, gone in the end; nothing anywhere else."""

from __future__ import annotations

import shutil
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

UNITS = ("B", "KiB", "MiB", "GiB", "TiB")
WIDEST = 40  # columns of the bar itself
NARROWEST = 4


class ProgressBar:
    """`with Bar("name") as show: show(done, total)`, in bytes; `total` may be None. On stderr, if it is a terminal."""

    def __init__(self, title: str, stream: Any = None) -> None:
        self._title = title
        self._stream = sys.stderr if stream is None else stream
        self._shown = ""
        self._enabled = bool(getattr(self._stream, "isatty", bool)())

    def __enter__(self) -> ProgressBar:
        return self

    def __call__(self, done: int, total: Optional[int]) -> None:
        if not self._enabled:
            return
        # The last column stays free: some terminals go to the next line when it is written.
        line = format_line(self._title, done, total, shutil.get_terminal_size().columns - 1)
        if line != self._shown:
            self._write(line)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._write("")

    def _write(self, line: str) -> None:
        self._stream.write("\r" + line.ljust(len(self._shown)) + ("" if line else "\r"))
        self._stream.flush()
        self._shown = line


def format_line(title: str, done: int, total: Optional[int], width: int) -> str:
    """Return what is shown in so many columns: of title, bar and sizes as much as there is room for."""
    if not total:
        counted, share = size(done), None
    else:
        share = min(done / total, 1.0)
        counted = "{:3.0f} % of {}".format(int(share * 100), size(total))
    title = "".join(letter if " " <= letter <= "~" else "?" for letter in title)
    room = width - len(title) - len(counted) - 4
    if share is not None and room >= NARROWEST:
        cells = min(room, WIDEST)
        full = int(share * cells)
        return "{} [{}{}] {}".format(title, "#" * full, "." * (cells - full), counted)
    for line in ("{} {}".format(title, counted), counted, counted.partition(" of ")[0]):
        if len(line) <= width:
            return line
    return ""


def size(count: float) -> str:
    """Return a number of bytes as people say it."""
    unit = 0
    while count >= 1024 and unit < len(UNITS) - 1:
        count, unit = count / 1024, unit + 1
    return "{:.{}f} {}".format(count, 1 if unit else 0, UNITS[unit])
