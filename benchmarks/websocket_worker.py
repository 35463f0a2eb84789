# SPDX-License-Identifier: MIT
"""Jobs of WebSockets that run in a measured process: messages as they are, and events of the Realtime API.

A contender's `connect()` returns a connection with `send`, `recv` and `close`, and `connect_realtime()` one with
`send`, `append` (of audio), `recv_delta` (the text of the next event) and `close`.
"""

import sys
from functools import partial

import server_responses
from server_responses import AUDIO, BURST, CLIENT_EVENT, LARGE_CLIENT_EVENT
from worker import expect, measure_batches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

LARGE = 4  # messages of 1 MB in a batch
LAST_MESSAGE, LAST_DELTA = server_responses.small_event(BURST - 1), server_responses.TOKEN % ((BURST - 1) % 100)
LARGE_MESSAGE_SIZE = len(server_responses.large_event())


def main() -> None:
    """Run a job; the arguments are JOB CONTENDER URL PATH SECONDS."""
    job, name, url, _, seconds = sys.argv[1:6]
    client = __import__("contenders." + name, fromlist=["Client"]).Client(url)
    figures = JOBS[job](client, float(seconds))
    import json

    print(json.dumps(figures))


def prepare(name: str, url: str, job: str) -> "Callable[[], None]":
    """Return the function of this module that makes one batch, on a new connection."""
    client = __import__("contenders." + name, fromlist=["Client"]).Client(url)
    connection = client.connect_realtime() if job in ("receive_events", "send_events") else client.connect()
    return partial(globals()[job], connection)


def messages(client: "Any", seconds: float) -> "dict[str, list[float]]":
    """Measure opening and closing a connection, and messages as they are."""
    return measure(client.connect, MESSAGES, seconds)


def events(client: "Any", seconds: float) -> "dict[str, list[float]]":
    """Measure opening and closing a connection of the Realtime API, and its events."""
    return measure(client.connect_realtime, EVENTS, seconds)


def measure(connect: "Callable[[], Any]", batches: "Any", seconds: float) -> "dict[str, list[float]]":
    """Measure batches on one connection, and then other connections."""
    share = seconds / (len(batches) + 1)
    connection = connect()
    figures = {}
    for name, (batch, units) in batches.items():
        samples = measure_batches(partial(batch, connection), share)
        figures[name] = [sample / units for sample in samples]
    connection.close()
    figures["opened"] = measure_batches(lambda: connect().close(), share)
    return figures


def as_text(message: "str | bytes") -> str:
    """Return a message as text; the official SDK gives the bytes."""
    return message if isinstance(message, str) else message.decode()


def expect_count(message: "str | bytes", count: int, size: int = 0) -> None:
    """Check how many messages the server has received, and bytes unless `size` is 0."""
    received_count, received_size = map(int, as_text(message).split())
    expect(received_count == count and received_size == (size or received_size))


def receive(connection: "Any") -> None:
    """Receive small messages."""
    connection.send("burst")
    for _ in range(BURST):
        message = connection.recv()
    expect(as_text(message) == LAST_MESSAGE)


def send(connection: "Any") -> None:
    """Send small messages."""
    for _ in range(BURST):
        connection.send(CLIENT_EVENT)
    connection.send("count")
    expect_count(connection.recv(), BURST, BURST * len(CLIENT_EVENT))


def receive_large(connection: "Any") -> None:
    """Receive messages of 1 MB."""
    for _ in range(LARGE):
        connection.send("large")
        expect(len(connection.recv()) == LARGE_MESSAGE_SIZE)


def send_large(connection: "Any") -> None:
    """Send messages of 1 MB."""
    for _ in range(LARGE):
        connection.send(LARGE_CLIENT_EVENT)
    connection.send("count")
    expect_count(connection.recv(), LARGE, LARGE * len(LARGE_CLIENT_EVENT))


def receive_events(connection: "Any") -> None:
    """Receive small events, and read a field of each."""
    connection.send("burst")
    for _ in range(BURST):
        delta = connection.recv_delta()
    expect(delta == LAST_DELTA)


def send_events(connection: "Any") -> None:
    """Send small events; the next event proves that the server has received them."""
    for _ in range(BURST):
        connection.append(AUDIO)
    connection.send("echo")
    expect(bool(connection.recv_delta()))


MESSAGES = {
    "received": (receive, BURST),
    "sent": (send, BURST),
    "received_large": (receive_large, LARGE),
    "sent_large": (send_large, LARGE),
}
EVENTS = {"received": (receive_events, BURST), "sent": (send_events, BURST)}
JOBS = {"messages": messages, "events": events}
