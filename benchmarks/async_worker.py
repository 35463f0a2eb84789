# SPDX-License-Identifier: MIT
"""Jobs under asyncio that run in a measured process; the counterpart of worker.py."""

import asyncio
import sys
import time

from worker import expect, measure_batches, peak_memory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, Callable, Coroutine

LOOP = asyncio.new_event_loop()
STREAMS = 1000  # open at once
CALLS = 200  # at once
RESPONSE_DELAY = 0.2  # seconds that the server waits before each response


def main() -> None:
    """Run a job; the arguments are JOB CONTENDER URL PATH SECONDS."""
    job, name, url, _, seconds = sys.argv[1:6]
    client_class = __import__("contenders." + name, fromlist=["AsyncClient"]).AsyncClient
    figures = JOBS[job](client_class, url, float(seconds))
    import json

    print(json.dumps(figures))


def run(coroutine: "Coroutine[Any, Any, Any]") -> "Any":
    """Run a coroutine in the event loop, and return its result."""
    return LOOP.run_until_complete(coroutine)


async def call_in_loop(function: "Callable[[], Any]") -> "Any":
    """Call a function inside the event loop, as the constructors of some clients require."""
    return function()


def mean_cpu(call: "Callable[[], Awaitable[object]]", times: int) -> float:
    """Return the mean CPU seconds of a call over a batch of `times` calls, one after another in a task."""

    async def batch() -> float:
        start = time.process_time()
        for _ in range(times):
            await call()
        return (time.process_time() - start) / times

    mean: float = run(batch())
    return mean


def chat(client_class: "Any", url: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the chat call after a warm-up."""
    import server_responses

    client = run(call_in_loop(lambda: client_class(url)))
    for _ in range(20):
        expect(run(client.chat()) == server_responses.TEXT)
    samples = measure_batches(client.chat, seconds, mean_cpu)
    run(client.close())
    return {"cpu": samples}


def streams(client_class: "Any", url: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the peak memory of a process that reads many streams; the server holds them until all are open."""

    async def read_all() -> "list[str]":
        client = client_class(url.replace("/v1", "/together/%d/v1" % STREAMS))
        texts: "list[str]" = await asyncio.gather(*[client.stream_text() for _ in range(STREAMS)])
        await client.close()
        return texts

    texts = run(read_all())
    peak = peak_memory()
    import server_responses

    expect(texts == ["".join(server_responses.stream_tokens(server_responses.SHORT_STREAM_EVENTS))] * STREAMS)
    return {"peak": [peak]}


def concurrent(client_class: "Any", url: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the time of concurrent calls, as a multiple of the delay of the server.

    Each burst uses a new client without connections, whose code has run before.
    """
    import server_responses

    delayed_url = url.replace("/v1", "/after/%g/v1" % RESPONSE_DELAY)

    async def burst(calls: int) -> float:
        client = client_class(delayed_url)
        start = time.perf_counter()
        texts = await asyncio.gather(*[client.chat() for _ in range(calls)])
        elapsed = time.perf_counter() - start
        await client.close()
        expect(texts == [server_responses.TEXT] * calls)
        return elapsed / RESPONSE_DELAY

    run(burst(1))
    end, samples = time.perf_counter() + seconds, [run(burst(CALLS))]
    while time.perf_counter() < end:
        samples.append(run(burst(CALLS)))
    return {"multiple": samples}


JOBS = {"chat": chat, "streams": streams, "concurrent": concurrent}
