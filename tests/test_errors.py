# SPDX-License-Identifier: MIT
"""The errors: their class tree, how they are built from responses, and that they are pickled without credentials."""

from __future__ import annotations

import copy
import json
import pickle
from types import SimpleNamespace

import pytest

from . import PACKAGE, load, package

errors = load("call.errors")
helper_errors = load("call.helper_errors")
api_errors = load("call.api_errors")
response_errors = load("call.response_errors")
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
    "RateLimitWaitError": ("OpenAIError", TimeoutError),
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
    "CircuitOpenError": ("APIConnectionError",),
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
WITH_COMPLETION = (helper_errors.LengthFinishReasonError, helper_errors.ContentFilterFinishReasonError)


def error_class(name: str) -> Any:
    return next(getattr(module, name) for module in (errors, api_errors, helper_errors) if name in vars(module))


@pytest.mark.parametrize("name", TREE)
def test_errors_form_a_tree_and_are_public(name: str) -> None:
    cls = error_class(name)
    assert cls is getattr(package, name)
    assert cls.__bases__ == tuple(error_class(base) if isinstance(base, str) else base for base in TREE[name])
    assert cls.__doc__


def test_no_error_is_outside_of_the_tree() -> None:
    here = {**vars(errors), **vars(api_errors), **vars(helper_errors)}
    names = {cls.__name__ for cls in here.values() if isinstance(cls, type) and issubclass(cls, Exception)}
    assert names - {"Refusal"} == set(TREE)  # which call/jsonable.py catches


@pytest.mark.parametrize("name", TREE)
def test_no_error_is_an_os_error(name: str) -> None:
    # An OSError raised inside a transport would be retried. These are raised between calls only.
    os_errors = ("RateLimitWaitError", "PollTimeoutError", "ProcessingTimeoutError")
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
    error = response_errors.status_error(make_response(status, {"error": body}))
    assert type(error).__name__ == name
    assert str(error) == error.message == "Error code: {} - text".format(status)
    assert (error.status_code, error.request_id, error.body) == (status, "req_1", body)
    assert (error.code, error.param, error.type) == ("c", "p", "t")
    assert error.response.status_code == status
    assert error.request is error.response.request


def test_programs_build_errors_with_responses_of_other_libraries() -> None:
    response = SimpleNamespace(status_code=429, headers={"x-request-id": "req_2"}, request=object())
    error = package.RateLimitError("text", response=response, body=None)
    assert (error.request_id, error.status_code, str(error)) == ("req_2", 429, "text")
    assert error.response is response and error.request is response.request
    response.headers.clear()
    assert package.APIStatusError("text", response=response, body=None).request_id is None


HTML = "<!doctype html><title>502 Bad Gateway</title>"


@pytest.mark.parametrize(
    "sent, body, text, code",
    [
        (b"", None, "", None),
        (b"  \n", None, "", None),
        ({"error": {"message": "m", "code": 503}}, {"message": "m", "code": 503}, " - m", "503"),
        ({"error": {"message": None}}, {"message": None}, "", None),
        ({"error": {"message": 5}}, {"message": 5}, " - 5", None),
        ({"error": {}}, {}, "", None),
        ({"error": "just text"}, "just text", " - just text", None),
        ({"error": None}, None, "", None),
        ({"error": ["a"]}, ["a"], " - a", None),
        ({"message": "m", "code": "c"}, {"message": "m", "code": "c"}, " - m", "c"),
        ({"detail": "Not Found"}, {"detail": "Not Found"}, " - Not Found", None),
        (["a", 1], ["a", 1], " - a; 1", None),
        (b"5", 5, " - 5", None),
        (b'"text"', "text", " - text", None),
        (b"plain words\n", "plain words", " - plain words", None),
        (b"\xff", "\ufffd", " - \ufffd", None),
        (b"[" * 200_000, "[" * 200_000, " - " + "[" * 299 + "\u2026", None),
        (
            HTML.encode(),
            HTML,
            " - an HTML page, not an API response; is the base URL wrong, or a proxy in the way? "
            'Its title is "502 Bad Gateway"',
            None,
        ),
    ],
)
def test_error_keeps_the_decoded_body(sent: Any, body: Any, text: str, code: Any) -> None:
    error = response_errors.status_error(make_response(400, sent))
    assert error.body == body
    assert str(error) == "Error code: 400" + text
    assert error.code == code
    assert error.summary == "POST https://api.example/v1/x: Error code: 400{} (request req_1)".format(text)


# The reason, wherever the server put it

DETAIL = [
    {"loc": ["body", "messages", 0, "role"], "msg": "field required", "type": "missing"},
    {"loc": ["x"], "msg": "y"},
]


@pytest.mark.parametrize(
    "sent, reason, code, type_, param",
    [
        ({"error": {"code": "c", "type": "t", "message": None}}, '{"code": "c", "type": "t"}', "c", "t", None),
        ([{"error": {"code": 400, "message": "m", "status": "INVALID_ARGUMENT"}}], "m", "400", None, None),
        ({"detail": DETAIL}, "messages.0.role: field required; x: y", None, "missing", "messages.0.role"),
        ({"detail": {"error": {"message": "m", "code": "c", "param": "p"}}}, "m", "c", None, "p"),
        ({"error": {"message": {"detail": DETAIL[1:]}}}, "x: y", None, None, "x"),
        ({"errors": [{"message": "a", "code": "c"}, {"message": "b"}]}, "a; b", "c", None, None),
        ({"errors": ["a", "b", "c", "d"]}, "a; b; c", None, None, None),
        (
            {"error": "invalid_grant", "error_description": "expired"},
            "invalid_grant: expired",
            "invalid_grant",
            None,
            None,
        ),
        (
            {"error": "Not Found", "message": "No such path", "status": 404},
            "Not Found: No such path",
            "404",
            None,
            None,
        ),
        ({"error": True, "reason": "why"}, "why", None, None, None),
        ({"success": False, "errors": [{"code": 10000, "message": "m"}], "result": None}, "m", "10000", None, None),
        ({"base_resp": {"status_code": 1004, "status_msg": "login fail"}}, "login fail", "1004", None, None),
        ({"error_code": 110, "error_msg": "m"}, "m", "110", None, None),
        ({"Message": "m"}, "m", None, None, None),
        ({"type": "about:blank", "title": "t", "status": 403, "detail": "d"}, "d", "403", "about:blank", None),
        ({"fault": {"faultstring": "m", "detail": {"errorcode": "x"}}}, "m", None, None, None),
        ({"unheard_of": "text", "empty": None}, '{"unheard_of": "text"}', None, None, None),
        ({"detail": "two\nlines\t\x1b[31m\u202e"}, "two lines \\x1b[31m\\u202e", None, None, None),
        ({"detail": "x" * 5000}, "x" * 299 + "\u2026", None, None, None),
        ({"detail": {}}, "", None, None, None),
        ("\ufeff" + json.dumps({"error": {"message": "m"}}), "m", None, None, None),
    ],
)
def test_reason_follows_the_official_prefix(sent: Any, reason: str, code: Any, type_: Any, param: Any) -> None:
    body = sent.encode() if isinstance(sent, str) else json.dumps(sent).encode()
    error = response_errors.status_error(make_response(400, body))
    assert str(error) == "Error code: 400" + (" - " if reason else "") + reason
    assert (error.code, error.type, error.param) == (code, type_, param)


def test_message_of_the_official_form_is_never_changed_but_the_summary_is_one_line() -> None:
    text = "line 1\nline 2\x1b[31m" + "x" * 2000
    error = response_errors.status_error(make_response(400, {"error": {"message": text}}))
    assert str(error) == "Error code: 400 - " + text
    assert error.summary.isprintable() and "line 1 line 2" in error.summary and len(error.summary) < 1200


@pytest.mark.parametrize("name, value", [("Authorization", "Bearer sk-abc/123456"), ("api-key", "sk-abc/123456")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("text", ['{"detail": "wrong: sk-abc/123456"}', '{"detail": "wrong: sk-abc\\/123456"}'])
def test_key_that_a_gateway_repeats_is_masked(name: str, value: str, encoding: str, text: str) -> None:
    for status in (200, 401):
        response = make_response(status, text.encode(encoding))
        response.request.headers[name] = value
        response_errors.mask_echoed_key(response)
        error = response_errors.status_error(response)
        assert str(error) == "Error code: {} - wrong: ***".format(status) and "123456" not in repr(vars(error))


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
        api_errors.CircuitOpenError(2.5, make_request()),
        api_errors.IncompleteStreamError(message="m", request=make_request(), received=[{"a": 1}]),
        api_errors.APIResponseValidationError(response, b"x", message="m"),
        helper_errors.OAuthError(response=response, body={"error": "e", "error_description": "m"}),
    ]
    status = [
        cls
        for cls in map(error_class, TREE)
        if issubclass(cls, api_errors.APIStatusError) and cls is not helper_errors.OAuthError
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


def test_errors_belong_to_the_package_in_reports() -> None:
    """Programs read the module of an error, and a traceback shows it: it is where programs import the error from."""
    for name in ("RateLimitError", "ConfigError", "InvalidWebhookSignatureError", "OpenAIError"):
        cls = getattr(package, name)
        assert cls.__module__ == PACKAGE and pickle.loads(pickle.dumps(cls)) is cls

    class Own(package.RateLimitError):  # type: ignore[misc,name-defined]
        pass

    assert Own.__module__ == __name__
