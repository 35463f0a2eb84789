# SPDX-License-Identifier: MIT
"""Read the timeouts of other libraries by their attributes. Imported when somebody passes one.

| value | connect | read | write | pool | deadline |
|---|---|---|---|---|---|
| `httpx.Timeout`, `httpx2.Timeout` | connect | read | write | pool | |
| `urllib3.Timeout` | connect | read | read | | total |
| `aiohttp.ClientTimeout` | the shorter of sock_connect and connect | sock_read | | connect | total |
| `(connect, read)` of requests | connect | read | read | | |
| `(connect, read, write[, pool])` of httpx | connect | read | write | pool | |

No limit is None; for aiohttp 0 too.
"""

from __future__ import annotations

from .errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

FIELDS = ("connect", "read", "write", "pool")
OWN_FIELDS = ("deadline", "first_byte", "first_event", "between_events")  # of another copy of this package


def limits_of(timeout: Any) -> Dict[str, Any]:
    """Return the keyword arguments of the `Timeout` that stands for a timeout of another library. Raises ConfigError.

    The values are not checked.
    """
    if isinstance(timeout, tuple) and 2 <= len(timeout) <= 4:
        limits: Dict[str, Any] = dict(zip(FIELDS, timeout + (None, None)))
        if len(timeout) == 2:
            limits["write"] = limits["read"]
        return limits
    return _limits_of_object(timeout)


def _limits_of_object(timeout: Any) -> Dict[str, Any]:
    if not isinstance(timeout, type):
        if all(hasattr(timeout, name) for name in FIELDS):  # httpx, or another copy of this package
            limits = {name: getattr(timeout, name) for name in FIELDS}
            return {**limits, **{name: getattr(timeout, name, None) for name in OWN_FIELDS}}
        if hasattr(type(timeout), "connect_timeout") and hasattr(type(timeout), "read_timeout"):  # urllib3
            total = _without_default(timeout.total)
            try:
                read = _without_default(timeout.read_timeout)
            except Exception:  # only a total, and what it leaves for reading depends on a clock that isn't running
                read = total
            connect = _without_default(timeout.connect_timeout)
            return {"connect": connect, "read": read, "write": read, "pool": None, "deadline": total}
        if hasattr(timeout, "sock_read") and hasattr(timeout, "sock_connect"):  # aiohttp
            connect = [value for value in (timeout.sock_connect, timeout.connect) if value]
            return {
                "connect": min(connect, default=None),
                "read": timeout.sock_read or None,
                "write": None,
                "pool": timeout.connect or None,
                "deadline": timeout.total or None,
            }
    raise ConfigError("timeout: expected seconds, a Timeout or None, got {}".format(type(timeout).__name__))


def _without_default(value: Any) -> Any:
    """Return None for urllib3's mark of a default, which stands for no limit."""
    return None if type(value).__module__.partition(".")[0] == "urllib3" else value
