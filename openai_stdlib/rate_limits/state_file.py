# SPDX-License-Identifier: MIT
"""`StateFile`: the state of a rate limiter in a small file, which processes lock, read and write in turn.

The operating system releases the lock of a process that ends, and a file that is only half written is an empty one:
its limits are learned again. Nothing here waits: `load` returns False while another process has the lock.
"""

from __future__ import annotations

import json
import os

from ..call.errors import ConfigError, OptionTypeError
from ..call.file_lock import HAS_LOCKS, try_lock, unlock_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    from .state import State

MAGIC = b'{"rate limits of OpenAI clients": 1, '
MAX_SIZE = 4 << 20  # bytes
ADVICE = "; choose a file in a folder where this program may write"


class StateFile:
    """A file at `path`, which is created if it is missing. Raises ConfigError if it cannot be used."""

    def __init__(self, path: Any) -> None:
        if not isinstance(path, (str, os.PathLike)):
            raise OptionTypeError("path: expected a path, got {}".format(type(path).__name__))
        self.path = os.path.abspath(os.fspath(path))  # a later chdir() changes nothing
        self._descriptor = -1
        self._size = 0
        if not HAS_LOCKS:
            raise ConfigError("path: this Python has no file locks; omit it")
        self._guard("open", self._open)
        self._guard("lock", self._check)

    def _guard(self, verb: str, function: Callable[[], Any]) -> Any:
        try:
            return function()
        except (OSError, ValueError) as error:
            self.close()
            if isinstance(error, ConfigError):
                raise
            reason = getattr(error, "strerror", None) or error
            message = "path: cannot {} {!r}: {}{}".format(verb, self.path, reason, ADVICE)
            raise ConfigError(message) from None

    def _open(self) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        self._descriptor = os.open(self.path, flags, 0o600)
        os.set_inheritable(self._descriptor, False)

    def _check(self) -> None:
        """Try the lock, and look whether the file is one of rate limits. Another process may have it now."""
        if try_lock(self._descriptor):
            try:
                self._read()
            finally:
                unlock_file(self._descriptor)

    def _read(self) -> bytes:
        """Return the content of the locked file. Raises ConfigError if it belongs to something else."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        content = os.read(self._descriptor, MAX_SIZE)
        self._size = len(content)
        if content and not content.startswith(MAGIC[: len(content)]):
            raise ConfigError(
                "path: {!r} is no file of rate limits, or one of another version; choose another path".format(self.path)
            )
        return content

    def load(self, state: State) -> bool:
        """Lock the file and read the state from it; return False if another process has locked it."""
        loaded: bool = self._guard("read", lambda: self._load(state))
        return loaded

    def _load(self, state: State) -> bool:
        if self._descriptor < 0:
            self._open()
        if not try_lock(self._descriptor):
            return False
        if self._is_replaced():
            self.close()
            self._open()
            if not try_lock(self._descriptor):
                return False
        content = self._read()
        state.buckets, state.models = {}, {}
        try:
            state.load(json.loads(content.partition(b"\n")[0].decode()))
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):  # empty, or half written
            state.buckets, state.models = {}, {}
        return True

    def _is_replaced(self) -> bool:
        """Return whether the file has been deleted or replaced, so that others use another one."""
        try:
            return not os.path.samestat(os.stat(self.path), os.fstat(self._descriptor))
        except FileNotFoundError:
            return True

    def save(self, state: State) -> None:
        """Write the state and release the lock."""
        if self._descriptor >= 0:
            self._guard("write", lambda: self._save(state))

    def _save(self, state: State) -> None:
        content = MAGIC + json.dumps(state.dump(), separators=(",", ":")).encode()[1:] + b"\n"
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        written = 0
        while written < len(content):
            written += os.write(self._descriptor, content[written:])
        if self._size > len(content):
            os.ftruncate(self._descriptor, len(content))
        unlock_file(self._descriptor)

    def close(self) -> None:
        """Close the file, which releases the lock."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def __del__(self) -> None:
        if getattr(self, "_descriptor", -1) >= 0:
            self.close()
