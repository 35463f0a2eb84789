# SPDX-License-Identifier: MIT
"""The transport contract with the adapters for httpx and httpx2, and tests of what is specific to them."""

from __future__ import annotations

import asyncio
import gzip

import pytest

from .adapters import AdapterSuite, AsyncClosingTransport, ClosingTransport, ssl_context_for, transports
from .raw_server import REQUEST, RawServer, forever, respond
from .transport_contract import AsyncTransportContract, TransportContract, acall, call, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class HttpxSuite(AdapterSuite):
    def make_client(self, class_name: str, options: Any) -> Any:
        """Return a user's client with these options, or None without options."""
        library = pytest.importorskip(self.library)
        if not any(options):
            return None
        arguments: dict[str, Any] = {"proxy": options.proxy}
        if options.max_connections:
            arguments["limits"] = library.Limits(max_connections=options.max_connections)
        if options.ca_file:
            arguments["verify"] = ssl_context_for(options)
        return getattr(library, class_name)(**arguments)


class TestHttpx(HttpxSuite, TransportContract):
    library = "httpx"
    is_thread_safe = False
    name = "HttpxTransport"

    def make_transport(self, options: Any) -> Any:
        client = self.make_client("Client", options)
        return ClosingTransport(getattr(transports, self.name)(client), client)


class TestAsyncHttpx(HttpxSuite, AsyncTransportContract):
    library = "httpx"
    name = "AsyncHttpxTransport"

    def make_transport(self, options: Any) -> Any:
        client = self.make_client("AsyncClient", options)
        return AsyncClosingTransport(getattr(transports, self.name)(client), client)


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


def test_a_users_client_stays_open_and_its_settings_apply(welcoming: RawServer, httpx: Any) -> None:
    library, transport_class, _ = httpx
    with library.Client(headers={"X-Gateway": "mine"}, cookies={"gateway": "in"}) as client:
        with transport_class(client) as transport:
            assert call(transport, request(welcoming.url)) == (200, b"ok")
        assert client.get(welcoming.url).text == "ok"
    assert welcoming.connections == 1, "closing the transport closed the user's connections"
    assert welcoming.requests[0].header("X-Gateway") == ["mine"]
    assert welcoming.requests[0].header("Cookie") == ["gateway=in"]


def test_a_users_async_client_stays_open(welcoming: RawServer, httpx: Any) -> None:
    library, _, transport_class = httpx

    async def main() -> None:
        async with library.AsyncClient() as client:
            async with transport_class(client) as transport:
                assert await acall(transport, request(welcoming.url)) == (200, b"ok")
            assert (await client.get(welcoming.url)).text == "ok"

    asyncio.run(main())
    assert welcoming.connections == 1, "closing the transport closed the user's connections"


@pytest.mark.usefixtures("netrc")
def test_netrc_does_not_replace_authorization_in_httpx(welcoming: RawServer, httpx: Any) -> None:
    _, transport_class, async_transport_class = httpx

    async def main() -> None:
        async with async_transport_class() as transport:
            await acall(transport, request(welcoming.url))

    with transport_class() as transport:
        call(transport, request(welcoming.url))
    asyncio.run(main())
    assert [each.header("Authorization") for each in welcoming.requests] == [["Bearer sk-test"]] * 2


def test_a_response_that_a_hook_has_read_arrives_complete(httpx: Any) -> None:
    """As with hooks that log bodies. httpx has decoded it by then."""
    library, transport_class, async_transport_class = httpx
    response = respond(gzip.compress(b"hello"), "200 OK", "Content-Encoding: gzip")

    async def read(response: Any) -> None:
        await response.aread()

    async def main() -> tuple[int, bytes]:
        async with library.AsyncClient(event_hooks={"response": [read]}) as client:
            return await acall(async_transport_class(client), request(server.url))

    with RawServer(forever(REQUEST, response)) as server:
        with library.Client(event_hooks={"response": [lambda response: response.read()]}) as client:
            assert call(transport_class(client), request(server.url)) == (200, b"hello")
        assert asyncio.run(main()) == (200, b"hello")
