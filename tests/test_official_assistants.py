# SPDX-License-Identifier: MIT
"""Assistant event handlers compared with those of the `openai` package: the same streams make the same handler calls.

Skipped without the `openai` package, unless NEED_OFFICIAL=1 requires it. Values are recorded during each handler call,
because the snapshots of `openai` change afterwards, while those of this package deliberately do not.
"""

from __future__ import annotations

import asyncio
import copy
import json
import os
from typing import Any, Dict, List

import pytest

from . import load, package
from .assistant_runs import RUNS, sse
from .raw_server import REQUEST, RawServer, respond
from .test_deltas import SUMS

try:
    import openai
    from openai.lib.streaming._deltas import accumulate_delta
except ImportError:
    if os.environ.get("NEED_OFFICIAL") == "1":
        raise
    pytest.skip("the official client is not installed", allow_module_level=True)

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

OURS = load("helpers.assistant_handlers")
NAMES = [name for name in dir(openai.AssistantEventHandler) if name.startswith("on_")]
EVENTS = "Content-Type: text/event-stream"
HEADERS = ("OpenAI-Beta", "X-Stainless-Stream-Helper", "X-Stainless-Custom-Event-Handler", "Accept")


def plain(value: Any) -> Any:
    """Return the sent fields of an object, or the comparable parts of an error."""
    if isinstance(value, RuntimeError):  # this package has a subclass, which names the event
        return str(value).partition(". The event")[0]
    if isinstance(value, KeyError):
        return "Encountered a step delta with no previous snapshot"  # not a KeyError in this package
    if isinstance(value, BaseException):
        body = getattr(value, "body", None)
        return [name.__name__ for name in type(value).__mro__ if name.__name__ == "APIError"], body
    return value.to_dict() if hasattr(value, "to_dict") else value


def type_name(value: Any) -> str:
    return "error" if isinstance(value, BaseException) else type(value).__name__


def recording_handler(base: Any, seen: List[Any], is_async: bool) -> Any:
    """Return a handler that records its calls, with its snapshots at the time of each call."""

    def record(handler: Any, name: str, args: Any) -> None:
        properties = ("current_event", "current_run", "current_run_step_snapshot", "current_message_snapshot")
        seen.append(
            (name, [(type_name(arg), plain(arg)) for arg in args], [plain(getattr(handler, k)) for k in properties])
        )

    def method(name: str) -> Any:
        def method_sync(self: Any, *args: Any) -> None:
            record(self, name, args)

        async def method_async(self: Any, *args: Any) -> None:
            record(self, name, args)

        return method_async if is_async else method_sync

    return type("RecordingHandler", (base,), {name: method(name) for name in NAMES})()


def clients(url: str, is_async: bool) -> Any:
    """Return pairs of client and handler class: ours, then those of the `openai` package."""
    name = ("Async" if is_async else "") + "OpenAI"
    ours = getattr(package, name)(api_key="sk-x", base_url=url, environment=False, max_retries=0)
    theirs = getattr(openai, name)(api_key="sk-x", base_url=url, max_retries=0)
    handler = ("Async" if is_async else "") + "AssistantEventHandler"
    return (ours, getattr(OURS, handler)), (theirs, getattr(openai, handler))


async def resolve(value: Any) -> Any:
    """Return a value, awaited if it is awaitable."""
    return await value if hasattr(value, "__await__") else value


class AsyncEntered:
    """Adapter that enters a sync context manager with `async with`."""

    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def __aenter__(self) -> Any:
        return self.manager.__enter__()

    async def __aexit__(self, *exception: Any) -> Any:
        return self.manager.__exit__(*exception)


async def collect(items: Any) -> List[Any]:
    """Return the remaining items of a sync or async iterator, in plain form."""
    if hasattr(items, "__aiter__"):
        return [plain(item) async for item in items]
    return [plain(item) for item in items]


async def outcome(call: Any) -> Any:
    """Return the result of a call in a comparable form, or its error."""
    try:
        result = await resolve(call())
    except Exception as error:
        return "RuntimeError" if isinstance(error, (RuntimeError, KeyError)) else type(error).__name__, plain(error)
    return [plain(item) for item in result] if isinstance(result, list) else plain(result)


async def observe(client: Any, base: Any, is_async: bool, helper: Any, custom: bool = True) -> List[Any]:
    """Return the recorded handler calls and results of a streaming helper."""
    seen: List[Any] = []
    options: Dict[str, Any] = {"event_handler": recording_handler(base, seen, is_async)} if custom else {}
    manager = helper(client, **options)
    async with manager if is_async else AsyncEntered(manager) as stream:
        seen.append(await outcome(lambda: collect(stream)))
        for final in ("run", "run_steps", "messages"):
            seen.append(await outcome(getattr(stream, "get_final_" + final)))
    await resolve(client.close())
    return seen


def create(client: Any, **options: Any) -> Any:
    return client.beta.threads.runs.stream(thread_id="thread_1", assistant_id="asst_1", **options)


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("name", list(RUNS))
def test_handlers_are_called_alike(name: str, is_async: bool) -> None:
    with RawServer(REQUEST, respond(sse(RUNS[name]), "200 OK", EVENTS)) as server:
        pairs = clients(server.url + "/v1", is_async)
        ours, theirs = (asyncio.run(observe(client, base, is_async, create)) for client, base in pairs)
    assert ours == theirs
    assert len(ours) > 5


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("name", ["text", "images", "nothing", "no message"])
def test_text_deltas_are_the_same(name: str, is_async: bool) -> None:
    async def texts(client: Any) -> Any:
        manager = create(client)
        async with manager if is_async else AsyncEntered(manager) as stream:
            deltas = await outcome(lambda: collect(stream.text_deltas))
        await resolve(client.close())
        return deltas

    with RawServer(REQUEST, respond(sse(RUNS[name]), "200 OK", EVENTS)) as server:
        ours, theirs = (asyncio.run(texts(client)) for client, _ in clients(server.url + "/v1", is_async))
    assert ours == theirs


OUTPUTS = [{"tool_call_id": "call_1", "output": "1"}]
HELPERS: Dict[str, Any] = {
    "stream": lambda client, **options: client.beta.threads.runs.stream(
        thread_id="thread_1", assistant_id="asst_1", include=["step_details.tool_calls[*]"], model="gpt-4o", **options
    ),
    "create_and_stream": lambda client, **options: client.beta.threads.runs.create_and_stream(
        thread_id="thread_1", assistant_id="asst_1", extra_headers={"X-A": "b"}, **options
    ),
    "submit_tool_outputs_stream": lambda client, **options: client.beta.threads.runs.submit_tool_outputs_stream(
        thread_id="thread_1", run_id="run_1", tool_outputs=OUTPUTS, **options
    ),
    "create_and_run_stream": lambda client, **options: client.beta.threads.create_and_run_stream(
        assistant_id="asst_1", thread={"messages": [{"role": "user", "content": "hi"}]}, **options
    ),
}


@pytest.mark.parametrize("custom", [False, True])
@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("name", list(HELPERS))
def test_requests_are_the_same(name: str, is_async: bool, custom: bool) -> None:
    with RawServer(REQUEST, respond(sse(RUNS["text"]), "200 OK", EVENTS)) as server:
        for client, base in clients(server.url + "/v1", is_async):
            asyncio.run(observe(client, base, is_async, HELPERS[name], custom))
    ours, theirs = (
        (
            request.method,
            request.target,
            json.loads(request.body),
            [request.header(field) for field in (*HEADERS, "X-A")],
        )
        for request in server.requests
    )
    assert ours == theirs


@pytest.mark.parametrize("name", list(SUMS))
def test_deltas_are_accumulated_alike(name: str) -> None:
    snapshot, delta, _ = SUMS[name]
    ours = load("helpers.deltas").accumulate_delta(snapshot, delta)
    assert ours == accumulate_delta(copy.deepcopy(snapshot), copy.deepcopy(delta))
