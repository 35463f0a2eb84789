# SPDX-License-Identifier: MIT
"""What is decided about one call, as transcripts by hand: what is asked for, and what comes of each answer."""

from __future__ import annotations

import json

import pytest

from . import load

drivers = load("call.drivers")
errors = load("call.errors")
failures = load("call.api_errors")
exchange = load("call.exchange")
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


def request(body: Any = b"{}", url: str = "https://api.example/v1/x", method: str = "POST") -> Any:
    headers = load("call.headers").Headers({"Authorization": "Bearer " + KEY, "Content-Type": "application/json"})
    return message.Request(method, url, headers, body, Timeout(5))


def reply(status: int = 200, **headers: str) -> Any:
    pairs = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return message.Response(status, pairs, (), lambda: None, 0.0)


def outcome(flow: Generator[Any, Any, Any], last: Any) -> Any:
    """Give the flow the last result or exception; return what it returns or raises."""
    try:
        effect = flow.throw(last) if isinstance(last, BaseException) else flow.send(last)
    except StopIteration as stop:
        return stop.value
    except Exception as error:
        return error
    raise AssertionError("it goes on with {!r}".format(effect))


def failed(flow: Generator[Any, Any, Any], status: int, body: bytes = b"", **headers: str) -> Any:
    """Answer a Send with an error status and its body; return the next effect."""
    answer = reply(status, **headers)
    assert flow.send(answer) == Read(answer, exchange.MAX_ERROR_BODY_BYTES, truncate=True)
    return flow.send(body)


def exhausted(flow: Generator[Any, Any, Any], status: int, body: bytes = b"", **headers: str) -> Any:
    """Do the same where it must be the end; return the error."""
    answer = reply(status, **headers)
    assert flow.send(answer) == Read(answer, exchange.MAX_ERROR_BODY_BYTES, truncate=True)
    return outcome(flow, body)


# Success


def test_success_is_read_whole() -> None:
    flow = exchange.exchange(request(), POLICY)
    first, answer = next(flow), reply(200)
    assert first == Send(first.request)
    assert flow.send(answer) == Read(answer, exchange.MAX_BODY_BYTES)
    assert outcome(flow, b"body") is answer
    assert (answer.body, answer.retries_taken, answer.request) == (b"body", 0, first.request)


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_success_that_is_streamed_is_left_open(status: int) -> None:
    flow = exchange.exchange(request(), POLICY, read_body=False)
    next(flow)
    answer = reply(status)
    assert outcome(flow, answer) is answer
    assert answer.body == b""


# Another try


def test_rate_limit_and_then_success() -> None:
    asked = request()
    flow = exchange.exchange(asked, POLICY)
    assert next(flow) == Send(asked)
    assert failed(flow, 429, b"{}", retry_after="7") == Sleep(7.0)
    assert flow.send(None) == Send(asked)
    answer = reply()
    assert flow.send(answer) == Read(answer, exchange.MAX_BODY_BYTES)
    assert outcome(flow, b"ok").retries_taken == 1


def test_lost_connection_and_then_success() -> None:
    asked = request()
    flow = exchange.exchange(asked, POLICY, read_body=False)
    next(flow)
    assert flow.throw(ConnectionResetError("reset")) == Sleep(0.5)
    assert flow.send(None) == Send(asked)
    assert flow.throw(TimeoutError()) == Sleep(1.0)
    flow.send(None)
    assert outcome(flow, reply()).retries_taken == 2


def test_answer_that_breaks_off_is_asked_for_again() -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    flow.send(reply())
    assert flow.throw(ConnectionError("cut")) == Sleep(0.5)
    assert type(flow.send(None)) is Send


def test_attempts_are_counted_when_none_is_left() -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    assert failed(flow, 500, retry_after="2.5") == Sleep(2.5)
    flow.send(None)
    assert failed(flow, 503) == Sleep(1.0)
    flow.send(None)
    error = exhausted(flow, 502, b'{"error": {"message": "down", "code": "bad"}}', x_request_id="req_9")
    assert type(error) is failures.InternalServerError
    assert (error.status_code, error.attempts, error.waited, error.request_id) == (502, 3, 3.5, "req_9")
    assert error.summary == (
        "POST https://api.example/v1/x: Error code: 502 - down (request req_9; 3 attempts, 3.5 s waited)"
    )


def test_lost_connections_are_counted_too() -> None:
    flow = exchange.exchange(request(), RetryPolicy(1, random=lambda: 0.0))
    next(flow)
    assert flow.throw(ConnectionError("first")) == Sleep(0.5)
    flow.send(None)
    error = outcome(flow, ConnectionError("second"))
    assert type(error) is failures.APIConnectionError
    assert (error.attempts, error.waited, str(error.__cause__)) == (2, 0.5, "second")


def test_policy_may_be_a_number() -> None:
    flow = exchange.exchange(request(), 1)
    next(flow)
    assert 0.375 <= failed(flow, 500).seconds <= 0.5
    flow.send(None)
    assert exhausted(flow, 500).attempts == 2


def test_no_retries_means_one_attempt() -> None:
    flow = exchange.exchange(request(), RetryPolicy(0))
    next(flow)
    error = exhausted(flow, 500)
    assert (error.attempts, error.waited) == (1, 0.0)
    assert error.summary == "POST https://api.example/v1/x: Error code: 500"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422, 418, 304, 100])
def test_what_will_not_change_is_an_error_at_once(status: int) -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    error = exhausted(flow, status, b'{"error": {"message": "no"}}')
    assert isinstance(error, failures.APIStatusError)
    assert (error.status_code, error.message) == (status, "Error code: {} - no".format(status))
    assert error.response.request is error.request


def test_exhausted_quota_is_an_error_at_once() -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    error = exhausted(flow, 429, b'{"error": {"code": "insufficient_quota", "message": "no credit"}}')
    assert type(error) is failures.RateLimitError
    assert (error.code, error.attempts) == ("insufficient_quota", 1)


@pytest.mark.parametrize("status, kind", [(404, "NotFoundError"), (400, "BadRequestError")])
def test_status_is_told_though_the_errors_body_is_lost(status: int, kind: str) -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    answer = reply(status)
    flow.send(answer)
    error = outcome(flow, ConnectionResetError("cut"))
    assert type(error).__name__ == kind
    assert (error.body, str(error)) == (None, "Error code: {}".format(status))


def test_error_whose_body_is_lost_can_still_be_tried_again() -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    flow.send(reply(503))
    assert flow.throw(TimeoutError()) == Sleep(0.5)


def test_key_that_a_gateway_repeats_is_masked() -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    error = exhausted(flow, 401, json.dumps({"error": {"message": "wrong key " + KEY}}).encode())
    assert str(error) == "Error code: 401 - wrong key ***"
    assert KEY.encode() not in error.response.body


def test_short_word_of_the_message_is_not_taken_for_a_key() -> None:
    asked = request()
    asked.headers["Authorization"] = "Bearer key"
    flow = exchange.exchange(asked, POLICY)
    next(flow)
    error = exhausted(flow, 401, b'{"error": {"message": "wrong key"}}')
    assert str(error) == "Error code: 401 - wrong key"


# Bodies that can be sent once


class Body:
    """A body that says whether it can be sent again."""

    def __init__(self, **said: Any) -> None:
        self.__dict__.update(said)

    def __iter__(self) -> Iterator[bytes]:
        return iter([b"x"])


@pytest.mark.parametrize("body", [None, b"x", Body(replayable=True)])
def test_body_that_can_be_sent_again_is(body: Any) -> None:
    flow = exchange.exchange(request(body), POLICY)
    next(flow)
    assert flow.throw(ConnectionError()) == Sleep(0.5)


@pytest.mark.parametrize("body", [Body(), Body(replayable=False), iter([b"x"])])
def test_body_that_can_be_sent_once_is_sent_once(body: Any) -> None:
    flow = exchange.exchange(request(body), POLICY)
    next(flow)
    error = outcome(flow, ConnectionError("cut"))
    assert type(error) is failures.APIConnectionError
    assert error.attempts == 1
    flow = exchange.exchange(request(body), POLICY)
    next(flow)
    assert exhausted(flow, 503).attempts == 1


# What went wrong


PLACE = "POST https://api.example/v1/x: "
LIMITS = "; the limits were connect 5 s, read 5 s, write 5 s, pool 5 s"


@pytest.mark.parametrize(
    "raised, kind, said",
    [
        (ConnectionRefusedError("refused"), "APIConnectionError", "Connection error. " + PLACE + "refused"),
        (OSError(), "APIConnectionError", "Connection error. " + PLACE + "OSError"),
        (TimeoutError("slow"), "APITimeoutError", "Request timed out. " + PLACE + "slow" + LIMITS),
    ],
)
def test_failures_of_the_network_are_told_in_words(raised: OSError, kind: str, said: str) -> None:
    flow = exchange.exchange(request(), RetryPolicy(0))
    next(flow)
    error = outcome(flow, raised)
    assert (type(error).__name__, str(error)) == (kind, said)
    assert error.__cause__ is raised


def test_refused_certificate_is_told_and_not_tried_again() -> None:
    class Refused(OSError):
        verify_message = "self-signed certificate"

    wrapped = ConnectionError("handshake")
    wrapped.__cause__ = Refused()
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    error = outcome(flow, wrapped)
    assert type(error) is failures.CertificateError
    assert str(error).startswith("Certificate refused: self-signed certificate. ")
    assert error.attempts == 1


@pytest.mark.parametrize("bug", [ValueError("bug"), KeyError("bug"), errors.UploadError("torn"), RuntimeError()])
def test_other_exceptions_pass_through(bug: Exception) -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    assert outcome(flow, bug) is bug


def test_deadline_is_not_tried_again() -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    error = outcome(flow, DeadlineExceeded("the deadline is over"))
    assert type(error) is failures.APITimeoutError
    assert error.attempts == 1
    assert "the deadline is over" in str(error)


def test_deadline_that_leaves_no_time_for_another_attempt_has_the_failure_as_its_cause() -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    assert failed(flow, 503, b'{"error": {"message": "busy"}}') == Sleep(0.5)
    error = outcome(flow, DeadlineExceeded("too late"))
    assert type(error) is failures.APITimeoutError
    assert type(error.__cause__) is failures.InternalServerError
    assert str(error.__cause__) == "Error code: 503 - busy"
    assert (error.attempts, error.waited) == (1, 0.0)


class Failing:
    """A transport whose network is down."""

    def send(self, sent: Any) -> Any:
        secret = sent.headers["Authorization"]
        try:
            raise OSError("inner " + secret[:6])
        except OSError as error:
            raise ConnectionError("outer") from error


def test_cause_has_no_frames_and_no_context_is_shown() -> None:
    with pytest.raises(failures.APIConnectionError) as caught:
        drivers.drive(exchange.exchange(request(), RetryPolicy(0)), Failing(), drivers.Deadline(None))
    error = caught.value
    assert str(error.__cause__) == "outer"
    assert error.__suppress_context__
    link = error.__cause__
    while link is not None:
        assert link.__traceback__ is None
        link = link.__cause__ or link.__context__


def test_what_the_caller_is_handling_meanwhile_is_left_alone() -> None:
    try:
        raise KeyError("the caller's own")
    except KeyError as own:
        with pytest.raises(failures.APIConnectionError) as caught:
            drivers.drive(exchange.exchange(request(), RetryPolicy(0)), Failing(), drivers.Deadline(None))
        assert own.__traceback__ is not None
    assert caught.value.__cause__.__traceback__ is None


def test_status_errors_show_no_context() -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    error = exhausted(flow, 404)
    assert error.__cause__ is None
    assert error.__suppress_context__


# Redirects


def test_redirect_is_followed() -> None:
    asked = request(method="GET", body=None)
    flow = exchange.exchange(asked, POLICY, read_body=False)
    next(flow)
    first = reply(307, location="/v2/y")
    assert flow.send(first) == Read(first, exchange.MAX_ERROR_BODY_BYTES, truncate=True)
    effect = flow.send(b"moved")
    assert type(effect) is Send
    assert (effect.request.url, effect.request.method) == ("https://api.example/v2/y", "GET")
    assert effect.request.headers["Authorization"] == "Bearer " + KEY
    answer = outcome(flow, reply())
    assert (answer.request.url, answer.retries_taken) == ("https://api.example/v2/y", 0)


def test_attempts_after_a_redirect_go_where_it_led() -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    flow.send(reply(308, location="https://other.example/y"))
    assert flow.send(b"").request.url == "https://other.example/y"
    assert failed(flow, 503) == Sleep(0.5)
    effect = flow.send(None)
    assert effect.request.url == "https://other.example/y"
    assert "Authorization" not in effect.request.headers


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_redirects_are_bounded(limit: int) -> None:
    flow = exchange.exchange(request(), POLICY, max_redirects=limit)
    next(flow)
    for number in range(limit):
        flow.send(reply(307, location="/{}".format(number)))
        assert type(flow.send(b"")) is Send
    error = exhausted(flow, 307, b"", location="/once-more")
    assert type(error) is failures.APIStatusError
    assert error.status_code == 307


@pytest.mark.parametrize("location", [None, "", "http://api.example/", "mailto:x"])
def test_redirect_that_must_not_be_followed_is_an_error(location: str | None) -> None:
    flow = exchange.exchange(request(), POLICY)
    next(flow)
    error = exhausted(flow, 302, b"<p>moved", **({} if location is None else {"location": location}))
    assert type(error) is failures.APIStatusError
    assert error.status_code == 302


def test_redirect_that_breaks_off_is_tried_again() -> None:
    asked = request()
    flow = exchange.exchange(asked, POLICY)
    next(flow)
    flow.send(reply(307, location="/y"))
    assert flow.throw(ConnectionError()) == Sleep(0.5)
    assert flow.send(None) == Send(asked)


# Signing


def sign(asked: Any) -> Any:
    return asked.replace(headers=asked.headers.merged({"Authorization": "Bearer signed"}))


def test_each_attempt_is_signed_anew() -> None:
    asked = request()
    flow = exchange.exchange(asked, POLICY, sign=sign, read_body=False)
    for number in range(2):
        assert (flow.send(None) if number else next(flow)) == Sign(asked, sign)
        signed = asked.replace(method="SIGNED{}".format(number))
        assert flow.send(signed) == Send(signed)
        assert flow.throw(ConnectionError()) == Sleep(0.5 * 2**number)
    assert flow.send(None) == Sign(asked, sign)
    signed = sign(asked)
    flow.send(signed)
    answer = outcome(flow, reply())
    assert answer.request is signed


def test_error_knows_the_request_that_was_signed() -> None:
    asked = request()
    flow = exchange.exchange(asked, POLICY, sign=sign)
    next(flow)
    signed = sign(asked)
    flow.send(signed)
    assert exhausted(flow, 401).request is signed


def test_signing_goes_on_at_the_same_origin_and_ends_beyond_it() -> None:
    flow = exchange.exchange(request(), POLICY, sign=sign)
    next(flow)
    flow.send(sign(request()))
    flow.send(reply(307, location="/y"))
    effect = flow.send(b"")
    assert type(effect) is Sign
    assert effect.request.url == "https://api.example/y"
    flow.send(sign(effect.request))
    flow.send(reply(307, location="https://other.example/z"))
    effect = flow.send(b"")
    assert type(effect) is Send
    assert "Authorization" not in effect.request.headers
    flow.send(reply(307, location="https://api.example/back"))
    effect = flow.send(b"")
    assert type(effect) is Send, "who was elsewhere in between is not trusted again"
    assert "Authorization" not in effect.request.headers


def test_signing_that_fails_for_the_network_is_tried_again() -> None:
    asked = request()
    flow = exchange.exchange(asked, POLICY, sign=sign)
    next(flow)
    assert flow.throw(ConnectionError("no token")) == Sleep(0.5)
    assert flow.send(None) == Sign(asked, sign)


def test_signing_that_fails_otherwise_is_not() -> None:
    flow = exchange.exchange(request(), POLICY, sign=sign)
    next(flow)
    bug = errors.ConfigError("no key")
    assert outcome(flow, bug) is bug


# Effects


def test_effects_are_values() -> None:
    asked, answer = request(), reply()
    assert Send(asked) == Send(asked)
    assert Send(asked) != Send(request())
    assert Sleep(1.0) == Sleep(1.0)
    assert Sleep(1.0) != Sleep(2.0)
    assert Sleep(1.0) != 1.0
    assert Read(answer, 5) != Read(answer, 5, truncate=True)
    assert repr(Sleep(0.5)) == "Sleep(0.5)"
    assert repr(Send(asked)) == "Send(<Request POST https://api.example/v1/x>)"
    assert KEY not in repr(Sign(asked, sign))
    with pytest.raises(TypeError):
        hash(Sleep(1.0))
