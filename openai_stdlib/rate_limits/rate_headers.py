# SPDX-License-Identifier: MIT
"""Read the headers with which servers report their limits: `x-ratelimit-*` and `Retry-After`. Pure.

Source: "Rate limits in headers" of the API's guide to rate limits. The fields are `limit-requests`,
`remaining-requests` and `reset-requests`, and the same of `tokens` and of `project-tokens`.
"""

from __future__ import annotations

from re import compile as compile_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, Optional, Tuple

    # The limit, what remains of it, and the seconds until all of it does; None for what is not reported.
    Values = Tuple[Optional[float], Optional[float], Optional[float]]

PREFIX = "x-ratelimit-"
UNITS = {"d": 86400.0, "h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "us": 1e-6, "µs": 1e-6, "ns": 1e-9, "": 1.0}
MAX_SECONDS = 31 * 86400.0
MAX_COUNT = 1e15
NOTHING: Any = (None, None, None)
_DURATION = compile_pattern(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(ms|us|µs|ns|d|h|m|s|)")


class Report:
    """What a response says of the limits, as (limit, remaining, seconds until it is renewed) of each."""

    __slots__ = ("requests", "tokens")

    def __init__(self, requests: Values, tokens: Values) -> None:
        self.requests: Values = requests
        self.tokens: Values = tokens


def read_report(pairs: Iterable[Tuple[str, str]]) -> Optional[Report]:
    """Return what the header fields of a response report; None if there is nothing of it."""
    fields: Dict[str, str] = {}
    for name, value in pairs:
        if name[:12].lower() == PREFIX:
            fields[name[12:].lower()] = value
    if not fields:
        return None
    tokens = _read_values(fields, "tokens")
    if "limit-project-tokens" in fields:
        project = _read_values(fields, "project-tokens")
        if project[0] is not None and (tokens[0] is None or project[0] < tokens[0]):
            tokens = project
    return Report(_read_values(fields, "requests"), tokens)


def _read_values(fields: Dict[str, str], name: str) -> Values:
    limit = parse_count(fields.get("limit-" + name))
    if limit is None or limit < 1:  # servers without a limit report 0 or -1
        return NOTHING  # type: ignore[no-any-return]
    remaining, reset = parse_count(fields.get("remaining-" + name)), fields.get("reset-" + name)
    if remaining is not None and remaining > limit:
        remaining = limit
    return limit, remaining, None if reset is None else parse_duration(reset)


def parse_count(text: Optional[str]) -> Optional[float]:
    """Return a number of requests or tokens, at least 0; None if it is missing or malformed."""
    if text is None:
        return None
    try:
        count = float(text)
    except ValueError:
        return None
    return max(count, 0.0) if -MAX_COUNT < count < MAX_COUNT else None


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
