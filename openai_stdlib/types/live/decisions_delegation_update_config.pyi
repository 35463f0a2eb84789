# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import List, Optional
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

class DecisionsDelegationUpdateConfig(BaseModel):
    model: Optional[str] = ...
    questions: Optional[List[DecisionQuestion]] = ...

__all__ = [
    "DecisionsDelegationUpdateConfig",
    "Question",
    "QuestionQuestionParamChoice",
    "QuestionQuestionParamChoiceChoice",
    "QuestionQuestionParamPredicate",
    "QuestionQuestionParamScore",
    "QuestionQuestionParamScoreLevel",
]
