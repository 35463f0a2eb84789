# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import Iterable
from typing_extensions import TypedDict
from .decision_question_param import (
    Score as QuestionQuestionParamScore,
    Choice as QuestionQuestionParamChoice,
    Predicate as QuestionQuestionParamPredicate,
    ScoreLevel as QuestionQuestionParamScoreLevel,
    DecisionQuestionParam,
    DecisionQuestionParam as Question,
)
from .decision_choice_option_param import DecisionChoiceOptionParam as QuestionQuestionParamChoiceChoice

class DecisionsDelegationUpdateConfigParam(TypedDict, total=False):
    model: str
    questions: Iterable[DecisionQuestionParam]

__all__ = [
    "DecisionsDelegationUpdateConfigParam",
    "Question",
    "QuestionQuestionParamChoice",
    "QuestionQuestionParamChoiceChoice",
    "QuestionQuestionParamPredicate",
    "QuestionQuestionParamScore",
    "QuestionQuestionParamScoreLevel",
]
