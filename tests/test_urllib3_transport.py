# SPDX-License-Identifier: MIT
"""The adapter over urllib3 holds the contract of all transports; and what belongs to it, also below requests."""

from __future__ import annotations

import base64
import gzip
import ssl
import threading
import time
from contextlib import closing
from urllib.parse import unquote

import pytest

from .adapters import Adapter, Closing, transports
from .raw_server import (
    CHUNKED,
    DRAIN,
    HEAD,
    REQUEST,
    RawServer,
    answer,
    chunk,
    forever,
    forward,
    head,
    per_connection,
    send,
)
from .transport_contract import TransportContract, call, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class TestUrllib3(Adapter, TransportContract):
    library = "urllib3"
    reuses_drained_connection = True

    def make_transport(self, wanted: Any) -> Any:
        manager = urllib3_manager(wanted) if any(wanted) else None
        return Closing(transports.Urllib3Transport(manager), manager)


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


def test_your_manager_stays_open_and_counts(welcoming: RawServer) -> None:
    urllib3 = pytest.importorskip("urllib3")
    with urllib3.PoolManager(headers={"X-Gateway": "mine", "authorization": "Bearer theirs"}) as manager:
        with transports.Urllib3Transport(manager) as transport:
            assert call(transport, request(welcoming.url)) == (200, b"ok")
        assert manager.request("GET", welcoming.url).data == b"ok"
    assert welcoming.connections == 1, "closing the transport closed your connections"
    assert welcoming.requests[0].header("X-Gateway") == ["mine"]
    assert welcoming.requests[0].header("Authorization") == ["Bearer sk-test"]


def test_your_managers_retries_are_left_to_the_core() -> None:
    urllib3 = pytest.importorskip("urllib3")
    busy = answer(b"why", "503 Busy", "Retry-After: 0")
    with RawServer(forever(REQUEST, busy)) as server, urllib3.PoolManager(retries=urllib3.Retry(3)) as manager:
        assert call(transports.Urllib3Transport(manager), request(server.url)) == (503, b"why")
    assert len(server.requests) == 1


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
def test_names_that_urllib3_compares_itself_are_refused_like_others(name: str, library: str, certificates: Any) -> None:
    brought = pytest.importorskip(library)
    context = ssl.create_default_context(cafile=certificates.ca_file)
    context.check_hostname = False
    if library == "requests":
        own = brought.Session()
        own.adapters["https://"].init_poolmanager(1, 1, ssl_context=context)
        own.verify = certificates.ca_file
    else:
        own = brought.PoolManager(ssl_context=context)
    transport = Closing(getattr(transports, name)(own), own)
    with RawServer(REQUEST, answer(), tls=certificates.wrong_host()) as server, closing(transport):
        with pytest.raises(ssl.SSLCertVerificationError, match="match"):
            transport.send(request(server.url))
    assert server.requests == []


def test_wait_for_a_connection_counts_for_the_deadline() -> None:
    urllib3 = pytest.importorskip("urllib3")
    streaming = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), DRAIN)
    with RawServer(per_connection(streaming, (REQUEST, DRAIN))) as server:
        with urllib3.PoolManager(maxsize=1, block=True) as manager:
            transport = transports.Urllib3Transport(manager)
            close = transport.send(request(server.url))[3]
            threading.Timer(0.8, close).start()
            start = time.monotonic()
            with pytest.raises(TimeoutError):
                transport.send(request(server.url, read=None, deadline=1.0))
    assert time.monotonic() - start < 1.7


@pytest.fixture
def trusted(certificates: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have the authority among those that the system trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", certificates.ca_file)
    return certificates


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
