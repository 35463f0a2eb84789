# SPDX-License-Identifier: MIT
"""The cost of one answer, from the caller's table of prices. No prices are built in."""

from __future__ import annotations

import re

from .failures import UsageError
from .values import read_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional

PER_TOKENS = 1_000_000  # tokens that a price is for
SNAPSHOT = re.compile(r"[-@](\d{4}-\d{2}-\d{2}|\d{8}|\d{4})\Z")  # the date at the end of a model's name
EXAMPLE = '{"gpt-4o-mini": {"input": 0.15, "cached_input": 0.075, "output": 0.6}}'


def read_prices(path: str) -> Dict[str, Dict[str, float]]:
    """Return the prices of a million tokens, by model and kind, from a JSON file. Raises UsageError or FileError."""
    prices = read_json(path, "--prices")
    is_valid = isinstance(prices, dict) and all(
        isinstance(row, dict) and all(isinstance(row.get(kind), (int, float)) for kind in ("input", "output"))
        for row in prices.values()
    )
    if not is_valid:
        raise UsageError("--prices: {} is no table of prices; expected {}".format(path, EXAMPLE))
    table: Dict[str, Dict[str, float]] = prices
    return table


def find_cost(prices: Dict[str, Dict[str, float]], model: str, usage: Any) -> Optional[float]:
    """Return the cost of a usage object in the money of the table, None if the model has no price.

    A name fits exactly, or is that of a dated snapshot.
    """
    row = prices.get(model) or prices.get(SNAPSHOT.sub("", model))
    if row is None or not isinstance(usage, dict):
        return None
    tokens_in = _count(usage, "input_tokens", "prompt_tokens")
    details = usage.get("input_tokens_details", usage.get("prompt_tokens_details"))
    cached = _count(details, "cached_tokens") if isinstance(details, dict) else 0
    cost = (tokens_in - cached) * row["input"] + cached * row.get("cached_input", row["input"])
    return (cost + _count(usage, "output_tokens", "completion_tokens") * row["output"]) / PER_TOKENS


def _count(values: Any, *names: str) -> int:
    return next((values[name] for name in names if isinstance(values.get(name), int)), 0)
