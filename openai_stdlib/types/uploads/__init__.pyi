# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .upload_part import UploadPart as UploadPart
from .part_create_params import PartCreateParams as PartCreateParams
