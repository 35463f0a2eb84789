# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict

class OutputLogs(TypedDict, total=False):
    logs: Required[str]
    type: Required[Literal["logs"]]

class OutputImage(TypedDict, total=False):
    type: Required[Literal["image"]]
    url: Required[str]

Output: TypeAlias = Union[OutputLogs, OutputImage]

class ResponseCodeInterpreterToolCallParam(TypedDict, total=False):
    id: Required[str]
    code: Required[Optional[str]]
    container_id: Required[str]
    outputs: Required[Optional[Iterable[Output]]]
    status: Required[Literal["in_progress", "completed", "incomplete", "interpreting", "failed"]]
    type: Required[Literal["code_interpreter_call"]]
