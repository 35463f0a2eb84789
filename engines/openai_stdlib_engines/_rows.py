# SPDX-License-Identifier: MIT
"""Rows and records in tables, whose columns have one type each; for the engines that have tables.

In a table, a row has a line of JSON in its only column, or the columns of the Batch API with `body` as JSON or as a
struct. With a template, the columns are its values. A record is a row of `COLUMNS`: custom_id, status_code,
request_id, and the body of the response and the error, both as JSON.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, Iterator

COLUMNS = ("custom_id", "status_code", "request_id", "body", "error")
LINE_COLUMNS = ("text", "value")  # as Ray and Spark name the column of a text file


def map_table(mapper: Any, rows: Iterable[Dict[str, Any]]) -> Iterator[Dict[str, Any]]:
    """Yield the record of each row of a table, in the same order."""
    source = rows if mapper.template is not None else map(read_row, rows)
    return map(flatten_record, mapper(iter(source)))


def read_row(row: Dict[str, Any]) -> Any:
    """Return the row of a table as a mapper takes it: a line of JSON, or a dict in the form of the Batch API."""
    if len(row) == 1:
        for name in LINE_COLUMNS:
            if isinstance(row.get(name), str):
                return row[name]
    row = {name: value for name, value in row.items() if value is not None}
    body = row.get("body")
    if isinstance(body, str):
        try:
            row["body"] = json.loads(body)
        except ValueError:
            pass  # the record of the row says that its body is no object
    else:
        row["body"] = drop_nulls(body)
    return row


def drop_nulls(value: Any) -> Any:
    """Return a struct without the fields that are null: a table adds those that other rows have."""
    if isinstance(value, dict):
        return {name: drop_nulls(item) for name, item in value.items() if item is not None}
    if isinstance(value, list):
        return [drop_nulls(item) for item in value]
    return value


def flatten_record(record: Dict[str, Any]) -> Dict[str, Any]:
    """Return a record as a row of `COLUMNS`."""
    response = record["response"] or {}
    error = record["error"]
    return {
        "custom_id": record["custom_id"],
        "status_code": response.get("status_code"),
        "request_id": response.get("request_id"),
        "body": json.dumps(response["body"]) if response else None,
        "error": None if error is None else json.dumps(error),
    }


def check_workers(mapper: Any, processes: int, advice: str) -> None:
    """Raise ValueError if more processes than the mapper knows of would share its limits."""
    if mapper.is_limited and processes > mapper.workers:
        raise ValueError(
            "mapper: its limits are for {} workers, and the engine has {} processes that would each take a share; "
            "{}, or pass workers={} to RowMapper".format(mapper.workers, processes, advice, processes)
        )
