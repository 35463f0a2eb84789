# SPDX-License-Identifier: MIT
"""Valid and invalid certificates for servers on 127.0.0.1, from an authority that the caller provides.

certificates = Certificates(trustme.CA())
"""

from __future__ import annotations

import os
import ssl
import tempfile
import weakref
from datetime import datetime
from shutil import rmtree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

HOST = "127.0.0.1"


class Certificates:
    """Certificates of an authority such as `trustme.CA()`, in a temporary folder that is deleted with this object.

    `ca_file` is the path of the authority's certificate; `client_certificate` and `server_certificate` are those of a
    private key and certificate in one file.
    """

    def __init__(self, authority: Any) -> None:
        self._folder = tempfile.mkdtemp(prefix="certificates-")
        weakref.finalize(self, rmtree, self._folder, ignore_errors=True)
        self.ca_file: str = self._write("ca", authority.cert_pem)
        self.client_certificate: str = self._issue("client", authority, "client@example.org")
        self.server_certificate: str = self._issue("valid", authority, HOST)
        self._wrong_host = self._issue("wrong-host", authority, "elsewhere.example")
        self._expired = self._issue("expired", authority, HOST, not_after=datetime(2020, 1, 1))
        self._self_signed = self._write("self-signed", authority.private_key_pem, authority.cert_pem)

    def _issue(self, name: str, authority: Any, hostname: str, **options: Any) -> str:
        issued = authority.issue_cert(hostname, **options)
        return self._write(name, issued.private_key_pem, *issued.cert_chain_pems)

    def _write(self, name: str, *pems: Any) -> str:
        path = os.path.join(self._folder, name + ".pem")
        with open(path, "wb") as file:
            file.write(b"".join(pem.bytes() for pem in pems))
        return path

    def server(self) -> ssl.SSLContext:
        """Return the context of a server with a valid certificate."""
        return _make_context(self.server_certificate)

    def wrong_host(self) -> ssl.SSLContext:
        """Return the context of a server whose certificate is for another host."""
        return _make_context(self._wrong_host)

    def expired(self) -> ssl.SSLContext:
        """Return the context of a server whose certificate expired in 2020."""
        return _make_context(self._expired)

    def self_signed(self) -> ssl.SSLContext:
        """Return the context of a server with a self-signed certificate."""
        return _make_context(self._self_signed)

    def requiring_client_certificate(self) -> ssl.SSLContext:
        """Return the context of a server that requires a client certificate of the authority."""
        context = _make_context(self.server_certificate)
        context.load_verify_locations(self.ca_file)
        context.verify_mode = ssl.CERT_REQUIRED
        return context


def _make_context(path: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
