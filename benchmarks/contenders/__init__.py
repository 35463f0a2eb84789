# SPDX-License-Identifier: MIT
"""The contenders: one module each, with a class `Client(url)` that has the same four methods.

`chat()` returns the output text, `stream()` the number of characters streamed, `embeddings()` lists of floats, and
`upload(path)` the number of bytes that the server counted. Contenders for asyncio have an `AsyncClient(url)`, created
in the event loop, with `chat()`, `close()` and in some cases `stream_text()`, which returns the text of a stream.

The modules must import only what a call needs, not even `typing`: any other import would count as the contender's time
and memory.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

KEY = "k"
MODEL = "gpt-4.1"
CONNECTIONS = 1000  # maximum of an async client; the default of both SDKs
MESSAGES: "Any" = [{"role": "user", "content": "hi"}]  # plain dicts, whatever types a library's stubs expect
INPUTS = ["a line of text to embed"] * 100

CHAT: "Dict[str, object]" = {"model": MODEL, "messages": MESSAGES}
STREAM: "Dict[str, object]" = {"model": MODEL, "messages": MESSAGES, "stream": True}
EMBEDDINGS: "Dict[str, object]" = {"model": MODEL, "input": INPUTS, "encoding_format": "base64"}
HEADERS = {"Authorization": "Bearer " + KEY, "Content-Type": "application/json"}
