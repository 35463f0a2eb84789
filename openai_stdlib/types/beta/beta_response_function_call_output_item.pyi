# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import Union
from typing_extensions import Annotated, TypeAlias
from ..._utils import PropertyInfo
from .beta_response_input_file_content import BetaResponseInputFileContent
from .beta_response_input_text_content import BetaResponseInputTextContent
from .beta_response_input_image_content import BetaResponseInputImageContent

BetaResponseFunctionCallOutputItem: TypeAlias = Annotated[
    Union[BetaResponseInputTextContent, BetaResponseInputImageContent, BetaResponseInputFileContent],
    PropertyInfo(discriminator="type"),
]
