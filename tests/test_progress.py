# SPDX-License-Identifier: MIT
"""`progress=` of downloads to disk: of bodies read first or streamed, of known or unknown length, sync and async."""

from __future__ import annotations

import asyncio

import pytest

from . import package
from .raw_server import CLOSE, REQUEST, RawServer, chunk, head, send

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, List

AsyncOpenAI, OpenAI = package.AsyncOpenAI, package.OpenAI

BODY = b"0123456789"
PLAIN = head("200 OK", "Content-Type: application/octet-stream", "Content-Length: 10") + BODY
CHUNKED = (
    head("200 OK", "Content-Type: application/octet-stream", "Transfer-Encoding: chunked")
    + chunk(BODY[:5])
    + chunk(BODY[5:])
    + b"0\r\n\r\n"
)


def options(server: Any) -> Any:
    """Return the options of a client for a server."""
    return {"api_key": "k", "base_url": server.url + "/v1", "environment": False}


def download(mode: str, source: str, server: Any, path: Path, progress: Any) -> None:
    """Download a file to a path, from a body read into memory ("whole") or as it arrives ("streamed")."""
    if mode == "sync":
        with OpenAI(**options(server)) as client:
            if source == "whole":
                client.files.content("f").write_to_file(path, chunk_size=4, progress=progress)
            else:
                with client.with_streaming_response.files.content("f") as response:
                    response.stream_to_file(path, chunk_size=4, progress=progress)
        return

    async def main() -> None:
        async with AsyncOpenAI(**options(server)) as client:
            if source == "whole":
                await (await client.files.content("f")).astream_to_file(path, chunk_size=4, progress=progress)
            else:
                async with client.with_streaming_response.files.content("f") as response:
                    await response.stream_to_file(path, chunk_size=4, progress=progress)

    asyncio.run(main())


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize(
    ("source", "response", "total"),
    [("whole", PLAIN, 10), ("whole", CHUNKED, 10), ("streamed", PLAIN, 10), ("streamed", CHUNKED, None)],
)
def test_progress_is_reported_after_each_chunk(
    mode: str, source: str, response: bytes, total: Any, tmp_path: Path
) -> None:
    calls: List[Any] = []
    with RawServer(REQUEST, send(response), CLOSE) as server:
        download(mode, source, server, tmp_path / "f", lambda *counts: calls.append(counts))
    assert calls == [(4, total), (8, total), (10, total)]
    assert (tmp_path / "f").read_bytes() == BODY


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("source", ["whole", "streamed"])
def test_an_exception_from_progress_leaves_no_file(mode: str, source: str, tmp_path: Path) -> None:
    def stop(done: int, total: Any) -> None:
        raise LookupError("enough")

    with RawServer(REQUEST, send(PLAIN), CLOSE) as server:
        with pytest.raises(LookupError, match="enough"):
            download(mode, source, server, tmp_path / "f", stop)
    assert list(tmp_path.iterdir()) == []
