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
