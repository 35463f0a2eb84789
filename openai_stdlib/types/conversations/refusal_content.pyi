# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..responses.response_output_refusal import ResponseOutputRefusal

RefusalContent = ResponseOutputRefusal
