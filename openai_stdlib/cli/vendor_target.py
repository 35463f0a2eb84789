# SPDX-License-Identifier: MIT
"""Write a vendored copy into a folder or a zip file, compare it with its manifest, and replace it by a newer one.

Only what the command has written is replaced, and only as a whole: an error leaves the target as it was.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import zipfile

from .. import __version__
from ..call.errors import ConfigError
from ..compat.distribution import build_zip
from .bytecode import FOLDER, add_for_zipimport
from .folders import replace_folders, write_file
from .single_file import is_single_file, is_unchanged
from .vendored_copy import LICENCE, MANIFEST, build_copy, build_single_file, manifest_options, parse_manifest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Mapping, Optional

    from .vendored_copy import Options


class Copy:
    """A copy that the command has written: a folder with a manifest."""

    def __init__(self, path: str) -> None:
        """Raises ConfigError if the manifest cannot be read."""
        self.path = path
        place = self._open()
        try:
            self.manifest: Dict[str, Any] = parse_manifest(self._read(MANIFEST))
            self.options: Options = manifest_options(self.manifest)
        except ValueError as error:
            raise ConfigError("{}: {}; delete it and write the copy again".format(place, error)) from None

    def _open(self) -> str:
        """Prepare to read files; return where the manifest is."""
        return os.path.join(self.path, MANIFEST)

    def _list(self) -> Iterator[str]:
        """Yield the paths of all files, without bytecode that interpreters have written."""
        for parent, folders, names in os.walk(self.path):
            for name in [*names, *(folder for folder in folders if os.path.islink(os.path.join(parent, folder)))]:
                path = os.path.relpath(os.path.join(parent, name), self.path).replace(os.sep, "/")
                if path in self.manifest["files"] or "/{}/".format(FOLDER) not in "/" + path:
                    yield path

    def _read(self, path: str) -> bytes:
        """Return the content of a file."""
        return _read(os.path.join(self.path, *path.split("/")))

    def name_file(self, path: str) -> str:
        """Return where a file of the copy is, for messages."""
        return os.path.join(self.path, path)

    def find_changes(self) -> List[str]:
        """Return a line for each file that was changed, added or lost since the copy was written."""
        listed: Dict[str, str] = self.manifest["files"]
        present = set(self._list()) - {MANIFEST}
        lines = dict.fromkeys(present - set(listed), "added")
        for path in listed:
            try:
                content = self._read(path) if path in present else None
            except OSError:  # a link to nothing, or a folder
                content = None
            if content is None:
                lines[path] = "lost"
            elif hashlib.sha256(content).hexdigest() != listed[path]:
                lines[path] = "changed"
        return ["{}: {}".format(lines[path], path) for path in sorted(lines)]

    def rewrite(self, licence_path: Optional[str], force: bool) -> Optional[str]:
        """Write the copy again, with the options it has; return its figures, or None if it is up to date."""
        parent, name = os.path.split(os.path.abspath(self.path))
        options = self.options._replace(name=name)
        files = build_copy(options, licence_path)
        return describe(options, files, self.path) if write_folder(parent, options, files, force) else None


def check_changes(copy: Copy, force: bool) -> None:
    """Raise ConfigError if a copy has been changed, unless `force`."""
    changes = copy.find_changes()
    if changes and not force:
        listed = ", ".join(changes[:3]) + (" …" if len(changes) > 3 else "")
        raise ConfigError("{}: {}; keep the changes elsewhere, then use --force".format(copy.path, listed))


def check_version(copy: Copy, force: bool) -> None:
    """Raise ConfigError if a copy is of a newer version than this library, unless `force`."""
    version = str(copy.manifest.get("version"))
    if _version_key(version) > _version_key(__version__) and not force:
        raise ConfigError(
            "{}: has version {}, and this library is {}; use a newer library, or --force".format(
                copy.path, version, __version__
            )
        )


def _version_key(version: str) -> List[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def write_folder(parent: str, options: Options, files: Mapping[str, bytes], force: bool) -> bool:
    """Write a copy into the folder of its name below `parent`; return whether it was not there already.

    Raises ConfigError for a target that is not empty and not a copy, or a copy that was changed; OSError.
    """
    target = os.path.join(parent, options.name)
    old: List[str] = []
    if os.path.lexists(target):
        old = [options.name]
        if os.path.islink(target) or not os.path.isdir(target):
            raise ConfigError("{}: exists, and is not a folder; move it away or choose another --name".format(target))
        if os.path.isfile(os.path.join(target, MANIFEST)):
            copy = Copy(target)
            if not copy.find_changes() and _read(os.path.join(target, MANIFEST)) == files[MANIFEST]:
                return False
            check_changes(copy, force)
        elif os.listdir(target):
            raise ConfigError(
                "{}: is not empty, and was not written by this command; move it away or choose another --name".format(
                    target
                )
            )
    elif os.path.lexists(target + ".py"):
        raise ConfigError("{}.py: has the name of the copy; move it away or choose another --name".format(target))
    created = _create_folders(parent)
    try:
        paths = {"{}/{}".format(options.name, path): content for path, content in files.items()}
        replace_folders(parent, paths, [options.name], old)
    except BaseException:
        if created:
            shutil.rmtree(created, ignore_errors=True)
        raise
    return True


def write_zip(path: str, options: Options, files: Mapping[str, bytes]) -> None:
    """Write a copy as a zip file. Raises ConfigError if there is a file that is no zip file of a copy; OSError."""
    if os.path.lexists(path) and not _is_zip_of_copy(path):
        raise ConfigError("{}: exists, and was not written by this command; move it away".format(path))
    files = add_for_zipimport(files)
    _write_file(path, build_zip({"{}/{}".format(options.name, name): files[name] for name in files}))


def build_module(path: str, options: Options, licence_path: Optional[str]) -> bytes:
    """Return a copy as the source of the module that a path names. Raises ConfigError or OSError."""
    name = os.path.splitext(os.path.basename(path))[0]
    return build_single_file(options._replace(name=name), licence_path)


def write_single_file(path: str, content: bytes, force: bool) -> None:
    """Write a copy that is one module. Raises OSError, and ConfigError for another file, or one that was changed."""
    if os.path.lexists(path):
        old = _read(path)
        if not is_unchanged(old) and not (force and is_single_file(old)):
            what = (
                "was changed; use --force" if is_single_file(old) else "was not written by this command; move it away"
            )
            raise ConfigError("{}: exists, and {}".format(path, what))
    _write_file(path, content)


def _write_file(path: str, content: bytes) -> None:
    created = _create_folders(os.path.dirname(os.path.abspath(path)))
    try:
        write_file(path, content)
    except BaseException:
        if created:
            shutil.rmtree(created, ignore_errors=True)
        raise


def _create_folders(folder: str) -> str:
    """Create a folder and those above it; return the topmost that did not exist, or ""."""
    missing = ""
    path = os.path.abspath(folder)
    while not os.path.lexists(path):
        missing, path = path, os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    return missing


def find_manifest(archive: zipfile.ZipFile) -> Optional[str]:
    """Return the name of the manifest in a zip file, None if there is not exactly one."""
    names = [name for name in archive.namelist() if name.count("/") == 1 and name.endswith("/" + MANIFEST)]
    return names[0] if len(names) == 1 else None


def _is_zip_of_copy(path: str) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            name = find_manifest(archive)
            return name is not None and bool(parse_manifest(archive.read(name)))
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def describe(options: Options, files: Mapping[str, bytes], where: str) -> str:
    """Return the figures of a copy."""
    modules = [path for path in files if path.endswith(".py")]
    size = sum(len(files[path]) for path in modules)
    others = sum(len(content) for path, content in files.items() if not path.endswith(".py"))
    text = "{} {} in {}: {} modules, {:,} bytes of source ({:.0f} KB)"
    text = text.format(options.name, __version__, where, len(modules), size, size / 1000)
    return text + ", {:.0f} KB of other files ({} …)".format(others / 1000, LICENCE)


def describe_module(path: str, content: bytes) -> str:
    """Return the figures of a copy that is one module."""
    return "{}: {:,} bytes of source ({:.0f} KB)".format(path, len(content), len(content) / 1000)
