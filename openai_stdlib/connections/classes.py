# SPDX-License-Identifier: MIT
"""The classes of each endpoint under their official names, made from the table when they are first needed."""

from __future__ import annotations

from .endpoints import ENDPOINTS
from .events import ClientEvent, EventResource, NestedEventResource
from .managers import AsyncConnectionManager, ConnectionManager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Tuple

    from .endpoints import Endpoint

PACKAGE = __name__.rpartition(".connections.")[0]
_classes: Dict[Tuple[str, bool], Dict[str, Any]] = {}


def connection_class(name: str, is_async: bool) -> Any:
    """Return the class of the connections to an endpoint."""
    return endpoint_classes(name, is_async)[_class_name(ENDPOINTS[name], is_async, "Connection")]


def manager_class(name: str, is_async: bool) -> Any:
    """Return the class of the managers of an endpoint."""
    return endpoint_classes(name, is_async)[_class_name(ENDPOINTS[name], is_async, "ConnectionManager")]


def endpoint_classes(name: str, is_async: bool) -> Dict[str, Any]:
    """Return the classes of an endpoint by their names: connection, manager, and the resources of a connection."""
    made = _classes.get((name, is_async))
    if made is None:
        made = _classes.setdefault((name, is_async), _make_classes(ENDPOINTS[name], is_async))
    return made


def resource_names(endpoint: Endpoint, path: str) -> List[str]:
    """Return the names below a path of the types of events: `item` below `conversation`; "" is the connection."""
    prefix = path + "." if path else ""
    names: List[str] = []
    for event_type in endpoint.client_events:
        head, dot, _ = event_type[len(prefix) :].partition(".")
        if event_type.startswith(prefix) and dot and head not in names:
            names.append(head)
    return names


def _make_classes(endpoint: Endpoint, is_async: bool) -> Dict[str, Any]:
    classes: Dict[str, Any] = {}
    module = "{}.resources.{}".format(PACKAGE, endpoint.module)

    def add(ending: str, bases: Tuple[Any, ...], members: Dict[str, Any]) -> Any:
        name = _class_name(endpoint, is_async, ending)
        members["__module__"] = module
        members["__doc__"] = members.get("__doc__", bases[0].__doc__)
        cls = classes[name] = type(name, bases, members)
        return cls

    base_name = "Base{}{}ConnectionResource".format("Async" if is_async else "", endpoint.prefix)
    base = classes[base_name] = type(base_name, (EventResource,), {"__module__": module})

    def add_resource(path: str) -> Any:
        members: Dict[str, Any] = {"__doc__": "Events {}.*".format(path)}
        for event_type, fields in endpoint.client_events.items():
            parent, _, name = event_type.rpartition(".")
            if parent == path:
                members[name] = ClientEvent(fields, is_async)
        for name in resource_names(endpoint, path):
            members[name] = NestedEventResource(name, add_resource(path + "." + name))
        words = path.replace(".", "_").split("_")
        return add("".join(word.capitalize() for word in words) + "Resource", (base,), members)

    attributes = {name: NestedEventResource(name, add_resource(name)) for name in resource_names(endpoint, "")}
    connection = add("Connection", (_connection_base(is_async),), {"endpoint": endpoint, **attributes})
    manager = AsyncConnectionManager if is_async else ConnectionManager
    add("ConnectionManager", (manager,), {"endpoint": endpoint, "connection_class": connection})
    return classes


def _connection_base(is_async: bool) -> Any:
    if is_async:
        from .async_connection import AsyncConnection

        return AsyncConnection
    from .connection import Connection

    return Connection


def _class_name(endpoint: Endpoint, is_async: bool, ending: str) -> str:
    return ("Async" if is_async else "") + endpoint.prefix + ending
