# SPDX-License-Identifier: MIT
"""The contract of a transport, as test methods over real sockets: subclass, say how to make one, run with any runner.

    class TestMine(TransportContract):
        def make_transport(self, wanted):
            return MyTransport()

What lives here: what the seam promises (transport/base.py) and nothing that one library does its own way. What must
not: a test runner (skips are `unittest.SkipTest`), the core, adapters. The other side of the wire is raw_server.py.
Read subject.py first: it says what a suite may say about its transport. The cases stand in answers.py, sending.py,
failures.py, connections.py, tls.py, proxies.py and asynchronous.py; seam.py has the values that they send, expect.py
the words in which they expect, certificates.py whom to trust.
"""

from __future__ import annotations

from .asynchronous import AsyncCases
from .base import TransportOptions
from .certificates import Certificates
from .connections import ConnectionCases
from .failures import FailureCases
from .proxies import ProxyCases
from .request_cases import RequestCases
from .response_cases import AnswerCases
from .tls import TlsCases

__all__ = ["AsyncTransportContract", "Certificates", "TransportContract", "TransportOptions"]


class TransportContract(AnswerCases, RequestCases, FailureCases, ConnectionCases, TlsCases, ProxyCases):
    """What every transport promises."""


class AsyncTransportContract(AsyncCases, TransportContract):
    """What every async transport promises: the same through an event loop, and what only async has."""
