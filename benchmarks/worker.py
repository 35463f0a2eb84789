# SPDX-License-Identifier: MIT
"""Jobs that run in a measured process: one contender, one job, and its figures as JSON on standard output.

CPU is the user and system time of this process; the server is another one. Modules that a job needs only after
measuring, such as `json`, must be imported then, so that they do not count as memory of the contender.
"""

import sys
import time

LARGE_UPLOAD_BYTES = 1 << 30
BATCH_SECONDS = 0.005  # of CPU: short enough to avoid most disturbances, long enough for the clock


def main() -> None:
    """Run a job; the arguments are JOB CONTENDER URL PATH SECONDS."""
    job, name, url, path, seconds = sys.argv[1:6]
    client = __import__("contenders." + name, fromlist=["Client"]).Client(url)
    figures = JOBS[job](client, path, float(seconds))
    import json

    print(json.dumps(figures))


def mean_cpu(call: "Callable[[], object]", times: int) -> float:
    """Return the mean CPU seconds of a call over a batch of `times` calls."""
    start = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - start) / times


def measure_batches(call: "Callable[[], Any]", seconds: float, mean: "Mean" = mean_cpu) -> "list[float]":
    """Return the means of batches of a call, at least two, taken for about `seconds` seconds of CPU."""
    times = int(BATCH_SECONDS / mean(call, 1)) + 1
    samples, end = [mean(call, times)], time.process_time() + seconds
    while len(samples) < 2 or time.process_time() < end:
        samples.append(mean(call, times))
    return samples


def chat(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the chat call after a warm-up."""
    import server_responses

    for _ in range(20):
        expect(client.chat() == server_responses.TEXT)
    return {"cpu": measure_batches(client.chat, seconds)}


def hooked_chat(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the chat call with a hook that does nothing, as a ratio to the call without one."""
    return {"ratio": compare_calls(client.chat, client.watched(on_event=lambda name, fields: None), seconds)}


def compare_calls(plain: "Callable[[], object]", watched: "Callable[[], object]", seconds: float) -> "list[float]":
    """Return the ratio of the CPU of two calls, as their best batches have it. The batches alternate."""
    for _ in range(20):
        plain()
        watched()
    times = int(BATCH_SECONDS / mean_cpu(plain, 10)) + 1
    samples: "list[tuple[float, float]]" = []
    end = time.process_time() + seconds
    while len(samples) < 5 or time.process_time() < end:
        samples.append((mean_cpu(plain, times), mean_cpu(watched, times)))
    return [min(sample[1] for sample in samples) / min(sample[0] for sample in samples)]


def stream(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure one chunk of a stream, including its share of the call."""
    import server_responses

    expect(client.stream() == server_responses.STREAMED_CHARACTERS)
    return {"cpu": [sample / server_responses.EVENTS for sample in measure_batches(client.stream, seconds)]}


def live(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure one chunk of a stream that a helper accumulates, reading every event."""
    import server_responses

    expect(client.live() == server_responses.STREAMED_CHARACTERS)
    return {"cpu": [sample / server_responses.EVENTS for sample in measure_batches(client.live, seconds)]}


def partial(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the factor by which partial JSON gets slower with twice the text; read after every 4 characters."""
    import server_responses

    single, double = server_responses.make_json(200_000), server_responses.make_json(400_000)
    expect(client.partial(single) and client.partial(double))
    times = [
        (mean_cpu(lambda: client.partial(double), 1), mean_cpu(lambda: client.partial(single), 1)) for _ in range(5)
    ]
    return {"doubling": [min(twice for twice, _ in times) / min(once for _, once in times)]}


def embeddings(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure a call that returns embeddings as lists of floats."""
    import server_responses

    vectors = client.embeddings()
    expect(len(vectors) == server_responses.VECTORS)
    expect(all(type(vector) is list and len(vector) == server_responses.DIMENSIONS for vector in vectors))
    expect(type(vectors[-1][-1]) is float)
    del vectors
    return {"cpu": measure_batches(client.embeddings, seconds)}


def upload(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure uploads, and the growth of peak memory over that after a first call."""
    sizes = []
    client.chat()
    reset_peak()
    before = peak_memory()
    samples = measure_batches(lambda: sizes.append(client.upload(path)), seconds)
    growth = peak_memory() - before
    import os

    expect(min(sizes) > os.path.getsize(path))
    return {"cpu": samples, "growth": [growth]}


def memory(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the peak memory after a first call."""
    client.chat()
    return {"peak": [peak_memory()]}


def parts(client: "Any", path: str, seconds: float) -> "dict[str, list[float]]":
    """Measure the peak memory of an upload of 1 GB in parts, from a sparse file beside `path`."""
    large = path + ".large"
    with open(large, "wb") as file:
        file.truncate(LARGE_UPLOAD_BYTES)
    client.upload_in_parts(large)
    return {"peak": [peak_memory()]}


def expect(is_correct: bool) -> None:
    """Exit without figures if a result is not correct."""
    if not is_correct:
        raise SystemExit("the result is not what the server sent")


def reset_peak() -> None:
    """Reset the peak memory to the current use, where the system supports it."""
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass


def peak_memory() -> int:
    """Return the peak of resident memory in bytes.

    `ru_maxrss` is the fallback only: on Linux it includes the peak of the parent process.
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
    "hooked_chat": hooked_chat,
    "stream": stream,
    "live": live,
    "partial": partial,
    "embeddings": embeddings,
    "upload": upload,
    "memory": memory,
    "parts": parts,
}

TYPE_CHECKING = False  # importing `typing` would count as memory
if TYPE_CHECKING:
    from typing import Any, Callable

    Mean = Callable[[Callable[[], Any], int], float]
