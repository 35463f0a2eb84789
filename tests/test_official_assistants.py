# SPDX-License-Identifier: MIT
"""Streams of assistants' runs, the official client's handlers against ours: the same bytes, the same calls.

Skipped without the package `openai`, unless NEED_OFFICIAL=1 says that it has to be there. What differs on purpose is
not compared: our events and snapshots don't change after they were handed out, so each is looked at when it is.
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
from .raw_server import REQUEST, RawServer, answer
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
    """Return what was sent of an object, or what an error is."""
    if isinstance(value, BaseException):
        body = getattr(value, "body", None)
        return [name.__name__ for name in type(value).__mro__ if name.__name__ == "APIError"], body
    return value.to_dict() if hasattr(value, "to_dict") else value


def kind(value: Any) -> str:
    return "error" if isinstance(value, BaseException) else type(value).__name__


def watcher(base: Any, seen: List[Any], is_async: bool) -> Any:
    """Return a handler that notes all its calls, and what it knows when they are made."""

    def note(handler: Any, name: str, args: Any) -> None:
        known = ("current_event", "current_run", "current_run_step_snapshot", "current_message_snapshot")
        seen.append((name, [(kind(arg), plain(arg)) for arg in args], [plain(getattr(handler, k)) for k in known]))

    def method(name: str) -> Any:
        def told(self: Any, *args: Any) -> None:
            note(self, name, args)

        async def awaited(self: Any, *args: Any) -> None:
            note(self, name, args)

        return awaited if is_async else told

    return type("Watcher", (base,), {name: method(name) for name in NAMES})()


def clients(url: str, is_async: bool) -> Any:
    name = ("Async" if is_async else "") + "OpenAI"
    ours = getattr(package, name)(api_key="sk-x", base_url=url, environment=False, max_retries=0)
    theirs = getattr(openai, name)(api_key="sk-x", base_url=url, max_retries=0)
    handler = ("Async" if is_async else "") + "AssistantEventHandler"
    return (ours, getattr(OURS, handler)), (theirs, getattr(openai, handler))


async def wait(value: Any) -> Any:
    return await value if hasattr(value, "__await__") else value


class Entered:
    """A sync context manager, for `async with`."""

    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def __aenter__(self) -> Any:
        return self.manager.__enter__()

    async def __aexit__(self, *exception: Any) -> Any:
        return self.manager.__exit__(*exception)


async def each(items: Any) -> List[Any]:
    if hasattr(items, "__aiter__"):
        return [plain(item) async for item in items]
    return [plain(item) for item in items]


async def tried(call: Any) -> Any:
    """Return what a call gives, in a form that can be compared, or the error that it ends with."""
    try:
        found = await wait(call())
    except Exception as error:
        return type(error).__name__, plain(error), str(error) if type(error) is RuntimeError else ""
    return [plain(one) for one in found] if isinstance(found, list) else plain(found)


async def look(client: Any, base: Any, is_async: bool, helper: Any, custom: bool = True) -> List[Any]:
    seen: List[Any] = []
    options: Dict[str, Any] = {"event_handler": watcher(base, seen, is_async)} if custom else {}
    manager = helper(client, **options)
    async with manager if is_async else Entered(manager) as stream:
        seen.append(await tried(lambda: each(stream)))
        for final in ("run", "run_steps", "messages"):
            seen.append(await tried(getattr(stream, "get_final_" + final)))
    await wait(client.close())
    return seen


def create(client: Any, **options: Any) -> Any:
    return client.beta.threads.runs.stream(thread_id="thread_1", assistant_id="asst_1", **options)


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("name", list(RUNS))
def test_handlers_are_called_alike(name: str, is_async: bool) -> None:
    with RawServer(REQUEST, answer(sse(RUNS[name]), "200 OK", EVENTS)) as server:
        pairs = clients(server.url + "/v1", is_async)
        ours, theirs = (asyncio.run(look(client, base, is_async, create)) for client, base in pairs)
    assert ours == theirs
    assert len(ours) > 5


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("name", ["text", "images", "nothing", "no message"])
def test_text_deltas_are_the_same(name: str, is_async: bool) -> None:
    async def texts(client: Any) -> Any:
        manager = create(client)
        async with manager if is_async else Entered(manager) as stream:
            found = await tried(lambda: each(stream.text_deltas))
        await wait(client.close())
        return found

    with RawServer(REQUEST, answer(sse(RUNS[name]), "200 OK", EVENTS)) as server:
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
    with RawServer(REQUEST, answer(sse(RUNS["text"]), "200 OK", EVENTS)) as server:
        for client, base in clients(server.url + "/v1", is_async):
            asyncio.run(look(client, base, is_async, HELPERS[name], custom))
    ours, theirs = (
        (sent.method, sent.target, json.loads(sent.body), [sent.header(field) for field in (*HEADERS, "X-A")])
        for sent in server.requests
    )
    assert ours == theirs


@pytest.mark.parametrize("name", list(SUMS))
def test_deltas_are_added_up_alike(name: str) -> None:
    snapshot, delta, _ = SUMS[name]
    ours = load("helpers.deltas").accumulate_delta(snapshot, delta)
    assert ours == accumulate_delta(copy.deepcopy(snapshot), copy.deepcopy(delta))
