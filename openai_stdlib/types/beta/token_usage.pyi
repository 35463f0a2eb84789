# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..._models import BaseModel

class InputTokensDetails(BaseModel):
    cached_tokens: int

class OutputTokensDetails(BaseModel):
    reasoning_tokens: int

class TokenUsage(BaseModel):
    input_tokens: int
    input_tokens_details: InputTokensDetails
    output_tokens: int
    output_tokens_details: OutputTokensDetails
    total_tokens: int
