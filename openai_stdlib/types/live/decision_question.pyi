# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, TypeAlias
from ..._models import BaseModel
from .decision_input_text import DecisionInputText
from .decision_json_object import DecisionJSONObject
from .decision_choice_option import DecisionChoiceOption

class ChoiceInstructionsPartsInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[Literal["low", "high", "auto", "original"]] = ...

class ChoiceInstructionsPartsInputJSON(BaseModel):
    data: Union[List[DecisionJSONObject], DecisionJSONObject]
    type: Literal["input_json"]

ChoiceInstructionsParts: TypeAlias = Union[
    DecisionInputText, ChoiceInstructionsPartsInputImage, ChoiceInstructionsPartsInputJSON
]

class Choice(BaseModel):
    choices: List[DecisionChoiceOption]
    instructions: Union[str, List[ChoiceInstructionsParts]]
    type: Literal["choice"]
    name: Optional[str] = ...

class PredicateInstructionsPartsInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[Literal["low", "high", "auto", "original"]] = ...

class PredicateInstructionsPartsInputJSON(BaseModel):
    data: Union[List[DecisionJSONObject], DecisionJSONObject]
    type: Literal["input_json"]

PredicateInstructionsParts: TypeAlias = Union[
    DecisionInputText, PredicateInstructionsPartsInputImage, PredicateInstructionsPartsInputJSON
]

class Predicate(BaseModel):
    instructions: Union[str, List[PredicateInstructionsParts]]
    type: Literal["predicate"]
    name: Optional[str] = ...

class ScoreInstructionsPartsInputImage(BaseModel):
    image_url: str
    type: Literal["input_image"]
    detail: Optional[Literal["low", "high", "auto", "original"]] = ...

class ScoreInstructionsPartsInputJSON(BaseModel):
    data: Union[List[DecisionJSONObject], DecisionJSONObject]
    type: Literal["input_json"]

ScoreInstructionsParts: TypeAlias = Union[
    DecisionInputText, ScoreInstructionsPartsInputImage, ScoreInstructionsPartsInputJSON
]

class ScoreLevel(BaseModel):
    label: str
    description: Optional[str] = ...

class Score(BaseModel):
    instructions: Union[str, List[ScoreInstructionsParts]]
    levels: List[ScoreLevel]
    type: Literal["score"]
    name: Optional[str] = ...

DecisionQuestion: TypeAlias = Union[Choice, Predicate, Score]
