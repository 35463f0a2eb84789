# SPDX-License-Identifier: MIT
"""`with_raw_response` and `with_streaming_response`: the views of a client, and the response that the first one gives.

A view stands in for its client where a resource expects one, so the same rows and verbs work on it; what comes back is
the HTTP answer, whose `parse()` is what the call gives otherwise.
Neighbours: streamed.py has the responses of the second one; ../client.py makes the calls and the answers.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

    from ..call.drivers import Clock
    from ..call.message import Reply
    from ..call.prepare import Call

VERBS = frozenset(("get", "post", "put", "patch", "delete", "request"))  # of the client, which end in its `_call`
# What rows that don't promise JSON give, in a repr.
PROMISED = {"binary": "BinaryContent", "text": "str", "nothing": "NoneType"}


class View:
    """A stand-in for a client. Whatever isn't a call is the client's own."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __getattr__(self, name: str) -> Any:
        if name == "_client":  # of a view that is being copied
            raise AttributeError(name)
        found = getattr(self._client, name)
        if name in VERBS:
            return getattr(type(self._client), name).__get__(self)
        if getattr(found, "_client", None) is self._client and name[:5] != "with_":
            return type(found)(self)
        return found

    def __dir__(self) -> Any:
        return dir(self._client)

    def __repr__(self) -> str:
        return "<{} of {!r}>".format(type(self).__name__, self._client)


class RawView(View):
    """Calls are made at once, and give a `LegacyAPIResponse`."""

    def _call(self, row: Any, arguments: Dict[str, Any]) -> LegacyAPIResponse:
        return LegacyAPIResponse(self._client, *self._client._perform(row, arguments))


class AsyncRawView(View):
    """Calls are awaited, and give a `LegacyAPIResponse`."""

    async def _call(self, row: Any, arguments: Dict[str, Any]) -> LegacyAPIResponse:
        return LegacyAPIResponse(self._client, *await self._client._perform(row, arguments))


class StreamingView(View):
    """Calls give what opens a response: `with client.with_streaming_response.files.content(id) as response`."""

    _opens = "ResponseContextManager"

    def _call(self, row: Any, arguments: Dict[str, Any]) -> Any:
        from . import streamed

        return getattr(streamed, self._opens)(self._client, row, arguments)


class AsyncStreamingView(StreamingView):
    """Calls give what opens a response, for `async with`."""

    _opens = "AsyncResponseContextManager"


def told(place: str, doc: str) -> Any:
    """Make a property that is told by the reply, or with a dot by something of the reply's."""
    first, _, second = place.partition(".")

    def get(response: BaseResponse) -> Any:
        value = getattr(response.http_response, first)
        return getattr(value, second) if second else value

    return property(get, doc=doc)


class BaseResponse:
    """What all responses tell, whether their body has been read or not. `http_response` is the answer itself."""

    _shown = "APIResponse"

    def __init__(self, client: Any, call: Call, reply: Reply, clock: Clock) -> None:
        self._client = client
        self._made = call, reply, clock
        self._parsed: Dict[Any, Any] = {}
        self.http_response = reply

    http_request = told("request", "The request that was answered: the last one, after retries and redirects.")
    headers = told("headers", "The header fields of the answer, by name in any case.")
    status_code = told("status_code", "The status; a success, since all others are exceptions.")
    url = told("url", "Where the answer came from, after redirects.")
    method = told("request.method", "The verb of the request.")
    http_version = told("http_version", "The version of HTTP.")
    is_closed = told("is_closed", "Whether the body was read to its end or closed.")
    elapsed = told("elapsed", "From sending the last request until the body was read; until the head came before that.")
    request_id = told("request_id", "The server's id of this call.")
    retries_taken = told("retries_taken", "How many attempts there were before the one that succeeded.")

    def _parse(self, to: Any) -> Any:
        if to not in self._parsed:
            call, reply, clock = self._made
            if to is None or call.stream:
                self._parsed[to] = self._client._finish(call, reply, clock)
            else:
                from .shapes import shaped

                self._parsed[to] = shaped(reply, to, lambda: self._parse(None))
        return self._parsed[to]

    def __repr__(self) -> str:
        call, reply, _ = self._made
        name = "Stream" if call.stream else PROMISED.get(call.answer) or call.row.gives or "APIObject"
        if None in self._parsed:
            name = type(self._parsed[None]).__name__
        return "<{} [{} {}] type=<class {!r}>>".format(self._shown, reply.status_code, reply.reason_phrase, name)


class LegacyAPIResponse(BaseResponse):
    """The HTTP answer of a call; `parse()` gives what the call gives without `with_raw_response`.

    Its body has been read, but for that of a stream, which `parse()` hands over unread and which is its to close.
    """

    def __init__(self, client: Any, call: Call, reply: Reply, clock: Clock) -> None:
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

    content = told("content", "The body. Raises StreamConsumedError for that of a stream.")
    text = told("text", "The body as text. Raises StreamConsumedError for that of a stream.")
