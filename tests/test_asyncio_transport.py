# SPDX-License-Identifier: MIT
"""The transport contract with `AsyncioTransport`, and tests of its event loops, its pool, cancellation and proxies."""

from __future__ import annotations

import asyncio
import base64
import gc
import gzip
import ssl
import threading
import zlib

import pytest

from . import load, package
from .raw_server import (
    CHUNKED,
    CLOSE,
    DRAIN,
    HEAD,
    LIMIT,
    REQUEST,
    RawServer,
    chunk,
    forever,
    forward,
    head,
    per_connection,
    respond,
    send,
    signal,
    wait,
)
from .test_urllib_transport import ssl_context_for
from .transport_contract import (
    AsyncTransportContract,
    ContractFixtures,
    IterableBody,
    TransportOptions,
    acall,
    echo,
    request,
    until,
)

AsyncioTransport = load("transport.asyncio_transport").AsyncioTransport
connect = load("transport.connect")
ConfigError = load("call.errors").ConfigError
CHAT = {"model": "m", "messages": [{"role": "user", "content": "Say hello"}]}
STREAM = send(head("200 OK", CHUNKED) + chunk(b"one"))


class TestAsyncioTransport(ContractFixtures, AsyncTransportContract):
    retries_stale_connection = True
    reuses_drained_connection = True
    supports = frozenset(TransportOptions._fields)

    def make_transport(self, options):
        limit = {} if options.max_connections is None else {"max_connections": options.max_connections}
        return AsyncioTransport(ssl_context=ssl_context_for(options), proxy=options.proxy, **limit)


@pytest.fixture(autouse=True)
def _collect_garbage():
    yield
    gc.collect()  # a socket that was left open warns here


def run(coroutine):
    return asyncio.run(asyncio.wait_for(coroutine, 3 * LIMIT))


# Event loops


def test_one_client_in_loops_one_after_another(server):
    client = package.AsyncOpenAI(api_key="k", base_url=server.base_url, environment=False)

    async def work():
        completion = await client.chat.completions.create(**CHAT)
        async with await client.chat.completions.create(**CHAT, stream=True) as stream:
            return completion.id, len([chunk async for chunk in stream])

    for _ in range(3):
        name, count = run(work())
        assert name and count > 2
        gc.collect()
    client._close_idle()  # without a running loop
    assert server.requests


def test_a_response_that_is_collected_after_its_loop_was_closed():
    disconnected = threading.Event()
    transport = AsyncioTransport(max_connections=1)
    with RawServer(per_connection((REQUEST, STREAM, DRAIN, signal(disconnected)), (REQUEST, respond(b"ok")))) as server:

        async def abandon():
            chunks = (await transport.send(request(server.url)))[2]
            return await chunks.__anext__()

        assert run(abandon()) == b"one"
        gc.collect()
        assert disconnected.wait(LIMIT)
        assert run(acall(transport, request(server.url))) == (200, b"ok")
        transport.close_nowait()


def test_a_response_that_is_collected_releases_its_permit():
    transport = AsyncioTransport(max_connections=1)
    with RawServer(per_connection((REQUEST, STREAM, DRAIN), (REQUEST, respond(b"ok")))) as server:

        async def main():
            await transport.send(request(server.url))
            gc.collect()
            return await acall(transport, request(server.url))

        assert run(main()) == (200, b"ok")
        transport.close_nowait()


def test_close_nowait_in_another_thread_leaves_open_responses_alone():
    async def main():
        transport = AsyncioTransport()
        assert await acall(transport, request(server.url)) == (200, b"/")
        status, _, chunks, close = await transport.send(request(server.url + "/two"))
        thread = threading.Thread(target=transport.close_nowait)
        thread.start()
        thread.join(LIMIT)
        assert b"".join([chunk async for chunk in chunks]) == b"/two"
        await close()

    with RawServer(forever(echo)) as server:
        run(main())


# The pool


def test_fifty_calls_in_a_pool_of_five():
    async def main():
        async with AsyncioTransport(max_connections=5) as transport:
            calls = [acall(transport, request(f"{server.url}/{number}")) for number in range(50)]
            assert await asyncio.gather(*calls) == [(200, b"/%d" % number) for number in range(50)]
            assert transport._loop_semaphore().available == 5

    with RawServer(forever(echo)) as server:
        run(main())
    assert len(server.requests) == 50 and server.connections <= 5


def test_the_wait_for_a_connection_is_limited_and_can_be_cancelled():
    async def main():
        async with AsyncioTransport(max_connections=1) as transport:
            _, _, _, close = await transport.send(request(server.url))
            with pytest.raises(TimeoutError, match="waiting for a connection from the pool"):
                await transport.send(request(server.url, pool=0.05))
            first, second = (asyncio.ensure_future(acall(transport, request(server.url))) for _ in range(2))
            await asyncio.sleep(0)
            first.cancel()
            await close()
            with pytest.raises(asyncio.CancelledError):
                await first
            assert await second == (200, b"ok")

    with RawServer(per_connection((REQUEST, STREAM, DRAIN), (REQUEST, respond(b"ok")))) as server:
        run(main())


def test_a_permit_granted_to_a_cancelled_task_is_passed_on():
    async def main():
        semaphore = load("transport.asyncio_transport").AsyncConnectionSemaphore(1)
        permit = await semaphore.acquire(None)
        first, second = (asyncio.ensure_future(semaphore.acquire(None)) for _ in range(2))
        await asyncio.sleep(0)
        permit.release()
        permit.release()
        first.cancel()
        (await second).release()
        assert semaphore.available == 1 and first.cancelled()

    run(main())


def test_idle_connections_are_bounded():
    async def main():
        async with AsyncioTransport(max_idle_connections=1) as transport:
            for server in (one, two, one):
                assert await acall(transport, request(server.url)) == (200, b"ok")
        assert (one.connections, two.connections) == (2, 1)
        async with AsyncioTransport(idle_timeout=0) as transport:
            for _ in range(2):
                await acall(transport, request(two.url))
        assert two.connections == 3

    with RawServer(forever(REQUEST, respond(b"ok"))) as one, RawServer(forever(REQUEST, respond(b"ok"))) as two:
        run(main())


@pytest.mark.parametrize(
    "response",
    [head("200 OK", "Content-Length: 2") + b"ok", head("200 OK", CHUNKED) + chunk(b"ok") + chunk(b"")],
    ids=["length", "chunks"],
)
def test_a_connection_with_extra_data_is_not_reused(response):
    extra = head("500 Without a request", "Content-Length: 0")

    async def main():
        async with AsyncioTransport() as transport:
            for _ in range(2):
                assert await acall(transport, request(server.url)) == (200, b"ok")

    with RawServer(forever(REQUEST, send(response + extra))) as server:
        run(main())
    assert server.connections == 2


# Cancelling


@pytest.mark.parametrize("phase", ["connect", "head", "upload", "body"])
def test_cancelling(phase):
    started, cancelled, disconnected = threading.Event(), threading.Event(), threading.Event()
    large = IterableBody(*[b"x" * 262_144] * 256)
    scripts = {
        "connect": (
            lambda connection: connection.receive(),
            signal(started),
            DRAIN,
            signal(disconnected),
        ),  # the TLS handshake never completes
        "head": (REQUEST, signal(started), DRAIN, signal(disconnected)),
        "upload": (HEAD, signal(started), wait(cancelled), drain_until_disconnected(disconnected)),
        "body": (REQUEST, STREAM, DRAIN, signal(disconnected)),
    }

    async def read_all(transport, base_request):
        _, _, chunks, close = await transport.send(base_request)
        try:
            async for _ in chunks:
                started.set()
        finally:
            await close()

    async def main():
        async with AsyncioTransport(max_connections=1) as transport:
            url = server.url.replace("http:", "https:") if phase == "connect" else server.url
            base_request = request(url, "POST", large if phase == "upload" else None)
            task = asyncio.ensure_future(read_all(transport, base_request))
            await until(started)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            cancelled.set()
            await until(disconnected)
            assert transport._loop_semaphore().available == 1
            assert await acall(transport, request(server.url)) == (200, b"ok")

    with RawServer(per_connection(scripts[phase], (REQUEST, respond(b"ok")))) as server:
        run(main())


def drain_until_disconnected(disconnected):
    """Return a step that reads until the client disconnects, even by a reset."""

    def step(connection):
        try:
            DRAIN(connection)
        except ConnectionError:
            pass
        disconnected.set()

    return step


@pytest.mark.parametrize("timeout", ["connect", "deadline"])
def test_connecting_is_limited_by_both_timeouts(timeout):
    disconnected = threading.Event()

    async def main():
        async with AsyncioTransport(max_connections=1) as transport:
            with pytest.raises(TimeoutError, match="timed out while connecting"):
                await transport.send(request(server.url.replace("http:", "https:"), **{timeout: 0.1}))
            await until(disconnected)
            assert await acall(transport, request(server.url)) == (200, b"ok")

    with RawServer(per_connection((DRAIN, signal(disconnected)), (REQUEST, respond(b"ok")))) as server:
        run(main())


def test_a_request_is_resent_only_once():
    disconnect = (REQUEST, CLOSE)

    async def main():
        async with AsyncioTransport() as transport:
            await acall(transport, request(server.url))
            with pytest.raises(ConnectionError, match="without sending a response"):
                await transport.send(request(server.url, "POST", b"{}"))

    with RawServer(per_connection((REQUEST, respond(), *disconnect), disconnect)) as server:
        run(main())
    assert server.connections == 2


def test_a_failed_handshake_sends_a_tls_alert(certificates):
    errors = []

    def handshake(connection):
        try:
            certificates.server().wrap_socket(connection.sock, server_side=True).close()
        except ssl.SSLError as error:
            errors.append(error)
            connection.sock.close()

    async def main():
        async with AsyncioTransport() as transport:
            with pytest.raises(ssl.SSLCertVerificationError):
                await transport.send(request(server.url.replace("http:", "https:")))

    with RawServer(handshake) as server:
        run(main())
    assert "UNKNOWN_CA" in str(errors[0])


# Uploads


def hold_open(connection):
    """Read nothing, and keep the connection open until the test ends (a step of a script)."""
    connection.server.stopping.wait(LIMIT)


class CountingBody(IterableBody):
    """A body that counts the chunks that were read."""

    count = 0

    def __iter__(self):
        for data in self.chunks:
            self.count += 1
            yield data


def test_an_early_response_stops_the_upload():
    large = CountingBody(*[b"x" * 262_144] * 256)
    early = (HEAD, respond(b"too large", "413 Content Too Large"), hold_open)

    async def main():
        async with AsyncioTransport() as transport:
            assert await acall(transport, request(server.url, "POST", large)) == (413, b"too large")
            assert large.count < 256, "the body was read after the response"
            assert await acall(transport, request(server.url)) == (200, b"ok"), "on another connection"

    with RawServer(per_connection(early, (REQUEST, respond(b"ok")))) as server:
        run(main())


@pytest.mark.parametrize("tls", [False, True])
def test_large_bodies_arrive_complete(tls, authority):
    if tls and authority is None:
        pytest.skip("trustme is not installed")
    bodies = [bytes(range(256)) * 20_000, IterableBody(*[b"%06d" % number * 1000 for number in range(1000)])]

    async def main():
        ssl_context = ssl.create_default_context(cafile=authority.ca_file) if tls else None
        async with AsyncioTransport(ssl_context=ssl_context) as transport:
            for body in bodies:
                assert await acall(transport, request(server.url, "POST", body)) == (200, b"ok")

    with RawServer(forever(REQUEST, respond(b"ok")), tls=authority.server() if tls else None) as server:
        run(main())
    assert [sent.body for sent in server.requests] == [bodies[0], b"".join(bodies[1].chunks)]
    assert server.connections == 1


def test_write_timeout_when_the_server_reads_nothing():
    async def main():
        async with AsyncioTransport() as transport:
            with pytest.raises(TimeoutError):
                await transport.send(request(server.url, "POST", IterableBody(*[b"x" * 262_144] * 256), write=0.1))
            assert transport._loop_semaphore().available == 1000

    with RawServer(HEAD, hold_open) as server:
        run(main())


def test_a_body_without_a_length_is_refused():
    async def main():
        async with AsyncioTransport() as transport:
            with pytest.raises(TypeError, match="an iterable with a length, got list"):
                await transport.send(request("http://127.0.0.1:1/", "POST", [b"x"]))

    run(main())


# Routes and proxies


@pytest.fixture
def fetch():
    """Return a function that requests URLs, one after another, with a transport that has these options."""

    def fetch(*urls, headers=None, **options):
        async def main():
            async with AsyncioTransport(**options) as transport:
                requests = [request(url) for url in urls]
                if headers is not None:
                    requests = [each._replace(headers=headers) for each in requests]
                return [await acall(transport, each) for each in requests]

        return run(main())

    return fetch


def test_the_environments_proxy_is_used(monkeypatch, fetch):
    with RawServer(forever(REQUEST, respond(b"proxied"))) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.replace("http://", "http://us%65r:pass@"))
        assert fetch("http://api.invalid/v1/models", "http://other.invalid:81/") == [(200, b"proxied")] * 2
    sent, other = proxy.requests
    assert (sent.target, other.target) == ("http://api.invalid/v1/models", "http://other.invalid:81/")
    assert (sent.header("Host"), other.header("Host")) == (["api.invalid"], ["other.invalid:81"])
    assert sent.header("Proxy-Authorization") == ["Basic " + base64.b64encode(b"user:pass").decode()]
    assert proxy.connections == 1


def test_no_proxy_is_honoured(monkeypatch, fetch):
    with RawServer(REQUEST, respond(b"direct")) as server:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert fetch(server.url) == [(200, b"direct")]


def test_explicit_proxy_and_no_proxy(monkeypatch, fetch):
    with RawServer(forever(REQUEST, respond(b"proxied"))) as server:
        assert fetch("http://api.invalid/", proxy=server.url) == [(200, b"proxied")]
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        assert fetch(server.url, proxy="") == [(200, b"proxied")]


@pytest.mark.parametrize("url", ["socks4://user:secret@127.0.0.1:1", "http://user:secret@:x", "http://u:secret@"])
def test_error_about_an_invalid_proxy_does_not_show_its_password(url, fetch):
    with pytest.raises(ConfigError, match=r"^proxy: '.*\*\*\*@.*' is not the URL of a proxy") as caught:
        fetch("http://api.invalid/", proxy=url)
    assert "secret" not in str(caught.value)


def test_error_about_a_refused_tunnel_does_not_show_the_password(fetch):
    refused = send(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    with RawServer(HEAD, refused, CLOSE) as proxy:
        with pytest.raises(OSError, match="407") as caught:
            fetch("https://api.invalid/v1/models", proxy=proxy.url.replace("http://", "http://user:secret@"))
    assert "secret" not in str(caught.value)
    assert proxy.wire[0].startswith(b"CONNECT api.invalid:443 HTTP/1.1\r\n")
    assert base64.b64encode(b"user:secret") in proxy.wire[0]
    assert b"Bearer" not in proxy.wire[0], "the proxy received the API key"


@pytest.mark.parametrize("proxy_tls", [False, True])
def test_a_tunnel_is_reused(certificates, fetch, proxy_tls):
    with RawServer(forever(REQUEST, respond(b"ok")), tls=certificates.server()) as server:
        connected = send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        script = HEAD, connected, forward(lambda: server.port)
        with RawServer(*script, tls=certificates.server() if proxy_tls else None) as proxy:
            ssl_context = ssl.create_default_context(cafile=certificates.ca_file)
            headers = {"Proxy-Authorization": "Own it", "Authorization": "Bearer k"}
            responses = fetch(*[server.url] * 3, headers=headers, proxy=proxy.url, ssl_context=ssl_context)
            assert responses == [(200, b"ok")] * 3
            assert proxy.connections == server.connections == 1
    assert [sent.header("Proxy-Authorization") for sent in server.requests] == [[]] * 3
    assert b"Proxy-Authorization: Own it" in proxy.wire[0] and b"Bearer" not in proxy.wire[0]


def test_other_schemes_are_not_opened(tmp_path, fetch):
    for url in ("file://" + str(tmp_path), "ftp://127.0.0.1/", "data:text/plain,x"):
        with pytest.raises(ValueError, match="unknown url type"):
            fetch(url)


@pytest.mark.parametrize("url", ["http://[::1", "http://a b/", "http://a/b c", "http://a/\r\nX: 1", "http://u:p@h/"])
def test_invalid_urls(url, fetch):
    with pytest.raises(ValueError):
        fetch(url)


def test_a_name_whose_first_address_refuses(fetch):
    with RawServer(REQUEST, respond(b"ok")) as server:  # on 127.0.0.1; the name may have ::1 too, and first
        assert fetch(server.url.replace("127.0.0.1", "localhost")) == [(200, b"ok")]


def test_address_families_are_interleaved():
    six, four = 10, 2
    addresses = [(six, 1), (six, 2), (six, 3), (four, 1)]
    assert connect.interleave_addresses(addresses) == [(six, 1), (four, 1), (six, 2), (six, 3)]


# The response


def encode(data, coding):
    if coding == "gzip":
        return gzip.compress(data[:100]) + gzip.compress(data[100:])
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS if coding == "raw deflate" else zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw deflate"])
def test_content_codings(coding, fetch):
    data = bytes(range(256)) * 20_000
    field = "Content-Encoding: " + coding.split()[-1]
    script = per_connection(
        (REQUEST, respond(encode(data, coding), "200 OK", field)),
        (REQUEST, respond(encode(data, coding)[:-20], "200 OK", field)),
        (REQUEST, respond(b"\x00nonsense", "200 OK", field)),
        (REQUEST, respond(b"", "200 OK", field)),
        (REQUEST, respond(b"x", "200 OK", "Content-Encoding: br")),
    )
    with RawServer(script) as server:
        assert fetch(server.url) == [(200, data)]
        for message in ("incomplete response", "invalid HTTP response: invalid (gzip|deflate) data"):
            with pytest.raises(ConnectionError, match=message):
                fetch(server.url)
        assert fetch(server.url) == [(200, b"")]
        with pytest.raises(ConnectionError, match="unsupported content coding 'br'"):
            fetch(server.url)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"HTTP/2 200 OK\r\n\r\n", "invalid HTTP response: not an HTTP/1.1 status line"),
        (b"SSH-2.0\r\n", "invalid HTTP response: 'SSH-2.0"),
        (b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "invalid header field 'no colon"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 300 + b"\r\n", "more than 256 header fields"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70_000, "a header field is longer than 65536 bytes"),
        (
            b"HTTP/1.1 200 OK\r\n" + (b"A: " + b"b" * 60_000 + b"\r\n") * 18,
            "the head is longer than 1048576 bytes|incomplete response",
        ),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\n", "invalid Content-Length '1, 2'"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n", "invalid chunk size"),
    ],
)
def test_invalid_responses_fail_at_once(data, message, fetch):
    with RawServer(REQUEST, send(data), DRAIN) as server:
        with pytest.raises(ConnectionError, match=message):
            fetch(server.url)


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        b"HTTP/1.0 200 OK\r\n\r\nok",
        b"HTTP/1.1 200\nContent-Length: 2, 2\nX-Folded: a\n  b\n\nok",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\nContent-Length: 9\r\n\r\n2;a=b\r\nok\r\n0\r\n\r\n",
    ],
)
def test_unusual_but_valid_responses(data, fetch):
    with RawServer(REQUEST, send(data), CLOSE) as server:
        assert fetch(server.url) == [(200, b"ok")]


def test_heads_split_everywhere():
    http1 = load("transport.http1")
    data = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n"
    for size in range(1, len(data) + 1):
        reader, parsed_head = http1.HeadReader(), None
        for index in range(0, len(data), size):
            assert parsed_head is None
            parsed_head = reader.feed(data[index : index + size])
        assert (parsed_head.status, parsed_head.pairs, reader.trailing_data) == (200, [("A", "b")], b"")
    for end in range(1, len(data)):
        reader = http1.HeadReader()
        assert reader.feed(data[:end]) is None
        with pytest.raises(ConnectionError, match="incomplete response"):
            reader.feed(b"")
