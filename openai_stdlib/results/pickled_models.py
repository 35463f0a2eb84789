# SPDX-License-Identifier: MIT
"""Pickles of models: by their classes below `types`, or by their places in the table in a copy without `types`."""

from __future__ import annotations

from .model_data import load_module
from .models import model_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def reduce_model(model: Any, reduced: Any) -> Any:
    """Return what `__reduce_ex__` returns for a model; `reduced` is what it returns for any other object."""
    try:
        __import__("types", globals(), None, ["*"], 2)
    except ModuleNotFoundError:
        module, name = model._path
        return (new_model, (module.family, module.package, module.key, name), *reduced[2:])
    return reduced


def new_model(family: str, package: str, key: str, name: str) -> Any:
    """Return an object without fields of a class of models."""
    cls = model_class(load_module(family, package, key), name)
    return cls.__new__(cls)
