# SPDX-License-Identifier: MIT
"""Raw and streaming responses over real sockets, for both clients: what they tell, and bodies that don't go well.

Each test is written once, for asyncio; `wait`, `each` and `Opened` make it hold for the sync client too.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import io
import json
import os
import pickle
import threading
import tracemalloc
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Callable, Dict, Iterator, List

import pytest

from . import load, package
from .raw_server import (
    CLOSE,
    DRAIN,
    REQUEST,
    RESET,
    RawServer,
    answer,
    chunk,
    forever,
    head,
    per_connection,
    send,
    send_repeatedly,
    signal,
)
from .raw_server import wait as until

binary = load("results.binary")
raw = load("results.raw_response")
streamed = load("results.streaming_response")
pages = load("results.pages")
stream = load("results.stream")
message = load("call.message")
APIObject = load("results.objects").APIObject

KEY = "sk-never-to-be-seen"
FILE = {"id": "file-1", "object": "file", "filename": "ä.txt"}
TEXT = json.dumps(FILE, ensure_ascii=False)
JSON = "Content-Type: application/json; charset=utf-8"
BYTES = "Content-Type: application/octet-stream"
GOOD = answer(TEXT.encode(), "200 OK", JSON, "X-Request-Id: req_9", "Set-Cookie: secret=cookie", "X-A: 1", "X-A: 2")
EVENTS = b'data: {"id":"c","choices":[{"index":0,"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n'
HELLO: Dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hello"}]}
LIMIT = 10.0


async def wait(value: Any) -> Any:
    return await value if hasattr(value, "__await__") else value


async def each(items: Any) -> List[Any]:
    return [item async for item in items] if hasattr(items, "__aiter__") else list(items)


class Opened:
    """An `async with` over a manager of either kind."""

    def __init__(self, manager: Any) -> None:
        self.manager = manager
        self.is_async = hasattr(manager, "__aenter__")

    async def __aenter__(self) -> Any:
        return await self.manager.__aenter__() if self.is_async else self.manager.__enter__()

    async def __aexit__(self, *exception: Any) -> Any:
        return await self.manager.__aexit__(*exception) if self.is_async else self.manager.__exit__(*exception)


@pytest.fixture(params=["OpenAI", "AsyncOpenAI"])
def run(request: Any) -> Any:
    """Run an async test with a client for a server, and close both."""

    def go(test: Callable[[Any], Any], *script: Any, **options: Any) -> Any:
        async def main(url: str) -> Any:
            made = getattr(package, request.param)
            options.setdefault("max_retries", 0)
            client = made(api_key=KEY, base_url=url + "/v1", environment=False, **options)
            async with Opened(client):
                return await asyncio.wait_for(test(client), 6 * LIMIT)

        with RawServer(*script) as server:
            asyncio.run(main(server.url))
        gc.collect()  # what nobody closed warns now
        return server

    return go


def always(*steps: Any) -> Any:
    return forever(REQUEST, *steps)


# Raw


def test_raw_response_tells_all_of_the_answer(run: Any) -> None:
    async def test(client: Any) -> None:
        response = await wait(client.files.with_raw_response.retrieve("file-1", extra_query={"q": "1"}))
        assert type(response) is raw.LegacyAPIResponse
        assert (response.status_code, response.method, response.http_version) == (200, "GET", "HTTP/1.1")
        assert response.url == str(client.base_url) + "files/file-1?q=1"
        assert (response.content, response.text) == (TEXT.encode(), TEXT)
        assert (response.headers["x-a"], response.headers["CONTENT-TYPE"]) == ("1, 2", JSON[14:])
        assert (response.request_id, response.retries_taken, response.is_closed) == ("req_9", 0, True)
        assert timedelta(0) < response.elapsed < timedelta(seconds=LIMIT)
        assert repr(response) == "<APIResponse [200 OK] type=<class 'FileObject'>>"
        found = response.parse()
        assert found is response.parse()
        assert (found, found._request_id) == (FILE, "req_9")
        assert response.http_request is response.http_response.request

    run(test, always(GOOD))


def test_http_response_has_what_programs_look_at(run: Any) -> None:
    async def test(client: Any) -> None:
        found = (await wait(client.chat.completions.with_raw_response.create(**HELLO))).http_response
        assert (found.status_code, found.reason_phrase, found.is_success, found.is_error) == (200, "OK", True, False)
        assert (found.content, found.read(), found.text, found.json()) == (TEXT.encode(), TEXT.encode(), TEXT, FILE)
        assert type(found.json()) is dict
        assert (found.encoding, found.charset_encoding, found.is_closed) == ("utf-8", "utf-8", True)
        assert list(found.iter_bytes(30)) == [TEXT.encode()[:30], TEXT.encode()[30:]]
        assert list(found.iter_bytes()) == list(found.iter_raw()) == [TEXT.encode()]
        assert list(found.iter_text()) == list(found.iter_lines()) == [TEXT]
        assert found.raise_for_status() is found
        request = found.request
        assert (request.method, request.url) == ("POST", found.url)
        assert json.loads(request.content) == HELLO
        assert request.headers["authorization"] == "Bearer " + KEY
        travelled = pickle.loads(pickle.dumps(found))
        assert (travelled.content, travelled.elapsed, travelled.is_closed) == (found.content, found.elapsed, True)
        assert "set-cookie" not in travelled.headers

    run(test, always(GOOD))


def test_error_has_the_same_response(run: Any) -> None:
    async def test(client: Any) -> None:
        with pytest.raises(package.NotFoundError) as caught:
            await wait(client.files.with_raw_response.retrieve("file-2"))
        response = caught.value.response
        assert (response.status_code, response.reason_phrase, response.is_error) == (404, "Not Found", True)
        assert response.json() == {"error": {"message": "no"}}
        assert response.elapsed > timedelta(0)
        assert response.is_closed
        assert caught.value.request.content == b""
        with pytest.raises(package.NotFoundError, match="no"):
            response.raise_for_status()

    run(test, always(answer(b'{"error": {"message": "no"}}', "404 Not Found", JSON)))


def test_upload_s_request_says_that_its_body_is_gone(run: Any) -> None:
    async def test(client: Any) -> None:
        found = await wait(client.files.with_raw_response.create(file=("a", b"x"), purpose="batch"))
        assert found.parse().id == "file-1"
        with pytest.raises(package.StreamConsumedError, match="generated while it was sent"):
            found.http_request.content  # noqa: B018

    run(test, always(GOOD))


def test_retries_are_counted_in_both_kinds(run: Any) -> None:
    busy = answer(b"", "503 Service Unavailable", "Retry-After-Ms: 1", "Connection: close")

    async def test(client: Any) -> None:
        assert (await wait(client.files.with_raw_response.retrieve("f"))).retries_taken == 2

    async def opened(client: Any) -> None:
        async with Opened(client.files.with_streaming_response.retrieve("f")) as response:
            assert response.retries_taken == 2
            assert (await wait(response.parse())).id == "file-1"

    for each_test in (test, opened):
        server = run(each_test, per_connection([REQUEST, busy], [REQUEST, busy], [REQUEST, GOOD]), max_retries=2)
        assert len(server.requests) == 3


def test_every_level_of_the_tree_has_both(run: Any) -> None:
    async def test(client: Any) -> None:
        for resource in (client.with_raw_response.files, client.files.with_raw_response):
            assert (await wait(resource.retrieve("f"))).status_code == 200
        found = await wait(client.with_raw_response.vector_stores.file_batches.retrieve("b", vector_store_id="v"))
        assert found.url.endswith("/vector_stores/v/file_batches/b")
        assert (await wait(client.with_raw_response.with_raw_response.files.retrieve("f"))).status_code == 200
        async with Opened(client.with_raw_response.files.with_streaming_response.retrieve("f")) as response:
            assert response.status_code == 200
            await wait(response.read())
        async with Opened(client.with_streaming_response.with_streaming_response.files.retrieve("f")) as response:
            await wait(response.close())
        view = client.with_raw_response
        assert "files" in dir(view)
        assert view.base_url == client.base_url
        assert KEY not in repr(view)
        with pytest.raises(AttributeError, match="nothing"):
            view.nothing  # noqa: B018
        assert (await wait(client.files.retrieve("f"))).id == "file-1", "the client itself is as it was"

    run(test, always(GOOD))


def test_verbs_of_a_client_are_bound_to_the_view() -> None:
    class HTTPMethodsMixin(package.OpenAI):  # type: ignore[misc,name-defined]
        def get(self, path: str) -> Any:
            return self._call(load("api.operation").GET(path), {"extra_headers": dict(self.default_headers)})

    with RawServer(always(GOOD)) as server:
        with HTTPMethodsMixin(api_key=KEY, base_url=server.url, environment=False) as client:
            assert client.get("/files/f").id == "file-1"
            assert client.with_raw_response.get("/files/f").status_code == 200
            with client.with_streaming_response.get("/files/f") as response:
                assert response.json() == FILE


def test_raw_list_gives_a_page_whose_next_pages_are_plain(run: Any) -> None:
    first = answer(b'{"data": [{"id": "a"}], "has_more": true}', "200 OK", JSON)
    last = answer(b'{"data": [{"id": "b"}], "has_more": false}', "200 OK", JSON)

    async def test(client: Any) -> None:
        response = await wait(client.files.with_raw_response.list(limit=1))
        page = response.parse()
        assert isinstance(page, (pages.SyncCursorPage, pages.AsyncCursorPage))
        assert page is response.parse(to=pages.SyncCursorPage[APIObject])
        assert repr(page).startswith(type(page).__name__ + "[FileObject](data=[")
        following = await wait(page.get_next_page())
        assert type(following) is type(page)
        assert following.data == [{"id": "b"}]

    run(test, REQUEST, first, REQUEST, last, DRAIN)


def test_raw_stream_is_there_at_once_and_read_when_it_is_wanted(run: Any) -> None:
    in_progress = threading.Event()

    async def test(client: Any) -> None:
        response = await wait(client.chat.completions.with_raw_response.create(**HELLO, stream=True))
        assert (response.status_code, response.is_closed) == (200, False)
        assert "Stream" in repr(response)
        in_progress.set()
        found = response.parse()
        assert found is response.parse()
        assert [item.choices[0].delta.content for item in await each(found)] == ["Hi"]
        assert response.is_closed
        with pytest.raises(package.StreamConsumedError):
            response.content  # noqa: B018

    run(test, REQUEST, send(head("200 OK", "Content-Type: text/event-stream")), until(in_progress), send(EVENTS), CLOSE)


def test_raw_stream_that_nobody_takes_leaves_nothing_open() -> None:
    with RawServer(REQUEST, send(head("200 OK", "Content-Type: text/event-stream")), DRAIN) as server:
        with package.OpenAI(api_key=KEY, base_url=server.url, environment=False) as client:
            client.chat.completions.with_raw_response.create(**HELLO, stream=True)
            gc.collect()


@dataclass
class Made:
    """A model that is made by keywords."""

    id: str
    object: str
    filename: str


class Judged:
    """A model of pydantic's kind."""

    def __init__(self, fields: Any) -> None:
        self.fields = fields

    @classmethod
    def model_validate(cls, fields: Any) -> Judged:
        if "id" not in fields:
            raise ValueError("id is missing")
        return cls(fields)


class Own(APIObject):  # type: ignore[misc,valid-type]
    """A model of ours."""


def test_answer_can_be_parsed_as_something_else(run: Any) -> None:
    async def test(client: Any) -> None:
        response = await wait(client.files.with_raw_response.retrieve("f"))
        for to in (dict, list, object, Dict[str, Any]):
            assert response.parse(to=to) == FILE
            assert response.parse(to=to) is response.parse(to=to)
        assert response.parse(to=str) == TEXT
        assert response.parse(to=bytes) == TEXT.encode()
        assert response.parse(to=type(None)) is None
        assert response.parse(to=bool) is False
        assert response.parse(to=binary.BinaryContent).content == TEXT.encode()
        assert response.parse(to=message.Response) is response.http_response
        assert response.parse(to=Made) == Made("file-1", "file", "ä.txt")
        assert response.parse(to=Dict[str, str]) == FILE
        assert response.parse(to=Judged).fields == FILE
        assert (type(response.parse(to=Own)), response.parse(to=Own).id) == (Own, "file-1")
        assert isinstance(response.parse(), APIObject)
        for wrong in (int, float, Judged2, List[Made]):
            with contextlib.suppress(package.APIResponseValidationError):
                assert response.parse(to=wrong) == FILE, "lists that are none stay what they are"
        with pytest.raises(package.APIResponseValidationError, match="converted to it .id is missing") as caught:
            response.parse(to=Judged2)
        assert (caught.value.request_id, caught.value.status_code) == ("req_9", 200)
        with pytest.raises(package.ArgumentError, match="to: expected a type, got 'dict'"):
            response.parse(to="dict")
        async with Opened(client.files.with_streaming_response.retrieve("f")) as opened:
            assert await wait(opened.parse(to=Made)) == Made("file-1", "file", "ä.txt")

    run(test, always(GOOD))


class Judged2(Judged):
    """A model that refuses."""

    @classmethod
    def model_validate(cls, fields: Any) -> Judged:
        raise ValueError("id is missing")


def test_list_of_models_is_made_of_a_list(run: Any) -> None:
    async def test(client: Any) -> None:
        response = await wait(client.files.with_raw_response.retrieve("f"))
        assert response.parse(to=List[Made]) == [Made("a", "b", "c")]
        assert response.parse(to=Dict[str, Made]) == [{"id": "a", "object": "b", "filename": "c"}]

    run(test, always(answer(b'[{"id": "a", "object": "b", "filename": "c"}]', "200 OK", JSON)))


@pytest.mark.parametrize(
    "body, content_type, says",
    [
        (b"<html>Log in", "text/html", r"Expected JSON, got an HTML page \(status 200\)"),
        (b'{"id": ', "application/json", "JSON that cannot be parsed"),
        (b"", "application/json", "an empty body"),
        (b"words", "text/plain", "a body of type text/plain"),
    ],
)
def test_answers_that_were_not_promised_are_told(run: Any, body: bytes, content_type: str, says: str) -> None:
    async def test(client: Any) -> None:
        plain = client.files.retrieve
        response = await wait(client.files.with_raw_response.retrieve("f"))
        assert response.content == body
        async with Opened(client.files.with_streaming_response.retrieve("f")) as opened:
            for call in (lambda: plain("f"), response.parse, lambda: response.parse(to=dict), opened.parse):
                with pytest.raises(package.APIResponseValidationError, match=says) as caught:
                    await wait(call())
                error = caught.value
                assert (error.status_code, error.request_id, error.body) == (200, "req_1", body)
                assert KEY not in str(error) + repr(error)
        with pytest.raises(package.APIResponseValidationError, match=says):
            listing = client.files.list()
            await wait(listing)

    run(test, always(answer(body, "200 OK", "Content-Type: " + content_type, "X-Request-Id: req_1")))


def test_operations_that_promise_nothing_or_text(run: Any) -> None:
    async def test(client: Any) -> None:
        assert await wait(client.responses.delete("r")) is None
        response = await wait(client.responses.with_raw_response.delete("r"))
        assert (response.parse(), response.content) == (None, TEXT.encode())
        assert "NoneType" in repr(response)
        with pytest.warns(DeprecationWarning):
            response = await wait(client.files.with_raw_response.retrieve_content("f"))
        assert response.parse() == TEXT
        response = await wait(client.files.with_raw_response.content("f"))
        assert repr(response) == "<APIResponse [200 OK] type=<class 'BinaryContent'>>"
        assert (response.parse().content, response.parse().json()) == (TEXT.encode(), FILE)

    run(test, always(GOOD))


# Streaming


def test_request_is_made_on_the_way_in_and_the_body_waits(run: Any) -> None:
    in_progress = threading.Event()

    async def test(client: Any) -> None:
        manager = client.files.with_streaming_response.retrieve("file-1")
        async with Opened(manager) as response:
            assert type(response) in (streamed.APIResponse, streamed.AsyncAPIResponse)
            assert (response.status_code, response.is_closed, response.request_id) == (200, False, "req_9")
            assert timedelta(0) < response.elapsed
            assert repr(response) == "<{} [200 OK] type=<class 'FileObject'>>".format(type(response).__name__)
            with pytest.raises(package.StreamConsumedError, match="has not been read"):
                response.http_response.content  # noqa: B018
            in_progress.set()
            assert await wait(response.read()) == TEXT.encode()
            assert response.is_closed
            assert await wait(response.text()) == TEXT
            assert await wait(response.json()) == FILE
            assert type(await wait(response.json())) is dict
            found = await wait(response.parse())
            assert found is await wait(response.parse())
            assert (found, found._request_id) == (FILE, "req_9")
            assert await each(response.iter_bytes(30)) == [TEXT.encode()[:30], TEXT.encode()[30:]]
            assert await each(response.iter_text(3)) == [TEXT[at : at + 3] for at in range(0, len(TEXT), 3)]
            assert await each(response.iter_lines()) == [TEXT]
            assert response.http_response.content == response.http_response.read() == TEXT.encode()
        assert await wait(response.read()) == TEXT.encode()

    begin = head("200 OK", JSON, "X-Request-Id: req_9", "Content-Length: {}".format(len(TEXT.encode())))
    run(test, REQUEST, send(begin), until(in_progress), send(TEXT.encode()), DRAIN)


def test_nothing_is_sent_before(run: Any) -> None:
    async def test(client: Any) -> None:
        client.files.with_streaming_response.retrieve("file-1")
        manager = client.files.with_streaming_response.retrieve("file-1", extra_query={"a": "b"})
        for _ in range(2):
            async with Opened(manager) as response:
                await wait(response.read())

    server = run(test, always(GOOD))
    assert [request.target for request in server.requests] == ["/v1/files/file-1?a=b"] * 2


def test_wrong_arguments_and_statuses_are_told_on_the_way_in(run: Any) -> None:
    async def test(client: Any) -> None:
        with pytest.raises(package.ArgumentError, match="messages"):
            async with Opened(client.chat.completions.with_streaming_response.create(model="m")):
                pass
        with pytest.raises(package.NotFoundError, match="no such file") as caught:
            async with Opened(client.files.with_streaming_response.retrieve("f")):
                pass
        assert caught.value.response.is_closed

    run(test, always(answer(b'{"error": {"message": "no such file"}}', "404 Not Found", JSON)))


PARTS = [b"one\ntw", b"o\r", b"\nthr\xc3", b"\xa4e\n\nlast"]


def test_body_comes_in_every_way(run: Any) -> None:
    ways = {
        "iter_bytes": (None, b"".join(PARTS)),
        "iter_text": (None, b"".join(PARTS).decode()),
        "iter_lines": (None, ["one", "two", "thräe", "", "last"]),
    }

    async def test(client: Any) -> None:
        for name in ways:
            async with Opened(client.files.with_streaming_response.content("f")) as response:
                found = await each(getattr(response, name)())
                expected = ways[name][1]
                assert found == expected if isinstance(expected, list) else type(found[0])().join(found) == expected
                assert response.is_closed
                for again in (response.read, response.text, response.json, response.parse):
                    with pytest.raises(package.StreamConsumedError):
                        await wait(again())
                with pytest.raises(package.StreamAlreadyConsumed):
                    await each(response.iter_bytes())
                with pytest.raises(package.StreamConsumedError):
                    response.http_response.content  # noqa: B018
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            assert await each(response.iter_bytes(chunk_size=7)) == [b"one\ntwo", b"\r\nthr\xc3\xa4", b"e\n\nlast"]
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            for wrong in (0, -1, 1.5, True):
                with pytest.raises(package.ArgumentError, match="chunk_size"):
                    await each(response.iter_bytes(wrong))

    body = b"".join(chunk(part) for part in PARTS)
    run(test, always(send(head("200 OK", BYTES, "Transfer-Encoding: chunked") + body + chunk(b""))))


def test_body_of_nothing(run: Any) -> None:
    async def test(client: Any) -> None:
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            assert await wait(response.read()) == b""
            assert await wait(response.text()) == ""
            assert await each(response.iter_bytes()) == []
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            assert await each(response.iter_lines()) == []

    run(test, always(answer(b"", "200 OK", BYTES)))


def test_stream_of_events_in_a_streaming_response(run: Any) -> None:
    async def test(client: Any) -> None:
        create = client.chat.completions.with_streaming_response.create
        async with Opened(create(**HELLO, stream=True)) as response:
            found = await wait(response.parse())
            assert isinstance(found, (stream.Stream, stream.AsyncStream))
            assert [item.choices[0].delta.content for item in await each(found)] == ["Hi"]
            with pytest.raises(package.StreamConsumedError):
                await wait(response.read())
        async with Opened(create(**HELLO, stream=True)) as response:
            assert [line for line in await each(response.iter_lines()) if line][-1] == "data: [DONE]"
        async with Opened(create(**HELLO, stream=True)) as response:
            await wait(response.parse())
        assert response.is_closed

    run(test, always(answer(EVENTS, "200 OK", "Content-Type: text/event-stream")))


# Leaving


def test_leaving_closes_what_was_not_read(run: Any) -> None:
    gone = threading.Event()

    async def test(client: Any) -> None:
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            pass
        assert response.is_closed
        for reading in (response.read, response.text, response.json, response.parse):
            with pytest.raises(package.StreamConsumedError, match="closed"):
                await wait(reading())
        with pytest.raises(package.StreamConsumedError):
            response.http_response.content  # noqa: B018
        await wait(response.close())
        await wait(response.close())
        assert await asyncio.get_running_loop().run_in_executor(None, gone.wait, LIMIT)

    run(test, REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x"), DRAIN, signal(gone))


def test_exception_closes_it(run: Any) -> None:
    gone = threading.Event()

    async def test(client: Any) -> None:
        with pytest.raises(KeyError, match="mine"):
            async with Opened(client.files.with_streaming_response.content("f")) as response:
                raise KeyError("mine")
        assert response.is_closed
        assert await asyncio.get_running_loop().run_in_executor(None, gone.wait, LIMIT)

    run(test, REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x"), DRAIN, signal(gone))


def test_closing_in_the_middle_is_no_end(run: Any) -> None:
    async def test(client: Any) -> None:
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            pieces = response.iter_bytes()
            assert await wait(pieces.__anext__() if hasattr(pieces, "__anext__") else next(pieces)) == b"x"
            await wait(response.close())
            with pytest.raises((package.StreamConsumedError, package.APIConnectionError)):
                await each(pieces)

    run(test, REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x"), DRAIN)


def test_transport_that_ends_quietly_when_it_is_closed_makes_no_whole_body(run: Any) -> None:
    class Quiet:
        def __init__(self) -> None:
            self.open = True

        def pieces(self) -> Iterator[bytes]:
            while self.open:
                yield b"x"

        def shut(self) -> None:
            self.open = False

    class Sync(Quiet):
        def send(self, request: Any) -> Any:
            return 200, [], self.pieces(), self.shut

        def close(self) -> None:
            """Nothing to close."""

    class Async(Quiet):
        async def send(self, request: Any) -> Any:
            async def pieces() -> Any:
                for piece in self.pieces():
                    yield piece

            async def close() -> None:
                self.shut()

            return 200, [], pieces(), close

        async def aclose(self) -> None:
            """Nothing to close."""

    async def test(client: Any) -> None:
        kind = Async() if isinstance(client, package.AsyncOpenAI) else Sync()
        async with Opened(client.copy(transport=kind).files.with_streaming_response.content("f")) as response:
            pieces = response.iter_bytes()
            assert await wait(pieces.__anext__() if hasattr(pieces, "__anext__") else next(pieces)) == b"x"
            await wait(response.close())
            with pytest.raises(package.StreamConsumedError, match="closed while"):
                await each(pieces)

    run(test)


def test_another_thread_may_close_it() -> None:
    reading = threading.Event()
    script = (REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x"), DRAIN)
    with RawServer(*script) as server:
        with package.OpenAI(api_key=KEY, base_url=server.url, environment=False) as client:
            with client.files.with_streaming_response.content("f") as response:
                closer = threading.Thread(target=lambda: reading.wait(LIMIT) and response.close())
                closer.start()
                with pytest.raises((package.StreamConsumedError, package.APIConnectionError)):
                    for _ in response.iter_bytes():
                        reading.set()
                closer.join(LIMIT)


def test_cancelling_a_read_closes_it() -> None:
    gone = threading.Event()

    async def main(url: str) -> None:
        async with package.AsyncOpenAI(api_key=KEY, base_url=url, environment=False) as client:
            async with client.files.with_streaming_response.content("f") as response:
                with pytest.raises(asyncio.TimeoutError):
                    await asyncio.wait_for(response.read(), 0.1)
            assert response.is_closed
            assert await asyncio.get_running_loop().run_in_executor(None, gone.wait, LIMIT)

    with RawServer(REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x"), DRAIN, signal(gone)) as server:
        asyncio.run(main(server.url))


# Bodies that break


def sized(*end: Any) -> Any:
    return (REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x" * 10), *end)


CHUNKED = head("200 OK", BYTES, "Transfer-Encoding: chunked")
BREAKS = {
    "cut off": sized(CLOSE),
    "reset": sized(RESET),
    "cut off between chunks": (REQUEST, send(CHUNKED + chunk(b"x" * 10)), CLOSE),
    "chunk without a size": (REQUEST, send(CHUNKED + b"zz\r\n"), CLOSE),
}


@pytest.mark.parametrize("way", ["read", "text", "json", "parse", "iter_bytes", "iter_text", "iter_lines"])
@pytest.mark.parametrize("how", list(BREAKS))
def test_body_that_breaks_is_an_error_of_the_tree(run: Any, how: str, way: str) -> None:
    async def test(client: Any) -> None:
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            with pytest.raises(package.APIConnectionError) as caught:
                found = getattr(response, way)()
                await (each(found) if way.startswith("iter") else wait(found))
            error = caught.value
            assert response.is_closed
            assert error.request.url.endswith("/files/f/content")
            assert isinstance(error.__cause__, OSError)
            assert error.__cause__.__traceback__ is None
            assert KEY not in str(error) + repr(error.request) + repr(response) + repr(vars(response))
            with pytest.raises(package.StreamConsumedError):
                await wait(response.read())

    server = run(test, *BREAKS[how], max_retries=2)
    assert len(server.requests) == 1, "nothing is tried again once the head is there"


@pytest.mark.parametrize("options", [{"timeout": 0.2}, {"timeout": package.Timeout(LIMIT, deadline=0.4)}])
@pytest.mark.parametrize("way", ["read", "iter_bytes"])
def test_time_runs_out_while_the_body_is_read(run: Any, way: str, options: Any) -> None:
    async def test(client: Any) -> None:
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            with pytest.raises(package.APITimeoutError, match="timeouts were"):
                found = getattr(response, way)()
                await (each(found) if way.startswith("iter") else wait(found))
            assert response.is_closed

    begin = send(head("200 OK", BYTES, "Content-Length: 100000") + b"x")
    run(test, REQUEST, begin, DRAIN if options["timeout"] == 0.2 else send_repeatedly(b"y", 0.05), **options)


# To disk


@pytest.mark.parametrize("how", list(BREAKS))
def test_body_that_breaks_leaves_no_file(run: Any, how: str, tmp_path: Any) -> None:
    new, old = tmp_path / "new.bin", tmp_path / "old.bin"
    old.write_bytes(b"before")

    async def test(client: Any) -> None:
        for file in (new, old):
            async with Opened(client.files.with_streaming_response.content("f")) as response:
                with pytest.raises(package.APIConnectionError):
                    await wait(response.stream_to_file(file))
        assert os.listdir(tmp_path) == ["old.bin"]
        assert old.read_bytes() == b"before"

    run(test, *BREAKS[how])


def test_large_body_goes_to_disk_in_constant_memory(run: Any, tmp_path: Any) -> None:
    block, count = os.urandom(1 << 20), 30
    file = tmp_path / "large.bin"

    async def test(client: Any) -> None:
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            assert type(response).__name__.endswith("StreamedBinaryAPIResponse")
            tracemalloc.start()
            try:
                await wait(response.write_to_file(str(file), chunk_size=100_000))
                _, peak = tracemalloc.get_traced_memory()
            finally:
                tracemalloc.stop()
        assert peak < 4 << 20
        with open(file, "rb") as copy:
            assert all(copy.read(1 << 20) == block for _ in range(count))
            assert copy.read() == b""

    blocks = [send(block)] * count
    run(test, REQUEST, send(head("200 OK", BYTES, "Content-Length: {}".format(count << 20))), *blocks, DRAIN)


def test_failure_of_the_disk_is_no_failure_of_the_network(run: Any, tmp_path: Any) -> None:
    class Full(io.BytesIO):
        def write(self, _: Any) -> int:
            raise OSError(28, "No space left on device")

    async def test(client: Any) -> None:
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            with pytest.raises(OSError, match="No space left"):
                await wait(response.stream_to_file(Full()))
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            with pytest.raises(FileNotFoundError):
                await wait(response.stream_to_file(tmp_path / "nowhere" / "a"))
        async with Opened(client.files.with_streaming_response.content("f")) as response:
            target = io.BytesIO()
            await wait(response.stream_to_file(target))
            assert target.getvalue() == TEXT.encode()

    run(test, always(GOOD))


def test_saving_keeps_what_a_file_is(tmp_path: Any) -> None:
    content = binary.BinaryContent(reply(b"new"))
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"old")
    os.chmod(file, 0o600)
    link.symlink_to(file)
    content.write_to_file(link)
    assert link.is_symlink()
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o600)
    content.write_to_file(os.devnull)
    content.stream_to_file(os.fsencode(tmp_path / "bytes"), chunk_size=2)
    assert (tmp_path / "bytes").read_bytes() == b"new"
    with pytest.raises(IsADirectoryError):
        content.write_to_file(tmp_path)
    with pytest.raises(package.ArgumentError):
        content.stream_to_file(tmp_path / "bytes", chunk_size=0)
    assert sorted(os.listdir(tmp_path)) == ["bytes", "file", "link"]
    assert (tmp_path / "bytes").read_bytes() == b"new"


# Content in memory


def reply(body: bytes, content_type: str = "") -> Any:
    made = message.Response(200, [("content-type", content_type)] * bool(content_type), (), print, 0.0)
    made.body = body
    return made


def test_binary_content_comes_in_every_way(tmp_path: Any) -> None:
    body = "äb\nc".encode()
    content = binary.HttpxBinaryResponseContent(reply(body))
    assert package.HttpxBinaryResponseContent is package.BinaryContent

    async def test() -> None:
        assert await content.aread() == content.read() == content.content == body
        assert await each(content.aiter_bytes(2)) == list(content.iter_bytes(2)) == [b"\xc3\xa4", b"b\n", b"c"]
        assert await each(content.aiter_raw()) == list(content.iter_raw()) == [body]
        assert await each(content.aiter_text(3)) == list(content.iter_text(3)) == ["äb\n", "c"]
        assert await each(content.aiter_lines()) == list(content.iter_lines()) == ["äb", "c"]
        await content.astream_to_file(tmp_path / "a", chunk_size=1)
        content.close()
        await content.aclose()

    asyncio.run(test())
    assert (tmp_path / "a").read_bytes() == body
    assert (content.text, content.encoding, content.charset_encoding) == ("äb\nc", "utf-8", None)
    assert binary.BinaryContent(reply(b"")), "an answer is there, also when it is empty"


@pytest.mark.parametrize(
    "content_type, encoding, text",
    [
        ("text/plain; charset=latin-1", "latin-1", "Ã¤"),
        ('text/plain; format=flowed; Charset="ISO-8859-1"', "ISO-8859-1", "Ã¤"),
        ("text/plain; charset=nonsense", "utf-8", "ä"),
        ("text/plain; charset=idna", "utf-8", "ä"),
        ("text/plain; charset=base64", "utf-8", "ä"),
        ("text/plain; charset=", "utf-8", "ä"),
        ("text/plain; charset=\0", "utf-8", "ä"),
        ("text/plain", "utf-8", "ä"),
        ("", "utf-8", "ä"),
    ],
)
def test_text_is_read_as_the_content_type_says(content_type: str, encoding: str, text: str) -> None:
    found = reply("ä".encode(), content_type)
    assert (found.encoding, found.text, "".join(found.iter_text(1))) == (encoding, text, text)


def test_status_that_has_no_words() -> None:
    assert message.Response(299, [], (), print, 0.0).reason_phrase == ""
