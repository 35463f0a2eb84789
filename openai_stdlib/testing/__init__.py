# SPDX-License-Identifier: MIT
"""An embedded server that implements the whole API on loopback, and the contract tests that every transport passes.

`EmbeddedServer` uses the standard library only. It answers every operation of the table in api/, stores the objects
that it creates, records the requests that it receives and injects faults on request. Responses are deterministic; no
model is involved. The request decides about special responses: "use the tool" or "please refuse" in the last message,
a model called "no-such…", a small `max_tokens`, the `prompt` of a transcription, "kill" in the input of a moderation,
the API key "wrong". Its modules: server.py (start and stop), http_connection.py, request_reader.py and
response_writer.py (HTTP/1.1), faults.py (fault injection), routes.py (dispatch), store.py and object_types.py (stored
objects), handlers_*.py (operations with special behaviour), websocket_upgrade.py, websocket_peer.py and *_session.py
(WebSockets: handshake, connection, and dialogues without I/O), server_limits.py (limits that it enforces).

contract/ holds the contract tests; they run against `RawServer`, which plays scripts on sockets.

Names load on first access, so that using the server does not import the contract.
"""

# `_name_modules` imports modules without using them.
# pyright: reportUnusedImport=false

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .contract import AsyncTransportContract as AsyncTransportContract
    from .contract import AsyncWebSocketTransportContract as AsyncWebSocketTransportContract
    from .contract import Certificates as Certificates
    from .contract import TransportContract as TransportContract
    from .contract import TransportOptions as TransportOptions
    from .contract import WebSocketTransportContract as WebSocketTransportContract
    from .faults import Fault as Fault
    from .raw_server import RawServer as RawServer
    from .recorded_request import Part as Part
    from .recorded_request import RecordedRequest as RecordedRequest
    from .server import EmbeddedServer as EmbeddedServer
    from .server_limits import ServerLimits as ServerLimits

# Public name -> the module that defines it.
_MODULES = {
    "AsyncTransportContract": "contract",
    "AsyncWebSocketTransportContract": "contract",
    "Certificates": "contract",
    "EmbeddedServer": "server",
    "Fault": "faults",
    "Part": "recorded_request",
    "RawServer": "raw_server",
    "RecordedRequest": "recorded_request",
    "ServerLimits": "server_limits",
    "TransportContract": "contract",
    "TransportOptions": "contract",
    "WebSocketTransportContract": "contract",
}
__all__ = list(_MODULES)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    """Import a public name on first access (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    value: object = getattr(__import__(__name__ + "." + _MODULES[name], None, None, [name]), name)
    globals()[name] = value
    return value


def _name_modules() -> None:  # pyright: ignore[reportUnusedFunction]
    """Name the modules to tools that collect those of a program, as ../__init__.py does. Nothing calls it."""
    from . import contract, faults, raw_server, recorded_request, server, server_limits  # noqa: F401


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
