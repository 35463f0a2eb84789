# SPDX-License-Identifier: MIT
"""Rows of requests: what is read, and what is refused."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from . import load

rows = load("bulk.rows")
templates = load("bulk.templates")
IdSet = load("bulk.duplicate_ids").IdSet
RowError = rows.RowError
ArgumentError = load("call.errors").ArgumentError

ROW = {"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": {"model": "m", "messages": []}}
LINE = json.dumps(ROW)
TEMPLATE = {"custom_id": "{id}", "url": "/v1/embeddings", "body": {"model": "m", "input": "{text}"}}


def read(source: Any, **options: Any) -> list[dict[str, Any]]:
    with rows.RowReader(source, **options) as reader:
        return [row.to_dict() for row in reader]


@pytest.mark.parametrize(
    "make_source",
    [
        lambda path: path,
        str,
        lambda path: io.BytesIO(path.read_bytes()),
        lambda path: io.StringIO(path.read_text()),
        lambda path: iter(path.read_text().splitlines()),
        lambda path: [json.loads(line) for line in path.read_text().splitlines()],
        lambda path: (rows.Row(1, "a", ROW["url"], ROW["body"]), {**ROW, "custom_id": "b"}),
    ],
    ids=["path object", "path", "binary file", "text file", "lines", "dicts", "Row and dict"],
)
def test_sources(make_source: Any, tmp_path: Any) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(LINE + "\n" + json.dumps({**ROW, "custom_id": "b"}) + "\n")
    assert read(make_source(path)) == [ROW, {**ROW, "custom_id": "b"}]


def test_rows_are_read_when_they_are_asked_for() -> None:
    def generate() -> Any:
        yield ROW
        raise AssertionError("read too early")

    assert next(iter(rows.RowReader(generate()))).custom_id == "a"


def test_line_numbers_count_empty_lines_and_bom() -> None:
    reader = rows.RowReader(io.BytesIO(b"\xef\xbb\xbf" + LINE.encode() + b"\n\n \n" + LINE.encode()), check_ids=False)
    assert [row.line for row in reader] == [1, 4]


def test_defaults() -> None:
    row = {"custom_id": "a", "body": {"input": "x"}}
    assert read([row], endpoint="embeddings", model="m") == [
        {"custom_id": "a", "method": "POST", "url": "/v1/embeddings", "body": {"input": "x", "model": "m"}}
    ]
    assert row == {"custom_id": "a", "body": {"input": "x"}}


WRONG_ROWS = {
    "not JSON": ('{"custom_id": "a', "line 1: not JSON (Unterminated string"),
    "no JSON": ("hello " * 30, "'hello hello hello hello"),
    "a list": ("[1]", "expected a JSON object, got '[1]'"),
    "a number": ("17", "expected a JSON object, got '17'"),
    "not UTF-8": (b'{"a": "\xff"}', "not UTF-8 (byte 8 of the line)"),
    "nested": ("[" * 200_000, "nested too deeply"),
    "no dict": (17, "expected a dict or a line of JSON, got int"),
    "no custom_id": ({**ROW, "custom_id": None}, "custom_id is 'None'; expected a text"),
    "missing custom_id": ({"url": "/v1/x", "body": {}}, "the row lacks custom_id; expected a text"),
    "number as custom_id": ({**ROW, "custom_id": 7}, "custom_id is '7'"),
    "long custom_id": ({**ROW, "custom_id": "x" * 513}, "513 characters"),
    "method": ({**ROW, "method": "GET"}, "method is 'GET'; only POST can be sent"),
    "missing url": ({"custom_id": "a", "body": {}}, "the row lacks url"),
    "complete url": ({**ROW, "url": "https://example.com/v1/x"}, "is not a path of the API"),
    "missing body": ({"custom_id": "a", "url": "/v1/x"}, "the row lacks body"),
    "body": ({**ROW, "body": "x"}, "body is \"'x'\"; expected an object"),
    "stream": ({**ROW, "body": {"stream": True}}, "body.stream is set"),
}


@pytest.mark.parametrize(("row", "message"), WRONG_ROWS.values(), ids=WRONG_ROWS.keys())
def test_wrong_rows(row: Any, message: str) -> None:
    with pytest.raises(RowError) as caught:
        read([row])
    assert message in str(caught.value)
    assert caught.value.line == 1
    assert len(str(caught.value)) < 400


def test_repeated_ids() -> None:
    with pytest.raises(RowError, match="line 3: the custom_id 'a' is that of an earlier row") as caught:
        read([ROW, {**ROW, "custom_id": "b"}, ROW])
    assert caught.value.custom_id == "a"


def test_endpoints_that_are_allowed() -> None:
    assert read([ROW], endpoints=rows.BATCH_ENDPOINTS)
    with pytest.raises(RowError, match="url is '/v1/widgets'; expected one of /v1/responses, "):
        read([{**ROW, "url": "/v1/widgets"}], endpoints=rows.BATCH_ENDPOINTS)


@pytest.mark.parametrize("source", [7, ROW, None, "missing.jsonl"], ids=repr)
def test_wrong_sources(source: Any) -> None:
    with pytest.raises(ArgumentError, match="rows: "):
        rows.RowReader(source)


def test_set_of_ids_grows_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = IdSet()
    count = 150_000  # beyond MAX_SLOTS_IN_MEMORY / 2
    assert all(ids.add(str(number)) for number in range(count))
    assert len(ids) == count
    assert not any(ids.add(str(number)) for number in range(0, count, 1000))


FILLED = {
    "JSON Lines": ('{"id": "a", "text": "x"}\n', {}, {"custom_id": "a", "input": "x"}),
    "CSV": ('id,text\na,"x, y\nz"\n', {"format": "csv"}, {"custom_id": "a", "input": "x, y\nz"}),
    "TSV": ("id\ttext\na\tx\n", {"format": "tsv"}, {"custom_id": "a", "input": "x"}),
    "value": ('{"id": 7, "text": ["x"]}\n', {}, {"custom_id": "7", "input": ["x"]}),
}


@pytest.mark.parametrize(("text", "options", "expected"), FILLED.values(), ids=FILLED.keys())
def test_templates(text: str, options: Any, expected: Any) -> None:
    for source in (io.StringIO(text), io.BytesIO(text.encode())):
        (row,) = read(source, template=TEMPLATE, **options)
        assert row["custom_id"] == expected["custom_id"]
        assert row["body"] == {"model": "m", "input": expected["input"]}


def test_template_texts() -> None:
    template = {"a": "{{{x}}} {y:json} {z}", "b": "{y:json}", "c": [{"d": "{x}"}, 1], "e": "{{}}"}
    (row,) = read([{"x": "1", "y": "[2]", "z": {"k": 1}}], template=template, endpoint="/v1/responses")
    assert row["body"] == {"a": '{1} [2] {"k": 1}', "b": [2], "c": [{"d": "1"}, 1], "e": "{}"}
    assert row["custom_id"] == "row-1"


def test_template_as_file_and_text(tmp_path: Any) -> None:
    path = tmp_path / "template.json"
    path.write_text(json.dumps(TEMPLATE))
    source = tmp_path / "in.csv"
    source.write_bytes(b"\xef\xbb\xbfid,text\r\na,x\r\n\r\nb,y\r\n")
    for template in (path, str(path), json.dumps(TEMPLATE), TEMPLATE):
        assert [row["body"]["input"] for row in read(source, template=template)] == ["x", "y"]


WRONG_TEMPLATES = {
    "no JSON": "{",
    "a list": [1],
    "missing file": "missing.json",
    "single brace": {"input": "{a"},
    "fields": {"body": {}, "urls": "x"},
    "body": {"body": "x"},
    "url": {"body": {}, "url": "https://example.com"},
}


@pytest.mark.parametrize("template", WRONG_TEMPLATES.values(), ids=WRONG_TEMPLATES.keys())
def test_wrong_templates(template: Any) -> None:
    with pytest.raises(ArgumentError, match="template: |url: "):
        rows.RowReader([], template=template)


WRONG_VALUES = {
    "column": ('{"id": "a"}', {}, "names the column 'text', which the row lacks; it has id"),
    "CSV column": ("id,text\na\n", {"format": "csv"}, "line 2: the template names the column 'text'"),
    "CSV fields": ("id,text\na,b,c\n", {"format": "csv"}, "line 2: 3 fields, but the header has 2"),
    "CSV quotes": ('id,text\na,"b"c\n', {"format": "csv"}, "not CSV"),
    "CSV header": ("id,id\n", {"format": "csv"}, "'id' appears twice"),
}


@pytest.mark.parametrize(("text", "options", "message"), WRONG_VALUES.values(), ids=WRONG_VALUES.keys())
def test_wrong_values(text: str, options: Any, message: str) -> None:
    with pytest.raises(RowError) as caught:
        read(io.StringIO(text), template=TEMPLATE, **options)
    assert message in str(caught.value)


def test_csv_needs_a_template() -> None:
    with pytest.raises(ArgumentError, match="template: missing"):
        rows.RowReader(io.StringIO(""), format="csv")
    with pytest.raises(ArgumentError, match="format: 'xml' is not supported"):
        rows.RowReader(io.StringIO(""), format="xml")


def test_records() -> None:
    record = rows.result_record("x", "a", 200, "req", {"id": 1})
    assert record == {
        "id": "x",
        "custom_id": "a",
        "response": {"status_code": 200, "request_id": "req", "body": {"id": 1}},
        "error": None,
    }
    assert not rows.is_failed(record)
    assert rows.is_failed(rows.result_record("x", "a", 404, None, {"error": {}}))
    assert rows.is_failed(rows.result_record("x", "a", None, None, None, {"code": "c", "message": "m"}))
