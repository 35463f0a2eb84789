# SPDX-License-Identifier: MIT
"""Connections of the SDKs with the methods of the other contenders."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Messages:
    """Messages of a connection, which the SDK does not parse."""

    def __init__(self, connection: "Any") -> None:
        self.send, self.recv, self.close = connection.send_raw, connection.recv_bytes, connection.close


class Realtime:
    """Events of a connection."""

    def __init__(self, connection: "Any") -> None:
        self.connection = connection
        self.send, self.close = connection.send_raw, connection.close

    def append(self, audio: str) -> None:
        self.connection.input_audio_buffer.append(audio=audio)

    def recv_delta(self) -> str:
        delta: str = self.connection.recv().delta
        return delta


class AsyncRealtime(Realtime):
    """Events of a connection under asyncio."""

    async def append(self, audio: str) -> None:  # type: ignore[override]
        await self.connection.input_audio_buffer.append(audio=audio)

    async def recv_delta(self) -> str:  # type: ignore[override]
        delta: str = (await self.connection.recv()).delta
        return delta
