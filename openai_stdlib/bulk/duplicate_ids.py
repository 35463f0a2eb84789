# SPDX-License-Identifier: MIT
"""`IdSet`: which ids have been seen, as a table of 64-bit hashes. No id is kept.

A table for n ids has between 16 and 32 bytes for each. Above 2 MiB it is a temporary file mapped into memory, of which
the system keeps in memory what it has room for. Two different ids have the same hash, and would be reported as equal,
with a probability of n² / 2^65: for 10 million ids, 3 in a million.
"""

from __future__ import annotations

from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

INITIAL_SLOTS = 1 << 12
MAX_SLOTS_IN_MEMORY = 1 << 18  # of eight bytes each


class IdSet:
    """Set of ids, by their hashes: open addressing in a table of 64-bit numbers, of which at most half are used."""

    def __init__(self) -> None:
        self._table = _make_table(INITIAL_SLOTS)
        self._mask = INITIAL_SLOTS - 1
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, id: str) -> bool:
        """Add an id, and return whether it is new."""
        digest = blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        value = int.from_bytes(digest, "little") or 1  # 0 is an empty slot
        if not _insert(self._table, self._mask, value):
            return False
        self._count += 1
        if self._count * 2 > self._mask:
            self._grow()
        return True

    def _grow(self) -> None:
        table = _make_table((self._mask + 1) * 2)
        mask = len(table) - 1
        for value in self._table:
            if value:
                _insert(table, mask, value)
        self._table, self._mask = table, mask


def _make_table(slots: int) -> Any:
    if slots <= MAX_SLOTS_IN_MEMORY:
        return memoryview(bytearray(slots * 8)).cast("Q")
    from mmap import mmap
    from tempfile import TemporaryFile

    with TemporaryFile() as file:
        file.truncate(slots * 8)
        return memoryview(mmap(file.fileno(), slots * 8)).cast("Q")


def _insert(table: Any, mask: int, value: int) -> bool:
    index = value & mask
    while table[index]:
        if table[index] == value:
            return False
        index = (index + 1) & mask
    table[index] = value
    return True
