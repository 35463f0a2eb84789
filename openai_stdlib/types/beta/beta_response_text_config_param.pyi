# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Optional
from typing_extensions import Literal, TypedDict
from .beta_response_format_text_config_param import BetaResponseFormatTextConfigParam

class BetaResponseTextConfigParam(TypedDict, total=False):
    format: BetaResponseFormatTextConfigParam
    verbosity: Optional[Literal["low", "medium", "high"]]
