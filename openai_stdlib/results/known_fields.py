# SPDX-License-Identifier: MIT
"""The names of all fields that answers of the API can have, read off the table of models when they are first needed.

They count for objects of no known kind: an answer of an operation that the API has retired, or of any other path.
"""

from __future__ import annotations

from . import model_index

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import FrozenSet, Set

_known: Set[str] = set()


def known_fields() -> FrozenSet[str]:
    """Return the names."""
    if not _known:
        found: Set[str] = set()
        for number in model_index.section_order(""):
            for names in model_index.section(number).modules.values():
                for rest in names.values():
                    if not rest.startswith(("!", "=")):
                        found.update(field.split(":")[0].split("~")[0].split("=")[0] for field in rest.split())
        _known.update(found)
    return frozenset(_known)
