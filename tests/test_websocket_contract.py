# SPDX-License-Identifier: MIT
"""The contract suite of WebSocket transports with those of the standard library."""

from __future__ import annotations

from typing import Any

import pytest

from . import load
from .adapters import ssl_context_for

contract = load("testing.contract")
websocket = load("websocket")


class Fixtures:
    supports = frozenset({"ca_file", "proxy"})

    @pytest.fixture(autouse=True)
    def _set_fixtures(self, authority: Any) -> None:
        self.certificates = authority


class TestStdlib(Fixtures, contract.WebSocketTransportContract):
    def make_transport(self, options: Any) -> Any:
        return websocket.StdlibWebSocketTransport(ssl_context=ssl_context_for(options), proxy=options.proxy)


class TestAsyncStdlib(Fixtures, contract.AsyncWebSocketTransportContract):
    def make_transport(self, options: Any) -> Any:
        return websocket.AsyncStdlibWebSocketTransport(ssl_context=ssl_context_for(options), proxy=options.proxy)
