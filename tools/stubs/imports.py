# SPDX-License-Identifier: MIT
"""Remove imports of stubs that nothing uses, or whose names do not exist."""

from __future__ import annotations

import ast
import re
from typing import Dict, List, Optional, Set

Stubs = Dict[str, ast.Module]  # module below the package, "a.__init__" for a package -> its stub


class UsedNames(ast.NodeVisitor):
    """The names that code uses, also in annotations that are texts."""

    def __init__(self) -> None:
        self.names: Set[str] = set()

    def visit_Name(self, node: ast.Name) -> None:
        self.names.add(node.id)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.names.update(re.findall(r"[A-Za-z_]\w*", node.value))


def defined_names(tree: ast.Module) -> Set[str]:
    """Return the names that other stubs can import from a stub."""
    names: Set[str] = set()
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names.update(target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.ImportFrom):
            names.update(alias.asname or alias.name for alias in node.names)
    return names


def imported_module(module: str, node: ast.ImportFrom) -> str:
    """Return the module, below the package, that a relative import names."""
    package = module.split(".")[:-1]
    base = package[: len(package) - node.level + 1]
    return ".".join(base + (node.module.split(".") if node.module else []))


def find_stub(stubs: Stubs, module: str) -> Optional[ast.Module]:
    """Return the stub of a module or package."""
    return stubs.get(module) or stubs.get((module + "." if module else "") + "__init__")


def prune_imports(stubs: Stubs) -> None:
    """Remove unused and broken imports until none is left."""
    is_changed = True
    while is_changed:
        is_changed = False
        for module, tree in stubs.items():
            used = UsedNames()
            for node in tree.body:
                if not isinstance(node, (ast.Import, ast.ImportFrom)):
                    used.visit(node)
            body: List[ast.stmt] = []
            for node in tree.body:
                if isinstance(node, (ast.Import, ast.ImportFrom)):
                    kept = [alias for alias in node.names if _is_needed(stubs, module, node, alias, used.names)]
                    is_changed = is_changed or len(kept) < len(node.names)
                    node.names = kept
                    if not kept:
                        continue
                body.append(node)
            tree.body = body


def _is_needed(stubs: Stubs, module: str, node: ast.stmt, alias: ast.alias, used: Set[str]) -> bool:
    name = (alias.asname or alias.name).split(".")[0]
    if not isinstance(node, ast.ImportFrom):
        return name in used
    if node.level:
        target = imported_module(module, node)
        stub = find_stub(stubs, target)
        submodule = find_stub(stubs, (target + "." if target else "") + alias.name)
        if stub is not None and alias.name not in defined_names(stub) and submodule is None:
            return False
    return name in used or alias.asname == alias.name


def export_imported_names(stubs: Stubs) -> None:
    """Write `from a import b as b` wherever another stub imports `b` from the importing stub."""
    for module, tree in stubs.items():
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.level:
                stub = find_stub(stubs, imported_module(module, node))
                for alias in node.names:
                    _export(stub, alias.name)


def _export(stub: Optional[ast.Module], name: str) -> None:
    for node in stub.body if stub else ():
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name == name and alias.asname is None:
                    alias.asname = name
