# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from ..._models import BaseModel
from .supervised_hyperparameters import SupervisedHyperparameters

class SupervisedMethod(BaseModel):
    hyperparameters: Optional[SupervisedHyperparameters] = ...
