# SPDX-License-Identifier: MIT
"""A copy of the package in a host that reloads modules, or removes them from `sys.modules` while clients are in use.

Functions of the package import further modules when they need them. These imports are relative, so they go through
`__package__`: under the old name they would find another version of the package, or load a second copy of this one and
leave it in `sys.modules`. Therefore the modules of a removed copy get another name for their package, one that nobody
can import by accident. The import system does the rest, and the copy costs nothing as long as it is in use normally.

`__init__.py` loads this module without adding it to `sys.modules`. It imports nothing of the package, and refers to
the copy weakly: the copy is freed when its last client is, unless it has imported something since it was removed.
"""

from __future__ import annotations

import sys
from weakref import ref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any, Dict, Optional


def set_aside(package: ModuleType, call: Optional[ModuleType]) -> None:
    """Give the package and its loaded modules another name. Classes that exist keep the old one.

    `call` is the subpackage of that name, if it is loaded; the package does not refer to it.
    """
    name = package.__name__
    alias = "{} (removed {:x})".format(name.replace(".", "/"), id(package))
    modules = {}
    for path, module in _find_modules(package, call).items():
        spec: Any = module.__spec__
        spec.name = alias + path[len(name) :]
        module.__name__, module.__package__ = spec.name, spec.parent
        modules[spec.name] = module
    package.__dict__["_modules"] = modules
    sys.meta_path.append(_Finder(alias, package))


def _find_modules(package: ModuleType, call: Optional[ModuleType]) -> Dict[str, ModuleType]:
    """Return the loaded modules of the package by name: those in `sys.modules`, and attributes of other modules."""
    prefix = package.__name__ + "."
    modules = {package.__name__: package}
    pending = [sys.modules[name] for name in list(sys.modules) if name.startswith(prefix)]
    pending += [package] + ([call] if call is not None else [])
    while pending:
        module = pending.pop()
        if getattr(module, "__spec__", None) is not None:
            modules[module.__name__] = module
            for value in list(vars(module).values()):
                if isinstance(value, type(sys)) and value.__name__.startswith(prefix) and value.__name__ not in modules:
                    pending.append(value)
    return modules


class _Finder:
    """Finds the removed package under its other name. Files in its folders are found as always."""

    def __init__(self, alias: str, package: ModuleType) -> None:
        self.alias = alias
        self.package = ref(package, self._remove)

    def _remove(self, _: Any) -> None:
        if sys.meta_path is not None:  # as while the interpreter ends
            sys.meta_path[:] = [finder for finder in sys.meta_path if finder is not self]

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Optional[Any]:
        """Return how to get the package, or a module of its compat layer; None for anything else."""
        package = self.package()
        if package is None:
            return None
        if name == self.alias:
            spec: Any = package.__spec__
            return type(spec)(name, _Loader(package), is_package=True)
        if name.startswith(self.alias + ".") and not name.startswith(self.alias + ".compat"):
            try:
                finder = __import__(self.alias + ".compat.finder", None, None, ["find_spec"])
            except ModuleNotFoundError:  # the folder has been deleted
                return None
            return finder.find_spec(name)
        return None


class _Loader:
    """Puts the loaded modules of a removed package into `sys.modules` under their other names."""

    def __init__(self, package: ModuleType) -> None:
        self.package = package
        self.spec = package.__spec__

    def create_module(self, spec: Any) -> ModuleType:
        """Return the package, which exists."""
        return self.package

    def exec_module(self, module: ModuleType) -> None:
        """Add the modules below it."""
        module.__spec__ = self.spec
        sys.modules.update(module._modules)


def keep(name: str, module: ModuleType) -> Any:
    """Return a spec with which `importlib.reload` leaves a module as it is."""
    original: Any = module.__spec__
    spec = type(original)(name, _KeepingLoader(original), is_package=hasattr(module, "__path__"))
    spec.submodule_search_locations = original.submodule_search_locations
    return spec


class _KeepingLoader:
    """Restores what `importlib.reload` has changed before it executes a module."""

    def __init__(self, spec: Any) -> None:
        self.spec = spec

    def exec_module(self, module: ModuleType) -> None:
        """Restore the module's spec and loader."""
        module.__spec__, module.__loader__ = self.spec, self.spec.loader
