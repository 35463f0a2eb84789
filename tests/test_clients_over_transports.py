# SPDX-License-Identifier: MIT
"""Both clients over every transport: results and errors are the same with each of them.

A scenario is written once for `OpenAI` and `AsyncOpenAI`: `resolve` awaits a value if necessary, and `collect` iterates
synchronously or asynchronously.
"""

from __future__ import annotations

import asyncio
import gc
import inspect

import pytest

from . import package
from .raw_server import CHUNKED, CLOSE, REQUEST, RawServer, chunk, head, per_connection, respond, send
from .test_secrets import dead_port

HELLO = {"model": "m", "messages": [{"role": "user", "content": "Say hello"}]}
TEXT = "Hello from the embedded server! You said: Say hello"
LIMIT = 60  # seconds for a scenario

SYNC = ["UrllibTransport", "RequestsTransport", "Urllib3Transport", "HttpxTransport", "Httpx2Transport"]
ASYNC = ["AsyncioTransport", "ThreadTransport", "AsyncHttpxTransport", "AsyncHttpx2Transport", "AiohttpTransport"]


def make_transport(name):
    """Return a new transport; skip the test if its library is not installed."""
    if name == "ThreadTransport":
        return package.ThreadTransport(package.UrllibTransport())
    if hasattr(package, name):
        return getattr(package, name)()
    adapters = pytest.importorskip("openai_stdlib_transports", reason="not part of a vendored core")
    try:
        return getattr(adapters, name)()
    except ImportError as error:
        pytest.skip(str(error))


@pytest.fixture(params=SYNC + ASYNC)
def run(request, server):
    """Return a function that runs `scenario(client)` over one transport, against `server` or another base URL."""

    def run(scenario, base_url=None, **options):
        async def main():
            transport = make_transport(request.param)
            cls = package.AsyncOpenAI if request.param in ASYNC else package.OpenAI
            options.setdefault("max_retries", 0)
            client = cls(
                api_key="k", base_url=base_url or server.base_url, environment=False, transport=transport, **options
            )
            try:
                await asyncio.wait_for(scenario(client), LIMIT)
            finally:
                await resolve(client.close())
                await resolve(transport.aclose() if hasattr(transport, "aclose") else transport.close())

        asyncio.run(main())
        gc.collect()

    return run


async def resolve(value):
    """Return a value, awaited if it is awaitable."""
    return await value if inspect.isawaitable(value) else value


async def collect(iterable):
    """Return the collect of a sync or async iterable as a list."""
    collected = []
    if hasattr(iterable, "__aiter__"):
        async for item in iterable:
            collected.append(item)
    else:
        collected.extend(iterable)
    return collected


def test_calls_streams_and_pages(run):
    async def scenario(client):
        for _ in range(2):
            completion = await resolve(client.chat.completions.create(**HELLO))
            assert completion.choices[0].message.content == TEXT
            chunks = await collect(await resolve(client.chat.completions.create(**HELLO, stream=True)))
            assert "".join(each.choices[0].delta.content or "" for each in chunks) == TEXT
        pages = client.models.list()
        assert len(await collect(pages if hasattr(pages, "__aiter__") else await resolve(pages))) > 1

    run(scenario)


def test_an_event_stream_that_is_left_early(run):
    async def scenario(client):
        manager = client.chat.completions.stream(**HELLO)
        stream = await (manager.__aenter__() if hasattr(manager, "__aenter__") else resolve(manager.__enter__()))
        first = await (stream.__anext__() if hasattr(stream, "__anext__") else resolve(next(stream)))
        assert first.type == "chunk"
        await resolve(stream.close())
        assert (await resolve(client.chat.completions.create(**HELLO))).choices[0].message.content == TEXT

    run(scenario)


def open_raw(client):
    return client.chat.completions.create(**HELLO, stream=True)


def open_chat_events(client):
    manager = client.chat.completions.stream(**HELLO)
    return manager.__aenter__() if hasattr(manager, "__aenter__") else manager.__enter__()


def open_response_events(client):
    manager = client.responses.stream(model="m", input="hi")
    return manager.__aenter__() if hasattr(manager, "__aenter__") else manager.__enter__()


def test_a_close_from_elsewhere_ends_the_reader_without_an_error(run, server):
    """The reader waits for a server that sends nothing more; another task or thread closes the stream."""

    async def scenario(client):
        loop = asyncio.get_running_loop()
        for open_stream in (open_raw, open_chat_events, open_response_events):
            server.inject_fault("stall-body=60")
            stream = await resolve(open_stream(client))
            is_async = hasattr(stream, "__anext__")
            first = await stream.__anext__() if is_async else next(stream)
            assert first is not None
            reader = collect(stream) if is_async else loop.run_in_executor(None, list, stream)
            reading = asyncio.ensure_future(reader)
            await asyncio.sleep(0.02)  # so that it usually waits; it may as well come to it later
            for _ in range(2):
                closing = stream.close() if is_async else loop.run_in_executor(None, stream.close)
                await asyncio.wait_for(closing, LIMIT / 4)
            for item in await asyncio.wait_for(reading, LIMIT / 4):
                assert type(item) is type(first) or hasattr(item, "type")
            assert await (collect(stream) if is_async else loop.run_in_executor(None, list, stream)) == []
        assert (await resolve(client.chat.completions.create(**HELLO))).choices[0].message.content == TEXT

    run(scenario)


def test_uploads_and_downloads(run, server, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"remember the milk\n" * 50_000)

    async def scenario(client):
        server.inject_fault("status=503; retry-after-ms=1")
        file = await resolve(client.files.create(file=path, purpose="assistants"))
        assert file.bytes == path.stat().st_size
        content = await resolve(client.files.content(file.id))
        assert content.content == path.read_bytes()
        raw = await resolve(client.files.with_raw_response.retrieve(file.id))
        assert (raw.status_code, (await resolve(raw.parse())).filename) == (200, "notes.txt")

    run(scenario, max_retries=1)
    first, second = (sent for sent in server.requests if sent.method == "POST")
    assert first.body == second.body and second.parts()[-1].content == path.read_bytes()


def test_errors_by_status_retries_and_redirects(run, server):
    async def scenario(client):
        server.inject_fault("status=429; retry-after-ms=1; times=2")
        await resolve(client.models.list())
        server.inject_fault("status=401")
        with pytest.raises(package.AuthenticationError):
            await resolve(client.files.retrieve("file-1"))
        server.inject_fault("redirect=/v1/models/gpt-4o-mini; status=307")
        assert (await resolve(client.files.retrieve("file-1"))).id == "gpt-4o-mini"
        server.inject_fault("html; status=502; retry-after-ms=1; times=3")
        with pytest.raises(package.InternalServerError):
            await resolve(client.files.retrieve("file-1"))

    run(scenario, max_retries=2)


@pytest.mark.parametrize("fault", ["reset", "reset=5", "garbage", "cut=10", "cut=0"])
def test_network_failures(run, server, fault):
    async def scenario(client):
        server.inject_fault(fault)
        with pytest.raises(package.APIConnectionError) as caught:
            await resolve(client.chat.completions.create(**HELLO))
        assert isinstance(caught.value.__cause__, OSError)
        server.inject_fault(fault)
        retrying = client.with_options(retry_policy=package.RetryPolicy(1, initial_delay=0.01))
        assert (await resolve(retrying.chat.completions.create(**HELLO))).choices[0].message.content == TEXT

    run(scenario)


def test_connection_refused(run):
    async def scenario(client):
        with pytest.raises(package.APIConnectionError) as caught:
            await resolve(client.models.retrieve("m"))
        assert isinstance(caught.value.__cause__, ConnectionError)

    run(scenario, base_url="http://127.0.0.1:{}/v1".format(dead_port()))


@pytest.mark.parametrize("fault", ["stall=30", "stall-body=30"])
@pytest.mark.parametrize("timeouts", [{"read": 0.2}, {"deadline": 0.3}], ids=["read", "deadline"])
def test_timeouts(run, server, fault, timeouts):
    async def scenario(client):
        server.inject_fault(fault)
        with pytest.raises(package.APITimeoutError):
            await resolve(client.chat.completions.create(**HELLO, timeout=package.Timeout(20, **timeouts)))

    run(scenario)


def test_streams_that_are_cut_off(run):
    event = b'data: {"id": "c", "choices": [{"index": 0, "delta": {"content": "one"}}]}\n\n'
    start = head("200 OK", CHUNKED, "Content-Type: text/event-stream") + chunk(event)

    async def scenario(client):
        with pytest.raises(package.IncompleteStreamError) as caught:
            await collect(await resolve(client.chat.completions.create(**HELLO, stream=True)))
        assert [each.choices[0].delta.content for each in caught.value.received] == ["one"]
        assert (await resolve(client.post("/x", cast_to=dict, body={}))) == {"x": 1}

    complete = respond(b'{"x": 1}', "200 OK", "Content-Type: application/json")
    with RawServer(per_connection((REQUEST, send(start), CLOSE), (REQUEST, complete))) as raw:
        run(scenario, base_url=raw.url + "/v1")


def test_many_calls_at_once(run):
    async def scenario(client):
        async def create(number):
            message = {"role": "user", "content": "number {}".format(number)}
            calls = client.chat.completions
            if isinstance(client, package.AsyncOpenAI):
                return await calls.create(model="m", messages=[message])
            work = lambda: calls.create(model="m", messages=[message])  # noqa: E731
            return await asyncio.get_running_loop().run_in_executor(None, work)

        completions = await asyncio.gather(*map(create, range(30)))
        texts = [each.choices[0].message.content for each in completions]
        assert all(text.endswith("You said: number {}".format(number)) for number, text in enumerate(texts))

    run(scenario, max_retries=2)
