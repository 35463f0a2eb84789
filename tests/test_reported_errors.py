# SPDX-License-Identifier: MIT
"""Errors that a server reports with a success status: as a whole body, and inside of a stream."""

from __future__ import annotations

import asyncio
import json
import pickle

import pytest

from . import load, package
from .raw_server import CLOSE, REQUEST, RawServer, respond
from .test_decode import decode_body, make_response
from .test_stream_reader import Body, chunk, collect, make_reader, sse

api_errors = load("call.api_errors")
error_body = load("call.error_body")
models = load("results.models")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Body, name of the error's class, the server's reason.
REPORTS = [
    ({"error": {"message": "No endpoints", "code": 404}, "user_id": "u"}, "NotFoundError", "No endpoints"),
    ({"id": "gen", "object": "chat.completion", "error": {"message": "m", "code": 502}}, "InternalServerError", "m"),
    ({"id": "gen", "choices": [{"error": {"message": "m", "code": "502"}, "message": {}}]}, "InternalServerError", "m"),
    ({"error": "text"}, "APIError", "text"),
    ({"error": ["a", {"msg": "b"}]}, "APIError", "a; b"),
    ({"error": "rate_limit_exceeded"}, "RateLimitError", "rate_limit_exceeded"),
    ({"error": {"message": None, "type": "overloaded_error"}}, "InternalServerError", "overloaded_error"),
    ({"error": {"code": 429}}, "RateLimitError", "429"),
    ([{"error": {"message": "m", "status": "RESOURCE_EXHAUSTED"}}], "RateLimitError", "m"),
    ({"object": "error", "message": "m", "type": "BadRequestError", "code": 400}, "BadRequestError", "m"),
    ({"object": "error", "message": "m", "code": 40303}, "APIError", "m"),
    ({"error": {"message": "m", "type": "server_error", "code": None}}, "APIError", "m"),
    ({"error": {"message": "m", "type": "invalid_request_error", "code": "x"}}, "BadRequestError", "m"),
    ({"type": "error", "error": {"type": "authentication_error", "message": "m"}}, "AuthenticationError", "m"),
    ({"code": "invalid_api_key", "message": "m"}, "AuthenticationError", "m"),
    ({"code": "InvalidApiKey", "message": "m", "request_id": "r"}, "AuthenticationError", "m"),
    ({"code": 403, "msg": "m", "data": None}, "PermissionDeniedError", "m"),
    ({"base_resp": {"status_code": 1002, "status_msg": "m"}, "choices": None}, "RateLimitError", "m"),
    ({"id": "", "choices": None, "base_resp": {"status_code": 2049, "status_msg": "m"}}, "AuthenticationError", "m"),
    ({"detail": "m"}, "APIError", "m"),
    ({"detail": [{"loc": ["body", "n"], "msg": "m"}]}, "APIError", "n: m"),
    ({"message": "m"}, "APIError", "m"),
    ({"errors": [{"message": "m", "code": "context_length_exceeded"}]}, "BadRequestError", "m"),
    ({"success": False, "message": "m"}, "APIError", "m"),
    ({"error_code": 110, "error_msg": "m"}, "APIError", "m"),
    ({"status": "error", "message": "m"}, "APIError", "m"),
    ({"type": "about:blank", "title": "t", "status": 403, "detail": "m"}, "PermissionDeniedError", "m"),
]  # fmt: skip
CHOICES = [body for body, _, _ in REPORTS if isinstance(body, dict) and body.get("choices")]
RESULTS = [
    {"id": "resp_1", "object": "response", "status": "failed", "error": {"code": "server_error", "message": "m"}},
    {"id": "ftjob_1", "object": "fine_tuning.job", "status": "failed", "error": {"message": "m", "code": "c"}},
    {"id": "batch_1", "object": "batch", "status": "failed", "errors": {"data": [{"message": "m"}]}},
    {"id": "c", "choices": [{"message": {"content": "x"}}], "error": None},
    {"id": "c", "choices": [{"message": {"content": "x"}, "error": None}], "base_resp": {"status_code": 0}},
    {"code": 0, "message": "ok", "data": {}},
    {"code": "200", "msg": "success", "result": {}},
    {"success": True, "message": "done"},
    {"status": "queued", "message": "wait"},
    {"type": "ping", "message": "x"},
    {"message": {"role": "assistant", "content": "x"}},
    {"id": "x", "message": "x", "data": [1]},
    {"text": "x"},
    {},
]


@pytest.mark.parametrize("body, name, reason", REPORTS)
def test_body_that_reports_an_error_is_raised(body: Any, name: str, reason: str) -> None:
    with pytest.raises(api_errors.APIError) as caught:
        decode_body("", make_response(json.dumps(body).encode()))
    error = caught.value
    assert type(error).__name__ == name and reason in str(error) and reason in error.summary
    if name != "APIError":
        assert (
            str(error).startswith("Error code: {} - ".format(error.status_code)) and error.response.status_code == 200
        )
        assert error.request_id == "req_1"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("body", RESULTS)
def test_result_that_has_fields_of_errors_is_returned(body: Any) -> None:
    assert decode_body("", make_response(json.dumps(body).encode())) == body


def test_no_result_of_the_api_looks_like_an_error() -> None:
    """Whatever fields of its model an object has, with and without an error of its own."""
    count = 0
    for _, operation in load("api").operations():
        if operation.page or operation.response_type == "events":  # the model is that of the items
            continue
        path = operation.returns and models.find_path(operation.returns, operation.model_package)
        for member in models.flatten([path]) if path else ():
            fields = {wire: "x" for _, wire, _ in models.model_class(*member)._fields}
            assert error_body.find_reported_error({**fields, "error": None}) is None, (operation, fields)
            if "error" in fields:
                count += 1
                state = {**fields, "error": {"message": "m"}}
                assert error_body.find_reported_error(state) is None, (operation, fields)
    assert count > 5


def test_custom_endpoints_may_return_any_message() -> None:
    cast = load("results.cast")
    for body in ({"message": "m"}, {"detail": "d"}, {"code": 7, "message": "m"}):
        assert cast.cast_custom(make_response(json.dumps(body).encode()), None) == body
        assert cast.cast_custom(make_response(json.dumps(body).encode()), dict) == body
    for to in (None, object, dict):
        with pytest.raises(api_errors.RateLimitError, match="m"):
            cast.cast_custom(make_response(b'{"error": {"message": "m", "code": 429}}'), to)


@pytest.mark.parametrize("response_format", ["text", "srt", None])
def test_transcript_that_is_an_error_report_is_raised(response_format: Any) -> None:
    with pytest.raises(api_errors.APIError, match="too long"):
        decode_body("transcript", make_response(b'{"error": "too long"}'), response_format=response_format)


@pytest.mark.parametrize("is_async", [False, True])
def test_clients_raise_what_a_success_reports(is_async: bool) -> None:
    report = b'{"error": {"message": "no endpoints", "code": 404}}'
    messages = [{"role": "user", "content": "hi"}]
    with RawServer(REQUEST, respond(report, "200 OK", "Connection: close"), CLOSE) as server:
        settings = {"api_key": "key", "base_url": server.url, "environment": False, "max_retries": 2}
        errors: list[Any] = []

        def attempt(call: Any) -> None:
            with pytest.raises(package.NotFoundError, match="no endpoints") as caught:
                call()
            errors.append(caught.value)

        if is_async:

            async def create(stream: bool) -> Any:
                async with package.AsyncOpenAI(**settings) as client:
                    result = await client.chat.completions.create(model="m", messages=messages, stream=stream)
                    return [item async for item in result]

            attempt(lambda: asyncio.run(create(False)))
            attempt(lambda: asyncio.run(create(True)))
        else:
            with package.OpenAI(**settings) as client:
                create_chat = client.chat.completions.create
                raw = client.chat.completions.with_raw_response.create
                attempt(lambda: create_chat(model="m", messages=messages))
                attempt(lambda: list(create_chat(model="m", messages=messages, stream=True)))
                attempt(raw(model="m", messages=messages).parse)
                attempt(lambda: raw(model="m", messages=messages).parse(to=dict))
        assert len(server.requests) == len(errors)  # nothing is sent again
    assert {error.status_code for error in errors} == {404} and {error.attempts for error in errors} == {1}


# Inside of a stream

STREAM_REPORTS = [(sse(body), name, reason) for body, name, reason in REPORTS if body not in CHOICES] + [
    (sse("overloaded", name="error"), "InternalServerError", "overloaded"),
    (sse("try again later", name="error"), "APIError", "try again later"),
    (sse("try again later", name="server_error"), "APIError", "try again later"),
    (sse("null", name="error"), "APIError", "An error occurred during streaming"),
    (sse("", name="error"), "APIError", "An error occurred during streaming"),
    (sse("5", name="error"), "APIError", "5"),
    (sse("[1]", name="error"), "APIError", "1"),
    (sse({"x": 1}, name="error"), "APIError", '{"x": 1}'),
    (sse({"message": "m", "code": 429}, name="error"), "RateLimitError", "m"),
    (b'error: {"message": "m", "code": 503}\n\n', "InternalServerError", "m"),
    (b'error:{"error": {"message": "m"}}\n', "APIError", "m"),
    (b"error: the model is gone\n\n", "APIError", "the model is gone"),
    (b'{"error": {"message": "m", "code": 400}}\n', "BadRequestError", "m"),
    (b'[{"error": {"message": "m"}}]\n', "APIError", "m"),
    (b"data: Internal Server Error\n\n", "APIResponseValidationError", "Internal Server Error"),
]


@pytest.mark.parametrize("sent, name, reason", STREAM_REPORTS)
def test_error_inside_of_a_stream_is_raised_after_what_came_before(sent: bytes, name: str, reason: str) -> None:
    reader = make_reader()
    assert reader.feed(sse(chunk("a")) + sent + sse(chunk("never"))) == [chunk("a")]
    assert reader.ended
    with pytest.raises(api_errors.APIError) as caught:
        reader.raise_failure()
    assert type(caught.value).__name__ == name and reason in str(caught.value)
    assert caught.value.received == [chunk("a")]


@pytest.mark.parametrize("end", [sse("[DONE]"), sse({"choices": [], "usage": {}}, "[DONE]"), b""])
def test_error_of_choices_is_raised_at_the_end_of_the_stream(end: bytes) -> None:
    """Only then is it known that no other choice goes on."""
    broken = chunk("b", "error")
    broken["choices"][0]["error"] = {"code": 502, "message": "upstream"}
    reader = make_reader()
    assert reader.feed(sse(chunk("a"), broken) + end)[:2] == [chunk("a"), broken]
    with pytest.raises(api_errors.InternalServerError, match="upstream") as caught:
        reader.raise_failure()
        reader.feed_eof()
    assert caught.value.received[0] == chunk("a")


@pytest.mark.parametrize(
    "tail, reason",
    [
        (b'data: {"error": {"message": "m"}}', "m"),
        (b"event: error\ndata: m", "m"),
        (b'error: {"message": "m"}', "m"),
        (b'{\n "error": {\n  "message": "m"\n }\n}\n', "m"),
        (b"upstream connect error\n", "Outside of events it sent: 'upstream connect error'"),
    ],
)
def test_error_that_a_broken_stream_ends_with_is_raised(tail: bytes, reason: str) -> None:
    reader = make_reader()
    assert reader.feed(sse(chunk("a")) + tail) == [chunk("a")]
    with pytest.raises(api_errors.APIError) as caught:
        reader.feed_eof()
    assert reason in str(caught.value) and caught.value.received == [chunk("a")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32-be"])
def test_body_that_is_an_error_instead_of_a_stream_is_raised(encoding: str) -> None:
    reader = make_reader(headers=[("Content-Type", "application/json")])
    body = json.dumps({"error": {"message": "m", "code": 429}}, indent=2).encode(encoding)
    for start in range(0, len(body), 7):
        reader.feed(body[start : start + 7])
    with pytest.raises(api_errors.RateLimitError, match="m"):
        reader.raise_failure()
        reader.feed_eof()


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_stream_classes_raise_reported_errors(mode: str) -> None:
    items, error = collect(Body(sse(chunk("a")), b'error: {"message": "m", "code": 500}\n'), mode)
    assert items == error.received == [chunk("a")]
    assert type(error) is api_errors.InternalServerError and str(error) == "m"


def test_lines_outside_of_events_that_report_nothing_are_ignored() -> None:
    reader = make_reader()
    lines = b'{"not": "an error"}\n{broken\n[1]\nfoo: bar\nerror:\nerrors: x\n\n'
    assert reader.feed(lines + sse(chunk("a"), "[DONE]")) == [chunk("a")]
    reader.raise_failure()


def test_key_that_a_stream_repeats_is_masked() -> None:
    key = "sk-abcdefgh"
    for sent in (sse({"error": key}), sse("wrong " + key), "error: {}\n".format(key).encode(), key.encode() + b"\n"):
        reader = make_reader()
        reader.response.request.headers["Authorization"] = "Bearer " + key
        reader.feed(sse(chunk("a")) + sent)
        with pytest.raises(api_errors.APIError) as caught:
            reader.raise_failure()
            reader.feed_eof()
        assert "***" in str(caught.value) and key not in str(caught.value) + repr(caught.value.body)
