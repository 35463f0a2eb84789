# SPDX-License-Identifier: MIT
"""Framings of bodies, fed with every split of the bytes."""

from __future__ import annotations

import pytest

from . import load

http1 = load("transport.http1")

CHUNKS = b"5\r\nhello\r\n1;name=value\r\n!\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n"
BODY = b"hello!0123456789"


def fed(framing, *pieces):
    return b"".join(framing.feed(piece) for piece in pieces)


def test_chunks_however_they_are_split():
    for first in range(len(CHUNKS) + 1):
        for second in range(first, len(CHUNKS) + 1):
            chunked = http1.ChunkedReader()
            assert fed(chunked, CHUNKS[:first], CHUNKS[first:second], CHUNKS[second:]) == BODY
            assert chunked.is_complete and chunked.incomplete_reason() == ""


def test_chunks_byte_by_byte():
    chunked = http1.ChunkedReader()
    assert fed(chunked, *(CHUNKS[at : at + 1] for at in range(len(CHUNKS)))) == BODY
    assert chunked.is_complete


def test_chunks_are_known_to_be_missing_at_every_cut():
    for end in range(len(CHUNKS)):
        chunked = http1.ChunkedReader()
        assert BODY.startswith(fed(chunked, CHUNKS[:end]))
        assert not chunked.is_complete and "incomplete response" in chunked.incomplete_reason()


def test_chunks_with_bare_line_feeds():
    chunked = http1.ChunkedReader()
    assert fed(chunked, b"2\nok\r\n0\n\n") == b"ok" and chunked.is_complete


@pytest.mark.parametrize("size", [b"", b"x", b"-1", b"0x10", b"1 2", b"11111111111111111", "\u0661".encode()])
def test_what_is_no_chunk_size(size):
    with pytest.raises(ValueError, match="invalid chunk size"):
        http1.ChunkedReader().feed(size + b"\r\nbody")


def test_endless_lines_are_refused():
    chunked = http1.ChunkedReader()
    with pytest.raises(ValueError, match="longer than"):
        for _ in range(100):
            chunked.feed(b"1" * 1000)


def test_sized_bodies():
    sized = http1.ContentLengthReader(5)
    assert (sized.feed(b"abc"), sized.is_complete, sized.incomplete_reason()) == (
        b"abc",
        False,
        "incomplete response: 2 bytes are missing",
    )
    assert (sized.feed(b"defgh"), sized.is_complete, sized.incomplete_reason()) == (b"de", True, "")
    assert http1.ContentLengthReader(0).is_complete


def test_bodies_until_the_connection_closes():
    until = http1.UntilCloseReader()
    assert (until.feed(b"abc"), until.is_complete, until.incomplete_reason()) == (b"abc", False, "")
