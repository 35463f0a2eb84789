# SPDX-License-Identifier: MIT
"""What the tests of the adapters share: skipping without the library, and clients of the user's own that close with
their test.
"""

from __future__ import annotations

import ssl

import pytest

from .transport_contract import Equipped, TransportOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

transports = pytest.importorskip("openai_stdlib_transports", reason="not part of a vendored core")


class Adapter(Equipped):
    """Skips without the library."""

    library: str
    supports = frozenset(TransportOptions._fields)

    @pytest.fixture(autouse=True)
    def _library(self) -> None:
        pytest.importorskip(self.library)


class Closing:
    """A transport over a client of one's own, or over none, which is closed here since it is nobody else's."""

    def __init__(self, transport: Any, client: Any) -> None:
        self.transport, self.client, self.send = transport, client, transport.send

    def close(self) -> None:
        self.transport.close()
        if self.client is not None:
            (self.client.clear if hasattr(self.client, "clear") else self.client.close)()


class AsyncClosing(Closing):
    async def close(self) -> None:  # type: ignore[override]
        await self.transport.close()
        if self.client is not None:
            await (self.client.aclose if hasattr(self.client, "aclose") else self.client.close)()


def trusting(wanted: Any) -> ssl.SSLContext | None:
    """Return a TLS context as a case wants it; None for the default."""
    if wanted.ca_file is None:
        return None
    context = ssl.create_default_context(cafile=wanted.ca_file)
    if wanted.client_certificate:
        context.load_cert_chain(wanted.client_certificate)
    return context
