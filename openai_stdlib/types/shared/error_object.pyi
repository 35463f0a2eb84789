# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Optional
from typing_extensions import Literal
from ..._models import BaseModel

class MisalignmentSteer(BaseModel):
    message: str

class Misalignment(BaseModel):
    detailed_explanation: Optional[str] = ...
    error_type: Union[
        str,
        Literal[
            "potentially_unintended_data_transfer",
            "potentially_unintended_data_access",
            "potentially_unintended_destructive_activity",
            "other",
        ],
        None,
    ] = ...
    review_target: Optional[str] = ...
    steer: Optional[MisalignmentSteer] = ...

class ErrorObject(BaseModel):
    code: Optional[str] = ...
    message: str
    param: Optional[str] = ...
    type: str
    misalignment: Optional[Misalignment] = ...
