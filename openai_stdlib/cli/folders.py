# SPDX-License-Identifier: MIT
"""Write folders and files aside and rename them, so that an interrupted or failed command changes nothing."""

from __future__ import annotations

import os
import shutil
import tempfile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Mapping, Sequence


def replace_folders(parent: str, files: Mapping[str, bytes], new: Sequence[str], old: Sequence[str]) -> None:
    """Write `files` in place of the folders `old`; `new` are the folders that the files are in, below `parent`."""
    staging = tempfile.mkdtemp(prefix=".openai-", dir=parent)
    try:
        made, earlier = os.path.join(staging, "new"), os.path.join(staging, "old")
        os.mkdir(earlier)
        for path, content in files.items():
            target = os.path.join(made, *path.split("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(content)
        move(old, parent, earlier)
        try:
            move(new, made, parent)
        except BaseException:
            move(old, earlier, parent)
            raise
    finally:
        shutil.rmtree(staging)


def move(names: Sequence[str], source: str, target: str) -> None:
    """Move all folders from one folder to another, or none."""
    moved: List[str] = []
    try:
        for name in names:
            os.rename(os.path.join(source, name), os.path.join(target, name))
            moved.append(name)
    except BaseException:
        for name in moved:
            os.rename(os.path.join(target, name), os.path.join(source, name))
        raise


def remove_folders(parent: str, names: Sequence[str]) -> None:
    """Remove all folders, or none: they are moved aside first."""
    staging = tempfile.mkdtemp(prefix=".openai-", dir=parent)
    try:
        move(names, parent, staging)
    finally:
        shutil.rmtree(staging)


def write_file(path: str, content: bytes) -> None:
    """Write a file in place of an earlier one, or leave that as it is."""
    handle, temporary = tempfile.mkstemp(prefix=".openai-", dir=os.path.dirname(path) or os.curdir)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)  # mkstemp makes it private
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def list_files(folder: str, root: str) -> List[str]:
    """Return the files below `root`, relative to `folder` and with slashes; without bytecode."""
    paths: List[str] = []
    for parent, folders, names in os.walk(os.path.join(folder, root)):
        folders[:] = [name for name in folders if name != "__pycache__"]
        paths += [os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/") for name in names]
    return paths
