# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List, Union, Optional
from typing_extensions import Literal, Annotated, TypeAlias
from ..._utils import PropertyInfo
from ..._models import BaseModel

class WebSearchActionResourceSearch(BaseModel):
    queries: Optional[List[str]] = ...
    query: Optional[str] = ...
    type: Literal["search"]

class WebSearchActionResourceOpenPage(BaseModel):
    type: Literal["open_page"]
    url: Optional[str] = ...

class WebSearchActionResourceFindInPage(BaseModel):
    pattern: Optional[str] = ...
    type: Literal["find_in_page"]
    url: Optional[str] = ...

class WebSearchActionResourceOther(BaseModel):
    type: Literal["other"]

WebSearchAction: TypeAlias = Annotated[
    Union[
        WebSearchActionResourceSearch,
        WebSearchActionResourceOpenPage,
        WebSearchActionResourceFindInPage,
        WebSearchActionResourceOther,
    ],
    PropertyInfo(discriminator="type"),
]
