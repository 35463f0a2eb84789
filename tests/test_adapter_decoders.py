# SPDX-License-Identifier: MIT
"""Content codings as the adapters decode them: without an HTTP library, and without sockets."""

from __future__ import annotations

import random
import zlib

import pytest

pytest.importorskip("openai_stdlib_transports", reason="not part of a vendored core")

from openai_stdlib_transports import _decoders  # noqa: E402

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable

TEXT = bytes(random.Random(0).choices(b"abcdefgh \n", k=10_000))
FRAMED = ("Content-Length", "1")


def deflate(data: bytes, wbits: int = 15) -> bytes:
    compressor = zlib.compressobj(wbits=wbits)
    return compressor.compress(data) + compressor.flush()


def gzip(data: bytes) -> bytes:
    return deflate(data, 31)


def decode(
    coding: str, chunks: Iterable[bytes], *fields: tuple[str, str], max_ratio: float | None = 200.0
) -> list[bytes]:
    """Return the decoded chunks of a body with this Content-Encoding."""
    decoder: Any = _decoders.build_decoder([("content-encoding", coding), *fields], max_ratio)
    return [decoded for chunk in (*chunks, None) for decoded in decoder.decode(chunk)]


CODED = [
    ("gzip", gzip(TEXT)),
    ("x-gzip", gzip(TEXT)),
    ("GZip", gzip(TEXT)),
    ("deflate", deflate(TEXT)),
    ("deflate", deflate(TEXT, -15)),
    ("gzip", gzip(TEXT[:10]) + gzip(b"") + gzip(TEXT[10:])),
    ("gzip", gzip(TEXT[:10]) + bytes(5) + gzip(TEXT[10:]) + bytes(100)),
    ("gzip, deflate", deflate(gzip(TEXT))),
    ("deflate, identity, gzip, UTF-8", gzip(deflate(TEXT))),
    ("deflate", deflate(TEXT) + b"ignored"),
]


@pytest.mark.parametrize("size", [1, 7, 1000, 1 << 20])
@pytest.mark.parametrize(("coding", "data"), CODED, ids=range(len(CODED)))
def test_data_is_decoded_whatever_its_chunks(coding: str, data: bytes, size: int) -> None:
    chunks = [data[start : start + size] for start in range(0, len(data), size)]
    assert b"".join(decode(coding, chunks)) == TEXT


@pytest.mark.parametrize(("coding", "data"), CODED[:5], ids=range(5))
def test_truncated_data_is_an_error(coding: str, data: bytes) -> None:
    for end in (1, 2, len(data) // 2, len(data) - 1):
        with pytest.raises(ConnectionError, match="truncated") as caught:
            decode(coding, [data[:end]], FRAMED)
        assert getattr(caught.value, "is_retryable", True) is False
        with pytest.raises(ConnectionError, match="truncated") as caught:
            decode(coding, [data[:end]])  # the connection may have failed
        assert getattr(caught.value, "is_retryable", True) is True


@pytest.mark.parametrize(
    ("coding", "data"), [("gzip", b"plain"), ("deflate", b"\xff" * 9), ("gzip", CODED[0][1] + b"x")]
)
def test_invalid_data_is_an_error_that_is_not_retried(coding: str, data: bytes) -> None:
    with pytest.raises(ConnectionError) as caught:
        decode(coding, [data], FRAMED)
    assert getattr(caught.value, "is_retryable", True) is False


@pytest.mark.parametrize(
    "value", ["", "identity", "UTF-8", "none", "identity, ", ", ,", "aws-chunked", "x-unknown", "gzipped", "x-", "br0"]
)
def test_other_names_are_ignored(value: str) -> None:
    assert _decoders.build_decoder([("Content-Encoding", value)], None) is None


@pytest.mark.parametrize("value", ["br", "ZSTD", "x-compress", "gzip, br", "br, gzip", "dcb", "x-bzip2", "utf-8, xz"])
def test_coding_that_is_not_supported_is_an_error_once_there_is_data(value: str) -> None:
    assert decode(value, []) == decode(value, [b""]) == []
    name = next(name for name in value.lower().split(", ") if name not in ("gzip", "utf-8"))
    with pytest.raises(ConnectionError, match="unsupported content coding '{}'".format(name)) as caught:
        decode(value, [b"coded"])
    assert getattr(caught.value, "is_retryable", True) is False


def test_codings_in_several_fields_are_all_removed() -> None:
    assert b"".join(decode("gzip", [deflate(gzip(TEXT))], ("Content-Encoding", "deflate"))) == TEXT
    with pytest.raises(ConnectionError, match="gzip, gzip, gzip"):
        decode("gzip," * 6, [b"x"])


def test_memory_is_bounded() -> None:
    zeros = gzip(bytes(5 << 20))
    decoder: Any = _decoders.build_decoder([("Content-Encoding", "gzip")], None)
    sizes = [len(decoded) for decoded in decoder.decode(zeros)]
    assert sum(sizes) == 5 << 20
    assert max(sizes) <= 1 << 20


def test_expansion_is_limited() -> None:
    assert sum(map(len, decode("gzip", [gzip(bytes(15 << 20))]))) == 15 << 20  # small bodies may expand
    zeros = gzip(bytes(17 << 20))
    assert sum(map(len, decode("gzip", [zeros], max_ratio=None))) == 17 << 20
    for data, coding in ((zeros, "gzip"), (gzip(zeros), "gzip, gzip")):
        with pytest.raises(ConnectionError, match="max_decompression_ratio") as caught:
            decode(coding, [data])
        assert getattr(caught.value, "is_retryable", True) is False


def test_data_without_content_is_limited() -> None:
    with pytest.raises(ConnectionError, match="without content"):
        decode("gzip", [gzip(b"") * 1000] * 60)
    assert decode("gzip", [gzip(b"") * 100]) == []


@pytest.mark.parametrize(
    ("offered", "accepted"),
    [
        (None, "identity"),
        ("", "identity"),
        ("identity", "identity"),
        ("br", "identity"),
        ("*", "identity"),
        ("gzip, deflate", "gzip, deflate"),
        (b"gzip, deflate, br, zstd", "gzip, deflate"),
        ("br;q=1.0, GZIP;q=0.8, *;q=0.1", "gzip;q=0.8"),
    ],
)
def test_only_codings_that_are_decoded_are_accepted(offered: Any, accepted: str) -> None:
    assert _decoders.accept_encoding(offered) == accepted
