# SPDX-License-Identifier: MIT
"""`BaseResponse`: attributes and parsing common to the responses of both views (see api/response_views.py)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import timedelta
    from typing import Any, Dict, Optional

    from ..call.drivers import Deadline
    from ..call.headers import Headers
    from ..call.message import Request, Response
    from ..call.prepare import Call
    from ..call.url import URL

# Response type of an operation that does not return JSON -> name of its result's class, for `repr`.
RESULT_NAMES = {"binary": "HttpxBinaryResponseContent", "text": "str", "nothing": "NoneType"}


def delegated_property(path: str, doc: str) -> Any:
    """Return a property that reads an attribute of the HTTP response; `path` may have one dot, as `request.method`."""
    first, _, second = path.partition(".")

    def get(response: BaseResponse) -> Any:
        value = getattr(response.http_response, first)
        return getattr(value, second) if second else value

    return property(get, doc=doc)


class BaseResponse:
    """Base of the responses that `with_raw_response` and `with_streaming_response` return.

    `http_response` is the underlying HTTP response, whose body may or may not have been read.
    """

    _repr_name = "APIResponse"
    _default_type: Any = None  # what `parse()` converts to, where a program has to know it

    def __init__(self, client: Any, call: Call, response: Response, deadline: Deadline) -> None:
        self._client = client
        self._call_state = call, response, deadline
        self._parsed_by_type: Dict[Any, Any] = {}  # type -> result
        self.http_response = response
        if response.observer is not None:
            response.observer.on_raw_response(response)

    http_request: Request = delegated_property(
        "request", "The last request that was sent, after retries and redirects."
    )
    headers: Headers = delegated_property("headers", "The header fields of the response; names are case-insensitive.")
    status_code: int = delegated_property("status_code", "The status; always a success: other statuses raise.")
    url: URL = delegated_property("url", "The URL of the last request, after redirects.")
    method: str = delegated_property("request.method", "The HTTP method of the request.")
    http_version: str = delegated_property("http_version", "The HTTP version.")
    is_closed: bool = delegated_property("is_closed", "Whether the body was read to its end or closed.")
    elapsed: timedelta = delegated_property(
        "elapsed",
        "The time from sending the last request until the body was read, or until the headers arrived if it was not.",
    )
    request_id: Optional[str] = delegated_property("request_id", "The id that the server gave this call.")
    retries_taken: int = delegated_property("retries_taken", "The number of attempts before the one that succeeded.")

    def set_default_type(self, type_: Any) -> None:
        """Have a program find the result of `parse()` under the type of the result."""
        if self._default_type in self._parsed_by_type:
            self._parsed_by_type[type_] = self._parsed_by_type.pop(self._default_type)
        self._default_type = type_

    def __class_getitem__(cls, items: Any) -> Any:
        from .generic import generic_alias

        return generic_alias(cls, items)

    def _parse(self, to: Any) -> Any:
        """Return the result as the type `to`, or the call's usual result if `to` is None; cached for each type."""
        key = self._default_type if to is None else to
        if key not in self._parsed_by_type:
            call, response, deadline = self._call_state
            if to is None or call.stream:
                self._parsed_by_type[key] = self._client._build_result(call, response, deadline)
            else:
                from .cast import cast_response

                forms = "explicit" if call.response_type == "cast" else "all"
                self._parsed_by_type[key] = cast_response(response, to, lambda: self._parse(None), forms)
        return self._parsed_by_type[key]

    def __repr__(self) -> str:
        call, response, _ = self._call_state
        name = (
            "Stream" if call.stream else RESULT_NAMES.get(call.response_type) or call.operation.returns or "APIObject"
        )
        if self._default_type in self._parsed_by_type:
            name = type(self._parsed_by_type[self._default_type]).__name__
        return "<{} [{} {}] type=<class {!r}>>".format(
            self._repr_name, response.status_code, response.reason_phrase, name
        )
