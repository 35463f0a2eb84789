# SPDX-License-Identifier: MIT
"""Redirects, decided once for all transports (RFC 9110 §15.4). Pure.

303, and 301 and 302 after a POST, go on as GET without a body; all others keep both. Nothing that identifies the
caller goes to another origin, and never from https to http.
"""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

from .message import SENSITIVE_HEADERS, Headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Optional, Tuple

    from .message import Request

REMOVE_ON_CROSS_ORIGIN = SENSITIVE_HEADERS | {"idempotency-key"}
BODY_HEADERS = frozenset(("content-type", "content-length", "content-encoding", "transfer-encoding"))
URL_SAFE = "%!#$&'()*+,/:;=?@[]~"
DEFAULT_PORTS = {"http": 80, "https": 443}


def build_redirect_request(request: Request, status: int, location: Optional[str]) -> Optional[Request]:
    """Return the request that follows a redirect, or None if it must not be followed."""
    if not location:
        return None
    try:
        url = urljoin(request.url, location.strip()).split("#")[0]
        url = quote(url, safe=URL_SAFE, encoding="latin-1", errors="strict")  # as the bytes that were sent
        here, there = origin(request.url), origin(url)
    except ValueError:
        return None
    if "@" in urlsplit(url).netloc or not there[1]:
        return None
    if there[0] not in DEFAULT_PORTS or (here[0] == "https" and there[0] != "https"):
        return None
    dropped = REMOVE_ON_CROSS_ORIGIN if here != there else frozenset()
    becomes_get = status == 303 or (status in (301, 302) and request.method == "POST")
    keeps_method = not becomes_get or request.method in ("GET", "HEAD")
    if not keeps_method:
        dropped = dropped | BODY_HEADERS
    headers = Headers((name, value) for name, value in request.headers.items() if name.lower() not in dropped)
    if keeps_method:
        return request.replace(url=url, headers=headers)
    return request.replace(method="GET", url=url, headers=headers, body=None)


def origin(url: str) -> Tuple[str, str, Optional[int]]:
    """Return scheme, host and port of a URL (RFC 6454 §4)."""
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or DEFAULT_PORTS.get(parts.scheme)
