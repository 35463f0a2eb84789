# SPDX-License-Identifier: MIT
"""Find copies, also those that are one file: a zip file, or a module."""

from __future__ import annotations

import json
import os
import re
import zipfile

from ..call.errors import ConfigError
from .bytecode import add_for_zipimport
from .single_file import is_single_file, is_unchanged
from .vendor_target import Copy, build_module, describe, describe_module, find_manifest, write_single_file, write_zip
from .vendored_copy import MANIFEST, build_copy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List, Optional

    from .vendored_copy import Options


def find_copies(target: str, name: Optional[str], read_command: Callable[[str], Options]) -> List[Copy]:
    """Return the copies in a folder, or the one of a name, or the one that a folder or file is. Raises ConfigError.

    `read_command` returns the options of a command.
    """
    if os.path.isfile(target):
        return [_open_file(target, read_command)]
    if name is None and os.path.isfile(os.path.join(target, MANIFEST)):
        return [Copy(target)]
    try:
        names = sorted(os.listdir(target)) if name is None else [name]
    except OSError as error:
        raise ConfigError("{}: {}; give the folder of a copy".format(target, error.strerror or error)) from None
    paths = [os.path.join(target, name) for name in names]
    copies = [Copy(path) for path in paths if os.path.isfile(os.path.join(path, MANIFEST))]
    if not copies:
        raise ConfigError("{}: has no copy that `vendor` has written; give the folder that has one".format(target))
    return copies


def _open_file(path: str, read_command: Callable[[str], Options]) -> Copy:
    """Return the copy that a file is. Raises ConfigError."""
    if zipfile.is_zipfile(path):
        return ZipCopy(path)
    with open(path, "rb") as file:
        content = file.read()
    if is_single_file(content):
        return ModuleCopy(path, content, read_command)
    raise ConfigError("{}: was not written by `vendor`; give the folder or file of a copy".format(path))


class ZipCopy(Copy):
    """A zip file with a copy. Files beside the copy count as added."""

    def _open(self) -> str:
        self._contents: Dict[str, bytes] = {}
        with zipfile.ZipFile(self.path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            manifest = find_manifest(archive)
            if manifest is None:
                raise ConfigError("{}: has no copy that `vendor` has written; give the file of one".format(self.path))
            self._prefix = manifest[: -len(MANIFEST)]
            for name in names:
                is_inside = name.startswith(self._prefix)
                self._contents[name[len(self._prefix) :] if is_inside else "../" + name] = archive.read(name)
        return "{}/{}".format(self.path, self._prefix + MANIFEST)

    def _list(self) -> Iterator[str]:
        expected = add_for_zipimport({path: self._contents.get(path, b"") for path in self.manifest["files"]})
        for path, content in self._contents.items():
            if path in self.manifest["files"] or expected.get(path) != content:  # not bytecode beside its module
                yield path

    def _read(self, path: str) -> bytes:
        return self._contents[path]

    def name_file(self, path: str) -> str:
        """Return where a file is, inside the zip file."""
        return "{}/{}".format(self.path, path[3:] if path.startswith("../") else self._prefix + path)

    def rewrite(self, licence_path: Optional[str], force: bool) -> Optional[str]:
        """Write the zip file again; see `Copy.rewrite`."""
        files = build_copy(self.options, licence_path)
        if not self.find_changes() and self._contents[MANIFEST] == files[MANIFEST]:
            return None
        write_zip(self.path, self.options, files)
        return describe(self.options, files, self.path)


class ModuleCopy(Copy):
    """A copy that is one module. It has no manifest: its options are in the command that it names for missing parts."""

    def __init__(self, path: str, content: bytes, read_command: Callable[[str], Options]) -> None:
        """`content` is that of the file. Raises ConfigError if it doesn't say how it was written."""
        self.path = path
        self._content = content
        text = content.decode("utf-8", "replace")
        version = re.search('^ *__version__ = "(.*)"$', text, re.MULTILINE)
        command = re.search(r"^ *COMMAND = (\".*\")$", text, re.MULTILINE)
        if version is None or command is None:
            raise ConfigError("{}: does not say how it was written; write it again".format(path))
        self.manifest: Dict[str, Any] = {"version": version.group(1), "files": {os.path.basename(path): ""}}
        self.options: Options = read_command(json.loads(command.group(1)))

    def find_changes(self) -> List[str]:
        """Return one line if the file was changed."""
        return [] if is_unchanged(self._content) else ["changed: " + os.path.basename(self.path)]

    def name_file(self, path: str) -> str:
        """Return the path of the module."""
        return self.path

    def rewrite(self, licence_path: Optional[str], force: bool) -> Optional[str]:
        """Write the module again; see `Copy.rewrite`."""
        content = build_module(self.path, self.options, licence_path)
        if content == self._content:
            return None
        write_single_file(self.path, content, force)
        return describe_module(self.path, content)
