# SPDX-License-Identifier: MIT
"""`connect()` up to the open connection: arguments, managers, URLs, headers, credentials, options, refusals."""

from __future__ import annotations

import inspect
import json
import socket
import ssl
import time
from typing import Any, Iterator
from urllib.parse import unquote

import pytest

from . import load, package
from .connect_support import ALL, ENDPOINTS, KEY, RECONNECTING, Both, ConnectServer, query_of, resolve
from .raw_server import LIMIT, RawServer, forward, head, respond, send
from .websocket_server import accept_value, encode_close

COMMON = ["extra_query", "extra_headers", "websocket_connection_options"]
RECONNECT = ["on_reconnecting", "max_retries", "initial_delay", "max_delay", "max_queue_size"]
KEYWORD_ONLY = ["realtime", "live.sideband", "live.forks", "beta.realtime"]


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def both(request: Any) -> Iterator[Both]:
    value = Both(request.param)
    yield value
    value.stop()


def open_once(both: Both, server: ConnectServer, manager: Any) -> Any:
    """Open and close a connection; return its request."""
    with both.opened(manager):
        server.accept()
    return server.requests[-1]


def target(both: Both, endpoint: str = "responses", options: Any = None, **arguments: Any) -> str:
    """Return the request target of a connection."""
    with ConnectServer() as server:
        request = open_once(both, server, both.manager(server, endpoint, options, **arguments))
        return str(request.target)


def joined(*queries: str) -> str:
    return "&".join(filter(None, queries))


# URLs


@pytest.mark.parametrize("endpoint", ALL)
def test_url_of_each_endpoint(both: Both, endpoint: str) -> None:
    path, _, query = ENDPOINTS[endpoint]
    assert target(both, endpoint) == "/v1" + path + ("?" + query if query else "")
    order = target(both, endpoint, {"default_query": {"d": "x y"}}, extra_query={"first": "1", "second": "2"})
    assert query_of(order) == joined("d=x+y", query, "first=1&second=2")


@pytest.mark.parametrize(
    ("endpoint", "arguments", "query"),
    [
        ("realtime", {"model": package.omit}, ""),
        ("realtime", {"model": package.omit, "call_id": "rtc 1/2"}, "call_id=rtc+1%2F2"),
        ("realtime", {"call_id": "c", "extra_query": {"z": 1}}, "model=gpt-realtime&z=1&call_id=c"),
        ("realtime", {"call_id": "c", "extra_query": {"call_id": "x", "z": 1}}, "model=gpt-realtime&call_id=c&z=1"),
        ("realtime", {"extra_query": {"model": "other"}}, "model=other"),
        ("realtime.translations", {"extra_query": {"model": "other"}}, "model=other"),
        ("live.sideband", {"graceful_close": True, "extra_query": {"a": "b"}}, "graceful_close=true&a=b"),
        ("live.sideband", {"graceful_close": False}, "graceful_close=false"),
    ],
)
def test_arguments_in_the_query(both: Both, endpoint: str, arguments: Any, query: str) -> None:
    assert query_of(target(both, endpoint, **arguments)) == query


@pytest.mark.parametrize(
    ("value", "query"),
    [
        ("a b&c=d", "n=a+b%26c%3Dd"),
        ("ü€😀+~", "n=%C3%BC%E2%82%AC%F0%9F%98%80%2B~"),
        (None, "n="),
        (True, "n=true"),
        (1.5, "n=1.5"),
        (["x", 1, True, None], "n=x&n=1&n=true&n="),
    ],
)
def test_encoding_of_extra_query(both: Both, value: Any, query: str) -> None:
    assert query_of(target(both, extra_query={"n": value})) == query


def test_a_later_layer_replaces_a_whole_parameter(both: Both) -> None:
    options = {"default_query": {"l": ["x", "y"], "a": {"b": 1}, "k": "1"}}
    assert query_of(target(both, options=options, extra_query={"l": "z", "a": "flat"})) == "k=1&l=z&a=flat"


@pytest.mark.parametrize("endpoint", ALL)
def test_websocket_base_url(both: Both, endpoint: str) -> None:
    path, _, query = ENDPOINTS[endpoint]
    with ConnectServer() as server:
        base = server.websocket_url.replace("/v1", "/own%2F/path/?tenant=t%201&q=1")
        client = both.client("http://127.0.0.1:1/v1", websocket_base_url=base).with_options(timeout=5.0)
        request = open_once(both, server, both.connect(client, endpoint))
    assert request.target == "/own%2F/path" + path + "?" + joined("tenant=t+1&q=1", query)


def test_base_url_with_a_query(both: Both) -> None:
    with ConnectServer() as server:
        client = both.client(server.url + "/?own=1&dq=base", default_query={"dq": "default", "x": "y"})
        request = open_once(both, server, client.responses.connect())
    assert sorted(query_of(request.target).split("&")) == ["dq=base", "own=1", "x=y"]
    assert request.target.startswith("/v1/responses?")


def test_base_urls_set_later(both: Both) -> None:
    with ConnectServer() as server:
        client = both.client("http://127.0.0.1:1/v1")
        client.websocket_base_url = server.url + "/later"  # http is ws here
        assert open_once(both, server, client.responses.connect()).target == "/v1/later/responses"
        client = both.client("http://127.0.0.1:1/v1")
        client.base_url = server.url
        assert open_once(both, server, client.responses.connect()).target == "/v1/responses"


def test_data_residency_and_websocket_base_url(both: Both) -> None:
    with pytest.raises(ValueError, match="mutually exclusive"):
        both.client(data_residency="eu", websocket_base_url="ws://127.0.0.1:1/v1")
    client = both.client(websocket_base_url="ws://127.0.0.1:1/v1")
    with pytest.raises(ValueError, match="mutually exclusive"):
        client.with_options(data_residency="eu", websocket_base_url="ws://127.0.0.1:1/v1")
    copy = client.with_options(data_residency="eu")
    assert copy.websocket_base_url is None
    assert str(copy.base_url).rstrip("/") == "https://eu.api.openai.com/v1"
    assert client.with_options(data_residency=None).websocket_base_url == "ws://127.0.0.1:1/v1"


@pytest.mark.parametrize("endpoint", ["live.sideband", "live.forks"])
def test_ids_are_one_segment(both: Both, endpoint: str) -> None:
    for session_id in ("a/b c", "ü?#", "a%2Fb", "a:@~-._!$&'()*+,;=z"):
        segments = target(both, endpoint, session_id=session_id).split("/")
        assert len(segments) == 6
        assert unquote(segments[4]) == session_id
    with pytest.raises(ValueError, match="session_id"):
        both.connect(both.client(), endpoint, session_id="")


def test_https_is_wss_and_beta_realtime_always_uses_it(both: Both, authority: Any) -> None:
    if authority is None:
        pytest.skip("trustme is not installed")
    with ConnectServer(tls=authority.server()) as server:
        options = {"ssl": ssl.create_default_context(cafile=authority.ca_file)}
        manager = both.manager(server, websocket_connection_options=options)
        assert open_once(both, server, manager).target == "/v1/realtime?model=gpt-realtime"
        client = both.client(server.url.replace("https", "http"))
        manager = client.beta.realtime.connect(model="m", websocket_connection_options=options)
        assert open_once(both, server, manager).target == "/v1/realtime?model=m"
        error = both.enter_error(both.manager(server))  # an authority that nobody trusts
        assert isinstance(error, package.APIConnectionError)


def test_the_name_in_the_certificate(both: Both, authority: Any) -> None:
    if authority is None:
        pytest.skip("trustme is not installed")
    with ConnectServer(tls=authority.wrong_host()) as server:
        options = {"ssl": ssl.create_default_context(cafile=authority.ca_file)}
        for name, is_accepted in (("elsewhere.example", True), ("other.example", False), (None, False)):
            manager = both.manager(server, websocket_connection_options={**options, "server_hostname": name})
            if is_accepted:
                open_once(both, server, manager)
            else:
                assert isinstance(both.enter_error(manager), package.APIConnectionError)


# Azure


@pytest.mark.parametrize("endpoint", ["realtime", "beta.realtime"])
def test_azure_realtime(both: Both, endpoint: str, authority: Any) -> None:
    if authority is None:
        pytest.skip("trustme is not installed")
    options: Any = {"api_version": "v1-preview", "environment": False}
    with ConnectServer(tls=authority.server()) as server:
        endpoint_url = server.url[: -len("/v1")]
        for deployment in (None, "dep 1"):
            client = both.class_of("AzureOpenAI")(
                api_key="az", azure_endpoint=endpoint_url, azure_deployment=deployment, **options
            )
            manager = resolve(client, endpoint).connect(
                model="m",
                extra_query={"e": "1"},
                websocket_connection_options={"ssl": ssl.create_default_context(cafile=authority.ca_file)},
            )
            request = open_once(both, server, manager)
            expected = "dep+1" if deployment else "m"
            assert request.target == "/openai/realtime?e=1&api-version=v1-preview&deployment=" + expected
            assert request.header("api-key") == ["az"]
            assert request.header("Authorization") == []
    with ConnectServer() as server:
        client = both.class_of("AzureOpenAI")(
            azure_ad_token_provider=both.function(lambda: "token"),
            azure_endpoint="https://127.0.0.1:1",
            websocket_base_url=server.websocket_url + "?t=1",
            **options,
        )
        request = open_once(both, server, resolve(client, endpoint).connect(model="m"))
        assert request.target == "/v1/realtime?t=1&api-version=v1-preview&deployment=m"
        assert request.header("Authorization") == ["Bearer token"]
        if endpoint == "realtime":
            error = both.enter_error(client.realtime.connect())
            assert "`model` is required for Azure Realtime API" in str(error)
        request = open_once(both, server, client.responses.connect())
        assert sorted(query_of(request.target).split("&")) == ["api-version=v1-preview", "t=1"]


# Headers and credentials


@pytest.mark.parametrize("endpoint", ALL)
def test_headers_of_each_endpoint(both: Both, endpoint: str) -> None:
    with ConnectServer() as server:
        options = {"default_headers": {"X-Default": "d", "X-One": "default"}, "organization": "org", "project": "proj"}
        request = open_once(
            both,
            server,
            both.manager(server, endpoint, options, extra_headers={"x-oNE": "extra", "X-None": package.omit}),
        )
    beta = ["realtime=v1"] if endpoint == "beta.realtime" else []
    for name, values in {
        "Authorization": ["Bearer " + KEY], "X-Default": ["d"], "X-One": ["extra"], "X-None": [], "OpenAI-Beta": beta,
        "OpenAI-Organization": ["org"], "OpenAI-Project": ["proj"], "Upgrade": ["websocket"], "Connection": ["Upgrade"],
        "Sec-WebSocket-Version": ["13"], "Sec-WebSocket-Protocol": [], "Sec-WebSocket-Extensions": [], "Origin": [],
        "Content-Length": [], "Transfer-Encoding": [],
    }.items():  # fmt: skip
        assert request.header(name) == values, name
    (agent,) = request.header("User-Agent")
    assert agent.startswith("openai-stdlib")


@pytest.mark.parametrize("where", ["extra", "default"])
def test_replaced_and_omitted_authorization(both: Both, where: str) -> None:
    for value, expected in (("Custom abc", ["Custom abc"]), (package.omit, [])):
        if where == "default" and not expected:
            continue
        headers = {"authorization": value, "User-Agent": "mine/1"}
        options = {"default_headers": headers} if where == "default" else {}
        arguments = {"extra_headers": headers} if where == "extra" else {}
        with ConnectServer() as server:
            request = open_once(both, server, both.manager(server, "realtime", options, **arguments))
        assert request.header("Authorization") == expected
        assert request.header("User-Agent") == ["mine/1"]


@pytest.mark.parametrize("endpoint", ALL)
def test_a_key_function_is_asked_for_each_connection(both: Both, endpoint: str) -> None:
    asked: Any = []

    def provide() -> str:
        asked.append(1)
        return "sk-{}".format(len(asked))

    with ConnectServer() as server:
        client = both.client(server.url, api_key=both.function(provide), websocket_base_url=server.websocket_url)
        managers = [both.connect(client, endpoint) for _ in range(2)]
        assert not asked
        keys = [open_once(both, server, manager).header("Authorization") for manager in managers]
    assert keys == [["Bearer sk-1"], ["Bearer sk-2"]]


def test_an_exception_of_a_key_function(both: Both) -> None:
    def provide() -> str:
        raise ZeroDivisionError

    with ConnectServer() as server:
        client = both.client(server.url, api_key=both.function(provide))
        assert isinstance(both.enter_error(client.live.connect()), ZeroDivisionError)
        assert not server.requests


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b"])
def test_line_breaks_are_refused(both: Both, value: str) -> None:
    with pytest.raises(package.ConfigError):
        both.client().realtime.connect(extra_headers={"X-H": value})


@pytest.mark.parametrize("endpoint", ALL)
def test_providers_without_websockets(both: Both, endpoint: str) -> None:
    identity = {
        "client_id": "c", "identity_provider_id": "i", "service_account_id": "s",
        "provider": {"token_type": "jwt", "get_token": lambda: "t"},
    }  # fmt: skip
    with ConnectServer() as server:
        urls = {"base_url": server.url, "websocket_base_url": server.websocket_url, "environment": False}
        clients = [
            both.class_of("OpenAI")(workload_identity=identity, **urls),
            both.class_of("BedrockOpenAI")(api_key="t", aws_region="us-east-1", **urls),
        ]
        for client in clients:
            error = both.enter_error(both.connect(client, endpoint))
            assert str(error) == "This authentication method is not supported by WebSocket connections"
            assert isinstance(error, package.OpenAIError)
        assert not server.requests
        if endpoint == "beta.realtime":
            headers = {"authorization": "Bearer mine"}
            request = open_once(both, server, both.connect(clients[0], endpoint, extra_headers=headers))
            assert request.header("Authorization") == ["Bearer mine"]


# Arguments and managers


@pytest.mark.parametrize("endpoint", ALL)
def test_signatures(both: Both, endpoint: str) -> None:
    connect = resolve(both.client(), endpoint).connect
    with pytest.raises(TypeError, match="unknown"):
        connect(**ENDPOINTS[endpoint][1], unknown=1)
    if ENDPOINTS[endpoint][1] and endpoint != "realtime":
        with pytest.raises(TypeError, match=next(iter(ENDPOINTS[endpoint][1]))):
            connect()
    if endpoint in KEYWORD_ONLY:
        with pytest.raises(TypeError):
            connect("m")
    for name in RECONNECT if endpoint == "beta.realtime" else []:
        with pytest.raises(TypeError, match=name):
            connect(model="m", **{name: 1})
    first = {"realtime.translations": ["m"]}.get(endpoint, [])
    if endpoint not in KEYWORD_ONLY:
        with ConnectServer() as server:
            client = both.client(server.url)
            manager = resolve(client, endpoint).connect(*first, {"q": "1"}, {"X-H": "h"}, {}, None, 1, 0.1, 0.2, 100)
            request = open_once(both, server, manager)
            assert query_of(request.target) == joined("model=m" if first else "", "q=1")
            assert request.header("X-H") == ["h"]


@pytest.mark.parametrize("endpoint", ALL)
def test_classes(both: Both, endpoint: str) -> None:
    prefix = ("Async" if both.is_async else "") + endpoint.rpartition(".")[2].capitalize()
    name = endpoint if endpoint in ("live.sideband", "live.forks") else endpoint + "." + endpoint.rpartition(".")[2]
    module = load("resources." + name)
    with ConnectServer() as server:
        manager = both.manager(server, endpoint)
        assert type(manager) is getattr(module, prefix + "ConnectionManager")
        assert type(manager).enter is (type(manager).__aenter__ if both.is_async else type(manager).__enter__)
        with both.opened(manager) as connection:
            server.accept()
            assert type(connection) is getattr(module, prefix + "Connection")
            resource = connection.response if endpoint.endswith("responses") else connection.session
            kind = "Response" if endpoint.endswith("responses") else "Session"
            assert type(resource) is getattr(module, prefix + kind + "Resource")
            assert not hasattr(connection, "__enter__")
            assert not hasattr(connection, "__aenter__")
            for member in ("recv", "recv_bytes", "send", "send_raw", "close", "dispatch_events"):
                assert inspect.iscoroutinefunction(getattr(connection, member)) == both.is_async
            assert not inspect.iscoroutinefunction(connection.parse_event)


@pytest.mark.parametrize("endpoint", ALL)
def test_a_block_closes_and_enter_does_not(both: Both, endpoint: str) -> None:
    with ConnectServer() as server:
        with both.opened(both.manager(server, endpoint)):
            side = server.accept()
        assert side.wait_closed() == (1000, "")
        connection = both.call(both.manager(server, endpoint).enter)
        side = server.accept()
        assert connection.is_open
        both.call(connection.close, code=4001, reason="grün")
        assert side.wait_closed() == (4001, "grün")


def test_the_error_of_a_block_comes_out(both: Both) -> None:
    with ConnectServer() as server:
        manager = both.manager(server)
        with pytest.raises(ZeroDivisionError), both.opened(manager):
            side = server.accept()
            raise ZeroDivisionError
        assert side.wait_closed() == (1000, "")
        with both.opened(manager):
            server.accept().close(1011)
        with both.opened(manager):
            server.accept().cut()
        both.call(type(manager).__aexit__ if both.is_async else type(manager).__exit__, manager, None, None, None)


@pytest.mark.parametrize("endpoint", RECONNECTING)
def test_the_queue_of_a_manager(both: Both, endpoint: str) -> None:
    with ConnectServer() as server:
        manager = both.manager(server, endpoint, max_queue_size=40)
        assert manager.send({"type": "a"}) is None
        manager.send({"type": "b"})
        with pytest.raises(package.WebSocketQueueFullError, match="max_queue_size"):
            manager.send({"type": "a" * 30})
        manager.send({"type": "c"})
        with pytest.raises(package.WebSocketQueueFullError):
            manager.send({"type": "d"})
        server.refuse("403 Forbidden")
        assert isinstance(both.enter_error(manager), package.PermissionDeniedError)
        with both.opened(manager) as connection:  # entered again, with the same queue
            side = server.accept()
            both.call(connection.send, {"type": "e"})
            assert [side.receive_json()["type"] for _ in range(4)] == ["a", "b", "c", "e"]
            manager.send({"type": "f"})
            both.call(connection.send, {"type": "g"})
            assert [side.receive_json()["type"] for _ in range(2)] == ["f", "g"]


def test_a_manager_entered_twice(both: Both) -> None:
    with ConnectServer() as server:
        manager = both.manager(server)
        manager.send({"type": "once"})
        first, second = both.call(manager.enter), both.call(manager.enter)
        sides = [server.accept(), server.accept()]
        assert first is not second
        for connection in (first, second):
            both.call(connection.close)
        for side in sides:
            side.wait_closed()
        assert sum(side.messages.qsize() for side in sides) == 1


def test_a_failed_first_flush_is_not_raised(both: Both) -> None:
    def close_at_once(connection: Any) -> None:
        (key,) = connection.server.requests[-1].header("Sec-WebSocket-Key")
        fields = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: " + accept_value(key))
        connection.sock.sendall(head("101 Switching Protocols", *fields) + encode_close(1000))
        while connection.receive():
            pass

    with ConnectServer() as server:
        manager = both.manager(server)
        for _ in range(3):
            manager.send({"type": "x"})
        server.answer(close_at_once)
        connection = both.call(manager.enter)
        assert isinstance(both.error(connection.recv), package.ConnectionClosedOK)


def test_arguments_are_not_changed(both: Both) -> None:
    query, headers, options = {"q": "1"}, {"X-H": "h"}, {"max_size": 1000}
    with ConnectServer() as server:
        arguments = {"extra_query": query, "extra_headers": headers, "websocket_connection_options": options}
        open_once(both, server, both.manager(server, **arguments))
    assert (query, headers, options) == ({"q": "1"}, {"X-H": "h"}, {"max_size": 1000})


def test_the_default_client_connects(monkeypatch: pytest.MonkeyPatch) -> None:
    with ConnectServer() as server:
        package.configure(api_key="sk-module", base_url=server.url, environment=False)
        try:
            for manager in (package.realtime.connect(model="m"), package.responses.connect(), package.live.connect()):
                open_once(Both(False), server, manager)
        finally:
            package.configure(environment=False)
            package.configure()
        assert server.targets == ["/v1/realtime?model=m", "/v1/responses", "/v1/live/sessions"]
        assert server.header("Authorization") == ["Bearer sk-module"]


# Refusals and options


STATUSES = {
    "400 Bad Request": "BadRequestError", "401 Unauthorized": "AuthenticationError", "404 Not Found": "NotFoundError",
    "403 Forbidden": "PermissionDeniedError", "409 Conflict": "ConflictError",
    "429 Too Many Requests": "RateLimitError",
    "500 Internal Server Error": "InternalServerError", "503 Service Unavailable": "InternalServerError",
}  # fmt: skip
BODY = {"error": {"message": "the reason is this", "type": "t", "code": "some_code", "param": None}}


@pytest.mark.parametrize("status", STATUSES)
def test_refusals_are_the_errors_of_calls(both: Both, status: str) -> None:
    with ConnectServer() as server:
        server.refuse(status, json.dumps(BODY).encode(), 1, "Content-Type: application/json", "X-Request-Id: req_1")
        error = both.enter_error(both.manager(server, "live.forks"))
        assert type(error) is getattr(package, STATUSES[status])
        assert (error.status_code, error.request_id, error.body, error.code) == (
            int(status[:3]), "req_1", BODY["error"], "some_code",
        )  # fmt: skip
        assert "the reason is this" in str(error)
        assert KEY not in str(error) + repr(error)
        assert len(server.requests) == 1


def test_retries_of_the_first_connection(both: Both) -> None:
    with ConnectServer() as server:
        client = both.client(server.url, max_retries=2)
        server.refuse("503 Service Unavailable", b"", 2, "Retry-After-Ms: 1")
        open_once(both, server, client.realtime.connect(model="m"))
        assert len(server.requests) == 3
        server.refuse("401 Unauthorized")
        assert isinstance(both.enter_error(client.realtime.connect(model="m")), package.AuthenticationError)
        assert len(server.requests) == 4


def test_redirects_are_not_followed(both: Both) -> None:
    with ConnectServer() as server:
        server.refuse("307 Temporary Redirect", b"", 1, "Location: /v1/elsewhere")
        error = both.enter_error(both.manager(server))
        assert isinstance(error, package.APIStatusError)
        assert error.status_code == 307
        assert len(server.requests) == 1


@pytest.mark.parametrize("data", [b"", b"SSH-2.0-OpenSSH\r\n", head("101 Switching Protocols", "Upgrade: websocket")])
def test_servers_that_are_no_websocket(both: Both, data: bytes) -> None:
    with ConnectServer() as server:
        server.answer(send(data))
        assert isinstance(both.enter_error(both.manager(server)), package.APIConnectionError)
        server.answer(respond(b"ok"))
        assert isinstance(both.enter_error(both.manager(server)), package.APIStatusError)
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    client = both.client("http://127.0.0.1:{}/v1".format(port))
    assert isinstance(both.enter_error(client.realtime.connect()), package.APIConnectionError)


def test_open_timeout(both: Both) -> None:
    def wait_for_the_client(connection: Any) -> None:
        connection.receive()

    for option in (True, False):
        with ConnectServer() as server:
            server.answer(wait_for_the_client)
            client = both.client(server.url, **({} if option else {"timeout": 0.2}))
            options = {"open_timeout": 0.2} if option else {}
            manager = client.realtime.connect(websocket_connection_options=options)
            assert isinstance(both.enter_error(manager), package.APITimeoutError)


def test_options_of_the_handshake(both: Both) -> None:
    with ConnectServer("Sec-WebSocket-Protocol: realtime") as server:
        options = {
            "subprotocols": ["first", "realtime"],
            "origin": "https://example.com",
            "max_queue": 4,
            "logger": None,
        }
        request = open_once(both, server, both.manager(server, websocket_connection_options=options))
        assert [name.strip() for name in request.header("Sec-WebSocket-Protocol")[0].split(",")] == [
            "first",
            "realtime",
        ]
        assert request.header("Origin") == ["https://example.com"]
    with pytest.raises(TypeError, match="max_size"):
        both.client().realtime.connect(websocket_connection_options={"max_sise": 1})


@pytest.mark.parametrize(
    ("options", "is_offered"),
    [({}, False), ({"compression": "deflate"}, True), ({"max_size": 1 << 20}, True),
     ({"max_size": 1 << 20, "compression": None}, False)],
)  # fmt: skip
def test_compression_is_offered_with_a_limit(both: Both, options: Any, is_offered: bool) -> None:
    with ConnectServer() as server:
        request = open_once(both, server, both.manager(server, websocket_connection_options=options))
    assert bool(request.header("Sec-WebSocket-Extensions")) is is_offered


def test_max_size(both: Both) -> None:
    with both.connected(websocket_connection_options={"max_size": 1000}) as (connection, side):
        side.send("x" * 1000, "x" * 1001)
        assert len(both.call(connection.recv_bytes)) == 1000
        error = both.error(connection.recv_bytes)
        assert isinstance(error, package.ConnectionClosedError)
        assert error.sent.code == 1009
        assert side.wait_closed()[0] == 1009


@pytest.mark.parametrize("options", [{}, {"compression": "deflate"}])
def test_a_message_has_a_size_limit_by_default(both: Both, options: Any) -> None:
    limit = 256 << 20
    with both.connected(websocket_connection_options=options) as (connection, side):
        side.peer.sock.sendall(b"\x82\x7f" + (limit + 1).to_bytes(8, "big"))
        error = both.error(connection.recv_bytes)
        assert isinstance(error, package.ConnectionClosedError)
        assert error.sent.code == 1009 and str(limit) in error.sent.reason


def test_keepalive(both: Both) -> None:
    options = {"ping_interval": 0.05, "ping_timeout": 0.1, "close_timeout": 0.1}

    def read_and_ignore(connection: Any) -> None:
        (key,) = connection.server.requests[-1].header("Sec-WebSocket-Key")
        fields = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: " + accept_value(key))
        connection.sock.sendall(head("101 Switching Protocols", *fields))
        while connection.receive():
            pass

    with ConnectServer() as server:
        server.answer(read_and_ignore)
        connection = both.call(both.manager(server, websocket_connection_options=options).enter)
        error = both.error(connection.recv)
        assert isinstance(error, package.ConnectionClosedError)
        assert (error.sent.code, error.sent.reason, error.rcvd) == (1011, "keepalive ping timeout", None)
        started = time.monotonic()
        both.call(connection.close)
        assert time.monotonic() - started < LIMIT / 2


def test_proxies(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    with ConnectServer() as server:
        port = int(server.url.rpartition(":")[2].partition("/")[0])

        def tunnel(connection: Any) -> None:
            connection.read_head()
            connection.sock.sendall(head("200 OK"))
            connection.server.requests.append(connection.head)
            forward(lambda: port)(connection)

        with RawServer(tunnel) as proxy:
            url = "http://us%40er:secret@127.0.0.1:{}".format(proxy.port)
            for options in ({"proxy": url}, {"proxy": True}, {}):
                monkeypatch.setenv("http_proxy", "http://127.0.0.1:1" if options.get("proxy") == url else url)
                open_once(both, server, both.manager(server, websocket_connection_options=options))
                request = proxy.requests[-1]
                assert (request.method, request.target) == ("CONNECT", "127.0.0.1:{}".format(port))
                assert request.header("Proxy-Authorization") == ["Basic dXNAZXI6c2VjcmV0"]
                assert request.header("Authorization") == []
            assert len(proxy.requests) == 3
            open_once(both, server, both.manager(server, websocket_connection_options={"proxy": None}))
            monkeypatch.setenv("no_proxy", "127.0.0.1")
            open_once(both, server, both.manager(server))
            assert len(proxy.requests) == 3
        monkeypatch.delenv("no_proxy")
        error = both.enter_error(both.manager(server, websocket_connection_options={"proxy": "http://127.0.0.1:1"}))
        assert isinstance(error, package.APIConnectionError)


def test_headers_of_the_options_and_of_the_call(both: Both) -> None:
    with ConnectServer() as server:
        manager = both.manager(
            server,
            "responses",
            {"default_headers": {"X-Default": "1", "X-Kept": "1"}},
            extra_headers={"x-default": package.omit, "X-Both": "extra"},
            websocket_connection_options={
                "additional_headers": {"x-both": "option", "X-Option": "1"},
                "origin": "https://o",
            },
        )
        sent = open_once(both, server, manager)
    assert not sent.header("X-Default") and sent.header("X-Kept") == sent.header("X-Option") == ["1"]
    assert sent.header("X-Both") == ["extra"] and sent.header("Origin") == ["https://o"]


# Transports of the program


def recording_transport(both: Both) -> Any:
    """Return a WebSocket transport that keeps the URLs of its requests, in `urls`."""
    base = getattr(load("websocket"), ("Async" if both.is_async else "") + "StdlibWebSocketTransport")

    class Recording(base):  # type: ignore[misc,valid-type]
        urls: list[str] = []

    def connect(self: Any, request: Any, options: Any) -> Any:
        self.urls.append(request.url)
        return base.connect(self, request, options)

    async def connect_async(self: Any, request: Any, options: Any) -> Any:
        self.urls.append(request.url)
        return await base.connect(self, request, options)

    Recording.connect = connect_async if both.is_async else connect
    return Recording()


def test_a_transport_of_the_program_opens_connections(both: Both) -> None:
    transport = recording_transport(both)
    with ConnectServer() as server:
        manager = both.manager(server, "realtime", {"websocket_transport": transport})
        with both.opened(manager) as connection:
            side = server.accept()
            both.call(connection.send, {"type": "session.update", "session": {}})
            assert side.receive_json()["type"] == "session.update"
        assert len(transport.urls) == 1 and transport.urls[0].endswith("/v1/realtime?model=gpt-realtime")
        copy = manager._client.with_options(timeout=3)
        assert copy.websocket_transport is transport
        assert copy.with_options(websocket_transport=None).websocket_transport is transport


@pytest.mark.parametrize("wrong", [object(), 5, "wss://", dict])
def test_what_is_no_websocket_transport(both: Both, wrong: Any) -> None:
    client = both.client("http://127.0.0.1:9/v1", websocket_transport=wrong)
    error = both.error(both.connect, client, "realtime", model="m")
    assert isinstance(error, package.ConfigError) and str(error).startswith("websocket_transport: expected an object")


@pytest.mark.parametrize(
    "options", [{"proxy": None}, {"proxy": "http://127.0.0.1:9"}, {"ssl": True}, {"server_hostname": "localhost"}]
)
def test_options_that_belong_to_a_transport_of_the_program(both: Both, options: Any) -> None:
    client = both.client("http://127.0.0.1:9/v1", websocket_transport=recording_transport(both))
    error = both.error(both.connect, client, "realtime", model="m", websocket_connection_options=options)
    assert isinstance(error, package.ConfigError) and next(iter(options)) + ": the client has" in str(error)


def test_a_base_url_with_another_scheme(both: Both) -> None:
    manager = both.connect(both.client(websocket_base_url="ftp://user:hidden@127.0.0.1:9/"), "responses")
    error = both.enter_error(manager)
    assert isinstance(error, package.ConfigError) and "ws:// or wss://" in str(error) and "hidden" not in str(error)
