# SPDX-License-Identifier: MIT
"""Decoding of responses: JSON, embeddings, transcripts, text and bytes, and the errors for unexpected bodies."""

from __future__ import annotations

import json
from array import array
from base64 import b64encode
from struct import pack
from types import SimpleNamespace

import pytest

from . import load

decode = load("results.decode")
api_errors = load("call.api_errors")
message = load("call.message")
BinaryContent = load("results.binary").BinaryContent
APIObject = load("results.objects").APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

JSON = "application/json"
HTML = b"<!doctype html><p>Log in"


def make_response(body: bytes, content_type: str | None = JSON, status: int = 200) -> Any:
    headers = [("X-Request-Id", "req_1")] + ([] if content_type is None else [("Content-Type", content_type)])
    response = message.Response(status, headers, (), print, 0.0)
    response.body = body
    return response


def decode_body(response_type: str, response: Any, **arguments: Any) -> Any:
    """Decode a response of an operation with this response type."""
    return decode.decode_response(SimpleNamespace(response_type=response_type, arguments=arguments), response)


# JSON


def test_json_object_has_the_request_id() -> None:
    result = decode_body("", make_response(b'{"id": "x", "a": {"b": 1}}'))
    assert type(result) is APIObject
    assert (result, result._request_id, result.a.b) == ({"id": "x", "a": {"b": 1}}, "req_1", 1)
    assert result.a._request_id is None


@pytest.mark.parametrize("content_type", [JSON, "text/plain", None, "text/html"])
def test_json_is_decoded_whatever_the_content_type(content_type: str | None) -> None:
    assert decode_body("", make_response(b' {"id": "x"}\n', content_type)) == {"id": "x"}


@pytest.mark.parametrize("body, value", [(b"[1]", [1]), (b"5", 5), (b'"x"', "x"), (b"null", None)])
def test_json_values_other_than_objects_are_returned(body: bytes, value: Any) -> None:
    assert decode_body("", make_response(body)) == value


@pytest.mark.parametrize("status", [204, 205])
@pytest.mark.parametrize("body", [b"", b" "])
def test_no_content_is_none(status: int, body: bytes) -> None:
    assert decode_body("", make_response(body, None, status)) is None


@pytest.mark.parametrize(
    "body, content_type, expected",
    [
        (b"", JSON, "Expected JSON, got an empty body (status 200)."),
        (b" \n", None, "Expected JSON, got an empty body (status 200). Body starts with: ' \\n'"),
        (HTML, "text/html; charset=utf-8", "Expected JSON, got an HTML page (status 200). "
         "Is the base URL wrong, or a proxy in the way? Body starts with: '<!doctype html><p>Log in'"),
        (b"\n<html>", "text/plain", "Expected JSON, got an HTML page (status 200)."),
        (b'{"id', JSON, "Expected JSON, got JSON that cannot be parsed (status 200). Body starts with: '{\"id'"),
        (b"\xff\xfe", JSON, "Expected JSON, got JSON that cannot be parsed (status 200)."),
        (b"[" * 200_000, JSON, "Expected JSON, got JSON that cannot be parsed: it is nested too deeply"),
        (b"plain words", "text/plain", "Expected JSON, got a body of type text/plain (status 200)."),
        (b"plain words", None, "Expected JSON, got a body without a content type (status 200)."),
    ],
)  # fmt: skip
def test_body_that_is_not_json_is_described(body: bytes, content_type: str | None, expected: str) -> None:
    with pytest.raises(api_errors.APIResponseValidationError) as caught:
        decode_body("", make_response(body, content_type))
    error = caught.value
    assert str(error).startswith(expected)
    assert len(str(error)) < 400
    assert error.body == body[:1000]
    assert (error.status_code, error.request_id) == (200, "req_1")
    assert error.__suppress_context__, "the decoder's own exception is of no use to callers"


# Character encodings

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
TEXTS = ['{"id": "x", "text": "Grüße 漢 \U0001f600"}', ' \r\n["é"]', '"漢"', "17"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("content_type", [JSON, JSON + "; charset=utf-8", JSON + "; charset=iso-8859-1", None])
def test_json_in_every_unicode_encoding_is_decoded(encoding: str, text: str, content_type: str | None) -> None:
    response = make_response(text.encode(encoding), content_type)
    assert decode_body("", response) == response.json() == json.loads(text)


@pytest.mark.parametrize(
    "charset", ["iso-8859-1", "windows-1252", "cp500", "Shift_JIS", "iso-2022-jp", "utf-16", "GB18030"]
)
def test_charset_of_the_content_type_is_the_last_resort(charset: str) -> None:
    text = '{"text": "é"}' if charset in ("iso-8859-1", "windows-1252", "cp500") else '{"text": "日本"}'
    response = make_response(text.encode(charset), "application/json; charset={}".format(charset))
    assert decode_body("", response) == response.json() == json.loads(text)


@pytest.mark.parametrize("charset", ["hex", "no-such-charset", "rot13", "", "utf-16"])
def test_body_in_no_known_encoding_is_an_error(charset: str) -> None:
    with pytest.raises(api_errors.APIResponseValidationError):
        decode_body("", make_response(b'{"a": "\xff\xfe\xe9"}', "application/json; charset=" + charset))


def test_request_id_is_set_whatever_the_encoding() -> None:
    assert decode_body("", make_response('{"id": "x"}'.encode("utf-16")))._request_id == "req_1"


@pytest.mark.parametrize("body", [b"[" * 100_000 + b"]" * 100_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000])
def test_nesting_beyond_the_decoder_is_an_error_that_says_so(body: bytes) -> None:
    response = make_response(body)
    with pytest.raises(api_errors.APIResponseValidationError, match="nested too deeply"):
        decode_body("", response)
    with pytest.raises(ValueError, match="nested too deeply"):
        response.json()


# Embeddings


def encode_vector(*floats: float) -> str:
    return b64encode(pack("<{}f".format(len(floats)), *floats)).decode()


def embeddings_body(*vectors: Any, **more: Any) -> bytes:
    items = [{"object": "embedding", "index": number, "embedding": one} for number, one in enumerate(vectors)]
    return json.dumps({"object": "list", "data": items, **more}).encode()


def test_vectors_in_base64_become_lists_of_floats() -> None:
    result = decode_body(
        "embeddings",
        make_response(embeddings_body(encode_vector(0.5, -1.25, 3.0), encode_vector(), usage={"total_tokens": 1})),
    )
    assert [item.embedding for item in result.data] == [[0.5, -1.25, 3.0], []]
    assert [item.index for item in result.data] == [0, 1]
    assert (result.usage.total_tokens, result._request_id) == (1, "req_1")


def test_vectors_that_are_lists_are_unchanged() -> None:
    result = decode_body("embeddings", make_response(embeddings_body([0.1, 0.2], encode_vector(0.5))))
    assert [item.embedding for item in result.data] == [[0.1, 0.2], [0.5]]


def test_floats_keep_their_precision() -> None:
    exact = list(array("f", [0.1, 1e-30, -3.4e38, 1 / 3]))
    assert decode_body("embeddings", make_response(embeddings_body(encode_vector(*exact)))).data[0].embedding == exact


@pytest.mark.parametrize("body", [b'{"data": []}', b'{"data": null}', b"{}", b"[]", b"null", b'{"data": [{}]}'])
def test_results_without_vectors_are_unchanged(body: bytes) -> None:
    assert decode_body("embeddings", make_response(body)) == json.loads(body)


@pytest.mark.parametrize(
    "body",
    [
        embeddings_body("AAA"),
        embeddings_body("AAAA"),
        embeddings_body("é"),
        b'{"data": ["text"]}',
        b'{"data": 5}',
        b'{"data": {"a": 1}}',
    ],
)
def test_invalid_vectors_raise_a_validation_error(body: bytes) -> None:
    with pytest.raises(
        api_errors.APIResponseValidationError,
        match=r"Expected a list of embeddings, got vectors that cannot be decoded .* \(status 200\)",
    ) as caught:
        decode_body("embeddings", make_response(body))
    assert caught.value.request_id == "req_1"


def test_html_page_instead_of_vectors_is_named() -> None:
    with pytest.raises(api_errors.APIResponseValidationError, match="an HTML page"):
        decode_body("embeddings", make_response(HTML))


# Transcripts

WORDS = "Grüße\n".encode()


@pytest.mark.parametrize("response_format", ["text", "srt", "vtt"])
@pytest.mark.parametrize("content_type", ["text/plain", JSON, None])
def test_transcript_requested_as_text_is_text(response_format: str, content_type: str | None) -> None:
    assert decode_body("transcript", make_response(WORDS, content_type), response_format=response_format) == "Grüße\n"
    assert decode_body("transcript", make_response(b"12345", content_type), response_format=response_format) == "12345"


@pytest.mark.parametrize("response_format", ["json", "verbose_json", "diarized_json"])
def test_transcript_requested_as_json_is_an_object(response_format: str) -> None:
    assert (
        decode_body("transcript", make_response(b'{"text": "x"}', "text/plain"), response_format=response_format).text
        == "x"
    )
    with pytest.raises(api_errors.APIResponseValidationError):
        decode_body("transcript", make_response(WORDS, "text/plain"), response_format=response_format)


def test_transcript_without_response_format_follows_the_content_type() -> None:
    assert decode_body("transcript", make_response(b'{"text": "x"}')).text == "x"
    assert decode_body("transcript", make_response(WORDS, "text/vtt; charset=utf-8")) == "Grüße\n"
    assert decode_body("transcript", make_response(b'{"text": "x"}', None)) == {"text": "x"}
    with pytest.raises(api_errors.APIResponseValidationError, match="an HTML page"):
        decode_body("transcript", make_response(HTML, "text/html"))


# Text and bytes


def test_text_is_text_whatever_the_content_type() -> None:
    assert decode_body("text", make_response(b'{"a": 1}')) == '{"a": 1}'
    assert decode_body("text", make_response(b"\xff", None)) == "\ufffd"


def test_binary_content_has_all_accessors(tmp_path: Path) -> None:
    response = make_response(bytes(range(256)) * 10, "audio/mpeg")
    result = decode_body("binary", response)
    assert isinstance(result, BinaryContent)
    assert result.content == result.read() == bytes(result) == response.body
    assert result.response is response
    assert len(result) == 2560
    assert [len(chunk) for chunk in result.iter_bytes(1000)] == [1000, 1000, 560]
    assert b"".join(result.iter_bytes()) == response.body
    assert repr(result) == "<BinaryContent of 2560 bytes>"
    file = tmp_path / "a.mp3"
    file.write_bytes(b"previous content" * 1000)
    result.write_to_file(file)
    result.write_to_file(str(file))
    assert file.read_bytes() == response.body


def test_no_content_is_none_whatever_the_body() -> None:
    assert [decode_body("nothing", make_response(body)) for body in (b"", b"{}", b"<html>")] == [None] * 3


def test_bytes_may_be_text_or_json() -> None:
    result = decode_body("binary", make_response('{"a": "é"}'.encode(), "application/octet-stream"))
    assert result.text == '{"a": "é"}'
    assert result.json() == {"a": "é"}
    with pytest.raises(ValueError):
        decode_body("binary", make_response(b"mp3")).json()
    assert list(decode_body("binary", make_response(b"")).iter_bytes()) == []
