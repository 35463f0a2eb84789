# SPDX-License-Identifier: MIT
"""Validation of user-supplied headers (RFC 9110 §5.1, §5.5). Pure. Messages never show the value of a header."""

from __future__ import annotations

from .errors import ConfigError
from .headers import Headers, Secret, check_field_value, is_sensitive
from .sentinels import SENTINEL_TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

DELIMITERS = '"(),/:;<=>?@[\\]{}'


def check_mapping(name: str, value: Any) -> Dict[str, Any]:
    """Return a copy of a mapping as a dict; None counts as empty. Raises ConfigError for any other value."""
    if value is None:
        return {}
    try:
        return dict(value)
    except (TypeError, ValueError):
        type_name = "str" if isinstance(value, str) else type(value).__name__  # also for a Secret
        raise ConfigError("{}: expected a mapping, got {}".format(name, type_name)) from None


def check_headers(name: str, value: Any) -> Headers:
    """Return a copy of headers that can be sent; the value None removes a header when they are merged.

    Raises ConfigError for an invalid name or value.
    """
    headers = Headers(check_mapping(name, value))
    for key, field in headers.items():
        if not isinstance(key, str) or not key or not all("!" <= c <= "~" and c not in DELIMITERS for c in key):
            raise ConfigError("{}: {!r} is not a valid header name".format(name, key))
        if type(field) in SENTINEL_TYPES:
            headers[key] = None  # type: ignore[assignment]  # removes it when headers are merged
        elif field is not None:
            text = check_header_value("{}: {}".format(name, key), field)
            headers[key] = Secret(text) if is_sensitive(key) else text
    return headers


def check_header_value(name: str, value: Any) -> str:
    """Return a value that a header can carry as text: text itself, or an enum, a UUID, a date … that stands for text.

    Raises ConfigError for any other value, and for text that servers would read differently (RFC 9110 §5.5).
    """
    text: Any = value
    if not isinstance(value, str) or hasattr(type(value), "__members__"):
        from .errors import ArgumentError
        from .jsonable import to_jsonable

        try:
            text = to_jsonable(value)
        except ArgumentError:
            text = None
        if not isinstance(text, str):
            raise ConfigError("{}: expected text, got {}".format(name, type(value).__name__))
    check_field_value(name, text)
    return text if isinstance(text, Secret) else str.__str__(text)
