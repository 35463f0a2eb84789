# SPDX-License-Identifier: MIT
"""The transport contract with the adapter for requests, and tests of what is specific to it."""

from __future__ import annotations

import pytest

from . import load
from .adapters import AdapterSuite, ClosingTransport, transports
from .raw_server import RawServer
from .transport_contract import AsyncTransportContract, TransportContract, call, request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class TestRequests(AdapterSuite, TransportContract):
    """The HTTPAdapter of a session can make its pool wait, but requests has no setting for how long."""

    library = "requests"
    reuses_drained_connection = True
    limits_pool_wait = False

    def make_transport(self, options: Any) -> Any:
        import requests

        if not any(options):
            return transports.RequestsTransport()
        session = requests.Session()
        if options.max_connections:
            from requests.adapters import HTTPAdapter

            for prefix in ("https://", "http://"):
                session.mount(prefix, HTTPAdapter(pool_maxsize=options.max_connections, pool_block=True))
        session.verify = options.ca_file or True
        session.cert = options.client_certificate
        if options.proxy:
            session.proxies = {"http": options.proxy, "https": options.proxy}
        return ClosingTransport(transports.RequestsTransport(session), session)


class TestRequestsInThreads(TestRequests, AsyncTransportContract):
    cancels_sends = False

    def make_transport(self, options: Any) -> Any:
        return load("transport.thread_transport").ThreadTransport(super().make_transport(options))


def test_a_users_session_stays_open_and_its_settings_apply(welcoming: RawServer) -> None:
    requests = pytest.importorskip("requests")
    with requests.Session() as session:
        session.headers["X-Gateway"] = "mine"
        session.cookies.set("gateway", "in")
        with transports.RequestsTransport(session) as transport:
            assert call(transport, request(welcoming.url)) == (200, b"ok")
        assert session.get(welcoming.url, timeout=5).text == "ok"
        assert session.cookies.get("seen") == "1"
    assert welcoming.connections == 1, "closing the transport closed the user's connections"
    assert welcoming.requests[0].header("X-Gateway") == ["mine"]
    assert welcoming.requests[0].header("Cookie") == ["gateway=in"]


def test_a_hook_of_a_users_session_may_read_the_body(welcoming: RawServer) -> None:
    requests = pytest.importorskip("requests")
    seen = []
    with requests.Session() as session:
        session.hooks["response"].append(lambda response, **_: seen.append(response.text))
        assert call(transports.RequestsTransport(session), request(welcoming.url)) == (200, b"ok")
    assert seen == ["ok"]


@pytest.mark.usefixtures("netrc")
def test_netrc_does_not_replace_authorization_in_requests(welcoming: RawServer) -> None:
    requests = pytest.importorskip("requests")
    with transports.RequestsTransport() as transport:
        call(transport, request(welcoming.url))
    requests.get(welcoming.url, timeout=5, headers={"Authorization": "Bearer sk-test"})
    assert welcoming.requests[0].header("Authorization") == ["Bearer sk-test"]
    assert welcoming.requests[1].header("Authorization") != ["Bearer sk-test"], "requests has changed: drop _keep_auth"
