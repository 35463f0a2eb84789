# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class ActionSearchSource(BaseModel):
    type: Literal["url"]
    url: str

class ActionSearch(BaseModel):
    type: Literal["search"]
    queries: Optional[List[str]] = ...
    query: Optional[str] = ...
    sources: Optional[List[ActionSearchSource]] = ...

class ActionOpenPage(BaseModel):
    type: Literal["open_page"]
    url: Optional[str] = ...

class ActionFind(BaseModel):
    pattern: str
    type: Literal["find_in_page"]
    url: str

Action: TypeAlias = Annotated[Union[ActionSearch, ActionOpenPage, ActionFind], PropertyInfo(discriminator="type")]

class ResponseFunctionWebSearch(BaseModel):
    id: str
    action: Action
    status: Literal["in_progress", "searching", "completed", "failed", "incomplete"]
    type: Literal["web_search_call"]
