# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union
from typing_extensions import Literal, Annotated, TypeAlias
from ...._utils import PropertyInfo
from ...._models import BaseModel

class AnnotationFileSource(BaseModel):
    filename: str
    type: Literal["file"]

class AnnotationFile(BaseModel):
    source: AnnotationFileSource
    type: Literal["file"]

class AnnotationURLSource(BaseModel):
    type: Literal["url"]
    url: str

class AnnotationURL(BaseModel):
    source: AnnotationURLSource
    type: Literal["url"]

Annotation: TypeAlias = Annotated[Union[AnnotationFile, AnnotationURL], PropertyInfo(discriminator="type")]

class ChatKitResponseOutputText(BaseModel):
    annotations: List[Annotation]
    text: str
    type: Literal["output_text"]
