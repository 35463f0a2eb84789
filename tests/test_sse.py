# SPDX-License-Identifier: MIT
"""Server-sent events: the examples of the standard, and the same events wherever the chunks are split."""

from __future__ import annotations

import asyncio
import io
import pickle
import random
import tracemalloc

import pytest

from . import load, package

sse = load("results.sse")
SSEDecoder = sse.SSEDecoder
LineDecoder = load("results.event_decoder").LineDecoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable


def events(*chunks: bytes) -> list[Any]:
    """Return all events of a stream that arrives in these chunks."""
    return [as_tuple(event) for event in sse.iter_events(chunks)]


def as_tuple(event: Any) -> tuple[str, str, str]:
    """Return the type, data and id of an event."""
    return event.event, event.data, event.id


def feed(decoder: Any, chunk: bytes) -> list[Any]:
    """Return the events that a chunk completes."""
    return [as_tuple(event) for event in decoder.feed(chunk)]


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
    assert events(STOCKS) == [("message", "YHOO\n+2\n10", "")]


def test_comment_block_is_not_an_event_and_an_empty_id_resets_the_last_one() -> None:
    assert events(FOUR_BLOCKS) == [
        ("message", "first event", "1"),
        ("message", "second event", ""),
        ("message", " third event", ""),
    ]


def test_data_without_a_value_is_an_event_of_empty_lines() -> None:
    assert events(NO_DATA) == [("message", "", ""), ("message", "\n", "")]


def test_blank_after_the_colon_is_optional() -> None:
    assert events(SAME_BLANK) == [("message", "test", ""), ("message", "test", "")]


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
    decoded = [event for chunk in chunks for event in feed(decoder, chunk)]
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
    assert feed(decoder, b"data: a\r\r") == [("message", "a", "")], "waited for a line feed that may never come"
    assert feed(decoder, b"\ndata: b\n\n") == [("message", "b", "")]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_lines_are_returned_without_line_ends(end: bytes) -> None:
    assert LineDecoder().feed(b"one" + end + b"two" + end + end + b"three") == [b"one", b"two", b""]


def test_rest_is_the_line_that_has_no_end_yet() -> None:
    lines = LineDecoder()
    assert lines.feed(b"one\ntw") == [b"one"]
    assert lines.feed(b"o") == []
    assert lines.tail == b"two"
    assert lines.feed(b"\n") == [b"two"]
    assert lines.tail == b""


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
    assert events(b"event: lost\n\ndata: x\n\n") == [("message", "x", "")]


def test_name_applies_to_one_event_and_the_last_name_counts() -> None:
    assert events(b"event: a\nevent: b\ndata: 1\n\ndata: 2\n\n") == [("b", "1", ""), ("message", "2", "")]


def test_id_applies_until_the_next_id() -> None:
    decoder = SSEDecoder()
    assert feed(decoder, b"id: 7\ndata: a\n\ndata: b\n\nid: 8\n\n") == [("message", "a", "7"), ("message", "b", "7")]
    assert decoder.last_event_id == "8"
    assert feed(decoder, b"data: c\n\n") == [("message", "c", "8")]


def test_id_with_a_nul_is_ignored() -> None:
    assert events(b"id: 7\ndata: a\n\nid: 8\0\ndata: b\n\n") == [("message", "a", "7"), ("message", "b", "7")]


@pytest.mark.parametrize(
    "value, retry",
    [(b"3000", 3000), (b"0", 0), (b"-1", None), (b"1.5", None), (b"", None), (b"x", None), ("٣".encode(), None)],
)
def test_retry_must_be_ascii_digits(value: bytes, retry: int | None) -> None:
    decoder = SSEDecoder()
    assert feed(decoder, b"retry: " + value + b"\n\n") == []
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
    assert [data for _, data, _ in feed(decoder, b"data: a\n\ndata: b\n")] == ["a"]
    assert decoder.pending() == ("", "b")


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
    assert decoder.pending()[1] == pending


def test_id_of_an_unfinished_block_does_not_count() -> None:
    decoder = SSEDecoder()
    assert feed(decoder, b"id: 7\ndata: a\n\nid: 8\ndata: b\n") == [("message", "a", "7")]
    assert decoder.last_event_id == "7"
    assert feed(decoder, b"\n") == [("message", "b", "8")]


@pytest.mark.parametrize(
    "digits, retry",
    [
        (b"9" * 5000, None),
        (b"0" * 5000 + b"7", 7),
        (b"9" * 640, int("9" * 640)),
        (b"00", 0),
        (b"5 ", None),
        (b"+5", None),
    ],
)
def test_retry_of_any_length_does_not_end_the_stream(digits: bytes, retry: int | None) -> None:
    decoder = SSEDecoder()
    assert feed(decoder, b"retry: " + digits + b"\ndata: a\n\n") == [("message", "a", "")]
    assert decoder.retry == retry


# Invalid streams


MALFORMED = [
    (b"\xff", "\ufffd"),
    (b"\xc0\xaf", "\ufffd\ufffd"),
    (b"\xe0\x80\xaf", "\ufffd\ufffd\ufffd"),
    (b"\xed\xa0\x80", "\ufffd\ufffd\ufffd"),
    (b"\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd"),
    (b"\xe6\xbcA", "\ufffdA"),
    (b"\xf0\x9f\x98", "\ufffd"),
    (b"a\x80\x80b", "a\ufffd\ufffdb"),
]


@pytest.mark.parametrize("sent, text", MALFORMED)
def test_malformed_utf8_becomes_replacement_characters(sent: bytes, text: str) -> None:
    """One for each maximal part of a character (WHATWG Encoding §8.1.1), wherever the chunks are cut."""
    stream = b"data: " + sent + b"\ndata: " + sent + b"\n\n"
    for chunks in ([stream], [stream[index : index + 1] for index in range(len(stream))]):
        assert data_of(*chunks) == [text + "\n" + text]


def test_names_and_ids_that_are_not_utf8_are_replaced() -> None:
    assert events(b"event: \xff\nid: \xff\ndata: x\n\n") == [("\ufffd", "x", "\ufffd")]


def test_line_that_never_ends_is_refused_after_the_events_before_it() -> None:
    decoder = SSEDecoder(max_event_size=20)
    assert feed(decoder, b"data: " + b"x" * 14) == []
    with pytest.raises(ValueError, match="a line of the event stream is longer than 20 bytes"):
        list(decoder.feed(b"x"))
    events_iter = SSEDecoder(max_event_size=20).feed(b"data: good\n\n: " + b"x" * 40)
    assert next(events_iter).data == "good"
    with pytest.raises(ValueError, match="longer than 20 bytes"):
        next(events_iter)


def test_event_of_many_lines_is_refused_when_it_grows_too_large() -> None:
    assert [
        len(event.data) for event in SSEDecoder(max_event_size=20).feed(b"data: 123456789\ndata:1234567890\n\n")
    ] == [20]
    events_iter = SSEDecoder(max_event_size=20).feed(b"data: good\n\ndata: 1234567890\ndata:1234567890\n\n")
    assert next(events_iter).data == "good"
    with pytest.raises(ValueError, match="an event is larger than 20 bytes"):
        next(events_iter)


def test_event_of_empty_lines_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match="larger than 20 bytes"):
        list(SSEDecoder(max_event_size=20).feed(b"data\n" * 30))


def test_size_is_counted_for_each_event() -> None:
    assert data_of(*[b"data: 1234567890\n\n"] * 10) == ["1234567890"] * 10
    decoder = SSEDecoder(max_event_size=20)
    assert sum(len(feed(decoder, b"data: 1234567890\n\n")) for _ in range(10)) == 10


def test_events_of_a_megabyte_are_accepted() -> None:
    chunks = [b"x" * 4096] * 256
    assert data_of(b"data: ", *chunks, b"\n\n") == ["x" * (1 << 20)]
    assert sse.MAX_EVENT_SIZE >= 64 << 20


def test_lines_of_two_bytes_take_no_more_memory_than_the_event() -> None:
    """An event of many short lines is held as one piece, however its bytes arrive."""
    lines = 1 << 14
    for chunks in ([b"data\n" * 64] * (lines // 64), [b"data\n" * lines]):
        decoder = SSEDecoder(max_event_size=1 << 20)
        tracemalloc.start()
        try:
            for chunk in chunks:
                assert feed(decoder, chunk) == []
            held, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert held < 3 * lines, "{} bytes for an event of {} bytes".format(held, lines)
        assert [len(data) for _, data, _ in feed(decoder, b"\n")] == [lines - 1]


def test_chunks_of_two_bytes_take_no_more_memory_than_their_line() -> None:
    size = 1 << 14
    decoder = SSEDecoder()
    tracemalloc.start()
    try:
        list(decoder.feed(b"data: "))
        for _ in range(size // 2):
            list(decoder.feed(b"xy"))
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 3 * size


# For other APIs

EXPECTED = [("message", "Grüße", "", None), ("price", "5", "7", 3000), ("message", "\ufffd", "7", 3000)]
STREAM = "\ufeffdata: Grüße\r\n\r\nretry:3000\rid:7\revent:price\rdata:5\r\rdata: ".encode() + b"\xe6\xbc\n\n"


def as_fields(event: Any) -> tuple[Any, ...]:
    return event.event, event.data, event.id, event.retry


@pytest.mark.parametrize(
    "chunks",
    [
        [STREAM],
        STREAM,
        memoryview(STREAM),
        io.BytesIO(STREAM),
        (bytearray(STREAM[i : i + 1]) for i in range(len(STREAM))),
        [STREAM[:9], memoryview(STREAM[9:])],
        STREAM.decode("utf-8", "replace"),
        list(STREAM.decode("utf-8", "replace")),
        list(STREAM[:-4].decode() + "\ud800\n\n"),
    ],
    ids="bytes-list bytes memoryview file bytearrays mixed text characters surrogate".split(),
)
def test_iter_events_takes_any_iterable_of_bytes_or_text(chunks: Any) -> None:
    assert [as_fields(event) for event in package.iter_events(chunks)] == EXPECTED


class Chunks:
    """Chunks that arrive asynchronously."""

    def __init__(self, *chunks: Any) -> None:
        self.remaining = list(chunks)

    def __aiter__(self) -> Any:
        return self

    async def __anext__(self) -> Any:
        await asyncio.sleep(0)
        if not self.remaining:
            raise StopAsyncIteration
        return self.remaining.pop(0)


def test_aiter_events_yields_the_same_events() -> None:
    async def read() -> list[Any]:
        chunks = Chunks(STREAM[:30], b"", STREAM[30:].replace(b"\xe6\xbc", b"\xef\xbf\xbd").decode(), b"data: never")
        return [as_fields(event) async for event in package.aiter_events(chunks)]

    assert asyncio.run(read()) == EXPECTED


def test_async_chunks_may_be_left_early() -> None:
    async def read() -> list[Any]:
        chunks = Chunks(STREAM, AssertionError)
        async for event in package.aiter_events(chunks):
            return [event.data, chunks.remaining]
        raise AssertionError

    assert asyncio.run(read()) == ["Grüße", [AssertionError]]


@pytest.mark.parametrize(
    "call, message",
    [
        (lambda: list(package.iter_events([b"", 5])), "chunks: expected bytes or str, got int"),
        (lambda: list(package.iter_events([None])), "chunks: expected bytes or str, got NoneType"),
        (lambda: package.aiter_events([b""]), "chunks: expected an asynchronous iterable, got list; use iter_events"),
        (
            lambda: package.iter_events([], max_event_size=0),
            "max_event_size: expected a positive number of bytes, got 0",
        ),
        (
            lambda: package.SSEDecoder(max_event_size=True),
            "max_event_size: expected a positive number of bytes, got True",
        ),
    ],
)
def test_wrong_arguments_are_named(call: Any, message: str) -> None:
    with pytest.raises(package.ArgumentError) as caught:
        call()
    assert str(caught.value).startswith(message)


def test_too_large_event_is_an_error_of_the_package() -> None:
    events_iter = package.iter_events([b"data: ok\n\ndata: " + b"x" * 100], max_event_size=50)
    assert next(events_iter).data == "ok"
    with pytest.raises(package.ParseError, match="longer than 50 bytes"):
        next(events_iter)


def test_methods_of_the_official_decoder() -> None:
    decoder = load("_streaming").SSEDecoder()
    assert [
        decoder.decode(line) for line in ("event: x", "id: 1", "retry: 5", ": comment", 'data: {"a":', "data: 1}")
    ] == [None] * 6
    event = decoder.decode("")
    assert as_fields(event) == ("x", '{"a":\n1}', "1", 5) and event.json() == {"a": 1}
    assert decoder.decode("") is None
    assert [as_fields(event) for event in load("_streaming").SSEDecoder().iter_bytes(iter([STREAM]))] == EXPECTED

    async def read() -> list[Any]:
        return [as_fields(event) async for event in sse.SSEDecoder().aiter_bytes(Chunks(STREAM))]

    assert asyncio.run(read()) == EXPECTED


def test_decoder_can_be_used_for_another_stream() -> None:
    decoder = SSEDecoder()
    assert len(list(decoder.iter_bytes([STREAM, b"id: 9\nevent: lost\ndata: lost"]))) == 3
    assert (decoder.last_event_id, decoder.retry) == ("7", 3000)
    assert [as_fields(event) for event in decoder.iter_bytes([b"\xef\xbb\xbfdata: a\n\n"])] == [
        ("message", "a", "", 3000)
    ]


def test_events_are_values() -> None:
    event = package.ServerSentEvent(event="x", data="1", id="7", retry=5)
    assert event == pickle.loads(pickle.dumps(event)) != package.ServerSentEvent(event="x", data="1", id="7")
    assert repr(event) == "ServerSentEvent(event='x', data='1', id='7', retry=5)"
    assert as_fields(package.ServerSentEvent()) == ("message", "", "", None)
    with pytest.raises(ValueError):
        package.ServerSentEvent(data="x").json()
