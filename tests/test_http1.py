# SPDX-License-Identifier: MIT
"""The body readers of `transport.http1`, with the bytes split everywhere."""

from __future__ import annotations

import pytest

from . import load

http1 = load("transport.http1")

CHUNKS = b"5\r\nhello\r\n1;name=value\r\n!\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n"
BODY = b"hello!0123456789"


def feed_all(reader, *chunks):
    """Return the body bytes that a reader returns for the chunks."""
    return b"".join(reader.feed(chunk) for chunk in chunks)


def test_chunked_body_in_any_three_parts():
    for first in range(len(CHUNKS) + 1):
        for second in range(first, len(CHUNKS) + 1):
            reader = http1.ChunkedReader()
            assert feed_all(reader, CHUNKS[:first], CHUNKS[first:second], CHUNKS[second:]) == BODY
            assert reader.is_complete and reader.incomplete_reason() == ""


def test_chunked_body_byte_by_byte():
    reader = http1.ChunkedReader()
    assert feed_all(reader, *(CHUNKS[index : index + 1] for index in range(len(CHUNKS)))) == BODY
    assert reader.is_complete


def test_truncated_chunked_body_is_incomplete():
    for end in range(len(CHUNKS)):
        reader = http1.ChunkedReader()
        assert BODY.startswith(feed_all(reader, CHUNKS[:end]))
        assert not reader.is_complete and "incomplete response" in reader.incomplete_reason()


def test_chunked_body_with_bare_line_feeds():
    reader = http1.ChunkedReader()
    assert feed_all(reader, b"2\nok\r\n0\n\n") == b"ok" and reader.is_complete


@pytest.mark.parametrize("size", [b"", b"x", b"-1", b"0x10", b"1 2", b"11111111111111111", "\u0661".encode()])
def test_invalid_chunk_sizes(size):
    with pytest.raises(http1.RemoteProtocolError, match="invalid chunk size"):
        http1.ChunkedReader().feed(size + b"\r\nbody")


def test_endless_lines_are_refused():
    reader = http1.ChunkedReader()
    with pytest.raises(http1.RemoteProtocolError, match="longer than"):
        for _ in range(100):
            reader.feed(b"1" * 1000)


def test_body_with_a_content_length():
    reader = http1.ContentLengthReader(5)
    assert (reader.feed(b"abc"), reader.is_complete, reader.incomplete_reason()) == (
        b"abc",
        False,
        "incomplete response: 2 bytes are missing",
    )
    assert (reader.feed(b"defgh"), reader.is_complete, reader.incomplete_reason()) == (b"de", True, "")
    assert http1.ContentLengthReader(0).is_complete


def test_body_that_ends_with_the_connection():
    reader = http1.UntilCloseReader()
    assert (reader.feed(b"abc"), reader.is_complete, reader.incomplete_reason()) == (b"abc", False, "")


# Heads

FINAL = b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n"
INTERIM = b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
STATUS = b"HTTP/1.1 200 OK\r\n"
KIB = 1024


def read_head(data, size=None):
    """Feed `data` to a HeadReader in chunks of `size` bytes; return the head, None if it is incomplete."""
    reader, head = http1.HeadReader(), None
    for start in range(0, len(data), size or len(data)):
        head = reader.feed(data[start : start + (size or len(data))])
        if head is not None:
            break
    return head


def test_a_head_is_the_same_however_it_is_split():
    data = INTERIM + STATUS + b"A: b\r\nFolded: c\r\n d\r\n\te \r\nEmpty:\n\r\n"
    expected = [("A", "b"), ("Folded", "c d e"), ("Empty", "")]
    for size in range(1, len(data) + 1):
        assert read_head(data, size).pairs == expected


def field(size, lines=1):
    """Return a header field of `size` bytes, folded over this many lines."""
    start, continuation = b"A: ", b" c\r\n"
    return (
        start + b"b" * (size - len(start) - 2 - len(continuation) * (lines - 1)) + b"\r\n" + continuation * (lines - 1)
    )


@pytest.mark.parametrize(
    "head",
    [
        INTERIM * 100 + FINAL,
        STATUS + field(64 * KIB) + b"\r\n",
        STATUS + field(64 * KIB, 1000) + b"\r\n",
        STATUS + field(64 * KIB) * 15 + b"\r\n",
        b"HTTP/1.1 200 " + b"O" * (64 * KIB - 15) + b"\r\n\r\n",
        STATUS + b"A: b\r\n" * 256 + b"\r\n",
    ],
)
def test_heads_up_to_the_limits_are_read(head):
    for size in (None, 5000):
        assert read_head(head, size).status == 200


@pytest.mark.parametrize("end", [b"\r\n", b""], ids=["complete", "endless"])
@pytest.mark.parametrize(
    ("head", "message"),
    [
        (STATUS + field(64 * KIB + 1), "a header field is longer than 65536 bytes"),
        (STATUS + field(64 * KIB + 1, 2) + b"B: c\r\n" * 3, "a header field is longer than 65536 bytes"),
        (STATUS + b"A: b\r\n" + b" f\r\n" * (256 * KIB), "is longer than"),
        (STATUS + field(64 * KIB) * 16, "the head is longer than 1048576 bytes"),
        (b"HTTP/1.1 200 " + b"O" * (64 * KIB) + b"\r\n", "the status line is longer than 65536 bytes"),
        (STATUS + b"A: b\r\n" * 257, "more than 256 header fields"),
        (INTERIM * 101 + STATUS, "more than 100 interim responses"),
    ],
)
def test_heads_beyond_the_limits_are_too_long_and_not_cut_short(head, message, end):
    for size in (None, 5000):
        reader = http1.HeadReader()
        with pytest.raises(http1.RemoteProtocolError, match=message) as caught:
            data = head + end
            for start in range(0, len(data), size or len(data)):
                reader.feed(data[start : start + (size or len(data))])
            reader.feed(b"")
        assert caught.value.is_retryable is False


@pytest.mark.parametrize("data", [b"H", b"HTTP/1.", STATUS[:-1], STATUS, STATUS + b"A: b", FINAL[:-1], INTERIM])
def test_heads_that_are_cut_short_may_be_requested_again(data):
    reader = http1.HeadReader()
    assert reader.feed(data) is None
    with pytest.raises(ConnectionError, match="incomplete response: the connection ended within the head") as caught:
        reader.feed(b"")
    assert getattr(caught.value, "is_retryable", True)


@pytest.mark.parametrize(
    "data", [b"SSH-2.0-OpenSSH\r\n", b"\x15\x03\x01\0\x02\x02", b"HTTP/2 200 OK\r\n", b"HTTPS", b"\r\n"]
)
def test_what_is_not_http_is_noticed_at_once(data):
    with pytest.raises(ConnectionError, match="invalid HTTP response"):
        http1.HeadReader().feed(data)


def test_a_head_by_the_byte_costs_time_in_proportion_to_its_size():
    reader, buffers = http1.HeadReader(), set()
    for byte in STATUS + field(20 * KIB):
        assert reader.feed(bytes((byte,))) is None
        buffers.add(id(reader._buffer))
    assert len(buffers) == 1, "the bytes are not copied for each one that arrives"


# The letter of the chunked coding


@pytest.mark.parametrize(
    "data",
    [
        b"5\r\nhelloXX0\r\n\r\n",
        b"5\r\nhello\n\n0\r\n\r\n",
        b"5\r\nhello\n0\r\n\r\n",
        b"5\r\nhello\r\r0\r\n\r\n",
        b"5\r\nhello!\r\n0\r\n\r\n",
        b"5\r\nhell\r\n0\r\n\r\n",
        b"5\r\nhello5\r\nhello\r\n0\r\n\r\n",
    ],
)
def test_only_a_line_break_may_follow_a_chunk(data):
    for first in range(len(data)):
        for second in range(first, len(data)):
            with pytest.raises(http1.RemoteProtocolError):
                feed_all(http1.ChunkedReader(), data[:first], data[first:second], data[second:])


@pytest.mark.parametrize("size", [b"5", b"005", b"0" * 20 + b"5", b"5;a", b"5 ;a=b", b'5\t; a="b;c"', b"5  "])
def test_valid_chunk_sizes(size):
    data = size + b"\r\nhello\r\n0\r\n\r\n"
    for split in range(len(data)):
        reader = http1.ChunkedReader()
        assert feed_all(reader, data[:split], data[split:]) == b"hello" and reader.is_complete


@pytest.mark.parametrize(
    "size", [b" 5", b"\t5", b"+5", b"5_0", b"5,", b"5\r", b"\x0b5", b"5\x0c", b";a", b"5 5", b"5;a\rb", b"5\0"]
)
def test_chunk_sizes_outside_the_grammar(size):
    with pytest.raises(http1.RemoteProtocolError, match="invalid chunk size"):
        http1.ChunkedReader().feed(size + b"\r\nhello\r\n0\r\n\r\n")


@pytest.mark.parametrize(
    ("start", "repeated", "message"),
    [
        (b"0\r\n", (b"A: " + b"b" * 100 + b"\r\n") * 100, "the trailer section is longer than 1048576 bytes"),
        (b"0\r\n", b"A: " + b"b" * 15_000 + b"\r\n", "the trailer section is longer than 1048576 bytes"),
        (b"", b"1;" + b"e" * 10_000 + b"\r\nx\r\n", "the sum of extensions is longer than 1048576 bytes"),
        (b"", b"1;" + b"e" * 20_000 + b"\r\nx\r\n", "a line between chunks is longer than 16384 bytes"),
        (b"", b"1;" + b"e" * 100_000, "a line between chunks is longer than 16384 bytes"),
        (b"0\r\n", b"HTTP/1.1 200 OK\r\n", "invalid trailer field b'HTTP/1.1 200 OK'"),
    ],
)
def test_bytes_around_the_content_are_limited(start, repeated, message):
    reader = http1.ChunkedReader()
    assert reader.feed(start) == b""
    with pytest.raises(http1.RemoteProtocolError, match=message):
        for _ in range(2 * http1.MAX_OVERHEAD // len(repeated)):
            reader.feed(repeated)


def test_extensions_of_large_chunks_are_not_limited():
    reader = http1.ChunkedReader()
    signed = b"100;chunk-signature=" + b"f" * 64 + b"\r\n" + b"x" * 256 + b"\r\n"
    assert sum(len(reader.feed(signed * 100)) for _ in range(150)) == 256 * 100 * 150
