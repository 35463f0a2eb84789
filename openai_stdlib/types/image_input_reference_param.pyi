# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import TypedDict

class ImageInputReferenceParam(TypedDict, total=False):
    file_id: str
    image_url: str
