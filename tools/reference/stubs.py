# SPDX-License-Identifier: MIT
"""What the type stubs of the package tell: where types are, and signatures that the code has only as `Any`.

The stubs are read as text and never imported.
"""

from __future__ import annotations

import ast
from functools import lru_cache
from inspect import Signature
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

import openai_stdlib
from openai_stdlib.api import signatures

PACKAGE = Path(openai_stdlib.__file__).parent
Place = Tuple[str, str]  # a module below the package, and a name in it


@lru_cache(maxsize=None)
def parse(module: str) -> Optional[ast.Module]:
    """Return the syntax tree of the stub of a module below the package ("" for itself), or None if it has no stub."""
    path = PACKAGE.joinpath(*filter(None, module.split(".")))
    for file in (path / "__init__.pyi", path.with_name(path.name + ".pyi")):
        if file.exists():
            return ast.parse(file.read_text(encoding="utf-8"))
    return None


@lru_cache(maxsize=None)
def imports(module: str) -> Dict[str, Place]:
    """Return where the names that a stub imports from the package are defined."""
    tree = parse(module)
    found: Dict[str, Place] = {}
    parts = [part for part in module.split(".") if part]
    if not (PACKAGE.joinpath(*parts) / "__init__.pyi").exists():
        parts = parts[:-1]
    for node in tree.body if tree is not None else ():
        if isinstance(node, ast.ImportFrom) and node.level:
            base = parts[: len(parts) - node.level + 1] + (node.module or "").split(".")
            for alias in node.names:
                found[alias.asname or alias.name] = ".".join(filter(None, base)), alias.name
    return found


def resource_module(path: Sequence[str]) -> str:
    """Return the stub module with the class of a resource, such as ["chat", "completions"]."""
    nested = ".".join(["resources", *path, path[-1]])
    return nested if parse(nested) is not None else ".".join(["resources", *path])


def public_module(place: Place) -> str:
    """Return the module to import a name from: the package of the module that defines it, if that has it."""
    module, name = place
    package = module.rpartition(".")[0]
    return package if package and name in imports(package) else module


def find_place(name: str) -> Place:
    """Return the stub module that defines a public name of the package."""
    place = "", name
    while place[1] in imports(place[0]) and imports(place[0])[place[1]] != place:
        place = imports(place[0])[place[1]]
    return place


def function_signature(place: Place) -> Optional[Signature]:
    """Return the signature of a function of a stub module, merged from its overloads, or None."""
    tree = parse(place[0])
    nodes = [node for node in tree.body if isinstance(node, ast.FunctionDef)] if tree is not None else []
    return _merge(place[0], [node for node in nodes if node.name == place[1]], False)


def method_signature(place: Place, name: str) -> Optional[Signature]:
    """Return the signature of a method without `self`, of the stub's class or of a base that the stubs define."""
    for module, node in _classes(place):
        found = [child for child in node.body if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef))]
        merged = _merge(module, [child for child in found if child.name == name], True)
        if merged is not None:
            return merged
    return None


def property_types(place: Place) -> Dict[str, str]:
    """Return the annotations of the attributes and properties of a class and its bases."""
    types: Dict[str, str] = {}
    for module, node in _classes(place):
        source = _source(module)
        for child in node.body:
            if isinstance(child, ast.AnnAssign) and isinstance(child.target, ast.Name):
                types.setdefault(child.target.id, signatures._annotation_text(source, child.annotation))
            elif isinstance(child, ast.FunctionDef) and any(
                _is_name(each, "property") for each in child.decorator_list
            ):
                types.setdefault(child.name, signatures._annotation_text(source, child.returns))
    return types


def _classes(place: Place) -> Iterator[Tuple[str, ast.ClassDef]]:
    module, name = place
    tree = parse(module)
    for node in tree.body if tree is not None else ():
        if isinstance(node, ast.ClassDef) and node.name == name:
            yield module, node
            for base in node.bases:
                inner: Any = base.value if isinstance(base, ast.Subscript) else base
                if isinstance(inner, ast.Name):
                    yield from _classes(imports(module).get(inner.id, (module, inner.id)))


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


@lru_cache(maxsize=None)
def _source(module: str) -> List[bytes]:
    path = PACKAGE.joinpath(*filter(None, module.split(".")))
    file = path / "__init__.pyi"
    return (file if file.exists() else path.with_name(path.name + ".pyi")).read_bytes().splitlines()


def _merge(module: str, nodes: Sequence[Any], is_method: bool) -> Optional[Signature]:
    if not nodes or any(
        isinstance(decorator, ast.Name) and decorator.id == "property" for decorator in nodes[0].decorator_list
    ):
        return None
    if not is_method:  # `_merge` reads the parameters of methods, without the first one
        for node in nodes:
            node.args.args.insert(0, ast.arg("self", None))
    merged = signatures._merge(_source(module), nodes, {})
    if not is_method:
        for node in nodes:
            del node.args.args[0]
    names = aliases(module)
    parameters = [
        each.replace(annotation=names.get(each.annotation, each.annotation)) for each in merged.parameters.values()
    ]
    return merged.replace(parameters=parameters)


@lru_cache(maxsize=None)
def aliases(module: str) -> Dict[str, str]:
    """Return the private names that a stub gives to types, with the types: `_Text = str | None`."""
    tree = parse(module)
    found: Dict[str, str] = {}
    for node in tree.body if tree is not None else ():
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.BinOp):
            found[node.targets[0].id] = signatures._annotation_text(_source(module), node.value)
    return found
