# SPDX-License-Identifier: MIT
"""`http_client=` with clients of httpx and httpx2, over real sockets. Skipped without these libraries."""

from __future__ import annotations

import asyncio
import importlib
import pickle
import zlib
from typing import Any, Dict

import pytest

from . import load, package
from .raw_server import REQUEST, RawServer, per_connection, respond

CHAT: Dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Say hello"}]}


@pytest.fixture(params=["httpx", "httpx2"])
def httpx(request: Any) -> Any:
    try:
        return importlib.import_module(request.param)
    except ImportError:
        pytest.skip(request.param + " is not installed")


@pytest.fixture
def server() -> Any:
    with load("testing").EmbeddedServer() as running:
        yield running


def options(server: Any, http_client: Any, **more: Any) -> Dict[str, Any]:
    return {"api_key": "k", "base_url": server.base_url, "http_client": http_client, "max_retries": 0, **more}


def test_calls_streams_and_uploads(httpx: Any, server: Any) -> None:
    with httpx.Client(headers={"X-Custom": "1"}) as http_client, package.OpenAI(
        **options(server, http_client)
    ) as client:
        assert client.chat.completions.create(**CHAT).choices[0].message.content
        with client.chat.completions.create(stream=True, **CHAT) as stream:
            assert len(list(stream)) > 2
        assert client.files.create(file=("a.txt", b"x" * 100000), purpose="batch").bytes == 100000
        assert server.requests[-1].header("content-length") and not server.requests[-1].header("transfer-encoding")
        assert server.requests[0].header("x-custom") == "1"
        server.inject_fault("status=503; times=1")
        assert client.with_options(max_retries=1).models.list().data
    assert http_client.is_closed


def test_the_http_client_stays_open(httpx: Any, server: Any) -> None:
    with httpx.Client() as http_client:
        package.OpenAI(**options(server, http_client)).close()
        assert not http_client.is_closed


def test_failures_are_errors_of_this_library(httpx: Any, server: Any) -> None:
    with httpx.Client() as http_client:
        unreachable = package.OpenAI(api_key="k", base_url="http://127.0.0.1:1", http_client=http_client, max_retries=0)
        with pytest.raises(package.APIConnectionError):
            unreachable.models.list()
        client = package.OpenAI(**options(server, http_client, timeout=package.Timeout(0.05)))
        server.inject_fault("stall=30; times=1")
        with pytest.raises(package.APITimeoutError):
            client.models.list()
        client = package.OpenAI(**options(server, http_client, timeout=package.Timeout(60, deadline=0.05)))
        server.inject_fault("stall=30; times=1")
        with pytest.raises(package.APITimeoutError):
            client.models.list()


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_coded_bodies_are_decoded_and_must_be_complete(httpx: Any, coding: str) -> None:
    compressor = zlib.compressobj(wbits=31 if coding == "gzip" else 15)
    body = compressor.compress(b'{"id": "m"}') + compressor.flush()
    fields = ("Content-Encoding: " + coding, "Connection: close")
    scripts = [(REQUEST, respond(data, "200 OK", *fields)) for data in (body, body[:-4], body[:-4])]

    async def retrieve(url: str) -> Any:
        async with httpx.AsyncClient() as http_client, package.AsyncOpenAI(
            api_key="k", base_url=url, http_client=http_client, max_retries=2
        ) as client:
            return await client.models.retrieve("m")

    with RawServer(per_connection(*scripts)) as raw, httpx.Client() as http_client:
        client = package.OpenAI(api_key="k", base_url=raw.url, http_client=http_client, max_retries=2)
        assert client.models.retrieve("m").id == "m"
        with pytest.raises(package.APIError, match="truncated"):
            client.models.retrieve("m")
        with pytest.raises(package.APIError, match="truncated"):
            asyncio.run(retrieve(raw.url))
    assert len(raw.requests) == 3


def test_async(httpx: Any, server: Any) -> None:
    async def main() -> None:
        async with httpx.AsyncClient() as http_client, package.AsyncOpenAI(**options(server, http_client)) as client:
            assert (await client.chat.completions.create(**CHAT)).id
            async with await client.chat.completions.create(stream=True, **CHAT) as stream:
                assert len([chunk async for chunk in stream]) > 2
            assert (await client.files.create(file=("a.txt", b"hello"), purpose="batch")).bytes == 5
            unreachable = package.AsyncOpenAI(
                api_key="k", base_url="http://127.0.0.1:1", http_client=http_client, max_retries=0
            )
            with pytest.raises(package.APIConnectionError):
                await unreachable.models.list()
        assert http_client.is_closed

    asyncio.run(main())


def test_a_sync_http_client_for_an_async_client(httpx: Any, server: Any) -> None:
    with httpx.Client() as http_client:
        with pytest.raises(TypeError, match="http_client: expected an AsyncClient"):
            package.AsyncOpenAI(**options(server, http_client))


def test_responses_count_as_those_of_the_http_client(httpx: Any, server: Any) -> None:
    with httpx.Client() as http_client, package.OpenAI(**options(server, http_client)) as client:
        raw = client.chat.completions.with_raw_response.create(**CHAT)
        assert isinstance(raw.http_response, httpx.Response)
        with pytest.raises(package.NotFoundError) as caught:
            client.chat.completions.create(model="no-such-model", messages=[])
        response = caught.value.response
        assert isinstance(response, httpx.Response) and response.is_client_error and response.history == []
        assert response.json()["error"]["message"] and httpx.Headers(response.headers)["x-request-id"]
        assert response.request.url.copy_with(query=None) == response.url
        restored = pickle.loads(pickle.dumps(caught.value)).response
        assert restored.content == response.content and not isinstance(restored, httpx.Response)
