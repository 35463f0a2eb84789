# SPDX-License-Identifier: MIT
"""What runs inside a measured process to see what an adapter adds: the same POST through it, and by hand without it.

The request is ready, and the answer is bytes on both sides: what the client above a transport does doesn't count.
The answer has no cookies: that adapters leave them alone saves more than all else in them costs, and would hide it.
"""

import json
import sys
from functools import partial
from inspect import iscoroutinefunction
from types import SimpleNamespace

import answers
import async_worker
from contenders import CHAT, HEADERS, by_hand
from worker import batches, cpu, expect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LIMITS = SimpleNamespace(connect=5.0, read=600.0, write=600.0, pool=600.0, deadline=None)  # as a client sets them
BY_HAND = {
    "RequestsTransport": by_hand.requests,
    "Urllib3Transport": by_hand.urllib3,
    "HttpxTransport": by_hand.httpx,
    "AsyncHttpxTransport": by_hand.async_httpx,
    "Httpx2Transport": by_hand.httpx2,
    "AsyncHttpx2Transport": by_hand.async_httpx2,
    "AiohttpTransport": by_hand.aiohttp,
}


def main() -> None:
    """Measure what the arguments name: ADAPTER CONTENDER URL PATH SECONDS, the floor being the library by hand."""
    name, contender, url, _, seconds = sys.argv[1:6]
    make = BY_HAND[name] if contender == "floor" else partial(through, name)
    post = async_worker.wait(async_worker.made(make))
    is_async = iscoroutinefunction(post)
    call = partial(post, url.replace("/v1", "/plain/v1/chat/completions"), HEADERS, json.dumps(CHAT).encode())
    for _ in range(20):
        content = async_worker.wait(call()) if is_async else call()
        expect(json.loads(content) == answers.CHAT_BODY)
    print(json.dumps({"cpu": batches(call, float(seconds), async_worker.cpu if is_async else cpu)}))


def through(name: str) -> "by_hand.Post":
    """Return a `post` that sends with an adapter, reads to the end and closes."""
    import openai_stdlib_transports

    transport = getattr(openai_stdlib_transports, name)()

    def post(url: str, headers: "Any", body: bytes) -> "Any":
        _, _, chunks, close = transport.send(request(url, headers, body))
        content = b"".join(chunks)
        close()
        return content

    async def async_post(url: str, headers: "Any", body: bytes) -> "Any":
        _, _, chunks, close = await transport.send(request(url, headers, body))
        content = b"".join([chunk async for chunk in chunks])
        await close()
        return content

    return async_post if iscoroutinefunction(transport.send) else post


def request(url: str, headers: "Any", body: bytes) -> SimpleNamespace:
    """Return a request as it crosses the seam."""
    return SimpleNamespace(method="POST", url=url, headers=headers, body=body, timeout=LIMITS)
