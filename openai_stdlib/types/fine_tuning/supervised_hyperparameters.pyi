# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Literal
from ..._models import BaseModel

class SupervisedHyperparameters(BaseModel):
    batch_size: Union[Literal["auto"], int, None] = ...
    learning_rate_multiplier: Union[Literal["auto"], float, None] = ...
    n_epochs: Union[Literal["auto"], int, None] = ...
