# SPDX-License-Identifier: MIT
"""Attribute names of all fields in the table of models, collected when they are first needed.

They are the known fields of an object of unknown type, such as the result of a retired operation or of a custom path.
"""

from __future__ import annotations

from .model_data import define, fields_of
from .model_index import all_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import FrozenSet, Set

_names: Set[str] = set()


def known_fields() -> FrozenSet[str]:
    """Return the names."""
    if not _names:
        names: Set[str] = set()
        for module in all_modules():
            for name, text in module.models.items():
                is_copy = text[:5] == "like "
                if text[:2] == "= " or (is_copy and "," not in text):
                    continue  # its fields are those of other models
                definition = define(module, name) if is_copy or text[:1] == "(" else [(text, (module, name, None))]
                names.update(field[1] for field in fields_of(definition or []))
        _names.update(names)
    return frozenset(_names)
