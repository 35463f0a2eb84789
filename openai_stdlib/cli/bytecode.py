# SPDX-License-Identifier: MIT
"""Compile the modules of a copy for the running interpreter, so that it imports them without compiling or writing.

The files have an unchecked hash (PEP 552): they stay valid in read-only folders and in archives that change times.
"""

from __future__ import annotations

import os
import py_compile
import re
import sys
import tempfile

from ..call.errors import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, List, Mapping

FOLDER = "__pycache__"


def compile_sources(name: str, files: Mapping[str, bytes]) -> Dict[str, bytes]:
    """Return the bytecode of each module of a package, by its path. Raises ConfigError if one has invalid syntax."""
    compiled: Dict[str, bytes] = {}
    with tempfile.TemporaryDirectory(prefix=".openai-") as folder:
        source, target = os.path.join(folder, "module.py"), os.path.join(folder, "module.pyc")
        for path in sorted(files):
            if path.endswith(".py"):
                with open(source, "wb") as file:
                    file.write(files[path])
                shared = _share_names(files[path])
                try:
                    py_compile.compile(
                        source,
                        target,
                        "{}/{}".format(name, path),
                        True,
                        0,
                        py_compile.PycInvalidationMode.UNCHECKED_HASH,
                    )
                except py_compile.PyCompileError as error:
                    raise ConfigError("--compile: {}".format(error.msg.strip())) from None
                shared.clear()
                with open(target, "rb") as file:
                    compiled[bytecode_path(path)] = file.read()
    return compiled


def _share_names(source: bytes) -> List[str]:
    """Return all strings of a module that the interpreter shares, to be kept while it is compiled.

    Bytecode tells of each string whether it is interned, and whether anything else refers to it. For characters and
    names, that depends on what the process has loaded, unless it is so for all of them.
    """
    names = re.findall(r"\w+", source.decode("utf-8"))
    return [sys.intern(text) for text in {*names, *map(chr, range(256))}]


def bytecode_path(path: str) -> str:
    """Return where the running interpreter looks for the bytecode of a module in a folder."""
    parent, _, file = path.rpartition("/")
    cached = "{}/{}.{}.pyc".format(FOLDER, file[: -len(".py")], sys.implementation.cache_tag)
    return "{}/{}".format(parent, cached) if parent else cached


def add_for_zipimport(files: Mapping[str, bytes]) -> Dict[str, bytes]:
    """Return the files with the bytecode beside each module as well: zipimport looks for it there."""
    added = dict(files)
    for path in files:
        if path.endswith(".py") and bytecode_path(path) in files:
            added[path + "c"] = files[bytecode_path(path)]
    return {path: added[path] for path in sorted(added)}
