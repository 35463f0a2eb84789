# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict

class VideoRemixParams(TypedDict, total=False):
    prompt: Required[str]
