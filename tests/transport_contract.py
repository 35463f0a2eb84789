# SPDX-License-Identifier: MIT
"""The transport contract suite (`testing.contract`) of the copy of the package under test, and its fixtures."""

import pytest

from . import load

_contract = load("testing.contract")

TransportContract, AsyncTransportContract = _contract.TransportContract, _contract.AsyncTransportContract
Certificates, TransportOptions = _contract.Certificates, _contract.TransportOptions
IterableBody, Request, Timeout = (
    getattr(load("testing.contract.values"), name) for name in ("IterableBody", "Request", "Timeout")
)
acall, call, request = (getattr(load("testing.contract.values"), name) for name in ("acall", "call", "request"))
echo = load("testing.contract.base").echo
until = load("testing.contract.asynchronous").wait_until_set


class ContractFixtures:
    """Gives a contract suite what is installed here: certificates (trustme) and a proxy program (proxy.py)."""

    @pytest.fixture(autouse=True)
    def _set_fixtures(self, authority, proxy_program):
        self.certificates, self.proxy_program = authority, proxy_program
