# SPDX-License-Identifier: MIT
"""Write the package `openai` into a folder of installed packages, and remove it.

A distribution is replaced or removed only if this command has written it and nobody has changed it since. Both
folders, the package and its metadata, are made aside and renamed, so an interrupted command leaves no half of them.
"""

from __future__ import annotations

import os
import re
import site
import sys
import sysconfig
from importlib.machinery import PathFinder

from ..call.errors import ConfigError
from ..compat import distribution
from ..compat.distribution import DIST_INFO, GENERATOR, NAME, REQUIREMENT
from ..compat.version import VERSION
from .folders import list_files, remove_folders, replace_folders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, List, Optional, Sequence

# Metadata of a distribution `openai`, of any version and format.
METADATA_FOLDER = re.compile(r"openai(-[^-]+(-py[\d.]+)?)?\.(dist-info|egg-info|egg-link|egg)$", re.IGNORECASE)
MODULE_FILE = re.compile(r"openai(\.py|\.pyc|(\..+)?\.(so|pyd))$")
EXTERNALLY_MANAGED = "EXTERNALLY-MANAGED"  # the file of PEP 668, by which a system keeps its Python to itself


class Installed:
    """A distribution that this command or a wheel of it has written: its metadata folder, and what RECORD lists."""

    def __init__(self, folder: str, dist_info: str) -> None:
        self.folder = folder
        self.dist_info = dist_info
        self.record: Dict[str, str] = distribution.parse_record(self.read("RECORD"))
        self.installer: str = self.read("INSTALLER").strip()

    def read(self, name: str) -> str:
        """Return the text of a metadata file, or "" if there is none."""
        return _read_text(os.path.join(self.folder, self.dist_info, name))

    def find_changes(self) -> List[str]:
        """Return the files that were added, changed or deleted since the distribution was written."""
        roots = (NAME, self.dist_info)
        existing = {path for root in roots for path in list_files(self.folder, root)}
        changes = set(self.record) ^ existing
        for path in existing & set(self.record):
            with open(os.path.join(self.folder, path), "rb") as file:
                if self.record[path] not in ("", distribution.digest(file.read())):
                    changes.add(path)
        return sorted(changes | {root for root in roots if os.path.islink(os.path.join(self.folder, root))})


def find_target(folder: Optional[str], is_user: bool) -> str:
    """Return the folder to write to. Raises ConfigError if there is no suitable one."""
    if folder:
        path = os.path.abspath(folder)
        if os.path.lexists(path) and not os.path.isdir(path):
            raise ConfigError("{}: not a folder; give the path of a folder".format(path))
        return path
    in_environment = sys.prefix != sys.base_prefix
    if is_user:
        if not site.ENABLE_USER_SITE:
            raise ConfigError("--user: this Python does not use the user's site-packages; leave the option out")
        target = site.getusersitepackages()
    else:
        target = sysconfig.get_path("purelib")
    if not in_environment and os.path.exists(os.path.join(sysconfig.get_path("stdlib"), EXTERNALLY_MANAGED)):
        raise ConfigError(
            "{}: the system manages the packages of this Python; use a virtual environment, or give a folder: "
            "install-as-openai DIR".format(target)
        )
    return target


def install(folder: str, models: Optional[str], search_path: Sequence[str]) -> str:
    """Write the package and its metadata; return a message. Raises ConfigError where it must not be written.

    Folders of `search_path` must not have another `openai`, because it could be the one that is imported.
    """
    installed = find_installed(folder)
    for other in [folder, *search_path]:
        _check_no_other(other or os.getcwd(), folder)
    if installed is None:
        _check_free(folder)
    else:
        _check_unchanged(installed, "install it again")
    files = distribution.build_files(models, _has_library_metadata([folder, *sys.path]), installer=REQUIREMENT)
    what = "{} {} in {}".format(NAME, VERSION, folder)
    if installed is not None and installed.read("RECORD").encode() == files.get(installed.dist_info + "/RECORD"):
        return "{} is up to date".format(what)
    os.makedirs(folder, exist_ok=True)
    replace_folders(folder, files, [NAME, DIST_INFO], [] if installed is None else [NAME, installed.dist_info])
    message = "{} stands for {}".format(what, distribution.library_name())
    return message + _library_note(folder, search_path)


def remove(folder: str) -> str:
    """Remove what `install` has written; return a message. Raises ConfigError if it is not there, or was changed."""
    installed = find_installed(folder)
    if installed is None:
        _check_no_other(folder, folder)
        _check_free(folder)
        raise ConfigError("{}: has no openai that this command has written; give the folder that has".format(folder))
    _check_unchanged(installed, "uninstall it")
    remove_folders(folder, [NAME, installed.dist_info])
    return "{} is removed from {}".format(installed.dist_info.rpartition(".")[0].replace("-", " "), folder)


def find_installed(folder: str) -> Optional[Installed]:
    """Return the distribution `openai` of this command in a folder, or None."""
    for name in _list_folder(folder):
        if METADATA_FOLDER.match(name):
            generator = _read_text(os.path.join(folder, name, "WHEEL"))
            if re.search("^Generator: " + re.escape(GENERATOR), generator, re.MULTILINE):
                return Installed(folder, name)
    return None


def _check_no_other(folder: str, target: str) -> None:
    """Raise ConfigError if a folder, or zip file, of the search path has an `openai` that is another."""
    installed = find_installed(folder)
    next_step = "uninstall it (pip uninstall openai), or give a folder: install-as-openai DIR"
    for name in _list_folder(folder):
        if METADATA_FOLDER.match(name) and (installed is None or name != installed.dist_info):
            version = name.rpartition(".")[0].partition("-")[2].partition("-")[0]
            title = " ".join(["openai", version]).strip()
            raise ConfigError("{}: is installed in {}; {}".format(title, folder, next_step))
    spec = PathFinder.find_spec(NAME, [folder])
    if spec is not None and spec.origin and installed is None:
        raise ConfigError("openai: another one is in {}; {}".format(spec.origin, next_step))


def _check_free(folder: str) -> None:
    for name in _list_folder(folder):
        if name in (NAME, DIST_INFO) or MODULE_FILE.match(name):
            path = os.path.join(folder, name)
            raise ConfigError("{}: exists, and was not written by this command; move it away".format(path))


def _check_unchanged(installed: Installed, action: str) -> None:
    where = os.path.join(installed.folder, NAME)
    if installed.installer != REQUIREMENT:
        tool = installed.installer or "another tool"
        raise ConfigError("{}: was installed from a wheel by {}; let {} {}".format(where, tool, tool, action))
    changes = installed.find_changes()
    if changes:
        listed = ", ".join(changes[:3]) + (" …" if len(changes) > 3 else "")
        raise ConfigError("{}: was changed since it was written ({}); delete it yourself".format(where, listed))


def _has_library_metadata(folders: Sequence[str]) -> bool:
    """Return whether a requirement of the library is satisfied; it is not by a vendored copy or a checkout."""
    prefix = REQUIREMENT.replace("-", "_") + "-"
    return distribution.is_distribution() and any(
        name.startswith(prefix) and name.endswith(".dist-info") for folder in folders for name in _list_folder(folder)
    )


def _library_note(folder: str, search_path: Sequence[str]) -> str:
    """Return a hint if the library was found in the current folder only, where other programs do not look."""
    library = distribution.library_name()
    folders = [path for path in search_path if os.path.abspath(path) != os.getcwd()]
    if not search_path or PathFinder.find_spec(library.partition(".")[0], folders) is not None:
        return ""
    return "; install {} as well, because it is found in the current folder only".format(library)


def _list_folder(folder: str) -> List[str]:
    try:
        return sorted(os.listdir(folder or os.curdir))
    except OSError:  # it does not exist, or is a zip file
        return []


def _read_text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
