# SPDX-License-Identifier: MIT
"""The body of an answer under asyncio, read piece by piece, its content coding taken off. What `Body` is for threads.

Where a body ends is said in http1.py, what codings are in coding.py; asyncio_connection.py got the head before it.
"""

from __future__ import annotations

import asyncio

from .coding import Unpacker
from .connection import PATIENCE
from .http1 import framing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator, List, Optional

    from .asyncio_link import Link
    from .connection import Limits
    from .http1 import Head


class AsyncBody:
    """The body of an answer: an async iterator of bytes as they arrive, and `close`.

    Once its end has come, or when it is closed while only the end is missing, the link goes to `done` with True, for
    the next request; else it is closed and goes there with False. `close` may come while another task reads, which
    ends that read.
    """

    def __init__(
        self,
        link: Link,
        head: Head,
        method: str,
        rest: bytes,
        limits: Limits,
        done: Callable[[Any, bool], None],
        may_keep: bool,
    ) -> None:
        self._link: Optional[Link] = None
        self._limits = limits
        self._done = done
        self._loop = asyncio.get_running_loop()
        self._may_keep = may_keep
        try:
            self._framing: Any = framing(head.is_chunked, head.length(method))
        except BaseException:
            link.close()
            raise
        self._reading = self._closed = self._whole = False
        self._wrong = "the answer was closed before its end"  # told by a read for which there is nothing more
        self._pieces: List[bytes] = []
        self._link = link
        if rest or self._framing.ended:
            piece = self._unframed(rest)
            if piece:
                self._pieces.append(piece)

    def __aiter__(self) -> AsyncBody:
        return self

    async def __anext__(self) -> bytes:
        if self._pieces and not self._closed:
            return self._pieces.pop()
        while self._link is not None:
            piece = self._unframed(await self._receive())
            if piece:
                return piece
        if self._whole:
            raise StopAsyncIteration
        raise ConnectionError(self._wrong)

    async def _receive(self) -> bytes:
        link: Any = self._link
        self._reading = True
        try:
            link.raw.limit(self._limits.left(self._limits.read))
            data: bytes = await link.receive()
        except BaseException as error:
            self._free(False)
            if self._closed and isinstance(error, OSError):
                raise ConnectionError("the answer was closed while it was read") from error
            raise
        finally:
            self._reading = False
        if self._closed:  # whoever closed it while it was read left the rest to the reader
            self._free(False)
            raise ConnectionError("the answer was closed before its end")
        return data

    def _unframed(self, data: bytes) -> bytes:
        """Return what of `data` is the body's, and free the link if that was the last of it, or is no body."""
        framing = self._framing
        try:
            if data or framing.ended:
                piece: bytes = framing.feed(data)
                if framing.ended:
                    self._whole = True
                    self._free(not framing.surplus)
                return piece
            missing: str = framing.missing()
        except ValueError as error:
            missing = "the answer isn't valid HTTP: {}".format(error)
        self._whole = not missing
        self._wrong = missing or self._wrong
        self._free(False)
        return b""

    def _free(self, reusable: bool) -> None:
        link, self._link = self._link, None
        if link is not None:
            self._hand_over(link, reusable and self._may_keep)

    def _hand_over(self, link: Link, reusable: bool) -> None:
        reusable = reusable and not link.holds_more
        if not reusable:
            link.close()
        self._done(link, reusable)

    async def close(self) -> None:
        """Free the link. May be called at any time, more than once."""
        if self._closed:
            return
        self._closed = True
        if self._pieces:
            self._whole = False
        if self._reading and self._link is not None:
            self._link.raw.wake()
            return
        link, self._link = self._link, None
        if link is None:
            return
        reusable = False
        try:
            reusable = await self._is_all_but_over(link)
        finally:
            self._hand_over(link, reusable)

    async def _is_all_but_over(self, link: Link) -> bool:
        """Tell whether only the end of the body is missing, as after the last event of a stream."""
        if not self._may_keep or self._pieces:
            return False
        try:
            link.raw.limit(PATIENCE)
            data = await link.receive()
            return not self._framing.feed(data) and bool(self._framing.ended) and not self._framing.surplus
        except (OSError, ValueError):
            return False

    def drop(self) -> None:
        """Close the link at once."""
        self._free(False)

    def __del__(self) -> None:
        link = getattr(self, "_link", None)
        if link is not None:
            link.close()
            try:
                # Forgotten, perhaps with its loop, and found by whichever thread collects garbage.
                self._loop.call_soon_threadsafe(self._done, link, False)
            except RuntimeError:
                pass  # the loop is gone, and nobody waits in it


class Unpacked:
    """A body with its content coding taken off."""

    def __init__(self, coding: str, body: AsyncBody) -> None:
        self._body = body
        self._unpacker = Unpacker(coding)
        self._pieces: Iterator[bytes] = iter(())
        self._ended = False

    def __aiter__(self) -> Unpacked:
        return self

    async def __anext__(self) -> bytes:
        while not self._ended:
            for piece in self._pieces:
                return piece
            try:
                self._pieces = self._unpacker.feed(await self._body.__anext__())
            except StopAsyncIteration:
                self._ended = True
                rest = self._unpacker.finish()
                if rest:
                    return rest
        raise StopAsyncIteration
