# SPDX-License-Identifier: MIT
"""Time limits of connecting: `connect` and `deadline` cover all of it, on both default transports.

Names are looked up with a `socket.getaddrinfo` that the test replaces, as programs do that have their own resolver.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import socket
import ssl
import sys
import threading
import time
from contextlib import contextmanager
from typing import Any, Callable, Iterator

import pytest

from . import load
from .raw_server import DRAIN, LIMIT, REQUEST, RawServer, forever, respond, send, send_repeatedly
from .transport_contract import acall, call
from .transport_contract import request as build_request

AsyncioTransport = load("transport.asyncio_transport").AsyncioTransport
UrllibTransport = load("transport.urllib_transport").UrllibTransport
connect = load("transport.connect")
pool = load("transport.pool")
finishes_promptly = load("testing.contract.assertions").finishes_promptly
SHORT = 0.15  # seconds; each of the servers here would go on for LIMIT seconds
MESSAGE = "timed out while connecting"
NUMBERS = itertools.count()
TLS_RECORD = b"\x16\x03\x03\x40\x00"  # the header of a record whose 16 KiB then come by the byte


@pytest.fixture(params=["sync", "async"])
def fetch(request: Any) -> Callable[..., Any]:
    """Return a function that requests a URL with one of the default transports, and returns status and body."""
    is_async = request.param == "async"

    def fetch(url: str, timeouts: dict[str, float], **options: Any) -> Any:
        if not is_async:
            with UrllibTransport(**options) as transport:
                return call(transport, build_request(url, **timeouts))

        async def main() -> Any:
            async with AsyncioTransport(**options) as transport:
                return await acall(transport, build_request(url, **timeouts))

        return asyncio.run(main())

    return fetch


def receive(connection: Any) -> None:
    """Read once (a step of a script)."""
    connection.receive()


def drip(*beginning: bytes) -> tuple[Any, ...]:
    """Return steps that respond to each message with some bytes, and go on by the byte after the last one."""
    steps = [step for data in beginning for step in (receive, send(data))]
    return (*steps, send_repeatedly(b"\x02", 0.01))


SCENARIOS = {
    "a CONNECT response by the byte": ("http", "https://api.invalid/", drip(b"HTTP/1.1 200 OK\r\nX: ")),
    "interim responses to CONNECT": (
        "http",
        "https://api.invalid/",
        (receive, send_repeatedly(b"HTTP/1.1 102 Processing\r\n\r\n", 0.02)),
    ),
    "a silent proxy": ("http", "https://api.invalid/", (DRAIN,)),
    "a SOCKS reply by the byte": ("socks5h", "http://api.invalid/", drip(b"\x05\x00", b"\x05\x00\x00\x03\xff")),
    "a silent SOCKS proxy": ("socks5h", "https://api.invalid/", (DRAIN,)),
    "a TLS handshake of the proxy by the byte": ("https", "http://api.invalid/", drip(TLS_RECORD)),
    "a TLS handshake in a tunnel by the byte": (
        "http", "https://api.invalid/", drip(b"HTTP/1.1 200 OK\r\n\r\n", TLS_RECORD)
    ),
    "a TLS handshake by the byte": (None, "https://127.0.0.1:{}/", drip(TLS_RECORD)),
    "a silent TLS server": (None, "https://127.0.0.1:{}/", (DRAIN,)),
}  # fmt: skip


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_all_of_connecting_is_limited(fetch: Any, scenario: str) -> None:
    proxy_scheme, url, script = SCENARIOS[scenario]
    connect.default_ssl_context()  # loading the CAs may take all of the time
    timeouts = {"deadline": SHORT} if "CONNECT" in scenario else {"connect": SHORT}
    with RawServer(*script) as server, finishes_promptly():
        proxy = proxy_scheme and "{}://127.0.0.1:{}".format(proxy_scheme, server.port)
        with pytest.raises(TimeoutError, match=MESSAGE):
            fetch(url.format(server.port), timeouts, proxy=proxy)
    assert server.connections == 1


def test_a_nested_tls_handshake_is_limited(fetch: Any, certificates: Any) -> None:
    script = drip(b"HTTP/1.1 200 OK\r\n\r\n", TLS_RECORD)
    context = ssl.create_default_context(cafile=certificates.ca_file)
    with RawServer(*script, tls=certificates.server()) as proxy, finishes_promptly():
        with pytest.raises(TimeoutError, match=MESSAGE):
            fetch("https://api.invalid/", {"connect": SHORT * 2}, proxy=proxy.url, ssl_context=context)


# Names


def replace_resolver(monkeypatch: Any, resolve: Callable[[str], Any]) -> None:
    """Look up names below .invalid with `resolve`, for this test."""
    original = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        return resolve(name) if name.endswith(".invalid") else original(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def tcp_addresses(*addresses: Any) -> list[Any]:
    """Return addresses in the form of `socket.getaddrinfo`."""
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", address) for address in addresses]


@pytest.fixture
def silent_resolver(monkeypatch: Any) -> Iterator[Any]:
    """Replace the resolver by one that never responds during the test; yield the names that it was asked for."""
    release, names = threading.Event(), []

    def resolve(name: str) -> Any:
        names.append(name)
        release.wait(3 * LIMIT)
        raise socket.gaierror(socket.EAI_AGAIN, "no response")

    replace_resolver(monkeypatch, resolve)
    yield names
    release.set()


@pytest.mark.parametrize("timeout", ["connect", "deadline"])
@pytest.mark.parametrize("proxy", [None, "http://{}:1", "socks5://127.0.0.1:1"])
def test_looking_up_a_name_is_limited(fetch: Any, silent_resolver: Any, timeout: str, proxy: str | None) -> None:
    """asyncio.run() must not wait for the thread either."""
    name = "name{}.invalid".format(next(NUMBERS))  # a lookup of the previous test may still be ending
    proxy = proxy and proxy.format(name)
    with finishes_promptly(), pytest.raises(TimeoutError, match=MESSAGE):
        fetch(
            "http://127.0.0.1/" if proxy and name in proxy else "http://{}/".format(name), {timeout: SHORT}, proxy=proxy
        )
    assert silent_resolver == [name]


def test_requests_at_the_same_time_share_a_lookup(silent_resolver: Any) -> None:
    async def main() -> Any:
        async with AsyncioTransport() as transport:
            requests = [build_request("http://shared.invalid/", connect=SHORT) for _ in range(20)]
            return await asyncio.gather(*[transport.send(each) for each in requests], return_exceptions=True)

    assert [str(error) for error in asyncio.run(main())] == [MESSAGE] * 20
    with UrllibTransport() as transport, pytest.raises(TimeoutError):
        transport.send(build_request("http://shared.invalid/", connect=SHORT))
    assert silent_resolver == ["shared.invalid"]


def test_a_name_that_does_not_exist(fetch: Any, monkeypatch: Any) -> None:
    def resolve(name: str) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    replace_resolver(monkeypatch, resolve)
    with pytest.raises(socket.gaierror, match="not known") as caught:
        fetch("http://api.invalid/", {})
    assert caught.value.errno == socket.EAI_NONAME


def test_an_address_needs_no_lookup(fetch: Any, monkeypatch: Any) -> None:
    def getaddrinfo(*args: Any, **kwargs: Any) -> Any:
        raise AssertionError("an address was looked up")

    with RawServer(forever(REQUEST, respond(b"ok"))) as server:
        with monkeypatch.context() as patch:
            patch.setattr(socket, "getaddrinfo", getaddrinfo)
            assert fetch(server.url, {"connect": LIMIT}) == (200, b"ok")


def test_a_lookup_without_a_limit(fetch: Any) -> None:
    with RawServer(forever(REQUEST, respond(b"ok"))) as server:
        timeouts: Any = {"connect": None}
        assert fetch(server.url.replace("127.0.0.1", "localhost"), timeouts) == (200, b"ok")


def test_lookups_where_no_thread_can_be_started(fetch: Any, monkeypatch: Any) -> None:
    """As in WebAssembly."""

    def start_new_thread(*args: Any) -> Any:
        raise RuntimeError("can't start new thread")

    with RawServer(forever(REQUEST, respond(b"ok"))) as server:
        with monkeypatch.context() as patch:
            patch.setattr("_thread.start_new_thread", start_new_thread)
            assert fetch(server.url.replace("127.0.0.1", "localhost"), {}) == (200, b"ok")


# Addresses


@contextmanager
def dead_address() -> Iterator[Any]:
    """Yield an address that neither accepts nor refuses: of a listener whose queue is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        fillers = [socket.socket() for _ in range(4)]
        try:
            for filler in fillers:
                filler.setblocking(False)
                filler.connect_ex(listener.getsockname())
            yield listener.getsockname()
        finally:
            for filler in fillers:
                filler.close()


needs_full_queue = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a full queue refuses elsewhere")


@needs_full_queue
def test_the_addresses_of_a_name_share_the_time(fetch: Any, monkeypatch: Any) -> None:
    """Each of them tried for as long as the whole limit would take 20 times as long."""
    with dead_address() as dead:
        replace_resolver(monkeypatch, lambda name: tcp_addresses(*[dead] * 20))
        started = time.monotonic()
        with pytest.raises(TimeoutError, match=MESSAGE):
            fetch("http://api.invalid/", {"connect": 0.2})
        assert time.monotonic() - started < 2


@needs_full_queue
def test_a_live_address_after_dead_ones_is_reached() -> None:
    with dead_address() as dead, RawServer() as server:
        countdown = pool.Countdown(0.8, "connecting")
        pool.connect_tcp(tcp_addresses(dead, dead, dead, ("127.0.0.1", server.port)), countdown).close()
        assert countdown.remaining() > 0


def test_an_address_that_refuses_is_not_the_last_one(fetch: Any, monkeypatch: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        refusing = listener.getsockname()
    with RawServer(forever(REQUEST, respond(b"ok"))) as server:
        found = tcp_addresses(refusing, ("127.0.0.1", server.port))
        replace_resolver(monkeypatch, lambda name: found)
        assert fetch("http://api.invalid/", {}) == (200, b"ok")
        found.pop()
        with pytest.raises(ConnectionRefusedError):
            fetch("http://api.invalid/", {})


# CAs


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
@pytest.mark.skipif(sys.version_info < (3, 10), reason="ssl holds the interpreter's lock while it opens the file")
def test_loading_the_certificates_is_limited(fetch: Any, monkeypatch: Any, tmp_path: Any) -> None:
    path = str(tmp_path / "ca.pem")
    os.mkfifo(path)
    monkeypatch.setenv("SSL_CERT_FILE", path)
    with RawServer(DRAIN) as server, finishes_promptly():
        with pytest.raises(TimeoutError, match=MESSAGE):
            fetch(server.url.replace("http", "https"), {"connect": SHORT})
        assert server.connections == 0
        os.close(os.open(path, os.O_WRONLY))  # ends the thread


def test_the_default_context_is_created_once() -> None:
    contexts: list[Any] = []
    threads = [threading.Thread(target=lambda: contexts.append(connect.default_ssl_context())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LIMIT)
    assert len(contexts) == 8 and len(set(map(id, contexts))) == 1
    assert contexts[0].verify_mode is ssl.CERT_REQUIRED and contexts[0].check_hostname
