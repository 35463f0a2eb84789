# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union, Iterable, Optional
from typing_extensions import Literal, Required, TypeAlias, TypedDict
from ..._types import SequenceNotStr

class ActionSearchSource(TypedDict, total=False):
    type: Required[Literal["url"]]
    url: Required[str]

class ActionSearch(TypedDict, total=False):
    type: Required[Literal["search"]]
    queries: SequenceNotStr[str]
    query: str
    sources: Iterable[ActionSearchSource]

class ActionOpenPage(TypedDict, total=False):
    type: Required[Literal["open_page"]]
    url: Optional[str]

class ActionFindInPage(TypedDict, total=False):
    pattern: Required[str]
    type: Required[Literal["find_in_page"]]
    url: Required[str]

Action: TypeAlias = Union[ActionSearch, ActionOpenPage, ActionFindInPage]

class Agent(TypedDict, total=False):
    agent_name: Required[str]

class BetaResponseFunctionWebSearchParam(TypedDict, total=False):
    id: Required[str]
    action: Required[Action]
    status: Required[Literal["in_progress", "searching", "completed", "failed", "incomplete"]]
    type: Required[Literal["web_search_call"]]
    agent: Optional[Agent]
