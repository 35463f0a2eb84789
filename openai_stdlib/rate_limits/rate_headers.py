# SPDX-License-Identifier: MIT
"""Read the headers with which servers report their limits: `x-ratelimit-*` and `Retry-After`. Pure.

Source: "Rate limits in headers" of the API's guide to rate limits. The fields are `limit-requests`,
`remaining-requests` and `reset-requests`, and the same of `tokens` and of `project-tokens`.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, List, Optional, Tuple

    # The limit, what remains of it, and the text of how long until all of it does; None for what is not reported.
    Values = Tuple[Optional[float], Optional[float], Optional[str]]

PREFIX = "x-ratelimit-"
UNITS = {"d": 86400.0, "h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "us": 1e-6, "µs": 1e-6, "ns": 1e-9, "": 1.0}
FIELDS = (
    "limit-requests", "remaining-requests", "reset-requests", "limit-tokens", "remaining-tokens", "reset-tokens",
)  # fmt: skip
PROJECT_FIELDS = frozenset(("limit-project-tokens", "remaining-project-tokens", "reset-project-tokens"))
MAX_SECONDS = 31 * 86400.0
MAX_COUNT = 1e15
NOTHING = (None, None, None)
_DURATION = re.compile(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(ms|us|µs|ns|d|h|m|s|)")


class Report:
    """What a response says of the limits, as (limit, remaining, text of the time until it is renewed) of each."""

    __slots__ = ("requests", "tokens")

    def __init__(self, requests: Values, tokens: Values) -> None:
        self.requests: Values = requests
        self.tokens: Values = tokens


class ReportReader:
    """Reads reports. The responses of a server have the same fields in the same order, so it looks there first."""

    __slots__ = ("_layout", "_limits")

    def __init__(self) -> None:
        # The number of fields of a response, and the positions and names of those that are read, if it has all six.
        self._layout: Tuple[int, List[int], List[str]] = (-1, [], [])
        self._limits: Tuple[Tuple[str, str], float, float] = (("", ""), 0.0, 0.0)  # their texts and values

    def read(self, pairs: List[Tuple[str, str]]) -> Optional[Report]:
        """Return what the header fields of a response report; None if there is nothing of it."""
        length, positions, names = self._layout
        if length == len(pairs) and [pairs[i][0] for i in positions] == names:
            values = [pairs[i][1] for i in positions]
            limit_texts, limit, token_limit = self._limits
            if limit_texts == (values[0], values[3]):  # only what remains changes from response to response
                remaining, tokens = parse_count(values[1]), parse_count(values[4])
                if remaining is not None and tokens is not None and remaining <= limit and tokens <= token_limit:
                    return Report((limit, remaining, values[2]), (token_limit, tokens, values[5]))
        fields: Dict[str, int] = {}
        for position, (name, _) in enumerate(pairs):
            if name[:12].lower() == PREFIX:
                fields[name[12:].lower()] = position
        if not fields:
            return None
        report = _read_report({name: pairs[position][1] for name, position in fields.items()})
        if PROJECT_FIELDS.isdisjoint(fields) and report.requests[0] is not None and report.tokens[0] is not None:
            positions = [fields[name] for name in FIELDS if name in fields]
            if len(positions) == len(FIELDS):
                texts = pairs[positions[0]][1], pairs[positions[3]][1]
                self._limits = texts, report.requests[0], report.tokens[0]
                self._layout = len(pairs), positions, [pairs[i][0] for i in positions]
        return report


def _read_report(fields: Dict[str, str]) -> Report:
    requests, tokens, project = [
        _read_values(*[fields.get(field + name) for field in ("limit-", "remaining-", "reset-")])
        for name in ("requests", "tokens", "project-tokens")
    ]
    if project[0] is not None and (tokens[0] is None or project[0] < tokens[0]):
        tokens = project
    return Report(requests, tokens)


def _read_values(limit_text: Optional[str], remaining_text: Optional[str], reset: Optional[str]) -> Values:
    limit = parse_count(limit_text)
    if limit is None or limit < 1:  # servers without a limit report 0 or -1
        return NOTHING
    remaining = parse_count(remaining_text)
    return limit, limit if remaining is not None and remaining > limit else remaining, reset


def parse_count(text: Optional[str]) -> Optional[float]:
    """Return a number of requests or tokens, at least 0; None if it is missing or malformed."""
    try:
        count = float(text or "")
    except ValueError:
        return None
    if 0.0 <= count < MAX_COUNT:
        return count
    return 0.0 if -MAX_COUNT < count < 0.0 else None


def parse_duration(text: str) -> Optional[float]:
    """Return a duration like `6m0s`, `20ms`, `1.5s` or `30` in seconds; None if it is malformed."""
    try:  # most are of one unit
        if text[-2:] == "ms":
            seconds = float(text[:-2]) / 1000
        else:
            seconds = float(text[:-1] if text[-1:] == "s" else text)
    except ValueError:
        seconds, end = 0.0, 0
        text = text.strip()
        for match in _DURATION.finditer(text):
            if match.start() != end:
                return None
            end = match.end()
            seconds += float(match.group(1)) * UNITS[match.group(2)]
        if end != len(text) or not text:
            return None
    return seconds if 0.0 <= seconds <= MAX_SECONDS else None
