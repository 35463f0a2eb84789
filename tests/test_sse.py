# SPDX-License-Identifier: MIT
"""Server-sent events: the examples of the standard, and the same events wherever the chunks are split."""

from __future__ import annotations

import random

import pytest

from . import load

sse = load("results.sse")
SSEDecoder = sse.SSEDecoder
LineDecoder = sse.LineDecoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable


def events(*chunks: bytes) -> list[Any]:
    """Return all events of a stream that arrives in these chunks."""
    decoder = SSEDecoder()
    return [event for chunk in chunks for event in decoder.feed(chunk)]


def data_of(*chunks: bytes) -> list[str]:
    """Return only the data of the events."""
    return [data for _, data, _ in events(*chunks)]


# Examples of the standard (WHATWG HTML, 9.2.6)

STOCKS = b"data: YHOO\ndata: +2\ndata: 10\n\n"
FOUR_BLOCKS = b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n"
NO_DATA = b"data\n\ndata\ndata\n\ndata:"
SAME_BLANK = b"data:test\n\ndata: test\n\n"
NAMED = b"event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\nevent: add\ndata: 113411\n\n"


def test_lines_of_data_are_one_event_joined_by_newlines() -> None:
    assert events(STOCKS) == [("", "YHOO\n+2\n10", "")]


def test_comment_block_is_not_an_event_and_an_empty_id_resets_the_last_one() -> None:
    assert events(FOUR_BLOCKS) == [("", "first event", "1"), ("", "second event", ""), ("", " third event", "")]


def test_data_without_a_value_is_an_event_of_empty_lines() -> None:
    assert events(NO_DATA) == [("", "", ""), ("", "\n", "")]


def test_blank_after_the_colon_is_optional() -> None:
    assert events(SAME_BLANK) == [("", "test", ""), ("", "test", "")]


def test_events_have_names() -> None:
    assert events(NAMED) == [("add", "73857293", ""), ("remove", "2153", ""), ("add", "113411", "")]


# Arbitrary chunks

MIXED_ENDS = b"data: a\r\n\r\ndata: b\r\rdata: c\n\ndata: d\r\ndata: e\rdata: f\n\r\ndata: g\r\n\rdata: h\n\r"
WITH_BOM = b"\xef\xbb\xbfdata: after a mark\n\ndata: \xef\xbb\xbf inside\n\n"
CHARACTERS = "id: ü\nevent: naïve\ndata: é 漢 \U0001f600\ndata: ߿ࠀ\n\n".encode()
ALL_FIELDS = b"retry: 10\nid: 7\nevent: x\ndata: 1\nunknown: y\n:\n: comment\n\nid: 8\n\ndata: 2\n\n"
STREAMS = {
    "stocks": STOCKS,
    "four blocks": FOUR_BLOCKS,
    "no data": NO_DATA,
    "same blank": SAME_BLANK,
    "named": NAMED,
    "mixed line ends": MIXED_ENDS,
    "byte order marks": WITH_BOM,
    "characters of several bytes": CHARACTERS,
    "all fields": ALL_FIELDS,
    "stocks with CRLF": STOCKS.replace(b"\n", b"\r\n"),
    "four blocks with CR": FOUR_BLOCKS.replace(b"\n", b"\r"),
    "named with CRLF": NAMED.replace(b"\n", b"\r\n"),
}
every_stream = pytest.mark.parametrize("stream", STREAMS.values(), ids=STREAMS)


def state(chunks: Iterable[bytes]) -> tuple[Any, ...]:
    """Return the events and the public state of a decoder after these chunks."""
    decoder = SSEDecoder()
    decoded = [event for chunk in chunks for event in decoder.feed(chunk)]
    return decoded, decoder.last_event_id, decoder.retry, decoder.pending()


@every_stream
def test_single_bytes_give_the_same_events(stream: bytes) -> None:
    assert state(stream[index : index + 1] for index in range(len(stream))) == state([stream])


@every_stream
def test_every_split_gives_the_same_events(stream: bytes) -> None:
    expected = state([stream])
    for split in range(len(stream) + 1):
        assert state([stream[:split], stream[split:]]) == expected, "split at {}".format(split)


@every_stream
def test_empty_chunks_change_nothing(stream: bytes) -> None:
    chunks = [chunk for index in range(len(stream)) for chunk in (b"", stream[index : index + 1], b"")]
    assert state(chunks) == state([stream])


def test_random_splits_give_the_same_events() -> None:
    stream = b"".join(STREAMS[name] for name in ("all fields", "mixed line ends", "characters of several bytes"))
    expected = state([stream])
    rng = random.Random(7)
    for _ in range(200):
        splits = sorted(rng.sample(range(len(stream)), 6))
        assert state(stream[a:b] for a, b in zip([0] + splits, splits + [len(stream)])) == expected, splits


def test_mixed_line_ends_follow_the_standard() -> None:
    assert data_of(MIXED_ENDS) == ["a", "b", "c", "d\ne\nf", "g", "h"]


def test_split_crlf_is_one_line_end() -> None:
    assert data_of(b"data: a\r", b"\ndata: b\r", b"\n\r", b"\n") == ["a\nb"]


def test_carriage_return_ends_a_line_at_once() -> None:
    decoder = SSEDecoder()
    assert list(decoder.feed(b"data: a\r\r")) == [("", "a", "")], "waited for a line feed that may never come"
    assert list(decoder.feed(b"\ndata: b\n\n")) == [("", "b", "")]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_lines_are_returned_without_line_ends(end: bytes) -> None:
    assert LineDecoder().feed(b"one" + end + b"two" + end + end + b"three") == [b"one", b"two", b""]


def test_rest_is_the_line_that_has_no_end_yet() -> None:
    lines = LineDecoder()
    assert lines.feed(b"one\ntw") == [b"one"]
    assert lines.feed(b"o") == []
    assert (lines.rest(), lines.held) == (b"two", 3)
    assert lines.feed(b"\n") == [b"two"]
    assert (lines.rest(), lines.held) == (b"", 0)


# The byte order mark


@pytest.mark.parametrize("split", [0, 1, 2, 3, 4])
def test_byte_order_mark_at_the_start_is_dropped(split: int) -> None:
    stream = b"\xef\xbb\xbfdata: x\n\n"
    assert data_of(stream[:split], stream[split:]) == ["x"]


def test_byte_order_mark_is_dropped_once_and_only_at_the_start() -> None:
    assert data_of(b"\xef\xbb\xbf\xef\xbb\xbfdata: x\n\ndata: y\n\n") == ["y"]
    assert data_of(WITH_BOM) == ["after a mark", "\ufeff inside"]


def test_incomplete_byte_order_mark_is_kept() -> None:
    lines = LineDecoder()
    assert lines.feed(b"\xef") == []
    assert lines.feed(b"\xbb") == []
    assert lines.feed(b"x\n") == [b"\xef\xbbx"]


# Fields


@pytest.mark.parametrize(
    "block", [b"\n", b"\n\n\n", b": ping\n\n", b"event: x\n\n", b"id: 4\n\n", b"retry: 5\n\n", b":\n\n"]
)
def test_block_without_data_is_not_an_event(block: bytes) -> None:
    assert events(block) == []


def test_name_of_a_block_without_data_does_not_apply_to_the_next_event() -> None:
    assert events(b"event: lost\n\ndata: x\n\n") == [("", "x", "")]


def test_name_applies_to_one_event_and_the_last_name_counts() -> None:
    assert events(b"event: a\nevent: b\ndata: 1\n\ndata: 2\n\n") == [("b", "1", ""), ("", "2", "")]


def test_id_applies_until_the_next_id() -> None:
    decoder = SSEDecoder()
    assert list(decoder.feed(b"id: 7\ndata: a\n\ndata: b\n\nid: 8\n\n")) == [("", "a", "7"), ("", "b", "7")]
    assert decoder.last_event_id == "8"
    assert list(decoder.feed(b"data: c\n\n")) == [("", "c", "8")]


def test_id_with_a_nul_is_ignored() -> None:
    assert events(b"id: 7\ndata: a\n\nid: 8\0\ndata: b\n\n") == [("", "a", "7"), ("", "b", "7")]


@pytest.mark.parametrize(
    "value, retry",
    [(b"3000", 3000), (b"0", 0), (b"-1", None), (b"1.5", None), (b"", None), (b"x", None), ("٣".encode(), None)],
)
def test_retry_must_be_ascii_digits(value: bytes, retry: int | None) -> None:
    decoder = SSEDecoder()
    assert list(decoder.feed(b"retry: " + value + b"\n\n")) == []
    assert decoder.retry == retry


@pytest.mark.parametrize("line", [b"dat: a", b"Data: a", b" data: a", b"database: a", b"data : a", b":data: a"])
def test_unknown_fields_and_comments_are_ignored(line: bytes) -> None:
    assert data_of(line + b"\ndata: x\n\n") == ["x"]


@pytest.mark.parametrize(
    "line, data",
    [
        (b"data:x", "x"),
        (b"data: x", "x"),
        (b"data:  x", " x"),
        (b"data:\tx", "\tx"),
        (b"data: x ", "x "),
        (b"data::", ":"),
    ],
)
def test_one_blank_after_the_colon_is_dropped_and_no_more(line: bytes, data: str) -> None:
    assert data_of(line + b"\n\n") == [data]


# The end of the stream


def test_unterminated_last_event_is_dropped_and_pending() -> None:
    decoder = SSEDecoder()
    assert [data for _, data, _ in decoder.feed(b"data: a\n\ndata: b\n")] == ["a"]
    assert decoder.pending() == "b"


@pytest.mark.parametrize(
    "tail, pending",
    [
        (b"", ""),
        (b"data: [DONE]", "[DONE]"),
        (b"data:[DONE]", "[DONE]"),
        (b"data:  x", " x"),
        (b"data: a\ndata: b", "a\nb"),
        (b"data: a\nevent: x", "a"),
        (b"event: x", ""),
        (b": data: x", ""),
        (b"data: a\n\n", ""),
        (b"data: \xc3", "\ufffd"),
    ],
)
def test_pending_returns_the_data_of_the_incomplete_event(tail: bytes, pending: str) -> None:
    decoder = SSEDecoder()
    list(decoder.feed(tail))
    assert decoder.pending() == pending


# Invalid streams


def test_data_that_is_not_utf8_is_an_error_after_the_events_before_it() -> None:
    events_iter = SSEDecoder().feed(b"data: good\n\ndata: \xff\n\n")
    assert next(events_iter) == ("", "good", "")
    with pytest.raises(ValueError):
        next(events_iter)


def test_names_and_ids_that_are_not_utf8_are_replaced() -> None:
    assert events(b"event: \xff\nid: \xff\ndata: x\n\n") == [("\ufffd", "x", "\ufffd")]


def test_line_that_never_ends_is_refused_after_the_events_before_it() -> None:
    decoder = SSEDecoder(max_event_size=20)
    assert list(decoder.feed(b"data: " + b"x" * 14)) == []
    with pytest.raises(ValueError, match="a line of the event stream is longer than 20 bytes"):
        list(decoder.feed(b"x"))
    events_iter = SSEDecoder(max_event_size=20).feed(b"data: good\n\n: " + b"x" * 40)
    assert next(events_iter) == ("", "good", "")
    with pytest.raises(ValueError, match="longer than 20 bytes"):
        next(events_iter)


def test_event_of_many_lines_is_refused_when_it_grows_too_large() -> None:
    assert [
        len(data) for _, data, _ in SSEDecoder(max_event_size=20).feed(b"data: 123456789\ndata:1234567890\n\n")
    ] == [20]
    events_iter = SSEDecoder(max_event_size=20).feed(b"data: good\n\ndata: 1234567890\ndata:1234567890\n\n")
    assert next(events_iter) == ("", "good", "")
    with pytest.raises(ValueError, match="an event is larger than 20 bytes"):
        next(events_iter)


def test_event_of_empty_lines_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match="larger than 20 bytes"):
        list(SSEDecoder(max_event_size=20).feed(b"data\n" * 30))


def test_size_is_counted_for_each_event() -> None:
    assert data_of(*[b"data: 1234567890\n\n"] * 10) == ["1234567890"] * 10
    decoder = SSEDecoder(max_event_size=20)
    assert sum(len(list(decoder.feed(b"data: 1234567890\n\n"))) for _ in range(10)) == 10


def test_events_of_a_megabyte_are_accepted() -> None:
    chunks = [b"x" * 4096] * 256
    assert data_of(b"data: ", *chunks, b"\n\n") == ["x" * (1 << 20)]
    assert sse.MAX_EVENT_SIZE >= 64 << 20
