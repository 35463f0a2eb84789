# SPDX-License-Identifier: MIT
"""Which modules of the package import which: by import statements, and by the functions that import by a name.

Imports inside functions are lazy. Those below `if TYPE_CHECKING:` never run.
"""

from __future__ import annotations

import ast
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Iterator, List, Mapping, Optional, Set, Tuple

# Calls whose first argument is a module -> the package that it is relative to.
DESCRIPTOR = "LazyMethod"  # which imports it when it is used
NAMED_IMPORTS = {"import_name": "", DESCRIPTOR: "", "import_sibling": "results."}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


class ModuleGraph:
    """The modules of some files, and their imports."""

    def __init__(self, files: Mapping[str, bytes], names: Mapping[str, str]) -> None:
        """`files` are contents by paths with slashes, relative to the folder of the package.

        `names` are the modules of the names that the package itself imports on access.
        """
        self._names = names
        self.public_modules: Set[str] = {*names.values()}
        self.paths: Dict[str, str] = {module_of(path): path for path in files if path.endswith(".py")}
        self._files = files
        self._imports: Dict[str, Dict[str, bool]] = {}
        self._eager_imports: Dict[str, Set[str]] = {}

    def imports(self, module: str) -> Dict[str, bool]:
        """Return the modules that one imports, packages of modules included; whether each is imported lazily."""
        found = self._imports.get(module)
        if found is None:
            found = {}
            for target, is_lazy in self._find_imports(module):
                for name in [target, *packages_of(target)]:
                    found[name] = found.get(name, True) and is_lazy
            self._imports[module] = found
        return found

    def eager_imports(self, module: str) -> Set[str]:
        """Return the modules without which one cannot be imported, at any depth, and itself."""
        if module in self._eager_imports:
            return self._eager_imports[module]
        reached = self._eager_imports[module] = {module}
        pending = [module]
        while pending:
            for target, is_lazy in self.imports(pending.pop()).items():
                if not is_lazy and target not in reached:
                    reached.add(target)
                    pending.append(target)
        return reached

    def _find_imports(self, module: str) -> Iterator[Tuple[str, bool]]:
        path = self.paths[module]
        for base, name, is_lazy in find_imports(path, self._files[path]):
            target = ".".join([*base, name])
            if not base and name in self._names:
                yield self._names[name], is_lazy
            elif target in self.paths:
                yield target, is_lazy
            elif ".".join(base) in self.paths:
                yield ".".join(base), is_lazy


@lru_cache(maxsize=1024)  # the same files are read for each copy
def find_imports(path: str, source: bytes) -> List[Tuple[Tuple[str, ...], str, bool]]:
    """Return package, name, and whether it is lazy, of each import of the package's own modules in a file.

    The name is that of a module, or of something in the module that the package is.
    """
    package = path.split("/")[:-1]
    imports: List[Tuple[Tuple[str, ...], str, bool]] = []
    if b"import" not in source:
        return imports
    tree = ast.parse(source, path)
    loaders = find_loaders(tree)
    has_calls = any(name.encode() + b"(" in source for name in (*NAMED_IMPORTS, "__import__"))
    pending: List[Tuple[ast.AST, bool]] = [(tree, False)]
    while pending:
        node, is_lazy = pending.pop()
        if isinstance(node, ast.expr) and not has_calls:
            continue
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            pending += [(child, is_lazy) for child in node.orelse]
            continue
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - (node.level - 1)] + (node.module.split(".") if node.module else [])
            imports += [(tuple(base), alias.name, is_lazy) for alias in node.names]
        elif isinstance(node, ast.Call):
            target = _imported_by_call(node, package, loaders)
            if target:
                is_later = is_lazy or getattr(node.func, "id", "") == DESCRIPTOR
                imports.append((tuple(target.split(".")[:-1]), target.rpartition(".")[2], is_later))
        is_lazy = is_lazy or isinstance(node, FUNCTIONS)
        pending += [(child, is_lazy) for child in ast.iter_child_nodes(node)]
    return imports


def module_of(path: str) -> str:
    """Return the dotted name of a file's module; "" is the package itself."""
    parts = path[: -len(".py")].split("/")
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def packages_of(module: str) -> List[str]:
    """Return the packages that a module is in, without the package itself."""
    parts = module.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]


def find_loaders(tree: ast.Module) -> Dict[str, int]:
    """Return the functions of a module that import what their first argument names, with the level of the import."""
    loaders: Dict[str, int] = {}
    for function in tree.body:
        if isinstance(function, ast.FunctionDef) and function.args.args:
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and _level_of(node) is not None and isinstance(node.args[0], ast.Name):
                    if node.args[0].id == function.args.args[0].arg:
                        loaders[function.name] = _level_of(node) or 0
    return loaders


def _level_of(call: ast.Call) -> Optional[int]:
    """Return the level of a call of `__import__`; None for any other call."""
    if not isinstance(call.func, ast.Name) or call.func.id != "__import__" or len(call.args) != 5:
        return None
    level = getattr(call.args[4], "value", None)
    return level if isinstance(level, int) else None


def _imported_by_call(call: ast.Call, package: List[str], loaders: Mapping[str, int]) -> str:
    """Return the module that a call imports by a constant name; "" for any other call."""
    if not isinstance(call.func, ast.Name) or not call.args:
        return ""
    name = getattr(call.args[0], "value", None)
    if not isinstance(name, str):
        return ""
    if call.func.id in NAMED_IMPORTS:
        return NAMED_IMPORTS[call.func.id] + name
    level = loaders.get(call.func.id) or _level_of(call)
    return ".".join([*package[: len(package) - (level - 1)], name]) if level else ""
