# SPDX-License-Identifier: MIT
"""Sessions for realtime translation over real sockets, for threads and asyncio."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from typing import Any, Iterator
from urllib.parse import parse_qsl

import pytest

from . import load, package
from .event_loops import make_calls
from .raw_server import LIMIT, RawServer
from .websocket_server import CLOSE, TEXT, Peer, encode, encode_close, serve

helpers = load("lib.realtime_translation")
CLOSED = {"type": "session.closed", "event_id": "event_9"}


class Server:
    """Sends the texts in `steps` of an event; answers `session.close` with rest of the output and the end."""

    def __init__(self) -> None:
        self.received: list[Any] = []
        self.closes: list[bytes] = []
        self.may_close = threading.Event()
        self.may_close.set()

    def script(self, peer: Peer) -> None:
        while True:
            frame = peer.read()
            if frame.opcode == CLOSE:
                self.closes.append(frame.payload)
                assert self.may_close.wait(LIMIT)
                peer.send(encode(CLOSE, frame.payload))
                return
            if frame.opcode != TEXT:
                continue
            event = json.loads(frame.payload)
            self.received.append(event)
            for step in event.get("steps", ()):
                if step == "cut":
                    return
                peer.send(encode_close(1011, b"broken") if step == "close" else encode(TEXT, step.encode()))
            if event["type"] == "session.close":
                delta = {"type": "session.output_transcript.delta", "event_id": "event_8", "delta": "Hola"}
                peer.send(*[encode(TEXT, json.dumps(answer).encode()) for answer in (delta, CLOSED)])


@pytest.fixture(params=["sync", "async"])
def calls(request: Any) -> Iterator[Any]:
    calls = make_calls(request.param)
    yield calls
    calls.stop()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.may_close.set()


@pytest.fixture
def raw(server: Server) -> Iterator[RawServer]:
    with serve(server.script) as raw:
        yield raw
        server.may_close.set()


@pytest.fixture
def make_session(calls: Any, raw: Any) -> Any:
    """Return a function that makes a session; its options are those of the client, and of the session."""

    def make_session(
        model: Any = "gpt-realtime-translate", client: Any = None, path: str = "/v1", **options: Any
    ) -> Any:
        cls = (client or {}).pop("cls", "OpenAI")
        settings = {"api_key": "sk-test", "max_retries": 0, **(client or {})}
        if cls == "OpenAI":
            settings["base_url"] = raw.url + path
        if "websocket_base_url" in settings:
            settings["websocket_base_url"] = "ws" + raw.url[4:] + settings["websocket_base_url"]
        translations = getattr(package, calls.prefix + cls)(**settings).realtime.translations
        return getattr(helpers, calls.prefix + "TranslationSession")(translations, model=model, **options)

    return make_session


@pytest.fixture
def connection(calls: Any, make_session: Any) -> Iterator[Any]:
    session = make_session()
    yield calls(session.enter)
    leave(calls, session)


def leave(calls: Any, session: Any, *error: Any) -> Any:
    return calls(session.__aexit__ if calls.prefix else session.__exit__, *(error or (None, None, None)))


def receive(calls: Any, connection: Any) -> Any:
    return calls(connection.recv)


def test_a_conversation(calls, server, connection):
    audio = {"type": "session.input_audio_buffer.append", "audio": "AAAA"}
    calls(connection.send, audio)
    calls(connection.send, {"type": "session.close"})
    calls(connection.send, {"type": "session.close"})  # it is sent once
    with pytest.raises(package.OpenAIError, match=r"session\.close was sent"):
        calls(connection.send, audio)
    event = receive(calls, connection)
    assert (event.delta, type(event).__name__) == ("Hola", "RealtimeTranslationOutputTranscriptDeltaEvent")
    event = receive(calls, connection)
    assert event == CLOSED and type(event).__name__ == "RealtimeTranslationSessionClosedEvent"
    assert not connection._connection.is_open and server.closes == [b"\x03\xe8"]
    for _ in range(2):
        with pytest.raises(package.ConnectionClosedOK):
            receive(calls, connection)
        for late in (audio, {"type": "session.close"}):
            with pytest.raises(package.OpenAIError, match="the connection is closed"):
                calls(connection.send, late)
    assert server.received == [audio, {"type": "session.close"}]


def test_models_are_sent_too(calls, server, connection):
    event = load("types.realtime").RealtimeTranslationSessionCloseEvent(type="session.close", event_id="mine")
    calls(connection.send, event)
    assert receive(calls, connection).delta == "Hola" and receive(calls, connection).type == "session.closed"
    assert server.received == [{"type": "session.close", "event_id": "mine"}]


def test_messages_that_are_no_events_end_nothing(calls, connection):
    steps = ["[1]", "nonsense", '{"type": "new.kind", "x": 1}', '{"type": "session.closed"}', '{"type": "error"}']
    calls(connection.send, {"type": "session.update", "session": {}, "steps": steps})
    assert receive(calls, connection) == [1]
    with pytest.raises(json.JSONDecodeError):
        receive(calls, connection)
    assert receive(calls, connection) == {"type": "new.kind", "x": 1}
    with pytest.raises(ValueError, match="event_id") as caught:
        receive(calls, connection)
    assert isinstance(caught.value, package.OpenAIError)
    assert type(receive(calls, connection)).__name__ == "RealtimeErrorEvent"
    assert connection._connection.is_open


@pytest.mark.parametrize(
    "options",
    [
        {"model": ""},
        {"model": None},
        {"extra_query": {"intent": "x"}},
        {"path": "/v1?intent=x"},
        {"client": {"default_query": {"intent": "x"}}},
        {"client": {"websocket_base_url": "/w?intent=x"}},
    ],
)
def test_invalid_arguments_are_refused_on_entry(calls, raw, make_session, options):
    session = make_session(**options)
    with pytest.raises(ValueError, match="model" if "model" in options else "intent"):
        calls(session.enter)
    with pytest.raises(RuntimeError, match="entered before"):
        calls(session.enter)
    leave(calls, session)
    assert raw.requests == []


def test_providers_are_refused(calls, raw, make_session):
    azure = {"cls": "AzureOpenAI", "azure_endpoint": raw.url, "api_version": "2025-01-01"}
    with pytest.raises(package.OpenAIError, match="provider"):
        calls(make_session(client=azure).enter)
    assert raw.requests == []


@pytest.mark.parametrize(
    "options, path, query",
    [
        ({}, "/v1", []),
        ({"extra_query": {"a": "1"}}, "/v1", [("a", "1")]),
        ({"path": "/v1?b=2", "client": {"default_query": {"d": "3"}}}, "/v1", [("b", "2"), ("d", "3")]),
        # A WebSocket URL of its own gets the query of the base URL, where nothing else has these parameters.
        (
            {
                "path": "/v1?b=2&b=3&c=1&d=1",
                "client": {"websocket_base_url": "/w?c=9", "default_query": {"d": "4"}},
                "extra_query": {"e": "5"},
            },
            "/w",
            [("b", "2"), ("b", "3"), ("c", "9"), ("d", "4"), ("e", "5")],
        ),
    ],
)
def test_url(calls, raw, make_session, options, path, query):
    session = make_session(**options)
    calls(session.enter)
    leave(calls, session)
    (request,) = raw.requests
    target, _, text = request.target.partition("?")
    assert target == path + "/realtime/translations"
    assert sorted(parse_qsl(text)) == sorted([("model", "gpt-realtime-translate"), *query])


def test_headers_and_options_reach_the_connection(calls, raw, make_session):
    options = {"subprotocols": ["a"], "max_size": 5}
    session = make_session(extra_headers={"X-Mine": "1"}, websocket_connection_options=options)
    calls(session.enter)
    leave(calls, session)
    (request,) = raw.requests
    assert request.header("X-Mine") == ["1"] and request.header("Sec-WebSocket-Protocol") == ["a"]
    assert request.header("Authorization") == ["Bearer sk-test"]


def test_a_session_is_entered_once(calls, make_session):
    session = make_session()
    calls(session.enter)
    for _ in range(2):
        with pytest.raises(RuntimeError, match="entered before"):
            calls(session.enter)
    leave(calls, session)
    leave(calls, session)


def test_a_failed_handshake_is_the_error_of_the_block(calls):
    with RawServer(lambda connection: (connection.read_request(), connection.close())) as raw:
        client = getattr(package, calls.prefix + "OpenAI")(api_key="sk-test", base_url=raw.url, max_retries=0)
        session = getattr(helpers, calls.prefix + "TranslationSession")(client.realtime.translations, model="m")
        with pytest.raises(package.APIConnectionError):
            calls(session.enter)
        leave(calls, session)


def test_leaving_the_block_closes_and_keeps_the_error(calls, server, make_session):
    session = make_session()
    connection = calls(session.enter)
    pending = calls.start(connection.recv)
    assert not leave(calls, session, KeyError, KeyError(), None)
    with pytest.raises(package.ConnectionClosedOK):
        pending.result(LIMIT)
    assert server.closes == [b"\x03\xe8"]


def test_an_event_that_cannot_be_sent_closes_the_connection(calls, connection):
    with pytest.raises(TypeError):
        calls(connection.send, {"type": "session.update", "session": object()})
    with pytest.raises(package.OpenAIError, match="the connection is closed"):
        calls(connection.send, {"type": "session.update"})
    with pytest.raises(package.ConnectionClosedOK):
        receive(calls, connection)


@pytest.mark.parametrize("step, code", [("cut", 1006), ("close", 1011)])
def test_a_broken_connection_is_not_opened_again(calls, raw, connection, step, code):
    calls(connection.send, {"type": "session.update", "steps": [step]})
    for _ in range(2):
        with pytest.raises(package.ConnectionClosedError) as caught:
            receive(calls, connection)
        assert caught.value.code == code
    with pytest.raises(package.ConnectionClosedError):
        calls(connection.send, {"type": "session.update"})
    with pytest.raises(package.OpenAIError, match="the connection is closed"):
        calls(connection.send, {"type": "session.update"})
    assert len(raw.requests) == 1


def test_a_second_reader_is_refused(calls, connection):
    pending = calls.start(connection.recv)
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        try:
            if calls.prefix:
                calls(asyncio.wait_for, connection.recv(), 0.01)
            else:
                connection.recv(timeout=0)
        except RuntimeError:
            break
        except (TimeoutError, asyncio.TimeoutError):
            pass  # this call came first
    else:
        raise AssertionError("two calls received at once")
    calls(connection.close)
    with pytest.raises(package.ConnectionClosedOK):
        pending.result(LIMIT)


def test_recv_with_a_timeout_does_not_wait_for_the_close(server, raw):
    client = package.OpenAI(api_key="sk-test", base_url=raw.url)
    with helpers.TranslationSession(client.realtime.translations, model="m") as connection:
        with pytest.raises(TimeoutError):
            connection.recv(timeout=0.01)
        server.may_close.clear()
        connection.send({"type": "session.close"})
        assert connection.recv(timeout=LIMIT).delta == "Hola"
        assert connection.recv(timeout=LIMIT) == CLOSED  # the server has not answered the close frame
        with pytest.raises(package.OpenAIError, match="the connection is closed"):
            connection.send({"type": "session.update"})
        server.may_close.set()
    assert not connection._connection.is_open


def test_a_cancelled_call_does_not_lose_the_end(server, raw):
    async def run() -> None:
        async with package.AsyncOpenAI(api_key="sk-test", base_url=raw.url) as client:
            async with helpers.AsyncTranslationSession(client.realtime.translations, model="m") as connection:
                with pytest.raises(asyncio.TimeoutError):
                    await asyncio.wait_for(connection.recv(), 0.01)
                server.may_close.clear()
                await connection.send({"type": "session.close"})
                assert (await connection.recv()).delta == "Hola"
                pending = asyncio.ensure_future(connection.recv())
                while not server.closes:
                    await asyncio.sleep(0.001)
                pending.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await pending
                server.may_close.set()
                assert await asyncio.wait_for(connection.recv(), LIMIT) == CLOSED
                with pytest.raises(package.ConnectionClosedOK):
                    await connection.recv()

    asyncio.run(run())


def test_sending_from_many_threads(server, raw):
    client = package.OpenAI(api_key="sk-test", base_url=raw.url)
    with helpers.TranslationSession(client.realtime.translations, model="m") as connection:
        calls = make_calls("sync")

        def send(sender: int) -> None:
            for number in range(50):
                event = {"type": "session.input_audio_buffer.append", "audio": "AAAA", "from": [sender, number]}
                connection.send(event)

        for future in [calls.start(send, sender) for sender in range(8)]:
            future.result(LIMIT)
        connection.send({"type": "session.close"})
        while connection.recv(timeout=LIMIT).type != "session.closed":
            pass
    sent = [event["from"] for event in server.received if "from" in event]
    for sender in range(8):
        assert [number for other, number in sent if other == sender] == list(range(50))
