# SPDX-License-Identifier: MIT
"""Make the modules of the `openai` package's layout when they are imported; none of them is a file.

`import openai_stdlib.lib.streaming.chat` reaches `find_spec` after the import system has found no file. The modules
look their names up when they are first touched: in modules.py if it lists them, else in models.py for `types` and what
is below it, or in resources.py for `resources`.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec

from . import modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any, Dict, List, Optional
else:
    ModuleType = type(sys)


def _path_in_package(name: str) -> str:
    """Return the path of a module in the package; not with a constant, because host.py renames the package."""
    assert __package__ is not None
    return name[len(__package__) - len("compat") :]


def _table(path: str) -> Any:
    """Return the module of this subpackage that knows what is below `types` or `resources`, or None: modules.py."""
    if path in modules.MODULES:
        return None
    if path.startswith("types."):
        from . import models

        return models
    if path.startswith("resources."):
        from . import resources

        return resources
    return None


def find_spec(name: str) -> Optional[ModuleSpec]:
    """Return how to make the module `name`, a full dotted name, or None if the layout has no such module."""
    path = _path_in_package(name)
    table = _table(path)
    if table is not None:
        entry = table.entry_kind(path.partition(".")[2])
        is_package, exists = entry == "package", bool(entry)
    else:
        is_package, exists = modules.is_package(path), path in modules.MODULES
    loader: Any = _Loader  # by what it does
    return ModuleSpec(name, loader, is_package=is_package) if exists else None


class _Loader:
    @staticmethod
    def create_module(spec: ModuleSpec) -> Any:
        return (CompatModule if _table(_path_in_package(spec.name)) is None else _TableModule)(spec.name)

    @staticmethod
    def exec_module(module: Any) -> None:
        """Do nothing: names are looked up when they are touched."""


class _LazyModule(ModuleType):
    """A module whose names are looked up when they are touched."""

    __spec__: Any  # a ModuleSpec, never None

    def __getattr__(self, name: str) -> Any:
        if name == "__all__":
            return self._list()
        try:
            value = self._lookup(name)
        except KeyError:
            if name.startswith("__") or find_spec(self.__spec__.name + "." + name) is None:
                raise AttributeError("module {!r} has no attribute {!r}".format(self.__name__, name)) from None
            return __import__(self.__spec__.name + "." + name, None, None, ["__name__"])
        setattr(self, name, value)
        return value

    def __dir__(self) -> List[str]:
        return self._list()

    def _list(self) -> List[str]:
        raise NotImplementedError

    def _lookup(self, name: str) -> Any:
        raise NotImplementedError


class CompatModule(_LazyModule):
    """A module that modules.py lists."""

    def _names(self) -> Dict[str, str]:
        return modules.names_in(_path_in_package(self.__spec__.name))

    def _list(self) -> List[str]:
        return sorted(self._names())

    def _lookup(self, name: str) -> Any:
        return getattr(__import__(self._names()[name], globals(), None, [name], 2), name)


class _TableModule(_LazyModule):
    """A module below `types` or `resources`."""

    def _list(self) -> List[str]:
        path = _path_in_package(self.__spec__.name)
        names: List[str] = _table(path).list_names(path.partition(".")[2])
        return names

    def _lookup(self, name: str) -> Any:
        path = _path_in_package(self.__spec__.name)
        return _table(path).lookup(path.partition(".")[2], name)
