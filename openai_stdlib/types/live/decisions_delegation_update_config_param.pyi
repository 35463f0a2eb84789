# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import Iterable
from typing_extensions import TypedDict
from .decision_question_param import DecisionQuestionParam

class DecisionsDelegationUpdateConfigParam(TypedDict, total=False):
    model: str
    questions: Iterable[DecisionQuestionParam]
