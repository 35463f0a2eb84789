# SPDX-License-Identifier: MIT
"""`connect`, the method of resources: bind arguments, and return a manager."""

from __future__ import annotations

from .classes import manager_class
from .endpoints import COMMON_ARGUMENTS, ENDPOINTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Tuple


def connect(resource: Any, name: str, args: Tuple[Any, ...], arguments: Dict[str, Any]) -> Any:
    """Return a manager of connections to an endpoint, for the client of a resource. Nothing is sent yet.

    Raises TypeError, ConfigError or ArgumentError for arguments that are missing, unknown or invalid.
    """
    endpoint = ENDPOINTS[name]
    if args:
        names = (*endpoint.parameters, *COMMON_ARGUMENTS) if endpoint.is_positional else ()
        if len(args) > len(names):
            raise TypeError("connect() takes {} arguments by position, got {}".format(len(names), len(args)))
        for argument, value in zip(names, args):
            if argument in arguments:
                raise TypeError("connect() got the argument {!r} twice".format(argument))
            arguments[argument] = value
    return manager_class(name, resource._client._is_async)(client=resource._client, **arguments)
