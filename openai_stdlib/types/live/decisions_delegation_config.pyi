# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import List
from ..._models import BaseModel
from .decision_question import (
    Score as QuestionQuestionParamScore,
    Choice as QuestionQuestionParamChoice,
    Predicate as QuestionQuestionParamPredicate,
    ScoreLevel as QuestionQuestionParamScoreLevel,
    DecisionQuestion,
    DecisionQuestion as Question,
)
from .decision_choice_option import DecisionChoiceOption as QuestionQuestionParamChoiceChoice

class DecisionsDelegationConfig(BaseModel):
    model: str
    questions: List[DecisionQuestion]

__all__ = [
    "DecisionsDelegationConfig",
    "Question",
    "QuestionQuestionParamChoice",
    "QuestionQuestionParamChoiceChoice",
    "QuestionQuestionParamPredicate",
    "QuestionQuestionParamScore",
    "QuestionQuestionParamScoreLevel",
]
