# SPDX-License-Identifier: MIT
"""Tests of proxies: forwarding, tunnels, credentials, environment variables and refusals."""

from __future__ import annotations

import ssl
import unittest
from base64 import b64encode
from unittest.mock import patch

from ..raw_server import CLOSE, HEAD, REQUEST, RawServer, forever, forward, respond, send
from .assertions import finishes_promptly, raises, raises_network_error
from .base import TransportCase, echo
from .values import call, request

CREDENTIALS = "Basic " + b64encode(b"user:p@ss").decode()
TUNNEL_OPENED = send(b"HTTP/1.1 200 Connection established\r\n\r\n")
TUNNEL_REFUSED = send(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")


def with_credentials(url: str) -> str:
    """Return the URL of a proxy with credentials added, partly percent-encoded."""
    return url.replace("://", "://us%65r:p%40ss@")


class ProxyCases(TransportCase):
    """Tests of requests through a proxy."""

    def test_proxy_forwards_plain_http(self) -> None:
        with RawServer(forever(REQUEST, respond(b"through"))) as proxy:
            with self.transport(proxy=with_credentials(proxy.url)) as transport:
                for _ in range(3):
                    assert call(transport, request("http://api.invalid/v1/models")) == (200, b"through")
        assert proxy.connections == 1 or not self.reuses_proxy_connections
        for sent in proxy.requests:
            assert sent.target == "http://api.invalid/v1/models"
            assert sent.header("Host") == ["api.invalid"]
            assert sent.header("Proxy-Authorization") == [CREDENTIALS]
            assert sent.header("Authorization") == ["Bearer sk-test"]

    def test_tunnel_is_kept_for_further_calls(self) -> None:
        with RawServer(forever(echo), tls=self.require_certificates().server()) as server:
            with RawServer(HEAD, TUNNEL_OPENED, forward(lambda: server.port)) as proxy:
                with self.transport(
                    proxy=with_credentials(proxy.url), ca_file=self.require_certificates().ca_file
                ) as transport:
                    for _ in range(3):
                        assert call(transport, request(server.url + "/safe")) == (200, b"/safe")
        assert proxy.connections == server.connections == 1
        connect = proxy.wire[0].partition(b"\r\n\r\n")[0]
        assert connect.startswith(b"CONNECT 127.0.0.1:%d HTTP/1." % server.port)
        assert CREDENTIALS.encode() in connect
        assert b"Bearer" not in proxy.wire[0], "the proxy received the credentials of the server"
        for sent in server.requests:
            assert sent.header("Proxy-Authorization") == [], "the server received the credentials of the proxy"

    def test_server_behind_a_tunnel_is_verified(self) -> None:
        with RawServer(forever(echo), tls=self.require_certificates().wrong_host()) as server:
            with RawServer(HEAD, TUNNEL_OPENED, forward(lambda: server.port)) as proxy:
                with self.transport(
                    proxy=proxy.url, ca_file=self.require_certificates().ca_file
                ) as transport, finishes_promptly():
                    with raises(ssl.SSLCertVerificationError):
                        call(transport, request(server.url))
        assert server.requests == []

    def test_refused_tunnel_shows_no_password(self) -> None:
        with RawServer(HEAD, TUNNEL_REFUSED, CLOSE) as proxy:
            with self.transport(proxy=with_credentials(proxy.url)) as transport, finishes_promptly():
                with raises_network_error() as caught:
                    call(transport, request("https://api.invalid/v1/models"))
        assert "407" in str(caught.error) or "Proxy Authentication Required" in str(caught.error)
        assert "p@ss" not in str(caught.error) and "p%40ss" not in str(caught.error)
        assert b"Bearer" not in proxy.wire[0]

    def test_proxy_that_is_not_there(self) -> None:
        with RawServer() as proxy:
            url = proxy.url  # the server is closed below
        with self.transport(proxy=url) as transport, finishes_promptly():
            for target in ("http://api.invalid/", "https://api.invalid/"):
                with raises_network_error():
                    call(transport, request(target))

    def require_proxy_program(self) -> str:
        """Return the URL of an independent proxy program, or skip the test if there is none."""
        if self.proxy_program is None:
            raise unittest.SkipTest("`proxy_program` is not set")
        return self.proxy_program

    def test_proxy_program(self) -> None:
        with self.transport(proxy=self.require_proxy_program()) as transport, RawServer(forever(echo)) as server:
            for _ in range(3):
                assert call(transport, request(server.url + "/through")) == (200, b"/through")
        assert [sent.target for sent in server.requests] == ["/through"] * 3, "a request did not go through the proxy"

    def test_tunnel_of_a_proxy_program(self) -> None:
        with self.transport(
            proxy=self.require_proxy_program(), ca_file=self.require_certificates().ca_file
        ) as transport:
            with RawServer(forever(echo), tls=self.require_certificates().server()) as server:
                for _ in range(3):
                    assert call(transport, request(server.url + "/safe")) == (200, b"/safe")
        assert server.connections == 1

    def test_proxy_program_rejects_wrong_credentials(self) -> None:
        scheme, _, host = self.require_proxy_program().rpartition("@")[2].rpartition("://")
        with self.transport(proxy=(scheme or "http") + "://nobody:wrong@" + host) as transport, finishes_promptly():
            assert call(transport, request("http://127.0.0.1:9/"))[0] == 407
            with raises_network_error():
                call(transport, request("https://127.0.0.1:9/"))

    def require_environment(self) -> None:
        """Skip the test if the transport does not read the environment."""
        if not self.reads_environment:
            raise unittest.SkipTest("reads_environment is False")

    def test_proxy_of_the_environment(self) -> None:
        self.require_environment()
        with RawServer(REQUEST, respond(b"through")) as proxy:
            with patch.dict("os.environ", {"http_proxy": with_credentials(proxy.url)}), self.transport() as transport:
                assert call(transport, request("http://api.invalid/v1/models")) == (200, b"through")
        assert proxy.requests[0].target == "http://api.invalid/v1/models"
        assert proxy.requests[0].header("Proxy-Authorization") == [CREDENTIALS]

    def test_no_proxy_of_the_environment(self) -> None:
        self.require_environment()
        with RawServer(REQUEST, respond(b"direct")) as server, RawServer() as proxy:
            with patch.dict("os.environ", {"http_proxy": proxy.url, "no_proxy": "localhost,127.0.0.1"}):
                with self.transport() as transport:
                    assert call(transport, request(server.url)) == (200, b"direct")
        assert proxy.connections == 0
