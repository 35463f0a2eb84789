# SPDX-License-Identifier: MIT
"""Raw responses, streaming responses, pages and binary content, compared with the official client.

Skipped without the package `openai`, unless NEED_OFFICIAL=1 is set. Intended differences are not compared: `elapsed` of
an open response (the official client raises), the class in a repr, and the order of a query.
"""

from __future__ import annotations

import asyncio
import json
import os
from typing import Any, Callable, Dict, List
from urllib.parse import parse_qsl, urlsplit

import pytest

from . import load, package
from .raw_server import REQUEST, RawServer, forever, respond

try:
    import openai
    from openai import pagination as official_pagination
except ImportError:
    if os.environ.get("NEED_OFFICIAL") == "1":
        raise
    pytest.skip("the official client is not installed", allow_module_level=True)

# The official package emits deprecation warnings when some resources are accessed.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


TEXT = '{"id": "file-1", "object": "file", "filename": "ä\\nb"}\n["zweite Zeile"]'
ONE = '{"id": "file-1", "object": "file", "filename": "ä"}'
HEAD = ("X-Request-Id: req_9", "X-A: 1", "X-A: 2", "Retry-After: 3", "Set-Cookie: a=b", "Set-Cookie: c=d")
JSON = "Content-Type: application/json; charset=utf-8"
LATIN = "Content-Type: text/plain; charset=latin-1"
NONE = "X-Type: none"


def clients(url: str, is_async: bool) -> Any:
    name = "AsyncOpenAI" if is_async else "OpenAI"
    ours = getattr(package, name)(api_key="sk-x", admin_api_key="sk-y", base_url=url, environment=False, max_retries=0)
    theirs = getattr(openai, name)(api_key="sk-x", admin_api_key="sk-y", base_url=url, max_retries=0)
    return ours, theirs


def is_ours(client: Any) -> bool:
    return isinstance(client, (package.OpenAI, package.AsyncOpenAI))


async def maybe_await(value: Any) -> Any:
    return await value if hasattr(value, "__await__") else value


async def collect(items: Any) -> List[Any]:
    return [item async for item in items] if hasattr(items, "__aiter__") else list(items)


def run_both(inspect: Callable[[Any], Any], is_async: bool, *script: Any) -> Any:
    """Run `inspect` with both clients and one server; return the two results (ours first) and all requests."""

    async def main(url: str) -> List[Any]:
        values = []
        for client in clients(url, is_async):
            try:
                values.append(await inspect(client))
            finally:
                await maybe_await(client.close())
        return values

    with RawServer(*script) as server:
        ours, theirs = asyncio.run(main(server.url + "/v1"))
        return ours, theirs, list(server.requests)


def compare(inspect: Callable[[Any], Any], *script: Any) -> None:
    """Run `inspect` with both sync clients, then both async ones, and check that the results are equal."""
    for is_async in (False, True):
        ours, theirs, _ = run_both(inspect, is_async, *script)
        assert ours == theirs


def to_comparable(value: Any) -> Any:
    """Return a value in a form that is comparable between the two packages."""
    if hasattr(value, "model_dump"):
        return {name: field for name, field in value.model_dump().items() if field is not None}
    return value


def head_values(response: Any) -> Dict[str, Any]:
    request, http = response.http_request, response.http_response
    return {
        "status_code": response.status_code,
        "headers": {name: response.headers[name] for name in ("x-a", "Retry-After", "set-cookie", "content-length")},
        "get": (response.headers.get("nothing"), response.headers.get("X-A"), "x-A" in response.headers),
        "names": sorted(response.headers),
        "url": str(response.url),
        "method": response.method,
        "http_version": response.http_version,
        "request_id": response.request_id,
        "retries_taken": response.retries_taken,
        "request": (request.method, str(request.url), request.headers["Authorization"]),
        "http": (http.status_code, http.reason_phrase, str(http.url), http.is_success, http.is_error),
        "its request": http.request is request,
        "repr": repr(response).partition(" type=")[0],
    }


@pytest.mark.parametrize("body", [ONE.encode(), b"", "Gr\xfc\xdfe\r\nzwei".encode("latin-1")])
@pytest.mark.parametrize("content_type", [JSON, LATIN, NONE])
def test_raw_responses_are_equal(body: bytes, content_type: str) -> None:
    async def inspect(client: Any) -> Any:
        response = await maybe_await(client.files.with_raw_response.retrieve("file-1", extra_query={"a": "b"}))
        http = response.http_response
        return {
            **head_values(response),
            "is_closed": response.is_closed,
            "elapsed": response.elapsed.total_seconds() > 0,
            "content": (response.content, http.content, http.read()),
            "text": (response.text, http.text, http.encoding, http.charset_encoding),
            "chunks": (list(http.iter_bytes(5)), list(http.iter_text(5)), list(http.iter_lines())),
            "request's content": http.request.content,
            "raise_for_status": http.raise_for_status() is http,
        }

    compare(inspect, forever(REQUEST, respond(body, "200 OK", content_type, *HEAD)))


@pytest.mark.parametrize("status", ["200 OK", "201 Created", "202 Accepted"])
def test_raw_responses_parse_equally(status: str) -> None:
    async def inspect(client: Any) -> Any:
        response = await maybe_await(client.files.with_raw_response.retrieve("file-1"))
        results = {
            str(to): (response.parse(to=to), response.parse(to=to) is response.parse(to=to))
            for to in (str, dict, list, object, bool, type(None), Dict[str, Any])
        }
        binary = package.BinaryContent if is_ours(client) else openai.HttpxBinaryResponseContent
        result = response.parse()
        return {
            **results,
            "bytes": response.parse(to=binary).content,
            "model": to_comparable(result),
            "same": result is response.parse(),
            "id": result._request_id,
        }

    compare(inspect, forever(REQUEST, respond(ONE.encode(), status, JSON, *HEAD)))


READERS = {
    "read": lambda response: response.read(),
    "text": lambda response: response.text(),
    "json": lambda response: response.json(),
    "parse": lambda response: response.parse(),
    "iter_bytes": lambda response: collect(response.iter_bytes(7)),
    "iter_text": lambda response: collect(response.iter_text(7)),
    "iter_lines": lambda response: collect(response.iter_lines()),
}


async def outcome(call: Any, response: Any) -> Any:
    """Return the result of a reader, or how it failed: True for a ValueError, "raised" for any other exception."""
    try:
        return to_comparable(await maybe_await(call(response)))
    except Exception as error:
        return isinstance(error, ValueError) or "raised"


@pytest.mark.parametrize("first", list(READERS))
@pytest.mark.parametrize("content_type", [JSON, LATIN])
def test_streaming_responses_are_equal(first: str, content_type: str) -> None:
    """Read by one method, then by all: compare what can be read again and what is consumed."""

    async def inspect(client: Any) -> Any:
        manager = client.files.with_streaming_response.retrieve("file-1")
        async with manager if hasattr(manager, "__aenter__") else EitherManager(manager) as response:
            values = {**head_values(response), "open": response.is_closed}
            values["first"] = await outcome(READERS[first], response)
            values["closed"] = response.is_closed
            values["elapsed"] = response.elapsed.total_seconds() > 0
            for name, reader in READERS.items():
                values[name] = await outcome(reader, response)
        return {**values, "after": [await outcome(reader, response) for reader in READERS.values()]}

    compare(inspect, forever(REQUEST, respond(ONE.encode(), "200 OK", content_type, *HEAD)))


@pytest.mark.parametrize("reader", list(READERS))
def test_closed_streaming_responses_are_equal(reader: str) -> None:
    async def inspect(client: Any) -> Any:
        manager = client.files.with_streaming_response.retrieve("file-1")
        async with manager if hasattr(manager, "__aenter__") else EitherManager(manager) as response:
            await maybe_await(response.close())
            await maybe_await(response.close())
        return response.is_closed, await outcome(READERS[reader], response)

    compare(inspect, forever(REQUEST, respond(ONE.encode(), "200 OK", JSON, *HEAD)))


class EitherManager:
    """Asynchronous context manager around a sync one."""

    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def __aenter__(self) -> Any:
        return self.manager.__enter__()

    async def __aexit__(self, *exception: Any) -> Any:
        return self.manager.__exit__(*exception)


def test_binary_content_is_equal(tmp_path: Any) -> None:
    async def inspect(client: Any) -> Any:
        content = await maybe_await(client.files.content("file-1"))
        name = tmp_path / str(is_ours(client))
        content.write_to_file(name)
        values = {
            "bytes": (
                content.content,
                content.read(),
                await collect(content.iter_bytes()),
                list(content.iter_bytes(3)),
            ),
            "text": (content.text, list(content.iter_text()), list(content.iter_text(3)), list(content.iter_lines())),
            "charset": (content.encoding, content.charset_encoding),
            "json": await outcome(lambda content: content.json(), content),
            "file": name.read_bytes(),
            "response": (content.response.status_code, content.response.headers["x-a"]),
        }
        if not isinstance(client, openai.AsyncOpenAI):  # raises in the official async client
            content.close()
        members = "read content text json iter_bytes iter_text iter_lines iter_raw write_to_file stream_to_file close "
        members += "aread aiter_bytes aiter_text aiter_lines aiter_raw astream_to_file aclose encoding charset_encoding"
        return {**values, "members": [name for name in members.split() if not hasattr(content, name)]}

    for body in (TEXT.encode(), b"", b"\xff\xfe\n\r\n"):
        compare(inspect, forever(REQUEST, respond(body, "200 OK", "Content-Type: application/octet-stream", *HEAD)))


def test_streamed_bytes_are_saved_equally(tmp_path: Any) -> None:
    async def inspect(client: Any) -> Any:
        manager = client.files.with_streaming_response.content("file-1")
        name = tmp_path / str(is_ours(client))
        async with manager if hasattr(manager, "__aenter__") else EitherManager(manager) as response:
            await maybe_await(response.stream_to_file(name, chunk_size=10))
            return type(response).__name__, name.read_bytes(), response.is_closed

    compare(inspect, forever(REQUEST, respond(TEXT.encode() * 1000, "200 OK", "Content-Type: audio/mpeg", *HEAD)))


LISTS = {
    "Page": lambda client: client.models.list(),
    "CursorPage": lambda client: client.files.list(limit=1, purpose="batch"),
    "ConversationCursorPage": lambda client: client.conversations.items.list("conv_1", limit=1),
    "NextCursorPage": lambda client: client.admin.organization.groups.list(limit=1),
    "TokenPage": lambda client: client.beta.agents.environments.files.list("env_1", limit=1),
}
ITEM: Dict[str, Any] = {"id": "x-1", "object": "file", "type": "message", "role": "user", "content": []}
BODIES: List[Dict[str, Any]] = [
    {"data": [ITEM], "has_more": True, "last_id": "l-1", "next": "n-1"},
    {"data": [ITEM], "has_more": False, "last_id": "l-1", "next": "n-1"},
    {"data": [ITEM], "last_id": "l-1", "next": "n-1"},
    {"data": [ITEM], "has_more": None, "last_id": "l-1", "next": "n-1"},
    {"data": [ITEM], "has_more": True},
    {"data": [ITEM], "has_more": True, "last_id": None, "next": None},
    {"data": [ITEM], "has_more": True, "last_id": "", "next": ""},
    {"data": [], "has_more": True, "last_id": "l-1", "next": "n-1"},
    {"data": None, "has_more": True, "last_id": "l-1", "next": "n-1"},
    {"has_more": True},
    {"data": [{"object": "file", "type": "message"}], "has_more": True},
]


@pytest.mark.parametrize("number", range(len(BODIES)))
@pytest.mark.parametrize("page_type", list(LISTS))
def test_pages_have_equal_parameters_of_the_next_page(page_type: str, number: int) -> None:
    async def inspect(client: Any) -> Any:
        page = await maybe_await(LISTS[page_type](client))
        info = page.next_page_info()
        raw = (await maybe_await(client.files.with_raw_response.list())).parse()
        name = type(page).__name__.partition("[")[0]
        module = load("pagination") if is_ours(client) else official_pagination
        return {
            "class": name,
            "isinstance": isinstance(page, getattr(module, name)),
            "info": info and (info.params, bool(info.url), bool(info.json), repr(info)),
            "more": page.has_next_page(),
            "data": [item.id for item in page.data or []] if number < 10 else None,
            "has_more": getattr(page, "has_more", None),
            "repr": repr(page).partition("(data=")[0].partition("[")[0],
            "raw": type(raw).__name__.partition("[")[0],
        }

    compare(inspect, forever(REQUEST, respond(json.dumps(BODIES[number]).encode(), "200 OK", JSON)))


@pytest.mark.parametrize("page_type", list(LISTS))
def test_further_pages_are_requested_equally(page_type: str) -> None:
    bodies = [{**BODIES[0], "data": [{**ITEM, "id": name}], "last_id": name, "next": "n" + name} for name in "ab"]
    bodies.append({**BODIES[1], "data": [{**ITEM, "id": "c"}]})
    script = [step for body in bodies for step in (REQUEST, respond(json.dumps(body).encode(), "200 OK", JSON))]

    def targets(client_number: int, is_async: bool) -> Any:
        async def main(url: str) -> Any:
            client = clients(url, is_async)[client_number]
            listing = LISTS[page_type](client)
            ids = [item.id for item in await collect(listing)]
            await maybe_await(client.close())
            return ids

        with RawServer(*script) as server:
            ids = asyncio.run(main(server.url))
        return ids, [(target.path, sorted(parse_qsl(target.query))) for target in map(urlsplit, sent(server))]

    def sent(server: Any) -> List[str]:
        return [request.target for request in server.requests]

    for is_async in (False, True):
        ours, theirs = targets(0, is_async), targets(1, is_async)
        assert ours == theirs
        assert ours[0] == (["a"] if page_type == "Page" else ["a", "b", "c"])


def test_page_after_the_last_can_be_requested() -> None:
    async def inspect(client: Any) -> Any:
        page = await maybe_await(client.files.list())
        assert not page.has_next_page()
        next_page = await maybe_await(page.get_next_page())
        models = await maybe_await(client.models.list())
        with pytest.raises(RuntimeError):
            await maybe_await(models.get_next_page())
        return [item.id for item in next_page.data]

    compare(inspect, forever(REQUEST, respond(json.dumps(BODIES[1]).encode(), "200 OK", JSON)))
