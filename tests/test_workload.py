# SPDX-License-Identifier: MIT
"""Workload identity over real sockets: the exchange, its token kept and renewed, and what goes wrong on the way."""

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
from .raw_server import REQUEST, RawServer, answer, forever, head, per_connection, send, send_repeatedly, signal, wait
from .test_secrets import dead_port

auth = load("auth")
errors, failures = load("call.errors"), load("call.api_errors")
drivers, exchange = load("call.drivers"), load("call.exchange").exchange
Request, Headers = load("call.message").Request, load("call.headers").Headers
Timeout = load("call.timeout").Timeout
UrllibTransport = load("transport.urllib_transport").UrllibTransport

MARK = "secret-0f1e2d3c"
SUBJECT = "subject-" + MARK
PATIENCE = 10  # seconds


def grant(token: str = "granted", lasts: Any = 3600, **more: Any) -> bytes:
    return json.dumps({"access_token": token, "expires_in": lasts, **more}).encode()


def subject() -> str:
    return SUBJECT


def identity(**changes: Any) -> dict[str, Any]:
    found = {
        "identity_provider_id": "idp",
        "service_account_id": "sa",
        "provider": {"token_type": "jwt", "get_token": subject},
        **changes,
    }
    return {name: value for name, value in found.items() if value is not None}


def at(url: str, transport: Any = None, **changes: Any) -> Any:
    return auth.WorkloadIdentityAuth(
        workload_identity=identity(**changes), token_exchange_url=url + "/oauth/token", transport=transport
    )


def a_request(url: str = "https://api.example/v1/models", deadline: Any = None, **headers: str) -> Any:
    return Request("GET", url, Headers(headers), None, Timeout(PATIENCE, deadline=deadline))


def bearer(ours: Any, **options: Any) -> Any:
    return ours.sign(a_request(**options)).headers.get("authorization")


def refusal(call: Any, kind: Any = None) -> Any:
    """Return what a call raises; nothing of it shows a secret, also once it has travelled."""
    with pytest.raises(kind or errors.OpenAIError) as caught:
        call()
    error = caught.value
    travelled = pickle.loads(pickle.dumps(error))
    assert (type(travelled), str(travelled)) == (type(error), str(error))
    assert MARK not in pickle.dumps(error).decode("latin-1") + str(error) + repr(vars(error))
    link: Any = error
    while link is not None:
        for frame in traceback.TracebackException.from_exception(link, capture_locals=True).stack:
            assert "/tests/" in frame.filename or MARK not in repr(frame.locals), frame
        link = link.__cause__ or link.__context__
    return error


def test_a_token_is_exchanged_and_kept() -> None:
    with RawServer(forever(REQUEST, answer(grant("one")))) as server:
        ours = at(server.url)
        assert bearer(ours) == "Bearer one"
        assert bearer(ours) == "Bearer one"
        assert asyncio.run(ours.sign_async(a_request())).headers["Authorization"] == "Bearer one"
        assert ours.get_token() == asyncio.run(ours.get_token_async()) == "one"
        assert bearer(ours, Authorization="mine") == "mine"
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


def test_an_async_client_s_first_token_comes_from_a_thread() -> None:
    with RawServer(forever(REQUEST, answer(grant("one")))) as server:
        ours = at(server.url, provider={"token_type": "id", "get_token": subject})

        async def several() -> list[str]:
            signed = await asyncio.gather(*(ours.sign_async(a_request()) for _ in range(8)))
            return [request.headers["authorization"] for request in signed]

        assert asyncio.run(several()) == ["Bearer one"] * 8
    assert len(server.requests) == 1
    assert json.loads(server.requests[0].body)["subject_token_type"].endswith(":id_token")


def in_threads(count: int, call: Any) -> list[Any]:
    """Call from many threads at once; return what each got or had raised."""
    start, found = threading.Barrier(count), [None] * count

    def run(place: int) -> None:
        start.wait(PATIENCE)
        try:
            found[place] = call()
        except Exception as error:  # told to the test
            found[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE * 2)
        assert not thread.is_alive()
    return found


def test_32_threads_make_one_exchange() -> None:
    with RawServer(forever(REQUEST, answer(grant("one")))) as server:
        ours = at(server.url)
        assert in_threads(32, lambda: bearer(ours)) == ["Bearer one"] * 32
    assert len(server.requests) == 1


def test_32_threads_share_one_refusal() -> None:
    """Those that come while it is under way; who comes later asks anew."""
    arrived, go = threading.Event(), threading.Event()
    said = answer(b'{"error": "invalid_grant"}', "401 Unauthorized")
    with RawServer(REQUEST, signal(arrived), wait(go), said) as server:
        ours = at(server.url)
        waiting = [0]

        def call() -> Any:
            waiting[0] += 1
            if waiting[0] == 32:
                go.set()
            return ours.get_token()

        found = in_threads(32, call)
    assert {type(error) for error in found} == {failures.OAuthError}
    assert len(server.requests) < 32


def until(done: Any, call: Any) -> None:
    """Call again and again until `done()`."""
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end
        call()


def test_a_token_is_renewed_before_its_end_and_the_old_one_used_meanwhile() -> None:
    arrived, go = threading.Event(), threading.Event()
    second = (REQUEST, signal(arrived), wait(go), answer(grant("two")))
    with RawServer(per_connection((REQUEST, answer(grant("one", 3))), second)) as server:
        ours = at(server.url)
        assert bearer(ours) == "Bearer one"
        renewing = threading.Thread(target=until, args=(arrived.is_set, functools.partial(bearer, ours)))
        renewing.start()
        assert arrived.wait(PATIENCE)
        assert bearer(ours) == "Bearer one"
        go.set()
        renewing.join(PATIENCE)
        assert bearer(ours) == "Bearer two"
    assert len(server.requests) == 2


@pytest.mark.parametrize(("buffer", "lasts"), [(0, 0.2), (1200, 0.2), (0.1, 0.2)])
def test_a_token_at_its_end_is_asked_for_again(buffer: float, lasts: float) -> None:
    answers = [(REQUEST, answer(grant(str(number), lasts))) for number in range(3)]
    with RawServer(per_connection(*answers)) as server:
        ours = at(server.url, refresh_buffer_seconds=buffer)
        seen: list[str] = []
        until(lambda: "2" in seen, lambda: seen.append(ours.get_token()))
    assert sorted(set(seen)) == ["0", "1", "2"]


def test_a_renewal_that_fails_is_no_matter_while_the_token_is_good() -> None:
    down = (REQUEST, answer(b"", "503 Service Unavailable"))
    with RawServer(per_connection((REQUEST, answer(grant("one", 3))), down)) as server:
        ours = at(server.url)
        seen = []
        until(lambda: len(server.requests) == 2, lambda: seen.append(bearer(ours)))
        assert {bearer(ours), *seen} == {"Bearer one"}
        assert len(server.requests) == 2  # the next try is not at once
        with pytest.raises(ConnectionError, match="503"):
            until(lambda: False, lambda: bearer(ours))


def test_a_refused_token_is_forgotten() -> None:
    Response = load("call.message").Response
    with RawServer(per_connection(*[(REQUEST, answer(grant(name))) for name in ("one", "two", "three")])) as server:
        ours = at(server.url)
        refused = Response(401, [], (), lambda: None, 0.0)
        refused.request = ours.sign(a_request())
        assert ours.handle_unauthorized(refused) is True
        assert bearer(ours) == "Bearer two"
        assert ours.handle_unauthorized(refused) is True  # another call had used the first token too
        assert bearer(ours) == "Bearer two"
        refused.request = a_request(Authorization="Bearer mine")
        assert ours.handle_unauthorized(refused) is False
        ours.invalidate_token("other")
        assert bearer(ours) == "Bearer two"
        ours.invalidate_token()
        assert bearer(ours) == "Bearer three"


# What an exchange may answer.


@pytest.mark.parametrize("status", ["400 Bad Request", "401 Unauthorized", "403 Forbidden"])
@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        (b'{"error": "invalid_grant", "error_description": "no ' + SUBJECT.encode() + b'"}', "invalid_grant", "no ***"),
        (b'{"error": "x"}', "x", "OAuth authentication error."),
        (b"<html>", None, "OAuth authentication error."),
        (b"", None, "OAuth authentication error."),
        (b"[]", None, "OAuth authentication error."),
        (b'{"error_description": 5}', None, "OAuth authentication error."),
    ],
)
def test_refusals(status: str, body: bytes, code: Any, said: str) -> None:
    with RawServer(REQUEST, answer(body, status)) as server:
        error = refusal(lambda: at(server.url).get_token(), failures.OAuthError)
    assert isinstance(error, failures.AuthenticationError)
    assert (error.error, str(error), error.status_code) == (code, said, int(status[:3]))
    assert error.request.url.endswith("/oauth/token")


ODD = [
    b"",
    b"null",
    b"[]",
    b"{",
    b"<html>",
    b"\xff",
    b"[" * 100_000,
    b'{"expires_in": 5}',
    grant("", 5),
    grant(None, 5),  # type: ignore[arg-type]
    grant("a b"),
    grant("a\r\nX-Evil: 1"),
    grant("é"),
    grant(MARK, None),
    grant(MARK, 0),
    grant(MARK, -5),
    grant(MARK, "3600"),
    grant(MARK, True),
    b'{"access_token": "t", "expires_in": Infinity}',
    b'{"access_token": "t", "expires_in": NaN}',
    b'{"access_token": "t", "expires_in": 5, "more": "' + b"x" * 600_000 + b'"}',
]


@pytest.mark.parametrize("body", ODD, ids=range(len(ODD)))
def test_odd_answers(body: bytes) -> None:
    with RawServer(REQUEST, answer(body)) as server:
        error = refusal(lambda: at(server.url).get_token())
    assert not isinstance(error, failures.APIError)


@pytest.mark.parametrize("status", ["404 Not Found", "302 Found", "422 Unprocessable"])
def test_other_statuses(status: str) -> None:
    with RawServer(REQUEST, answer(grant(MARK), status, "Location: /elsewhere")) as server:
        error = refusal(lambda: at(server.url).get_token())
    assert status[:3] in str(error)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", ["408 Timeout", "409 Conflict", "429 Slow down", "500 Oh", "503 Later"])
def test_what_may_pass_is_tried_again_by_the_call(status: str) -> None:
    trouble = (REQUEST, answer(b"", status))
    with RawServer(per_connection(trouble, (REQUEST, answer(grant("one"))))) as tokens, RawServer(
        REQUEST, answer(b"{}")
    ) as api:
        ours = at(tokens.url)
        with UrllibTransport() as transport:
            call = exchange(a_request(api.url + "/v1/models"), 2, sign=ours.sign)
            drivers.drive(call, transport, drivers.Deadline(PATIENCE))
    assert api.requests[0].header("Authorization") == ["Bearer one"]
    with RawServer(*trouble) as tokens:
        error = refusal(lambda: at(tokens.url).get_token(), failures.APIConnectionError)
    assert status[:3] in str(error)


def test_nobody_listens() -> None:
    url = "http://127.0.0.1:{}".format(dead_port())
    error = refusal(lambda: at(url).get_token(), failures.APIConnectionError)
    assert url in str(error)
    call = exchange(a_request(), 0, sign=at(url).sign)
    error = refusal(lambda: drivers.drive(call, None, drivers.Deadline(PATIENCE)), failures.APIConnectionError)
    assert "POST " + url in str(error)


def test_an_exchange_is_bounded_in_time() -> None:
    """A server that drips is cut off by the deadline of the call, or after 10 seconds."""
    slow = (REQUEST, send(head("200 OK", "Content-Length: 10000")), send_repeatedly(b" ", 0.01))
    with RawServer(*slow) as server:
        ours = at(server.url)
        begun = time.monotonic()
        with pytest.raises(TimeoutError, match="oauth/token"):
            bearer(ours, deadline=0.3)
        assert time.monotonic() - begun < PATIENCE


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"identity_provider_id": None}, "identity_provider_id"),
        ({"service_account_id": ""}, "service_account_id"),
        ({"service_account_id": 5}, "service_account_id"),
        ({"provider": None}, "provider"),
        ({"provider": subject}, "provider"),
        ({"provider": {"token_type": "jwt"}}, "get_token"),
        ({"provider": {"token_type": "saml", "get_token": subject}}, "token_type"),
        ({"refresh_buffer_seconds": -1}, "refresh_buffer_seconds"),
        ({"refresh_buffer_seconds": "5"}, "refresh_buffer_seconds"),
        ({"refresh_buffer_seconds": float("nan")}, "refresh_buffer_seconds"),
        ({"refresh_buffer_seconds": True}, "refresh_buffer_seconds"),
        ({"type": "x509"}, "provider"),
    ],
)
def test_identities_that_cannot_work(changes: Any, said: str) -> None:
    error = refusal(lambda: at("http://127.0.0.1:1", **changes), errors.ConfigError)
    assert said in str(error)


async def an_async_subject() -> str:
    return SUBJECT


def no_subject() -> str:
    raise KeyError("the vault is closed")


def test_subject_tokens_that_are_none() -> None:
    for nothing in ("", None):
        get_token = functools.partial(str, nothing) if nothing == "" else functools.partial({}.get, 1)
        ours = at("http://127.0.0.1:1", provider={"token_type": "jwt", "get_token": get_token})
        assert "empty" in str(refusal(ours.get_token))
    ours = at("http://127.0.0.1:1", provider={"token_type": "jwt", "get_token": an_async_subject})
    assert "async" in str(refusal(ours.get_token, errors.ConfigError))
    ours = at("http://127.0.0.1:1", provider={"token_type": "jwt", "get_token": no_subject})
    for _ in range(2):
        with pytest.raises(KeyError, match="vault"):
            ours.get_token()


def test_an_auth_travels_without_its_token() -> None:
    with RawServer(per_connection((REQUEST, answer(grant("one-" + MARK))), (REQUEST, answer(grant("two"))))) as server:
        with UrllibTransport() as transport:
            ours = at(server.url, transport)
            assert bearer(ours) == "Bearer one-" + MARK
        assert MARK not in repr(ours)
        assert MARK not in pickle.dumps(ours).decode("latin-1")
        assert bearer(pickle.loads(pickle.dumps(ours))) == "Bearer two"


# A client certificate.


def test_x509_exchanges_no_subject_token_and_wants_a_transport() -> None:
    plain = auth.x509_workload_identity(identity_provider_id="idp", service_account_id="sa")
    assert plain == {"type": "x509", "identity_provider_id": "idp", "service_account_id": "sa"}
    given = auth.x509_workload_identity(identity_provider_id="idp", service_account_id="sa", refresh_buffer_seconds=5)
    assert auth.WorkloadIdentityAuth(workload_identity=given).token_exchange_url == (
        "https://mtls.auth.openai.com/oauth/token"
    )
    with RawServer(REQUEST, answer(grant("one"))) as server, UrllibTransport() as transport:
        url = server.url + "/oauth/token"
        ours = auth.WorkloadIdentityAuth(workload_identity=given, token_exchange_url=url, transport=transport)
        assert (ours.max_redirects, ours.refresh_buffer) == (0, 5.0)
        assert bearer(ours) == "Bearer one"
        assert "https" in str(refusal(lambda: bearer(ours, url="http://api.example/v1")))
        assert "api-key" in str(refusal(lambda: bearer(ours, **{"Api-Key": "x"})))
    assert json.loads(server.requests[0].body) == {
        "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
        "subject_token_type": "urn:openai:params:oauth:token-type:x509",
        "identity_provider_id": "idp",
        "service_account_id": "sa",
    }
    bare = auth.WorkloadIdentityAuth(workload_identity=given)
    assert "ssl_context" in str(refusal(bare.get_token, errors.ConfigError))


# The platforms.


def test_kubernetes_mounts_a_file(tmp_path: Any) -> None:
    path = tmp_path / "token"
    path.write_text("  one\n")
    provider = auth.k8s_service_account_token_provider(path)
    assert provider["token_type"] == "jwt"
    assert provider["get_token"]() == "one"
    path.write_text("two")
    assert pickle.loads(pickle.dumps(provider))["get_token"]() == "two"
    path.write_text(" \n")
    assert "empty" in str(refusal(provider["get_token"], failures.SubjectTokenProviderError))
    path.write_bytes(b"\xff")
    refusal(provider["get_token"], failures.SubjectTokenProviderError)
    path.unlink()
    assert str(path) in str(refusal(provider["get_token"], failures.SubjectTokenProviderError))
    ours = at("http://127.0.0.1:1", provider=provider)
    refusal(ours.get_token, failures.SubjectTokenProviderError)


def test_azure_s_metadata_server() -> None:
    body = json.dumps({"access_token": "azure", "expires_in": "86399"}).encode()
    with RawServer(forever(REQUEST, answer(body))) as server:
        provider = auth.azure_managed_identity_token_provider(client_id="c d", url=server.url + "/token")
        assert provider["get_token"]() == "azure"
    [request] = server.requests
    assert request.target == (
        "/token?api-version=2018-02-01&resource=https%3A%2F%2Fmanagement.azure.com%2F&client_id=c+d"
    )
    assert (provider["token_type"], request.header("Metadata")) == ("jwt", ["true"])


def test_google_s_metadata_server_without_a_proxy(monkeypatch: Any) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:{}".format(dead_port()))
    with RawServer(forever(REQUEST, answer(b"google\n"))) as server:
        provider = auth.gcp_id_token_provider(url=server.url + "/identity")
        assert provider["get_token"]() == "google"
    [request] = server.requests
    assert request.target == "/identity?audience=https%3A%2F%2Fapi.openai.com%2Fv1"
    assert (provider["token_type"], request.header("Metadata-Flavor")) == ("id", ["Google"])


MAKERS = [auth.azure_managed_identity_token_provider, auth.gcp_id_token_provider]


@pytest.mark.parametrize("make", MAKERS)
def test_metadata_servers_that_give_none(make: Any) -> None:
    url = "http://127.0.0.1:{}/x".format(dead_port())
    error = refusal(make(url=url)["get_token"], failures.SubjectTokenProviderError)
    assert error.response is None
    for status in ("404 Not Found", "302 Found"):
        with RawServer(REQUEST, answer(b"no", status, "Location: /y")) as server:
            error = refusal(make(url=server.url)["get_token"], failures.SubjectTokenProviderError)
        assert error.response.status_code == int(status[:3])
        assert len(server.requests) == 1
    with RawServer(REQUEST, answer(b" ")) as server:
        refusal(make(url=server.url)["get_token"], failures.SubjectTokenProviderError)
    with RawServer(REQUEST, answer(b"no", "503 Later")) as server:
        refusal(make(url=server.url)["get_token"], failures.SubjectTokenProviderError)
    hold = threading.Event()
    with RawServer(REQUEST, wait(hold)) as server:
        refusal(make(url=server.url, timeout=0.2)["get_token"], failures.SubjectTokenProviderError)


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"access_token": 5}', b"x"])
def test_azure_answers_no_token(body: bytes) -> None:
    with RawServer(REQUEST, answer(body)) as server:
        provider = auth.azure_managed_identity_token_provider(url=server.url)
        refusal(provider["get_token"], failures.SubjectTokenProviderError)


def test_a_transport_of_ones_own() -> None:
    with RawServer(forever(REQUEST, answer(b"google"))) as server, UrllibTransport() as transport:
        provider = auth.gcp_id_token_provider(url=server.url, transport=transport)
        assert provider["get_token"]() == provider["get_token"]() == "google"
    assert server.connections == 1
