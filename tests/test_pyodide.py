# SPDX-License-Identifier: MIT
"""Both clients and the transport contract in Pyodide under Node.js, against servers in this process.

`tox -e pyodide` installs what they need, and tests the wheel. PYODIDE_FOLDER is the folder of the npm package.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from . import FOLDER, PACKAGE, load
from .pyodide_host import (
    START_TIMEOUT,
    WAIT_TIMEOUT,
    ProgramError,
    PyodideHost,
    RemoteTransport,
    find_pyodide,
    find_wheel,
    suspending_options,
)
from .raw_server import (
    CHUNKED,
    DRAIN,
    REQUEST,
    RawServer,
    chunk,
    forever,
    head,
    per_connection,
    respond,
    send,
    signal,
    wait,
)
from .transport_contract import AsyncTransportContract, IterableBody, call, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator

raises_network_error = load("testing.contract.assertions").raises_network_error
failures, response_cases = load("testing.contract.failures"), load("testing.contract.response_cases")
INTERIM_100 = head("100 Continue")
MAX_NODE_HEAD = 16384  # bytes


@pytest.fixture(scope="session")
def host() -> Iterator[PyodideHost]:
    """Run Pyodide where it cannot suspend a sync call."""
    host = PyodideHost()
    yield host
    host.close()


@pytest.fixture(scope="session")
def suspending_host(authority: Any) -> Iterator[PyodideHost]:
    """Run Pyodide where it can suspend a sync call, and where Node.js trusts the authority of the tests."""
    environment = {"NODE_EXTRA_CA_CERTS": authority.ca_file} if authority else {}
    host = PyodideHost(*suspending_options(), environment=environment)
    yield host
    host.close()


class TestFetchTransport(AsyncTransportContract):
    """The contract, without what `fetch` of Node.js decides otherwise."""

    reads_environment = False
    reuses_drained_connection = True
    supports = frozenset(("ca_file",))

    # Node.js takes an unrequested 100 Continue for an error, and does not always skip other interim responses.
    test_interim_responses_are_skipped = None
    test_no_response_is_taken_for_that_of_another_call = None
    test_body_is_sent_whether_or_not_the_server_says_100 = None
    test_switching_protocols_is_an_error = None
    # A body that ends with the connection is complete for Node.js, also if the connection is reset.
    test_reset_in_the_body = None
    # `fetch` joins repeated fields, except Set-Cookie.
    test_repeated_headers_are_kept = None
    test_redirects_with_invalid_locations_are_returned = None
    # A body is collected before Node.js connects, so a server does not see one that fails.
    test_exception_of_the_body_is_raised_unchanged = None
    test_os_error_of_the_body_is_raised_unchanged = None
    # `fetch` decodes br, and accepts data that ends too early.
    test_content_coding_that_is_not_supported_is_an_error = None
    test_coded_data_that_is_not_valid_is_an_error = None
    test_coded_data_that_is_cut_off_with_the_connection_is_an_error = None

    @pytest.fixture(autouse=True)
    def _set_hosts(self, request: Any, host: PyodideHost, authority: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.certificates = authority
        self.host, self.get_fixture = host, request.getfixturevalue
        endless = [pair for pair in failures.ENDLESS_RESPONSES if INTERIM_100 not in pair]
        monkeypatch.setattr(failures, "ENDLESS_RESPONSES", endless)
        interim = [each for each in response_cases.INTERIM_HEADS if INTERIM_100 not in each]
        monkeypatch.setattr(response_cases, "INTERIM_HEADS", interim)

    def make_transport(self, options: Any) -> Any:
        return RemoteTransport(self.get_fixture("suspending_host") if options.ca_file else self.host)

    def test_exception_of_the_body_is_raised_before_anything_is_sent(self) -> None:
        with RawServer(REQUEST, respond(b"ok")) as server, self.transport() as transport:
            for failure in (ValueError("raised by the body"), PermissionError(13, "raised by the body")):
                with pytest.raises(type(failure)) as caught:
                    call(transport, request(server.url, "POST", IterableBody(b"one", failure=failure, length=100)))
                assert caught.value is failure
            assert call(transport, request(server.url)) == (200, b"ok")
        assert len(server.requests) == 1

    def test_coding_that_the_host_does_not_decode_is_an_error(self) -> None:
        coded = {
            "compress": b"coded",
            "gzip, xz": b"coded",
            "gzip": b"plain text",
            "deflate": b"\xffplain text",
            "br": b"coded",
        }
        scripts = [
            (REQUEST, respond(data, "200 OK", "Content-Encoding: " + name, "Connection: close"))
            for name, data in coded.items()
        ]
        with RawServer(per_connection(*scripts)) as server, self.transport() as transport:
            for name in coded:
                with raises_network_error() as caught:
                    assert call(transport, request(server.url, "POST", b"{}")) == name
                assert "Content-Encoding" in str(caught.error), name
                assert caught.error.is_retryable is False, name

    def test_redirects_with_any_location_are_returned(self) -> None:
        locations = [location for location in response_cases.INVALID_LOCATIONS if len(location) < MAX_NODE_HEAD]
        steps = [(REQUEST, respond(b"", "302 Found", "Location: " + location)) for location in locations]
        with RawServer(*[step for pair in steps for step in pair]) as server, self.transport() as transport:
            for location in locations:
                status, headers, _, close = transport.send(request(server.url, "POST", b"{}"))
                close()
                assert (status, dict(headers)["location"]) == (302, location)

    def test_values_of_repeated_headers_are_joined(self) -> None:
        script = (REQUEST, respond(b"", "200 OK", "X-Many: one", "X-Many: two", "Set-Cookie: a=1", "Set-Cookie: b=2"))
        with RawServer(*script) as server, self.transport() as transport:
            _, headers, _, close = transport.send(request(server.url))
            close()
        assert [value for name, value in headers if name == "x-many"] == ["one, two"]
        assert [value for name, value in headers if name == "set-cookie"] == ["a=1", "b=2"]

    def test_fields_that_the_host_sets_itself_do_no_harm(self) -> None:
        names = ("Content-Length", "Expect", "Keep-Alive", "Transfer-Encoding", "Upgrade")
        with RawServer(REQUEST, respond(b"ok")) as server, self.transport() as transport:
            headers = {**dict.fromkeys(names, "1"), "User-Agent": "mine"}
            assert call(transport, request(server.url, "POST", b"abc")._replace(headers=headers)) == (200, b"ok")
        assert server.requests[0].body == b"abc"
        assert server.requests[0].header("User-Agent") == ["mine"]

    def test_get_with_a_body_is_a_value_error(self) -> None:
        with self.transport() as transport, pytest.raises(ValueError, match="^body: .* another method"):
            call(transport, request("http://127.0.0.1:9/", "GET", b"{}"))

    def test_a_large_upload_may_take_longer_than_the_read_timeout(self) -> None:
        received = threading.Event()

        def read_slowly(connection: Any) -> None:
            connection.read_head()
            assert not received.wait(0.6)  # the buffers of the sockets are full meanwhile
            connection.read_body(connection.head)

        with RawServer(read_slowly, respond(b"ok")) as server, self.transport() as transport:
            upload = request(server.url, "POST", IterableBody(*[b"x" * 65536] * 256), read=0.3, write=20)
            assert call(transport, upload) == (200, b"ok")


PROGRAM = """
import asyncio, json
openai = library({package!r})

def client(url, **options):
    return openai.AsyncOpenAI(**{{"api_key": "k", "base_url": url, "max_retries": 0, **options}})

MESSAGES = [{{"role": "user", "content": "Say hello"}}]
"""


def start(host: PyodideHost, source: str, url: str, **arguments: Any) -> Any:
    """Start a program that begins with PROGRAM; its `main` gets `url`."""
    return host.run(PROGRAM.format(package=PACKAGE) + source, url=url, **arguments)


def run(host: PyodideHost, source: str, url: str, **arguments: Any) -> Any:
    """Run a program that begins with PROGRAM; return what its `main` returns."""
    return start(host, source, url, **arguments).result()


CALLS = """
async def main(url):
    async with client(url) as api:
        completion = await api.chat.completions.create(model="m", messages=MESSAGES)
        raw = await api.chat.completions.with_raw_response.create(model="m", messages=MESSAGES)
        vector = (await api.embeddings.create(model="m", input="text")).data[0].embedding
        names = []
        async for model in api.models.list():
            names.append(model.id)
        return completion.choices[0].message.content, raw.status_code, raw.request_id, len(vector), names
"""


def test_calls(host: PyodideHost, server: Any) -> None:
    text, status, request_id, dimensions, names = run(host, CALLS, server.base_url)
    assert "hello" in text.lower()
    assert status == 200 and request_id == server.requests[1].request_id
    assert dimensions > 2 and names
    assert server.requests[0].header("User-Agent").startswith("openai-stdlib/")
    assert server.requests[0].header("Authorization") == "Bearer k"
    assert server.requests[0].header("Accept-Encoding") == "identity"


STREAM = """
async def main(url, close_early=False):
    async with client(url) as api:
        stream = await api.chat.completions.create(model="m", messages=MESSAGES, stream=True)
        async for event in stream:
            emit(event.choices[0].delta.content)
            if close_early:
                await stream.close()
                return "closed"
        return "ended"
"""


def chat_event(text: str) -> bytes:
    """Encode a chunk of a body with one event of a streamed chat."""
    return chunk(
        b'data: {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": '
        b'[{"index": 0, "delta": {"content": "%s"}, "finish_reason": null}]}\n\n' % text.encode()
    )


EVENTS = send(head("200 OK", CHUNKED, "Content-Type: text/event-stream") + chat_event("one"))


def test_events_of_a_stream_arrive_one_by_one(host: PyodideHost) -> None:
    first, second = threading.Event(), threading.Event()
    script = (REQUEST, EVENTS, wait(first), send(chat_event("two")), wait(second))
    end = send(chat_event("three") + chunk(b"data: [DONE]\n\n") + chunk(b""))
    with RawServer(forever(*script, end)) as server:
        for _ in range(2):
            program = start(host, STREAM, server.url)
            assert program.event() == "one"  # the server sends the next event only now
            first.set()
            assert program.event() == "two"
            second.set()
            assert program.event() == "three"
            assert program.result() == "ended"
        assert server.connections == 1, "the connection was not kept after a stream"


def test_closing_a_stream_closes_its_connection(host: PyodideHost) -> None:
    gone = threading.Event()
    with RawServer(REQUEST, EVENTS, DRAIN, signal(gone)) as server:
        assert run(host, STREAM, server.url, close_early=True) == "closed"
        assert gone.wait(WAIT_TIMEOUT)


ABANDONED = """
import gc

async def main(url):
    api = client(url)
    stream = await api.chat.completions.create(model="m", messages=MESSAGES, stream=True)
    await stream.__anext__()
    del stream
    gc.collect()
"""


def test_an_abandoned_stream_closes_its_connection(host: PyodideHost) -> None:
    gone = threading.Event()
    with RawServer(REQUEST, EVENTS, DRAIN, signal(gone)) as server:
        run(host, ABANDONED, server.url)
        assert gone.wait(WAIT_TIMEOUT)


FILES = """
import hashlib, os, pathlib, tempfile

async def main(url):
    data = os.urandom(3 << 20)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "data.jsonl")
        path.write_bytes(data)
        async with client(url) as api:
            from_path = await api.files.create(file=path, purpose="batch")
            with path.open("rb") as file:
                from_file = await api.files.create(file=file, purpose="batch")
            in_parts = await api.uploads.upload_file_chunked(
                file=path, mime_type="application/jsonl", purpose="batch", part_size=1 << 20
            )
            speech = await api.audio.speech.create(model="m", voice="v", input="hi")
            target = pathlib.Path(folder, "copy")
            async with api.files.with_streaming_response.content(from_path.id) as response:
                await response.stream_to_file(target)
            downloaded = (await api.files.content(from_file.id)).read()
            return (
                hashlib.sha256(data).hexdigest(),
                [from_path.filename, from_path.bytes, from_file.bytes, in_parts.status],
                target.read_bytes() == data, downloaded == data, len(speech.read()),
            )
"""


def test_uploads_and_downloads(host: PyodideHost, server: Any) -> None:
    _, uploaded, equals_target, equals_downloaded, speech = run(host, FILES, server.base_url)
    assert uploaded == ["data.jsonl", 3 << 20, 3 << 20, "completed"]
    assert equals_target and equals_downloaded and speech
    assert all(each.header("Content-Length") for each in server.requests if each.body_length)


ERRORS = """
async def main(url, **options):
    async with client(url, **options) as api:
        try:
            return "result", (await api.models.list()).data[0].id
        except openai.OpenAIError as error:
            names = [cls.__name__ for cls in type(error).__mro__]
            return names, str(error), getattr(error, "status_code", None), type(error.__cause__).__name__
"""


def test_error_statuses(host: PyodideHost, server: Any) -> None:
    names, text, status, _ = run(host, ERRORS, server.base_url, api_key="wrong")
    assert names[0] == "AuthenticationError" and status == 401 and "401" in text


def test_retries(host: PyodideHost, server: Any) -> None:
    server.inject_fault("status=500; times=1")
    assert run(host, ERRORS, server.base_url, max_retries=2)[0] == "result"
    assert len(server.requests) == 2


def test_redirects_are_followed_by_the_client(host: PyodideHost, server: Any) -> None:
    script = (REQUEST, respond(b"", "307 Temporary Redirect", "Location: /v1/models"))
    data = b'{"object": "list", "data": [{"id": "moved", "object": "model"}]}'
    with RawServer(*script, REQUEST, respond(data)) as first:
        assert run(host, ERRORS, first.url) == ("result", "moved")
    assert [each.target for each in first.requests] == ["/models", "/v1/models"]
    location = "Location: {}/models".format(server.base_url)
    with RawServer(REQUEST, respond(b"", "307 Temporary Redirect", location)) as first:
        assert run(host, ERRORS, first.url)[0][0] == "AuthenticationError"
    assert server.requests[0].header("Authorization") == "", "the key was sent to another origin"


def test_a_dead_server(host: PyodideHost) -> None:
    with socket.socket() as bound:  # bound, but not listening
        bound.bind(("127.0.0.1", 0))
        names, text, _, cause = run(host, ERRORS, "http://127.0.0.1:{}".format(bound.getsockname()[1]), max_retries=1)
    assert names[0] == "APIConnectionError" and "ECONNREFUSED" in text
    assert cause == "ConnectionError"


def test_timeouts(host: PyodideHost) -> None:
    with RawServer(REQUEST, DRAIN) as server:
        assert run(host, ERRORS, server.url, timeout=0.3)[0][0] == "APITimeoutError"
    gone = threading.Event()
    with RawServer(REQUEST, EVENTS, DRAIN, signal(gone)) as server:
        program = start(host, STREAM.replace("client(url)", "client(url, timeout=0.5)"), server.url)
        assert program.event() == "one"
        with pytest.raises(ProgramError) as caught:
            program.result()
        assert caught.value.details["name"] == "APITimeoutError"
        assert gone.wait(WAIT_TIMEOUT)


LONG_TIMEOUT = """
async def main(url):
    async with client(url, timeout=10**9) as api:
        return (await api.models.list()).object
"""


def test_a_timeout_may_exceed_the_timers_of_the_host(host: PyodideHost, server: Any) -> None:
    assert run(host, LONG_TIMEOUT, server.base_url) == "list"


def test_cancelling(host: PyodideHost) -> None:
    started, gone = threading.Event(), threading.Event()
    with RawServer(REQUEST, signal(started), DRAIN, signal(gone)) as server:
        program = start(host, ERRORS, server.url)
        assert started.wait(WAIT_TIMEOUT)
        program.cancel()
        with pytest.raises(BaseException) as caught:
            program.result()
        assert type(caught.value).__name__ == "CancelledError"
        assert gone.wait(WAIT_TIMEOUT)


HELPERS = """
class Step:
    name: str
    def __init__(self, name=""): self.name = name

SCHEMA = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"],
          "additionalProperties": False}

async def main(url):
    import dataclasses

    @dataclasses.dataclass
    class Person:
        name: str
        age: int

    async with client(url) as api:
        parsed = await api.chat.completions.parse(model="m", messages=MESSAGES, response_format=Person)
        person = parsed.choices[0].message.parsed
        async with api.chat.completions.stream(model="m", messages=MESSAGES) as stream:
            kinds = {event.type async for event in stream}
            final = await stream.get_final_completion()
        many = await asyncio.gather(*(api.chat.completions.create(model="m", messages=MESSAGES) for _ in range(10)))
        return type(person).__name__, type(person.age).__name__, sorted(kinds), final.object, len(many)
"""


def test_helpers(host: PyodideHost, server: Any) -> None:
    person, age, kinds, final, many = run(host, HELPERS, server.base_url)
    assert (person, age, final, many) == ("Person", "int", "chat.completion", 10)
    assert "content.delta" in kinds


PAGES = """
async def main(url):
    async with client(url) as api:
        for number in range(5):
            await api.files.create(file=(f"{number}.jsonl", b"{}"), purpose="batch")
        page = await api.files.list(limit=2)
        return [file.filename async for file in page], len(page.data)
"""


def test_pages(host: PyodideHost, server: Any) -> None:
    names, count = run(host, PAGES, server.base_url)
    assert sorted(names) == ["0.jsonl", "1.jsonl", "2.jsonl", "3.jsonl", "4.jsonl"] and count == 2


OPTIONS = """
async def main(url):
    async with client(url) as api:
        try:
            await api.models.list(config=openai.Config(http_options={"proxy": "http://user:word@proxy:1"}))
        except openai.ConfigError as error:
            messages = [str(error)]
        try:
            openai.FetchTransport(ssl_context=object())
        except openai.ConfigError as error:
            messages.append(str(error))
        await api.models.list(config=openai.Config(http_options={"proxy": ""}))
        return messages
"""


def test_proxy_and_ssl_are_left_to_the_host(host: PyodideHost, server: Any) -> None:
    for message in run(host, OPTIONS, server.base_url):
        assert message.startswith("transport: the host's fetch() connects") and "word" not in message


SYNC = """
async def main(url):
    with openai.OpenAI(api_key="k", base_url=url, max_retries=1) as api:
        completion = api.chat.completions.create(model="m", messages=MESSAGES)
        text = ""
        for event in api.chat.completions.create(model="m", messages=MESSAGES, stream=True):
            text += event.choices[0].delta.content or "" if event.choices else ""
        uploaded = api.files.create(file=("a.jsonl", b"{}"), purpose="batch")
        try:
            api.with_options(api_key="wrong").models.list()
        except openai.AuthenticationError as error:
            status = error.status_code
        return completion.choices[0].message.content, text, uploaded.filename, status
"""


def test_sync_client_says_what_to_use(host: PyodideHost, server: Any) -> None:
    with pytest.raises(ProgramError) as caught:
        run(host, SYNC, server.base_url)
    assert caught.value.details["name"] == "ConfigError"
    assert "needs sockets, which this host doesn't have; use AsyncOpenAI" in caught.value.details["text"]
    assert "\n" not in caught.value.details["text"]
    assert server.requests == []


def test_sync_client_where_the_host_can_suspend_it(suspending_host: PyodideHost, server: Any) -> None:
    server.inject_fault("status=500; times=1")
    text, streamed, filename, status = run(suspending_host, SYNC, server.base_url)
    assert "hello" in text.lower() and "hello" in streamed.lower()
    assert (filename, status) == ("a.jsonl", 401)


SYNC_STREAM = """
async def main(url):
    with openai.OpenAI(api_key="k", base_url=url, max_retries=0) as api:
        stream = api.chat.completions.create(model="m", messages=MESSAGES, stream=True)
        for event in stream:
            emit(event.choices[0].delta.content)
"""


def test_events_of_a_sync_stream_arrive_one_by_one(suspending_host: PyodideHost) -> None:
    first = threading.Event()
    end = send(chat_event("two") + chunk(b"data: [DONE]\n\n") + chunk(b""))
    with RawServer(REQUEST, EVENTS, wait(first), end) as server:
        program = start(suspending_host, SYNC_STREAM, server.url)
        assert program.event() == "one"
        first.set()
        assert program.event() == "two"
        program.result()


THREADS = """
async def main(url):
    with openai.OpenAI(api_key="k", base_url=url) as api:
        upload = api.uploads.upload_file_chunked(
            file=b"x" * 3000000, filename="a", mime_type="text/plain", purpose="batch", part_size=1 << 20
        )
        config = openai.Config(http_options={"stream_to": print})
        try:
            api.chat.completions.create(model="m", messages=MESSAGES, stream=True, config=config)
        except openai.OpenAIError as error:
            return upload.status, str(error)
"""


def test_sync_helpers_without_threads(suspending_host: PyodideHost, server: Any) -> None:
    status, message = run(suspending_host, THREADS, server.base_url)
    assert status == "completed"
    assert message.startswith("stream_to: ") and "\n" not in message


ABANDONED_SYNC = """
import gc

async def main(url):
    api = openai.OpenAI(api_key="k", base_url=url, max_retries=0)
    stream = api.chat.completions.create(model="m", messages=MESSAGES, stream=True)
    next(stream)
    del stream
    gc.collect()
"""


def test_an_abandoned_sync_stream_closes_its_connection(suspending_host: PyodideHost) -> None:
    gone = threading.Event()
    with RawServer(REQUEST, EVENTS, DRAIN, signal(gone)) as server:
        run(suspending_host, ABANDONED_SYNC, server.url)
        assert gone.wait(WAIT_TIMEOUT)


TWO_TASKS = """
async def main(url):
    async def ask(number):
        with openai.OpenAI(api_key="k", base_url=url) as api:
            return api.chat.completions.create(model="m", messages=MESSAGES).choices[0].message.content

    async def ask_async(number):
        async with client(url) as api:
            return (await api.chat.completions.create(model="m", messages=MESSAGES)).choices[0].message.content

    tasks = [ask(number) for number in range(3)] + [ask_async(number) for number in range(3)]
    return len(set(await asyncio.gather(*tasks)))
"""


def test_sync_calls_of_several_tasks(suspending_host: PyodideHost, server: Any) -> None:
    assert run(suspending_host, TWO_TASKS, server.base_url) == 1
    assert len(server.requests) == 6


def test_example_of_the_documentation(tmp_path: Path, server: Any) -> None:
    folder, wheel = find_pyodide(), find_wheel()
    page = Path(__file__).parent.parent / "docs" / "pyodide.md"
    program = page.read_text(encoding="utf-8").partition("```js\n")[2].partition("```")[0]
    (tmp_path / "node_modules").symlink_to(Path(folder).parent)
    shutil.copy(wheel, tmp_path)
    assert "openai_stdlib-VERSION-py3-none-any.whl" in program
    program = program.replace("openai_stdlib-VERSION-py3-none-any.whl", wheel.name)
    file = tmp_path / "chat.mjs"
    file.write_text(program.replace("AsyncOpenAI()", "AsyncOpenAI(base_url={!r})".format(server.base_url)))
    environment = {**os.environ, "OPENAI_API_KEY": "k"}
    process = subprocess.run(
        ["node", file.name], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, timeout=START_TIMEOUT
    )  # ends by itself: no timer keeps it running
    assert process.returncode == 0
    assert "Hello from the embedded server!" in process.stdout.decode()


COPY = """
import pathlib, sys

async def main(url, data, name):
    path = pathlib.Path("/", name)
    path.write_bytes(data)
    sys.path.insert(0, str(path) if path.suffix == ".zip" else "/")
    oai = library(path.stem)
    async with oai.AsyncOpenAI(api_key="k", base_url=url) as api:
        await api.chat.completions.create(model="m", messages=MESSAGES)
        return oai.__file__
"""


@pytest.mark.parametrize("name", ["zipped.zip", "single.py"])
def test_a_copy_that_the_command_vendor_has_written(name: str, host: PyodideHost, server: Any, tmp_path: Path) -> None:
    option = ["--single-file", name] if name == "single.py" else ["--name", "zipped", "--zip", name]
    command = [sys.executable, "-m", PACKAGE, "vendor", *option, "--only", "chat", "--async"]
    path = {"PYTHONPATH": str(FOLDER.parents[PACKAGE.count(".")])}
    subprocess.run(command, cwd=tmp_path, env={**os.environ, **path}, check=True, timeout=START_TIMEOUT)
    file = run(host, COPY, server.base_url, data=(tmp_path / name).read_bytes(), name=name)
    assert file.startswith("/" + name)
    assert len(server.requests) == 1


def test_a_host_without_fetch() -> None:
    with pytest.raises(load("call.errors").ConfigError, match="^transport: .*use another transport$"):
        load("transport.fetch_transport").FetchTransport()


REPLACED = """
async def main(url):
    import io, urllib.request

    class Response(io.BytesIO):
        status, headers = 200, {"content-type": "application/json"}
        def getcode(self): return 200

    def open(self, request, data=None, timeout=None):
        emit(request.data)
        return Response(b'{"object": "list", "data": []}')

    original, urllib.request.OpenerDirector.open = urllib.request.OpenerDirector.open, open
    try:
        api = openai.OpenAI(api_key="k", base_url=url)
        api.files.create(file=("a.jsonl", b"content"), purpose="batch")
        return api.models.list().object
    finally:
        urllib.request.OpenerDirector.open = original
"""


def test_urllib_that_the_program_has_replaced_is_used(host: PyodideHost) -> None:
    program = start(host, REPLACED, "http://127.0.0.1:9/v1")
    assert program.result() == "list"
    assert b"content" in program.event()  # the host cannot send an iterable
    assert program.event() is None
