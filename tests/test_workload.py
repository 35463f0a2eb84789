# SPDX-License-Identifier: MIT
"""Workload identity over real sockets: the token exchange, caching and refreshing of tokens, and failures."""

from __future__ import annotations

import asyncio
import functools
import json
import pickle
import threading
import time
import traceback
from typing import Any

import pytest

from . import load
from .raw_server import REQUEST, RawServer, forever, head, per_connection, respond, send, send_repeatedly, signal, wait
from .test_secrets import dead_port

auth = load("auth")
errors, failures = load("call.errors"), load("call.api_errors")
helper_errors = load("call.helper_errors")
drivers, exchange = load("call.drivers"), load("call.exchange").exchange
Request, Headers = load("call.message").Request, load("call.headers").Headers
Timeout = load("call.timeout").Timeout
UrllibTransport = load("transport.urllib_transport").UrllibTransport
check_with_timeouts = load("testing.contract.assertions").check_with_timeouts

MARK = "secret-0f1e2d3c"  # part of every secret; must not be shown
SUBJECT = "subject-" + MARK
TIMEOUT = 10  # seconds that a test waits at most


def token_response(token: str = "token", lifetime: Any = 3600, **more: Any) -> bytes:
    return json.dumps({"access_token": token, "expires_in": lifetime, **more}).encode()


def get_subject_token() -> str:
    return SUBJECT


def identity(**changes: Any) -> dict[str, Any]:
    result = {
        "identity_provider_id": "idp",
        "service_account_id": "sa",
        "provider": {"token_type": "jwt", "get_token": get_subject_token},
        **changes,
    }
    return {name: value for name, value in result.items() if value is not None}


def auth_at(url: str, transport: Any = None, **changes: Any) -> Any:
    return auth.WorkloadIdentityAuth(
        workload_identity=identity(**changes), token_exchange_url=url + "/oauth/token", transport=transport
    )


def make_request(url: str = "https://api.example/v1/models", deadline: Any = None, **headers: str) -> Any:
    return Request("GET", url, Headers(headers), None, Timeout(TIMEOUT, deadline=deadline))


@pytest.mark.parametrize("name", auth.__all__)
def test_listed_names_can_be_imported(name: str) -> None:
    assert callable(getattr(auth, name))


def authorization(identity_auth: Any, **options: Any) -> Any:
    return identity_auth.sign(make_request(**options)).headers.get("authorization")


def error_of(call: Any, cls: Any = None) -> Any:
    """Return the error of a call, after checking that it shows no secret, not even once unpickled."""
    with pytest.raises(cls or errors.OpenAIError) as caught:
        call()
    error = caught.value
    unpickled = pickle.loads(pickle.dumps(error))
    assert (type(unpickled), str(unpickled)) == (type(error), str(error))
    assert MARK not in pickle.dumps(error).decode("latin-1") + str(error) + repr(vars(error))
    cause: Any = error
    while cause is not None:
        for frame in traceback.TracebackException.from_exception(cause, capture_locals=True).stack:
            assert "/tests/" in frame.filename or MARK not in repr(frame.locals), frame
        cause = cause.__cause__ or cause.__context__
    return error


def test_a_token_is_exchanged_and_cached() -> None:
    with RawServer(forever(REQUEST, respond(token_response("one")))) as server:
        identity_auth = auth_at(server.url)
        assert authorization(identity_auth) == "Bearer one"
        assert authorization(identity_auth) == "Bearer one"
        assert asyncio.run(identity_auth.sign_async(make_request())).headers["Authorization"] == "Bearer one"
        assert identity_auth.get_token() == asyncio.run(identity_auth.get_token_async()) == "one"
        assert authorization(identity_auth, Authorization="mine") == "mine"
    [request] = server.requests
    assert (request.method, request.target) == ("POST", "/oauth/token")
    assert request.header("Content-Type") == ["application/json"]
    assert json.loads(request.body) == {
        "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
        "subject_token": SUBJECT,
        "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
        "identity_provider_id": "idp",
        "service_account_id": "sa",
    }


def test_concurrent_async_signing_makes_one_exchange() -> None:
    with RawServer(forever(REQUEST, respond(token_response("one")))) as server:
        identity_auth = auth_at(server.url, provider={"token_type": "id", "get_token": get_subject_token})

        async def sign_all() -> list[str]:
            signed = await asyncio.gather(*(identity_auth.sign_async(make_request()) for _ in range(8)))
            return [request.headers["authorization"] for request in signed]

        assert asyncio.run(sign_all()) == ["Bearer one"] * 8
    assert len(server.requests) == 1
    assert json.loads(server.requests[0].body)["subject_token_type"].endswith(":id_token")


def in_threads(count: int, call: Any) -> list[Any]:
    """Call from many threads at once; return the result or exception of each."""
    barrier, results = threading.Barrier(count), [None] * count

    def run(index: int) -> None:
        barrier.wait(TIMEOUT)
        try:
            results[index] = call()
        except Exception as error:
            results[index] = error

    threads = [threading.Thread(target=run, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(TIMEOUT * 2)
        assert not thread.is_alive()
    return results


def test_32_threads_make_one_exchange() -> None:
    with RawServer(forever(REQUEST, respond(token_response("one")))) as server:
        identity_auth = auth_at(server.url)
        assert in_threads(32, lambda: authorization(identity_auth)) == ["Bearer one"] * 32
    assert len(server.requests) == 1


def test_32_threads_share_one_failure() -> None:
    """Threads that wait for an exchange get its error; later ones start another exchange."""
    arrived, go = threading.Event(), threading.Event()
    rejection = respond(b'{"error": "invalid_grant"}', "401 Unauthorized")
    with RawServer(REQUEST, signal(arrived), wait(go), rejection) as server:
        identity_auth = auth_at(server.url)
        waiting = [0]

        def call() -> Any:
            waiting[0] += 1
            if waiting[0] == 32:
                go.set()
            return identity_auth.get_token()

        results = in_threads(32, call)
    assert {type(error) for error in results} == {helper_errors.OAuthError}
    assert len(server.requests) < 32


def call_until(is_done: Any, call: Any) -> None:
    """Call repeatedly until `is_done()`."""
    deadline = time.monotonic() + TIMEOUT
    while not is_done():
        assert time.monotonic() < deadline
        call()
        time.sleep(0.005)  # leaves the processor to the server, and to other tests


def test_a_token_is_refreshed_before_it_expires_while_the_old_one_is_used() -> None:
    def check(lifetime: float) -> None:
        arrived, go = threading.Event(), threading.Event()
        second = (REQUEST, signal(arrived), wait(go), respond(token_response("two")))
        with RawServer(per_connection((REQUEST, respond(token_response("one", lifetime))), second)) as server:
            identity_auth = auth_at(server.url)
            assert authorization(identity_auth) == "Bearer one"
            refreshing = threading.Thread(
                target=call_until, args=(arrived.is_set, functools.partial(authorization, identity_auth))
            )
            refreshing.start()
            try:
                assert arrived.wait(TIMEOUT)
                assert authorization(identity_auth) == "Bearer one"
            finally:
                go.set()
                refreshing.join(TIMEOUT)
            assert authorization(identity_auth) == "Bearer two"
        assert len(server.requests) == 2

    check_with_timeouts(check, 1, 6)


@pytest.mark.parametrize(("buffer", "lifetime"), [(0, 0.2), (1200, 0.2), (0.1, 0.2)])
def test_an_expired_token_is_fetched_again(buffer: float, lifetime: float) -> None:
    responses = [(REQUEST, respond(token_response(str(number), lifetime))) for number in range(3)]
    with RawServer(per_connection(*responses)) as server:
        identity_auth = auth_at(server.url, refresh_buffer_seconds=buffer)
        seen: list[str] = []
        call_until(lambda: "2" in seen, lambda: seen.append(identity_auth.get_token()))
    assert sorted(set(seen)) == ["0", "1", "2"]


def test_a_failed_refresh_is_ignored_while_the_token_is_valid() -> None:
    def check(lifetime: float) -> None:
        down = (REQUEST, respond(b"", "503 Service Unavailable"))
        with RawServer(per_connection((REQUEST, respond(token_response("one", lifetime))), down)) as server:
            identity_auth = auth_at(server.url)
            seen = []
            call_until(lambda: len(server.requests) == 2, lambda: seen.append(authorization(identity_auth)))
            assert {authorization(identity_auth), *seen} == {"Bearer one"}
            assert len(server.requests) == 2  # the next attempt is delayed
            with pytest.raises(ConnectionError, match="503"):
                call_until(lambda: False, lambda: authorization(identity_auth))

    check_with_timeouts(check, 1, 6)


def test_a_rejected_token_is_discarded() -> None:
    Response = load("call.message").Response
    with RawServer(
        per_connection(*[(REQUEST, respond(token_response(name))) for name in ("one", "two", "three")])
    ) as server:
        identity_auth = auth_at(server.url)
        rejected = Response(401, [], (), lambda: None, 0.0)
        rejected.request = identity_auth.sign(make_request())
        assert identity_auth.handle_unauthorized(rejected) is True
        assert authorization(identity_auth) == "Bearer two"
        assert identity_auth.handle_unauthorized(rejected) is True  # a second call with the first token
        assert authorization(identity_auth) == "Bearer two"
        rejected.request = make_request(Authorization="Bearer mine")
        assert identity_auth.handle_unauthorized(rejected) is False
        identity_auth.invalidate_token("other")
        assert authorization(identity_auth) == "Bearer two"
        identity_auth.invalidate_token()
        assert authorization(identity_auth) == "Bearer three"


# Responses to an exchange.


@pytest.mark.parametrize("status", ["400 Bad Request", "401 Unauthorized", "403 Forbidden"])
@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        (b'{"error": "invalid_grant", "error_description": "no ' + SUBJECT.encode() + b'"}', "invalid_grant", "no ***"),
        (b'{"error": "x"}', "x", "OAuth authentication error."),
        (b"<html>", None, "OAuth authentication error."),
        (b"", None, "OAuth authentication error."),
        (b"[]", None, "OAuth authentication error."),
        (b'{"error_description": 5}', None, "OAuth authentication error."),
    ],
)
def test_rejected_exchanges(status: str, body: bytes, code: Any, message: str) -> None:
    with RawServer(REQUEST, respond(body, status)) as server:
        error = error_of(lambda: auth_at(server.url).get_token(), helper_errors.OAuthError)
    assert isinstance(error, failures.AuthenticationError)
    assert (error.error, str(error), error.status_code) == (code, message, int(status[:3]))
    assert error.request.url.endswith("/oauth/token")


INVALID_BODIES = [
    b"",
    b"null",
    b"[]",
    b"{",
    b"<html>",
    b"\xff",
    b"[" * 100_000,
    b'{"expires_in": 5}',
    token_response("", 5),
    token_response(None, 5),  # type: ignore[arg-type]
    token_response("a b"),
    token_response("a\r\nX-Evil: 1"),
    token_response("é"),
    token_response(MARK, None),
    token_response(MARK, 0),
    token_response(MARK, -5),
    token_response(MARK, "3600"),
    token_response(MARK, True),
    b'{"access_token": "t", "expires_in": Infinity}',
    b'{"access_token": "t", "expires_in": NaN}',
    b'{"access_token": "t", "expires_in": 5, "more": "' + b"x" * 600_000 + b'"}',
]


@pytest.mark.parametrize("body", INVALID_BODIES, ids=range(len(INVALID_BODIES)))
def test_invalid_responses(body: bytes) -> None:
    with RawServer(REQUEST, respond(body)) as server:
        error = error_of(lambda: auth_at(server.url).get_token())
    assert not isinstance(error, failures.APIError)


@pytest.mark.parametrize("status", ["404 Not Found", "302 Found", "422 Unprocessable"])
def test_other_statuses(status: str) -> None:
    with RawServer(REQUEST, respond(token_response(MARK), status, "Location: /elsewhere")) as server:
        error = error_of(lambda: auth_at(server.url).get_token())
    assert status[:3] in str(error)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", ["408 Timeout", "409 Conflict", "429 Slow down", "500 Oh", "503 Later"])
def test_transient_statuses_are_retried_by_the_call(status: str) -> None:
    failure = (REQUEST, respond(b"", status))
    with RawServer(per_connection(failure, (REQUEST, respond(token_response("one"))))) as tokens, RawServer(
        REQUEST, respond(b"{}")
    ) as api:
        identity_auth = auth_at(tokens.url)
        with UrllibTransport() as transport:
            call = exchange(make_request(api.url + "/v1/models"), 2, sign=identity_auth.sign)
            drivers.drive(call, transport, drivers.Deadline(TIMEOUT))
    assert api.requests[0].header("Authorization") == ["Bearer one"]
    with RawServer(*failure) as tokens:
        error = error_of(lambda: auth_at(tokens.url).get_token(), failures.APIConnectionError)
    assert status[:3] in str(error)


def test_connection_refused() -> None:
    url = "http://127.0.0.1:{}".format(dead_port())
    error = error_of(lambda: auth_at(url).get_token(), failures.APIConnectionError)
    assert url in str(error)
    call = exchange(make_request(), 0, sign=auth_at(url).sign)
    error = error_of(lambda: drivers.drive(call, None, drivers.Deadline(TIMEOUT)), failures.APIConnectionError)
    assert "POST " + url in str(error)


def test_an_exchange_has_a_deadline() -> None:
    """A slow response is abandoned at the deadline of the call, or after 10 seconds."""
    slow = (REQUEST, send(head("200 OK", "Content-Length: 10000")), send_repeatedly(b" ", 0.01))
    with RawServer(*slow) as server:
        identity_auth = auth_at(server.url)
        started = time.monotonic()
        with pytest.raises(TimeoutError, match="oauth/token"):
            authorization(identity_auth, deadline=0.3)
        assert time.monotonic() - started < TIMEOUT


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"identity_provider_id": None}, "identity_provider_id"),
        ({"service_account_id": ""}, "service_account_id"),
        ({"service_account_id": 5}, "service_account_id"),
        ({"provider": None}, "provider"),
        ({"provider": get_subject_token}, "provider"),
        ({"provider": {"token_type": "jwt"}}, "get_token"),
        ({"provider": {"token_type": "saml", "get_token": get_subject_token}}, "token_type"),
        ({"refresh_buffer_seconds": -1}, "refresh_buffer_seconds"),
        ({"refresh_buffer_seconds": "5"}, "refresh_buffer_seconds"),
        ({"refresh_buffer_seconds": float("nan")}, "refresh_buffer_seconds"),
        ({"refresh_buffer_seconds": True}, "refresh_buffer_seconds"),
        ({"type": "x509"}, "provider"),
    ],
)
def test_invalid_identities(changes: Any, message: str) -> None:
    error = error_of(lambda: auth_at("http://127.0.0.1:1", **changes), errors.ConfigError)
    assert message in str(error)


async def get_subject_token_async() -> str:
    return SUBJECT


def failing_get_token() -> str:
    raise KeyError("the vault is closed")


def test_invalid_subject_tokens() -> None:
    for nothing in ("", None):
        get_token = functools.partial(str, nothing) if nothing == "" else functools.partial({}.get, 1)
        identity_auth = auth_at("http://127.0.0.1:1", provider={"token_type": "jwt", "get_token": get_token})
        assert "empty" in str(error_of(identity_auth.get_token))
    identity_auth = auth_at("http://127.0.0.1:1", provider={"token_type": "jwt", "get_token": get_subject_token_async})
    assert "async" in str(error_of(identity_auth.get_token, errors.ConfigError))
    identity_auth = auth_at("http://127.0.0.1:1", provider={"token_type": "jwt", "get_token": failing_get_token})
    for _ in range(2):
        with pytest.raises(KeyError, match="vault"):
            identity_auth.get_token()


def test_an_auth_is_pickled_without_its_token() -> None:
    with RawServer(
        per_connection((REQUEST, respond(token_response("one-" + MARK))), (REQUEST, respond(token_response("two"))))
    ) as server:
        with UrllibTransport() as transport:
            identity_auth = auth_at(server.url, transport)
            assert authorization(identity_auth) == "Bearer one-" + MARK
        assert MARK not in repr(identity_auth)
        assert MARK not in pickle.dumps(identity_auth).decode("latin-1")
        assert authorization(pickle.loads(pickle.dumps(identity_auth))) == "Bearer two"


# Client certificates.


def test_x509_exchanges_no_subject_token_and_requires_a_transport() -> None:
    plain = auth.x509_workload_identity(identity_provider_id="idp", service_account_id="sa")
    assert plain == {"type": "x509", "identity_provider_id": "idp", "service_account_id": "sa"}
    identity = auth.x509_workload_identity(
        identity_provider_id="idp", service_account_id="sa", refresh_buffer_seconds=5
    )
    assert auth.WorkloadIdentityAuth(workload_identity=identity).token_exchange_url == (
        "https://mtls.auth.openai.com/oauth/token"
    )
    with RawServer(REQUEST, respond(token_response("one"))) as server, UrllibTransport() as transport:
        url = server.url + "/oauth/token"
        identity_auth = auth.WorkloadIdentityAuth(
            workload_identity=identity, token_exchange_url=url, transport=transport
        )
        assert (identity_auth.max_redirects, identity_auth.refresh_buffer) == (0, 5.0)
        assert authorization(identity_auth) == "Bearer one"
        assert "https" in str(error_of(lambda: authorization(identity_auth, url="http://api.example/v1")))
        assert "api-key" in str(error_of(lambda: authorization(identity_auth, **{"Api-Key": "x"})))
    assert json.loads(server.requests[0].body) == {
        "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
        "subject_token_type": "urn:openai:params:oauth:token-type:x509",
        "identity_provider_id": "idp",
        "service_account_id": "sa",
    }
    bare = auth.WorkloadIdentityAuth(workload_identity=identity)
    assert "ssl_context" in str(error_of(bare.get_token, errors.ConfigError))


# Subject token providers.


def test_kubernetes_token_file(tmp_path: Any) -> None:
    path = tmp_path / "token"
    path.write_text("  one\n")
    provider = auth.k8s_service_account_token_provider(path)
    assert provider["token_type"] == "jwt"
    assert provider["get_token"]() == "one"
    path.write_text("two")
    assert pickle.loads(pickle.dumps(provider))["get_token"]() == "two"
    path.write_text(" \n")
    assert "empty" in str(error_of(provider["get_token"], helper_errors.SubjectTokenProviderError))
    path.write_bytes(b"\xff")
    error_of(provider["get_token"], helper_errors.SubjectTokenProviderError)
    path.unlink()
    assert str(path) in str(error_of(provider["get_token"], helper_errors.SubjectTokenProviderError))
    identity_auth = auth_at("http://127.0.0.1:1", provider=provider)
    error_of(identity_auth.get_token, helper_errors.SubjectTokenProviderError)


def test_azure_metadata_server() -> None:
    body = json.dumps({"access_token": "azure", "expires_in": "86399"}).encode()
    with RawServer(forever(REQUEST, respond(body))) as server:
        provider = auth.azure_managed_identity_token_provider(client_id="c d", url=server.url + "/token")
        assert provider["get_token"]() == "azure"
    [request] = server.requests
    assert request.target == (
        "/token?api-version=2018-02-01&resource=https%3A%2F%2Fmanagement.azure.com%2F&client_id=c+d"
    )
    assert (provider["token_type"], request.header("Metadata")) == ("jwt", ["true"])


def test_google_metadata_server_is_reached_without_a_proxy(monkeypatch: Any) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:{}".format(dead_port()))
    with RawServer(forever(REQUEST, respond(b"google\n"))) as server:
        provider = auth.gcp_id_token_provider(url=server.url + "/identity")
        assert provider["get_token"]() == "google"
    [request] = server.requests
    assert request.target == "/identity?audience=https%3A%2F%2Fapi.openai.com%2Fv1"
    assert (provider["token_type"], request.header("Metadata-Flavor")) == ("id", ["Google"])


PROVIDER_FACTORIES = [auth.azure_managed_identity_token_provider, auth.gcp_id_token_provider]


@pytest.mark.parametrize("make_provider", PROVIDER_FACTORIES)
def test_metadata_servers_without_a_token(make_provider: Any) -> None:
    url = "http://127.0.0.1:{}/x".format(dead_port())
    error = error_of(make_provider(url=url)["get_token"], helper_errors.SubjectTokenProviderError)
    assert error.response is None
    for status in ("404 Not Found", "302 Found"):
        with RawServer(REQUEST, respond(b"no", status, "Location: /y")) as server:
            error = error_of(make_provider(url=server.url)["get_token"], helper_errors.SubjectTokenProviderError)
        assert error.response.status_code == int(status[:3])
        assert len(server.requests) == 1
    with RawServer(REQUEST, respond(b" ")) as server:
        error_of(make_provider(url=server.url)["get_token"], helper_errors.SubjectTokenProviderError)
    with RawServer(REQUEST, respond(b"no", "503 Later")) as server:
        error_of(make_provider(url=server.url)["get_token"], helper_errors.SubjectTokenProviderError)
    never = threading.Event()
    with RawServer(REQUEST, wait(never)) as server:
        error_of(make_provider(url=server.url, timeout=0.2)["get_token"], helper_errors.SubjectTokenProviderError)


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"access_token": 5}', b"x"])
def test_azure_responses_without_a_token(body: bytes) -> None:
    with RawServer(REQUEST, respond(body)) as server:
        provider = auth.azure_managed_identity_token_provider(url=server.url)
        error_of(provider["get_token"], helper_errors.SubjectTokenProviderError)


def test_a_transport_passed_in_is_used() -> None:
    with RawServer(forever(REQUEST, respond(b"google"))) as server, UrllibTransport() as transport:
        provider = auth.gcp_id_token_provider(url=server.url, transport=transport)
        assert provider["get_token"]() == provider["get_token"]() == "google"
    assert server.connections == 1
