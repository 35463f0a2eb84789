# SPDX-License-Identifier: MIT
"""The transport contract with the adapter for urllib3, and tests of what urllib3 does, also below requests."""

from __future__ import annotations

import base64
import gzip
import socket
import ssl
import threading
import time
from contextlib import closing
from urllib.parse import unquote

import pytest

from . import load
from .adapters import AdapterSuite, ClosingTransport, transports
from .raw_server import (
    CHUNKED,
    DRAIN,
    HEAD,
    REQUEST,
    RawServer,
    chunk,
    forever,
    forward,
    head,
    pause,
    per_connection,
    respond,
    send,
    send_repeatedly,
)
from .transport_contract import TransportContract, call, request

check_with_timeouts = load("testing.contract.assertions").check_with_timeouts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class TestUrllib3(AdapterSuite, TransportContract):
    library = "urllib3"
    reuses_drained_connection = True

    def make_transport(self, options: Any) -> Any:
        manager = make_manager(options) if any(options) else None
        return ClosingTransport(transports.Urllib3Transport(manager), manager)


def make_manager(options: Any) -> Any:
    import urllib3

    arguments: dict[str, Any] = {"ca_certs": options.ca_file, "cert_file": options.client_certificate}
    if options.max_connections:
        arguments.update(maxsize=options.max_connections, block=True)
    if not options.proxy:
        return urllib3.PoolManager(**arguments)
    userinfo, _, address = options.proxy.partition("://")[2].rpartition("@")
    headers = urllib3.make_headers(proxy_basic_auth=unquote(userinfo) or None)
    return urllib3.ProxyManager("http://" + address, proxy_headers=headers, **arguments)


def test_a_users_manager_stays_open_and_its_settings_apply(welcoming: RawServer) -> None:
    urllib3 = pytest.importorskip("urllib3")
    with urllib3.PoolManager(headers={"X-Gateway": "mine", "authorization": "Bearer theirs"}) as manager:
        with transports.Urllib3Transport(manager) as transport:
            assert call(transport, request(welcoming.url)) == (200, b"ok")
        assert manager.request("GET", welcoming.url).data == b"ok"
    assert welcoming.connections == 1, "closing the transport closed the user's connections"
    assert welcoming.requests[0].header("X-Gateway") == ["mine"]
    assert welcoming.requests[0].header("Authorization") == ["Bearer sk-test"]


def test_retries_of_a_users_manager_are_disabled() -> None:
    urllib3 = pytest.importorskip("urllib3")
    busy = respond(b"why", "503 Busy", "Retry-After: 0")
    with RawServer(forever(REQUEST, busy)) as server, urllib3.PoolManager(retries=urllib3.Retry(3)) as manager:
        assert call(transports.Urllib3Transport(manager), request(server.url)) == (503, b"why")
    assert len(server.requests) == 1


OVER_URLLIB3 = pytest.mark.parametrize(
    "name, library", [("RequestsTransport", "requests"), ("Urllib3Transport", "urllib3")]
)


@OVER_URLLIB3
def test_response_without_a_body_is_closed_unread_and_its_connection_reused(name: str, library: str) -> None:
    pytest.importorskip(library)
    with RawServer(forever(REQUEST, send(head("204 No Content")))) as server, getattr(transports, name)() as transport:
        for _ in range(3):
            transport.send(request(server.url, "DELETE"))[3]()
    assert server.connections == 1


@OVER_URLLIB3
def test_compressed_body_that_grows_a_thousandfold_is_complete(name: str, library: str) -> None:
    pytest.importorskip(library)
    body = respond(gzip.compress(bytes(2_000_000)), "200 OK", "Content-Encoding: gzip")
    with RawServer(forever(REQUEST, body)) as server, getattr(transports, name)() as transport:
        for _ in range(2):
            assert call(transport, request(server.url)) == (200, bytes(2_000_000))
    assert server.connections == 1


@OVER_URLLIB3
def test_wrong_host_name_checked_by_urllib3_is_a_certificate_error(name: str, library: str, certificates: Any) -> None:
    module = pytest.importorskip(library)
    context = ssl.create_default_context(cafile=certificates.ca_file)
    context.check_hostname = False
    if library == "requests":
        client = module.Session()
        client.adapters["https://"].init_poolmanager(1, 1, ssl_context=context)
        client.verify = certificates.ca_file
    else:
        client = module.PoolManager(ssl_context=context)
    transport = ClosingTransport(getattr(transports, name)(client), client)
    with RawServer(REQUEST, respond(), tls=certificates.wrong_host()) as server, closing(transport):
        with pytest.raises(ssl.SSLCertVerificationError, match="match"):
            transport.send(request(server.url))
    assert server.requests == []


def test_waiting_for_the_pool_counts_towards_the_deadline() -> None:
    urllib3 = pytest.importorskip("urllib3")
    streaming = (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), DRAIN)

    def check(deadline: float) -> None:
        with RawServer(per_connection(streaming, (REQUEST, DRAIN))) as server:
            with urllib3.PoolManager(maxsize=1, block=True) as manager:
                transport = transports.Urllib3Transport(manager)
                close = transport.send(request(server.url))[3]
                timer = threading.Timer(0.8 * deadline, close)
                timer.start()
                start = time.monotonic()
                with pytest.raises(TimeoutError):
                    transport.send(request(server.url, read=None, deadline=deadline))
                elapsed = time.monotonic() - start
                timer.join()
        assert elapsed < 1.7 * deadline, "the time in the pool did not count; it would take 1.8 times as long"

    check_with_timeouts(check, 0.3, 1.2, 6)


@pytest.fixture
def trusted_certificates(certificates: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Make the system trust the certificates."""
    monkeypatch.setenv("SSL_CERT_FILE", certificates.ca_file)
    return certificates


def test_default_manager_trusts_the_cas_of_the_system(trusted_certificates: Any) -> None:
    pytest.importorskip("urllib3")
    with transports.Urllib3Transport() as transport:
        with RawServer(forever(REQUEST, respond(b"safe")), tls=trusted_certificates.server()) as server:
            for _ in range(2):
                assert call(transport, request(server.url)) == (200, b"safe")
        assert server.connections == 1
        for context in (trusted_certificates.wrong_host(), trusted_certificates.expired()):
            with RawServer(REQUEST, respond(), tls=context) as untrusted, pytest.raises(ssl.SSLCertVerificationError):
                transport.send(request(untrusted.url))
            assert untrusted.requests == []


def test_default_manager_opens_tunnels_through_the_proxy_of_the_environment(
    trusted_certificates: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("urllib3")
    connected = send(b"HTTP/1.1 200 Connection established\r\n\r\n")
    with RawServer(forever(REQUEST, respond(b"safe")), tls=trusted_certificates.server()) as server:
        with RawServer(HEAD, connected, forward(lambda: server.port)) as proxy:
            monkeypatch.setenv("https_proxy", f"us%65r:p%40ss@127.0.0.1:{proxy.port}")  # without a scheme: http
            with transports.Urllib3Transport() as transport:
                for _ in range(2):
                    assert call(transport, request(server.url)) == (200, b"safe")
    assert proxy.connections == server.connections == 1
    assert b"Basic " + base64.b64encode(b"user:p@ss") in proxy.wire[0]
    assert b"Bearer" not in proxy.wire[0], "the proxy received the API key"


@pytest.mark.parametrize("url", ["http://user:secret@127.0.0.1:port", "socks5://user:secret@127.0.0.1:1080"])
def test_error_about_an_unusable_proxy_does_not_show_its_password(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("urllib3")
    monkeypatch.setenv("http_proxy", url)
    with transports.Urllib3Transport() as transport, pytest.raises(ValueError) as caught:
        transport.send(request("http://api.invalid/"))
    assert "proxy" in str(caught.value).lower() and "secret" not in str(caught.value)
    assert not isinstance(caught.value, OSError), "it would be retried"


@OVER_URLLIB3
def test_interim_responses_without_end_are_an_error(name: str, library: str) -> None:
    pytest.importorskip(library)
    flood = (REQUEST, send_repeatedly(head("103 Early Hints"), 0.001))
    script = per_connection(flood, (REQUEST, respond(b"ok")))
    with RawServer(script) as server, getattr(transports, name)() as transport:
        with pytest.raises(ConnectionError, match="no final response"):
            transport.send(request(server.url))
        assert call(transport, request(server.url)) == (200, b"ok")
    assert server.connections == 2


@OVER_URLLIB3
@pytest.mark.parametrize("fields", [("Connection: close",), ()], ids=["closes", "keeps"])
def test_connection_is_reused_after_interim_responses_if_the_final_one_allows_it(
    fields: tuple[str, ...], name: str, library: str
) -> None:
    pytest.importorskip(library)
    hints = send(head("103 Early Hints"))
    script = forever(REQUEST, hints, pause(0.02), respond(b"one", "200 OK", *fields))
    with RawServer(script) as server, getattr(transports, name)() as transport:
        for _ in range(3):
            assert call(transport, request(server.url)) == (200, b"one")
    assert server.connections == (3 if fields else 1)


@OVER_URLLIB3
def test_deadline_ends_a_slow_look_up_of_the_host(name: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(library)
    proceed = threading.Event()

    def getaddrinfo(*_: object, **__: object) -> Any:
        proceed.wait(10)
        raise socket.gaierror(socket.EAI_AGAIN, "no response")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with getattr(transports, name)() as transport:
        with pytest.raises(TimeoutError, match="deadline"):
            transport.send(request("http://api.invalid/", deadline=0.1))
        proceed.set()
