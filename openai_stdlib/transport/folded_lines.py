# SPDX-License-Identifier: MIT
"""Header fields that are folded over several lines (obs-fold, RFC 9112 §5.2). Imported on demand. No I/O."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Tuple


def join_folded(lines: List[str]) -> Tuple[List[str], int]:
    """Join each folded line with the field that it continues. `lines` are without their LF.

    Returns one line for each field, and the number of bytes of the longest field with all its lines. A folded line
    before the first field is returned as it is.
    """
    fields: List[List[str]] = []
    for line in lines:
        if line[0] in " \t" and fields:
            fields[-1].append(line)
        else:
            fields.append([line])
    size = max(sum(map(len, field)) + len(field) for field in fields)
    return [" ".join([field[0].rstrip()] + [line.strip() for line in field[1:]]) for field in fields], size
