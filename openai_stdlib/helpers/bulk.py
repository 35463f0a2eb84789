# SPDX-License-Identifier: MIT
"""The mapper of rows for engines, under the name that programs import; see bulk/mapper.py."""

from __future__ import annotations

from ..bulk.mapper import RowMapper, map_rows

__all__ = ["RowMapper", "map_rows"]
