# SPDX-License-Identifier: MIT
"""Tests of async WebSocket transports only: tasks and cancellation."""

from __future__ import annotations

import asyncio
import threading

from ..raw_server import DRAIN, REQUEST, WAIT_TIMEOUT, RawServer, signal, wait
from .asynchronous import cancel_midway, wait_until_set
from .base import TransportOptions
from .websocket_base import AsyncWebSocketCase, ConnectOptions, handshake_request
from .websocket_peer import TEXT, Peer, echo, encode, serve, url_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Coroutine


class TaskCases(AsyncWebSocketCase):
    """Tests of tasks and cancellation."""

    def run_check(self, server: RawServer, check: Callable[[Any], Coroutine[Any, Any, None]]) -> None:
        """Run a check with a new connection in a new event loop."""

        async def run() -> None:
            transport = self.make_transport(TransportOptions())
            link = (await transport.connect(handshake_request(url_of(server)), ConnectOptions()))[4]
            try:
                await asyncio.wait_for(check(link), WAIT_TIMEOUT)
            finally:
                await link.close()

        with server:
            asyncio.run(run())

    def test_cancelled_receive_loses_nothing(self) -> None:
        go = threading.Event()

        def script(peer: Peer) -> None:
            wait(go)(peer.connection)
            peer.send(encode(TEXT, b"one"), encode(TEXT, b"two"))
            echo(peer)

        async def check(link: Any) -> None:
            await cancel_midway(asyncio.ensure_future(link.receive()))
            await cancel_midway(asyncio.ensure_future(link.receive(60)))
            go.set()
            assert [await link.receive(), await link.receive(60)] == ["one", "two"]

        self.run_check(serve(script), check)

    def test_cancelled_when_a_message_arrives(self) -> None:
        async def check(link: Any) -> None:
            received = []
            for number in range(50):
                await link.send(str(number))
                task = asyncio.ensure_future(link.receive(60 if number % 2 else None))
                for _ in range(number % 5):
                    await asyncio.sleep(0)
                task.cancel()
                try:
                    received.append(await task)
                except asyncio.CancelledError:
                    received.append(await link.receive())
            assert received == [str(number) for number in range(50)]

        self.run_check(serve(echo), check)

    def test_tasks_send(self) -> None:
        received: list[bytes] = []

        def script(peer: Peer) -> None:
            received.extend(peer.read().payload for _ in range(8 * 20))
            peer.close()

        async def check(link: Any) -> None:
            async def send(task: int) -> None:
                for number in range(20):
                    await link.send("{} {}".format(task, number))

            await asyncio.gather(*map(send, range(8)))
            assert await link.receive() is None

        self.run_check(serve(script), check)
        for task in range(8):
            mine = [message.split()[1] for message in received if message.startswith(b"%d " % task)]
            assert mine == [b"%d" % number for number in range(20)]

    def test_close_ends_a_receive_of_another_task(self) -> None:
        async def check(link: Any) -> None:
            receiving = asyncio.ensure_future(link.receive())
            await asyncio.sleep(0.05)
            await link.close()
            assert await receiving is None

        self.run_check(serve(echo), check)

    def test_pings_resolve_to_seconds(self) -> None:
        async def check(link: Any) -> None:
            assert 0 <= await asyncio.wait_for(await link.ping(), WAIT_TIMEOUT) < WAIT_TIMEOUT

        self.run_check(serve(echo), check)

    def test_cancelled_connect(self) -> None:
        started, gone = threading.Event(), threading.Event()

        async def run(server: RawServer) -> None:
            transport = self.make_transport(TransportOptions())
            request = handshake_request(url_of(server))
            connecting = asyncio.ensure_future(transport.connect(request, ConnectOptions()))
            await wait_until_set(started)
            await cancel_midway(connecting)
            await wait_until_set(gone)

        with RawServer(REQUEST, signal(started), DRAIN, signal(gone)) as server:
            asyncio.run(run(server))
