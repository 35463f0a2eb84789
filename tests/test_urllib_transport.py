# SPDX-License-Identifier: MIT
"""The default transport, and the one that runs it under asyncio, hold the contract of all transports; and what belongs
to the default alone: the opener and its proxies.
"""

from __future__ import annotations

import gzip
import ssl
import urllib.request
import zlib

import pytest

from . import load
from .raw_server import CLOSE, REQUEST, RawServer, answer, forever, per_connection, send
from .transport_contract import AsyncTransportContract, Equipped, TransportContract, TransportOptions, call, request

urllib_transport = load("transport.urllib_transport")
ThreadTransport = load("transport.thread_transport").ThreadTransport
UrllibTransport = urllib_transport.UrllibTransport
base = load("transport.base")


class Ours(Equipped):
    """What both promise, and how one is made as a case wants it."""

    retries_stale_connection = True
    reuses_drained_connection = True
    supports = frozenset(TransportOptions._fields)

    def make_transport(self, wanted):
        most = wanted.max_connections
        return UrllibTransport(ssl_context=context(wanted), proxy=wanted.proxy, max_connections=most)


def context(wanted):
    """Return a TLS context as a case wants it; None for the default."""
    if wanted.ca_file is None:
        return None
    made = ssl.create_default_context(cafile=wanted.ca_file)
    if wanted.client_certificate:
        made.load_cert_chain(wanted.client_certificate)
    return made


class TestUrllibTransport(Ours, TransportContract):
    pass


class TestThreadTransport(Ours, AsyncTransportContract):
    def make_transport(self, wanted):
        return ThreadTransport(super().make_transport(wanted))


def test_transports_are_known_by_what_they_do():
    assert isinstance(UrllibTransport(), base.Transport) and not isinstance(UrllibTransport(), base.AsyncTransport)
    thread = ThreadTransport(UrllibTransport())
    assert isinstance(thread, base.AsyncTransport) and not isinstance(thread, base.Transport)
    assert not isinstance("text", (base.Transport, base.AsyncTransport))


def test_a_proxy_of_ones_own_and_none(monkeypatch):
    with RawServer(forever(REQUEST, answer(b"there"))) as server:
        with UrllibTransport(proxy=server.url) as transport:
            assert call(transport, request("http://api.invalid/")) == (200, b"there")
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        with UrllibTransport(proxy="") as transport:
            assert call(transport, request(server.url)) == (200, b"there")


def test_other_schemes_are_not_opened(tmp_path):
    (tmp_path / "secret").write_text("secret")
    with UrllibTransport() as transport:
        for url in ("file://" + str(tmp_path / "secret"), "ftp://127.0.0.1/", "data:text/plain,x"):
            with pytest.raises(ValueError, match="unknown url type"):
                transport.send(request(url))


def test_further_handlers_see_each_request():
    class Counting(urllib.request.BaseHandler):
        seen = 0

        def http_request(self, outgoing):
            self.seen += 1
            outgoing.add_header("X-Traced", "1")
            return outgoing

    counting = Counting()
    with RawServer(forever(REQUEST, answer(b"ok"))) as server, UrllibTransport(handlers=[counting]) as transport:
        call(transport, request(server.url))
        call(transport, request(server.url))
    assert counting.seen == 2
    assert server.requests[0].header("X-Traced") == ["1"]


def test_an_answer_from_someone_around_the_opener():
    class Canned(urllib.request.BaseHandler):
        handler_order = 1

        def http_open(self, outgoing):
            import io
            from email.message import Message
            from urllib.response import addinfourl

            headers = Message()
            headers["X-Canned"] = "1"
            return addinfourl(io.BytesIO(b"canned"), headers, outgoing.full_url, 203)

    with UrllibTransport(handlers=[Canned()]) as transport:
        status, headers, chunks, close = transport.send(request("http://api.invalid/"))
        assert (status, headers, b"".join(chunks)) == (203, [("X-Canned", "1")], b"canned")
        close()


def test_contexts_are_made_once():
    assert urllib_transport.default_ssl_context() is urllib_transport.default_ssl_context()
    assert urllib_transport.default_ssl_context().verify_mode is ssl.CERT_REQUIRED
    assert urllib_transport.default_ssl_context().check_hostname


def test_ssl_cert_file_is_trusted(certificates, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", certificates.ca_file)
    with RawServer(REQUEST, answer(b"ok"), tls=certificates.server()) as server, UrllibTransport() as transport:
        assert call(transport, request(server.url)) == (200, b"ok")


def test_idle_connections_are_bounded():
    with RawServer(forever(REQUEST, answer(b"ok"))) as one, RawServer(forever(REQUEST, answer(b"ok"))) as two:
        with UrllibTransport(max_idle_connections=1) as transport:
            for server in (one, two, one):
                assert call(transport, request(server.url)) == (200, b"ok")
        assert (one.connections, two.connections) == (2, 1)
        with UrllibTransport(idle_timeout=0) as transport:
            for _ in range(2):
                call(transport, request(two.url))
        assert two.connections == 3


def coded(data, how):
    if how == "gzip":
        return gzip.compress(data)
    if how == "deflate":
        return zlib.compress(data)
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return raw.compress(data) + raw.flush()


@pytest.mark.parametrize("how", ["gzip", "deflate", "raw deflate"])
def test_content_codings(how):
    data = bytes(range(256)) * 20_000
    name = "Content-Encoding: " + how.split()[-1]
    script = per_connection(
        (REQUEST, answer(coded(data, how), "200 OK", name)),
        (REQUEST, answer(coded(data, how)[:-20], "200 OK", name)),
        (REQUEST, answer(b"\x00nonsense", "200 OK", name)),
        (REQUEST, answer(b"", "200 OK", name)),
        (REQUEST, answer(b"x", "200 OK", "Content-Encoding: br")),
    )
    with RawServer(script) as server, UrllibTransport() as transport:
        assert call(transport, request(server.url)) == (200, data)
        with pytest.raises(ConnectionError, match="incomplete response"):
            call(transport, request(server.url))
        with pytest.raises(ConnectionError, match="invalid HTTP response: invalid (gzip|deflate) data"):
            call(transport, request(server.url))
        assert call(transport, request(server.url)) == (200, b"")
        with pytest.raises(ConnectionError, match="unsupported content coding 'br'"):
            call(transport, request(server.url))


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (b"HTTP/2 200 OK\r\n\r\n", "invalid HTTP response: not an HTTP/1.1 status line"),
        (b"HTTP/1.1 20 OK\r\n\r\n", "invalid HTTP response: not an HTTP/1.1 status line"),
        (b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "invalid header field 'no colon"),
        (b"HTTP/1.1 200 OK\r\nName : x\r\n\r\n", "invalid header field 'Name '"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 300 + b"\r\n", "more than 256 header fields"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70_000 + b"\r\n\r\n", "a header field is longer than 65536 bytes"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\n", "invalid Content-Length '1, 2'"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "invalid Content-Length '-1'"),
        (b"HTTP/1.1 200 OK\r\nA: b\r\n", "incomplete response: the connection ended within the head"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n", "invalid chunk size"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1" * 20_000, "between chunks is longer than"),
    ],
)
def test_what_is_not_http(head, message):
    with RawServer(REQUEST, send(head), CLOSE) as server, UrllibTransport() as transport:
        with pytest.raises(ConnectionError, match=message):
            call(transport, request(server.url))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n", b"ok"),
        (b"HTTP/1.0 200 OK\r\n\r\n", b"ok"),
        (b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\n", b"ok"),
        (b"HTTP/1.1 200\r\nContent-Length: 2, 2\r\nX-Folded: a\r\n  b\r\n\r\n", b"ok"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\nContent-Length: 9\r\n\r\n2;a=b\r\n",
            b"ok\r\n0\r\n\r\n",
        ),
    ],
)
def test_what_is_http_all_the_same(head, body):
    with RawServer(REQUEST, send(head + body), CLOSE) as server, UrllibTransport() as transport:
        assert call(transport, request(server.url)) == (200, b"ok")


def test_gzip_in_several_members():
    body = gzip.compress(b"one ") + gzip.compress(b"two")
    with RawServer(REQUEST, answer(body, "200 OK", "Content-Encoding: gzip")) as server, UrllibTransport() as transport:
        assert call(transport, request(server.url)) == (200, b"one two")
