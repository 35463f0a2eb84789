# SPDX-License-Identifier: MIT
"""Requests to any path: what `client.get`, `post` … and `request` do."""

from __future__ import annotations

from ..api.custom import custom_request
from ..call.headers import mask_headers
from ..config.config import Config
from .clients import REQUEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict


def request_path(client: Any, method: str, path: str, options: Dict[str, Any]) -> Any:
    """Call `request`, with a method and a path, or as an override of it expects."""
    if type(client).request is not REQUEST or "request" in vars(client):
        from .customized_calls import has_official_signature

        if has_official_signature(client):
            return REQUEST(client, method, path, **options)
    return client.request(method, path, **options)


def request(client: Any, method: Any, path: Any, options: Dict[str, Any]) -> Any:
    """Send a request; see `HTTPMethodsMixin.request`."""
    final_options = options.get("options") if path is None else path
    if hasattr(final_options, "json_data"):
        from .customized_calls import send

        cast_to = options.get("cast_to") if method is None else method
        return send(client, cast_to, final_options, options.get("stream", False), options.get("stream_cls"))
    target: Any = path
    operation, arguments = custom_request(method, target, config_type=Config, **mask_options(options))
    return client._call(operation, arguments)


def mask_options(options: Dict[str, Any]) -> Dict[str, Any]:
    """Mask the headers in the options of `request` in place, because frames refer to them, and return the options."""
    if isinstance(options.get("options"), dict) and "headers" in options["options"]:
        options["options"] = {**options["options"], "headers": mask_headers(options["options"]["headers"])}
    for name in ("headers", "extra_headers"):
        if name in options:
            options[name] = mask_headers(options[name])
    return options
