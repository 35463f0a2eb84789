# SPDX-License-Identifier: MIT
"""`BinaryContent`: an answer that is bytes, like audio, an image or a file; read whole before it is handed out."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator

    from ..call.message import Reply


class BinaryContent:
    """The bytes of an answer, and the ways to take them. Nothing to close."""

    __slots__ = ("response",)

    def __init__(self, reply: Reply) -> None:
        self.response = reply

    @property
    def content(self) -> bytes:
        """All bytes."""
        return self.response.body

    @property
    def text(self) -> str:
        """The bytes as UTF-8 text; what isn't is replaced."""
        return self.response.text

    def read(self) -> bytes:
        """Return all bytes."""
        return self.content

    def json(self) -> Any:
        """Decode the bytes as JSON. Raises ValueError."""
        from .objects import parse

        return parse(self.content.decode("utf-8"))

    def iter_bytes(self, chunk_size: int = 65536) -> Iterator[bytes]:
        """Yield the bytes in pieces of at most `chunk_size`."""
        for start in range(0, len(self.content), chunk_size):
            yield self.content[start : start + chunk_size]

    def write_to_file(self, file: Any) -> None:
        """Write the bytes to the file at the path `file`, replacing it."""
        with open(file, "wb") as target:
            target.write(self.content)

    def __bytes__(self) -> bytes:
        return self.content

    def __len__(self) -> int:
        return len(self.content)

    def __repr__(self) -> str:
        return "<BinaryContent of {} bytes>".format(len(self.content))
