# SPDX-License-Identifier: MIT
"""What the API offers: tables only, one file a family, each imported when it is first touched.

Lives here: the list of families at the root of the client, and the iteration over all rows that laws, docs and the
embedded server use. Neighbours: rows.py (what a line means), flat.py (the flat functions, read off the same rows).
"""

from __future__ import annotations

from .operation import import_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator, Tuple, Type

    from .operation import Operation, Resource

# Attribute of the client -> class; the module is the attribute's own name.
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
    """Return the class of a root resource, importing its file on first touch."""
    found: Type[Resource] = import_name(__name__, name, ROOT_RESOURCES[name])
    return found


def operations() -> Iterator[Tuple[str, Operation]]:
    """Yield (family, row) for every operation, families in alphabetical order."""
    for name in sorted(ROOT_RESOURCES):
        for row in root_resource(name).operations():
            yield name, row
