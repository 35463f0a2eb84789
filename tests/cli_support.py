# SPDX-License-Identifier: MIT
"""Run commands of the command line in this process, with standard streams of their own."""

from __future__ import annotations

import io
import os
import socket
import sys
from contextlib import closing, contextmanager
from typing import Any, Iterator

from . import load

KEY = "sk-test-0123456789-abcdefgh"
PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
CHANGED = ("OPENAI_", "NO_COLOR", "TERM", "SSL_CERT")


class Stream(io.TextIOWrapper):
    """A standard stream in memory; it can claim to be a terminal."""

    def __init__(self, data: bytes = b"", is_terminal: bool = False, encoding: str = "utf-8") -> None:
        self.bytes = io.BytesIO(data)
        super().__init__(self.bytes, encoding=encoding, newline="", write_through=True)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    def text(self) -> str:
        return self.bytes.getvalue().decode("utf-8", "replace")


class Console:
    """Runs commands. `environment` are the variables that they see, besides those that have nothing to do with them."""

    def __init__(self) -> None:
        self.environment: dict[str, str] = {}
        self.stdin_is_terminal = self.stdout_is_terminal = self.stderr_is_terminal = False
        self.stdout: Any = None  # a stream in place of the one in memory

    def use(self, server: Any) -> None:
        """Have the commands call a server."""
        self.environment.update(OPENAI_API_KEY=KEY, OPENAI_BASE_URL=server.base_url)

    def run(self, *words: Any, stdin: Any = b"") -> tuple[int, str, str]:
        """Run a command; return its exit code, stdout and stderr."""
        code, out, err = self.run_binary(*words, stdin=stdin)
        return code, out.decode("utf-8", "replace"), err

    def run_binary(self, *words: Any, stdin: Any = b"") -> tuple[int, bytes, str]:
        """Run a command; return its exit code, the bytes of stdout, and stderr."""
        data = stdin.encode() if isinstance(stdin, str) else stdin
        streams = {
            "stdin": Stream(data, self.stdin_is_terminal),
            "stdout": self.stdout or Stream(b"", self.stdout_is_terminal),
            "stderr": Stream(b"", self.stderr_is_terminal),
        }
        main = load("cli").main
        with changed_environment(self.environment):
            before = {name: getattr(sys, name) for name in streams}
            for name, stream in streams.items():
                setattr(sys, name, stream)
            try:
                code = main(list(map(str, words)))
            except SystemExit as error:
                code = error.code  # type: ignore[assignment]
            finally:
                for name, stream in before.items():
                    setattr(sys, name, stream)
        out = b"" if self.stdout else streams["stdout"].bytes.getvalue()
        return code, out, streams["stderr"].text()


@contextmanager
def changed_environment(variables: dict[str, str]) -> Iterator[None]:
    """Set environment variables, and unset others that commands read."""
    before = dict(os.environ)
    for name in before:
        if name.startswith(CHANGED) or name.lower() in PROXY_VARIABLES:
            del os.environ[name]
    os.environ.update({"COLUMNS": "100", **variables})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def closed_port() -> int:
    """Return a port on which nothing listens."""
    with closing(socket.socket()) as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
    return port


def one_line(err: str) -> str:
    """Return the only line of stderr; fail if there are more, as with a traceback."""
    lines = err.splitlines()
    assert len(lines) == 1 and lines[0].startswith("error: "), err
    return lines[0]
