# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict
from typing_extensions import TypedDict
from .automation_target_param import AutomationTargetParam

class AutomationUpdateParams(TypedDict, total=False):
    expression: str
    metadata: Dict[str, str]
    name: str
    run_at: int
    target: AutomationTargetParam
    timezone: str
