# SPDX-License-Identifier: MIT
"""The adapters over requests, urllib3 and httpx hold the transport contract, and what belongs to each of them alone.

What lives here: one subclass of the contract a library, skipped without it, and cases that need the library's own
names. What must not: cases that every transport should pass; those are in transport_contract.py.
"""

from __future__ import annotations

import asyncio
import base64
import gzip
import ssl
import subprocess
import sys
import threading
import time
from urllib.parse import unquote

import pytest

from . import load
from .raw_server import (
    CHUNKED,
    HEAD,
    HOLD,
    REQUEST,
    RawServer,
    answer,
    chunk,
    forever,
    forward,
    head,
    in_turn,
    send,
)
from .transport_contract import AsyncTransportContract, Equipped, TransportContract, Wanted, acall, call, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, Iterator

transports = pytest.importorskip("openai_stdlib_transports", reason="not part of a vendored core")


class Adapter(Equipped):
    """Skips without the library."""

    library: str
    supports = frozenset(Wanted._fields)

    @pytest.fixture(autouse=True)
    def _library(self) -> None:
        pytest.importorskip(self.library)


class Closing:
    """A transport over a client of one's own, or over none, which is closed here since it is nobody else's."""

    def __init__(self, name: str, client: Any) -> None:
        self.transport, self.client = getattr(transports, name)(client), client
        self.send = self.transport.send

    def close(self) -> None:
        self.transport.close()
        if self.client is not None:
            (self.client.clear if hasattr(self.client, "clear") else self.client.close)()


class AsyncClosing(Closing):
    async def close(self) -> None:  # type: ignore[override]
        await self.transport.close()
        if self.client is not None:
            await (self.client.aclose if hasattr(self.client, "aclose") else self.client.close)()


class TestRequests(Adapter, TransportContract):
    """A session's pool can be told to wait, by its adapter, but not for how long: requests has no word for it."""

    library = "requests"
    drains_on_close = True
    limits_pool_wait = False

    def make_transport(self, wanted: Any) -> Any:
        import requests

        if not any(wanted):
            return transports.RequestsTransport()
        session = requests.Session()
        if wanted.max_connections:
            from requests.adapters import HTTPAdapter

            for prefix in ("https://", "http://"):
                session.mount(prefix, HTTPAdapter(pool_maxsize=wanted.max_connections, pool_block=True))
        session.verify = wanted.ca_file or True
        session.cert = wanted.client_certificate
        if wanted.proxy:
            session.proxies = {"http": wanted.proxy, "https": wanted.proxy}
        return Closing("RequestsTransport", session)


class TestRequestsInThreads(TestRequests, AsyncTransportContract):
    cancels_sends = False

    def make_transport(self, wanted: Any) -> Any:
        return load("transport.thread_transport").ThreadTransport(super().make_transport(wanted))


class TestUrllib3(Adapter, TransportContract):
    library = "urllib3"
    drains_on_close = True

    def make_transport(self, wanted: Any) -> Any:
        return Closing("Urllib3Transport", urllib3_manager(wanted) if any(wanted) else None)


def urllib3_manager(wanted: Any) -> Any:
    import urllib3

    options: dict[str, Any] = {"ca_certs": wanted.ca_file, "cert_file": wanted.client_certificate}
    if wanted.max_connections:
        options.update(maxsize=wanted.max_connections, block=True)
    if not wanted.proxy:
        return urllib3.PoolManager(**options)
    login, _, address = wanted.proxy.partition("://")[2].rpartition("@")
    headers = urllib3.make_headers(proxy_basic_auth=unquote(login) or None)
    return urllib3.ProxyManager("http://" + address, proxy_headers=headers, **options)


class Httpx(Adapter):
    def client(self, kind: str, wanted: Any) -> Any:
        """Return a client of the user's own, or None if nothing is wanted."""
        library = pytest.importorskip(self.library)
        if not any(wanted):
            return None
        options: dict[str, Any] = {"proxy": wanted.proxy}
        if wanted.max_connections:
            options["limits"] = library.Limits(max_connections=wanted.max_connections)
        if wanted.ca_file:
            options["verify"] = ssl.create_default_context(cafile=wanted.ca_file)
            if wanted.client_certificate:
                options["verify"].load_cert_chain(wanted.client_certificate)
        return getattr(library, kind)(**options)


class TestHttpx(Httpx, TransportContract):
    library = "httpx"
    exact_deadline = False
    survives_crowds = False
    name = "HttpxTransport"

    def make_transport(self, wanted: Any) -> Any:
        return Closing(self.name, self.client("Client", wanted))


class TestAsyncHttpx(Httpx, AsyncTransportContract):
    library = "httpx"
    name = "AsyncHttpxTransport"

    def make_transport(self, wanted: Any) -> Any:
        return AsyncClosing(self.name, self.client("AsyncClient", wanted))


class TestHttpx2(TestHttpx):
    library = "httpx2"
    name = "Httpx2Transport"


class TestAsyncHttpx2(TestAsyncHttpx):
    library = "httpx2"
    name = "AsyncHttpx2Transport"


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
        ("RequestsTransport", "requests"),
        ("HttpxTransport", "httpx"),
        ("AsyncHttpxTransport", "httpx"),
        ("Httpx2Transport", "httpx2"),
        ("AsyncHttpx2Transport", "httpx2"),
        ("Urllib3Transport", "urllib3"),
    ],
)
def test_missing_library_is_told_with_its_remedy(name: str, library: str) -> None:
    program = MISSING.format(name=name, library=library)
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, timeout=60, check=True)
    assert done.stdout.decode().strip() == f'{name} needs {library}: pip install "openai-stdlib[{library}]"'


def test_importing_the_package_imports_no_library() -> None:
    looked_at = "import sys, openai_stdlib_transports as t; t.__all__; dir(t)"
    program = looked_at + "; print({library for _, library in t._HOMES.values()} & {*sys.modules})"
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


def test_your_manager_stays_open_and_counts(server: RawServer) -> None:
    urllib3 = pytest.importorskip("urllib3")
    with urllib3.PoolManager(headers={"X-Gateway": "mine", "authorization": "Bearer theirs"}) as manager:
        with transports.Urllib3Transport(manager) as transport:
            assert call(transport, request(server.url)) == (200, b"ok")
        assert manager.request("GET", server.url).data == b"ok"
    assert server.connections == 1, "closing the transport closed your connections"
    assert server.requests[0].header("X-Gateway") == ["mine"]
    assert server.requests[0].header("Authorization") == ["Bearer sk-test"]


def test_your_managers_retries_are_left_to_the_core() -> None:
    urllib3 = pytest.importorskip("urllib3")
    busy = answer(b"why", "503 Busy", "Retry-After: 0")
    with RawServer(forever(REQUEST, busy)) as server, urllib3.PoolManager(retries=urllib3.Retry(3)) as manager:
        assert call(transports.Urllib3Transport(manager), request(server.url)) == (503, b"why")
    assert len(server.requests) == 1


@pytest.fixture(params=["httpx", "httpx2"])
def httpx(request: pytest.FixtureRequest) -> Any:
    """Return httpx and httpx2 in turn: (library, sync transport, async transport)."""
    library = pytest.importorskip(request.param)
    name = request.param.capitalize() + "Transport"
    return library, getattr(transports, name), getattr(transports, "Async" + name)


def test_your_client_stays_open_and_counts(server: RawServer, httpx: Any) -> None:
    library, transport_over, _ = httpx
    with library.Client(headers={"X-Gateway": "mine"}, cookies={"gateway": "in"}) as client:
        with transport_over(client) as transport:
            assert call(transport, request(server.url)) == (200, b"ok")
        assert client.get(server.url).text == "ok"
    assert server.connections == 1, "closing the transport closed your connections"
    assert server.requests[0].header("X-Gateway") == ["mine"]
    assert server.requests[0].header("Cookie") == ["gateway=in"]


def test_your_async_client_stays_open(server: RawServer, httpx: Any) -> None:
    library, _, transport_over = httpx

    async def scene() -> None:
        async with library.AsyncClient() as client:
            async with transport_over(client) as transport:
                assert await acall(transport, request(server.url)) == (200, b"ok")
            assert (await client.get(server.url)).text == "ok"

    asyncio.run(scene())
    assert server.connections == 1, "closing the transport closed your connections"


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
def test_netrc_does_not_replace_authorization_in_httpx(server: RawServer, httpx: Any) -> None:
    _, transport_over, async_transport_over = httpx

    async def scene() -> None:
        async with async_transport_over() as transport:
            await acall(transport, request(server.url))

    with transport_over() as transport:
        call(transport, request(server.url))
    asyncio.run(scene())
    assert [each.header("Authorization") for each in server.requests] == [["Bearer sk-test"]] * 2


# What urllib3 leaves to us, and requests, which stands on it, too

ON_URLLIB3 = pytest.mark.parametrize(
    "name, library", [("RequestsTransport", "requests"), ("Urllib3Transport", "urllib3")]
)


@ON_URLLIB3
def test_answer_without_a_body_is_closed_unread_and_its_connection_kept(name: str, library: str) -> None:
    pytest.importorskip(library)
    with RawServer(forever(REQUEST, send(head("204 No Content")))) as server, getattr(transports, name)() as transport:
        for _ in range(3):
            transport.send(request(server.url, "DELETE"))[3]()
    assert server.connections == 1


@ON_URLLIB3
def test_compressed_body_comes_whole_that_grows_a_thousandfold(name: str, library: str) -> None:
    pytest.importorskip(library)
    body = answer(gzip.compress(bytes(2_000_000)), "200 OK", "Content-Encoding: gzip")
    with RawServer(forever(REQUEST, body)) as server, getattr(transports, name)() as transport:
        for _ in range(2):
            assert call(transport, request(server.url)) == (200, bytes(2_000_000))
    assert server.connections == 1


@ON_URLLIB3
def test_names_that_urllib3_compares_itself_are_refused_like_others(name: str, library: str, authority: Any) -> None:
    pytest.importorskip(library)
    import urllib3

    context = ssl.create_default_context(cafile=authority.ca_file)
    context.check_hostname = False
    with RawServer(REQUEST, answer(), tls=authority.wrong_host()) as server, getattr(transports, name)() as transport:
        if library == "requests":
            transport._session.adapters["https://"].init_poolmanager(1, 1, ssl_context=context)
            transport._session.verify = authority.ca_file
        else:
            transport._manager = urllib3.PoolManager(ssl_context=context)
        with pytest.raises(ssl.SSLCertVerificationError, match="match"):
            transport.send(request(server.url))
    assert server.requests == []


def test_wait_for_a_connection_counts_for_the_deadline() -> None:
    urllib3 = pytest.importorskip("urllib3")
    streaming = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), HOLD)
    with RawServer(in_turn(streaming, (REQUEST, HOLD))) as server:
        with urllib3.PoolManager(maxsize=1, block=True) as manager:
            transport = transports.Urllib3Transport(manager)
            close = transport.send(request(server.url))[3]
            threading.Timer(0.8, close).start()
            start = time.monotonic()
            with pytest.raises(TimeoutError):
                transport.send(request(server.url, read=None, deadline=1.0))
    assert time.monotonic() - start < 1.7


@pytest.fixture
def trusted(authority: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have the authority among those that the system trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", authority.ca_file)
    return authority


def test_our_own_manager_trusts_whom_the_system_trusts(trusted: Any) -> None:
    pytest.importorskip("urllib3")
    with transports.Urllib3Transport() as transport:
        with RawServer(forever(REQUEST, answer(b"safe")), tls=trusted.server()) as server:
            for _ in range(2):
                assert call(transport, request(server.url)) == (200, b"safe")
        assert server.connections == 1
        for context in (trusted.wrong_host(), trusted.expired()):
            with RawServer(REQUEST, answer(), tls=context) as bad, pytest.raises(ssl.SSLCertVerificationError):
                transport.send(request(bad.url))
            assert bad.requests == []


def test_our_own_manager_opens_tunnels_by_the_environment(trusted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("urllib3")
    opened = send(b"HTTP/1.1 200 Connection established\r\n\r\n")
    with RawServer(forever(REQUEST, answer(b"safe")), tls=trusted.server()) as server:
        with RawServer(HEAD, opened, forward(lambda: server.port)) as proxy:
            monkeypatch.setenv("https_proxy", f"us%65r:p%40ss@127.0.0.1:{proxy.port}")  # http is understood
            with transports.Urllib3Transport() as transport:
                for _ in range(2):
                    assert call(transport, request(server.url)) == (200, b"safe")
    assert proxy.connections == server.connections == 1
    assert b"Basic " + base64.b64encode(b"user:p@ss") in proxy.wire[0]
    assert b"Bearer" not in proxy.wire[0], "what is for the server is not for the proxy"


@pytest.mark.parametrize("url", ["http://user:secret@127.0.0.1:port", "socks5://user:secret@127.0.0.1:1080"])
def test_proxy_that_urllib3_cannot_use_is_told_without_its_password(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("urllib3")
    monkeypatch.setenv("http_proxy", url)
    with transports.Urllib3Transport() as transport, pytest.raises(ValueError) as caught:
        transport.send(request("http://api.invalid/"))
    assert "proxy" in str(caught.value).lower() and "secret" not in str(caught.value)
    assert not isinstance(caught.value, OSError), "it would be retried"


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
