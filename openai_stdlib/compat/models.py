# SPDX-License-Identifier: MIT
"""What `types` and the modules below it hold: model classes, made from the model index when they are first touched.

Parameters, which are typed dicts in the `openai` package, are `dict` here. Names that only annotations use are unions
of models, or `typing.Any`.
"""

from __future__ import annotations

import typing

from ..results import model_index
from ..results.models import _members, model_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List

PARAMETER_MODULES = ("_param", "_params")  # how their names end
_packages = frozenset(
    ".".join(path.split(".")[:count]) for path in model_index.packages() for count in range(1, path.count(".") + 2)
) | {"shared_params"}


def entry_kind(path: str) -> str:
    """Return what is at a path below `types`: "package", "module", or "" if nothing is."""
    if path in _packages:
        return "package"
    if model_index.module(path) is not None:
        return "module"
    parent, _, last = path.rpartition(".")
    has_parameters = last.endswith(PARAMETER_MODULES) or parent == "shared_params"
    return "module" if has_parameters and (not parent or parent in _packages) else ""


def lookup(path: str, name: str) -> Any:
    """Return what the module at `path` ("" is `types` itself) has by a name. Raises KeyError."""
    if not name.startswith("_") and name[:1].isupper():
        names = model_index.module(path)
        if names is not None and name in names:
            return _resolve_entry((path, name), names[name])
        for package in () if names is not None else (path, "shared") if not path else (path,):
            model_path = model_index.find_in_package(package, name)
            if model_path is not None:
                return _resolve_entry(model_path, (model_index.module(model_path[0]) or {})[name])
            if any(name in (model_index.module(inside) or ()) for inside in model_index.modules_of(package)):
                return typing.Any
        is_parameter = name.endswith(("Param", "Params"))
        if is_parameter or path.endswith(PARAMETER_MODULES) or path.startswith("shared_params"):
            return dict
    raise KeyError(name)


def _resolve_entry(model_path: Any, rest: str) -> Any:
    if rest == "!":
        return typing.Any
    if rest.startswith("= "):
        return typing.Union[tuple(model_class(*member) for member in _members(rest[2:], model_path[0]))]
    return model_class(*model_path)


def list_names(path: str) -> List[str]:
    """Return the names that the module at `path` is known to have."""
    names = model_index.module(path)
    if names is not None:
        return sorted(names)
    modules = model_index.modules_of(path)
    return sorted({name for module_path in modules for name in model_index.module(module_path) or ()})
