# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel
from .dpo_hyperparameters import DpoHyperparameters

class DpoMethod(BaseModel):
    hyperparameters: Optional[DpoHyperparameters] = ...
