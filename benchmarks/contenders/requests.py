# SPDX-License-Identifier: MIT
"""`requests` with a session, used as in its documentation."""

import json

import requests

from . import CHAT, EMBEDDINGS, KEY, STREAM


class Client:
    """Client for the four calls."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + KEY

    def chat(self) -> str:
        response = self.session.post(self.url + "/chat/completions", json=CHAT, timeout=60)
        text: str = response.json()["choices"][0]["message"]["content"]
        return text

    def stream(self) -> int:
        size = 0
        with self.session.post(self.url + "/chat/completions", json=STREAM, stream=True, timeout=60) as response:
            for line in response.iter_lines():
                if line.startswith(b"data: {"):
                    size += len(json.loads(line[6:])["choices"][0]["delta"].get("content") or "")
        return size

    def embeddings(self) -> "list[list[float]]":
        from .vectors import decode

        return decode(self.session.post(self.url + "/embeddings", json=EMBEDDINGS, timeout=60).json())

    def upload(self, path: str) -> int:
        # requests builds the whole form in memory; streaming requires another package.
        with open(path, "rb") as file:
            response = self.session.post(
                self.url + "/files", data={"purpose": "assistants"}, files={"file": file}, timeout=60
            )
        size: int = response.json()["bytes"]
        return size
