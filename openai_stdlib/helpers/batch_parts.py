# SPDX-License-Identifier: MIT
"""The rows of a run, checked and divided into the files of batches, before anything is sent. No calls.

A batch takes rows of one url and one model. `order` in the folder has the group of each row, two bytes each, so that
the results can be merged in the order of the input; within a group, the parts are in this order.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import ExitStack
from json import JSONDecoder
from struct import Struct

from ..bulk.row_errors import RowError, normalize_url
from ..bulk.rows import BATCH_ENDPOINTS, RowReader
from ..call.errors import ArgumentError, BodyError
from ..call.json_body import encode_json
from .batch_state import new_attempt, sync

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any, Dict, Iterator, List, Optional, Tuple

    from ..bulk.rows import Row
    from .batch_state import BatchState

# https://platform.openai.com/docs/guides/batch
MAX_ROWS = 50_000
MAX_BYTES = 200_000_000
MAX_EMBEDDING_INPUTS = 50_000  # in one batch
MAX_GROUPS = 100  # each has an open file
MAX_SHOWN_ERRORS = 20
WITHOUT_MODEL = ("/v1/moderations",)  # whose body needs none

ORDER_FILE = "order"
GROUP_NUMBER = Struct("<H")
ID_START = len(b'{"custom_id":')  # how each row of a part starts


class RowOptions:
    """How the rows are read: the arguments of `RowReader`."""

    def __init__(self, template: Any, format: Optional[str], endpoint: Optional[str], model: Optional[str]) -> None:
        self.template: Any = template
        self.format: Optional[str] = format
        self.endpoint: Optional[str] = endpoint
        self.model: Optional[str] = model

    def open(self, rows: Any) -> RowReader:
        """Return a reader of rows. Raises ArgumentError."""
        if hasattr(rows, "__aiter__"):
            raise ArgumentError("rows: an asynchronous iterable is not supported; pass a path or an iterable")
        endpoints = BATCH_ENDPOINTS if self.endpoint is None else (normalize_url(self.endpoint),)
        return RowReader(
            rows, template=self.template, format=self.format, endpoint=self.endpoint, model=self.model,
            endpoints=endpoints,
        )  # fmt: skip


def encode_row(row: Row) -> bytes:
    """Return a row as a line of JSON that starts with its custom_id. Raises RowError."""
    if not isinstance(row.body.get("model"), str) and row.url not in WITHOUT_MODEL:
        raise RowError(row.line, "the body has no model; add one, or pass model", row.custom_id)
    try:
        return encode_json(row.to_dict()) + b"\n"
    except BodyError as error:
        raise RowError(row.line, str(error), row.custom_id) from None


def read_custom_id(line: bytes) -> str:
    """Return the custom_id of a line that `encode_row` has returned."""
    text: str = _decode(line.decode("utf-8"), ID_START)[0]
    return text


_decode = JSONDecoder().raw_decode


class Group:
    """Rows of one url and one model, and the part that is being written."""

    def __init__(self, number: int, url: str, model: Any) -> None:
        self.number: int = number
        self.url: str = url
        self.model: Any = model
        self.part: Dict[str, Any] = {}  # as the state has it
        self.file: Optional[IO[bytes]] = None
        self.rows: int = 0
        self.bytes: int = 0
        self.inputs: int = 0  # of embeddings


class PartWriter:
    """Writes rows to the files of the parts. `close` completes them."""

    def __init__(self, state: BatchState, max_rows: int, max_bytes: int) -> None:
        self._state = state
        self._max_rows = max_rows
        self._max_bytes = max_bytes
        self._groups: Dict[Tuple[str, Any], Group] = {}
        self.parts: List[Dict[str, Any]] = []
        self.rows: int = 0
        self._order: IO[bytes] = open(state.part_path(ORDER_FILE), "wb")  # noqa: SIM115  # closed by `close`

    def add(self, row: Row, line: bytes) -> None:
        """Add a row. Raises RowError if no batch can have it."""
        if len(line) > self._max_bytes:
            problem = "the row has {:,} bytes; a batch has at most {:,}"
            raise RowError(row.line, problem.format(len(line), self._max_bytes), row.custom_id)
        group = self._group_of(row)
        inputs = count_inputs(row)
        is_full = (
            group.rows >= self._max_rows
            or group.bytes + len(line) > self._max_bytes
            or group.inputs + inputs > MAX_EMBEDDING_INPUTS
        )
        if group.file is None or (is_full and group.rows):
            self._begin_part(group)
        group.file.write(line)  # type: ignore[union-attr]  # _begin_part has opened it
        group.rows += 1
        group.bytes += len(line)
        group.inputs += inputs
        self._order.write(GROUP_NUMBER.pack(group.number))
        self.rows += 1

    def _group_of(self, row: Row) -> Group:
        key = (row.url, row.body.get("model"))
        group = self._groups.get(key)
        if group is None:
            if len(self._groups) >= MAX_GROUPS:
                problem = "the rows have more than {} pairs of url and model, each of which needs a batch; divide them"
                raise RowError(row.line, problem.format(MAX_GROUPS), row.custom_id)
            group = self._groups[key] = Group(len(self._groups), *key)
        return group

    def _begin_part(self, group: Group) -> None:
        self._end_part(group)
        name = "part-{:04d}-1.jsonl".format(len(self.parts) + 1)
        group.file = open(self._state.part_path(name), "wb")  # noqa: SIM115  # closed by _end_part
        group.rows = group.bytes = group.inputs = 0
        group.part = {"group": group.number, "rows": 0, "attempts": [new_attempt(name, 0)]}
        self.parts.append(group.part)

    def _end_part(self, group: Group) -> None:
        if group.file is None:
            return
        with group.file as file:
            group.file = None
            sync(file)
        group.part["rows"] = group.part["attempts"][0]["rows"] = group.rows

    def groups(self) -> List[Dict[str, Any]]:
        """Return the groups, as the state has them."""
        return [{"url": group.url, "model": group.model} for group in self._groups.values()]

    def close(self) -> None:
        """Close the files of the parts, all of them, even if the disk is full."""
        with ExitStack() as stack:
            stack.enter_context(self._order)
            stack.callback(sync, self._order)
            for group in self._groups.values():
                stack.callback(self._end_part, group)


def count_inputs(row: Row) -> int:
    """Return how many texts a row embeds; 0 for other endpoints."""
    if not row.url.endswith("/embeddings"):
        return 0
    value = row.body.get("input")
    return len(value) if isinstance(value, list) and not all(isinstance(item, int) for item in value) else 1


def iter_lines(reader: RowReader) -> Iterator[Tuple[Row, bytes]]:
    """Yield the rows and their lines. Raises RowError for the first row that cannot be sent, once all are read.

    All are read so that the message can say how many there are.
    """
    errors: List[RowError] = []
    count = 0
    for number, raw in reader.iter_raw():
        try:
            row = reader.parse(number, raw)
            line = encode_row(row)
        except RowError as error:
            count += 1
            if count <= MAX_SHOWN_ERRORS:
                errors.append(error)
            continue
        if not errors:
            yield row, line
    if errors:
        first = errors[0]
        if count > 1:
            lines = ", ".join(str(error.line) for error in errors[1:])
            more = "; {:,} more rows cannot be sent: {} {}{}"
            text = more.format(count - 1, "lines" if count > 2 else "line", lines, " …" if count > len(errors) else "")
            first.args = (str(first) + text,)
        raise first


def prepare(state: BatchState, rows: Any, options: RowOptions, max_rows: int, max_bytes: int) -> None:
    """Read all rows into the files of the parts, and save the state. Raises RowError; nothing remains then."""
    with options.open(rows) as reader:
        state.remove_parts()
        os.makedirs(state.folder)
        try:
            writer = PartWriter(state, max_rows, max_bytes)
            digest = hashlib.sha256()
            try:
                for row, line in iter_lines(reader):
                    writer.add(row, line)
                    digest.update(line)
            finally:
                writer.close()
            if not writer.rows:
                raise ArgumentError("rows: there are none; pass at least one row")
        except BaseException:
            state.remove_parts()
            raise
    state.data["input"] = {"sha256": digest.hexdigest(), "rows": writer.rows, **_describe_file(rows, options)}
    state.data.update(groups=writer.groups(), parts=writer.parts, status="prepared")
    state.save()


def check_same_rows(state: BatchState, rows: Any, options: RowOptions) -> None:
    """Raise ArgumentError if the rows are not those of the state. A file that was not modified is not read again."""
    known = state.data["input"]
    described = _describe_file(rows, options)
    if described and all(known.get(name) == value for name, value in described.items()):
        return
    digest = hashlib.sha256()
    with options.open(rows) as reader:
        for _, line in iter_lines(reader):
            digest.update(line)
    if digest.hexdigest() != known["sha256"]:
        message = "state: {!r} belongs to other rows; pass those, or another state and output to start a new run"
        raise ArgumentError(message.format(state.path))


def _describe_file(rows: Any, options: RowOptions) -> Dict[str, Any]:
    """Return what tells that a file is the same; {} for other rows, and for those that a template makes."""
    if options.template is not None or not isinstance(rows, (str, bytes, os.PathLike)):
        return {}
    status = os.stat(rows)
    path = os.path.abspath(os.fsdecode(rows))
    return {
        "path": path, "size": status.st_size, "mtime_ns": status.st_mtime_ns,
        "reading": [options.format, options.endpoint, options.model],
    }  # fmt: skip
