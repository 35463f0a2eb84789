# SPDX-License-Identifier: MIT
"""Decide whether, when and how a connection that ended is opened again. No I/O: the steps are performed by others."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any, Mapping, TypedDict  # what `typing.get_type_hints` needs

from ..call.errors import ConfigError
from ..call.header_validation import check_headers
from ..call.headers import mask_headers
from ..call.websocket_errors import ConnectionClosed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Dict, Generator, Optional, Tuple


# Close codes after which another attempt may succeed (RFC 6455 §7.4.1): going away, no code, no close frame, internal
# error, restart, try again later, TLS failed.
RECOVERABLE_CLOSE_CODES = frozenset((1001, 1005, 1006, 1011, 1012, 1013, 1015))
NO_CLOSE_FRAME = 1006


@dataclass(frozen=True)
class ReconnectingEvent:
    """An attempt to open a connection again, before its delay: what `on_reconnecting` is called with.

    `attempt` counts from 1 to `max_attempts`; `delay` is in seconds; `close_code` is why the connection ended, 1006 if
    there was no close frame. `extra_query` and `extra_headers` are those of the attempt.
    """

    attempt: int
    max_attempts: int
    delay: float
    close_code: int
    extra_query: Mapping[str, Any]
    extra_headers: Mapping[str, Any]


class ReconnectingOverrides(TypedDict, total=False):
    """What `on_reconnecting` may return: values for this attempt and later ones, or `abort` to make none."""

    extra_query: Mapping[str, Any]
    extra_headers: Mapping[str, Any]
    abort: bool


def is_recoverable_close(code: int) -> bool:
    """Return whether a connection that was closed with this code may be opened again."""
    return code in RECOVERABLE_CLOSE_CODES


def close_code_of(error: Any) -> int:
    """Return the close code that the server sent; 1006 if it sent none."""
    received = getattr(error, "rcvd", None)
    return NO_CLOSE_FRAME if received is None else int(received.code)


class Reconnection:
    """When a connection is opened again: the options of `connect`, and the number of failed attempts so far.

    `hook` is the option `on_reconnecting`; without it there are no attempts. Raises ConfigError.
    """

    __slots__ = ("hook", "max_retries", "initial_delay", "max_delay", "extra_query", "extra_headers", "attempt")

    def __init__(
        self,
        hook: Optional[Callable[[ReconnectingEvent], Any]] = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        extra_query: Optional[Mapping[str, Any]] = None,
        extra_headers: Optional[Mapping[str, Any]] = None,
    ) -> None:
        if isinstance(max_retries, bool) or not isinstance(max_retries, int) or max_retries < 0:
            raise ConfigError("max_retries: expected a number of attempts, got {!r}".format(max_retries))
        for name, seconds in (("initial_delay", initial_delay), ("max_delay", max_delay)):
            if isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or not seconds >= 0:
                raise ConfigError("{}: expected a number of seconds, got {!r}".format(name, seconds))
        self.hook: Any = hook
        self.max_retries: int = max_retries
        self.initial_delay: float = initial_delay
        self.max_delay: float = max_delay
        self.extra_query: Any = extra_query or {}
        self.extra_headers: Any = extra_headers or {}
        self.attempt: int = 0  # of the attempts since the server last did its work

    def may_recover(self, close_code: int) -> bool:
        """Return whether attempts are made after an end with this close code."""
        return self.hook is not None and is_recoverable_close(close_code)

    def attempts(self, close_code: int) -> Generator[Tuple[str, Any], Any, bool]:
        """Yield the steps to open the connection again; the result is whether it was opened.

        The steps are ("ask", event), which is answered by the result of the hook; ("wait", seconds), by whether the
        program has closed the connection meanwhile; and ("open", None), by whether the connection is open, or by the
        error that prevented it.
        """
        while self.attempt < self.max_retries:
            self.attempt += 1
            delay = min(self.initial_delay * 2.0 ** min(self.attempt - 1, 64), self.max_delay)
            delay *= random.uniform(0.75, 1)  # noqa: S311  # not for cryptography
            event = ReconnectingEvent(
                self.attempt, self.max_retries, delay, close_code, self.extra_query, self.extra_headers
            )
            overrides: Any = (yield "ask", event) or {}
            if overrides.get("abort"):
                return False
            self._apply(overrides)
            if (yield "wait", delay):
                return False
            result: Any = yield "open", None
            if isinstance(result, bool):
                return result
            if isinstance(result, ConnectionClosed):  # closed again, before the queue was sent
                close_code = close_code_of(result)
                if not is_recoverable_close(close_code):
                    return False
        return False

    def _apply(self, overrides: Dict[str, Any]) -> None:
        if "extra_query" in overrides:
            self.extra_query = overrides["extra_query"] or {}
        if "extra_headers" in overrides:
            self.extra_headers = check_headers("extra_headers", mask_headers(overrides["extra_headers"]))
