# SPDX-License-Identifier: MIT
"""`Totals`: sums of what calls have used, by model and label, and their cost. Integers only; no I/O and no locks."""

from __future__ import annotations

from json import dumps

from ..call.errors import ConfigError
from .counts import COUNTS
from .prices import NO_RATES, shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterable, List, Optional, Set, Tuple

    from .prices import PriceTable, Rates

    Key = Tuple[str, str]  # model and label, "" for none


class Entry:
    """The counts of one model and label, what they cost, and the part of a line that names both."""

    __slots__ = ("counts", "rates", "head")

    def __init__(self, key: Key, rates: Rates) -> None:
        self.counts: Dict[str, int] = {}
        self.rates: Rates = rates
        self.head: str = ',"model":{}{}'.format(dumps(key[0]), ',"label":' + dumps(key[1]) if key[1] else "")


class Totals:
    """Sums of counts. Adding is linear, so costs depend neither on the order of calls nor on how they were grouped."""

    __slots__ = ("prices", "entries", "tokens", "units", "unpriced")

    def __init__(self, prices: Optional[PriceTable]) -> None:
        self.prices: Optional[PriceTable] = prices
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.entries: Dict[Key, Entry] = {}
        self.tokens: int = 0
        self.units: int = 0
        self.unpriced: Set[str] = set()  # what has been used and has no price

    def entry(self, key: Key) -> Entry:
        """Return the entry of a model and label."""
        entry = self.entries.get(key)
        if entry is None:
            entry = self.entries[key] = self.new_entry(key)
        return entry

    def new_entry(self, key: Key) -> Entry:
        """Return an empty entry that belongs to no sums."""
        rates = self.prices.find(key[0]) if self.prices is not None else None
        return Entry(key, rates or NO_RATES)

    def add(self, key: Key, counts: Dict[str, int]) -> None:
        """Add the counts of calls."""
        entry = self.entries.get(key) or self.entry(key)
        sums, rates = entry.counts, entry.rates
        for name, number in counts.items():
            sums[name] = sums.get(name, 0) + number
            rate = rates.get(name, 0)
            if rate:
                self.units += rate * number
            elif rate is None and self.prices is not None:
                self.unpriced.add("{!r} ({})".format(key[0], name))
        self.tokens += counts.get("input", 0) + counts.get("output", 0)

    def check_prices(self) -> None:
        """Raise ConfigError if something that was used has no price."""
        if self.unpriced:
            text = "prices: no price for what was used: {}; add it to the table"
            raise ConfigError(text.format(shorten(sorted(self.unpriced)).replace('"', "")))

    def group(self, key_of: Callable[[Key], Any]) -> Dict[Any, Dict[str, Any]]:
        """Return the sums of the entries that `key_of` puts together, in the order of their keys."""
        groups: Dict[Any, List[Entry]] = {}
        for key, entry in self.entries.items():
            groups.setdefault(key_of(key), []).append(entry)
        return {key: self._sum(groups[key]) for key in sorted(groups)}

    def sum_all(self) -> Dict[str, Any]:
        """Return the sums of all entries."""
        return self._sum(self.entries.values())

    def as_dict(self) -> Dict[str, Any]:
        """Return the sums of all entries, and those by model and by label."""
        by_model, by_label = self.group(lambda key: key[0]), self.group(lambda key: key[1])
        return {**self.sum_all(), "by_model": by_model, "by_label": by_label}

    def _sum(self, entries: Iterable[Entry]) -> Dict[str, Any]:
        row: Dict[str, Any] = dict.fromkeys(("calls", "failed", "without_usage", "total_tokens"), 0)
        units: Optional[int] = None if self.prices is None else 0
        for entry in entries:
            for name in COUNTS:
                number = entry.counts.get(name)
                if number:
                    row[name] = row.get(name, 0) + number
                    rate = entry.rates.get(name, 0)
                    units = None if units is None or rate is None else units + rate * number
        row["total_tokens"] = row.get("input", 0) + row.get("output", 0)
        if "milliseconds" in row:
            row["seconds"] = row.pop("milliseconds") / 1000
        row["cost"] = None if units is None or self.prices is None else self.prices.to_money(units)
        return row
