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

from .module_graph import ModuleGraph, module_of, packages_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Mapping, Set

DOCUMENTED = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
INDENT = "    "
MARK = "# Written by the command `vendor --single-file`; SHA-256 of what follows: "
LOOKED_UP = (b"dataclass", b"sys.modules[__name__]")
UNUSED = ("__main__", "static_imports")
STRINGS = (tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", None))
START = """\
# mypy: ignore-errors
# ruff: noqa
# flake8: noqa
from __future__ import annotations

import sys

# Python runs this file once for the package, and again for each of its modules that is imported; `_part` is which.
_part = globals().get("_part", "")

if __name__ == "__main__":
    import os
    from importlib.util import module_from_spec, spec_from_file_location

    _name = __spec__.name if __spec__ else os.path.splitext(os.path.basename(__file__))[0]
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
# What follows the code of `__init__`. The finder has a namespace of its own, as the import system refers to it, and
# would keep a copy alive that a host has removed.
END = """
_code = sys._getframe().f_code
_finder = type(sys)(__name__ + " (finder)")
_finder.__dict__.update(__builtins__=__builtins__, _part="finder", _code=_code, _ref=ref, _package=_package)
_finder._file = globals().get("__file__") or _code.co_filename
type(_set_aside)(_code, _finder.__dict__)()
__path__ = __spec__.submodule_search_locations = [_finder._add_path(_finder._file)]
__package__ = __name__
del _code, _finder
"""
# It finds modules by an entry of `__path__`, as a folder does.
FINDER = '''
_cached = _package.__spec__.cached
_Spec = type(_package.__spec__)

class _PartLoader:
    """Runs this file for one of its modules."""

    def __init__(self, name, part):
        self.name, self.part = name, part

    def create_module(self, spec):
        """Return None, for an ordinary module."""

    def exec_module(self, module):
        """Give the module its names, after loading those that it imports at once; see `_preload`."""
        for part in _PARTS[self.part].split():
            _preload(self.name[: -len(self.part)], part)
        loaded = {} if self.part in _ALONE else _loaded_below(self.name[: -len(self.part)])
        other = loaded.setdefault(self.part, module)
        if other is module:
            try:
                self.run(module)
            except BaseException:
                loaded.pop(self.part, None)
                raise
        else:  # it has been loaded meanwhile, or before it was removed from `sys.modules`
            module.__dict__.update(other.__dict__)
            sys.modules[self.name] = other

    def run(self, module):
        """Run the code of this file with the names of a module as its global names."""
        module.__dict__.update(__builtins__=__builtins__, _part=self.part)
        type(_make_spec)(_code, module.__dict__)()

# `sys.modules` alone refers to `call`, and nothing to `host`; see `__init__`.
_ALONE = ("call", "host")

def _loaded_below(prefix):
    """Return the modules of the copy that has a name now, by part. Removed copies have another name; see host."""
    package = sys.modules.get(prefix[:-1])
    return {} if package is None else package.__dict__.setdefault("_loaded", {})

def _preload(prefix, part):
    """Load a module and what it imports at once, which takes a quarter of the time of `import`.

    Nobody sees the module before it is complete, so it needs no lock: if another thread loads it too, one of both gives
    way to the other. Modules do not import each other in circles.
    """
    name = prefix + part
    if name in sys.modules:
        return
    if part == "call":
        __import__(name)
        return
    for needed in _PARTS[part].split():
        _preload(prefix, needed)
    module = type(sys)(name)
    module.__spec__ = spec = _make_spec(name, part)
    module.__loader__, module.__package__, module.__file__ = spec.loader, spec.parent, _file
    if spec.submodule_search_locations:
        module.__path__ = spec.submodule_search_locations
    spec.loader.run(module)
    if _loaded_below(prefix).setdefault(part, module) is module:
        sys.modules[name] = module
        setattr(sys.modules[name.rpartition(".")[0]], name.rpartition(".")[2], module)

def _make_spec(name, part):
    spec = _Spec(name, _PartLoader(name, part), origin=_file)
    spec.has_location, spec.cached = True, _cached
    if part in _PACKAGES:
        spec.submodule_search_locations = [_add_path(_file + "/" + part.replace(".", "/"))]
    return spec

class _PartFinder:
    """Finds the modules of a package in this file, as the import system's own finder does in a folder."""

    def __init__(self, path):
        self.prefix = path[len(_file) + 1 :].replace("/", ".") + "." * (path != _file)

    def find_spec(self, name, target=None):
        """Return how to load a module, or None."""
        part = self.prefix + name.rpartition(".")[2]
        return _make_spec(name, part) if part in _PARTS else None

    def iter_modules(self, prefix=""):
        """Yield the name of each module, and whether it is a package, for `pkgutil`."""
        for part in _PARTS:
            if part.rpartition(".")[0] == self.prefix[:-1]:
                yield prefix + part.rpartition(".")[2], part in _PACKAGES

def _add_path(path):
    """Have the import system ask a finder of this file for what is below a path; return the path."""
    sys.path_importer_cache[path] = _PartFinder(path)
    return path

def _find_parts(path):
    """Return the finder for a path in this file, if `sys.path_importer_cache` has been cleared."""
    if path == _file or path.startswith(_file + "/"):
        return _PartFinder(path)
    raise ImportError

def _forget(_):
    """Leave the import system after the copy has been freed."""
    if sys.path_hooks is not None:  # as while the interpreter ends
        sys.path_hooks[:] = [hook for hook in sys.path_hooks if hook is not _find_parts]
        for path, finder in list(sys.path_importer_cache.items()):
            if type(finder) is _PartFinder:
                sys.path_importer_cache.pop(path, None)

sys.path_hooks.insert(0, _find_parts)  # before that of an earlier copy, which may still be in use
_package = _ref(_package, _forget)
'''


def join_modules(files: Mapping[str, bytes], licence: str) -> bytes:
    """Return the source of one module from the modules of a copy, of which `files` are the contents by path."""
    paths = {module_of(path): path for path in sorted(files) if path.endswith(".py")}
    paths = {name: path for name, path in paths.items() if name not in UNUSED}
    sources = {name: files[path].decode("utf-8") for name, path in paths.items()}
    root = sources.pop("")
    docstring_end = ast.parse(root).body[0].end_lineno or 0
    docstring = "\n".join(root.splitlines()[1:docstring_end])
    body = "\n" * docstring_end + "\n".join(root.splitlines()[docstring_end:])
    finder = "#" + FINDER + _make_tables(files, paths)
    parts = [docstring, START + _indent(body + END) + "elif _part == 'finder':\n" + _indent(finder)]
    parts += ["elif _part == {!r}:\n{}".format(name, _make_block(source)) for name, source in sources.items()]
    legal = "".join("# {}".format(line).rstrip() + "\n" for line in licence.strip().splitlines())
    content = "# SPDX-License-Identifier: MIT\n#\n{}\n{}".format(legal, "\n".join(parts)).encode("utf-8")
    return MARK.encode() + hashlib.sha256(content).hexdigest().encode() + b"\n" + content


def _make_tables(files: Mapping[str, bytes], paths: Mapping[str, str]) -> str:
    """Return the tables of the modules that the finder uses."""
    graph = ModuleGraph(files, {})
    # Some modules, and dataclasses, look for the module in `sys.modules`, where it is too late if another preloads it.
    looked_up = {name for name, path in paths.items() if any(word in files[path] for word in LOOKED_UP)}
    lines = ["", "_PARTS = {  # and what they import at once"]
    for name in paths:
        needed = {
            needed
            for needed, is_lazy in graph.imports(name).items()
            if needed and not is_lazy and looked_up.isdisjoint([*packages_of(needed), needed])
        }
        if name:
            lines.append("    {!r}: {!r},".format(name, " ".join(sorted(needed.difference(packages_of(name))))))
    packages = " ".join(name for name, path in paths.items() if path.endswith("/__init__.py"))
    lines += ["}", "_PACKAGES = {!r}.split()".format(packages), ""]
    return "\n".join(lines)


def is_unchanged(source: bytes) -> bool:
    """Return whether a file is as `join_modules` made it."""
    first, _, content = source.partition(b"\n")
    return first == MARK.encode() + hashlib.sha256(content).hexdigest().encode()


def is_single_file(source: bytes) -> bool:
    """Return whether `join_modules` made a file, that may have been changed since."""
    return source.startswith(MARK.encode())


def _make_block(source: str) -> str:
    """Return the code of a module as a block, with its docstring as a value."""
    block, tree = _indent(source), ast.parse(source)
    if ast.get_docstring(tree) is None:
        return INDENT + "__doc__ = None\n" + block
    return block.replace(INDENT, INDENT + "__doc__ = ", 1)


def _indent(source: str) -> str:
    """Return code as a block, without its first line, the licence."""
    tree = ast.parse(source)
    inside = _lines_inside_strings(source, tree)
    lines = [
        line if index in inside or not line.strip() else INDENT + line for index, line in enumerate(source.splitlines())
    ]
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            lines[node.lineno - 1] = ""
    return "\n".join(lines[1:]).strip("\n") + "\n"


def _lines_inside_strings(source: str, tree: ast.Module) -> Set[int]:
    """Return the indexes of lines that start inside a string that is no docstring of a class or function."""
    inside: Set[int] = set()
    documented = [node for node in ast.walk(tree) if isinstance(node, DOCUMENTED) and ast.get_docstring(node)]
    own = tree.body[:1] if ast.get_docstring(tree) else []
    if source.count('"""') == 2 * len(documented + own) and "'''" not in source and "\\\n" not in source:
        for node in own:  # other strings have one line each; to read tokens takes most of the time
            inside.update(range(node.lineno, node.end_lineno or 0))
        return inside
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in STRINGS:
            inside.update(range(token.start[0], token.end[0]))
    for node in documented:
        inside.difference_update(range(node.body[0].lineno, node.body[0].end_lineno or 0))
    return inside
