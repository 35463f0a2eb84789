# SPDX-License-Identifier: MIT
"""The operations of the API as listed in data/operations.tsv, and a server that records requests.

The list was generated from the official client: name, method, path, arguments and special features of each operation.
The operations in api/ are checked against it, so nothing here reads them.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

from .threaded_server import Handler, ThreadedServer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Tuple

# Arguments that are files in every form.
FILES = ("audio_sample", "data", "file", "files", "image", "input_reference", "markup", "mask", "recording", "video")

# Arguments that are not sent; tests of the helpers pass them.
CLIENT_SIDE = ("output_type", "tool_handlers")

# Parts of a request that ask for a stream.
STREAM_MARKS = (b'"stream":true', b"stream=true", b'name="stream"\r\n\r\ntrue')


def _split_names(text: str) -> List[str]:
    return [name for name in text.split(",") if name]


class Operation:
    """Operation as listed."""

    def __init__(self, fields: Dict[str, str]) -> None:
        self.name = fields["method"]
        self.method = fields["http_method"]
        self.path = fields["path"]
        self.returns = fields["returns"]
        self.page = fields["page_class"]
        self.is_multipart = fields["is_multipart"] == "yes"
        self.is_binary = fields["returns_binary"] == "yes"
        self.streams = fields["accepts_stream"] == "yes"
        self.beta = fields["beta_header"]
        self.is_admin = fields["auth"] == "admin_api_key"
        self.accept = fields["accept_header"]
        self.content_type = fields["request_content_type"]
        self.ids = _split_names(fields["path_params"])
        self.required = _split_names(fields["required_params"])
        self.arguments = [name for name in _split_names(fields["all_params"]) if name not in CLIENT_SIDE]

    def is_file(self, name: str) -> bool:
        """Return whether an argument is a file."""
        return self.is_multipart and name in FILES

    def call(self, client: Any, keywords: Dict[str, Any]) -> Any:
        """Call the operation of a client, with the last id by position."""
        return find(client, self.name)(
            *[keywords[name] for name in self.ids[-1:]],
            **{name: value for name, value in keywords.items() if name not in self.ids[-1:]},
        )


def find(node: Any, dotted: str) -> Callable[..., Any]:
    """Return the attribute of a client with a dotted name."""
    for name in dotted.split("."):
        node = getattr(node, name)
    return node  # type: ignore[no-any-return]


def operations() -> List[Operation]:
    """Return all operations, in the order of the list."""
    with open(str(Path(__file__).with_name("data") / "operations.tsv"), encoding="utf-8", newline="") as file:
        return [Operation(fields) for fields in csv.DictReader(file, delimiter="\t")]


class RecordedRequest:
    """Request as received."""

    def __init__(self, method: str, target: str, headers: List[Tuple[str, str]], body: bytes) -> None:
        self.method = method
        self.path, _, self.query = target.partition("?")
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body

    @property
    def content_type(self) -> str:
        """The content type, with its boundary replaced by "boundary"."""
        return re.sub("boundary=.*", "boundary", self.headers.get("content-type", ""))

    @property
    def comparable(self) -> Dict[str, Any]:
        """All that two clients must send identically, with the boundary of a form replaced."""
        boundary = self.headers.get("content-type", "").partition("boundary=")[2].encode("ascii")
        body = self.body.replace(boundary, b"boundary") if boundary else self.body
        names = ("accept", "authorization", "openai-beta", "openai-organization", "openai-project")
        headers = {name: self.headers.get(name) for name in names}
        return {
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "content-type": self.content_type,
            "body": body,
            **headers,
        }


class Recorder(ThreadedServer):
    """Server that returns the same JSON for each request, and records the requests."""

    def __init__(self) -> None:
        super().__init__(_Handler)
        self.requests: List[RecordedRequest] = []
        self.prefix = "/v1"  # path of the base URL, which is not recorded

    def pop_request(self) -> RecordedRequest:
        """Return and forget the only request since the last call."""
        requests, self.requests = self.requests, []
        assert len(requests) == 1, requests
        return requests[0]


class _Handler(Handler):
    server: Recorder

    def _respond(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.requests.append(
            RecordedRequest(self.command, self.path[len(self.server.prefix) :], self.headers.items(), body)
        )
        content = json.dumps({"id": "x", "data": [], "object": "list", "has_more": False}).encode("utf-8")
        content_type = "application/json"
        if self.headers.get("Accept") == "text/event-stream" or any(
            mark in body + self.path.encode("ascii") for mark in STREAM_MARKS
        ):
            content, content_type = b"data: [DONE]\n\n", "text/event-stream"
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_DELETE = do_PUT = do_PATCH = _respond
