# SPDX-License-Identifier: MIT
"""`Timeout`: how long each step of a call may take, in seconds. A leaf: imports nothing of ours but the errors."""

from __future__ import annotations

from .errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple, Union

    Seconds = Optional[float]


MAX_SECONDS = 1e8  # seconds, three years; what is more counts as no limit, since no clock of a socket can hold it


class DeadlineExceeded(TimeoutError):
    """The time for the whole call is over; nothing is tried again after this."""


class Timeout:
    """Seconds for each step of a call; None means no limit.

    `connect` is for opening a connection, `read` for each wait for bytes (in a stream: for the next event), `write`
    for each send, `pool` for a free place in a bounded pool, and `deadline` for the whole call with all its retries
    and the body. A single number stands for the first four.
    """

    __slots__ = ("connect", "read", "write", "pool", "deadline")

    connect: Seconds
    read: Seconds
    write: Seconds
    pool: Seconds
    deadline: Seconds

    def __init__(
        self,
        timeout: Union[Seconds, Timeout] = None,
        *,
        connect: Any = ...,
        read: Any = ...,
        write: Any = ...,
        pool: Any = ...,
        deadline: Any = ...,
    ) -> None:
        given = {"connect": connect, "read": read, "write": write, "pool": pool, "deadline": deadline}
        for name, value in given.items():
            if value is ...:
                if isinstance(timeout, Timeout):
                    value = getattr(timeout, name)
                else:
                    value = None if name == "deadline" else timeout
            object.__setattr__(self, name, _seconds(name, value))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a Timeout doesn't change: make another, Timeout(old, {}=…)".format(name))

    def _values(self) -> Tuple[Seconds, ...]:
        return self.connect, self.read, self.write, self.pool, self.deadline

    @property
    def summary(self) -> str:
        """The limits there are, for messages: `connect 5 s, read 600 s`."""
        names = ("connect", "read", "write", "pool", "deadline")
        limits = ["{} {:g} s".format(n, v) for n, v in zip(names, self._values()) if v is not None]
        return ", ".join(limits) or "none"

    def __reduce__(self) -> Any:
        return _timeout, self._values()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeout) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return "Timeout(connect={}, read={}, write={}, pool={}, deadline={})".format(*self._values())


def _timeout(connect: Seconds, read: Seconds, write: Seconds, pool: Seconds, deadline: Seconds) -> Timeout:
    return Timeout(connect=connect, read=read, write=write, pool=pool, deadline=deadline)


def _seconds(name: str, value: Any) -> Seconds:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= 0:
        raise ConfigError("timeout ({}): {!r} is not a number of seconds; None means no limit".format(name, value))
    return None if value > MAX_SECONDS else float(value)
