# SPDX-License-Identifier: MIT
"""What runs inside a measured process under asyncio; as worker.py, which has what both need."""

import asyncio
import sys
import time

from worker import batches, expect, peak

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, Callable, Coroutine

LOOP = asyncio.new_event_loop()
STREAMS = 1000  # open at once
CALLS, WAIT = 200, 0.2  # calls at once, and the seconds after which the server answers each


def main() -> None:
    """Do the job named by the arguments: JOB CONTENDER URL PATH SECONDS."""
    job, name, url, _, seconds = sys.argv[1:6]
    kind = __import__("contenders." + name, fromlist=["AsyncClient"]).AsyncClient
    figures = JOBS[job](kind, url, float(seconds))
    import json

    print(json.dumps(figures))


def wait(work: "Coroutine[Any, Any, Any]") -> "Any":
    """Run the event loop until the work is done, and return its result."""
    return LOOP.run_until_complete(work)


async def made(make: "Callable[[], Any]") -> "Any":
    """Make something inside of the event loop, as some clients must be."""
    return make()


def cpu(call: "Callable[[], Awaitable[object]]", times: int) -> float:
    """Return the CPU seconds that one call takes, one after another in a task, as the mean over a batch."""

    async def batch() -> float:
        start = time.process_time()
        for _ in range(times):
            await call()
        return (time.process_time() - start) / times

    mean: float = wait(batch())
    return mean


def chat(kind: "Any", url: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the chat call, once warm."""
    import answers

    client = wait(made(lambda: kind(url)))
    for _ in range(20):
        expect(wait(client.chat()) == answers.TEXT)
    samples = batches(client.chat, seconds, cpu)
    wait(client.close())
    return {"cpu": samples}


def streams(kind: "Any", url: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the peak of memory of a process that reads many streams, which the server holds until all are open."""

    async def all_at_once() -> "list[str]":
        client = kind(url.replace("/v1", "/together/%d/v1" % STREAMS))
        texts: "list[str]" = await asyncio.gather(*[client.streamed() for _ in range(STREAMS)])
        await client.close()
        return texts

    texts = wait(all_at_once())
    highest = peak()
    import answers

    expect(texts == ["".join(answers.tokens(answers.SHORT))] * STREAMS)
    return {"peak": [highest]}


def concurrent(kind: "Any", url: str, seconds: float) -> "dict[str, list[float]]":
    """Measure how long calls at once take from first to last, as a multiple of what the server takes for each.

    Each burst has a client of its own that has no connection yet; but the code has run before.
    """
    import answers

    slow = url.replace("/v1", "/after/%g/v1" % WAIT)

    async def burst(calls: int) -> float:
        client = kind(slow)
        start = time.perf_counter()
        texts = await asyncio.gather(*[client.chat() for _ in range(calls)])
        taken = time.perf_counter() - start
        await client.close()
        expect(texts == [answers.TEXT] * calls)
        return taken / WAIT

    wait(burst(1))
    end, samples = time.perf_counter() + seconds, [wait(burst(CALLS))]
    while time.perf_counter() < end:
        samples.append(wait(burst(CALLS)))
    return {"multiple": samples}


JOBS = {"chat": chat, "streams": streams, "concurrent": concurrent}
