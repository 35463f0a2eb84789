# SPDX-License-Identifier: MIT
"""Streams of assistant runs: the handler calls of the state, fed by hand, and the handlers over real sockets."""

from __future__ import annotations

import asyncio
import threading
import warnings
from typing import Any, Callable, List, Tuple

import pytest

from . import load, package
from .assistant_runs import (
    BEGIN,
    RUNS,
    code_call,
    image_block,
    message_delta_event,
    message_event,
    run_event,
    sse,
    step_event,
    text_block,
    tool_call_delta_event,
)
from .raw_server import REQUEST, RawServer, head, respond, send, wait

state_module = load("helpers.assistant_state")
handlers = load("helpers.assistant_handlers")
api_errors = load("call.api_errors")
objects = load("results.objects")
apply_model = load("results.models").apply_model
check_with_timeouts = load("testing.contract.assertions").check_with_timeouts

pytestmark = pytest.mark.filterwarnings("ignore:POST .threads:DeprecationWarning")
EVENTS = "Content-Type: text/event-stream"
NAMES = [name for name in dir(handlers.AssistantEventHandler) if name.startswith("on_")]


def feed_events(*events: Any) -> Tuple[Any, List[Any]]:
    """Return a state after these events, and the handler calls that it yielded."""
    state, handler_calls = state_module.AssistantState(), []
    for name, data in events:
        event = apply_model(objects.to_api_objects({"event": name, "data": data}), "beta.AssistantStreamEvent")
        handler_calls += list(state.feed(event))
    return state, handler_calls


def names(handler_calls: Any) -> List[str]:
    return [name for name, *_ in handler_calls if name != "on_event"]


def test_state_accumulates_a_message() -> None:
    state, handler_calls = feed_events(
        message_event("created"),
        message_delta_event(text_block("He")),
        message_delta_event(text_block("llo"), image_block(1)),
    )
    assert names(handler_calls) == [
        *("on_message_created", "on_text_created", "on_text_delta", "on_message_delta"),
        *("on_text_delta", "on_text_done", "on_message_delta"),
    ]
    assert state.message.content == [text_block("Hello"), image_block(1)]
    assert [type(part).__name__ for part in state.message.content] == ["TextContentBlock", "ImageFileContentBlock"]
    last_calls = dict(handler_calls)
    assert (last_calls["on_text_created"][0].value, last_calls["on_text_delta"][0].value) == ("He", "llo")
    assert (last_calls["on_text_delta"][1].value, last_calls["on_text_done"][0].value) == ("Hello", "Hello")
    assert handler_calls[1][1][0].content == [], "the snapshot of the created message does not change"


def test_state_calls_done_methods_when_a_message_ends() -> None:
    whole = message_event("completed", image_block(0))
    state, handler_calls = feed_events(message_event("created"), message_delta_event(image_block(0)), whole)
    assert names(handler_calls)[-2:] == ["on_image_file_done", "on_message_done"]
    assert handler_calls[-2][1][0].file_id == "file-1"
    assert state.messages == {"msg_1": whole[1]}
    shorter = feed_events(
        message_event("created"), message_delta_event(text_block("a"), text_block("b", 1)), message_event("incomplete")
    )[1]
    assert names(shorter)[-2:] == ["on_message_delta", "on_message_done"]


def test_state_accumulates_tool_calls() -> None:
    state, handler_calls = feed_events(
        step_event("created", "tools"),
        tool_call_delta_event(code_call(0, id="call_1", code_interpreter={"input": "1"})),
        tool_call_delta_event(code_call(0, code_interpreter={"input": "+1"})),
        tool_call_delta_event({"index": 1, "id": "call_2", "type": "file_search", "file_search": {}}),
        step_event("completed", "tools", status="completed"),
        run_event("completed"),
    )
    assert names(handler_calls) == [
        *("on_run_step_created", "on_tool_call_created", "on_run_step_delta", "on_tool_call_delta"),
        *("on_run_step_delta", "on_tool_call_done", "on_tool_call_created", "on_run_step_delta"),
        *("on_tool_call_done", "on_run_step_done", "on_tool_call_done"),
    ]
    first_calls = dict(reversed(handler_calls))
    assert first_calls["on_tool_call_delta"][0].code_interpreter.input == "+1"
    assert first_calls["on_tool_call_delta"][1].code_interpreter.input == "1+1"
    assert first_calls["on_tool_call_created"][0].code_interpreter.input == "1"
    assert type(first_calls["on_tool_call_delta"][1]).__name__ == "CodeInterpreterToolCall"
    assert [call.id for call in state.steps["step_1"].step_details.tool_calls] == ["call_1", "call_2"]
    assert (state.step, state.run.status) == (None, "completed")


def test_state_changes_as_its_calls_are_consumed() -> None:
    state = state_module.AssistantState()
    events = [objects.to_api_objects({"event": name, "data": data}) for name, data in RUNS["functions"][:6]]
    for event in events[:-1]:
        list(state.feed(apply_model(event, "beta.AssistantStreamEvent")))
    pending = state.feed(apply_model(events[-1], "beta.AssistantStreamEvent"))
    assert next(pending) == ("on_event", (events[-1],))
    assert (state.event, state.step.step_details.tool_calls) == (events[-1], [])
    assert [name for name, _ in pending] == ["on_tool_call_created", "on_run_step_delta"]
    assert (state.event, state.step.step_details.tool_calls[0].function.name) == (None, "f")


def test_state_ignores_unknown_events() -> None:
    state, handler_calls = feed_events(
        ("thread.run.paused", {"id": "run_1"}), ("thread.future", {}), ("thread.run.step.paused", {})
    )
    assert [name for name, _ in handler_calls] == ["on_event"] * 3
    assert (state.run, state.step, state.message) == (None, None, None)


@pytest.mark.parametrize("event", [message_delta_event(text_block("a")), tool_call_delta_event(code_call(0))])
def test_delta_without_its_object_is_an_error(event: Any) -> None:
    with pytest.raises(RuntimeError, match="no previous snapshot") as caught:
        feed_events(event)
    assert isinstance(caught.value, package.APIResponseValidationError)


class AnyClient:
    """A sync or async client whose streams the tests use through the same helpers."""

    def __init__(self, url: str, is_async: bool) -> None:
        name = ("Async" if is_async else "") + "OpenAI"
        self.client = getattr(package, name)(api_key="sk-x", base_url=url, environment=False, max_retries=0)
        self.base = getattr(handlers, ("Async" if is_async else "") + "AssistantEventHandler")
        self.is_async = is_async

    def handler(self, seen: List[Any], raising: str = "") -> Any:
        """Return a handler that records its calls, and raises ZeroDivisionError in the method `raising`."""

        def method(name: str) -> Any:
            def record(_: Any, *arguments: Any) -> None:
                seen.append((name, *arguments))
                if name == raising:
                    raise ZeroDivisionError

            async def record_async(handler: Any, *arguments: Any) -> None:
                record(handler, *arguments)

            return record_async if self.is_async else record

        return type("RecordingHandler", (self.base,), {name: method(name) for name in NAMES})()

    def stream(self, **options: Any) -> Any:
        return self.client.beta.threads.runs.stream(thread_id="thread_1", assistant_id="asst_1", **options)

    async def __aenter__(self) -> AnyClient:
        return self

    async def __aexit__(self, *_: object) -> None:
        await resolve(self.client.close())


class AsyncEntered:
    """Adapter that enters a sync or async context manager with `async with`."""

    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def __aenter__(self) -> Any:
        enter = getattr(self.manager, "__aenter__", None) or self.manager.__enter__
        return await resolve(enter())

    async def __aexit__(self, *exception: Any) -> None:
        leave = getattr(self.manager, "__aexit__", None) or self.manager.__exit__
        await resolve(leave(*exception))


async def resolve(value: Any) -> Any:
    """Return a value, awaited if it is awaitable."""
    return await value if hasattr(value, "__await__") else value


async def first(items: Any) -> Any:
    """Return the next item of a sync or async iterator."""
    if hasattr(items, "__anext__"):
        return await items.__anext__()
    return next(items)


async def collect(items: Any) -> List[Any]:
    """Return the remaining items of a sync or async iterator."""
    return [item async for item in items] if hasattr(items, "__aiter__") else list(items)


def run_script(test: Callable[[AnyClient], Any], *script: Any, is_async: bool) -> Any:
    """Run a test with a client of a server that follows a script; return the requests."""

    async def main(url: str) -> None:
        async with AnyClient(url, is_async) as client:
            await test(client)

    with RawServer(*script) as server:
        asyncio.run(main(server.url + "/v1"))
    return server.requests


def run_response(name: str) -> Any:
    """Return the script step that responds with the events of a run."""
    return respond(sse(RUNS[name]), "200 OK", EVENTS)


sync_and_async = pytest.mark.parametrize("is_async", [False, True])


@sync_and_async
def test_handler_receives_events_and_keeps_final_objects(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        seen: List[Any] = []
        async with AsyncEntered(client.stream(event_handler=client.handler(seen))) as handler:
            events = await collect(handler)
            assert [event for name, *event in seen if name == "on_event"] == [[event] for event in events]
            assert (await resolve(handler.get_final_run())).status == "completed"
            assert [one.id for one in await resolve(handler.get_final_run_steps())] == ["step_1"]
            messages = await resolve(handler.get_final_messages())
            assert messages[0].content[0].text.value == "Hello, wörld[0]"
            assert handler.current_run is await resolve(handler.get_final_run())
            assert (handler.current_event, handler.current_run_step_snapshot) == (None, None)
            assert handler.current_message_snapshot is messages[0]
        assert [name for name, *_ in seen].count("on_end") == 1
        assert seen[-1] == ("on_end",)

    (request,) = run_script(test, REQUEST, run_response("text"), is_async=is_async)
    assert (request.target, b'"stream":true' in request.body) == ("/v1/threads/thread_1/runs", True)
    assert request.header("X-Stainless-Custom-Event-Handler") == ["true"]
    assert request.header("X-Stainless-Stream-Helper") == ["threads.runs.create_and_stream"]
    assert request.header("OpenAI-Beta") == ["assistants=v2"]


@sync_and_async
def test_text_deltas_can_be_read_in_several_steps(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        async with AsyncEntered(client.stream()) as handler:
            assert await first(handler.text_deltas) == "Hello"
            assert await collect(handler.text_deltas) == [", wörld", "[0]"]
            assert await collect(handler) == []

    (request,) = run_script(test, REQUEST, run_response("text"), is_async=is_async)
    assert request.header("X-Stainless-Custom-Event-Handler") == ["false"]


@sync_and_async
def test_missing_final_objects_are_errors(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        async with AsyncEntered(client.stream()) as handler:
            for name, message in (("run", "No final run"), ("run_steps", "No run steps"), ("messages", "No messages")):
                with pytest.raises(RuntimeError, match=message):
                    await resolve(getattr(handler, "get_final_" + name)())

    assert len(run_script(test, REQUEST, run_response("nothing"), is_async=is_async)) == 1


@sync_and_async
def test_handler_serves_one_stream(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        handler = client.handler([])
        with pytest.raises(RuntimeError, match="not been started"):
            await first(handler)
        await resolve(handler.close())
        manager = client.stream(event_handler=handler)
        async with AsyncEntered(manager):
            await resolve(handler.until_done())
        for reused in (manager, client.stream(event_handler=handler)):
            with pytest.raises(RuntimeError, match="single event handler"):
                async with AsyncEntered(reused):
                    pass

    assert len(run_script(test, REQUEST, run_response("text"), is_async=is_async)) == 1, (
        "no request for the second stream"
    )


@sync_and_async
def test_error_event_calls_on_exception_and_is_raised(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        seen: List[Any] = []
        async with AsyncEntered(client.stream(event_handler=client.handler(seen))) as handler:
            with pytest.raises(package.APIError, match="Broken") as caught:
                await resolve(handler.until_done())
            assert handler.current_message_snapshot.content == [text_block("He")]
        assert seen[-2:] == [("on_exception", caught.value), ("on_end",)]
        assert "on_timeout" not in names(seen)

    assert len(run_script(test, REQUEST, run_response("error"), is_async=is_async)) == 1


@sync_and_async
def test_incomplete_stream_calls_on_exception(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        seen: List[Any] = []
        async with AsyncEntered(client.stream(event_handler=client.handler(seen))) as handler:
            with pytest.raises(api_errors.IncompleteStreamError) as caught:
                await resolve(handler.get_final_run())
            assert len(caught.value.received) == len(BEGIN)
        assert seen[-2:] == [("on_exception", caught.value), ("on_end",)]

    assert len(run_script(test, REQUEST, respond(sse(BEGIN), "200 OK", EVENTS), is_async=is_async)) == 1


@sync_and_async
def test_on_timeout_is_called_before_on_exception(is_async: bool) -> None:
    def check(timeout: float) -> None:
        async def test(client: AnyClient) -> None:
            seen: List[Any] = []
            async with AsyncEntered(client.stream(event_handler=client.handler(seen), timeout=timeout)) as handler:
                with pytest.raises(package.APITimeoutError) as caught:
                    await resolve(handler.until_done())
            assert seen[-3:] == [("on_timeout",), ("on_exception", caught.value), ("on_end",)]
            assert names(seen)[:-3] == []

        incomplete = send(head("200 OK", EVENTS, "Content-Length: 9999") + sse(BEGIN))
        assert len(run_script(test, REQUEST, incomplete, wait(threading.Event()), is_async=is_async)) == 1

    check_with_timeouts(check, 0.2, 2)


@sync_and_async
def test_exception_of_a_method_calls_on_exception(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        seen: List[Any] = []
        async with AsyncEntered(client.stream(event_handler=client.handler(seen, "on_text_delta"))) as handler:
            with pytest.raises(ZeroDivisionError) as caught:
                await resolve(handler.until_done())
            assert handler.current_event.event == "thread.message.delta"
        assert seen[-2:] == [("on_exception", caught.value), ("on_end",)]

    assert len(run_script(test, REQUEST, run_response("text"), is_async=is_async)) == 1


@sync_and_async
def test_leaving_early_closes_the_stream(is_async: bool) -> None:
    never = threading.Event()

    async def test(client: AnyClient) -> None:
        seen: List[Any] = []
        async with AsyncEntered(client.stream(event_handler=client.handler(seen))) as handler:
            assert (await first(handler)).event == "thread.created"
            assert seen[-1][0] == "on_event"
        assert seen[-1] == ("on_end",)
        assert await collect(handler) == []
        async with AsyncEntered(client.stream(event_handler=client.handler(seen))):
            pass
        assert names(seen) == ["on_end"], "the second stream was not read"

    incomplete = send(head("200 OK", EVENTS, "Content-Length: 9999") + sse(BEGIN))
    assert len(run_script(test, REQUEST, incomplete, wait(never), is_async=is_async)) == 2


@sync_and_async
def test_stream_can_be_closed_by_a_method(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        seen: List[Any] = []
        handler = client.handler(seen)
        async with AsyncEntered(client.stream(event_handler=handler)):
            handler.on_run_step_created = lambda _: handler.close()
            events = await collect(handler)
            assert events[-1].event == "thread.run.step.created"
            assert seen[-2:] == [("on_event", events[-1]), ("on_end",)]

    assert len(run_script(test, REQUEST, run_response("text"), is_async=is_async)) == 1


@sync_and_async
def test_error_status_is_raised_on_entering(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        seen: List[Any] = []
        manager = client.stream(event_handler=client.handler(seen))
        with pytest.raises(package.AuthenticationError):
            async with AsyncEntered(manager):
                pass
        assert seen == []

    unauthorized = respond(b'{"error": {"message": "no"}}', "401 Unauthorized", "Content-Type: application/json")
    assert len(run_script(test, REQUEST, unauthorized, is_async=is_async)) == 1


@sync_and_async
def test_no_request_is_sent_before_entering(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        threads = client.client.beta.threads
        managers = [
            client.stream(),
            threads.runs.create_and_stream(thread_id="t", assistant_id="a"),
            threads.runs.submit_tool_outputs_stream(thread_id="t", run_id="r", tool_outputs=[]),
            threads.create_and_run_stream(assistant_id="a"),
        ]
        expected = "AsyncAssistantStreamManager" if is_async else "AssistantStreamManager"
        assert {type(manager).__name__ for manager in managers} == {expected}

    assert run_script(test, REQUEST, is_async=is_async) == []


@sync_and_async
def test_wrong_arguments_are_rejected_before_the_request(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        threads = client.client.beta.threads
        with pytest.raises(TypeError, match="assistant_id"):
            threads.create_and_run_stream()
        other = handlers.AssistantEventHandler if is_async else handlers.AsyncAssistantEventHandler
        for handler in (other(), client.base):
            with pytest.raises(TypeError, match="event_handler: expected an A"):
                client.stream(event_handler=handler)
        with pytest.raises(AttributeError, match="does not support raw responses"):
            threads.runs.with_raw_response.stream(thread_id="t", assistant_id="a")

    assert run_script(test, is_async=is_async) == []


@sync_and_async
def test_deprecation_warns_once_at_the_caller(is_async: bool) -> None:
    async def test(client: AnyClient) -> None:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            manager = client.stream()
            async with AsyncEntered(manager) as handler:
                await resolve(handler.until_done())
        assert [(one.category, one.filename) for one in caught] == [
            (DeprecationWarning, AnyClient.stream.__code__.co_filename)
        ]
        assert "use the Responses API" in str(caught[0].message)

    assert len(run_script(test, REQUEST, run_response("text"), is_async=is_async)) == 1
