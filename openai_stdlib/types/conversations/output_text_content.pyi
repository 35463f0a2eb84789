# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..responses.response_output_text import ResponseOutputText

OutputTextContent = ResponseOutputText
