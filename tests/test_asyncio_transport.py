# SPDX-License-Identifier: MIT
"""The transport of async clients holds the contract of all transports; and what belongs to it alone: its loops, its
pool, cancelling and the proxies. The other side of the wire is raw_server.py.
"""

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
    answer,
    chunk,
    forever,
    forward,
    head,
    per_connection,
    send,
    signal,
    wait,
)
from .test_urllib_transport import context
from .transport_contract import (
    AsyncTransportContract,
    Equipped,
    IterableBody,
    TransportOptions,
    acall,
    echo,
    request,
    until,
)

AsyncioTransport = load("transport.asyncio_transport").AsyncioTransport
link = load("transport.asyncio_socket")
CHAT = {"model": "m", "messages": [{"role": "user", "content": "Say hello"}]}
STREAM = send(head("200 OK", CHUNKED) + chunk(b"one"))


class TestAsyncioTransport(Equipped, AsyncTransportContract):
    retries_stale_connection = True
    reuses_drained_connection = True
    supports = frozenset(TransportOptions._fields)

    def make_transport(self, wanted):
        most = {} if wanted.max_connections is None else {"max_connections": wanted.max_connections}
        return AsyncioTransport(ssl_context=context(wanted), proxy=wanted.proxy, **most)


@pytest.fixture(autouse=True)
def _no_garbage():
    yield
    gc.collect()  # what was left open would warn here


def run(scene):
    return asyncio.run(asyncio.wait_for(scene, 3 * LIMIT))


# Loops


def test_one_client_in_loops_one_after_another(server):
    client = package.AsyncOpenAI(api_key="k", base_url=server.base_url, environment=False)

    async def work():
        answered = await client.chat.completions.create(**CHAT)
        async with await client.chat.completions.create(**CHAT, stream=True) as stream:
            return answered.id, len([each async for each in stream])

    for _ in range(3):
        name, count = run(work())
        assert name and count > 2
        gc.collect()
    client._close_idle()  # with no loop at all
    assert server.requests


def test_an_answer_that_is_forgotten_with_its_loop():
    gone = threading.Event()
    transport = AsyncioTransport(max_connections=1)
    with RawServer(per_connection((REQUEST, STREAM, DRAIN, signal(gone)), (REQUEST, answer(b"ok")))) as server:

        async def forgets():
            chunks = (await transport.send(request(server.url)))[2]
            return await chunks.__anext__()

        assert run(forgets()) == b"one"
        gc.collect()
        assert gone.wait(LIMIT)
        assert run(acall(transport, request(server.url))) == (200, b"ok")
        transport.close_nowait()


def test_an_answer_that_is_forgotten_gives_its_turn_back():
    transport = AsyncioTransport(max_connections=1)
    with RawServer(per_connection((REQUEST, STREAM, DRAIN), (REQUEST, answer(b"ok")))) as server:

        async def scene():
            await transport.send(request(server.url))
            gc.collect()
            return await acall(transport, request(server.url))

        assert run(scene()) == (200, b"ok")
        transport.close_nowait()


def test_retiring_in_another_thread_leaves_answers_alone():
    async def scene():
        transport = AsyncioTransport()
        assert await acall(transport, request(server.url)) == (200, b"/")
        status, _, chunks, close = await transport.send(request(server.url + "/two"))
        thread = threading.Thread(target=transport.close_nowait)
        thread.start()
        thread.join(LIMIT)
        assert b"".join([piece async for piece in chunks]) == b"/two"
        await close()

    with RawServer(forever(echo)) as server:
        run(scene())


# The pool


def test_fifty_calls_in_a_pool_of_five():
    async def scene():
        async with AsyncioTransport(max_connections=5) as transport:
            calls = [acall(transport, request(f"{server.url}/{number}")) for number in range(50)]
            assert await asyncio.gather(*calls) == [(200, b"/%d" % number) for number in range(50)]
            assert transport._loop_semaphore().free == 5

    with RawServer(forever(echo)) as server:
        run(scene())
    assert len(server.requests) == 50 and server.connections <= 5


def test_the_wait_for_a_connection_is_limited_and_can_be_cancelled():
    async def scene():
        async with AsyncioTransport(max_connections=1) as transport:
            _, _, _, close = await transport.send(request(server.url))
            with pytest.raises(TimeoutError, match="one of the pool's connections"):
                await transport.send(request(server.url, pool=0.05))
            first, second = (asyncio.ensure_future(acall(transport, request(server.url))) for _ in range(2))
            await asyncio.sleep(0)
            first.cancel()
            await close()
            with pytest.raises(asyncio.CancelledError):
                await first
            assert await second == (200, b"ok")

    with RawServer(per_connection((REQUEST, STREAM, DRAIN), (REQUEST, answer(b"ok")))) as server:
        run(scene())


def test_a_turn_that_came_when_its_task_was_cancelled_is_passed_on():
    async def scene():
        turns = load("transport.asyncio_transport").AsyncConnectionSemaphore(1)
        turn = await turns.acquire(None)
        first, second = (asyncio.ensure_future(turns.acquire(None)) for _ in range(2))
        await asyncio.sleep(0)
        turn.release()
        turn.release()
        first.cancel()
        (await second).release()
        assert turns.free == 1 and first.cancelled()

    run(scene())


def test_idle_connections_are_bounded():
    async def scene():
        async with AsyncioTransport(max_idle_connections=1) as transport:
            for server in (one, two, one):
                assert await acall(transport, request(server.url)) == (200, b"ok")
        assert (one.connections, two.connections) == (2, 1)
        async with AsyncioTransport(idle_timeout=0) as transport:
            for _ in range(2):
                await acall(transport, request(two.url))
        assert two.connections == 3

    with RawServer(forever(REQUEST, answer(b"ok"))) as one, RawServer(forever(REQUEST, answer(b"ok"))) as two:
        run(scene())


@pytest.mark.parametrize(
    "framed",
    [head("200 OK", "Content-Length: 2") + b"ok", head("200 OK", CHUNKED) + chunk(b"ok") + chunk(b"")],
    ids=["length", "chunks"],
)
def test_a_connection_that_brought_too_much_is_not_used_again(framed):
    surplus = head("500 Of nobody's request", "Content-Length: 0")

    async def scene():
        async with AsyncioTransport() as transport:
            for _ in range(2):
                assert await acall(transport, request(server.url)) == (200, b"ok")

    with RawServer(forever(REQUEST, send(framed + surplus))) as server:
        run(scene())
    assert server.connections == 2


# Cancelling


@pytest.mark.parametrize("where", ["connect", "head", "upload", "body"])
def test_cancelling(where):
    begun, cancelled, gone = threading.Event(), threading.Event(), threading.Event()
    large = IterableBody(*[b"x" * 262_144] * 256)
    scripts = {
        "connect": (lambda connection: connection.receive(), signal(begun), DRAIN, signal(gone)),  # TLS never answers
        "head": (REQUEST, signal(begun), DRAIN, signal(gone)),
        "upload": (HEAD, signal(begun), wait(cancelled), drained(gone)),
        "body": (REQUEST, STREAM, DRAIN, signal(gone)),
    }

    async def reading(transport, asked):
        _, _, chunks, close = await transport.send(asked)
        try:
            async for _ in chunks:
                begun.set()
        finally:
            await close()

    async def scene():
        async with AsyncioTransport(max_connections=1) as transport:
            url = server.url.replace("http:", "https:") if where == "connect" else server.url
            asked = request(url, "POST", large if where == "upload" else None)
            task = asyncio.ensure_future(reading(transport, asked))
            await until(begun)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            cancelled.set()
            await until(gone)
            assert transport._loop_semaphore().free == 1
            assert await acall(transport, request(server.url)) == (200, b"ok")

    with RawServer(per_connection(scripts[where], (REQUEST, answer(b"ok")))) as server:
        run(scene())


def drained(gone):
    """Be a step that reads until the client has gone, in whatever way."""

    def step(connection):
        try:
            DRAIN(connection)
        except ConnectionError:
            pass
        gone.set()

    return step


@pytest.mark.parametrize("limit", ["connect", "deadline"])
def test_connecting_takes_no_longer_than_it_may(limit):
    gone = threading.Event()

    async def scene():
        async with AsyncioTransport(max_connections=1) as transport:
            with pytest.raises(TimeoutError, match="timed out while connecting"):
                await transport.send(request(server.url.replace("http:", "https:"), **{limit: 0.1}))
            await until(gone)
            assert await acall(transport, request(server.url)) == (200, b"ok")

    with RawServer(per_connection((DRAIN, signal(gone)), (REQUEST, answer(b"ok")))) as server:
        run(scene())


def test_a_request_is_sent_again_but_once():
    dies = (REQUEST, CLOSE)

    async def scene():
        async with AsyncioTransport() as transport:
            await acall(transport, request(server.url))
            with pytest.raises(ConnectionError, match="without an answer"):
                await transport.send(request(server.url, "POST", b"{}"))

    with RawServer(per_connection((REQUEST, answer(), *dies), dies)) as server:
        run(scene())
    assert server.connections == 2


def test_tls_says_what_it_had_against_a_server(certificates):
    seen = []

    def handshake(connection):
        try:
            certificates.server().wrap_socket(connection.sock, server_side=True).close()
        except ssl.SSLError as error:
            seen.append(error)
            connection.sock.close()

    async def scene():
        async with AsyncioTransport() as transport:
            with pytest.raises(ssl.SSLCertVerificationError):
                await transport.send(request(server.url.replace("http:", "https:")))

    with RawServer(handshake) as server:
        run(scene())
    assert "UNKNOWN_CA" in str(seen[0])


# Uploads


def unread(connection):
    """Be a step that reads nothing, and keeps the connection open until the test is over."""
    connection.server.stopping.wait(LIMIT)


class Counted(IterableBody):
    """A body that counts what was taken of it."""

    taken = 0

    def __iter__(self):
        for piece in self.chunks:
            self.taken += 1
            yield piece


def test_an_answer_that_comes_during_the_upload_stops_it():
    large = Counted(*[b"x" * 262_144] * 256)
    early = (HEAD, answer(b"too large", "413 Content Too Large"), unread)

    async def scene():
        async with AsyncioTransport() as transport:
            assert await acall(transport, request(server.url, "POST", large)) == (413, b"too large")
            assert large.taken < 256, "no more is read than is sent"
            assert await acall(transport, request(server.url)) == (200, b"ok"), "on another connection"

    with RawServer(per_connection(early, (REQUEST, answer(b"ok")))) as server:
        run(scene())


@pytest.mark.parametrize("tls", [False, True])
def test_large_bodies_arrive_whole(tls, authority):
    if tls and authority is None:
        pytest.skip("trustme is not installed")
    bodies = [bytes(range(256)) * 20_000, IterableBody(*[b"%06d" % number * 1000 for number in range(1000)])]

    async def scene():
        trust = ssl.create_default_context(cafile=authority.ca_file) if tls else None
        async with AsyncioTransport(ssl_context=trust) as transport:
            for body in bodies:
                assert await acall(transport, request(server.url, "POST", body)) == (200, b"ok")

    with RawServer(forever(REQUEST, answer(b"ok")), tls=authority.server() if tls else None) as server:
        run(scene())
    assert [sent.body for sent in server.requests] == [bodies[0], b"".join(bodies[1].chunks)]
    assert server.connections == 1


def test_a_server_that_reads_nothing_times_out():
    async def scene():
        async with AsyncioTransport() as transport:
            with pytest.raises(TimeoutError):
                await transport.send(request(server.url, "POST", IterableBody(*[b"x" * 262_144] * 256), write=0.1))
            assert transport._loop_semaphore().free == 1000

    with RawServer(HEAD, unread) as server:
        run(scene())


def test_a_body_without_a_length_is_refused():
    async def scene():
        async with AsyncioTransport() as transport:
            with pytest.raises(TypeError, match="an iterable with a length, got list"):
                await transport.send(request("http://127.0.0.1:1/", "POST", [b"x"]))

    run(scene())


# Where to


@pytest.fixture
def through(monkeypatch):
    """Call URLs one after another by a transport made with these options."""

    def through(*urls, headers=None, **options):
        async def scene():
            async with AsyncioTransport(**options) as transport:
                asked = [request(url) for url in urls]
                if headers is not None:
                    asked = [each._replace(headers=headers) for each in asked]
                return [await acall(transport, each) for each in asked]

        return run(scene())

    return through


def test_the_environments_proxy_is_used(monkeypatch, through):
    with RawServer(forever(REQUEST, answer(b"through"))) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.replace("http://", "http://us%65r:pass@"))
        assert through("http://api.invalid/v1/models", "http://other.invalid:81/") == [(200, b"through")] * 2
    sent, other = proxy.requests
    assert (sent.target, other.target) == ("http://api.invalid/v1/models", "http://other.invalid:81/")
    assert (sent.header("Host"), other.header("Host")) == (["api.invalid"], ["other.invalid:81"])
    assert sent.header("Proxy-Authorization") == ["Basic " + base64.b64encode(b"user:pass").decode()]
    assert proxy.connections == 1


def test_no_proxy_is_honoured(monkeypatch, through):
    with RawServer(REQUEST, answer(b"direct")) as server:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert through(server.url) == [(200, b"direct")]


def test_a_proxy_of_ones_own_and_none(monkeypatch, through):
    with RawServer(forever(REQUEST, answer(b"there"))) as server:
        assert through("http://api.invalid/", proxy=server.url) == [(200, b"there")]
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        assert through(server.url, proxy="") == [(200, b"there")]


@pytest.mark.parametrize("url", ["socks5://user:secret@127.0.0.1:1", "http://user:secret@:x", "http://u:secret@"])
def test_a_proxy_that_is_none_shows_no_password(url, through):
    with pytest.raises(ValueError, match="isn't one of http or https") as caught:
        through("http://api.invalid/", proxy=url)
    assert "secret" not in str(caught.value)


def test_a_tunnel_that_is_refused_shows_no_password(through):
    refused = send(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    with RawServer(HEAD, refused, CLOSE) as proxy:
        with pytest.raises(OSError, match="407") as caught:
            through("https://api.invalid/v1/models", proxy=proxy.url.replace("http://", "http://user:secret@"))
    assert "secret" not in str(caught.value)
    assert proxy.wire[0].startswith(b"CONNECT api.invalid:443 HTTP/1.1\r\n")
    assert base64.b64encode(b"user:secret") in proxy.wire[0]
    assert b"Bearer" not in proxy.wire[0], "what is for the server is not for the proxy"


@pytest.mark.parametrize("proxy_tls", [False, True])
def test_a_tunnel_is_kept_for_further_calls(certificates, through, proxy_tls):
    with RawServer(forever(REQUEST, answer(b"ok")), tls=certificates.server()) as server:
        opened = send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        script = HEAD, opened, forward(lambda: server.port)
        with RawServer(*script, tls=certificates.server() if proxy_tls else None) as proxy:
            trust = ssl.create_default_context(cafile=certificates.ca_file)
            headers = {"Proxy-Authorization": "Own it", "Authorization": "Bearer k"}
            assert through(*[server.url] * 3, headers=headers, proxy=proxy.url, ssl_context=trust) == [(200, b"ok")] * 3
            assert proxy.connections == server.connections == 1
    assert [sent.header("Proxy-Authorization") for sent in server.requests] == [[]] * 3
    assert b"Proxy-Authorization: Own it" in proxy.wire[0] and b"Bearer" not in proxy.wire[0]


def test_other_schemes_are_not_opened(tmp_path, through):
    for url in ("file://" + str(tmp_path), "ftp://127.0.0.1/", "data:text/plain,x"):
        with pytest.raises(ValueError, match="unknown url type"):
            through(url)


@pytest.mark.parametrize("url", ["http://[::1", "http://a b/", "http://a/b c", "http://a/\r\nX: 1", "http://u:p@h/"])
def test_what_is_no_url(url, through):
    with pytest.raises(ValueError):
        through(url)


def test_a_name_whose_first_address_refuses(through):
    with RawServer(REQUEST, answer(b"ok")) as server:  # on 127.0.0.1; the name may have ::1 too, and first
        assert through(server.url.replace("127.0.0.1", "localhost")) == [(200, b"ok")]


def test_addresses_take_turns():
    six, four = 10, 2
    given = [(six, 1), (six, 2), (six, 3), (four, 1)]
    assert link.interleave_addresses(given) == [(six, 1), (four, 1), (six, 2), (six, 3)]


# The answer


def coded(data, how):
    if how == "gzip":
        return gzip.compress(data[:100]) + gzip.compress(data[100:])
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS if how == "raw deflate" else zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize("how", ["gzip", "deflate", "raw deflate"])
def test_content_codings(how, through):
    data = bytes(range(256)) * 20_000
    name = "Content-Encoding: " + how.split()[-1]
    script = per_connection(
        (REQUEST, answer(coded(data, how), "200 OK", name)),
        (REQUEST, answer(coded(data, how)[:-20], "200 OK", name)),
        (REQUEST, answer(b"\x00nonsense", "200 OK", name)),
        (REQUEST, answer(b"", "200 OK", name)),
        (REQUEST, answer(b"x", "200 OK", "Content-Encoding: br")),
    )
    with RawServer(script) as server:
        assert through(server.url) == [(200, data)]
        for message in ("cut short", "isn't valid"):
            with pytest.raises(ConnectionError, match=message):
                through(server.url)
        assert through(server.url) == [(200, b"")]
        with pytest.raises(ConnectionError, match="unknown content coding 'br'"):
            through(server.url)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (b"HTTP/2 200 OK\r\n\r\n", "doesn't speak HTTP/1.1"),
        (b"SSH-2.0\r\n", "doesn't speak HTTP"),
        (b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "header field 'no colon.*', which is none"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 300 + b"\r\n", "more than 256 header fields"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70_000, "header field of the answer is too long"),
        (b"HTTP/1.1 200 OK\r\n" + (b"A: " + b"b" * 60_000 + b"\r\n") * 18, "head of the answer is too long|cut short"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\n", "Content-Length '1, 2' is no length"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n", "is no chunk size"),
    ],
)
def test_what_is_not_http_ends_at_once(said, message, through):
    with RawServer(REQUEST, send(said), DRAIN) as server:
        with pytest.raises(ConnectionError, match=message):
            through(server.url)


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        b"HTTP/1.0 200 OK\r\n\r\nok",
        b"HTTP/1.1 200\nContent-Length: 2, 2\nX-Folded: a\n  b\n\nok",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\nContent-Length: 9\r\n\r\n2;a=b\r\nok\r\n0\r\n\r\n",
    ],
)
def test_what_is_http_all_the_same(said, through):
    with RawServer(REQUEST, send(said), CLOSE) as server:
        assert through(server.url) == [(200, b"ok")]


def test_heads_however_they_are_split():
    http1 = load("transport.http1")
    said = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n"
    for size in range(1, len(said) + 1):
        reader, found = http1.HeadReader(), None
        for at in range(0, len(said), size):
            assert found is None
            found = reader.feed(said[at : at + size])
        assert (found.status, found.pairs, reader.trailing_data) == (200, [("A", "b")], b"")
    for end in range(1, len(said)):
        reader = http1.HeadReader()
        assert reader.feed(said[:end]) is None
        with pytest.raises(http1.RemoteProtocolError):
            reader.feed(b"")
