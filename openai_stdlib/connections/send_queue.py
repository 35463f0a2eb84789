# SPDX-License-Identifier: MIT
"""Messages that wait until a connection is open, limited by their size in bytes. No I/O, and no locks."""

from __future__ import annotations

from collections import deque

from ..call.errors import ConfigError
from ..call.helper_errors import WebSocketQueueFullError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Deque, List, Optional, Union

    Message = Union[str, bytes, bytearray, memoryview]


class SendQueue:
    """Queue of messages, `str` for text and `bytes` for binary ones. `max_bytes` limits their sizes in UTF-8."""

    __slots__ = ("max_bytes", "size", "_messages")

    def __init__(self, max_bytes: int = 1 << 20) -> None:
        if isinstance(max_bytes, bool) or not isinstance(max_bytes, int) or max_bytes < 0:
            raise ConfigError("max_queue_size: expected a number of bytes, got {!r}".format(max_bytes))
        self.max_bytes: int = max_bytes
        self.size: int = 0
        self._messages: Deque[Message] = deque()

    def append(self, message: Message) -> None:
        """Add a message. Raises WebSocketQueueFullError if it does not fit; the others stay."""
        size = message_size(message)
        if self.size + size > self.max_bytes:
            text = (
                "max_queue_size: the message of {} bytes does not fit into the send queue, which has {} of {} bytes; "
            )
            text += "wait until the connection is open, or pass a larger max_queue_size to connect()"
            raise WebSocketQueueFullError(text.format(size, self.size, self.max_bytes))
        self._messages.append(message if isinstance(message, str) else bytes(message))
        self.size += size

    def pop(self) -> Optional[Message]:
        """Remove and return the oldest message; None if there is none."""
        if not self._messages:
            return None
        message = self._messages.popleft()
        self.size -= message_size(message)
        return message

    def drain(self) -> List[Any]:
        """Remove and return all messages."""
        messages = list(self._messages)
        self._messages.clear()
        self.size = 0
        return messages

    def __len__(self) -> int:
        return len(self._messages)


def message_size(message: Message) -> int:
    """Return the size of a message in bytes."""
    if isinstance(message, str):
        return len(message) if message.isascii() else len(message.encode("utf-8", "surrogatepass"))
    return message.nbytes if isinstance(message, memoryview) else len(message)
