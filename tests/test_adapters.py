# SPDX-License-Identifier: MIT
"""The adapters over requests, httpx and aiohttp hold the transport contract, and what belongs to each of them alone.

What lives here: one subclass of the contract a library, skipped without it, and cases that need the library's own
names. What must not: cases that every transport should pass; those are in transport_contract.py.
"""

from __future__ import annotations

import asyncio
import gc
import ssl
import subprocess
import sys
import threading
import traceback
import warnings

import pytest

from .raw_server import (
    CHUNKED,
    CLOSE,
    HEAD,
    HOLD,
    LIMIT,
    REQUEST,
    RESET,
    RawServer,
    answer,
    chunk,
    forever,
    head,
    in_turn,
    pause,
    send,
    tell,
    wait,
)
from .transport_contract import AsyncTransportContract, Pieces, TransportContract, Wanted, acall, call, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, Iterator

transports = pytest.importorskip("openai_stdlib_transports", reason="not part of a vendored core")


class Adapter:
    """Skips without the library, and gives the contract its certificates."""

    library: str
    certificates: Any
    supports = frozenset(Wanted._fields)

    @pytest.fixture(autouse=True)
    def _prepare(self, authority: Any) -> None:
        pytest.importorskip(self.library)
        self.certificates = authority


class TestRequests(Adapter, TransportContract):
    library = "requests"
    drains_on_close = True
    supports = frozenset(("ca_file", "client_certificate", "proxy"))

    def make_transport(self, wanted: Any) -> Any:
        transport = transports.RequestsTransport()
        session = transport._session
        session.verify = wanted.ca_file or True
        session.cert = wanted.client_certificate
        if wanted.proxy:
            session.proxies = {"http": wanted.proxy, "https": wanted.proxy}
        return transport


class TestHttpx(Adapter, TransportContract):
    library = "httpx"
    exact_deadline = False

    def make_transport(self, wanted: Any) -> Any:
        import httpx

        transport = transports.HttpxTransport()
        if any(wanted):
            transport.close()
            transport._client = httpx.Client(**httpx_options(wanted))
        return transport


class TestAsyncHttpx(Adapter, AsyncTransportContract):
    library = "httpx"

    def make_transport(self, wanted: Any) -> Any:
        import httpx

        transport = transports.AsyncHttpxTransport()
        if any(wanted):
            transport._client = httpx.AsyncClient(**httpx_options(wanted))
        return transport


# Before Python 3.11, a connection of TLS that the server closed is unclosed for asyncio, unless one closes it again.
STILL_OPEN = r"unclosed transport <asyncio\.sslproto"


@pytest.fixture(scope="class")
def forgotten() -> Iterator[None]:
    """Have them forgotten before other tests would be warned of them."""
    yield
    if sys.version_info < (3, 11):
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", STILL_OPEN, ResourceWarning)
            gc.collect()


@pytest.mark.usefixtures("forgotten")
@pytest.mark.filterwarnings(f"ignore:{STILL_OPEN}:ResourceWarning")
class TestAiohttp(Adapter, AsyncTransportContract):
    library = "aiohttp"
    sends_latin1 = False

    def make_transport(self, wanted: Any) -> Any:
        import aiohttp

        transport = transports.AiohttpTransport()
        options: dict[str, Any] = {"limit": wanted.max_connections or 100}
        if wanted.ca_file:
            options["ssl"] = trusting(wanted)
        transport._connector = lambda: aiohttp.TCPConnector(**options)
        if wanted.proxy:
            transport._proxies = {"http": wanted.proxy, "https": wanted.proxy}
        return transport


def trusting(wanted: Any) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=wanted.ca_file)
    if wanted.client_certificate:
        context.load_cert_chain(wanted.client_certificate)
    return context


def httpx_options(wanted: Any) -> dict[str, Any]:
    import httpx

    options: dict[str, Any] = {"proxy": wanted.proxy}
    if wanted.max_connections:
        options["limits"] = httpx.Limits(max_connections=wanted.max_connections)
    if wanted.ca_file:
        options["verify"] = trusting(wanted)
    return options


# Loading

MISSING = """
import sys
sys.modules[{library!r}] = None
import openai_stdlib_transports as transports
try:
    transports.{name}
except ImportError as error:
    print(error)
"""


@pytest.mark.parametrize(
    "name, library",
    [
        ("AiohttpTransport", "aiohttp"),
        ("AsyncHttpxTransport", "httpx"),
        ("HttpxTransport", "httpx"),
        ("RequestsTransport", "requests"),
    ],
)
def test_missing_library_is_told_with_its_remedy(name: str, library: str) -> None:
    program = MISSING.format(name=name, library=library)
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, timeout=60, check=True)
    assert done.stdout.decode().strip() == f'{name} needs {library}: pip install "openai-stdlib[{library}]"'


def test_importing_the_package_imports_no_library() -> None:
    program = (
        "import sys, openai_stdlib_transports as t; t.__all__; dir(t);"
        "print({'aiohttp', 'requests', 'httpx'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, timeout=60, check=True)
    assert done.stdout.decode().strip() == "set()"


@pytest.mark.parametrize("name", ["Nonsense", "_private", "__path_of_nothing__"])
def test_unknown_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(transports, name)


# What is yours stays yours


@pytest.fixture
def server() -> Iterator[RawServer]:
    with RawServer(forever(REQUEST, answer(b"ok", "200 OK", "Set-Cookie: seen=1"))) as running:
        yield running


def test_your_session_stays_open_and_counts(server: RawServer) -> None:
    requests = pytest.importorskip("requests")
    with requests.Session() as session:
        session.headers["X-Gateway"] = "mine"
        session.cookies.set("gateway", "in")
        with transports.RequestsTransport(session) as transport:
            assert call(transport, request(server.url)) == (200, b"ok")
        assert session.get(server.url, timeout=5).text == "ok"
        assert session.cookies.get("seen") == "1"
    assert server.connections == 1, "closing the transport closed your connections"
    assert server.requests[0].header("X-Gateway") == ["mine"]
    assert server.requests[0].header("Cookie") == ["gateway=in"]


def test_your_sessions_hook_may_read_the_body(server: RawServer) -> None:
    requests = pytest.importorskip("requests")
    seen = []
    with requests.Session() as session:
        session.hooks["response"].append(lambda response, **_: seen.append(response.text))
        assert call(transports.RequestsTransport(session), request(server.url)) == (200, b"ok")
    assert seen == ["ok"]


def test_your_client_stays_open_and_counts(server: RawServer) -> None:
    httpx = pytest.importorskip("httpx")
    with httpx.Client(headers={"X-Gateway": "mine"}, cookies={"gateway": "in"}) as client:
        with transports.HttpxTransport(client) as transport:
            assert call(transport, request(server.url)) == (200, b"ok")
        assert client.get(server.url).text == "ok"
    assert server.connections == 1, "closing the transport closed your connections"
    assert server.requests[0].header("X-Gateway") == ["mine"]
    assert server.requests[0].header("Cookie") == ["gateway=in"]


def test_your_async_client_stays_open(server: RawServer) -> None:
    httpx = pytest.importorskip("httpx")

    async def scene() -> None:
        async with httpx.AsyncClient() as client:
            async with transports.AsyncHttpxTransport(client) as transport:
                assert await acall(transport, request(server.url)) == (200, b"ok")
            assert (await client.get(server.url)).text == "ok"

    asyncio.run(scene())
    assert server.connections == 1, "closing the transport closed your connections"


def test_your_aiohttp_session_stays_open_and_counts(server: RawServer) -> None:
    aiohttp = pytest.importorskip("aiohttp")

    async def scene() -> None:
        jar = aiohttp.CookieJar(unsafe=True)  # takes cookies of addresses, too
        headers = {"X-Gateway": "mine", "Authorization": "Bearer other"}
        async with aiohttp.ClientSession(headers=headers, cookies={"gateway": "in"}, cookie_jar=jar) as session:
            async with transports.AiohttpTransport(session) as transport:
                assert await acall(transport, request(server.url, "POST", b"{}")) == (200, b"ok")
            async with session.get(server.url) as response:
                assert await response.text() == "ok"
            assert {cookie.key for cookie in jar} == {"gateway", "seen"}

    asyncio.run(scene())
    assert server.connections == 1, "closing the transport closed your connections"
    assert server.requests[0].header("X-Gateway") == ["mine"]
    assert server.requests[0].header("Cookie") == ["gateway=in"]
    assert server.requests[0].header("Authorization") == ["Bearer sk-test"]
    assert server.requests[0].header("Content-Type") == [], "nobody said what the body is"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # newer versions want a header in its place
def test_auth_of_your_aiohttp_session_counts(server: RawServer) -> None:
    aiohttp = pytest.importorskip("aiohttp")

    async def scene() -> None:
        async with aiohttp.ClientSession(auth=aiohttp.BasicAuth("user", "word")) as session:
            await acall(transports.AiohttpTransport(session), request(server.url))

    asyncio.run(scene())
    assert server.requests[0].header("Authorization") == ["Basic dXNlcjp3b3Jk"]


def test_timeouts_of_your_aiohttp_session_count_where_there_are_none() -> None:
    aiohttp = pytest.importorskip("aiohttp")

    async def scene(url: str) -> None:
        for limits in (aiohttp.ClientTimeout(sock_read=0.2), aiohttp.ClientTimeout(total=0.2)):
            async with aiohttp.ClientSession(timeout=limits) as session:
                with pytest.raises(TimeoutError):
                    await transports.AiohttpTransport(session).send(request(url, read=None))

    with RawServer(REQUEST, HOLD) as server:
        asyncio.run(asyncio.wait_for(scene(server.url), LIMIT))


# Authorization is the caller's


@pytest.fixture
def netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a ~/.netrc that knows the server."""
    file = tmp_path / "netrc"
    file.write_text("machine 127.0.0.1\nlogin nobody\npassword wrong\n")
    file.chmod(0o600)
    monkeypatch.setenv("NETRC", str(file))


@pytest.mark.usefixtures("netrc")
def test_netrc_does_not_replace_authorization_in_requests(server: RawServer) -> None:
    requests = pytest.importorskip("requests")
    with transports.RequestsTransport() as transport:
        call(transport, request(server.url))
    requests.get(server.url, timeout=5, headers={"Authorization": "Bearer sk-test"})
    assert server.requests[0].header("Authorization") == ["Bearer sk-test"]
    assert server.requests[1].header("Authorization") != ["Bearer sk-test"], "requests has changed: drop _as_it_is"


@pytest.mark.usefixtures("netrc")
def test_netrc_does_not_replace_authorization_in_httpx(server: RawServer) -> None:
    pytest.importorskip("httpx")

    async def scene() -> None:
        async with transports.AsyncHttpxTransport() as transport:
            await acall(transport, request(server.url))

    with transports.HttpxTransport() as transport:
        call(transport, request(server.url))
    asyncio.run(scene())
    assert [each.header("Authorization") for each in server.requests] == [["Bearer sk-test"]] * 2


@pytest.mark.usefixtures("netrc")
def test_netrc_does_not_replace_authorization_in_aiohttp(server: RawServer) -> None:
    aiohttp = pytest.importorskip("aiohttp")

    async def scene() -> None:
        async with transports.AiohttpTransport() as transport:
            await acall(transport, request(server.url))
        async with aiohttp.ClientSession(trust_env=True) as session:
            await acall(transports.AiohttpTransport(session), request(server.url))
            await (await session.get(server.url)).read()

    asyncio.run(scene())
    assert [each.header("Authorization") for each in server.requests[:2]] == [["Bearer sk-test"]] * 2
    assert server.requests[2].header("Authorization") != [], "aiohttp has changed: drop _as_yours"


# What is special to aiohttp


def run_with_aiohttp(scene: Any, *script: Any) -> RawServer:
    """Play a scene with a transport and a server in an event loop."""
    pytest.importorskip("aiohttp")

    async def scenery() -> None:
        async with transports.AiohttpTransport() as transport:
            await asyncio.wait_for(scene(transport, server), LIMIT)

    with RawServer(*script) as server:
        asyncio.run(scenery())
    return server


def shown(error: Any) -> str:
    """Return all that is shown of an error by those who print it or its representation."""
    text = "".join(traceback.format_exception(type(error), error, None))
    while error is not None:
        text += repr(error)
        error = error.__cause__ or error.__context__
    return text


def test_aiohttp_in_loops_one_after_another(server: RawServer) -> None:
    pytest.importorskip("aiohttp")
    transport = transports.AiohttpTransport()
    for _ in range(2):
        assert asyncio.run(acall(transport, request(server.url))) == (200, b"ok")
    loop = asyncio.new_event_loop()
    assert loop.run_until_complete(acall(transport, request(server.url, "POST", b"{}"))) == (200, b"ok")
    loop.run_until_complete(transport.close())
    loop.close()
    assert server.connections == 3, "a connection of another loop was used"


def test_aiohttp_in_two_loops_at_once(server: RawServer) -> None:
    pytest.importorskip("aiohttp")
    transport = transports.AiohttpTransport()

    async def outer() -> None:
        await acall(transport, request(server.url))
        await asyncio.get_running_loop().run_in_executor(None, asyncio.run, acall(transport, request(server.url)))
        await acall(transport, request(server.url))

    asyncio.run(outer())
    assert [each.connection for each in server.requests] == [0, 1, 0]


def test_aiohttp_in_a_loop_that_was_dropped(server: RawServer) -> None:
    pytest.importorskip("aiohttp")
    transport = transports.AiohttpTransport()
    loop = asyncio.new_event_loop()
    asked = request(server.url)._replace(headers={"Connection": "close"})
    with RawServer(REQUEST, answer(b"ok", "200 OK", "Connection: close")) as closing:
        loop.run_until_complete(acall(transport, asked._replace(url=closing.url)))
    (home,) = transport._homes.values()
    loop.close()
    assert asyncio.run(acall(transport, request(server.url))) == (200, b"ok")
    assert home.session.closed


def test_aiohttp_closed_while_an_answer_is_read() -> None:
    gone, go_on = threading.Event(), threading.Event()

    async def scene(transport: Any, server: RawServer) -> None:
        _, _, chunks, close = await transport.send(request(server.url))
        assert await chunks.__anext__() == b"one"
        await transport.close()
        go_on.set()
        assert await chunks.__anext__() == b"two"
        await close()
        assert await asyncio.get_running_loop().run_in_executor(None, gone.wait, LIMIT)

    streaming = send(head("200 OK", CHUNKED) + chunk(b"one"))
    run_with_aiohttp(scene, REQUEST, streaming, wait(go_on), send(chunk(b"two")), HOLD, tell(gone))


def test_aiohttp_does_not_time_out_who_reads_slowly() -> None:
    async def scene(transport: Any, server: RawServer) -> None:
        _, _, chunks, close = await transport.send(request(server.url, read=0.6))
        assert await chunks.__anext__() == b"one"
        await asyncio.sleep(1.0)  # the server pauses for as long, but nobody waits for it
        assert await chunks.__anext__() == b"two"
        await close()

    run_with_aiohttp(
        scene, REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), pause(0.8), send(chunk(b"two")), HOLD
    )


def test_aiohttp_times_out_tls_that_does_not_begin() -> None:
    async def scene(transport: Any, server: RawServer) -> None:
        with pytest.raises(TimeoutError, match="[Cc]onnect"):
            await transport.send(request(server.url.replace("http:", "https:"), connect=0.2))

    run_with_aiohttp(scene, HOLD)


def test_aiohttp_does_not_count_the_wait_for_the_pool_as_connecting() -> None:
    aiohttp = pytest.importorskip("aiohttp")

    async def scene(transport: Any, server: RawServer) -> None:
        transport._connector = lambda: aiohttp.TCPConnector(limit=1)
        _, _, chunks, close = await transport.send(request(server.url))
        asyncio.get_running_loop().call_later(0.8, lambda: asyncio.ensure_future(close()))
        assert await acall(transport, request(server.url, connect=0.4)) == (200, b"ok")

    endless = (REQUEST, send(head("200 OK", CHUNKED)), HOLD)
    run_with_aiohttp(scene, in_turn(endless, (REQUEST, answer(b"ok"))))


def test_aiohttp_has_the_proxys_credentials_from_the_header() -> None:
    async def scene(transport: Any, server: RawServer) -> None:
        transport._proxies = {"http": server.url.replace("://", "://user:word@")}
        asked = request("http://api.invalid/")._replace(headers={"proxy-authorization": "Basic own"})
        assert await acall(transport, asked) == (200, b"through")

    server = run_with_aiohttp(scene, REQUEST, answer(b"through"))
    assert server.requests[0].header("Proxy-Authorization") == ["Basic own"]


def test_your_aiohttp_session_sends_once() -> None:
    aiohttp = pytest.importorskip("aiohttp", "3.12")

    async def scene(transport: Any, server: RawServer) -> None:
        seen = []

        async def yours(asked: Any, handler: Any) -> Any:
            seen.append(asked.method)
            return await handler(asked)

        async with aiohttp.ClientSession(middlewares=[yours]) as session:
            with pytest.raises(ConnectionError):
                await transports.AiohttpTransport(session).send(request(server.url))
        assert seen == ["GET"]

    assert len(run_with_aiohttp(scene, REQUEST, CLOSE).requests) == 1


def test_aiohttp_times_out_a_server_that_takes_nothing() -> None:
    over = threading.Event()

    async def scene(transport: Any, server: RawServer) -> None:
        for body in (b"x" * 30_000_000, Pieces(*[b"x" * 100_000] * 300)):
            with pytest.raises(TimeoutError, match="sending"):
                await transport.send(request(server.url, "POST", body, write=0.2, read=None))
        over.set()

    run_with_aiohttp(scene, HEAD, wait(over))


def test_aiohttp_body_without_a_length_is_not_whole_after_a_reset() -> None:
    seen = threading.Event()

    async def scene(transport: Any, server: RawServer) -> None:
        _, _, chunks, close = await transport.send(request(server.url))
        assert await chunks.__anext__() == b"one"
        seen.set()
        with pytest.raises(ConnectionError):
            await chunks.__anext__()
        await close()

    run_with_aiohttp(scene, REQUEST, send(head() + b"one"), wait(seen), RESET)


def test_aiohttp_refuses_what_it_would_send_otherwise() -> None:
    async def scene(transport: Any, server: RawServer) -> None:
        asked = request(server.url)
        with pytest.raises(ValueError, match="'X-Name'"):
            await transport.send(asked._replace(headers={"X-Name": "Zo\xeb"}))
        for path in ("/a\r\nX-Evil: 1", "/a b", "/\xe9"):
            with pytest.raises(ValueError, match="URL"):
                await transport.send(asked._replace(url=server.url + path))

    assert run_with_aiohttp(scene).connections == 0


def test_aiohttp_errors_show_no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(transport: Any, server: RawServer) -> None:
        with pytest.raises(ConnectionError) as caught:
            await transport.send(request("https://api.invalid/"))
        for secret in ("p@ss", "p%40ss", "dXNlcjpwQHNz", "sk-test"):
            assert secret not in shown(caught.value)
        assert "407" in str(caught.value)
        monkeypatch.setenv("https_proxy", "socks5://user:p@ss@127.0.0.1")
        with pytest.raises(ValueError, match="proxy") as refused:
            await transports.AiohttpTransport().send(request("https://api.invalid/"))
        assert "p@ss" not in shown(refused.value)
        monkeypatch.delenv("https_proxy")
        with pytest.raises(ConnectionError) as garbled:
            await transports.AiohttpTransport().send(request(server.url))
        assert "sk-test" not in shown(garbled.value)

    def refuse(connection: Any) -> None:
        if connection.read_head().method == "CONNECT":
            monkeypatch.setenv("no_proxy", "127.0.0.1")
            send(head("407 Proxy Authentication Required", "Content-Length: 0"))(connection)
        else:
            send(b"HTTP/1.1 huh what\r\n\r\n")(connection)

    monkeypatch.setenv("https_proxy", "")  # set below, when the port is known

    async def with_proxy(transport: Any, server: RawServer) -> None:
        monkeypatch.setenv("https_proxy", server.url.replace("://", "://user:p%40ss@"))
        await scene(transport, server)

    run_with_aiohttp(with_proxy, refuse)


# The shared body


def shared_body(pieces: Iterator[bytes], released: threading.Event) -> Any:
    from openai_stdlib_transports._body import Body

    return Body(pieces, lambda: None, released.set, lambda error: error)


def test_interrupted_reader_does_not_see_a_whole_body() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"one"
        raise KeyboardInterrupt

    released = threading.Event()
    body = shared_body(pieces(), released)
    assert next(body) == b"one"
    with pytest.raises(KeyboardInterrupt):
        next(body)
    assert released.is_set()
    with pytest.raises(ConnectionError):
        next(body)


def test_closed_body_does_not_look_whole() -> None:
    released = threading.Event()
    body = shared_body(iter([b"one", b"two"]), released)
    assert next(body) == b"one"
    body.close()
    assert released.is_set()
    with pytest.raises(ConnectionError):
        next(body)


def test_finished_body_stays_finished_when_it_is_closed() -> None:
    body = shared_body(iter([b"one"]), threading.Event())
    assert list(body) == [b"one"]
    body.close()
    assert list(body) == []


def test_body_closed_while_it_is_read_is_released_by_its_reader() -> None:
    reading, go_on, released = threading.Event(), threading.Event(), threading.Event()

    def pieces() -> Iterator[bytes]:
        reading.set()
        go_on.wait(10)
        assert not released.is_set(), "closed under the reader"
        yield b"one"

    body = shared_body(pieces(), released)
    reader = threading.Thread(target=lambda: next(body))
    reader.start()
    assert reading.wait(10)
    body.close()
    go_on.set()
    reader.join(10)
    assert released.is_set()
