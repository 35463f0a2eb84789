# SPDX-License-Identifier: MIT
"""The libraries under the adapters, by hand: one POST with a client that is kept, as their documentation has it.

Each function makes a client and returns `post(url, headers, body)`, which gives the body of the answer. Those of
asyncio are made in the event loop and give it when they are awaited.
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
        async with session.post(url, data=body, headers=headers) as answer:
            return await answer.read()

    return post
