# SPDX-License-Identifier: MIT
"""The seam between a call and the wire: what a transport is, and what it must do. Imports nothing of ours."""

from __future__ import annotations

from abc import ABC, abstractmethod

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Awaitable, Callable, Iterator, List, Tuple

    Answer = Tuple[int, List[Tuple[str, str]], Iterator[bytes], Callable[[], None]]
    AsyncAnswer = Tuple[int, List[Tuple[str, str]], AsyncIterator[bytes], Callable[[], Awaitable[None]]]


class _Seam(ABC):
    """Whatever has the methods is a transport: an adapter need not import this class."""

    _methods = ("send", "close")

    @classmethod
    def __subclasshook__(cls, other: type) -> bool:
        if cls._methods is not _Seam._methods and cls not in (Transport, AsyncTransport):
            return NotImplemented
        return all(any(name in vars(base) for base in other.__mro__) for name in cls._methods)


class Transport(_Seam):
    """Puts one HTTP request on the wire and hands back its answer.

    A transport does not follow redirects, does not retry, and does not raise on any status. It may be used from
    several threads at once.
    """

    @abstractmethod
    def send(self, request: Any) -> Answer:
        """Send `request` and return `(status, headers, chunks, close)` as soon as the head of the answer is there.

        `request` has `method`, `url`, `headers` (a dict, sent as it is), `body` (None, bytes, or a re-iterable of
        bytes with a `length`) and `timeout` (`connect`, `read`, `write`, `pool`, `deadline`: seconds or None; the
        deadline is for the whole answer, counted from now). None of it may be changed.

        `headers` are (name, value) pairs, repeated ones kept. `chunks` yields the body's bytes as they arrive, with
        content codings removed. `close` may be called at any time, more than once, from any thread; whoever called
        `send` calls it in the end, also after the last chunk.

        Raises TimeoutError when time ran out and ConnectionError or another OSError when the network failed or the
        answer is cut short, from here and from `chunks` alike; a refused certificate stays
        ssl.SSLCertVerificationError. Whatever else is raised is a bug, or comes from the body, and passes through.
        """

    @abstractmethod
    def close(self) -> None:
        """Close idle connections. Answers that are being read stay open until they are closed."""


class AsyncTransport(_Seam):
    """The same contract with `async`: `await send(request)`, `async for chunk in chunks`, `await close()`."""

    @abstractmethod
    async def send(self, request: Any) -> AsyncAnswer:
        """Send `request` and return `(status, headers, chunks, close)`; see `Transport.send`.

        `chunks` is an async iterator and `close` an async function. Being cancelled anywhere closes the connection.
        """

    @abstractmethod
    async def close(self) -> None:
        """Close idle connections."""
