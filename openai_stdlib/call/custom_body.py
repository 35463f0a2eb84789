# SPDX-License-Identifier: MIT
"""The body of a custom request, such as `client.post("/new/thing", body=…)`."""

from __future__ import annotations

from os import urandom

from .redirect import is_kept_on_cross_origin, origin
from .url import check_base_url

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Tuple

    from .headers import Headers
    from .prepare import Call


def build_custom_body(call: Call, headers: Headers, extra: Any) -> Tuple[str, Any, bool]:
    """Return the base URL and body of a custom request, and whether it goes to the origin of the base URL.

    Removes the sensitive headers of a request to another origin. Raises ConfigError for an invalid URL.
    """
    operation: Any = call.operation
    base, same_origin = call.settings.base_url, True
    if operation.absolute:
        check_base_url(operation.path.partition("?")[0], "path")
        base, same_origin = "", origin(operation.path) == origin(base)
        if not same_origin:
            for name in [name for name in headers if not is_kept_on_cross_origin(name)]:
                del headers[name]
    if operation.method != "GET" and call.settings.may_retry:
        headers.setdefault("Idempotency-Key", urandom(16).hex())
    if call.stream:
        headers["Accept"] = "text/event-stream"
    body = operation.encode_body(headers, extra)
    if body is None and operation.method == "GET":
        headers.pop("Content-Type", None)
    return base, body, same_origin
