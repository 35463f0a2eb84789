# SPDX-License-Identifier: MIT
"""Streams of assistants' runs: what is told to a handler, by hand, and what handlers do on real sockets."""

from __future__ import annotations

import asyncio
import threading
import warnings
from typing import Any, Callable, List, Tuple

import pytest

from . import load, package
from .assistant_runs import BEGIN, RUNS, calls, code, content, image, message, run, sse, step, text
from .raw_server import REQUEST, RawServer, answer, head, send, wait

assistants = load("helpers.assistants")
failures = load("call.api_errors")
objects = load("results.objects")
typed = load("results.models").apply_model

pytestmark = pytest.mark.filterwarnings("ignore:POST .threads:DeprecationWarning")
EVENTS = "Content-Type: text/event-stream"
NAMES = [name for name in dir(assistants.AssistantEventHandler) if name.startswith("on_")]


def fed(*events: Any) -> Tuple[Any, List[Any]]:
    """Return a state after these events, and the calls that it wanted made."""
    state, made = assistants.AssistantState(), []
    for name, data in events:
        event = typed(objects.to_api_objects({"event": name, "data": data}), "beta.AssistantStreamEvent")
        made += list(state.feed(event))
    return state, made


def names(made: Any) -> List[str]:
    return [name for name, *_ in made if name != "on_event"]


def test_state_adds_up_a_message() -> None:
    state, made = fed(message("created"), content(text("He")), content(text("llo"), image(1)))
    assert names(made) == [
        *("on_message_created", "on_text_created", "on_text_delta", "on_message_delta"),
        *("on_text_delta", "on_text_done", "on_message_delta"),
    ]
    assert state.message.content == [text("Hello"), image(1)]
    assert [type(part).__name__ for part in state.message.content] == ["TextContentBlock", "ImageFileContentBlock"]
    told = dict(made)
    assert (told["on_text_created"][0].value, told["on_text_delta"][0].value) == ("He", "llo")
    assert (told["on_text_delta"][1].value, told["on_text_done"][0].value) == ("Hello", "Hello")
    assert made[1][1][0].content == [], "the message that was created is as it was sent"


def test_state_tells_what_a_message_has_when_it_is_over() -> None:
    whole = message("completed", image(0))
    state, made = fed(message("created"), content(image(0)), whole)
    assert names(made)[-2:] == ["on_image_file_done", "on_message_done"]
    assert made[-2][1][0].file_id == "file-1"
    assert state.messages == {"msg_1": whole[1]}
    shorter = fed(message("created"), content(text("a"), text("b", 1)), message("incomplete"))[1]
    assert names(shorter)[-2:] == ["on_message_delta", "on_message_done"]


def test_state_adds_up_tool_calls() -> None:
    state, made = fed(
        step("created", "tools"),
        calls(code(0, id="call_1", code_interpreter={"input": "1"})),
        calls(code(0, code_interpreter={"input": "+1"})),
        calls({"index": 1, "id": "call_2", "type": "file_search", "file_search": {}}),
        step("completed", "tools", status="completed"),
        run("completed"),
    )
    assert names(made) == [
        *("on_run_step_created", "on_tool_call_created", "on_run_step_delta", "on_tool_call_delta"),
        *("on_run_step_delta", "on_tool_call_done", "on_tool_call_created", "on_run_step_delta"),
        *("on_tool_call_done", "on_run_step_done", "on_tool_call_done"),
    ]
    told = dict(reversed(made))
    assert told["on_tool_call_delta"][0].code_interpreter.input == "+1"
    assert told["on_tool_call_delta"][1].code_interpreter.input == "1+1"
    assert told["on_tool_call_created"][0].code_interpreter.input == "1"
    assert type(told["on_tool_call_delta"][1]).__name__ == "CodeInterpreterToolCall"
    assert [call.id for call in state.steps["step_1"].step_details.tool_calls] == ["call_1", "call_2"]
    assert (state.step, state.run.status) == (None, "completed")


def test_state_knows_what_is_going_on_while_it_is_told() -> None:
    state = assistants.AssistantState()
    events = [objects.to_api_objects({"event": name, "data": data}) for name, data in RUNS["functions"][:6]]
    for event in events[:-1]:
        list(state.feed(typed(event, "beta.AssistantStreamEvent")))
    told = state.feed(typed(events[-1], "beta.AssistantStreamEvent"))
    assert next(told) == ("on_event", (events[-1],))
    assert (state.event, state.step.step_details.tool_calls) == (events[-1], [])
    assert [name for name, _ in told] == ["on_tool_call_created", "on_run_step_delta"]
    assert (state.event, state.step.step_details.tool_calls[0].function.name) == (None, "f")


def test_state_passes_over_what_it_does_not_know() -> None:
    state, made = fed(("thread.run.paused", {"id": "run_1"}), ("thread.future", {}), ("thread.run.step.paused", {}))
    assert [name for name, _ in made] == ["on_event"] * 3
    assert (state.run, state.step, state.message) == (None, None, None)


@pytest.mark.parametrize(("event", "error"), [(content(text("a")), RuntimeError), (calls(code(0)), KeyError)])
def test_piece_of_what_was_never_begun_is_an_error(event: Any, error: Any) -> None:
    with pytest.raises(error):
        fed(event)


class Both:
    """A client, sync or async, whose calls, managers and iterators are used alike."""

    def __init__(self, url: str, is_async: bool) -> None:
        name = ("Async" if is_async else "") + "OpenAI"
        self.client = getattr(package, name)(api_key="sk-x", base_url=url, environment=False, max_retries=0)
        self.base = getattr(assistants, ("Async" if is_async else "") + "AssistantEventHandler")
        self.is_async = is_async

    def handler(self, seen: List[Any], raising: str = "") -> Any:
        """Return a handler that notes its calls, and raises ZeroDivisionError in one of its methods."""

        def method(name: str) -> Any:
            def told(_: Any, *arguments: Any) -> None:
                seen.append((name, *arguments))
                if name == raising:
                    raise ZeroDivisionError

            async def awaited(handler: Any, *arguments: Any) -> None:
                told(handler, *arguments)

            return awaited if self.is_async else told

        return type("Watcher", (self.base,), {name: method(name) for name in NAMES})()

    def stream(self, **options: Any) -> Any:
        return self.client.beta.threads.runs.stream(thread_id="thread_1", assistant_id="asst_1", **options)

    async def __aenter__(self) -> Both:
        return self

    async def __aexit__(self, *_: object) -> None:
        await wait_for(self.client.close())


class Entered:
    """A manager of either kind, for `async with`."""

    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def __aenter__(self) -> Any:
        enter = getattr(self.manager, "__aenter__", None) or self.manager.__enter__
        return await wait_for(enter())

    async def __aexit__(self, *exception: Any) -> None:
        leave = getattr(self.manager, "__aexit__", None) or self.manager.__exit__
        await wait_for(leave(*exception))


async def wait_for(value: Any) -> Any:
    return await value if hasattr(value, "__await__") else value


async def first(items: Any) -> Any:
    if hasattr(items, "__anext__"):
        return await items.__anext__()
    return next(items)


async def each(items: Any) -> List[Any]:
    return [item async for item in items] if hasattr(items, "__aiter__") else list(items)


def play(test: Callable[[Both], Any], *script: Any, is_async: bool) -> Any:
    """Run a test with a client and a server that plays a script; return the requests."""

    async def main(url: str) -> None:
        async with Both(url, is_async) as both:
            await test(both)

    with RawServer(*script) as server:
        asyncio.run(main(server.url + "/v1"))
    return server.requests


def whole(name: str) -> Any:
    return answer(sse(RUNS[name]), "200 OK", EVENTS)


both_kinds = pytest.mark.parametrize("is_async", [False, True])


@both_kinds
def test_run_is_told_and_kept(is_async: bool) -> None:
    async def test(both: Both) -> None:
        seen: List[Any] = []
        async with Entered(both.stream(event_handler=both.handler(seen))) as handler:
            events = await each(handler)
            assert [event for name, *event in seen if name == "on_event"] == [[event] for event in events]
            assert (await wait_for(handler.get_final_run())).status == "completed"
            assert [one.id for one in await wait_for(handler.get_final_run_steps())] == ["step_1"]
            messages = await wait_for(handler.get_final_messages())
            assert messages[0].content[0].text.value == "Hello, wörld[0]"
            assert handler.current_run is await wait_for(handler.get_final_run())
            assert (handler.current_event, handler.current_run_step_snapshot) == (None, None)
            assert handler.current_message_snapshot is messages[0]
        assert [name for name, *_ in seen].count("on_end") == 1
        assert seen[-1] == ("on_end",)

    (request,) = play(test, REQUEST, whole("text"), is_async=is_async)
    assert (request.target, b'"stream":true' in request.body) == ("/v1/threads/thread_1/runs", True)
    assert request.header("X-Stainless-Custom-Event-Handler") == ["true"]
    assert request.header("X-Stainless-Stream-Helper") == ["threads.runs.create_and_stream"]
    assert request.header("OpenAI-Beta") == ["assistants=v2"]


@both_kinds
def test_texts_can_be_read_alone_and_in_parts(is_async: bool) -> None:
    async def test(both: Both) -> None:
        async with Entered(both.stream()) as handler:
            assert await first(handler.text_deltas) == "Hello"
            assert await each(handler.text_deltas) == [", wörld", "[0]"]
            assert await each(handler) == []

    (request,) = play(test, REQUEST, whole("text"), is_async=is_async)
    assert request.header("X-Stainless-Custom-Event-Handler") == ["false"]


@both_kinds
def test_what_never_came_can_not_be_got(is_async: bool) -> None:
    async def test(both: Both) -> None:
        async with Entered(both.stream()) as handler:
            for what, said in (("run", "No final run"), ("run_steps", "No run steps"), ("messages", "No messages")):
                with pytest.raises(RuntimeError, match=said):
                    await wait_for(getattr(handler, "get_final_" + what)())

    assert len(play(test, REQUEST, whole("nothing"), is_async=is_async)) == 1


@both_kinds
def test_handler_serves_one_stream(is_async: bool) -> None:
    async def test(both: Both) -> None:
        handler = both.handler([])
        with pytest.raises(RuntimeError, match="not been started"):
            await first(handler)
        await wait_for(handler.close())
        manager = both.stream(event_handler=handler)
        async with Entered(manager):
            await wait_for(handler.until_done())
        for again in (manager, both.stream(event_handler=handler)):
            with pytest.raises(RuntimeError, match="single event handler"):
                async with Entered(again):
                    pass

    assert len(play(test, REQUEST, whole("text"), is_async=is_async)) == 1, "the second was never asked for"


@both_kinds
def test_error_of_the_stream_is_told_and_raised(is_async: bool) -> None:
    async def test(both: Both) -> None:
        seen: List[Any] = []
        async with Entered(both.stream(event_handler=both.handler(seen))) as handler:
            with pytest.raises(package.APIError, match="Broken") as caught:
                await wait_for(handler.until_done())
            assert handler.current_message_snapshot.content == [text("He")]
        assert seen[-2:] == [("on_exception", caught.value), ("on_end",)]
        assert "on_timeout" not in names(seen)

    assert len(play(test, REQUEST, whole("error"), is_async=is_async)) == 1


@both_kinds
def test_stream_that_breaks_off_is_told(is_async: bool) -> None:
    async def test(both: Both) -> None:
        seen: List[Any] = []
        async with Entered(both.stream(event_handler=both.handler(seen))) as handler:
            with pytest.raises(failures.IncompleteStreamError) as caught:
                await wait_for(handler.get_final_run())
            assert len(caught.value.received) == len(BEGIN)
        assert seen[-2:] == [("on_exception", caught.value), ("on_end",)]

    assert len(play(test, REQUEST, answer(sse(BEGIN), "200 OK", EVENTS), is_async=is_async)) == 1


@both_kinds
def test_timeout_is_told_before_its_error(is_async: bool) -> None:
    never = threading.Event()

    async def test(both: Both) -> None:
        seen: List[Any] = []
        async with Entered(both.stream(event_handler=both.handler(seen), timeout=0.3)) as handler:
            with pytest.raises(package.APITimeoutError) as caught:
                await wait_for(handler.until_done())
        assert seen[-3:] == [("on_timeout",), ("on_exception", caught.value), ("on_end",)]
        assert names(seen)[:-3] == []

    begun = send(head("200 OK", EVENTS, "Content-Length: 9999") + sse(BEGIN))
    assert len(play(test, REQUEST, begun, wait(never), is_async=is_async)) == 1


@both_kinds
def test_what_a_method_raises_is_told_too(is_async: bool) -> None:
    async def test(both: Both) -> None:
        seen: List[Any] = []
        async with Entered(both.stream(event_handler=both.handler(seen, "on_text_delta"))) as handler:
            with pytest.raises(ZeroDivisionError) as caught:
                await wait_for(handler.until_done())
            assert handler.current_event.event == "thread.message.delta"
        assert seen[-2:] == [("on_exception", caught.value), ("on_end",)]

    assert len(play(test, REQUEST, whole("text"), is_async=is_async)) == 1


@both_kinds
def test_leaving_early_ends_the_call(is_async: bool) -> None:
    never = threading.Event()

    async def test(both: Both) -> None:
        seen: List[Any] = []
        async with Entered(both.stream(event_handler=both.handler(seen))) as handler:
            assert (await first(handler)).event == "thread.created"
            assert seen[-1][0] == "on_event"
        assert seen[-1] == ("on_end",)
        assert await each(handler) == []
        async with Entered(both.stream(event_handler=both.handler(seen))):
            pass
        assert names(seen) == ["on_end"], "nobody read the second"

    begun = send(head("200 OK", EVENTS, "Content-Length: 9999") + sse(BEGIN))
    assert len(play(test, REQUEST, begun, wait(never), is_async=is_async)) == 2


@both_kinds
def test_stream_can_be_closed_while_it_is_told(is_async: bool) -> None:
    async def test(both: Both) -> None:
        seen: List[Any] = []
        handler = both.handler(seen)
        async with Entered(both.stream(event_handler=handler)):
            handler.on_run_step_created = lambda _: handler.close()
            events = await each(handler)
            assert events[-1].event == "thread.run.step.created"
            assert seen[-2:] == [("on_event", events[-1]), ("on_end",)]

    assert len(play(test, REQUEST, whole("text"), is_async=is_async)) == 1


@both_kinds
def test_refusal_is_raised_on_entering(is_async: bool) -> None:
    async def test(both: Both) -> None:
        seen: List[Any] = []
        manager = both.stream(event_handler=both.handler(seen))
        with pytest.raises(package.AuthenticationError):
            async with Entered(manager):
                pass
        assert seen == []

    refusal = answer(b'{"error": {"message": "no"}}', "401 Unauthorized", "Content-Type: application/json")
    assert len(play(test, REQUEST, refusal, is_async=is_async)) == 1


@both_kinds
def test_nothing_is_asked_before_it_is_entered(is_async: bool) -> None:
    async def test(both: Both) -> None:
        threads = both.client.beta.threads
        managers = [
            both.stream(),
            threads.runs.create_and_stream(thread_id="t", assistant_id="a"),
            threads.runs.submit_tool_outputs_stream(thread_id="t", run_id="r", tool_outputs=[]),
            threads.create_and_run_stream(assistant_id="a"),
        ]
        kind = "AsyncAssistantStreamManager" if is_async else "AssistantStreamManager"
        assert {type(manager).__name__ for manager in managers} == {kind}

    assert play(test, REQUEST, is_async=is_async) == []


@both_kinds
def test_wrong_arguments_are_refused_at_once(is_async: bool) -> None:
    async def test(both: Both) -> None:
        threads = both.client.beta.threads
        with pytest.raises(TypeError, match="assistant_id"):
            threads.create_and_run_stream()
        other = assistants.AssistantEventHandler if is_async else assistants.AsyncAssistantEventHandler
        for handler in (other(), both.base):
            with pytest.raises(TypeError, match="event_handler: expected an A"):
                both.stream(event_handler=handler)
        with pytest.raises(AttributeError, match="no raw response"):
            threads.runs.with_raw_response.stream(thread_id="t", assistant_id="a")

    assert play(test, is_async=is_async) == []


@both_kinds
def test_deprecation_is_told_once_and_points_at_the_caller(is_async: bool) -> None:
    async def test(both: Both) -> None:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            manager = both.stream()
            async with Entered(manager) as handler:
                await wait_for(handler.until_done())
        assert [(one.category, one.filename) for one in caught] == [
            (DeprecationWarning, Both.stream.__code__.co_filename)
        ]
        assert "use the Responses API" in str(caught[0].message)

    assert len(play(test, REQUEST, whole("text"), is_async=is_async)) == 1
