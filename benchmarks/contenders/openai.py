# SPDX-License-Identifier: MIT
"""The official SDK, sync and async, with its defaults."""

import openai

from . import INPUTS, KEY, MESSAGES, MODEL


class Client:
    """The four calls."""

    def __init__(self, url: str) -> None:
        self.client = openai.OpenAI(api_key=KEY, base_url=url)

    def chat(self) -> str:
        answer = self.client.chat.completions.create(model=MODEL, messages=MESSAGES)
        return answer.choices[0].message.content or ""

    def stream(self) -> int:
        size = 0
        for chunk in self.client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True):
            size += len(chunk.choices[0].delta.content or "")
        return size

    def live(self) -> int:
        size = 0
        with self.client.chat.completions.stream(model=MODEL, messages=MESSAGES) as stream:
            for event in stream:
                if event.type == "content.delta":
                    size += len(event.delta)
        return size

    def embeddings(self) -> "list[list[float]]":
        answer = self.client.embeddings.create(model=MODEL, input=INPUTS)
        return [item.embedding for item in answer.data]

    def upload(self, path: str) -> int:
        # An open file, to its advantage: a Path it reads into memory as a whole before it sends.
        with open(path, "rb") as file:
            counted: int = self.client.files.create(file=file, purpose="assistants").bytes
        return counted


class AsyncClient:
    """The calls under asyncio."""

    def __init__(self, url: str) -> None:
        self.client = openai.AsyncOpenAI(api_key=KEY, base_url=url)

    async def chat(self) -> str:
        answer = await self.client.chat.completions.create(model=MODEL, messages=MESSAGES)
        return answer.choices[0].message.content or ""

    async def streamed(self) -> str:
        stream = await self.client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True)
        return "".join([chunk.choices[0].delta.content or "" async for chunk in stream])

    async def close(self) -> None:
        await self.client.close()
