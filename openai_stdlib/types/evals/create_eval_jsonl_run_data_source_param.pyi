# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union, Iterable
from typing_extensions import Literal, Required, TypeAlias, TypedDict

class SourceFileContentContent(TypedDict, total=False):
    item: Required[Dict[str, object]]
    sample: Dict[str, object]

class SourceFileContent(TypedDict, total=False):
    content: Required[Iterable[SourceFileContentContent]]
    type: Required[Literal["file_content"]]

class SourceFileID(TypedDict, total=False):
    id: Required[str]
    type: Required[Literal["file_id"]]

Source: TypeAlias = Union[SourceFileContent, SourceFileID]

class CreateEvalJSONLRunDataSourceParam(TypedDict, total=False):
    source: Required[Source]
    type: Required[Literal["jsonl"]]
