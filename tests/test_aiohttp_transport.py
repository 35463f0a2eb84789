# SPDX-License-Identifier: MIT
"""The transport contract with the aiohttp adapter, and tests of what is specific to it."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
import traceback
import warnings

import pytest

from .adapters import AdapterSuite, AsyncClosingTransport, ssl_context_for, transports
from .raw_server import DRAIN, HEAD, LIMIT, REQUEST, RESET, RawServer, head, respond, send, signal, wait
from .transport_contract import AsyncTransportContract, IterableBody, acall, request, until

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator


# Before Python 3.11, asyncio and the aiohttp versions of that time leave some TLS connections to garbage collection.
LEAKS_TLS_CONNECTIONS = sys.version_info < (3, 11)


@pytest.fixture(scope="class")
def collect_garbage() -> Iterator[None]:
    """Collect leaked connections here, so that their warnings do not appear in other tests."""
    yield
    if LEAKS_TLS_CONNECTIONS:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "unclosed", ResourceWarning)
            gc.collect()


@pytest.mark.usefixtures("collect_garbage")
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning" if LEAKS_TLS_CONNECTIONS else "error")
class TestAiohttp(AdapterSuite, AsyncTransportContract):
    library = "aiohttp"
    sends_latin1 = False
    reuses_proxy_connections = sys.version_info >= (3, 9)  # for older Pythons there are only older versions

    def make_transport(self, options: Any) -> Any:
        import aiohttp

        session = None
        if any(options._replace(proxy=None)):
            limit, ssl_context = options.max_connections or 100, ssl_context_for(options) or True
            connector = aiohttp.TCPConnector(limit=limit, ssl=ssl_context)
            session = aiohttp.ClientSession(connector=connector)
        return AsyncClosingTransport(transports.AiohttpTransport(session, proxy=options.proxy), session)


def test_your_aiohttp_session_stays_open_and_counts(welcoming: RawServer) -> None:
    aiohttp = pytest.importorskip("aiohttp")

    async def main() -> None:
        jar = aiohttp.CookieJar(unsafe=True)  # also accept cookies from IP addresses
        headers = {"X-Gateway": "mine", "Authorization": "Bearer other"}
        async with aiohttp.ClientSession(headers=headers, cookies={"gateway": "in"}, cookie_jar=jar) as session:
            async with transports.AiohttpTransport(session) as transport:
                assert await acall(transport, request(welcoming.url, "POST", b"{}")) == (200, b"ok")
            async with session.get(welcoming.url) as response:
                assert await response.text() == "ok"
            assert {cookie.key for cookie in jar} == {"gateway", "seen"}

    asyncio.run(main())
    assert welcoming.connections == 1, "closing the transport closed your connections"
    assert welcoming.requests[0].header("X-Gateway") == ["mine"]
    assert welcoming.requests[0].header("Cookie") == ["gateway=in"]
    assert welcoming.requests[0].header("Authorization") == ["Bearer sk-test"]
    assert welcoming.requests[0].header("Content-Type") == [], "no Content-Type was set"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # newer versions want a header instead
def test_auth_of_your_aiohttp_session_counts(welcoming: RawServer) -> None:
    aiohttp = pytest.importorskip("aiohttp")

    async def main() -> None:
        async with aiohttp.ClientSession(auth=aiohttp.BasicAuth("user", "word")) as session:
            await acall(transports.AiohttpTransport(session), request(welcoming.url))

    asyncio.run(main())
    assert welcoming.requests[0].header("Authorization") == ["Basic dXNlcjp3b3Jk"]


@pytest.mark.usefixtures("netrc")
def test_netrc_does_not_replace_authorization_in_aiohttp(welcoming: RawServer) -> None:
    pytest.importorskip("aiohttp")

    async def main() -> None:
        async with transports.AiohttpTransport() as transport:
            await acall(transport, request(welcoming.url))

    asyncio.run(main())
    assert welcoming.requests[0].header("Authorization") == ["Bearer sk-test"]


def run_with_aiohttp(test: Any, *script: Any) -> RawServer:
    """Run `test(transport, server)` in an event loop, against a server with this script."""
    pytest.importorskip("aiohttp")

    async def main() -> None:
        async with transports.AiohttpTransport() as transport:
            await asyncio.wait_for(test(transport, server), LIMIT)

    with RawServer(*script) as server:
        asyncio.run(main())
    return server


def full_text(error: Any) -> str:
    """Return all text that printing an error, its causes or their repr() can show."""
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


def test_aiohttp_connect_timeout_during_the_tls_handshake() -> None:
    async def main(transport: Any, server: RawServer) -> None:
        with pytest.raises(TimeoutError, match="[Cc]onnect"):
            await transport.send(request(server.url.replace("http:", "https:"), connect=0.2))

    run_with_aiohttp(main, DRAIN)


def test_aiohttp_prefers_proxy_authorization_from_the_headers() -> None:
    async def main(transport: Any, server: RawServer) -> None:
        proxied_transport = transports.AiohttpTransport(proxy=server.url.replace("://", "://user:word@"))
        base_request = request("http://api.invalid/")._replace(headers={"proxy-authorization": "Basic own"})
        assert await acall(proxied_transport, base_request) == (200, b"through")
        await proxied_transport.close()

    server = run_with_aiohttp(main, REQUEST, respond(b"through"))
    assert server.requests[0].header("Proxy-Authorization") == ["Basic own"]


@pytest.mark.parametrize("body", [b"x" * 30_000_000, IterableBody(*[b"x" * 100_000] * 300)], ids=["bytes", "chunks"])
def test_aiohttp_write_timeout_when_the_server_reads_nothing(body: Any) -> None:
    timed_out, disconnected = threading.Event(), threading.Event()

    async def main(transport: Any, server: RawServer) -> None:
        with pytest.raises(TimeoutError):
            await transport.send(request(server.url, "POST", body, write=0.2, read=None))
        timed_out.set()
        await until(disconnected)
        await asyncio.sleep(0.1)  # until the reset arrives, which ends the connection

    run_with_aiohttp(main, HEAD, wait(timed_out), RESET, signal(disconnected))


def test_aiohttp_body_without_a_length_is_incomplete_after_a_reset() -> None:
    seen = threading.Event()

    async def main(transport: Any, server: RawServer) -> None:
        _, _, chunks, close = await transport.send(request(server.url))
        assert await chunks.__anext__() == b"one"
        seen.set()
        with pytest.raises(ConnectionError):
            await chunks.__anext__()
        await close()

    run_with_aiohttp(main, REQUEST, send(head() + b"one"), wait(seen), RESET)


def test_aiohttp_refuses_headers_and_urls_it_would_change() -> None:
    async def main(transport: Any, server: RawServer) -> None:
        base_request = request(server.url)
        with pytest.raises(ValueError, match="'X-Name'"):
            await transport.send(base_request._replace(headers={"X-Name": "Zo\xeb"}))
        for path in ("/a\r\nX-Evil: 1", "/a b", "/\xe9"):
            with pytest.raises(ValueError, match="url"):
                await transport.send(base_request._replace(url=server.url + path))

    assert run_with_aiohttp(main).connections == 0


def test_aiohttp_errors_show_no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main(transport: Any, server: RawServer) -> None:
        with pytest.raises(ConnectionError) as caught:
            await transport.send(request("https://api.invalid/"))
        for secret in ("p@ss", "p%40ss", "dXNlcjpwQHNz", "sk-test"):
            assert secret not in full_text(caught.value)
        assert "407" in str(caught.value)
        monkeypatch.setenv("https_proxy", "socks5://user:p@ss@127.0.0.1")
        with pytest.raises(ValueError, match="proxy") as proxy_error:
            await transports.AiohttpTransport().send(request("https://api.invalid/"))
        assert "p@ss" not in full_text(proxy_error.value)
        monkeypatch.delenv("https_proxy")
        with pytest.raises(ConnectionError) as protocol_error:
            await transports.AiohttpTransport().send(request(server.url))
        assert "sk-test" not in full_text(protocol_error.value)

    def refuse(connection: Any) -> None:
        if connection.read_head().method == "CONNECT":
            monkeypatch.setenv("no_proxy", "127.0.0.1")
            send(head("407 Proxy Authentication Required", "Content-Length: 0"))(connection)
        else:
            send(b"HTTP/1.1 huh what\r\n\r\n")(connection)

    monkeypatch.setenv("https_proxy", "")  # set below, when the port is known

    async def with_proxy(transport: Any, server: RawServer) -> None:
        monkeypatch.setenv("https_proxy", server.url.replace("://", "://user:p%40ss@"))
        await main(transport, server)

    run_with_aiohttp(with_proxy, refuse)
