# SPDX-License-Identifier: MIT
"""Rows of requests, read one at a time: `RowReader` and `Row`; and records of results, `result_record`.

Both have the form of the Batch API, https://platform.openai.com/docs/api-reference/batch/request-input: a row has
custom_id, method, url and body, a record has id, custom_id, response and error. A template makes rows of other JSON
Lines and of CSV; see templates.py. Memory does not grow with the input, apart from duplicate_ids.py.
"""

from __future__ import annotations

import json
import os

from ..call.errors import ArgumentError
from .duplicate_ids import IdSet
from .row_errors import RowError, normalize_url

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Collection, Dict, Iterator, Mapping, Optional, Tuple

# The endpoints that a batch may call: https://platform.openai.com/docs/api-reference/batch/create
BATCH_ENDPOINTS = (
    "/v1/responses",
    "/v1/chat/completions",
    "/v1/embeddings",
    "/v1/completions",
    "/v1/moderations",
    "/v1/images/generations",
    "/v1/images/edits",
    "/v1/videos",
)
FORMATS = ("jsonl", "csv", "tsv")
EXCERPT_LENGTH = 60  # characters of a wrong row that an error shows
MAX_ID_LENGTH = 512  # characters; an id is written to every record


class Row:
    """One request: `custom_id`, `method`, `url` and `body` as in the Batch API, and the number of its `line`."""

    __slots__ = ("line", "custom_id", "method", "url", "body")

    def __init__(self, line: int, custom_id: str, url: str, body: Dict[str, Any], method: str = "POST") -> None:
        self.line: int = line
        self.custom_id: str = custom_id
        self.method: str = method
        self.url: str = url
        self.body: Dict[str, Any] = body

    def __repr__(self) -> str:
        return "Row(line={!r}, custom_id={!r}, url={!r})".format(self.line, self.custom_id, self.url)

    def to_dict(self) -> Dict[str, Any]:
        """Return the row in the form of the Batch API."""
        return {"custom_id": self.custom_id, "method": self.method, "url": self.url, "body": self.body}


class RowReader:
    """Reads rows from a source, one at a time: iterate over it, or over `iter_raw` and call `parse`.

    `source` is the path of a file, an open file (text or binary; sys.stdin is one), or an iterable of dicts, of lines
    (str or bytes), or of `Row`. `format` is jsonl, csv or tsv, by default that of the path's extension, else jsonl.
    With a `template` (templates.py), lines are not rows but values that fill it. `endpoint` is the url, and `model`
    the model, of rows that have none. `endpoints` are the urls that are allowed, by default all that start with /v1/.
    `check_ids` finds repeated ids.

    Iterating raises RowError for a row that cannot be sent. The reader closes what it has opened itself.
    """

    def __init__(
        self,
        source: Any,
        *,
        template: Any = None,
        format: Optional[str] = None,
        endpoint: Optional[str] = None,
        model: Optional[str] = None,
        endpoints: Optional[Collection[str]] = None,
        check_ids: bool = True,
    ) -> None:
        self.total_bytes: Optional[int] = None  # of the file, if its size is known
        self.read_bytes: int = 0  # of it, so far
        self._endpoint = None if endpoint is None else normalize_url(endpoint)
        self._model = model
        self._endpoints = endpoints
        self._template: Any = None
        self._opened: Any = None
        if template is not None:
            from .templates import Template

            self._template = Template(template)
        self.format: str = _choose_format(source, format, template)
        self._source = self._open(source)
        self._ids: Any = IdSet() if check_ids else None

    def _open(self, source: Any) -> Any:
        if isinstance(source, (str, bytes, os.PathLike)):
            try:
                source = self._opened = open(source, "rb")  # noqa: SIM115  # closed by `close`
            except OSError as error:
                raise ArgumentError(
                    "rows: cannot open {!r} ({}); pass the path of a file of rows, an open file, or an iterable of "
                    "rows".format(os.fspath(source), error.strerror)
                ) from None
            self.total_bytes = os.fstat(source.fileno()).st_size
        if isinstance(source, dict) or not hasattr(source, "__iter__"):
            raise ArgumentError(
                "rows: expected a path, a file or an iterable of rows, got {}; for a single row, pass [row]".format(
                    type(source).__name__
                )
            )
        return source

    def __enter__(self) -> RowReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, if the reader has opened it."""
        if self._opened is not None:
            self._opened.close()

    def __iter__(self) -> Iterator[Row]:
        for line, raw in self.iter_raw():
            yield self.parse(line, raw)

    def iter_raw(self) -> Iterator[Tuple[int, Any]]:
        """Yield the number and the text or the dict of each row, without looking into it. Skips empty lines."""
        if self.format != "jsonl":
            from .templates import iter_csv

            yield from iter_csv(self._source, "\t" if self.format == "tsv" else ",", self._count)
            return
        for number, item in enumerate(self._source, 1):
            if isinstance(item, (bytes, str)):
                self.read_bytes += len(item)
                if item.isspace() or not item:
                    continue
            yield number, item

    def _count(self, size: int) -> None:
        self.read_bytes += size

    def parse(self, line: int, raw: Any) -> Row:
        """Return the row that `iter_raw` has yielded. Raises RowError if it cannot be sent."""
        if type(raw) is Row:
            row = raw.to_dict()
        elif isinstance(raw, (bytes, str)):
            row = parse_line(line, raw)
        elif isinstance(raw, dict):
            row = raw
        else:
            problem = "expected a dict or a line of JSON, got {}; pass the rows as dicts"
            raise RowError(line, problem.format(type(raw).__name__))
        if self._template is not None:
            row = self._template.fill(line, row)
        parsed = self._check(line, row)
        if self._ids is not None and not self._ids.add(parsed.custom_id):
            problem = (
                "the custom_id {!r} is that of an earlier row, too; results are told apart by it, so make it unique"
            )
            raise RowError(line, problem.format(parsed.custom_id), parsed.custom_id)
        return parsed

    def _check(self, line: int, row: Mapping[str, Any]) -> Row:
        """Return a row whose fields are known to be usable."""
        custom_id, url, body = row.get("custom_id"), row.get("url", self._endpoint), row.get("body")
        if not isinstance(custom_id, str) or not custom_id:
            raise RowError(line, _wrong_field(row, "custom_id", "a text that identifies the row", custom_id))
        if len(custom_id) > MAX_ID_LENGTH:
            problem = "the custom_id has {} characters; at most {} are allowed"
            raise RowError(line, problem.format(len(custom_id), MAX_ID_LENGTH), custom_id)
        method = row.get("method", "POST")
        if method != "POST":
            raise RowError(line, "method is {!r}; only POST can be sent".format(method), custom_id)
        if not isinstance(url, str):
            raise RowError(line, _wrong_field(row, "url", "a path such as /v1/responses", url), custom_id)
        url = self._check_url(line, url, custom_id)
        if not isinstance(body, dict):
            raise RowError(line, _wrong_field(row, "body", "an object, the body of the request", body), custom_id)
        if body.get("stream"):
            raise RowError(line, "body.stream is set; results are records, so remove it", custom_id)
        if self._model is not None and "model" not in body:
            body = {**body, "model": self._model}
        return Row(line, custom_id, url, body)

    def _check_url(self, line: int, url: str, custom_id: str) -> str:
        try:
            url = normalize_url(url)
        except ArgumentError as error:
            raise RowError(line, str(error), custom_id) from None
        if self._endpoints is not None and url not in self._endpoints:
            problem = "url is {!r}; expected one of {}"
            raise RowError(line, problem.format(url[:EXCERPT_LENGTH], ", ".join(self._endpoints)), custom_id)
        return url


def parse_line(line: int, text: Any) -> Any:
    """Return the object that a line of JSON Lines has. Raises RowError."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig" if line == 1 else "utf-8")
        elif line == 1:
            text = text.lstrip("\ufeff")
        row = json.loads(text)
    except UnicodeDecodeError as error:
        problem = "not UTF-8 (byte {} of the line): {!r}".format(error.start + 1, text[:EXCERPT_LENGTH])
        raise RowError(line, problem) from None
    except ValueError as error:
        problem = "not JSON ({} at column {}): {}".format(
            getattr(error, "msg", error), getattr(error, "colno", "?"), _excerpt(text)
        )
        raise RowError(line, problem) from None
    except RecursionError:
        raise RowError(line, "JSON that is nested too deeply: " + _excerpt(text)) from None
    if not isinstance(row, dict):
        raise RowError(line, "expected a JSON object, got {}".format(_excerpt(text)))
    return row


def raw_bytes(raw: Any) -> bytes:
    """Return bytes that identify what `iter_raw` has yielded, for checksums. Ends of lines don't count."""
    if isinstance(raw, bytes):
        return raw.rstrip(b"\r\n")
    if isinstance(raw, str):
        return raw.rstrip("\r\n").encode("utf-8", "surrogatepass")
    if type(raw) is Row:
        raw = raw.to_dict()
    try:
        return json.dumps(raw, sort_keys=True, default=repr).encode()
    except (TypeError, ValueError):  # keys of several types, or a circular reference
        return repr(type(raw)).encode()


def result_record(
    id: str, custom_id: Any, status_code: Optional[int], request_id: Any, body: Any, error: Any = None
) -> Dict[str, Any]:
    """Return a record of a result in the form of the Batch API's output: `response` is None without a status.

    `error` is None, or a dict with code and message that says why there is no response. A response with an error status
    has the API's error in its body.
    """
    response = None
    if status_code is not None:
        response = {"status_code": status_code, "request_id": request_id or "", "body": body}
    return {"id": id, "custom_id": custom_id, "response": response, "error": error}


def is_failed(record: Mapping[str, Any]) -> bool:
    """Return whether a record of a result is that of a failed row: with an error, or a status other than 2xx."""
    response = record.get("response")
    return bool(record.get("error")) or not response or not 200 <= response["status_code"] < 300


def _choose_format(source: Any, format: Optional[str], template: Any) -> str:
    """Return the format of a source. Raises ArgumentError."""
    if format is None:
        name = os.fsdecode(source) if isinstance(source, (str, bytes, os.PathLike)) else getattr(source, "name", "")
        extension = os.path.splitext(name)[1][1:].lower() if isinstance(name, str) else ""
        format = extension if extension in FORMATS else "jsonl"
    elif format not in FORMATS:
        raise ArgumentError("format: {!r} is not supported; use one of {}".format(format, ", ".join(FORMATS)))
    if format != "jsonl" and template is None:
        raise ArgumentError("template: missing; the columns of {} need one that they fill".format(format.upper()))
    return format


def _wrong_field(row: Mapping[str, Any], name: str, expected: str, value: Any) -> str:
    if name not in row and value is None:
        return "the row lacks {}; expected {}. Its fields: {}".format(name, expected, ", ".join(map(str, row))[:200])
    return "{} is {}; expected {}".format(name, _excerpt(repr(value)), expected)


def _excerpt(line: Any) -> str:
    text = str(line).strip()
    return repr(text[:EXCERPT_LENGTH] + "…" if len(text) > EXCERPT_LENGTH else text)
