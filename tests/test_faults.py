# SPDX-License-Identifier: MIT
"""Faults of the server and the network: each raises one error of the library and leaves the connections usable."""

from __future__ import annotations

import socket
import ssl
import threading

import pytest

from . import load, package
from .raw_server import DRAIN, HEAD, REQUEST, RESET, RawServer, per_connection, respond, send, send_repeatedly

errors = load("call.errors")
failures = load("call.api_errors")
OpenAI = package.OpenAI

HELLO = {"model": "m", "messages": [{"role": "user", "content": "Say hello"}]}
check_with_timeouts = load("testing.contract.assertions").check_with_timeouts
OUTPUT_TEXT = "Hello from the embedded server! You said: Say hello"


@pytest.fixture
def client(server):
    with OpenAI(api_key="k", base_url=server.base_url, environment=False, max_retries=0, timeout=60) as client:
        yield client


def chat(client, fault):
    """Return the client's chat call; if the fault is a stall, with a read timeout of 0.2 seconds."""
    timeout = package.Timeout(60, read=0.2 if "stall" in fault else 60)
    return lambda **options: client.chat.completions.create(**HELLO, timeout=timeout, **options)


CALL_FAULTS = [
    ("status=400", failures.BadRequestError, "Error code: 400 - "),
    ("status=401", failures.AuthenticationError, "Error code: 401 - "),
    ("status=403", failures.PermissionDeniedError, "Error code: 403 - "),
    ("status=404", failures.NotFoundError, "Error code: 404 - "),
    ("status=409", failures.ConflictError, "Error code: 409 - "),
    ("status=418", failures.APIStatusError, "Error code: 418 - "),
    ("status=422", failures.UnprocessableEntityError, "Error code: 422 - "),
    ("status=429", failures.RateLimitError, "Error code: 429 - "),
    ("status=503", failures.InternalServerError, "Error code: 503 - "),
    ("status=302", failures.APIStatusError, "Error code: 302"),
    ("status=502; html", failures.InternalServerError, "an HTML page, not an API response; is the base URL"),
    ("html", failures.APIResponseValidationError, r"Expected JSON, got an HTML page \(status 200\)"),
    ("malformed", failures.APIResponseValidationError, r"Expected JSON, got JSON that cannot be parsed \(status 200\)"),
    ("empty", failures.APIResponseValidationError, r"Expected JSON, got an empty body \(status 200\)"),
    ("stall=30", failures.APITimeoutError, r"Request timed out\. POST .*/v1/chat/completions: .*read 0\.2 s"),
    ("stall-body=30; slow=100", failures.APITimeoutError, r"Request timed out\."),
    ("cut=10", failures.APIConnectionError, "incomplete response: [0-9]+ bytes are missing"),
    ("reset=5", failures.APIConnectionError, r"Connection error\. POST "),
    ("garbage", failures.APIConnectionError, "invalid HTTP response"),
]


@pytest.mark.parametrize(("fault", "cls", "message"), CALL_FAULTS)
def test_fault_during_a_call(client, server, fault, cls, message):
    server.inject_fault(fault)
    with pytest.raises(cls, match=message) as caught:
        chat(client, fault)()
    assert type(caught.value) is cls
    assert caught.value.attempts == 1
    assert caught.value.request.url.endswith("/v1/chat/completions")
    assert client.chat.completions.create(**HELLO).choices[0].message.content == OUTPUT_TEXT


STREAM_FAULTS = [
    ("status=429", failures.RateLimitError, "Error code: 429 - "),
    ("stall=30", failures.APITimeoutError, r"Request timed out\."),
    ("stall-body=30", failures.APITimeoutError, r"Request timed out\."),
    ("cut=400", failures.IncompleteStreamError, "The stream broke off after [0-9]+ events: incomplete response"),
    ("cut-events=2", failures.IncompleteStreamError, "The stream broke off after 2 events"),
    ("reset=400", failures.IncompleteStreamError, "The stream broke off after [0-9]+ events"),
    ("stream-error", failures.APIError, "The server had an error"),
    ("html", failures.APIResponseValidationError, r"Expected a stream of events, got an HTML page \(status 200\)"),
    ("malformed", failures.APIResponseValidationError, "Expected a stream of events, got "),
]


@pytest.mark.parametrize(("fault", "cls", "message"), STREAM_FAULTS)
def test_fault_during_a_stream(client, server, fault, cls, message):
    server.inject_fault(fault)
    with pytest.raises(cls, match=message) as caught:
        for _ in chat(client, fault)(stream=True):
            pass
    assert type(caught.value) is cls
    assert len(list(client.chat.completions.create(**HELLO, stream=True))) > 3


def test_error_of_a_broken_stream_has_the_received_events(client, server):
    server.inject_fault("cut-events=3")
    received = []
    with pytest.raises(failures.IncompleteStreamError) as caught:
        for chunk in client.chat.completions.create(**HELLO, stream=True):
            received.append(chunk)
    assert caught.value.received == received and len(received) == 3


def test_a_stream_that_ends_early_is_an_error(client, server):
    server.inject_fault("no-done")
    assert len(list(client.chat.completions.create(**HELLO, stream=True))) > 3, "the finish reason had arrived"
    server.inject_fault("no-done")
    with pytest.raises(failures.IncompleteStreamError, match="ended before its terminal event"):
        list(client.images.generate(prompt="a", stream=True))


def test_comments_do_not_keep_a_stream_alive(client, server):
    def check(read):
        server.inject_fault("pings=100000")
        with pytest.raises(failures.APITimeoutError) as caught:
            list(client.chat.completions.create(**HELLO, timeout=package.Timeout(60, read=read), stream=True))
        assert "no event for {} s".format(read) in str(caught.value)

    server.delay = 0.02
    try:
        check_with_timeouts(check, 0.2, 2)
    finally:
        server.delay = 0.0


def test_the_deadline_covers_the_whole_call(client, server):
    server.inject_fault("status=500; retry-after=3; times=9")
    with pytest.raises(failures.APITimeoutError, match="deadline of 1 s"):
        client.chat.completions.create(
            **HELLO, timeout=package.Timeout(10, deadline=1), config=package.Config(max_retries=5)
        )
    assert len(server.requests) == 1, "no retry that would exceed the deadline"
    server.reset()
    server.inject_fault("stall=30")
    with pytest.raises(failures.APITimeoutError):
        client.chat.completions.create(**HELLO, timeout=package.Timeout(10, deadline=0.2))


def test_the_deadline_covers_reading_a_stream(client, server):
    server.inject_fault("stall-body=30")
    with pytest.raises(failures.APITimeoutError):
        list(client.chat.completions.create(**HELLO, stream=True, timeout=package.Timeout(10, deadline=0.3)))


def test_a_refused_connection(server):
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # not listening, so that the port stays free but refuses connections
        url = "http://127.0.0.1:{}/v1".format(bound.getsockname()[1])
        client = OpenAI(api_key="k", base_url=url, environment=False, max_retries=0)
        with pytest.raises(failures.APIConnectionError, match="Connection error. POST {}/chat".format(url)) as caught:
            client.chat.completions.create(**HELLO)
        assert isinstance(caught.value.__cause__, ConnectionRefusedError)
        client.close()


def test_an_untrusted_certificate(certificates):
    with load("testing").EmbeddedServer(ssl_context=certificates.server()) as server:
        with OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
            with pytest.raises(
                failures.CertificateError, match="Certificate verification failed: .*trust them with SSL_CERT_FILE"
            ) as caught:
                client.models.list()
            assert caught.value.attempts == 1, "retrying does not help"
            assert isinstance(caught.value.__cause__, ssl.SSLCertVerificationError)
            assert server.requests == []
            options = {"ssl": ssl.create_default_context(cafile=certificates.ca_file)}
            assert client.models.list(config=package.Config(http_options=options)).data


def test_plain_http_where_tls_is_expected():
    with RawServer(send(b"HTTP/1.1 400 Bad Request\r\n\r\n"), DRAIN) as server:
        url = server.url.replace("http:", "https:")
        with OpenAI(api_key="k", base_url=url, environment=False, max_retries=0) as client:
            with pytest.raises(failures.APIConnectionError, match="Connection error. GET https://") as caught:
                client.models.list()
    assert isinstance(caught.value.__cause__, ssl.SSLError)
    assert not isinstance(caught.value, failures.CertificateError)


def test_a_host_that_does_not_exist():
    client = OpenAI(api_key="k", base_url="http://nowhere.invalid/v1", environment=False, max_retries=0)
    with pytest.raises(failures.APIConnectionError, match="nowhere.invalid"):
        client.models.list()
    client.close()


def test_retries_then_success(server):
    server.inject_fault("status=500; retry-after-ms=1")
    server.inject_fault("reset")
    with OpenAI(api_key="k", base_url=server.base_url, environment=False, max_retries=3) as client:
        assert client.chat.completions.create(**HELLO).choices[0].message.content == OUTPUT_TEXT


def test_retries_exhausted(server):
    server.inject_fault("status=503; retry-after-ms=1; times=9")
    with OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
        with pytest.raises(failures.InternalServerError) as caught:
            client.chat.completions.create(**HELLO)
    assert caught.value.attempts == 3 and len(server.requests) == 3
    assert "(request req_000003; 3 attempts, 0.0 s waited)" in caught.value.summary


def test_a_connection_closed_while_idle_needs_no_retry(client, server):
    for _ in range(5):
        server.inject_fault("drop-idle")
        assert client.chat.completions.create(**HELLO).choices[0].message.content == OUTPUT_TEXT


def test_an_exhausted_quota_is_not_retried(server):
    server.inject_fault("status=429; code=insufficient_quota; times=9")
    with OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
        with pytest.raises(failures.RateLimitError):
            client.models.list()
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [307, 308])
def test_redirects_that_keep_the_method(client, server, status):
    server.inject_fault("status={}; redirect={}/chat/completions".format(status, server.base_url))
    assert client.chat.completions.create(**HELLO).choices[0].message.content == OUTPUT_TEXT
    assert [request.method for request in server.requests] == ["POST", "POST"]
    assert server.requests[1].header("Authorization") == "Bearer k"


@pytest.mark.parametrize("status", [301, 302, 303])
def test_redirects_that_change_the_method_to_get(client, server, status):
    server.inject_fault("status={}; redirect={}/models".format(status, server.base_url))
    assert client.chat.completions.create(**HELLO).object == "list"
    assert server.requests[1].method == "GET" and server.requests[1].body == b""


def test_redirects_are_limited(client, server):
    server.inject_fault("status=307; redirect={}/models; times=100".format(server.base_url))
    with pytest.raises(failures.APIStatusError, match="Error code: 307"):
        client.models.list()
    assert len(server.requests) == 11
    with pytest.raises(failures.APIStatusError, match="Error code: 307"):
        client.models.list(config=package.Config(http_options={"follow_redirect": False}))
    assert len(server.requests) == 12


def test_an_error_with_an_incomplete_body_keeps_its_status(client, server):
    server.inject_fault("status=500; cut=3")
    with pytest.raises(failures.InternalServerError) as caught:
        client.chat.completions.create(**HELLO)
    assert caught.value.body is None


def test_leaving_a_stream_releases_its_connection(client, server):
    server.inject_fault("stall-body=30")
    with client.chat.completions.create(**HELLO, stream=True) as stream:
        next(stream)
    assert list(stream) == []
    stream = client.chat.completions.create(**HELLO, stream=True)
    stream.close()
    with pytest.raises(errors.StreamConsumedError):
        next(stream)
    assert len(list(client.chat.completions.create(**HELLO, stream=True))) > 3


def test_streams_in_a_row_share_a_connection(client, server):
    for _ in range(5):
        assert len(list(client.chat.completions.create(**HELLO, stream=True))) > 3
    assert len({request.connection for request in server.requests}) == 1


def test_interim_responses_are_read_past(client, server):
    server.inject_fault("interim=2; times=2")
    assert client.chat.completions.create(**HELLO).choices[0].message.content == OUTPUT_TEXT
    assert len(list(client.chat.completions.create(**HELLO, stream=True))) > 3
    assert len({request.connection for request in server.requests}) == 1


def test_a_gzipped_response_is_decoded(client, server):
    server.inject_fault("gzip; times=2")
    assert client.chat.completions.create(**HELLO).choices[0].message.content == OUTPUT_TEXT
    assert len(list(client.chat.completions.create(**HELLO, stream=True))) > 3


def test_the_deadline_covers_an_upload_and_a_slow_response_head(tmp_path):
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(64 << 20)
    timeout = package.Timeout(30, deadline=0.5)
    with RawServer(HEAD, DRAIN) as server:
        with OpenAI(api_key="k", base_url=server.url, environment=False, max_retries=0) as client:
            with pytest.raises(failures.APITimeoutError):
                client.files.create(file=large, purpose="assistants", timeout=timeout)
    with RawServer(REQUEST, send(b"HTTP/1.1 200 OK\r\n"), send_repeatedly(b"X: y\r\n", 0.05)) as server:
        with OpenAI(api_key="k", base_url=server.url, environment=False, max_retries=0) as client:
            with pytest.raises(failures.APITimeoutError):
                client.models.list(timeout=timeout)


def test_a_request_is_not_retried_after_its_response_has_started():
    incomplete = (REQUEST, send(b"HTTP/1.1 200 OK\r\nContent-Le"), RESET)
    with RawServer(per_connection((REQUEST, respond(b"{}"), *incomplete), (REQUEST, respond(b"{}")))) as server:
        with OpenAI(api_key="k", base_url=server.url, environment=False, max_retries=0) as client:
            client.models.list()
            with pytest.raises(failures.APIConnectionError, match="incomplete response"):
                client.models.list()
        assert len(server.requests) == 2


def test_closing_wakes_a_reader_of_a_connection_that_the_server_closes():
    started = threading.Event()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: {}\n\n"
    with RawServer(REQUEST, send(head), DRAIN) as server:
        with OpenAI(api_key="k", base_url=server.url, environment=False) as client:
            stream = client.chat.completions.create(**HELLO, stream=True)
            items = []

            def read():
                for item in stream:
                    items.append(item)
                    started.set()

            reader = threading.Thread(target=read)
            reader.start()
            assert started.wait(60)
            stream.close()
            reader.join(60)
            assert not reader.is_alive() and items == [{}]


def test_a_resource_uses_the_current_configuration(server):
    completions = package.chat.completions
    for key in ("sk-one", "sk-two"):
        package.configure(api_key=key, base_url=server.base_url, environment=False)
        completions.create(**HELLO)
    assert [request.header("Authorization") for request in server.requests] == ["Bearer sk-one", "Bearer sk-two"]


def test_a_configuration_in_two_parts_is_merged(server):
    first = package.Config(default_headers={"A": "1"}, api_key="k")
    package.configure(first, default_headers={"B": "2"}, base_url=server.base_url, environment=False)
    package.models(None)
    assert (server.requests[0].header("A"), server.requests[0].header("B")) == ("1", "2")
    package.chat_completion(HELLO, None)
    assert server.requests[1].json() == HELLO


def test_later_layers_win_over_the_http_options_of_earlier_ones(server):
    options = {"recv_timeout": 1, "headers": {"X": "client"}, "params": {"q": "client"}}
    early = package.Config(http_options=options)
    with OpenAI(api_key="k", base_url=server.base_url, environment=False, config=early) as client:
        client.models.list(
            config=package.Config(timeout=30, default_headers={"x": "call"}, default_query={"q": "call"})
        )
    assert server.requests[0].header("X") == "call" and server.requests[0].query == {"q": ["call"]}


def test_tls_settings_must_be_a_context_and_do_not_accumulate(server):
    with OpenAI(api_key="k", base_url=server.base_url, environment=False) as client:
        with pytest.raises(package.ConfigError, match="expected an ssl.SSLContext, got list"):
            client.models.list(config=package.Config(http_options={"ssl": ["x"]}))
        for _ in range(20):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            client.models.list(config=package.Config(http_options={"ssl": context}))
        client.models.list()
