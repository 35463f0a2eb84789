# SPDX-License-Identifier: MIT
"""The libraries of the adapters, used directly: one POST with a persistent client, as in their documentation.

Each function creates a client and returns a function `post(url, headers, body)` that returns the body of the response.
Those for asyncio must be called in the event loop and return coroutine functions.
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    Post = Callable[[str, Any, bytes], Any]

TIMEOUT = 60


def requests() -> "Post":
    session = import_module("requests").Session()
    return lambda url, headers, body: session.post(url, data=body, headers=headers, timeout=TIMEOUT).content


def urllib3() -> "Post":
    pool = import_module("urllib3").PoolManager()
    return lambda url, headers, body: pool.request("POST", url, body=body, headers=headers, timeout=TIMEOUT).data


def httpx(name: str = "httpx") -> "Post":
    client = import_module(name).Client(timeout=TIMEOUT)
    return lambda url, headers, body: client.post(url, content=body, headers=headers).content


def httpx2() -> "Post":
    return httpx("httpx2")


def async_httpx(name: str = "httpx") -> "Post":
    client = import_module(name).AsyncClient(timeout=TIMEOUT)

    async def post(url: str, headers: "Any", body: bytes) -> "Any":
        return (await client.post(url, content=body, headers=headers)).content

    return post


def async_httpx2() -> "Post":
    return async_httpx("httpx2")


def aiohttp() -> "Post":
    library = import_module("aiohttp")
    session = library.ClientSession(timeout=library.ClientTimeout(total=TIMEOUT))

    async def post(url: str, headers: "Any", body: bytes) -> "Any":
        async with session.post(url, data=body, headers=headers) as response:
            return await response.read()

    return post
