# SPDX-License-Identifier: MIT
"""Which headers may be sent (RFC 9110 §5.1, §5.5). Pure; what is refused is named, never shown."""

from __future__ import annotations

from .errors import ConfigError
from .message import SENSITIVE_HEADERS, Headers, Secret
from .sentinels import SENTINEL_TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

DELIMITERS = '"(),/:;<=>?@[\\]{}'


def check_mapping(name: str, value: Any) -> Dict[str, Any]:
    """Return a mapping as a dict of its own; None counts as empty. Raises ConfigError for anything else."""
    if value is None:
        return {}
    try:
        return dict(value)
    except (TypeError, ValueError):
        kind = "str" if isinstance(value, str) else type(value).__name__  # a masked one too
        raise ConfigError("{}: expected a mapping, got {}".format(name, kind)) from None


def check_headers(name: str, value: Any) -> Headers:
    """Return headers that can be sent, as a copy; None as a value removes one. Raises ConfigError."""
    headers = Headers(check_mapping(name, value))
    for key, said in headers.items():
        if not isinstance(key, str) or not key or not all("!" <= c <= "~" and c not in DELIMITERS for c in key):
            raise ConfigError("{}: {!r} is not the name of a header".format(name, key))
        if type(said) in SENTINEL_TYPES:
            headers[key] = None  # type: ignore[assignment]  # which removes it where headers are merged
        elif said is not None:
            check_header_value("{}: {}".format(name, key), said)
            if key.lower() in SENSITIVE_HEADERS:
                headers[key] = Secret(said)
    return headers


def check_header_value(name: str, value: Any) -> None:
    """Raise ConfigError for a value that would not stay in its header."""
    if not isinstance(value, str):
        raise ConfigError("{}: expected text, got {}".format(name, type(value).__name__))
    if any(character in value for character in "\r\n\0"):
        raise ConfigError("{}: the value holds a line break, which a header cannot".format(name))
    if any(character > "\xff" for character in value):
        raise ConfigError("{}: the value holds characters that a header cannot carry".format(name))
