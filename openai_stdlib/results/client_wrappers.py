# SPDX-License-Identifier: MIT
"""Client wrappers behind `with_raw_response` and `with_streaming_response`: their calls return the HTTP response.

A wrapper is passed to resources in place of the client, so the same operations and HTTP methods work on it.
"""

from __future__ import annotations

from .raw_response import LegacyAPIResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

# Methods of the client that send a request through its `_call`.
HTTP_METHODS = frozenset(("get", "post", "put", "patch", "delete", "request"))


class ClientWrapper:
    """Stand-in for a client that changes what calls return. All other attributes are those of the client."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        if name == "_client":  # not set yet while the wrapper is being copied
            raise AttributeError(name)
        value = getattr(self._client, name)
        if name in HTTP_METHODS:
            return getattr(type(self._client), name).__get__(self)
        if getattr(value, "_client", None) is self._client and name[:5] != "with_":  # a resource
            return type(value)(self)
        return value

    def __dir__(self) -> Any:
        return dir(self._client)

    def __repr__(self) -> str:
        return "<{} of {!r}>".format(type(self).__name__, self._client)


class WithRawResponse(ClientWrapper):
    """Client wrapper whose calls return a `LegacyAPIResponse`."""

    def _call(self, operation: Any, arguments: Dict[str, Any]) -> LegacyAPIResponse:
        return LegacyAPIResponse(self._client, *self._client._execute(operation, arguments))


class AsyncWithRawResponse(ClientWrapper):
    """Client wrapper whose calls are awaited and return a `LegacyAPIResponse`."""

    async def _call(self, operation: Any, arguments: Dict[str, Any]) -> LegacyAPIResponse:
        return LegacyAPIResponse(self._client, *await self._client._execute(operation, arguments))


class WithStreamingResponse(ClientWrapper):
    """Client wrapper whose calls return context managers.

    Use it as `with client.with_streaming_response.files.content(id) as response`.
    """

    _manager_class = "ResponseContextManager"

    def _call(self, operation: Any, arguments: Dict[str, Any]) -> Any:
        from . import streaming_response

        return getattr(streaming_response, self._manager_class)(self._client, operation, arguments)


class AsyncWithStreamingResponse(WithStreamingResponse):
    """Client wrapper whose calls return asynchronous context managers, for `async with`."""

    _manager_class = "AsyncResponseContextManager"
