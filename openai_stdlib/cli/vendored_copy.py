# SPDX-License-Identifier: MIT
"""The files of a vendored copy, with its licence and its manifest. Equal libraries and options make equal copies."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zipfile

from .. import __version__
from ..call.errors import ConfigError
from ..compat.distribution import library_name, read_library
from ..left_out import LEFT_OUT
from .module_graph import ModuleGraph
from .source_text import remove_docs, replace_values
from .vendor_parts import FAMILIES, FURTHER, PARTS_OF_SINGLE_FILES, PROVIDERS
from .vendor_selection import Selection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Optional, Tuple

    class Options(NamedTuple):
        """What a copy contains."""

        name: str
        only: Optional[Tuple[str, ...]] = None
        parts: Tuple[str, ...] = ()
        docs: bool = True
        compiled: bool = False
else:
    from collections import namedtuple

    Options = namedtuple("Options", "name only parts docs compiled", defaults=(None, (), True, False))

MANIFEST = "VENDORED.json"
LICENCE = "LICENSE"
FORMAT = 1  # of the manifest
SOURCE = "openai-stdlib"
AUTHORS = b"The openai-stdlib authors"  # in our licence, and not in that of a host
ENCODING = "utf-8"
_package: Any = sys.modules[__name__.rpartition(".cli.")[0]]
WITHOUT_DOCS = "A copy of openai-stdlib without docstrings and comments; the complete library has them."
WIDTH = 120  # of lines that this module writes
STATIC_IMPORTS = '''\
# SPDX-License-Identifier: MIT
"""Every module of this copy, for tools that collect the modules of a program. It never runs."""

# mypy: ignore-errors

'''


def build_copy(options: Options, licence_path: Optional[str] = None, command: str = "") -> Dict[str, bytes]:
    """Return the files of a copy by their paths in its folder, sorted. Raises ConfigError or OSError.

    `command` is the one to which options are added for what was left out, by default that for a folder.
    """
    if LEFT_OUT:
        raise ConfigError(
            "vendor: {} is a copy in which parts were left out; run the command of the complete {}".format(
                library_name(), SOURCE
            )
        )
    library = dict(read_library((".py",)))
    graph = ModuleGraph(library, _package.NAMES)
    selection = Selection(graph, options.only, options.parts)
    files = {graph.paths[module]: library[graph.paths[module]] for module in selection.modules}
    if not options.docs:
        for path, source in files.items():
            docstring = WITHOUT_DOCS if path == "__init__.py" else ""
            files[path] = remove_docs(source.decode(ENCODING), docstring).encode(ENCODING)
    _fill_in(files, selection, command or command_line(options, ""))
    if not selection.is_complete:
        files["static_imports.py"] = _static_imports(selection, graph)
    if "stubs" in options.parts:
        files.update(read_library((".pyi", ".typed")))
    if options.compiled:
        from .bytecode import compile_sources

        files.update(compile_sources(options.name, files))
    files[LICENCE] = _read_licence(licence_path)
    files[MANIFEST] = _build_manifest(files, options)
    return {path: files[path] for path in sorted(files)}


def build_single_file(options: Options, licence_path: Optional[str] = None) -> bytes:
    """Return a copy as the source of one module. Raises ConfigError or OSError."""
    from .single_file import join_modules

    command = command_line(options, "--single-file {}.py".format(options.name))
    if options.only is None:
        options = options._replace(
            only=FAMILIES, parts=(*options.parts, *set(PARTS_OF_SINGLE_FILES) - {*options.parts})
        )
    files = build_copy(options, licence_path, command)
    return join_modules(files, files[LICENCE].decode(ENCODING))


def command_line(options: Options, target: str) -> str:
    """Return the command that writes a copy; --only is last, so that a family can be appended."""
    words = ["python -m {} vendor {}".format(library_name(), target or "DIR --name " + options.name)]
    providers = [part for part in options.parts if part in PROVIDERS]
    further = [part for part in options.parts if part in FURTHER]
    words += ["--" + part for part in options.parts if part not in providers and part not in further]
    words += ["--provider " + part for part in providers]
    words += ["--with " + ",".join(further)] * bool(further)
    if options.docs != (options.only is None):
        words.append("--docs" if options.docs else "--no-docs")
    words += ["--compile"] * options.compiled
    words += ["--only " + ",".join(options.only)] if options.only is not None else []
    return " ".join(words)


def _fill_in(files: Dict[str, bytes], selection: Selection, command: str) -> None:
    """Give left_out.py its values, and leave out of __init__.py the tables of what only `compat` has."""
    left_out = selection.describe_left_out()
    additions: Dict[str, List[str]] = {}
    for module in left_out:
        additions.setdefault(left_out[module], []).append(module)
    entries = "".join(_wrap(json.dumps(addition), additions[addition]) for addition in additions)
    files["left_out.py"] = replace_values(
        files["left_out.py"].decode(ENCODING),
        {"LEFT_OUT": "{\n" + entries + "}" if additions else "{}", "COMMAND": json.dumps(command)},
    ).encode(ENCODING)
    if "compat" not in selection.modules:
        note = "; names that only the openai package has were left out of this copy: {} --with compat".format(command)
        values = {"COMPAT_MODULES": "{}", "FLAT_FUNCTIONS": "[]", "SETTINGS": "[]", "NOTE": json.dumps(note)}
        files["__init__.py"] = replace_values(files["__init__.py"].decode(ENCODING), values).encode(ENCODING)


def _wrap(key: str, words: List[str]) -> str:
    """Return an entry of a dict whose value are words, in lines that are not too long."""
    from textwrap import wrap

    entry = "    {}: {},\n".format(key, json.dumps(" ".join(words)))
    if len(entry) <= WIDTH:
        return entry
    lines = wrap(" ".join(words), WIDTH - 12)
    texts = [json.dumps(line + " ") for line in lines[:-1]] + [json.dumps(lines[-1])]
    return "    {}: (\n{}    ),\n".format(key, "".join("        {}\n".format(text) for text in texts))


def _static_imports(selection: Selection, graph: ModuleGraph) -> bytes:
    names: Dict[str, List[str]] = {}
    for module in sorted(selection.modules):
        if module and module != "__main__" and graph.paths[module]:
            package, _, name = module.rpartition(".")
            names.setdefault(package, []).append(name)
    text = STATIC_IMPORTS
    for package in names:
        line = "from .{} import {}\n".format(package, ", ".join(names[package]))
        if len(line) > WIDTH:
            line = "from .{} import (\n{})\n".format(package, "".join("    {},\n".format(n) for n in names[package]))
        text += line
    return text.encode(ENCODING)


def _build_manifest(files: Mapping[str, bytes], options: Options) -> bytes:
    manifest = {
        "format": FORMAT,
        "name": options.name,
        "version": __version__,
        "source": SOURCE,
        "license": "MIT",
        "license_file": LICENCE,
        "options": {
            "only": None if options.only is None else list(options.only),
            "parts": list(options.parts),
            "docs": options.docs,
            "compile": _interpreter() if options.compiled else None,
        },
        "files": {path: hashlib.sha256(files[path]).hexdigest() for path in sorted(files)},
    }
    return (json.dumps(manifest, indent=2) + "\n").encode(ENCODING)


def _interpreter() -> str:
    return "{} {}.{}".format(sys.implementation.name, *sys.version_info[:2])


def parse_manifest(text: bytes) -> Dict[str, Any]:
    """Return a manifest. Raises ValueError if it is not one that this version can read."""
    manifest: Dict[str, Any] = json.loads(text.decode(ENCODING))
    files = manifest.get("files") if isinstance(manifest, dict) else None
    if not isinstance(files, dict) or manifest.get("source") != SOURCE or manifest.get("format") != FORMAT:
        raise ValueError("not a manifest of {} with format {}".format(SOURCE, FORMAT))
    manifest_options(manifest)
    return manifest


def manifest_options(manifest: Mapping[str, Any]) -> Options:
    """Return the options of a manifest. Raises ValueError if they are invalid."""
    try:
        stored = manifest["options"]
        only = stored["only"]
        return Options(
            str(manifest["name"]),
            None if only is None else tuple(map(str, only)),
            tuple(map(str, stored["parts"])),
            bool(stored["docs"]),
            bool(stored["compile"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("options: {!r} is missing or invalid".format(str(error))) from None


def _read_licence(path: Optional[str]) -> bytes:
    """Return our licence: from a path, or from where it is in a copy, a wheel and a checkout. Raises ConfigError."""
    if path is not None:
        with open(path, "rb") as file:
            text = file.read()
        if AUTHORS not in text:
            raise ConfigError("--license: {} is not the licence of {}; give that".format(path, SOURCE))
        return text
    for text in _find_licences():
        if AUTHORS in text:
            return text
    raise ConfigError(
        "license: {} has none beside it or in its metadata; download LICENSE of {} and pass --license FILE".format(
            library_name(), SOURCE
        )
    )


def _find_licences() -> Iterator[bytes]:
    folder = _package.__path__[0]
    parent = os.path.dirname(folder)
    if os.path.isdir(folder):
        paths = [os.path.join(folder, LICENCE), os.path.join(parent, LICENCE)]
        for name in sorted(os.listdir(parent)):
            if _is_metadata(name):
                paths += [os.path.join(parent, name, *inner) for inner in (("licenses", LICENCE), (LICENCE,))]
        for path in paths:
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    yield file.read()
        return
    archive_path = _package.__spec__.loader.archive
    inside = os.path.relpath(parent, archive_path).replace(os.sep, "/")
    prefix = "" if inside == "." else inside + "/"
    with zipfile.ZipFile(archive_path) as archive:
        for name in sorted(archive.namelist()):
            parts: List[str] = name[len(prefix) :].split("/") if name.startswith(prefix) else []
            in_folder = parts[:1] == [os.path.basename(folder)] or (parts and _is_metadata(parts[0])) or len(parts) == 1
            if in_folder and parts[-1] == LICENCE:
                yield archive.read(name)


def _is_metadata(name: str) -> bool:
    return name.startswith(SOURCE.replace("-", "_") + "-") and name.endswith((".dist-info", ".egg-info"))
