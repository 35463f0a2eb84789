# SPDX-License-Identifier: MIT
"""Make a pydantic model of the parameters of a function, for tools of agents in programs that use pydantic."""

from __future__ import annotations

import inspect

from ..call.errors import ArgumentError
from .type_info import type_hints

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Tuple

NAMED = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


def make_model(pydantic: Any, function: Callable[..., Any]) -> Tuple[Any, Dict[str, str]]:
    """Return a model whose fields have the parameters' names as aliases, and the parameter of each field.

    The fields have names of their own, because pydantic reserves some. Raises TypeError for parameters that cannot be
    passed by name or have no annotation.
    """
    hints = type_hints(function)
    fields: Dict[str, Any] = {}
    aliases: Dict[str, str] = {}
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind not in NAMED:
            raise ArgumentError("{}: a tool needs parameters that can be passed by name".format(parameter.name))
        if parameter.name not in hints:
            raise ArgumentError("{}: has no type annotation; add one".format(parameter.name))
        field = "argument_{}".format(len(fields))
        aliases[field] = parameter.name
        fields[field] = (hints[parameter.name], ... if parameter.default is parameter.empty else parameter.default)
    if hasattr(pydantic, "ConfigDict"):
        config = pydantic.ConfigDict(extra="forbid", alias_generator=aliases.__getitem__)
    else:  # pydantic 1
        config = type("Config", (), {"extra": "forbid", "alias_generator": staticmethod(aliases.__getitem__)})
    return pydantic.create_model("ToolArguments", __config__=config, **fields), aliases


def bind_function(function: Callable[..., Any], aliases: Dict[str, str]) -> Callable[[Any], Any]:
    """Return a function that calls another one with the fields of a model."""

    def call(arguments: Any) -> Any:
        return function(**{name: getattr(arguments, field) for field, name in aliases.items()})

    return call
