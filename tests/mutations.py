# SPDX-License-Identifier: MIT
"""Mutations of valid JSON, and a transport that responds with given bytes, to test how helpers read invalid data."""

from __future__ import annotations

import copy
import json
from typing import Any, Dict, Iterator, List, Tuple

MISSING: Any = object()  # the value is left out
# What a server may send in place of any value.
VALUES: List[Any] = [
    None, True, False, 0, -1, 1.5, "", "x", [], [None], [1], {}, {"x": 1}, 10**400, [[[]]], MISSING,
]  # fmt: skip

JSON = [("Content-Type", "application/json"), ("x-request-id", "req_1")]
EVENTS = [("Content-Type", "text/event-stream"), ("x-request-id", "req_1")]


def iter_paths(value: Any, path: Tuple[Any, ...] = ()) -> Iterator[Tuple[Any, ...]]:
    """Yield the path of each value inside a JSON value."""
    inner: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield path + (key,)
        for nested in iter_paths(item, path + (key,)):
            yield nested


def replace(value: Any, path: Tuple[Any, ...], replacement: Any) -> Any:
    """Return a copy of a JSON value with another value at a path."""
    if not path:
        return copy.deepcopy(replacement)
    changed = copy.copy(value)
    if replacement is MISSING and len(path) == 1:
        del changed[path[0]]
    else:
        changed[path[0]] = replace(value[path[0]], path[1:], replacement)
    return changed


def mutations(value: Any) -> Iterator[Tuple[str, Any]]:
    """Yield a description and the changed copy for each value inside `value`, replaced by each of VALUES."""
    for path in iter_paths(value):
        for replacement in VALUES:
            shown = "missing" if replacement is MISSING else json.dumps(replacement)[:20]
            yield "{} = {}".format(path, shown), replace(value, path, replacement)


class CannedTransport:
    """Transport that responds to each request with the next body, and to all further ones with the last."""

    def __init__(self, headers: Any, *bodies: Any) -> None:
        self.headers = headers
        self.bodies = [body if isinstance(body, bytes) else json.dumps(body).encode("utf-8") for body in bodies]
        self.requests: List[Dict[str, Any]] = []

    def send(self, request: Any) -> Any:
        """Return the next response."""
        self.requests.append(json.loads(request.body) if request.body else {})
        body = self.bodies.pop(0) if len(self.bodies) > 1 else self.bodies[0]
        return 200, self.headers, iter((body,)), lambda: None

    def close(self) -> None:
        """Do nothing."""


class AsyncCannedTransport(CannedTransport):
    """The same for the async client."""

    async def send(self, request: Any) -> Any:  # type: ignore[override]
        """Return the next response."""
        status, headers, chunks, _ = super().send(request)

        async def iterate() -> Any:
            for chunk in chunks:
                yield chunk

        async def close() -> None:
            return

        return status, headers, iterate(), close

    async def close(self) -> None:  # type: ignore[override]
        """Do nothing."""

    aclose = close


def encode_events(items: Any, done: bool = True) -> bytes:
    """Encode items as server-sent events. A text is the raw lines of an event."""
    lines = [item if isinstance(item, str) else "data: " + json.dumps(item) for item in items]
    return "".join(line + "\n\n" for line in lines + ["data: [DONE]"] * done).encode("utf-8")
