# SPDX-License-Identifier: MIT
"""The floor: written by hand for these four calls on one kept-alive `http.client` connection, and nothing else.

No errors, no retries, no options, no objects. It is as quick as these modules honestly go: a stream is shown as
it arrives, and nothing is skipped that https would need (so no `sendfile`).
"""

import http.client
import json

from . import CHAT, EMBEDDINGS, HEADERS, STREAM

BOUNDARY = "0123456789abcdef"
BLOCK = 262144
FORM = (
    '--{0}\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nassistants\r\n'
    '--{0}\r\nContent-Disposition: form-data; name="file"; filename="data.bin"\r\n'
    "Content-Type: application/octet-stream\r\n\r\n"
)


class Client:
    """The four calls."""

    def __init__(self, url: str) -> None:
        self.connection = http.client.HTTPConnection(url.split("/")[2])

    def post(self, path: str, params: "dict[str, object]") -> http.client.HTTPResponse:
        self.connection.request("POST", path, json.dumps(params).encode(), HEADERS)
        return self.connection.getresponse()

    def chat(self) -> str:
        answer = json.loads(self.post("/v1/chat/completions", CHAT).read())
        text: str = answer["choices"][0]["message"]["content"]
        return text

    def stream(self) -> int:
        answer = self.post("/v1/chat/completions", STREAM)
        read1, loads = answer.read1, json.loads
        size, rest = 0, b""
        while True:
            piece = read1(65536)  # what is there, not 64 KiB: `read` would hold the stream back
            if not piece:
                return size
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:  # decoded here, since `loads` would first guess at the encoding of bytes
                if line.startswith(b"data: ") and line != b"data: [DONE]":
                    chunk = loads(line[6:].decode())
                    size += len(chunk["choices"][0]["delta"].get("content") or "")

    def embeddings(self) -> "list[list[float]]":
        from .vectors import decode

        return decode(json.loads(self.post("/v1/embeddings", EMBEDDINGS).read()))

    def upload(self, path: str) -> int:
        connection = self.connection
        head, tail = FORM.format(BOUNDARY).encode(), ("\r\n--%s--\r\n" % BOUNDARY).encode()
        with open(path, "rb", buffering=0) as file:
            length = len(head) + file.seek(0, 2) + len(tail)
            file.seek(0)
            connection.putrequest("POST", "/v1/files")
            connection.putheader("Authorization", HEADERS["Authorization"])
            connection.putheader("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            connection.putheader("Content-Length", length)
            connection.endheaders(head)
            block = memoryview(bytearray(BLOCK))
            while True:
                size = file.readinto(block)
                if not size:
                    break
                connection.send(block[:size])
        connection.send(tail)
        counted: int = json.loads(connection.getresponse().read())["bytes"]
        return counted
