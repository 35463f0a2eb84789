# SPDX-License-Identifier: MIT
"""How the throughput of an engine grows with its workers: `python benchmarks/engines.py processes ray dask spark`.

The server responds after 200 ms, and each worker makes 16 calls at once, so one could do 80 rows a second. A row of
the table is an engine with a number of workers: rows per second, and the part of what the workers could do. The time is
that of a job on a cluster that has already done one. Ray starts its workers for each job, which counts. `processes` is
the ProcessPoolExecutor of the standard library.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Callable, ContextManager, Dict, Iterator, List

Run = Callable[[Any, int], int]

FOLDER = Path(__file__).resolve().parent
RESPONSE_DELAY = 0.2  # seconds that the server waits before each response
CONCURRENCY = 16
PARTITION = 160  # rows that a worker takes at a time: two seconds
PARTITIONS_EACH = 10  # for each worker


def main() -> int:
    """Print a table; the arguments are engines and options."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("engines", nargs="+", choices=sorted(ENGINES), metavar="ENGINE", help=", ".join(ENGINES))
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--run", metavar="URL", help=argparse.SUPPRESS)  # in this process, one number of workers
    arguments = parser.parse_args()
    if arguments.run:
        run_here(arguments.engines[0], arguments.workers[0], arguments.run)
        return 0
    print("| engine | workers | rows per second | of the ideal |\n|---|---|---|---|", flush=True)
    with subprocess.Popen(
        [sys.executable, str(FOLDER / "server.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdout is not None and server.stdin is not None
        url = "http://127.0.0.1:{}/after/{}/v1".format(int(server.stdout.readline()), RESPONSE_DELAY)
        for engine in arguments.engines:
            for workers in arguments.workers:
                measure(engine, workers, url)
        server.stdin.close()
    return 0


def measure(engine: str, workers: int, url: str) -> None:
    """Run an engine in a process of its own, and print its row."""
    path = os.pathsep.join([str(FOLDER.parent), str(FOLDER.parent / "engines")])
    command = [sys.executable, str(FOLDER / "engines.py"), engine, "--workers", str(workers), "--run", url]
    environment = {**os.environ, "PYTHONPATH": path, "OPENAI_BASE_URL": url, "OPENAI_API_KEY": "key"}
    output = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    seconds = [line.split()[1] for line in output.stdout.decode().splitlines() if line.startswith("SECONDS ")]
    if not seconds:
        sys.exit(output.stderr.decode(errors="replace")[-3000:])
    rate = PARTITION * PARTITIONS_EACH * workers / float(seconds[0])
    ideal = workers * CONCURRENCY / RESPONSE_DELAY
    print("| {} | {} | {:.0f} | {:.0%} |".format(engine, workers, rate, rate / ideal), flush=True)


def run_here(engine: str, workers: int, url: str) -> None:
    """Run two jobs, the first to start the processes and their clients, and print the time of the second."""
    from openai_stdlib.helpers.bulk import RowMapper

    mapper = RowMapper(workers=workers, concurrency=CONCURRENCY, endpoint="/v1/chat/completions")
    with ENGINES[engine](mapper) as run:
        run(make_rows(4 * workers), 4 * workers)
        rows = make_rows(workers * PARTITIONS_EACH * PARTITION)
        started_at = time.perf_counter()
        count = run(rows, workers * PARTITIONS_EACH)
        elapsed = time.perf_counter() - started_at
    assert count == len(rows), (count, len(rows))
    print("\nSECONDS {}".format(elapsed), flush=True)


def make_rows(count: int) -> List[Dict[str, Any]]:
    """Return rows of chat completions."""
    body = {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": "Say hello"}]}
    return [{"custom_id": str(number), "body": body} for number in range(count)]


@contextmanager
def run_processes(mapper: Any) -> Iterator[Run]:
    """Yield a function that maps rows with processes of the standard library, and returns the number of records."""

    def run(rows: Any, partitions: int) -> int:
        size = len(rows) // partitions
        batches = [rows[start : start + size] for start in range(0, len(rows), size)]
        return sum(map(len, pool.map(mapper, batches)))

    with ProcessPoolExecutor(mapper.workers, get_context("spawn")) as pool:
        yield run


@contextmanager
def run_ray(mapper: Any) -> Iterator[Run]:
    """Yield such a function for Ray Data."""
    import ray
    from openai_stdlib_engines.ray_data import map_dataset

    ray.init(num_cpus=mapper.workers, include_dashboard=False, log_to_driver=False)

    def run(rows: Any, partitions: int) -> int:
        lines = ray.data.from_items([{"text": json.dumps(row)} for row in rows])
        records = map_dataset(lines, mapper, batch_size=len(rows) // partitions).materialize()
        return sum(1 for _ in records.iter_rows())

    yield run
    ray.shutdown()


@contextmanager
def run_dask(mapper: Any) -> Iterator[Run]:
    """Yield such a function for Dask."""
    import dask.bag
    from distributed import Client, LocalCluster
    from openai_stdlib_engines.dask_collections import map_bag

    def run(rows: Any, partitions: int) -> int:
        return len(map_bag(dask.bag.from_sequence(rows, npartitions=partitions), mapper).compute())

    with LocalCluster(n_workers=mapper.workers, threads_per_worker=1, dashboard_address=None) as cluster:
        with Client(cluster):
            yield run


@contextmanager
def run_spark(mapper: Any) -> Iterator[Run]:
    """Yield such a function for Spark."""
    from openai_stdlib_engines.spark import map_rdd
    from pyspark import SparkContext

    os.environ["PYSPARK_PYTHON"] = sys.executable
    with SparkContext("local[{}]".format(mapper.workers)) as context:
        yield lambda rows, partitions: map_rdd(context.parallelize(rows, partitions), mapper).count()


ENGINES: Dict[str, Callable[[Any], ContextManager[Run]]] = {
    "processes": run_processes, "ray": run_ray, "dask": run_dask, "spark": run_spark,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
