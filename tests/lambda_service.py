# SPDX-License-Identifier: MIT
"""The part of AWS Lambda that a runtime sees: the Runtime API over HTTP, and a process that runs the runtime client."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import time
import uuid
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from .threaded_server import Handler, ThreadedServer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Sequence

API = "/2018-06-01/runtime/"
STEP_TIMEOUT = 60  # seconds for what a runtime does next
DEADLINE_MS = 60_000  # of invocations for which no test limits the time


class Report(NamedTuple):
    """What a runtime has sent: `kind` is "response", "error" or "init/error"; `id` is that of the invocation."""

    kind: str
    id: str
    body: bytes
    headers: dict[str, str]

    def json(self) -> Any:
        return json.loads(self.body)


class RuntimeAPI(ThreadedServer):
    """The Runtime API of one execution environment: hands out invocations, and keeps what the runtime reports."""

    def __init__(self) -> None:
        super().__init__(RuntimeAPIHandler)
        self.invocations: queue.Queue[Any] = queue.Queue()
        self.reports: queue.Queue[Report] = queue.Queue()
        self.waiting: queue.Queue[str] = queue.Queue()  # what the runtime waits for, each time it does
        self.chunks: queue.Queue[bytes] = queue.Queue()  # of streamed responses, as they arrive

    @property
    def address(self) -> str:
        return urlsplit(self.base_url).netloc

    def __exit__(self, *args: Any) -> None:
        self.invocations.put(None)
        super().__exit__(*args)


class RuntimeAPIHandler(Handler):
    """Handler of the Runtime API."""

    server: RuntimeAPI

    def do_GET(self) -> None:
        name = self.path[len(API) :]
        assert self.path.startswith(API) and name in ("invocation/next", "restore/next"), self.path
        self.server.waiting.put(name)
        if name == "restore/next":
            self.answer(200, b"", {})
            return
        invocation = self.server.invocations.get()
        if invocation is None:  # the environment is being shut down
            self.close_connection = True
            return
        body, headers = invocation
        self.answer(200, body, headers)

    def do_POST(self) -> None:
        assert self.path.startswith(API), self.path
        parts = self.path[len(API) :].split("/")
        if (self.headers["Transfer-Encoding"] or "").lower() == "chunked":
            body = self.read_chunks()
        else:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        invocation_id = parts.pop(1) if parts[0] == "invocation" else ""
        kind = parts[-1] if invocation_id else "/".join(parts)
        self.server.reports.put(Report(kind, invocation_id, body, dict(self.headers.items())))
        self.answer(202, b'{"status": "OK"}', {"Content-Type": "application/json"})

    def read_chunks(self) -> bytes:
        """Return a chunked body; its trailers are kept as header fields."""
        body = b""
        while True:
            size = int(self.rfile.readline(), 16)
            if not size:
                break
            chunk = self.rfile.read(size)
            self.server.chunks.put(chunk)
            body += chunk
            assert self.rfile.readline() == b"\r\n"
        for line in iter(self.rfile.readline, b"\r\n"):
            name, _, value = line.decode().partition(":")
            self.headers[name] = value.strip()
        return body

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class Runtime:
    """A process that runs a function, in AWS's runtime client or another program, as Lambda starts it."""

    def __init__(
        self, api: RuntimeAPI, folder: Path, log: Path, variables: dict[str, str], prefix: Sequence[str] = ()
    ) -> None:
        self.api = api
        self._log = log
        variables = {"_HANDLER": "handler.lambda_handler", **variables}
        version = "{}.{}".format(*sys.version_info)
        environment = {
            "PATH": os.environ["PATH"],
            "AWS_EXECUTION_ENV": "AWS_Lambda_python" + version,
            "AWS_LAMBDA_FUNCTION_NAME": "function",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
            "AWS_LAMBDA_RUNTIME_API": api.address,
            "LAMBDA_TASK_ROOT": str(folder),
            "TZ": ":UTC",
            **variables,
        }
        wrapper = [variables["AWS_LAMBDA_EXEC_WRAPPER"]] if "AWS_LAMBDA_EXEC_WRAPPER" in variables else []
        options = variables.pop("PYTHON_OPTIONS", "").split()
        with log.open("wb") as file:
            self._process = subprocess.Popen(
                [*prefix, *wrapper, sys.executable, *options, "-m", "awslambdaric", variables["_HANDLER"]],
                cwd=str(folder),
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            )

    def __enter__(self) -> Runtime:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait(STEP_TIMEOUT)

    @property
    def output(self) -> str:
        """What the process has printed; in Lambda, that is in the log of the function."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def wait_for(self, name: str) -> None:
        """Wait until the runtime waits, such as for "invocation/next". Fails with its output if it ends before."""
        assert self._get(self.api.waiting) == name, self.output

    def invoke(self, event: Any, milliseconds: int = DEADLINE_MS) -> Report:
        """Send an event to the function, which has so many milliseconds, and return what the runtime reports."""
        invocation_id = self.send(event, milliseconds)
        report = self.next_report()
        assert report.id == invocation_id
        return report

    def send(self, event: Any, milliseconds: int = DEADLINE_MS) -> str:
        """Send an event to the function; return the id of the invocation."""
        invocation_id = str(uuid.uuid4())
        headers = {
            "Content-Type": "application/json",
            "Lambda-Runtime-Aws-Request-Id": invocation_id,
            "Lambda-Runtime-Deadline-Ms": str(int(time.time() * 1000) + milliseconds),
            "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:eu-west-1:123456789012:function:function",
            "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1",
        }
        body = event if isinstance(event, bytes) else json.dumps(event).encode()
        self.api.invocations.put((body, headers))
        return invocation_id

    def call(self, event: Any, milliseconds: int = DEADLINE_MS) -> tuple[int, Any]:
        """Return status and content of the response to an event."""
        report = self.invoke(event, milliseconds)
        assert report.kind == "response", (report, self.output)
        response = report.json()
        assert response["headers"] == {"content-type": "application/json"} and response["isBase64Encoded"] is False
        return response["statusCode"], json.loads(response["body"])

    def next_report(self) -> Report:
        report: Report = self._get(self.api.reports)
        return report

    def next_chunk(self) -> bytes:
        """Return the next chunk of a response that is streamed."""
        chunk: bytes = self._get(self.api.chunks)
        return chunk

    def freeze(self) -> None:
        """Stop the process between two invocations, as Lambda does."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def wait(self) -> int:
        """Wait for the end of the process; return its exit code."""
        return self._process.wait(STEP_TIMEOUT)

    def _get(self, source: queue.Queue[Any]) -> Any:
        """Return the next item of a queue. Fails if the process has ended, or takes too long."""
        expires_at = time.monotonic() + STEP_TIMEOUT
        while time.monotonic() < expires_at:
            has_ended = self._process.poll() is not None  # what it has sent before is in the queue
            try:
                return source.get(timeout=0.1)
            except queue.Empty:
                if has_ended:
                    break
        raise AssertionError(self.output)
