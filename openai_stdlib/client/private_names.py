# SPDX-License-Identifier: MIT
"""Private attributes of the official clients that programs read."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PRIVATE_NAMES = frozenset(
    (
        "_base_url", "_custom_headers", "_custom_query", "_api_version", "_azure_ad_token", "_azure_deployment",
        "_azure_endpoint", "_strict_response_validation", "_refresh_api_key", "custom_auth",
    )
)  # fmt: skip


def read_private(client: Any, name: str) -> Any:
    """Return the value of a private attribute of the official clients."""
    settings, provider = client.settings, client.settings.provider
    if name == "_refresh_api_key":
        return lambda: _refresh_async(settings.api_key) if client._is_async else _call_or_keep(settings.api_key)
    if name == "_custom_query":
        version = getattr(provider, "api_version", None)
        return {**({} if version is None else {"api-version": version}), **settings.query}
    if name == "_custom_headers":
        layers: Any = [getattr(config, "default_headers", None) for _, config in settings.layers]
        return {name: headers[name] for headers in layers if hasattr(headers, "keys") for name in headers}
    if name == "_strict_response_validation":
        return False
    return client.base_url if name == "_base_url" else getattr(provider, name[1:], None)


def _call_or_keep(key: Any) -> Any:
    return key() if callable(key) else key or ""


async def _refresh_async(key: Any) -> Any:
    key = _call_or_keep(key)
    return await key if hasattr(key, "__await__") else key
