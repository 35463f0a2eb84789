# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Literal, TypeAlias

ChatCompletionModality: TypeAlias = Literal["text", "audio"]
