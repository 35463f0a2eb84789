# SPDX-License-Identifier: MIT
"""Texts that grow by deltas. No I/O.

A server may split a character outside the Basic Multilingual Plane into two deltas, each with half of its surrogate
pair. Wherever deltas are joined, such halves become the character again.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List


def join_surrogates(text: str) -> str:
    """Return a text with each surrogate pair replaced by its character. Surrogates without a partner stay."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # there are surrogates
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return text


def append_delta(text: str, delta: str) -> str:
    """Return a text with a delta appended."""
    if "\ud800" <= text[-1:] <= "\udbff":
        return text[:-1] + join_surrogates(text[-1:] + delta)
    return text + delta


class TextBuffer:
    """A text that grows by deltas and is joined on access."""

    __slots__ = ("deltas", "_count", "_joined")

    def __init__(self, text: str) -> None:
        self.deltas: List[str] = [text]
        self._count = 0
        self._joined = ""

    @property
    def text(self) -> str:
        """The text so far."""
        return self.prefix(len(self.deltas))

    def prefix(self, count: int) -> str:
        """Return the first `count` deltas joined. Calls with a growing count join each delta once."""
        if count < self._count:
            return join_surrogates("".join(self.deltas[:count]))
        if count > self._count:
            added = self.deltas[self._count] if count == self._count + 1 else "".join(self.deltas[self._count : count])
            self._joined = append_delta(self._joined, join_surrogates(added))
            self._count = count
        return self._joined
