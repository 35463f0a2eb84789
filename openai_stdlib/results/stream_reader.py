# SPDX-License-Identifier: MIT
"""`StreamReader`: decode the bytes of an event stream into items, and decide when the stream is complete. No I/O.

A stream that ends before its terminal event is an IncompleteStreamError, so truncated output never looks complete. An
error that the server reports inside of the stream, in whatever form, is an APIError with the server's reason.
"""

from __future__ import annotations

from collections import deque

from ..call.api_errors import APITimeoutError, IncompleteStreamError, connection_error
from ..call.errors import ParseError, StreamConsumedError
from .event_decoder import BOM, EventDecoder
from .models import apply_model, model_union
from .objects import APIObject, may_report_error, parse_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Deque, Dict, List, Optional

    from ..call.api_errors import APIError
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
API_EVENTS = ("message", "done")  # names without a dot that have a meaning: that of unnamed events, or theirs
MAX_RECEIVED_CHARS = 16 * 1024 * 1024  # characters of event data kept for `APIError.received`
EVENT_OVERHEAD = 64  # characters that an event counts in addition, because it takes that much memory
CHOICES_AT_END = 3  # events; an error of choices may have usage after it
MAX_PREFIX_SIZE = 64 * 1024  # bytes of a body that is kept until its first event, and of lines outside of events
# Instead of the item for an event that ends the stream with an error, or that is none of the stream's items.
_ERROR, _FOREIGN = object(), object()


class _ReportedLine(Exception):
    """A line outside of events that reports an error; `args` has its text."""


class _StreamDecoder(EventDecoder):
    """Decoder that keeps lines which are not part of events: some servers report errors there."""

    __slots__ = ("stray",)

    def reset(self) -> None:
        """Discard an incomplete event and the lines outside of events."""
        super().reset()
        self.stray = bytearray()

    def _ignore(self, line: bytes) -> None:
        if len(self.stray) < MAX_PREFIX_SIZE:
            self.stray += line[:MAX_PREFIX_SIZE] + b"\n"
        if line[:1] in (b"{", b"[") or line[:6].lower() == b"error:":
            from ..call.response_errors import parse_error_line

            text = line.decode("utf-8", "replace")
            if parse_error_line(text) is not None:
                raise _ReportedLine(text)


class StreamReader:
    """Decoder of the bytes of one stream into its items. No I/O.

    `feed` returns items. Once it has set `ended`, the stream is over, and `raise_failure` raises the error that ended
    it, if any. `event_model` is the name of the model of the items.
    """

    __slots__ = (
        "event_model", "response", "ended", "closed", "_union", "_has_error_items", "_events", "_failure", "_data",
        "_size", "_prefix",
    )  # fmt: skip

    def __init__(self, event_model: str, response: Response) -> None:
        self.event_model: str = event_model
        self.response: Response = response
        self.ended: bool = False
        self.closed: bool = False  # set by the consumer, which wants no more items
        self._union = model_union(event_model)
        self._has_error_items = event_model in ERROR_EVENT_STREAMS
        self._events = _StreamDecoder()
        self._failure: Optional[APIError] = None
        self._data: Deque[str] = deque()  # of the last events
        self._size = 0
        self._prefix = bytearray()  # the start of the body, until the first event

    def begin(self) -> None:
        """Raise StreamConsumedError if the stream was closed before it was read."""
        if self.closed:
            raise StreamConsumedError("the stream is closed")

    def feed(self, chunk: bytes) -> List[Any]:
        """Return the items that `chunk` completes."""
        items: List[Any] = []
        received, union = self._data, self._union
        if not received and len(self._prefix) < MAX_PREFIX_SIZE:
            self._prefix += chunk[:MAX_PREFIX_SIZE]
        name = data = ""
        size = 0
        try:
            for name, data in self._events.decode_chunk(chunk):
                if data[:6] == DONE:
                    self.ended = True
                    self._check_last_choices()
                    break
                if name or not data:  # some servers send empty or named events to keep the connection open
                    if not data and is_error_name(name):
                        self._report(data)
                        break
                    if not data or (data[:1] != "{" and is_keep_alive(name)):
                        continue
                item = parse_json(data)
                # Chunks of a chat are most of all events. Anything else is looked at more closely.
                if name or type(item) is not APIObject or "error" in item or not item.get("choices"):
                    item = self._inspect_event(name, data, item)
                    if item is _FOREIGN:
                        continue
                    if item is _ERROR:
                        break
                received.append(data)
                size += len(data) + EVENT_OVERHEAD
                if union is not None:
                    union.apply(item)
                items.append(item)
        except _ReportedLine as line:
            self._report(line.args[0])
        except (ValueError, RecursionError) as error:
            self._fail(name, data, error)
        self._size += size
        if self._size > MAX_RECEIVED_CHARS:
            self._drop_oldest()
        return items

    def _drop_oldest(self) -> None:
        """Drop the data of the oldest events, so that what is kept for `received` is bounded."""
        while self._size > MAX_RECEIVED_CHARS:
            self._size -= len(self._data.popleft()) + EVENT_OVERHEAD

    def _check_last_choices(self) -> None:
        """End the stream with the error that its last choices report, which are items like any others until then."""
        if self._has_error_items or self.event_model == ASSISTANT:
            return
        for index in range(-min(CHOICES_AT_END, len(self._data)), 0):
            if '"error"' in self._data[index]:
                from ..call.error_body import find_reported_error

                if find_reported_error(parse_json(self._data[index])) is not None:
                    self._report(self._data[index])
                    return

    def _is_foreign(self, kind: str, item: APIObject) -> bool:
        """Return whether an object with this name or type is not of the stream's kind.

        The types of the API's events have a dot. What has none is foreign if it is there to keep the connection open,
        or if it has no field of the stream's items.
        """
        names = self._union.field_names() - {"type"} if self._union is not None else frozenset()
        return bool(names) and (kind in KEEP_ALIVE_EVENTS or names.isdisjoint(item))

    def _inspect_event(self, name: str, data: str, item: Any) -> Any:
        """Return the item for an event, _ERROR if it ends the stream with an error, or _FOREIGN if it is not an item.

        Sets `ended` at the end of the stream.
        """
        is_object = type(item) is APIObject
        event = item.get("type") if is_object else None
        if event is None or not self._has_error_items:
            reports_error = self._reports_error(name, data, item)
        else:  # an error event is an item unless it has an `error` object, as in the official package
            reports_error = self.event_model != AGENT and bool(item.get("error"))
        if reports_error:
            self._report(data)
            return _ERROR
        if not is_object:  # some servers send null, a number or text to keep the connection open
            return item if self._union is None else _FOREIGN
        kind = event if name in ("", "message") else name
        if isinstance(kind, str) and is_keep_alive(kind) and self._is_foreign(kind, item):
            return _FOREIGN
        if name and self.event_model == ASSISTANT:
            event, item = name, APIObject(event=name, data=item)
        if isinstance(event, str) and event in TERMINAL_EVENTS:
            self.ended = True
        return item

    def _reports_error(self, name: str, data: str, item: Any) -> bool:
        """Return whether an event reports an error, in a stream whose errors are no items."""
        if name and self.event_model == ASSISTANT and type(item) is APIObject:
            return bool(item.get("error"))
        if is_error_name(name):
            return True
        if '"error"' not in data and not may_report_error(item):
            return False
        from ..call.error_body import find_reported_error

        return find_reported_error(item) is not None

    def _report(self, text: str) -> None:
        """End the stream with the error that a text of the server reports."""
        from ..call.response_errors import stream_error

        self.ended = True
        self._failure = stream_error(self.response, text, self.received())

    def _fail(self, name: str, data: str, error: Exception) -> None:
        """End the stream with the error of an event that cannot be decoded, or of one that is too large."""
        if is_error_name(name) and not isinstance(error, ParseError):  # an error as plain text
            self._report(data)
            return
        from ..call.response_errors import undecodable_event_error

        self.ended = True
        self._failure = undecodable_event_error(self.response, "" if isinstance(error, ParseError) else data, error)
        self._failure.received = self.received()

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
        prefix = bytes(self._prefix[3:] if self._prefix.startswith(BOM) else self._prefix)
        if not self._data and prefix.strip() and not prefix.lstrip().startswith(SSE_PREFIXES):
            self._raise_not_a_stream(prefix)
        name, data = self._events.pending()
        if data.strip() == DONE or self._is_complete():
            self._check_last_choices()
            self.raise_failure()
            return
        stray = (bytes(self._events.stray) + self._events.rest()).decode("utf-8", "replace")
        from ..call.response_errors import parse_error_line

        for text in (data, stray):
            if (text is data and text and is_error_name(name)) or parse_error_line(text) is not None:
                self._report(text)
                self.raise_failure()
        raise self._incomplete(
            "The stream ended before its terminal event, after {} events.".format(len(self._data)), stray
        )

    def _raise_not_a_stream(self, prefix: bytes) -> None:
        """Raise the error of a body that is not an event stream: the one that it reports, or that it is none."""
        from json import loads

        from ..call.json_body import load_json
        from ..call.response_errors import raise_reported_error, response_validation_error

        self.response.body = bytes(self._prefix)
        try:
            raise_reported_error(self.response, load_json(self.response.body, self.response.encoding, loads))
        except ValueError:
            pass
        received = "one JSON object" if prefix.lstrip()[:1] == b"{" else ""
        raise response_validation_error(self.response, received, "a stream of events")

    def interruption_error(self, error: OSError) -> APIError:
        """Return the error to raise when the connection fails: APITimeoutError or IncompleteStreamError."""
        assert self.response.request is not None
        failure = connection_error(error, self.response.request)
        if isinstance(failure, APITimeoutError):
            failure.received = self.received()
            return failure
        incomplete = self._incomplete("The stream broke off after {} events: {}".format(len(self._data), error))
        incomplete.__cause__ = error
        return incomplete

    def record(self, error: Exception) -> None:
        """Add the items received so far to an error that ends the stream, like that of a cancelled call."""
        if getattr(error, "received", None) == ():
            error.received = self.received()  # type: ignore[attr-defined]

    def _incomplete(self, message: str, stray: str = "") -> IncompleteStreamError:
        if stray.strip():
            from ..call.response_errors import quote

            message += " Outside of events it sent: {}".format(quote(self.response, stray))
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
    return "." not in name and name != "" and name not in API_EVENTS and not is_error_name(name)


def is_error_name(name: str) -> bool:
    """Return whether the type of an event says that it is an error."""
    return name[-5:].lower() == "error"
