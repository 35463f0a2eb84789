# SPDX-License-Identifier: MIT
"""Pickle APIObjects: models by their classes below `types`, or by their paths in the table in a copy without it."""

from __future__ import annotations

from .model_data import load_module
from .models import model_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def reduce_object(instance: Any, protocol: int, reduced: Any) -> Any:
    """Return what `__reduce_ex__` returns for an object; `reduced` is what it returns for a plain dict."""
    try:
        from .deep_objects import flatten, is_deep, unflatten

        if is_deep(instance):
            return unflatten, (flatten(instance),)
    except ModuleNotFoundError:  # in a copy without it
        pass
    if protocol < 2 or type(instance).__dict__.get("_path") is None:  # no model, or of a class that derives from one
        return reduced
    try:
        __import__("types", globals(), None, ["__name__"], 2)
    except ModuleNotFoundError:
        module, name = instance._path
        return (new_model, (module.family, module.package, module.key, name), *reduced[2:])
    return reduced


def new_model(family: str, package: str, key: str, name: str) -> Any:
    """Return an object without fields of a class of models."""
    cls = model_class(load_module(family, package, key), name)
    return cls.__new__(cls)
