# SPDX-License-Identifier: MIT
"""Both clients over every transport: results and errors are the same with each of them.

A scenario is written once for `OpenAI` and `AsyncOpenAI`: `resolve` awaits a value if necessary, and `collect` iterates
synchronously or asynchronously.
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import traceback

import pytest

from . import load, package
from .raw_server import (
    CHUNKED,
    CLOSE,
    REQUEST,
    RawServer,
    chunk,
    forever,
    head,
    pause,
    per_connection,
    respond,
    send,
    send_repeatedly,
)
from .test_secrets import dead_port

HELLO = {"model": "m", "messages": [{"role": "user", "content": "Say hello"}]}
TEXT = "Hello from the embedded server! You said: Say hello"
LIMIT = 60  # seconds for a scenario

SYNC = [
    "UrllibTransport",
    "RequestsTransport",
    "Urllib3Transport",
    "HttpxTransport",
    "Httpx2Transport",
    "httpx.Client",
    "httpx2.Client",
]
ASYNC = [
    "AsyncioTransport",
    "ThreadTransport",
    "ThreadTransport of Urllib3Transport",
    "AsyncHttpxTransport",
    "AsyncHttpx2Transport",
    "AiohttpTransport",
    "httpx.AsyncClient",
    "httpx2.AsyncClient",
]


def make_transport(name):
    """Return a new transport, or a client of httpx; skip the test if its library is not installed."""
    if name == "ThreadTransport":
        return package.ThreadTransport(package.UrllibTransport())
    if name.startswith("ThreadTransport of "):
        return package.ThreadTransport(make_transport(name.rpartition(" ")[2]))
    if name.startswith("httpx"):
        library, _, class_name = name.partition(".")
        return getattr(pytest.importorskip(library), class_name)()
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
            options["http_client" if request.param.startswith("httpx") else "transport"] = transport
            client = cls(api_key="k", base_url=base_url or server.base_url, environment=False, **options)
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


@pytest.mark.parametrize("key", ["not needed", "My API Key", "a\tb", "\u00e9", '"', "'", "Bearer x"])
def test_keys_that_a_header_can_carry(run, server, key):
    async def scenario(client):
        client = client.with_options(api_key=key)
        if key == "\u00e9" and "AiohttpTransport" in str(type(client._transport)):
            with pytest.raises(ValueError, match="'Authorization' contains .* a non-ASCII character"):
                await client.chat.completions.create(**HELLO)  # aiohttp can only send UTF-8
            return
        await resolve(client.chat.completions.create(**HELLO))
        assert server.requests[-1].header("authorization") == "Bearer " + key

    run(scenario)


def test_the_response_of_a_stream_is_closed_by_either_name(run):
    async def scenario(client):
        for name in "close", "aclose":
            stream = await resolve(client.chat.completions.create(**HELLO, stream=True))
            await resolve(getattr(stream.response, name)())
            assert stream.response.is_closed

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


def test_a_close_from_elsewhere_ends_the_reader_without_an_error(run, server, request):
    """The reader waits for a server that sends nothing more; another task or thread closes the stream."""
    if request.node.callspec.params["run"] in ("httpx.Client", "httpx2.Client"):
        pytest.skip("a response of http_client= cannot be closed by another thread: use HttpxTransport")

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
@pytest.mark.parametrize("timeouts", [{"read": 0.1}, {"deadline": 0.1}], ids=["read", "deadline"])
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


def test_responses_after_interim_ones_reach_their_own_calls(run):
    def respond_with_target(connection):
        respond(b'{"id": "%s"}' % connection.head.target.encode(), "200 OK", "Content-Type: application/json")(
            connection
        )

    async def scenario(client):
        for name in ("a", "b", "c"):
            assert (await resolve(client.models.retrieve(name))).id == "/v1/models/" + name

    hints = head("103 Early Hints", "Link: </style.css>; rel=preload") + head("102 Processing")
    with RawServer(forever(REQUEST, send(hints), pause(0.05), respond_with_target)) as raw:
        run(scenario, base_url=raw.url + "/v1")


LOCATIONS = [
    "http://[::1/x",
    "http://h:99999/",
    "data:,x",
    "javascript:x",
    "\\\\h\\x",
    "http:\\\\h",
    "",
    "http://h\xe9/",
]


def test_redirects_that_cannot_be_followed_are_status_errors(run):
    fields = [["Location: " + location] for location in LOCATIONS] + [["Location: /one", "Location: /two"]]
    scripts = [(REQUEST, respond(b"moved", "307 Moved", "Connection: close", *each)) for each in fields]

    async def scenario(client):
        for _ in fields:
            with pytest.raises(package.APIStatusError, match="^Error code: 307 - the ") as caught:
                await resolve(client.chat.completions.create(**HELLO))
            assert caught.value.status_code == 307

    with RawServer(per_connection(*scripts)) as raw:
        run(scenario, base_url=raw.url + "/v1", max_retries=2)
    assert raw.connections == len(fields)


def test_endless_bodies_of_redirects_are_not_read(run):
    done = (REQUEST, respond(b'{"id": "m"}', "200 OK", "Connection: close"))
    endless = [
        (REQUEST, send(head("307 Moved", CHUNKED, "Location: " + location)), send_repeatedly(chunk(b"x" * size), 0.01))
        for location in ("/v1/models/m", "data:,x")
        for size in (1, 100_000)
    ]

    async def scenario(client):
        for _ in range(2):
            assert (await resolve(client.models.retrieve("m"))).id == "m"
        for _ in range(2):
            with pytest.raises(package.APIStatusError, match="the scheme 'data'"):
                await resolve(client.models.retrieve("m"))

    with RawServer(per_connection(endless[0], done, endless[1], done, *endless[2:])) as raw:
        run(scenario, base_url=raw.url + "/v1")


def test_too_many_redirects_are_a_status_error(run):
    async def scenario(client):
        with pytest.raises(package.APIStatusError, match=r"^Error code: 302 - too many redirects \(10\)$"):
            await resolve(client.models.list())

    with RawServer(forever(REQUEST, respond(b"moved", "302 Found", "Location: /v1/models"))) as raw:
        run(scenario, base_url=raw.url + "/v1")
    assert len(raw.requests) == 11


def test_response_that_cannot_be_decoded_is_not_requested_again(run):
    plain = respond(b'{"id": "m"}', "200 OK", "Content-Encoding: UTF-8", "Connection: close")
    coded = respond(b"coded", "200 OK", "Content-Encoding: zstd", "Connection: close")

    async def scenario(client):
        assert (await resolve(client.chat.completions.create(**HELLO))).id == "m"
        with pytest.raises(package.APIError, match="zstd"):
            await resolve(client.chat.completions.create(**HELLO))

    with RawServer(per_connection((REQUEST, plain), (REQUEST, coded))) as raw:
        run(scenario, base_url=raw.url + "/v1", max_retries=2)
    assert len(raw.requests) == 2


SECRETS = {
    "Authorization": "Bearer mark-authorization",
    "api-key": "mark-api-key",
    "X-Api-Key": "mark-x-api-key",
    "OpenAI-Organization": "mark-organization",
    "OpenAI-Project": "mark-project",
    "Cookie": "mark-cookie=1",
}
HIDDEN_TYPES = (load("call.message").Request, load("call.message").Response)  # see tests/test_secrets.py


def iter_reachable(error):
    """Yield what the attributes and causes of an error lead to, and the text of what its tracebacks show."""
    pending, seen = [error], set()
    while pending:
        value = pending.pop()
        if id(value) in seen or isinstance(value, (type, type(asyncio), *HIDDEN_TYPES)):
            continue
        seen.add(id(value))
        yield value
        pending += [*vars(value).values()] if hasattr(value, "__dict__") else []
        pending += [getattr(value, name, None) for cls in type(value).__mro__ for name in getattr(cls, "__slots__", ())]
        if isinstance(value, dict):
            pending += [*value.keys(), *value.values()]
        elif isinstance(value, (list, tuple, set, frozenset)):
            pending += value
        if isinstance(value, BaseException):
            pending += [value.args, value.__cause__, value.__context__]
            shown = traceback.TracebackException.from_exception(value, capture_locals=True)
            pending += [repr(frame.locals) for frame in shown.stack if frame.filename != __file__]


@pytest.mark.parametrize("fault", ["refused", "reset", "cut=10", "stall", "proxy"])
def test_errors_lead_to_no_credentials(run, server, fault, monkeypatch):
    async def scenario(client):
        if fault not in ("refused", "proxy"):
            server.inject_fault(fault + "=30" if fault.startswith("stall") else fault)
        with pytest.raises(package.APIConnectionError) as caught:
            await resolve(client.chat.completions.create(**HELLO, timeout=0.3))
        for value in iter_reachable(caught.value):
            text = value if isinstance(value, (str, bytes)) else repr(value)
            assert "mark-" not in (text.decode("latin-1") if isinstance(text, bytes) else text), type(value)

    base_url = None
    if fault in ("refused", "proxy"):
        base_url = "http://127.0.0.1:{}/v1".format(dead_port())
    if fault == "proxy":
        monkeypatch.setenv("http_proxy", "http://user:mark-password@127.0.0.1:{}".format(dead_port()))
    run(scenario, base_url=base_url, default_headers=SECRETS)
