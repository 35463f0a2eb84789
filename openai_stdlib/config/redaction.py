# SPDX-License-Identifier: MIT
"""Settings as text without credentials, for `repr` and `Settings.explain`."""

from __future__ import annotations

from ..call.headers import Headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def redact_setting(field: str, value: Any) -> str:
    """Return the repr of a setting with credentials masked."""
    if field in ("api_key", "admin_api_key", "webhook_secret", "organization", "project"):
        return repr(value) if value is None or hasattr(value, "read") else "***"  # an Env names a variable
    if field == "default_headers":
        return repr(Headers(value))
    if field == "http_options":
        return repr({k: "***" if k == "proxy" else Headers(v) if k == "headers" and v else v for k, v in value.items()})
    return repr(value)
