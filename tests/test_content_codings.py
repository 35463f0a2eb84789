# SPDX-License-Identifier: MIT
"""Content codings: which are decoded, ignored or refused, what counts as complete, and how much data may expand."""

from __future__ import annotations

import asyncio
import json
import tracemalloc
import zlib
from functools import lru_cache

import pytest

from . import load, package
from .raw_server import REQUEST, RawServer, forever, head, respond, send

decoders = load("transport.decoders")
http1 = load("transport.http1")
UrllibTransport = load("transport.urllib_transport").UrllibTransport
AsyncioTransport = load("transport.asyncio_transport").AsyncioTransport
RemoteProtocolError = http1.RemoteProtocolError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DATA = b'{"object": "list", "data": [], "text": "' + bytes(range(97, 123)) * 3 + b'"}'


def compress(data: bytes, coding: str) -> bytes:
    """Return `data` in one coding; "raw" is deflate without its header."""
    wbits = {"gzip": 31, "deflate": 15, "raw": -15}[coding]
    compressor = zlib.compressobj(6, zlib.DEFLATED, wbits)
    return compressor.compress(data) + compressor.flush()


def decode(field: str, *chunks: bytes, is_framed: bool = True, **options: Any) -> bytes:
    """Return the decoded body of a response with this Content-Encoding."""
    framing = http1.ContentLengthReader(1) if is_framed else http1.UntilCloseReader()
    decoder = decoders.build_decoder(field, framing, options.get("max_ratio", 200.0))
    if decoder is None:
        return b"".join(chunks)
    content = b"".join(decoded for chunk in chunks for decoded in decoder.decode(chunk))
    decoder.finish()
    return content


# Which codings


@pytest.mark.parametrize(
    ("field", "codings"),
    [
        ("gzip", ["gzip"]),
        (" GZIP ", ["gzip"]),
        ("x-gzip", ["x-gzip"]),
        ("deflate, gzip", ["deflate", "gzip"]),
        ("identity, gzip,", ["gzip"]),
        ("gzip,,UTF-8", ["gzip"]),
        ("BR", ["br"]),
        ("gzip, zstd", ["gzip", "zstd"]),
        *((name, []) for name in ("", ",", "identity", "identity, ", "none", "UTF-8", "utf8", "aws-chunked", "binary")),
        *((name, []) for name in ("text", "7bit", "null", "*", "gzipped", "application/json", "utf-8; q=1")),
        *(
            (name, [name])
            for name in ("compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm", "xz")
        ),
    ],
)
def test_only_compressions_are_codings(field: str, codings: list[str]) -> None:
    assert decoders.parse_content_encoding(field) == codings


@pytest.mark.parametrize("field", ["br", "zstd", "gzip, br", "dcz, gzip", ", ".join(["gzip"] * 6)])
def test_codings_that_cannot_be_decoded_are_named_once_there_is_a_body(field: str) -> None:
    assert decode(field) == b"", "an empty body has nothing to decode"
    with pytest.raises(
        RemoteProtocolError, match="unsupported content coding '.*'; .*turn the compression off"
    ) as caught:
        decode(field, b"x")
    assert caught.value.is_retryable is False


@pytest.mark.parametrize("split", ["whole", "bytewise"])
@pytest.mark.parametrize(
    ("field", "body", "content"),
    [
        ("gzip", compress(DATA, "gzip"), DATA),
        ("x-gzip", compress(DATA, "gzip"), DATA),
        ("gzip", compress(DATA, "deflate"), DATA),
        ("deflate", compress(DATA, "deflate"), DATA),
        ("deflate", compress(DATA, "raw"), DATA),
        ("deflate", compress(DATA, "gzip"), DATA),
        ("deflate, gzip", compress(compress(DATA, "raw"), "gzip"), DATA),
        ("gzip, gzip, deflate", compress(compress(compress(DATA, "gzip"), "gzip"), "deflate"), DATA),
        ("gzip", compress(b"one", "gzip") + compress(b"", "gzip") + compress(b"two", "gzip"), b"onetwo"),
        ("gzip", compress(b"one", "gzip") + b"\0" * 600 + compress(b"two", "gzip") + b"\0" * 600, b"onetwo"),
        ("gzip", compress(b"", "gzip"), b""),
        ("gzip", b"", b""),
        ("deflate, gzip", b"", b""),
    ],
)
def test_bodies_are_decoded(field: str, body: bytes, content: bytes, split: str) -> None:
    chunks = [body] if split == "whole" and body else [body[index : index + 1] for index in range(len(body))]
    assert decode(field, *chunks) == content


@pytest.mark.parametrize("is_framed", [True, False])
@pytest.mark.parametrize("field", ["gzip", "deflate", "raw", "two members", "gzip, gzip"])
def test_data_that_is_cut_anywhere_is_incomplete(field: str, is_framed: bool) -> None:
    bodies = {
        "two members": compress(b"one", "gzip") + compress(b"two", "gzip"),
        "gzip, gzip": compress(compress(DATA, "gzip"), "gzip"),
    }
    body = bodies[field] if field in bodies else compress(DATA, field)
    boundary = len(compress(b"one", "gzip")) if field == "two members" else 0
    name = {"raw": "deflate", "two members": "gzip"}.get(field, field)
    for end in range(1, len(body)):
        if end == boundary:
            continue
        with pytest.raises(ConnectionError, match="incomplete response: the .* data is truncated") as caught:
            decode(name, body[:end], is_framed=is_framed)
        # Where only the end of the connection ends the body, the network may have cut it.
        assert getattr(caught.value, "is_retryable", True) is not is_framed


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_wrong_checksums_and_other_invalid_data(coding: str) -> None:
    body = compress(DATA, coding)
    for position in range(1, 9 if coding == "gzip" else 5):
        wrong = body[:-position] + bytes((body[-position] ^ 1,)) + body[len(body) - position + 1 :]
        with pytest.raises(RemoteProtocolError, match="invalid {} data".format(coding)):
            decode(coding, wrong)
    for garbage in (b"\x00nonsense", b"\xff{}", b"\x1f\x8b\x07" + b"x" * 20):
        with pytest.raises(RemoteProtocolError, match="invalid {} data".format(coding)):
            decode(coding, garbage)


def test_bytes_after_gzip_data_are_invalid() -> None:
    with pytest.raises(RemoteProtocolError, match="invalid gzip data"):
        decode("gzip", compress(DATA, "gzip") + b"<html>")


# How much


@lru_cache(maxsize=None)
def bomb(megabytes: int, coding: str = "gzip") -> bytes:
    """Return that many MiB of blanks, compressed about 1,000 times."""
    return compress(b" " * (megabytes << 20), coding)


@pytest.mark.parametrize("field", ["gzip", "deflate", "gzip, deflate"])
def test_data_that_expands_too_much_is_refused_before_it_is_in_memory(field: str) -> None:
    body = bomb(20) if field != "deflate" else bomb(20, "deflate")
    body = compress(body, "deflate") if "," in field else body
    decoder = decoders.build_decoder(field, http1.ContentLengthReader(1), 200.0)
    size = 0
    tracemalloc.start()
    try:
        with pytest.raises(RemoteProtocolError, match="expands to more than .*higher max_decompression_ratio"):
            for decoded in decoder.decode(body):
                size += len(decoded)
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()
    assert size <= 16 << 20


def test_small_bodies_and_other_limits_may_expand_more() -> None:
    body = bomb(15)
    assert len(decode("gzip", body)) == 15 << 20
    assert len(body) * 200 < 15 << 20, "more than the ratio"
    body = bomb(20)
    assert len(decode("gzip", body, max_ratio=None)) == len(decode("gzip", body, max_ratio=2000)) == 20 << 20


@pytest.mark.parametrize(
    ("field", "repeated"),
    [
        ("gzip", compress(b"", "gzip") * 100),
        ("gzip", b"\0" * 10_000),
        ("deflate", b"\0\0\0\xff\xff" * 1000),
    ],
)
def test_data_without_content_is_limited(field: str, repeated: bytes) -> None:
    start = {"gzip": compress(b"x", "gzip"), "deflate": b"\x78\x9c"}[field]
    decoder = decoders.build_decoder(field, http1.ContentLengthReader(1), 200.0)
    content = b"".join(decoder.decode(start))
    with pytest.raises(RemoteProtocolError, match="more than 1048576 bytes of .* without content"):
        for _ in range(2 * decoders.MAX_EMPTY_INPUT // len(repeated) + 1):
            content += b"".join(decoder.decode(repeated))
    assert content in (b"", b"x")


# Over the transports


def call(kind: str, server: Any, **options: Any) -> tuple[Any, BaseException | None]:
    """Make a POST with two retries; return its result and its error."""
    policy = package.RetryPolicy(2, initial_delay=0.001)
    settings = {"api_key": "k", "base_url": server.url, "environment": False, "retry_policy": policy, "timeout": 10}
    settings.update(options)
    try:
        if kind == "AsyncioTransport":

            async def main() -> Any:
                async with package.AsyncOpenAI(**settings) as client:
                    return await client.post("/x", body={})

            return asyncio.run(main()), None
        with UrllibTransport(use_opener=kind.endswith("opener")) as transport:
            with package.OpenAI(transport=transport, **settings) as client:
                return client.post("/x", body={}), None
    except package.OpenAIError as error:
        return None, error


KINDS = pytest.mark.parametrize("kind", ["UrllibTransport", "UrllibTransport with an opener", "AsyncioTransport"])


@KINDS
@pytest.mark.parametrize(
    ("fields", "body", "message"),
    [
        (["br"], b"\x8b\x02\x80", "unsupported content coding 'br'"),
        (["gzip", "zstd"], b"(\xb5/\xfd", "unsupported content coding 'zstd'"),
        (["gzip"], compress(DATA, "gzip")[:-1], "incomplete response: the gzip data is truncated"),
        (["deflate"], compress(DATA, "deflate")[:-1], "incomplete response: the deflate data is truncated"),
        (["gzip"], DATA, "invalid gzip data"),
        (["gzip"], bomb(20), "expands to more than 16777216 bytes"),
        (["gzip, gzip, gzip, gzip, gzip, gzip"], DATA, "unsupported content coding 'gzip, gzip"),
    ],
)
def test_a_response_that_cannot_be_decoded_is_one_error_without_retries(
    kind: str, fields: list[str], body: bytes, message: str
) -> None:
    lines = ["Content-Encoding: " + field for field in fields]
    with RawServer(forever(REQUEST, respond(body, "200 OK", *lines))) as server:
        _, error = call(kind, server)
    assert isinstance(error, package.APIConnectionError) and message in str(error)
    assert (len(server.requests), error.attempts) == (1, 1)
    assert server.requests[0].header("Accept-Encoding") == ["identity"]


@KINDS
@pytest.mark.parametrize(
    "field", ["UTF-8", "none", "identity, ", "aws-chunked", "", "gzip , utf-8", "deflate\r\nContent-Encoding: GZIP"]
)
def test_what_is_not_a_compression_is_ignored(kind: str, field: str) -> None:
    body = DATA
    for coding in ("deflate", "gzip"):
        body = compress(body, coding) if coding in field.lower() else body
    with RawServer(forever(REQUEST, respond(body, "200 OK", "Content-Encoding: " + field))) as server:
        result, error = call(kind, server)
    assert error is None and dict(result) == json.loads(DATA)


@KINDS
def test_an_error_status_is_told_even_if_its_body_cannot_be_decoded(kind: str) -> None:
    response = respond(b"\x8b", "429 Too Many Requests", "Content-Encoding: br", "Retry-After-Ms: 1")
    with RawServer(forever(REQUEST, response)) as server:
        _, error = call(kind, server)
    assert isinstance(error, package.RateLimitError) and len(server.requests) == 3


@KINDS
@pytest.mark.parametrize("end", [-1, -9])
def test_a_compressed_body_that_the_network_cut_is_requested_again(kind: str, end: int) -> None:
    cut = send(head("200 OK", "Content-Encoding: gzip", "Connection: close") + compress(DATA, "gzip")[:end])
    with RawServer(REQUEST, cut) as server:
        _, error = call(kind, server)
    assert isinstance(error, package.APIConnectionError) and len(server.requests) == 3


@pytest.mark.parametrize("transport_class", [UrllibTransport, AsyncioTransport])
def test_the_ratio_is_an_option_of_the_transport(transport_class: Any) -> None:
    with RawServer(REQUEST, respond(bomb(20), "200 OK", "Content-Encoding: gzip")) as server:
        transport = transport_class(max_decompression_ratio=None)
        if transport_class is AsyncioTransport:

            async def main() -> int:
                async with package.AsyncOpenAI(api_key="k", base_url=server.url, transport=transport) as client:
                    return len(await client.get("/x", cast_to=bytes))

            size = asyncio.run(main())
            transport.close_nowait()
        else:
            with package.OpenAI(api_key="k", base_url=server.url, transport=transport) as client:
                size = len(client.get("/x", cast_to=bytes))
            transport.close()
    assert size == 20 << 20
