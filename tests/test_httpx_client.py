# SPDX-License-Identifier: MIT
"""`http_client=`: clients of httpx and httpx2 that a program brings along, over real sockets. Skipped without them."""

from __future__ import annotations

import asyncio
import importlib
from typing import Any, Dict

import pytest

from . import load, package

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
    with httpx.Client(headers={"X-Own": "1"}) as own, package.OpenAI(**options(server, own)) as client:
        assert client.chat.completions.create(**CHAT).choices[0].message.content
        with client.chat.completions.create(stream=True, **CHAT) as stream:
            assert len(list(stream)) > 2
        assert client.files.create(file=("a.txt", b"x" * 100000), purpose="batch").bytes == 100000
        assert server.requests[-1].header("content-length") and not server.requests[-1].header("transfer-encoding")
        assert server.requests[0].header("x-own") == "1"
        server.inject_fault("status=503; times=1")
        assert client.with_options(max_retries=1).models.list().data
    assert own.is_closed


def test_the_client_stays_its_owner_s(httpx: Any, server: Any) -> None:
    with httpx.Client() as own:
        package.OpenAI(**options(server, own)).close()
        assert not own.is_closed


def test_failures_are_errors_of_the_tree(httpx: Any, server: Any) -> None:
    with httpx.Client() as own:
        dead = package.OpenAI(api_key="k", base_url="http://127.0.0.1:1", http_client=own, max_retries=0)
        with pytest.raises(package.APIConnectionError):
            dead.models.list()
        client = package.OpenAI(**options(server, own, timeout=package.Timeout(0.05)))
        server.inject_fault("stall=30; times=1")
        with pytest.raises(package.APITimeoutError):
            client.models.list()
        client = package.OpenAI(**options(server, own, timeout=package.Timeout(60, deadline=0.05)))
        server.inject_fault("stall=30; times=1")
        with pytest.raises(package.APITimeoutError):
            client.models.list()


def test_async(httpx: Any, server: Any) -> None:
    async def main() -> None:
        async with httpx.AsyncClient() as own, package.AsyncOpenAI(**options(server, own)) as client:
            assert (await client.chat.completions.create(**CHAT)).id
            async with await client.chat.completions.create(stream=True, **CHAT) as stream:
                assert len([chunk async for chunk in stream]) > 2
            assert (await client.files.create(file=("a.txt", b"hello"), purpose="batch")).bytes == 5
            dead = package.AsyncOpenAI(api_key="k", base_url="http://127.0.0.1:1", http_client=own, max_retries=0)
            with pytest.raises(package.APIConnectionError):
                await dead.models.list()
        assert own.is_closed

    asyncio.run(main())


def test_the_wrong_kind_of_client(httpx: Any, server: Any) -> None:
    with httpx.Client() as own:
        with pytest.raises(TypeError, match="http_client: expected an AsyncClient"):
            package.AsyncOpenAI(**options(server, own))
