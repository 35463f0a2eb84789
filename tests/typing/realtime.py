"""WebSockets with threads: connections, their events, resources, handlers and managers."""

from __future__ import annotations

import ssl
from typing import Iterator

from openai_stdlib import OpenAI, ReconnectingEvent, ReconnectingOverrides
from openai_stdlib.resources.realtime.realtime import (
    RealtimeConnection,
    RealtimeConnectionManager,
    RealtimeConversationItemResource,
    RealtimeSessionResource,
)
from openai_stdlib.types.realtime import RealtimeServerEvent, SessionUpdateEvent
from openai_stdlib.types.realtime.realtime_session_create_request_param import RealtimeSessionCreateRequestParam
from openai_stdlib.types.websocket_connection_options import SyncWebSocketConnectionOptions, WebSocketConnectionOptions

client = OpenAI(websocket_base_url="wss://example.com/v1")

with client.realtime.connect(model="gpt-realtime") as connection:
    reveal_type(connection)  # type: RealtimeConnection
    reveal_type(connection.close_code)  # type: int | None
    reveal_type(connection.close_reason)  # type: str | None
    reveal_type(connection.recv_bytes())  # type: bytes
    reveal_type(connection.session)  # type: RealtimeSessionResource
    reveal_type(connection.conversation.item)  # type: RealtimeConversationItemResource
    reveal_type(connection.session.update(session={"type": "realtime"}))  # type: None
    connection.session.update(
        session={
            "type": "realtime",
            "instructions": "Be brief.",
            "output_modalities": ["text"],
            "audio": {"input": {"turn_detection": {"type": "server_vad"}}},
            "tools": [{"type": "function", "name": "f", "parameters": {}}],
        },
        event_id="e",
    )
    session: RealtimeSessionCreateRequestParam = {"type": "realtime", "model": "gpt-realtime"}
    connection.session.update(session=session)
    connection.conversation.item.create(
        item={"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hello"}]},
        previous_item_id="root",
    )
    connection.conversation.item.create(item={"type": "function_call_output", "call_id": "c", "output": "{}"})
    connection.conversation.item.truncate(audio_end_ms=1, content_index=0, item_id="i")
    connection.input_audio_buffer.append(audio="AAAA")
    connection.input_audio_buffer.commit()
    connection.output_audio_buffer.clear()
    connection.response.create(response={"output_modalities": ["text"], "metadata": {"a": "b"}})
    connection.response.cancel(response_id="r")
    connection.send({"type": "response.create"})
    connection.send(SessionUpdateEvent.model_validate({"type": "session.update", "session": {"type": "realtime"}}))
    connection.send_raw("{}")
    connection.send_raw(b"{}")
    event = connection.recv(timeout=2.5)
    if event.type == "response.output_text.delta":
        reveal_type(event)  # type: ResponseTextDeltaEvent
        reveal_type(event.delta)  # type: str
    elif event.type == "error":
        reveal_type(event.error)  # type: RealtimeError
        reveal_type(event.error.code)  # type: str | None
    elif event.type == "response.done":
        reveal_type(event.response)  # type: RealtimeResponse
    else:
        event.delta  # refused: delta
    for event in connection:
        if event.type == "session.created":
            reveal_type(event)  # type: SessionCreatedEvent
        elif event.type == "response.function_call_arguments.done":
            reveal_type(event.arguments)  # type: str
    parsed = connection.parse_event(b"{}")
    if parsed.type == "input_audio_buffer.committed":
        reveal_type(parsed.item_id)  # type: str
    connection.close(code=1000, reason="done")
    connection.dispatch_events()


def read(connection: RealtimeConnection) -> Iterator[RealtimeServerEvent]:
    yield connection.recv()
    yield from connection


def use(session: RealtimeSessionResource, item: RealtimeConversationItemResource) -> None:
    session.update(session={"type": "transcription", "audio": {"input": {"transcription": {"model": "whisper-1"}}}})
    item.delete(item_id="i")
    item.retrieve(item_id="i")


def print_event(event: RealtimeServerEvent) -> None:
    print(event.type)


reveal_type(connection.on("error", print_event))  # type: RealtimeConnection
reveal_type(connection.once("event", print_event).off("event", print_event))  # type: RealtimeConnection


@connection.on("response.done")
def finish(event: RealtimeServerEvent) -> int:
    return len(event.type)


reveal_type(finish(connection.recv()))  # type: int


def reconnect(event: ReconnectingEvent) -> ReconnectingOverrides | None:
    reveal_type(event.attempt)  # type: int
    reveal_type(event.delay)  # type: float
    if event.close_code == 1011:
        return {"abort": True}
    return {"extra_query": {"model": "m"}, "extra_headers": {"x": "y"}}


def restore(connection: RealtimeConnection) -> None:
    connection.session.update(session={"type": "realtime"})


options: SyncWebSocketConnectionOptions = {
    "subprotocols": ["realtime"],
    "compression": "deflate",
    "max_size": None,
    "max_queue": (16, 4),
    "open_timeout": 5,
    "ping_interval": None,
    "ping_timeout": 20.5,
    "close_timeout": 1,
    "proxy": "http://127.0.0.1:3128",
    "ssl": ssl.create_default_context(),
}
manager = client.realtime.connect(
    call_id="c",
    model="m",
    extra_query={"intent": "transcription"},
    extra_headers={"x": "y"},
    websocket_connection_options=options,
    on_reconnecting=reconnect,
    max_retries=5,
    initial_delay=0.5,
    max_delay=8,
    max_queue_size=1 << 20,
    on_reconnected=restore,
)
reveal_type(manager)  # type: RealtimeConnectionManager
same: RealtimeConnectionManager = manager.on("error", print_event).once("event", print_event)
reveal_type(manager.send({"type": "response.create"}))  # type: None
reveal_type(manager.enter())  # type: RealtimeConnection
client.realtime.connect(websocket_connection_options={"proxy": True, "max_size": 1 << 20})

connection.session.update()  # refused: session
connection.session.update(session={"type": "realtime", "voice": "alloy"})  # refused: voice|session
connection.session.update(session={"type": "audio"})  # refused: session|type
connection.session.update(session=session, eventid="e")  # refused: eventid
connection.session.update(session)  # refused: positional
connection.session.create(session=session)  # refused: create
connection.input_audio_buffer.append(audio=b"AAAA")  # refused: audio
connection.conversation.item.truncate(item_id="i", content_index=0)  # refused: audio_end_ms
connection.conversation.item.create(item={"type": "message", "role": "robot", "content": []})  # refused: item|role
connection.send({"type": "response.creat"})  # refused: send|type
connection.send("{}")  # refused: send|str
connection.send_raw({"type": "response.create"})  # refused: dict
connection.recv(3, 4)  # refused: positional|many
connection.recv(timeout="1")  # refused: timeout
connection.close(1000)  # refused: positional
connection.on("error", 3)  # refused: on
connection.transcription_session  # refused: transcription_session
client.realtime.connect("gpt-realtime")  # refused: positional
client.realtime.connect(modell="m")  # refused: modell
client.realtime.connect(model="m", on_reconnecting=print_event)  # refused: on_reconnecting
client.realtime.connect(model="m", on_reconnected=print_event)  # refused: on_reconnected
client.realtime.connect(websocket_connection_options={"max_sise": 3})  # refused: max_sise|connect
client.realtime.connect(websocket_connection_options=WebSocketConnectionOptions(compression=3))  # refused: compression
client.realtime.connect().session  # refused: session
bad: ReconnectingOverrides = {"abort": "yes"}  # refused: abort|str
print(*manager)  # refused: iter
