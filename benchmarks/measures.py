# SPDX-License-Identifier: MIT
"""What is measured, as data: `MEASURES` says how figures are taken, `ROWS` how they are shown and judged.

A new measure is a function from (stage, contender) to named figures, and a line in each of the two tables.
"""

import re
import time
from importlib import metadata
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Sequence, Set, Tuple

from stage import PACKAGE, ChildError, Stage

FLOOR = "floor"
OURS = "openai_stdlib"
CONTENDERS = (FLOOR, "urllib", "requests", "httpx", "aiohttp", "openai", OURS)
# The two that are judged come twice in a round, so that a bad moment of the machine hardly spoils one of them alone.
TURNS = (FLOOR, OURS, "urllib", "requests", FLOOR, OURS, "httpx", "openai")
LIBRARIES = ("requests", "httpx", "openai", OURS)
PAIR = (FLOOR, OURS)
STANDARD = (FLOOR, "urllib", OURS)  # what runs without site-packages
ASYNC_TURNS = (FLOOR, OURS, "httpx", "aiohttp", FLOOR, OURS, "openai")

Figures = Dict[str, List[float]]  # a figure's name -> its samples
Sample = Callable[[Stage, str, float], Figures]  # the seconds are what it should take, more or less

ADAPTERS = {  # and the library that each stands on
    "RequestsTransport": "requests",
    "Urllib3Transport": "urllib3",
    "HttpxTransport": "httpx",
    "AsyncHttpxTransport": "httpx",
    "Httpx2Transport": "httpx2",
    "AsyncHttpx2Transport": "httpx2",
    "AiohttpTransport": "aiohttp",
}

IMPORTS = {FLOOR: "http.client, json", "urllib": "urllib.request, json"}
ONE_CALL = "from contenders.%s import Client; Client(%r).chat()"
ONE_IMPORT = (
    "from time import perf_counter; start = perf_counter(); import %s; seconds = perf_counter() - start; print(seconds)"
)


def repeated(take: Callable[[], float], seconds: float) -> List[float]:
    """Take samples, at least one, until so many seconds are over."""
    end = time.monotonic() + seconds
    samples = [take()]
    while time.monotonic() < end:
        samples.append(take())
    return samples


def process(stage: Stage, contender: str, seconds: float) -> Figures:
    """Start Python, import, make a client, chat once."""
    code = ONE_CALL % (contender, stage.url)
    return {"cpu": repeated(lambda: stage.spent(code), seconds)}


def bare_process(stage: Stage, contender: str, seconds: float) -> Figures:
    """Do the same without `site`, whose start-up is the same for all and hides differences."""
    code = ONE_CALL % (contender, stage.url)
    return {"cpu": repeated(lambda: stage.spent(code, bare=True), seconds)}


def imports(stage: Stage, contender: str, seconds: float) -> Figures:
    """Import the library alone."""
    code = ONE_IMPORT % IMPORTS.get(contender, contender)
    return {"seconds": repeated(lambda: float(stage.run(code)), seconds)}


def job(name: str, worker: str = "worker") -> Sample:
    """Return the measure that is a job of `worker.py`, or of another worker."""
    return lambda stage, contender, seconds: stage.work(name, contender, seconds, worker)


def live(stage: Stage, contender: str, seconds: float) -> Figures:
    """Stream with a helper that puts the answer together. The floor is this library's stream without it."""
    return stage.work("stream", OURS, seconds) if contender == FLOOR else stage.work("live", contender, seconds)


def async_chat(stage: Stage, contender: str, seconds: float) -> Figures:
    """Chat once under asyncio. The floor is the one of the sync call."""
    if contender == FLOOR:
        return stage.work("chat", FLOOR, seconds)
    return stage.work("chat", contender, seconds, "async_worker")


def streams(stage: Stage, contender: str, seconds: float) -> Figures:
    """Read many streams at once under asyncio. The floor is an interpreter that does nothing."""
    if contender == FLOOR:
        return {"peak": [float(stage.run("import worker; print(worker.peak())"))]}
    return stage.work("streams", contender, seconds, "async_worker")


def size(stage: Stage, contender: str, seconds: float) -> Figures:
    """Add up the files of the library, its dependencies included, without bytecode and type stubs."""
    if contender == PACKAGE:
        paths = list(stage.package.rglob("*"))
    else:
        paths = [
            Path(str(file.locate()))
            for distribution in sorted(with_dependencies(contender, set()))
            for file in metadata.files(distribution) or ()
        ]
    if not paths:
        raise ChildError("there are no files")
    return {"bytes": [float(sum(path.stat().st_size for path in paths if counts(path)))]}


def counts(path: Path) -> bool:
    """Tell whether a file belongs to what one ships."""
    return path.is_file() and path.suffix != ".pyi" and "__pycache__" not in path.parts


def with_dependencies(name: str, seen: Set[str]) -> Set[str]:
    """Return the names of an installed distribution and of those installed that it needs; extras don't count."""
    try:
        required = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return seen
    seen.add(name)
    for requirement in required:
        needed = re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()
        if "extra ==" not in requirement and needed not in seen:
            with_dependencies(needed, seen)
    return seen


class Measure(NamedTuple):
    """How figures are taken, and for how many seconds in a full run; rounds over the contenders go on until then."""

    sample: Sample
    seconds: float
    turns: Sequence[str] = TURNS


MEASURES: Dict[str, Measure] = {
    "process": Measure(process, 35),
    "bare": Measure(bare_process, 20, STANDARD),
    "chat": Measure(job("chat"), 25),
    "stream": Measure(job("stream"), 30),
    "live": Measure(live, 25, (FLOOR, OURS, "openai", FLOOR, OURS)),
    "async": Measure(async_chat, 25, ASYNC_TURNS),
    "partial": Measure(job("partial"), 5, (OURS,)),
    "embeddings": Measure(job("embeddings"), 25),
    "upload": Measure(job("upload"), 30),
    "memory": Measure(job("memory"), 10),
    "parts": Measure(job("parts"), 5, (OURS,)),
    "concurrent": Measure(job("concurrent", "async_worker"), 10, (OURS, "httpx", "aiohttp", "openai", OURS)),
    "streams": Measure(streams, 20, (FLOOR, OURS, "openai")),
    "import": Measure(imports, 8),
    "size": Measure(size, 0, LIBRARIES),
}
MEASURES.update(("adapters/" + name, Measure(job(name, "adapter_worker"), 8, PAIR)) for name in ADAPTERS)

MS, US, MIB, KB, TIMES = (1e3, "ms"), (1e6, "µs"), (1 / 1048576, "MiB"), (1 / 1e3, "KB"), (1.0, "×")


class Row(NamedTuple):
    """How a figure is shown: `ratio` to the floor, `more` than the floor, or `plain`; the budget is in the same.

    The floor can be another contender than the one of that name.
    """

    title: str
    measure: str
    figure: str
    kind: str
    unit: Tuple[float, str]
    budget: float
    floor: str = FLOOR


ROWS = (
    Row("process: import, client, a chat call; CPU", "process", "cpu", "ratio", MS, 1.3),
    Row("process, bare interpreter (-I -S); CPU", "bare", "cpu", "ratio", MS, 1.3),
    Row("chat call; CPU", "chat", "cpu", "ratio", US, 1.5),
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
    Row("1,000 streams, floor: idle; peak memory", "streams", "peak", "more", MIB, 60.0),
    Row("import alone; time", "import", "seconds", "plain", MS, 1.0),
    Row("size without stubs and bytecode", "size", "bytes", "plain", KB, 990.0),
    *(
        Row("%s, floor: %s; CPU" % (name, library), "adapters/" + name, "cpu", "ratio", US, 1.25)
        for name, library in ADAPTERS.items()
    ),
)
