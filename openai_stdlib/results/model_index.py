# SPDX-License-Identifier: MIT
"""Lookups in the whole table of models: by a name alone, or by the path of a module below `types`.

They load every family that could have the name. Calls don't need them: an operation's family is known.
"""

from __future__ import annotations

from .known_fields import all_modules
from .model_data import FAMILIES, define, find_in_family, find_original, has_name, load_family, load_module, snake_case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, List, Optional

    from .model_data import ModelPath, Module

_modules: Dict[str, Dict[str, Module]] = {}
_annotations: Dict[str, Dict[str, List[str]]] = {}


def packages() -> List[str]:
    """Return the packages below `types`; "" is `types` itself."""
    from .model_data.annotations import NAMES

    return sorted(set(NAMES).union(*(load_family(family) for family in FAMILIES)))


def modules_of(package: str) -> Dict[str, Module]:
    """Return the modules directly in a package by their names, apart from those that only annotations use."""
    if package not in _modules:
        _modules[package] = {
            snake_case(key): load_module(family, package, key)
            for family in FAMILIES
            for key in load_family(family).get(package, ())
        }
    return _modules[package]


def annotations_of(package: str) -> Dict[str, List[str]]:
    """Return the names in a package that only annotations use, by module."""
    if package not in _annotations:
        from .model_data.annotations import NAMES

        modules: Dict[str, List[str]] = {}
        for word in " ".join(NAMES.get(package, "").split()).replace(", ", ",").split():
            module, _, names = word.rstrip(")").partition("(")
            if names:
                modules[module] = names.split(",")
            else:
                modules[snake_case(module)] = [module]
        _annotations[package] = modules
    return _annotations[package]


def module_names(path: str) -> Optional[Dict[str, Optional[ModelPath]]]:
    """Return the names in the module at a path, None if there is no such module.

    A model or union is given by where it is, a name that only annotations use by None.
    """
    package, _, name = path.rpartition(".")
    module = modules_of(package).get(name)
    annotations = annotations_of(package).get(name)
    if module is None and annotations is None:
        return None
    names: Dict[str, Optional[ModelPath]] = dict.fromkeys(annotations or ())
    if module is not None:
        names.update((model, (module, model)) for model in names_in(module))
    return names


def main_names(package: str) -> List[str]:
    """Return the names in a package after which their modules are named."""
    modules = {path: names_in(module) for path, module in modules_of(package).items()}
    return [
        name
        for names_by_module in (modules, annotations_of(package))
        for module, names in names_by_module.items()
        for name in names
        if name.lower() == module.replace("_", "")
    ]


def names_in(module: Module) -> List[str]:
    """Return the names of all models and unions in a module, those of copies included."""
    names = dict.fromkeys(module.models)
    copies = {copy: text[5:].partition(",")[0] for copy, text in module.models.items() if text[:5] == "like "}
    for copy, reference in sorted(copies.items(), key=lambda item: item[1] in module.models):  # those of this one last
        original = find_original(module, reference)
        if original is None:
            continue
        other, outer = original
        for name in list(names) if other is module else names_in(other):
            if name.startswith(outer):
                names[copy + name[len(outer) :]] = None
            elif copy == module.key and outer == other.key:
                names[name] = None
    return [name for name in names if define(module, name) is not None]


def find_in_package(package: str, name: str) -> Optional[ModelPath]:
    """Return where a package has a model or union: in the module that is named after it, if there are several."""
    modules = modules_of(package)
    first = modules.get(snake_case(name))
    for module in [first] if first is not None and has_name(first, name) else modules.values():
        if has_name(module, name):
            return module, name
    return None


def find_anywhere(name: str) -> Optional[ModelPath]:
    """Return where a model or union is by its name alone, main models first, or by its module's path and its name."""
    path, _, name = name.rpartition(".")
    if path:
        module = modules_of(path.rpartition(".")[0]).get(path.rpartition(".")[2])
        return (module, name) if module is not None and has_name(module, name) else find_in_package(path, name)
    for family in FAMILIES:
        found = find_in_family(family, name)
        if found is not None:
            return found
    return next(((module, name) for module in all_modules() if has_name(module, name)), None)
