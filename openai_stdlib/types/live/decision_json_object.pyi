# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict
from typing_extensions import TypeAlias

DecisionJSONObject: TypeAlias = Dict[str, object]
