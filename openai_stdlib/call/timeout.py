# SPDX-License-Identifier: MIT
"""`Timeout`, the time limits of a call in seconds. Dependency-free except for the errors."""

from __future__ import annotations

from .errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple

    Seconds = Optional[float]


NAMES = ("connect", "read", "write", "pool", "deadline", "first_byte", "first_event", "between_events")
SHARED = NAMES[:4]  # set by a single number
EVENT_LIMITS = NAMES[5:]
MAX_SECONDS = 1e8  # three years; more counts as no limit, because sockets cannot represent it


class DeadlineExceeded(TimeoutError):
    """The deadline of the whole call was exceeded. Never retried."""


class Timeout:
    """Time limits of a call in seconds. None, the default of each, means no limit. Immutable.

    `connect` limits opening a connection, `read` each wait for content (in a stream: for the next event), `write` each
    send, `pool` the wait for a connection of a bounded pool, and `deadline` the whole call with all retries and the
    body. A `deadline` may also be a callable, which each call asks at its start for the seconds that are left.

    `first_byte` limits each attempt until the status and headers of the response have arrived, `first_event` each
    attempt of a stream until its first event, and `between_events` the wait for each further event. Comments, and what
    else keeps a connection open, are no events. Only the time in which the call waits counts.

    The positional argument sets the first four. In its place, a Timeout sets all limits, and a timeout of httpx,
    urllib3 or aiohttp, or a tuple `(connect, read)`, those that it has. Raises ConfigError for any other value that is
    not a number of seconds.
    """

    __slots__ = (*NAMES, "needs_watch")

    connect: Seconds
    read: Seconds
    write: Seconds
    pool: Seconds
    deadline: Any  # Seconds, or a callable that returns them
    first_byte: Seconds
    first_event: Seconds
    between_events: Seconds
    needs_watch: bool  # whether a limit is set that transports don't enforce, or the deadline is a callable

    def __init__(
        self,
        timeout: Any = None,
        *,
        connect: Any = ...,
        read: Any = ...,
        write: Any = ...,
        pool: Any = ...,
        deadline: Any = ...,
        first_byte: Any = ...,
        first_event: Any = ...,
        between_events: Any = ...,
    ) -> None:
        if timeout is not None and not isinstance(timeout, (int, float, Timeout)):
            from .timeout_conversion import limits_of

            timeout = Timeout(**limits_of(timeout))
        set_attribute = object.__setattr__
        arguments = (connect, read, write, pool, deadline, first_byte, first_event, between_events)
        if isinstance(timeout, Timeout):
            for name, value in zip(NAMES, arguments):
                set_attribute(self, name, getattr(timeout, name) if value is ... else _check_seconds(name, value))
        else:
            for name, value in zip(NAMES, arguments):
                if value is ...:
                    value = timeout if name in SHARED else None
                set_attribute(self, name, _check_seconds(name, value))
        needs_watch = callable(self.deadline) or not (
            self.first_byte is self.first_event is self.between_events is None
        )
        set_attribute(self, "needs_watch", needs_watch)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("{0}: a Timeout is immutable; build another one, Timeout(old, {0}=…)".format(name))

    def _values(self) -> Tuple[Any, ...]:
        return tuple(getattr(self, name) for name in NAMES)

    @property
    def summary(self) -> str:
        """The limits as text for messages, like `connect 5 s, read 600 s`; "none" if there are none."""
        limits = [(name, value) for name, value in zip(NAMES, self._values()) if value is not None]
        return ", ".join(n + (" of a callable" if callable(v) else " {:g} s".format(v)) for n, v in limits) or "none"

    def __reduce__(self) -> Any:
        return _restore, self._values()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeout) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        values = zip(NAMES, self._values())
        shown = [(name, value) for name, value in values if name not in EVENT_LIMITS or value is not None]
        return "Timeout({})".format(", ".join("{}={}".format(name, value) for name, value in shown))


def _restore(*values: Any) -> Timeout:
    return Timeout(**dict(zip(NAMES, values)))


def _check_seconds(name: str, value: Any) -> Seconds:
    """Return a duration as a float, or None for no limit; a deadline also as a callable. Raises ConfigError."""
    if value is None:
        return None
    if name == "deadline" and callable(value) and not isinstance(value, type):
        deadline: Any = value
        return deadline  # type: ignore[no-any-return]
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= 0:
        raise ConfigError("timeout ({}): {!r} is not a number of seconds; for no limit, pass None".format(name, value))
    return None if value > MAX_SECONDS else float(value)
