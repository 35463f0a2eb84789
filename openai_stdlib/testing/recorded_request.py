# SPDX-License-Identifier: MIT
"""Requests that the embedded server received, for tests to inspect."""

from __future__ import annotations

import json
from typing import NamedTuple
from urllib.parse import parse_qs

from .bodies import EXCERPT_BYTES, MAX_MEMORY_BYTES, Digest, Form, parse_boundary
from .faults import NO_FAULT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple, Union

    from .faults import Fault

MAX_MESSAGES = 10_000  # of a WebSocket that are kept


class Part(NamedTuple):
    """One part of a multipart request; `content` is shorter than `length` if only its beginning was recorded."""

    name: str
    filename: Optional[str]
    content_type: str
    content: bytes
    length: int
    sha256: str


class RecordedRequest:
    """One request as it was received; of a body over 1 MiB only both ends, the length and the hash are kept."""

    def __init__(self, method: str, target: str, version: str, headers: List[Tuple[str, str]], connection: int) -> None:
        self.method = method
        self.target = target
        self.version = version
        self.headers = headers
        self.connection = connection
        self.request_id = ""
        self.fault: Fault = NO_FAULT  # that affects the request
        path, _, query = target.partition("?")
        self.path: str = path
        self.query: Dict[str, List[str]] = parse_qs(query, keep_blank_values=True)
        self.body: bytes = b""  # all of it, or its first 64 KiB
        self.body_tail: bytes = b""  # the last 64 KiB of a body that is not kept as a whole
        self.body_length: int = 0
        self.body_sha256: str = ""
        self.messages: List[Union[str, bytes]] = []  # that a WebSocket received; see record_message
        self.close_code: Optional[int] = (
            None  # with which the client closed the WebSocket, 1006 if it only disconnected
        )
        self._parts: Optional[List[Part]] = None

    def header(self, name: str, default: str = "") -> str:
        """Return the first value of a header, or the default; the name is case-insensitive."""
        name = name.lower()
        for key, value in self.headers:
            if key.lower() == name:
                return value
        return default

    @property
    def body_complete(self) -> bool:
        """Whether `body` is the whole body."""
        return len(self.body) == self.body_length

    def json(self) -> Any:
        """Return the decoded JSON body. Raises ValueError if it is not JSON or was too long to be kept."""
        if not self.body_complete:
            raise ValueError("only the ends of this body were kept: it has {:,} bytes".format(self.body_length))
        return json.loads(self.body.decode("utf-8"))

    def parts(self) -> List[Part]:
        """Return the parts of a multipart body; an empty list for any other body."""
        if self._parts is None:
            boundary = parse_boundary(self.header("content-type"))
            if not boundary or not self.body_complete:
                return []
            form = Form(boundary)
            form.feed(self.body)
            self.record_parts(form)
        return list(self._parts or [])

    def events(self) -> List[Any]:
        """Return the decoded JSON of the messages. Raises ValueError if one is not JSON or was too long to be kept."""
        return [json.loads(message) for message in self.messages]

    def record_message(self, message: Union[str, bytes]) -> None:
        """Record a message; of one over 1 MiB only the beginning, and of the messages only the newest ones."""
        self.messages.append(message if len(message) <= MAX_MEMORY_BYTES else message[:EXCERPT_BYTES])
        if len(self.messages) > MAX_MESSAGES:
            del self.messages[0]

    def record_body(self, digest: Digest) -> None:
        """Record what a digest kept of the body."""
        self.body = bytes(digest.head)
        self.body_tail = digest.tail
        self.body_length = digest.length
        self.body_sha256 = digest.sha256

    def record_parts(self, form: Form) -> None:
        """Record the parts of a form; of contents in a body over 1 MiB only the first 64 KiB."""
        is_complete = self.body_complete
        self._parts = []
        for part in form.parts:
            digest = part.blob.digest
            content = bytes(digest.head if is_complete else digest.head[:EXCERPT_BYTES])
            self._parts.append(Part(part.name, part.filename, part.content_type, content, digest.length, digest.sha256))

    def __repr__(self) -> str:
        return "<RecordedRequest {} {} ({} bytes, connection {})>".format(
            self.method, self.target, self.body_length, self.connection
        )
