# SPDX-License-Identifier: MIT
"""One response while it is recorded, and one while it is replayed: what the sync and async transports share."""

from __future__ import annotations

import time

from ..call.exchange import MAX_BODY_BYTES
from .bodies import decode, describe_binary, describe_body, parse_json
from .errors import CassetteError
from .scrubbing import find_header

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    from .bodies import Entry
    from .cassette import Cassette
    from .cassette_file import Recording

END_OF_STREAM = b"[DONE]"  # after which clients read no more of an event stream


def read_content(body: Any) -> bytes:
    """Return the body of a request as bytes; one that is iterated is read now."""
    if body is None or isinstance(body, bytes):
        return body or b""
    return b"".join(body)


class RequestWithContent:
    """A request whose body has been read. Other attributes are those of the request."""

    def __init__(self, request: Any, content: bytes) -> None:
        self._request = request
        self.body: bytes = content

    def __getattr__(self, name: str) -> Any:
        return getattr(self._request, name)


class Take:
    """A request that is being sent, and what has arrived of its response."""

    def __init__(self, cassette: Cassette, request: Any, content: bytes) -> None:
        self._cassette = cassette
        self._request = request
        self._content = content
        self._started_at = time.monotonic()
        self._head: Entry = {}
        self._chunks: List[Tuple[float, bytes]] = []
        self._size = 0
        self._is_open = True

    def _elapsed(self) -> float:
        return round(time.monotonic() - self._started_at, 4)

    def begin(self, status: int, pairs: List[Tuple[str, str]]) -> None:
        """Note the head of the response. The body will be without its content coding."""
        headers: Dict[str, Any] = {}
        is_coded = any(name.lower() == "content-encoding" for name, _ in pairs)
        for name, value in pairs:
            if is_coded and name.lower() in ("content-encoding", "content-length"):
                continue
            if name not in headers:
                headers[name] = value
            elif isinstance(headers[name], list):
                headers[name].append(value)
            else:
                headers[name] = [headers[name], value]
        self._head = {"status": status, "headers": headers, "at": self._elapsed()}

    def add(self, chunk: bytes) -> None:
        """Note a chunk of the body. Raises CassetteError if the body is too large to be kept in memory."""
        self._size += len(chunk)
        if self._size > MAX_BODY_BYTES:
            self.drop()
            raise CassetteError(
                "a response of more than {} bytes is not recorded; make this call without RecordTransport".format(
                    MAX_BODY_BYTES
                )
            )
        self._chunks.append((self._elapsed(), chunk))

    def drop(self) -> None:
        """Record nothing: the response is incomplete."""
        self._is_open = False
        self._chunks.clear()

    def finish(self, is_complete: bool) -> None:
        """Write the recording, unless it has been written or dropped. Raises CassetteError."""
        if not self._is_open:
            return
        self._is_open = False
        response = {**self._head, **self._describe_body()}
        if not is_complete and not b"".join(chunk for _, chunk in self._chunks[-2:]).rstrip().endswith(END_OF_STREAM):
            response["closed_early"] = True
        self._cassette.append(self._request, self._content, response)

    def _describe_body(self) -> Entry:
        content_type = find_header(self._head["headers"], "content-type")
        is_stream = "event-stream" in content_type
        if not is_stream:
            content = b"".join(chunk for _, chunk in self._chunks)
            is_text = (decode(content[:1]) or "") in ("{", "[") and parse_json(decode(content) or "") is not None
            if is_text or len(self._chunks) < 2:
                return describe_body(content, "")
        chunks = []
        for at, chunk in self._chunks:
            text = decode(chunk)
            chunks.append({"at": at, **(describe_binary(chunk, False) if text is None else {"text": text})})
        return {"chunks": chunks}


class Playback:
    """The chunks of a recorded response, and when they are due; `timing` is whether that counts.

    Iterating it yields chunks without waiting.
    """

    def __init__(self, recording: Recording, request: Any, timing: bool) -> None:
        status, pairs, self._chunks = recording.parts()
        self.status: int = status
        self.pairs: List[Tuple[str, str]] = list(pairs)
        self._recording = recording
        self._position = 0
        self.timing: bool = timing
        self.is_closed = False
        self._now: float = recording.response.get("at", 0.0)  # in seconds since the request was sent
        self._timeout = request.timeout
        self._expires_at: Optional[float] = None
        if timing and request.timeout.deadline is not None:
            self._expires_at = time.monotonic() + request.timeout.deadline

    def __iter__(self) -> Playback:
        return self

    def __next__(self) -> bytes:
        if self.is_closed:
            raise StopIteration
        position = self._position
        if position == len(self._chunks):
            if self._recording.is_cut:
                raise CassetteError(
                    "line {}: the recording ends here, because the program that was recorded closed the response; "
                    "record it again".format(self._recording.line)
                )
            raise StopIteration
        self._position = position + 1
        return self._chunks[position][1]

    def head_delay(self) -> float:
        """Return the seconds to wait for the head. Raises TimeoutError if that is too long."""
        return self._limit(self._now)

    def next_delay(self) -> float:
        """Return the seconds to wait for the next chunk. Raises TimeoutError if that is too long."""
        if self._position == len(self._chunks):
            return 0.0
        before, self._now = self._now, self._chunks[self._position][0]
        return self._limit(max(0.0, self._now - before))

    def _limit(self, seconds: float) -> float:
        if self._timeout.read is not None and seconds > self._timeout.read:
            raise TimeoutError("the recorded response was slower than the read timeout; replay it without timing")
        if self._expires_at is not None and time.monotonic() + seconds > self._expires_at:
            raise TimeoutError("the recorded response was slower than the deadline; replay it without timing")
        return seconds
