# SPDX-License-Identifier: MIT
"""Decisions about one call, as transcripts: the effects that the generator yields, and its outcome."""

from __future__ import annotations

import json

import pytest

from . import load

drivers = load("call.drivers")
errors = load("call.errors")
api_errors = load("call.api_errors")
exchange = load("call.exchange")
Headers = load("call.headers").Headers
message = load("call.message")
DeadlineExceeded = load("call.timeout").DeadlineExceeded
RetryPolicy = load("call.retry").RetryPolicy
Timeout = load("call.timeout").Timeout
Read, Send, Sign, Sleep = exchange.Read, exchange.Send, exchange.Sign, exchange.Sleep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Generator, Iterator

POLICY = RetryPolicy(2, random=lambda: 0.0)
KEY = "sk-0123456789"


def make_request(body: Any = b"{}", url: str = "https://api.example/v1/x", method: str = "POST") -> Any:
    headers = Headers({"Authorization": "Bearer " + KEY, "Content-Type": "application/json"})
    return message.Request(method, url, headers, body, Timeout(5))


def make_response(status: int = 200, **headers: str) -> Any:
    pairs = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return message.Response(status, pairs, (), lambda: None, 0.0)


def outcome(flow: Generator[Any, Any, Any], last: Any) -> Any:
    """Send the flow its last result, or throw its last exception; return what it returns or raises."""
    try:
        effect = flow.throw(last) if isinstance(last, BaseException) else flow.send(last)
    except StopIteration as stop:
        return stop.value
    except Exception as error:
        return error
    raise AssertionError("the flow continues with {!r}".format(effect))


def retryable_failure(flow: Generator[Any, Any, Any], status: int, body: bytes = b"", **headers: str) -> Any:
    """Send the flow a response with an error status, then its body; return the next effect."""
    response = make_response(status, **headers)
    assert flow.send(response) == Read(response, exchange.MAX_ERROR_BODY_BYTES, truncate=True)
    return flow.send(body)


def final_failure(flow: Generator[Any, Any, Any], status: int, body: bytes = b"", **headers: str) -> Any:
    """Send the flow the response with an error status that ends the call, then its body; return the error."""
    response = make_response(status, **headers)
    assert flow.send(response) == Read(response, exchange.MAX_ERROR_BODY_BYTES, truncate=True)
    return outcome(flow, body)


# Success


def test_body_of_a_success_is_read() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    first, response = next(flow), make_response(status=200)
    assert first == Send(first.request)
    assert flow.send(response) == Read(response, exchange.MAX_BODY_BYTES)
    assert outcome(flow, b"body") is response
    assert (response.body, response.retries_taken, response.request) == (b"body", 0, first.request)


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_body_of_a_streamed_success_is_not_read(status: int) -> None:
    flow = exchange.exchange(make_request(), POLICY, read_body=False)
    next(flow)
    response = make_response(status)
    assert outcome(flow, response) is response
    assert response.body == b""


# Retries


def test_rate_limit_and_then_success() -> None:
    request = make_request()
    flow = exchange.exchange(request, POLICY)
    assert next(flow) == Send(request)
    assert retryable_failure(flow, 429, b"{}", retry_after="7") == Sleep(7.0)
    assert flow.send(None) == Send(request)
    response = make_response()
    assert flow.send(response) == Read(response, exchange.MAX_BODY_BYTES)
    assert outcome(flow, b"ok").retries_taken == 1


def test_lost_connection_and_then_success() -> None:
    request = make_request()
    flow = exchange.exchange(request, POLICY, read_body=False)
    next(flow)
    assert flow.throw(ConnectionResetError("reset")) == Sleep(0.5)
    assert flow.send(None) == Send(request)
    assert flow.throw(TimeoutError()) == Sleep(1.0)
    flow.send(None)
    assert outcome(flow, make_response()).retries_taken == 2


def test_incomplete_response_is_retried() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    flow.send(make_response())
    assert flow.throw(ConnectionError("cut")) == Sleep(0.5)
    assert type(flow.send(None)) is Send


def test_final_error_counts_attempts() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    assert retryable_failure(flow, 500, retry_after="2.5") == Sleep(2.5)
    flow.send(None)
    assert retryable_failure(flow, 503) == Sleep(1.0)
    flow.send(None)
    error = final_failure(flow, 502, b'{"error": {"message": "down", "code": "bad"}}', x_request_id="req_9")
    assert type(error) is api_errors.InternalServerError
    assert (error.status_code, error.attempts, error.waited, error.request_id) == (502, 3, 3.5, "req_9")
    assert error.summary == (
        "POST https://api.example/v1/x: Error code: 502 - down (request req_9; 3 attempts, 3.5 s waited)"
    )


def test_final_error_counts_lost_connections() -> None:
    flow = exchange.exchange(make_request(), RetryPolicy(1, random=lambda: 0.0))
    next(flow)
    assert flow.throw(ConnectionError("first")) == Sleep(0.5)
    flow.send(None)
    error = outcome(flow, ConnectionError("second"))
    assert type(error) is api_errors.APIConnectionError
    assert (error.attempts, error.waited, str(error.__cause__)) == (2, 0.5, "second")


def test_policy_may_be_a_number() -> None:
    flow = exchange.exchange(make_request(), 1)
    next(flow)
    assert 0.375 <= retryable_failure(flow, 500).seconds <= 0.5
    flow.send(None)
    assert final_failure(flow, 500).attempts == 2


def test_no_retries_means_one_attempt() -> None:
    flow = exchange.exchange(make_request(), RetryPolicy(0))
    next(flow)
    error = final_failure(flow, 500)
    assert (error.attempts, error.waited) == (1, 0.0)
    assert error.summary == "POST https://api.example/v1/x: Error code: 500"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422, 418, 304, 100])
def test_other_statuses_are_not_retried(status: int) -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    error = final_failure(flow, status, b'{"error": {"message": "no"}}')
    assert isinstance(error, api_errors.APIStatusError)
    assert (error.status_code, error.message) == (status, "Error code: {} - no".format(status))
    assert error.response.request is error.request


def test_exhausted_quota_is_not_retried() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    error = final_failure(flow, 429, b'{"error": {"code": "insufficient_quota", "message": "no credit"}}')
    assert type(error) is api_errors.RateLimitError
    assert (error.code, error.attempts) == ("insufficient_quota", 1)


@pytest.mark.parametrize("status, error_name", [(404, "NotFoundError"), (400, "BadRequestError")])
def test_error_has_the_status_if_its_body_is_lost(status: int, error_name: str) -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    response = make_response(status)
    flow.send(response)
    error = outcome(flow, ConnectionResetError("cut"))
    assert type(error).__name__ == error_name
    assert (error.body, str(error)) == (None, "Error code: {}".format(status))


def test_error_whose_body_is_lost_is_retried() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    flow.send(make_response(503))
    assert flow.throw(TimeoutError()) == Sleep(0.5)


def test_key_that_a_gateway_repeats_is_masked() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    error = final_failure(flow, 401, json.dumps({"error": {"message": "wrong key " + KEY}}).encode())
    assert str(error) == "Error code: 401 - wrong key ***"
    assert KEY.encode() not in error.response.body


def test_short_key_is_not_masked_in_the_message() -> None:
    request = make_request()
    request.headers["Authorization"] = "Bearer key"
    flow = exchange.exchange(request, POLICY)
    next(flow)
    error = final_failure(flow, 401, b'{"error": {"message": "wrong key"}}')
    assert str(error) == "Error code: 401 - wrong key"


# Bodies that cannot be sent again


class Body:
    """An iterable body with the given attributes, such as `replayable`."""

    def __init__(self, **attributes: Any) -> None:
        self.__dict__.update(attributes)

    def __iter__(self) -> Iterator[bytes]:
        return iter([b"x"])


@pytest.mark.parametrize("body", [None, b"x", Body(replayable=True)])
def test_replayable_body_is_retried(body: Any) -> None:
    flow = exchange.exchange(make_request(body), POLICY)
    next(flow)
    assert flow.throw(ConnectionError()) == Sleep(0.5)


@pytest.mark.parametrize("body", [Body(), Body(replayable=False), iter([b"x"])])
def test_other_bodies_are_sent_once(body: Any) -> None:
    flow = exchange.exchange(make_request(body), POLICY)
    next(flow)
    error = outcome(flow, ConnectionError("cut"))
    assert type(error) is api_errors.APIConnectionError
    assert error.attempts == 1
    flow = exchange.exchange(make_request(body), POLICY)
    next(flow)
    assert final_failure(flow, 503).attempts == 1


# Errors


REQUEST_LINE = "POST https://api.example/v1/x: "
TIMEOUTS = "; the timeouts were connect 5 s, read 5 s, write 5 s, pool 5 s"


@pytest.mark.parametrize(
    "raised, error_name, message_text",
    [
        (ConnectionRefusedError("refused"), "APIConnectionError", "Connection error. " + REQUEST_LINE + "refused"),
        (OSError(), "APIConnectionError", "Connection error. " + REQUEST_LINE + "OSError"),
        (TimeoutError("slow"), "APITimeoutError", "Request timed out. " + REQUEST_LINE + "slow" + TIMEOUTS),
    ],
)
def test_network_failures_have_messages(raised: OSError, error_name: str, message_text: str) -> None:
    flow = exchange.exchange(make_request(), RetryPolicy(0))
    next(flow)
    error = outcome(flow, raised)
    assert (type(error).__name__, str(error)) == (error_name, message_text)
    assert error.__cause__ is raised


def test_refused_certificate_is_not_retried() -> None:
    class Refused(OSError):
        verify_message = "self-signed certificate"

    wrapped = ConnectionError("handshake")
    wrapped.__cause__ = Refused()
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    error = outcome(flow, wrapped)
    assert type(error) is api_errors.CertificateError
    assert str(error).startswith("Certificate verification failed: self-signed certificate. ")
    assert error.attempts == 1


@pytest.mark.parametrize("bug", [ValueError("bug"), KeyError("bug"), errors.UploadError("torn"), RuntimeError()])
def test_other_exceptions_pass_through(bug: Exception) -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    assert outcome(flow, bug) is bug


def test_exceeded_deadline_is_not_retried() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    error = outcome(flow, DeadlineExceeded("the deadline was exceeded"))
    assert type(error) is api_errors.APITimeoutError
    assert error.attempts == 1
    assert "the deadline was exceeded" in str(error)


def test_deadline_before_the_next_attempt_has_the_failure_as_its_cause() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    assert retryable_failure(flow, 503, b'{"error": {"message": "busy"}}') == Sleep(0.5)
    error = outcome(flow, DeadlineExceeded("too late"))
    assert type(error) is api_errors.APITimeoutError
    assert type(error.__cause__) is api_errors.InternalServerError
    assert str(error.__cause__) == "Error code: 503 - busy"
    assert (error.attempts, error.waited) == (1, 0.0)


class Failing:
    """A transport whose `send` fails."""

    def send(self, sent: Any) -> Any:
        secret = sent.headers["Authorization"]
        try:
            raise OSError("inner " + secret[:6])
        except OSError as error:
            raise ConnectionError("outer") from error


def test_cause_has_no_traceback_and_no_context_is_shown() -> None:
    with pytest.raises(api_errors.APIConnectionError) as caught:
        drivers.drive(exchange.exchange(make_request(), RetryPolicy(0)), Failing(), drivers.Deadline(None))
    error = caught.value
    assert str(error.__cause__) == "outer"
    assert error.__suppress_context__
    link = error.__cause__
    while link is not None:
        assert link.__traceback__ is None
        link = link.__cause__ or link.__context__


def test_exception_that_the_caller_is_handling_keeps_its_traceback() -> None:
    try:
        raise KeyError("of the caller")
    except KeyError as handled:
        with pytest.raises(api_errors.APIConnectionError) as caught:
            drivers.drive(exchange.exchange(make_request(), RetryPolicy(0)), Failing(), drivers.Deadline(None))
        assert handled.__traceback__ is not None
    assert caught.value.__cause__.__traceback__ is None


def test_status_errors_show_no_context() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    error = final_failure(flow, 404)
    assert error.__cause__ is None
    assert error.__suppress_context__


# Redirects


def test_redirect_is_followed() -> None:
    request = make_request(method="GET", body=None)
    flow = exchange.exchange(request, POLICY, read_body=False)
    next(flow)
    first = make_response(307, location="/v2/y")
    assert flow.send(first) == exchange.Discard(first)
    effect = flow.send(None)
    assert type(effect) is Send
    assert (effect.request.url, effect.request.method) == ("https://api.example/v2/y", "GET")
    assert effect.request.headers["Authorization"] == "Bearer " + KEY
    response = outcome(flow, make_response())
    assert (response.request.url, response.retries_taken) == ("https://api.example/v2/y", 0)


def test_retries_after_a_redirect_go_to_its_target() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    flow.send(make_response(308, location="https://other.example/y"))
    assert flow.send(None).request.url == "https://other.example/y"
    assert retryable_failure(flow, 503) == Sleep(0.5)
    effect = flow.send(None)
    assert effect.request.url == "https://other.example/y"
    assert "Authorization" not in effect.request.headers


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_redirects_are_bounded(limit: int) -> None:
    flow = exchange.exchange(make_request(), POLICY, max_redirects=limit)
    next(flow)
    for number in range(limit):
        flow.send(make_response(307, location="/{}".format(number)))
        assert type(flow.send(None)) is Send
    error = refused(flow, 307, ("Location", "/once-more"))
    reason = "too many redirects ({})".format(limit) if limit else "redirects are not followed"
    assert str(error) == "Error code: 307 - " + reason


def refused(flow: Generator[Any, Any, Any], status: int, *pairs: tuple[str, str]) -> Any:
    """Send the flow a redirect that ends the call; return the error."""
    response = message.Response(status, list(pairs), [], lambda: None, 0.0)
    assert flow.send(response) == exchange.Discard(response)
    error = outcome(flow, None)
    assert type(error) is api_errors.APIStatusError
    assert (error.status_code, error.response, error.attempts) == (status, response, 1)
    assert error.__suppress_context__
    return error


@pytest.mark.parametrize("location", ["", "http://api.example/", "mailto:x", "https://[::1/x", "/a\\b"])
def test_redirect_that_must_not_be_followed_is_an_error(location: str) -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    assert str(refused(flow, 302, ("location", location))).startswith("Error code: 302 - the ")


@pytest.mark.parametrize("second", ["/x", "/y", ""])
def test_redirect_with_two_locations_is_an_error(second: str) -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    error = refused(flow, 302, ("Location", "/x"), ("X-Other", "1"), ("location", second))
    assert str(error) == "Error code: 302 - the redirect has 2 Location fields"


def test_redirect_without_a_location_is_an_ordinary_error() -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    assert type(final_failure(flow, 302, b"<p>moved")) is api_errors.APIStatusError


@pytest.mark.parametrize("status", sorted(exchange.REDIRECT_STATUSES))
def test_refused_redirect_is_not_retried_whatever_the_server_says(status: int) -> None:
    flow = exchange.exchange(make_request(), POLICY)
    next(flow)
    refused(flow, status, ("Location", "data:,x"), ("x-should-retry", "true"), ("Retry-After", "1"))


# Signing


def sign(request: Any) -> Any:
    return request.replace(headers=request.headers.merged({"Authorization": "Bearer signed"}))


def test_each_attempt_is_signed() -> None:
    request = make_request()
    flow = exchange.exchange(request, POLICY, sign=sign, read_body=False)
    for number in range(2):
        assert (flow.send(None) if number else next(flow)) == Sign(request, sign)
        signed = request.replace(method="SIGNED{}".format(number))
        assert flow.send(signed) == Send(signed)
        assert flow.throw(ConnectionError()) == Sleep(0.5 * 2**number)
    assert flow.send(None) == Sign(request, sign)
    signed = sign(request)
    flow.send(signed)
    response = outcome(flow, make_response())
    assert response.request is signed


def test_error_has_the_signed_request() -> None:
    request = make_request()
    flow = exchange.exchange(request, POLICY, sign=sign)
    next(flow)
    signed = sign(request)
    flow.send(signed)
    assert final_failure(flow, 401).request is signed


def test_only_requests_to_the_same_origin_are_signed() -> None:
    flow = exchange.exchange(make_request(), POLICY, sign=sign)
    next(flow)
    flow.send(sign(make_request()))
    flow.send(make_response(307, location="/y"))
    effect = flow.send(b"")
    assert type(effect) is Sign
    assert effect.request.url == "https://api.example/y"
    flow.send(sign(effect.request))
    flow.send(make_response(307, location="https://other.example/z"))
    effect = flow.send(b"")
    assert type(effect) is Send
    assert "Authorization" not in effect.request.headers
    flow.send(make_response(307, location="https://api.example/back"))
    effect = flow.send(b"")
    assert type(effect) is Send, "after another origin, not even the first one is sent credentials"
    assert "Authorization" not in effect.request.headers


def test_signing_that_fails_with_a_network_error_is_retried() -> None:
    request = make_request()
    flow = exchange.exchange(request, POLICY, sign=sign)
    next(flow)
    assert flow.throw(ConnectionError("no token")) == Sleep(0.5)
    assert flow.send(None) == Sign(request, sign)


def test_signing_that_fails_otherwise_is_not_retried() -> None:
    flow = exchange.exchange(make_request(), POLICY, sign=sign)
    next(flow)
    bug = errors.ConfigError("no key")
    assert outcome(flow, bug) is bug


# Effects


def test_effects_are_values() -> None:
    request, response = make_request(), make_response()
    assert Send(request) == Send(request)
    assert Send(request) != Send(make_request())
    assert Sleep(1.0) == Sleep(1.0)
    assert Sleep(1.0) != Sleep(2.0)
    assert Sleep(1.0) != 1.0
    assert Read(response, 5) != Read(response, 5, truncate=True)
    assert repr(Sleep(0.5)) == "Sleep(0.5)"
    assert repr(Send(request)) == "Send(<Request POST https://api.example/v1/x>)"
    assert KEY not in repr(Sign(request, sign))
    with pytest.raises(TypeError):
        hash(Sleep(1.0))
