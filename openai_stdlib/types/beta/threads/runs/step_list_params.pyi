# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal, Required, TypedDict
from .run_step_include import RunStepInclude

class StepListParams(TypedDict, total=False):
    thread_id: Required[str]
    after: str
    before: str
    include: List[RunStepInclude]
    limit: int
    order: Literal["asc", "desc"]
