# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..compat.parsing import _ensure_strict_json_schema as _ensure_strict_json_schema
from ..compat.construction import is_basemodel_type as is_basemodel_type
from ..compat.parsing import is_dataclass_like_type as is_dataclass_like_type
from ..compat.utilities import is_dict as is_dict
from ..compat.parsing import resolve_ref as resolve_ref
from ..compat.parsing import to_strict_json_schema as to_strict_json_schema
