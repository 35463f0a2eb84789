# SPDX-License-Identifier: MIT
"""Dates and times in the forms that the official package reads: ISO 8601, and numbers since 1970."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional, Union

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MAX_SECONDS = 2e10  # larger numbers are in milliseconds, and so on
MAX_NUMBER = 3e20
_DATE = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_TIME = r"(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,6})\d*)?)?"
_OFFSET = r"(Z|[+-]\d{2}(?::?\d{2})?)?"
_find_date = re.compile(_DATE + "$").match
_find_datetime = re.compile("{}[T ]{}{}$".format(_DATE, _TIME, _OFFSET)).match


def _read_number(value: Any) -> Optional[float]:
    """Return a number, also one in a text, or None."""
    if isinstance(value, (int, float)):
        return float(value)
    try:
        return float(value)
    except ValueError:
        return None


def _from_timestamp(number: float) -> datetime:
    if number != number or abs(number) > MAX_NUMBER:
        return datetime.min if number < 0 else datetime.max
    while abs(number) > MAX_SECONDS:
        number /= 1000
    return EPOCH + timedelta(seconds=number)


def parse_datetime(value: Union[datetime, str, bytes, float]) -> datetime:
    """Return a time: of a text in ISO 8601, or of a number of seconds or smaller units since 1970, in UTC.

    Raises ValueError if the value is none.
    """
    if isinstance(value, datetime):
        return value
    number = _read_number(value)
    if number is not None:
        return _from_timestamp(number)
    text = value.decode() if isinstance(value, bytes) else str(value)
    match = _find_datetime(text)
    if match is None:
        raise ValueError("invalid datetime format")
    *parts, fraction, offset = match.groups()
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    microsecond = int((fraction or "0").ljust(6, "0"))
    return datetime(year, month, day, hour, minute, second, microsecond, _read_offset(offset))


def _read_offset(text: Optional[str]) -> Optional[timezone]:
    if not text:
        return None
    if text == "Z":
        return timezone.utc
    minutes = int(text[1:3]) * 60 + int(text[3:].lstrip(":") or 0)
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def parse_date(value: Union[date, str, bytes, float]) -> date:
    """Return a date: of a text in ISO 8601, or of a number of seconds since 1970. Raises ValueError if it is none."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    number = _read_number(value)
    if number is not None:
        return _from_timestamp(number).date()
    match = _find_date(value.decode() if isinstance(value, bytes) else str(value))
    if match is None:
        raise ValueError("invalid date format")
    return date(*map(int, match.groups()))


PARSERS: Dict[Any, Callable[[Any], Any]] = {datetime: parse_datetime, date: parse_date}
