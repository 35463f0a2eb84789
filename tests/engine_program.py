# SPDX-License-Identifier: MIT
"""A program that maps rows on a local cluster of an engine, with several processes; tests/test_engines.py runs it.

The arguments are ENGINE URL FOLDER. It writes results.json into the folder: the records of each scenario, or the error.
In the scenarios "killed" and "killed_frame", a worker kills its own process once, in the middle of its rows. Processes
send their ids in a header.
"""

import json
import os
import signal
import sys
from functools import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List

WORKERS = 2
COUNT = 60  # rows of a scenario
PARTITION = 10  # rows
LIMIT = 40  # calls per minute of all processes in the scenario "limiter"
VICTIM = 17  # the number of the row after whose call the process is killed


def make_client(url: str, key: str = "key") -> "Any":
    """Return a client that tells the server the id of its process. Each response takes 50 ms."""
    from openai_stdlib import OpenAI

    headers = {"X-Worker": str(os.getpid()), "X-Embedded-Fault": "stall=0.05"}
    return OpenAI(base_url=url, api_key=key, environment=False, max_retries=0, default_headers=headers)


def make_limited_client(url: str, path: str) -> "Any":
    """Return a client with the limiter that all processes share. A call that would have to wait for long fails."""
    from openai_stdlib import RateLimiter

    return make_client(url).with_options(rate_limiter=RateLimiter(LIMIT, path=path, max_wait=0.5))


def make_mapper(url: str, key: str = "key", **options: "Any") -> "Any":
    """Return a mapper with a client of `make_client`."""
    from openai_stdlib import RowMapper

    return RowMapper(partial(make_client, url, key), workers=WORKERS, concurrency=2, **options)


class KillingMapper:
    """A mapper that kills its process after the call of a row, unless a file shows that this has been done."""

    def __init__(self, mapper: "Any", folder: str, scenario: str) -> None:
        self.mapper, self.victim = mapper, "{} {}".format(scenario, VICTIM)
        self.marker = os.path.join(folder, "marker of " + scenario)
        self.workers, self.template, self.is_limited = mapper.workers, mapper.template, mapper.is_limited

    def __call__(self, rows: "Any") -> "Any":
        return list(self.iterate(rows)) if isinstance(rows, list) else self.iterate(rows)

    def iterate(self, rows: "Any") -> "Iterator[Dict[str, Any]]":
        """Yield the records of rows."""
        for record in self.mapper(iter(rows)):
            if record["custom_id"] == self.victim:
                try:
                    os.close(os.open(self.marker, os.O_CREAT | os.O_EXCL))
                except FileExistsError:
                    pass
                else:
                    os.kill(os.getpid(), signal.SIGKILL)
            yield record


class Scenarios:
    """The rows of each scenario, and its mapper."""

    def __init__(self, url: str, folder: str) -> None:
        self.url, self.folder = url, folder
        self.wrong_key = make_mapper(url, "wrong")
        self.limited = make_mapper(url, requests_per_minute=600)
        self.limited.workers = 1  # fewer than the processes of the cluster
        template = {"custom_id": "{id}", "url": "/v1/embeddings", "body": {"model": "m", "input": "{text}"}}
        self.template = make_mapper(url, template=template)

    def plain(self) -> "Any":
        """Return a mapper without options."""
        return make_mapper(self.url)

    def killing(self, name: str) -> "Any":
        """Return a mapper that kills its process once."""
        return KillingMapper(self.plain(), self.folder, name)

    def rows(self, name: str, count: int = COUNT) -> "List[Dict[str, Any]]":
        """Return rows of embeddings; each second one has a field more."""
        return [
            {
                "custom_id": "{} {}".format(name, number),
                "url": "/v1/embeddings",
                "body": {"model": "m", "input": "{} {}".format(name, number), **({"user": "u"} if number % 2 else {})},
            }
            for number in range(count)
        ]

    def texts(self, name: str, count: int = COUNT) -> "List[Dict[str, Any]]":
        """Return the rows with their bodies as JSON."""
        return [{**row, "body": json.dumps(row["body"])} for row in self.rows(name, count)]

    def values(self, name: str) -> "List[Dict[str, Any]]":
        """Return rows for the template."""
        return [{"id": "{} {}".format(name, n), "text": "{} {}".format(name, n)} for n in range(4)]

    def file(self, name: str) -> str:
        """Write the rows as JSON Lines, in several files, and return the folder."""
        folder = os.path.join(self.folder, name)
        os.mkdir(folder)
        rows = self.rows(name)
        for start in range(0, len(rows), PARTITION):
            with open(os.path.join(folder, "{:03}.jsonl".format(start)), "w") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows[start : start + PARTITION])
        return folder


def attempt(function: "Callable[[], Any]") -> "Dict[str, Any]":
    """Return the records that a function returns, or the text of its error."""
    try:
        return {"records": function()}
    except Exception as error:
        return {"error": "{}: {}".format(type(error).__name__, error)}


def run_processes(case: Scenarios) -> "Dict[str, Any]":
    """Run the scenarios with the processes of the standard library, as docs/engines.md shows it."""
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    from openai_stdlib import RateLimitWaitError, RowMapper

    def run(rows: "Any", mapper: "Any") -> "Any":
        records: Dict[str, Any] = {}
        for _ in range(3):
            missing = [row for row in rows if row["custom_id"] not in records]
            batches = [missing[start : start + PARTITION] for start in range(0, len(missing), PARTITION)]
            try:
                with ProcessPoolExecutor(WORKERS, get_context("spawn")) as pool:
                    for future in as_completed([pool.submit(mapper, batch) for batch in batches]):
                        records.update((record["custom_id"], record) for record in future.result())
            except BrokenProcessPool:
                pass
        return flatten(records.values())

    def run_limited(rows: "Any", mapper: "Any") -> "Any":
        batches = [rows[start : start + PARTITION] for start in range(0, len(rows), PARTITION)]
        with ProcessPoolExecutor(WORKERS, get_context("spawn")) as pool:
            errors = [future.exception() for future in [pool.submit(mapper, batch) for batch in batches]]
        return [isinstance(error, RateLimitWaitError) for error in errors if error is not None]

    limiter = partial(make_limited_client, case.url, os.path.join(case.folder, "limits.json"))
    return {
        "killed": attempt(lambda: run(case.rows("killed"), case.killing("killed"))),
        "limiter": attempt(lambda: run_limited(case.rows("limiter"), RowMapper(limiter, concurrency=2))),
        "wrong_key": attempt(lambda: run(case.rows("wrong_key"), case.wrong_key)),
    }


def run_ray(case: Scenarios) -> "Dict[str, Any]":
    """Run the scenarios on Ray Data."""
    import ray
    from openai_stdlib_engines.ray_data import map_dataset

    ray.init(num_cpus=WORKERS, include_dashboard=False, log_to_driver=False)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False

    def run(dataset: "Any", mapper: "Any") -> "Callable[[], Any]":
        return lambda: map_dataset(dataset, mapper, batch_size=PARTITION).materialize().take_all()

    return {
        "killed": attempt(run(ray.data.read_text(case.file("killed")), case.killing("killed"))),
        "columns": attempt(run(ray.data.from_items(case.texts("columns", 4)), case.plain())),
        "structs": attempt(run(ray.data.from_items(case.rows("structs", 4)), case.plain())),
        "template": attempt(run(ray.data.from_items(case.values("template")), case.template)),
        "wrong_key": attempt(run(ray.data.from_items(case.texts("wrong_key")), case.wrong_key)),
    }


def run_dask(case: Scenarios) -> "Dict[str, Any]":
    """Run the scenarios on Dask."""
    import dask.bag
    import dask.dataframe
    import pandas
    from distributed import Client, LocalCluster
    from openai_stdlib_engines.dask_collections import map_bag, map_dataframe

    def frame(rows: "Any", npartitions: int = 2) -> "Any":
        return dask.dataframe.from_pandas(pandas.DataFrame(rows), npartitions=npartitions)

    def run(frame: "Any", mapper: "Any") -> "Callable[[], Any]":
        return lambda: read_frame(map_dataframe(frame, mapper).compute())

    def read_frame(records: "Any") -> "Any":
        objects = records.astype(object)
        return objects.where(objects.notna(), None).to_dict("records")

    lines = dask.bag.read_text(os.path.join(case.file("killed"), "*.jsonl"))
    killed_frame = frame(case.texts("killed_frame"), COUNT // PARTITION)
    bag = dask.bag.from_sequence(case.rows("structs", 4), npartitions=2)
    with LocalCluster(
        n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, local_directory=case.folder
    ) as cluster, Client(cluster):
        return {
            "killed": attempt(lambda: flatten(map_bag(lines, case.killing("killed")).compute())),
            "killed_frame": attempt(run(killed_frame, case.killing("killed_frame"))),
            "columns": attempt(run(frame(case.texts("columns", 4)), case.plain())),
            "structs": attempt(lambda: flatten(map_bag(bag, case.plain()).compute())),
            "template": attempt(run(frame(case.values("template")), case.template)),
            "wrong_key": attempt(run(frame(case.texts("wrong_key")), case.wrong_key)),
            "limited": attempt(lambda: map_bag(bag, case.limited)),
        }


def run_spark(case: Scenarios) -> "Dict[str, Any]":
    """Run the scenarios on Spark."""
    from openai_stdlib_engines.spark import map_dataframe, map_rdd
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder: Any = SparkSession.builder
    spark = (
        builder.master("local-cluster[{},1,1024]".format(WORKERS))
        .config("spark.ui.enabled", "false")
        .config("spark.local.dir", case.folder)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    context = spark.sparkContext
    context.setLogLevel("OFF")
    partitions = COUNT // PARTITION

    def run(frame: "Any", mapper: "Any") -> "Callable[[], Any]":
        def collect() -> "Any":
            records = map_dataframe(frame, mapper)
            records.count()  # a use before, which must not make the calls a second time
            return [row.asDict() for row in records.collect()]

        return collect

    def frame(rows: "Any", schema: str) -> "Any":
        return spark.createDataFrame([tuple(row.values()) for row in rows], schema)

    columns = "custom_id string, url string, body string"
    structs = "custom_id string, url string, body struct<model: string, input: string, user: string>"
    rows = [{**row, "body": tuple({"user": None, **row["body"]}[name] for name in ("model", "input", "user"))}
            for row in case.rows("structs", 4)]  # fmt: skip
    lines_frame = spark.read.text(case.file("killed_frame")).repartition(partitions)
    lines = context.textFile(case.file("killed"), partitions)
    return {
        "killed": attempt(lambda: flatten(map_rdd(lines, case.killing("killed")).collect())),
        "killed_frame": attempt(run(lines_frame, case.killing("killed_frame"))),
        "columns": attempt(run(frame(case.texts("columns", 4), columns), case.plain())),
        "structs": attempt(run(frame(rows, structs), case.plain())),
        "template": attempt(run(frame(case.values("template"), "id string, text string"), case.template)),
        "wrong_key": attempt(run(frame(case.texts("wrong_key"), columns), case.wrong_key)),
        "limited": attempt(lambda: map_rdd(lines, case.limited)),
    }


def flatten(records: "Any") -> "Any":
    """Return records of the Batch API's form as rows of a table."""
    from openai_stdlib_engines._rows import flatten_record

    return [flatten_record(record) for record in records]


if __name__ == "__main__":
    engine, url, folder = sys.argv[1:]
    engines = {"processes": run_processes, "ray": run_ray, "dask": run_dask, "spark": run_spark}
    results = engines[engine](Scenarios(url, folder))
    with open(os.path.join(folder, "results.json"), "w") as file:
        json.dump(results, file)
