# SPDX-License-Identifier: MIT
"""The adapters over requests and httpx hold the transport contract, and what belongs to each of them alone.

What lives here: one subclass of the contract a library, skipped without it, and cases that need the library's own
names. What must not: cases that every transport should pass; those are in transport_contract.py.
"""

from __future__ import annotations

import asyncio
import ssl
import subprocess
import sys
import threading

import pytest

from . import load
from .raw_server import REQUEST, RawServer, answer, forever
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
            self.client.close()


class AsyncClosing(Closing):
    async def close(self) -> None:  # type: ignore[override]
        await self.transport.close()
        if self.client is not None:
            await (self.client.aclose if hasattr(self.client, "aclose") else self.client.close)()


class TestRequests(Adapter, TransportContract):
    library = "requests"
    drains_on_close = True
    supports = frozenset(("ca_file", "client_certificate", "proxy"))

    def make_transport(self, wanted: Any) -> Any:
        import requests

        if not any(wanted):
            return transports.RequestsTransport()
        session = requests.Session()
        session.verify = wanted.ca_file or True
        session.cert = wanted.client_certificate
        if wanted.proxy:
            session.proxies = {"http": wanted.proxy, "https": wanted.proxy}
        return Closing("RequestsTransport", session)


class TestRequestsInThreads(TestRequests, AsyncTransportContract):
    cancels_sends = False

    def make_transport(self, wanted: Any) -> Any:
        return load("transport.thread_transport").ThreadTransport(super().make_transport(wanted))


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
