# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict

class DeveloperContent(TypedDict, total=False):
    text: Required[str]
    type: Literal["input_text"]

class Developer(TypedDict, total=False):
    content: Required[Iterable[DeveloperContent]]
    role: Required[Literal["developer"]]
    id: Optional[str]
    status: Optional[Literal["incomplete", "completed"]]
    type: Literal["message"]

class UserContent(TypedDict, total=False):
    text: Required[str]
    type: Literal["input_text"]

class User(TypedDict, total=False):
    content: Required[Iterable[UserContent]]
    role: Required[Literal["user"]]
    id: Optional[str]
    status: Optional[Literal["incomplete", "completed"]]
    type: Literal["message"]

class AssistantContentText(TypedDict, total=False):
    text: Required[str]
    type: Literal["text"]

class AssistantContentOutputText(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["output_text"]]

AssistantContent: TypeAlias = Union[AssistantContentText, AssistantContentOutputText]

class Assistant(TypedDict, total=False):
    content: Required[Iterable[AssistantContent]]
    role: Required[Literal["assistant"]]
    id: Optional[str]
    status: Optional[Literal["incomplete", "completed"]]
    type: Literal["message"]

InitialItemParam: TypeAlias = Union[Developer, User, Assistant]
