# SPDX-License-Identifier: MIT
"""What connections for threads and for asyncio have in common. No I/O."""

from __future__ import annotations

from ..call.errors import OpenAIError
from ..call.helper_errors import WebSocketConnectionClosedError
from ..call.log import logger
from ..call.websocket_errors import ConnectionClosed, ConnectionClosedOK
from .endpoints import SESSION_EVENTS
from .events import encode_event, is_progress, parse_event
from .handlers import ANY_EVENT, EventHandlers, HandlerMixin
from .reconnection import Reconnection, close_code_of
from .send_queue import SendQueue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

    from .endpoints import Endpoint


class ConnectionBase(HandlerMixin):
    """Base of connections: events, handlers, the queue of messages to send, and when to open the connection again.

    `connection` is the WebSocket. `make_ws(extra_query, extra_headers)` opens another one; the other arguments are
    those of `connect`. `session_events` are events that configure a session, by their types.
    """

    endpoint: Endpoint  # defined by the classes that classes.py makes

    def __init__(
        self,
        connection: Any,
        *,
        make_ws: Any = None,
        on_reconnecting: Any = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        extra_query: Optional[Mapping[str, Any]] = None,
        extra_headers: Optional[Mapping[str, Any]] = None,
        send_queue: Optional[SendQueue] = None,
        on_reconnected: Any = None,
        session_events: Optional[Dict[str, str]] = None,
    ) -> None:
        self._connection = connection
        self._make_ws = make_ws
        self._reconnection = Reconnection(
            on_reconnecting if make_ws is not None else None,
            max_retries,
            initial_delay,
            max_delay,
            extra_query,
            extra_headers,
        )
        self._on_reconnected = on_reconnected
        self._queue: SendQueue = SendQueue() if send_queue is None else send_queue
        self._session_events: Dict[str, str] = {} if session_events is None else session_events
        self._handlers = EventHandlers()
        self._is_reconnecting = False
        self._is_flushing = False  # a message of the queue is being sent
        self._restorer: Any = None  # the thread or task in which on_reconnected runs; it sends at once

    @property
    def is_open(self) -> bool:
        """Whether messages can be sent now: neither side has begun to close the connection."""
        return bool(self._connection.is_open)

    @property
    def close_code(self) -> Optional[int]:
        """The code with which the connection was closed, 1006 if it broke; None while it is open."""
        code: Optional[int] = self._connection.close_code
        return code

    @property
    def close_reason(self) -> Optional[str]:
        """The reason that belongs to `close_code`; None while the connection is open."""
        reason: Optional[str] = self._connection.close_reason
        return reason

    def parse_event(self, data: Union[str, bytes]) -> Any:
        """Return a message, as `recv_bytes` returns it, as the model of its `type`; JSON that is no object as it is.

        An object of an unknown type has the fields that were sent. Raises json.JSONDecodeError, which is a ValueError.
        """
        return parse_event(self.endpoint, data)

    def _encode(self, event: Any) -> str:
        text = encode_event(self.endpoint, event)
        remember_session_event(self._session_events, event, text)
        return text

    def _note_progress(self, event: Any) -> None:
        """Start counting attempts anew once the server does its work: an error may follow a successful handshake."""
        if is_progress(event):
            self._reconnection.attempt = 0

    def _note_raw_progress(self, message: Union[str, bytes]) -> None:
        try:
            self._note_progress(self.parse_event(message))
        except (ValueError, RecursionError):
            pass

    def _must_queue(self, me: Any) -> bool:
        """Return whether a message has to wait behind others, or for the connection."""
        return (self._is_reconnecting or self._is_flushing or len(self._queue) > 0) and self._restorer != me

    def _end(self, error: ConnectionClosed) -> bool:
        """Return whether an iteration ends quietly. Raises the error otherwise, or that of messages not sent."""
        unsent = self._queue.drain()
        if unsent:
            raise WebSocketConnectionClosedError(
                "WebSocket connection closed with {} unsent messages; `unsent_frames` has them".format(len(unsent)),
                unsent_messages=unsent,
            ) from error
        return isinstance(error, ConnectionClosedOK)

    def _may_reconnect(self, error: ConnectionClosed) -> bool:
        return self._make_ws is not None and self._reconnection.may_recover(close_code_of(error))

    def _take_handlers(self, event: Any) -> List[Any]:
        """Return the handlers to call for an event. Raises OpenAIError for an error event that no handler hears."""
        event_type = getattr(event, "type", None)
        handlers = self._handlers.take(event_type) if isinstance(event_type, str) else []
        handlers += self._handlers.take(ANY_EVENT)
        if event_type == "error" and not handlers:
            raise OpenAIError("WebSocket error: {}".format(event))
        return handlers

    def _session_messages(self) -> Tuple[str, ...]:
        return tuple(self._session_events.values())

    def __repr__(self) -> str:
        return "<{} {}>".format(type(self).__name__, "open" if self.is_open else "closed")


def remember_session_event(events: Dict[str, str], event: Any, text: str) -> None:
    """Store an event that configures a session, in place of an earlier one of its type."""
    event_type = event.get("type") if isinstance(event, dict) else getattr(event, "type", None)
    if event_type in SESSION_EVENTS:
        events[event_type] = text


def log_reconnection(attempt: int, max_attempts: int, delay: float) -> None:
    """Log an attempt to open a connection again."""
    log = logger()
    if log is not None:
        log.info("Reconnecting to WebSocket API (attempt %d/%d) after %.1fs delay", attempt, max_attempts, delay)


def log_warning(message: str, error: BaseException) -> None:
    """Log a failure that no exception reports."""
    log = logger("WARNING")
    if log is not None:
        log.warning("%s: %s", message, type(error).__name__)
