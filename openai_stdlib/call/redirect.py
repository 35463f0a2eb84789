# SPDX-License-Identifier: MIT
"""Decide which redirects are followed, for all transports (RFC 9110 §15.4). Pure.

A 303, and a 301 or 302 after a POST, is followed with GET and without the body; all others keep method and body.
Sensitive headers are never sent to another origin, and no redirect leads from https to http.
"""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

from .headers import SENSITIVE_HEADERS, Headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional, Tuple

    from .message import Request

REMOVE_ON_CROSS_ORIGIN = SENSITIVE_HEADERS | {"idempotency-key"}
BODY_HEADERS = frozenset(("content-type", "content-length", "content-encoding", "transfer-encoding"))
URL_SAFE = "%!#$&'()*+,/:;=?@[]~"
DEFAULT_PORTS = {"http": 80, "https": 443}


def build_redirect_request(request: Request, status: int, location: Optional[str]) -> Optional[Request]:
    """Return the request that follows a redirect to `location`, or None if it must not be followed."""
    if not location:
        return None
    try:
        url = urljoin(request.url, location.strip()).split("#")[0]
        url = quote(url, safe=URL_SAFE, encoding="latin-1", errors="strict")  # the bytes of the header
        current, target = origin(request.url), origin(url)
    except ValueError:
        return None
    if "@" in urlsplit(url).netloc or not target[1]:
        return None
    if target[0] not in DEFAULT_PORTS or (current[0] == "https" and target[0] != "https"):
        return None
    dropped = REMOVE_ON_CROSS_ORIGIN if current != target else frozenset()
    becomes_get = status == 303 or (status in (301, 302) and request.method == "POST")
    keeps_method = not becomes_get or request.method in ("GET", "HEAD")
    if not keeps_method:
        dropped = dropped | BODY_HEADERS
    headers = Headers((name, value) for name, value in request.headers.items() if name.lower() not in dropped)
    if keeps_method:
        return request.replace(url=url, headers=headers)
    return request.replace(method="GET", url=url, headers=headers, body=None)


def origin(url: str) -> Tuple[str, str, Optional[int]]:
    """Return the origin of a URL: scheme, host and port (RFC 6454 §4)."""
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or DEFAULT_PORTS.get(parts.scheme)
