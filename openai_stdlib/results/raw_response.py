# SPDX-License-Identifier: MIT
"""`with_raw_response` and `with_streaming_response`: the views of a client, and the response that the first one gives.

A view stands in for its client where a resource expects one, so the same rows and verbs work on it; what comes back is
the HTTP answer, whose `parse()` is what the call gives otherwise.
Neighbours: streaming_response.py has the responses of the second one; ../client.py makes the calls and the answers.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

    from ..call.drivers import Deadline
    from ..call.message import Response
    from ..call.prepare import Call

HTTP_METHODS = frozenset(
    ("get", "post", "put", "patch", "delete", "request")
)  # of the client, which end in its `_call`
# What rows that don't promise JSON give, in a repr.
RESULT_NAMES = {"binary": "BinaryContent", "text": "str", "nothing": "NoneType"}


class ClientWrapper:
    """A stand-in for a client. Whatever isn't a call is the client's own."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        if name == "_client":  # of a view that is being copied
            raise AttributeError(name)
        found = getattr(self._client, name)
        if name in HTTP_METHODS:
            return getattr(type(self._client), name).__get__(self)
        if getattr(found, "_client", None) is self._client and name[:5] != "with_":
            return type(found)(self)
        return found

    def __dir__(self) -> Any:
        return dir(self._client)

    def __repr__(self) -> str:
        return "<{} of {!r}>".format(type(self).__name__, self._client)


class WithRawResponse(ClientWrapper):
    """Calls are made at once, and give a `LegacyAPIResponse`."""

    def _call(self, row: Any, arguments: Dict[str, Any]) -> LegacyAPIResponse:
        return LegacyAPIResponse(self._client, *self._client._execute(row, arguments))


class AsyncWithRawResponse(ClientWrapper):
    """Calls are awaited, and give a `LegacyAPIResponse`."""

    async def _call(self, row: Any, arguments: Dict[str, Any]) -> LegacyAPIResponse:
        return LegacyAPIResponse(self._client, *await self._client._execute(row, arguments))


class WithStreamingResponse(ClientWrapper):
    """Calls give what opens a response: `with client.with_streaming_response.files.content(id) as response`."""

    _manager_class = "ResponseContextManager"

    def _call(self, row: Any, arguments: Dict[str, Any]) -> Any:
        from . import streaming_response

        return getattr(streaming_response, self._manager_class)(self._client, row, arguments)


class AsyncWithStreamingResponse(WithStreamingResponse):
    """Calls give what opens a response, for `async with`."""

    _manager_class = "AsyncResponseContextManager"


def delegated_property(place: str, doc: str) -> Any:
    """Make a property that is told by the reply, or with a dot by something of the reply's."""
    first, _, second = place.partition(".")

    def get(response: BaseResponse) -> Any:
        value = getattr(response.http_response, first)
        return getattr(value, second) if second else value

    return property(get, doc=doc)


class BaseResponse:
    """What all responses tell, whether their body has been read or not. `http_response` is the answer itself."""

    _repr_name = "APIResponse"

    def __init__(self, client: Any, call: Call, reply: Response, clock: Deadline) -> None:
        self._client = client
        self._call_state = call, reply, clock
        self._parsed: Dict[Any, Any] = {}
        self.http_response = reply

    http_request = delegated_property(
        "request", "The request that was answered: the last one, after retries and redirects."
    )
    headers = delegated_property("headers", "The header fields of the answer, by name in any case.")
    status_code = delegated_property("status_code", "The status; a success, since all others are exceptions.")
    url = delegated_property("url", "Where the answer came from, after redirects.")
    method = delegated_property("request.method", "The verb of the request.")
    http_version = delegated_property("http_version", "The version of HTTP.")
    is_closed = delegated_property("is_closed", "Whether the body was read to its end or closed.")
    elapsed = delegated_property(
        "elapsed", "From sending the last request until the body was read; until the head came before that."
    )
    request_id = delegated_property("request_id", "The server's id of this call.")
    retries_taken = delegated_property("retries_taken", "How many attempts there were before the one that succeeded.")

    def _parse(self, to: Any) -> Any:
        if to not in self._parsed:
            call, reply, clock = self._call_state
            if to is None or call.stream:
                self._parsed[to] = self._client._build_result(call, reply, clock)
            else:
                from .cast import cast_response

                self._parsed[to] = cast_response(reply, to, lambda: self._parse(None))
        return self._parsed[to]

    def __repr__(self) -> str:
        call, reply, _ = self._call_state
        name = (
            "Stream" if call.stream else RESULT_NAMES.get(call.response_type) or call.operation.returns or "APIObject"
        )
        if None in self._parsed:
            name = type(self._parsed[None]).__name__
        return "<{} [{} {}] type=<class {!r}>>".format(self._repr_name, reply.status_code, reply.reason_phrase, name)


class LegacyAPIResponse(BaseResponse):
    """The HTTP answer of a call; `parse()` gives what the call gives without `with_raw_response`.

    Its body has been read, but for that of a stream, which `parse()` hands over unread and which is its to close.
    """

    def __init__(self, client: Any, call: Call, reply: Response, clock: Deadline) -> None:
        super().__init__(client, call, reply, clock)
        if call.stream:
            self._parse(None)  # a Stream frees the connection when nobody holds it any more

    def parse(self, *, to: Any = None) -> Any:
        """Return the answer, the same one each time. Waits for nothing, with the async client too.

        `to` says as what: a class of models, `dict`, `list` or `object` for JSON, `str`, `bytes`, and others (see
        shapes.py). Raises APIResponseValidationError for an answer that cannot be that, ArgumentError for a `to` that
        is no type.
        """
        return self._parse(to)

    content = delegated_property("content", "The body. Raises StreamConsumedError for that of a stream.")
    text = delegated_property("text", "The body as text. Raises StreamConsumedError for that of a stream.")
