# SPDX-License-Identifier: MIT
"""The official SDK, sync and async, with its defaults."""

import openai

from . import INPUTS, KEY, MESSAGES, MODEL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import realtime


class Client:
    """Client for the four calls."""

    def __init__(self, url: str) -> None:
        self.client = openai.OpenAI(api_key=KEY, base_url=url)

    def chat(self) -> str:
        response = self.client.chat.completions.create(model=MODEL, messages=MESSAGES)
        return response.choices[0].message.content or ""

    def connect(self) -> "realtime.Messages":
        from .realtime import Messages

        return Messages(self.client.realtime.connect(model=MODEL).enter())

    def connect_realtime(self) -> "realtime.Realtime":
        from .realtime import Realtime

        return Realtime(self.client.realtime.connect(model=MODEL).enter())

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
        response = self.client.embeddings.create(model=MODEL, input=INPUTS)
        return [item.embedding for item in response.data]

    def upload(self, path: str) -> int:
        # An open file, which is faster: the SDK reads a Path into memory as a whole before sending.
        with open(path, "rb") as file:
            size: int = self.client.files.create(file=file, purpose="assistants").bytes
        return size


class AsyncClient:
    """Client for the calls under asyncio."""

    def __init__(self, url: str) -> None:
        self.client = openai.AsyncOpenAI(api_key=KEY, base_url=url)

    async def chat(self) -> str:
        response = await self.client.chat.completions.create(model=MODEL, messages=MESSAGES)
        return response.choices[0].message.content or ""

    async def connect(self) -> "realtime.Messages":
        from .realtime import Messages

        return Messages(await self.client.realtime.connect(model=MODEL).enter())

    async def connect_realtime(self) -> "realtime.AsyncRealtime":
        from .realtime import AsyncRealtime

        return AsyncRealtime(await self.client.realtime.connect(model=MODEL).enter())

    async def stream_text(self) -> str:
        stream = await self.client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True)
        return "".join([chunk.choices[0].delta.content or "" async for chunk in stream])

    async def close(self) -> None:
        await self.client.close()
