# SPDX-License-Identifier: MIT
"""Tests of TLS: verification of the server and client certificates."""

from __future__ import annotations

import ssl

from ..raw_server import CHUNKED, DRAIN, REQUEST, RawServer, chunk, forever, head, per_connection, respond, send
from .assertions import finishes_promptly, list_causes, raises, raises_network_error
from .base import TransportCase, echo
from .connections import check_close_from_other_thread
from .values import call, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class TlsCases(TransportCase):
    """Tests of connections over TLS."""

    def check_refused(self, context: ssl.SSLContext, **options: Any) -> None:
        """Check that a certificate is refused with a verification error, whose chain of causes has no cycle."""
        with self.transport(**options) as transport, RawServer(
            REQUEST, respond(), tls=context
        ) as server, finishes_promptly():
            with raises(OSError) as caught:
                transport.send(request(server.url))
        assert any(isinstance(cause, ssl.SSLCertVerificationError) for cause in list_causes(caught.error))
        assert server.requests == []
        seen: list[BaseException] = []
        error: Any = caught.error
        while error is not None:
            assert error not in seen, "the chain of causes has a cycle"
            seen.append(error)
            error = error.__cause__ or error.__context__

    def test_untrusted_certificate_is_refused(self) -> None:
        self.check_refused(self.require_certificates().server())

    def test_self_signed_certificate_is_refused(self) -> None:
        self.check_refused(self.require_certificates().self_signed())

    def test_expired_certificate_is_refused(self) -> None:
        self.check_refused(self.require_certificates().expired(), ca_file=self.require_certificates().ca_file)

    def test_certificate_of_another_host_is_refused(self) -> None:
        self.check_refused(self.require_certificates().wrong_host(), ca_file=self.require_certificates().ca_file)

    def test_calls_over_tls_share_a_connection(self) -> None:
        with self.transport(ca_file=self.require_certificates().ca_file) as transport:
            with RawServer(forever(echo), tls=self.require_certificates().server()) as server:
                for _ in range(3):
                    assert call(transport, request(server.url + "/safe")) == (200, b"/safe")
        assert server.connections == 1

    def test_client_certificate(self) -> None:
        certificates = self.require_certificates()
        with self.transport(
            ca_file=certificates.ca_file, client_certificate=certificates.client_certificate
        ) as transport:
            with RawServer(forever(echo), tls=certificates.requiring_client_certificate()) as server:
                assert call(transport, request(server.url + "/known")) == (200, b"/known")

    def test_without_a_client_certificate(self) -> None:
        with self.transport(ca_file=self.require_certificates().ca_file) as transport:
            with RawServer(
                forever(echo), tls=self.require_certificates().requiring_client_certificate()
            ) as server, finishes_promptly(), raises_network_error():
                call(transport, request(server.url))
        assert server.requests == []

    def test_close_while_another_thread_reads_over_tls(self) -> None:
        script = per_connection(
            (REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), DRAIN), (REQUEST, respond(b"ok"))
        )
        with self.transport(ca_file=self.require_certificates().ca_file) as transport:
            with RawServer(script, tls=self.require_certificates().server()) as server:
                check_close_from_other_thread(server, transport)
                assert call(transport, request(server.url)) == (200, b"ok")
