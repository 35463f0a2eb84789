# SPDX-License-Identifier: MIT
"""What tests need: the embedded server, the whole API on loopback; and the contract that every transport holds.

The embedded server is an HTTP/1.1 server of the standard library alone that answers every row of the table, keeps what
it is given, records what it was asked and misbehaves on request. Answers are deterministic; nothing here calls a model.
What a request says decides what it gets: "use the tool" or "please refuse" in the last message, a model called
"no-such…", a small max_tokens, the `prompt` of a transcription, "kill" in a moderation's input, a key "wrong".
Its files: server.py (start and stop), wire.py (HTTP), faults.py (misbehaviour and its directives), routes.py (from
a request to an answer), state.py and kinds.py (what is kept), answers_*.py (what is special).

The contract is in contract/, and raw_server.py, which plays scripts on sockets, is the other side of its wire.
Names load when they are touched: whoever wants the server doesn't pay for the contract.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .contract import AsyncTransportContract as AsyncTransportContract
    from .contract import Certificates as Certificates
    from .contract import TransportContract as TransportContract
    from .contract import TransportOptions as TransportOptions
    from .faults import Fault as Fault
    from .raw_server import RawServer as RawServer
    from .recorded_request import Part as Part
    from .recorded_request import RecordedRequest as RecordedRequest
    from .server import EmbeddedServer as EmbeddedServer

# name: the module that it lives in
_MODULES = {
    "AsyncTransportContract": "contract",
    "Certificates": "contract",
    "EmbeddedServer": "server",
    "Fault": "faults",
    "Part": "recorded",
    "RawServer": "raw_server",
    "RecordedRequest": "recorded",
    "TransportContract": "contract",
    "TransportOptions": "contract",
}
__all__ = list(_MODULES)


def __getattr__(name: str) -> object:
    """Load a name on its first touch (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    found: object = getattr(__import__(__name__ + "." + _MODULES[name], None, None, [name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
