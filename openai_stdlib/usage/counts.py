# SPDX-License-Identifier: MIT
"""What a ledger counts of a call: integers by name, from the usage that the server has told. No I/O."""

from __future__ import annotations

from ..call.outcome import DETAILS, TOKEN_FIELDS

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
PLAIN = frozenset(("input", "output"))


def count_usage(usage: Any) -> Dict[str, int]:
    """Return the tokens of a usage object that are not zero, and the milliseconds of audio; {} if it tells none.

    What the total has besides input and output counts as output: some servers count reasoning beside it. Parts are
    never more than what they are a part of.
    """
    counts: Dict[str, int] = {}
    if not isinstance(usage, dict):
        return counts
    for field, value in usage.items():
        if type(value) is int:
            if value > 0 and field in TOKEN_FIELDS:
                counts[TOKEN_FIELDS[field]] = value
        elif value and field in DETAILS and isinstance(value, dict) and any(value.values()):  # mostly they are zero
            names = DETAILS[field]
            for part, number in value.items():
                if number and part in names and type(number) is int and number > 0:
                    counts[names[part]] = number
    total = counts.pop("total", 0)
    if total:
        excess = total - counts.get("input", 0) - counts.get("output", 0)
        if excess > 0:
            counts["output"] = counts.get("output", 0) + excess
    if not counts.keys() <= PLAIN:
        input_parts = output_parts = 0
        for name in list(counts):
            base = BASES.get(name)
            if base == "input":
                input_parts += counts[name]
            elif base is not None:
                output_parts += counts[name]
            elif name not in KINDS:  # text
                del counts[name]
        if input_parts > counts.get("input", 0):
            _limit_parts(counts, input_parts - counts.get("input", 0), INPUT_PARTS)
        if output_parts > counts.get("output", 0):
            _limit_parts(counts, output_parts - counts.get("output", 0), OUTPUT_PARTS)
    if "seconds" in usage:
        seconds: Any = usage["seconds"]
        if type(seconds) in (int, float) and 0 < seconds < 1e9:
            counts["milliseconds"] = round(seconds * 1000)
    return counts


def _limit_parts(counts: Dict[str, int], excess: int, parts: Any) -> None:
    """Reduce parts that overlap, or that are more than all of their base, by what is too much, the first ones first."""
    for part in parts:
        reduction = min(excess, counts.get(part, 0))
        if reduction > 0:
            counts[part] -= reduction
            excess -= reduction
