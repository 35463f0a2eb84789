# SPDX-License-Identifier: MIT
"""Names in `types` and the modules below it, where the `openai` package has its models. Classes are built on demand.

Models come from the table. Parameters, which are typed dicts, and names that only annotations use come from the type
stubs. In a copy of the package without stubs the former are typed dicts without keys, the latter `typing.Any`.
"""

from __future__ import annotations

import typing

from ..results import model_index
from ..results.model_data import define, members_of
from ..results.models import flatten, model_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Optional

    from ..results.model_data import ModelPath
    from .field_types import Stub

provide_model: Any = None  # set by pydantic_mode.py: gives the class of a model, if these are classes of pydantic
PARAMETER_MODULES = ("_param", "_params")  # endings of the names of modules
_packages = frozenset(
    ".".join(package.split(".")[:count])
    for package in model_index.packages()
    for count in range(1, package.count(".") + 2)
) - {""} | {"shared_params"}


def entry_kind(path: str) -> str:
    """Return what is at a path below `types`: "package", "module", or "" if there is nothing."""
    if path in _packages:
        return "package"
    parent, _, last = path.rpartition(".")
    if last in model_index.modules_of(parent) or last in model_index.annotations_of(parent):
        return "module"
    if not last.islower():
        return ""
    stub = _read_stub(path)
    if stub is not None:
        return "package" if stub.is_package else "module"
    if _read_stub("") is not None:
        return ""
    has_parameters = last.endswith(PARAMETER_MODULES) or parent == "shared_params"
    return "module" if has_parameters and (not parent or parent in _packages) else ""


def lookup(path: str, name: str) -> Any:
    """Return the value of a name in the module at `path`; "" is `types` itself. Raises KeyError."""
    if name.startswith("_") or not name[:1].isupper():
        raise KeyError(name)
    model_path = _find_in_table(path, name)
    if model_path is not None and not _is_union(model_path):
        return _model_at(model_path)
    stub = _read_stub(path)
    if stub is not None:
        if not stub.has(name):
            raise KeyError(name)
        from .typed_dicts import find_name

        return find_name(path, name)
    return _stand_in(path, name, model_path)


def _model_at(model_path: ModelPath) -> Any:
    module, name = model_path
    return model_class(module, name) if provide_model is None else provide_model(module.path, name)


def _read_stub(path: str) -> Optional[Stub]:
    from .field_types import read_stub  # not for the names of models

    return read_stub(path)


def _find_in_table(path: str, name: str) -> Optional[ModelPath]:
    names = model_index.module_names(path)
    if names is not None:
        return names.get(name)
    return model_index.find_in_package(path, name) or (
        model_index.find_in_package("shared", name) if not path else None
    )


def _is_union(model_path: ModelPath) -> bool:
    return bool(members_of(define(*model_path) or []))


def _stand_in(path: str, name: str, union: Optional[ModelPath]) -> Any:
    """Return what is known of a name that is no model without the stubs. Raises KeyError."""
    if union is not None:
        members = flatten(members_of(define(*union) or []))
        return typing.Union[tuple(_model_at(member) for member in members)]
    package, _, module = path.rpartition(".")
    in_module, in_package = model_index.annotations_of(package).get(module), model_index.annotations_of(path)
    if in_module is not None and name in in_module:
        return typing.Any
    if any(name in names for names in in_package.values()):
        return typing.Any
    if name.endswith(("Param", "Params")) or path.endswith(PARAMETER_MODULES) or path.startswith("shared_params"):
        from .typed_dicts import provide

        return provide(path, name)
    raise KeyError(name)


def list_names(path: str) -> List[str]:
    """Return the names that the module at `path` exports."""
    stub = _read_stub(path)
    if stub is not None:
        return sorted(name for name in stub.exported_names() if not name.startswith("_"))
    names = model_index.module_names(path)
    if names is not None:
        return sorted(names)
    return sorted({*model_index.main_names(path), *(() if path else list_names("shared"))})
