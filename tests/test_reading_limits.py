# SPDX-License-Identifier: MIT
"""Responses that never end: the read timeout ends each of them without a deadline. And bodies too large for memory."""

from __future__ import annotations

import asyncio
import gzip
import threading
import time

import pytest

from . import load, package
from .raw_server import CHUNKED, HEAD, REQUEST, RawServer, chunk, forever, head, respond, send, wait
from .transport_contract import IterableBody, acall, call, request

UrllibTransport = load("transport.urllib_transport").UrllibTransport
AsyncioTransport = load("transport.asyncio_transport").AsyncioTransport
drivers = load("call.drivers")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# What the server sends first, and then again and again: never a byte of content.
ENDLESS = {
    "interim-responses": (b"", head("102 Processing")),
    "a-head-by-the-byte": (b"HTTP/1.1 200 OK\r\nA: ", b"b"),
    "a-status-line-by-the-byte": (b"HTTP/1.1 200 ", b"O"),
    "folded-lines": (b"HTTP/1.1 200 OK\r\nA: b\r\n", b" c\r\n"),
    "a-chunk-size-by-the-byte": (head("200 OK", CHUNKED), b"0"),
    "an-extension-by-the-byte": (head("200 OK", CHUNKED) + b"5;", b"a"),
    "trailers": (head("200 OK", CHUNKED) + b"0\r\n", b"A: b\r\n"),
    "empty-gzip-members": (head("200 OK", "Content-Encoding: gzip"), gzip.compress(b"")),
    "empty-deflate-blocks": (head("200 OK", CHUNKED, "Content-Encoding: deflate"), chunk(b"\0\0\0\xff\xff")),
    "a-long-gzip-header": (head("200 OK", "Content-Encoding: gzip") + b"\x1f\x8b\x08\x08\0\0\0\0\0\xff", b"name"),
}
INTERVAL = 0.03  # seconds


def send_endlessly(connection: Any) -> None:
    """Play the case that the target of the request names, until the client disconnects."""
    start, repeated = ENDLESS[connection.read_request().target.lstrip("/")]
    connection.sock.sendall(start)
    while not connection.server.stopping.wait(INTERVAL):
        connection.sock.sendall(repeated)


@pytest.mark.parametrize("use_opener", [False, True])
def test_the_read_timeout_ends_a_response_without_content(use_opener: bool) -> None:
    outcomes: dict[str, Any] = {}

    def fetch(transport: Any, url: str, name: str) -> None:
        start = time.monotonic()
        try:
            outcomes[name] = call(transport, request(url + "/" + name, "POST", b"{}", read=0.4))
        except OSError as error:
            outcomes[name] = error, time.monotonic() - start

    with RawServer(send_endlessly) as server, UrllibTransport(use_opener=use_opener) as transport:
        threads = [threading.Thread(target=fetch, args=(transport, server.url, name), daemon=True) for name in ENDLESS]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(8)
    check_outcomes(outcomes)


def test_the_read_timeout_ends_a_response_without_content_under_asyncio() -> None:
    outcomes: dict[str, Any] = {}

    async def fetch(transport: Any, url: str, name: str) -> None:
        start = time.monotonic()
        try:
            await asyncio.wait_for(acall(transport, request(url + "/" + name, "POST", b"{}", read=0.4)), 8)
        except Exception as error:
            outcomes[name] = error, time.monotonic() - start

    async def main(url: str) -> None:
        async with AsyncioTransport() as transport:
            await asyncio.gather(*[fetch(transport, url, name) for name in ENDLESS])

    with RawServer(send_endlessly) as server:
        asyncio.run(main(server.url))
    check_outcomes(outcomes)


def check_outcomes(outcomes: dict[str, Any]) -> None:
    assert set(outcomes) == set(ENDLESS)
    for name, (error, seconds) in outcomes.items():
        assert type(error) is TimeoutError and str(error) == "timed out", (name, error)
        assert 0.35 < seconds < 6, (name, seconds)


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_content_restarts_the_read_timeout_and_a_slow_consumer_does_not_expire_it(kind: str) -> None:
    data = gzip.compress(b"content")
    pause = threading.Event()

    def slowly(connection: Any) -> None:
        connection.sock.sendall(head("200 OK", "Content-Encoding: gzip", "Connection: close"))
        for _ in range(3):
            connection.sock.sendall(gzip.compress(b""))
            pause.wait(0.15)
            connection.sock.sendall(data)

    with RawServer(REQUEST, slowly) as server:
        each = request(server.url, read=0.5)
        if kind == "sync":
            with UrllibTransport() as transport:
                _, _, chunks, close = transport.send(each)
                received = []
                for chunk in chunks:
                    received.append(chunk)
                    pause.wait(0.25)
                close()
        else:

            async def main() -> list[bytes]:
                received = []
                async with AsyncioTransport() as transport:
                    _, _, chunks, close = await transport.send(each)
                    async for chunk in chunks:
                        received.append(chunk)
                        await asyncio.sleep(0.25)
                    await close()
                return received

            received = asyncio.run(main())
    assert b"".join(received) == b"content" * 3


@pytest.mark.parametrize("body", [b"x" * (16 << 20), IterableBody(*[b"x" * (1 << 20)] * 16)], ids=["bytes", "iterable"])
def test_the_write_timeout_ends_an_upload_that_the_server_does_not_read(body: Any) -> None:
    ended = threading.Event()
    outcomes = []
    with RawServer(HEAD, wait(ended)) as server:
        each = request(server.url, "POST", body, write=0.3, read=None)
        with UrllibTransport() as transport:
            with pytest.raises(TimeoutError):
                call(transport, each)
            outcomes.append("sync")

        async def main() -> None:
            async with AsyncioTransport() as transport:
                with pytest.raises(TimeoutError):
                    await asyncio.wait_for(acall(transport, each), 8)
                outcomes.append("async")

        asyncio.run(main())
        ended.set()
    assert outcomes == ["sync", "async"]


@pytest.mark.parametrize(
    "script",
    [
        send(head("103 Early Hints", "Link: x") * 101),
        send(b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70_000 + b"\r\n\r\n"),
        send(head("200 OK", CHUNKED) + b"2\r\n{}XX"),
        send(head("200 OK", CHUNKED) + b"2\r\n{}\r\n0\r\n" + (b"A: " + b"b" * 10_000 + b"\r\n") * 110),
        send(head("200 OK", "Content-Length: 2, 3") + b"{}"),
    ],
    ids=["interim-responses", "a-long-field", "a-wrong-chunk", "long-trailers", "two-lengths"],
)
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_post_whose_response_is_invalid_is_not_sent_again(kind: str, script: Any) -> None:
    with RawServer(forever(REQUEST, script)) as server:
        with pytest.raises(package.APIConnectionError, match="invalid HTTP response") as caught:
            post(kind, server)
    assert (len(server.requests), caught.value.attempts) == (1, 1)


def post(kind: str, server: Any, cast_to: Any = None, **options: Any) -> Any:
    """Make a POST with two retries; `options` are those of the client."""
    policy = package.RetryPolicy(2, initial_delay=0.001)
    settings = {"api_key": "k", "base_url": server.url, "environment": False, "retry_policy": policy, "timeout": 10}
    settings.update(options)
    if kind == "sync":
        with package.OpenAI(**settings) as client:
            return client.post("/x", body={}, cast_to=cast_to)

    async def main() -> Any:
        async with package.AsyncOpenAI(**settings) as client:
            return await client.post("/x", body={}, cast_to=cast_to)

    return asyncio.run(main())


# Bodies in memory

BODY = b'"' + b"x" * 998 + b'"'


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize(
    "response",
    [
        respond(BODY),
        respond(gzip.compress(BODY), "200 OK", "Content-Encoding: gzip"),
        send(head("200 OK", CHUNKED) + b"".join(chunk(BODY[i : i + 100]) for i in range(0, 1000, 100)) + chunk(b"")),
    ],
    ids=["length", "gzip", "chunked"],
)
def test_the_limit_of_a_body_in_memory_is_exact(kind: str, response: Any) -> None:
    with RawServer(forever(REQUEST, response)) as server:
        for limit in (1000, 1 << 40, None):
            assert post(kind, server, config=package.Config(max_response_bytes=limit)) == "x" * 998
        with pytest.raises(
            package.APIResponseValidationError, match="limit of 999 bytes .*max_response_bytes"
        ) as caught:
            post(kind, server, config=package.Config(max_response_bytes=999))
        assert (caught.value.status_code, len(server.requests)) == (200, 4)


def test_the_limit_applies_to_reading_a_streaming_response_at_once_but_not_in_chunks() -> None:
    with RawServer(forever(REQUEST, respond(BODY))) as server:
        config = package.Config(max_response_bytes=999)
        with package.OpenAI(api_key="k", base_url=server.url, config=config) as client:
            with client.files.with_streaming_response.content("file-1") as response:
                with pytest.raises(package.APIResponseValidationError, match="limit of 999 bytes"):
                    response.read()
            with client.files.with_streaming_response.content("file-1") as response:
                assert b"".join(response.iter_bytes()) == BODY


def test_the_default_limit_is_256_mib() -> None:
    client = package.OpenAI(api_key="k", environment=False)
    assert client.settings.max_response_bytes == 256 << 20
    client.close()


@pytest.mark.parametrize("chunks", [[], [b""], [b"one"], [b"", b"one"], [b"one", b"two", b"", b"three"]])
def test_a_body_is_collected_from_any_chunks(chunks: list[bytes]) -> None:
    body = drivers.BodyBuffer()
    assert [body.append(each) for each in chunks] == [len(b"".join(chunks[: n + 1])) for n in range(len(chunks))]
    assert body.join() == b"".join(chunks)


# The deadline


class Slow:
    """A result that takes longer to decode than the deadline allows."""

    def __init__(self, **fields: Any) -> None:
        time.sleep(0.3)


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_decoding_counts_towards_the_deadline(kind: str) -> None:
    with RawServer(forever(REQUEST, respond(b'{"a": 1}'))) as server:
        assert isinstance(post(kind, server, cast_to=Slow, timeout=package.Timeout(10, deadline=10)), Slow)
        with pytest.raises(package.APITimeoutError, match="the call's deadline of 0.29 s was exceeded"):
            post(kind, server, cast_to=Slow, timeout=package.Timeout(10, deadline=0.29))
    assert len(server.requests) == 2, "not retried"
