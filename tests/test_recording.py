# SPDX-License-Identifier: MIT
"""Both clients record over every kind of transport, and replay without a server what they recorded."""

from __future__ import annotations

import asyncio
import copy
import gc
import gzip
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import threading
import time
import traceback
import warnings
from pathlib import Path

import pytest

from . import PACKAGE, load, package
from .raw_server import REQUEST, RawServer, forever, respond
from .recording_support import (
    KEY,
    LIMIT,
    NOWHERE,
    ORGANIZATION,
    collect,
    hello,
    make_client,
    make_transport,
    read_lines,
    resolve,
    run,
    say,
)
from .test_asyncio_transport import TestAsyncioTransport as AsyncioSuite
from .test_urllib_transport import UrllibSuite
from .transport_contract import AsyncTransportContract, TransportContract

TEXT = "Hello from the embedded server! You said: Say hello"
SYNC = [None, "UrllibTransport", "RequestsTransport", "Urllib3Transport", "HttpxTransport"]
ASYNC = [None, "AsyncioTransport", "ThreadTransport", "AsyncHttpxTransport", "AiohttpTransport"]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "new folder" / "cassette.jsonl"


@pytest.fixture(autouse=True)
def _collect_garbage():
    yield
    gc.collect()  # a socket or file that was left open warns here


# The contract: a transport that records is like the one below it. A body is read before anything is sent, so that its
# errors are raised without a connection, for which two of the tests wait.


class TestRecordTransport(UrllibSuite, TransportContract):
    test_exception_of_the_body_is_raised_unchanged = None
    test_os_error_of_the_body_is_raised_unchanged = None

    @pytest.fixture(autouse=True)
    def _set_path(self, tmp_path):
        self.path = tmp_path / "cassette.jsonl"

    def make_transport(self, options):
        return package.RecordTransport(self.path, super().make_transport(options), mode="all")


class TestAsyncRecordTransport(AsyncioSuite, AsyncTransportContract):
    test_exception_of_the_body_is_raised_unchanged = None
    test_os_error_of_the_body_is_raised_unchanged = None

    @pytest.fixture(autouse=True)
    def _set_path(self, tmp_path):
        self.path = tmp_path / "cassette.jsonl"

    def make_transport(self, options):
        return package.AsyncRecordTransport(self.path, super().make_transport(options), mode="all")


# Clients


async def call_everything(client, path, server=None):
    """Return what all kinds of calls return, of a sync or async client."""
    results = []
    completion = await resolve(client.chat.completions.create(**hello()))
    results.append(completion.to_dict())
    assert completion.choices[0].message.content == TEXT
    chunks = await collect(await resolve(client.chat.completions.create(**hello(stream=True))))
    results.append([chunk.to_dict() for chunk in chunks])
    events = await collect(await resolve(client.responses.create(model="m", input="hi", stream=True)))
    results.append([event.to_dict() for event in events])
    results.append((await resolve(client.embeddings.create(model="m", input="hi"))).to_dict())
    results.append((await resolve(client.files.create(file=path, purpose="assistants"))).to_dict())
    speech = await resolve(client.audio.speech.create(model="m", voice="alloy", input="hi"))
    results.append(speech.content)
    pages = client.models.list()
    results.append([each.id for each in await collect(pages if hasattr(pages, "__aiter__") else await resolve(pages))])
    if server is not None:
        server.inject_fault("status=503; retry-after-ms=1")
    results.append((await resolve(client.models.retrieve("gpt-4o-mini"))).id)
    with pytest.raises(package.NotFoundError) as caught:
        await resolve(client.chat.completions.create(**hello(user="u"), extra_body={"model": "no-such"}))
    results.append(str(caught.value))
    raw = await resolve(client.models.with_raw_response.retrieve("gpt-4o-mini", extra_headers={"X-Id": "1"}))
    results.append((raw.status_code, raw.content, raw.headers["content-type"], raw.request_id))
    return results


@pytest.mark.parametrize("name", [*SYNC, *["async " + str(name) for name in ASYNC]])
def test_everything_that_is_recorded_is_replayed_to_both_clients(name, server, path, tmp_path):
    file = tmp_path / "notes.bin"
    file.write_bytes(b"\xff\x00notes" * 1000)
    is_async = str(name).startswith("async ")
    name = {"None": None}.get(name[6:], name[6:]) if is_async else name

    async def record():
        transport = package.RecordTransport(path, name and make_transport(name))
        client = make_client(transport, server.base_url, is_async, max_retries=2)
        try:
            return await call_everything(client, file, server)
        finally:
            await resolve(client.close())
            await transport.aclose()

    recorded = run(record())
    sent = len(server.requests)
    text = path.read_text(encoding="utf-8")
    assert KEY not in text and ORGANIZATION not in text and "org-" not in text
    for replays_async in (False, True):
        client = make_client(package.ReplayTransport(path), is_async=replays_async, max_retries=2)
        assert run(call_everything(client, file)) == recorded
        run(resolve(client.close()))
    assert len(server.requests) == sent


def test_sync_and_async_clients_share_a_recording_transport(server, path):
    transport = package.RecordTransport(path)
    sync_client = make_client(transport, server.base_url)

    async def main():
        client = make_client(transport, server.base_url, is_async=True)
        assert client._transport is transport.for_client(True)
        await client.chat.completions.create(**hello("async"))
        await asyncio.get_running_loop().run_in_executor(None, say, sync_client, "sync")
        await client.close()

    run(main())
    transport.close()  # both default transports
    replaying = package.AsyncReplayTransport(path)
    assert say(make_client(replaying.for_client(False)), "async").endswith("async")
    assert say(make_client(replaying), "sync").endswith("sync")
    assert transport.for_client(False) is transport and transport.for_client(True) is transport.for_client(True)
    subclass = type("OwnTransport", (package.ReplayTransport,), {})
    assert isinstance(subclass(path).for_client(True), package.AsyncReplayTransport)
    assert "cassette.jsonl" in repr(transport)


def test_a_transport_of_the_other_kind_is_refused_when_the_client_is_made(path):
    pairs = [(package.UrllibTransport(), True, "an async"), (package.AsyncioTransport(), False, "a sync")]
    for transport, is_async, message in pairs:
        with pytest.raises(package.ConfigError, match="^transport: {0} client needs {0} transport".format(message)):
            make_client(package.RecordTransport(path, transport), is_async=is_async)
        client = make_client(package.UrllibTransport() if not is_async else None, is_async=is_async)
        with pytest.raises(package.ConfigError, match="^transport: "):
            client.copy(transport=package.RecordTransport(path, transport))
    assert not path.exists()


def test_any_transport_may_serve_both_clients(server):
    class Family:
        def for_client(self, is_async):
            return package.AsyncioTransport() if is_async else package.UrllibTransport()

    client = make_client(Family(), server.base_url)
    assert say(client) == TEXT
    client._transport.close()
    assert isinstance(make_client(Family(), is_async=True)._transport, package.AsyncTransport)


# Modes and repeats


@pytest.mark.parametrize(
    ("mode", "has_cassette", "sent"),
    [
        ("once", False, ["one", "two", "one"]),
        ("once", True, package.UnrecordedRequestError),
        ("new", False, ["one", "two", "one"]),
        ("new", True, ["two"]),
        ("new_episodes", True, ["two"]),
        ("none", True, package.UnrecordedRequestError),
        ("none", False, package.CassetteError),
        ("all", False, ["one", "two", "one"]),
        ("all", True, ["one", "two", "one"]),
    ],
)
def test_modes(mode, has_cassette, sent, server, path):
    def call(mode, texts):
        transport = package.RecordTransport(path, mode=mode)
        try:
            return [say(make_client(transport, server.base_url), text) for text in texts]
        finally:
            transport.close()

    if has_cassette:
        call("once", ["one"])
        server.reset()
    if isinstance(sent, type):
        with pytest.raises(sent):
            call(mode, ["one", "two"])
        assert server.requests == []
        return
    results = call(mode, ["one", "two", "one"])
    assert [each.json()["messages"][0]["content"] for each in server.requests] == sent
    assert [text.rpartition(" ")[2] for text in results] == ["one", "two", "one"]
    requests = [line["request"]["json"] for line in read_lines(path) if "request" in line]
    kept = ["one"] if has_cassette and mode != "all" else []
    assert [each["messages"][0]["content"] for each in requests] == kept + sent


def test_repeated_requests_are_replayed_in_order_and_then_the_last_one_again(server, path):
    transport = package.RecordTransport(path)
    client = make_client(transport, server.base_url)
    ids = [client.chat.completions.create(**hello()).id for _ in range(3)]
    transport.close()
    assert len(set(ids)) == 3
    replaying = make_client(package.ReplayTransport(path))
    assert [replaying.chat.completions.create(**hello()).id for _ in range(5)] == ids + ids[-1:] * 2
    replaying = make_client(package.ReplayTransport(path, allow_repeats=False))
    assert [replaying.chat.completions.create(**hello()).id for _ in range(3)] == ids
    with pytest.raises(package.UnrecordedRequestError, match="all 3 recordings .* have been replayed"):
        replaying.chat.completions.create(**hello())


def test_unrecorded_requests_are_not_retried_and_show_the_nearest_one(server, path):
    transport = package.RecordTransport(path)
    client = make_client(transport, server.base_url)
    say(client, "x" * 100 + " one", temperature=1)
    client.models.list()
    transport.close()
    client = make_client(package.ReplayTransport(path), max_retries=5)
    with pytest.raises(package.UnrecordedRequestError) as caught:
        say(client, "x" * 100 + " two, " + KEY, top_p=0.5)
    error = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(error, package.OpenAIError) and not isinstance(error, (OSError, package.APIError))
    message = str(error)
    assert "no recording of the request POST {}/chat/completions".format(NOWHERE) in message
    assert "line 2" in message and "mode='new'" in message
    start = '…"' + "x" * 23
    first, second, third = error.differences
    assert first.startswith("body.messages[0].content: recorded …") and ' one", requested ' in first
    assert start[1:3] in first and second == "body.temperature: recorded 1, not requested"
    assert third == "body.top_p: not recorded, requested 0.5"
    assert error.nearest["json"]["temperature"] == 1 and error.request["json"]["top_p"] == 0.5
    assert KEY not in message + repr(vars(error)) and all(line in message for line in error.differences)


@pytest.mark.parametrize("is_async", [False, True])
def test_tracebacks_show_no_key(is_async, server, path):
    transport = package.RecordTransport(path)
    say(make_client(transport, server.base_url))
    transport.close()
    client = make_client(package.ReplayTransport(path), is_async=is_async)
    recording = make_client(package.RecordTransport(path.parent / "other", mode="new"), server.base_url, is_async)
    (path.parent / "other").mkdir()
    for each, error in ((client, package.UnrecordedRequestError), (recording, package.CassetteError)):
        with pytest.raises(error) as caught:
            run(resolve(each.models.retrieve("m")) if is_async else call_in_coroutine(each.models.retrieve, "m"))
        shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
        assert KEY not in "".join(shown.format()) and ORGANIZATION not in "".join(shown.format())
    assert len(server.requests) == 1


async def call_in_coroutine(function, *arguments):
    return function(*arguments)


# Streams


def test_streams_keep_their_chunks_and_are_replayed_with_their_timing(server, path):
    server.delay = 0.02
    try:
        transport = package.RecordTransport(path)
        client = make_client(transport, server.base_url)
        recorded = [chunk.to_dict() for chunk in client.chat.completions.create(**hello(stream=True))]
    finally:
        server.delay = 0
    transport.close()
    head, *chunks = [line.get("response", line) for line in read_lines(path)[2:]]
    assert head["chunks"] == len(chunks) > 3 and "closed_early" not in head
    times = [chunk["at"] for chunk in chunks]
    assert times == sorted(times) and times[-1] - times[0] > 0.05 and chunks[0]["text"].startswith("data: {")
    sync_timed = make_client(package.ReplayTransport(path, timing=True))

    async def replay_async():
        client = make_client(package.ReplayTransport(path, timing=True), is_async=True)
        return [chunk.to_dict() async for chunk in await client.chat.completions.create(**hello(stream=True))]

    for replay in (
        lambda: [chunk.to_dict() for chunk in sync_timed.chat.completions.create(**hello(stream=True))],
        lambda: run(replay_async()),
    ):
        start = time.monotonic()
        assert replay() == recorded
        assert time.monotonic() - start > 0.9 * times[-1]
    for timeout in (package.Timeout(5, read=0.005), package.Timeout(5, deadline=0.05)):
        with pytest.raises(package.APITimeoutError):
            list(sync_timed.chat.completions.create(**hello(stream=True), timeout=timeout))


@pytest.mark.parametrize("is_async", [False, True])
def test_closing_ends_the_wait_of_a_replay_with_timing(is_async, server, path):
    server.delay = 0.01
    try:
        transport = package.RecordTransport(path)
        list(make_client(transport, server.base_url).chat.completions.create(**hello(stream=True)))
    finally:
        server.delay = 0
    transport.close()
    *lines, last = read_lines(path)
    assert "text" in lines[-1]
    path.write_text("".join(json.dumps(line) + "\n" for line in (*lines, {**last, "at": 9999})), encoding="utf-8")

    async def main():
        client = make_client(package.ReplayTransport(path, timing=True), is_async=is_async, timeout=None)
        stream = await resolve(client.chat.completions.create(**hello(stream=True)))
        await (stream.__anext__() if is_async else resolve(next(stream)))
        loop = asyncio.get_running_loop()
        reading = asyncio.ensure_future(collect(stream) if is_async else loop.run_in_executor(None, list, stream))
        await asyncio.sleep(0.02)
        await resolve(stream.close())
        await asyncio.wait_for(reading, LIMIT / 4)

    run(main())


def test_an_aborted_call_ends_the_wait_of_a_replay_with_timing(server, path):
    transport = package.RecordTransport(path)
    say(make_client(transport, server.base_url))
    transport.close()
    text = re.sub('"at": [0-9.]+', '"at": 9999', path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")

    async def main():
        threads = package.ThreadTransport(package.ReplayTransport(path, timing=True))
        client = make_client(threads, is_async=True, timeout=None)
        task = asyncio.ensure_future(client.chat.completions.create(**hello()))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        threads.close_nowait()
        names = {thread.name for thread in threading.enumerate()}
        while any(name.startswith("thread-transport-send") for name in names):
            await asyncio.sleep(0.01)
            names = {thread.name for thread in threading.enumerate()}

    run(main())


def test_a_response_that_the_program_leaves_early_ends_where_it_did(server, path):
    server.inject_fault("stall-body=60")
    transport = package.RecordTransport(path)
    client = make_client(transport, server.base_url)
    with client.chat.completions.create(**hello(stream=True)) as stream:
        first = next(stream)
    transport.close()
    assert [line["response"]["closed_early"] for line in read_lines(path) if "response" in line] == [True]
    client = make_client(package.ReplayTransport(path))
    stream = client.chat.completions.create(**hello(stream=True))
    assert next(stream) == first
    with pytest.raises(package.CassetteError, match="line 2: the recording ends here"):
        list(stream)


@pytest.mark.parametrize("fault", ["reset", "cut=10", "stall=30"])
def test_failures_of_the_network_are_not_recorded(fault, server, path):
    transport = package.RecordTransport(path)
    client = make_client(transport, server.base_url)
    server.inject_fault(fault)
    with pytest.raises(package.APIConnectionError):
        client.chat.completions.create(**hello(), timeout=0.2 if fault == "stall=30" else 30)
    assert say(client) == TEXT
    transport.close()
    assert sum("request" in line for line in read_lines(path)) == 1


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_a_response_that_is_too_large_for_memory_is_an_error(is_async, path):
    module = load("recording.take")
    take = module.Take(None, None, b"")
    take.begin(200, [])
    chunks = [bytes(module.MAX_BODY_BYTES), b"x"]  # the memory of zeros is not touched
    bodies = load("recording.recorded_bodies")

    async def read():
        if is_async:

            async def arrive():
                for chunk in chunks:
                    yield chunk

            return [len(chunk) async for chunk in bodies.AsyncRecordedBody(arrive(), arrive, take)]
        return [len(chunk) for chunk in bodies.RecordedBody(iter(chunks), int, take)]

    with pytest.raises(package.CassetteError, match="more than 268435456 bytes"):
        asyncio.run(read())
    take.finish(True)  # writes nothing


def test_compressed_responses_are_recorded_decoded(path):
    compressed = respond(gzip.compress(b'{"id": "m\xc3\xa9"}'), "200 OK", "Content-Encoding: gzip")
    with RawServer(forever(REQUEST, compressed)) as raw:
        transport = package.RecordTransport(path)
        assert make_client(transport, raw.url + "/v1").models.retrieve("m").id == "m\xe9"
        transport.close()
    response = read_lines(path)[2]["response"]
    assert response["json"] == {"id": "m\xe9"}
    assert {name.lower() for name in response["headers"]}.isdisjoint({"content-encoding", "content-length"})
    assert make_client(package.ReplayTransport(path)).models.retrieve("m").id == "m\xe9"


def test_redirects_are_recorded_and_followed_again(server, path):
    transport = package.RecordTransport(path)
    server.inject_fault("redirect=/v1/models/gpt-4o-mini; status=307")
    assert make_client(transport, server.base_url).models.retrieve("m").id == "gpt-4o-mini"
    transport.close()
    assert make_client(package.ReplayTransport(path)).models.retrieve("m").id == "gpt-4o-mini"


# Threads, processes, copies


def test_threads_record_and_replay_at_once(server, path):
    transport = package.RecordTransport(path)
    client = make_client(transport, server.base_url)

    def call_all(client, results):
        def call(number):
            results[number] = [say(client, "{} {}".format(number, each)) for each in range(5)]

        threads = [threading.Thread(target=call, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(LIMIT)

    recorded, replayed = {}, {}
    call_all(client, recorded)
    transport.close()
    call_all(make_client(package.ReplayTransport(path)), replayed)
    assert len(recorded) == 16 and replayed == recorded
    assert sum("request" in line for line in read_lines(path)) == 80


@pytest.mark.skipif(not hasattr(os, "register_at_fork"), reason="there is no fork")
def test_a_forked_child_records_and_replays(server, path):
    transport = package.RecordTransport(path)
    client = make_client(transport, server.base_url)
    say(client, "parent")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of threads: those of the server
        pid = os.fork()
    if not pid:
        signal.alarm(LIMIT)
        status = 1
        try:
            say(client, "child")
            status = 0
        finally:
            os._exit(status)
    assert os.waitpid(pid, 0)[1] == 0
    say(client, "parent again")
    transport.close()
    replaying = make_client(package.ReplayTransport(path))
    for text in ("parent", "child", "parent again"):
        assert say(replaying, text).endswith(text)


@pytest.mark.parametrize("duplicate", [lambda each: pickle.loads(pickle.dumps(each)), copy.copy, copy.deepcopy])
def test_copies_of_a_client_continue(duplicate, server, path):
    transport = package.RecordTransport(path, package.UrllibTransport() if duplicate is copy.copy else None)
    client = make_client(transport, server.base_url)
    say(client, "one")
    copied = duplicate(client)
    say(copied, "two")
    copied._transport.close()
    transport.close()
    replaying = duplicate(make_client(package.ReplayTransport(path)).with_options(timeout=7))
    assert [say(replaying, text).rpartition(" ")[2] for text in ("one", "two")] == ["one", "two"]
    replaying.close()
    assert replaying.is_closed()


def test_a_replay_opens_no_websocket(server, path):
    transport = package.RecordTransport(path)
    client = make_client(transport, server.base_url)
    with client.realtime.connect(model="gpt-realtime") as connection:  # passes by the cassette
        assert connection.recv().type == "session.created"
    say(client)
    transport.close()
    server.reset()
    for is_async in (False, True):
        client = make_client(package.ReplayTransport(path), server.base_url, is_async)
        with pytest.raises(package.ConfigError, match="pass websocket_transport="):
            client.realtime.connect(model="gpt-realtime")
    assert server.requests == []


def test_the_fixture_for_pytest_that_the_documentation_has(server, tmp_path):
    page = Path(__file__).resolve().parent.parent / "docs" / "record_and_replay.md"
    if not page.exists():
        pytest.skip("a vendored copy has no documentation")
    fixture = re.search(r"^```py\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert fixture is not None and fixture.group(1).count("\n    ") < 10
    (tmp_path / "conftest.py").write_text(fixture.group(1).replace("openai_stdlib", PACKAGE), encoding="utf-8")
    test = "def test_models(client):\n    assert client.models.retrieve('gpt-4o-mini').id == 'gpt-4o-mini'\n"
    (tmp_path / "test_it.py").write_text(test, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment.update(PYTHONPATH=os.pathsep.join(filter(None, sys.path)), PYTHONDONTWRITEBYTECODE="1")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", str(tmp_path)]
    for base_url, mode in ((server.base_url, "once"), (NOWHERE, "none")):
        process = subprocess.run(
            command,
            env={**environment, "OPENAI_BASE_URL": base_url, "RECORD_MODE": mode},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=LIMIT,
        )
        assert process.returncode == 0, process.stdout.decode()
    assert len(server.requests) == 1 and (tmp_path / "cassettes" / "test_models.jsonl").exists()


def test_transports_are_context_managers(server, path):
    with package.RecordTransport(path) as transport:
        recorded = say(make_client(transport, server.base_url))
    with package.ReplayTransport(path) as transport:
        assert say(make_client(transport)) == recorded

    async def replay():
        async with package.AsyncReplayTransport(path) as transport:
            return await make_client(transport, is_async=True).chat.completions.create(**hello())

    assert run(replay()).choices[0].message.content == recorded
