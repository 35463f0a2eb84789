# SPDX-License-Identifier: MIT
"""The adapter over aiohttp holds the contract of all transports; and what belongs to it alone."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
import traceback
import warnings

import pytest

from .adapters import Adapter, AsyncClosing, transports, trusting
from .raw_server import DRAIN, HEAD, LIMIT, REQUEST, RESET, RawServer, answer, head, send, signal, wait
from .transport_contract import AsyncTransportContract, IterableBody, acall, request, until

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator


# Before Python 3.11, asyncio, and versions of aiohttp of that time, leave some connections of TLS to the garbage.
LEAVES_SOME = sys.version_info < (3, 11)


@pytest.fixture(scope="class")
def forgotten() -> Iterator[None]:
    """Have them forgotten before other tests would be warned of them."""
    yield
    if LEAVES_SOME:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "unclosed", ResourceWarning)
            gc.collect()


@pytest.mark.usefixtures("forgotten")
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning" if LEAVES_SOME else "error")
class TestAiohttp(Adapter, AsyncTransportContract):
    library = "aiohttp"
    sends_latin1 = False
    reuses_proxy_connections = sys.version_info >= (3, 9)  # for older Pythons there are only older versions

    def make_transport(self, wanted: Any) -> Any:
        import aiohttp

        session = None
        if any(wanted._replace(proxy=None)):
            options = {"limit": wanted.max_connections or 100, "ssl": trusting(wanted) or True}
            session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(**options))
        return AsyncClosing(transports.AiohttpTransport(session, proxy=wanted.proxy), session)


def test_your_aiohttp_session_stays_open_and_counts(welcoming: RawServer) -> None:
    aiohttp = pytest.importorskip("aiohttp")

    async def scene() -> None:
        jar = aiohttp.CookieJar(unsafe=True)  # takes cookies of addresses, too
        headers = {"X-Gateway": "mine", "Authorization": "Bearer other"}
        async with aiohttp.ClientSession(headers=headers, cookies={"gateway": "in"}, cookie_jar=jar) as session:
            async with transports.AiohttpTransport(session) as transport:
                assert await acall(transport, request(welcoming.url, "POST", b"{}")) == (200, b"ok")
            async with session.get(welcoming.url) as response:
                assert await response.text() == "ok"
            assert {cookie.key for cookie in jar} == {"gateway", "seen"}

    asyncio.run(scene())
    assert welcoming.connections == 1, "closing the transport closed your connections"
    assert welcoming.requests[0].header("X-Gateway") == ["mine"]
    assert welcoming.requests[0].header("Cookie") == ["gateway=in"]
    assert welcoming.requests[0].header("Authorization") == ["Bearer sk-test"]
    assert welcoming.requests[0].header("Content-Type") == [], "nobody said what the body is"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # newer versions want a header in its place
def test_auth_of_your_aiohttp_session_counts(welcoming: RawServer) -> None:
    aiohttp = pytest.importorskip("aiohttp")

    async def scene() -> None:
        async with aiohttp.ClientSession(auth=aiohttp.BasicAuth("user", "word")) as session:
            await acall(transports.AiohttpTransport(session), request(welcoming.url))

    asyncio.run(scene())
    assert welcoming.requests[0].header("Authorization") == ["Basic dXNlcjp3b3Jk"]


@pytest.mark.usefixtures("netrc")
def test_netrc_does_not_replace_authorization_in_aiohttp(welcoming: RawServer) -> None:
    pytest.importorskip("aiohttp")

    async def scene() -> None:
        async with transports.AiohttpTransport() as transport:
            await acall(transport, request(welcoming.url))

    asyncio.run(scene())
    assert welcoming.requests[0].header("Authorization") == ["Bearer sk-test"]


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


def test_aiohttp_in_loops_one_after_another(welcoming: RawServer) -> None:
    pytest.importorskip("aiohttp")
    transport = transports.AiohttpTransport()
    for _ in range(2):
        assert asyncio.run(acall(transport, request(welcoming.url))) == (200, b"ok")
    loop = asyncio.new_event_loop()
    assert loop.run_until_complete(acall(transport, request(welcoming.url, "POST", b"{}"))) == (200, b"ok")
    loop.run_until_complete(transport.close())
    loop.close()
    assert welcoming.connections == 3, "a connection of another loop was used"


def test_aiohttp_in_two_loops_at_once(welcoming: RawServer) -> None:
    pytest.importorskip("aiohttp")
    transport = transports.AiohttpTransport()

    async def outer() -> None:
        await acall(transport, request(welcoming.url))
        await asyncio.get_running_loop().run_in_executor(None, asyncio.run, acall(transport, request(welcoming.url)))
        await acall(transport, request(welcoming.url))

    asyncio.run(outer())
    assert [each.connection for each in welcoming.requests] == [0, 1, 0]


def test_aiohttp_times_out_tls_that_does_not_begin() -> None:
    async def scene(transport: Any, server: RawServer) -> None:
        with pytest.raises(TimeoutError, match="[Cc]onnect"):
            await transport.send(request(server.url.replace("http:", "https:"), connect=0.2))

    run_with_aiohttp(scene, DRAIN)


def test_aiohttp_has_the_proxys_credentials_from_the_header() -> None:
    async def scene(transport: Any, server: RawServer) -> None:
        through = transports.AiohttpTransport(proxy=server.url.replace("://", "://user:word@"))
        asked = request("http://api.invalid/")._replace(headers={"proxy-authorization": "Basic own"})
        assert await acall(through, asked) == (200, b"through")
        await through.close()

    server = run_with_aiohttp(scene, REQUEST, answer(b"through"))
    assert server.requests[0].header("Proxy-Authorization") == ["Basic own"]


@pytest.mark.parametrize("body", [b"x" * 30_000_000, IterableBody(*[b"x" * 100_000] * 300)], ids=["bytes", "pieces"])
def test_aiohttp_times_out_a_server_that_takes_nothing(body: Any) -> None:
    over, gone = threading.Event(), threading.Event()

    async def scene(transport: Any, server: RawServer) -> None:
        with pytest.raises(TimeoutError):
            await transport.send(request(server.url, "POST", body, write=0.2, read=None))
        over.set()
        await until(gone)
        await asyncio.sleep(0.1)  # for the reset to come through, which ends the connection

    run_with_aiohttp(scene, HEAD, wait(over), RESET, signal(gone))


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
            with pytest.raises(ValueError, match="url"):
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
