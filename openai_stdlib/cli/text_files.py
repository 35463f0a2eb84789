# SPDX-License-Identifier: MIT
"""Read and write the files that commands name: of a bounded size, never a directory, never half-written."""

from __future__ import annotations

import os
import sys

from ..call.errors import OpenAIError
from .failures import UsageError
from .terminal import decode_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterable, Union

MAX_FILE = 512 * 1024 * 1024  # bytes


class FileError(OpenAIError):
    """A file that an argument names cannot be read or written."""

    def __init__(self, argument: str, path: str, error: Any, what: str = "cannot read") -> None:
        reason = getattr(error, "strerror", None) or str(error)
        step = "check the path and its permissions" if what == "cannot read" else "choose another place"
        if isinstance(error, IsADirectoryError) or os.path.isdir(path):
            reason, step = "it is a directory", "give a file"
        super().__init__("{}: {} {}: {}; {}".format(argument, what, path, reason, step))


def read_file(path: str, argument: str, limit: int = MAX_FILE) -> bytes:
    """Return the content of a file, or of standard input for "-". Raises FileError, which names the argument."""
    try:
        if path == "-":
            data: bytes = sys.stdin.buffer.read(limit + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise FileError(argument, path, error) from None
    if len(data) > limit:
        raise FileError(argument, path, "it has more than {:,} bytes".format(limit))
    return data


def read_stdin(argument: str = "standard input") -> str:
    """Return all text from standard input. Raises UsageError if it is not text, FileError if it cannot be read."""
    if not hasattr(sys.stdin, "buffer"):  # replaced by a program
        return str(sys.stdin.read())
    try:
        return decode_text(sys.stdin.buffer.read(), argument, UsageError)
    except OSError as error:
        raise FileError(argument, "-", error) from None


def check_file(path: str, argument: str) -> str:
    """Return the path of a file that can be opened, or of a pipe. Raises FileError."""
    try:
        if not (os.path.isfile(path) or os.path.isdir(path)) and os.path.exists(path):
            return path  # opening it may wait
        with open(path, "rb"):
            return path
    except (OSError, ValueError) as error:
        raise FileError(argument, path, error) from None


def check_target(path: str, argument: str = "-o") -> None:
    """Raise FileError if a file cannot be written: known before a call that may cost money."""
    if path == "-":
        return
    reason = ""
    folder = os.path.dirname(os.path.abspath(path))
    if "\0" in path:
        reason = "its name has a null character"
    elif os.path.isdir(path):
        reason = "it is a directory"
    elif not os.path.isdir(folder):
        reason = "there is no folder " + folder
    elif not os.access(path if os.path.exists(path) else folder, os.W_OK):
        reason = "you may not write there"
    if reason:
        raise FileError(argument, path, reason, "cannot write")


def write_file(path: str, data: Union[bytes, Iterable[bytes]], argument: str = "-o") -> None:
    """Write bytes, or chunks of bytes, to a file, or to standard output for "-". Raises FileError.

    A file is replaced once everything is written, and keeps its permissions. Devices and pipes are written directly.
    """
    chunks = (data,) if isinstance(data, bytes) else data
    if path == "-":
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
        return
    final = os.path.realpath(path)
    is_file = os.path.isfile(final) or not os.path.exists(final)
    temporary = "{}.{}.part".format(final, os.urandom(4).hex()) if is_file else ""
    try:
        with open(temporary or final, "wb") as file:
            if temporary and os.path.exists(final):  # before there is anything to read
                os.chmod(temporary, os.stat(final).st_mode & 0o777)
            for chunk in chunks:
                file.write(chunk)
        if temporary:
            os.replace(temporary, final)
            temporary = ""
    except (OSError, ValueError) as error:
        if isinstance(error, OpenAIError):  # of the call that the chunks come from
            raise
        raise FileError(argument, path, error, "cannot write") from None
    finally:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
