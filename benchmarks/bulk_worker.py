# SPDX-License-Identifier: MIT
"""Jobs of bulk work that run in a measured process: a file of rows in, a file of records out.

The server responds after 200 ms. The official package is used with a semaphore, as its users do, and aiohttp in the way
of the official cookbook (api_request_parallel_processor.py): a task for each row, with retries and a file that is
appended to. Neither goes on after an interruption, nor adapts to the server.
"""

import asyncio
import json
import os
import sys
import tempfile
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

ROWS, CONCURRENCY = 10_000, 200
RESPONSE_DELAY = 0.2  # seconds that the server waits before each response
PLAIN_CALLS = 2000
MANY_ROWS, LIMIT = 1_000_000, 1000


def main() -> None:
    """Run a job; the arguments are JOB CONTENDER URL PATH SECONDS."""
    job, name, url = sys.argv[1:4]
    with tempfile.TemporaryDirectory(prefix="bulk-") as folder:
        figures = JOBS[job](name, url, folder)
    print(json.dumps(figures))


def write_rows(folder: str, count: int) -> str:
    """Write a file of rows, and return its path."""
    path = os.path.join(folder, "in-{}.jsonl".format(count))
    with open(path, "w") as file:
        for number in range(count):
            body = {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Say {}".format(number)}]}
            row = {"custom_id": str(number), "method": "POST", "url": "/v1/chat/completions", "body": body}
            file.write(json.dumps(row) + "\n")
    return path


def measure(
    url: str, folder: str, run: "Callable[[str, str, str], object]", plain_call: "Callable[[str], float]"
) -> "Dict[str, List[float]]":
    """Measure a run over all rows: time as a multiple of the ideal, CPU per row in plain calls, growth of memory."""
    from worker import expect, peak_memory

    path, target = write_rows(folder, ROWS), os.path.join(folder, "out.jsonl")
    idle = resident_memory()
    plain = plain_call(url)
    started_at, cpu = time.perf_counter(), time.process_time()
    run(url.replace("/v1", "/after/%g/v1" % RESPONSE_DELAY), path, target)
    elapsed, cpu = time.perf_counter() - started_at, time.process_time() - cpu
    peak = peak_memory()
    with open(target) as file:
        ids = {json.loads(line)["custom_id"] for line in file}
    expect(len(ids) == ROWS)
    ideal = ROWS / CONCURRENCY * RESPONSE_DELAY
    return {"multiple": [elapsed / ideal], "cpu": [cpu / ROWS / plain], "growth": [peak - idle]}


def mean_of_call(url: str) -> float:
    """Return the CPU seconds of a chat call of this library."""
    from worker import mean_cpu

    client = __import__("contenders.openai_stdlib", fromlist=["Client"]).Client(url)
    mean_cpu(client.chat, PLAIN_CALLS // 10)
    return mean_cpu(client.chat, PLAIN_CALLS)


def mean_of_async_call(url: str) -> float:
    """Return the same under asyncio."""

    async def batches() -> float:
        client = __import__("contenders.openai_stdlib", fromlist=["AsyncClient"]).AsyncClient(url)
        for times in (PLAIN_CALLS // 10, PLAIN_CALLS):
            start = time.process_time()
            for _ in range(times):
                await client.chat()
            mean = (time.process_time() - start) / times
        await client.close()
        return mean

    return asyncio.run(batches())


def resident_memory() -> int:
    """Return the resident memory in bytes."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def threads(name: str, url: str, folder: str) -> "Dict[str, List[float]]":
    """Measure a run with threads."""

    def run(base_url: str, source: str, target: str) -> object:
        library: "Any" = __import__("openai_stdlib")
        with library.OpenAI(api_key="key", base_url=base_url) as client:
            return client.bulk(source, target, concurrency=CONCURRENCY)

    return measure(url, folder, run, mean_of_call)


def tasks(name: str, url: str, folder: str) -> "Dict[str, List[float]]":
    """Measure a run under asyncio."""
    run = {"openai_stdlib": run_ours, "openai": run_official, "aiohttp": run_aiohttp}[name]
    return measure(url, folder, lambda *arguments: asyncio.run(run(*arguments)), mean_of_async_call)


async def run_ours(base_url: str, source: str, target: str) -> object:
    """Do the rows with this library."""
    library: "Any" = __import__("openai_stdlib")
    async with library.AsyncOpenAI(api_key="key", base_url=base_url) as client:
        return await client.bulk(source, target, concurrency=CONCURRENCY)


async def run_official(base_url: str, source: str, target: str) -> None:
    """Do the rows with the official package and a semaphore."""
    import openai

    semaphore = asyncio.Semaphore(CONCURRENCY)
    async with openai.AsyncOpenAI(api_key="key", base_url=base_url) as client:

        async def do(row: "Any") -> None:
            async with semaphore:
                result = await client.chat.completions.create(**row["body"])
            record = {"custom_id": row["custom_id"], "response": {"body": result.model_dump()}}
            with open(target, "a") as file:
                file.write(json.dumps(record) + "\n")

        with open(source) as file:
            await asyncio.gather(*[do(json.loads(line)) for line in file])


async def run_aiohttp(base_url: str, source: str, target: str) -> None:
    """Do the rows with aiohttp."""
    import aiohttp

    semaphore = asyncio.Semaphore(CONCURRENCY)
    connector = aiohttp.TCPConnector(limit=CONCURRENCY)
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer key"}, connector=connector) as session:

        async def do(row: "Any") -> None:
            for attempt in range(5):
                async with semaphore, session.post(base_url + "/chat/completions", json=row["body"]) as response:
                    result = await response.json()
                if "error" not in result:
                    break
                await asyncio.sleep(attempt)
            with open(target, "a") as file:
                file.write(json.dumps({"custom_id": row["custom_id"], "response": {"body": result}}) + "\n")

        with open(source) as file:
            await asyncio.gather(*[asyncio.ensure_future(do(json.loads(line))) for line in file])


def start(name: str, url: str, folder: str) -> "Dict[str, List[float]]":
    """Measure the first rows of a very long file, as a multiple of the time for a file that has no more."""
    library: "Any" = __import__("openai_stdlib")

    def run(source: str, target: str) -> float:
        started_at = time.perf_counter()
        client.bulk(source, os.path.join(folder, target), concurrency=20, limit=LIMIT)
        return time.perf_counter() - started_at

    with library.OpenAI(api_key="key", base_url=url) as client:
        short, long = write_rows(folder, LIMIT), write_rows(folder, MANY_ROWS)
        run(short, "warm-up")
        return {"multiple": [run(long, "long{}".format(n)) / run(short, "short{}".format(n)) for n in range(3)]}


JOBS = {"threads": threads, "tasks": tasks, "start": start}
