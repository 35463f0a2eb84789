# SPDX-License-Identifier: MIT
"""What the server was asked, for a test to look at.

Must not live here: anything that shapes an answer.
"""

from __future__ import annotations

import json
from typing import NamedTuple
from urllib.parse import parse_qs

from .bodies import EDGE, Digest, Form, form_boundary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple


class Part(NamedTuple):
    """One part of a multipart request. `content` is its beginning only if `length` says so."""

    name: str
    filename: Optional[str]
    content_type: str
    content: bytes
    length: int
    sha256: str


class RecordedRequest:
    """One request as it arrived. Of a body over 1 MiB only its two ends, its length and its hash are kept."""

    def __init__(self, method: str, target: str, version: str, headers: List[Tuple[str, str]], connection: int) -> None:
        self.method = method
        self.target = target
        self.version = version
        self.headers = headers
        self.connection = connection
        self.request_id = ""
        self.path, _, query = target.partition("?")
        self.query: Dict[str, List[str]] = parse_qs(query, keep_blank_values=True)
        self.body = b""  # all of it, or its first 64 KiB
        self.body_tail = b""  # the last 64 KiB of a body that is not kept whole
        self.body_length = 0
        self.body_sha256 = ""
        self._parts: Optional[List[Part]] = None

    def header(self, name: str, default: str = "") -> str:
        """Return the value of a header, whatever the case of its name."""
        wanted = name.lower()
        for key, value in self.headers:
            if key.lower() == wanted:
                return value
        return default

    @property
    def body_complete(self) -> bool:
        """Tell whether `body` is all of the body."""
        return len(self.body) == self.body_length

    def json(self) -> Any:
        """Return the decoded body. Raises ValueError if it is no JSON, or was too long to be kept."""
        if not self.body_complete:
            raise ValueError("only the ends of this body were kept: it has {:,} bytes".format(self.body_length))
        return json.loads(self.body.decode("utf-8"))

    def parts(self) -> List[Part]:
        """Return the parts of a multipart body; none if it is something else."""
        if self._parts is None:
            boundary = form_boundary(self.header("content-type"))
            if not boundary or not self.body_complete:
                return []
            form = Form(boundary)
            form.feed(self.body)
            self.keep_parts(form)
        return list(self._parts or [])

    def keep_body(self, digest: Digest) -> None:
        """Keep of the body what the digest has."""
        self.body = bytes(digest.head)
        self.body_tail = digest.tail
        self.body_length = digest.length
        self.body_sha256 = digest.sha256

    def keep_parts(self, form: Form) -> None:
        """Keep the parts of a form: a long content by its beginning."""
        whole = self.body_complete
        self._parts = []
        for part in form.parts:
            known = part.blob.digest
            content = bytes(known.head if whole else known.head[:EDGE])
            self._parts.append(Part(part.name, part.filename, part.content_type, content, known.length, known.sha256))

    def __repr__(self) -> str:
        return "<RecordedRequest {} {} ({} bytes, connection {})>".format(
            self.method, self.target, self.body_length, self.connection
        )
