# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import Iterable
from typing_extensions import Literal, Required, TypedDict
from .decision_question_param import (
    Score as DecisionsQuestionQuestionParamScore,
    Choice as DecisionsQuestionQuestionParamChoice,
    Predicate as DecisionsQuestionQuestionParamPredicate,
    ScoreLevel as DecisionsQuestionQuestionParamScoreLevel,
    DecisionQuestionParam,
    DecisionQuestionParam as DecisionsQuestion,
)
from .decision_choice_option_param import DecisionChoiceOptionParam as DecisionsQuestionQuestionParamChoiceChoice

class Decisions(TypedDict, total=False):
    questions: Required[Iterable[DecisionQuestionParam]]

class DecisionTriggerParam(TypedDict, total=False):
    decisions: Required[Decisions]
    event_type: Required[Literal["session.input_transcript.delta", "session.output_transcript.delta"]]
    type: Required[Literal["decisions"]]

__all__ = [
    "DecisionTriggerParam",
    "Decisions",
    "DecisionsQuestion",
    "DecisionsQuestionQuestionParamChoice",
    "DecisionsQuestionQuestionParamChoiceChoice",
    "DecisionsQuestionQuestionParamPredicate",
    "DecisionsQuestionQuestionParamScore",
    "DecisionsQuestionQuestionParamScoreLevel",
]
