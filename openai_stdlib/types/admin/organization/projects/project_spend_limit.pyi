# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal
from ....._models import BaseModel

class Enforcement(BaseModel):
    status: Union[str, Literal["inactive", "enforcing"]]

class ProjectSpendLimit(BaseModel):
    currency: Union[str, Literal["USD"]]
    enforcement: Enforcement
    interval: Union[str, Literal["month"]]
    object: Literal["project.spend_limit"]
    threshold_amount: int
