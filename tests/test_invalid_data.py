# SPDX-License-Identifier: MIT
"""Invalid data of a server: whatever a value is replaced by, a helper succeeds or raises an error of the package.

The states of streams are driven by hand; calls go through a transport in memory. Of the many mutations of streams a
fixed part is tested; set ALL_MUTATIONS=1 to test all of them.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
import os
import warnings
from typing import Any, Callable, Dict, List

import pytest

from . import load, package
from .assistant_runs import RUNS
from .live import USAGE, Response, chunk, logprob, text_chunks
from .mutations import EVENTS, JSON, AsyncCannedTransport, CannedTransport, encode_events, mutations
from .test_stream_reader import make_response

SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}
TOOL = {"type": "function", "function": {"name": "lookup", "strict": True, "parameters": {"type": "object"}}}
CALL = {"id": "call_0", "type": "function", "function": {"name": "lookup", "arguments": '{"a": 1}'}}
COMPLETION: Dict[str, Any] = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "usage": USAGE,
    "choices": [
        {
            "index": 0,
            "finish_reason": "stop",
            "logprobs": None,
            "message": {"role": "assistant", "content": '{"a": 1}', "refusal": None, "tool_calls": [CALL]},
        }
    ],
}
FINAL = {**COMPLETION, "choices": [{**COMPLETION["choices"][0], "message": {"role": "assistant", "content": "x"}}]}
CHUNKS = [
    *text_chunks('{"a": 1}', 5)[:-1],
    chunk({"tool_calls": [{"index": 0, "id": "c", "type": "function", "function": {"name": "lookup"}}]}),
    chunk({"tool_calls": [{"index": 0, "function": {"arguments": "{}"}}]}),
    chunk({"refusal": "no", "reasoning": "x"}, logprobs={"content": [logprob("a")], "refusal": []}),
    chunk({}, "tool_calls", logprobs={"content": [logprob("b")], "refusal": []}),
    {**chunk({}), "choices": [], "usage": USAGE},
]
RESPONSE_EVENTS = Response().text('{"a": 1}', 5).call("lookup", "{}").end()
RESPONSE = {**RESPONSE_EVENTS[-1]["response"], "incomplete_details": {"reason": "x"}}
CALLS_ONLY = {**RESPONSE, "output": [item for item in RESPONSE["output"] if item["type"] == "function_call"]}
BATCH = {"id": "b", "object": "batch", "status": "in_progress", "request_counts": {"total": 2, "completed": 1}}
FILE_BATCH = {
    "id": "fb",
    "object": "vector_store.files_batch",
    "status": "in_progress",
    "vector_store_id": "vs",
    "file_counts": {"in_progress": 1, "completed": 0, "total": 1},
}
RUN = {"id": "run", "object": "thread.run", "status": "in_progress", "thread_id": "t"}
DONE = {"status": "completed", "file_counts": {"in_progress": 0}}


def client(*bodies: Any, headers: Any = JSON) -> Any:
    """Return a client whose calls get these responses."""
    transport = CannedTransport(headers, *bodies)
    return package.OpenAI(api_key="k", base_url="http://x/v1", environment=False, transport=transport, max_retries=0)


def parse_chat(body: Any) -> None:
    options = {"response_format": SCHEMA, "tools": [TOOL]}
    package.parsed_value(client(body).chat.completions.parse(model="m", messages=[], **options))


def parse_response(body: Any) -> None:
    package.parsed_value(client(body).responses.parse(model="m", input="x", text_format=SCHEMA))


def read_output_text(body: Any) -> None:
    load("results.computed").output_text(load("results.objects").to_api_objects(body))


def stream_chat(items: Any) -> None:
    state = package.ChatCompletionStreamState(response_format=SCHEMA, input_tools=[TOOL])
    for item in items:
        for event in state.handle(item):
            getattr(event, "parsed", None), getattr(event, "parsed_arguments", None), getattr(event, "snapshot", None)
    state.get_final_completion().to_dict()


def stream_response(items: Any) -> None:
    state = package.ResponseStreamState(text_format=SCHEMA)
    for item in items:
        state.handle(item)
    if state.completed is not None:
        state.completed.output_text, state.completed.output_parsed  # noqa: B018


def read_stream(event_model: str) -> Callable[[Any], None]:
    def read(items: Any) -> None:
        reader = load("results.stream_reader").StreamReader(event_model, make_response())
        reader.feed(encode_events(items, False))

    return read


def assistant_items(name: str) -> Any:
    """Return the events of a run as the stream has them."""
    return [{"event": event, "data": data} for event, data in RUNS[name][:-1]]


def stream_assistant(items: Any) -> None:
    state = load("helpers.assistant_state").AssistantState()
    for item in items:
        event = load("results.models").apply_model(
            load("results.objects").to_api_objects(item), "beta.AssistantStreamEvent"
        )
        for _ in state.feed(event):
            pass
        load("helpers.assistant_state").extract_text(event)


def lookup(a: int = 0) -> int:
    return a


def run_chat_tools(body: Any) -> None:
    client(body, FINAL).chat.completions.run_tools(model="m", messages=[], functions=[lookup])


def run_response_tools(body: Any) -> None:
    client(body, {**RESPONSE, "output": []}).responses.run_tools(model="m", input="x", functions=[lookup])


def wait_for(body: Any) -> None:
    """Wait for an object as it was created, and then for one that is still in progress when it is retrieved."""
    options = {"poll_interval": 0.0, "progress": lambda done, total: None}
    final = {**body, **DONE} if isinstance(body, dict) else {**BATCH, **DONE}
    client(final).wait(load("results.objects").to_api_objects(body), **options)
    known = {**BATCH, **FILE_BATCH} if "file_counts" in str(body) else RUN if "thread" in str(body) else BATCH
    client(body, final).wait(load("results.objects").to_api_objects(known), **options)


def create_run_and_poll(body: Any) -> None:
    runs = client(body, {**RUN, **DONE}).beta.threads.runs
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        runs.create_and_poll(thread_id="t", assistant_id="a", poll_interval_ms=0)


def unwrap_webhook(body: Any) -> None:
    webhooks, payload = load("helpers.webhooks"), json.dumps(body)
    secret = "secret"
    signature = webhooks.base64.b64encode(
        webhooks.hmac.new(secret.encode(), "i.0.{}".format(payload).encode(), webhooks.hashlib.sha256).digest()
    ).decode()
    headers = {"webhook-id": "i", "webhook-timestamp": "0", "webhook-signature": "v1," + signature}
    webhooks.unwrap(payload, headers, secret=secret, now=0)


# Name: what reads the data, valid data, and of how many mutations one is tested.
HELPERS: Dict[str, Any] = {
    "chat.parse": (parse_chat, COMPLETION, 1),
    "chat.stream": (stream_chat, CHUNKS, 3),
    "chat.run_tools": (run_chat_tools, COMPLETION, 1),
    "responses.parse": (parse_response, RESPONSE, 1),
    "responses.output_text": (read_output_text, RESPONSE, 1),
    "responses.stream": (stream_response, RESPONSE_EVENTS, 3),
    "responses.run_tools": (run_response_tools, CALLS_ONLY, 1),
    "chunks": (read_stream("chat.ChatCompletionChunk"), CHUNKS, 3),
    "response events": (read_stream("responses.ResponseStreamEvent"), RESPONSE_EVENTS, 3),
    "assistant tools": (stream_assistant, assistant_items("tools"), 7),
    "assistant text": (stream_assistant, assistant_items("text"), 7),
    "wait for a batch": (wait_for, BATCH, 1),
    "wait for files": (wait_for, FILE_BATCH, 1),
    "wait for a run": (wait_for, RUN, 1),
    "create_and_poll": (create_run_and_poll, RUN, 1),
    "webhooks": (unwrap_webhook, {"id": "e", "type": "response.completed", "data": {"id": "r"}}, 1),
}


@pytest.mark.parametrize("name", sorted(HELPERS))
def test_invalid_data_never_raise_a_foreign_exception(name: str) -> None:
    read, valid, part = HELPERS[name]
    read(json.loads(json.dumps(valid)))
    foreign: List[str] = []
    whole = [] if isinstance(valid, list) else [(repr(value), value) for value in (None, True, 5, "x", [], {}, [[]])]
    changed = list(mutations(valid))[:: 1 if os.environ.get("ALL_MUTATIONS") else part] + whole
    for text, mutated in changed:
        try:
            read(mutated)
        except package.OpenAIError:
            pass
        except Exception as error:
            foreign.append("{}: {!r}".format(text, error))
    print(name, len(foreign), "of", len(changed))
    assert not foreign, "{} of {}: {}".format(len(foreign), len(changed), foreign[:5])


PLACES: Dict[str, Any] = {
    "choices[0].delta.tool_calls[1]": chunk({"tool_calls": [{"index": 0}, 5]}),
    "choices[0].delta.tool_calls[0].function.arguments": chunk({"tool_calls": [{"function": {"arguments": 5}}]}),
    "choices[0].delta.tool_calls[0].index": chunk({"tool_calls": [{"index": [1]}]}),
    "choices[0].delta.content": chunk({"content": {"x": 1}}),
    "choices[0].delta.content[1].text": chunk(
        {"content": [{"type": "text", "text": "a"}, {"type": "text", "text": 5}]}
    ),
    "choices[0].delta.refusal": chunk({"refusal": True}),
    "choices[0].delta": chunk("text"),
    "choices[0].logprobs.content": chunk({"content": "x"}, logprobs={"content": 5}),
    "choices": {**chunk({}), "choices": "text"},
}


@pytest.mark.parametrize("place", sorted(PLACES))
@pytest.mark.parametrize("is_async", [False, True])
def test_the_error_names_place_request_and_data(place: str, is_async: bool) -> None:
    body = encode_events([*text_chunks("Hi")[:2], PLACES[place]])

    async def main() -> Any:
        transport: Any = AsyncCannedTransport(EVENTS, body)
        async with package.AsyncOpenAI(
            api_key="k", base_url="http://x", environment=False, transport=transport
        ) as aclient:
            async with aclient.chat.completions.stream(model="m", messages=[]) as stream:
                await stream.until_done()

    with pytest.raises(package.APIResponseValidationError) as caught:
        if is_async:
            asyncio.run(main())
        else:
            with client(body, headers=EVENTS).chat.completions.stream(model="m", messages=[]) as stream:
                stream.until_done()
    error = caught.value
    assert "server: {}: expected ".format(place) in str(error)
    assert "of request req_1" in str(error) and '{"id": "chatcmpl-1", ' in str(error)
    assert (error.request_id, error.status_code, error.request.method) == ("req_1", 200, "POST")
    assert error.body.startswith('{"id": "chatcmpl-1", ') and len(error.body) <= 1000
    assert isinstance(error.__cause__, Exception)


def test_results_of_calls_name_place_and_request() -> None:
    body = {**COMPLETION, "choices": [COMPLETION["choices"][0], {"index": 1, "message": 5}]}
    for call in (parse_chat, run_chat_tools):
        with pytest.raises(package.APIResponseValidationError) as caught:
            call(body if call is parse_chat else {**body, "choices": body["choices"][1:]})
        assert "choices[{}].message: expected an object, got 5".format(int(call is parse_chat)) in str(caught.value)
        assert caught.value.request_id == "req_1"
    with pytest.raises(package.APIResponseValidationError, match=r"output\[1\]: expected an object, got null"):
        parse_response({**RESPONSE, "output": [RESPONSE["output"][0], None]})
    with pytest.raises(package.APIResponseValidationError, match="status: expected text, got 5.*of request req_1"):
        client({**RUN, "status": 5}).wait(load("results.objects").to_api_objects(RUN), poll_interval=0.0)


def test_data_by_hand_have_no_response() -> None:
    with pytest.raises(package.APIResponseValidationError) as caught:
        package.ChatCompletionStreamState().handle_chunk({"choices": 5})
    assert (caught.value.response, caught.value.request_id, caught.value.status_code) == (None, None, 0)


def test_events_in_the_wrong_order_are_runtime_errors_too() -> None:
    state = package.ResponseStreamState()
    with pytest.raises(package.InvalidStreamError, match="Expected to have received") as caught:
        state.handle(RESPONSE_EVENTS[1])
    assert isinstance(caught.value, RuntimeError) and isinstance(caught.value, package.APIResponseValidationError)
    with pytest.raises(package.InvalidStreamError, match="No chunk"):
        package.ChatCompletionStreamState().get_final_completion()


def test_nesting_without_end_is_an_error_of_the_package() -> None:
    content: Any = []
    for _ in range(50_000):
        content = [content]
    with pytest.raises(package.APIResponseValidationError):
        package.ChatCompletionStreamState().handle_chunk(chunk({"role": "assistant", "x": content}))
    del content


def test_payloads_of_webhooks_that_are_no_objects_are_parse_errors() -> None:
    for body in ([], None, 5, "x"):
        with pytest.raises(package.ParseError):
            unwrap_webhook(body)


# Exceptions of the caller's code


class CustomError(Exception):
    """An exception that this package does not know."""


@dataclasses.dataclass
class Strict:
    """A type whose constructor raises any exception."""

    a: int

    def __post_init__(self) -> None:
        raise {1: KeyError, 2: AttributeError, 3: CustomError, 4: RuntimeError}[self.a]("mine")


@pytest.mark.parametrize("number, error", [(1, KeyError), (2, AttributeError), (3, CustomError), (4, RuntimeError)])
def test_exceptions_of_the_callers_types_pass_unchanged(number: int, error: Any) -> None:
    text = json.dumps({"a": number})
    completion = {**COMPLETION, "choices": [{**COMPLETION["choices"][0], "message": {"content": text}}]}
    tool = package.pydantic_function_tool(Strict)
    calls = [{"index": 0, "id": "c", "type": "function", "function": {"name": "Strict", "arguments": text}}]
    reads: List[Callable[[], Any]] = [
        lambda: client(completion).chat.completions.parse(model="m", messages=[], response_format=Strict),
        lambda: [
            state.handle(item)
            for state in [package.ChatCompletionStreamState(response_format=Strict)]
            for item in text_chunks(text)
        ],
        lambda: [
            state.handle(item)
            for state in [package.ChatCompletionStreamState(input_tools=[tool])]
            for item in (chunk({"tool_calls": calls}), chunk({}, "tool_calls"))
        ],
        lambda: [
            state.handle(item)
            for state in [package.ResponseStreamState(text_format=Strict)]
            for item in Response().text(text).end()
        ],
    ]
    for read in reads:
        with pytest.raises(error, match="mine") as caught:
            read()
        assert type(caught.value) is error


def test_exceptions_of_handlers_and_tools_pass_unchanged() -> None:
    def fail(a: int = 0) -> int:
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        client(
            {**COMPLETION, "choices": [{"message": {"tool_calls": [{**CALL, "function": {"name": "fail"}}]}}]}, FINAL
        ).chat.completions.run_tools(model="m", messages=[], functions=[fail], on_error="raise")

    class Handler(package.AssistantEventHandler):  # type: ignore[misc, name-defined]
        def on_event(self, event: Any) -> None:
            raise KeyError("mine")

    lines = ["event: {event}\ndata: {}".format(json.dumps(item["data"]), **item) for item in assistant_items("text")]
    runs = client(encode_events(lines), headers=EVENTS).beta.threads.runs
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with runs.stream(thread_id="t", assistant_id="a", event_handler=Handler()) as handler:
            with pytest.raises(KeyError, match="mine"):
                handler.until_done()

    def report(done: int, total: int) -> None:
        raise CustomError("mine")

    with pytest.raises(CustomError):
        client({**BATCH, **DONE}).wait(load("results.objects").to_api_objects(BATCH), progress=report)
