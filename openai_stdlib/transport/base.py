# SPDX-License-Identifier: MIT
"""The transport interface: what `send` and `close` must do."""

from __future__ import annotations

from abc import ABC, abstractmethod

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AsyncIterator, Awaitable, Callable, Iterator, List, Tuple

    SendResult = Tuple[int, List[Tuple[str, str]], Iterator[bytes], Callable[[], None]]
    AsyncSendResult = Tuple[int, List[Tuple[str, str]], AsyncIterator[bytes], Callable[[], Awaitable[None]]]


CO_COROUTINE = 0x80  # code flag of an `async def` function; importing inspect for one number would be slow


def implements(cls: type, close: str, flag: int) -> bool:
    """Return whether a class has a `send` method and a method named `close`.

    `flag` is CO_COROUTINE if `send` must be an `async def` function, 0 if it must not be one.
    """
    send = getattr(cls, "send", None)
    async_flag = getattr(getattr(send, "__code__", None), "co_flags", 0) & CO_COROUTINE
    return callable(send) and callable(getattr(cls, close, None)) and async_flag == flag


def for_client(transport: Any, is_async: bool) -> Any:
    """Return the transport for a sync or an async client: what its method `for_client(is_async)` returns, if any."""
    method = getattr(transport, "for_client", None)
    return method(is_async) if callable(method) else transport


class Transport(ABC):
    """Sends one HTTP request and returns the response.

    A transport does not follow redirects, does not retry, and does not raise on any status. It may be used from
    several threads at once. Any class with these methods counts as a transport; it need not inherit from this one.
    One that serves sync and async clients has a method `for_client(is_async)`, which returns the transport to use.
    """

    @classmethod
    def __subclasshook__(cls, other: type, /) -> Any:
        return implements(other, "close", 0) if cls is Transport else NotImplemented

    @abstractmethod
    def send(self, request: Any) -> SendResult:
        """Send `request` and return `(status, headers, chunks, close)` as soon as the response head has arrived.

        `request` has `method`, `url`, `headers` (a dict, sent unchanged), `body` (None, bytes, or a re-iterable of
        bytes with a `length`) and `timeout` (`connect`, `read`, `write`, `pool`, `deadline`: seconds or None; `read`
        limits how long no byte of the content arrives; the deadline is for the whole response and starts now). None of
        it may be modified. If it has `on_wait`, another thread may abort it: call `on_wait(wake)` before each wait,
        with a function that ends the wait. It raises ConnectionError if the request has been aborted. A class whose
        transports do so has the attribute `is_abortable = True`; calls with a CancelToken need no further thread then.
        If the request has `on_stage` (not None), it may be called with what the request is doing, like "connecting".
        If it has `is_cross_origin` and that is true, it goes to another server than that of the base URL, after a
        redirect: then a transport must not add credentials of its own, such as those of a session.

        `headers` are (name, value) pairs, with repeated names kept. `chunks` yields the bytes of the body as they
        arrive, with content codings removed. `close` may be called at any time, more than once, from any thread; the
        caller of `send` always calls it in the end, also after the last chunk.

        Raises TimeoutError when a timeout or the deadline expires, and ConnectionError or another OSError when the
        network fails or the response is incomplete, both from here and from `chunks`. Such an error has an attribute
        `is_retryable` that is False if the response arrived, but is invalid or cannot be decoded. A rejected
        certificate stays an ssl.SSLCertVerificationError. Any other exception is a bug, or comes from the body, and is
        passed through.
        """

    @abstractmethod
    def close(self) -> None:
        """Close idle connections. Responses that are being read stay open until they are closed."""


class AsyncTransport(ABC):
    """The same interface with `async`: `await send(request)`, `async for chunk in chunks`, `await aclose()`."""

    @classmethod
    def __subclasshook__(cls, other: type, /) -> Any:
        return implements(other, "aclose", CO_COROUTINE) if cls is AsyncTransport else NotImplemented

    @abstractmethod
    async def send(self, request: Any) -> AsyncSendResult:
        """Send `request` and return `(status, headers, chunks, close)`; see `Transport.send`.

        `chunks` is an async iterator and `close` an async function. Cancelling any of the waits closes the connection.
        """

    @abstractmethod
    async def aclose(self) -> None:
        """Close idle connections. Responses that are being read stay open until they are closed."""
