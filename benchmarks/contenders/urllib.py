# SPDX-License-Identifier: MIT
"""Plain `urllib.request` and `json`, as in most scripts without dependencies: a new connection for each call."""

import json
import os
import urllib.request
from http.client import HTTPResponse

from . import CHAT, EMBEDDINGS, HEADERS, STREAM

BOUNDARY = "0123456789abcdef"
BLOCK_SIZE = 65536
FORM = (
    '--{0}\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nassistants\r\n'
    '--{0}\r\nContent-Disposition: form-data; name="file"; filename="data.bin"\r\n'
    "Content-Type: application/octet-stream\r\n\r\n"
)


class Client:
    """Client for the four calls."""

    def __init__(self, url: str) -> None:
        self.url = url

    def post(self, path: str, params: "dict[str, object]") -> HTTPResponse:
        request = urllib.request.Request(self.url + path, json.dumps(params).encode(), HEADERS)
        response: HTTPResponse = urllib.request.urlopen(request, timeout=60)
        return response

    def chat(self) -> str:
        with self.post("/chat/completions", CHAT) as response:
            text: str = json.load(response)["choices"][0]["message"]["content"]
        return text

    def stream(self) -> int:
        size = 0
        with self.post("/chat/completions", STREAM) as response:
            for line in response:
                if line.startswith(b"data: {"):
                    size += len(json.loads(line[6:])["choices"][0]["delta"].get("content") or "")
        return size

    def embeddings(self) -> "list[list[float]]":
        from .vectors import decode

        with self.post("/embeddings", EMBEDDINGS) as response:
            return decode(json.load(response))

    def upload(self, path: str) -> int:
        head, tail = FORM.format(BOUNDARY).encode(), ("\r\n--%s--\r\n" % BOUNDARY).encode()
        headers = dict(HEADERS)
        headers["Content-Type"] = "multipart/form-data; boundary=" + BOUNDARY
        headers["Content-Length"] = str(len(head) + os.path.getsize(path) + len(tail))
        with open(path, "rb") as file:
            blocks = iter(lambda: file.read(BLOCK_SIZE), b"")
            body = (block for group in ((head,), blocks, (tail,)) for block in group)
            request = urllib.request.Request(self.url + "/files", body, headers)
            with urllib.request.urlopen(request, timeout=60) as response:
                size: int = json.load(response)["bytes"]
        return size
