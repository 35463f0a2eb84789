# SPDX-License-Identifier: MIT
"""Base of the sessions on a WebSocket: client events in, server events out, by a table of events. No I/O.

`replies` are sent at once. A stream is an iterator of events, which are sent one by one with the server's `delay`
between them; it yields None while it waits for the client.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections import deque

from .handlers_chat import check_model_name
from .server_responses import APIErrorResponse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, ClassVar, Deque, Dict, Iterator, Optional, Tuple, Union

    from .recorded_request import RecordedRequest
    from .store import Store

    Object = Dict[str, Any]
    Stream = Iterator[Optional[Object]]
    # Client event -> the fields that it must have, and the function that handles it.
    Events = Dict[str, Tuple[str, Callable[[Any, Object], None]]]

PCM_RATE = 24_000  # samples per second, of two bytes each
SILENCE = base64.b64encode(b"\0" * (PCM_RATE // 5)).decode("ascii")  # 100 ms of PCM16
MAX_STREAMS = 128
_TYPES = {"object": dict, "list": list, "string": str, "integer": int}


class Session:
    """One session. `model` is that of the URL. Handlers and streams run with the store locked."""

    events: ClassVar[Events] = {}
    default_model: ClassVar[str] = "gpt-realtime"

    def __init__(self, request: RecordedRequest, path: str, store: Store, url: str) -> None:
        self.request = request
        self.path = path
        self.store = store
        self.url = url
        self.replies: Deque[Object] = deque()
        self.close_code: int = 0  # to close the connection with, once the replies are sent
        self.model: str = check_model_name(self._query("model") or self._query("deployment") or self.default_model)
        self._streams: Deque[Stream] = deque()
        self._event_count = 0

    def _query(self, name: str) -> str:
        return self.request.query.get(name, [""])[-1]

    def start(self) -> None:
        """Begin the session, after the handshake."""

    def handle_message(self, message: Union[str, bytes]) -> None:
        """Handle one message of the client; what is wrong with it becomes an error event."""
        event: Object = {}
        try:
            event = parse_event(message)
            with self.store.lock:
                self._handle(event)
        except APIErrorResponse as error:
            self.replies.append(self.make_error(error.response.status, error.fields, event))
        except Exception as error:  # a bug in this server, as in server.py
            self._report_failure(error, event)

    def _handle(self, event: Object) -> None:
        require(event, "type:string")
        if event["type"] not in self.events:
            raise invalid_value("type", event["type"], self.events)
        required, handler = self.events[event["type"]]
        require(event, required)
        handler(self, event)

    def next_event(self) -> Optional[Object]:
        """Return the next event of the streams, which take turns; None if all are at their end, or wait."""
        for _ in range(len(self._streams)):
            stream = self._streams.popleft()
            try:
                with self.store.lock:
                    event = next(stream)
            except StopIteration:
                continue
            except Exception as error:
                self._report_failure(error, {})
                continue
            self._streams.append(stream)
            if event is not None:
                return event
        return None

    def add_stream(self, stream: Stream) -> None:
        """Send the events of a stream. Raises APIErrorResponse if there are too many."""
        if len(self._streams) >= MAX_STREAMS:
            raise APIErrorResponse(429, "Too many responses at once.", code="too_many_concurrent_responses")
        self._streams.append(stream)

    def reply(self, type_: str, **fields: Any) -> None:
        """Send an event at once."""
        self.replies.append(self.make_event(type_, **fields))

    def make_event(self, type_: str, **fields: Any) -> Object:
        """Return an event, with the next `event_id`."""
        self._event_count += 1
        return dict({"type": type_, "event_id": "event_{:06d}".format(self._event_count)}, **fields)

    def make_error(self, status: int, error: Object, event: Object) -> Object:
        """Return an error event; `event` is the client event with which something is wrong."""
        return self.make_event("error", error=dict(error, event_id=event.get("event_id")))

    def _report_failure(self, error: Exception, event: Object) -> None:
        message = "The embedded server failed: {}: {}".format(type(error).__name__, error)
        fields = {"type": "server_error", "code": None, "message": message, "param": None}
        self.replies.append(self.make_error(500, fields, event))


def parse_event(message: Union[str, bytes]) -> Object:
    """Return the JSON object in a message. Raises APIErrorResponse if it has none."""
    try:
        event = json.loads(message)
    except (ValueError, RecursionError):
        event = None
    if not isinstance(event, dict):
        raise APIErrorResponse(400, "Could not parse the event: expected a JSON object.", code="invalid_json")
    return event


def require(fields: Object, specification: str, prefix: str = "") -> None:
    """Check fields against a text such as "item:object count:integer"; any type is allowed without one.

    Raises APIErrorResponse for one that is missing, None or of another type; `prefix` is the path of the object.
    """
    for item in specification.split():
        name, _, type_name = item.partition(":")
        value, path = fields.get(name), prefix + name
        if value is None:
            message = "Missing required parameter: '{}'.".format(path)
            raise APIErrorResponse(400, message, path, "missing_required_parameter")
        if type_name:
            check_type(value, type_name, path)


def check_types(fields: Object, specification: str, prefix: str = "") -> None:
    """Check optional fields against a text such as "tools:list audio.output:object"; None is always allowed.

    Raises APIErrorResponse for one of another type; `prefix` is the path of the object.
    """
    for item in specification.split():
        path, _, type_name = item.partition(":")
        value: Any = fields
        for name in path.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        if value is not None:
            check_type(value, type_name, prefix + path)


def check_type(value: Any, type_name: str, path: str) -> None:
    """Raise APIErrorResponse for a value that is not of a type of JSON."""
    if not isinstance(value, _TYPES[type_name]) or value is True or value is False:
        article = "an" if type_name[0] in "aeiou" else "a"
        message = "Invalid type for '{}': expected {} {}.".format(path, article, type_name)
        raise APIErrorResponse(400, message, path, "invalid_type")


def invalid_value(param: str, value: Any, supported: Any) -> APIErrorResponse:
    """Return the error of a value that is not among the supported ones."""
    names = ", ".join("'{}'".format(name) for name in supported)
    message = "Invalid value: '{}'. Supported values are: {}.".format(value, names)
    return APIErrorResponse(400, message, param, "invalid_value")


def decode_audio(event: Object) -> bytes:
    """Return the bytes in the field `audio` of an event. Raises APIErrorResponse."""
    try:
        return base64.b64decode(event["audio"], validate=True)
    except (ValueError, binascii.Error):
        message = "Invalid 'audio'. Expected base64-encoded audio bytes."
        raise APIErrorResponse(400, message, "audio", "invalid_value") from None


def merge(target: Object, changes: Object) -> Object:
    """Return an object with changes, which apply to inner objects of the same `type` too."""
    result = dict(target)
    for key, value in changes.items():
        old = result.get(key)
        if isinstance(old, dict) and isinstance(value, dict) and value.get("type", old.get("type")) == old.get("type"):
            value = merge(old, value)
        result[key] = value
    return result
