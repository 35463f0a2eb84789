# SPDX-License-Identifier: MIT
"""Rows in a Bag or a DataFrame of Dask: `map_bag` and `map_dataframe`.

Each process of the cluster makes one client. If a process dies, its partitions, also those that it had done and still
held, are done again in another one. A partition enters the result as a whole, so no row is lost, and none is there
twice.
"""

# pyright: reportMissingImports=false

from __future__ import annotations

import dask

from ._rows import COLUMNS, check_workers, map_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def map_bag(bag: Any, mapper: Any) -> Any:
    """Return a Bag of the records of a Bag of rows, in the same order.

    `mapper` is a `RowMapper`. Rows are dicts in the form of the Batch API, or lines of JSON, as `dask.bag.read_text`
    reads them; with a template, dicts or lines with its columns. Records are dicts in the form of the Batch API, whose
    `id` counts within the partition.

    The result is lazy, and each use of it makes the calls again: write it, or use its `persist()`.
    Raises ValueError if the mapper has limits for fewer workers than the cluster has.
    """
    _check_cluster(mapper)
    return bag.map_partitions(_map_partition, mapper)


def map_dataframe(dataframe: Any, mapper: Any) -> Any:
    """Return a DataFrame of the records of a DataFrame of rows, with the same index.

    Rows have the columns of the Batch API with `body` as JSON, or the columns of a template. Records have the columns
    custom_id, status_code, request_id, body and error, the last two as JSON. All else is as in `map_bag`.
    """
    _check_cluster(mapper)
    return dataframe.map_partitions(_map_frame, mapper, meta=_make_frame([], None))


def _map_partition(rows: Any, mapper: Any) -> Any:
    return list(mapper(iter(rows)))  # a process can send a list to another one, but no iterator


def _map_frame(frame: Any, mapper: Any) -> Any:
    values = frame.astype(object)
    rows = values.where(values.notna(), None).to_dict("records")
    return _make_frame(list(map_table(mapper, rows)), frame.index)


def _make_frame(records: Any, index: Any) -> Any:
    import pandas

    frame = pandas.DataFrame(records, columns=list(COLUMNS), index=index)
    return frame.astype({name: "Int64" if name == "status_code" else "string" for name in COLUMNS})


def _check_cluster(mapper: Any) -> None:
    """Compare the workers of the mapper with those of the cluster, if the program has one."""
    if dask.config.get("scheduler", None) not in ("dask.distributed", "distributed"):
        return
    from distributed import get_client

    client = get_client()
    if not client.asynchronous:
        check_workers(mapper, len(client.nthreads()), "start the cluster with fewer workers")
