# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Dict, Union
from typing_extensions import Literal, Required, TypeAlias, TypedDict

class TextFormatParamText(TypedDict, total=False):
    type: Required[Literal["text"]]

class TextFormatParamJSONSchema(TypedDict, total=False):
    schema: Required[Dict[str, object]]
    type: Required[Literal["json_schema"]]

TextFormatParam: TypeAlias = Union[TextFormatParamText, TextFormatParamJSONSchema]
