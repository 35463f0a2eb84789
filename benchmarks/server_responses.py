# SPDX-License-Identifier: MIT
"""HTTP responses of the benchmark server as bytes, with the length and the headers of the real API's responses.

`TEXT`, `STREAMED_CHARACTERS`, `VECTORS` and `DIMENSIONS` describe the contents, so that workers can check the results
of a client; so do the functions for events of WebSockets. Importing this module builds no response; the server does.
"""

import base64
import json
import random
from array import array
from typing import Any, Dict, List

TEXT = "A fine morning to you. " * 12
EVENTS = 500
SHORT_STREAM_EVENTS = 20
TOKEN = " tok%02d"
STREAMED_CHARACTERS = (EVENTS - 2) * len(TOKEN % 0)  # of content in one stream
BURST = 500  # small WebSocket messages, in one direction
AUDIO = "//79/wIABQD8" * 18  # base64 of 20 ms of G.711
CLIENT_EVENT = '{"type":"input_audio_buffer.append","audio":"%s"}' % AUDIO
LARGE_AUDIO = "//79/wIABQD8" * 83333  # 1 MB
LARGE_CLIENT_EVENT = '{"type":"input_audio_buffer.append","audio":"%s"}' % LARGE_AUDIO
VECTORS = 100
DIMENSIONS = 1536

# In the order and with the lengths of the real headers; two cookies, because some clients parse them.
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


def json_response(body: Any) -> bytes:
    """Build a response with a JSON body and its Content-Length."""
    content = json.dumps(body, separators=(",", ":")).encode()
    head = HEADERS + "Content-Type: application/json\nContent-Length: %d\n\n" % len(content)
    return head.replace("\n", "\r\n").encode() + content


def strip_cookies(response: bytes) -> bytes:
    """Return a response without its cookies."""
    return b"\r\n".join(line for line in response.split(b"\r\n") if not line.startswith(b"set-cookie:"))


def upload_response(size: int) -> bytes:
    """Build the response to an upload of `size` bytes."""
    file = {"id": "file-abc123", "object": "file", "filename": "data.bin", "purpose": "assistants"}
    return json_response({**file, "bytes": size, "created_at": 1749291703, "expires_at": None, "status": "processed"})


def encode_event(delta: Dict[str, Any], finish_reason: Any = None) -> bytes:
    """Encode one chunk of a chat completion as a server-sent event."""
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
    common = {key: CHAT_BODY[key] for key in ("id", "created", "model", "service_tier", "system_fingerprint")}
    chunk = {**common, "object": "chat.completion.chunk", "choices": [choice], "usage": None, "obfuscation": "b7Xq"}
    return b"data: " + json.dumps(chunk, separators=(",", ":")).encode() + b"\n\n"


def stream_tokens(count: int) -> List[str]:
    """Return the tokens of a stream of `count` events, of which the first and the last have none."""
    return [TOKEN % (position % 100) for position in range(count - 2)]


def stream_response(count: int = EVENTS) -> List[bytes]:
    """Build a streamed response of `count` events: the head, then one HTTP chunk for each event."""
    head = HEADERS + "Content-Type: text/event-stream; charset=utf-8\nTransfer-Encoding: chunked\n\n"
    events = [encode_event({"role": "assistant", "content": "", "refusal": None})]
    events += [encode_event({"content": token}) for token in stream_tokens(count)]
    events += [encode_event({}, "stop"), b"data: [DONE]\n\n"]
    chunks = [b"%x\r\n%s\r\n" % (len(content), content) for content in events]
    return [head.replace("\n", "\r\n").encode()] + chunks + [b"0\r\n\r\n"]


def embeddings_response(encoding_format: str) -> bytes:
    """Build a response with 100 embeddings, as numbers or as base64 of the same 32-bit floats."""
    generator = random.Random(7)
    data: List[Dict[str, Any]] = []
    for index in range(VECTORS):
        floats = array("f", (generator.gauss(0.0, 0.025) for _ in range(DIMENSIONS)))
        # Nine significant digits identify a 32-bit float, and the API writes as many.
        numbers: Any = [float("%.9g" % value) for value in floats]
        vector = base64.b64encode(floats.tobytes()).decode() if encoding_format == "base64" else numbers
        data.append({"object": "embedding", "index": index, "embedding": vector})
    usage = {"prompt_tokens": 800, "total_tokens": 800}
    return json_response({"object": "list", "data": data, "model": "text-embedding-3-small", "usage": usage})


def make_json(size: int) -> str:
    """Return JSON of at least `size` characters, hardly more: a list of objects with texts and numbers."""
    items = [{"name": "item %d" % number, "text": TOKEN % 7 * 20, "price": number / 4} for number in range(size // 150)]
    text = json.dumps({"items": items})
    while len(text) < size:
        items.append(items[0])
        text = json.dumps({"items": items})
    return text


def encode_realtime_event(kind: str, delta: str, number: int = 0) -> str:
    """Encode a server event of the Realtime API, with the lengths of a real one."""
    event = {
        "type": kind,
        "event_id": "event_CCXHxROJSsYyGxYQw%04d" % number,
        "response_id": "resp_CCXHwcmeKWjEHp0pVQQ6Z",
        "item_id": "item_CCXHwGHtI9CYDmCB8S3rn",
        "output_index": 0,
        "content_index": 0,
        "delta": delta,
    }
    return json.dumps(event, separators=(",", ":"))


def small_event(number: int) -> str:
    """Return the small event with a number."""
    return encode_realtime_event("response.output_text.delta", TOKEN % (number % 100), number)


def large_event() -> str:
    """Return the event of 1 MB."""
    return encode_realtime_event("response.output_audio.delta", LARGE_AUDIO)
