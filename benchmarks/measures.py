# SPDX-License-Identifier: MIT
"""The measures as data: `MEASURES` defines how figures are taken, `ROWS` how they are shown and their budgets.

A measure is a function of (sandbox, contender, seconds) that returns named figures. To add one, write the function and
add an entry to both tables.
"""

import re
import time
from importlib import metadata
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Sequence, Set, Tuple

from sandbox import ASYNC, COMPILED, COPIES, ONE_FILE, PACKAGE, SOURCE, WEBSOCKET, ChildError, Sandbox
from server_responses import BURST, EVENTS, TEXT

FLOOR, WEBSOCKETS = "floor", "websockets"
OURS = "openai_stdlib"
SINGLE_FILE, SINGLE_FILE_CHAT = "single_file", "single_file_chat"  # written by the command `vendor`
CONTENDERS = (
    FLOOR,
    "urllib",
    "requests",
    "httpx",
    "aiohttp",
    WEBSOCKETS,
    "openai",
    OURS,
    SINGLE_FILE,
    SINGLE_FILE_CHAT,
)
# The order in a round. The two that are compared come twice, so that a disturbance rarely affects only one of them.
ORDER = (FLOOR, OURS, "urllib", "requests", FLOOR, OURS, "httpx", "openai")
LIBRARIES = ("requests", "httpx", "openai", OURS)
FLOOR_AND_OURS = (FLOOR, OURS)
STANDARD_LIBRARY_ONLY = (FLOOR, "urllib", OURS, SINGLE_FILE, SINGLE_FILE_CHAT)
PROCESSES = (*ORDER, SINGLE_FILE, SINGLE_FILE_CHAT)
WEBSOCKET_ORDER = (WEBSOCKETS, OURS, "openai", WEBSOCKETS, OURS)
OFFICIAL_AND_OURS = ("openai", OURS)
ASYNC_ORDER = (FLOOR, OURS, "httpx", "aiohttp", FLOOR, OURS, "openai")

Figures = Dict[str, List[float]]  # name of a figure -> its samples
Sample = Callable[[Sandbox, str, float], Figures]  # the float is the approximate duration in seconds

ADAPTERS = {  # adapter -> its library
    "RequestsTransport": "requests",
    "Urllib3Transport": "urllib3",
    "HttpxTransport": "httpx",
    "AsyncHttpxTransport": "httpx",
    "Httpx2Transport": "httpx2",
    "AsyncHttpx2Transport": "httpx2",
    "AiohttpTransport": "aiohttp",
}

INSTRUCTIONS = "instructions"  # the group of the measures that count instead of taking time
# Budgets of the counts, as ratios to the floor.
PROCESS_INSTRUCTIONS = 1.25
BARE_PROCESS_INSTRUCTIONS = 1.25
FASTER_THAN_OFFICIAL = 0.125  # eight times as fast

IMPORTS = {FLOOR: "http.client, json", "urllib": "urllib.request, json"}
ONE_CALL = "from contenders.%s import Client; Client(%r).chat()"
COLD_START = """from contenders.%s import Client
client = Client(%r)
from time import process_time
initialized = process_time()
text = client.chat()
print(initialized, process_time(), text)
"""
# What is outside the loop is the same for any number of calls.
CALLS = """from contenders.{contender} import Client
call = Client({url!r}).{job}
for _ in range({times}):
    result = call()
import server_responses, worker
worker.expect({check})
"""
# Batches check their results themselves.
BATCHES = """import websocket_worker
batch = websocket_worker.prepare({contender!r}, {url!r}, {job!r})
for _ in range({times}):
    batch()
"""
CHECKS = {
    "chat": "result == server_responses.TEXT",
    "stream": "result == server_responses.STREAMED_CHARACTERS",
    "embeddings": "[len(vector) for vector in result] == [server_responses.DIMENSIONS] * server_responses.VECTORS",
}
ONE_IMPORT = (
    "from time import perf_counter; start = perf_counter(); import %s; seconds = perf_counter() - start; print(seconds)"
)


def repeat(sample: Callable[[], float], seconds: float) -> List[float]:
    """Take samples, at least one, for about `seconds` seconds."""
    end = time.monotonic() + seconds
    samples = [sample()]
    while time.monotonic() < end:
        samples.append(sample())
    return samples


def process(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Measure a process that starts Python, imports, creates a client and makes one chat call."""
    code = ONE_CALL % (contender, sandbox.url)
    return {"cpu": repeat(lambda: sandbox.measure_cpu(code), seconds)}


def bare_process(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Measure the same process without `site`, whose constant start-up time hides differences."""
    code = ONE_CALL % (contender, sandbox.url)
    return {"cpu": repeat(lambda: sandbox.measure_cpu(code, bare=True), seconds)}


def source_process(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Measure the process of `bare_process` where the contender has no bytecode and cannot write any."""
    code = ONE_CALL % (contender, sandbox.url)
    return {"cpu": repeat(lambda: sandbox.measure_cpu(code, bare=True, compiled=False), seconds)}


def imports(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Measure the import of the library."""
    code = ONE_IMPORT % IMPORTS.get(contender, contender)
    return {"seconds": repeat(lambda: float(sandbox.run(code)), seconds)}


def cold_start(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Measure what AWS Lambda does to start a function: Python, its module, the client; and then a first chat call.

    The figures of this library are those of its copies; other contenders have the same figures under each name.
    """
    code = COLD_START % (contender, sandbox.url)
    names = COPIES if contender == PACKAGE else (COMPILED,)
    figures: Figures = {}
    end = time.monotonic() + seconds
    while not figures or time.monotonic() < end:
        for name in names:
            initialized, called, text = sandbox.run_cold(code, name).rstrip("\n").split(" ", 2)
            if text != TEXT:
                raise ChildError("the result is not what the server sent")
            for shown in COPIES if contender != PACKAGE else (name,):
                figures.setdefault("init/" + shown, []).append(float(initialized))
                figures.setdefault("call/" + shown, []).append(float(called))
    return figures


def process_instructions(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Count the instructions of the process that `process` measures."""
    return {"count": [sandbox.count_instructions(ONE_CALL % (contender, sandbox.url))]}


def bare_process_instructions(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Count the instructions of the process that `bare_process` measures."""
    return {"count": [sandbox.count_instructions(ONE_CALL % (contender, sandbox.url), bare=True)]}


def call_instructions(job: str, few: int, many: int, units: int = 1, code: str = CALLS) -> Sample:
    """Return the measure that counts the instructions of one call, or of one of `units` in a call.

    It is the difference between a process with many calls and one with a few, in which the code gets warm.
    """

    def sample(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
        names = {"contender": contender, "url": sandbox.url, "job": job, "check": CHECKS.get(job)}
        less, more = (sandbox.count_instructions(code.format(times=times, **names)) for times in (few, many))
        return {"count": [(more - less) / (many - few) / units]}

    return sample


def job(name: str, worker: str = "worker") -> Sample:
    """Return the measure that runs a job of a worker module."""
    return lambda sandbox, contender, seconds: sandbox.run_job(name, contender, seconds, worker)


def live(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Measure a stream with the helper that accumulates it; the floor is this library's stream without the helper."""
    return (
        sandbox.run_job("stream", OURS, seconds) if contender == FLOOR else sandbox.run_job("live", contender, seconds)
    )


def async_chat(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Measure a chat call under asyncio; the floor is that of the sync call."""
    if contender == FLOOR:
        return sandbox.run_job("chat", FLOOR, seconds)
    return sandbox.run_job("chat", contender, seconds, "async_worker")


def streams(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Measure many concurrent streams under asyncio; the floor is an idle interpreter."""
    if contender == FLOOR:
        return {"peak": [float(sandbox.run("import worker; print(worker.peak_memory())"))]}
    return sandbox.run_job("streams", contender, seconds, "async_worker")


def size(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Measure the total size of the library and its dependencies, without bytecode and type stubs."""
    if contender == PACKAGE:
        paths = list(sandbox.package.rglob("*"))
    else:
        paths = [
            Path(str(file.locate()))
            for distribution in sorted(find_distributions(contender, set()))
            for file in metadata.files(distribution) or ()
        ]
    if not paths:
        raise ChildError("no files found")
    return {"bytes": [float(sum(path.stat().st_size for path in paths if is_shipped(path)))]}


def websocket_size(sandbox: Sandbox, contender: str, seconds: float) -> Figures:
    """Measure the size of what a copy of this library needs for WebSockets, or of another library."""
    if contender != PACKAGE:
        return size(sandbox, contender, seconds)
    without, full = (
        sum(path.stat().st_size for path in Path(sandbox.find_copy(name)).rglob("*") if is_shipped(path))
        for name in (ASYNC, WEBSOCKET)
    )
    return {"bytes": [float(full - without)]}


def is_shipped(path: Path) -> bool:
    """Return whether a path is a file that a program has to ship."""
    return path.is_file() and path.suffix != ".pyi" and "__pycache__" not in path.parts


def find_distributions(name: str, seen: Set[str]) -> Set[str]:
    """Add the names of an installed distribution and its installed dependencies to `seen`, and return it.

    Extras are ignored.
    """
    try:
        required = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return seen
    seen.add(name)
    for requirement in required:
        dependency = re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()
        if "extra ==" not in requirement and dependency not in seen:
            find_distributions(dependency, seen)
    return seen


class Measure(NamedTuple):
    """How figures are taken, the seconds of a full run, and the order of the contenders in a round."""

    sample: Sample
    seconds: float
    order: Sequence[str] = ORDER


MEASURES: Dict[str, Measure] = {
    "cold": Measure(cold_start, 60, (OURS, "urllib", FLOOR, OURS, "openai")),
    "process": Measure(process, 45, PROCESSES),
    "bare": Measure(bare_process, 30, STANDARD_LIBRARY_ONLY),
    "source": Measure(source_process, 20, (FLOOR, OURS, SINGLE_FILE, SINGLE_FILE_CHAT)),
    "chat": Measure(job("chat"), 25),
    "watched": Measure(job("watched"), 30, (OURS,)),
    "stream": Measure(job("stream"), 30),
    "live": Measure(live, 25, (FLOOR, OURS, "openai", FLOOR, OURS)),
    "async": Measure(async_chat, 25, ASYNC_ORDER),
    "partial": Measure(job("partial"), 5, (OURS,)),
    "embeddings": Measure(job("embeddings"), 25),
    "upload": Measure(job("upload"), 30),
    "memory": Measure(job("memory"), 10),
    "parts": Measure(job("parts"), 5, (OURS,)),
    "concurrent": Measure(job("concurrent", "async_worker"), 10, (OURS, "httpx", "aiohttp", "openai", OURS)),
    "streams": Measure(streams, 20, (FLOOR, OURS, "openai")),
    "websocket/messages": Measure(job("messages", "websocket_worker"), 40, WEBSOCKET_ORDER),
    "bulk/threads": Measure(job("threads", "bulk_worker"), 5, (OURS,)),
    "bulk/tasks": Measure(job("tasks", "bulk_worker"), 5, (OURS, "openai", "aiohttp")),
    "bulk/start": Measure(job("start", "bulk_worker"), 5, (OURS,)),
    "websocket/async_messages": Measure(job("messages", "async_websocket_worker"), 40, WEBSOCKET_ORDER),
    "websocket/open_messages": Measure(job("open_messages", "async_websocket_worker"), 20, WEBSOCKET_ORDER),
    "websocket/events": Measure(job("events", "websocket_worker"), 30, OFFICIAL_AND_OURS),
    "websocket/async_events": Measure(job("events", "async_websocket_worker"), 30, OFFICIAL_AND_OURS),
    "websocket/open_events": Measure(job("open_events", "async_websocket_worker"), 20, OFFICIAL_AND_OURS),
    "websocket/size": Measure(websocket_size, 0, (WEBSOCKETS, OURS)),
    "replay": Measure(job("replay", "replay_worker"), 10, (OURS,)),
    "import": Measure(imports, 8),
    "size": Measure(size, 0, LIBRARIES),
}
COUNTS: Dict[str, Measure] = {
    "process": Measure(process_instructions, 0, STANDARD_LIBRARY_ONLY),
    "bare": Measure(bare_process_instructions, 0, STANDARD_LIBRARY_ONLY),
    "chat": Measure(call_instructions("chat", 20, 60), 0, FLOOR_AND_OURS),
    "stream": Measure(call_instructions("stream", 3, 8, EVENTS), 0, FLOOR_AND_OURS),
    "embeddings": Measure(call_instructions("embeddings", 2, 4), 0, FLOOR_AND_OURS),
    **{
        "websocket_" + name: Measure(call_instructions(name, 3, 8, BURST, BATCHES), 0, FLOOR_AND_OURS)
        for name in ("receive", "send", "receive_events", "send_events")
    },
}
MEASURES.update(("%s/%s" % (INSTRUCTIONS, name), measure) for name, measure in COUNTS.items())
MEASURES.update(("adapters/" + name, Measure(job(name, "adapter_worker"), 8, FLOOR_AND_OURS)) for name in ADAPTERS)

MS, US, MIB, KB, TIMES = (1e3, "ms"), (1e6, "µs"), (1 / 1048576, "MiB"), (1 / 1e3, "KB"), (1.0, "×")
MILLIONS, THOUSANDS = (1e-6, "M instructions"), (1e-3, "K instructions")


class Row(NamedTuple):
    """How a figure is shown, with its budget.

    `comparison` with the floor is "ratio", "more" (difference) or "plain"; the budget is in the same terms. `unit` is
    the factor from the figure to the unit, and the name of the unit. `floor` may be another contender. The budget is
    for `contender`.
    """

    title: str
    measure: str
    figure: str
    comparison: str
    unit: Tuple[float, str]
    budget: float
    floor: str = FLOOR
    contender: str = OURS


ROWS = (
    Row("process: import, client, a chat call; CPU", "process", "cpu", "ratio", MS, 1.3),
    Row("process, bare interpreter (-I -S); CPU", "bare", "cpu", "ratio", MS, 1.3),
    *(
        Row("%s, floor: openai; CPU" % title, "cold", figure, "ratio", MS, budget, "openai")
        for title, figure, budget in (
            ("init, bytecode", "init/" + COMPILED, FASTER_THAN_OFFICIAL),
            ("init, source", "init/" + SOURCE, 0.2),
            ("init, one file", "init/" + ONE_FILE, 0.35),
            ("init+call, bytecode", "call/" + COMPILED, FASTER_THAN_OFFICIAL),
            ("init+call, source", "call/" + SOURCE, 0.25),
            ("init+call, one file", "call/" + ONE_FILE, 0.4),
        )
    ),
    Row("process with the single file; CPU", "process", "cpu", "ratio", MS, 1.5, contender=SINGLE_FILE),
    Row("process with the single file for chat; CPU", "process", "cpu", "ratio", MS, 1.25, contender=SINGLE_FILE_CHAT),
    Row("bare process without bytecode; CPU", "source", "cpu", "ratio", MS, 5.0),
    Row("chat call; CPU", "chat", "cpu", "ratio", US, 1.5),
    Row("chat call with on_event, floor: without; CPU", "watched", "hook", "plain", TIMES, 1.05),
    Row("and with limiter and ledger; CPU", "watched", "all", "plain", TIMES, 1.3),
    Row("streamed chunk, read by attribute; CPU", "stream", "cpu", "ratio", US, 1.5),
    Row(".stream() chunk, floor: ours raw; CPU", "live", "cpu", "ratio", US, 3.0),
    Row("async chat call, floor: sync; CPU", "async", "cpu", "ratio", US, 2.0),
    Row("async chat call, floor: openai; CPU", "async", "cpu", "ratio", US, 0.2, "openai"),
    Row("200 KB of partial JSON, doubled; CPU", "partial", "doubling", "plain", TIMES, 2.2),
    Row("100 embeddings of 1,536 floats; CPU", "embeddings", "cpu", "ratio", MS, 1.05),
    Row("upload of 300 MB; CPU", "upload", "cpu", "ratio", MS, 1.2),
    Row("upload of 300 MB; growth of memory", "upload", "growth", "plain", MIB, 4.0),
    Row("peak memory after a first call", "memory", "peak", "more", MIB, 4.0),
    Row("upload of 1 GB in parts; peak memory", "parts", "peak", "plain", MIB, 80.0),
    Row("200 calls at once, over 200 ms; time", "concurrent", "multiple", "plain", TIMES, 1.5),
    *(
        Row("10,000 rows, %s; %s" % (kind, title), measure, figure, "plain", unit, budget)
        for kind, measure in (("threads", "bulk/threads"), ("tasks", "bulk/tasks"))
        for title, figure, unit, budget in (
            ("time / ideal", "multiple", TIMES, 1.15),
            ("CPU of a row / plain call", "cpu", TIMES, 1.5),
            ("memory above idle", "growth", MIB, 60.0),
        )
    ),
    Row("first 1,000 of 1,000,000 rows / of 1,000; time", "bulk/start", "multiple", "plain", TIMES, 1.15),
    Row("1,000 streams, floor: idle; peak memory", "streams", "peak", "more", MIB, 60.0),
    *(
        Row("%s%s, floor: websockets; CPU" % (prefix, title), measure, figure, "ratio", unit, budget, WEBSOCKETS)
        for prefix, measure in (("", "websocket/messages"), ("async: ", "websocket/async_messages"))
        for title, figure, unit, budget in (
            ("message received", "received", US, 1.0),
            ("message sent", "sent", US, 1.0),
            ("1 MB received", "received_large", MS, 1.2),
            ("1 MB sent", "sent_large", MS, 4.0),
            ("open, close", "opened", US, 1.2),
        )
    ),
    Row("1,000 open, floor: websockets; memory", "websocket/open_messages", "growth", "ratio", MIB, 0.6, WEBSOCKETS),
    Row("size for WebSockets, floor: websockets", "websocket/size", "bytes", "ratio", KB, 0.25, WEBSOCKETS),
    *(
        Row("%s%s, floor: openai; CPU" % (prefix, title), measure, figure, "ratio", US, budget, "openai")
        for prefix, measure in (("", "websocket/events"), ("async: ", "websocket/async_events"))
        for title, figure, budget in (
            ("event received", "received", 0.2),
            ("event sent", "sent", 0.2),
            ("realtime open, close", "opened", 0.8),
        )
    ),
    Row("1,000 realtime, floor: openai; memory", "websocket/open_events", "growth", "ratio", MIB, 0.6, "openai"),
    Row("replayed chat call, to embedded server; time", "replay", "repeated", "plain", TIMES, 0.33),
    Row("200 of them, with reading the file; time", "replay", "distinct", "plain", TIMES, 0.33),
    Row("import alone; time", "import", "seconds", "plain", MS, 1.0),
    Row("size without stubs and bytecode", "size", "bytes", "plain", KB, 3500.0),
    *(
        Row("%s, floor: %s; CPU" % (name, library), "adapters/" + name, "cpu", "ratio", US, 1.25)
        for name, library in ADAPTERS.items()
    ),
    Row("process", "instructions/process", "count", "ratio", MILLIONS, PROCESS_INSTRUCTIONS),
    Row(
        "process, bare interpreter (-I -S)", "instructions/bare", "count", "ratio", MILLIONS, BARE_PROCESS_INSTRUCTIONS
    ),
    Row("chat call", "instructions/chat", "count", "ratio", THOUSANDS, 1.18),
    Row("streamed chunk, read by attribute", "instructions/stream", "count", "ratio", THOUSANDS, 1.15),
    Row("100 embeddings of 1,536 floats", "instructions/embeddings", "count", "ratio", MILLIONS, 1.08),
    *(
        Row("WebSocket " + title, "instructions/websocket_" + name, "count", "ratio", THOUSANDS, budget)
        for title, name, budget in (
            ("message received", "receive", 1.9),
            ("message sent", "send", 1.7),
            ("event received", "receive_events", 1.4),
            ("event sent", "send_events", 1.7),
        )
    ),
)
