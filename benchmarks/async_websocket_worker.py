# SPDX-License-Identifier: MIT
"""Jobs of WebSockets under asyncio that run in a measured process; the counterpart of websocket_worker.py."""

import asyncio
import sys
from functools import partial

from async_worker import call_in_loop, mean_cpu, run
from server_responses import AUDIO, BURST, CLIENT_EVENT, LARGE_CLIENT_EVENT
from websocket_worker import LARGE, LARGE_MESSAGE_SIZE, LAST_DELTA, LAST_MESSAGE, as_text, expect_count
from worker import expect, measure_batches, peak_memory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Coroutine

    Connect = Callable[[], Coroutine[Any, Any, Any]]

CONNECTIONS = 1000  # open at once
OPENED_AT_ONCE = 50


def main() -> None:
    """Run a job; the arguments are JOB CONTENDER URL PATH SECONDS."""
    job, name, url, _, seconds = sys.argv[1:6]
    client_class = __import__("contenders." + name, fromlist=["AsyncClient"]).AsyncClient
    client = run(call_in_loop(lambda: client_class(url)))
    figures = JOBS[job](client, float(seconds))
    run(client.close())
    import json

    print(json.dumps(figures))


def messages(client: "Any", seconds: float) -> "dict[str, list[float]]":
    """Measure opening and closing a connection, and messages as they are."""
    return measure(client.connect, MESSAGES, seconds)


def events(client: "Any", seconds: float) -> "dict[str, list[float]]":
    """Measure opening and closing a connection of the Realtime API, and its events."""
    return measure(client.connect_realtime, EVENTS, seconds)


def open_messages(client: "Any", seconds: float) -> "dict[str, list[float]]":
    """Measure how much memory open connections take."""
    return {"growth": [run(measure_open(client.connect))]}


def open_events(client: "Any", seconds: float) -> "dict[str, list[float]]":
    """Measure how much memory open connections of the Realtime API take."""
    return {"growth": [run(measure_open(client.connect_realtime))]}


def measure(connect: "Connect", batches: "Any", seconds: float) -> "dict[str, list[float]]":
    """Measure batches on one connection, and then other connections."""

    async def open_and_close() -> None:
        await (await connect()).close()

    share = seconds / (len(batches) + 1)
    connection = run(connect())
    figures = {}
    for name, (batch, units) in batches.items():
        samples = measure_batches(partial(batch, connection), share, mean_cpu)
        figures[name] = [sample / units for sample in samples]
    run(connection.close())
    figures["opened"] = measure_batches(open_and_close, share, mean_cpu)
    return figures


async def measure_open(connect: "Connect") -> int:
    """Return the growth of peak memory from one connection to CONNECTIONS, which are all used."""
    connections = [await connect()]
    await check(connections[0])
    before = peak_memory()
    while len(connections) < CONNECTIONS:
        count = min(OPENED_AT_ONCE, CONNECTIONS - len(connections))
        connections += await asyncio.gather(*[connect() for _ in range(count)])
    growth = peak_memory() - before
    for connection in connections:
        await check(connection)
        await connection.close()
    return growth


async def check(connection: "Any") -> None:
    """Check that a connection is open."""
    await connection.send("echo")
    expect(bool(await (connection.recv_delta if hasattr(connection, "recv_delta") else connection.recv)()))


async def receive(connection: "Any") -> None:
    """Receive small messages."""
    await connection.send("burst")
    for _ in range(BURST):
        message = await connection.recv()
    expect(as_text(message) == LAST_MESSAGE)


async def send(connection: "Any") -> None:
    """Send small messages."""
    for _ in range(BURST):
        await connection.send(CLIENT_EVENT)
    await connection.send("count")
    expect_count(await connection.recv(), BURST, BURST * len(CLIENT_EVENT))


async def receive_large(connection: "Any") -> None:
    """Receive messages of 1 MB."""
    for _ in range(LARGE):
        await connection.send("large")
        expect(len(await connection.recv()) == LARGE_MESSAGE_SIZE)


async def send_large(connection: "Any") -> None:
    """Send messages of 1 MB."""
    for _ in range(LARGE):
        await connection.send(LARGE_CLIENT_EVENT)
    await connection.send("count")
    expect_count(await connection.recv(), LARGE, LARGE * len(LARGE_CLIENT_EVENT))


async def receive_events(connection: "Any") -> None:
    """Receive small events, and read a field of each."""
    await connection.send("burst")
    for _ in range(BURST):
        delta = await connection.recv_delta()
    expect(delta == LAST_DELTA)


async def send_events(connection: "Any") -> None:
    """Send small events; the next event proves that the server has received them."""
    for _ in range(BURST):
        await connection.append(AUDIO)
    await connection.send("echo")
    expect(bool(await connection.recv_delta()))


MESSAGES = {
    "received": (receive, BURST),
    "sent": (send, BURST),
    "received_large": (receive_large, LARGE),
    "sent_large": (send_large, LARGE),
}
EVENTS = {"received": (receive_events, BURST), "sent": (send_events, BURST)}
JOBS = {"messages": messages, "events": events, "open_messages": open_messages, "open_events": open_events}
