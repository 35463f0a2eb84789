# SPDX-License-Identifier: MIT
"""The transport contract with the adapter for requests, and tests of what is specific to it."""

from __future__ import annotations

import ssl

import pytest

from . import load
from .adapters import AdapterSuite, ClosingTransport, transports
from .raw_server import REQUEST, RawServer, forever, head, respond, send
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


# The settings of a session, and the environment


def make_session(requests: Any, certificates: Any, setting: str) -> Any:
    """Return a session that trusts the certificates by one of its settings."""
    session = requests.Session()
    if setting == "ssl_context":

        class ContextAdapter(requests.adapters.HTTPAdapter):  # type: ignore[misc]
            def init_poolmanager(self, *args: Any, **options: Any) -> None:
                context = ssl.create_default_context(cafile=certificates.ca_file)
                context.check_hostname = False  # urllib3 1.26 checks host names itself
                super().init_poolmanager(*args, ssl_context=context, **options)

        session.mount("https://", ContextAdapter())
    elif setting == "verify":
        session.verify = certificates.ca_file
    elif setting == "no verification":
        session.verify = False
    return session


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
@pytest.mark.parametrize("bundle", ["missing", "other"])
@pytest.mark.parametrize("setting", ["verify", "ssl_context", "no verification"])
@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")
def test_settings_of_a_session_take_precedence_over_a_bundle_of_the_environment(
    setting: str, bundle: str, variable: str, certificates: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = pytest.importorskip("requests")
    path = tmp_path / "bundle.pem"
    if bundle == "other":
        path.write_bytes(pytest.importorskip("trustme").CA().cert_pem.bytes())
    monkeypatch.setenv(variable, str(path))
    with RawServer(REQUEST, respond(b"safe"), tls=certificates.server()) as server:
        with make_session(requests, certificates, setting) as session:
            assert call(transports.RequestsTransport(session), request(server.url)) == (200, b"safe")


def test_a_bundle_of_the_environment_applies_to_sessions_without_their_own(
    certificates: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = pytest.importorskip("requests")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", certificates.ca_file)
    with RawServer(forever(REQUEST, respond(b"safe")), tls=certificates.server()) as server:
        with requests.Session() as session, transports.RequestsTransport() as own:
            assert call(transports.RequestsTransport(session), request(server.url)) == (200, b"safe")
            assert call(own, request(server.url)) == (200, b"safe")


@pytest.mark.parametrize("key", ["http", "all", "http://api.invalid"])
def test_proxies_of_a_session_take_precedence_over_those_of_the_environment(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = pytest.importorskip("requests")
    with RawServer(REQUEST, respond(b"through")) as proxy, RawServer() as other, requests.Session() as session:
        monkeypatch.setenv("http_proxy", other.url)
        session.proxies = {key: proxy.url}
        transport = transports.RequestsTransport(session)
        assert call(transport, request("http://api.invalid/")) == (200, b"through")
    assert other.connections == 0


def test_hooks_of_a_session_see_redirects_and_final_responses() -> None:
    requests = pytest.importorskip("requests")
    seen = []

    def hook(response: Any, **_: object) -> None:
        seen.append((response.status_code, response.headers.get("Location")))

    redirected = respond(b"moved", "302 Found", "Location: /other", "Connection: close")
    script = (REQUEST, send(head("103 Early Hints", "Link: </a>")), redirected)
    with RawServer(*script) as server, requests.Session() as session:
        session.hooks["response"].append(hook)
        status, headers, _, close = transports.RequestsTransport(session).send(request(server.url))
        close()
        assert session.hooks["response"] == [hook]
    assert seen == [(302, "/other")]
    assert status == 302 and ("Location", "/other") in headers
