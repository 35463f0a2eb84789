# SPDX-License-Identifier: MIT
"""The contract of transports, from whichever copy of the package is under test; see testing/contract/ there."""

import pytest

from . import load

_there = load("testing.contract")

TransportContract, AsyncTransportContract = _there.TransportContract, _there.AsyncTransportContract
Certificates, TransportOptions = _there.Certificates, _there.TransportOptions
IterableBody, Request, Timeout = (
    getattr(load("testing.contract.values"), name) for name in ("IterableBody", "Request", "Timeout")
)
acall, call, request = (getattr(load("testing.contract.values"), name) for name in ("acall", "call", "request"))
echo = load("testing.contract.base").echo
until = load("testing.contract.asynchronous").wait_until_set


class Equipped:
    """What the suites here give to the contract, if it is installed: certificates, and a proxy that is none of ours."""

    @pytest.fixture(autouse=True)
    def _equipment(self, authority, proxy_program):
        self.certificates, self.proxy_program = authority, proxy_program
