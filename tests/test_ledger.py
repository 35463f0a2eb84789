"""Usage and cost: every kind of call is counted once, prices are exact, and limits stop calls before they are sent."""

from __future__ import annotations

import asyncio
import copy
import gc
import inspect
import json
import os
import pickle
import queue
import sys
import threading
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, Callable, Iterator

import pytest

from . import load, package
from .threaded_server import Handler, ThreadedServer

load("usage.ledger")
counts = load("usage.counts")
EmbeddedServer = load("testing").EmbeddedServer
BudgetExceeded: Any = package.BudgetExceeded
Ledger: Any = package.Ledger
OpenAI: Any = package.OpenAI
AsyncOpenAI: Any = package.AsyncOpenAI
ConfigError: Any = package.ConfigError

MESSAGES = [{"role": "user", "content": "Say hello to the world"}]
CHAT: dict[str, Any] = {"model": "m", "messages": MESSAGES}
PRICES = {"m": {"input": 1.0, "cached_input": 0.5, "output": 2.0}}
WAV = ("a.wav", b"RIFF....WAVE")


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with EmbeddedServer() as running:
        yield running


@contextmanager
def open_client(server: Any, ledger: Any, **options: Any) -> Iterator[Any]:
    with OpenAI(api_key="k", base_url=server.base_url, ledger=ledger, max_retries=0, **options) as client:
        yield client


# Kinds of calls. Each is (function of a client, calls, whether there are tokens, calls without usage).

Tool = {"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}
SCHEMA = {"type": "json_schema", "json_schema": {"name": "s", "schema": {"type": "object", "properties": {}}}}
CALLS: dict[str, tuple[Callable[[Any], Any], int, bool, int]] = {
    "chat": (lambda c: c.chat.completions.create(**CHAT), 1, True, 0),
    "chat, stream": (lambda c: c.chat.completions.create(stream=True, **CHAT), 1, True, 0),
    "chat, parsed": (lambda c: c.chat.completions.parse(response_format=SCHEMA, **CHAT), 1, True, 0),
    "chat, raw": (lambda c: c.chat.completions.with_raw_response.create(**CHAT), 1, True, 0),
    "chat, usage asked for": (
        lambda c: c.chat.completions.create(stream=True, stream_options={"include_usage": True}, **CHAT), 1, True, 0,
    ),
    "chat, usage not wanted": (
        lambda c: c.chat.completions.create(stream=True, stream_options={"include_usage": False}, **CHAT), 1, False, 1,
    ),
    "completion": (lambda c: c.completions.create(model="m", prompt="hi"), 1, True, 0),
    "completion, stream": (lambda c: c.completions.create(model="m", prompt="hi", stream=True), 1, True, 0),
    "response": (lambda c: c.responses.create(model="m", input="hi"), 1, True, 0),
    "response, stream": (lambda c: c.responses.create(model="m", input="hi", stream=True), 1, True, 0),
    "embeddings": (lambda c: c.embeddings.create(model="m", input="hi you"), 1, True, 0),
    "image": (lambda c: c.images.generate(model="gpt-image-1", prompt="a cat"), 1, True, 0),
    "image, stream": (lambda c: c.images.generate(model="gpt-image-1", prompt="a cat", stream=True), 1, True, 0),
    "transcription": (lambda c: c.audio.transcriptions.create(model="m", file=WAV), 1, False, 0),
    "speech": (lambda c: c.audio.speech.create(model="m", input="hi", voice="alloy"), 1, False, 1),
    "moderation": (lambda c: c.moderations.create(model="m", input="hi"), 1, False, 1),
    "custom": (lambda c: c.post("/chat/completions", body=CHAT, cast_to=dict), 1, True, 0),
    "list": (lambda c: c.models.list(), 0, False, 0),
    "file": (lambda c: c.files.create(file=b"{}", purpose="batch"), 0, False, 0),
    "image without model": (lambda c: c.images.create_variation(image=b"png"), 1, False, 1),
    "response of the beta": (lambda c: c.beta.responses.create(model="m", input="hi"), 1, True, 0),
    "count of tokens": (lambda c: c.responses.input_tokens.count(model="m", input="hi"), 0, False, 0),
    "stored completions": (lambda c: c.chat.completions.list(model="m"), 0, False, 0),
    "custom, of no model": (lambda c: c.post("/conversations", body={}, cast_to=object), 0, False, 0),
    "assistant": (lambda c: c.beta.assistants.create(model="m"), 0, False, 0),
}  # fmt: skip


def check(ledger: Any, name: str) -> None:
    _, calls, has_tokens, without_usage = CALLS[name]
    total = ledger.as_dict()
    assert (total["calls"], total["total_tokens"] > 0, total["without_usage"]) == (calls, has_tokens, without_usage)
    assert total["failed"] == 0
    assert total.get("seconds", 0) == (2 if name == "transcription" else 0)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", CALLS)
def test_each_kind_of_call_is_counted_once(server: Any, name: str) -> None:
    ledger = Ledger()
    with open_client(server, ledger) as client:
        result = CALLS[name][0](client)
        if "stream" in name or "usage" in name:
            assert len(list(result)) > 1
        elif name == "chat, raw":
            result.parse()
    check(ledger, name)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_each_kind_of_async_call_is_counted_once(server: Any) -> None:
    async def run(name: str) -> None:
        ledger = Ledger()
        async with AsyncOpenAI(api_key="k", base_url=server.base_url, ledger=ledger) as client:
            result = CALLS[name][0](client)
            if inspect.isawaitable(result):
                result = await result
            if hasattr(result, "__aiter__"):
                async for _ in result:
                    pass
        check(ledger, name)

    for name in CALLS:
        asyncio.run(run(name))


def test_counts_are_those_of_the_server(server: Any) -> None:
    ledger = Ledger(PRICES)
    with open_client(server, ledger) as client:
        usage = client.chat.completions.create(**CHAT).usage
        chunks = list(client.chat.completions.create(stream=True, **CHAT))
    assert ledger.calls == 2
    assert ledger.total_tokens == 2 * usage.total_tokens
    assert ledger.cost == 2 * (usage.prompt_tokens + 2 * usage.completion_tokens) / 1e6
    assert all(chunk.choices for chunk in chunks)
    row = ledger.by_model()["m"]
    assert (row["input"], row["output"]) == (2 * usage.prompt_tokens, 2 * usage.completion_tokens)
    json.dumps(ledger.as_dict())


def test_helpers_that_make_several_calls_count_each(server: Any) -> None:
    load("helpers.run_tools")
    ledger = Ledger()

    def get_weather(city: str) -> str:
        """Return the weather."""
        return "sunny in " + city

    with open_client(server, ledger) as client:
        client.chat.completions.run_tools(
            model="m", messages=[{"role": "user", "content": "use the tool"}], functions=[get_weather]
        )
        assert ledger.calls == 2
        with client.chat.completions.stream(**CHAT) as stream:
            completion = stream.get_final_completion()
        assert ledger.calls == 3
        assert completion.usage is None  # as without a ledger
        with client.responses.stream(model="m", input="hi") as stream:
            response = stream.get_final_response()
    assert ledger.calls == 4
    assert ledger.as_dict()["without_usage"] == 0
    assert response.usage.total_tokens > 0


STREAM_OPTIONS: list[tuple[Any, Any, Any]] = [
    # arguments, include_usage of the ledger, what is sent
    ({}, True, {"include_usage": True}),
    ({"stream_options": None}, True, {"include_usage": True}),
    ({"stream_options": {"include_obfuscation": False}}, True, {"include_obfuscation": False, "include_usage": True}),
    ({"stream_options": {"include_usage": False}}, True, {"include_usage": False}),
    ({"extra_body": {"stream_options": {"x": 1}}}, True, {"x": 1}),
    ({}, False, None),
]


@pytest.mark.parametrize("arguments, include_usage, sent", STREAM_OPTIONS)
def test_streams_ask_for_usage_unless_the_caller_decides(
    server: Any, arguments: Any, include_usage: bool, sent: Any
) -> None:
    before = copy.deepcopy(arguments)
    with open_client(server, Ledger(include_usage=include_usage)) as client:
        list(client.chat.completions.create(stream=True, **CHAT, **arguments))
    assert server.requests[-1].json().get("stream_options") == sent
    assert arguments == before


def test_without_a_ledger_bodies_are_as_before(server: Any) -> None:
    with OpenAI(api_key="k", base_url=server.base_url) as client:
        list(client.chat.completions.create(stream=True, **CHAT))
    assert "stream_options" not in server.requests[-1].json()


def test_customized_clients_count(server: Any) -> None:
    class Customized(OpenAI):  # type: ignore[misc]
        def _prepare_request(self, request: Any) -> None:
            request.headers["X-Extra"] = "1"

    ledger = Ledger()
    with Customized(api_key="k", base_url=server.base_url, ledger=ledger) as client:
        client.chat.completions.create(ledger_label="x", **CHAT)
        chunks = list(client.chat.completions.create(ledger_label="x", stream=True, **CHAT))
    assert all(chunk.choices for chunk in chunks)
    assert (ledger.calls, ledger.by_label()["x"]["without_usage"]) == (2, 0)
    assert server.requests[-1].header("X-Extra") == "1"


def test_streams_in_the_background_count(server: Any) -> None:
    received = queue.Queue()  # type: queue.Queue[Any]
    ledger = Ledger()
    with open_client(server, ledger) as client:
        config = package.Config(http_options={"stream_to": received.put})
        client.chat.completions.create(stream=True, config=config, **CHAT)
        items = [received.get(timeout=60)]
        while not isinstance(items[-1], package.StreamEnd):
            items.append(received.get(timeout=60))
    assert (ledger.calls, ledger.as_dict()["without_usage"]) == (1, 0)


def test_a_program_that_asks_for_usage_sees_it(server: Any) -> None:
    with open_client(server, Ledger()) as client:
        *_, last = client.chat.completions.create(stream=True, stream_options={"include_usage": True}, **CHAT)
    assert last.choices == []
    assert last.usage.total_tokens > 0


def test_labels_come_from_the_client_or_the_call(server: Any) -> None:
    ledger = Ledger(PRICES)
    with open_client(server, ledger, ledger_label="service") as client:
        client.chat.completions.create(**CHAT)
        client.chat.completions.create(ledger_label="customer 7", **CHAT)
    with open_client(server, ledger) as client:
        client.with_options(config=package.Config(ledger_label="nightly")).chat.completions.create(**CHAT)
        client.chat.completions.create(**CHAT)
    rows = ledger.by_label()
    assert sorted(rows) == ["", "customer 7", "nightly", "service"]
    assert sum(row["cost"] for row in rows.values()) == pytest.approx(ledger.cost)
    assert {row["calls"] for row in rows.values()} == {1}
    assert "ledger_label" not in server.requests[-3].json()


def test_failed_calls_are_counted_separately(server: Any) -> None:
    ledger = Ledger(PRICES)
    with open_client(server, ledger) as client:
        server.inject_fault("status=500")
        with pytest.raises(package.InternalServerError):
            client.chat.completions.create(**CHAT)
        server.inject_fault("malformed")
        with pytest.raises(package.APIError):
            client.chat.completions.create(**CHAT)
        client.chat.completions.create(**CHAT)
    with OpenAI(api_key="k", base_url="http://127.0.0.1:9/v1", ledger=ledger, max_retries=0) as client:
        with pytest.raises(package.APIConnectionError):
            client.chat.completions.create(**CHAT)
    assert (ledger.calls, ledger.failed_calls) == (1, 3)


def test_retries_are_one_call(server: Any) -> None:
    ledger = Ledger()
    with OpenAI(api_key="k", base_url=server.base_url, ledger=ledger, max_retries=2) as client:
        server.inject_fault("status=500; retry-after-ms=1")
        client.chat.completions.create(**CHAT)
    assert (ledger.calls, ledger.failed_calls) == (1, 0)


def test_streams_that_are_not_read_to_the_end_are_counted() -> None:
    ledger = Ledger(limit="1000 tokens")
    with EmbeddedServer(delay=0.05) as server, open_client(server, ledger) as client:
        stream = client.chat.completions.create(stream=True, **CHAT)
        next(stream)
        assert ledger.calls == 0
        stream.close()
        stream.close()
        assert ledger.calls == 1
        stream = client.chat.completions.create(stream=True, **CHAT)
        next(stream)
        del stream
        gc.collect()
        assert ledger.calls == 2
        with client.chat.completions.with_streaming_response.create(**CHAT) as response:
            assert list(response.iter_lines())
    assert ledger.by_model()["m"]["without_usage"] == 3
    assert ledger.total_tokens == 0


def test_dropped_async_streams_are_counted(server: Any) -> None:
    ledger = Ledger(limit="1000 tokens")

    async def run() -> None:
        async with AsyncOpenAI(api_key="k", base_url=server.base_url, ledger=ledger) as client:
            stream = await client.chat.completions.create(stream=True, **CHAT)
            await stream.__anext__()
            await stream.close()
            server.inject_fault("stall=30")
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.chat.completions.create(**CHAT), 0.1)

    asyncio.run(run())
    gc.collect()
    assert (ledger.calls, ledger.failed_calls) == (1, 1)


# Responses in the background.

USAGE = {"input_tokens": 10, "output_tokens": 5, "total_tokens": 15}


class BackgroundHandler(Handler):
    """Creates responses that are queued, and complete when they are retrieved for the second time."""

    retrieved: dict[str, int] = {}

    def reply(self, id_: str, status: str, usage: Any) -> None:
        body = json.dumps(
            {"id": id_, "object": "response", "status": status, "model": "m", "output": [], "usage": usage}
        )
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.endswith("/cancel"):
            self.reply(self.path.split("/")[-2], "cancelled", USAGE)
        else:
            self.reply("resp_{}".format(len(self.retrieved)), "queued", None)

    def do_GET(self) -> None:
        id_ = self.path.split("/")[-1]
        times = self.retrieved[id_] = self.retrieved.get(id_, 0) + 1
        self.reply(id_, "completed" if times > 1 or id_ == "resp_old" else "in_progress", USAGE if times > 1 else None)


@pytest.mark.parametrize("has_file", [False, True])
def test_a_response_in_the_background_is_counted_once(tmp_path: Any, has_file: bool) -> None:
    path = tmp_path / "ledger" if has_file else None
    ledger = Ledger(PRICES, path=path)
    BackgroundHandler.retrieved = {"resp_old": 5}
    with ThreadedServer(BackgroundHandler) as server, open_client(server, ledger, ledger_label="x") as client:
        client.responses.retrieve("resp_old")
        assert (ledger.calls, ledger.total_tokens) == (0, 0)
        response = client.responses.create(model="m", input="hi", background=True)
        assert (ledger.calls, ledger.total_tokens, ledger.as_dict()["without_usage"]) == (1, 0, 0)
        if has_file:  # another process may wait for it
            ledger.close()
            ledger = Ledger(PRICES, path=path)
            client = client.with_options(config=package.Config(ledger=ledger, ledger_label="another"))
        for _ in range(4):
            client.responses.retrieve(response.id)
        assert (ledger.calls, ledger.total_tokens) == (1, 15)
        assert list(ledger.by_label()) == ["x"]
        BackgroundHandler.retrieved["x"] = 1
        other = client.responses.create(model="m", input="hi", background=True)
        assert other.id != response.id
        client.responses.cancel(other.id)
        client.responses.cancel(other.id)
        assert (ledger.calls, ledger.total_tokens) == (2, 30)


# Usage objects and prices.

FULL = {"input": 1, "cached_input": 0.5, "cache_write": 1.25, "audio_input": 4, "image_input": 3, "output": 10,
        "reasoning": 20, "audio_output": 40, "image_output": 30}  # fmt: skip
USAGES: list[tuple[Any, Any, dict[str, Any], float]] = [
    # usage, prices, counts, cost of a million such calls
    ({"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}, {"input": 1, "output": 2},
     {"input": 3, "output": 2}, 7),
    ({"input_tokens": 10, "input_tokens_details": {"cached_tokens": 4}, "output_tokens": 0}, FULL,
     {"input": 10, "cached_input": 4}, 6 + 2),
    ({"input_tokens": 10, "input_tokens_details": {"cached_tokens": 4}, "output_tokens": 1}, {"input": 1, "output": 2},
     {"input": 10, "cached_input": 4, "output": 1}, 12),
    ({"input_tokens": 10, "input_tokens_details": {"cache_write_tokens": 8, "text_tokens": 10}}, FULL,
     {"input": 10, "cache_write": 8}, 2 + 10),
    ({"prompt_tokens": 10, "prompt_tokens_details": {"audio_tokens": 6, "text_tokens": 4, "cached_tokens": 0},
      "completion_tokens": 9, "completion_tokens_details": {"reasoning_tokens": 2, "audio_tokens": 3}}, FULL,
     {"input": 10, "audio_input": 6, "output": 9, "reasoning": 2, "audio_output": 3}, 4 + 24 + 40 + 40 + 120),
    ({"input_tokens": 8, "input_tokens_details": {"image_tokens": 5, "text_tokens": 3}, "output_tokens": 100,
      "output_tokens_details": {"image_tokens": 100, "text_tokens": 0}, "total_tokens": 108}, FULL,
     {"input": 8, "image_input": 5, "output": 100, "image_output": 100}, 3 + 15 + 3000),
    ({"input_tokens": 7, "input_token_details": {"audio_tokens": 7}, "output_tokens": 1, "type": "tokens"}, FULL,
     {"input": 7, "audio_input": 7, "output": 1}, 28 + 10),
    # Reasoning beside the output, as some servers count it.
    ({"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 10,
      "completion_tokens_details": {"reasoning_tokens": 3}}, {"input": 1, "output": 2},
     {"input": 5, "output": 5, "reasoning": 3}, 15),
    # Parts that overlap, and ones that are larger than the whole.
    ({"input_tokens": 10, "input_tokens_details": {"cached_tokens": 9, "audio_tokens": 6}}, FULL,
     {"input": 10, "cached_input": 4, "audio_input": 6}, 2 + 24),
    ({"input_tokens": 1, "input_tokens_details": {"cached_tokens": 9}}, FULL, {"input": 1, "cached_input": 1}, 0.5),
    ({"prompt_tokens": 10, "prompt_cache_hit_tokens": 4, "total_tokens": 10}, FULL,
     {"input": 10, "cached_input": 4}, 8),
    ({"seconds": 30, "type": "duration"}, {"audio_minute": 0.006}, {"milliseconds": 30_000}, 3_000),
    ({"seconds": 1.5, "type": "duration"}, {"audio_minute": 0.006}, {"milliseconds": 1_500}, 150),
    ({"prompt_tokens": 3, "completion_tokens": 2}, {"call": 0.25}, {"input": 3, "output": 2}, 250_000),
    ({"prompt_tokens": 3, "completion_tokens": 2}, {"call": 0.25, "input": 1}, {"input": 3, "output": 2}, 250_003),
    # What is no count.
    ({"prompt_tokens": -3, "completion_tokens": True, "total_tokens": 1.5, "seconds": float("nan")}, FULL, {}, 0),
    ({"prompt_tokens": "3", "prompt_tokens_details": None, "completion_tokens_details": [1]}, FULL, {}, 0),
    (None, FULL, {}, 0),
    ([1], FULL, {}, 0),
]  # fmt: skip


@pytest.mark.parametrize("usage, prices, expected, cost", USAGES)
def test_usage_of_every_endpoint_has_its_price(usage: Any, prices: Any, expected: Any, cost: float) -> None:
    counted = counts.count_usage(usage)
    assert {name: number for name, number in counted.items() if number} == expected
    ledger = Ledger({"m": prices})
    ledger.record(("m", ""), {"calls": 1, **counted}, None)
    assert ledger.cost * 1e6 == pytest.approx(cost, rel=1e-12)


def test_sums_of_money_are_exact() -> None:
    ledger = Ledger({"m": {"input": 0.1, "output": Decimal("0.3")}, "n": {"input": 1e-7, "output": 0}})
    for _ in range(1000):
        ledger.record(("m", ""), {"calls": 1, "input": 1, "output": 1}, None)
        ledger.record(("n", "x"), {"calls": 1, "input": 3}, None)
    assert ledger.cost == float(Decimal("0.0004") + Decimal("0.0000000003"))
    assert ledger.by_model()["m"]["cost"] == 0.0004


@pytest.mark.parametrize(
    "name, key",
    [
        ("gpt-x", "gpt-x"),
        ("gpt-x-2026-01-01", "gpt-x"),
        ("gpt-x-20260101", "gpt-x"),
        ("gpt-x@20260101", "gpt-x"),
        ("gpt-x-0613", "gpt-x"),
        ("gpt-x-mini", "gpt-x-mini"),
        ("gpt-x-mini-2026-01-01", "gpt-x-mini"),
        ("gpt-x-2025-05-05", "gpt-x-2025-05-05"),
        ("ft:gpt-x-2026-01-01:org::id", "ft:gpt-x"),
        ("gpt-x-nano", None),
        ("gpt-x-2026-01-01-preview", None),
        ("ft:gpt-y:org::id", None),
        ("gpt", None),
        ("GPT-X", None),
    ],
)
def test_names_of_models(name: str, key: Any) -> None:
    table = {"gpt-x": 1, "gpt-x-mini": 2, "gpt-x-2025-05-05": 3, "ft:gpt-x": 4}
    ledger = Ledger({model: {"input": price, "output": 0} for model, price in table.items()})
    ledger.record((name, ""), {"calls": 1, "input": 1_000_000}, None)
    if key is None:
        with pytest.raises(ConfigError, match="no price"):
            _ = ledger.cost
        assert ledger.by_model()[name]["cost"] is None
    else:
        assert ledger.cost == table[key]


BAD_ARGUMENTS: list[tuple[dict[str, Any], str]] = [
    ({"prices": 5}, "prices: expected prices by model"),
    ({"prices": {}}, "the table is empty"),
    ({"prices": {"m": 5}}, "prices\\['m'\\]: expected prices by kind"),
    ({"prices": {"m": {}}}, "no price; add one of input"),
    ({"prices": {"": {"input": 1}}}, "expected names of models"),
    ({"prices": {5: {"input": 1}}}, "expected names of models"),
    ({"prices": {"m": {"inptu": 1}}}, "unknown kind of price 'inptu'; the kinds are input, cached_input"),
    ({"prices": {"m": {"cached_input": 1}}}, "cached_input needs a price for input"),
    ({"prices": {"m": {"input": 1, "reasoning": 1}}}, "reasoning needs a price for output"),
    ({"prices": {"m": {"input": "1"}}}, "prices\\['m'\\]\\['input'\\]: expected a number, got '1'"),
    ({"prices": {"m": {"input": True}}}, "expected a number, got True"),
    ({"prices": {"m": {"input": None}}}, "expected a number, got None"),
    ({"prices": {"m": {"input": -1}}}, "expected a number of at least 0"),
    ({"prices": {"m": {"input": float("nan")}}}, "expected a number of at least 0"),
    ({"prices": {"m": {"input": float("inf")}}}, "expected a number of at least 0"),
    ({"prices": "/no/such/file"}, "/no/such/file cannot be read: .*; pass the path of a JSON file"),
    ({"limit": -1}, "limit: expected a number of at least 0"),
    ({"limit": True}, "limit: expected a number, got True"),
    ({"limit": [5]}, "limit: expected a number"),
    ({"limit": 5.0}, "5.0 is not a whole number of tokens; pass an int, or prices=… for a limit in money"),
    ({"limit": {"tokens": 5.5}, "prices": PRICES}, "5.5 is not a whole number of tokens"),
    ({"limit": "5"}, "'5' is not a limit; pass a number"),
    ({"limit": "5 dollars"}, "is not a limit"),
    ({"limit": {"tokens": 5, "euros": 5}}, "limit: unknown keys \\['euros'\\]"),
    ({"limit": {}}, "limit: unknown keys"),
    ({"limit": {"money": 5}}, "a limit in money needs prices"),
    ({"limit": float("nan"), "prices": PRICES}, "limit: expected a number of at least 0"),
    ({"path": 5}, "path: expected the path of a file, got int"),
    ({"path": ""}, "path: expected the path of a file"),
    ({"path": "/no/such/folder/ledger"}, "path: /no/such/folder/ledger cannot be used: No such file"),
    ({"path": os.sep}, "path: .* cannot be used"),
    ({"fsync": 1}, "fsync: expected True or False"),
    ({"include_usage": None}, "include_usage: expected True or False"),
]


@pytest.mark.parametrize("arguments, message", BAD_ARGUMENTS)
def test_bad_arguments(arguments: Any, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        Ledger(**arguments)


@pytest.mark.parametrize("text, message", [("{", "is not JSON"), ("[]", "expected prices by model"), ("\xff", "JSON")])
def test_bad_files_of_prices(tmp_path: Any, text: str, message: str) -> None:
    path = tmp_path / "prices.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigError, match=message):
        Ledger(path)


def test_prices_of_a_file_and_changes_of_the_callers_table(tmp_path: Any) -> None:
    path = tmp_path / "prices.json"
    path.write_text(json.dumps(PRICES))
    prices = copy.deepcopy(PRICES)
    for ledger in (Ledger(str(path)), Ledger(path), Ledger(prices)):
        prices["m"]["input"] = 1e9
        ledger.record(("m", ""), {"calls": 1, "input": 1_000_000}, None)
        assert ledger.cost == 1


def test_options_of_clients_are_checked(server: Any) -> None:
    for wrong in (Ledger, 5, {"prices": PRICES}):
        with pytest.raises(ConfigError, match="ledger: expected a Ledger"):
            OpenAI(api_key="k", ledger=wrong)
    with pytest.raises(ConfigError, match="ledger_label: expected text"):
        OpenAI(api_key="k", ledger=Ledger(), ledger_label=5)
    with open_client(server, Ledger()) as client, pytest.raises(ConfigError, match="ledger_label"):
        client.chat.completions.create(ledger_label=" ", **CHAT)


def test_a_model_without_price_is_an_error_before_anything_is_sent(server: Any) -> None:
    ledger = Ledger(PRICES)
    sent = len(server.requests)
    with open_client(server, ledger) as client:
        with pytest.raises(ConfigError, match="no price for the model 'gpt-y'; add it to the table, which has 'm'"):
            client.chat.completions.create(model="gpt-y", messages=MESSAGES)
        assert len(server.requests) == sent
        client.models.list()  # needs none
    assert (ledger.calls, ledger.failed_calls, ledger.cost) == (0, 0, 0)


def test_kinds_without_price_are_never_free(server: Any) -> None:
    ledger = Ledger({"m": {"input": 1}}, limit=1)
    with open_client(server, ledger) as client:
        client.embeddings.create(model="m", input="hi")
        assert ledger.cost > 0
        client.chat.completions.create(**CHAT)
        for attempt in (lambda: ledger.cost, lambda: client.chat.completions.create(**CHAT)):
            with pytest.raises(ConfigError, match=r"no price for what was used: 'm' \(output\)"):
                attempt()
    assert ledger.calls == 2


def test_without_prices_there_is_no_cost(server: Any) -> None:
    ledger = Ledger()
    with open_client(server, ledger) as client:
        client.chat.completions.create(model="anything", messages=MESSAGES)
    assert ledger.cost is None
    assert ledger.by_model()["anything"]["cost"] is None


# Limits.


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_limit_stops_only_calls_of_models(server: Any) -> None:
    with open_client(server, Ledger(limit="0 tokens")) as client:
        client.files.create(file=b"{}", purpose="batch")
        client.beta.threads.create()
        client.models.list()
        for call in (
            lambda: client.images.generate(prompt="a cat"),
            lambda: client.responses.create(input="hi"),
            lambda: client.post("/chat/completions", body=CHAT, cast_to=dict),
            lambda: client.chat.completions.create(stream=True, **CHAT),
            lambda: client.chat.completions.with_raw_response.create(**CHAT),
        ):
            with pytest.raises(BudgetExceeded, match="limit of 0 tokens is reached"):
                call()


LIMITS: list[tuple[Any, Any, Any, Any]] = [
    # prices, limit, unit, the limit in the error
    (PRICES, 0, "money", 0),
    (PRICES, 0.00001, "money", 0.00001),
    (PRICES, Decimal("0.00001"), "money", 0.00001),
    (PRICES, {"money": 0.00001, "tokens": 10**9}, "money", 0.00001),
    (PRICES, {"money": 10, "tokens": 5}, "tokens", 5),
    (PRICES, "5 tokens", "tokens", 5),
    (None, 5, "tokens", 5),
    (None, "5 tokens", "tokens", 5),
    (None, "0 tokens", "tokens", 0),
    (None, "1_0 token", "tokens", 10),
    (None, {"tokens": 5}, "tokens", 5),
]


@pytest.mark.parametrize("prices, limit, unit, value", LIMITS)
@pytest.mark.parametrize("is_async", [False, True])
def test_a_limit_stops_calls_before_they_are_sent(
    server: Any, prices: Any, limit: Any, unit: str, value: float, is_async: bool
) -> None:
    ledger = Ledger(prices, limit)
    sent = len(server.requests)
    expected_calls = 1 if value else 0

    async def run_async() -> None:
        async with AsyncOpenAI(api_key="k", base_url=server.base_url, ledger=ledger, ledger_label="team") as client:
            for _ in range(3):
                await client.chat.completions.create(**CHAT)

    with pytest.raises(BudgetExceeded) as caught:
        if is_async:
            asyncio.run(run_async())
        with open_client(server, ledger, ledger_label="team") as client:
            for _ in range(3):
                client.chat.completions.create(**CHAT)
    error = caught.value
    assert isinstance(error, package.OpenAIError)
    assert (error.unit, error.limit, error.label, error.reserved) == (unit, value, "team", 0)
    assert error.spent == (ledger.cost if unit == "money" else ledger.total_tokens)
    assert "label 'team'" in str(error) and "limit" in str(error)
    restored = pickle.loads(pickle.dumps(error))
    assert (str(restored), restored.spent, restored.label) == (str(error), error.spent, "team")
    assert (ledger.calls, len(server.requests) - sent) == (expected_calls, expected_calls)
    assert ledger.failed_calls == 0


def test_reset_makes_room(server: Any) -> None:
    ledger = Ledger(limit=1)
    with open_client(server, ledger) as client:
        client.chat.completions.create(**CHAT)
        with pytest.raises(BudgetExceeded):
            client.chat.completions.create(**CHAT)
        ledger.reset()
        assert (ledger.calls, ledger.total_tokens) == (0, 0)
        client.chat.completions.create(**CHAT)
    assert ledger.calls == 1


def test_calls_under_way_are_reserved(server: Any) -> None:
    ledger = Ledger(limit=1000)
    with open_client(server, ledger) as client:
        stream = client.chat.completions.create(stream=True, max_tokens=1000, **CHAT)
        next(stream)
        with pytest.raises(BudgetExceeded, match=r"0 tokens spent and 10\d\d tokens reserved for calls under way"):
            client.chat.completions.create(**CHAT)
        list(stream)
        client.chat.completions.create(**CHAT)
        stream = client.chat.completions.create(stream=True, max_completion_tokens=300, n=4, **CHAT)
        with pytest.raises(BudgetExceeded):
            client.chat.completions.create(**CHAT)
        stream.close()
        client.chat.completions.create(**CHAT)  # whatever was reserved is free again
        server.inject_fault("status=500")
        with pytest.raises(package.InternalServerError):
            client.chat.completions.create(max_tokens=1000, **CHAT)
        client.chat.completions.create(**CHAT)
    assert ledger.calls == 5


def test_threads_do_not_overshoot_the_limit(server: Any) -> None:
    with open_client(server, Ledger()) as client:
        tokens = client.chat.completions.create(**CHAT).usage.total_tokens
    ledger = Ledger(limit=20 * tokens)
    refused = []

    def work(client: Any) -> None:
        try:
            for _ in range(50):
                client.chat.completions.create(max_tokens=tokens, **CHAT)
        except BudgetExceeded as error:
            refused.append(error)

    with open_client(server, ledger) as client:
        threads = [threading.Thread(target=work, args=(client,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert len(refused) == 8
    # Each call reserves at least what it will use, so at most the last one goes beyond the limit.
    assert ledger.total_tokens <= 21 * tokens


def test_threads_and_readers_count_exactly() -> None:
    ledger = Ledger(PRICES)

    def work(label: str) -> None:
        for _ in range(500):
            ledger.record(("m", label), {"calls": 1, "input": 1, "output": 1}, None)
            assert ledger.calls > 0

    threads = [threading.Thread(target=work, args=(str(index % 3),)) for index in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert (ledger.calls, ledger.total_tokens) == (3000, 6000)
    assert ledger.cost == 0.009
    assert [row["calls"] for row in ledger.by_label().values()] == [1000, 1000, 1000]


@pytest.mark.parametrize("has_file", [False, True])
def test_a_call_that_ends_inside_of_the_ledger_is_counted(tmp_path: Any, has_file: bool) -> None:
    """The garbage collector may end a call between any two lines of a method of the ledger, in the same thread."""
    ledger = Ledger(PRICES, path=tmp_path / "ledger" if has_file else None)
    ends = 0
    is_nested = False

    def trace(frame: Any, event: str, _: Any) -> Any:
        nonlocal ends, is_nested
        if ".usage." in frame.f_globals.get("__name__", "") and not is_nested and event == "line" and ends < 150:
            is_nested = True
            ends += 1
            ledger.record(("m", "nested"), {"calls": 1, "input": 1}, None)
            is_nested = False
        return trace

    previous = sys.gettrace()
    sys.settrace(trace)
    try:
        ledger.record(("m", ""), {"calls": 1, "input": 1}, None)
        rows = ledger.by_label()
    finally:
        sys.settrace(previous)
    assert ends == 150
    assert 0 < rows["nested"]["calls"] <= ends
    assert ledger.calls == ends + 1
    if has_file:
        assert Ledger(path=ledger.path).calls == ends + 1


def test_clients_and_ledgers_can_be_pickled_and_copied(server: Any) -> None:
    ledger = Ledger(PRICES, limit=5, include_usage=False)
    ledger.record(("m", "x"), {"calls": 1, "input": 5}, None)
    for restored in (pickle.loads(pickle.dumps(ledger)), copy.deepcopy(ledger)):
        assert restored.as_dict() == ledger.as_dict()
        assert (restored.limit, restored.include_usage) == (5, False)
        restored.record(("m", "x"), {"calls": 1, "input": 5}, None)
        assert (restored.calls, ledger.calls) == (2, 1)
    assert "1 calls" in repr(ledger)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of fork in a process with threads
def test_a_forked_child_counts_its_own_calls(tmp_path: Any) -> None:
    ledger = Ledger(PRICES, path=tmp_path / "ledger", limit=1)
    ledger.record(("m", ""), {"calls": 1, "input": 1}, None)
    pid = os.fork()
    if pid == 0:
        try:
            ledger.record(("m", ""), {"calls": 1, "input": 1}, None)
            os._exit(0 if ledger.calls == 2 else 1)
        finally:
            os._exit(2)
    assert os.waitpid(pid, 0)[1] == 0
    ledger.record(("m", ""), {"calls": 1, "input": 1}, None)
    assert ledger.calls == 3
