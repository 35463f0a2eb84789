# SPDX-License-Identifier: MIT
"""The seam between a call and the wire: what a transport is, and what it must do. Imports nothing of ours."""

from __future__ import annotations

from abc import ABC, abstractmethod

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Awaitable, Callable, Iterator, List, Tuple

    SendResult = Tuple[int, List[Tuple[str, str]], Iterator[bytes], Callable[[], None]]
    AsyncSendResult = Tuple[int, List[Tuple[str, str]], AsyncIterator[bytes], Callable[[], Awaitable[None]]]


CO_COROUTINE = 0x80  # flag of a function made by `async def`; inspect would be a slow import for one number


def implements(cls: type, close: str, flag: int) -> bool:
    """Tell whether a class has `send`, async or not as `flag` says, and a method to close it of that name."""
    send = getattr(cls, "send", None)
    is_async = getattr(getattr(send, "__code__", None), "co_flags", 0) & CO_COROUTINE
    return callable(send) and callable(getattr(cls, close, None)) and is_async == flag


class Transport(ABC):
    """Puts one HTTP request on the wire and hands back its answer.

    A transport does not follow redirects, does not retry, and does not raise on any status. It may be used from
    several threads at once. Whatever has the methods counts as one: an adapter need not import this class.
    """

    @classmethod
    def __subclasshook__(cls, other: type) -> Any:
        return implements(other, "close", 0) if cls is Transport else NotImplemented

    @abstractmethod
    def send(self, request: Any) -> SendResult:
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


class AsyncTransport(ABC):
    """The same contract with `async`: `await send(request)`, `async for chunk in chunks`, `await aclose()`."""

    @classmethod
    def __subclasshook__(cls, other: type) -> Any:
        return implements(other, "aclose", CO_COROUTINE) if cls is AsyncTransport else NotImplemented

    @abstractmethod
    async def send(self, request: Any) -> AsyncSendResult:
        """Send `request` and return `(status, headers, chunks, close)`; see `Transport.send`.

        `chunks` is an async iterator and `close` an async function. Being cancelled anywhere closes the connection.
        """

    @abstractmethod
    async def aclose(self) -> None:
        """Close idle connections."""
