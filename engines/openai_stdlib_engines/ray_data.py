# SPDX-License-Identifier: MIT
"""Rows in a Dataset of Ray Data: `map_dataset`.

The workers of a mapper are actors, each a process with one client. Ray restarts an actor that dies, and does its batch
again. A batch enters the result only as a whole, so no row is lost, and none is there twice.
"""

# pyright: reportMissingImports=false

from __future__ import annotations

import pyarrow
from ray.data import ActorPoolStrategy

from ._rows import map_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

BATCH_SIZE = 256
SCHEMA = pyarrow.schema(
    [
        ("custom_id", pyarrow.string()),
        ("status_code", pyarrow.int32()),
        ("request_id", pyarrow.string()),
        ("body", pyarrow.string()),
        ("error", pyarrow.string()),
    ]
)


class _BatchMapper:
    """What an actor has: it maps a table of rows to a table of records."""

    def __init__(self, mapper: Any) -> None:
        self._mapper = mapper

    def __call__(self, batch: Any) -> Any:
        return pyarrow.Table.from_pylist(list(map_table(self._mapper, batch.to_pylist())), schema=SCHEMA)


def map_dataset(dataset: Any, mapper: Any, *, batch_size: int = BATCH_SIZE, num_cpus: float = 0, **options: Any) -> Any:
    """Return a Dataset of the records of a Dataset of rows, with `mapper.workers` actors.

    `mapper` is a `RowMapper`. Rows are lines of JSON, as `ray.data.read_text` reads them, or have the columns of the
    Batch API with `body` as JSON; with a template, they have its columns. Records have the columns custom_id,
    status_code, request_id, body and error, the last two as JSON. Their order is not that of the rows.

    An actor does `batch_size` rows at a time, which it does again if it dies. `num_cpus` is what Ray reserves for an
    actor: nothing, because it mostly waits, and because actors that have reserved all processors would wait for ever
    for the tasks that read the rows. `options` are further ones of `Dataset.map_batches`.

    The result is lazy, and each use of it makes the calls again: write it, or use its `materialize()`.
    """
    blocks = dataset.repartition(target_num_rows_per_block=batch_size)
    return blocks.map_batches(
        _BatchMapper,
        fn_constructor_args=(mapper,),
        batch_size=batch_size,
        batch_format="pyarrow",
        # One more than it works on: an actor that starts late finds batches that no other one has been given.
        compute=ActorPoolStrategy(size=mapper.workers, max_tasks_in_flight_per_actor=2),
        num_cpus=num_cpus,
        **options,
    )
