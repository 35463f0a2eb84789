# SPDX-License-Identifier: MIT
"""Write the modules of a copy as one module: each becomes a function that defines its names when it is first imported.

The code stays readable and as it is, apart from this: bodies are indented, relative imports start at the package, and
each class says in which module it is.
"""

from __future__ import annotations

import ast
import hashlib
import io
import re
import tokenize

from .module_graph import module_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, List, Mapping, Set

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
INDENT = "    "
MARK = "# Written by the command `vendor --single-file`; SHA-256 of what follows: "
PREAMBLE = """\
__path__ = []  # the modules below are imported from here
__spec__.submodule_search_locations = __path__
__package__ = __name__

"""
LOADER = '''\
class _BodyFinder:
    """Find the modules whose bodies are functions above."""

    start = __name__ + "."

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        """Return how to make a module, or None."""
        if target is not None or not name.startswith(cls.start) or name[len(cls.start) :] not in _BODIES:
            return None
        is_package = name[len(cls.start) :] in _PACKAGES
        return type(__spec__)(name, _BodyLoader, is_package=is_package)


class _BodyLoader:
    """Runs the function that is the body of a module."""

    @staticmethod
    def create_module(spec):
        """Return None, for an ordinary module."""

    @staticmethod
    def exec_module(module):
        """Give the module its names."""
        path = module.__spec__.name[len(_BodyFinder.start) :]
        names = _BODIES[path](module.__name__, module.__package__, lambda: module.__dict__)
        del names["globals"]
        for value in names.values():  # functions that pickles refer to
            if type(value) is type(_enter_host) and ".<locals>." in value.__qualname__:
                value.__module__, value.__qualname__ = module.__name__, value.__name__
        module.__dict__.update(names)


sys.meta_path[:] = [finder for finder in sys.meta_path if getattr(finder, "start", None) != _BodyFinder.start]
sys.meta_path.insert(0, _BodyFinder)
'''


def join_modules(files: Mapping[str, bytes], licence: str) -> bytes:
    """Return the source of one module from the modules of a copy, of which `files` are the contents by path."""
    modules = {module_of(path): path for path in files if path.endswith(".py")}
    root = files[modules[""]].decode("utf-8")
    docstring_end = ast.parse(root).body[0].end_lineno or 0
    lines = root.splitlines()
    head, body = lines[1:docstring_end], lines[docstring_end:]
    start = next(index for index, line in enumerate(body) if line.startswith("_enter_host()"))
    names = sorted(name for name in modules if name and name not in ("__main__", "static_imports"))
    bodies = [_make_function(name, modules[name], files[modules[name]].decode("utf-8")) for name in names]
    packages = [name for name in names if modules[name].endswith("/__init__.py")]
    table = "_BODIES = {{\n{}}}\n_PACKAGES = {!r}\n".format(
        "".join("    {!r}: {},\n".format(name, _function_name(name)) for name in names), packages
    )
    text = "\n".join([*head, "", "from __future__ import annotations", *body[:start]]).rstrip()
    text = text.replace("import sys\n", "import sys\n\n" + PREAMBLE, 1)
    text += "\n\n\n" + "\n\n\n".join(bodies) + "\n\n\n" + table + "\n\n" + LOADER + "\n".join(body[start:]) + "\n"
    legal = "".join("# {}".format(line).rstrip() + "\n" for line in licence.strip().splitlines())
    content = "# SPDX-License-Identifier: MIT\n#\n{}\n{}".format(legal, text).encode("utf-8")
    return MARK.encode() + hashlib.sha256(content).hexdigest().encode() + b"\n" + content


def is_unchanged(source: bytes) -> bool:
    """Return whether a file is as `join_modules` made it."""
    first, _, content = source.partition(b"\n")
    return first == MARK.encode() + hashlib.sha256(content).hexdigest().encode()


def is_single_file(source: bytes) -> bool:
    """Return whether `join_modules` made a file, that may have been changed since."""
    return source.startswith(MARK.encode())


def _function_name(module: str) -> str:
    return "_body_of_" + module.replace(".", "_")


def _make_function(module: str, path: str, source: str) -> str:
    """Return a module's source as a function that returns its names."""
    tree = ast.parse(source)
    lines = source.splitlines()
    package = path.split("/")[:-1]
    added: Dict[int, List[str]] = {}  # index of a line -> what follows it
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            _rewrite_import(lines, node, package)
        elif isinstance(node, ast.ImportFrom) and node.module == "__future__":
            lines[node.lineno - 1] = ""
        elif isinstance(node, ast.Global):
            lines[node.lineno - 1] = lines[node.lineno - 1].replace("global ", "nonlocal ", 1)
    for name, cls in _iter_classes(tree.body, ""):
        first = cls.body[0]
        is_documented = ast.get_docstring(cls) is not None
        index = (first.end_lineno or 0) - 1 if is_documented else _first_line(first) - 2
        text = '{}__module__, __qualname__ = __name__, "{}"'.format(" " * first.col_offset, name)
        added.setdefault(index, []).append(text)
    inside = _lines_inside_strings(source, tree)
    indented: List[str] = []
    for index, line in enumerate(lines[1:], 1):  # without the licence line
        indented.append(line if index in inside or not line.strip() else INDENT + line)
        indented += [INDENT + text for text in added.get(index, ())]
    head = "def {}(__name__, __package__, globals):  # {}\n".format(_function_name(module), path)
    return head + re.sub(r"\n{4,}", "\n\n\n", "\n".join(indented)).strip("\n") + "\n\n" + INDENT + "return locals()"


def _iter_classes(body: Iterable[Any], prefix: str) -> Iterable[Any]:
    """Yield the qualified name and the node of the classes of a module, also inside classes and conditions."""
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield prefix + node.name, node
            yield from _iter_classes(node.body, prefix + node.name + ".")
        elif isinstance(node, (ast.If, ast.Try)):
            yield from _iter_classes([*node.body, *node.orelse], prefix)


def _first_line(node: Any) -> int:
    decorators = getattr(node, "decorator_list", None) or [node]
    return int(min(node.lineno, *(decorator.lineno for decorator in decorators)))


def _rewrite_import(lines: List[str], node: ast.ImportFrom, package: List[str]) -> None:
    """Have a relative import start at the package."""
    base = package[: len(package) - (node.level - 1)] + (node.module.split(".") if node.module else [])
    line = lines[node.lineno - 1]
    start = line[: node.col_offset]
    lines[node.lineno - 1] = start + re.sub(
        r"^from\s+\.+[\w.]*\s+import", "from .{} import".format(".".join(base)), line[node.col_offset :]
    )


def _lines_inside_strings(source: str, tree: ast.Module) -> Set[int]:
    """Return the indexes of lines that start inside a string, which is no docstring."""
    inside: Set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.STRING:
            inside.update(range(token.start[0], token.end[0]))
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
            inside.difference_update(range(node.body[0].lineno, node.body[0].end_lineno or 0))
    return inside
