# SPDX-License-Identifier: MIT
"""`httpx` with a client, sync and async, used as in its documentation."""

import json

import httpx

from . import CHAT, CONNECTIONS, EMBEDDINGS, KEY, STREAM


class Client:
    """Client for the four calls."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.client = httpx.Client(headers={"Authorization": "Bearer " + KEY}, timeout=60)

    def chat(self) -> str:
        response = self.client.post(self.url + "/chat/completions", json=CHAT)
        text: str = response.json()["choices"][0]["message"]["content"]
        return text

    def stream(self) -> int:
        size = 0
        with self.client.stream("POST", self.url + "/chat/completions", json=STREAM) as response:
            for line in response.iter_lines():
                if line.startswith("data: {"):
                    size += len(json.loads(line[6:])["choices"][0]["delta"].get("content") or "")
        return size

    def embeddings(self) -> "list[list[float]]":
        from .vectors import decode

        return decode(self.client.post(self.url + "/embeddings", json=EMBEDDINGS).json())

    def upload(self, path: str) -> int:
        with open(path, "rb") as file:
            response = self.client.post(self.url + "/files", data={"purpose": "assistants"}, files={"file": file})
        size: int = response.json()["bytes"]
        return size


class AsyncClient:
    """Client for the chat call under asyncio."""

    def __init__(self, url: str) -> None:
        self.url = url
        limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=20)
        self.client = httpx.AsyncClient(headers={"Authorization": "Bearer " + KEY}, timeout=60, limits=limits)

    async def chat(self) -> str:
        response = await self.client.post(self.url + "/chat/completions", json=CHAT)
        text: str = response.json()["choices"][0]["message"]["content"]
        return text

    async def close(self) -> None:
        await self.client.aclose()
