# SPDX-License-Identifier: MIT
"""Estimate the tokens of a call before it is sent. Pure.

The rule: a token for each four bytes of the JSON body, and the tokens that the call asks for as the length of its
output (`max_completion_tokens`, `max_output_tokens` or `max_tokens`, times `n`). Files that are base64 in a `data:` URL
count as 1,000 tokens each, and bodies that are not JSON as none.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping

BYTES_PER_TOKEN = 4
TOKENS_PER_FILE = 1000
MIN_FILE_BODY = 4096  # bytes of a body below which files in it are too small to matter
OUTPUT_LIMITS = ("max_completion_tokens", "max_output_tokens", "max_tokens")


def estimate_tokens(body: Any, arguments: Mapping[str, Any]) -> float:
    """Return the tokens that a call may use, from its body as it is sent and its arguments."""
    if type(body) is not bytes:
        return 0.0
    size = len(body)
    tokens = 0
    if size > MIN_FILE_BODY and b";base64," in body:
        start = body.find(b";base64,")
        while start >= 0:
            end = body.find(b'"', start)
            end = size if end < 0 else end
            tokens += TOKENS_PER_FILE - (end - start) // BYTES_PER_TOKEN
            start = body.find(b";base64,", end)
    for name in OUTPUT_LIMITS:
        value = arguments.get(name)
        if value is not None and type(value) is int:
            count = arguments.get("n")
            tokens += value * count if type(count) is int and count > 0 else value
            break
    return max(1.0, float(tokens + size // BYTES_PER_TOKEN))
