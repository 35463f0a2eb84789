# SPDX-License-Identifier: MIT
"""Settings as text without credentials, for `repr` and `Settings.explain`."""

from __future__ import annotations

from ..call.headers import Headers, Parameters, mask_query

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
        masks: Any = {"proxy": lambda _: "***", "headers": Headers, "params": Parameters}
        return repr({name: masks[name](item) if item and name in masks else item for name, item in value.items()})
    if field == "default_query":
        return repr(Parameters(value))
    return repr(mask_query(value) if field == "base_url" and isinstance(value, str) else value)
