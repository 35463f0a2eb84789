# SPDX-License-Identifier: MIT
"""Remove credentials from the causes of an error, which are exceptions of HTTP libraries.

These refer to the request, with all its headers: as attributes, in their arguments, and as local variables of the
frames in their tracebacks. Imported when a call fails.
"""

from __future__ import annotations

from .errors import iter_own_causes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Set

# Attributes of requests, responses, connections and pools of HTTP libraries that hold credentials.
HEADER_ATTRIBUTES = ("headers", "proxy_headers", "proxy_auth", "request", "request_info", "_tunnel_headers")
CREDENTIAL_FIELDS = frozenset(("headers", "proxy", "proxy_auth", "proxy_headers", "proxy_headers_hash"))
PLAIN_TYPES = (str, bytes, int, float, type(None))


class DetachedRequest:
    """What remains of the request of an HTTP library: method and URL without its query."""

    __slots__ = ("method", "url", "real_url", "headers")

    def __init__(self, method: str, url: str) -> None:
        self.method: str = method
        self.url: str = url
        self.real_url: str = url
        self.headers: Dict[str, str] = {}  # for programs that read it

    def __repr__(self) -> str:
        return "<DetachedRequest {} {}>".format(self.method, self.url)


def detach_requests(error: BaseException, method: str, url: str) -> None:
    """Remove tracebacks, and objects that hold headers, from an exception and from all that it refers to.

    Requests are replaced by `method` and `url`. Exceptions that the caller is handling remain as they are.
    """
    pending: List[BaseException] = list(iter_own_causes(error))
    seen: Set[int] = set()
    while pending:
        cause = pending.pop()
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        cause.__traceback__ = None
        attributes = vars(cause)
        for value in (*attributes.values(), *cause.args):
            if isinstance(value, BaseException):
                pending += iter_own_causes(value)
        for name, value in list(attributes.items()):
            if _holds_headers(value):
                attributes[name] = _without_headers(value, method, url)
        if any(map(_holds_headers, cause.args)):
            cause.args = tuple(type(value).__name__ if _holds_headers(value) else value for value in cause.args)


def _holds_headers(value: Any) -> bool:
    if isinstance(value, PLAIN_TYPES) or isinstance(value, BaseException):
        return False
    if isinstance(value, (tuple, list)) and any(map(_holds_headers, value)):
        return True
    try:
        return any(hasattr(value, name) for name in HEADER_ATTRIBUTES)
    except Exception:  # raised by a property
        return True


def _without_headers(value: Any, method: str, url: str) -> Any:
    fields = getattr(value, "_fields", ())
    if isinstance(value, tuple) and fields:  # a NamedTuple, which the text of the error may refer to
        return value._replace(**dict.fromkeys(CREDENTIAL_FIELDS.intersection(fields)))  # type: ignore[attr-defined]
    is_request = hasattr(value, "method") and hasattr(value, "url")
    return DetachedRequest(method, url) if is_request else None
