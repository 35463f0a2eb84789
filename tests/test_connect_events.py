# SPDX-License-Identifier: MIT
"""Events over `connect()`: JSON that goes out, models that come in, iteration and handlers."""

from __future__ import annotations

import json
from typing import Any, Iterator

import pytest

from . import load, package
from .connect_support import ALL, RECONNECTING, Both, ConnectServer, resolve
from .websocket_server import CONTINUATION, TEXT, encode

SESSION = {
    "type": "realtime",
    "instructions": "Grüße 😀 <&>",
    "audio": {"input": {"turn_detection": None}},
    "tools": [],
}
ITEM = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": 'hé\n"x"\u2028'}]}
OUTPUT = {"type": "function_call_output", "call_id": "c1", "output": '{"a": 1}'}
ID = {"event_id": "evt_1"}

REALTIME: Any = [
    ("session.update", {"session": SESSION, **ID}), ("session.update", {"session": SESSION}),
    ("response.create", {}), ("response.create", {**ID, "response": {"metadata": {"b": "1", "a": "2"}}}),
    ("response.cancel", {}), ("response.cancel", {**ID, "response_id": "r1"}),
    ("conversation.item.create", {"item": ITEM, **ID, "previous_item_id": "root"}),
    ("conversation.item.delete", {"item_id": "i1", **ID}), ("conversation.item.retrieve", {"item_id": "i1", **ID}),
    ("conversation.item.truncate", {"audio_end_ms": 1500, "content_index": 0, "item_id": "i1", **ID}),
    ("input_audio_buffer.append", {"audio": "AAAA////", **ID}), ("input_audio_buffer.commit", {}),
    ("input_audio_buffer.commit", ID), ("input_audio_buffer.clear", ID), ("output_audio_buffer.clear", ID),
]  # fmt: skip
ATTACHED: Any = [
    ("session.update", {"session": {"instructions": "ü"}, **ID}), ("session.close", {}),
    ("session.close", {"event_id": None}), ("session.input_audio.mute", {}), ("session.input_audio.unmute", ID),
    ("session.instructions.append", {"content": "c", "delegation_id": None, **ID}),
    ("session.thinking.append", {"content": "c", "delegation_id": "d", **ID}),
    ("session.commentary.append", {"content": "c", "delegation_id": None}),
    ("session.output_audio.fixture.play", {"audio": "AAAA", **ID}), ("decision.create", {"event_id": "e"}),
    ("decision.item.create", {"item": OUTPUT, **ID}), ("decision.item.delete", {"item_id": "i", **ID}),
    ("response.create", {}), ("response.create", ID), ("response.item.create", {"item": ITEM, **ID}),
]  # fmt: skip
LIVE = ATTACHED + [("session.start", {"session": SESSION, **ID}), ("session.input_audio.append", {"audio": "A", **ID})]
FIELDS = (
    "access_programs background background_options context_management conversation generate image include input "
    "instructions max_output_tokens max_tool_calls metadata model moderation parallel_tool_calls previous_response_id "
    "prompt prompt_cache_key prompt_cache_options prompt_cache_retention reasoning safety_identifier service_tier "
    "store stream stream_id stream_options temperature text tool_choice tools top_logprobs top_p truncation user"
)
RESPONSES: Any = [
    ("response.create", {}), ("response.create", {"input": [ITEM, OUTPUT], "instructions": None, "model": "m"}),
    ("response.create", {name: {"value of": name} for name in FIELDS.split()}),
    ("response.steer", {"input": [ITEM], "previous_response_id": "resp_1"}),
]  # fmt: skip
CALLS: Any = {
    "realtime": REALTIME,
    "beta.realtime": REALTIME + [("transcription_session.update", {"session": {"language": "de"}, **ID})],
    "realtime.translations": [
        ("session.update", {"session": SESSION, **ID}), ("session.close", {}), ("session.close", ID),
        ("session.input_audio_buffer.append", {"audio": "AAAA", **ID}),
    ],
    "responses": RESPONSES,
    "beta.responses": RESPONSES + [("response.inject", {"input": [OUTPUT], "response_id": "resp_1"})],
    "live": LIVE,
    "live.sideband": ATTACHED + [("transport.dtmf.send", {"event": "5", **ID})],
    "live.forks": LIVE,
}  # fmt: skip
REQUIRED = {
    "realtime": "session.update", "beta.realtime": "transcription_session.update", "live": "session.start",
    "realtime.translations": "session.input_audio_buffer.append", "responses": "response.steer",
    "beta.responses": "response.inject", "live.sideband": "transport.dtmf.send", "live.forks": "decision.create",
}  # fmt: skip
# Events of the server: the first and the last of each union, and some between.
CLASSES = {
    "realtime": {
        "conversation.created": "ConversationCreatedEvent", "error": "RealtimeErrorEvent",
        "conversation.item.retrieved": "ConversationItemRetrieved",
        "response.output_text.delta": "ResponseTextDeltaEvent",
        "response.mcp_call.failed": "ResponseMcpCallFailed", "response.output_audio.delta": "ResponseAudioDeltaEvent",
    },
    "beta.realtime": {
        "conversation.created": "ConversationCreatedEvent", "error": "ErrorEvent",
        "response.text.delta": "ResponseTextDeltaEvent", "output_audio_buffer.cleared": "OutputAudioBufferCleared",
        "transcription_session.updated": "TranscriptionSessionUpdatedEvent",
    },
    "realtime.translations": {
        "error": "RealtimeErrorEvent", "session.closed": "RealtimeTranslationSessionClosedEvent",
        "session.output_audio.delta": "RealtimeTranslationOutputAudioDeltaEvent",
    },
    "responses": {
        "response.audio.delta": "ResponseAudioWsDelta", "response.created": "ResponseWsCreated",
        "error": "ResponseWsError", "response.steer.failed": "ResponseSteerFailedEvent",
    },
    "beta.responses": {
        "response.audio.delta": "BetaResponseAudioWsDelta", "error": "BetaResponseWsError",
        "response.inject.failed": "BetaResponseInjectFailedEvent",
    },
    "live": {
        "session.started": "SessionStartedEvent", "error": "ErrorEvent", "transport.failed": "TransportFailed",
        "session.input_audio.append": "SessionInputAudioAppend", "decision.event": "DecisionEvent",
    },
    "live.sideband": {"session.started": "SessionStartedEvent", "error": "ErrorEvent", "info": "InfoEvent"},
    "live.forks": {"session.started": "SessionStartedEvent", "error": "ErrorEvent", "info": "InfoEvent"},
}  # fmt: skip


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def both(request: Any) -> Iterator[Both]:
    value = Both(request.param)
    yield value
    value.stop()


# Sending


@pytest.mark.parametrize("endpoint", ALL)
def test_each_call_sends_the_bytes_of_the_official_client(both: Both, endpoint: str) -> None:
    with both.connected(endpoint) as (connection, side):
        for path, fields in CALLS[endpoint]:
            call = resolve(connection, path)
            assert both.call(call, **dict(reversed(list(fields.items())))) is None
            assert side.receive() == json.dumps({"type": path, **fields})
            assert isinstance(both.error(call, "x"), TypeError)
            error = both.error(call, **fields, unknown_field=1)
            assert isinstance(error, TypeError)
            assert "unknown_field" in str(error)
        error = both.error(resolve(connection, REQUIRED[endpoint]))
        assert isinstance(error, TypeError)
        assert "missing" in str(error)
        assert side.messages.empty()


@pytest.mark.parametrize("endpoint", ALL)
@pytest.mark.parametrize(
    "event",
    [
        {"z": [1, {"y": None}], "type": "totally.new", "ü": "é😀\u2028\x7f\x00", "n": 1e20, "f": 0.1, "b": True},
        {"session": {"b": 1, "a": 2}, "type": "session.update", "extra": "\ud83d"},
    ],
)
def test_mappings_are_sent_as_they_are(both: Both, endpoint: str, event: Any) -> None:
    with both.connected(endpoint) as (connection, side):
        both.call(connection.send, event)
        assert side.receive() == json.dumps(event)


def test_values_that_are_converted(both: Both) -> None:
    with both.connected("responses") as (connection, side):
        both.call(connection.response.steer, input=(ITEM,), previous_response_id="r")
        assert side.receive_json()["input"] == [ITEM]
        raw = {"type": "response.output_item.done", "item": {"type": "function_call", "name": "f", "arguments": "{}"}}
        item = connection.parse_event(json.dumps(raw)).item
        both.call(connection.response.create, input=(each for each in (item, OUTPUT)), model=package.omit)
        assert side.receive_json() == {"type": "response.create", "input": [raw["item"], OUTPUT]}
        both.call(connection.send, {"type": "x", "left_out": package.omit, "y": {"z": package.NOT_GIVEN}})
        assert side.receive() == '{"type": "x", "y": {}}'


@pytest.mark.parametrize("event", ["text", [1], 5, None, {"type": "x", "v": object()}, {"v": float("nan")}])
def test_what_is_no_event_is_refused(both: Both, event: Any) -> None:
    with both.connected() as (connection, side):
        assert isinstance(both.error(connection.send, event), package.BodyError)
        both.call(connection.send, {"type": "y"})
        assert side.receive() == '{"type": "y"}'


@pytest.mark.parametrize(
    ("endpoint", "path", "fields"),
    [
        (
            "realtime",
            "realtime.SessionUpdateEvent",
            {"session": {"type": "realtime", "instructions": "ü"}, "type": "session.update"},
        ),
        (
            "realtime",
            "realtime.ConversationItemDeleteEvent",
            {"item_id": "i", "type": "conversation.item.delete", "event_id": None},
        ),
        ("realtime.translations", "realtime.RealtimeTranslationSessionCloseEvent", {"type": "session.close"}),
        (
            "responses",
            "responses.responses_client_event.ResponseCreate",
            {"type": "response.create", "input": "é", "metadata": {}},
        ),
        (
            "responses",
            "responses.ResponseSteerEvent",
            {"input": [], "previous_response_id": "r", "type": "response.steer"},
        ),
        (
            "live",
            "live.InstructionsAppendEvent",
            {"content": "c", "delegation_id": None, "type": "session.instructions.append"},
        ),
        (
            "beta.realtime",
            "beta.realtime.InputAudioBufferAppendEvent",
            {"audio": "AAAA", "type": "input_audio_buffer.append"},
        ),
    ],
)
def test_models_are_sent_indented(both: Both, endpoint: str, path: str, fields: Any) -> None:
    module, _, name = path.rpartition(".")
    model = getattr(load("types." + module), name)
    with both.connected(endpoint) as (connection, side):
        both.call(connection.send, model(**dict(reversed(list(fields.items())))))
        assert side.receive() == json.dumps(fields, indent=2, ensure_ascii=False)


def test_models_of_beta_realtime_leave_out_defaults(both: Both) -> None:
    model = load("types.beta.realtime").ConversationItemDeleteEvent
    with both.connected("beta.realtime") as (connection, side):
        both.call(connection.send, model(type="conversation.item.delete", item_id="i", event_id=None))
        assert side.receive_json() == {"type": "conversation.item.delete", "item_id": "i"}


def test_a_received_event_can_be_sent(both: Both) -> None:
    raw = {"type": "session.updated", "event_id": "e", "session": {"type": "realtime", "unknown": [1]}}
    with both.connected() as (connection, side):
        side.send(raw)
        both.call(connection.send, both.call(connection.recv))
        assert side.receive_json() == raw


@pytest.mark.parametrize("endpoint", RECONNECTING)
def test_raw_messages(both: Both, endpoint: str) -> None:
    with both.connected(endpoint) as (connection, side):
        for message in ("tëxt", b"\0\xff", "", b""):
            both.call(connection.send_raw, message)
            assert side.receive() == message
            side.send(message)
            received = both.call(connection.recv_bytes)
            assert type(received) is bytes
            assert received == (message.encode() if isinstance(message, str) else message)


def test_large_messages(both: Both) -> None:
    with both.connected() as (connection, side):
        sending = both.start(connection.input_audio_buffer.append, audio="B" * (4 << 20))
        assert len(side.receive_json()["audio"]) == 4 << 20
        sending.result(60)
        side.send({"type": "response.output_audio.delta", "delta": "A" * (4 << 20)})
        assert len(both.call(connection.recv).delta) == 4 << 20


# Receiving


@pytest.mark.parametrize("endpoint", ALL)
def test_classes_of_events(both: Both, endpoint: str) -> None:
    with both.connected(endpoint) as (connection, side):
        for event_type, name in CLASSES[endpoint].items():
            raw = {"type": event_type, "event_id": "é", "unknown": {"a": [1]}}
            side.send(raw, json.dumps(raw).encode())
            for event in (
                connection.parse_event(json.dumps(raw).encode()),
                *(both.call(connection.recv) for _ in "12"),
            ):
                assert type(event).__name__ == name
                assert event.type == event_type
                assert event.to_dict() == raw
        unknown = connection.parse_event('{"type": "brand.new", "x": 1}')
        assert (unknown.type, unknown.x, unknown.to_dict()) == ("brand.new", 1, {"type": "brand.new", "x": 1})
        assert connection.parse_event('{"a": 1}').to_dict() == {"a": 1}


def test_nested_models(both: Both) -> None:
    with both.connected() as (connection, _):
        raw: Any = {
            "type": "response.done",
            "response": {"output": [{"type": "message", "role": "assistant"}, {"type": "function_call"}], "usage": {}},
        }
        response = connection.parse_event(json.dumps(raw)).response
        names = [type(value).__name__ for value in (response, *response.output, response.usage)]
        assert names == [
            "RealtimeResponse",
            "RealtimeConversationItemAssistantMessage",
            "RealtimeConversationItemFunctionCall",
            "RealtimeResponseUsage",
        ]
        session = connection.parse_event('{"type": "session.updated", "session": {"type": "transcription"}}').session
        assert type(session).__name__ == "RealtimeTranscriptionSessionCreateRequest"
    with both.connected("responses") as (connection, _):
        content = [{"type": "output_text", "text": "a"}, {"type": "output_text", "text": "b"}]
        raw = {"type": "response.completed", "response": {"output": [{"type": "message", "content": content}]}}
        response = connection.parse_event(json.dumps(raw)).response
        assert type(response).__name__ == "Response"
        assert response.output_text == "ab"


def test_missing_fields_are_none(both: Both) -> None:
    with both.connected() as (connection, _):
        event = connection.parse_event('{"type": "response.output_text.delta", "delta": 5}')
        assert (event.delta, event.item_id) == (5, None)


@pytest.mark.parametrize("text", ["[1, 2]", '"x"', "5", "1.5", "true", "null", "[]"])
def test_json_that_is_no_object(both: Both, text: str) -> None:
    with both.connected() as (connection, side):
        side.send(text)
        value = both.call(connection.recv)
        assert value == json.loads(text) == connection.parse_event(text.encode())
        assert type(value) is type(json.loads(text))


@pytest.mark.parametrize("message", ["", "{", "{'a': 1}", '{"a": 1} x', b"\x80\x81"])
def test_what_is_no_json(both: Both, message: Any) -> None:
    with both.connected() as (connection, side):
        side.send(message, {"type": "session.created"})
        assert isinstance(both.error(connection.recv), ValueError)
        if isinstance(message, str):
            with pytest.raises(json.JSONDecodeError):
                connection.parse_event(message)
        assert both.call(connection.recv).type == "session.created"


def test_encodings_of_events(both: Both) -> None:
    text = '{"type": "error", "x": "é"}'
    with both.connected() as (connection, side):
        side.send("\ufeff" + text)
        assert both.call(connection.recv).x == "é"
        for data in ("\ufeff" + text, text.encode("utf-16"), text.encode("utf-8-sig"), bytearray(text.encode())):
            assert connection.parse_event(data).x == "é"
        for wrong in (None, 5, {"type": "error"}):
            with pytest.raises(TypeError):
                connection.parse_event(wrong)


def test_fragments_and_invalid_text(both: Both) -> None:
    with both.connected() as (connection, side):
        side.peer.send(encode(TEXT, b'{"type": "\xc3', fin=False), encode(CONTINUATION, b'\xa9"}'))
        assert both.call(connection.recv).type == "é"
        side.peer.send(encode(TEXT, b'{"type": "\xff"}'))
        error = both.error(connection.recv_bytes)
        assert isinstance(error, package.ConnectionClosedError)
        assert error.sent.code == 1007


# Iteration


@pytest.mark.parametrize("endpoint", ALL)
def test_iteration(both: Both, endpoint: str) -> None:
    with both.connected(endpoint) as (connection, side):
        side.send(*({"type": letter} for letter in "abcdef"))
        for event in both.iterate(connection):
            assert event.type == "a"
            break
        assert both.call(connection.recv).type == "b"
        for event in both.iterate(connection):
            assert event.type == "c"
            break
        assert json.loads(both.call(connection.recv_bytes)) == {"type": "d"}
        side.close(1001)
        assert both.types(connection) == ["e", "f"]
        assert both.types(connection) == []


def test_iteration_after_invalid_json(both: Both) -> None:
    with both.connected() as (connection, side):
        side.send({"type": "a"}, "oops", {"type": "b"})
        iterator = both.iterate(connection)
        assert next(iterator).type == "a"
        with pytest.raises(json.JSONDecodeError):
            next(iterator)
        assert next(both.iterate(connection)).type == "b"


def test_iteration_after_an_own_close(both: Both) -> None:
    with both.connected() as (connection, side):
        side.send({"type": "a"})
        seen = []
        for event in both.iterate(connection):
            seen.append(event.type)
            both.call(connection.close)
        assert seen == ["a"]


# Handlers


def test_order_of_handlers(both: Both) -> None:
    heard: Any = []
    with both.connected() as (connection, side):
        assert connection.on("event", lambda event: heard.append("any 1 " + event.type)) is connection
        connection.on("a", lambda event: heard.append("a 1")).on("a", lambda event: heard.append("a 2"))

        @connection.on("event")  # type: ignore[untyped-decorator]
        def generic(event: Any) -> None:
            heard.append("any 2")

        connection.on("brand.new", lambda event: heard.append("new"))
        side.send({"type": "a"}, {"type": "brand.new"})
        side.close()
        assert both.call(connection.dispatch_events) is None
        assert heard == ["a 1", "a 2", "any 1 a", "any 2", "new", "any 1 brand.new", "any 2"]
        assert connection.off("event", generic) is connection


def test_doubles_once_and_off(both: Both) -> None:
    heard: Any = []

    def handler(event: Any) -> None:
        heard.append(1)

    def once(event: Any) -> None:
        heard.append("once")

    with both.connected() as (connection, side):
        connection.on("a", handler).on("a", handler).on("a", handler).once("a", once)
        connection.off("a", handler).off("a", print).off("nothing", handler)
        connection.once("a", print).off("a", print)
        side.send({"type": "a"}, {"type": "a"})
        side.close()
        both.call(connection.dispatch_events)
        assert heard == [1, 1, "once", 1, 1]


def test_handlers_that_change_handlers(both: Both) -> None:
    heard: Any = []
    with both.connected() as (connection, side):

        def first(event: Any) -> None:
            heard.append("first")
            connection.off("a", second).on("a", third)

        def second(event: Any) -> None:
            heard.append("second")

        def third(event: Any) -> None:
            heard.append("third")

        connection.once("a", first).on("a", second)
        side.send({"type": "a"}, {"type": "a"})
        side.close()
        both.call(connection.dispatch_events)
        assert heard == ["first", "second", "third"]


def test_handlers_of_a_manager_move_to_the_connection(both: Both) -> None:
    heard: Any = []
    with ConnectServer() as server:
        manager = both.manager(server)
        assert manager.on("a", lambda event: heard.append("on")) is manager
        manager.once("a", lambda event: heard.append("once"))
        removed = manager.on("a")(lambda event: heard.append("removed"))
        assert manager.off("a", removed) is manager
        for _ in range(2):
            with both.opened(manager) as connection:
                side = server.accept()
                side.send({"type": "a"}, {"type": "a"})
                side.close()
                both.call(connection.dispatch_events)
        assert heard == ["on", "once", "on"]


@pytest.mark.parametrize("endpoint", RECONNECTING)
def test_error_events(both: Both, endpoint: str) -> None:
    raw = {"type": "error", "error": {"message": "broken thing", "type": "server_error", "code": "c"}}
    with both.connected(endpoint) as (connection, side):
        connection.on("other", print)
        side.send(raw, {"type": "next"})
        error = both.error(connection.dispatch_events)
        assert isinstance(error, package.OpenAIError)
        assert str(error).startswith("WebSocket error: ")
        assert "broken thing" in str(error)
        assert both.call(connection.recv).type == "next"
        for name in ("error", "event"):
            heard: Any = []
            connection.once(name, lambda event: heard.append(event.error.message))  # noqa: B023
            connection.once("stop", both.function(lambda event: 1 / 0))
            side.send(raw, {"type": "stop"})
            assert isinstance(both.error(connection.dispatch_events), ZeroDivisionError)
            assert heard == ["broken thing"]
        both.call(connection.send, {"type": "x"})  # the connection lives
        assert side.receive_json() == {"type": "x"}


def test_coroutines_as_handlers() -> None:
    both = Both(True)
    heard: Any = []
    try:
        with both.connected() as (connection, side):
            handler = both.function(lambda event: heard.append("coroutine"))
            connection.on("a", handler).on("a", lambda event: heard.append("plain"))
            connection.on("event", lambda event: handler(event))
            side.send({"type": "a"})
            side.close()
            both.call(connection.dispatch_events)
        assert heard == ["coroutine", "plain", "coroutine"]
    finally:
        both.stop()


def test_a_handler_may_send_and_close(both: Both) -> None:
    with both.connected() as (connection, side):
        if both.is_async:

            async def reply(event: Any) -> None:
                await connection.send({"type": "reply"})
                await connection.close()

            connection.on("a", reply)
        else:
            connection.on("a", lambda event: (connection.send({"type": "reply"}), connection.close()))
        side.send({"type": "a"})
        both.call(connection.dispatch_events)
        assert side.receive_json() == {"type": "reply"}
