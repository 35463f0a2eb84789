# SPDX-License-Identifier: MIT
"""Facts about the official package's models: names of `types`, fields, and unions of events."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from typing import Any, Dict, Iterator, List, Tuple

import openai.types
import typing_extensions

from .facts import Flat

ROOT = "openai.types."
PARAMETER_MODULES = ("_param", "_params")


def modules() -> Iterator[Tuple[str, Any]]:
    """Yield every module below `types`: its path and the module."""
    for info in pkgutil.walk_packages(openai.types.__path__, ROOT):
        if not info.ispkg:
            yield info.name[len(ROOT) :], importlib.import_module(info.name)


def is_model(value: Any) -> bool:
    """Tell whether a value is a model class."""
    return inspect.isclass(value) and not typing_extensions.get_origin(value) and issubclass(value, openai.BaseModel)


def models_in(annotation: Any) -> List[Any]:
    """Return the models in an annotation, each once."""
    if type(annotation).__name__ == "TypeAliasType":
        return models_in(annotation.__value__)
    if is_model(annotation):
        return [annotation]
    if typing_extensions.get_origin(annotation) is typing_extensions.Literal:
        return []
    arguments = typing_extensions.get_args(annotation)
    return list(dict.fromkeys(model for argument in arguments for model in models_in(argument)))


def model_facts() -> Flat:
    """Return the facts about models."""
    flat: Flat = {"type": {}, "model": {}, "field": {}, "event union": {}, "event": {}}
    for path, module in modules():
        for name in public_names(path, module):
            value: Any = getattr(module, name, None)
            flat["type"]["{} {}".format(home(path, name), name)] = ""
            if is_model(value) and (value.__module__, value.__name__) == (module.__name__, name):
                flat["model"]["{}.{}".format(path, name)] = ""
                flat["field"].update(fields(path, value))
            elif name.endswith("Event") and not is_model(value):
                events(flat, "{}.{}".format(path, name), models_in(value))
    return flat


def public_names(path: str, module: Any) -> List[str]:
    """Return the names that a module lists, its other models, and what it is named for."""
    capital = {name: value for name, value in vars(module).items() if name[:1].isupper() and "[" not in name}
    names = set(getattr(module, "__all__", set(capital).difference(vars(typing_extensions))))
    for name, value in capital.items():
        is_own = getattr(value, "__module__", "") == module.__name__
        is_main = snake_case(name) == path.rpartition(".")[2]
        if (is_own and models_in(value)) or (is_main and (models_in(value) or path.endswith(PARAMETER_MODULES))):
            names.add(name)
    return sorted(names)


def home(path: str, name: str) -> str:
    """Return the package below `types` that exports a name of a module, the module if it does not."""
    package = path.rpartition(".")[0]
    exported = vars(importlib.import_module((ROOT + package).rstrip(".")))
    return (package or "types") if name in exported else path


def snake_case(name: str) -> str:
    """Return the name of the module that is named for a class."""
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).lower()


def fields(path: str, model: Any) -> Dict[str, str]:
    """Return the fields of a model, each with its name in JSON."""
    return {
        "{}.{} {}".format(path, model.__name__, name): field.alias or name for name, field in model.model_fields.items()
    }


def events(flat: Flat, union: str, members: List[Any]) -> None:
    """Add the members of a union of events to the facts."""
    if len(members) > 1:
        flat["event union"][union] = ""
        flat["event"].update(("{} {}".format(union, member.__name__), "") for member in members)
