# SPDX-License-Identifier: MIT
# Written by tools/stubs.py; do not edit.
from typing import List
from typing_extensions import Literal
from ..._models import BaseModel
from .decision_question import (
    Score as DecisionsQuestionQuestionParamScore,
    Choice as DecisionsQuestionQuestionParamChoice,
    Predicate as DecisionsQuestionQuestionParamPredicate,
    ScoreLevel as DecisionsQuestionQuestionParamScoreLevel,
    DecisionQuestion,
    DecisionQuestion as DecisionsQuestion,
)
from .decision_choice_option import DecisionChoiceOption as DecisionsQuestionQuestionParamChoiceChoice

class Decisions(BaseModel):
    questions: List[DecisionQuestion]

class DecisionTrigger(BaseModel):
    decisions: Decisions
    event_type: Literal["session.input_transcript.delta", "session.output_transcript.delta"]
    type: Literal["decisions"]

__all__ = [
    "DecisionTrigger",
    "Decisions",
    "DecisionsQuestion",
    "DecisionsQuestionQuestionParamChoice",
    "DecisionsQuestionQuestionParamChoiceChoice",
    "DecisionsQuestionQuestionParamPredicate",
    "DecisionsQuestionQuestionParamScore",
    "DecisionsQuestionQuestionParamScoreLevel",
]
