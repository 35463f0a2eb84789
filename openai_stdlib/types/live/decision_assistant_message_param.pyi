# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict

class ContentPartOutputText(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["output_text"]]

class ContentPartRefusal(TypedDict, total=False):
    refusal: Required[str]
    type: Required[Literal["refusal"]]

ContentPart: TypeAlias = Union[ContentPartOutputText, ContentPartRefusal]

class DecisionAssistantMessageParam(TypedDict, total=False):
    content: Required[Union[str, Iterable[ContentPart]]]
    role: Required[Literal["assistant"]]
    id: Optional[str]
    phase: Optional[Literal["commentary", "final_answer"]]
    type: Literal["message"]
