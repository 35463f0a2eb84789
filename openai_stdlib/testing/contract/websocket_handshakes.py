# SPDX-License-Identifier: MIT
"""Tests of WebSocket transports: the handshake, refusals, invalid responses, time limits, TLS and proxies."""

from __future__ import annotations

import base64
import ssl
import threading
from urllib.parse import unquote

from ..raw_server import (
    CHUNKED,
    CLOSE,
    DRAIN,
    HEAD,
    REQUEST,
    RESET,
    RawServer,
    chunk,
    forward,
    head,
    respond,
    send,
    send_repeatedly,
)
from .assertions import PROMPT_SECONDS, finishes_promptly, list_causes, raises, raises_network_error
from .proxies import CREDENTIALS, TUNNEL_OPENED, TUNNEL_REFUSED, with_credentials
from .websocket_base import ConnectOptions, WebSocketTransportCase, handshake_request, receive_all
from .websocket_peer import CLOSE as CLOSE_FRAME
from .websocket_peer import TEXT, Peer, accept_value, echo, encode, encode_close, serve, upgrade, url_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

    from ..raw_server import Connection


class HandshakeCases(WebSocketTransportCase):
    """Tests of `connect`."""

    def refuse(self, *script: Any, **timeouts: Any) -> tuple[int, list[tuple[str, str]], bytes]:
        """Connect to a server that refuses the handshake; return the response."""
        with RawServer(REQUEST, *script) as server, self.transport() as transport, finishes_promptly():
            request = handshake_request(url_of(server), **timeouts)
            status, headers, chunks, close, link = transport.connect(request, ConnectOptions())
            assert link is None
            body = b"".join(chunks)
            close()
            close()
        assert server.connections == 1
        return status, headers, body

    def check_failure(self, *script: Any, tls: Optional[ssl.SSLContext] = None, **timeouts: Any) -> BaseException:
        """Check that connecting fails with an error that the core can interpret; return it."""
        with RawServer(*script, tls=tls) as server, self.transport() as transport, finishes_promptly():
            with raises_network_error() as caught:
                transport.connect(handshake_request(url_of(server), **timeouts), ConnectOptions())
        return caught.error

    def check_invalid(self, *fields: str, **options: Any) -> None:
        """Check that a response with other fields fails, and that the error is not worth a retry."""

        def step(connection: Connection) -> None:
            key = connection.server.requests[0].header("Sec-WebSocket-Key")[0]
            data = head("101 Switching Protocols", *fields)
            connection.sock.sendall(data.replace(b"ACCEPT", accept_value(key).encode()))

        with RawServer(REQUEST, step, DRAIN) as server, self.transport() as transport, finishes_promptly():
            with raises_network_error() as caught:
                transport.connect(handshake_request(url_of(server)), ConnectOptions(**options))
        assert getattr(caught.error, "is_retryable", True) is False, "a retry would fail, too"

    def test_request(self) -> None:
        with serve(echo) as server, self.transport() as transport:
            for _ in range(2):
                headers = {"Authorization": "Bearer sk-test", "X-One": "1", "User-Agent": "mine"}
                request = handshake_request(url_of(server, "/a/b%20c?model=x&y=%C3%BC"), headers)
                transport.connect(request, ConnectOptions())[4].close()
        keys = set()
        for sent in server.requests:
            assert sent.target == "/a/b%20c?model=x&y=%C3%BC"
            assert [value.lower() for value in sent.header("Upgrade")] == ["websocket"]
            assert "upgrade" in ",".join(sent.header("Connection")).lower()
            assert sent.header("Sec-WebSocket-Version") == ["13"]
            assert sent.header("Authorization") == ["Bearer sk-test"] and sent.header("X-One") == ["1"]
            assert sent.header("User-Agent") == ["mine"] and len(sent.header("Host")) == 1
            assert sent.header("Sec-WebSocket-Extensions") == sent.header("Sec-WebSocket-Protocol") == []
            keys.update(sent.header("Sec-WebSocket-Key"))
        assert len(keys) == 2 and {len(base64.b64decode(key)) for key in keys} == {16}

    def test_accepted(self) -> None:
        with serve(echo, "X-Request-Id: r1", "Set-Cookie: a=1", "Set-Cookie: b=2") as server:
            with self.transport() as transport:
                request = handshake_request(url_of(server))
                status, headers, chunks, close, link = transport.connect(request, ConnectOptions())
                names = [(name.lower(), value) for name, value in headers]
                assert status == 101 and list(chunks) == [] and link.end is None
                assert ("x-request-id", "r1") in names
                assert ("set-cookie", "a=1") in names and ("set-cookie", "b=2") in names
                close()
                assert receive_all(link) == [] and link.end is not None

    def test_frames_that_arrive_with_the_response(self) -> None:
        first = upgrade(first_frames=encode(TEXT, b"one") + encode(TEXT, b"two") + encode_close(1000))
        with RawServer(first, read_close) as server, self.connect(url_of(server)) as link:
            assert receive_all(link) == ["one", "two"]

    def test_server_that_closes_after_the_response(self) -> None:
        with RawServer(upgrade(), CLOSE) as server, finishes_promptly():
            try:
                with self.connect(url_of(server)) as link:
                    assert receive_all(link) == [] and link.end[0] is None and link.end[3]
            except ConnectionError:
                pass  # it had closed before `connect` returned

    def test_refusals(self) -> None:
        for line in ("401 Unauthorized", "403 Forbidden", "404 Not Found", "429 Too Many", "503 Busy", "200 OK"):
            status, headers, body = self.refuse(respond(b'{"error": 1}', line, "X-Request-Id: r1"), DRAIN)
            assert status == int(line[:3]) and body == b'{"error": 1}'
            assert ("x-request-id", "r1") in [(name.lower(), value) for name, value in headers]

    def test_refusal_without_a_body(self) -> None:
        assert self.refuse(respond(b"", "401 Unauthorized"), DRAIN)[::2] == (401, b"")
        assert self.refuse(send(head("500 Oops") + b"until the end"), CLOSE)[::2] == (500, b"until the end")

    def test_redirects_are_returned(self) -> None:
        for status in (301, 302, 303, 307, 308):
            line, location = "{} Elsewhere".format(status), "Location: /elsewhere"
            assert self.refuse(respond(b"", line, location), DRAIN)[0] == status

    def test_large_and_chunked_refusals(self) -> None:
        self.skip_unless("streams_refusals")
        assert self.refuse(respond(b"x" * 3_000_000, "403 Forbidden"), DRAIN)[2] == b"x" * 3_000_000
        chunks = head("403 Forbidden", CHUNKED) + chunk(b"one") + chunk(b"two") + chunk(b"")
        assert self.refuse(send(chunks), DRAIN)[2] == b"onetwo"
        with RawServer(REQUEST, send(head("401 Unauthorized", "Content-Length: 9") + b"one"), DRAIN) as server:
            with self.transport() as transport, finishes_promptly():
                status, _, _, close, _ = transport.connect(handshake_request(url_of(server)), ConnectOptions())
                assert status == 401
                close()

    def test_handshakes_that_are_not_valid(self) -> None:
        good = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: ACCEPT")
        for index in range(3):
            self.check_invalid(*good[:index], *good[index + 1 :])
        self.check_invalid(*good[:2], "Sec-WebSocket-Accept: " + accept_value("other"))
        self.check_invalid("Upgrade: h2c", *good[1:])
        self.check_invalid(*good, "Sec-WebSocket-Extensions: permessage-deflate")
        self.check_invalid(*good, "Sec-WebSocket-Extensions: x-unknown", compression="deflate")
        self.check_invalid(*good, "Sec-WebSocket-Protocol: chat")
        self.check_invalid(*good, "Sec-WebSocket-Protocol: other", subprotocols=["chat"])

    def test_subprotocols(self) -> None:
        with serve(echo, "Sec-WebSocket-Protocol: two") as server, self.transport() as transport:
            options = ConnectOptions(subprotocols=["one", "two"])
            _, headers, _, _, link = transport.connect(handshake_request(url_of(server)), options)
            assert ("sec-websocket-protocol", "two") in [(name.lower(), value) for name, value in headers]
            link.close()
        (sent,) = server.requests
        offered = ",".join(sent.header("Sec-WebSocket-Protocol"))
        assert [name.strip() for name in offered.split(",")] == ["one", "two"]

    def test_no_response(self) -> None:
        for script in ((CLOSE,), (REQUEST, CLOSE), (REQUEST, RESET), (REQUEST, send(b"HTTP/1.1 10"), CLOSE)):
            error = self.check_failure(*script)
            assert getattr(error, "is_retryable", True) is True and not isinstance(error, TimeoutError)

    def test_responses_that_are_not_http(self) -> None:
        for garbage in (
            b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
            b"HTTP/1.1 huh what\r\n\r\n",
            b"\x15\x03\x01\0\x02\x02\x46\r\n\r\n",
        ):
            self.check_failure(REQUEST, send(garbage), DRAIN)

    def test_head_without_end(self) -> None:
        self.skip_unless("limits_heads")
        start = b"HTTP/1.1 101 Switching Protocols\r\n"
        for data in (b"X: " + b"x" * 65536, b"X-Field: value\r\n" * 1000):
            self.check_failure(REQUEST, send(start), send_repeatedly(data, 0.0))

    def test_nobody_listens(self) -> None:
        with RawServer() as server:
            pass
        with self.transport() as transport, finishes_promptly(), raises_network_error() as caught:
            transport.connect(handshake_request(url_of(server)), ConnectOptions())
        assert isinstance(caught.error, ConnectionError)

    def test_time_limits(self) -> None:
        slowly = send_repeatedly(b"X-Field: value\r\n", 0.05)
        for script in ((DRAIN,), (REQUEST, DRAIN), (REQUEST, send(b"HTTP/1.1 101 Switching\r\n"), slowly)):
            limits: Any
            for limits in ({"connect": 0.3}, {"deadline": 0.3}):
                assert isinstance(self.check_failure(*script, **limits), TimeoutError)

    def test_headers_that_cannot_be_sent(self) -> None:
        with serve(echo) as server, self.transport() as transport:
            for headers in ({"X-One": "1\r\nX-Two: 2"}, {"X-One": "1\n"}, {"X\r\nY": "1"}, {"X One": "1"}):
                with raises(ValueError):
                    transport.connect(handshake_request(url_of(server), headers), ConnectOptions())
        assert server.requests == []

    def test_tls(self) -> None:
        certificates = self.require_certificates()
        with self.transport(ca_file=certificates.ca_file) as transport:
            with serve(echo, tls=certificates.server()) as server:
                link = transport.connect(handshake_request(url_of(server)), ConnectOptions())[4]
                for message in ("hello", b"x" * 300_000):
                    link.send(message)
                    assert link.receive(PROMPT_SECONDS) == message
                link.close()
        assert url_of(server).startswith("wss:")

    def test_certificates_that_are_refused(self) -> None:
        certificates = self.require_certificates()
        for context in (certificates.server(), certificates.self_signed()):
            error = self.check_failure_of_tls(context)
            assert any(isinstance(cause, ssl.SSLCertVerificationError) for cause in list_causes(error))

    def check_failure_of_tls(self, context: ssl.SSLContext) -> BaseException:
        """Connect to a server with a certificate that nobody trusts; return the error."""
        with serve(echo, tls=context) as server, self.transport() as transport, finishes_promptly():
            with raises(OSError) as caught:
                transport.connect(handshake_request(url_of(server)), ConnectOptions())
        assert server.requests == []
        return caught.error

    def proxy_url(self, proxy: RawServer) -> str:
        """Return the URL of a proxy with credentials, percent-encoded if the transport supports that."""
        url = with_credentials(proxy.url)
        return url if self.decodes_proxy_credentials else unquote(url).replace("p@ss", "p-ss")

    def test_tunnel_through_a_proxy(self) -> None:
        for tls in (None, self.certificates and self.certificates.server()):
            with serve(echo, tls=tls) as server:
                with RawServer(HEAD, TUNNEL_OPENED, forward(lambda: server.port)) as proxy:
                    options = {"ca_file": self.certificates.ca_file} if tls and self.certificates else {}
                    with self.transport(proxy=self.proxy_url(proxy), **options) as transport:
                        link = transport.connect(handshake_request(url_of(server)), ConnectOptions())[4]
                        link.send("through")
                        assert link.receive(PROMPT_SECONDS) == "through"
                        link.close()
            connect = proxy.wire[0].partition(b"\r\n\r\n")[0]
            assert connect.startswith(b"CONNECT 127.0.0.1:%d HTTP/1." % server.port)
            assert b"Proxy-Authorization: Basic " in connect
            assert CREDENTIALS.encode() in connect or not self.decodes_proxy_credentials
            assert b"sk-test" not in connect, "the proxy received the credentials of the server"
            assert server.requests[0].header("Proxy-Authorization") == []

    def test_proxy_that_refuses(self) -> None:
        with RawServer(HEAD, TUNNEL_REFUSED, CLOSE) as proxy:
            with self.transport(proxy=with_credentials(proxy.url)) as transport, finishes_promptly():
                with raises_network_error() as caught:
                    transport.connect(handshake_request("ws://api.invalid/"), ConnectOptions())
        assert "p@ss" not in repr(caught.error) and "p%40ss" not in repr(caught.error)

    def test_dropped_while_connecting(self) -> None:
        gone = threading.Event()

        def stall(connection: Connection) -> None:
            try:
                connection.sock.sendall(b"HTTP/1.1 101 Swi")
                DRAIN(connection)
            finally:
                gone.set()

        self.check_failure(REQUEST, stall, connect=0.3)
        assert gone.wait(PROMPT_SECONDS), "the connection was not closed"

    def test_many_connections(self) -> None:
        with serve(echo) as server, self.transport() as transport:
            links = []
            for number in range(8):
                path = "/{}".format(number)
                links.append(transport.connect(handshake_request(url_of(server, path)), ConnectOptions())[4])
            for number, link in enumerate(links):
                link.send(str(number))
            assert [link.receive(PROMPT_SECONDS) for link in links] == [str(number) for number in range(8)]
            for link in links:
                link.close()
        assert {request.target for request in server.requests} == {"/{}".format(number) for number in range(8)}


def read_close(connection: Connection) -> None:
    """Read until a close frame. A step of a script."""
    peer = Peer(connection)
    while peer.read().opcode != CLOSE_FRAME:
        pass
