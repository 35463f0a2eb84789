# SPDX-License-Identifier: MIT
"""The classes of the operations under the official names and modules, such as `resources.chat.completions`.

They are the classes of `client.chat.completions` and of the others, made from the tables in ../api when they are
touched, so wrapping their methods affects all clients. A resource with resources inside is a package, with its own
class in a module of the same name: `resources.chat.chat.Chat`, which the package has too.
"""

from __future__ import annotations

from ..api import ROOT_RESOURCES, resource_class, root_resource
from ..api.operation import AsyncResource, Resource, SubResource
from ..api.response_views import view_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

NOT_OFFICIAL = frozenset(("legacy",))
ACRONYMS = {"api": "API", "chatkit": "ChatKit"}  # words that the names of classes don't just capitalize
VIEWS = ("WithRawResponse", "WithStreamingResponse")
# Endings of the names of classes of WebSocket connections; those of resources of a connection are the last.
CONNECTION_ENDINGS = ("Connection", "ConnectionManager", "Resource")
SyncAPIResource = Resource
AsyncAPIResource = AsyncResource
BASES: Dict[str, Any] = {"SyncAPIResource": Resource, "AsyncAPIResource": AsyncResource}


def class_name(name: str) -> str:
    """Return the official name of the class of a resource, such as AdminAPIKeys for admin_api_keys."""
    return "".join(ACRONYMS.get(word, word.capitalize()) for word in name.split("_"))


def _find(path: str) -> Any:
    """Return the class of the resource at a dotted path, or None."""
    first, *rest = path.split(".")
    if first not in ROOT_RESOURCES or first in NOT_OFFICIAL:
        return None
    cls: Any = root_resource(first)
    for name in rest:
        cls = _children(cls).get(name)
        if cls is None:
            return None
    return cls


def _children(cls: Any) -> Dict[str, Any]:
    """Return the classes of the resources inside a resource, without other names of a root resource (`beta.chat`)."""
    nested = {name: entry.resolve(cls) for name, entry in cls.table.items() if isinstance(entry, SubResource)}
    return {
        name: child for name, child in nested.items() if name not in ROOT_RESOURCES or child is not root_resource(name)
    }


def entry_kind(path: str) -> str:
    """Return what is at a path below `resources`: "package", "module", or "" if there is nothing."""
    cls = _find(path)
    if cls is not None:
        return "package" if _children(cls) else "module"
    parent = path.rpartition(".")[0]
    return "module" if _is_own_module(path) and parent and entry_kind(parent) == "package" else ""


def _is_own_module(path: str) -> bool:
    """Return whether a module is that of a package's own class, `chat.chat`."""
    parent, _, last = path.rpartition(".")
    return parent.rpartition(".")[2] == last


def _classes(path: str) -> Dict[str, Any]:
    """Return the classes of a module by their names, without Async and the endings of views."""
    if not path:
        return {class_name(name): root_resource(name) for name in ROOT_RESOURCES if name not in NOT_OFFICIAL}
    cls = _find(path)
    if cls is None:
        path = path.rpartition(".")[0]
        cls = _find(path)
    nested = _children(cls).items()
    return {class_name(path.rpartition(".")[2]): cls, **{class_name(name): child for name, child in nested}}


def lookup(path: str, name: str) -> Any:
    """Return a class of the module at `path`; "" is `resources` itself. Raises KeyError."""
    if name in BASES:
        return BASES[name]
    if name.endswith(CONNECTION_ENDINGS):
        connection_class = _connection_class(path, name)
        if connection_class is not None:
            return connection_class
    is_async, plain = name.startswith("Async"), name[len("Async") :] if name.startswith("Async") else name
    ending: Optional[str] = next((ending for ending in VIEWS if plain.endswith(ending)), None)
    plain = plain[: -len(ending)] if ending else plain
    if not path:
        roots = [root for root in ROOT_RESOURCES if class_name(root) == plain and root not in NOT_OFFICIAL]
        table = root_resource(roots[0]) if roots else None
    else:
        table = _classes(path).get(plain)
    if table is None:
        raise KeyError(name)
    cls = resource_class(table, is_async)
    return view_class(cls, ending) if ending else cls


def _connection_class(path: str, name: str) -> Any:
    """Return a class of the WebSocket connections of a module, or None if it has no such class."""
    try:
        from ..connections.classes import endpoint_classes
        from ..connections.endpoints import ENDPOINTS
    except ModuleNotFoundError:  # in a copy without it
        return None
    for endpoint in ENDPOINTS.values():
        if endpoint.module == path:
            return endpoint_classes(endpoint.name, "Async" in name).get(name)
    return None


def list_names(path: str) -> List[str]:
    """Return the names that the module at `path` has."""
    names = _classes(path) if path else [class_name(root) for root in ROOT_RESOURCES if root not in NOT_OFFICIAL]
    return sorted(prefix + name + ending for name in names for prefix in ("", "Async") for ending in ("", *VIEWS))
