# SPDX-License-Identifier: MIT
"""What a bulk run knows: its limit of concurrency, its files, its counters and its report. No server."""

from __future__ import annotations

import json
import os
import random
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from . import load

AdaptiveLimit = load("bulk.adaptive").AdaptiveLimit
journal = load("bulk.journal")
output = load("bulk.output")
row_calls = load("bulk.row_calls")
rows = load("bulk.rows")
statistics = load("bulk.statistics")
summary = load("bulk.summary")
render_report = load("bulk.report").render_report
BulkStateError = journal.BulkStateError

OPTIONS = {"template": None}


def record(index: int, status: int | None = 200, text: str = "x") -> bytes:
    error = None if status else {"code": "timeout", "message": text}
    line: bytes = row_calls.encode_record(
        rows.result_record("bulk_req_{}".format(index), 'id "{}\\'.format(index), status, "req", {"text": text}, error)
    )
    return line


def open_output(path: Any, ordered: bool = False, retry_failed: bool = False) -> Any:
    return output.Output(path, ordered, OPTIONS, retry_failed)


def indexes(path: Any) -> list[int]:
    return [int(json.loads(line)["id"].rpartition("_")[2]) for line in path.read_text().splitlines()]


# The limit of concurrency


def test_limit_doubles_until_the_maximum() -> None:
    limit = AdaptiveLimit(100)
    seen = [limit.value]
    for _ in range(4):
        for _ in range(limit.value):
            limit.on_result(0.2)
        seen.append(limit.value)
    assert seen == [16, 32, 64, 100, 100]


def test_limit_halves_once_per_round_and_then_grows_slowly() -> None:
    limit = AdaptiveLimit(100, initial=64)
    for _ in range(10):
        limit.on_overload()  # calls that ran at the same time
    assert (limit.value, limit.decreases) == (32, 1)
    for _ in range(64):
        limit.on_result(0.2)
    assert limit.value == 34
    for _ in range(1000):
        limit.on_overload()
    assert limit.value == 1
    for _ in range(20):
        limit.on_result(0.2)
    assert 2 < limit.value < 30


def test_limit_falls_when_latency_rises() -> None:
    limit = AdaptiveLimit(1000)
    for _ in range(200):
        limit.on_result(0.2)
    highest = limit.value
    for _ in range(10 * highest):
        limit.on_result(1.0)
    assert limit.value < highest


def test_limit_is_not_lowered_by_single_slow_calls() -> None:
    choose = random.Random(7)
    limit = AdaptiveLimit(50)
    for _ in range(2000):
        limit.on_result(30.0 if choose.random() < 0.1 else choose.uniform(0.5, 1.0))
    assert (limit.value, limit.decreases) == (50, 0)


def test_limit_against_a_server_with_a_capacity() -> None:
    """A server that rejects what exceeds its capacity is used well, and rejects little."""
    limit, capacity, served, rejected = AdaptiveLimit(500), 100, 0, 0
    for _ in range(500):  # rounds
        running = limit.value
        for call in range(running):
            if call < capacity:
                limit.on_result(0.2)
                served += 1
            else:
                limit.on_overload()
                rejected += 1
    assert served > 0.7 * 500 * capacity
    assert rejected < 0.05 * served


# The files


@pytest.mark.parametrize("ordered", [False, True])
def test_output_is_resumed(ordered: bool, tmp_path: Any) -> None:
    path = tmp_path / "out.jsonl"
    for start in (0, 3):
        out = open_output(path, ordered)
        assert [index for index in range(10) if index in out.done] == list(range(start))
        for index in (start + 2, start, start + 1):
            out.add(index, record(index))
            out.flush()
        out.sync(start + 3, 7)
        out.close()
    expected = range(6) if ordered else [2, 0, 1, 5, 3, 4]
    assert indexes(path) == list(expected)
    assert sorted(os.listdir(tmp_path)) == ["out.jsonl", "out.jsonl.journal"]


@pytest.mark.parametrize("ordered", [False, True])
def test_output_that_is_cut_at_any_byte(ordered: bool, tmp_path: Any) -> None:
    """Whatever a SIGKILL leaves of the files, the rows with whole lines are done, and no others."""
    path = tmp_path / "out.jsonl"
    lines = [record(0), record(1, 500), record(2)]
    whole = b"".join(lines)
    ends = [len(lines[0]), len(lines[0] + lines[1])]
    for size in {*range(0, len(whole), 7), *(at + step for at in ends for step in (-2, -1, 0, 1)), len(whole)}:
        for file in tmp_path.iterdir():
            file.unlink()
        open_output(path, ordered).close()
        path.write_bytes(whole[:size])
        out = open_output(path, ordered)
        expected = whole[:size].count(b"\n")
        assert [index for index in range(4) if index in out.done] == list(range(expected))
        assert out.failed_count == (expected > 1)
        for index in range(expected, 3):
            out.add(index, lines[index])
            out.flush()
        out.close()
        assert path.read_bytes() == whole


def test_held_records_survive(tmp_path: Any) -> None:
    path = tmp_path / "out.jsonl"
    out = open_output(path, True)
    for index in (5, 3, 1):
        out.add(index, record(index))
        out.flush()
    assert path.read_bytes() == b""
    del out  # as a SIGKILL: nothing is closed in order
    (tmp_path / "copy.jsonl").write_bytes(b"")
    for suffix in (".held", ".journal"):
        (tmp_path / ("copy.jsonl" + suffix)).write_bytes((tmp_path / ("out.jsonl" + suffix)).read_bytes())
    out = open_output(tmp_path / "copy.jsonl", True)
    assert [index for index in range(8) if index in out.done] == [1, 3, 5]
    for index in (0, 2, 4):
        out.add(index, record(index))
        out.flush()
    out.close()
    assert indexes(tmp_path / "copy.jsonl") == list(range(6))


@pytest.mark.parametrize("ordered", [False, True])
def test_failed_rows_are_retried(ordered: bool, tmp_path: Any) -> None:
    path = tmp_path / "out.jsonl"
    out = open_output(path, ordered)
    for index, status in enumerate([200, 500, None, 201, 404]):
        out.add(index, record(index, status))
        out.flush()
    out.close()
    out = open_output(path, ordered)
    assert (out.done_count, out.failed_count) == (5, 3)
    out.close()
    assert indexes(path) == list(range(5))
    out = open_output(path, ordered, retry_failed=True)
    assert (out.done_count, out.failed_count) == (2, 0)
    for index in (4, 2, 1):
        out.add(index, record(index))
        out.flush()
    out.close()
    assert indexes(path) == ([0, 1, 2, 3, 4] if ordered else [0, 3, 4, 2, 1])


def test_held_records_of_a_long_run(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first row ends last, and others come in any order."""
    choose = random.Random(5)
    order = list(range(1, 9000))
    for start in range(0, len(order), 50):
        order[start : start + 50] = choose.sample(order[start : start + 50], len(order[start : start + 50]))
    path = tmp_path / "out.jsonl"
    out = open_output(path, True)
    for index in [*order[:4500], 0, *order[4500:]]:
        out.add(index, record(index))
        out.flush()
    out.close()
    assert indexes(path) == list(range(9000))


REFUSED = {
    "foreign output": ({"out.jsonl": b"hello\n"}, "exists and has no journal"),
    "foreign line": ({"out.jsonl": b"hello\n", "out.jsonl.journal": b"OWN"}, "line 1 of .* is not a record"),
    "foreign journal": ({"out.jsonl.journal": b"hello\n"}, "is not a journal of a bulk run"),
    "half a foreign journal": ({"out.jsonl.journal": b"hello"}, "is not a journal of a bulk run"),
    "journal of another kind": ({"out.jsonl.journal": b'{"journal": "x"}\n'}, "is not a journal of a bulk run"),
}


@pytest.mark.parametrize(("files", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_files_that_are_refused(files: Any, message: str, tmp_path: Any) -> None:
    path = tmp_path / "out.jsonl"
    for name, content in files.items():
        if content == b"OWN":
            content = json.dumps({"journal": "bulk", "version": 1, **OPTIONS, "ordered": False}).encode() + b"\n"
        (tmp_path / name).write_bytes(content)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(BulkStateError, match=message):
        open_output(path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_journal_of_other_options(tmp_path: Any) -> None:
    open_output(tmp_path / "out.jsonl").close()
    with pytest.raises(BulkStateError, match="job with another ordered"):
        open_output(tmp_path / "out.jsonl", ordered=True)


def test_output_that_is_in_use(tmp_path: Any) -> None:
    pytest.importorskip("fcntl")
    out = open_output(tmp_path / "out.jsonl")
    with pytest.raises(BulkStateError, match="another process is writing"):
        open_output(tmp_path / "out.jsonl")
    out.close()


def test_journal_that_is_cut_at_any_byte(tmp_path: Any) -> None:
    path = str(tmp_path / "out.jsonl")
    first = journal.Journal(path)
    first.open(path, OPTIONS)
    first.add_checkpoint(1, 11)
    first.add_checkpoint(5, 55)
    first.close()
    whole = (tmp_path / "out.jsonl.journal").read_bytes()
    for size in range(0, len(whole) + 1, 2):
        (tmp_path / "out.jsonl.journal").write_bytes(whole[:size])
        again = journal.Journal(path)
        again.open(path, OPTIONS)
        assert again.checkpoints == [(1, 11), (5, 55)][: max(0, whole[:size].count(b"\n") - 1)]
        again.close()


def test_zeros_of_a_power_failure(tmp_path: Any) -> None:
    path = tmp_path / "out.jsonl"
    open_output(path).close()
    path.write_bytes(record(0) + bytes(100) + b"}\n" + bytes(10))
    out = open_output(path)
    assert out.done_count == 1
    out.add(1, record(1))
    out.flush()
    out.close()
    assert indexes(path) == [0, 1]


BODIES = {
    "one line": (b'{"a": "x"}', True),
    "several lines": (b'{\n  "a": "x"\n}', False),
    "not ASCII": ('{"a": "é"}'.encode(), False),
    "half a character": (b'{"a": "\\ud800"}', True),
    "white space": (b' {"a": "x"} ', False),
    "list": (b"[1,2]", False),
}


@pytest.mark.parametrize(("body", "is_kept"), BODIES.values(), ids=BODIES.keys())
def test_lines_of_responses(body: bytes, is_kept: bool) -> None:
    """A line has what was sent, and is the same JSON as the record."""
    response = load("call.message").Response(201, [("x-request-id", 're"q')], (), None, 0.0)
    response.body = body
    value = json.loads(body)
    expected = rows.result_record("bulk_req_7", 'a"\\\n', 201, 're"q', value)
    line = row_calls.encode_record(expected, response)
    assert json.loads(line) == expected
    assert (body in line) == is_kept
    assert line.count(b"\n") == 1
    assert output.LINE_HEAD.match(line).groups() == (b"7", b"201")


# The counters


def test_percentiles_and_intervals() -> None:
    stats = statistics.Statistics()
    for number in range(1000):
        stats.add(number * 1.0, (number + 1) / 1000, None, {"input": 2, "output": 3}, 8, 0)
    stats.add(1000.0, 0.0, "timeout", None, 8, 2)
    assert abs(stats.percentile(50) - 0.5) < 0.05
    assert abs(stats.percentile(99) - 0.99) < 0.1
    assert (stats.succeeded, stats.failed, stats.retries) == (1000, 1, 2)
    assert (stats.input_tokens, stats.output_tokens) == (2000, 3000)
    assert len(stats.intervals) <= 120
    assert sum(entry[0] for entry in stats.intervals) == 1000
    assert abs(stats.rate(1000.0) - 1.0) < 0.2


def test_kinds_of_errors_are_bounded() -> None:
    stats = statistics.Statistics()
    for number in range(1000):
        stats.add(0.0, 0.0, "kind {}".format(number), None, 1, 0)
    assert len(stats.errors) <= 51
    assert stats.errors["other"] == 950


class PageReader(HTMLParser):
    """Collects the tags and the text of a page, and fails on tags that don't match."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def make_statistics(kind: str) -> Any:
    stats = statistics.Statistics()
    choose = random.Random(3)
    if kind != "nothing":
        for number in range({"one": 1, "failures": 300, "many": 5000}[kind]):
            error = "400 <script>{}</script>".format(number % 30) if kind == "failures" or number % 7 == 6 else None
            stats.add(number / 10, choose.lognormvariate(0, 1), error, {"output": number}, number % 50 + 1, 0)
    return stats


@pytest.mark.parametrize("kind", ["nothing", "one", "failures", "many"])
def test_report(kind: str) -> None:
    """The page is well-formed, loads nothing and shows text as text."""
    stats = make_statistics(kind)
    result = summary.BulkSummary(stats, 3, 1, None, 8, 10.0, output="/x/<b>&.jsonl", is_complete=False)
    page = render_report(result, "Run of <i>rows</i>")
    reader = PageReader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    assert reader.tags.isdisjoint(("script", "i", "b", "img", "link", "iframe"))
    assert not re.search(r"https?:|url\(|@import|\son\w+=", page)
    assert "Run of <i>rows</i>" in reader.text
    assert "/x/<b>&.jsonl" in reader.text
    for match in re.finditer(r'(?:width|height|x|y)="(-?[\d.]+)"', page):
        assert 0 <= float(match.group(1)) <= 800
    assert ("<svg" in page) == (kind != "nothing")
