# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..responses.response_input_text_param import ResponseInputTextParam

InputTextContentParam = ResponseInputTextParam
