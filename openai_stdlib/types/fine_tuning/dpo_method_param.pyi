# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict
from .dpo_hyperparameters_param import DpoHyperparametersParam

class DpoMethodParam(TypedDict, total=False):
    hyperparameters: DpoHyperparametersParam
