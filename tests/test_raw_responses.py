# SPDX-License-Identifier: MIT
"""Raw and streaming responses over real sockets, for both clients: attributes, parsing, closing, and broken bodies.

Each test is written once, for asyncio; `maybe_await`, `collect` and `EitherManager` adapt it to the sync client.
"""

from __future__ import annotations

import asyncio
import contextlib
import copy
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
    chunk,
    forever,
    head,
    per_connection,
    respond,
    send,
    send_repeatedly,
    signal,
)
from .raw_server import wait as wait_for

binary = load("results.binary")
raw_response = load("results.raw_response")
streaming_response = load("results.streaming_response")
pages = load("results.pages")
async_pages = load("results.async_pages")
stream = load("results.stream")
message = load("call.message")
APIObject = load("results.objects").APIObject
check_with_timeouts = load("testing.contract.assertions").check_with_timeouts

KEY = "sk-never-to-be-seen"
FILE = {"id": "file-1", "object": "file", "filename": "ä.txt"}
TEXT = json.dumps(FILE, ensure_ascii=False)
JSON = "Content-Type: application/json; charset=utf-8"
BYTES = "Content-Type: application/octet-stream"
GOOD = respond(TEXT.encode(), "200 OK", JSON, "X-Request-Id: req_9", "Set-Cookie: secret=cookie", "X-A: 1", "X-A: 2")
EVENTS = b'data: {"id":"c","choices":[{"index":0,"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n'
HELLO: Dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Hello"}]}
MAX_SECONDS = 60.0


async def maybe_await(value: Any) -> Any:
    return await value if hasattr(value, "__await__") else value


async def collect(items: Any) -> List[Any]:
    return [item async for item in items] if hasattr(items, "__aiter__") else list(items)


class EitherManager:
    """Asynchronous context manager around a sync or async one."""

    def __init__(self, manager: Any) -> None:
        self.manager = manager
        self.is_async = hasattr(manager, "__aenter__")

    async def __aenter__(self) -> Any:
        return await self.manager.__aenter__() if self.is_async else self.manager.__enter__()

    async def __aexit__(self, *exception: Any) -> Any:
        return await self.manager.__aexit__(*exception) if self.is_async else self.manager.__exit__(*exception)


@pytest.fixture(params=["OpenAI", "AsyncOpenAI"])
def run(request: Any) -> Any:
    """Return a function that runs a scenario with a client of a scripted server, and closes both."""

    def run_with_server(test: Callable[[Any], Any], *script: Any, **options: Any) -> Any:
        async def main(url: str) -> Any:
            client_class = getattr(package, request.param)
            options.setdefault("max_retries", 0)
            client = client_class(api_key=KEY, base_url=url + "/v1", environment=False, **options)
            async with EitherManager(client):
                return await asyncio.wait_for(test(client), 6 * MAX_SECONDS)

        with RawServer(*script) as server:
            asyncio.run(main(server.url))
        gc.collect()  # unclosed resources warn now
        return server

    return run_with_server


def always_respond(*steps: Any) -> Any:
    return forever(REQUEST, *steps)


# Raw


def test_raw_response_has_all_attributes(run: Any) -> None:
    async def test(client: Any) -> None:
        response = await maybe_await(client.files.with_raw_response.retrieve("file-1", extra_query={"q": "1"}))
        assert type(response) is raw_response.LegacyAPIResponse
        assert (response.status_code, response.method, response.http_version) == (200, "GET", "HTTP/1.1")
        assert response.url == str(client.base_url) + "files/file-1?q=1"
        assert (response.content, response.text) == (TEXT.encode(), TEXT)
        assert (response.headers["x-a"], response.headers["CONTENT-TYPE"]) == ("1, 2", JSON[14:])
        assert (response.request_id, response.retries_taken, response.is_closed) == ("req_9", 0, True)
        assert timedelta(0) < response.elapsed < timedelta(seconds=MAX_SECONDS)
        assert repr(response) == "<APIResponse [200 OK] type=<class 'FileObject'>>"
        result = response.parse()
        assert result is response.parse()
        assert (result, result._request_id) == (FILE, "req_9")
        assert response.http_request is response.http_response.request

    run(test, always_respond(GOOD))


def test_http_response_has_the_common_attributes(run: Any) -> None:
    async def test(client: Any) -> None:
        result = (await maybe_await(client.chat.completions.with_raw_response.create(**HELLO))).http_response
        assert (result.status_code, result.reason_phrase, result.is_success, result.is_error) == (
            200,
            "OK",
            True,
            False,
        )
        assert (result.content, result.read(), result.text, result.json()) == (TEXT.encode(), TEXT.encode(), TEXT, FILE)
        assert type(result.json()) is dict
        assert (result.encoding, result.charset_encoding, result.is_closed) == ("utf-8", "utf-8", True)
        assert list(result.iter_bytes(30)) == [TEXT.encode()[:30], TEXT.encode()[30:]]
        assert list(result.iter_bytes()) == list(result.iter_raw()) == [TEXT.encode()]
        assert list(result.iter_text()) == list(result.iter_lines()) == [TEXT]
        assert await result.aread() == TEXT.encode()
        assert await collect(result.aiter_bytes(30)) == list(result.iter_bytes(30))
        assert await collect(result.aiter_raw()) == list(result.iter_raw())
        assert await collect(result.aiter_text()) == await collect(result.aiter_lines()) == [TEXT]
        assert result.raise_for_status() is result
        request = result.request
        assert (request.method, request.url) == ("POST", result.url)
        assert json.loads(request.content) == HELLO
        assert request.headers["authorization"] == "Bearer " + KEY
        unpickled = pickle.loads(pickle.dumps(result))
        assert (unpickled.content, unpickled.elapsed, unpickled.is_closed) == (result.content, result.elapsed, True)
        assert "set-cookie" not in unpickled.headers

    run(test, always_respond(GOOD))


def test_error_has_the_same_response(run: Any) -> None:
    async def test(client: Any) -> None:
        with pytest.raises(package.NotFoundError) as caught:
            await maybe_await(client.files.with_raw_response.retrieve("file-2"))
        response = caught.value.response
        assert (response.status_code, response.reason_phrase, response.is_error) == (404, "Not Found", True)
        assert response.json() == {"error": {"message": "no"}}
        assert response.elapsed > timedelta(0)
        assert response.is_closed
        assert caught.value.request.content == b""
        with pytest.raises(package.NotFoundError, match="no"):
            response.raise_for_status()

    run(test, always_respond(respond(b'{"error": {"message": "no"}}', "404 Not Found", JSON)))


def test_content_of_an_upload_request_is_not_available(run: Any) -> None:
    async def test(client: Any) -> None:
        result = await maybe_await(client.files.with_raw_response.create(file=("a", b"x"), purpose="batch"))
        assert result.parse().id == "file-1"
        with pytest.raises(package.StreamConsumedError, match="generated while it was sent"):
            result.http_request.content  # noqa: B018

    run(test, always_respond(GOOD))


def test_retries_are_counted_by_both_wrappers(run: Any) -> None:
    unavailable = respond(b"", "503 Service Unavailable", "Retry-After-Ms: 1", "Connection: close")

    async def test(client: Any) -> None:
        assert (await maybe_await(client.files.with_raw_response.retrieve("f"))).retries_taken == 2

    async def opened(client: Any) -> None:
        async with EitherManager(client.files.with_streaming_response.retrieve("f")) as response:
            assert response.retries_taken == 2
            assert (await maybe_await(response.parse())).id == "file-1"

    for scenario in (test, opened):
        server = run(
            scenario, per_connection([REQUEST, unavailable], [REQUEST, unavailable], [REQUEST, GOOD]), max_retries=2
        )
        assert len(server.requests) == 3


def test_clients_and_resources_have_both_wrappers(run: Any) -> None:
    async def test(client: Any) -> None:
        for resource in (client.with_raw_response.files, client.files.with_raw_response):
            assert (await maybe_await(resource.retrieve("f"))).status_code == 200
        result = await maybe_await(
            client.with_raw_response.vector_stores.file_batches.retrieve("b", vector_store_id="v")
        )
        assert result.url.endswith("/vector_stores/v/file_batches/b")
        assert (await maybe_await(client.with_raw_response.with_raw_response.files.retrieve("f"))).status_code == 200
        async with EitherManager(client.with_raw_response.files.with_streaming_response.retrieve("f")) as response:
            assert response.status_code == 200
            await maybe_await(response.read())
        async with EitherManager(
            client.with_streaming_response.with_streaming_response.files.retrieve("f")
        ) as response:
            await maybe_await(response.close())
        wrapper = client.with_raw_response
        assert "files" in dir(wrapper)
        assert wrapper.base_url == client.base_url
        assert KEY not in repr(wrapper)
        with pytest.raises(AttributeError, match="nothing"):
            wrapper.nothing  # noqa: B018
        assert (await maybe_await(client.files.retrieve("f"))).id == "file-1", "the client itself is unchanged"

    run(test, always_respond(GOOD))


def test_http_methods_of_a_client_are_bound_to_the_wrapper() -> None:
    class CustomClient(package.OpenAI):  # type: ignore[misc,name-defined]
        def get(self, path: str) -> Any:
            return self._call(load("api.operation").GET(path), {"extra_headers": dict(self.default_headers)})

    with RawServer(always_respond(GOOD)) as server:
        with CustomClient(api_key=KEY, base_url=server.url, environment=False) as client:
            assert client.get("/files/f").id == "file-1"
            assert client.with_raw_response.get("/files/f").status_code == 200
            with client.with_streaming_response.get("/files/f") as response:
                assert response.json() == FILE


def test_http_methods_of_async_clients_have_views() -> None:
    async def test(url: str) -> None:
        async with package.AsyncOpenAI(api_key=KEY, base_url=url, environment=False) as client:
            for method in (client.get, client.put, client.patch, client.delete, client.post):
                name = method.__name__
                assert (await method("/files", cast_to=dict))["id"] == "file-1"
                raw = await getattr(client.with_raw_response, name)("/files", cast_to=dict)
                assert (raw.status_code, raw.parse()) == (200, FILE)
                async with getattr(client.with_streaming_response, name)("/files") as response:
                    assert await response.json() == FILE

    with RawServer(always_respond(GOOD)) as server:
        asyncio.run(test(server.url))


def test_page_of_a_raw_list_fetches_plain_pages(run: Any) -> None:
    first = respond(b'{"data": [{"id": "a"}], "has_more": true}', "200 OK", JSON)
    last = respond(b'{"data": [{"id": "b"}], "has_more": false}', "200 OK", JSON)

    async def test(client: Any) -> None:
        response = await maybe_await(client.files.with_raw_response.list(limit=1))
        page = response.parse()
        assert isinstance(page, (pages.SyncCursorPage, async_pages.AsyncCursorPage))
        assert page is response.parse(to=pages.SyncCursorPage[APIObject])
        assert repr(page).startswith(type(page).__name__ + "(data=[") and "[FileObject]" in type(page).__name__
        next_page = await maybe_await(page.get_next_page())
        assert type(next_page) is type(page)
        assert next_page.data == [{"id": "b"}]

    run(test, REQUEST, first, REQUEST, last, DRAIN)


def test_raw_stream_is_returned_at_once_and_read_on_demand(run: Any) -> None:
    may_continue = threading.Event()

    async def test(client: Any) -> None:
        response = await maybe_await(client.chat.completions.with_raw_response.create(**HELLO, stream=True))
        assert (response.status_code, response.is_closed) == (200, False)
        assert "Stream" in repr(response)
        may_continue.set()
        result = response.parse()
        assert result is response.parse()
        assert [item.choices[0].delta.content for item in await collect(result)] == ["Hi"]
        assert response.is_closed
        with pytest.raises(package.StreamConsumedError):
            response.content  # noqa: B018

    run(
        test,
        REQUEST,
        send(head("200 OK", "Content-Type: text/event-stream")),
        wait_for(may_continue),
        send(EVENTS),
        CLOSE,
    )


def test_unused_raw_stream_is_closed() -> None:
    with RawServer(REQUEST, send(head("200 OK", "Content-Type: text/event-stream")), DRAIN) as server:
        with package.OpenAI(api_key=KEY, base_url=server.url, environment=False) as client:
            client.chat.completions.with_raw_response.create(**HELLO, stream=True)
            gc.collect()


@dataclass
class KeywordModel:
    """Model constructed from keywords."""

    id: str
    object: str
    filename: str


class ValidatingModel:
    """Model with the interface of pydantic."""

    def __init__(self, fields: Any) -> None:
        self.fields = fields

    @classmethod
    def model_validate(cls, fields: Any) -> ValidatingModel:
        if "id" not in fields:
            raise ValueError("id is missing")
        return cls(fields)


class OwnModel(APIObject):  # type: ignore[misc,valid-type]
    """Subclass of APIObject."""


def test_response_can_be_parsed_as_another_type(run: Any) -> None:
    async def test(client: Any) -> None:
        response = await maybe_await(client.files.with_raw_response.retrieve("f"))
        for to in (dict, list, object, Dict[str, Any]):
            assert response.parse(to=to) == FILE
            assert response.parse(to=to) is response.parse(to=to)
        assert response.parse(to=str) == TEXT
        assert response.parse(to=bytes) == TEXT.encode()
        assert response.parse(to=type(None)) is None
        assert response.parse(to=bool) is False
        assert response.parse(to=binary.BinaryContent).content == TEXT.encode()
        assert response.parse(to=message.Response) is response.http_response
        assert response.parse(to=KeywordModel) == KeywordModel("file-1", "file", "ä.txt")
        assert response.parse(to=Dict[str, str]) == FILE
        assert response.parse(to=ValidatingModel).fields == FILE
        assert (type(response.parse(to=OwnModel)), response.parse(to=OwnModel).id) == (OwnModel, "file-1")
        assert isinstance(response.parse(), APIObject)
        for wrong in (int, float, RejectingModel, List[KeywordModel]):
            with contextlib.suppress(package.APIResponseValidationError):
                assert response.parse(to=wrong) == FILE, "a value of another type than list is returned unchanged"
        with pytest.raises(package.APIResponseValidationError, match="converted to it .id is missing") as caught:
            response.parse(to=RejectingModel)
        assert (caught.value.request_id, caught.value.status_code) == ("req_9", 200)
        with pytest.raises(package.ArgumentError, match="to: expected a type, got 'dict'"):
            response.parse(to="dict")
        async with EitherManager(client.files.with_streaming_response.retrieve("f")) as opened:
            assert await maybe_await(opened.parse(to=KeywordModel)) == KeywordModel("file-1", "file", "ä.txt")

    run(test, always_respond(GOOD))


class RejectingModel(ValidatingModel):
    """Model that rejects every value."""

    @classmethod
    def model_validate(cls, fields: Any) -> ValidatingModel:
        raise ValueError("id is missing")


def test_list_is_parsed_as_a_list_of_models(run: Any) -> None:
    async def test(client: Any) -> None:
        response = await maybe_await(client.files.with_raw_response.retrieve("f"))
        assert response.parse(to=List[KeywordModel]) == [KeywordModel("a", "b", "c")]
        assert response.parse(to=Dict[str, KeywordModel]) == [{"id": "a", "object": "b", "filename": "c"}]

    run(test, always_respond(respond(b'[{"id": "a", "object": "b", "filename": "c"}]', "200 OK", JSON)))


@pytest.mark.parametrize(
    "body, content_type, expected",
    [
        (b"<html>Log in", "text/html", r"Expected JSON, got an HTML page \(status 200\)"),
        (b'{"id": ', "application/json", "JSON that cannot be parsed"),
        (b"", "application/json", "an empty body"),
        (b"words", "text/plain", "a body of type text/plain"),
    ],
)
def test_unexpected_bodies_raise_a_validation_error(run: Any, body: bytes, content_type: str, expected: str) -> None:
    async def test(client: Any) -> None:
        retrieve = client.files.retrieve
        response = await maybe_await(client.files.with_raw_response.retrieve("f"))
        assert response.content == body
        async with EitherManager(client.files.with_streaming_response.retrieve("f")) as opened:
            for call in (lambda: retrieve("f"), response.parse, lambda: response.parse(to=dict), opened.parse):
                with pytest.raises(package.APIResponseValidationError, match=expected) as caught:
                    await maybe_await(call())
                error = caught.value
                assert (error.status_code, error.request_id, error.body) == (200, "req_1", body)
                assert KEY not in str(error) + repr(error)
        with pytest.raises(package.APIResponseValidationError, match=expected):
            listing = client.files.list()
            await maybe_await(listing)

    run(test, always_respond(respond(body, "200 OK", "Content-Type: " + content_type, "X-Request-Id: req_1")))


def test_operations_that_return_no_content_or_text(run: Any) -> None:
    async def test(client: Any) -> None:
        assert await maybe_await(client.responses.delete("r")) is None
        response = await maybe_await(client.responses.with_raw_response.delete("r"))
        assert (response.parse(), response.content) == (None, TEXT.encode())
        assert "NoneType" in repr(response)
        with pytest.warns(DeprecationWarning):
            response = await maybe_await(client.files.with_raw_response.retrieve_content("f"))
        assert response.parse() == TEXT
        response = await maybe_await(client.files.with_raw_response.content("f"))
        assert repr(response) == "<APIResponse [200 OK] type=<class 'HttpxBinaryResponseContent'>>"
        assert (response.parse().content, response.parse().json()) == (TEXT.encode(), FILE)

    run(test, always_respond(GOOD))


# Streaming


def test_request_is_sent_on_enter_and_the_body_read_on_demand(run: Any) -> None:
    may_continue = threading.Event()

    async def test(client: Any) -> None:
        manager = client.files.with_streaming_response.retrieve("file-1")
        async with EitherManager(manager) as response:
            assert type(response) in (streaming_response.APIResponse, streaming_response.AsyncAPIResponse)
            assert (response.status_code, response.is_closed, response.request_id) == (200, False, "req_9")
            assert timedelta(0) < response.elapsed
            assert repr(response) == "<{} [200 OK] type=<class 'FileObject'>>".format(type(response).__name__)
            with pytest.raises(package.StreamConsumedError, match="has not been read"):
                response.http_response.content  # noqa: B018
            may_continue.set()
            assert await maybe_await(response.read()) == TEXT.encode()
            assert response.is_closed
            assert await maybe_await(response.text()) == TEXT
            assert await maybe_await(response.json()) == FILE
            assert type(await maybe_await(response.json())) is dict
            result = await maybe_await(response.parse())
            assert result is await maybe_await(response.parse())
            assert (result, result._request_id) == (FILE, "req_9")
            assert await collect(response.iter_bytes(30)) == [TEXT.encode()[:30], TEXT.encode()[30:]]
            assert await collect(response.iter_text(3)) == [TEXT[at : at + 3] for at in range(0, len(TEXT), 3)]
            assert await collect(response.iter_lines()) == [TEXT]
            assert response.http_response.content == response.http_response.read() == TEXT.encode()
        assert await maybe_await(response.read()) == TEXT.encode()

    response_head = head("200 OK", JSON, "X-Request-Id: req_9", "Content-Length: {}".format(len(TEXT.encode())))
    run(test, REQUEST, send(response_head), wait_for(may_continue), send(TEXT.encode()), DRAIN)


def test_nothing_is_sent_before_enter(run: Any) -> None:
    async def test(client: Any) -> None:
        client.files.with_streaming_response.retrieve("file-1")
        manager = client.files.with_streaming_response.retrieve("file-1", extra_query={"a": "b"})
        for _ in range(2):
            async with EitherManager(manager) as response:
                await maybe_await(response.read())

    server = run(test, always_respond(GOOD))
    assert [request.target for request in server.requests] == ["/v1/files/file-1?a=b"] * 2


def test_wrong_arguments_and_statuses_raise_on_enter(run: Any) -> None:
    async def test(client: Any) -> None:
        with pytest.raises(package.ArgumentError, match="messages"):
            async with EitherManager(client.chat.completions.with_streaming_response.create(model="m")):
                pass
        with pytest.raises(package.NotFoundError, match="no such file") as caught:
            async with EitherManager(client.files.with_streaming_response.retrieve("f")):
                pass
        assert caught.value.response.is_closed

    run(test, always_respond(respond(b'{"error": {"message": "no such file"}}', "404 Not Found", JSON)))


CHUNKS = [b"one\ntw", b"o\r", b"\nthr\xc3", b"\xa4e\n\nlast"]


def test_body_can_be_read_by_every_iterator(run: Any) -> None:
    accessors = {
        "iter_bytes": (None, b"".join(CHUNKS)),
        "iter_text": (None, b"".join(CHUNKS).decode()),
        "iter_lines": (None, ["one", "two", "thräe", "", "last"]),
    }

    async def test(client: Any) -> None:
        for name in accessors:
            async with EitherManager(client.files.with_streaming_response.content("f")) as response:
                result = await collect(getattr(response, name)())
                expected = accessors[name][1]
                assert result == expected if isinstance(expected, list) else type(result[0])().join(result) == expected
                assert response.is_closed
                for again in (response.read, response.text, response.json, response.parse):
                    with pytest.raises(package.StreamConsumedError):
                        await maybe_await(again())
                with pytest.raises(package.StreamAlreadyConsumed):
                    await collect(response.iter_bytes())
                with pytest.raises(package.StreamConsumedError):
                    response.http_response.content  # noqa: B018
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            assert await collect(response.iter_bytes(chunk_size=7)) == [b"one\ntwo", b"\r\nthr\xc3\xa4", b"e\n\nlast"]
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            for wrong in (0, -1, 1.5, True):
                with pytest.raises(package.ArgumentError, match="chunk_size"):
                    await collect(response.iter_bytes(wrong))

    body = b"".join(chunk(data) for data in CHUNKS)
    run(test, always_respond(send(head("200 OK", BYTES, "Transfer-Encoding: chunked") + body + chunk(b""))))


def test_empty_body(run: Any) -> None:
    async def test(client: Any) -> None:
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            assert await maybe_await(response.read()) == b""
            assert await maybe_await(response.text()) == ""
            assert await collect(response.iter_bytes()) == []
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            assert await collect(response.iter_lines()) == []

    run(test, always_respond(respond(b"", "200 OK", BYTES)))


def test_stream_of_events_in_a_streaming_response(run: Any) -> None:
    async def test(client: Any) -> None:
        create = client.chat.completions.with_streaming_response.create
        async with EitherManager(create(**HELLO, stream=True)) as response:
            result = await maybe_await(response.parse())
            assert isinstance(result, (stream.Stream, load("results.async_stream").AsyncStream))
            assert [item.choices[0].delta.content for item in await collect(result)] == ["Hi"]
            with pytest.raises(package.StreamConsumedError):
                await maybe_await(response.read())
        async with EitherManager(create(**HELLO, stream=True)) as response:
            assert [line for line in await collect(response.iter_lines()) if line][-1] == "data: [DONE]"
        async with EitherManager(create(**HELLO, stream=True)) as response:
            await maybe_await(response.parse())
        assert response.is_closed

    run(test, always_respond(respond(EVENTS, "200 OK", "Content-Type: text/event-stream")))


# Closing


def test_exit_closes_an_unread_body(run: Any) -> None:
    gone = threading.Event()

    async def test(client: Any) -> None:
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            pass
        assert response.is_closed
        for read in (response.read, response.text, response.json, response.parse):
            with pytest.raises(package.StreamConsumedError, match="closed"):
                await maybe_await(read())
        with pytest.raises(package.StreamConsumedError):
            response.http_response.content  # noqa: B018
        await maybe_await(response.close())
        await maybe_await(response.close())
        assert await asyncio.get_running_loop().run_in_executor(None, gone.wait, MAX_SECONDS)

    run(test, REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x"), DRAIN, signal(gone))


def test_exception_closes_the_response(run: Any) -> None:
    gone = threading.Event()

    async def test(client: Any) -> None:
        with pytest.raises(KeyError, match="mine"):
            async with EitherManager(client.files.with_streaming_response.content("f")) as response:
                raise KeyError("mine")
        assert response.is_closed
        assert await asyncio.get_running_loop().run_in_executor(None, gone.wait, MAX_SECONDS)

    run(test, REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x"), DRAIN, signal(gone))


def test_body_closed_while_it_is_read_raises(run: Any) -> None:
    async def test(client: Any) -> None:
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            chunks = response.iter_bytes()
            assert await maybe_await(chunks.__anext__() if hasattr(chunks, "__anext__") else next(chunks)) == b"x"
            await maybe_await(response.close())
            with pytest.raises((package.StreamConsumedError, package.APIConnectionError)):
                await collect(chunks)

    run(test, REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x"), DRAIN)


def test_body_that_ends_because_it_was_closed_is_not_complete(run: Any) -> None:
    class Quiet:
        def __init__(self) -> None:
            self.open = True

        def chunks(self) -> Iterator[bytes]:
            while self.open:
                yield b"x"

        def shut(self) -> None:
            self.open = False

    class Sync(Quiet):
        def send(self, request: Any) -> Any:
            return 200, [], self.chunks(), self.shut

        def close(self) -> None:
            """Do nothing."""

    class Async(Quiet):
        async def send(self, request: Any) -> Any:
            async def chunks() -> Any:
                for chunk_bytes in self.chunks():
                    yield chunk_bytes

            async def close() -> None:
                self.shut()

            return 200, [], chunks(), close

        async def aclose(self) -> None:
            """Do nothing."""

    async def test(client: Any) -> None:
        transport = Async() if isinstance(client, package.AsyncOpenAI) else Sync()
        async with EitherManager(
            client.copy(transport=transport).files.with_streaming_response.content("f")
        ) as response:
            chunks = response.iter_bytes()
            assert await maybe_await(chunks.__anext__() if hasattr(chunks, "__anext__") else next(chunks)) == b"x"
            await maybe_await(response.close())
            with pytest.raises(package.StreamConsumedError, match="closed while"):
                await collect(chunks)

    run(test)


def test_another_thread_may_close_the_response() -> None:
    has_read = threading.Event()
    script = (REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x"), DRAIN)
    with RawServer(*script) as server:
        with package.OpenAI(api_key=KEY, base_url=server.url, environment=False) as client:
            with client.files.with_streaming_response.content("f") as response:
                closer = threading.Thread(target=lambda: has_read.wait(MAX_SECONDS) and response.close())
                closer.start()
                with pytest.raises((package.StreamConsumedError, package.APIConnectionError)):
                    for _ in response.iter_bytes():
                        has_read.set()
                closer.join(MAX_SECONDS)


def test_cancelled_read_closes_the_response() -> None:
    gone = threading.Event()

    async def main(url: str) -> None:
        async with package.AsyncOpenAI(api_key=KEY, base_url=url, environment=False) as client:
            async with client.files.with_streaming_response.content("f") as response:
                with pytest.raises(asyncio.TimeoutError):
                    await asyncio.wait_for(response.read(), 0.1)
            assert response.is_closed
            assert await asyncio.get_running_loop().run_in_executor(None, gone.wait, MAX_SECONDS)

    with RawServer(REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x"), DRAIN, signal(gone)) as server:
        asyncio.run(main(server.url))


# Broken bodies


def partial_body(*end: Any) -> Any:
    return (REQUEST, send(head("200 OK", BYTES, "Content-Length: 1000") + b"x" * 10), *end)


CHUNKED = head("200 OK", BYTES, "Transfer-Encoding: chunked")
FAILURES = {
    "cut off": partial_body(CLOSE),
    "reset": partial_body(RESET),
    "cut off between chunks": (REQUEST, send(CHUNKED + chunk(b"x" * 10)), CLOSE),
    "chunk without a size": (REQUEST, send(CHUNKED + b"zz\r\n"), CLOSE),
}


@pytest.mark.parametrize("method", ["read", "text", "json", "parse", "iter_bytes", "iter_text", "iter_lines"])
@pytest.mark.parametrize("failure", list(FAILURES))
def test_broken_body_raises_a_connection_error(run: Any, failure: str, method: str) -> None:
    async def test(client: Any) -> None:
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            with pytest.raises(package.APIConnectionError) as caught:
                result = getattr(response, method)()
                await (collect(result) if method.startswith("iter") else maybe_await(result))
            error = caught.value
            assert response.is_closed
            assert error.request.url.endswith("/files/f/content")
            assert isinstance(error.__cause__, OSError)
            assert error.__cause__.__traceback__ is None
            assert KEY not in str(error) + repr(error.request) + repr(response) + repr(vars(response))
            with pytest.raises(package.StreamConsumedError):
                await maybe_await(response.read())

    server = run(test, *FAILURES[failure], max_retries=2)
    assert len(server.requests) == 1, "calls are not retried after the response head"


@pytest.mark.parametrize("limit", ["read", "deadline"])
@pytest.mark.parametrize("method", ["read", "iter_bytes"])
def test_timeout_while_the_body_is_read(run: Any, method: str, limit: str) -> None:
    async def test(client: Any) -> None:
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            with pytest.raises(package.APITimeoutError, match="timeouts were"):
                result = getattr(response, method)()
                await (collect(result) if method.startswith("iter") else maybe_await(result))
            assert response.is_closed

    def check(seconds: float) -> None:
        timeout = package.Timeout(60, **{limit: seconds})
        run(test, REQUEST, response_head, DRAIN if limit == "read" else send_repeatedly(b"y", 0.05), timeout=timeout)

    response_head = send(head("200 OK", BYTES, "Content-Length: 100000") + b"x")
    check_with_timeouts(check, 0.2, 2)


# Saving


@pytest.mark.parametrize("failure", list(FAILURES))
def test_broken_body_leaves_no_file(run: Any, failure: str, tmp_path: Any) -> None:
    new, old = tmp_path / "new.bin", tmp_path / "old.bin"
    old.write_bytes(b"before")

    async def test(client: Any) -> None:
        for file in (new, old):
            async with EitherManager(client.files.with_streaming_response.content("f")) as response:
                with pytest.raises(package.APIConnectionError):
                    await maybe_await(response.stream_to_file(file))
        assert os.listdir(tmp_path) == ["old.bin"]
        assert old.read_bytes() == b"before"

    run(test, *FAILURES[failure])


def test_large_body_is_saved_in_constant_memory(run: Any, tmp_path: Any) -> None:
    megabyte, count = os.urandom(1 << 20), 30
    file = tmp_path / "large.bin"

    async def test(client: Any) -> None:
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            assert type(response).__name__.endswith("StreamedBinaryAPIResponse")
            tracemalloc.start()
            try:
                await maybe_await(response.write_to_file(str(file), chunk_size=100_000))
                _, peak = tracemalloc.get_traced_memory()
            finally:
                tracemalloc.stop()
        assert peak < 4 << 20
        with open(file, "rb") as saved:
            assert all(saved.read(1 << 20) == megabyte for _ in range(count))
            assert saved.read() == b""

    megabytes = [send(megabyte)] * count
    run(test, REQUEST, send(head("200 OK", BYTES, "Content-Length: {}".format(count << 20))), *megabytes, DRAIN)


def test_disk_errors_are_not_connection_errors(run: Any, tmp_path: Any) -> None:
    class FullDisk(io.BytesIO):
        def write(self, _: Any) -> int:
            raise OSError(28, "No space left on device")

    async def test(client: Any) -> None:
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            with pytest.raises(OSError, match="No space left"):
                await maybe_await(response.stream_to_file(FullDisk()))
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            with pytest.raises(FileNotFoundError):
                await maybe_await(response.stream_to_file(tmp_path / "nowhere" / "a"))
        async with EitherManager(client.files.with_streaming_response.content("f")) as response:
            target = io.BytesIO()
            await maybe_await(response.stream_to_file(target))
            assert target.getvalue() == TEXT.encode()

    run(test, always_respond(GOOD))


def test_saving_keeps_links_and_permissions(tmp_path: Any) -> None:
    content = binary.BinaryContent(make_response(b"new"))
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"old")
    os.chmod(file, 0o600)
    link.symlink_to(file)
    content.write_to_file(link)
    assert link.is_symlink()
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o600)
    with load("results.binary").AtomicWriter(file) as target:  # also while it is written
        (part,) = tmp_path.glob("*.part")
        assert part.stat().st_mode & 0o777 == 0o600
        target.write(b"newer")
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


def make_response(body: bytes, content_type: str = "") -> Any:
    response = message.Response(200, [("content-type", content_type)] * bool(content_type), (), print, 0.0)
    response.body = body
    return response


def test_binary_content_has_all_async_accessors(tmp_path: Any) -> None:
    body = "äb\nc".encode()
    content = binary.HttpxBinaryResponseContent(make_response(body))
    assert issubclass(package.HttpxBinaryResponseContent, package.BinaryContent)

    async def test() -> None:
        assert await content.aread() == content.read() == content.content == body
        assert await collect(content.aiter_bytes(2)) == list(content.iter_bytes(2)) == [b"\xc3\xa4", b"b\n", b"c"]
        assert await collect(content.aiter_raw()) == list(content.iter_raw()) == [body]
        assert await collect(content.aiter_text(3)) == list(content.iter_text(3)) == ["äb\n", "c"]
        assert await collect(content.aiter_lines()) == list(content.iter_lines()) == ["äb", "c"]
        await content.astream_to_file(tmp_path / "a", chunk_size=1)
        content.close()
        await content.aclose()

    asyncio.run(test())
    assert (tmp_path / "a").read_bytes() == body
    assert (content.text, content.encoding, content.charset_encoding) == ("äb\nc", "utf-8", None)
    assert binary.BinaryContent(make_response(b"")), "binary content is true even if it is empty"


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
def test_text_is_decoded_according_to_the_content_type(content_type: str, encoding: str, text: str) -> None:
    result = make_response("ä".encode(), content_type)
    assert (result.encoding, result.text, "".join(result.iter_text(1))) == (encoding, text, text)


def test_unknown_status_has_no_reason_phrase() -> None:
    assert message.Response(299, [], (), print, 0.0).reason_phrase == ""


class HttpxLikeResponse:
    """What is used of a response of httpx."""

    is_client_error = True
    content = b"not read"

    def aiter_raw(self) -> None:
        """Only responses of httpx have this method."""

    def close(self) -> None:
        """Release nothing."""


def test_a_response_of_an_httpx_client_counts_as_one_of_httpx() -> None:
    pairs = [("x-request-id", "r"), ("set-cookie", "secret")]
    response = message.Response(404, pairs, (), HttpxLikeResponse().close, 0.0)
    assert isinstance(response, HttpxLikeResponse) and isinstance(response, message.Response)
    assert response.is_client_error and response.content == b"" and response.request_id == "r"
    with pytest.raises(AttributeError, match="nothing"):
        _ = response.nothing
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        restored = pickle.loads(pickle.dumps(response, protocol))
        assert type(restored) is message.Response and not isinstance(restored, HttpxLikeResponse)
        assert restored.raw_headers == pairs[:1]
    assert copy.copy(response).status_code == copy.deepcopy(response).status_code == 404


def test_other_responses_have_only_their_own_attributes() -> None:
    response = message.Response(404, [], (), lambda: None, 0.0)
    assert response.__class__ is message.Response
    with pytest.raises(AttributeError, match="is_client_error"):
        _ = response.is_client_error
