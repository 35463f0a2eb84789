# SPDX-License-Identifier: MIT
"""The transport of async clients holds the contract of all transports; and what belongs to it alone: its loops, its
pool, cancelling and the proxies. The other side of the wire is raw_server.py.
"""

from __future__ import annotations

import ssl

import pytest

from . import load
from .transport_contract import AsyncTransportContract

AsyncioTransport = load("transport.asyncio_transport").AsyncioTransport


class TestAsyncioTransport(AsyncTransportContract):
    resends_on_dead_reuse = True
    drains_on_close = True

    @pytest.fixture(autouse=True)
    def _certificate(self, certificate):
        self.tls_context, self.tls_ca_file = certificate or (None, None)

    def make_async_transport(self):
        return AsyncioTransport()

    def make_trusting_async_transport(self, ca_file):
        return AsyncioTransport(ssl_context=ssl.create_default_context(cafile=ca_file))
