# SPDX-License-Identifier: MIT
"""Decide which redirects are followed, for all transports (RFC 9110 §15.4). Pure.

A 303, and a 301 or 302 after a POST, is followed with GET and without the body; all others keep method and body.
Sensitive headers are never sent to another origin, and no redirect leads from https to http.

The body of a redirect is never read. A redirect that is not followed is an APIStatusError whose message says why.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

from .headers import Headers, is_sensitive
from .message import CrossOriginRequest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import FrozenSet, Optional, Tuple

    from .message import Request, Response

BODY_HEADERS = frozenset(("content-type", "content-length", "content-encoding", "transfer-encoding"))
URL_SAFE = "%!#$&'()*+,/:;=?@[]~"
DEFAULT_PORTS = {"http": 80, "https": 443}
MAX_LOCATION = 16384  # characters; servers refuse much shorter URLs
# Browsers find a host where RFC 3986 finds a path.
AMBIGUOUS = re.compile(r"(https?:)?//([/?#]|$)|https?:(?!//)", re.IGNORECASE)
AUTHORITY = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:.]*:[0-9a-f:.]*\])(:[0-9]+)?", re.IGNORECASE)


class RedirectRefused(ValueError):
    """A redirect must not be followed; the message is the reason, without the Location, which may have credentials."""


def get_location(response: Response, redirects: int, limit: int) -> str:
    """Return the Location of a redirect, the first one after `redirects` others. Raises RedirectRefused."""
    if redirects >= limit:
        raise RedirectRefused("too many redirects ({})".format(limit) if limit else "redirects are not followed")
    locations = [value for name, value in response.raw_headers if name.lower() == "location"]
    if len(locations) != 1:  # with several, clients disagree about the target
        raise RedirectRefused("the redirect has {} Location fields".format(len(locations)))
    return locations[0]


def build_redirect_request(request: Request, status: int, location: str) -> Request:
    """Return the request that follows a redirect to `location`. Raises RedirectRefused."""
    url = resolve_location(request.url, location)
    current, target = origin(request.url), origin(url)
    if current[0] == "https" and target[0] != "https":
        raise RedirectRefused("the redirect leads from https to http")
    if current != target:
        request = to_cross_origin(request)
    dropped: FrozenSet[str] = frozenset()
    becomes_get = status == 303 or (status in (301, 302) and request.method == "POST")
    keeps_method = not becomes_get or request.method in ("GET", "HEAD")
    if not keeps_method:
        dropped = BODY_HEADERS
    headers = Headers((name, value) for name, value in request.headers.items() if name.lower() not in dropped)
    if keeps_method:
        return request.replace(url=url, headers=headers)
    return request.replace(method="GET", url=url, headers=headers, body=None)


def to_cross_origin(request: Request) -> Request:
    """Return a request as another origin may receive it: without credentials, and without its idempotency key."""
    headers = Headers((name, request.headers[name]) for name in request.headers if is_kept_on_cross_origin(name))
    return CrossOriginRequest(request.method, request.url, headers, request.body, request.timeout)


def is_kept_on_cross_origin(name: str) -> bool:
    """Return whether another origin may receive a header."""
    return not is_sensitive(name) and name.lower() != "idempotency-key"


def resolve_location(base: str, location: str) -> str:
    """Return the absolute URL of a Location without its fragment (RFC 9110 §10.2.2). Raises RedirectRefused.

    A URL that clients read in different ways is refused, not repaired.
    """
    location = location.strip(" \t")
    if not location:
        raise RedirectRefused("the Location is empty")
    if len(location) > MAX_LOCATION:
        raise RedirectRefused("the Location is longer than {} characters".format(MAX_LOCATION))
    if "\\" in location or any(character < " " or character == "\x7f" for character in location):
        raise RedirectRefused("the Location contains a backslash or a control character")
    if AMBIGUOUS.match(location):
        raise RedirectRefused("the Location has no valid host or port")
    try:
        url = urljoin(base, location).split("#")[0]
        url = quote(url, safe=URL_SAFE, encoding="latin-1", errors="strict")  # the bytes of the header
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise RedirectRefused("the Location is not a valid URL") from None
    if parts.scheme not in DEFAULT_PORTS:
        raise RedirectRefused("the Location has the scheme {!r}; expected http or https".format(parts.scheme[:20]))
    if "@" in parts.netloc:
        raise RedirectRefused("the Location contains a user name or password")
    if not AUTHORITY.fullmatch(parts.netloc) or port == 0:
        raise RedirectRefused("the Location has no valid host or port")
    return url


def origin(url: str) -> Tuple[str, str, Optional[int]]:
    """Return the origin of a URL: scheme, host and port (RFC 6454 §4)."""
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or DEFAULT_PORTS.get(parts.scheme)
