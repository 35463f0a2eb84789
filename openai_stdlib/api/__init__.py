# SPDX-License-Identifier: MIT
"""Operations of the API, in one module for each root resource; each module is imported on first access."""

from __future__ import annotations

import sys

from ..call.errors import shutdown_error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, Tuple, Type

    from .operation import Operation, Resource

# Attribute of the client -> class. The module has the name of the attribute.
ROOT_RESOURCES = {
    "admin": "Admin",
    "audio": "Audio",
    "batches": "Batches",
    "beta": "Beta",
    "chat": "Chat",
    "completions": "Completions",
    "containers": "Containers",
    "content_provenance_checks": "ContentProvenanceChecks",
    "conversations": "Conversations",
    "decisions": "Decisions",
    "embeddings": "Embeddings",
    "evals": "Evals",
    "files": "Files",
    "fine_tuning": "FineTuning",
    "images": "Images",
    "legacy": "Legacy",
    "live": "Live",
    "models": "Models",
    "moderations": "Moderations",
    "realtime": "Realtime",
    "responses": "Responses",
    "safety": "Safety",
    "skills": "Skills",
    "uploads": "Uploads",
    "vector_stores": "VectorStores",
    "videos": "Videos",
    "webhooks": "Webhooks",
}


def root_resource(name: str) -> Type[Resource]:
    """Return the class of a root resource, importing its module if necessary."""
    cls: Type[Resource] = import_name("api." + name, ROOT_RESOURCES[name])
    return cls


class RootResource:
    """Attribute of the clients, such as `chat`: the resource, whose class is imported on first access."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, client: Any, owner: Any = None) -> Any:
        if client is None:
            return self
        # Cache it in the client, where it takes precedence because there is no `__set__`.
        resource = client.__dict__[self.name] = client._make_resource(self.name)
        return resource


def add_root_resources(cls: Any) -> None:
    """Give a class of clients the root resources as attributes."""
    for name in ROOT_RESOURCES:
        setattr(cls, name, RootResource(name))


_async_classes: Dict[Any, Any] = {}  # class of a sync resource -> class of the async one


def resource_class(cls: Any, is_async: bool) -> Any:
    """Return a resource class for sync or async clients: `Completions`, or `AsyncCompletions` made from it."""
    if not is_async:
        return cls
    made: Any = _async_classes.get(cls)
    if made is None:
        base = import_name("api.operation", "AsyncResource")
        made = type("Async" + cls.__name__, (base,), {"__module__": cls.__module__, "__doc__": cls.__doc__})
        entries = cls.table.items()
        made.table = {name: entry.copy_for(made) if hasattr(entry, "copy_for") else entry for name, entry in entries}
        for name in made.table:
            setattr(made, name, made.table[name])
        made._table_class = cls
        made = _async_classes.setdefault(cls, made)  # another thread may have been first
    return made


def operations() -> Iterator[Tuple[str, Operation]]:
    """Yield the name of the root resource and the operation, for every operation, resources in alphabetical order."""
    for name in sorted(ROOT_RESOURCES):
        try:
            resource = root_resource(name)
        except ModuleNotFoundError:  # left out of a vendored copy
            continue
        for operation in resource.operations():
            yield name, operation


def import_name(module: str, name: str) -> Any:
    """Import a module by its path in the package and return its `name`.

    Relative to this module, as all imports are, so it works under any package name and from a zip file.
    """
    try:
        return getattr(__import__(module, globals(), None, [name], 2), name)
    except ImportError:
        if sys.meta_path is None:  # nothing can be imported any more
            raise shutdown_error() from None
        raise
