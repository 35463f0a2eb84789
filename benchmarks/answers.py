# SPDX-License-Identifier: MIT
"""What the benchmark's server answers: whole HTTP answers as bytes, as long and as wordy as the real API's.

What a client must find in them (`TEXT`, `STREAMED`, `VECTORS`, `DIMENSIONS`) stands here too, so that the worker
can tell whether the work was done. Nothing is built on import; the server does that.
"""

import base64
import json
import random
from array import array
from typing import Any, Dict, List

TEXT = "A fine morning to you. " * 12
EVENTS = 500
SHORT = 20  # events of a short stream
TOKEN = " tok%02d"
STREAMED = (EVENTS - 2) * len(TOKEN % 0)  # characters of content in one stream
VECTORS = 100
DIMENSIONS = 1536

# In the order, the lengths and the wordiness of the real ones; two cookies, since some clients parse them.
HEADERS = """HTTP/1.1 200 OK
Date: Sat, 07 Jun 2025 10:21:43 GMT
Connection: keep-alive
access-control-expose-headers: X-Request-ID
openai-organization: user-abcdefghijklmnopqrstuvwx
openai-processing-ms: 412
openai-project: proj_abcdefghijklmnopqrstuvwx
openai-version: 2020-10-01
x-ratelimit-limit-requests: 10000
x-ratelimit-limit-tokens: 2000000
x-ratelimit-remaining-requests: 9999
x-ratelimit-remaining-tokens: 1999982
x-ratelimit-reset-requests: 6ms
x-ratelimit-reset-tokens: 0s
x-request-id: req_0a1b2c3d4e5f60718293a4b5c6d7e8f9
strict-transport-security: max-age=31536000; includeSubDomains; preload
cf-cache-status: DYNAMIC
set-cookie: __cf_bm=k2f.9Xq1-1749291703-1.0.1.1-Zm9v; path=/; expires=Sat, 07-Jun-30 10:51:43 GMT; HttpOnly
set-cookie: _cfuvid=YmFy-1749291703-0.0.1.1-604800000; path=/; HttpOnly
X-Content-Type-Options: nosniff
Server: cloudflare
CF-RAY: 94bfd1e2a3b4c5d6-FRA
alt-svc: h3=":443"; ma=86400
"""

CHAT_BODY: Dict[str, Any] = {
    "id": "chatcmpl-B9MBs8CjcvOLU2n4n570S5qMJKcT",
    "object": "chat.completion",
    "created": 1749291703,
    "model": "gpt-4.1-2025-04-14",
    "choices": [
        {
            "index": 0,
            "message": {"role": "assistant", "content": TEXT, "refusal": None, "annotations": []},
            "logprobs": None,
            "finish_reason": "stop",
        }
    ],
    "usage": {
        "prompt_tokens": 19,
        "completion_tokens": 72,
        "total_tokens": 91,
        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    },
    "service_tier": "default",
    "system_fingerprint": "fp_b3f1157249",
}


def whole(body: Any) -> bytes:
    """Return an answer of known length."""
    content = json.dumps(body, separators=(",", ":")).encode()
    head = HEADERS + "Content-Type: application/json\nContent-Length: %d\n\n" % len(content)
    return head.replace("\n", "\r\n").encode() + content


def without_cookies(answer: bytes) -> bytes:
    """Return an answer without its cookies."""
    return b"\r\n".join(line for line in answer.split(b"\r\n") if not line.startswith(b"set-cookie:"))


def uploaded(size: int) -> bytes:
    """Return the file object of an upload of so many bytes."""
    name = {"id": "file-abc123", "object": "file", "filename": "data.bin", "purpose": "assistants"}
    return whole({**name, "bytes": size, "created_at": 1749291703, "expires_at": None, "status": "processed"})


def event(delta: Dict[str, Any], finish_reason: Any = None) -> bytes:
    """Return one chunk of a chat as a server-sent event."""
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
    common = {key: CHAT_BODY[key] for key in ("id", "created", "model", "service_tier", "system_fingerprint")}
    chunk = {**common, "object": "chat.completion.chunk", "choices": [choice], "usage": None, "obfuscation": "b7Xq"}
    return b"data: " + json.dumps(chunk, separators=(",", ":")).encode() + b"\n\n"


def tokens(number: int) -> List[str]:
    """Return the numbered texts of a stream of so many events, whose first and last have none."""
    return [TOKEN % (position % 100) for position in range(number - 2)]


def stream(number: int = EVENTS) -> List[bytes]:
    """Return the pieces of a streamed answer of so many events: the head, then one HTTP chunk per event."""
    head = HEADERS + "Content-Type: text/event-stream; charset=utf-8\nTransfer-Encoding: chunked\n\n"
    events = [event({"role": "assistant", "content": "", "refusal": None})]
    events += [event({"content": token}) for token in tokens(number)]
    events += [event({}, "stop"), b"data: [DONE]\n\n"]
    chunks = [b"%x\r\n%s\r\n" % (len(content), content) for content in events]
    return [head.replace("\n", "\r\n").encode()] + chunks + [b"0\r\n\r\n"]


def embeddings(encoding_format: str) -> bytes:
    """Return 100 embeddings, as numbers or as base64 of the same 32-bit floats."""
    source = random.Random(7)
    data: List[Dict[str, Any]] = []
    for index in range(VECTORS):
        floats = array("f", (source.gauss(0.0, 0.025) for _ in range(DIMENSIONS)))
        # Nine significant digits tell any 32-bit float from its neighbours, and are what the API writes.
        plain: Any = [float("%.9g" % value) for value in floats]
        vector = base64.b64encode(floats.tobytes()).decode() if encoding_format == "base64" else plain
        data.append({"object": "embedding", "index": index, "embedding": vector})
    usage = {"prompt_tokens": 800, "total_tokens": 800}
    return whole({"object": "list", "data": data, "model": "text-embedding-3-small", "usage": usage})


def partial(size: int) -> str:
    """Return JSON of about that many characters: a list of objects with texts and numbers."""
    items = [{"name": "item %d" % number, "text": TOKEN % 7 * 20, "price": number / 4} for number in range(size // 150)]
    text = json.dumps({"items": items})
    while len(text) < size:
        items.append(items[0])
        text = json.dumps({"items": items})
    return text
