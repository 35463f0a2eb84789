# SPDX-License-Identifier: MIT
"""The limit of a ledger, in money or tokens, and the error of a call that it stops."""

from __future__ import annotations

import re

from ..call.errors import ConfigError, OpenAIError
from .prices import parse_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Tuple

    from .ledger_call import LedgerCall
    from .prices import PriceTable
    from .totals import Totals

TOKENS = re.compile(r"\s*([0-9][0-9_,]*)\s*tokens?\s*\Z")
HINT = 'pass a number for money, "200000 tokens" for tokens, or {"money": 5.0, "tokens": 200000} for both'


class BudgetExceeded(OpenAIError):
    """A call was not sent, because the limit of its ledger is reached. It is never retried.

    `spent` and `limit` are money or tokens, as `unit` says: "money" or "tokens". `reserved` is the estimate for other
    calls under way. `label` is the label of the call, or "".
    """

    def __init__(
        self, message: str, *, spent: float = 0, limit: float = 0, reserved: float = 0, unit: str = "", label: str = ""
    ) -> None:
        super().__init__(message)
        self.spent = spent
        self.limit = limit
        self.reserved = reserved
        self.unit = unit
        self.label = label


class Budget:
    """The limit of a ledger, and the estimates that calls under way have reserved of it. Not for several threads."""

    __slots__ = ("max_units", "max_tokens", "reserved_units", "reserved_tokens")

    def __init__(self, limit: Any, prices: Optional[PriceTable]) -> None:
        limits = parse_limit(limit, prices)
        self.max_units: Optional[int] = limits[0]
        self.max_tokens: Optional[int] = limits[1]
        self.clear()

    def clear(self) -> None:
        """End all reservations."""
        self.reserved_units: int = 0
        self.reserved_tokens: int = 0

    def reserve(self, part: LedgerCall, totals: Totals) -> None:
        """Reserve an estimate for a call. Raises BudgetExceeded at the limit, ConfigError for what has no price."""
        prices = totals.prices
        if self.max_tokens is not None and totals.tokens + self.reserved_tokens >= self.max_tokens:
            raise budget_error(totals.tokens, self.max_tokens, self.reserved_tokens, "tokens", part.label)
        if self.max_units is not None and prices is not None:
            totals.check_prices()
            if totals.units + self.reserved_units >= self.max_units:
                spent, limit, reserved = map(prices.to_money, (totals.units, self.max_units, self.reserved_units))
                raise budget_error(spent, limit, reserved, "money", part.label)
        key = part.model, part.label
        entry = totals.entries.get(key) or totals.new_entry(key)
        estimate = part.estimate(entry.counts.get("output", 0) // max(entry.counts.get("calls", 0), 1))
        units = sum([(entry.rates.get(name) or 0) * number for name, number in estimate.items()])
        part.reserved = units, estimate["input"] + estimate["output"]
        self.reserved_units += part.reserved[0]
        self.reserved_tokens += part.reserved[1]

    def release(self, reserved: Tuple[int, int]) -> None:
        """End a reservation."""
        self.reserved_units -= reserved[0]
        self.reserved_tokens -= reserved[1]


def budget_error(spent: float, limit: float, reserved: float, unit: str, label: str) -> BudgetExceeded:
    """Return the error of a call that a limit stops."""
    amount = "{:g}" if unit == "money" else "{:d} tokens"
    text = "ledger: the limit of {} is reached: {} spent{}, so the call{} was not sent; raise the limit or call reset()"
    message = text.format(
        amount.format(limit),
        amount.format(spent),
        " and {} reserved for calls under way".format(amount.format(reserved)) if reserved else "",
        " with the label {!r}".format(label) if label else "",
    )
    return BudgetExceeded(message, spent=spent, limit=limit, reserved=reserved, unit=unit, label=label)


def parse_limit(limit: Any, prices: Optional[PriceTable]) -> Tuple[Optional[int], Optional[int]]:
    """Return a limit in units of the price table, and one in tokens; None for none.

    A number is money if there are prices, else tokens. Raises OptionTypeError or ConfigError.
    """
    if limit is None:
        return None, None
    money, tokens = None, None
    if hasattr(limit, "items"):
        unknown = [name for name in limit if name not in ("money", "tokens")]
        if unknown or not limit:
            raise ConfigError("limit: unknown keys {!r}; {}".format(unknown, HINT))
        money, tokens = limit.get("money"), limit.get("tokens")
        if tokens is not None:
            tokens = _parse_tokens(tokens)
    elif isinstance(limit, str):
        match = TOKENS.match(limit)
        if match is None:
            raise ConfigError("limit: {!r} is not a limit; {}".format(limit, HINT))
        tokens = _parse_tokens(int(re.sub("[_,]", "", match.group(1))))
    elif prices is None:
        tokens = _parse_tokens(limit)
    else:
        money = limit
    if money is None:
        return None, tokens
    if prices is None:
        raise ConfigError("limit: a limit in money needs prices; pass prices=…, or a limit in tokens")
    return prices.to_units(parse_number("limit", money)), tokens


def _parse_tokens(value: Any) -> int:
    parse_number("limit", value)
    if not isinstance(value, int):
        text = "limit: {!r} is not a whole number of tokens; pass an int, or prices=… for a limit in money"
        raise ConfigError(text.format(value))
    return value
