# SPDX-License-Identifier: MIT
"""Shared by the tests of the adapters: skip without the library, and close the user's client with the transport."""

from __future__ import annotations

import ssl

import pytest

from .transport_contract import ContractFixtures, TransportOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

transports = pytest.importorskip("openai_stdlib_transports", reason="not part of a vendored core")


class AdapterSuite(ContractFixtures):
    """Base of the contract suites of the adapters. Skips without the library."""

    library: str
    supports = frozenset(TransportOptions._fields)

    @pytest.fixture(autouse=True)
    def _require_library(self) -> None:
        pytest.importorskip(self.library)


class ClosingTransport:
    """Wraps a transport over a user's client (or None), and closes both: the transport leaves the client open."""

    def __init__(self, transport: Any, client: Any) -> None:
        self.transport, self.client, self.send = transport, client, transport.send

    def close(self) -> None:
        self.transport.close()
        if self.client is not None:
            (self.client.clear if hasattr(self.client, "clear") else self.client.close)()


class AsyncClosingTransport(ClosingTransport):
    """The same for async transports."""

    async def close(self) -> None:  # type: ignore[override]
        await self.transport.close()
        if self.client is not None:
            await (self.client.aclose if hasattr(self.client, "aclose") else self.client.close)()


def ssl_context_for(options: Any) -> ssl.SSLContext | None:
    """Return the TLS context for the options of a contract case; None for the default."""
    if options.ca_file is None:
        return None
    context = ssl.create_default_context(cafile=options.ca_file)
    if options.client_certificate:
        context.load_cert_chain(options.client_certificate)
    return context
