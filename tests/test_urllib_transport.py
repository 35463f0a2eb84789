# SPDX-License-Identifier: MIT
"""The transport contract with `UrllibTransport` and `ThreadTransport`, and tests of the opener."""

from __future__ import annotations

import gc
import gzip
import http.client
import os
import ssl
import subprocess
import sys
import urllib.request
import warnings
import weakref
import zlib

import pytest

from . import FOLDER, PACKAGE, load
from .raw_server import CLOSE, REQUEST, RawServer, forever, per_connection, respond, send
from .transport_contract import (
    AsyncTransportContract,
    ContractFixtures,
    TransportContract,
    TransportOptions,
    call,
    request,
)

ThreadTransport = load("transport.thread_transport").ThreadTransport
UrllibTransport = load("transport.urllib_transport").UrllibTransport
base = load("transport.base")


class UrllibSuite(ContractFixtures):
    """Base of both contract suites."""

    retries_stale_connection = True
    reuses_drained_connection = True
    supports = frozenset(TransportOptions._fields)
    use_opener = True

    def make_transport(self, options):
        context, max_connections = ssl_context_for(options), options.max_connections
        return UrllibTransport(
            ssl_context=context, proxy=options.proxy, max_connections=max_connections, use_opener=self.use_opener
        )


def ssl_context_for(options):
    """Return the TLS context for the options of a contract case; None for the default."""
    if options.ca_file is None:
        return None
    context = ssl.create_default_context(cafile=options.ca_file)
    if options.client_certificate:
        context.load_cert_chain(options.client_certificate)
    return context


class TestUrllibTransport(UrllibSuite, TransportContract):
    pass


class TestUrllibTransportWithoutOpener(UrllibSuite, TransportContract):
    use_opener = False


class TestThreadTransport(UrllibSuite, AsyncTransportContract):
    def make_transport(self, options):
        return ThreadTransport(super().make_transport(options))


def test_transports_are_recognized_by_their_methods():
    assert isinstance(UrllibTransport(), base.Transport) and not isinstance(UrllibTransport(), base.AsyncTransport)
    thread = ThreadTransport(UrllibTransport())
    assert isinstance(thread, base.AsyncTransport) and not isinstance(thread, base.Transport)
    assert not isinstance("text", (base.Transport, base.AsyncTransport))


def test_explicit_proxy_and_no_proxy(monkeypatch):
    with RawServer(forever(REQUEST, respond(b"proxied"))) as server:
        with UrllibTransport(proxy=server.url) as transport:
            assert call(transport, request("http://api.invalid/")) == (200, b"proxied")
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        with UrllibTransport(proxy="") as transport:
            assert call(transport, request(server.url)) == (200, b"proxied")


def test_other_schemes_are_not_opened(tmp_path):
    (tmp_path / "secret").write_text("secret")
    with UrllibTransport() as transport:
        for url in ("file://" + str(tmp_path / "secret"), "ftp://127.0.0.1/", "data:text/plain,x"):
            with pytest.raises(ValueError, match="unknown url type"):
                transport.send(request(url))


def test_additional_handlers_see_each_request():
    class CountingHandler(urllib.request.BaseHandler):
        seen = 0

        def http_request(self, request_):
            self.seen += 1
            request_.add_header("X-Traced", "1")
            return request_

    handler = CountingHandler()
    with RawServer(forever(REQUEST, respond(b"ok"))) as server, UrllibTransport(handlers=[handler]) as transport:
        call(transport, request(server.url))
        call(transport, request(server.url))
    assert handler.seen == 2
    assert server.requests[0].header("X-Traced") == ["1"]


def test_a_handler_may_produce_the_response():
    class CannedHandler(urllib.request.BaseHandler):
        handler_order = 1

        def http_open(self, request_):
            import io
            from email.message import Message
            from urllib.response import addinfourl

            headers = Message()
            headers["X-Canned"] = "1"
            return addinfourl(io.BytesIO(b"canned"), headers, request_.full_url, 203)

    with UrllibTransport(handlers=[CannedHandler()]) as transport:
        status, headers, chunks, close = transport.send(request("http://api.invalid/"))
        assert (status, headers, b"".join(chunks)) == (203, [("X-Canned", "1")], b"canned")
        close()


def test_ssl_cert_file_is_trusted(certificates, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", certificates.ca_file)
    with RawServer(REQUEST, respond(b"ok"), tls=certificates.server()) as server, UrllibTransport() as transport:
        assert call(transport, request(server.url)) == (200, b"ok")


def test_idle_connections_are_bounded():
    with RawServer(forever(REQUEST, respond(b"ok"))) as one, RawServer(forever(REQUEST, respond(b"ok"))) as two:
        with UrllibTransport(max_idle_connections=1) as transport:
            for server in (one, two, one):
                assert call(transport, request(server.url)) == (200, b"ok")
        assert (one.connections, two.connections) == (2, 1)
        with UrllibTransport(idle_timeout=0) as transport:
            for _ in range(2):
                call(transport, request(two.url))
        assert two.connections == 3


def encode(data, coding):
    if coding == "gzip":
        return gzip.compress(data)
    if coding == "deflate":
        return zlib.compress(data)
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw deflate"])
def test_content_codings(coding):
    data = bytes(range(256)) * 20_000
    field = "Content-Encoding: " + coding.split()[-1]
    script = per_connection(
        (REQUEST, respond(encode(data, coding), "200 OK", field)),
        (REQUEST, respond(encode(data, coding)[:-20], "200 OK", field)),
        (REQUEST, respond(b"\x00nonsense", "200 OK", field)),
        (REQUEST, respond(b"", "200 OK", field)),
        (REQUEST, respond(b"x", "200 OK", "Content-Encoding: br")),
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
def test_invalid_responses(head, message):
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
def test_unusual_but_valid_responses(head, body):
    with RawServer(REQUEST, send(head + body), CLOSE) as server, UrllibTransport() as transport:
        assert call(transport, request(server.url)) == (200, b"ok")


def test_gzip_with_several_members():
    body = gzip.compress(b"one ") + gzip.compress(b"two")
    with RawServer(
        REQUEST, respond(body, "200 OK", "Content-Encoding: gzip")
    ) as server, UrllibTransport() as transport:
        assert call(transport, request(server.url)) == (200, b"one two")


def loads_urllib(server_url: str, *lines: str, **environment: str) -> bool:
    """Return whether a program that makes a chat call after `lines` has imported urllib.request in the end."""
    code = [
        "import sys",
        "import {} as package".format(PACKAGE),
        *lines,
        "client = package.OpenAI(api_key='k', base_url={!r})".format(server_url),
        "client.models.list()",
        "print('urllib.request' in sys.modules)",
    ]
    plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    path = os.pathsep.join([str(FOLDER.parents[PACKAGE.count(".")])] + sys.path)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(code)],
        env={**plain, "PYTHONPATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip() == "True"


def test_the_opener_is_imported_only_if_it_is_needed() -> None:
    """It is a sixth of a small program's start."""
    needs_system_settings = sys.platform in ("darwin", "win32")
    with load("testing").EmbeddedServer() as server:
        assert loads_urllib(server.base_url) is needs_system_settings
        assert loads_urllib(server.base_url, NO_PROXY="127.0.0.1", HTTP_PROXY="http://127.0.0.1:9") is False


def test_wrappers_of_the_opener_see_requests_that_come_after_them() -> None:
    """Instrumentation replaces OpenerDirector.open, also when the client has already made a call."""
    lines = (
        "first = package.OpenAI(api_key='k', base_url={url!r})",
        "first.models.list()",
        "import urllib.request",
        "seen = []",
        "opened = urllib.request.OpenerDirector.open",
        "def wrapper(self, request, *args, **kwargs):",
        "    seen.append(request.full_url)",
        "    return opened(self, request, *args, **kwargs)",
        "urllib.request.OpenerDirector.open = wrapper",
        "first.models.list()",
        "assert seen == [{url!r} + '/models'], seen",
    )
    with load("testing").EmbeddedServer() as server:
        assert loads_urllib(server.base_url, *[line.format(url=server.base_url) for line in lines])


def test_connections_of_a_freed_pool_are_closed_before_their_sockets_are_finalized():
    """The `__del__` of a socket that is still open warns. Garbage collection may call it before that of the pool."""
    pool_module = load("transport.pool")
    with RawServer(forever(REQUEST, respond(b"{}"))) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.connect()  # before the pool is made, so that its socket is finalized first
        sock = weakref.ref(connection.sock)
        pool = pool_module.ConnectionPool()
        pool.put("server", connection)
        pool.itself = pool
        freed = weakref.ref(pool)
        del connection, pool
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            gc.collect()
        assert (freed(), sock(), [str(warning.message) for warning in caught]) == (None, None, [])
