# SPDX-License-Identifier: MIT
"""The adapters over httpx and httpx2 hold the contract of all transports; and what belongs to them alone."""

from __future__ import annotations

import asyncio

import pytest

from .adapters import Adapter, AsyncClosing, Closing, transports, trusting
from .raw_server import RawServer
from .transport_contract import AsyncTransportContract, TransportContract, acall, call, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Httpx(Adapter):
    def client(self, kind: str, wanted: Any) -> Any:
        """Return a client of the user's own, or None if nothing is wanted."""
        library = pytest.importorskip(self.library)
        if not any(wanted):
            return None
        options: dict[str, Any] = {"proxy": wanted.proxy}
        if wanted.max_connections:
            options["limits"] = library.Limits(max_connections=wanted.max_connections)
        if wanted.ca_file:
            options["verify"] = trusting(wanted)
        return getattr(library, kind)(**options)


class TestHttpx(Httpx, TransportContract):
    library = "httpx"
    enforces_deadline_in_read = False
    is_thread_safe = False
    name = "HttpxTransport"

    def make_transport(self, wanted: Any) -> Any:
        client = self.client("Client", wanted)
        return Closing(getattr(transports, self.name)(client), client)


class TestAsyncHttpx(Httpx, AsyncTransportContract):
    library = "httpx"
    name = "AsyncHttpxTransport"

    def make_transport(self, wanted: Any) -> Any:
        client = self.client("AsyncClient", wanted)
        return AsyncClosing(getattr(transports, self.name)(client), client)


class TestHttpx2(TestHttpx):
    library = "httpx2"
    name = "Httpx2Transport"


class TestAsyncHttpx2(TestAsyncHttpx):
    library = "httpx2"
    name = "AsyncHttpx2Transport"


@pytest.fixture(params=["httpx", "httpx2"])
def httpx(request: pytest.FixtureRequest) -> Any:
    """Return httpx and httpx2 in turn: (library, sync transport, async transport)."""
    library = pytest.importorskip(request.param)
    name = request.param.capitalize() + "Transport"
    return library, getattr(transports, name), getattr(transports, "Async" + name)


def test_your_client_stays_open_and_counts(welcoming: RawServer, httpx: Any) -> None:
    library, transport_over, _ = httpx
    with library.Client(headers={"X-Gateway": "mine"}, cookies={"gateway": "in"}) as client:
        with transport_over(client) as transport:
            assert call(transport, request(welcoming.url)) == (200, b"ok")
        assert client.get(welcoming.url).text == "ok"
    assert welcoming.connections == 1, "closing the transport closed your connections"
    assert welcoming.requests[0].header("X-Gateway") == ["mine"]
    assert welcoming.requests[0].header("Cookie") == ["gateway=in"]


def test_your_async_client_stays_open(welcoming: RawServer, httpx: Any) -> None:
    library, _, transport_over = httpx

    async def scene() -> None:
        async with library.AsyncClient() as client:
            async with transport_over(client) as transport:
                assert await acall(transport, request(welcoming.url)) == (200, b"ok")
            assert (await client.get(welcoming.url)).text == "ok"

    asyncio.run(scene())
    assert welcoming.connections == 1, "closing the transport closed your connections"


@pytest.mark.usefixtures("netrc")
def test_netrc_does_not_replace_authorization_in_httpx(welcoming: RawServer, httpx: Any) -> None:
    _, transport_over, async_transport_over = httpx

    async def scene() -> None:
        async with async_transport_over() as transport:
            await acall(transport, request(welcoming.url))

    with transport_over() as transport:
        call(transport, request(welcoming.url))
    asyncio.run(scene())
    assert [each.header("Authorization") for each in welcoming.requests] == [["Bearer sk-test"]] * 2
