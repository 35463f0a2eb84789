# SPDX-License-Identifier: MIT
"""Start Pyodide under Node.js, run programs in it, and send requests through its `FetchTransport`."""

from __future__ import annotations

import asyncio
import base64
import builtins
import itertools
import os
import pickle
import queue
import shutil
import ssl
import subprocess
import threading
from concurrent.futures import Future
from pathlib import Path

import pytest

from . import FOLDER, PACKAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

HERE = Path(__file__).parent
START_TIMEOUT = 300  # seconds: on a loaded machine, loading Pyodide takes long
WAIT_TIMEOUT = 60  # seconds for anything that a test waits for


def find_pyodide() -> str:
    """Return the folder of the npm package `pyodide`; skip the test if it or Node.js is missing."""
    folder = os.environ.get("PYODIDE_FOLDER", "")
    reason = "" if shutil.which("node") else "Node.js is not installed"
    if not (Path(folder) / "pyodide.mjs").is_file():
        reason = "PYODIDE_FOLDER is not the folder of the npm package `pyodide`"
    if reason and os.environ.get("NEED_PYODIDE"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    return folder


def find_wheel() -> Path:
    """Return the wheel that tox has built, or skip the test."""
    wheel = Path(os.environ.get("TOX_PACKAGE", ""))
    if wheel.suffix != ".whl" or PACKAGE != "openai_stdlib":
        pytest.skip("TOX_PACKAGE is not a wheel of the package under test")
    return wheel


def suspending_options() -> List[str]:
    """Return the options with which Node.js can suspend a call of WebAssembly (JSPI); none from Node.js 25 on.

    Skip the test if Node.js or Pyodide is missing.
    """
    find_pyodide()
    known = subprocess.run(["node", "--v8-options"], stdout=subprocess.PIPE, check=True, timeout=WAIT_TIMEOUT).stdout
    for option in ("--experimental-wasm-jspi", "--experimental-wasm-stack-switching"):
        if option.encode() in known:
            return [option]
    return []


class ProgramError(Exception):
    """An exception of a program in Pyodide; `details` tells which."""

    def __init__(self, details: Dict[str, Any]) -> None:
        super().__init__(details["traceback"])
        self.details = details


class Run:
    """A program that runs in Pyodide: the values that it emits, and its result."""

    def __init__(self, host: PyodideHost, number: int) -> None:
        self.host, self.number = host, number
        self.events: queue.Queue[Any] = queue.Queue()
        self.future: Future[Any] = Future()

    def event(self) -> Any:
        """Return the next value that the program emits."""
        return self.events.get(timeout=WAIT_TIMEOUT)

    def result(self) -> Any:
        """Return what the program returns. Raises ProgramError."""
        return self.future.result(WAIT_TIMEOUT)

    def cancel(self) -> None:
        """Cancel the task in Pyodide."""
        self.host.write(self.number, "cancel")


class PyodideHost:
    """A process of Node.js with Pyodide and the library: the copy under test, or the wheel `TOX_PACKAGE`."""

    def __init__(self, *options: str, environment: Optional[Dict[str, str]] = None) -> None:
        folder = find_pyodide()
        library = str(FOLDER.parents[PACKAGE.count(".")])
        if PACKAGE == "openai_stdlib" and os.environ.get("TOX_PACKAGE", "").endswith(".whl"):
            library = os.environ["TOX_PACKAGE"]
        command = ["node", *options, str(HERE / "pyodide_host.mjs"), folder, library]
        command += [str(HERE / "pyodide_worker.py"), PACKAGE]
        self.numbers = itertools.count()
        self.runs: Dict[int, Run] = {}
        self.lock = threading.Lock()
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **(environment or {})}
        )
        self.ready: Future[bool] = Future()
        self.reader = threading.Thread(target=self.read_lines, daemon=True)
        self.reader.start()
        try:
            started = self.ready.result(START_TIMEOUT)
        except BaseException:
            started = False
        if not started:
            self.close()
            pytest.fail("Pyodide did not start: see the output of Node.js")

    def read_lines(self) -> None:
        """Pass each message of the process on to what waits for it; runs in a thread."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line == b"ready\n":
                self.ready.set_result(True)
                continue
            number, kind, value = pickle.loads(base64.b64decode(line))
            run = self.runs[number]
            if kind == "event":
                run.events.put(value)
                continue
            del self.runs[number]
            if not run.future.set_running_or_notify_cancel():
                continue
            if kind == "result":
                run.future.set_result(value)
            else:
                run.future.set_exception(ProgramError(value) if kind == "error" else asyncio.CancelledError())
        if not self.ready.done():
            self.ready.set_result(False)
        for run in list(self.runs.values()):
            if not run.future.done():
                run.future.set_exception(RuntimeError("Node.js has ended"))

    def write(self, number: int, operation: str, argument: Any = None) -> None:
        """Send a message to the process."""
        assert self.process.stdin is not None
        line = base64.b64encode(pickle.dumps((number, operation, argument))) + b"\n"
        with self.lock:
            self.process.stdin.write(line)
            self.process.stdin.flush()

    def start(self, operation: str, argument: Any) -> Run:
        """Start an operation of pyodide_worker.py."""
        number = next(self.numbers)
        run = self.runs[number] = Run(self, number)
        self.write(number, operation, argument)
        return run

    def run(self, program: str, **arguments: Any) -> Run:
        """Start a program, whose function `main` gets the arguments."""
        return self.start("run", (program, arguments))

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin is not None and self.process.stdout is not None
        try:
            self.process.stdin.close()
            self.process.wait(WAIT_TIMEOUT)
        finally:
            self.process.kill()
            self.process.wait()
            self.reader.join(WAIT_TIMEOUT)
            self.process.stdout.close()


class RemoteTransport:
    """An async transport whose requests a `FetchTransport` in Pyodide sends."""

    def __init__(self, host: PyodideHost) -> None:
        self.host = host

    async def perform(self, run: Run) -> Any:
        """Wait for a result; raise an exception of a built-in class for one in Pyodide."""
        try:
            return await asyncio.wrap_future(run.future)
        except asyncio.CancelledError:
            run.cancel()
            raise
        except ProgramError as error:
            raise rebuild(error.details) from None

    async def send(self, request: Any) -> Tuple[int, List[Tuple[str, str]], Any, Any]:
        """Send a request from Pyodide."""
        method, url, headers, body, timeout = request
        failure = getattr(body, "failure", None)
        if body is not None and not isinstance(body, bytes):
            body = (body.chunks, failure, body.length)
        run = self.host.start("send", (method, url, headers, body, tuple(timeout)))
        try:
            status, pairs = await self.perform(run)
        except Exception as error:
            if failure is not None and (type(error), str(error)) == (type(failure), str(failure)):
                raise failure from None
            raise
        chunks = RemoteChunks(self, run.number)
        return status, pairs, chunks, chunks.close

    async def aclose(self) -> None:
        """Do nothing, as `FetchTransport` does."""


class RemoteChunks:
    """The body of a response in Pyodide."""

    def __init__(self, transport: RemoteTransport, number: int) -> None:
        self.transport, self.number = transport, number

    def __aiter__(self) -> RemoteChunks:
        return self

    async def __anext__(self) -> bytes:
        chunk = await self.transport.perform(self.transport.host.start("read", self.number))
        if chunk is None:
            raise StopAsyncIteration
        assert isinstance(chunk, bytes)
        return chunk

    async def close(self) -> None:
        """Close the response."""
        await self.transport.perform(self.transport.host.start("close", self.number))


def rebuild(details: Dict[str, Any]) -> BaseException:
    """Return an exception of the built-in class that one in Pyodide was of."""
    module, name = details["base"]
    cls = getattr(ssl if module == "ssl" else builtins, name)
    error: BaseException = cls(details["text"])
    if details["is_retryable"] is not None:
        error.is_retryable = details["is_retryable"]  # type: ignore[attr-defined]
    return error
