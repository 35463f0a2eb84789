# SPDX-License-Identifier: MIT
"""Match the classes of the official resources with this project's tables, to know which operations exist here."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Dict, Iterator, Optional, Set, Tuple, Type

from openai_stdlib.api import ROOT_RESOURCES, root_resource
from openai_stdlib.api.operation import Method, Resource, SubResource

Place = Tuple[str, str]  # a module below the package, and a class in it


class OfficialTree:
    """The classes of the official resources."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._modules: Dict[str, ast.Module] = {}
        self.found: Dict[Place, Type[Resource]] = {}  # also the Async classes
        self.socket_modules: Set[str] = set()  # those with connections
        self.properties: Dict[str, Place] = {}  # of the client
        for name, place in self._properties(("_client", "OpenAI")):
            if name in ROOT_RESOURCES:
                self.properties[name] = place
                self._match(place, root_resource(name))

    def place_of(self, dotted: str) -> Place:
        """Return the class of a resource, such as "beta.threads"."""
        names = dotted.split(".")
        place = self._definition(self.properties[names[0]])
        for name in names[1:]:
            place = self._definition(dict(self._properties(place))[name])
        return place

    def parse(self, module: str) -> ast.Module:
        """Return the syntax tree of a module, a dotted name below the package."""
        if module not in self._modules:
            path = self.folder.joinpath(*module.split("."))
            path = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
            self._modules[module] = ast.parse(path.read_text(encoding="utf-8"))
        return self._modules[module]

    def _properties(self, place: Place) -> Iterator[Tuple[str, Place]]:
        module, name = place
        tree = self.parse(module)
        imports = self._imports(module)
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and node.name == name:
                for child in node.body:
                    if isinstance(child, ast.FunctionDef) and isinstance(child.returns, ast.Name):
                        target = child.returns.id
                        yield child.name, imports.get(target, (module, target))

    def _imports(self, module: str) -> Dict[str, Place]:
        """Return where the names of a module come from; imports of the module itself precede those in functions."""
        imports: Dict[str, Place] = {}
        path = self.folder.joinpath(*module.split("."))
        package = module.split(".") if path.is_dir() else module.split(".")[:-1]
        for node in ast.walk(self.parse(module)):
            if isinstance(node, ast.ImportFrom) and node.level:
                base = package[: len(package) - node.level + 1] + (node.module or "").split(".")
                for alias in node.names:
                    imports.setdefault(alias.asname or alias.name, (".".join(filter(None, base)), alias.name))
        return imports

    def _match(self, place: Place, resource: Type[Resource]) -> None:
        place = self._definition(place)
        self.found[place] = resource
        self.found[(place[0], "Async" + place[1])] = resource
        if member(resource, "connect") is not None:
            self.socket_modules.add(place[0])
        for name, target in self._properties(place):
            value = vars(resource).get(name)
            if isinstance(value, SubResource):
                self._match(target, value.resolve(resource))

    def _definition(self, place: Place) -> Place:
        """Follow re-exports to the module that defines a class."""
        module, name = place
        if any(isinstance(node, ast.ClassDef) and node.name == name for node in self.parse(module).body):
            return place
        return self._definition(self._imports(module)[name])


def member(resource: Type[Resource], name: str) -> Optional[object]:
    """Return the entry of a table: a Method or SubResource; or None."""
    for cls in resource.__mro__:
        value = vars(cls).get(name)
        if isinstance(value, (Method, SubResource)):
            return value
    return None
