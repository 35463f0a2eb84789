# SPDX-License-Identifier: MIT
"""Run the same test with both kinds of clients: functions are called directly, or in an event loop in a thread."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from typing import Any, Callable

from .raw_server import LIMIT


class SyncCalls:
    """Calls functions of the sync client."""

    prefix = ""

    def __call__(self, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """Return the result of a call."""
        return function(*args, **options)

    def start(self, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """Begin a call, and return a future of its result."""
        future: Any = Future()

        def run() -> None:
            try:
                future.set_result(function(*args, **options))
            except BaseException as error:
                future.set_exception(error)

        threading.Thread(target=run, daemon=True).start()
        return future

    def stop(self) -> None:
        """Nothing runs."""


class AsyncCalls(SyncCalls):
    """Calls functions of the async client in an event loop, and awaits what has to be awaited."""

    prefix = "Async"

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def __call__(self, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
        return self.start(function, *args, **options).result(LIMIT)

    def start(self, function: Callable[..., Any], *args: Any, **options: Any) -> Any:
        async def run() -> Any:
            result = function(*args, **options)
            return await result if hasattr(result, "__await__") else result

        return asyncio.run_coroutine_threadsafe(run(), self._loop)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(LIMIT)
        self._loop.close()


def make_calls(kind: str) -> SyncCalls:
    """Return what calls functions of a kind: "sync" or "async"."""
    return AsyncCalls() if kind == "async" else SyncCalls()
