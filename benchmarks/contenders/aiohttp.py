# SPDX-License-Identifier: MIT
"""`aiohttp` with a session, used as in its documentation."""

import aiohttp

from . import CHAT, CONNECTIONS, KEY


class AsyncClient:
    """Client for the chat call under asyncio."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session = aiohttp.ClientSession(
            headers={"Authorization": "Bearer " + KEY},
            timeout=aiohttp.ClientTimeout(total=60),
            connector=aiohttp.TCPConnector(limit=CONNECTIONS),
        )

    async def chat(self) -> str:
        async with self.session.post(self.url + "/chat/completions", json=CHAT) as response:
            text: str = (await response.json())["choices"][0]["message"]["content"]
        return text

    async def close(self) -> None:
        await self.session.close()
