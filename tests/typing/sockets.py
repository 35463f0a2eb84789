"""The other WebSockets: responses, live, translations, realtime of the beta; raw ones to any server."""

from __future__ import annotations

from openai_stdlib import AsyncOpenAI, ConnectionClosedError, OpenAI, WebSocketConnectionClosedError, websocket
from openai_stdlib.lib.realtime_translation import TranslationSession
from openai_stdlib.lib.responses_websocket import (
    AsyncResponsesWebSocketSession,
    ResponsesWebSocketAccumulator,
    ResponsesWebSocketError,
    ResponsesWebSocketLimits,
    ResponsesWebSocketSession,
)
from openai_stdlib.resources.beta.realtime.realtime import RealtimeConnection
from openai_stdlib.resources.live.forks import ForksConnection
from openai_stdlib.resources.live.sideband import SidebandConnection
from openai_stdlib.resources.realtime.translations.translations import TranslationsConnection
from openai_stdlib.resources.responses.responses import ResponsesConnection

client = OpenAI()
async_client = AsyncOpenAI()

responses: ResponsesConnection = client.responses.connect().enter()
responses.response.create(
    model="m",
    input=[{"role": "user", "content": "Hello"}],
    tools=[{"type": "function", "name": "f", "parameters": {}, "strict": True}],
    stream_id="a",
)
responses.response.steer(input=[{"type": "message", "role": "user", "content": "Stop"}], previous_response_id="r")
for event in responses:
    if event.type == "response.output_text.delta":
        reveal_type(event)  # type: ResponseTextWsDelta
        reveal_type(event.delta)  # type: str
    elif event.type == "response.completed":
        reveal_type(event.response)  # type: Response
        reveal_type(event.response.output_text)  # type: str
    elif event.type == "error":
        reveal_type(event)  # type: ResponseWsError
reveal_type(client.responses.connect({"a": "b"}, {"x": "y"}))  # type: ResponsesConnectionManager
responses.response.create(modell="m")  # refused: modell
responses.response.create(model="m", input=3)  # refused: input
responses.response.inject(input=[], response_id="r")  # refused: inject
responses.session  # refused: session

beta = client.beta.responses.connect().enter()
beta.response.inject(input=[], response_id="r")
beta_event = beta.recv()
if beta_event.type == "response.inject.created":
    reveal_type(beta_event)  # type: BetaResponseInjectCreatedEvent
beta.response.inject(input=[])  # refused: response_id

with client.live.connect(max_queue_size=1 << 21) as live:
    reveal_type(live)  # type: LiveConnection
    live.session.input_audio.append(audio="AAAA")
    live.session.instructions.append(content="c", delegation_id=None)
    live.session.output_audio.fixture.play(audio="AAAA")
    live.decision.create(event_id="e")
    live.response.item.create(item={"role": "user", "content": "Hello"})
    live_event = live.recv(timeout=1)
    if live_event.type == "session.output_audio.delta":
        reveal_type(live_event)  # type: OutputAudioDeltaEvent
    live.session.instructions.append(content="c")  # refused: delegation_id
    live.decision.create()  # refused: event_id
    live.transport  # refused: transport
sideband: SidebandConnection = client.live.sideband.connect(session_id="s", graceful_close=True).enter()
sideband.transport.dtmf.send(event="1")
sideband.session.start(session={})  # refused: start
forks: ForksConnection = client.live.forks.connect(session_id="s").enter()
forks.session.start(session={})
client.live.sideband.connect()  # refused: session_id
client.live.forks.connect("s")  # refused: positional|session_id

translations: TranslationsConnection = client.realtime.translations.connect("m", {"a": "b"}).enter()
translations.session.input_audio_buffer.append(audio="AAAA")
translations.session.close()
translated = translations.recv()
if translated.type == "session.output_transcript.delta":
    reveal_type(translated)  # type: RealtimeTranslationOutputTranscriptDeltaEvent
client.realtime.translations.connect()  # refused: model

with TranslationSession(client.realtime.translations, model="m") as translation:
    translation.send({"type": "session.close"})
    answer = translation.recv(timeout=1)
    if answer.type == "session.closed":
        reveal_type(answer)  # type: RealtimeTranslationSessionClosedEvent
    translation.send({"type": "session.clos"})  # refused: send|type
TranslationSession(client.realtime, model="m")  # refused: Realtime
TranslationSession(async_client.realtime.translations, model="m")  # refused: AsyncTranslations

limits = ResponsesWebSocketLimits(
    max_lanes=2, max_events_per_lane=9, max_events=9, max_bytes_per_lane=9, max_bytes=9, max_response_bytes=None
)
with ResponsesWebSocketSession(responses, limits=limits) as session:
    lane = session.lane("a")
    lane.send({"type": "response.create", "model": "m", "input": "Hello"})
    lane_event = lane.recv(timeout=1)
    if lane_event.type == "response.created":
        reveal_type(lane_event)  # type: ResponseWsCreated
    try:
        reveal_type(lane.get_final_response(timeout=1))  # type: Response
    except ResponsesWebSocketError as failure:
        reveal_type(failure.event.type)
    lane.recv(1)  # refused: positional|many
    lane.send({"type": "response.creat"})  # refused: send|type
accumulator = ResponsesWebSocketAccumulator()
accumulator.add_event(responses.recv())
reveal_type(accumulator.snapshot().output_text)  # type: str
reveal_type(accumulator.snapshot().output[0].call_id)  # type: str | None
ResponsesWebSocketLimits(max_lanes=2)  # refused: max_bytes
ResponsesWebSocketSession(responses)  # refused: limits
ResponsesWebSocketSession(live, limits=limits)  # refused: [cC]onnection

old: RealtimeConnection = client.beta.realtime.connect(model="m", extra_headers={"x": "y"}).enter()
old.session.update(session={"modalities": ["text"]})
old.transcription_session.update(session={"input_audio_format": "pcm16"})
old_event = old.recv()
if old_event.type == "response.text.delta":
    reveal_type(old_event.delta)  # type: str
client.beta.realtime.connect()  # refused: model


async def main() -> None:
    async with async_client.responses.connect() as connection:
        reveal_type(connection)  # type: AsyncResponsesConnection
        await connection.response.create(model="m", input="Hello")
        event = await connection.recv()
        if event.type == "response.failed":
            reveal_type(event)  # type: ResponseWsFailed
        connection.response.create(model="m").id  # refused: id
        async with AsyncResponsesWebSocketSession(connection, limits=limits) as lanes:
            reveal_type(await lanes.lane().get_final_response())  # type: Response
    async with async_client.live.sideband.connect(session_id="s") as attached:
        reveal_type(attached)  # type: AsyncSidebandConnection
        await attached.session.input_audio.mute()
    async with await websocket.aconnect("ws://127.0.0.1:1/") as raw:
        await raw.send("x")
        reveal_type(await raw.recv(timeout=1))  # type: str | bytes


try:
    responses.dispatch_events()
except WebSocketConnectionClosedError as unsent:
    reveal_type(unsent.unsent_messages)
except ConnectionClosedError as error:
    reveal_type(error.code)  # type: int
    reveal_type(error.reason)  # type: str

with websocket.connect("ws://127.0.0.1:1/", subprotocols=["a"], compression="deflate", max_size=None) as raw:
    reveal_type(raw)  # type: WebSocketConnection
    raw.send(b"x")
    reveal_type(raw.recv(timeout=1))  # type: str | bytes
    raw.send(3)  # refused: send|int
websocket.connect("ws://127.0.0.1:1/", max_sise=3)  # refused: max_sise
