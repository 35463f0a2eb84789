# SPDX-License-Identifier: MIT
"""From a reply to an answer: JSON where JSON is promised, vectors, transcripts and bytes, and an error for all else."""

from __future__ import annotations

import json
from array import array
from base64 import b64encode
from struct import pack
from types import SimpleNamespace

import pytest

from . import load

decode = load("results.decode")
failures = load("call.api_errors")
message = load("call.message")
BinaryContent = load("results.binary").BinaryContent
APIObject = load("results.objects").APIObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

JSON = "application/json"
HTML = b"<!doctype html><p>Log in"


def reply(body: bytes, content_type: str | None = JSON, status: int = 200) -> Any:
    head = [("X-Request-Id", "req_1")] + ([] if content_type is None else [("Content-Type", content_type)])
    made = message.Response(status, head, (), print, 0.0)
    made.body = body
    return made


def answer(kind: str, made: Any, **arguments: Any) -> Any:
    """Decode a reply for an operation that promises `kind`."""
    return decode.decode_response(SimpleNamespace(response_type=kind, arguments=arguments), made)


# JSON


def test_json_is_an_object_that_knows_its_request() -> None:
    found = answer("", reply(b'{"id": "x", "a": {"b": 1}}'))
    assert type(found) is APIObject
    assert (found, found._request_id, found.a.b) == ({"id": "x", "a": {"b": 1}}, "req_1", 1)
    assert found.a._request_id is None


@pytest.mark.parametrize("content_type", [JSON, "text/plain", None, "text/html"])
def test_json_is_json_whatever_it_is_called(content_type: str | None) -> None:
    assert answer("", reply(b' {"id": "x"}\n', content_type)) == {"id": "x"}


@pytest.mark.parametrize("body, value", [(b"[1]", [1]), (b"5", 5), (b'"x"', "x"), (b"null", None)])
def test_json_that_is_no_object_is_what_it_is(body: bytes, value: Any) -> None:
    assert answer("", reply(body)) == value


@pytest.mark.parametrize("status", [204, 205])
@pytest.mark.parametrize("body", [b"", b" "])
def test_no_content_is_none(status: int, body: bytes) -> None:
    assert answer("", reply(body, None, status)) is None


@pytest.mark.parametrize(
    "body, content_type, said",
    [
        (b"", JSON, "Expected JSON, got an empty body (status 200)."),
        (b" \n", None, "Expected JSON, got an empty body (status 200). Body starts with: ' \\n'"),
        (HTML, "text/html; charset=utf-8", "Expected JSON, got an HTML page (status 200). "
         "Is the base URL wrong, or a proxy in the way? Body starts with: '<!doctype html><p>Log in'"),
        (b"\n<html>", "text/plain", "Expected JSON, got an HTML page (status 200)."),
        (b'{"id', JSON, "Expected JSON, got JSON that cannot be parsed (status 200). Body starts with: '{\"id'"),
        (b"\xff\xfe", JSON, "Expected JSON, got JSON that cannot be parsed (status 200)."),
        (b"[" * 200_000, JSON, "Expected JSON, got JSON that cannot be parsed (status 200)."),
        (b"plain words", "text/plain", "Expected JSON, got a body of type text/plain (status 200)."),
        (b"plain words", None, "Expected JSON, got a body without a content type (status 200)."),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_as_what_it_is(body: bytes, content_type: str | None, said: str) -> None:
    with pytest.raises(failures.APIResponseValidationError) as caught:
        answer("", reply(body, content_type))
    error = caught.value
    assert str(error).startswith(said)
    assert len(str(error)) < 400
    assert error.body == body[:1000]
    assert (error.status_code, error.request_id) == (200, "req_1")
    assert error.__suppress_context__, "the decoder's own exception is of no use to anybody"


# Vectors


def vector(*floats: float) -> str:
    return b64encode(pack("<{}f".format(len(floats)), *floats)).decode()


def embeddings(*vectors: Any, **more: Any) -> bytes:
    rows = [{"object": "embedding", "index": number, "embedding": one} for number, one in enumerate(vectors)]
    return json.dumps({"object": "list", "data": rows, **more}).encode()


def test_vectors_in_base64_become_lists_of_floats() -> None:
    found = answer("embeddings", reply(embeddings(vector(0.5, -1.25, 3.0), vector(), usage={"total_tokens": 1})))
    assert [row.embedding for row in found.data] == [[0.5, -1.25, 3.0], []]
    assert [row.index for row in found.data] == [0, 1]
    assert (found.usage.total_tokens, found._request_id) == (1, "req_1")


def test_vectors_that_are_lists_already_stay_so() -> None:
    found = answer("embeddings", reply(embeddings([0.1, 0.2], vector(0.5))))
    assert [row.embedding for row in found.data] == [[0.1, 0.2], [0.5]]


def test_floats_keep_their_precision() -> None:
    exact = list(array("f", [0.1, 1e-30, -3.4e38, 1 / 3]))
    assert answer("embeddings", reply(embeddings(vector(*exact)))).data[0].embedding == exact


@pytest.mark.parametrize("body", [b'{"data": []}', b'{"data": null}', b"{}", b"[]", b"null", b'{"data": [{}]}'])
def test_answers_without_vectors_are_what_they_are(body: bytes) -> None:
    assert answer("embeddings", reply(body)) == json.loads(body)


@pytest.mark.parametrize(
    "body",
    [
        embeddings("AAA"),
        embeddings("AAAA"),
        embeddings("é"),
        b'{"data": ["row"]}',
        b'{"data": 5}',
        b'{"data": {"a": 1}}',
    ],
)
def test_vectors_that_cannot_be_read_are_an_error_of_the_tree(body: bytes) -> None:
    with pytest.raises(
        failures.APIResponseValidationError,
        match=r"Expected embeddings, got vectors that cannot be read .* \(status 200\)",
    ) as caught:
        answer("embeddings", reply(body))
    assert caught.value.request_id == "req_1"


def test_page_in_place_of_vectors_is_told() -> None:
    with pytest.raises(failures.APIResponseValidationError, match="an HTML page"):
        answer("embeddings", reply(HTML))


# Transcripts

WORDS = "Grüße\n".encode()


@pytest.mark.parametrize("asked", ["text", "srt", "vtt"])
@pytest.mark.parametrize("content_type", ["text/plain", JSON, None])
def test_transcript_that_was_asked_for_as_text_is_text(asked: str, content_type: str | None) -> None:
    assert answer("transcript", reply(WORDS, content_type), response_format=asked) == "Grüße\n"
    assert answer("transcript", reply(b"12345", content_type), response_format=asked) == "12345"


@pytest.mark.parametrize("asked", ["json", "verbose_json", "diarized_json"])
def test_transcript_that_was_asked_for_as_json_is_an_object(asked: str) -> None:
    assert answer("transcript", reply(b'{"text": "x"}', "text/plain"), response_format=asked).text == "x"
    with pytest.raises(failures.APIResponseValidationError):
        answer("transcript", reply(WORDS, "text/plain"), response_format=asked)


def test_transcript_unasked_is_what_the_content_type_says() -> None:
    assert answer("transcript", reply(b'{"text": "x"}')).text == "x"
    assert answer("transcript", reply(WORDS, "text/vtt; charset=utf-8")) == "Grüße\n"
    assert answer("transcript", reply(b'{"text": "x"}', None)) == {"text": "x"}
    with pytest.raises(failures.APIResponseValidationError, match="an HTML page"):
        answer("transcript", reply(HTML, "text/html"))


# Text and bytes


def test_text_is_text_whatever_the_content_type() -> None:
    assert answer("text", reply(b'{"a": 1}')) == '{"a": 1}'
    assert answer("text", reply(b"\xff", None)) == "\ufffd"


def test_bytes_come_in_every_way(tmp_path: Path) -> None:
    made = reply(bytes(range(256)) * 10, "audio/mpeg")
    found = answer("binary", made)
    assert type(found) is BinaryContent
    assert found.content == found.read() == bytes(found) == made.body
    assert found.response is made
    assert len(found) == 2560
    assert [len(piece) for piece in found.iter_bytes(1000)] == [1000, 1000, 560]
    assert b"".join(found.iter_bytes()) == made.body
    assert repr(found) == "<BinaryContent of 2560 bytes>"
    file = tmp_path / "a.mp3"
    file.write_bytes(b"before, and longer than nothing" * 1000)
    found.write_to_file(file)
    found.write_to_file(str(file))
    assert file.read_bytes() == made.body


def test_nothing_is_none_whatever_comes() -> None:
    assert [answer("nothing", reply(body)) for body in (b"", b"{}", b"<html>")] == [None] * 3


def test_bytes_may_be_text_or_json() -> None:
    found = answer("binary", reply('{"a": "é"}'.encode(), "application/octet-stream"))
    assert found.text == '{"a": "é"}'
    assert found.json() == {"a": "é"}
    with pytest.raises(ValueError):
        answer("binary", reply(b"mp3")).json()
    assert list(answer("binary", reply(b"")).iter_bytes()) == []
