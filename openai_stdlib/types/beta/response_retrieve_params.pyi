# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union
from typing_extensions import Literal, Required, Annotated, TypedDict
from ..._utils import PropertyInfo
from .beta_response_includable import BetaResponseIncludable

class ResponseRetrieveParamsBase(TypedDict, total=False):
    include: List[BetaResponseIncludable]
    include_obfuscation: bool
    starting_after: int
    betas: Annotated[List[Literal["responses_multi_agent=v1"]], PropertyInfo(alias="openai-beta")]

class ResponseRetrieveParamsNonStreaming(ResponseRetrieveParamsBase, total=False):
    stream: Literal[False]

class ResponseRetrieveParamsStreaming(ResponseRetrieveParamsBase):
    stream: Required[Literal[True]]

ResponseRetrieveParams = Union[ResponseRetrieveParamsNonStreaming, ResponseRetrieveParamsStreaming]
