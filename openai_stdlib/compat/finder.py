# SPDX-License-Identifier: MIT
"""Make the modules of the `openai` package's layout when they are imported; none of them is a file.

`import openai_stdlib.lib.streaming.chat` reaches `find_spec` after the import system has found no file. The modules
look their names up when they are first touched: in modules.py, or in models.py for `types` and what is below it.
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


def find_spec(name: str) -> Optional[ModuleSpec]:
    """Return how to make the module `name`, a full dotted name, or None if the layout has no such module."""
    path = _path_in_package(name)
    if path.startswith("types."):
        from .models import entry_kind

        entry = entry_kind(path[len("types.") :])
        is_package, exists = entry == "package", bool(entry)
    else:
        is_package, exists = modules.is_package(path), path in modules.MODULES
    loader: Any = _Loader  # by what it does
    return ModuleSpec(name, loader, is_package=is_package) if exists else None


class _Loader:
    @staticmethod
    def create_module(spec: ModuleSpec) -> Any:
        is_model = _path_in_package(spec.name).startswith("types.")
        return (_ModelModule if is_model else CompatModule)(spec.name)

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
            if name.startswith("_") or find_spec(self.__spec__.name + "." + name) is None:
                raise AttributeError("module {!r} has no attribute {!r}".format(self.__name__, name)) from None
            return __import__(self.__spec__.name + "." + name, None, None, ["*"])
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


class _ModelModule(_LazyModule):
    """A module below `types`."""

    def _list(self) -> List[str]:
        from .models import list_names

        return list_names(_path_in_package(self.__spec__.name)[len("types.") :])

    def _lookup(self, name: str) -> Any:
        from .models import lookup

        return lookup(_path_in_package(self.__spec__.name)[len("types.") :], name)
