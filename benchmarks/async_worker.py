# SPDX-License-Identifier: MIT
"""What runs inside a measured process under asyncio; as worker.py, which has what both need."""

import asyncio
import sys
import time

from worker import batches, expect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Awaitable, Callable, Coroutine

LOOP = asyncio.new_event_loop()


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


async def made(kind: "Any", url: str, connections: int = 0) -> "Any":
    """Make a client inside of the event loop, as some must be."""
    return kind(url, connections)


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

    client = wait(made(kind, url))
    for _ in range(20):
        expect(wait(client.chat()) == answers.TEXT)
    samples = batches(client.chat, seconds, cpu)
    wait(client.close())
    return {"cpu": samples}


JOBS = {"chat": chat}
