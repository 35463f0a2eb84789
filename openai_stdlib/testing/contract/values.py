# SPDX-License-Identifier: MIT
"""What crosses the seam, as plain values, and how the cases send it. Knows nothing of what is expected."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Optional


class Timeout(NamedTuple):
    """Limits in seconds, as the seam has them; the defaults only keep a broken transport from hanging."""

    connect: Optional[float] = 8.0
    read: Optional[float] = 8.0
    write: Optional[float] = 8.0
    pool: Optional[float] = 8.0
    deadline: Optional[float] = None


class Request(NamedTuple):
    """One request, as the seam has it."""

    method: str
    url: str
    headers: dict[str, str]
    body: Any
    timeout: Timeout


class IterableBody:
    """A re-iterable body of known length; may fail after its pieces."""

    def __init__(self, *pieces: bytes, failure: Optional[Exception] = None, length: Optional[int] = None) -> None:
        self.pieces, self.failure = pieces, failure
        self.length = sum(map(len, pieces)) if length is None else length

    def __iter__(self) -> Iterator[bytes]:
        yield from self.pieces
        if self.failure is not None:
            raise self.failure


def request(url: str, method: str = "GET", body: Any = None, **limits: Optional[float]) -> Request:
    """Make a request; keywords are limits of time."""
    return Request(method, url, {"Authorization": "Bearer sk-test"}, body, Timeout(**limits))


def call(transport: Any, asked: Request) -> tuple[int, bytes]:
    """Send, read to the end and close; return the status and the body."""
    status, _, chunks, close = transport.send(asked)
    try:
        return status, b"".join(chunks)
    finally:
        close()


async def acall(transport: Any, asked: Request) -> tuple[int, bytes]:
    """Send with an async transport, read to the end and close; return the status and the body."""
    status, _, chunks, close = await transport.send(asked)
    try:
        return status, b"".join([piece async for piece in chunks])
    finally:
        await close()


def take(chunks: Iterator[bytes], count: int) -> bytes:
    """Read until `count` bytes have come."""
    data = b""
    while len(data) < count:
        data += next(chunks)
    return data
