# SPDX-License-Identifier: MIT
"""Streams in a background thread: the call never blocks its caller, and closing ends it whatever it waits for."""

from __future__ import annotations

import contextvars
import queue
import socket
import threading
import time
from typing import Any, Callable

import pytest

from . import load, package
from .raw_server import DRAIN, REQUEST, RawServer, head, respond, send, signal, wait
from .test_connecting import dead_address, needs_full_queue, replace_resolver, tcp_addresses

LIMIT = 30  # seconds; far more than a loaded machine needs
CHAT = {"model": "m", "messages": [{"role": "user", "content": "hi"}], "stream": True}
TRANSPORTS = ("UrllibTransport", "Urllib3Transport", "RequestsTransport", "HttpxTransport", "Httpx2Transport")
EVENT = b'data: {"choices": [{"index": 0, "delta": {"content": "x"}}]}\n\n'


@pytest.fixture(params=TRANSPORTS)
def make_transport(request: pytest.FixtureRequest) -> Callable[[], Any]:
    """Return a function that makes a transport of each kind."""
    if request.param == "UrllibTransport":
        return package.UrllibTransport  # type: ignore[no-any-return]
    library = request.param[: -len("Transport")].lower()
    pytest.importorskip(library)
    adapters = pytest.importorskip("openai_stdlib_transports", reason="not part of a vendored core")
    return getattr(adapters, request.param)  # type: ignore[no-any-return]


def start(client: Any, events: Any, **options: Any) -> Any:
    """Start a stream of a chat to a queue or callable."""
    config = package.Config(http_options={"stream_to": events}, **options)
    return client.chat.completions.create(config=config, **CHAT)


def drain(events: Any) -> tuple[list[Any], Any]:
    """Return the items of a queue up to the StreamEnd, and its error."""
    items = []
    while True:
        item = events.get(timeout=LIMIT)
        if isinstance(item, package.StreamEnd):
            assert events.empty()  # there is exactly one
            return items, item.error
        items.append(item)


def wait_until(condition: Callable[[], Any]) -> None:
    """Wait for a condition that another thread brings about."""
    deadline = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def close_and_check(background: Any, events: Any) -> None:
    """Close a stream that waits, and check that its thread ends with a StreamEnd without an error."""
    assert not background.join(0)
    background.close()
    assert background.join(LIMIT) and background.error is None
    assert drain(events) == ([], None)
    wait_until(lambda: all(thread.name != "openai-stdlib-send" for thread in threading.enumerate()))  # of adapters
    background.close()  # once more does nothing


def test_the_caller_does_not_wait_for_the_response(make_transport: Any) -> None:
    """The server responds only when the call has returned."""
    returned, events = threading.Event(), queue.Queue()  # type: ignore[var-annotated]
    head_ = head("200 OK", "Content-Type: text/event-stream", "Connection: close")
    with RawServer(REQUEST, wait(returned), send(head_ + EVENT + b"data: [DONE]\n\n")) as server:
        transport = make_transport()
        client = package.OpenAI(api_key="k", base_url=server.url, transport=transport)
        background = start(client, events)
        returned.set()
        items, error = drain(events)
        assert background.join(LIMIT)
        transport.close()
    assert error is None and items[0].choices[0].delta.content == "x"


def test_closing_while_the_response_is_awaited(make_transport: Any) -> None:
    requested, events = threading.Event(), queue.Queue()  # type: ignore[var-annotated]
    with RawServer(REQUEST, signal(requested), DRAIN) as server:
        transport = make_transport()
        client = package.OpenAI(api_key="k", base_url=server.url, transport=transport, timeout=600)
        background = start(client, events)
        assert requested.wait(LIMIT)
        close_and_check(background, events)
        transport.close()
    assert len(server.requests) == 1  # and no retry


def test_closing_while_events_are_awaited(make_transport: Any) -> None:
    events: Any = queue.Queue()
    with RawServer(REQUEST, send(head("200 OK", "Content-Type: text/event-stream") + EVENT), DRAIN) as server:
        transport = make_transport()
        client = package.OpenAI(api_key="k", base_url=server.url, transport=transport, timeout=600)
        background = start(client, events)
        assert events.get(timeout=LIMIT).choices
        close_and_check(background, events)
        transport.close()


def test_closing_while_a_retry_is_awaited(make_transport: Any) -> None:
    failure = b'{"error": {"message": "slow down"}}'
    events: Any = queue.Queue()
    with RawServer(REQUEST, respond(failure, "429 Too Many Requests", "Retry-After: 55"), DRAIN) as server:
        transport = make_transport()
        client = package.OpenAI(api_key="k", base_url=server.url, transport=transport)
        background = start(client, events)
        wait_until(lambda: server.requests)
        close_and_check(background, events)
        transport.close()


def test_closing_while_the_body_of_an_error_is_awaited(make_transport: Any) -> None:
    sent, events = threading.Event(), queue.Queue()  # type: ignore[var-annotated]
    with RawServer(REQUEST, send(head("400 Bad Request", "Content-Length: 100")), signal(sent), DRAIN) as server:
        transport = make_transport()
        client = package.OpenAI(api_key="k", base_url=server.url, transport=transport, timeout=600)
        background = start(client, events)
        assert sent.wait(LIMIT)
        close_and_check(background, events)
        transport.close()


def test_closing_during_a_tls_handshake(make_transport: Any) -> None:
    events: Any = queue.Queue()
    with RawServer(DRAIN) as server:
        transport = make_transport()
        url = server.url.replace("http:", "https:")
        background = start(package.OpenAI(api_key="k", base_url=url, transport=transport, timeout=600), events)
        wait_until(lambda: server.wire and server.wire[0])  # its ClientHello
        close_and_check(background, events)
        transport.close()


@needs_full_queue
def test_closing_while_connecting() -> None:
    events: Any = queue.Queue()
    with dead_address() as (host, port):
        url = "http://{}:{}".format(host, port)
        with package.OpenAI(api_key="k", base_url=url, timeout=600, max_retries=0) as client:
            before = count_sockets()
            background = start(client, events)
            wait_until(lambda: count_sockets() > before)
            close_and_check(background, events)
            assert count_sockets() == before


def count_sockets() -> int:
    """Return the number of sockets that this process has."""
    import os

    count = 0
    for name in os.listdir("/proc/self/fd"):
        try:
            count += os.readlink("/proc/self/fd/" + name).startswith("socket:")
        except OSError:  # the folder itself
            pass
    return count


def test_closing_while_a_name_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    release, names = threading.Event(), []
    events: Any = queue.Queue()

    def resolve(name: str) -> Any:
        names.append(name)
        release.wait(LIMIT)
        return tcp_addresses(("127.0.0.1", 1))

    replace_resolver(monkeypatch, resolve)
    with package.OpenAI(api_key="k", base_url="http://background.invalid", timeout=600) as client:
        background = start(client, events)
        wait_until(lambda: names)
        close_and_check(background, events)
    release.set()


def test_a_lookup_that_others_wait_for_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    release, names = threading.Event(), []
    events, others = queue.Queue(), queue.Queue()  # type: ignore[var-annotated]
    with RawServer(REQUEST, send(head("200 OK", "Content-Type: text/event-stream") + EVENT), DRAIN) as server:

        def resolve(name: str) -> Any:
            names.append(name)
            release.wait(LIMIT)
            return tcp_addresses(("127.0.0.1", server.port))

        replace_resolver(monkeypatch, resolve)
        url = server.url.replace("127.0.0.1", "shared-lookup.invalid")
        with package.OpenAI(api_key="k", base_url=url, timeout=600) as client:
            background, other = start(client, events), start(client, others)
            wait_until(lambda: names)
            close_and_check(background, events)
            release.set()
            assert others.get(timeout=LIMIT).choices
            close_and_check(other, others)
    assert names == ["shared-lookup.invalid"]


def test_closing_while_a_connection_of_a_limited_transport_is_awaited() -> None:
    requested, events = threading.Event(), queue.Queue()  # type: ignore[var-annotated]
    waiting: Any = queue.Queue()
    with RawServer(REQUEST, signal(requested), DRAIN) as server:
        transport = package.UrllibTransport(max_connections=1)
        client = package.OpenAI(api_key="k", base_url=server.url, transport=transport, timeout=600)
        background = start(client, events)
        assert requested.wait(LIMIT)
        other = start(client, waiting)
        close_and_check(other, waiting)
        close_and_check(background, events)
        transport.close()
    assert server.connections == 1


def test_closing_at_any_moment(make_transport: Any, server: Any) -> None:
    """Without a wait in between, so that the thread is anywhere; other calls of the client are not disturbed."""
    transport = make_transport()
    with package.OpenAI(api_key="k", base_url=server.base_url, transport=transport, max_retries=0) as client:
        for index in range(30):
            events: Any = queue.Queue()
            background = start(client, events)
            time.sleep(0.0004 * index)
            background.close()
            assert client.models.list().data
            assert background.join(LIMIT)
            assert drain(events)[1] is None
    transport.close()


def test_errors_of_the_call_are_in_the_stream_end(server: Any) -> None:
    events: Any = queue.Queue()
    with package.OpenAI(api_key="wrong", base_url=server.base_url) as client:
        background = start(client, events)
        items, error = drain(events)
        assert items == [] and type(error) is package.AuthenticationError
        assert background.join(LIMIT) and background.error is error
    with package.OpenAI(api_key="k", base_url="http://127.0.0.1:1", max_retries=0) as client:
        start(client, events)
        assert type(drain(events)[1]) is package.APIConnectionError


def test_invalid_arguments_are_raised_at_once(server: Any) -> None:
    config = package.Config(http_options={"stream_to": print})
    with package.OpenAI(api_key="k", base_url=server.base_url) as client:
        with pytest.raises(package.OpenAIError, match="messages"):
            client.chat.completions.create(model="m", stream=True, config=config)
    with pytest.raises(package.OpenAIError, match="closed"):
        start(client, print)
    assert server.requests == []


def test_context_variables_are_those_of_the_caller(server: Any) -> None:
    variable: Any = contextvars.ContextVar("variable")
    values: Any = queue.Queue()
    with package.OpenAI(api_key="k", base_url=server.base_url) as client:
        variable.set("caller")
        start(client, lambda item: values.put((variable.get(None), isinstance(item, package.StreamEnd))))
        while True:
            value, is_end = values.get(timeout=LIMIT)
            assert value == "caller"
            if is_end:
                break


def test_raw_responses_and_customized_clients_stream_to_a_queue(server: Any) -> None:
    class Customized(package.OpenAI):  # type: ignore[misc,name-defined]
        def _build_headers(self, *args: Any, **kwargs: Any) -> Any:
            return super()._build_headers(*args, **kwargs)

    events: Any = queue.Queue()
    config = package.Config(http_options={"stream_to": events})
    with Customized(api_key="k", base_url=server.base_url) as client:
        client.chat.completions.create(config=config, **CHAT)
        items, error = drain(events)
        assert len(items) > 2 and error is None
        response = client.chat.completions.with_raw_response.create(config=config, **CHAT)
        assert isinstance(response.parse(), package.BackgroundStream)
        items, error = drain(events)
        assert len(items) > 2 and error is None


def test_a_thread_transport_wakes_the_threads_of_every_transport(make_transport: Any) -> None:
    """Cancelling a call of an async client ends the thread that makes it."""
    import asyncio

    thread_transport = load("transport.thread_transport").ThreadTransport
    requested = threading.Event()
    with RawServer(REQUEST, signal(requested), DRAIN) as server:

        async def main() -> None:
            transport = thread_transport(make_transport())
            client = package.AsyncOpenAI(api_key="k", base_url=server.url, transport=transport, timeout=600)
            task = asyncio.ensure_future(list_models(client))
            assert await asyncio.get_running_loop().run_in_executor(None, requested.wait, LIMIT)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await transport.aclose()

        async def list_models(client: Any) -> Any:
            return await client.models.list()

        asyncio.run(main())
    wait_until(lambda: not any(thread.name.startswith("thread-transport-send") for thread in threading.enumerate()))


def test_sockets_without_a_descriptor_are_shut_down_without_an_error() -> None:
    sock = socket.socket()
    sock.close()
    load("transport.pool").shutdown(sock)
