# SPDX-License-Identifier: MIT
"""Both clients and the transport contract in Pyodide under Node.js, against servers in this process."""

from __future__ import annotations

import pytest

from .pyodide_host import PyodideHost, RemoteTransport, suspending_options
from .transport_contract import AsyncTransportContract, Certificates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator


@pytest.fixture(scope="session")
def host() -> Iterator[PyodideHost]:
    """Run Pyodide where it cannot suspend a sync call."""
    host = PyodideHost()
    yield host
    host.close()


class TestFetchTransport(AsyncTransportContract):
    @pytest.fixture(autouse=True)
    def _set_host(self, host: PyodideHost) -> None:
        self.host = host

    def make_transport(self, options: Any) -> Any:
        return RemoteTransport(self.host)
