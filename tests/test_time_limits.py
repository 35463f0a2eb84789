# SPDX-License-Identifier: MIT
"""The limits of the first byte and of events, and deadlines that a callable sets, over real sockets.

A server stalls for as long as a test may take, so a call that fails with the name of a limit was ended by it.
"""

from __future__ import annotations

import asyncio
import gc
import pickle
import threading
import time
from typing import Any, Callable

import pytest

from . import load, package
from .raw_server import DRAIN, REQUEST, RawServer, forever, head, pause, per_connection, respond, send, send_repeatedly
from .test_clients_over_transports import ASYNC, make_transport, resolve

Timeout: Any = package.Timeout
CHAT = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
EVENT = b'data: {"choices": [{"index": 0, "delta": {"content": "x"}}]}\n\n'
COMMENT = b": still here\n\n"
EVENT_STREAM = head("200 OK", "Content-Type: text/event-stream")
SHORT = 0.2  # seconds
FIRST_BYTE = "the response did not begin within 0.2 s (first_byte)"
FIRST_EVENT = "the first event did not arrive within 0.2 s (first_event)"
BETWEEN_EVENTS = "no event arrived for 0.2 s (between_events)"
COMPLETION = b'{"id": "c", "object": "chat.completion", "choices": []}'
TRANSPORTS = (
    "UrllibTransport", "HttpxTransport", "RequestsTransport", "httpx.Client", "AsyncioTransport", "ThreadTransport",
    "AsyncHttpxTransport", "AiohttpTransport",
)  # fmt: skip


@pytest.fixture(params=TRANSPORTS)
def run(request: Any) -> Callable[..., Any]:
    """Return a function that runs `scenario(client)` over one transport, for a server and a timeout."""
    return make_run(request.param)


@pytest.fixture(params=["UrllibTransport", "AsyncioTransport"])
def run_default(request: Any) -> Callable[..., Any]:
    """Return the same for the default transports."""
    return make_run(request.param)


def make_run(name: str) -> Callable[..., Any]:

    def run(scenario: Any, url: str, timeout: Any, **options: Any) -> Any:
        async def main() -> Any:
            transport = make_transport(name)
            cls = package.AsyncOpenAI if name in ASYNC else package.OpenAI
            options.setdefault("max_retries", 0)
            options["http_client" if name.startswith("httpx") else "transport"] = transport
            client = cls(api_key="k", base_url=url, environment=False, timeout=timeout, **options)
            try:
                return await scenario(client)
            finally:
                await resolve(client.close())
                await resolve(transport.aclose() if hasattr(transport, "aclose") else transport.close())

        result = asyncio.run(main())
        gc.collect()
        assert not [thread for thread in threading.enumerate() if thread.name == "call-limit" and not is_ending(thread)]
        return result

    return run


def is_ending(thread: threading.Thread) -> bool:
    thread.join(30)
    return not thread.is_alive()


async def create(client: Any) -> Any:
    return await resolve(client.chat.completions.create(**CHAT))


async def read(client: Any, pause: float = 0) -> Any:
    """Read a stream; pause after each item."""
    stream = await resolve(client.chat.completions.create(stream=True, **CHAT))
    items = []
    if hasattr(stream, "__aiter__"):
        async for item in stream:
            items.append(item)
            await asyncio.sleep(pause)
    else:
        for item in stream:
            items.append(item)
            time.sleep(pause)
    return items


def limits(name: str) -> Any:
    return Timeout(600, **{name: SHORT})


CASES: Any = {
    "no response": ((REQUEST, DRAIN), create, "first_byte", FIRST_BYTE, None),
    "no head of a stream": ((REQUEST, DRAIN), read, "first_event", FIRST_EVENT, None),
    "no event": ((REQUEST, send(EVENT_STREAM), DRAIN), read, "first_event", FIRST_EVENT, 0),
    "only comments": (
        (REQUEST, send(EVENT_STREAM), send_repeatedly(COMMENT, 0.02)), read, "first_event", FIRST_EVENT, 0
    ),
    "no second event": ((REQUEST, send(EVENT_STREAM + EVENT), DRAIN), read, "between_events", BETWEEN_EVENTS, 1),
    "an event, then comments": (
        (REQUEST, send(EVENT_STREAM + EVENT), send_repeatedly(COMMENT, 0.02)),
        read, "between_events", BETWEEN_EVENTS, 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_limit_ends_the_wait_and_is_named(run: Any, case: str) -> None:
    script, make_call, name, message, received = CASES[case]

    async def scenario(client: Any) -> None:
        with pytest.raises(package.APITimeoutError) as caught:
            await make_call(client)
        error = caught.value
        assert message in str(error) and "{} 0.2 s".format(name) in str(error)
        assert isinstance(error.__cause__, TimeoutError)
        assert received is None or len(error.received) == received
        assert str(pickle.loads(pickle.dumps(error))) == str(error)

    with RawServer(*script) as server:
        run(scenario, server.url, limits(name))


def test_a_limit_of_the_first_byte_is_one_of_an_attempt(run: Any) -> None:
    script = per_connection(
        (REQUEST, DRAIN), (REQUEST, respond(COMPLETION, "200 OK", "Content-Type: application/json"))
    )

    async def scenario(client: Any) -> None:
        assert (await create(client)).id == "c"

    with RawServer(script) as server:
        retries = package.RetryPolicy(1, initial_delay=0.01)
        run(scenario, server.url, limits("first_byte"), retry_policy=retries, max_retries=1)
        assert len(server.requests) == 2


def test_limits_that_are_kept_change_nothing(run_default: Any) -> None:
    """Each event is late, but none too late, and the stream takes longer than any limit; so does the program."""
    late = [step for _ in range(6) for step in (pause(0.15), send(COMMENT), send(EVENT))]
    script = (REQUEST, send(EVENT_STREAM), *late, send(b"data: [DONE]\n\n"))

    async def scenario(client: Any) -> None:
        assert len(await read(client, pause=0.3)) == 6

    with RawServer(*script) as server:
        timeout = Timeout(600, first_byte=5, first_event=5, between_events=5, deadline=60)
        run_default(scenario, server.url, timeout)


@pytest.mark.parametrize("name", ["first_event", "between_events"])
def test_only_waiting_counts(run_default: Any, name: str) -> None:
    """The program takes far longer than the limit, before the first item and after each."""
    script = (REQUEST, send(EVENT_STREAM + EVENT + EVENT + b"data: [DONE]\n\n"))

    async def scenario(client: Any) -> None:
        stream = await resolve(client.chat.completions.create(stream=True, **CHAT))
        time.sleep(0.5)
        items = [item async for item in stream] if hasattr(stream, "__aiter__") else list(stream)
        assert len(items) == 2
        assert len(await read(client, pause=0.4)) == 2

    with RawServer(forever(*script)) as server:
        run_default(scenario, server.url, Timeout(600, **{name: 0.3}))


def test_limits_of_events_do_not_apply_to_bodies_that_are_no_streams(run: Any) -> None:
    script = (
        REQUEST, send(head("200 OK", "Content-Type: application/json", "Content-Length: 55")), pause(0.4),
        send(COMPLETION), DRAIN,
    )  # fmt: skip
    assert len(COMPLETION) == 55

    async def scenario(client: Any) -> None:
        assert (await create(client)).id == "c"

    with RawServer(*script) as server:
        run(scenario, server.url, Timeout(600, first_event=0.2, between_events=0.2))


def test_closing_a_stream_early_ends_the_thread_of_its_limits(run: Any) -> None:
    async def scenario(client: Any) -> None:
        stream = await resolve(client.chat.completions.create(stream=True, **CHAT))
        assert (await stream.__anext__() if hasattr(stream, "__anext__") else next(stream)).choices
        await resolve(stream.close())
        threads = [thread for thread in threading.enumerate() if thread.name == "call-limit"]
        assert all(is_ending(thread) for thread in threads)

    with RawServer(REQUEST, send(EVENT_STREAM + EVENT), DRAIN) as server:
        run(scenario, server.url, Timeout(600, first_event=50, between_events=50))


# Deadlines of callables


class Context:
    """The context of a Lambda invocation that has `left` milliseconds left."""

    def __init__(self, left: int) -> None:
        self.left = left

    def get_remaining_time_in_millis(self) -> int:
        return self.left


@pytest.mark.parametrize("make", [lambda: lambda: SHORT, lambda: package.LambdaDeadline(Context(1200))])
def test_a_callable_sets_the_deadline_of_each_call(run: Any, make: Any) -> None:
    async def scenario(client: Any) -> None:
        with pytest.raises(package.APITimeoutError, match=r"the call's deadline of 0\.2 s was exceeded") as caught:
            await create(client)
        assert caught.value.request.timeout.deadline == pytest.approx(SHORT)
        pickle.dumps(caught.value)

    with RawServer(REQUEST, DRAIN) as server:
        run(scenario, server.url, Timeout(600, deadline=make()))


def test_a_deadline_is_asked_once_a_call_when_it_starts(server: Any) -> None:
    answers = [5, 60.5, None, 0, -3]
    left = iter(answers)
    timeout = Timeout(600, deadline=lambda: next(left))
    with package.OpenAI(api_key="k", base_url=server.base_url, environment=False, timeout=timeout) as client:
        for answer in answers[:3]:
            response = client.models.with_raw_response.list()
            assert response.http_request.timeout.deadline == answer
        for _ in answers[3:]:
            with pytest.raises(package.APITimeoutError, match="deadline of 0 s was exceeded"):
                client.models.list()
    assert len(server.requests) == 3


@pytest.mark.parametrize("value", ["5", True, float("nan"), [], b""])
@pytest.mark.parametrize("is_async", [False, True])
def test_what_a_callable_returns_is_checked(server: Any, is_async: bool, value: Any) -> None:
    cls = package.AsyncOpenAI if is_async else package.OpenAI
    client = cls(api_key="k", base_url=server.base_url, environment=False)

    async def main() -> None:
        with pytest.raises(package.ConfigError, match=r"^timeout \(deadline\): the callable returned .*; for no limit"):
            await resolve(client.models.retrieve("m", timeout=Timeout(deadline=lambda: value)))
        with pytest.raises(ZeroDivisionError):
            await resolve(client.models.retrieve("m", timeout=Timeout(deadline=lambda: 1 / 0)))
        await resolve(client.close())

    asyncio.run(main())
    assert server.requests == []


def test_deadlines_for_lambda() -> None:
    deadline = package.LambdaDeadline(Context(30_000), margin=2)
    assert deadline() == 28.0 and package.LambdaDeadline(Context(30_000))() == 29.0
    assert package.LambdaDeadline(Context(500))() == 0.0
    assert repr(deadline) == "LambdaDeadline(margin=2.0)"
    for context in (None, {}, Timeout()):
        with pytest.raises(package.ConfigError, match="^context: expected the context of a Lambda invocation, got "):
            package.LambdaDeadline(context)
    for margin in (-1, "1", None, True, float("inf"), float("nan")):
        with pytest.raises(package.ConfigError, match=r"^margin: .* is not a number of seconds >= 0"):
            package.LambdaDeadline(Context(1), margin=margin)


def test_a_client_with_a_callable_deadline_shows_its_settings() -> None:
    timeout = Timeout(600, deadline=package.LambdaDeadline(Context(1)), first_event=7)
    client = package.OpenAI(api_key="k", environment=False, timeout=timeout)
    assert "LambdaDeadline(margin=1.0), first_event=7.0" in client.settings.explain()["timeout"]
    assert client.with_options(max_retries=1).timeout is timeout
    connect = load("connections.handshake_request")
    assert connect.build_timeout(client.settings, 5).connect == 5.0
