# SPDX-License-Identifier: MIT
"""Measure in its own process how long a replayed chat call takes, as a multiple of one to the embedded server.

The server runs in another process. Figures are ratios of wall time, since a call to a server is mostly waiting for it:
`repeated` of one request again and again, `distinct` of each request of the cassette once, with reading the cassette.
"""

import json
import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Generator

REQUESTS = 200  # in the cassette


def main() -> None:
    """Measure both; the arguments are JOB CONTENDER URL PATH SECONDS."""
    path, seconds = sys.argv[4] + ".%d.jsonl" % os.getpid(), float(sys.argv[5])
    server = start_server()
    try:
        base_url = next(server)
        print(json.dumps(measure(base_url, path, seconds)))
    finally:
        server.close()
        if os.path.exists(path):
            os.remove(path)


def start_server() -> "Generator[str, None, None]":
    """Start an embedded server in a forked process; yield its base URL, and end it when the generator is closed."""
    (read_url, write_url), (read_end, write_end) = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        from openai_stdlib.testing import EmbeddedServer

        os.close(write_end)
        with EmbeddedServer(record_bodies=False, max_recorded=1) as server:
            os.write(write_url, server.base_url.encode())
            os.close(write_url)
            os.read(read_end, 1)  # until the other process closes its end
        os._exit(0)
    os.close(write_url)
    try:
        yield os.read(read_url, 1000).decode()
    finally:
        os.close(write_end)
        os.waitpid(child, 0)


def measure(base_url: str, path: str, seconds: float) -> "dict[str, list[float]]":
    """Record the requests, and return both ratios, taken in turns for about `seconds` seconds."""
    from openai_stdlib import OpenAI, RecordTransport, ReplayTransport

    def make_call(transport: "Any" = None) -> "Callable[[int], str]":
        client = OpenAI(api_key="key", base_url=base_url, environment=False, transport=transport)

        def call(number: int) -> str:
            messages: Any = [{"role": "user", "content": "Say hello to number %d" % number}]
            completion = client.chat.completions.create(model="m", messages=messages)
            return str(completion.choices[0].message.content)

        return call

    transport = RecordTransport(path)
    expected = [make_call(transport)(number) for number in range(REQUESTS)]
    transport.close()
    send = make_call()
    replay = make_call(ReplayTransport(path))

    def make_repeated() -> "Callable[[int], str]":
        return lambda _: replay(0)

    figures: dict[str, list[float]] = {"repeated": [], "distinct": []}
    end = time.monotonic() + seconds
    while not figures["distinct"] or time.monotonic() < end:
        sent = time_calls(lambda: send, expected)
        figures["distinct"].append(time_calls(lambda: make_call(ReplayTransport(path)), expected) / sent)
        figures["repeated"].append(time_calls(make_repeated, expected[:1] * REQUESTS) / sent)
    return figures


def time_calls(make_call: "Callable[[], Callable[[int], str]]", expected: "list[str]") -> float:
    """Return the seconds that making a client and all calls take. Checks the results."""
    start = time.perf_counter()
    call = make_call()
    texts = [call(number) for number in range(len(expected))]
    seconds = time.perf_counter() - start
    if texts != expected:
        raise SystemExit("a replayed result is not what the server sent")
    return seconds
