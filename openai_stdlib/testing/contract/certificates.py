# SPDX-License-Identifier: MIT
"""Certificates for servers on 127.0.0.1, good ones and bad ones, from an authority that is given: nothing is imported.

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
    """What an authority such as `trustme.CA()` vouches for, as files in a temporary folder that goes with this object.

    `ca_file` is what to trust, `client` what to be known by: a key and its certificate in one file.
    """

    def __init__(self, authority: Any) -> None:
        self._folder = tempfile.mkdtemp(prefix="certificates-")
        weakref.finalize(self, rmtree, self._folder, ignore_errors=True)
        self.ca_file = self._written("ca", authority.cert_pem)
        self.client_certificate = self._issued("client", authority, "client@example.org")
        self._good = self._issued("good", authority, HOST)
        self._wrong_host = self._issued("wrong-host", authority, "elsewhere.example")
        self._expired = self._issued("expired", authority, HOST, not_after=datetime(2020, 1, 1))
        self._self_signed = self._written("self-signed", authority.private_key_pem, authority.cert_pem)

    def _issued(self, name: str, authority: Any, identity: str, **options: Any) -> str:
        issued = authority.issue_cert(identity, **options)
        return self._written(name, issued.private_key_pem, *issued.cert_chain_pems)

    def _written(self, name: str, *parts: Any) -> str:
        path = os.path.join(self._folder, name + ".pem")
        with open(path, "wb") as file:
            file.write(b"".join(part.bytes() for part in parts))
        return path

    def server(self) -> ssl.SSLContext:
        """Return the context of a server with a good certificate."""
        return _server(self._good)

    def wrong_host(self) -> ssl.SSLContext:
        """Return the context of a server whose certificate names another host."""
        return _server(self._wrong_host)

    def expired(self) -> ssl.SSLContext:
        """Return the context of a server whose certificate was good until 2020."""
        return _server(self._expired)

    def self_signed(self) -> ssl.SSLContext:
        """Return the context of a server that vouches for itself."""
        return _server(self._self_signed)

    def requiring_client_certificate(self) -> ssl.SSLContext:
        """Return the context of a server that serves only those who show a certificate of the authority."""
        context = _server(self._good)
        context.load_verify_locations(self.ca_file)
        context.verify_mode = ssl.CERT_REQUIRED
        return context


def _server(path: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
