# SPDX-License-Identifier: MIT
"""Abort a call from another thread while it waits: for a name, a connection, a response head, or the next attempt.

A transport that can be woken calls `request.on_wait(wake)` before it waits, if the request has that attribute; requests
of other calls have none, so they cost nothing.
"""

from __future__ import annotations

import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional

    from .base import SendResult

CANCELLED = "the call was cancelled"


class Abort:
    """Ends the waits of one call, made by one thread, when another thread asks for it."""

    __slots__ = ("aborted", "_wake")

    def __init__(self) -> None:
        self.aborted: bool = False
        self._wake: Optional[Callable[[], Any]] = None

    def on_wait(self, wake: Optional[Callable[[], Any]] = None) -> None:
        """Keep the function that ends the next wait. Raises ConnectionError if the call has been aborted."""
        # `abort` sets `aborted` and then reads `_wake`, so at least one of the two sees the other.
        self._wake = wake
        if self.aborted:
            raise ConnectionError(CANCELLED)

    def abort(self) -> None:
        """Wake the thread, and refuse what it does next. May be called by any thread, more than once."""
        self.aborted = True
        wake = self._wake
        if wake is not None:
            wake()


class AbortableRequest:
    """A request whose transport tells an `Abort` how to end its waits."""

    def __init__(self, request: Any, abort: Abort) -> None:
        self.method: str = request.method
        self.url: Any = request.url
        self.headers: Any = request.headers
        self.body: Any = request.body
        self.timeout: Any = request.timeout
        self.on_wait: Callable[..., None] = abort.on_wait
        self._request = request
        self.on_stage: Optional[Callable[[str], None]] = getattr(request, "on_stage", None)

    def __getattr__(self, name: str) -> Any:
        if name == "_request":  # of a copy that is not complete yet
            raise AttributeError(name)
        return getattr(self._request, name)


class AbortableTransport:
    """A sync transport for one call that can be aborted, with the `sleep` between its attempts."""

    def __init__(self, transport: Any, abort: Abort) -> None:
        self._transport = transport
        self._abort = abort

    def send(self, request: Any) -> SendResult:
        """Send a request; see `Transport.send`. From then on, aborting closes the response."""
        result: SendResult = self._transport.send(AbortableRequest(request, self._abort))
        try:
            self._abort.on_wait(result[3])
        except BaseException:
            result[3]()
            raise
        return result

    def sleep(self, seconds: float) -> None:
        """Wait for `seconds`. Raises ConnectionError if the call is aborted."""
        event = threading.Event()
        self._abort.on_wait(event.set)
        sleep = getattr(self._transport, "sleep_in_call", None)  # of a call with a token
        if sleep is None:
            event.wait(seconds)
        else:
            sleep(seconds, event)
        self._abort.on_wait()
