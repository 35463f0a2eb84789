# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class AnnotationFileCitation(BaseModel):
    file_id: str
    filename: str
    index: int
    type: Literal["file_citation"]

class AnnotationURLCitation(BaseModel):
    end_index: int
    start_index: int
    title: str
    type: Literal["url_citation"]
    url: str

class AnnotationContainerFileCitation(BaseModel):
    container_id: str
    end_index: int
    file_id: str
    filename: str
    start_index: int
    type: Literal["container_file_citation"]

class AnnotationFilePath(BaseModel):
    file_id: str
    index: int
    type: Literal["file_path"]

Annotation: TypeAlias = Annotated[
    Union[AnnotationFileCitation, AnnotationURLCitation, AnnotationContainerFileCitation, AnnotationFilePath],
    PropertyInfo(discriminator="type"),
]

class LogprobTopLogprob(BaseModel):
    token: str
    bytes: List[int]
    logprob: float

class Logprob(BaseModel):
    token: str
    bytes: List[int]
    logprob: float
    top_logprobs: List[LogprobTopLogprob]

class ResponseOutputText(BaseModel):
    annotations: List[Annotation]
    text: str
    type: Literal["output_text"]
    logprobs: Optional[List[Logprob]] = ...
