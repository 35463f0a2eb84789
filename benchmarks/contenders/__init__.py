# SPDX-License-Identifier: MIT
"""The contenders: a module each, with a class `Client(url)` and the same four methods.

`chat()` returns the answer's text, `stream()` the number of characters streamed, `embeddings()` lists of floats, and
`upload(path)` what the server counted. Those for asyncio have an `AsyncClient(url)`, made in the event loop, with
`chat()`, `close()` and some with `streamed()`, the text of a stream.

The modules import what they need to make a call and no more, not even `typing`: in the rows on processes and memory,
an import of ours would count as theirs.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

KEY = "k"
MODEL = "gpt-4.1"
CONNECTIONS = 1000  # that an async client may open at once; what both SDKs have by default
MESSAGES: "Any" = [{"role": "user", "content": "hi"}]  # plain dicts, whatever a library's stubs would rather have
INPUTS = ["a line of text to embed"] * 100

CHAT: "Dict[str, object]" = {"model": MODEL, "messages": MESSAGES}
STREAM: "Dict[str, object]" = {"model": MODEL, "messages": MESSAGES, "stream": True}
EMBEDDINGS: "Dict[str, object]" = {"model": MODEL, "input": INPUTS, "encoding_format": "base64"}
HEADERS = {"Authorization": "Bearer " + KEY, "Content-Type": "application/json"}
