# SPDX-License-Identifier: MIT
"""Templates: rows from the columns of any JSON Lines or CSV.

A template is a dict, the path of a file of JSON, or JSON itself. It is a row whose texts name columns in braces:

    {"custom_id": "{id}", "url": "/v1/chat/completions",
     "body": {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Summarize: {text}"}]}}

A text that is one column and nothing else, "{score}", becomes the value as it is: a number stays one. "{score:json}"
parses a text as JSON, for the columns of CSV. "{{" and "}}" are braces. A template without `body` is a body itself; the
url is then the option `endpoint`. A template without `custom_id` takes the column custom_id, or id, or else numbers the
rows: row-1, row-2 …
"""

from __future__ import annotations

import csv
import json
import os
import re

from ..call.errors import ArgumentError
from .row_errors import RowError, normalize_url

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List, Mapping, Tuple

PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([^{}]+)\}|[{}]")
ROW_FIELDS = frozenset(("custom_id", "method", "url", "body"))
JSON_SUFFIX = ":json"
MAX_FIELD_SIZE = 1 << 27  # characters of one field of CSV; that of the csv module is 131,072


class Template:
    """A row with placeholders. `fill` returns a copy with the values of a line."""

    def __init__(self, template: Any) -> None:
        row = _load(template)
        if "body" not in row:
            row = {"body": row}
        elif not isinstance(row["body"], dict) or not ROW_FIELDS.issuperset(row):
            raise ArgumentError(
                "template: expected an object with custom_id, url and body, or a body alone; got the fields {}".format(
                    ", ".join(map(str, row))
                )
            )
        url: Any = row.get("url")
        if isinstance(url, str) and "{" not in url:
            normalize_url(url)
        self._row: Dict[str, Any] = row
        self.columns: List[str] = []  # that it names
        self._find_columns(row)

    def _find_columns(self, value: Any) -> None:
        if isinstance(value, dict):
            for key, item in value.items():
                if not isinstance(key, str):
                    raise ArgumentError("template: the key {!r} is not text".format(key))
                self._find_columns(item)
        elif isinstance(value, (list, tuple)):
            for item in value:
                self._find_columns(item)
        elif isinstance(value, str):
            for match in PLACEHOLDER.finditer(value):
                if match.group() in ("{", "}"):
                    raise ArgumentError(
                        "template: {!r} has a single brace; write {{{{ or }}}} for a brace that is text".format(
                            value[:200]
                        )
                    )
                if match.group(1):
                    self.columns.append(_column(match.group(1)))

    def fill(self, line: int, values: Mapping[str, Any]) -> Dict[str, Any]:
        """Return the row for the values of one line. Raises RowError for a column that the line lacks."""
        row: Dict[str, Any] = self._fill(self._row, line, values)
        if "custom_id" not in row:
            custom_id = values.get("custom_id") or values.get("id")
            row["custom_id"] = "row-{}".format(line) if custom_id is None else _to_text(custom_id)
        elif not isinstance(row["custom_id"], str):
            row["custom_id"] = _to_text(row["custom_id"])
        return row

    def _fill(self, value: Any, line: int, values: Mapping[str, Any]) -> Any:
        if isinstance(value, dict):
            return {key: self._fill(item, line, values) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._fill(item, line, values) for item in value]
        if not isinstance(value, str) or not ("{" in value or "}" in value):
            return value
        match = PLACEHOLDER.fullmatch(value)
        if match is not None and match.group(1):
            return _look_up(match.group(1), line, values)

        def replace(match: Any) -> str:
            name = match.group(1)
            return _to_text(_look_up(name, line, values)) if name else match.group()[0]

        return PLACEHOLDER.sub(replace, value)


def _load(template: Any) -> Dict[str, Any]:
    """Return a template as a dict. Raises ArgumentError."""
    row: Any = template
    if isinstance(template, (str, bytes, os.PathLike)):
        text: Any = template
        if not isinstance(text, str) or not text.lstrip().startswith("{"):
            try:
                with open(template, encoding="utf-8-sig") as file:
                    text = file.read()
            except (OSError, UnicodeDecodeError) as error:
                raise ArgumentError("template: cannot read {!r} ({})".format(os.fspath(template), error)) from None
        try:
            row = json.loads(text)
        except ValueError as error:
            raise ArgumentError("template: not JSON ({}); write it as a JSON object".format(error)) from None
    if not isinstance(row, dict):
        raise ArgumentError(
            "template: expected a dict, JSON or the path of a file of JSON, got {}".format(type(row).__name__)
        )
    return row


def _column(name: str) -> str:
    return name[: -len(JSON_SUFFIX)] if name.endswith(JSON_SUFFIX) else name


def _look_up(name: str, line: int, values: Mapping[str, Any]) -> Any:
    column = _column(name)
    value: Any = values.get(column)
    if value is None and column not in values:
        known = ", ".join(str(known) for known in values if known is not None)
        raise RowError(line, "the template names the column {!r}, which the row lacks; it has {}".format(column, known))
    if column == name:
        return value
    text: Any = value
    try:
        return json.loads(text)
    except (TypeError, ValueError):
        problem = "the column {!r} is not JSON, as {{{}}} asks for: {!r}"
        raise RowError(line, problem.format(column, name, str(value)[:60])) from None


def _to_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def iter_csv(source: Any, delimiter: str, count: Callable[[int], None]) -> Iterator[Tuple[int, Dict[str, Any]]]:
    """Yield the line number and the values by column of each record of CSV (RFC 4180). `count` is told the bytes read.

    A record with fewer fields than the header lacks the last columns. Raises RowError.
    """

    def lines() -> Iterator[str]:
        for number, line in enumerate(source, 1):
            count(len(line))
            if isinstance(line, bytes):
                try:
                    line = line.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError:
                    raise RowError(number, "not UTF-8: {!r}; convert the file".format(line[:60])) from None
            yield line.lstrip("\ufeff") if number == 1 else line

    csv.field_size_limit(max(MAX_FIELD_SIZE, csv.field_size_limit()))
    reader = csv.reader(lines(), delimiter=delimiter, strict=True)
    try:
        header = next(reader, None)
        if header is None:
            return
        repeated = [name for name in header if header.count(name) > 1]
        if repeated:
            raise RowError(1, "the column {!r} appears twice in the header".format(repeated[0]))
        start = reader.line_num + 1
        for fields in reader:
            line, start = start, reader.line_num + 1
            if not fields:
                continue  # an empty line
            if len(fields) > len(header):
                problem = "{} fields, but the header has {}; quote fields that contain a delimiter"
                raise RowError(line, problem.format(len(fields), len(header)))
            yield line, dict(zip(header, fields))
    except csv.Error as error:
        raise RowError(reader.line_num, "not CSV ({})".format(error)) from None
