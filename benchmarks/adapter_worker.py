# SPDX-License-Identifier: MIT
"""Measure in its own process what an adapter adds: the same POST through the adapter, and with its library directly.

Both sides get a prepared request and return the body as bytes, so that the client above a transport does not count.
The response has no cookies: adapters ignore them, which saves more time than the rest of the adapter takes.
"""

import json
import sys
from functools import partial
from inspect import iscoroutinefunction
from types import SimpleNamespace

import async_worker
import server_responses
from contenders import CHAT, HEADERS, by_hand
from worker import expect, mean_cpu, measure_batches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

TIMEOUTS = SimpleNamespace(connect=5.0, read=600.0, write=600.0, pool=600.0, deadline=None)  # the defaults of a client
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
    """Measure a POST; the arguments are ADAPTER CONTENDER URL PATH SECONDS, and the floor is the library itself."""
    name, contender, url, _, seconds = sys.argv[1:6]
    make = BY_HAND[name] if contender == "floor" else partial(make_post, name)
    post = async_worker.run(async_worker.call_in_loop(make))
    is_async = iscoroutinefunction(post)
    call = partial(post, url.replace("/v1", "/plain/v1/chat/completions"), HEADERS, json.dumps(CHAT).encode())
    for _ in range(20):
        content = async_worker.run(call()) if is_async else call()
        expect(json.loads(content) == server_responses.CHAT_BODY)
    print(json.dumps({"cpu": measure_batches(call, float(seconds), async_worker.mean_cpu if is_async else mean_cpu)}))


def make_post(name: str) -> "by_hand.Post":
    """Return a function that sends a POST with an adapter, reads the whole body and closes it."""
    import openai_stdlib_transports

    transport = getattr(openai_stdlib_transports, name)()

    def post(url: str, headers: "Any", body: bytes) -> "Any":
        _, _, chunks, close = transport.send(make_request(url, headers, body))
        content = b"".join(chunks)
        close()
        return content

    async def async_post(url: str, headers: "Any", body: bytes) -> "Any":
        _, _, chunks, close = await transport.send(make_request(url, headers, body))
        content = b"".join([chunk async for chunk in chunks])
        await close()
        return content

    return async_post if iscoroutinefunction(transport.send) else post


def make_request(url: str, headers: "Any", body: bytes) -> SimpleNamespace:
    """Return a request in the form of the transport interface."""
    return SimpleNamespace(method="POST", url=url, headers=headers, body=body, timeout=TIMEOUTS)
