# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
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

ChoiceInstructionsParts: TypeAlias = Annotated[
    Union[DecisionInputText, ChoiceInstructionsPartsInputImage, ChoiceInstructionsPartsInputJSON],
    PropertyInfo(discriminator="type"),
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

PredicateInstructionsParts: TypeAlias = Annotated[
    Union[DecisionInputText, PredicateInstructionsPartsInputImage, PredicateInstructionsPartsInputJSON],
    PropertyInfo(discriminator="type"),
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

ScoreInstructionsParts: TypeAlias = Annotated[
    Union[DecisionInputText, ScoreInstructionsPartsInputImage, ScoreInstructionsPartsInputJSON],
    PropertyInfo(discriminator="type"),
]

class ScoreLevel(BaseModel):
    label: str
    description: Optional[str] = ...

class Score(BaseModel):
    instructions: Union[str, List[ScoreInstructionsParts]]
    levels: List[ScoreLevel]
    type: Literal["score"]
    name: Optional[str] = ...

DecisionQuestion: TypeAlias = Annotated[Union[Choice, Predicate, Score], PropertyInfo(discriminator="type")]
