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

from .raw_server import REQUEST, RawServer, answer, forever
from .transport_contract import AsyncTransportContract, TransportContract, Wanted, acall, call, request

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
    """A session's pool can be told to wait, by its adapter, but not for how long: requests has no word for it."""

    library = "requests"
    drains_on_close = True
    limits_pool_wait = False

    def make_transport(self, wanted: Any) -> Any:
        transport = transports.RequestsTransport()
        session = transport._session
        if wanted.max_connections:
            from requests.adapters import HTTPAdapter

            for prefix in ("https://", "http://"):
                session.mount(prefix, HTTPAdapter(pool_maxsize=wanted.max_connections, pool_block=True))
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


def httpx_options(wanted: Any) -> dict[str, Any]:
    import httpx

    options: dict[str, Any] = {"proxy": wanted.proxy}
    if wanted.max_connections:
        options["limits"] = httpx.Limits(max_connections=wanted.max_connections)
    if wanted.ca_file:
        options["verify"] = ssl.create_default_context(cafile=wanted.ca_file)
        if wanted.client_certificate:
            options["verify"].load_cert_chain(wanted.client_certificate)
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
    "name, library", [("RequestsTransport", "requests"), ("HttpxTransport", "httpx"), ("AsyncHttpxTransport", "httpx")]
)
def test_missing_library_is_told_with_its_remedy(name: str, library: str) -> None:
    program = MISSING.format(name=name, library=library)
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, timeout=60, check=True)
    assert done.stdout.decode().strip() == f'{name} needs {library}: pip install "openai-stdlib[{library}]"'


def test_importing_the_package_imports_no_library() -> None:
    program = (
        "import sys, openai_stdlib_transports as t; t.__all__; dir(t); print({'requests', 'httpx'} & {*sys.modules})"
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
