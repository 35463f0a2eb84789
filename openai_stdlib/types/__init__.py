# SPDX-License-Identifier: MIT
"""The models by the names and modules of the official package: `from …types.chat import ChatCompletion`.

There is no file for each: a finder, which answers for nothing but what is below this package, makes its modules from
the table. Models are the classes that answers have. Parameters, which are typed dicts there, are `dict`; names that
only annotations use are unions of models, or `typing.Any`. Neighbours: ../answer/table.py and models.py.
"""

from __future__ import annotations

import sys
import typing
from importlib.machinery import ModuleSpec

from ..answer import table
from ..answer.models import _members, built

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Optional

PREFIX = __name__ + "."
ModuleType: Any = type(sys)
PARAMETERS = ("_param", "_params")
_packages = frozenset(
    ".".join(path.split(".")[:count]) for path in table.packages() for count in range(1, path.count(".") + 2)
) | {"shared_params"}


def kind_of(path: str) -> str:
    """Return what is at a path below this package: "package", "module", or "" if nothing is."""
    if path in _packages:
        return "package"
    if table.module(path) is not None:
        return "module"
    parent, _, last = path.rpartition(".")
    is_of_parameters = last.endswith(PARAMETERS) or parent == "shared_params"
    return "module" if is_of_parameters and (not parent or parent in _packages) else ""


def lookup(path: str, name: str) -> Any:
    """Return what a package or module has by a name. Raises AttributeError."""
    if not name.startswith("_") and name[:1].isupper():
        names = table.module(path)
        if names is not None and name in names:
            return _of_line((path, name), names[name])
        for package in () if names is not None else (path, "shared") if not path else (path,):
            place = table.within(package, name)
            if place is not None:
                return _of_line(place, (table.module(place[0]) or {})[name])
            if any(name in (table.module(inside) or ()) for inside in table.modules_of(package)):
                return typing.Any
        if path.endswith(PARAMETERS) or name.endswith(("Param", "Params")) or path.startswith("shared_params"):
            return dict
    raise AttributeError("module {!r} has no attribute {!r}".format(PREFIX + path, name))


def _of_line(place: Any, rest: str) -> Any:
    if rest == "!":
        return typing.Any
    if rest.startswith("= "):
        return typing.Union[tuple(built(*member) for member in _members(rest[2:], place[0]))]
    return built(*place)


def names_at(path: str) -> List[str]:
    """Return the names that a package or module is known to have."""
    names = table.module(path)
    if names is not None:
        return sorted(names)
    return sorted({name for module_path in table.modules_of(path) for name in table.module(module_path) or ()})


class _Module(ModuleType):  # type: ignore[misc]  # a class that is found at run time
    """A module below this package, whose names are made when they are touched."""

    def __getattr__(self, name: str) -> Any:
        path = self.__name__[len(PREFIX) :]
        if name == "__all__":
            return names_at(path)
        if not name.startswith("_") and kind_of(path) == "package" and kind_of(path + "." + name):
            return __import__(self.__name__ + "." + name, None, None, ["*"])
        found = lookup(path, name)
        setattr(self, name, found)
        return found

    def __dir__(self) -> List[str]:
        return names_at(self.__name__[len(PREFIX) :])


class _Finder:
    """Answers for the modules below this package, and for no others."""

    @staticmethod
    def find_spec(name: str, path: Any = None, target: Any = None) -> Optional[ModuleSpec]:
        """Return how a module is made, or None if there is no such."""
        if not name.startswith(PREFIX):
            return None
        kind = kind_of(name[len(PREFIX) :])
        loader: Any = _Finder
        return ModuleSpec(name, loader, is_package=kind == "package") if kind else None

    @staticmethod
    def create_module(spec: ModuleSpec) -> ModuleType:
        """Make an empty module."""
        return _Module(spec.name)

    @staticmethod
    def exec_module(module: ModuleType) -> None:
        """Do nothing: names come when they are touched."""


_finder: Any = _Finder  # one by what it does
sys.meta_path.append(_finder)


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return names_at("")
    if kind_of(name):
        return __import__(PREFIX + name, None, None, ["*"])
    return lookup("", name)


def __dir__() -> List[str]:
    return names_at("")
