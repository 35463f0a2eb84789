# SPDX-License-Identifier: MIT
"""The message for a misspelt option. Imported only to report one."""

from __future__ import annotations

from difflib import get_close_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterable


def unknown_name_message(what: str, name: object, known: Iterable[str]) -> str:
    """Return the message for an unknown name: it suggests the most similar known one, or lists all."""
    near = get_close_matches(str(name), list(known), 1)
    hint = "did you mean {!r}?".format(near[0]) if near else "expected one of " + ", ".join(sorted(known))
    return "unknown {} {!r}: {}".format(what, name, hint)
