# SPDX-License-Identifier: MIT
"""Hooks: the events of each kind of call and their fields, failures of hooks, headers that a hook adds, and content."""

from __future__ import annotations

import asyncio
import functools
import logging
import os
import threading

import pytest

from . import PACKAGE, load, package

load("hooks")
errors = load("call.errors")
exchange = load("call.exchange")
EmbeddedServer = load("testing").EmbeddedServer
CallEvents = load("hooks.observed_events").CallEvents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

OpenAI: Any = package.OpenAI
AsyncOpenAI: Any = package.AsyncOpenAI
MESSAGES = [{"role": "user", "content": "private words"}]
CHAT: Any = {"model": "m", "messages": MESSAGES}
CALL = ["begun", "attempt_sent", "head_received", "finished"]
STREAM = ["begun", "attempt_sent", "head_received", "first_event", "finished"]


class Recorder(list):  # type: ignore[type-arg]
    """A hook that keeps the events."""

    def __call__(self, name: str, fields: Any) -> None:
        self.append((name, fields))

    @property
    def names(self) -> list[str]:
        """The names of the events."""
        return [name for name, _ in self]

    def fields(self, name: str) -> Any:
        """The fields of the last event of a name."""
        return [fields for event, fields in self if event == name][-1]


def make(server: Any, hook: Any, cls: Any = None, **options: Any) -> Any:
    return (cls or OpenAI)(
        api_key="sk-hooks-0123", base_url=server.base_url, environment=False, on_event=hook, **options
    )


def close_early(client: Any) -> None:
    stream = client.chat.completions.create(**CHAT, stream=True)
    next(stream)
    stream.close()


def read_streaming_response(client: Any) -> None:
    with client.chat.completions.with_streaming_response.create(**CHAT) as response:
        response.parse()


class Customized(OpenAI):  # type: ignore[misc]
    """A client that overrides a method."""

    def _prepare_options(self, options: Any) -> Any:
        return options


KINDS: dict[str, tuple[Callable[[Any], Any], list[str], str]] = {
    "chat": (lambda c: c.chat.completions.create(**CHAT), CALL, "chat"),
    "chat stream": (lambda c: list(c.chat.completions.create(**CHAT, stream=True)), STREAM, "chat"),
    "closed early": (close_early, STREAM, "chat"),
    "raw": (lambda c: c.chat.completions.with_raw_response.create(**CHAT), CALL, "chat"),
    "raw parsed": (lambda c: c.chat.completions.with_raw_response.create(**CHAT).parse(), CALL, "chat"),
    "streaming response": (read_streaming_response, CALL, "chat"),
    "responses": (lambda c: c.responses.create(model="m", input="hi"), CALL, "chat"),
    "responses stream": (lambda c: list(c.responses.create(model="m", input="hi", stream=True)), STREAM, "chat"),
    "embeddings": (lambda c: c.embeddings.create(model="m", input="hi"), CALL, "embeddings"),
    "completions": (lambda c: c.completions.create(model="m", prompt="hi"), CALL, "text_completion"),
    "images": (lambda c: c.images.generate(prompt="hi"), CALL, "generate_content"),
    "page": (lambda c: c.models.list(), CALL, "models.list"),
    "pages": (lambda c: list(c.files.list()), CALL, "files.list"),
    "binary": (lambda c: c.audio.speech.create(model="m", voice="v", input="i"), CALL, "generate_content"),
    "custom": (lambda c: c.post("/chat/completions", body=CHAT, cast_to=dict), CALL, "chat"),
    "custom path": (lambda c: c.get("/models", cast_to=dict), CALL, "request"),
    "helper": (lambda c: c.chat.completions.parse(**CHAT), CALL, "chat"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_events_of_each_kind_of_call(server: Any, kind: str) -> None:
    call, names, operation = KINDS[kind]
    for cls in (OpenAI, Customized):
        hook = Recorder()
        with make(server, hook, cls) as client:
            call(client)
        assert hook.names == names
        for _, fields in hook:
            assert fields["gen_ai.operation.name"] == operation
            assert fields["gen_ai.provider.name"] == "openai"
            assert fields["server.address"] == "127.0.0.1"
            assert "{}:{}/".format(fields["server.address"], fields["server.port"]) in server.base_url
            assert fields["url.full"].startswith(server.base_url)
            assert fields["call.id"] == hook[0][1]["call.id"]
        last = hook.fields("finished")
        assert (last["http.response.status_code"], last["call.attempts"]) == (200, 1)
        assert 0 <= hook.fields("head_received")["http.client.request.duration"]
        assert hook.fields("head_received")["http.client.request.duration"] <= last["gen_ai.client.operation.duration"]
        assert "private words" not in repr(list(hook)) and "sk-hooks" not in repr(list(hook))
        if "first_event" in names:
            assert 0 < last["gen_ai.response.time_to_first_chunk"] <= last["gen_ai.client.operation.duration"]
            assert last["stream.event_count"] >= 1


def test_async_calls_report_in_the_thread_of_the_event_loop(server: Any) -> None:
    hook, threads = Recorder(), set()

    def on_event(name: str, fields: Any) -> None:
        threads.add(threading.current_thread())
        hook(name, fields)

    async def main() -> None:
        async with make(server, on_event, AsyncOpenAI) as client:
            await client.chat.completions.create(**CHAT)
            async for _ in await client.chat.completions.create(**CHAT, stream=True):
                pass
            async for _ in client.models.list():
                pass

    asyncio.run(main())
    assert hook.names == CALL + STREAM + CALL
    assert threads == {threading.current_thread()}
    assert len({fields["call.id"] for _, fields in hook}) == 3


def test_fields_of_a_chat_call(server: Any) -> None:
    hook = Recorder()
    parameters = {"temperature": 0.5, "top_p": 0.9, "max_completion_tokens": 9, "seed": 3, "stop": "x", "n": 1}
    with make(server, hook) as client:
        completion = client.chat.completions.create(**CHAT, **parameters, response_format={"type": "json_object"})
    begun, last = hook.fields("begun"), hook.fields("finished")
    for fields in (begun, last):
        assert fields["gen_ai.request.model"] == "m"
        assert fields["gen_ai.request.temperature"] == 0.5
        assert fields["gen_ai.request.top_p"] == 0.9
        assert fields["gen_ai.request.max_tokens"] == 9
        assert fields["gen_ai.request.seed"] == 3
        assert fields["gen_ai.request.stop_sequences"] == ["x"]
        assert fields["gen_ai.request.choice.count"] == 1
        assert fields["gen_ai.output.type"] == "json"
        assert (fields["http.request.method"], fields["url.template"]) == ("POST", "/chat/completions")
    assert last["gen_ai.response.model"] == completion.model
    assert last["gen_ai.response.id"] == completion.id
    assert last["gen_ai.response.finish_reasons"] == [completion.choices[0].finish_reason]
    assert last["gen_ai.usage.input_tokens"] == completion.usage.prompt_tokens
    assert last["gen_ai.usage.output_tokens"] == completion.usage.completion_tokens
    assert last["gen_ai.usage.cache_read.input_tokens"] == 0
    assert last["gen_ai.usage.reasoning.output_tokens"] == 0
    assert last["http.response.header.x-request-id"] == [completion._request_id]


def test_a_dict_may_be_kept_and_changed(server: Any) -> None:
    hook = Recorder()

    def on_event(name: str, fields: Any) -> None:
        hook(name, dict(fields))
        fields.clear()
        fields["server.address"] = 0

    with make(server, on_event) as client:
        client.chat.completions.create(**CHAT)
        client.chat.completions.create(**CHAT)
    assert hook.names == CALL * 2
    assert all(fields["server.address"] == "127.0.0.1" for _, fields in hook)


@pytest.mark.parametrize(
    "fault, reason, is_requested",
    [
        ("status=503; retry-after-ms=1; times=1", "503", True),
        ("status=429; retry-after-ms=1; times=1", "429", True),
        ("status=500; times=1", "500", False),
        ("reset; times=1", "", False),
    ],
)
def test_a_retry_says_why(server: Any, fault: str, reason: str, is_requested: bool) -> None:
    hook = Recorder()
    server.inject_fault(fault)
    policy = package.RetryPolicy(2, initial_delay=0.001)
    with make(server, hook, retry_policy=policy) as client:
        client.chat.completions.create(**CHAT)
    head = ["head_received"] if reason else []
    assert hook.names == ["begun", "attempt_sent", *head, "retry", *CALL[1:]]
    retry, last = hook.fields("retry"), hook.fields("finished")
    assert retry["error.type"] == reason if reason else not retry["error.type"].isdigit()
    assert retry["retry.is_requested"] is is_requested
    assert retry["retry.delay"] == 0.001 if is_requested else 0 < retry["retry.delay"] <= 0.001
    assert (retry["call.attempt"], retry["http.request.resend_count"]) == (1, 1)
    assert (hook.fields("attempt_sent")["http.request.resend_count"], last["call.attempts"]) == (1, 2)


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("fault, error, status", [("status=400", "BadRequestError", 400), ("reset", None, None)])
def test_a_failed_call_says_why(server: Any, fault: str, error: Any, status: Any, stream: bool) -> None:
    hook = Recorder()
    server.inject_fault(fault + "; times=1")
    with make(server, hook, max_retries=0) as client:
        with pytest.raises(errors.OpenAIError) as caught:
            client.chat.completions.create(**CHAT, stream=stream)
    last = hook[-1]
    assert (last[0], last[1]["error.type"]) == ("failed", error or "APIConnectionError")
    assert last[1].get("http.response.status_code") == status
    assert type(caught.value).__name__ == last[1]["error.type"]
    assert "exception.message" not in last[1]
    assert hook.names.count("failed") == 1


def test_a_stream_that_breaks_has_failed(server: Any) -> None:
    hook = Recorder()
    server.inject_fault("cut-events=2; times=1")
    with make(server, hook) as client:
        with pytest.raises(errors.OpenAIError):
            list(client.chat.completions.create(**CHAT, stream=True))
    assert hook.names == [*STREAM[:-1], "failed"]
    assert hook.fields("failed")["error.type"] == "IncompleteStreamError"


def test_what_is_invalid_begins_nothing(server: Any) -> None:
    hook = Recorder()
    with make(server, hook) as client:
        with pytest.raises(errors.ArgumentError):
            client.chat.completions.create(model="m")
        with pytest.raises(errors.ArgumentError):
            client.chat.completions.create(model="m", messages=[object()])
    assert hook == []


def test_the_hook_of_a_call_a_config_and_a_copy(server: Any) -> None:
    first, second, third = Recorder(), Recorder(), Recorder()
    with make(server, first) as client:
        client.models.list(on_event=second)
        client.models.list(config=package.Config(on_event=third))
        client.with_options(on_event=third).models.list()
        client.chat.completions.create(**CHAT, on_event=None)
    assert (first.names, second.names, third.names) == (CALL, CALL, CALL * 2)
    assert "on_event" not in server.requests[-1].json()


@pytest.mark.parametrize("value", [1, "print", [], {}])
def test_a_hook_that_is_not_callable_is_refused(value: Any) -> None:
    with pytest.raises(errors.OptionTypeError, match="on_event: expected a callable"):
        OpenAI(api_key="k", on_event=value)
    with OpenAI(api_key="k", base_url="http://127.0.0.1:1/v1") as client:
        with pytest.raises(errors.OptionTypeError, match="on_event: expected a callable"):
            client.models.list(on_event=value)


async def coroutine_hook(name: str, fields: Any) -> None:
    """Be a hook that nothing awaits."""


class AsyncHook:
    async def __call__(self, name: str, fields: Any) -> None:
        """Be a hook that nothing awaits."""

    method = __call__


@pytest.mark.parametrize(
    "hook", [coroutine_hook, AsyncHook(), AsyncHook().method, functools.partial(coroutine_hook, name="")]
)
@pytest.mark.parametrize("cls", [OpenAI, AsyncOpenAI])
def test_a_coroutine_function_is_refused(cls: Any, hook: Any) -> None:
    with pytest.raises(errors.OptionTypeError, match="coroutine function"):
        cls(api_key="k", on_event=hook)


def test_a_hook_that_raises_is_logged_once_and_harms_no_call(server: Any, caplog: Any) -> None:
    def broken(name: str, fields: Any) -> None:
        raise StopIteration("broken at " + name)

    class Hooks:
        def broken(self, name: str, fields: Any) -> None:
            raise KeyError(name)

    hooks = Hooks()
    with caplog.at_level(logging.WARNING, logger=PACKAGE):
        for hook in (broken, hooks.broken):
            with make(server, hook) as client:
                assert client.chat.completions.create(**CHAT).choices
                assert list(client.chat.completions.create(**CHAT, stream=True))
                client.with_options(on_event=hook).models.list()
    records = [record for record in caplog.records if record.name == PACKAGE]
    assert len(records) == 2
    assert all(record.levelno == logging.WARNING and record.exc_info for record in records)
    assert "broken raised StopIteration for the event 'begun'" in records[0].getMessage()


def test_what_ends_a_program_passes_a_hook(server: Any) -> None:
    for name in CALL:
        seen = Recorder()

        def interrupt(event: str, fields: Any, name: str = name, seen: Any = seen) -> None:
            seen(event, fields)
            if event == name:
                raise KeyboardInterrupt

        with make(server, interrupt) as client:
            with pytest.raises(KeyboardInterrupt):
                client.chat.completions.create(**CHAT)
        assert seen.names[-1] == ("finished" if name == "finished" else "failed")


def test_a_cancelled_task_is_named(server: Any) -> None:
    hook = Recorder()
    server.inject_fault("stall=30; times=1")

    async def main() -> None:
        async with make(server, hook, AsyncOpenAI) as client:
            sent = asyncio.Event()
            task = asyncio.ensure_future(
                client.chat.completions.create(
                    **CHAT, on_event=lambda name, fields: (hook(name, fields), name == "attempt_sent" and sent.set())
                )
            )
            await asyncio.wait_for(sent.wait(), 20)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    assert hook.names == ["begun", "attempt_sent", "failed"]
    assert hook.fields("failed")["error.type"] == "CancelledError"


@pytest.mark.parametrize("is_refused", [False, True])
def test_events_of_the_handshake_of_a_websocket(server: Any, is_refused: bool) -> None:
    load("connections.connecting")
    hook, async_hook = Recorder(), Recorder()
    for _ in range(2 * is_refused):
        server.inject_fault("status=404; times=1")

    async def main() -> None:
        async with make(server, async_hook, AsyncOpenAI) as client:
            async with client.realtime.connect(model="m"):
                pass

    for run in (lambda: asyncio.run(main()), lambda: connect_sync(server, hook)):
        if is_refused:
            with pytest.raises(package.NotFoundError):
                run()
        else:
            run()
    for recorded in (hook, async_hook):
        assert recorded.names == [*CALL[:-1], "failed" if is_refused else "finished"]
        last = recorded[-1][1]
        assert (last["gen_ai.operation.name"], last["gen_ai.request.model"]) == ("connect", "m")
        assert last["http.response.status_code"] == (404 if is_refused else 101)
        assert "?" not in last["url.full"]


def connect_sync(server: Any, hook: Any) -> None:
    with make(server, hook) as client, client.realtime.connect(model="m"):
        pass


# Headers that a hook adds


def test_headers_of_the_hook_are_sent_with_each_attempt(server: Any) -> None:
    def on_event(name: str, fields: Any) -> None:
        if name == "begun":
            fields["extra_headers"].update({"traceparent": "00-1-2-01", "Authorization": "Bearer other"})

    server.inject_fault("status=500; times=1")
    for cls in (OpenAI, Customized):
        with make(server, on_event, cls, retry_policy=package.RetryPolicy(1, initial_delay=0.001)) as client:
            client.chat.completions.create(**CHAT)
    assert len(server.requests) == 3
    for request in server.requests:
        headers = {name.lower(): value for name, value in dict(request.headers).items()}
        assert headers["traceparent"] == "00-1-2-01"
        assert headers["authorization"] == "Bearer sk-hooks-0123"  # what the call sends anyway stays


def test_headers_that_cannot_be_sent_are_logged_and_left_out(server: Any, caplog: Any) -> None:
    def on_event(name: str, fields: Any) -> None:
        if name == "begun":
            fields["extra_headers"]["traceparent"] = "a\r\nX-Evil: 1"

    with make(server, on_event) as client:
        client.models.list()
    assert len([record for record in caplog.records if record.levelno == logging.WARNING]) == 1
    assert "traceparent" not in {name.lower() for name in dict(server.requests[-1].headers)}


def run_redirect(location: str) -> tuple[Any, Any]:
    """Run the exchange of a call that is redirected once, by hand. Returns the hook, and the second request."""
    Response = load("call.message").Response
    prepare = load("call.prepare").prepare
    client = OpenAI(api_key="k", base_url="https://api.example/v1", environment=False)
    hook = Recorder()

    def on_event(name: str, fields: Any) -> None:
        hook(name, fields)
        if name == "begun":
            fields["extra_headers"]["traceparent"] = "t"

    call = prepare(load("api.models").Models.list, client._settings, {})
    flow = CallEvents(on_event, call, False).watch(exchange.exchange(call.request, 0))
    first = next(flow)
    assert first.request.headers["traceparent"] == "t"
    flow.send(Response(307, [("location", location)], (), lambda: None, 0.0))
    second = flow.send(None)
    flow.close()
    return hook, second.request


@pytest.mark.parametrize(
    "location, address, is_sent",
    [("/v2/models?key=1", "api.example", True), ("https://other.example/models?key=1", "other.example", False)],
)
def test_a_redirect_is_reported_and_takes_the_headers_to_no_other_origin(
    location: str, address: str, is_sent: bool
) -> None:
    hook, request = run_redirect(location)
    assert hook.names == ["begun", "attempt_sent", "head_received", "redirect", "attempt_sent"]
    assert hook.fields("redirect")["http.response.status_code"] == 307
    for name in ("redirect", "attempt_sent"):
        assert hook.fields(name)["server.address"] == address
        assert "key" not in hook.fields(name)["url.full"]
    assert (request.headers.get("traceparent") == "t") is is_sent


# Content


@pytest.mark.parametrize("stream", [False, True])
def test_content_of_messages(server: Any, stream: bool) -> None:
    hook = Recorder()
    with make(server, hook, content=True) as client:
        result = client.chat.completions.create(**CHAT, stream=stream)
        text = (
            "".join(c.choices[0].delta.content or "" for c in result) if stream else result.choices[0].message.content
        )
        response = client.responses.create(model="m", input="private words", instructions="be kind", stream=stream)
        list(response)
    inputs = [fields["gen_ai.input.messages"] for name, fields in hook if name == "begun"]
    assert inputs == [[{"role": "user", "parts": [{"type": "text", "content": "private words"}]}]] * 2
    assert hook.fields("begun")["gen_ai.system_instructions"] == [{"type": "text", "content": "be kind"}]
    outputs = [fields["gen_ai.output.messages"] for name, fields in hook if name == "finished"]
    assert outputs[0] == [{"role": "assistant", "parts": [{"type": "text", "content": text}], "finish_reason": "stop"}]
    assert outputs[1][0]["parts"][0]["content"]


def test_content_of_all_kinds_of_messages() -> None:
    content = load("hooks.message_content")
    tool_call = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    table: list[tuple[Any, Any, Any]] = [
        ({"role": "user", "content": "a"}, "user", [{"type": "text", "content": "a"}]),
        ({"role": "user", "content": [{"type": "text", "text": "a"}]}, "user", [{"type": "text", "content": "a"}]),
        (
            {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "u"}}]},
            "user",
            [{"type": "uri", "modality": "image", "uri": "u"}],
        ),
        (
            {"role": "assistant", "content": None, "tool_calls": [tool_call]},
            "assistant",
            [{"type": "tool_call", "id": "c1", "name": "f", "arguments": "{}"}],
        ),
        (
            {"role": "tool", "tool_call_id": "c1", "content": "r"},
            "tool",
            [{"type": "tool_call_response", "id": "c1", "response": "r"}],
        ),
        (
            {"type": "function_call", "call_id": "c1", "name": "f", "arguments": "{}"},
            "assistant",
            [{"type": "tool_call", "id": "c1", "name": "f", "arguments": "{}"}],
        ),
        (
            {"type": "function_call_output", "call_id": "c1", "output": "r"},
            "tool",
            [{"type": "tool_call_response", "id": "c1", "response": "r"}],
        ),
        (
            {"type": "reasoning", "summary": [{"type": "summary_text", "text": "s"}]},
            "assistant",
            [{"type": "reasoning", "content": "s"}],
        ),
        ({"type": "web_search_call", "id": "w"}, "assistant", [{"type": "web_search_call", "id": "w"}]),
        ("a", "user", [{"type": "text", "content": "a"}]),
    ]
    for message, role, parts in table:
        assert content.read_message(message) == {"role": role, "parts": parts}


def test_parts_of_streamed_tool_calls_are_joined() -> None:
    reader = load("hooks.message_content").ContentReader(None)
    deltas: list[Any] = [
        {"tool_calls": [{"index": 0, "id": "c1", "function": {"name": "f", "arguments": "{"}}]},
        {"tool_calls": [{"index": 0, "function": {"arguments": "}"}}]},
    ]
    reader.read_items([{"choices": [{"index": 0, "delta": delta, "finish_reason": None}]} for delta in deltas])
    reader.read_items([{"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}]}, None, {"choices": [7]}])
    outcome = load("call.outcome").Outcome()
    parts = [{"type": "tool_call", "id": "c1", "name": "f", "arguments": "{}"}]
    expected = [{"role": "assistant", "parts": parts, "finish_reason": "tool_calls"}]
    assert reader.output_fields(outcome) == {"gen_ai.output.messages": expected}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_ids_of_calls_differ_after_a_fork() -> None:
    events = load("hooks.observed_events")
    call = load("call.prepare").prepare(
        load("api.models").Models.list, OpenAI(api_key="k", environment=False)._settings, {}
    )
    parent = CallEvents(print, call, False)._fields["call.id"]
    events._numbers = iter([1, 1, 1])
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, CallEvents(print, call, False)._fields["call.id"].encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with open(reading, "rb") as pipe:
        assert pipe.read().decode().partition("-")[0] != parent.partition("-")[0]
