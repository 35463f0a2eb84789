# SPDX-License-Identifier: MIT
"""`StreamReader`: decode the bytes of an event stream into items, and decide when the stream is complete. No I/O.

A stream that ends before its terminal event is an IncompleteStreamError, so truncated output never looks complete.
"""

from __future__ import annotations

from ..call.api_errors import (
    APIError,
    APIResponseValidationError,
    APITimeoutError,
    IncompleteStreamError,
    connection_error,
    response_validation_error,
)
from ..call.errors import StreamConsumedError
from .models import apply_model, model_union
from .objects import APIObject, parse_json
from .sse import BOM, SSEDecoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

    from ..call.message import Response

DONE = "[DONE]"
# Events after which a stream of any type is complete; chat streams end with [DONE].
TERMINAL_EVENTS = frozenset(
    (
        "image_generation.completed", "image_edit.completed", "transcript.text.done", "speech.audio.done",
        "response.completed", "response.failed", "response.incomplete", "done", "error",
    )
)  # fmt: skip
# Event models whose streams are read differently.
ASSISTANT = "beta.AssistantStreamEvent"
AGENT = "beta.AgentSessionEvent"  # these streams have no terminal event
ERROR_EVENT_STREAMS = ("responses.ResponseStreamEvent", "beta.BetaResponseStreamEvent", AGENT)
SSE_PREFIXES = (b":", b"data:", b"event:", b"id:", b"retry:")  # the first line of an event stream starts with one
KEEP_ALIVE_EVENTS = frozenset(("ping", "pong", "keepalive", "keep-alive", "keep_alive", "heartbeat"))
API_EVENTS = (
    "message",
    "error",
    "done",
)  # the names without a dot that have a meaning: that of unnamed events, or theirs
MAX_RECEIVED_CHARS = 16 * 1024 * 1024  # characters of event data kept for `IncompleteStreamError.received`


class StreamReader:
    """Decoder of the bytes of one stream into its items. No I/O.

    `feed` returns items. Once it has set `ended`, the stream is over, and `raise_failure` raises the error that ended
    it, if any. `event_model` is the name of the model of the items.
    """

    __slots__ = (
        "event_model", "response", "ended", "closed", "_union", "_events", "_failure", "_data", "_size", "_prefix",
    )  # fmt: skip

    def __init__(self, event_model: str, response: Response) -> None:
        self.event_model = event_model
        self.response = response
        self.ended = False
        self.closed = False  # set by the consumer, which wants no more items
        self._union = model_union(event_model)
        self._events = SSEDecoder()
        self._failure: Optional[APIError] = None
        self._data: List[str] = []
        self._size = 0
        self._prefix = b""  # the start of the body, until the first event

    def begin(self) -> None:
        """Raise StreamConsumedError if the stream was closed before it was read."""
        if self.closed:
            raise StreamConsumedError("the stream is closed")

    def feed(self, chunk: bytes) -> List[Any]:
        """Return the items that `chunk` completes."""
        items: List[Any] = []
        received, union = self._data, self._union
        if not received:
            self._prefix = (self._prefix + chunk)[:1000]
        try:
            for name, data, _ in self._events.feed(chunk):
                if data[:6] == DONE:
                    self.ended = True
                    break
                if not data:  # some servers send empty events to keep the connection open
                    continue
                if name and data[:1] != "{" and is_keep_alive(name):
                    continue
                item = parse_json(data)
                is_event = False
                if type(item) is not APIObject:
                    if union is not None:
                        continue  # some servers send null, a number or text to keep the connection open
                elif "error" in item or name or "type" in item:
                    if self._is_foreign(name, item):
                        continue
                    is_event = True
                received.append(data)
                self._size += len(data)
                if self._size > MAX_RECEIVED_CHARS:
                    self._drop_oldest()
                if is_event:
                    item = self._classify_event(name, item)
                    if item is None:
                        break
                if union is not None:
                    union.apply(item)
                items.append(item)
        except (ValueError, RecursionError) as error:
            self._fail("The stream sent an event that cannot be decoded: {}".format(error))
        return items

    def _drop_oldest(self) -> None:
        """Drop the data of the oldest events, so that what is kept for `received` is bounded."""
        while self._size > MAX_RECEIVED_CHARS:
            self._size -= len(self._data.pop(0))

    def _is_foreign(self, name: str, item: APIObject) -> bool:
        """Return whether an object with a name or a type is not of the stream's kind.

        The types of the API's events have a dot. What has none is foreign if it is there to keep the connection open,
        or if it has no field of the stream's items.
        """
        event_type = item.get("type") if name in ("", "message") else name
        if not isinstance(event_type, str) or not is_keep_alive(event_type) or "error" in item:
            return False
        names = self._union.field_names() - {"type"} if self._union is not None else frozenset()
        return bool(names) and (event_type in KEEP_ALIVE_EVENTS or names.isdisjoint(item))

    def _classify_event(self, name: str, item: APIObject) -> Optional[APIObject]:
        """Return the item for an event that has a name, a type or an error; None if it ends the stream with an error.

        Sets `ended` after a terminal event or an error.
        """
        # Streams of these models have error events that are ordinary items.
        has_event = "type" in item and (self.event_model in ERROR_EVENT_STREAMS or self.event_model == ASSISTANT)
        error: Any = None if has_event and self.event_model in ERROR_EVENT_STREAMS else item.get("error")
        if not (error or has_event) and "error" in (name, item.get("type")):
            error = item
        if error:
            self.ended = True
            message = error.get("message") if isinstance(error, dict) else error
            message = str(message or "An error occurred during streaming")
            self._failure = APIError(message, self.response.request, body=error)
            return None
        event = name if self.event_model == ASSISTANT else item.get("type")
        if isinstance(event, str) and event in TERMINAL_EVENTS:
            self.ended = True
        if self.event_model == ASSISTANT and name:
            return APIObject(event=name, data=item)
        return item

    def _fail(self, message: str) -> None:
        self.ended = True
        self._failure = APIResponseValidationError(self.response, message=message)

    def raise_failure(self) -> None:
        """Raise the error that ended the stream, if any."""
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def feed_eof(self) -> None:
        """Signal the end of the body.

        Raises IncompleteStreamError if there was no terminal event, and APIResponseValidationError if the body was not
        an event stream.
        """
        if self.closed:
            return
        prefix = self._prefix[3:] if self._prefix.startswith(BOM) else self._prefix
        if not self._data and prefix.strip() and not prefix.lstrip().startswith(SSE_PREFIXES):
            self.response.body = self._prefix
            received = "one JSON object" if prefix.lstrip()[:1] == b"{" else ""
            raise response_validation_error(self.response, received, "a stream of events")
        pending = self._events.pending().strip()
        if pending == DONE or self._is_complete():
            return
        raise self._incomplete("The stream ended before its terminal event, after {} events.".format(len(self._data)))

    def interruption_error(self, error: OSError) -> APIError:
        """Return the error to raise when the connection fails: APITimeoutError or IncompleteStreamError."""
        assert self.response.request is not None
        failure = connection_error(error, self.response.request)
        if isinstance(failure, APITimeoutError):
            return failure
        incomplete = self._incomplete("The stream broke off after {} events: {}".format(len(self._data), error))
        incomplete.__cause__ = error
        return incomplete

    def _incomplete(self, message: str) -> IncompleteStreamError:
        return IncompleteStreamError(message=message, request=self.response.request, received=self.received())

    def _is_complete(self) -> bool:
        """Return whether a stream without terminal event may count as complete.

        This holds for agent streams, and for chat streams in which each choice has its finish reason, because some
        servers don't send [DONE].
        """
        if self.event_model == AGENT:
            return True
        reasons: Dict[Any, Any] = {}
        for item in self.received():
            choices = item.get("choices") if isinstance(item, dict) else None
            for choice in choices if isinstance(choices, list) else ():
                if isinstance(choice, dict):
                    reasons[str(choice.get("index") or 0)] = choice.get("finish_reason")
        return bool(reasons) and all(reasons.values())

    def received(self) -> List[Any]:
        """Return the items received so far."""
        return [apply_model(parse_json(data), self.event_model) for data in self._data]


def is_keep_alive(name: str) -> bool:
    """Return whether an event with this name or type can be one that only keeps the connection open."""
    return "." not in name and name not in API_EVENTS and name != ""
