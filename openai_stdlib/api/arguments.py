# SPDX-License-Identifier: MIT
"""Arguments of operations that need a closer look: path parameters passed by position, and missing arguments."""

from __future__ import annotations

from ..call.errors import ArgumentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Tuple

    from .operation import Operation


def assign_path_argument(operation: Operation, positional: Tuple[Any, ...], arguments: Dict[str, Any]) -> None:
    """Add the last path parameter, passed by position, to `arguments`. Raises TypeError for other arguments."""
    if len(positional) > 1 or not operation.path_names:
        raise TypeError(
            "{}() takes {} positional argument{} but {} were given; pass the others by keyword".format(
                operation.name, *(("one", "") if operation.path_names else ("no", "s")), len(positional)
            )
        )
    name = operation.path_names[-1]
    if name in arguments:
        raise TypeError("{}() got multiple values for argument '{}'".format(operation.name, name))
    arguments[name] = next(iter(positional))


def check_required(operation: Operation, arguments: Mapping[str, Any]) -> None:
    """Raise ArgumentError (a TypeError) if a required argument is missing."""
    missing = [name for name in operation.required_names if name not in arguments]
    if missing and not ("|" in operation.required and _matches_alternative(operation, arguments)):
        raise ArgumentError(
            "Missing required argument{}: {} ({}() is {} {})".format(
                "s" if len(missing) > 1 else "",
                " and ".join(map(repr, missing)),
                operation.name,
                operation.method,
                operation.path,
            )
        )


def _matches_alternative(operation: Operation, arguments: Mapping[str, Any]) -> bool:
    """Return whether the arguments include every name that one of the alternatives requires."""
    return all(name in arguments for name in operation.path_names) and any(
        all(name in arguments for name in names.split()) for names in operation.required.split("|")
    )
