# SPDX-License-Identifier: MIT
"""The floor: code for exactly these four calls on one persistent `http.client` connection.

It has no error handling, retries, options or objects. It is as fast as these modules allow without cheating: a stream
is processed as it arrives, and uploads would work over https too (so no `sendfile`).
"""

import http.client
import json

from . import CHAT, EMBEDDINGS, HEADERS, STREAM

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import floor_websocket

BOUNDARY = "0123456789abcdef"
BLOCK_SIZE = 262144
FORM = (
    '--{0}\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nassistants\r\n'
    '--{0}\r\nContent-Disposition: form-data; name="file"; filename="data.bin"\r\n'
    "Content-Type: application/octet-stream\r\n\r\n"
)


class Client:
    """Client for the four calls."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.connection = http.client.HTTPConnection(url.split("/")[2])

    def connect(self) -> "floor_websocket.Connection":
        from .floor_websocket import Connection

        return Connection(self.url)

    def connect_realtime(self) -> "floor_websocket.Realtime":
        from .floor_websocket import Realtime

        return Realtime(self.url)

    def post(self, path: str, params: "dict[str, object]") -> http.client.HTTPResponse:
        self.connection.request("POST", path, json.dumps(params).encode(), HEADERS)
        return self.connection.getresponse()

    def chat(self) -> str:
        response = json.loads(self.post("/v1/chat/completions", CHAT).read())
        text: str = response["choices"][0]["message"]["content"]
        return text

    def stream(self) -> int:
        response = self.post("/v1/chat/completions", STREAM)
        read1, loads = response.read1, json.loads
        size, rest = 0, b""
        while True:
            data = read1(65536)  # returns what has arrived; `read` would wait for 64 KiB
            if not data:
                return size
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:  # decoded here, because `loads` would first detect the encoding of bytes
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
            block = memoryview(bytearray(BLOCK_SIZE))
            while True:
                size = file.readinto(block)
                if not size:
                    break
                connection.send(block[:size])
        connection.send(tail)
        received: int = json.loads(connection.getresponse().read())["bytes"]
        return received
