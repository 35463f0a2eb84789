# SPDX-License-Identifier: MIT
"""`DefaultHttpxClient` and its kin: HTTP clients of other libraries with the defaults of the official package.

A class is made when its name is touched, from the library that is installed: httpx2, or else httpx; from httpx for a
program that has imported only that.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple

# Name -> its base class, and the libraries that may have it.
CLIENTS: Dict[str, Tuple[str, Tuple[str, ...]]] = {
    "DefaultHttpxClient": ("Client", ("httpx2", "httpx")),
    "DefaultAsyncHttpxClient": ("AsyncClient", ("httpx2", "httpx")),
    "DefaultHttpx2Client": ("Client", ("httpx2",)),
    "DefaultAsyncHttpx2Client": ("AsyncClient", ("httpx2",)),
    "DefaultAioHttpClient": ("AsyncClient", ("httpx2", "httpx")),
}
MAX_CONNECTIONS, MAX_IDLE_CONNECTIONS = 1000, 100
TIMEOUT, CONNECT_TIMEOUT = 600.0, 5.0  # seconds


def __getattr__(name: str) -> Any:
    if name == "DEFAULT_CONNECTION_LIMITS":
        value = _default_limits()
    elif name in CLIENTS:
        value = _make_class(name, *CLIENTS[name])
    else:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    globals()[name] = value
    return value


def __dir__() -> Any:
    return [*CLIENTS, "DEFAULT_CONNECTION_LIMITS"]


def _import(name: str, libraries: Tuple[str, ...]) -> Any:
    """Return the first library that is loaded, or else that can be imported. Raises ImportError, which names it."""
    for library in sorted(libraries, key=lambda library: library not in sys.modules):
        try:
            return __import__(library)
        except ImportError:
            pass
    message = "{} needs {}: pip install {}. Without it, leave http_client out or pass transport=…"
    raise ImportError(message.format(name, " or ".join(libraries), libraries[0]))


class _Limits:
    """The default limits for a program without either library."""

    max_connections = MAX_CONNECTIONS
    max_keepalive_connections = MAX_IDLE_CONNECTIONS
    keepalive_expiry = 5.0  # seconds


def _default_limits() -> Any:
    try:
        return _limits(_import("DEFAULT_CONNECTION_LIMITS", ("httpx2", "httpx")))
    except ImportError:
        return _Limits()


def _limits(library: Any) -> Any:
    return library.Limits(max_connections=MAX_CONNECTIONS, max_keepalive_connections=MAX_IDLE_CONNECTIONS)


def _make_class(name: str, base_name: str, libraries: Tuple[str, ...]) -> Any:
    """Return a subclass of a client of the library, with other defaults.

    Without a library it is a class that cannot be instantiated, so that programs that only name it can be imported.
    """
    try:
        library = _import(name, libraries)
    except ImportError as error:
        return _make_placeholder(name, str(error))
    base: Any = getattr(library, base_name)

    def initialize(self: Any, **options: Any) -> None:
        """Make a client; the options are those of the base class."""
        defaults: Dict[str, Any] = {
            "timeout": library.Timeout(TIMEOUT, connect=CONNECT_TIMEOUT),
            "limits": _limits(library),
            "follow_redirects": True,
        }
        if name == "DefaultAioHttpClient" and "transport" not in options:
            defaults["transport"] = _aiohttp_transport(library)
        base.__init__(self, **{**defaults, **options})

    return type(name, (base,), {"__init__": initialize, "__module__": __name__, "__doc__": base.__doc__})


def _make_placeholder(name: str, message: str) -> Any:
    def initialize(self: Any, **options: Any) -> None:
        raise RuntimeError(message)

    return type(name, (), {"__init__": initialize, "__module__": __name__, "__doc__": message})


def _aiohttp_transport(library: Any) -> Any:
    try:
        transport = _import("DefaultAioHttpClient", ("httpx_aiohttp",)).AiohttpTransport
    except ImportError:
        message = "DefaultAioHttpClient needs httpx-aiohttp: pip install httpx-aiohttp, or pass "
        message += "transport=AiohttpTransport() to the client of this library"
        raise RuntimeError(message) from None
    return transport(limits=_limits(library))
