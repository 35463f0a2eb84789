# SPDX-License-Identifier: MIT
"""The default transport holds the contract of all transports, and what belongs to it alone: the pool and the opener."""

from __future__ import annotations

from . import load
from .transport_contract import TransportContract

urllib_transport = load("transport.urllib_transport")


class TestContract(TransportContract):
    resends_on_dead_reuse = True

    def make_transport(self):
        return urllib_transport.UrllibTransport()
