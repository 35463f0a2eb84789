# SPDX-License-Identifier: MIT
"""What runs inside a measured process: one contender, one job, the figures as JSON on standard output.

CPU is this process's own, user and system; the server's is another process. What can wait until after the
measuring is imported then, `json` for one, so that it doesn't count as a contender's memory.
"""

import sys
import time

LARGE = 1 << 30  # bytes
BATCH = 0.005  # CPU seconds: short enough to slip between two disturbances, long enough for the clock


def main() -> None:
    """Do the job named by the arguments: JOB CONTENDER URL PATH SECONDS."""
    job, name, url, path, seconds = sys.argv[1:6]
    client = __import__("contenders." + name, fromlist=["Client"]).Client(url)
    figures = JOBS[job](client, path, float(seconds))
    import json

    print(json.dumps(figures))


def cpu(call: "Callable[[], object]", times: int) -> float:
    """Return the CPU seconds that one call takes, as the mean over a batch."""
    start = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - start) / times


def batches(call: "Callable[[], Any]", seconds: float, mean: "Mean" = cpu) -> "list[float]":
    """Measure batches of a call, at least two, until so many seconds are spent; `mean` says how one is."""
    times = int(BATCH / mean(call, 1)) + 1
    samples, end = [mean(call, times)], time.process_time() + seconds
    while len(samples) < 2 or time.process_time() < end:
        samples.append(mean(call, times))
    return samples


def chat(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the chat call, once warm."""
    import answers

    for _ in range(20):
        expect(client.chat() == answers.TEXT)
    return {"cpu": batches(client.chat, seconds)}


def stream(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure one chunk of a stream, its share of the call included."""
    import answers

    expect(client.stream() == answers.STREAMED)
    return {"cpu": [sample / answers.EVENTS for sample in batches(client.stream, seconds)]}


def live(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure one chunk of a stream that is put together as it comes, every event looked at."""
    import answers

    expect(client.live() == answers.STREAMED)
    return {"cpu": [sample / answers.EVENTS for sample in batches(client.live, seconds)]}


def partial(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure how much more partial JSON costs when the text is twice as long: read after every 4 characters."""
    import answers

    single, double = answers.partial(200_000), answers.partial(400_000)
    expect(client.partial(single) and client.partial(double))
    times = [(cpu(lambda: client.partial(double), 1), cpu(lambda: client.partial(single), 1)) for _ in range(5)]
    return {"doubling": [min(twice for twice, _ in times) / min(once for _, once in times)]}


def embeddings(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the way from the call to lists of floats."""
    import answers

    vectors = client.embeddings()
    expect(len(vectors) == answers.VECTORS)
    expect(all(type(vector) is list and len(vector) == answers.DIMENSIONS for vector in vectors))
    expect(type(vectors[-1][-1]) is float)
    del vectors
    return {"cpu": batches(client.embeddings, seconds)}


def upload(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure uploads, and by how much they raise the peak of memory after a first call."""
    sent = []
    client.chat()
    reset_peak()
    before = peak()
    samples = batches(lambda: sent.append(client.upload(path)), seconds)
    growth = peak() - before
    import os

    expect(min(sent) > os.path.getsize(path))
    return {"cpu": samples, "growth": [growth]}


def memory(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the peak of memory after a first call."""
    client.chat()
    return {"peak": [peak()]}


def parts(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the peak of memory of an upload of 1 GB in parts; the file beside `path` has no blocks on disk."""
    large = path + ".large"
    with open(large, "wb") as file:
        file.truncate(LARGE)
    client.upload_in_parts(large)
    return {"peak": [peak()]}


def expect(done: bool) -> None:
    """Refuse figures for work that was not done."""
    if not done:
        raise SystemExit("the answer is not what the server sent")


def reset_peak() -> None:
    """Let the peak of memory begin anew at what is in use now, where the system can."""
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass


def peak() -> int:
    """Return the peak of resident memory in bytes.

    Not `ru_maxrss` where it can be helped: on Linux it starts with the peak of the process that started us.
    """
    try:
        with open("/proc/self/status") as file:
            status = file.read()
        return int(status.partition("VmHWM:")[2].split(None, 1)[0]) * 1024
    except OSError:
        import resource

        size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return size if sys.platform == "darwin" else size * 1024


JOBS = {
    "chat": chat,
    "stream": stream,
    "live": live,
    "partial": partial,
    "embeddings": embeddings,
    "upload": upload,
    "memory": memory,
    "parts": parts,
}

TYPE_CHECKING = False  # `typing` itself would count as memory
if TYPE_CHECKING:
    from typing import Any, Callable

    Mean = Callable[[Callable[[], Any], int], float]
