# SPDX-License-Identifier: MIT
"""Functions on the files of a request, under the names of `openai._files`."""

from __future__ import annotations

import io
import os
from pathlib import Path

from .utilities import is_list, is_mapping, is_sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Sequence, Tuple

ARRAY = "<array>"  # in a path, stands for the items of a list
SUFFIXES = {"brackets": "[]", "repeat": "", "comma": "", "indices": "[{}]"}


def is_base64_file_input(value: object) -> bool:
    """Return whether a value is an open file or a path."""
    return isinstance(value, (io.IOBase, os.PathLike))


def is_file_content(value: object) -> bool:
    """Return whether a value is bytes, an open file or a path."""
    return isinstance(value, (bytes, io.IOBase, os.PathLike))


def assert_is_file_content(value: object, *, key: Optional[str] = None) -> None:
    """Raise RuntimeError for a value that is neither a file nor a tuple with one."""
    if not is_file_content(value) and not isinstance(value, tuple):
        where = "Expected file input `{!r}`".format(value) if key is None else "Expected entry at `{}`".format(key)
        message = "{} to be bytes, an io.IOBase instance, PathLike or a tuple but received {} instead."
        raise RuntimeError(message.format(where, type(value)))


def read_file_content(file: Any) -> Any:
    """Return the content of the file at a path; any other value as it is."""
    return Path(file).read_bytes() if isinstance(file, os.PathLike) else file


async def async_read_file_content(file: Any) -> Any:
    """Return what `read_file_content` does."""
    return read_file_content(file)


def to_httpx_files(files: Any) -> Any:
    """Return files as httpx takes them: paths are read. Raises TypeError for what are no files."""
    if files is None:
        return None
    if is_mapping(files):
        return {name: _to_httpx_file(file) for name, file in files.items()}
    if is_sequence(files):
        return [(name, _to_httpx_file(file)) for name, file in files]
    raise TypeError("Unexpected file type input {}, expected mapping or sequence".format(type(files)))


async def async_to_httpx_files(files: Any) -> Any:
    """Return what `to_httpx_files` does."""
    return to_httpx_files(files)


def _to_httpx_file(file: Any) -> Any:
    if isinstance(file, os.PathLike):
        return Path(file).name, read_file_content(file)
    if is_file_content(file):
        return file
    if isinstance(file, tuple):
        return (file[0], read_file_content(file[1]), *file[2:])
    raise TypeError("Expected file types input to be a FileContent type or to be a tuple")


def extract_files(
    query: Any, *, paths: Sequence[Sequence[str]], array_format: str = "brackets"
) -> List[Tuple[str, Any]]:
    """Remove the files at the paths from a mapping, and return them with the names of their parts in a form.

    A path looks like `["audio", "<array>", "data"]`. `array_format` is that of a query string.
    """
    if array_format not in SUFFIXES:
        raise NotImplementedError(
            "Unknown array_format value: {}, choose from {}".format(array_format, ", ".join(SUFFIXES))
        )
    found: List[Tuple[str, Any]] = []
    for path in paths:
        _extract(query, list(path), "", SUFFIXES[array_format], found)
    return found


def _extract(value: Any, path: List[str], name: str, suffix: str, found: List[Tuple[str, Any]]) -> None:
    """Add the files at the rest of a path below a value that has the name so far."""
    if not path or path == [ARRAY]:
        is_array = isinstance(value, list)
        for index, file in enumerate(value if is_array else [value]):
            file_name = name + suffix.format(index) if is_array else name
            assert_is_file_content(file, key=file_name)
            found.append((file_name, file))
        return
    key, rest = path[0], path[1:]
    if isinstance(value, dict) and key in value:
        inner = value[key]
        if type(inner).__name__ in ("NotGiven", "Omit"):
            return
        if not rest or (set(rest) == {ARRAY} and isinstance(inner, list)):
            del value[key]
        _extract(inner, rest, "{}[{}]".format(name, key) if name else key, suffix, found)
    elif isinstance(value, list) and key == ARRAY:
        for index, item in enumerate(value):
            _extract(item, rest, name + suffix.format(index), suffix, found)


def deepcopy_with_paths(item: Any, paths: Sequence[Sequence[str]]) -> Any:
    """Return a value in which the dicts and lists along the paths are copies, so that files can be removed there."""
    if is_mapping(item):
        inner: Dict[str, List[Sequence[str]]] = {}
        for path in paths:
            if path:
                inner.setdefault(path[0], []).append(path[1:])
        if not inner:
            return item
        return {key: deepcopy_with_paths(value, inner.get(key, ())) for key, value in item.items()}
    if is_list(item):
        rests = [path[1:] for path in paths if path and path[0] == ARRAY]
        return [deepcopy_with_paths(entry, rests) for entry in item] if rests else item
    return item
