# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import Iterable
from typing_extensions import Required, TypedDict
from .decision_question_param import (
    Score as QuestionQuestionParamScore,
    Choice as QuestionQuestionParamChoice,
    Predicate as QuestionQuestionParamPredicate,
    ScoreLevel as QuestionQuestionParamScoreLevel,
    DecisionQuestionParam,
    DecisionQuestionParam as Question,
)
from .decision_choice_option_param import DecisionChoiceOptionParam as QuestionQuestionParamChoiceChoice

class DecisionsDelegationConfigParam(TypedDict, total=False):
    model: Required[str]
    questions: Required[Iterable[DecisionQuestionParam]]

__all__ = [
    "DecisionsDelegationConfigParam",
    "Question",
    "QuestionQuestionParamChoice",
    "QuestionQuestionParamChoiceChoice",
    "QuestionQuestionParamPredicate",
    "QuestionQuestionParamScore",
    "QuestionQuestionParamScoreLevel",
]
