# SPDX-License-Identifier: MIT
"""Soak the clients with calls and seeded faults: `python3 tools/soak.py [--calls 100] [--seed 1]`.

Threads with one `OpenAI` client and tasks with one `AsyncOpenAI` client call an embedded server in another process at
the same time. A seed decides what each call is and which fault its response has. Some calls are conversations over a
WebSocket, which drops, closes, stalls, or sends pings and invalid frames. A call must return what belongs to it, or
raise the error that belongs to its fault. At the end there must be no further threads, tasks, open files and sockets,
and no memory that grew with the number of calls. Each failure is printed; the exit code is 1 if there is one.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import importlib
import inspect
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
READ_TIMEOUT = 120.0  # seconds; only a hang takes longer
STALL_TIMEOUT = 0.2  # seconds, in calls whose server stalls
LEFTOVER_TIMEOUT = 30.0  # seconds for threads and sockets to end
MAX_GROWTH = 8 << 20  # bytes of resident memory between a quarter of the calls and their end


class FaultCase(NamedTuple):
    """A fault, and the classes of errors that may result; with "" a call may also return its result."""

    fault: str
    errors: Tuple[str, ...] = ("",)
    weight: int = 2


CASES = [
    FaultCase("", weight=30),
    FaultCase("status=500; retry-after-ms=1; times=1"),
    FaultCase("status=503; html; retry-after-ms=2; times=2"),
    FaultCase("status=429; retry-after-ms=1; times=1"),
    FaultCase("status=429; retry-after-ms=1", ("RateLimitError",)),
    FaultCase("status=500; retry-after-ms=1", ("InternalServerError",)),
    FaultCase("status=400", ("BadRequestError",)),
    FaultCase("interim=1"),
    FaultCase("interim=5; slow=7"),
    FaultCase("interim=1; status=500; retry-after-ms=1; times=1"),
    FaultCase("slow=20"),
    FaultCase("gzip"),
    FaultCase("gzip; slow=9"),
    FaultCase("close"),
    FaultCase("drop-idle"),
    FaultCase("reset; times=1"),
    FaultCase("reset", ("APIConnectionError",), weight=1),
    FaultCase("garbage", ("APIConnectionError",), weight=1),
    FaultCase("stall=60", ("APITimeoutError",), weight=1),
    FaultCase("stall-body=60", ("APITimeoutError",), weight=1),
]
FILE_CASES = CASES + [
    FaultCase("cut=20", ("APIConnectionError",)),
    FaultCase("reset=20", ("APIConnectionError",)),
]
JSON_CASES = FILE_CASES + [
    FaultCase("malformed", ("APIResponseValidationError",)),
    FaultCase("empty", ("APIResponseValidationError",)),
    FaultCase("html", ("APIResponseValidationError",)),
]
STREAM_CASES = CASES + [
    FaultCase("pings=3"),
    FaultCase("no-done"),
    FaultCase("cut=300", ("IncompleteStreamError",)),
    FaultCase("reset=300", ("IncompleteStreamError",)),
    FaultCase("cut-events=2", ("IncompleteStreamError",)),
    FaultCase("stream-error", ("APIError",)),
]
# A fault comes in the middle of a conversation of about 30 events, of which the server sends the first at once.
CONVERSATION_CASES = [
    FaultCase("", weight=16),
    FaultCase("status=500; retry-after-ms=1; times=1"),
    FaultCase("status=401", ("AuthenticationError",)),
    FaultCase("status=429; retry-after-ms=1", ("RateLimitError",)),
    FaultCase("ws-bad-accept", ("APIConnectionError",), weight=1),
    FaultCase("ws-slow=3"),
    FaultCase("ws-pings=2000; ws-after=4"),
    FaultCase("ws-slow=1; ws-pings=50; ws-after=6", weight=1),
    FaultCase("ws-close=1000; ws-after=6", ("ConnectionClosedOK",)),
    FaultCase("ws-close=1011; ws-after=7", ("ConnectionClosedError",)),
    FaultCase("ws-close=4000; ws-reason=over; ws-after=1", ("ConnectionClosedError",)),
    FaultCase("ws-drop; ws-after=5", ("ConnectionClosedError",)),
    FaultCase("ws-reset; ws-after=8", ("ConnectionClosedError",)),
    FaultCase("ws-garbage; ws-after=3", ("ConnectionClosedError",), weight=1),
    FaultCase("ws-garbage=masked; ws-after=9", ("ConnectionClosedError",), weight=1),
    FaultCase("ws-invalid-text; ws-after=4", ("ConnectionClosedError",), weight=1),
    FaultCase("ws-oversize=100000; ws-after=4", weight=1),
    FaultCase("ws-stall=60; ws-after=5", ("TimeoutError",), weight=1),
]
CASES_OF_KINDS = {
    "stream": STREAM_CASES,
    "broken off": CASES[:1],
    "file": FILE_CASES,
    "conversation": CONVERSATION_CASES,
    "left conversation": CONVERSATION_CASES[:1],
}
KINDS = (
    *("chat", "chat", "stream", "stream", "broken off", "file", "embedding"),
    *("conversation", "conversation", "left conversation"),
)
TURNS = 2  # messages of the program in a conversation


class Plan(NamedTuple):
    """What one call does."""

    token: str  # unique text that only the result of this call may contain
    kind: str
    case: FaultCase

    @property
    def options(self) -> Dict[str, Any]:
        """Request options that ask the server for the fault."""
        if not self.case.fault:
            return {}
        # The token makes the text unique, because the server counts `times` for each text.
        options: Dict[str, Any] = {
            "extra_headers": {"X-Embedded-Fault": "{}; type={}".format(self.case.fault, self.token)}
        }
        if "stall" in self.case.fault:
            options["timeout"] = STALL_TIMEOUT
        return options


def make_plans(seed: int, worker: str, count: int, kinds: Sequence[str] = KINDS) -> Iterator[Plan]:
    """Return the calls of one thread or task."""
    dice = random.Random("{} {}".format(seed, worker))
    for number in range(count):
        kind = dice.choice(kinds)
        cases = CASES_OF_KINDS.get(kind, JSON_CASES)
        case = dice.choices(cases, [case.weight for case in cases])[0]
        yield Plan("{}-{}-{:x}".format(worker, number, dice.getrandbits(32)), kind, case)


class Outcome:
    """Counts of results and errors, and a description of each call that did not do what it should."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.failures: List[str] = []
        self._lock = threading.Lock()

    def add(self, plan: Plan, result: Any, error: Optional[BaseException]) -> None:
        """Judge the result or the error of a call."""
        name = type(error).__name__ if error is not None else ""
        with self._lock:
            self.counts["{} {}".format(plan.kind, name or "result")] += 1
            if name not in plan.case.errors:
                self.failures.append("{}: {}".format(plan, repr(error) if name else "a result instead of an error"))
            elif not name and result != expected_result(plan):
                self.failures.append("{}: returned {!r}".format(plan, result))


def expected_result(plan: Plan) -> Any:
    """Return the result that only this call may have."""
    if plan.kind in ("chat", "stream"):
        return "Hello from the embedded server! You said: " + plan.token
    if plan.kind == "conversation":
        return ["Hello from the embedded server! You said: {}-{}".format(plan.token, turn) for turn in range(TURNS)]
    if plan.kind == "left conversation":
        return "response.output_text.delta"
    return {"broken off": "chat.completion.chunk", "file": plan.token, "embedding": len(plan.token)}[plan.kind]


def file_content(plan: Plan) -> bytes:
    """Return the content of an uploaded file, whose length is different for most calls."""
    return plan.token.encode("ascii") * (1 + len(plan.token) * 37 % 400)


def sync_call(client: Any, plan: Plan) -> Any:
    """Make one call with the sync client, and return what is comparable in its result."""
    messages = [{"role": "user", "content": plan.token}]
    if plan.kind == "chat":
        completion = client.chat.completions.create(model="m", messages=messages, **plan.options)
        return completion.choices[0].message.content
    if plan.kind == "embedding":
        result = client.embeddings.create(model="m", input=[plan.token] * len(plan.token), **plan.options)
        return len(result.data)
    if plan.kind == "file":
        file = client.files.create(file=(plan.token, file_content(plan)), purpose="batch")
        content = client.files.content(file.id, **plan.options).content
        client.files.delete(file.id)
        return file.filename if content == file_content(plan) else content
    if "conversation" in plan.kind:
        return converse(client, plan)
    with client.chat.completions.create(model="m", messages=messages, stream=True, **plan.options) as stream:
        if plan.kind == "broken off":
            return next(stream).object
        return "".join([chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices])


async def async_call(client: Any, plan: Plan) -> Any:
    """Make one call with the async client, and return what is comparable in its result."""
    messages = [{"role": "user", "content": plan.token}]
    if plan.kind == "chat":
        completion = await client.chat.completions.create(model="m", messages=messages, **plan.options)
        return completion.choices[0].message.content
    if plan.kind == "embedding":
        result = await client.embeddings.create(model="m", input=[plan.token] * len(plan.token), **plan.options)
        return len(result.data)
    if plan.kind == "file":
        file = await client.files.create(file=(plan.token, file_content(plan)), purpose="batch")
        content = (await client.files.content(file.id, **plan.options)).content
        await client.files.delete(file.id)
        return file.filename if content == file_content(plan) else content
    if "conversation" in plan.kind:
        return await async_converse(client, plan)
    async with await client.chat.completions.create(
        model="m", messages=messages, stream=True, **plan.options
    ) as stream:
        if plan.kind == "broken off":
            return (await stream.__anext__()).object
        return "".join([chunk.choices[0].delta.content or "" async for chunk in stream if chunk.choices])


def connect(client: Any, plan: Plan) -> Any:
    """Return the manager of a conversation."""
    options = {"close_timeout": STALL_TIMEOUT if "stall" in plan.case.fault else READ_TIMEOUT}
    headers = plan.options.get("extra_headers", {})
    return client.realtime.connect(model="m", extra_headers=headers, websocket_connection_options=options)


def user_message(plan: Plan, turn: int) -> Dict[str, Any]:
    """Return the item of a message of the program."""
    content = [{"type": "input_text", "text": "{}-{}".format(plan.token, turn)}]
    return {"type": "message", "role": "user", "content": content}


SESSION = {"type": "realtime", "output_modalities": ["text"]}


def converse(client: Any, plan: Plan) -> Any:
    """Hold one conversation with the sync client, and return the texts of the server."""
    timeout = plan.options.get("timeout", READ_TIMEOUT)
    texts: List[str] = []
    with connect(client, plan) as connection:
        connection.session.update(session=SESSION)
        for turn in range(TURNS):
            connection.conversation.item.create(item=user_message(plan, turn))
            connection.response.create()
            texts.append("")
            event = connection.recv(timeout)
            while event.type != "response.done":
                if event.type == "response.output_text.delta":
                    texts[-1] += event.delta
                    if plan.kind == "left conversation":
                        return event.type
                event = connection.recv(timeout)
    return texts


async def async_converse(client: Any, plan: Plan) -> Any:
    """Hold one conversation with the async client, and return the texts of the server."""
    timeout = plan.options.get("timeout", READ_TIMEOUT)
    texts: List[str] = []
    async with connect(client, plan) as connection:
        await connection.session.update(session=SESSION)
        for turn in range(TURNS):
            await connection.conversation.item.create(item=user_message(plan, turn))
            await connection.response.create()
            texts.append("")
            event = await connection.recv(timeout)
            while event.type != "response.done":
                if event.type == "response.output_text.delta":
                    texts[-1] += event.delta
                    if plan.kind == "left conversation":
                        return event.type
                event = await connection.recv(timeout)
    return texts


def run_thread(client: Any, plans: Iterator[Plan], outcome: Outcome, progress: Progress) -> None:
    """Make the calls of one thread."""
    for plan in plans:
        result = error = None
        try:
            result = sync_call(client, plan)
        except Exception as caught:
            error = caught
        outcome.add(plan, result, error)
        progress.advance()


async def run_task(client: Any, plans: Iterator[Plan], outcome: Outcome, progress: Progress) -> None:
    """Make the calls of one task."""
    for plan in plans:
        result = error = None
        try:
            result = await async_call(client, plan)
        except Exception as caught:
            error = caught
        outcome.add(plan, result, error)
        progress.advance()


class Progress:
    """Counts finished calls, and measures the memory after a quarter of them."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._lock = threading.Lock()
        self.memory = 0  # bytes after a quarter of the calls

    def advance(self) -> None:
        """Count one call."""
        with self._lock:
            self._done += 1
            if self._done == self._total // 4:
                self.memory = resident_memory()


def resident_memory() -> int:
    """Return the resident memory of this process in bytes; 0 where the system does not tell."""
    with contextlib.suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def open_files() -> int:
    """Return the number of open files and sockets of this process; 0 where the system does not tell."""
    with contextlib.suppress(OSError):
        return len(os.listdir("/proc/self/fd"))
    return 0


def make_transports(package: ModuleType, name: str) -> Tuple[Any, Any]:
    """Return a sync and an async transport over a library; (None, None) without a name, for the built-in ones."""
    if not name:
        return None, None
    sys.path.insert(0, str(ROOT / "transports"))
    adapters = importlib.import_module("openai_stdlib_transports")
    found = [getattr(adapters, each) for each in (name, "Async" + name) if hasattr(adapters, each)]
    sync_class: Any = next((each for each in found if not inspect.iscoroutinefunction(each.send)), None)
    async_class = next((each for each in found if inspect.iscoroutinefunction(each.send)), None)
    return (
        sync_class() if sync_class else package.UrllibTransport(),
        async_class() if async_class else package.ThreadTransport(sync_class()),
    )


async def run_tasks(package: ModuleType, options: Dict[str, Any], plans: List[Iterator[Plan]], *rest: Any) -> int:
    """Make the calls of all tasks, close the transport, and return how many tasks were left over."""
    async with package.AsyncOpenAI(**options) as client:
        await asyncio.gather(*[run_task(client, each, *rest) for each in plans])
    if "transport" in options:
        transport = options["transport"]
        await (transport.aclose() if hasattr(transport, "aclose") else transport.close())
    return len(asyncio.all_tasks()) - 1


def run_all(
    package: ModuleType, thread_plans: List[Iterator[Plan]], task_plans: List[Iterator[Plan]], options: Any, *rest: Any
) -> int:
    """Run the threads and the tasks at the same time, and return how many tasks were left over."""
    sync_options, async_options = options
    with package.OpenAI(**sync_options) as client:
        workers = [
            threading.Thread(target=run_thread, args=(client, plans, *rest), daemon=True) for plans in thread_plans
        ]
        for worker in workers:
            worker.start()
        tasks_left = asyncio.run(run_tasks(package, async_options, task_plans, *rest))
        for worker in workers:
            worker.join(READ_TIMEOUT)
    if "transport" in sync_options:
        sync_options["transport"].close()
    return tasks_left


def soak(
    package: ModuleType,
    base_url: str,
    seed: int,
    threads: int,
    tasks: int,
    calls: int,
    transport: str = "",
    kinds: Sequence[str] = KINDS,
) -> Tuple[Outcome, Progress]:
    """Run all threads and tasks, and return what they found; leftovers are failures too."""
    outcome, progress = Outcome(), Progress((threads + tasks) * calls)
    options: Dict[str, Any] = {"api_key": "k", "base_url": base_url, "timeout": READ_TIMEOUT, "environment": False}
    files_before, threads_before = open_files(), threading.active_count()
    both = [{**options, "transport": each} if each else options for each in make_transports(package, transport)]
    plans = [
        [make_plans(seed, "{}{}".format(name, number), calls, kinds) for number in range(count)]
        for name, count in (("thread", threads), ("task", tasks))
    ]
    tasks_left = run_all(package, *plans, both, outcome, progress)
    del both
    gc.collect()
    deadline = time.monotonic() + LEFTOVER_TIMEOUT
    while time.monotonic() < deadline:
        if threading.active_count() <= threads_before and open_files() <= files_before:
            break
        time.sleep(0.01)
    for name, before, after in (
        ("tasks", 0, tasks_left),
        ("threads", threads_before, threading.active_count()),
        ("open files", files_before, open_files()),
        ("calls that finished", (threads + tasks) * calls, sum(outcome.counts.values())),
    ):
        if after != before and (name.startswith("calls") or after > before):
            outcome.failures.append("{}: {} expected, {} found".format(name, before, after))
    return outcome, progress


@contextlib.contextmanager
def server_process() -> Iterator[str]:
    """Run the embedded server in a process of its own; yield its base URL."""
    code = (
        "import sys; from openai_stdlib.testing import EmbeddedServer\n"
        "with EmbeddedServer(max_recorded=10, record_bodies=False) as server:\n"
        "    print(server.base_url, flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=str(ROOT)
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        yield process.stdout.readline().decode("ascii").strip()
    finally:
        process.stdin.close()
        process.wait(30)
        process.stdout.close()


def main() -> int:
    """Parse the options, soak, and print the figures; return the exit code."""
    parser = argparse.ArgumentParser(prog="tools/soak.py", description=(__doc__ or "").partition("\n\n")[2])
    parser.add_argument("--threads", type=int, default=16, help="threads with the sync client (default: 16)")
    parser.add_argument("--tasks", type=int, default=200, help="tasks with the async client (default: 200)")
    parser.add_argument("--calls", type=int, default=100, help="calls of each thread and task (default: 100)")
    parser.add_argument("--seed", type=int, default=1, help="decides the calls and their faults (default: 1)")
    parser.add_argument("--kind", action="append", choices=sorted(set(KINDS)), help="of calls (default: all)")
    parser.add_argument("--transport", default="", help="of openai_stdlib_transports, such as Urllib3Transport")
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    package = importlib.import_module("openai_stdlib")
    with server_process() as base_url:
        begin = time.monotonic()
        counts = arguments.threads, arguments.tasks, arguments.calls
        kinds = arguments.kind or KINDS
        outcome, progress = soak(package, base_url, arguments.seed, *counts, arguments.transport, kinds)
        seconds = time.monotonic() - begin
    growth = resident_memory() - progress.memory
    if growth > MAX_GROWTH:
        outcome.failures.append("memory: grew by {:,} bytes after a quarter of the calls".format(growth))
    for name, count in sorted(outcome.counts.items()):
        print("{:>8,}  {}".format(count, name))
    for failure in outcome.failures[:50]:
        print("FAILED  " + failure)
    total = sum(outcome.counts.values())
    print("{:,} calls in {:.0f} s, seed {}".format(total, seconds, arguments.seed))
    print("resident memory: {:,} KiB, {:+,} KiB since a quarter".format(resident_memory() >> 10, growth >> 10))
    print("{} failures".format(len(outcome.failures)))
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
