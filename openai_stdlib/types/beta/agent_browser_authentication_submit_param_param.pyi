# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Iterable, Optional
from typing_extensions import Literal, Required, TypedDict

class Field(TypedDict, total=False):
    field_id: Required[str]
    value: Required[str]

class AgentBrowserAuthenticationSubmitParamParam(TypedDict, total=False):
    action: Required[Literal["submit"]]
    fields: Required[Iterable[Field]]
    type: Required[Literal["browser_authentication"]]
    selected_option: Optional[str]
