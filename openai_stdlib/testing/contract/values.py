# SPDX-License-Identifier: MIT
"""Requests, timeouts and bodies in the form of the transport interface, and functions that send them."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Optional


class Timeout(NamedTuple):
    """Timeouts in seconds; the defaults only keep a broken transport from hanging."""

    connect: Optional[float] = 40.0
    read: Optional[float] = 40.0
    write: Optional[float] = 40.0
    pool: Optional[float] = 40.0
    deadline: Optional[float] = None


class Request(NamedTuple):
    """One request, as transport/base.py defines it."""

    method: str
    url: str
    headers: dict[str, str]
    body: Any
    timeout: Timeout


class IterableBody:
    """A body of known length that can be iterated repeatedly, and may raise an exception after its chunks."""

    def __init__(self, *chunks: bytes, failure: Optional[Exception] = None, length: Optional[int] = None) -> None:
        self.chunks: tuple[bytes, ...] = chunks
        self.failure: Optional[Exception] = failure
        self.length: int = sum(map(len, chunks)) if length is None else length

    def __iter__(self) -> Iterator[bytes]:
        yield from self.chunks
        if self.failure is not None:
            raise self.failure


def request(url: str, method: str = "GET", body: Any = None, **timeouts: Optional[float]) -> Request:
    """Build a request; keywords are fields of its `Timeout`."""
    return Request(method, url, {"Authorization": "Bearer sk-test"}, body, Timeout(**timeouts))


def call(transport: Any, request: Request) -> tuple[int, bytes]:
    """Send a request, read the whole body and close it; return the status and the body."""
    status, _, chunks, close = transport.send(request)
    try:
        return status, b"".join(chunks)
    finally:
        close()


async def acall(transport: Any, request: Request) -> tuple[int, bytes]:
    """Send a request with an async transport, read the whole body and close it; return the status and the body."""
    status, _, chunks, close = await transport.send(request)
    try:
        return status, b"".join([chunk async for chunk in chunks])
    finally:
        await close()


def read_bytes(chunks: Iterator[bytes], count: int) -> bytes:
    """Read chunks until there are `count` bytes; return all bytes read."""
    data = b""
    while len(data) < count:
        data += next(chunks)
    return data
