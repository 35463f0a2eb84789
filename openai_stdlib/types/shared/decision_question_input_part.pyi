# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import TypeAlias
from .decision_input_json import DecisionInputJSON
from .decision_question_input_text import DecisionQuestionInputText
from .decision_question_input_image import DecisionQuestionInputImage

DecisionQuestionInputPart: TypeAlias = Union[DecisionQuestionInputText, DecisionQuestionInputImage, DecisionInputJSON]
