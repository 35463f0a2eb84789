# SPDX-License-Identifier: MIT
"""Attribute names of all fields in the table of models, collected when they are first needed.

They are the known fields of an object of unknown type, such as the result of a retired operation or of a custom path.
"""

from __future__ import annotations

from .model_data import FAMILIES, define, fields_of, load_family, load_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import FrozenSet, Iterator, Set

    from .model_data import Module

_names: Set[str] = set()


def all_modules() -> Iterator[Module]:
    """Yield every module of every family."""
    for family in FAMILIES:
        for package, texts in load_family(family).items():
            for key in texts:
                yield load_module(family, package, key)


def known_fields() -> FrozenSet[str]:
    """Return the names."""
    if not _names:
        names: Set[str] = set()
        for module in all_modules():
            for name, text in module.models.items():
                if text[:2] == "= " or (text[:5] == "like " and "," not in text):
                    continue  # its fields are those of other models
                names.update(field[1] for field in fields_of(define(module, name) or []))
        _names.update(names)
    return frozenset(_names)
