# SPDX-License-Identifier: MIT
"""Write the modules of a copy as one file, which Python runs once for the package and once for each module.

The code of a module is a branch of an `if` statement at the level of the file. So it is as it was, apart from its
indentation: its names are global, its classes and functions have their usual names, and tools find their source.
"""

from __future__ import annotations

import ast
import hashlib
import io
import tokenize

from .module_graph import module_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Mapping, Set

DOCUMENTED = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
INDENT = "    "
MARK = "# Written by the command `vendor --single-file`; SHA-256 of what follows: "
UNUSED = ("__main__", "static_imports")
STRINGS = (tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", None))
START = """\
# mypy: ignore-errors
from __future__ import annotations

import sys

# Python runs this file once for the package, and again for each of its modules that is imported; `_part` is which.
_part = getattr(getattr(__spec__, "loader", None), "part", "")

if __name__ == "__main__":
    import os
    from importlib.util import module_from_spec, spec_from_file_location

    _name = os.path.splitext(os.path.basename(__file__))[0]
    _spec = spec_from_file_location(_name, __file__)
    sys.modules[_name] = module_from_spec(_spec)
    _spec.loader.exec_module(sys.modules[_name])
    try:
        _run = __import__(_name + ".cli", None, None, ["run"]).run
    except ModuleNotFoundError as error:
        sys.exit(str(error))
    sys.exit(_run())

elif not _part:
"""
# Below the code of `__init__`. The finder is one for an entry of `__path__`, so this file is like a folder to importers.
FINDER = '''
from _frozen_importlib_external import SourceFileLoader

_code = sys._getframe().f_code
_file = globals().get("__file__") or _code.co_filename

class _PartLoader(SourceFileLoader):
    """Runs this file for one of its modules."""

    def __init__(self, name, part):
        super().__init__(name, _file)
        self.part = part

    def get_code(self, fullname):
        """Return the code of this file, which is loaded already."""
        return _code

class _PartFinder:
    """Finds the modules of a package in this file, as the import system's own finder does in a folder."""

    def __init__(self, path):
        self.prefix = path[len(_file) + 1 :].replace("/", ".") + "." * (path != _file)

    def find_spec(self, name, target=None):
        """Return how to load a module, or None."""
        part = self.prefix + name.rpartition(".")[2]
        if part not in _PARTS:
            return None
        spec = type(__spec__)(name, _PartLoader(name, part), origin=_file)
        spec.has_location, spec.cached = True, __spec__.cached
        if _PARTS[part]:
            spec.submodule_search_locations = [_add_path(_file + "/" + part.replace(".", "/"))]
        return spec

def _add_path(path):
    """Have the import system ask a finder of this file for what is below a path; return the path."""
    sys.path_importer_cache[path] = _PartFinder(path)
    return path

def _find_parts(path):
    """Return the finder for a path in this file, if `sys.path_importer_cache` has been cleared."""
    if path == _file or path.startswith(_file + "/"):
        return _PartFinder(path)
    raise ImportError

sys.path_hooks[:] = [hook for hook in sys.path_hooks if getattr(hook, "__module__", None) != __name__]
sys.path_hooks.append(_find_parts)
__path__ = __spec__.submodule_search_locations = [_add_path(_file)]
__package__ = __name__
'''


def join_modules(files: Mapping[str, bytes], licence: str) -> bytes:
    """Return the source of one module from the modules of a copy, of which `files` are the contents by path."""
    paths = {module_of(path): path for path in sorted(files) if path.endswith(".py")}
    sources = {name: files[path].decode("utf-8") for name, path in paths.items() if name not in UNUSED}
    root = sources.pop("")
    statement = ast.parse(root).body[0]
    lines = root.splitlines()
    docstring = lines[1 : statement.end_lineno]
    body = "\n".join([*lines[:1], *lines[statement.end_lineno :]])
    entries = ["{!r}: {!r},".format(name, paths[name].endswith("/__init__.py")) for name in sources]
    table = "\n_PARTS = {{  # and which are packages\n{}\n}}\n".format("\n".join(INDENT + entry for entry in entries))
    parts = ["\n".join(docstring), START + _indent(body) + _indent("\n" + FINDER.strip("\n") + "\n" + table)]
    parts += ["elif _part == {!r}:\n{}".format(name, _indent(source)) for name, source in sources.items()]
    legal = "".join("# {}".format(line).rstrip() + "\n" for line in licence.strip().splitlines())
    content = "# SPDX-License-Identifier: MIT\n#\n{}\n{}".format(legal, "\n".join(parts)).encode("utf-8")
    return MARK.encode() + hashlib.sha256(content).hexdigest().encode() + b"\n" + content


def is_unchanged(source: bytes) -> bool:
    """Return whether a file is as `join_modules` made it."""
    first, _, content = source.partition(b"\n")
    return first == MARK.encode() + hashlib.sha256(content).hexdigest().encode()


def is_single_file(source: bytes) -> bool:
    """Return whether `join_modules` made a file, that may have been changed since."""
    return source.startswith(MARK.encode())


def _indent(source: str) -> str:
    """Return the code of a module as a block: without its first line, the licence, and with its docstring as a value."""
    tree = ast.parse(source)
    inside = _lines_inside_strings(source, tree)
    lines = [
        line if index in inside or not line.strip() else INDENT + line for index, line in enumerate(source.splitlines())
    ]
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            lines[node.lineno - 1] = ""
    if ast.get_docstring(tree) is not None:
        index = tree.body[0].lineno - 1
        lines[index] = INDENT + "__doc__ = " + lines[index].strip()
    return "\n".join(lines[1:]).strip("\n") + "\n"


def _lines_inside_strings(source: str, tree: ast.Module) -> Set[int]:
    """Return the indexes of lines that start inside a string that is no docstring of a class or function."""
    inside: Set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in STRINGS:
            inside.update(range(token.start[0], token.end[0]))
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
            inside.difference_update(range(node.body[0].lineno, node.body[0].end_lineno or 0))
    return inside
