# SPDX-License-Identifier: MIT
"""Type stubs of the operations, for editors and type checkers; api/ has the operations themselves."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List

__path__: List[str] = []  # no module below is a file
