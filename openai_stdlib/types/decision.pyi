# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from .._utils import PropertyInfo
from .._models import BaseModel

class AnswerAnswerResourcePredicate(BaseModel):
    name: Optional[str] = ...
    probability: float
    type: Literal["predicate"]

class AnswerAnswerResourceChoiceProbability(BaseModel):
    probability: float
    value: Union[str, bool]

class AnswerAnswerResourceChoice(BaseModel):
    choice: Union[str, bool]
    confidence: float
    name: Optional[str] = ...
    probabilities: List[AnswerAnswerResourceChoiceProbability]
    type: Literal["choice"]

class AnswerAnswerResourceScoreProbability(BaseModel):
    label: str
    probability: float
    value: int

class AnswerAnswerResourceScore(BaseModel):
    confidence: float
    name: Optional[str] = ...
    probabilities: List[AnswerAnswerResourceScoreProbability]
    score: float
    type: Literal["score"]

class AnswerAnswerResourceRefusal(BaseModel):
    name: Optional[str] = ...
    type: Literal["refusal"]

Answer: TypeAlias = Annotated[
    Union[
        AnswerAnswerResourcePredicate,
        AnswerAnswerResourceChoice,
        AnswerAnswerResourceScore,
        AnswerAnswerResourceRefusal,
    ],
    PropertyInfo(discriminator="type"),
]

class UsageInputTokensDetails(BaseModel):
    cache_write_tokens: int
    cached_tokens: int

class UsageOutputTokensDetails(BaseModel):
    reasoning_tokens: int

class Usage(BaseModel):
    input_tokens: int
    input_tokens_details: UsageInputTokensDetails
    output_tokens: int
    output_tokens_details: UsageOutputTokensDetails
    total_tokens: int

class Decision(BaseModel):
    answers: List[Answer]
    model: str
    usage: Usage
