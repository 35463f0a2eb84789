# SPDX-License-Identifier: MIT
"""The embedded server: the whole API on loopback, for tests and for trying things out.

Lives here: an HTTP/1.1 server of the standard library alone that answers every row of the table, keeps what it is
given, records what it was asked and misbehaves on request. Answers are deterministic; nothing here calls a model.
What a request says decides what it gets: "use the tool" or "please refuse" in the last message, a model called
"no-such…", a small max_tokens, the `prompt` of a transcription, "kill" in a moderation's input, a key "wrong".
Neighbours: server.py (start and stop), wire.py (HTTP), faults.py (misbehaviour and its directives), routes.py (from
a request to an answer), state.py and kinds.py (what is kept), answers_*.py (what is special).
"""

from __future__ import annotations

from .faults import Fault
from .recorded import Part, Recorded
from .server import EmbeddedServer

__all__ = ["EmbeddedServer", "Fault", "Part", "Recorded"]
