"""Tests of the seam for what watches or limits calls: every kind of call reports its outcome exactly once."""

from __future__ import annotations

import asyncio
import gc
from typing import Any, Callable, Iterator

import pytest

from . import load, package

CallPart = load("call.call_observer").CallPart
outcome = load("call.outcome")
EmbeddedServer = load("testing").EmbeddedServer
MESSAGES = [{"role": "user", "content": "hi"}]

OpenAI: Any = package.OpenAI
AsyncOpenAI: Any = package.AsyncOpenAI


class Recorder(CallPart):
    """Ledger and part of a call in one: it records what it sees."""

    include_usage = False

    def __init__(self) -> None:
        self.seen: list[Any] = []
        self.options: list[Any] = []

    def observe_call(self, call: Any) -> Any:
        """Return the part of a call."""
        self.options.append(call.options)
        return self

    def watch(self, flow: Any) -> Any:
        """Record the statuses of responses."""
        self.seen.append("begun")
        response = yield from flow
        self.seen.append(response.status_code)
        return response

    def on_first_item(self, _: Any) -> None:
        """Record the first item of a stream."""
        self.seen.append("first item")

    def finish(self, ended: Any, error: Any) -> None:
        """Record the end."""
        self.seen.append((ended.model, ended.count_tokens().get("total", 0) > 0, type(error).__name__))


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


def parse_streamed(client: Any) -> None:
    with client.chat.completions.with_streaming_response.create(model="m", messages=MESSAGES) as response:
        response.parse()


def leave_unread(client: Any) -> None:
    with client.chat.completions.with_streaming_response.create(model="m", messages=MESSAGES):
        pass


def read_lines(client: Any) -> None:
    with client.chat.completions.with_streaming_response.create(model="m", messages=MESSAGES) as response:
        assert list(response.iter_lines())


def break_off(client: Any) -> None:
    stream = client.chat.completions.create(model="m", messages=MESSAGES, stream=True)
    next(stream)
    stream.close()
    stream.close()


def drop_stream(client: Any) -> None:
    stream = client.chat.completions.create(model="m", messages=MESSAGES, stream=True)
    next(stream)
    del stream
    gc.collect()


USAGE = {"include_usage": True}
CALLS: dict[str, tuple[Callable[[Any], Any], list[Any]]] = {
    "chat": (
        lambda c: c.chat.completions.create(model="m", messages=MESSAGES),
        ["begun", 200, ("m", True, "NoneType")],
    ),
    "stream": (
        lambda c: list(c.chat.completions.create(model="m", messages=MESSAGES, stream=True, stream_options=USAGE)),
        ["begun", 200, "first item", ("m", True, "NoneType")],
    ),
    "responses stream": (
        lambda c: list(c.responses.create(model="m", input="hi", stream=True)),
        ["begun", 200, "first item", ("m", True, "NoneType")],
    ),
    "parse": (
        lambda c: c.chat.completions.parse(model="m", messages=MESSAGES),
        ["begun", 200, ("m", True, "NoneType")],
    ),
    "embeddings": (lambda c: c.embeddings.create(model="m", input="hi"), ["begun", 200, ("m", True, "NoneType")]),
    "raw": (
        lambda c: c.chat.completions.with_raw_response.create(model="m", messages=MESSAGES),
        ["begun", 200, ("m", True, "NoneType")],
    ),
    "raw, parsed": (
        lambda c: c.chat.completions.with_raw_response.create(model="m", messages=MESSAGES).parse(),
        ["begun", 200, ("m", True, "NoneType")],
    ),
    "streaming, parsed": (parse_streamed, ["begun", 200, ("m", True, "NoneType")]),
    "streaming, unread": (leave_unread, ["begun", 200, (None, False, "NoneType")]),
    "streaming, lines": (read_lines, ["begun", 200, (None, False, "NoneType")]),
    "stream that breaks off": (break_off, ["begun", 200, "first item", ("m", False, "NoneType")]),
    "stream that is dropped": (drop_stream, ["begun", 200, "first item", ("m", False, "NoneType")]),
    "binary": (
        lambda c: c.audio.speech.create(model="m", input="hi", voice="alloy"),
        ["begun", 200, (None, False, "NoneType")],
    ),
    "page": (lambda c: c.models.list(), ["begun", 200, (None, False, "NoneType")]),
    "custom": (
        lambda c: c.post("/chat/completions", body={"model": "m", "messages": MESSAGES}, cast_to=dict),
        ["begun", 200, ("m", True, "NoneType")],
    ),
}


@pytest.mark.parametrize("name", CALLS)
def test_every_kind_of_call_reports_its_outcome_once(server: Any, name: str) -> None:
    recorder = Recorder()
    call, expected = CALLS[name]
    with OpenAI(api_key="k", base_url=server.base_url, ledger=recorder) as client:
        call(client)
    gc.collect()
    assert recorder.seen == expected


def test_async_calls_report_their_outcome_once(server: Any) -> None:
    recorder = Recorder()

    async def run() -> None:
        async with AsyncOpenAI(api_key="k", base_url=server.base_url, ledger=recorder) as client:
            await client.chat.completions.create(model="m", messages=MESSAGES)
            stream = await client.chat.completions.create(model="m", messages=MESSAGES, stream=True)
            async for _ in stream:
                pass
            raw = await client.chat.completions.with_raw_response.create(model="m", messages=MESSAGES)
            raw.parse()
            async with client.chat.completions.with_streaming_response.create(model="m", messages=MESSAGES) as response:
                await response.parse()
            with pytest.raises(package.NotFoundError):
                await client.models.retrieve("missing nope")

    asyncio.run(run())
    parsed = ["begun", 200, ("m", True, "NoneType")]
    streamed = ["begun", 200, "first item", ("m", False, "NoneType")]
    failed = ["begun", (None, False, "NotFoundError")]
    assert recorder.seen == parsed + streamed + parsed + parsed + failed


def test_a_failed_call_and_a_broken_stream_report_their_error(server: Any) -> None:
    recorder = Recorder()
    with OpenAI(api_key="k", base_url=server.base_url, ledger=recorder, max_retries=0) as client:
        with pytest.raises(package.NotFoundError):
            client.models.retrieve("missing nope")
    with OpenAI(api_key="k", base_url="http://127.0.0.1:1/v1", ledger=recorder, max_retries=0) as client:
        with pytest.raises(package.APIConnectionError):
            client.models.list()
    assert recorder.seen == [
        "begun",
        (None, False, "NotFoundError"),
        "begun",
        (None, False, "APIConnectionError"),
    ]


def test_options_of_a_call_are_not_sent(server: Any) -> None:
    recorder = Recorder()
    with OpenAI(api_key="k", base_url=server.base_url, ledger=recorder, ledger_label="client") as client:
        client.chat.completions.create(model="m", messages=MESSAGES, ledger_label="call")
        assert "ledger_label" not in server.requests[-1].json()
        client.chat.completions.create(model="m", messages=MESSAGES, ledger_label=None)
        client.with_options(ledger_label="copy").chat.completions.create(model="m", messages=MESSAGES)
        client.post("/chat/completions", body={"model": "m", "messages": MESSAGES}, options={"ledger_label": "post"})
    assert [options["ledger_label"] for options in recorder.options] == ["call", "client", "copy", "post"]


@pytest.mark.parametrize(
    "options, message",
    [
        ({"on_event": "print"}, "on_event: expected a callable"),
        ({"ledger_label": 5}, "ledger_label: expected text"),
        ({"cancel": True}, "cancel: expected a CancelToken, got bool"),
    ],
)
def test_a_wrong_option_of_a_call_is_reported_before_anything_is_sent(
    server: Any, options: dict[str, Any], message: str
) -> None:
    with OpenAI(api_key="k", base_url=server.base_url) as client:
        count = len(server.requests)
        with pytest.raises(package.ConfigError, match=message):
            client.chat.completions.create(model="m", messages=MESSAGES, **options)
        assert len(server.requests) == count


@pytest.mark.parametrize(
    "usage, expected",
    [
        (
            {
                "prompt_tokens": 10,
                "completion_tokens": 5,
                "total_tokens": 15,
                "prompt_tokens_details": {"cached_tokens": 4, "audio_tokens": 0},
                "completion_tokens_details": {"reasoning_tokens": 2, "audio_tokens": 1},
            },
            {"input": 10, "output": 5, "total": 15, "cached_input": 4, "audio_input": 0, "reasoning": 2,
             "audio_output": 1},
        ),
        ({"input_tokens": 3, "output_tokens": 4}, {"input": 3, "output": 4, "total": 7}),
        ({"prompt_tokens": 8, "total_tokens": 8}, {"input": 8, "total": 8}),
        ({"type": "duration", "seconds": 3}, {}),
        ({"input_tokens": "3", "output_tokens": None}, {}),
        ({}, {}),
    ],
)  # fmt: skip
def test_counts_have_the_same_names_for_every_endpoint(usage: dict[str, Any], expected: dict[str, int]) -> None:
    assert outcome.count_tokens(usage) == expected
