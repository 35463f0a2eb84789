# SPDX-License-Identifier: MIT
"""Calls that the programs about instrumentations make, sync and async: what is instrumented, and how it fails."""

from __future__ import annotations

import asyncio
import gc
import json
import re
from typing import Any, Callable, Dict, Iterator, List

import openai
from pydantic import BaseModel

MESSAGES: Any = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello"}]
TOOLS: Any = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Get the weather.",
            "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
        },
    }
]
RESPONSE_TOOLS: Any = [{"type": "function", "name": "get_weather", "strict": False, "parameters": {"type": "object"}}]
CHAT: Any = {"model": "gpt-4o-mini", "messages": MESSAGES, "temperature": 0.5, "max_tokens": 50}
RESPONSE: Any = {"model": "gpt-4o-mini", "input": "Hello", "instructions": "Be brief.", "max_output_tokens": 50}
PNG = b"\x89PNG\r\n\x1a\n"


class Person(BaseModel):
    """The type of parsed outputs."""

    name: str
    age: int


def _chat(client: Any) -> Any:
    return client.chat.completions.create(**CHAT, seed=1, stop=["x"], user="u")


def _read(stream: Any) -> List[str]:
    return [type(item).__name__ for item in stream]


def _managed(manager: Any) -> Any:
    with manager as stream:
        types = [getattr(item, "type", "") for item in stream]
        final = getattr(stream, "get_final_completion", None) or stream.get_final_response
        return types, final()


def _first(stream: Any) -> str:
    for item in stream:
        stream.close()
        return type(item).__name__
    return "nothing"


def _streamed(manager: Any) -> Any:
    with manager as response:
        return response.status_code, response.parse()


def _audio() -> Any:
    return ("speech.mp3", b"ID3", "audio/mpeg")


# What is called with a sync client; the functions for async clients are below, under the same names.
SYNC: Dict[str, Callable[[Any], Any]] = {
    "chat": _chat,
    "chat n=2": lambda c: c.chat.completions.create(**CHAT, n=2),
    "chat tools": lambda c: c.chat.completions.create(**CHAT, tools=TOOLS, tool_choice="auto"),
    "chat tool result": lambda c: c.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            *MESSAGES,
            c.chat.completions.create(**CHAT, tools=TOOLS).choices[0].message,
            {"role": "tool", "tool_call_id": "call_1", "content": "Sunny"},
        ],
    ),
    "chat stream": lambda c: _read(c.chat.completions.create(**CHAT, stream=True)),
    "chat stream usage": lambda c: _read(
        c.chat.completions.create(**CHAT, stream=True, stream_options={"include_usage": True})
    ),
    "chat stream tools": lambda c: _read(c.chat.completions.create(**CHAT, tools=TOOLS, stream=True)),
    "chat stream closed": lambda c: _first(c.chat.completions.create(**CHAT, stream=True)),
    "chat parse": lambda c: c.chat.completions.parse(**CHAT, response_format=Person).choices[0].message.parsed,
    "chat stream manager": lambda c: _managed(c.chat.completions.stream(**CHAT)),
    "chat stream manager parsed": lambda c: _managed(c.chat.completions.stream(**CHAT, response_format=Person)),
    "chat raw": lambda c: c.chat.completions.with_raw_response.create(**CHAT).parse(),
    "chat raw stream": lambda c: _read(c.chat.completions.with_raw_response.create(**CHAT, stream=True).parse()),
    "chat streaming response": lambda c: _streamed(c.chat.completions.with_streaming_response.create(**CHAT)),
    "completions": lambda c: c.completions.create(model="gpt-3.5-turbo-instruct", prompt="Say hello"),
    "completions stream": lambda c: _read(
        c.completions.create(model="gpt-3.5-turbo-instruct", prompt="Say hello", stream=True)
    ),
    "responses": lambda c: c.responses.create(**RESPONSE, temperature=0.5),
    "responses messages": lambda c: c.responses.create(model="gpt-4o-mini", input=MESSAGES),
    "responses tools": lambda c: c.responses.create(**RESPONSE, tools=RESPONSE_TOOLS),
    "responses stream": lambda c: _read(c.responses.create(**RESPONSE, stream=True)),
    "responses stream tools": lambda c: _read(c.responses.create(**RESPONSE, tools=RESPONSE_TOOLS, stream=True)),
    "responses stream closed": lambda c: _first(c.responses.create(**RESPONSE, stream=True)),
    "responses parse": lambda c: c.responses.parse(**RESPONSE, text_format=Person).output_parsed,
    "responses stream manager": lambda c: _managed(c.responses.stream(**RESPONSE)),
    "responses raw": lambda c: c.responses.with_raw_response.create(**RESPONSE).parse(),
    "responses streaming response": lambda c: _streamed(c.responses.with_streaming_response.create(**RESPONSE)),
    "embeddings": lambda c: c.embeddings.create(model="text-embedding-3-small", input=["a", "b"]),
    "embeddings float": lambda c: c.embeddings.create(
        model="text-embedding-3-small", input="a", encoding_format="float", dimensions=3
    ),
    "embeddings raw": lambda c: c.embeddings.with_raw_response.create(model="e", input="a").parse(),
    "moderations": lambda c: c.moderations.create(input="Hello").results[0].flagged,
    "images generate": lambda c: c.images.generate(model="gpt-image-1", prompt="A cat", size="1024x1024"),
    "images edit": lambda c: c.images.edit(model="gpt-image-1", image=("a.png", PNG, "image/png"), prompt="A hat"),
    "audio speech": lambda c: c.audio.speech.create(model="tts-1", voice="alloy", input="Hello").read(),
    "audio transcription": lambda c: c.audio.transcriptions.create(model="gpt-4o-transcribe", file=_audio()),
    "audio translation": lambda c: c.audio.translations.create(model="whisper-1", file=_audio()),
    "models": lambda c: [model.id for model in c.models.list()],
    "error 401": lambda c: c.chat.completions.create(model="error-401", messages=MESSAGES),
    "error 429": lambda c: c.chat.completions.create(model="error-429", messages=MESSAGES, stream=True),
    "error 400 responses": lambda c: c.responses.create(model="error-400", input="Hello"),
    "error 500 embeddings": lambda c: c.embeddings.create(model="error-500", input="Hello"),
    "error connection": lambda c: _chat(c.with_options(base_url="http://127.0.0.1:9/v1")),
}


async def _aread(stream: Any) -> List[str]:
    return [type(item).__name__ async for item in await stream]


async def _amanaged(manager: Any) -> Any:
    async with manager as stream:
        types = [getattr(item, "type", "") async for item in stream]
        final = getattr(stream, "get_final_completion", None) or stream.get_final_response
        return types, await final()


async def _afirst(call: Any) -> str:
    stream = await call
    async for item in stream:
        await stream.close()
        return type(item).__name__
    return "nothing"


async def _astreamed(manager: Any) -> Any:
    async with manager as response:
        return response.status_code, await response.parse()


async def _raw(call: Any, stream: bool = False) -> Any:
    result = (await call).parse()
    return [type(item).__name__ async for item in result] if stream else result


async def _aflagged(client: Any) -> Any:
    return (await client.moderations.create(input="Hello")).results[0].flagged


async def _amodels(client: Any) -> Any:
    return [model.id async for model in client.models.list()]


ASYNC: Dict[str, Callable[[Any], Any]] = {
    "chat": _chat,
    "chat tools": lambda c: c.chat.completions.create(**CHAT, tools=TOOLS, tool_choice="auto"),
    "chat stream": lambda c: _aread(c.chat.completions.create(**CHAT, stream=True)),
    "chat stream usage": lambda c: _aread(
        c.chat.completions.create(**CHAT, stream=True, stream_options={"include_usage": True})
    ),
    "chat stream tools": lambda c: _aread(c.chat.completions.create(**CHAT, tools=TOOLS, stream=True)),
    "chat stream closed": lambda c: _afirst(c.chat.completions.create(**CHAT, stream=True)),
    "chat parse": lambda c: c.chat.completions.parse(**CHAT, response_format=Person),
    "chat stream manager": lambda c: _amanaged(c.chat.completions.stream(**CHAT)),
    "chat raw": lambda c: _raw(c.chat.completions.with_raw_response.create(**CHAT)),
    "chat raw stream": lambda c: _raw(c.chat.completions.with_raw_response.create(**CHAT, stream=True), stream=True),
    "chat streaming response": lambda c: _astreamed(c.chat.completions.with_streaming_response.create(**CHAT)),
    "completions": lambda c: c.completions.create(model="gpt-3.5-turbo-instruct", prompt="Say hello"),
    "responses": lambda c: c.responses.create(**RESPONSE, temperature=0.5),
    "responses tools": lambda c: c.responses.create(**RESPONSE, tools=RESPONSE_TOOLS),
    "responses stream": lambda c: _aread(c.responses.create(**RESPONSE, stream=True)),
    "responses parse": lambda c: c.responses.parse(**RESPONSE, text_format=Person),
    "responses stream manager": lambda c: _amanaged(c.responses.stream(**RESPONSE)),
    "responses raw": lambda c: _raw(c.responses.with_raw_response.create(**RESPONSE)),
    "responses streaming response": lambda c: _astreamed(c.responses.with_streaming_response.create(**RESPONSE)),
    "embeddings": lambda c: c.embeddings.create(model="text-embedding-3-small", input=["a", "b"]),
    "moderations": _aflagged,
    "images generate": lambda c: c.images.generate(model="gpt-image-1", prompt="A cat"),
    "audio transcription": lambda c: c.audio.transcriptions.create(model="gpt-4o-transcribe", file=_audio()),
    "models": _amodels,
    "error 401": lambda c: c.chat.completions.create(model="error-401", messages=MESSAGES),
    "error 429": lambda c: c.chat.completions.create(model="error-429", messages=MESSAGES, stream=True),
    "error 400 responses": lambda c: c.responses.create(model="error-400", input="Hello"),
    "error connection": lambda c: _chat(c.with_options(base_url="http://127.0.0.1:9/v1")),
}


def _result_text(result: Any) -> str:
    if isinstance(result, (list, tuple)):
        return "[{}]".format(", ".join(map(_result_text, result)))
    if hasattr(result, "model_dump"):
        return "{} {}".format(
            type(result).__name__.partition("[")[0], json.dumps(result.model_dump(mode="json"), sort_keys=True)
        )
    return repr(result)


def run_all(
    collect: Callable[[], List[str]],
    wrap: Callable[[Any], Any] = lambda client: client,
    openai_module: Any = openai,
    is_async: Any = (False, True),
    skip: Any = (),
) -> None:
    """Make all calls and print each result, and what `collect` returns after it: lines of what was recorded."""
    if False in is_async:
        with openai_module.OpenAI(max_retries=0) as client:
            client = wrap(client)
            for name, call in SYNC.items():
                if name not in skip:
                    _report("sync " + name, lambda call=call: call(client), collect)

    async def main() -> None:
        async with openai_module.AsyncOpenAI(max_retries=0) as client:
            client = wrap(client)
            for name, call in ASYNC.items():
                if name not in skip:
                    outcome = await _outcome(lambda call=call: call(client))
                    gc.collect()
                    for _ in range(3):  # asyncio closes generators in its next rounds
                        await asyncio.sleep(0)
                    _print("async " + name, outcome, collect)

    if True in is_async:
        asyncio.run(main())


def _report(name: str, call: Any, collect: Any) -> None:
    try:
        outcome = _result_text(call())
    except Exception as error:
        outcome = "{}: {}".format(type(error).__name__, error)
    _print(name, outcome, collect)


async def _outcome(call: Any) -> str:
    try:
        return _result_text(await call())
    except Exception as error:
        return "{}: {}".format(type(error).__name__, error)


def _print(name: str, outcome: str, collect: Any) -> None:
    print(stable("{}: {}".format(name, outcome)))
    gc.collect()  # records of streams that were not read to their end are made when they are freed
    for line in collect():
        print("   ", stable(line))


UNSTABLE = (  # ports, ids and times
    (re.compile(r"<openai\._legacy_response\.HttpxBinaryResponseContent object at 0x\w+>"), "<BinaryContent>"),
    (re.compile(r"<BinaryContent of \d+ bytes>"), "<BinaryContent>"),
    (re.compile(r"127\.0\.0\.1:\d+"), "SERVER"),
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"), "UUID"),
    (re.compile(r"0x[0-9a-f]{6,}"), "0x"),
    (re.compile(r"took \d+\.\d+s"), "took TIME"),
    (re.compile(r"Connection error\. [^\"]*"), "Connection error."),  # the library also says why
)


def stable(text: str) -> str:
    """Return a line without what differs between two runs."""
    for pattern, replacement in UNSTABLE:
        text = pattern.sub(replacement, text)
    return text


IGNORED = re.compile(
    r"stacktrace|code\.(function|lineno)|fingerprint|duration|latency|time_to|elapsed|server\.(port|address)|thread|process|host\.|\.pid|timestamp|ttft|chunk_time|start_time|runtime-id|trace_id|parent_id|span_id"
)


def describe(value: Any) -> Any:
    """Return a value as JSON has it, with attributes in alphabetical order and without those of time."""
    if isinstance(value, str) and value[:1] in "[{":
        try:
            return json.dumps(describe(json.loads(value)), sort_keys=True)
        except ValueError:
            return value
    if hasattr(value, "model_dump") and not isinstance(value, type):
        value = value.model_dump(mode="json")
    if hasattr(value, "items"):  # an absent field and null mean the same
        names = [name for name in value if value[name] is not None and not IGNORED.search(str(name))]
        return {str(name): describe(value[name]) for name in sorted(names, key=str)}
    if isinstance(value, (list, tuple)):
        return [describe(item) for item in value]
    return (
        value
        if isinstance(value, (str, int, float, bool, type(None)))
        else re.sub(r"^<.*>$", "<object>", repr(value), flags=re.S)
    )


class SpanCollector:
    """The spans of OpenTelemetry that ended since the last question, as lines."""

    def __init__(self) -> None:
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import SimpleSpanProcessor
        from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

        self.exporter = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self.exporter))

    def __call__(self) -> List[str]:
        lines = list(self._lines())
        self.exporter.clear()
        return lines

    def _lines(self) -> Iterator[str]:
        for span in self.exporter.get_finished_spans():
            yield "span {} {} {}".format(span.name, span.kind.name, span.status.status_code.name)
            for name, value in describe(span.attributes or {}).items():
                yield "  {} = {}".format(name, json.dumps(value, sort_keys=True))
            if span.status.description:
                yield "  status: " + span.status.description
            for event in span.events:
                yield "  event {} {}".format(event.name, json.dumps(describe(event.attributes or {}), sort_keys=True))
