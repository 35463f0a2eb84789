# SPDX-License-Identifier: MIT
"""`PriceTable`: the caller's prices, as integers, so that sums of money are exact. No table is built in.

A cost is a sum of counts times rates, which are integers in a unit of the table: the price of one token divided by a
power of ten that suits all prices. Tokens of a special kind, such as cached input, are a part of their base, so their
rate is the difference of the prices. The cost of a sum of calls is therefore the sum of their costs.
"""

from __future__ import annotations

import os
import re

from ..call.errors import ConfigError, OptionTypeError
from .counts import BASES, KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Mapping, Optional, Tuple

    Rates = Dict[str, Optional[int]]  # count -> units, or None for one that has a price in no table

PRICES = (*KINDS, "audio_minute", "call")
# Price -> count that it is for, and how many of the table's smallest units the price of one such thing is: prices are
# for a million tokens, a minute, which has 60,000 milliseconds, and one call; 3,000,000 is a multiple of all of them.
UNITS = {"audio_minute": ("milliseconds", 50), "call": ("calls", 3_000_000)}
TOKEN_UNITS = 3
UNITS_OF_ONE = 3_000_000
SNAPSHOT = re.compile(r"[-@](\d{4}-\d{2}-\d{2}|\d{8}|\d{6}|\d{4})\Z")  # the date at the end of a model's name


class PriceTable:
    """Prices of models. Raises ConfigError or OptionTypeError for a table that is not complete and valid."""

    __slots__ = ("source", "_models", "_found", "_scale")

    def __init__(self, prices: Any) -> None:
        self.source: Dict[str, Dict[str, Any]] = read_prices(prices)
        parsed = {
            model: {kind: parse_number("prices[{!r}][{!r}]".format(model, kind), value) for kind, value in row.items()}
            for model, row in self.source.items()
        }
        self._scale: int = max([scale for row in parsed.values() for _, scale in row.values()] + [0])
        self._models: Dict[str, Rates] = {
            model: _make_rates({kind: digits * 10 ** (self._scale - scale) for kind, (digits, scale) in row.items()})
            for model, row in parsed.items()
        }
        self._found: Dict[str, Optional[Rates]] = {}

    def find(self, model: str) -> Optional[Rates]:
        """Return the rates of a model, or None if it is missing.

        A name fits exactly, or is that of a dated snapshot: "gpt-x" also fits "gpt-x-2026-01-01", but not "gpt-x-mini".
        A fine-tuned model fits the entry of its base, "ft:gpt-x".
        """
        try:
            return self._found[model]
        except KeyError:
            rates = self._models.get(model)
            if rates is None:
                base = ":".join(model.split(":")[:2]) if model.startswith("ft:") else model
                rates = self._models.get(base) or self._models.get(SNAPSHOT.sub("", base))
            if len(self._found) < 10_000:  # names may come from a file
                self._found[model] = rates
            return rates

    def require(self, model: str) -> Rates:
        """Return the rates of a model. Raises ConfigError if it is missing."""
        rates = self._found.get(model) or self.find(model)
        if rates is None:
            raise ConfigError(
                "prices: no price for the model {!r}; add it to the table, which has {}".format(
                    model, shorten(sorted(self._models))
                )
            )
        return rates

    def to_money(self, units: int) -> float:
        """Return a number of units as money."""
        money: float = units / (UNITS_OF_ONE * 10**self._scale)
        return money

    def to_units(self, money: Tuple[int, int]) -> int:
        """Return money, as from `parse_number`, in units."""
        digits, scale = money
        units: int = digits * UNITS_OF_ONE * 10**self._scale // 10**scale
        return units


def shorten(names: Any) -> str:
    """Return the first names of a list as text."""
    return ", ".join(map(repr, names[:8])) + (" …" if len(names) > 8 else "")


def read_prices(prices: Any) -> Dict[str, Dict[str, Any]]:
    """Return a copy of a table, from a mapping or from the JSON file at a path."""
    where = "prices"
    if isinstance(prices, (str, os.PathLike)):
        from json import loads

        where = "prices: {}".format(os.fspath(prices))
        try:
            with open(prices, encoding="utf-8-sig") as file:
                prices = loads(file.read())
        except OSError as error:
            raise ConfigError("{} cannot be read: {}; pass the path of a JSON file".format(where, error)) from None
        except ValueError as error:
            raise ConfigError("{} is not JSON: {}; correct the file".format(where, error)) from None
    if not hasattr(prices, "items"):
        text = '{}: expected prices by model, got {}; pass {{"model": {{"input": 1.0, "output": 2.0}}}} or a path'
        raise OptionTypeError(text.format(where, type(prices).__name__))
    if not prices:
        raise ConfigError("{}: the table is empty; add the prices of a model, or omit prices".format(where))
    return {_check_model(where, model): _check_row(where, model, row) for model, row in prices.items()}


def _check_model(where: str, model: Any) -> str:
    if not isinstance(model, str) or not model.strip():
        raise ConfigError("{}: expected names of models, got {!r}".format(where, model))
    return model


def _check_row(where: str, model: str, row: Any) -> Dict[str, Any]:
    where = "{}[{!r}]".format(where, model)
    if not hasattr(row, "items"):
        text = '{}: expected prices by kind, such as {{"input": 1.0, "output": 2.0}}, got {}'
        raise OptionTypeError(text.format(where, type(row).__name__))
    unknown = [kind for kind in row if kind not in PRICES]
    if unknown:
        text = "{}: unknown kind of price {!r}; the kinds are {}"
        raise ConfigError(text.format(where, unknown[0], ", ".join(PRICES)))
    if not row:
        raise ConfigError("{}: no price; add one of {}".format(where, ", ".join(PRICES)))
    for kind, base in BASES.items():
        if kind in row and base not in row:
            raise ConfigError("{}: {} needs a price for {}, of which it is a part; add it".format(where, kind, base))
    return dict(row)


def parse_number(name: str, value: Any) -> Tuple[int, int]:
    """Return a number as an integer and the power of ten to divide it by: 0.25 is (25, 2).

    The digits are those that Python prints, so 0.1 is one tenth exactly. Raises OptionTypeError or ConfigError.
    """
    if isinstance(value, (bool, str, bytes)) or not hasattr(value, "__float__"):
        raise OptionTypeError("{}: expected a number, got {!r}".format(name, value))
    if not 0 <= float(value) < float("inf"):
        raise ConfigError("{}: expected a number of at least 0, got {!r}".format(name, value))
    mantissa, _, exponent = str(value).lower().partition("e")
    whole, _, fraction = mantissa.partition(".")
    try:
        digits, scale = int(whole + fraction), len(fraction) - int(exponent or 0)
    except ValueError:
        raise OptionTypeError("{}: expected an int, a float or a Decimal, got {!r}".format(name, value)) from None
    return (digits, scale) if scale >= 0 else (digits * 10**-scale, 0)


def _make_rates(prices: Mapping[str, int]) -> Rates:
    """Return units by count, from prices of one model as integers."""
    rates: Rates = dict.fromkeys(KINDS, 0)
    rates.update(calls=0, milliseconds=None)
    for kind in KINDS:
        base = BASES.get(kind)
        if kind in prices:
            rates[kind] = (prices[kind] - (prices[base] if base else 0)) * TOKEN_UNITS
        elif base is None:
            rates[kind] = None
    for kind, (count, units) in UNITS.items():
        if kind in prices:
            rates[count] = prices[kind] * units
    if "call" in prices:  # which is then the price of all of it
        rates = {count: rate or 0 for count, rate in rates.items()}
    return rates


NO_RATES: Any = _make_rates({})
