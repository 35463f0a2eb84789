# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable
from typing_extensions import Literal, Required, TypedDict
from .._types import SequenceNotStr
from .embedding_model import EmbeddingModel

class EmbeddingCreateParams(TypedDict, total=False):
    input: Required[Union[str, SequenceNotStr[str], Iterable[int], Iterable[Iterable[int]]]]
    model: Required[Union[str, EmbeddingModel]]
    dimensions: int
    encoding_format: Literal["float", "base64"]
    user: str
