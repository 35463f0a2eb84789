# SPDX-License-Identifier: MIT
"""The errors: their tree, what they know of an answer of any kind, and that they travel without credentials."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from . import load, package

errors = load("call.errors")
failures = load("call.api_errors")
message = load("call.message")
Timeout = load("call.timeout").Timeout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

TREE = {
    "OpenAIError": (Exception,),
    "ConfigError": ("OpenAIError", ValueError),
    "UnknownOptionError": ("ConfigError", TypeError),
    "OptionTypeError": ("ConfigError", TypeError),
    "CredentialError": ("ConfigError", TypeError),
    "MutuallyExclusiveAuthError": ("ConfigError",),
    "ArgumentError": ("OpenAIError", TypeError),
    "BodyError": ("ArgumentError",),
    "PathError": ("OpenAIError", ValueError),
    "UploadError": ("OpenAIError", ValueError),
    "SchemaError": ("ArgumentError",),
    "ParseError": ("OpenAIError", ValueError),
    "MaxTurnsExceeded": ("OpenAIError",),
    "PollTimeoutError": ("OpenAIError", TimeoutError),
    "ProcessingTimeoutError": ("PollTimeoutError", RuntimeError),
    "StreamConsumedError": ("OpenAIError",),
    "LengthFinishReasonError": ("OpenAIError",),
    "RefusalError": ("OpenAIError",),
    "NoParsedOutputError": ("OpenAIError",),
    "ContentFilterFinishReasonError": ("OpenAIError",),
    "WebSocketConnectionClosedError": ("OpenAIError",),
    "WebSocketQueueFullError": ("OpenAIError",),
    "SubjectTokenProviderError": ("OpenAIError",),
    "APIError": ("OpenAIError",),
    "APIConnectionError": ("APIError",),
    "APITimeoutError": ("APIConnectionError",),
    "CertificateError": ("APIConnectionError",),
    "IncompleteStreamError": ("APIConnectionError",),
    "APIResponseValidationError": ("APIError",),
    "APIStatusError": ("APIError",),
    "BadRequestError": ("APIStatusError",),
    "AuthenticationError": ("APIStatusError",),
    "OAuthError": ("AuthenticationError",),
    "PermissionDeniedError": ("APIStatusError",),
    "NotFoundError": ("APIStatusError",),
    "ConflictError": ("APIStatusError",),
    "UnprocessableEntityError": ("APIStatusError",),
    "RateLimitError": ("APIStatusError",),
    "InternalServerError": ("APIStatusError",),
    "InvalidWebhookSignatureError": (ValueError,),
}
KEY = "sk-secret"
OF_A_COMPLETION = (failures.LengthFinishReasonError, failures.ContentFilterFinishReasonError)


def named(name: str) -> Any:
    return getattr(errors if name in vars(errors) else failures, name)


@pytest.mark.parametrize("name", TREE)
def test_errors_form_a_tree_and_are_public(name: str) -> None:
    kind = named(name)
    assert kind is getattr(package, name)
    assert kind.__bases__ == tuple(named(base) if isinstance(base, str) else base for base in TREE[name])
    assert kind.__doc__


def test_no_error_is_outside_of_the_tree() -> None:
    here = {**vars(errors), **vars(failures)}
    found = {kind.__name__ for kind in here.values() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert found == set(TREE)


@pytest.mark.parametrize("name", TREE)
def test_no_error_is_an_os_error(name: str) -> None:
    # What is raised between calls may be one; out of a transport its caller would try it again.
    between = ("PollTimeoutError", "ProcessingTimeoutError")
    assert issubclass(named(name), OSError) is (name in between)


# Making them


def request() -> Any:
    headers = load("call.headers").Headers({"Authorization": "Bearer " + KEY, "api-key": KEY, "X-Team": "blue"})
    return message.Request("POST", "https://api.example/v1/x?key=" + KEY, headers, b"{}", Timeout(5))


def reply(status: int, body: Any = b"", **headers: str) -> Any:
    pairs = [("set-cookie", KEY), ("x-request-id", "req_1")]
    made = message.Response(status, pairs + list(headers.items()), (), print, 0.0)
    made.request = request()
    made.body = body if isinstance(body, bytes) else json.dumps(body).encode()
    return made


@pytest.mark.parametrize(
    "status, name",
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (503, "InternalServerError"),
        (599, "InternalServerError"),
        (301, "APIStatusError"),
        (402, "APIStatusError"),
        (408, "APIStatusError"),
        (418, "APIStatusError"),
        (499, "APIStatusError"),
    ],
)
def test_status_decides_the_class(status: int, name: str) -> None:
    said = {"message": "said", "code": "c", "param": "p", "type": "t"}
    error = failures.status_error(reply(status, {"error": said}))
    assert type(error).__name__ == name
    assert str(error) == error.message == "Error code: {} - said".format(status)
    assert (error.status_code, error.request_id, error.body) == (status, "req_1", said)
    assert (error.code, error.param, error.type) == ("c", "p", "t")
    assert error.response.status_code == status
    assert error.request is error.response.request


HTML = "<!doctype html><title>502 Bad Gateway</title>"


@pytest.mark.parametrize(
    "sent, body, text, code",
    [
        (b"", None, "", None),
        (b"  \n", None, "", None),
        ({"error": {"message": "m", "code": 503}}, {"message": "m", "code": 503}, " - m", "503"),
        ({"error": {"message": None}}, {"message": None}, "", None),
        ({"error": {"message": 5}}, {"message": 5}, "", None),
        ({"error": {}}, {}, "", None),
        ({"error": "just text"}, "just text", "", None),
        ({"error": None}, None, "", None),
        ({"error": ["a"]}, ["a"], "", None),
        ({"message": "m", "code": "c"}, {"message": "m", "code": "c"}, " - m", "c"),
        ({"detail": "Not Found"}, {"detail": "Not Found"}, "", None),
        (["a", 1], ["a", 1], "", None),
        (b"5", 5, "", None),
        (b'"text"', "text", "", None),
        (b"plain words\n", "plain words", "", None),
        (b"\xff", "\ufffd", "", None),
        (b"[" * 200_000, "[" * 200_000, "", None),
        (
            HTML.encode(),
            HTML,
            " - an HTML page, not an answer of the API: is a proxy or a wrong base URL in between?",
            None,
        ),
    ],
)
def test_bodies_of_every_kind_are_kept(sent: Any, body: Any, text: str, code: Any) -> None:
    error = failures.status_error(reply(400, sent))
    assert error.body == body
    assert str(error) == "Error code: 400" + text
    assert error.code == code
    assert error.summary == "POST https://api.example/v1/x: Error code: 400{} (request req_1)".format(text)


def test_constructors_are_those_of_the_official_library() -> None:
    plain = failures.APIError("m", request(), body={"code": 1, "param": "p", "type": "t"})
    assert (plain.message, plain.code, plain.param, plain.type) == ("m", "1", "p", "t")
    assert str(failures.APIConnectionError(request=request())) == "Connection error."
    assert failures.APIConnectionError(message="m", request=request()).body is None
    assert str(failures.APITimeoutError(request())) == "Request timed out."
    assert isinstance(failures.APITimeoutError(request=request()), failures.APIConnectionError)
    status = failures.NotFoundError("m", response=reply(404), body=None)
    assert (status.status_code, status.request_id, status.message) == (404, "req_1", "m")
    invalid = failures.APIResponseValidationError(reply(200), {"a": 1})
    assert str(invalid) == "Data returned by API invalid for expected schema."
    assert (invalid.status_code, invalid.request_id, invalid.body) == (200, "req_1", {"a": 1})
    assert str(failures.APIResponseValidationError(reply(200), message="m")) == "m"
    assert failures.IncompleteStreamError(message="m").received == []


# The summary


@pytest.mark.parametrize(
    "attempts, waited, tail",
    [(1, 0.0, ""), (2, 0.5, " (2 attempts, 0.5 s waited)"), (3, 12.46, " (3 attempts, 12.5 s waited)")],
)
def test_summary_is_one_line_with_all_that_is_known(attempts: int, waited: float, tail: str) -> None:
    error = failures.APIError("m", request())
    error.attempts, error.waited = attempts, waited
    assert error.summary == "POST https://api.example/v1/x: m" + tail
    assert failures.APIError("m").summary == "m"


def test_summary_does_not_say_the_place_twice() -> None:
    error = failures.connection_error(OSError("cut"), request())
    assert error.summary == str(error) == "Connection error. POST https://api.example/v1/x: cut"


# Travelling


def one_of_each() -> list[Any]:
    answer = reply(429, {"error": {"message": "m", "code": "c"}})
    made: list[Any] = [
        kind("m")
        for kind in map(named, TREE)
        if kind is not None and not issubclass(kind, (failures.APIError, *OF_A_COMPLETION))
    ]
    made += [kind(completion={"id": "c"}) for kind in OF_A_COMPLETION]
    made += [
        failures.APIError("m", request(), body={"code": 1}),
        failures.APIConnectionError(message="m", request=request()),
        failures.APITimeoutError(request()),
        failures.CertificateError(message="m", request=request()),
        failures.IncompleteStreamError(message="m", request=request(), received=[{"a": 1}]),
        failures.APIResponseValidationError(answer, b"x", message="m"),
        failures.OAuthError(response=answer, body={"error": "e", "error_description": "m"}),
    ]
    status = [
        kind
        for kind in map(named, TREE)
        if issubclass(kind, failures.APIStatusError) and kind is not failures.OAuthError
    ]
    return made + [kind("m", response=answer, body={"code": "c"}) for kind in status]


def test_there_is_one_of_each() -> None:
    assert {type(error).__name__ for error in one_of_each()} == set(TREE)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("error", one_of_each(), ids=lambda error: type(error).__name__)
def test_errors_pickle_and_leave_credentials_behind(error: Any, protocol: int) -> None:
    data = pickle.dumps(error, protocol)
    found = pickle.loads(data)
    assert type(found) is type(error)
    assert (str(found), found.args) == (str(error), error.args)
    assert set(vars(found)) == set(vars(error))
    assert b"Bearer" not in data
    for name in ("message", "body", "code", "param", "type", "status_code", "request_id", "received", "attempts"):
        assert getattr(found, name, "none") == getattr(error, name, "none")
    if isinstance(error, failures.APIError):
        assert found.request.headers == {"X-Team": "blue"}
        assert found.summary == error.summary
    if isinstance(error, failures.APIStatusError):
        assert found.response.raw_headers == [("x-request-id", "req_1")]
        assert found.response.body == error.response.body


@pytest.mark.parametrize("error", one_of_each(), ids=lambda error: type(error).__name__)
def test_errors_copy(error: Any) -> None:
    assert str(copy.copy(error)) == str(copy.deepcopy(error)) == str(error)
    assert set(vars(copy.copy(error))) == set(vars(error))


@pytest.mark.parametrize("error", one_of_each(), ids=lambda error: type(error).__name__)
def test_errors_show_no_key(error: Any) -> None:
    shown = [str(error), repr(error), str(vars(error))]
    if isinstance(error, failures.APIError):
        shown += [error.summary, repr(error.request)]
    assert KEY not in "".join(shown)


def test_subclass_of_yours_travels_too() -> None:
    found = pickle.loads(pickle.dumps(Yours("m", request(), extra=5)))
    assert type(found) is Yours
    assert (found.extra, str(found)) == (5, "m")


class Yours(failures.APIError):
    """An error with a constructor of its own."""

    def __init__(self, message: str, request: Any, *, extra: int) -> None:
        super().__init__(message, request)
        self.extra = extra
