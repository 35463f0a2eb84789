# SPDX-License-Identifier: MIT
"""The program in Pyodide that does what test_pyodide.py asks: run programs, and send requests with `FetchTransport`.

Messages are pickles in base64, one a line: `(number, operation, argument)` from the test, `(number, kind, value)` back.
The host sets `PACKAGE` and `write_line`.
"""

# ruff: noqa: F821

from __future__ import annotations

import asyncio
import base64
import importlib
import pickle
import sys
import traceback
from types import SimpleNamespace
from typing import Any, Dict, Iterator, Tuple

sys.path.insert(0, "/library")
tasks: Dict[int, Any] = {}
responses: Dict[int, Any] = {}


class Body:
    """A body that can be iterated again, and may raise an exception after its chunks."""

    def __init__(self, chunks: Tuple[bytes, ...], failure: Any, length: int) -> None:
        self.chunks, self.failure, self.length = chunks, failure, length

    def __iter__(self) -> Iterator[bytes]:
        yield from self.chunks
        if self.failure is not None:
            raise self.failure


def answer(number: int, kind: str, value: Any = None) -> None:
    """Send a message to the test."""
    write_line(base64.b64encode(pickle.dumps((number, kind, value))).decode())  # type: ignore[name-defined]


def describe(error: BaseException) -> Dict[str, Any]:
    """Return what the test needs to know about an exception."""
    base = next(cls for cls in type(error).__mro__ if cls.__module__ in ("builtins", "_ssl", "ssl"))
    return {
        "base": (base.__module__.strip("_"), base.__name__),
        "name": type(error).__name__,
        "text": str(error),
        "is_retryable": getattr(error, "is_retryable", None),
        "traceback": traceback.format_exc(),
    }


def handle(line: str) -> None:
    """Start what one message asks for; called by the host."""
    number, operation, argument = pickle.loads(base64.b64decode(line))
    if operation == "cancel":
        if number in tasks:
            tasks[number].cancel()
        return
    tasks[number] = asyncio.ensure_future(perform(number, OPERATIONS[operation], argument))


async def perform(number: int, operation: Any, argument: Any) -> None:
    """Do what a message asks for, and send its result."""
    try:
        answer(number, "result", await operation(number, argument))
    except asyncio.CancelledError:
        answer(number, "cancelled")
    except BaseException as error:
        answer(number, "error", describe(error))
    finally:
        del tasks[number]


async def run(number: int, argument: Any) -> Any:
    """Run a program: its function `main` gets the arguments, and `emit`, which sends a value at once."""
    source, arguments = argument
    scope: Dict[str, Any] = {"emit": lambda value: answer(number, "event", value), "library": importlib.import_module}
    exec(compile(source, "<program>", "exec"), scope)
    return await scope["main"](**arguments)


async def send(number: int, argument: Any) -> Any:
    """Send a request; its response has the number of the message."""
    method, url, headers, body, timeout = argument
    module = importlib.import_module(PACKAGE + ".transport.fetch_transport")  # type: ignore[name-defined]
    body = Body(*body) if isinstance(body, tuple) else body
    fields = ("connect", "read", "write", "pool", "deadline")
    request = SimpleNamespace(
        method=method, url=url, headers=headers, body=body, timeout=SimpleNamespace(**dict(zip(fields, timeout)))
    )
    status, pairs, *responses[number] = await module.FetchTransport().send(request)
    return status, pairs


async def read(number: int, response: int) -> Any:
    """Read the next chunk of a response; None at its end."""
    async for chunk in responses[response][0]:
        return chunk
    return None


async def close(number: int, response: int) -> None:
    """Close a response."""
    await responses[response][1]()


OPERATIONS = {"run": run, "send": send, "read": read, "close": close}
