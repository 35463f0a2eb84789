# SPDX-License-Identifier: MIT
"""Rows in a DataFrame or an RDD of Spark: `map_dataframe` and `map_rdd`.

Each Python process of an executor makes one client. If a process or an executor dies, Spark does its partition again,
as often as spark.task.maxFailures says (`local[…]` never does). Only the records of a complete partition are used, so
no row is lost, and none is there twice.
"""

# pyright: reportMissingImports=false

from __future__ import annotations

from functools import partial
from itertools import islice

from pyspark import StorageLevel

from ._rows import check_workers, map_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator

SCHEMA = "custom_id string, status_code int, request_id string, body string, error string"
BATCH_SIZE = 100  # records that a process hands over at once


def map_dataframe(dataframe: Any, mapper: Any, *, persist: bool = True) -> Any:
    """Return a DataFrame of the records of a DataFrame of rows.

    `mapper` is a `RowMapper`. Rows are lines of JSON, as `spark.read.text` reads them, or have the columns of the Batch
    API with `body` as JSON; with a template, they have its columns. Records have the columns custom_id, status_code,
    request_id, body and error, the last two as JSON. Python needs pyarrow and pandas on each machine.

    The result is lazy. So that a second use of it doesn't make the calls again, Spark keeps it on the disks of the
    executors, unless `persist` is False. If an executor is lost, so is what it kept: write the result early.
    Raises ValueError if the mapper has limits for fewer workers than tasks can run at once.
    """
    _check_cluster(mapper, getattr(dataframe.sparkSession, "sparkContext", None))
    records = dataframe.mapInArrow(partial(_map_batches, mapper), SCHEMA)
    return records.persist(StorageLevel.DISK_ONLY) if persist else records


def map_rdd(rdd: Any, mapper: Any, *, persist: bool = True) -> Any:
    """Return an RDD of the records of an RDD of rows, in the same order.

    Rows are dicts in the form of the Batch API, or lines of JSON, as `SparkContext.textFile` reads them; with a
    template, dicts or lines with its columns. Records are dicts in the form of the Batch API, whose `id` counts within
    the partition. All else is as in `map_dataframe`.
    """
    _check_cluster(mapper, rdd.context)
    records = rdd.mapPartitions(mapper)
    return records.persist(StorageLevel.DISK_ONLY) if persist else records


def _map_batches(mapper: Any, batches: Any) -> Iterator[Any]:
    import pyarrow

    schema = None
    records = map_table(mapper, (row for batch in batches for row in batch.to_pylist()))
    while True:
        rows = list(islice(records, BATCH_SIZE))
        if not rows:
            return
        if schema is None:
            text = pyarrow.string()
            types = {"status_code": pyarrow.int32()}
            schema = pyarrow.schema([(name, types.get(name, text)) for name in rows[0]])
        yield pyarrow.RecordBatch.from_pylist(rows, schema=schema)


def _check_cluster(mapper: Any, context: Any) -> None:
    if context is not None:  # Spark Connect has none
        check_workers(mapper, context.defaultParallelism, "limit the cores of the application")
