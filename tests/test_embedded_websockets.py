# SPDX-License-Identifier: MIT
"""The WebSockets of the embedded server: handshakes, dialogues, faults and the end, with both kinds of connections."""

from __future__ import annotations

import asyncio
import base64
import gc
import http.client
import json
import random
import socket
import ssl
import struct
import threading
import time
from typing import Any, Iterator

import pytest

from . import load, package

websocket = load("websocket")
errors = load("call.api_errors")
testing = load("testing")
endpoints = load("connections.endpoints")
upgrade = load("testing.websocket_upgrade")
realtime_session = load("testing.realtime_session")
peer = load("testing.websocket_peer")
faults = load("testing.faults")
recorded_request, store = load("testing.recorded_request"), load("testing.store")
server_responses = load("testing.server_responses")
websocket_session, responses_session = load("testing.websocket_session"), load("testing.responses_session")

LIMIT = 30  # seconds that a test waits at most
KEY = {"Authorization": "Bearer k"}
BETA = {"OpenAI-Beta": "realtime=v1"}
AUDIO = base64.b64encode(bytes(9600)).decode()  # 200 ms
TEXT = "Hello from the embedded server! You said: "
FUNCTION = {"type": "function", "name": "f", "parameters": {"type": "object", "properties": {"a": {"type": "integer"}}}}


class Sync:
    """A connection for threads."""

    connection: Any = None

    def connect(self, url: str, **options: Any) -> None:
        self.connection = websocket.connect(url, proxy="", **options)

    def send(self, message: Any) -> None:
        self.connection.send(message)

    def recv(self, timeout: float = LIMIT) -> Any:
        return self.connection.recv(timeout=timeout)

    def close(self, code: int = 1000) -> None:
        self.connection.close(code)


class Async:
    """A connection of asyncio with the methods of the other one."""

    connection: Any = None

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()

    def connect(self, url: str, **options: Any) -> None:
        self.connection = self.loop.run_until_complete(websocket.aconnect(url, proxy="", **options))

    def send(self, message: Any) -> None:
        self.loop.run_until_complete(self.connection.send(message))

    def recv(self, timeout: float = LIMIT) -> Any:
        return self.loop.run_until_complete(self.connection.recv(timeout=timeout))

    def close(self, code: int = 1000) -> None:
        self.loop.run_until_complete(self.connection.close(code))


@pytest.fixture(params=["threads", "asyncio"])
def client(request: Any) -> Iterator[Any]:
    """Return a client that is not connected yet; it is closed after the test."""
    client: Any = Sync() if request.param == "threads" else Async()
    yield client
    if client.connection is not None:
        client.close()
    if request.param == "asyncio":
        client.loop.close()


def connect(client: Any, server: Any, path: str = "realtime?model=gpt-realtime", **options: Any) -> Any:
    """Connect a client to a path of the server; `headers` are added to the key. Close its last connection."""
    if client.connection is not None:
        client.close()
    headers = {**KEY, **options.pop("headers", {})}
    client.connect("ws" + server.url[4:] + "/v1/" + path, headers=headers, **options)
    return client


def send(client: Any, *events: Any) -> None:
    """Send events as JSON, and text and bytes as they are."""
    for event in events:
        client.send(json.dumps(event) if isinstance(event, dict) else event)


def receive(client: Any, until: str) -> list[dict[str, Any]]:
    """Return the events up to one of a type, or to an error."""
    events = []
    while True:
        events.append(json.loads(client.recv()))
        if events[-1]["type"] in (until, "error"):
            return events


def matches(value: Any, pattern: Any) -> bool:
    """Return whether a value has what a pattern has: for objects these keys, for lists the elements, else equality."""
    if isinstance(pattern, type):
        return isinstance(value, pattern)
    if isinstance(pattern, dict):
        return isinstance(value, dict) and all(matches(value.get(key, ...), part) for key, part in pattern.items())
    if isinstance(pattern, list):
        return isinstance(value, list) and len(value) == len(pattern) and all(map(matches, value, pattern))
    return bool(value == pattern)


def check_dialogue(client: Any, steps: list[Any]) -> None:
    """Send the client events of each step, and compare what comes back: types, or objects as for `matches`."""
    for sent, expected in steps:
        send(client, *(sent if isinstance(sent, list) else [sent] * (sent is not None)))
        patterns = [{"type": item} if isinstance(item, str) else item for item in expected]
        received = [json.loads(client.recv()) for _ in patterns]
        for event, pattern in zip(received, patterns):
            assert matches(event, pattern), (event, pattern)


def user(text: str, **fields: Any) -> dict[str, Any]:
    content = [{"type": "input_text", "text": text}]
    item = {"type": "message", "role": "user", "content": content, **fields}
    return {"type": "conversation.item.create", "item": item}


def add(type_: str, **fields: Any) -> dict[str, Any]:
    return {"type": type_, **fields}


# The handshake

HANDSHAKE = {
    "Host": "h",
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
    **KEY,
}
ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="  # for the key above, by RFC 6455 §1.3
UPGRADE = {"Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
# Fields of the request that differ -> status, fields of the response, and the code of the error.
HANDSHAKES: list[tuple[str, dict[str, Any], int, dict[str, Any], Any]] = [
    ("/v1/realtime", {}, 101, {"Upgrade": "websocket", "Sec-WebSocket-Accept": ACCEPT, "x-request-id": str}, None),
    ("/v1/realtime", {"Upgrade": "WebSocket", "Connection": "keep-alive, upgrade"}, 101, {}, None),
    ("/v1/realtime", {"Sec-WebSocket-Protocol": "other"}, 101, {"Sec-WebSocket-Protocol": None}, None),
    (
        "/v1/realtime",
        {"Authorization": None, "Sec-WebSocket-Protocol": "realtime, openai-insecure-api-key.k"},
        101,
        {"Sec-WebSocket-Protocol": "realtime"},
        None,
    ),
    ("/v1/realtime", {"Authorization": None, "api-key": "k"}, 101, {}, None),
    ("/openai/realtime?api-version=1&deployment=d", {"Authorization": None, "api-key": "k"}, 101, {}, None),
    ("/v1/realtime", {"Authorization": None}, 401, {}, "invalid_api_key"),
    ("/v1/realtime", {"Authorization": "Bearer wrong"}, 401, {}, "invalid_api_key"),
    (
        "/v1/realtime",
        {"Authorization": None, "Sec-WebSocket-Protocol": "realtime, openai-insecure-api-key.sk-wrong, x"},
        401,
        {},
        "invalid_api_key",
    ),
    ("/v1/realtime", {"Upgrade": None}, 426, UPGRADE, "upgrade_required"),
    ("/v1/realtime", {"Upgrade": "h2c"}, 426, UPGRADE, "upgrade_required"),
    ("/v1/realtime", {"Connection": "keep-alive"}, 426, UPGRADE, "upgrade_required"),
    ("/v1/realtime", {"Sec-WebSocket-Version": "8"}, 426, UPGRADE, "upgrade_required"),
    ("/v1/realtime", {"Sec-WebSocket-Version": None}, 426, UPGRADE, "upgrade_required"),
    ("/v1/responses", {"Upgrade": None}, 426, UPGRADE, "upgrade_required"),
    ("/v1/live/sessions/s/attach", {"Upgrade": None, "Authorization": None}, 426, UPGRADE, "upgrade_required"),
    ("/v1/realtime", {"Sec-WebSocket-Key": None}, 400, {}, None),
    ("/v1/realtime", {"Sec-WebSocket-Key": "dG9vIHNob3J0"}, 400, {}, None),
    ("/v1/realtime", {"Sec-WebSocket-Key": "not base64!"}, 400, {}, None),
    ("/v1/realtime", {"Sec-WebSocket-Extensions": "a; b; ="}, 400, {}, None),
    ("/v1/realtime?model=no-such-model", {}, 404, {}, "model_not_found"),
    ("/v1/realtime/translations", {}, 400, {}, "missing_required_parameter"),
    ("/v1/live/sessions/no-such/fork", {}, 404, {}, None),
    ("/v1/realtime/nothing", {}, 404, {}, None),
    ("/v1/chat/completions", {}, 200, {}, None),  # the upgrade is ignored
    (
        "/v1/realtime",
        {"Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits"},
        101,
        {"Sec-WebSocket-Extensions": "permessage-deflate"},
        None,
    ),
    (
        "/v1/realtime",
        {"Sec-WebSocket-Extensions": "x, permessage-deflate; unknown, permessage-deflate; server_max_window_bits=10"},
        101,
        {"Sec-WebSocket-Extensions": "permessage-deflate; server_max_window_bits=10"},
        None,
    ),
    ("/v1/realtime", {"Sec-WebSocket-Extensions": "x"}, 101, {"Sec-WebSocket-Extensions": None}, None),
]


@pytest.mark.parametrize(("path", "changes", "status", "fields", "code"), HANDSHAKES)
def test_handshake(server: Any, path: str, changes: Any, status: int, fields: Any, code: Any) -> None:
    connection = http.client.HTTPConnection(server.host, server.port, timeout=LIMIT)
    headers = {name: value for name, value in {**HANDSHAKE, **changes}.items() if value is not None}
    connection.request("GET", path, headers=headers)
    with connection.sock, connection.getresponse() as response:
        assert response.status == status, response.read()
        for name, value in fields.items():
            assert matches(response.getheader(name), value), (name, response.getheader(name))
        if status == 426:
            assert "upgrade" in response.getheader("Connection").lower()
        if status >= 400:
            assert json.loads(response.read())["error"]["code"] == code
    assert server.requests[0].target == path and server.requests[0].header("host") == "h"


def test_frames_may_follow_the_handshake_at_once(server: Any) -> None:
    """A client may not wait for the response, as RFC 6455 demands; what it sent is not lost."""
    event = json.dumps({"type": "input_audio_buffer.clear"}).encode()
    frame = struct.pack("!BB4s", 0x81, 0x80 | len(event), b"\0\0\0\0") + event
    lines = ["GET /v1/realtime HTTP/1.1", *("{}: {}".format(*pair) for pair in HANDSHAKE.items()), "", ""]
    with socket.create_connection((server.host, server.port), LIMIT) as sock:
        sock.sendall("\r\n".join(lines).encode() + frame)
        data = b""
        while b"input_audio_buffer.cleared" not in data:
            data += sock.recv(65536)
            assert data
    assert data.index(b"session.created") < data.index(b"input_audio_buffer.cleared")


REFUSALS = [
    ("status=401", "AuthenticationError", ""),
    ("status=403", "PermissionDeniedError", ""),
    ("status=404", "NotFoundError", ""),
    ("status=429; retry-after=1; code=rate_limit_exceeded; message=slow down", "RateLimitError", "slow down"),
    ("status=503; html", "InternalServerError", ""),
    ("status=200", "APIStatusError", "as to an HTTP request"),
    ("html", "APIStatusError", ""),
    ("empty", "APIStatusError", ""),
    ("redirect=http://127.0.0.1:1/", "APIStatusError", "302"),
    ("interim=1", "APIStatusError", "103"),
    ("garbage", "APIConnectionError", ""),
    ("reset", "APIConnectionError", ""),
    ("stall=60", "APITimeoutError", ""),
    ("ws-bad-accept", "APIConnectionError", "Sec-WebSocket-Accept"),
]


@pytest.mark.parametrize(("fault", "cls", "message"), REFUSALS)
def test_faults_of_http_affect_handshakes(client: Any, server: Any, fault: str, cls: str, message: str) -> None:
    server.inject_fault(fault)
    with pytest.raises(getattr(errors, cls)) as caught:
        connect(client, server, open_timeout=0.3 if "stall" in fault else LIMIT)
    assert message in str(caught.value)
    connect(client, server)
    receive(client, "session.created")


def test_a_handshake_is_retried_after_a_fault(client: Any, server: Any) -> None:
    server.inject_fault("status=500; retry-after-ms=1; times=2")
    connect(client, server, max_retries=2)
    assert receive(client, "session.created")
    assert [request.path for request in server.requests] == ["/v1/realtime"] * 3


def test_a_client_asks_for_a_fault_with_a_header(client: Any, server: Any) -> None:
    connect(client, server, headers={"X-Embedded-Fault": "ws-close=4000; ws-reason=as asked"})
    with pytest.raises(websocket.ConnectionClosedError) as caught:
        client.recv()
    assert (caught.value.code, caught.value.reason) == (4000, "as asked")


def test_a_handshake_over_tls_with_compression(client: Any, certificates: Any) -> None:
    context = ssl.create_default_context(cafile=certificates.ca_file)
    with testing.EmbeddedServer(ssl_context=certificates.server()) as server:
        connect(client, server, ssl_context=context, compression="deflate")
        receive(client, "session.created")
        send(client, user("word " * 2000), add("response.create"))
        assert receive(client, "response.done")[-1]["response"]["status"] == "completed"
        client.close()


# Dialogues

TEXT_SESSION = add("session.update", session={"type": "realtime", "output_modalities": ["text"]})
ADDED = ["conversation.item.added", "conversation.item.done"]
BEGIN = ["response.created", "rate_limits.updated", "response.output_item.added", "conversation.item.added"]
END = ["response.content_part.done", "conversation.item.done", "response.output_item.done"]
WORDS = ["Hello", " from", " the", " embedded", " server!", " You", " said:", " hi"]


def deltas(name: str) -> list[Any]:
    return [add(name, delta=word, output_index=0, content_index=0, item_id=str, response_id=str) for word in WORDS]


SILENCE = add("response.output_audio.delta", delta=base64.b64encode(bytes(4800)).decode())
DONE = {
    "type": "response.done",
    "response": {
        "object": "realtime.response",
        "status": "completed",
        "output": [{"type": "message", "role": "assistant", "status": "completed"}],
        "usage": {"total_tokens": int, "input_tokens": int, "output_tokens": 8, "input_token_details": dict},
    },
}
CALLED = {
    "type": "response.done",
    "response": {"output": [{"type": "function_call", "name": "f", "call_id": str, "arguments": '{"a": 1}'}]},
}

REALTIME: dict[str, list[Any]] = {
    "session.update merges": [
        (
            add(
                "session.update",
                session={"type": "realtime", "audio": {"output": {"voice": "ash"}}, "tools": [FUNCTION]},
            ),
            [
                {
                    "type": "session.updated",
                    "event_id": str,
                    "session": {
                        "id": str,
                        "model": "gpt-realtime",
                        "output_modalities": ["audio"],
                        "tools": [FUNCTION],
                        "audio": {
                            "input": {"format": {"type": "audio/pcm", "rate": 24000}},
                            "output": {"voice": "ash", "speed": 1.0},
                        },
                    },
                }
            ],
        ),
        (
            add("session.update", session={"audio": {"input": {"turn_detection": {"type": "semantic_vad"}}}}),
            [{"session": {"audio": {"input": {"turn_detection": {"type": "semantic_vad", "threshold": ...}}}}}],
        ),
        (
            add("session.update", session={"id": "mine", "audio": {"input": {"turn_detection": None}}}),
            [
                {
                    "session": {
                        "id": "sess_000001",
                        "audio": {"input": {"turn_detection": None}, "output": {"voice": "ash"}},
                    }
                }
            ],
        ),
    ],
    "a response in text": [
        (TEXT_SESSION, ["session.updated"]),
        (user("hi"), ADDED),
        (
            add("response.create"),
            [
                *BEGIN,
                add("response.content_part.added", part={"type": "text", "text": ""}),
                *deltas("response.output_text.delta"),
                add("response.output_text.done", text=TEXT + "hi"),
                *END,
                DONE,
            ],
        ),
    ],
    "a response in audio": [
        (user("hi"), ADDED),
        (
            add("response.create"),
            [
                *BEGIN,
                add("response.content_part.added", part={"type": "audio", "transcript": ""}),
                *(event for delta in deltas("response.output_audio_transcript.delta") for event in (delta, SILENCE)),
                "response.output_audio.done",
                add("response.output_audio_transcript.done", transcript=TEXT + "hi"),
                *END,
                DONE,
            ],
        ),
    ],
    "audio in another format": [
        (
            add("session.update", session={"audio": {"output": {"format": {"type": "audio/pcmu"}}}}),
            ["session.updated"],
        ),
        (user("hi"), ADDED),
        (
            add("response.create"),
            [
                *BEGIN,
                "response.content_part.added",
                "response.output_audio_transcript.delta",
                add("response.output_audio.delta", delta=base64.b64encode(b"\xff" * 800).decode()),
            ],
        ),
    ],
    "a function is called, and its output used": [
        (add("session.update", session={"tools": [FUNCTION]}), ["session.updated"]),
        (user("please use the tool"), ADDED),
        (
            add("response.create"),
            [
                *BEGIN[:2],
                add("response.output_item.added", item={"type": "function_call", "name": "f", "arguments": ""}),
                "conversation.item.added",
                add("response.function_call_arguments.delta", delta='{"a":', call_id=str),
                add("response.function_call_arguments.delta", delta=" 1}"),
                add("response.function_call_arguments.done", arguments='{"a": 1}', name="f", call_id=str),
                *END[1:],
                CALLED,
            ],
        ),
        (
            add("conversation.item.create", item={"type": "function_call_output", "call_id": "c", "output": "42"}),
            ADDED,
        ),
        (
            add("response.create", response={"output_modalities": ["text"], "max_output_tokens": 2}),
            [
                *BEGIN,
                "response.content_part.added",
                *["response.output_text.delta"] * 2,
                "response.output_text.done",
                *END,
                add(
                    "response.done",
                    response={"status": "incomplete", "status_details": {"reason": "max_output_tokens"}},
                ),
            ],
        ),
    ],
    "a response beside the conversation": [
        (
            add(
                "response.create",
                response={
                    "conversation": "none",
                    "input": [user("hi")["item"]],
                    "tools": [FUNCTION],
                    "tool_choice": {"type": "function", "name": "f"},
                    "metadata": {"topic": "x"},
                },
            ),
            [
                add("response.created", response={"conversation_id": None, "metadata": {"topic": "x"}}),
                "rate_limits.updated",
                "response.output_item.added",
                *["response.function_call_arguments.delta"] * 2,
                "response.function_call_arguments.done",
                "response.output_item.done",
                CALLED,
            ],
        ),
    ],
    "items have ids and an order": [
        (user("a", id="a"), [add("conversation.item.added", previous_item_id=None, item={"id": "a"}), ADDED[1]]),
        (user("b", id="b"), [add("conversation.item.added", previous_item_id="a", item={"id": "b"}), ADDED[1]]),
        (
            {**user("c", id="c"), "previous_item_id": "a"},
            [add("conversation.item.added", previous_item_id="a", item={"id": "c"}), ADDED[1]],
        ),
        (
            {**user("d", id="d"), "previous_item_id": "root"},
            [add("conversation.item.added", previous_item_id=None), ADDED[1]],
        ),
        (
            add("conversation.item.retrieve", item_id="c"),
            [add("conversation.item.retrieved", item={"id": "c", "content": [{"text": "c"}]})],
        ),
        (add("conversation.item.delete", item_id="c"), [add("conversation.item.deleted", item_id="c")]),
        (
            add("conversation.item.retrieve", item_id="c", event_id="e"),
            [add("error", error={"code": "item_retrieve_invalid_item_id", "event_id": "e", "param": "item_id"})],
        ),
        (
            add("conversation.item.truncate", item_id="a", content_index=0, audio_end_ms=5),
            [add("error", error={"code": "item_truncate_invalid_item_id", "param": "item_id"})],
        ),
        (
            add("conversation.item.create", item={"type": "message", "role": "assistant", "content": [], "id": "z"}),
            ADDED,
        ),
        (
            add("conversation.item.truncate", item_id="z", content_index=0, audio_end_ms=5),
            [add("conversation.item.truncated", item_id="z", content_index=0, audio_end_ms=5)],
        ),
    ],
    "audio becomes an item": [
        (
            [add("input_audio_buffer.append", audio=AUDIO), add("input_audio_buffer.clear")],
            ["input_audio_buffer.cleared"],
        ),
        (
            add("input_audio_buffer.commit", event_id="e"),
            [
                {
                    "type": "error",
                    "event_id": str,
                    "error": {
                        "type": "invalid_request_error",
                        "code": "input_audio_buffer_commit_empty",
                        "message": str,
                        "param": None,
                        "event_id": "e",
                    },
                }
            ],
        ),
        (
            [add("input_audio_buffer.append", audio=AUDIO), add("input_audio_buffer.commit")],
            [
                add("input_audio_buffer.committed", item_id=str, previous_item_id=None),
                add("conversation.item.added", item={"role": "user", "content": [{"type": "input_audio"}]}),
                "conversation.item.done",
            ],
        ),
        (
            add(
                "session.update",
                session={"audio": {"input": {"transcription": {"model": "whisper-1", "prompt": "hi"}}}},
            ),
            ["session.updated"],
        ),
        (
            [add("input_audio_buffer.append", audio=AUDIO), add("input_audio_buffer.commit")],
            [
                "input_audio_buffer.committed",
                *ADDED,
                add("conversation.item.input_audio_transcription.delta", delta="hi"),
                add(
                    "conversation.item.input_audio_transcription.completed",
                    transcript="hi",
                    usage={"type": "duration", "seconds": 0.2},
                ),
            ],
        ),
        (
            add("response.create", response={"output_modalities": ["text"]}),
            [*BEGIN, "response.content_part.added", *deltas("response.output_text.delta")],
        ),
    ],
    "a response is cancelled": [
        (TEXT_SESSION, ["session.updated"]),
        (user("please wait"), ADDED),
        (
            add("response.create"),
            [*BEGIN, "response.content_part.added", add("response.output_text.delta", delta="Hello")],
        ),
        (
            add("response.create", event_id="e"),
            [add("error", error={"code": "conversation_already_has_active_response", "event_id": "e"})],
        ),
        (add("response.cancel", response_id="other"), [add("error", error={"code": "response_cancel_not_active"})]),
        (
            add("response.cancel"),
            [
                add("response.output_text.done", text="Hello"),
                *END[:2],
                add("response.output_item.done", item={"status": "incomplete"}),
                add(
                    "response.done",
                    response={
                        "status": "cancelled",
                        "status_details": {"type": "cancelled", "reason": "client_cancelled"},
                        "output": [{"status": "incomplete", "content": [{"type": "output_text", "text": "Hello"}]}],
                    },
                ),
            ],
        ),
        (add("response.cancel"), [add("error", error={"code": "response_cancel_not_active"})]),
    ],
}


@pytest.mark.parametrize("name", REALTIME)
def test_realtime_dialogue(client: Any, server: Any, name: str) -> None:
    connect(client, server)
    (created,) = receive(client, "session.created")
    expected = {"type": "realtime", "object": "realtime.session", "id": str, "model": "gpt-realtime"}
    assert matches(created, {"type": "session.created", "event_id": str, "session": expected})
    check_dialogue(client, REALTIME[name])


def error(code: str | None = None, param: str | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "type": "error",
        "event_id": str,
        "error": {"type": "invalid_request_error", "code": code, "param": param, "message": str, **fields},
    }


MISSING = "missing_required_parameter"
BAD_EVENTS = [
    ("{", error("invalid_json")),
    ("", error("invalid_json")),
    ("[1]", error("invalid_json")),
    ("null", error("invalid_json")),
    ("[" * 100_000, error("invalid_json")),
    (b"\xff\xfe", error("invalid_json")),
    (add("nothing", event_id="e"), error("invalid_value", "type", event_id="e")),
    ({"event_id": "e"}, error(MISSING, "type", event_id="e")),
    ({"type": 5}, error("invalid_type", "type")),
    (add("session.update", event_id="e"), error(MISSING, "session", event_id="e")),
    (add("session.update", session="s"), error("invalid_type", "session")),
    (add("session.update", session={"type": "x"}), error("invalid_value", "session.type")),
    (add("transcription_session.update", session={}), error("invalid_value", "type")),
    (add("conversation.item.create"), error(MISSING, "item")),
    (add("conversation.item.create", item=[]), error("invalid_type", "item")),
    (add("conversation.item.create", item={}), error(MISSING, "item.type")),
    (add("conversation.item.create", item={"type": "x"}), error("invalid_value", "item.type")),
    (add("conversation.item.create", item={"type": "message", "content": []}), error(MISSING, "item.role")),
    (add("conversation.item.create", item={"type": "function_call_output"}), error(MISSING, "item.call_id")),
    (
        {**user("x"), "previous_item_id": "unknown"},
        error("item_create_invalid_previous_item_id", "previous_item_id"),
    ),
    (add("conversation.item.delete"), error(MISSING, "item_id")),
    (add("conversation.item.delete", item_id="x"), error("item_delete_invalid_item_id", "item_id")),
    (
        add("conversation.item.truncate", item_id="x", content_index=0, audio_end_ms=0),
        error("item_truncate_invalid_item_id", "item_id"),
    ),
    (
        add("conversation.item.truncate", item_id="x", content_index=True, audio_end_ms=0),
        error("invalid_type", "content_index"),
    ),
    (add("input_audio_buffer.append"), error(MISSING, "audio")),
    (add("input_audio_buffer.append", audio="!"), error("invalid_value", "audio")),
    (add("input_audio_buffer.append", audio="\u00e9"), error("invalid_value", "audio")),
    (add("response.create", response=5), error("invalid_type", "response")),
    (add("response.create", response={"input": 5}), error("invalid_type", "response.input")),
    (add("response.create", response={"input": [{}, 5]}), error("invalid_type", "response.input[1]")),
    (add("response.create", response={"audio": {"output": []}}), error("invalid_type", "response.audio.output")),
    (add("session.update", session={"tools": True}), error("invalid_type", "session.tools")),
    (add("session.update", session={"audio": {"input": 5}}), error("invalid_type", "session.audio.input")),
    (user("x", id=["a"]), error("invalid_type", "item.id")),
]


def test_what_is_wrong_with_an_event_is_an_error_event(client: Any, server: Any) -> None:
    """The connection stays open."""
    connect(client, server)
    receive(client, "session.created")
    for event, expected in BAD_EVENTS:
        send(client, event)
        assert matches(json.loads(client.recv()), expected), event
    send(client, user("hi"), add("response.create", response={"output_modalities": ["text"]}))
    assert receive(client, "response.done")[-1]["response"]["status"] == "completed"


def test_an_item_with_a_known_id_is_an_error(client: Any, server: Any) -> None:
    connect(client, server)
    receive(client, "session.created")
    send(client, user("a", id="a"), user("b", id="a"))
    assert matches(receive(client, "error")[-1], error("item_create_duplicate_item_id", "item.id"))


def test_the_beta_has_other_names(client: Any, server: Any) -> None:
    connect(client, server, headers=BETA)
    (created,) = receive(client, "session.created")
    assert matches(created["session"], {"modalities": ["text", "audio"], "input_audio_format": "pcm16", "voice": str})
    send(client, add("session.update", session={"modalities": ["text"], "tools": [FUNCTION]}), user("hi"))
    send(client, add("response.create"))
    types = [event["type"] for event in receive(client, "response.done")]
    assert types[:2] == ["session.updated", "conversation.item.created"]
    assert {"conversation.item.created", "response.text.delta", "response.text.done"} <= set(types)
    assert not {"conversation.item.added", "conversation.item.done", "response.output_text.delta"} & set(types)
    send(client, add("response.create", response={"modalities": ["text", "audio"]}))
    events = receive(client, "response.done")
    assert {"response.audio.delta", "response.audio_transcript.delta", "response.audio.done"} <= {
        event["type"] for event in events
    }
    assert events[-1]["response"]["output"][0]["content"] == [{"type": "audio", "transcript": TEXT + "hi"}]
    send(client, add("transcription_session.update", session={"input_audio_format": "g711_ulaw"}))
    (updated,) = receive(client, "transcription_session.updated")
    assert updated["session"]["input_audio_format"] == "g711_ulaw"


def test_a_session_of_transcription(client: Any, server: Any) -> None:
    connect(client, server, "realtime?intent=transcription")
    (created,) = receive(client, "session.created")
    assert created["session"]["type"] == "transcription"
    send(client, add("input_audio_buffer.append", audio=AUDIO), add("input_audio_buffer.commit"))
    completed = receive(client, "conversation.item.input_audio_transcription.completed")[-1]
    assert completed["transcript"] == "This is what was said."
    send(client, add("response.create"))
    assert receive(client, "error")[-1]["type"] == "error"


def test_a_translation(client: Any, server: Any) -> None:
    connect(client, server, "realtime/translations?model=gpt-realtime-translate")
    append = add("session.input_audio_buffer.append", audio=AUDIO)
    session = {"type": "translation", "model": "gpt-realtime-translate", "audio": {"output": {"language": "es"}}}
    steps: list[Any] = [
        (None, ["session.created"]),
        (
            add("session.update", session={"audio": {"output": {"language": "es"}}}),
            [add("session.updated", session=session)],
        ),
        (
            append,
            [
                add("session.input_transcript.delta", delta="This", elapsed_ms=200),
                add("session.output_transcript.delta", delta="This"),
                add("session.output_audio.delta", delta=AUDIO, format="pcm16", sample_rate=24000),
            ],
        ),
        (
            append,
            [
                add("session.input_transcript.delta", delta=" is", elapsed_ms=400),
                "session.output_transcript.delta",
                "session.output_audio.delta",
            ],
        ),
        (add("response.create"), [error("invalid_value", "type")]),
        (add("session.close"), ["session.closed"]),
    ]
    check_dialogue(client, steps)
    with pytest.raises(websocket.ConnectionClosedOK):
        client.recv()


# Responses


def types_of(events: list[Any]) -> list[str]:
    return [event["type"] for event in events]


def test_responses_have_the_events_of_the_stream_over_http(client: Any, server: Any) -> None:
    params = {"model": "m", "input": "please use the tool", "tools": [FUNCTION], "metadata": {"a": "b"}}
    with package.OpenAI(api_key="k", base_url=server.base_url, environment=False) as http_client:
        with http_client.responses.create(**params, stream=True) as stream:
            expected = [event.to_dict() for event in stream]
    server.reset()  # so that the ids are the same
    connect(client, server, "responses")
    send(client, {"type": "response.create", **params, "stream": True})
    assert receive(client, "response.completed") == expected
    send(client, {"type": "response.create", **params, "stream_id": "lane-1"})
    events = receive(client, "response.completed")
    assert {event["stream_id"] for event in events} == {"lane-1"}
    assert [event["sequence_number"] for event in events] == list(range(len(events)))


def test_responses_continue_the_previous_one(client: Any, server: Any) -> None:
    connect(client, server, "responses")
    send(client, add("response.create", model="m", input="use the tool", tools=[FUNCTION], store=False))
    first = receive(client, "response.completed")[-1]["response"]
    (call,) = first["output"]
    outputs = [{"type": "function_call_output", "call_id": call["call_id"], "output": "42"}]
    send(client, add("response.create", model="m", input=outputs, previous_response_id=first["id"]))
    second = receive(client, "response.completed")[-1]["response"]
    assert second["output"][0]["content"][0]["text"] == TEXT + "the tool answered 42"
    assert second["previous_response_id"] == first["id"]
    with package.OpenAI(api_key="k", base_url=server.base_url, environment=False) as http_client:
        assert http_client.responses.retrieve(second["id"]).output_text == TEXT + "the tool answered 42"


RESPONSES_ERRORS = [
    ("{", 400, "invalid_json", None),
    (add("session.update"), 400, "invalid_value", "type"),
    (add("response.create", model="no-such-model", input="x"), 404, "model_not_found", "model"),
    (add("response.create", model="m", input=5), 400, "invalid_type", "input"),
    (add("response.create", model="m", input="x", stream_id=5), 400, "invalid_type", "stream_id"),
    (add("response.create", model="m", input="x", background=True), 400, "unsupported_parameter", "background"),
    (
        add("response.create", model="m", input="x", previous_response_id="resp_unknown", stream_id="a"),
        400,
        "previous_response_not_found",
        "previous_response_id",
    ),
    (add("response.steer", input="x"), 400, MISSING, "previous_response_id"),
]


def test_errors_of_responses_are_events(client: Any, server: Any) -> None:
    connect(client, server, "responses")
    for event, status, code, param in RESPONSES_ERRORS:
        send(client, event)
        received = json.loads(client.recv())
        fields = {"type": "invalid_request_error", "code": code, "param": param, "message": str}
        assert matches(received, {"type": "error", "status": status, "error": fields}), event
        is_in_lane = isinstance(event, dict) and event.get("stream_id") == "a"
        assert received.get("stream_id") == ("a" if is_in_lane else None)
    send(client, add("response.create", model="m", input="hi", generate=False))
    assert receive(client, "response.completed")[-1]["response"]["output"] == []


def test_lanes_run_beside_each_other_and_each_in_order(client: Any, server: Any) -> None:
    connect(client, server, "responses")
    send(client, add("response.create", model="m", input="please wait", stream_id="slow"))
    first = receive(client, "response.output_text.delta")
    send(client, add("response.create", model="m", input="behind it", stream_id="slow"))
    send(client, add("response.create", model="m", input="beside it", stream_id="fast"))
    beside = receive(client, "response.completed")
    assert {event["stream_id"] for event in beside} == {"fast"}
    id = first[0]["response"]["id"]
    send(client, add("response.steer", previous_response_id=id, input="go on"))
    texts = [receive(client, "response.completed")[-1] for _ in range(2)]
    assert [event["response"]["output"][0]["content"][0]["text"] for event in texts] == [
        TEXT + "go on",
        TEXT + "behind it",
    ]
    assert {event["stream_id"] for event in texts} == {"slow"}


def test_there_is_a_limit_for_responses_at_once(client: Any, server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket_session, "MAX_STREAMS", 2)
    monkeypatch.setattr(responses_session, "MAX_QUEUED", 1)
    connect(client, server, "responses")
    for lane in "ab":
        send(client, add("response.create", model="m", input="please wait", stream_id=lane))
        receive(client, "response.output_text.delta")
    send(client, add("response.create", model="m", input="behind", stream_id="a"))  # waits for its turn
    for lane in "ac":
        send(client, add("response.create", model="m", input="too many", stream_id=lane))
        error = json.loads(client.recv())
        assert (error["status"], error["error"]["code"]) == (429, "too_many_concurrent_responses")
        assert error["stream_id"] == lane


def test_a_lenient_server_continues_unknown_responses(client: Any) -> None:
    with testing.EmbeddedServer(lenient=True) as server:
        connect(client, server, "responses")
        send(client, add("response.create", model="m", input="hi", previous_response_id="resp_unknown"))
        assert receive(client, "response.completed")[-1]["response"]["previous_response_id"] == "resp_unknown"
        client.close()


def begin_waiting(client: Any, text: str, delta: str, **params: Any) -> str:
    """Create a response that waits after its first delta; return its id."""
    send(client, add("response.create", model="m", input="please wait " + text, **params))
    return str(receive(client, delta)[0]["response"]["id"])


def test_a_response_is_steered(client: Any, server: Any) -> None:
    connect(client, server, "responses")
    id = begin_waiting(client, "", "response.output_text.delta")
    send(client, add("response.steer", previous_response_id=id, input="b"))
    events = receive(client, "response.completed")
    assert matches(events[0], add("response.steer.accepted", steer={"id": str, "previous_response_id": id}))
    index = types_of(events).index("response.incomplete")
    first, second = events[index]["response"], events[-1]["response"]
    assert first["incomplete_details"] == {"reason": "steered"}
    assert first["output"][0]["content"][0]["text"] == "Hello"
    assert second["previous_response_id"] == id
    assert second["output"][0]["content"][0]["text"] == TEXT + "b"
    numbers = [event["sequence_number"] for event in events[: index + 1]]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_steering_waits_for_the_output_of_functions(client: Any, server: Any) -> None:
    connect(client, server, "responses")
    id = begin_waiting(client, "use the tool", "response.function_call_arguments.delta", tools=[FUNCTION])
    send(client, add("response.steer", previous_response_id=id, input="b"))
    events = receive(client, "response.steer.pending")
    assert events[-2]["type"] == "response.completed"
    (call,) = events[-2]["response"]["output"]
    stub = {"type": "function_call_output", "call_id": call["call_id"], "name": "f"}
    assert events[-1]["required_input"] == [stub] and events[-1]["reason"] == "waiting_for_required_input"
    send(client, add("response.create", model="m", input=[{**stub, "output": "42"}], previous_response_id=id))
    completed = receive(client, "response.completed")[-1]["response"]
    assert completed["output"][0]["content"][0]["text"] == TEXT + "the tool answered 42"
    assert completed["usage"]["input_tokens"] == 5  # the words "b" and "42", and three
    send(client, add("response.create", model="m", input=[{**stub, "output": "42"}], previous_response_id=id))
    assert receive(client, "response.completed")[-1]["response"]["usage"]["input_tokens"] == 4, "it was used before"


STEER_FAILURES = [
    ("resp_unknown", "x", "response_not_found"),
    (None, "x", "response_already_completed"),
    (None, "", "invalid_input"),
    (None, [], "invalid_input"),
    (None, [{"role": "system", "content": "x"}], "invalid_input"),
    (None, [{"type": "function_call_output", "call_id": "c", "output": "x"}], "invalid_input"),
]


def test_steering_fails(client: Any, server: Any) -> None:
    connect(client, server, "responses")
    send(client, add("response.create", model="m", input="hi"))
    id = receive(client, "response.completed")[-1]["response"]["id"]
    for target, value, code in STEER_FAILURES:
        send(client, add("response.steer", previous_response_id=target or id, input=value))
        failed = json.loads(client.recv())
        steer = {"input": value, "previous_response_id": target or id}
        assert matches(failed, add("response.steer.failed", steer=steer, error={"code": code, "message": str})), value


def test_input_is_injected(client: Any, server: Any) -> None:
    connect(client, server, "responses")
    id = begin_waiting(client, "", "response.output_text.delta")
    items = [{"type": "function_call_output", "call_id": "c", "output": "x"}]
    send(client, add("response.inject", response_id=id, input=items))
    events = receive(client, "response.completed")
    assert events[0]["type"] == "response.inject.created" and events[0]["response_id"] == id
    for target, code in ((id, "response_already_completed"), ("resp_unknown", "response_not_found")):
        send(client, add("response.inject", response_id=target, input=items))
        failed = add("response.inject.failed", response_id=target, input=items, error={"code": code, "message": str})
        assert matches(json.loads(client.recv()), failed)


# Live

QUESTIONS = [{"type": "choice", "name": "q", "choices": [{"value": "a"}, {"value": "b"}]}, {"type": "predicate"}]
START = add(
    "session.start",
    session={"model": "gpt-live-1", "delegation": {"type": "decisions", "decisions": {"questions": QUESTIONS}}},
    event_id="e1",
)
LIVE: list[Any] = [
    (add("session.update", session={}, event_id="e0"), [error("session_not_started", "type", client_event_id="e0")]),
    (
        START,
        [add("session.started", client_event_id="e1", session={"id": str, "model": "gpt-live-1", "status": "active"})],
    ),
    (START, [error("session_already_started", "type")]),
    (add("session.update", session={"instructions": "x"}), [add("session.updated", session={"instructions": "x"})]),
    (
        add("session.input_audio.append", audio=AUDIO),
        [
            add("session.input_transcript.delta", delta="This", start_ms=0, end_ms=200),
            add("session.output_transcript.delta", delta="Hello"),
            add("session.output_audio.delta", delta=AUDIO),
        ],
    ),
    (
        [
            add("session.input_audio.mute"),
            add("session.input_audio.append", audio=AUDIO),
            add("session.input_audio.unmute"),
        ],
        ["session.input_audio.muted", "session.input_audio.unmuted"],
    ),
    (
        add("session.output_audio.fixture.play", audio=AUDIO),
        [
            "session.output_audio.fixture.playing",
            add("session.output_audio.delta", delta=AUDIO),
            "session.output_audio.fixture.played",
        ],
    ),
    (add("session.instructions.append", content="x"), ["session.instructions.appended"]),
    (add("session.thinking.append", content="x"), ["session.thinking.appended"]),
    (
        add("session.commentary.append", content="a b"),
        [
            "session.commentary.appended",
            add("session.output_transcript.delta", delta="a"),
            "session.output_audio.delta",
            add("session.output_transcript.delta", delta=" b"),
            "session.output_audio.delta",
        ],
    ),
    (
        add("decision.create", event_id="e"),
        [
            add(
                "decision.event",
                event={
                    "type": "decision.completed",
                    "decision": {"answers": [{"name": "q", "choice": "a"}, {"type": "predicate", "probability": 0.5}]},
                },
            )
        ],
    ),
    (
        add("decision.item.create", item={"id": "i", "type": "message"}),
        [add("decision.item.created", item={"id": "i"})],
    ),
    (add("decision.item.delete", item_id="i"), [add("decision.item.deleted", item_id="i")]),
    (add("decision.item.delete", item_id="i"), [error("item_not_found", "item_id")]),
    (
        [add("response.item.create", item={"role": "user", "content": "hi"}), add("response.create")],
        [
            add("session.delegation.created", delegation={"target": "responses", "response_id": str}),
            *[add("response.event", event={"type": name}) for name in ("response.created", "response.in_progress")],
            *["response.event"] * 13,
            add("response.event", event={"type": "response.completed"}),
        ],
    ),
    (
        add("session.close", event_id="e9"),
        [
            "session.usage.updated",
            add("session.closed", reason="close_requested", client_event_id="e9", usage={"seconds": float}),
        ],
    ),
]


@pytest.mark.parametrize("path", ["live/sessions", "live/sessions/s%2F1/fork"])
def test_a_live_session(client: Any, server: Any, path: str) -> None:
    connect(client, server, path)
    check_dialogue(client, LIVE)
    with pytest.raises(websocket.ConnectionClosedOK):
        client.recv()


def test_a_second_connection_to_a_live_session(client: Any, server: Any) -> None:
    connect(client, server, "live/sessions/s%2F1/attach?graceful_close=true")
    steps: list[Any] = [
        (add("session.update", session={}), [add("session.updated", session={"id": "s/1"})]),
        (START, [error("invalid_value", "type")]),
        (add("session.input_audio.append", audio=AUDIO), [error("invalid_value", "type")]),
        (add("transport.dtmf.send", event="5"), [add("transport.dtmf.sent", event="5")]),
    ]
    check_dialogue(client, steps)


def test_the_server_handles_the_events_of_every_endpoint() -> None:
    """By the table of the client: a new event there needs a handler here."""
    for name, endpoint in endpoints.ENDPOINTS.items():
        path = endpoint.path[1:]
        entry = upgrade.SESSIONS.get(path) or upgrade.SESSIONS[path.rpartition("/")[2]]
        if name.endswith("realtime"):
            cls = realtime_session.BetaRealtimeSession if endpoint.is_beta else realtime_session.RealtimeSession
        else:
            cls = entry
        handled = set(cls.events) - ({"response.inject"} if name == "responses" else set())
        assert handled == set(endpoint.client_events), name
        for type_, fields in endpoint.client_events.items():
            required = [item.partition(":")[0] for item in cls.events[type_][0].split()]
            assert set(required) <= set(fields.required), (name, type_)


WORDS_OF_EVENTS = (
    "id type content text audio input output format tools tool_choice role user message function f name parameters "
    "item session delegation decisions questions choices responses item_id event_id transcription prompt "
    "conversation none output_modalities modalities max_output_tokens metadata previous_response_id resp_000001 "
    "item_000001 stream_id generate AAAA response model call_id arguments function_call function_call_output "
    "item_reference voice levels output_audio_format input_audio_transcription choice score label value "
    "turn_detection \ud800 required auto root"
).split() + ["please wait", "use the tool"]


def random_value(generator: random.Random, depth: int = 0) -> Any:
    kind = generator.randrange(9 if depth < 4 else 6)
    if kind < 3:
        return generator.choice([None, True, False, 0, -1, 2, 1.5, 10**30, float("nan")])
    if kind < 6:
        return generator.choice(WORDS_OF_EVENTS)
    if kind == 6:
        return [random_value(generator, depth + 1) for _ in range(generator.randrange(4))]
    return random_object(generator, depth)


def random_object(generator: random.Random, depth: int = 0) -> Any:
    words = [generator.choice(WORDS_OF_EVENTS) for _ in range(generator.randrange(7))]
    return {word: random_value(generator, depth + 1) for word in words}


def random_field(generator: random.Random, field: str) -> Any:
    """Return a value for a field of an event: often one of the type that the server expects."""
    name, _, type_ = field.partition(":")
    typed = {"object": random_object(generator), "list": [random_value(generator)], "string": "resp_000001"}
    if name == "audio" or type_ == "integer":
        return "AAAA" if name == "audio" else 0
    if name == "item":
        content = [{"type": "input_text", "text": generator.choice(WORDS_OF_EVENTS)}]
        return {"type": "message", "role": "user", "content": content, **random_object(generator)}
    return typed.get(type_) or generator.choice(["use the tool", "please wait", random_value(generator)])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("endpoint", [*upgrade.SESSIONS, "beta"])
def test_random_events_are_no_failure_of_the_server(endpoint: str, seed: int) -> None:
    """A session replies to what is wrong with error events that blame the client; it needs no socket for that."""
    generator = random.Random(seed)
    path = {"beta": "realtime", "attach": "live/sessions/s/attach", "fork": "live/sessions/s/fork"}.get(
        endpoint, endpoint
    )
    headers = [("OpenAI-Beta", "realtime=v1")] if endpoint == "beta" else []
    make_session = upgrade.SESSIONS["realtime" if endpoint == "beta" else endpoint]
    errors = 0
    for _ in range(50):
        request = recorded_request.RecordedRequest("GET", "/v1/" + path + "?model=m", "HTTP/1.1", headers, 1)
        session = make_session(request, path, store.Store(), "http://h")
        session.start()
        if "session.start" in session.events:
            session.handle_message(json.dumps(add("session.start", session=random_object(generator))))
        for _ in range(10):
            type_ = generator.choice(list(session.events))
            fields = session.events[type_][0].split() + (["response:object"] if type_ == "response.create" else [])
            event = {**random_object(generator), "input": random_value(generator)}
            event.update({field.partition(":")[0]: random_field(generator, field) for field in fields})
            session.handle_message(json.dumps({**event, "type": type_}))
            session.replies.extend(filter(None, (session.next_event() for _ in range(60))))
            while session.replies:
                reply = session.replies.popleft()
                server_responses.encode_json(reply)
                if reply["type"] == "error":
                    errors += 1
                    assert reply["error"]["type"] == "invalid_request_error", (event, type_, reply)
    assert errors > 20


# Faults


OK, ERROR = websocket.ConnectionClosedOK, websocket.ConnectionClosedError
# Fault, the number of messages before it, the class of the error, and the codes of the received and the sent close.
ENDS = [
    ("ws-drop", 0, ERROR, None, None),
    ("ws-drop; ws-after=1", 1, ERROR, None, None),
    ("ws-reset; ws-after=1", 1, ERROR, None, None),
    ("ws-close=1000", 0, OK, 1000, 1000),
    ("ws-close=1001; ws-reason=going; ws-after=1", 1, OK, 1001, 1001),
    ("ws-close=1005; ws-after=1", 1, OK, 1005, 1005),
    ("ws-close=1008; ws-reason=caf\u00e9; ws-after=1", 1, ERROR, 1008, 1008),
    ("ws-close=1011; ws-after=1", 1, ERROR, 1011, 1011),
    ("ws-close=4999; ws-after=1", 1, ERROR, 4999, 4999),
    ("ws-close=1006; ws-after=1", 1, ERROR, None, 1002),
    ("ws-close=999; ws-after=1", 1, ERROR, None, 1002),
    ("ws-invalid-text; ws-after=1", 1, ERROR, None, 1007),
    ("ws-oversize=2000000; ws-after=1", 1, ERROR, None, 1009),
    *[
        ("ws-garbage{}; ws-after=1".format("=" + name if name else ""), 1, ERROR, None, 1002)
        for name in sorted(faults.GARBAGE)
    ],
]


@pytest.mark.parametrize(("fault", "count", "cls", "received", "sent"), ENDS)
def test_faults_that_end_a_connection(
    client: Any, server: Any, fault: str, count: int, cls: type, received: Any, sent: Any
) -> None:
    server.inject_fault(fault)
    connect(client, server, max_size=1_000_000)
    for _ in range(count):
        assert json.loads(client.recv())["type"] == "session.created"
    with pytest.raises(cls) as caught:
        client.recv()
    error = caught.value
    assert (error.rcvd and error.rcvd.code, error.sent and error.sent.code) == (received, sent)
    if "ws-reason" in fault:
        assert error.reason == fault.split("ws-reason=")[1].split(";")[0]
    connect(client, server)  # the next connection has no fault
    receive(client, "session.created")


def test_all_invalid_frames_have_a_name() -> None:
    assert set(peer.INVALID_FRAMES) == faults.GARBAGE


def test_a_fault_comes_after_so_many_messages(client: Any, server: Any) -> None:
    server.inject_fault("ws-close=1011; ws-after=6")
    connect(client, server)
    send(client, user("hi"), add("response.create"))
    types = []
    with pytest.raises(websocket.ConnectionClosedError):
        while True:
            types.append(json.loads(client.recv())["type"])
    assert types == ["session.created", *ADDED, *BEGIN[:3]]


HARMLESS = [
    "ws-pings=500; ws-after=1",
    "ws-slow=1",
    "ws-slow=7; ws-pings=3",
    "ws-stall=0.05; ws-after=2",
    "ws-close=1011; ws-after=1000",
    "ws-oversize=300; ws-after=1000",
    "",
]


@pytest.mark.parametrize("fault", HARMLESS)
@pytest.mark.parametrize("compression", [None, "deflate"])
def test_faults_that_a_connection_survives(client: Any, server: Any, fault: str, compression: Any) -> None:
    server.inject_fault(fault)
    connect(client, server, compression=compression)
    check_dialogue(client, [(None, ["session.created"]), *REALTIME["a response in text"]])


@pytest.mark.parametrize("size", [39, 125, 126, 65535, 65536, 3_000_000])
def test_a_large_message(client: Any, server: Any, size: int) -> None:
    server.inject_fault("ws-oversize={}; ws-after=1".format(size))
    connect(client, server)
    receive(client, "session.created")
    text = client.recv()
    assert len(text) == max(size, 41)
    assert json.loads(text)["type"] == "embedded.oversize"
    send(client, add("input_audio_buffer.clear"))
    receive(client, "input_audio_buffer.cleared")


@pytest.mark.parametrize("text", ["[1, 2]", "{", "", '{"type": "unknown.event"}', "\u20ac"])
def test_a_message_of_any_text(client: Any, server: Any, text: str) -> None:
    server.inject_fault("ws-after=1; ws-message=" + text)
    connect(client, server)
    receive(client, "session.created")
    assert client.recv() == text


def test_a_server_that_is_silent_is_found_by_pings(client: Any, server: Any) -> None:
    server.inject_fault("ws-stall=600; ws-after=1")
    connect(client, server, ping_interval=0.1, ping_timeout=0.3, close_timeout=0.1)
    receive(client, "session.created")
    with pytest.raises(websocket.ConnectionClosedError) as caught:
        client.recv()
    assert caught.value.sent.reason == "keepalive ping timeout"


INVALID_FAULTS = [
    "ws-close",
    "ws-close=x",
    "ws-close=65536",
    "ws-garbage=nothing",
    "ws-reason=" + "x" * 124,
    "ws-after=-1",
    "ws-drop=1",
]


@pytest.mark.parametrize("fault", INVALID_FAULTS)
def test_invalid_faults_are_refused(server: Any, fault: str) -> None:
    with pytest.raises(ValueError, match="ws-"):
        server.inject_fault(fault)


def test_the_delay_lies_between_the_events_of_a_stream(client: Any, server: Any) -> None:
    """Meanwhile the server receives: a cancellation ends the response early."""
    server.delay = 0.05
    try:
        connect(client, server)
        receive(client, "session.created")
        started = time.monotonic()
        send(client, user("word " * 2000), add("response.create", response={"output_modalities": ["text"]}))
        receive(client, "response.output_text.delta")
        assert time.monotonic() - started >= 0.2
        send(client, add("response.cancel"))
        done = receive(client, "response.done")[-1]["response"]
    finally:
        server.delay = 0.0
    assert done["status"] == "cancelled"
    assert len(done["output"][0]["content"][0]["text"].split()) < 1000


def test_the_server_replies_while_it_pauses(client: Any, server: Any) -> None:
    server.delay = 600.0
    try:
        connect(client, server)
        send(client, user("hi"), add("response.create"))
        receive(client, "response.created")
        send(client, add("input_audio_buffer.clear"))
        assert types_of(receive(client, "input_audio_buffer.cleared")) == ["input_audio_buffer.cleared"]
    finally:
        server.delay = 0.0
        client.close()


# Recorded requests, and the end


def test_the_server_records_the_handshake_and_the_messages(client: Any, server: Any) -> None:
    connect(client, server, "realtime?model=m&x=1", subprotocols=["realtime"])
    assert client.connection.subprotocol == "realtime"
    receive(client, "session.created")
    send(client, user("hi"), b'{"type": "input_audio_buffer.clear"}', "nonsense" + "x" * (2 << 20))
    receive(client, "error")
    (request,) = server.requests
    assert (request.method, request.query) == ("GET", {"model": ["m"], "x": ["1"]})
    assert request.header("sec-websocket-version") == "13"
    assert json.loads(request.messages[0]) == user("hi")
    assert request.messages[1] == b'{"type": "input_audio_buffer.clear"}'
    assert request.messages[2] == "nonsense" + "x" * (65536 - 8)
    with pytest.raises(ValueError):
        request.events()
    del request.messages[2]
    assert request.events() == [user("hi"), add("input_audio_buffer.clear")]
    assert request.close_code is None
    client.close(4001)
    assert request.close_code == 4001


def test_bodies_are_not_recorded_if_not_wanted(client: Any) -> None:
    with testing.EmbeddedServer(record_bodies=False) as server:
        connect(client, server)
        send(client, add("input_audio_buffer.clear"))
        receive(client, "input_audio_buffer.cleared")
        assert server.requests[0].messages == []
        client.close()


def shake_hands(sock: socket.socket) -> None:
    """Send a handshake over a plain socket."""
    lines = ["GET /v1/realtime HTTP/1.1", *("{}: {}".format(*pair) for pair in HANDSHAKE.items()), "", ""]
    sock.sendall("\r\n".join(lines).encode())


def test_a_client_that_violates_the_protocol_is_told(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server ends the connection, also if the client doesn't."""
    monkeypatch.setattr(peer, "CLOSE_TIMEOUT", 0.1)
    with socket.create_connection((server.host, server.port), LIMIT) as sock:
        shake_hands(sock)
        sock.sendall(b"\x81\x02hi")  # not masked
        data = b""
        while True:
            chunk = sock.recv(65536)
            if not chunk:
                break
            data += chunk
    assert b"\x03\xea" in data  # 1002


def test_a_client_that_only_disconnects_is_recorded() -> None:
    with testing.EmbeddedServer() as server:
        with socket.create_connection((server.host, server.port), LIMIT) as sock:
            shake_hands(sock)
            assert sock.recv(12) == b"HTTP/1.1 101"
        server.stop()  # waits for the connection's thread
        assert server.requests[0].close_code == 1006


STATES = {
    "idle": ("", []),
    "waiting to be cancelled": ("", [user("please wait"), add("response.create")]),
    "stalled": ("ws-stall=600; ws-after=1", []),
    "closing": ("ws-close=1000; ws-after=1", []),
    "pausing": ("", [user("word " * 500), add("response.create")]),
}


@pytest.mark.parametrize("state", STATES)
def test_stop_ends_connections(client: Any, state: str) -> None:
    before = set(threading.enumerate())
    fault, events = STATES[state]
    server = testing.EmbeddedServer(delay=600.0 if state == "pausing" else 0.0).start()
    if fault:
        server.inject_fault(fault)
    connect(client, server, close_timeout=1)
    receive(client, "session.created")
    send(client, *events)
    if events:
        receive(client, "response.created")
    started = time.monotonic()
    server.stop()
    assert time.monotonic() - started < 4, "the limit of stop() is 5 seconds"
    with pytest.raises(websocket.ConnectionClosed):
        while True:
            client.recv()
    client.close()
    gc.collect()
    left = [thread for thread in set(threading.enumerate()) - before if "EmbeddedServer" in repr(thread)]
    assert left == [] and server._threads == {}
    server.start()
    connect(client, server)
    receive(client, "session.created")
    client.close()
    server.stop()


def test_stop_while_a_client_does_not_read() -> None:
    server = testing.EmbeddedServer().start()
    server.inject_fault("ws-oversize=500000000")
    with socket.create_connection((server.host, server.port), LIMIT) as sock:
        shake_hands(sock)
        assert sock.recv(12) == b"HTTP/1.1 101"
        started = time.monotonic()
        server.stop()
        assert time.monotonic() - started < 4
    assert server._threads == {}


# With clients of the API


def test_connections_of_the_sync_client(server: Any) -> None:
    with package.OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
        with client.realtime.connect(model="gpt-realtime") as connection:
            connection.session.update(session={"type": "realtime", "output_modalities": ["text"]})
            connection.conversation.item.create(item=user("hi")["item"])
            connection.response.create()
            texts = []
            for event in connection:
                if event.type == "response.output_text.delta":
                    texts.append(event.delta)
                elif event.type == "response.done":
                    break
            assert "".join(texts) == TEXT + "hi"
            assert event.response.usage.output_tokens == 8
        with client.responses.connect() as connection:
            connection.response.create(model="m", input="hi")
            events = [connection.recv(timeout=LIMIT) for _ in range(16)]
            assert events[-1].response.output[0].content[0].text == TEXT + "hi"
        with pytest.raises(package.AuthenticationError, match="Incorrect API key"):
            client.with_options(api_key="sk-wrong").realtime.connect(model="m").enter()


def test_connections_of_the_async_client_are_opened_again(server: Any) -> None:
    server.inject_fault("ws-drop; ws-after=4")

    async def run() -> list[str]:
        types, attempts = [], []
        options = {"api_key": "k", "base_url": server.base_url, "environment": False}
        async with package.AsyncOpenAI(**options) as client:
            manager = client.realtime.connect(model="m", on_reconnecting=attempts.append, initial_delay=0.01)
            async with manager as connection:
                await connection.conversation.item.create(item=user("hi")["item"])
                await connection.response.create()
                async for event in connection:
                    types.append(event.type)
                    if types.count("session.created") == 2:
                        break
        assert len(attempts) == 1 and attempts[0].close_code == 1006
        return types

    types = asyncio.run(asyncio.wait_for(run(), LIMIT))
    assert types == ["session.created", *ADDED, "response.created", "session.created"]
    assert [request.path for request in server.requests] == ["/v1/realtime"] * 2
