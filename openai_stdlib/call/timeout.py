# SPDX-License-Identifier: MIT
"""`Timeout`, the time limits of a call in seconds. Dependency-free except for the errors."""

from __future__ import annotations

from .errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple

    Seconds = Optional[float]


MAX_SECONDS = 1e8  # three years; more counts as no limit, because sockets cannot represent it


class DeadlineExceeded(TimeoutError):
    """The deadline of the whole call was exceeded. Never retried."""


class Timeout:
    """Time limits of a call in seconds; None means no limit. Immutable.

    `connect` limits opening a connection, `read` each wait for content (in a stream: for the next event), `write` each
    send, `pool` the wait for a connection of a bounded pool, and `deadline` the whole call with all retries and the
    body. The positional argument sets the first four; a Timeout in its place sets all five, and so does a timeout of
    httpx, urllib3 or aiohttp, or a tuple `(connect, read)`: timeout_conversion.py says how. Raises ConfigError for any
    other value that is not a number of seconds.
    """

    __slots__ = ("connect", "read", "write", "pool", "deadline")

    connect: Seconds
    read: Seconds
    write: Seconds
    pool: Seconds
    deadline: Seconds

    def __init__(
        self,
        timeout: Any = None,
        *,
        connect: Any = ...,
        read: Any = ...,
        write: Any = ...,
        pool: Any = ...,
        deadline: Any = ...,
    ) -> None:
        arguments = {"connect": connect, "read": read, "write": write, "pool": pool, "deadline": deadline}
        if timeout is not None and not isinstance(timeout, (int, float, Timeout)):
            from .timeout_conversion import limits_of

            timeout = Timeout(**limits_of(timeout))
        for name, value in arguments.items():
            if value is ...:
                if isinstance(timeout, Timeout):
                    value = getattr(timeout, name)
                else:
                    value = None if name == "deadline" else timeout
            object.__setattr__(self, name, _check_seconds(name, value))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("{0}: a Timeout is immutable; build another one, Timeout(old, {0}=…)".format(name))

    def _values(self) -> Tuple[Seconds, ...]:
        return self.connect, self.read, self.write, self.pool, self.deadline

    @property
    def summary(self) -> str:
        """The limits as text for messages, like `connect 5 s, read 600 s`; "none" if there are none."""
        names = ("connect", "read", "write", "pool", "deadline")
        limits = ["{} {:g} s".format(n, v) for n, v in zip(names, self._values()) if v is not None]
        return ", ".join(limits) or "none"

    def __reduce__(self) -> Any:
        return _restore, self._values()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeout) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return "Timeout(connect={}, read={}, write={}, pool={}, deadline={})".format(*self._values())


def _restore(connect: Seconds, read: Seconds, write: Seconds, pool: Seconds, deadline: Seconds) -> Timeout:
    return Timeout(connect=connect, read=read, write=write, pool=pool, deadline=deadline)


def _check_seconds(name: str, value: Any) -> Seconds:
    """Return a duration as a float, or None for no limit. Raises ConfigError."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= 0:
        raise ConfigError("timeout ({}): {!r} is not a number of seconds; for no limit, pass None".format(name, value))
    return None if value > MAX_SECONDS else float(value)
