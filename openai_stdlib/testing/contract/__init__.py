# SPDX-License-Identifier: MIT
"""Contract tests for transports over real sockets: subclass one of the classes, and run it with any test runner.

    class TestMine(TransportContract):
        def make_transport(self, options):
            return MyTransport()

base.py has the base class with the flags for what a transport supports. The tests check what transport/base.py
promises, and nothing that is specific to one library. They must not import a test runner (tests are skipped with
`unittest.SkipTest`), the rest of the package or an adapter. Servers are scripts of raw_server.py.

The tests are in response_cases.py, request_cases.py, failures.py, connections.py, tls.py, proxies.py and
asynchronous.py. Those for WebSocket transports are in websocket_handshakes.py, websocket_messages.py,
websocket_liveness.py and websocket_tasks.py; their base class is in websocket_base.py, and their server in
websocket_peer.py. values.py has the values that they send, assertions.py their assertions, certificates.py certificates
for TLS.
"""

from __future__ import annotations

from .asynchronous import AsyncCases
from .base import TransportOptions
from .certificates import Certificates
from .connections import ConnectionCases
from .failures import FailureCases
from .proxies import ProxyCases
from .request_cases import RequestCases
from .response_cases import ResponseCases
from .tls import TlsCases
from .websocket_handshakes import HandshakeCases
from .websocket_liveness import ClosingCases, LivenessCases
from .websocket_messages import MessageCases
from .websocket_tasks import TaskCases

__all__ = [
    "AsyncTransportContract",
    "AsyncWebSocketTransportContract",
    "Certificates",
    "TransportContract",
    "TransportOptions",
    "WebSocketTransportContract",
]


class TransportContract(ResponseCases, RequestCases, FailureCases, ConnectionCases, TlsCases, ProxyCases):
    """Tests that every transport passes."""


class AsyncTransportContract(AsyncCases, TransportContract):
    """Tests that every async transport passes: those of sync transports through an event loop, and cancellation."""


class WebSocketTransportContract(HandshakeCases, MessageCases, LivenessCases, ClosingCases):
    """Tests that every WebSocket transport passes."""


class AsyncWebSocketTransportContract(TaskCases, WebSocketTransportContract):
    """Tests that every async WebSocket transport passes: those of sync ones through an event loop, and cancellation."""
