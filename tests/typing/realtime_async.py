"""WebSockets with asyncio: what must be awaited, events, handlers."""

from __future__ import annotations

from typing import Any, AsyncIterator

from openai_stdlib import AsyncOpenAI, ReconnectingEvent, ReconnectingOverrides
from openai_stdlib.resources.realtime.realtime import AsyncRealtimeConnection, AsyncRealtimeSessionResource
from openai_stdlib.types.realtime import RealtimeServerEvent

client = AsyncOpenAI()


async def main() -> None:
    manager = client.realtime.connect(model="gpt-realtime")
    reveal_type(manager)  # type: AsyncRealtimeConnectionManager
    reveal_type(manager.send({"type": "response.create"}))  # type: None
    async with manager as connection:
        reveal_type(connection)  # type: AsyncRealtimeConnection
        reveal_type(connection.session)  # type: AsyncRealtimeSessionResource
        await connection.session.update(session={"type": "realtime", "output_modalities": ["audio"]})
        await connection.conversation.item.create(
            item={"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hello"}]}
        )
        await connection.input_audio_buffer.append(audio="AAAA")
        await connection.response.create()
        await connection.send({"type": "input_audio_buffer.commit"})
        await connection.send_raw(b"{}")
        reveal_type(await connection.recv_bytes())  # type: bytes
        reveal_type(connection.close_code)  # type: int | None
        event = await connection.recv(timeout=1)
        if event.type == "response.output_audio.delta":
            reveal_type(event)  # type: ResponseAudioDeltaEvent
        async for event in connection:
            if event.type == "response.output_text.done":
                reveal_type(event.text)  # type: str
            elif event.type == "rate_limits.updated":
                reveal_type(event.rate_limits)  # type: list[RateLimit]
        parsed = connection.parse_event("{}")
        if parsed.type == "conversation.item.added":
            reveal_type(parsed)  # type: ConversationItemAdded
        await connection.dispatch_events()
        await connection.close(reason="done")
        connection.recv().type  # refused: type
        connection.session.update(session={"type": "realtime"}).session  # refused: session
        print(*connection)  # refused: iter
        await manager.send({"type": "response.create"})  # refused: await|None
        await connection.input_audio_buffer.append(audio=3)  # refused: audio
        await connection.send({"type": "session.updat", "session": {}})  # refused: send|type
        await connection.response.create(response={"modalities": ["text"]})  # refused: response|modalities
    reveal_type(await manager.enter())  # type: AsyncRealtimeConnection
    with manager:  # refused: __enter__
        pass


async def read(connection: AsyncRealtimeConnection) -> AsyncIterator[RealtimeServerEvent]:
    yield await connection.recv()
    async for event in connection:
        yield event


async def handle(event: Any) -> None:
    pass


async def reconnect(event: ReconnectingEvent) -> ReconnectingOverrides | None:
    return {"abort": event.attempt > 3}


def reconnect_at_once(event: ReconnectingEvent) -> None:
    pass


async def restore(connection: AsyncRealtimeConnection) -> None:
    await connection.session.update(session={"type": "realtime"})


async def use(connection: AsyncRealtimeConnection, session: AsyncRealtimeSessionResource) -> None:
    reveal_type(connection.on("error", handle).once("event", handle))  # type: AsyncRealtimeConnection

    @connection.on("session.created")
    async def update(event: Any) -> None:
        await session.update(session={"type": "realtime"})

    reveal_type(await update(3))  # type: None


client.realtime.connect(
    model="m", on_reconnecting=reconnect, on_reconnected=restore, websocket_connection_options={"write_limit": 1 << 15}
)
client.realtime.connect(model="m", on_reconnecting=reconnect_at_once)
client.realtime.connect(model="m", on_reconnecting=handle(3))  # refused: on_reconnecting
client.realtime.connect(model="m", max_retries="5")  # refused: max_retries
