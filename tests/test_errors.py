# SPDX-License-Identifier: MIT
"""The errors: their class tree, how they are built from responses, and that they are pickled without credentials."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from . import load, package

errors = load("call.errors")
api_errors = load("call.api_errors")
Headers = load("call.headers").Headers
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
WITH_COMPLETION = (api_errors.LengthFinishReasonError, api_errors.ContentFilterFinishReasonError)


def error_class(name: str) -> Any:
    return getattr(errors if name in vars(errors) else api_errors, name)


@pytest.mark.parametrize("name", TREE)
def test_errors_form_a_tree_and_are_public(name: str) -> None:
    cls = error_class(name)
    assert cls is getattr(package, name)
    assert cls.__bases__ == tuple(error_class(base) if isinstance(base, str) else base for base in TREE[name])
    assert cls.__doc__


def test_no_error_is_outside_of_the_tree() -> None:
    here = {**vars(errors), **vars(api_errors)}
    names = {cls.__name__ for cls in here.values() if isinstance(cls, type) and issubclass(cls, Exception)}
    assert names == set(TREE)


@pytest.mark.parametrize("name", TREE)
def test_no_error_is_an_os_error(name: str) -> None:
    # An OSError raised inside a transport would be retried. These two are raised between calls only.
    os_errors = ("PollTimeoutError", "ProcessingTimeoutError")
    assert issubclass(error_class(name), OSError) is (name in os_errors)


# Building errors


def make_request() -> Any:
    headers = Headers({"Authorization": "Bearer " + KEY, "api-key": KEY, "X-Team": "blue"})
    return message.Request("POST", "https://api.example/v1/x?key=" + KEY, headers, b"{}", Timeout(5))


def make_response(status: int, body: Any = b"", **headers: str) -> Any:
    pairs = [("set-cookie", KEY), ("x-request-id", "req_1")]
    response = message.Response(status, pairs + list(headers.items()), (), print, 0.0)
    response.request = make_request()
    response.body = body if isinstance(body, bytes) else json.dumps(body).encode()
    return response


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
    body = {"message": "text", "code": "c", "param": "p", "type": "t"}
    error = api_errors.status_error(make_response(status, {"error": body}))
    assert type(error).__name__ == name
    assert str(error) == error.message == "Error code: {} - text".format(status)
    assert (error.status_code, error.request_id, error.body) == (status, "req_1", body)
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
            " - an HTML page, not an API response; is the base URL wrong, or a proxy in the way?",
            None,
        ),
    ],
)
def test_error_keeps_the_decoded_body(sent: Any, body: Any, text: str, code: Any) -> None:
    error = api_errors.status_error(make_response(400, sent))
    assert error.body == body
    assert str(error) == "Error code: 400" + text
    assert error.code == code
    assert error.summary == "POST https://api.example/v1/x: Error code: 400{} (request req_1)".format(text)


def test_constructors_are_those_of_the_official_package() -> None:
    plain = api_errors.APIError("m", make_request(), body={"code": 1, "param": "p", "type": "t"})
    assert (plain.message, plain.code, plain.param, plain.type) == ("m", "1", "p", "t")
    assert str(api_errors.APIConnectionError(request=make_request())) == "Connection error."
    assert api_errors.APIConnectionError(message="m", request=make_request()).body is None
    assert str(api_errors.APITimeoutError(make_request())) == "Request timed out."
    assert isinstance(api_errors.APITimeoutError(request=make_request()), api_errors.APIConnectionError)
    status = api_errors.NotFoundError("m", response=make_response(404), body=None)
    assert (status.status_code, status.request_id, status.message) == (404, "req_1", "m")
    invalid = api_errors.APIResponseValidationError(make_response(200), {"a": 1})
    assert str(invalid) == "Data returned by API invalid for expected schema."
    assert (invalid.status_code, invalid.request_id, invalid.body) == (200, "req_1", {"a": 1})
    assert str(api_errors.APIResponseValidationError(make_response(200), message="m")) == "m"
    assert api_errors.IncompleteStreamError(message="m").received == []


# The summary


@pytest.mark.parametrize(
    "attempts, waited, tail",
    [(1, 0.0, ""), (2, 0.5, " (2 attempts, 0.5 s waited)"), (3, 12.46, " (3 attempts, 12.5 s waited)")],
)
def test_summary_is_one_line(attempts: int, waited: float, tail: str) -> None:
    error = api_errors.APIError("m", make_request())
    error.attempts, error.waited = attempts, waited
    assert error.summary == "POST https://api.example/v1/x: m" + tail
    assert api_errors.APIError("m").summary == "m"


def test_summary_does_not_repeat_the_url() -> None:
    error = api_errors.connection_error(OSError("cut"), make_request())
    assert error.summary == str(error) == "Connection error. POST https://api.example/v1/x: cut"


# Pickling and copying


def one_of_each() -> list[Any]:
    response = make_response(429, {"error": {"message": "m", "code": "c"}})
    instances: list[Any] = [
        cls("m")
        for cls in map(error_class, TREE)
        if cls is not None and not issubclass(cls, (api_errors.APIError, *WITH_COMPLETION))
    ]
    instances += [cls(completion={"id": "c"}) for cls in WITH_COMPLETION]
    instances += [
        api_errors.APIError("m", make_request(), body={"code": 1}),
        api_errors.APIConnectionError(message="m", request=make_request()),
        api_errors.APITimeoutError(make_request()),
        api_errors.CertificateError(message="m", request=make_request()),
        api_errors.IncompleteStreamError(message="m", request=make_request(), received=[{"a": 1}]),
        api_errors.APIResponseValidationError(response, b"x", message="m"),
        api_errors.OAuthError(response=response, body={"error": "e", "error_description": "m"}),
    ]
    status = [
        cls
        for cls in map(error_class, TREE)
        if issubclass(cls, api_errors.APIStatusError) and cls is not api_errors.OAuthError
    ]
    return instances + [cls("m", response=response, body={"code": "c"}) for cls in status]


def test_one_of_each_covers_the_tree() -> None:
    assert {type(error).__name__ for error in one_of_each()} == set(TREE)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("error", one_of_each(), ids=lambda error: type(error).__name__)
def test_errors_pickle_and_leave_credentials_behind(error: Any, protocol: int) -> None:
    data = pickle.dumps(error, protocol)
    restored = pickle.loads(data)
    assert type(restored) is type(error)
    assert (str(restored), restored.args) == (str(error), error.args)
    assert set(vars(restored)) == set(vars(error))
    assert b"Bearer" not in data
    for name in ("message", "body", "code", "param", "type", "status_code", "request_id", "received", "attempts"):
        assert getattr(restored, name, "none") == getattr(error, name, "none")
    if isinstance(error, api_errors.APIError):
        assert restored.request.headers == {"X-Team": "blue"}
        assert restored.summary == error.summary
    if isinstance(error, api_errors.APIStatusError):
        assert restored.response.raw_headers == [("x-request-id", "req_1")]
        assert restored.response.body == error.response.body


@pytest.mark.parametrize("error", one_of_each(), ids=lambda error: type(error).__name__)
def test_errors_copy(error: Any) -> None:
    assert str(copy.copy(error)) == str(copy.deepcopy(error)) == str(error)
    assert set(vars(copy.copy(error))) == set(vars(error))


@pytest.mark.parametrize("error", one_of_each(), ids=lambda error: type(error).__name__)
def test_errors_show_no_key(error: Any) -> None:
    shown = [str(error), repr(error), str(vars(error))]
    if isinstance(error, api_errors.APIError):
        shown += [error.summary, repr(error.request)]
    assert KEY not in "".join(shown)


def test_subclass_with_another_constructor_pickles() -> None:
    restored = pickle.loads(pickle.dumps(CustomError("m", make_request(), extra=5)))
    assert type(restored) is CustomError
    assert (restored.extra, str(restored)) == (5, "m")


class CustomError(api_errors.APIError):
    """An error with a constructor of its own."""

    def __init__(self, message: str, request: Any, *, extra: int) -> None:
        super().__init__(message, request)
        self.extra = extra
