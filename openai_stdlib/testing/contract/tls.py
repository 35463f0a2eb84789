# SPDX-License-Identifier: MIT
"""Cases of TLS: whom a transport trusts and whom not, and what it shows of itself."""

from __future__ import annotations

import ssl

from ..raw_server import CHUNKED, HOLD, REQUEST, RawServer, answer, chunk, forever, head, in_turn, send
from .connections import closed_from_elsewhere
from .expect import causes, prompt, raises, raises_network_error
from .seam import call, request
from .subject import Subject, echo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class TlsCases(Subject):
    """Whom a transport trusts."""

    def refuses(self, context: ssl.SSLContext, **wanted: Any) -> None:
        """Check that a server's certificate is refused, by an error that says so and whose causes come to an end."""
        with self.transport(**wanted) as transport, RawServer(REQUEST, answer(), tls=context) as server, prompt():
            with raises(OSError) as caught:
                transport.send(request(server.url))
        assert any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes(caught.error))
        assert server.requests == []
        seen: list[BaseException] = []
        error: Any = caught.error
        while error is not None:
            assert error not in seen, "whoever follows the causes goes round in circles"
            seen.append(error)
            error = error.__cause__ or error.__context__

    def test_untrusted_certificate_is_refused(self) -> None:
        self.refuses(self.issued().server())

    def test_self_signed_certificate_is_refused(self) -> None:
        self.refuses(self.issued().self_signed())

    def test_expired_certificate_is_refused(self) -> None:
        self.refuses(self.issued().expired(), ca_file=self.issued().ca_file)

    def test_certificate_of_another_host_is_refused(self) -> None:
        self.refuses(self.issued().wrong_host(), ca_file=self.issued().ca_file)

    def test_calls_over_tls_share_a_connection(self) -> None:
        with self.transport(ca_file=self.issued().ca_file) as transport:
            with RawServer(forever(echo), tls=self.issued().server()) as server:
                for _ in range(3):
                    assert call(transport, request(server.url + "/safe")) == (200, b"/safe")
        assert server.connections == 1

    def test_client_certificate(self) -> None:
        issued = self.issued()
        with self.transport(ca_file=issued.ca_file, client_certificate=issued.client) as transport:
            with RawServer(forever(echo), tls=issued.asking()) as server:
                assert call(transport, request(server.url + "/known")) == (200, b"/known")

    def test_without_a_client_certificate(self) -> None:
        with self.transport(ca_file=self.issued().ca_file) as transport:
            with RawServer(forever(echo), tls=self.issued().asking()) as server, prompt(), raises_network_error():
                call(transport, request(server.url))
        assert server.requests == []

    def test_close_while_another_thread_reads_over_tls(self) -> None:
        script = in_turn((REQUEST, send(head("200 OK", CHUNKED) + chunk(b"one")), HOLD), (REQUEST, answer(b"ok")))
        with self.transport(ca_file=self.issued().ca_file) as transport:
            with RawServer(script, tls=self.issued().server()) as server:
                closed_from_elsewhere(server, transport)
                assert call(transport, request(server.url)) == (200, b"ok")
