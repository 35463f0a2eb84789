# SPDX-License-Identifier: MIT
"""What a ledger counts of a call: integers by name, from the usage that the server has told. No I/O."""

from __future__ import annotations

from ..call.outcome import count_tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

# Kind of tokens that is a part of another one -> that one.
BASES = {
    "cached_input": "input",
    "cache_write": "input",
    "audio_input": "input",
    "image_input": "input",
    "reasoning": "output",
    "audio_output": "output",
    "image_output": "output",
}
INPUT_PARTS = tuple(kind for kind, base in BASES.items() if base == "input")
OUTPUT_PARTS = tuple(kind for kind, base in BASES.items() if base == "output")
KINDS = ("input", *INPUT_PARTS, "output", *OUTPUT_PARTS)
# calls: successful ones; failed: others; without_usage: those of both that cost what nobody has told.
COUNTS = ("calls", "failed", "without_usage", *KINDS, "milliseconds")
KNOWN = frozenset(KINDS)


def count_usage(usage: Any) -> Dict[str, int]:
    """Return the tokens of a usage object that are not zero, and the milliseconds of audio; {} if it tells none.

    What the total has besides input and output counts as output: some servers count reasoning beside it.
    """
    if not isinstance(usage, dict):
        return {}
    tokens = count_tokens(usage)
    total = tokens.pop("total", 0)
    excess = total - tokens.get("input", 0) - tokens.get("output", 0)
    if excess > 0:
        tokens["output"] = tokens.get("output", 0) + excess
    counts = {name: number for name, number in tokens.items() if number and name in KNOWN}
    if len(counts) > 2:
        _limit_parts(counts, "input", INPUT_PARTS)
        _limit_parts(counts, "output", OUTPUT_PARTS)
    seconds: Any = usage.get("seconds")
    if type(seconds) in (int, float) and 0 < seconds < 1e9:
        counts["milliseconds"] = round(seconds * 1000)
    return counts


def _limit_parts(counts: Dict[str, int], base: str, parts: Any) -> None:
    """Reduce the parts of a count that overlap, or that are more than all of it, the first ones first."""
    excess = sum([counts[part] for part in parts if part in counts]) - counts.get(base, 0)
    for part in parts:
        if excess <= 0:
            break
        if part in counts:
            reduction = min(excess, counts[part])
            counts[part] -= reduction
            excess -= reduction
