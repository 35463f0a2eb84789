# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import TypeAlias
from .decision_input_text_param import DecisionInputTextParam
from .decision_input_image_param import DecisionInputImageParam
from .shared_params.decision_input_json import DecisionInputJSON

DecisionInputPartUnionParam: TypeAlias = Union[DecisionInputTextParam, DecisionInputImageParam, DecisionInputJSON]
