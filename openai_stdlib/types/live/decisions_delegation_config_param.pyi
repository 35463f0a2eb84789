# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import Iterable
from typing_extensions import Required, TypedDict
from .decision_question_param import DecisionQuestionParam

class DecisionsDelegationConfigParam(TypedDict, total=False):
    model: Required[str]
    questions: Required[Iterable[DecisionQuestionParam]]
