# SPDX-License-Identifier: MIT
"""The operations of the API, as data/operations.tsv lists them, and a server that records what a client sends.

The list was read off the official client: name, verb, path, arguments and what is special about each. It is the judge
of the table in api/, so nothing here reads that table.
"""

from __future__ import annotations

import csv
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Tuple

# Arguments that are files wherever they stand in a form.
FILES = ("audio_sample", "data", "file", "files", "image", "input_reference", "markup", "mask", "recording", "video")

# How a request says that it wants a stream.
STREAMING = (b'"stream":true', b"stream=true", b'name="stream"\r\n\r\ntrue')


def _words(text: str) -> List[str]:
    return [word for word in text.split(",") if word]


class Operation:
    """One line of the list."""

    def __init__(self, line: Dict[str, str]) -> None:
        self.name = line["method"]
        self.verb = line["http_method"]
        self.path = line["path"]
        self.returns = line["returns"]
        self.page = line["page_class"]
        self.is_multipart = line["is_multipart"] == "yes"
        self.is_binary = line["returns_binary"] == "yes"
        self.streams = line["accepts_stream"] == "yes"
        self.beta = line["beta_header"]
        self.is_admin = line["auth"] == "admin_api_key"
        self.accept = line["accept_header"]
        self.content_type = line["request_content_type"]
        self.ids = _words(line["path_params"])
        self.required = _words(line["required_params"])
        self.arguments = _words(line["all_params"])

    def is_file(self, name: str) -> bool:
        """Tell whether an argument is a file."""
        return self.is_multipart and name in FILES

    def call(self, client: Any, keywords: Dict[str, Any]) -> Any:
        """Make the call, the last id by position."""
        return find(client, self.name)(
            *[keywords[name] for name in self.ids[-1:]],
            **{name: value for name, value in keywords.items() if name not in self.ids[-1:]},
        )


def find(place: Any, dotted: str) -> Callable[..., Any]:
    """Return what has that name in a client's tree."""
    for name in dotted.split("."):
        place = getattr(place, name)
    return place  # type: ignore[no-any-return]


def operations() -> List[Operation]:
    """Return all operations, in the order of the list."""
    with open(str(Path(__file__).with_name("data") / "operations.tsv"), encoding="utf-8", newline="") as file:
        return [Operation(line) for line in csv.DictReader(file, delimiter="\t")]


class RecordedRequest:
    """A request as it came."""

    def __init__(self, verb: str, target: str, headers: List[Tuple[str, str]], body: bytes) -> None:
        self.verb = verb
        self.path, _, self.query = target.partition("?")
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body

    @property
    def content_type(self) -> str:
        """The content type, a boundary replaced by its name."""
        return re.sub("boundary=.*", "boundary", self.headers.get("content-type", ""))

    @property
    def comparable(self) -> Dict[str, Any]:
        """All that two clients have to send alike, byte for byte but for the boundary of a form."""
        boundary = self.headers.get("content-type", "").partition("boundary=")[2].encode("ascii")
        body = self.body.replace(boundary, b"boundary") if boundary else self.body
        kept = ("accept", "authorization", "openai-beta", "openai-organization", "openai-project")
        headers = {name: self.headers.get(name) for name in kept}
        return {
            "verb": self.verb,
            "path": self.path,
            "query": self.query,
            "content-type": self.content_type,
            "body": body,
            **headers,
        }


class Recorder(ThreadingHTTPServer):
    """Answers everything with the same JSON and keeps what was asked; a context manager with a `base_url`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: List[RecordedRequest] = []
        self.prefix = "/v1"  # of the base URL; what comes after it is the path
        self.base_url = "http://127.0.0.1:{}/v1".format(self.server_address[1])
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self) -> Recorder:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self._thread.join(30)
        self.server_close()

    def taken(self) -> RecordedRequest:
        """Return the one request that came since the last time."""
        requests, self.requests = self.requests, []
        assert len(requests) == 1, requests
        return requests[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Recorder
    timeout = 60

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.requests.append(
            RecordedRequest(self.command, self.path[len(self.server.prefix) :], self.headers.items(), body)
        )
        answer = json.dumps({"id": "x", "data": [], "object": "list", "has_more": False}).encode("utf-8")
        kind = "application/json"
        if self.headers.get("Accept") == "text/event-stream" or any(
            sign in body + self.path.encode("ascii") for sign in STREAMING
        ):
            answer, kind = b"data: [DONE]\n\n", "text/event-stream"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = do_DELETE = do_PUT = do_PATCH = _answer

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
