# SPDX-License-Identifier: MIT
"""`AsyncOpenAI`: calls, streams, pages, retries, timeouts and cancellation under asyncio."""

from __future__ import annotations

import asyncio
import gc

import pytest

from . import load, package

failures = load("call.api_errors")
AsyncOpenAI = package.AsyncOpenAI

HELLO = {"model": "m", "messages": [{"role": "user", "content": "Say hello"}]}
TEXT = "Hello from the embedded server! You said: Say hello"


def transports():
    """Return the transports to test: None for the default, and the httpx adapter if httpx is installed."""
    transports = [None]
    try:
        import httpx  # noqa: F401
        import openai_stdlib_transports

        transports.append(openai_stdlib_transports.AsyncHttpxTransport)
    except ImportError:
        pass
    return transports


@pytest.fixture(params=transports(), ids=lambda transport: getattr(transport, "__name__", "default"))
def run(request, server):
    """Return a function that runs `work(client)` in a new event loop."""

    def run(work, **options):
        async def main():
            transport = request.param() if request.param else None
            client = AsyncOpenAI(
                api_key="k", base_url=server.base_url, environment=False, transport=transport, **options
            )
            try:
                async with client:
                    return await asyncio.wait_for(work(client), 60)
            finally:
                if transport is not None:
                    await transport.aclose()

        return asyncio.run(main())

    yield run
    gc.collect()


def test_a_chat_call(run, server):
    async def work(client):
        completion = await client.chat.completions.create(**HELLO)
        return completion.choices[0].message.content, completion._request_id

    assert run(work) == (TEXT, "req_000001")
    assert run(work)[0] == TEXT, "in a second event loop too"


def test_a_stream(run, server):
    async def work(client):
        stream = await client.chat.completions.create(**HELLO, stream=True)
        async with stream:
            return [chunk.choices[0].delta.content or "" async for chunk in stream]

    assert "".join(run(work)) == TEXT


def test_a_stream_that_breaks_off(run, server):
    async def work(client):
        received = []
        with pytest.raises(failures.IncompleteStreamError) as caught:
            async for chunk in await client.chat.completions.create(**HELLO, stream=True):
                received.append(chunk)
        assert caught.value.received == received and len(received) == 2
        return (await client.chat.completions.create(**HELLO)).choices[0].message.content

    server.inject_fault("cut-events=2")
    assert run(work) == TEXT


def test_a_stream_with_an_error_in_it(run, server):
    async def work(client):
        received = []
        with pytest.raises(failures.APIError, match="The server had an error"):
            async for chunk in await client.chat.completions.create(**HELLO, stream=True):
                received.append(chunk)
        return received

    server.inject_fault("stream-error")
    assert run(work), "the chunks before the error are delivered"


def test_leaving_a_stream_early(run, server):
    async def work(client):
        stream = await client.chat.completions.create(**HELLO, stream=True)
        async for _ in stream:
            break
        await stream.close()
        await stream.close()
        return [chunk async for chunk in stream], repr(stream)

    items, text = run(work)
    assert len(items) <= 10 and text.endswith("closed>")


def test_pages(run, server):
    async def work(client):
        for name in "abcde":
            await client.files.create(file=(name, b"x"), purpose="assistants")
        page = await client.files.list(limit=2, order="asc")
        next_page = await page.get_next_page()
        return (
            [file.filename async for file in client.files.list(limit=2, order="asc")],
            [file.filename for file in page.data + next_page.data],
            [len(each.data) async for each in page.iter_pages()],
        )

    assert run(work) == (list("abcde"), list("abcd"), [2, 2, 1])


def test_retries_errors_and_redirects(run, server):
    async def work(client):
        await client.models.list()
        with pytest.raises(failures.NotFoundError):
            await client.files.retrieve("nothing")
        with pytest.raises(failures.APIResponseValidationError):
            await client.chat.completions.create(**HELLO, extra_headers={"X-Embedded-Fault": "html"})
        return len(server.requests)

    server.inject_fault("status=500; retry-after-ms=1")
    server.inject_fault("status=307; redirect={}/models".format(server.base_url))
    assert run(work) == 5


def test_timeouts(run, server):
    async def work(client):
        with pytest.raises(failures.APITimeoutError):
            await client.chat.completions.create(**HELLO, timeout=0.2)
        return (await client.chat.completions.create(**HELLO)).choices[0].message.content

    server.inject_fault("stall=30")
    assert run(work, max_retries=0) == TEXT


def test_the_deadline(run, server):
    async def work(client):
        with pytest.raises(failures.APITimeoutError, match="deadline of 1 s"):
            await client.chat.completions.create(**HELLO, timeout=package.Timeout(10, deadline=1))

    server.inject_fault("status=500; retry-after=5; times=9")
    run(work)
    assert len(server.requests) == 1


def test_an_async_key_is_awaited_for_each_attempt(server):
    keys = iter(["sk-one", "sk-two"])

    async def key():
        await asyncio.sleep(0)
        return next(keys)

    async def main():
        async with AsyncOpenAI(api_key=key, base_url=server.base_url, environment=False) as client:
            await client.models.list()

    server.inject_fault("status=500; retry-after-ms=1")
    asyncio.run(main())
    assert [request.header("Authorization") for request in server.requests] == ["Bearer sk-one", "Bearer sk-two"]


@pytest.mark.parametrize("stream", [False, True])
def test_cancelling_a_call_ends_it(run, server, stream):
    async def work(client):
        call = asyncio.ensure_future(client.chat.completions.create(**HELLO, stream=stream))
        while not server.requests:
            await asyncio.sleep(0.01)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        return (await client.chat.completions.create(**HELLO)).choices[0].message.content

    server.inject_fault("stall=30")
    assert run(work, timeout=60) == TEXT


def test_many_calls_at_once(run, server):
    async def work(client):
        async def ask(number):
            prompt = "number {}".format(number)
            messages = [{"role": "user", "content": prompt}]
            completion = await client.chat.completions.create(model="m", messages=messages)
            return completion.choices[0].message.content.endswith(prompt)

        return await asyncio.gather(*(ask(number) for number in range(50)))

    assert run(work) == [True] * 50


def test_a_cancelled_call_releases_its_thread_at_once(server):
    async def main():
        transport = package.ThreadTransport(package.UrllibTransport(), max_threads=1)
        client = AsyncOpenAI(api_key="k", base_url=server.base_url, environment=False, transport=transport)
        server.inject_fault("stall=60")
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(client.chat.completions.create(**HELLO), 0.3)
        completion = await asyncio.wait_for(client.chat.completions.create(**HELLO), 10)
        await transport.aclose()
        return completion.choices[0].message.content

    assert asyncio.run(main()) == TEXT


def test_a_stream_can_be_closed_while_every_thread_reads(server):
    async def main():
        transport = package.ThreadTransport(package.UrllibTransport(), max_threads=1)
        client = AsyncOpenAI(api_key="k", base_url=server.base_url, environment=False, transport=transport)
        server.inject_fault("stall-body=60")
        stream = await client.chat.completions.create(**HELLO, stream=True)
        await stream.__anext__()
        reading = asyncio.ensure_future(stream.__anext__())
        await asyncio.sleep(0.1)
        await asyncio.wait_for(stream.close(), 10)
        with pytest.raises(StopAsyncIteration):
            await asyncio.wait_for(reading, 10)
        await transport.aclose()

    asyncio.run(main())


def test_a_stream_stays_readable_after_its_client_is_closed(server):
    async def main():
        client = AsyncOpenAI(api_key="k", base_url=server.base_url, environment=False)
        stream = await client.chat.completions.create(**HELLO, stream=True)
        await client.close()
        return "".join([chunk.choices[0].delta.content or "" async for chunk in stream])

    assert asyncio.run(main()) == TEXT


def test_stream_to_raises_before_anything_is_sent(run, server):
    async def work(client):
        config = package.Config(http_options={"stream_to": print})
        with pytest.raises(package.ConfigError, match="stream_to needs the sync client"):
            await client.chat.completions.create(**HELLO, stream=True, config=config)

    run(work)
    assert server.requests == []


def test_plain_clients_are_not_taken_for_customized_ones() -> None:
    """Their calls don't load what methods need that a subclass overrides."""
    for cls in (package.OpenAI, package.AsyncOpenAI, package.AzureOpenAI, package.AsyncAzureOpenAI):
        assert not cls._is_customized
        assert type("Own", (cls,), {"_prepare_options": lambda self, options: options})._is_customized
