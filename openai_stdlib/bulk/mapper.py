# SPDX-License-Identifier: MIT
"""`RowMapper`: rows in, records out, for engines that spread work over processes and machines.

A mapper can be pickled, because it has options only. Each process makes one client when its first row arrives, and
keeps it, its connections and what it has learned of the server's limits for all later rows.
"""

from __future__ import annotations

import os
from uuid import uuid4

from ..api import import_name
from ..call.errors import ArgumentError, OptionTypeError
from .adaptive import AdaptiveLimit
from .checks import check_count
from .job import DEFAULT_CONCURRENCY, MAX_CONCURRENCY, BulkJob
from .threads import BulkRecords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, Optional, Tuple

# (process, mapper) -> its client, and its limit of concurrency. A forked child has clients of its own.
_clients: Dict[Tuple[int, str], Tuple[Any, AdaptiveLimit]] = {}


class RowMapper:
    """Maps rows to records of their results, in the same order: one row, a list of rows, or an iterator of rows.

        mapper = RowMapper(workers=4, requests_per_minute=600)
        records = mapper([{"custom_id": "1", "url": "/v1/embeddings", "body": {"model": "m", "input": "Hello"}}])

    Rows and records have the form of the Batch API; a `template` makes rows of other dicts. A dict gives a dict, a list
    a list, and any other iterable an iterator, which takes rows as they are needed. A row that fails, or cannot be
    sent, has a record with its error. After `stop_after` rows that failed one after the other for reasons that may not
    be their own, BulkStopped is raised, so that the engine reports it; None for never.

    `client` is a function that returns an `OpenAI`, such as its class, or one that can be pickled; by default, each
    process makes an `OpenAI()` from its environment. Each call of the mapper makes at most `concurrency`
    calls of the API at once.
    `requests_per_minute` and `tokens_per_minute` are limits for all processes together, of which each keeps to its
    share: an equal part for each of `workers`. The other options are those of `client.bulk`. Engines read the
    attributes `workers`, `template` and `is_limited`.
    """

    def __init__(
        self,
        client: Any = None,
        *,
        concurrency: int = DEFAULT_CONCURRENCY,
        workers: int = 1,
        requests_per_minute: Optional[float] = None,
        tokens_per_minute: Optional[float] = None,
        stop_after: Optional[int] = 20,
        template: Any = None,
        endpoint: Optional[str] = None,
        model: Optional[str] = None,
    ) -> None:
        if client is not None and not callable(client) and not hasattr(client, "_settings"):
            raise OptionTypeError(
                "client: expected an OpenAI, or a function that returns one, got {}".format(type(client).__name__)
            )
        self._client = client
        self._concurrency = check_count("concurrency", concurrency, MAX_CONCURRENCY)
        self.workers: int = check_count("workers", workers)
        self.template: Any = template
        rates = {"requests_per_minute": requests_per_minute, "tokens_per_minute": tokens_per_minute}
        self._rates: Dict[str, float] = {name: rate / self.workers for name, rate in rates.items() if rate is not None}
        self._options: Dict[str, Any] = {
            "stop_after": stop_after, "template": template, "endpoint": endpoint, "model": model,
        }  # fmt: skip
        self._name = uuid4().hex

    @property
    def is_limited(self) -> bool:
        """Whether the workers share limits of requests or tokens per minute."""
        return bool(self._rates)

    def __call__(self, rows: Any) -> Any:
        """Return the records of rows: a dict for a dict, a list for a list, else an iterator. Raises BulkStopped."""
        if isinstance(rows, dict):
            return next(self._iterate([rows]))
        if isinstance(rows, (list, tuple)):
            return list(self._iterate(rows))
        if isinstance(rows, (str, bytes)) or not hasattr(rows, "__iter__"):
            raise ArgumentError(
                "rows: expected a row, a list or an iterator of rows, got {}".format(type(rows).__name__)
            )
        return self._iterate(rows)

    def _iterate(self, rows: Any) -> Iterator[Dict[str, Any]]:
        client, limit = self._open()
        job = BulkJob(client, rows, None, ordered=True, skip_invalid=True, adaptive=limit, **self._options)
        with BulkRecords(job) as records:
            yield from records

    def _open(self) -> Tuple[Any, AdaptiveLimit]:
        """Return the client of this process, and its limit."""
        key = os.getpid(), self._name
        if key not in _clients:
            client = self._make_client()
            if self._rates:
                limiter = import_name("rate_limits." + "limiter", "RateLimiter")(**self._rates)
                client = client.with_options(rate_limiter=limiter)
            _clients.setdefault(key, (client, AdaptiveLimit(self._concurrency)))
        return _clients[key]

    def _make_client(self) -> Any:
        client: Any = self._client
        if client is None or isinstance(client, type) or not hasattr(client, "_settings"):
            client = (client or import_name("client.clients", "OpenAI"))()
        if not hasattr(client, "_settings") or client._is_async:
            raise OptionTypeError(
                "client: expected an OpenAI, got {}; an engine calls mappers without an event loop".format(
                    type(client).__name__
                )
            )
        return client


def map_rows(rows: Any, client: Any = None, **options: Any) -> Any:
    """Return the records of rows, as a `RowMapper` with these options does; for a single use."""
    return RowMapper(client, **options)(rows)
