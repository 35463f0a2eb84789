# SPDX-License-Identifier: MIT
"""Both clients, each with its driver, over every transport: what a program sees is the same whatever carries it.

A scene is written once: `have` awaits what can be awaited and `items` goes through what can be gone through, so that it
plays with `OpenAI` and `AsyncOpenAI` alike. What one transport promises alone is in its own tests, by the contract.
"""

from __future__ import annotations

import asyncio
import gc
import inspect

import pytest

from . import package
from .raw_server import CHUNKED, CLOSE, REQUEST, RawServer, answer, chunk, head, per_connection, send
from .test_secrets import dead_port

HELLO = {"model": "m", "messages": [{"role": "user", "content": "Say hello"}]}
TEXT = "Hello from the embedded server! You said: Say hello"
LIMIT = 60  # seconds for a scene

SYNC = ["UrllibTransport", "RequestsTransport", "Urllib3Transport", "HttpxTransport", "Httpx2Transport"]
ASYNC = ["AsyncioTransport", "ThreadTransport", "AsyncHttpxTransport", "AsyncHttpx2Transport", "AiohttpTransport"]


def transport(name):
    """Return a new transport; skip without its library."""
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
def play(request, server):
    """Play a scene with a client over the transport whose turn it is, against the module's server or a given one."""

    def play(scene, base_url=None, **options):
        async def whole():
            carrier = transport(request.param)
            kind = package.AsyncOpenAI if request.param in ASYNC else package.OpenAI
            options.setdefault("max_retries", 0)
            client = kind(
                api_key="k", base_url=base_url or server.base_url, environment=False, transport=carrier, **options
            )
            try:
                await asyncio.wait_for(scene(client), LIMIT)
            finally:
                await have(client.close())
                await have(carrier.aclose() if hasattr(carrier, "aclose") else carrier.close())

        asyncio.run(whole())
        gc.collect()

    return play


async def have(value):
    """Wait for a value if it must be waited for."""
    return await value if inspect.isawaitable(value) else value


async def items(iterable):
    """Go through a stream or pages, of either kind."""
    found = []
    if hasattr(iterable, "__aiter__"):
        async for item in iterable:
            found.append(item)
    else:
        found.extend(iterable)
    return found


def test_calls_streams_and_pages(play):
    async def scene(client):
        for _ in range(2):
            answered = await have(client.chat.completions.create(**HELLO))
            assert answered.choices[0].message.content == TEXT
            chunks = await items(await have(client.chat.completions.create(**HELLO, stream=True)))
            assert "".join(piece.choices[0].delta.content or "" for piece in chunks) == TEXT
        pages = client.models.list()
        assert len(await items(pages if hasattr(pages, "__aiter__") else await have(pages))) > 1

    play(scene)


def test_a_live_stream_that_is_left_early(play):
    async def scene(client):
        manager = client.chat.completions.stream(**HELLO)
        stream = await (manager.__aenter__() if hasattr(manager, "__aenter__") else have(manager.__enter__()))
        first = await (stream.__anext__() if hasattr(stream, "__anext__") else have(next(stream)))
        assert first.type == "chunk"
        await have(stream.close())
        assert (await have(client.chat.completions.create(**HELLO))).choices[0].message.content == TEXT

    play(scene)


def test_uploads_and_downloads(play, server, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"remember the milk\n" * 50_000)

    async def scene(client):
        server.inject_fault("status=503; retry-after-ms=1")
        file = await have(client.files.create(file=path, purpose="assistants"))
        assert file.bytes == path.stat().st_size
        content = await have(client.files.content(file.id))
        assert content.content == path.read_bytes()
        raw = await have(client.files.with_raw_response.retrieve(file.id))
        assert (raw.status_code, (await have(raw.parse())).filename) == (200, "notes.txt")

    play(scene, max_retries=1)
    refused, taken = (sent for sent in server.requests if sent.method == "POST")
    assert refused.body == taken.body and taken.parts()[-1].content == path.read_bytes()


def test_errors_by_status_retries_and_redirects(play, server):
    async def scene(client):
        server.inject_fault("status=429; retry-after-ms=1; times=2")
        await have(client.models.list())
        server.inject_fault("status=401")
        with pytest.raises(package.AuthenticationError):
            await have(client.files.retrieve("file-1"))
        server.inject_fault("redirect=/v1/models/gpt-4o-mini; status=307")
        assert (await have(client.files.retrieve("file-1"))).id == "gpt-4o-mini"
        server.inject_fault("html; status=502; retry-after-ms=1; times=3")
        with pytest.raises(package.InternalServerError):
            await have(client.files.retrieve("file-1"))

    play(scene, max_retries=2)


@pytest.mark.parametrize("fault", ["reset", "reset=5", "garbage", "cut=10", "cut=0"])
def test_a_network_that_fails(play, server, fault):
    async def scene(client):
        server.inject_fault(fault)
        with pytest.raises(package.APIConnectionError) as caught:
            await have(client.chat.completions.create(**HELLO))
        assert isinstance(caught.value.__cause__, OSError)
        server.inject_fault(fault)
        retrying = client.with_options(retry_policy=package.RetryPolicy(1, initial_delay=0.01))
        assert (await have(retrying.chat.completions.create(**HELLO))).choices[0].message.content == TEXT

    play(scene)


def test_nobody_listens(play):
    async def scene(client):
        with pytest.raises(package.APIConnectionError) as caught:
            await have(client.models.retrieve("m"))
        assert isinstance(caught.value.__cause__, ConnectionError)

    play(scene, base_url="http://127.0.0.1:{}/v1".format(dead_port()))


@pytest.mark.parametrize("fault", ["stall=30", "stall-body=30"])
@pytest.mark.parametrize("limits", [{"read": 0.2}, {"deadline": 0.3}], ids=["read", "deadline"])
def test_time_that_is_over(play, server, fault, limits):
    async def scene(client):
        server.inject_fault(fault)
        with pytest.raises(package.APITimeoutError):
            await have(client.chat.completions.create(**HELLO, timeout=package.Timeout(20, **limits)))

    play(scene)


def test_streams_that_break_off(play):
    event = b'data: {"id": "c", "choices": [{"index": 0, "delta": {"content": "one"}}]}\n\n'
    start = head("200 OK", CHUNKED, "Content-Type: text/event-stream") + chunk(event)

    async def scene(client):
        with pytest.raises(package.IncompleteStreamError) as caught:
            await items(await have(client.chat.completions.create(**HELLO, stream=True)))
        assert [piece.choices[0].delta.content for piece in caught.value.received] == ["one"]
        assert (await have(client.post("/x", cast_to=dict, body={}))) == {"x": 1}

    fine = answer(b'{"x": 1}', "200 OK", "Content-Type: application/json")
    with RawServer(per_connection((REQUEST, send(start), CLOSE), (REQUEST, fine))) as raw:
        play(scene, base_url=raw.url + "/v1")


def test_many_calls_at_once(play):
    async def scene(client):
        async def one(number):
            message = {"role": "user", "content": "number {}".format(number)}
            calls = client.chat.completions
            if isinstance(client, package.AsyncOpenAI):
                return await calls.create(model="m", messages=[message])
            work = lambda: calls.create(model="m", messages=[message])  # noqa: E731
            return await asyncio.get_running_loop().run_in_executor(None, work)

        found = await asyncio.gather(*map(one, range(30)))
        texts = [answered.choices[0].message.content for answered in found]
        assert all(text.endswith("You said: number {}".format(number)) for number, text in enumerate(texts))

    play(scene, max_retries=2)
