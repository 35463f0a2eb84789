# SPDX-License-Identifier: MIT
"""Names in `types` and the modules below it, where the `openai` package has its models. Classes are built on demand.

Parameters, which are typed dicts in the `openai` package, are `dict` here. Names that only annotations use have the
values of the stubs; `typing.Any` in a copy without stubs.
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

find_pydantic_value: Any = None  # set by pydantic_mode.py: the value of a name, if its models are classes of pydantic
PARAMETER_MODULES = ("_param", "_params")  # endings of the names of modules
# Names that a package exports although no module is named after them.
EXPORTED_NAMES = {
    "": "ReconnectingEvent ReconnectingOverrides SyncWebSocketConnectionOptions",
    "chat": "ChatCompletionMessageToolCallUnion ParsedChatCompletionMessage ParsedChoice ParsedFunction",
    "responses": (
        "ParsedContent ParsedResponseFunctionToolCall ParsedResponseOutputItem ParsedResponseOutputMessage "
        "ParsedResponseOutputText"
    ),
}
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
    has_parameters = last.endswith(PARAMETER_MODULES) or parent == "shared_params"
    return "module" if has_parameters and (not parent or parent in _packages) else ""


def lookup(path: str, name: str) -> Any:
    """Return the value of a name in the module at `path`; "" is `types` itself. Raises KeyError."""
    if not name.startswith("_") and name[:1].isupper():
        value = find_pydantic_value(path, name) if find_pydantic_value is not None else None
        if value is not None:
            return value
        names = model_index.module_names(path)
        if names is not None:
            if name in names:
                return _value_at(names[name], path, name)
            if "*" in names:
                return _value_of_stub(path, name)
        else:
            for package in (path, "shared") if not path else (path,):
                model_path = model_index.find_in_package(package, name)
                if model_path is not None:
                    return _value_at(model_path, path, name)
                if any(name in others for others in model_index.annotations_of(package).values()):
                    return _value_of_stub(package, name)
        is_parameter = name.endswith(("Param", "Params"))
        if is_parameter or path.endswith(PARAMETER_MODULES) or path.startswith("shared_params"):
            return dict
    raise KeyError(name)


def _value_of_stub(path: str, name: str) -> Any:
    from .plain_types import value_of_stub

    return value_of_stub(path, name)


def _value_at(model_path: Optional[ModelPath], path: str, name: str) -> Any:
    """Return the class of a model, the union of the classes of a union, or what the stub has."""
    definition = define(*model_path) if model_path else None
    if model_path is None or definition is None:
        return _value_of_stub(path, name)
    members = members_of(definition)
    if members:
        return typing.Union[tuple(model_class(*member) for member in flatten(members))]
    return model_class(*model_path)


def list_names(path: str) -> List[str]:
    """Return the names that the module at `path` exports."""
    names = model_index.module_names(path)
    if names is not None:
        return sorted(set(names) - {"*"})
    exported = model_index.main_names(path) + EXPORTED_NAMES.get(path, "").split()
    return sorted({*exported, *(() if path else list_names("shared"))})
