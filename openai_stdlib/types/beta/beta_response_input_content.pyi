# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import TypeAlias
from .beta_response_input_file import BetaResponseInputFile
from .beta_response_input_text import BetaResponseInputText
from .beta_response_input_image import BetaResponseInputImage

BetaResponseInputContent: TypeAlias = Union[BetaResponseInputText, BetaResponseInputImage, BetaResponseInputFile]
