# SPDX-License-Identifier: MIT
"""This library, sync and async, with its defaults."""

import openai_stdlib

from . import INPUTS, KEY, MESSAGES, MODEL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from openai_stdlib.websocket import AsyncWebSocketConnection, WebSocketConnection

    from . import realtime


class Client:
    """Client for the four calls."""

    def __init__(self, url: str) -> None:
        self.url = url.replace("http", "ws", 1) + "/realtime"
        self.client = openai_stdlib.OpenAI(api_key=KEY, base_url=url)

    def chat(self) -> str:
        return self.client.chat.completions.create(model=MODEL, messages=MESSAGES).choices[0].message.content or ""

    def watched_chats(self) -> "list[Callable[[], str]]":
        """Return the chat call with a hook, and with a hook, a limiter and a ledger."""
        from openai_stdlib import Ledger, RateLimiter

        limiter = RateLimiter(requests_per_minute=10**9, tokens_per_minute=10**12)
        ledger = Ledger(prices={MODEL: {"input": 1.0, "output": 2.0}})
        hooked, limited = Client.__new__(Client), Client.__new__(Client)
        hooked.client = self.client.with_options(on_event=lambda name, fields: None)
        limited.client = hooked.client.with_options(rate_limiter=limiter, ledger=ledger)
        return [hooked.chat, limited.chat]

    def connect(self) -> "WebSocketConnection":
        from openai_stdlib.websocket import connect

        return connect(self.url)

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

    def partial(self, text: str) -> bool:
        from openai_stdlib import PartialJSON

        partial = PartialJSON()
        for start in range(0, len(text), 4):
            partial.feed(text[start : start + 4]).value  # noqa: B018  # reading the property is what is measured
        return bool(partial.is_complete)

    def embeddings(self) -> "list[list[float]]":
        response = self.client.embeddings.create(model=MODEL, input=INPUTS)
        return [item.embedding for item in response.data]

    def upload(self, path: str) -> int:
        import pathlib

        size: int = self.client.files.create(file=pathlib.Path(path), purpose="assistants").bytes
        return size

    def upload_in_parts(self, path: str) -> None:
        import pathlib

        path_object = pathlib.Path(path)
        self.client.uploads.upload_file_chunked(file=path_object, mime_type="text/plain", purpose="assistants")


class AsyncClient:
    """Client for the calls under asyncio."""

    def __init__(self, url: str) -> None:
        self.url = url.replace("http", "ws", 1) + "/realtime"
        self.client = openai_stdlib.AsyncOpenAI(api_key=KEY, base_url=url)

    async def chat(self) -> str:
        response = await self.client.chat.completions.create(model=MODEL, messages=MESSAGES)
        return response.choices[0].message.content or ""

    async def connect(self) -> "AsyncWebSocketConnection":
        from openai_stdlib.websocket import aconnect

        return await aconnect(self.url)

    async def connect_realtime(self) -> "realtime.AsyncRealtime":
        from .realtime import AsyncRealtime

        return AsyncRealtime(await self.client.realtime.connect(model=MODEL).enter())

    async def stream_text(self) -> str:
        stream = await self.client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True)
        return "".join([chunk.choices[0].delta.content or "" async for chunk in stream])

    async def close(self) -> None:
        await self.client.close()
