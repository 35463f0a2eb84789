# SPDX-License-Identifier: MIT
"""Which lane an event of a WebSocket belongs to, what a lane may send, and what its response is. No I/O, no locks.

A session for threads calls these methods under its lock, one for asyncio in its event loop. Both wait until `wake` is
called for a lane.
"""

from __future__ import annotations

import re
from collections import deque

from .response_accumulator import TERMINAL_EVENTS
from .response_output import get_field
from .response_stream_state import FAILURE_EVENTS, ResponseStreamState
from .session_limits import ResponsesWebSocketBufferError, ResponsesWebSocketError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Deque, Dict, Optional, Tuple

    from .session_limits import ResponsesWebSocketLimits

# How long the reader waits for room in a lane that is full, in seconds. Without it, a burst of events would overflow a
# lane before the receiver's thread or task could run. A receiver that is slow uses it up, and delays other lanes once.
ROOM_TIMEOUT = 0.1
RECEIVER_TIMEOUT = 5.0  # the same if a receiver waits in `recv` for what it has: it only has to be scheduled
STREAM_ID = re.compile(r"[A-Za-z0-9_.-]{1,256}\Z")
# The events that a final response is collected from; they are complete, while deltas may lack what they extend.
COLLECTED_EVENTS = TERMINAL_EVENTS | {"response.created", "response.output_item.done"}


def type_of(event: Any) -> str:
    """Return the type of an event, "" for anything else."""
    event_type = get_field(event, "type")
    return event_type if isinstance(event_type, str) else ""


class ResponseCollector:
    """Collects the final response of a lane: `response`, or the `error` that prevents it."""

    def __init__(self, max_bytes: Optional[int]) -> None:
        self.max_bytes: Optional[int] = max_bytes
        self._begin(None)

    def _begin(self, state: Optional[ResponseStreamState], error: Optional[Exception] = None) -> None:
        self.response: Any = None
        self.error: Optional[Exception] = error
        self._state = state
        self._size = 0

    def add(self, event: Any, size: int) -> None:
        """Add an event that was received with a size in bytes."""
        event_type = type_of(event)
        if event_type == "response.created":
            self._begin(ResponseStreamState())
        if event_type == "error":
            self._begin(None, ResponsesWebSocketError(event))
        elif self.error is None and event_type in COLLECTED_EVENTS:
            try:
                self._collect(event, event_type, size)
            except Exception as error:  # invalid data of the server; the lane can still be received from
                self.error, self._state = error, None

    def _collect(self, event: Any, event_type: str, size: int) -> None:
        is_terminal = event_type in TERMINAL_EVENTS
        response: Any = event.response if is_terminal else None
        if is_terminal and not isinstance(response, dict):
            raise ValueError("event: {} has no response".format(event_type))
        self._size += size
        if self.max_bytes is not None and self._size > self.max_bytes:
            self.response = None
            message = "max_response_bytes: the events of the response have more than {} bytes; receive them with recv()"
            raise ResponsesWebSocketBufferError(message.format(self.max_bytes))
        if event_type not in FAILURE_EVENTS:
            events = [] if self._state is None else self._state.handle_event(event)
            response = events[-1].response if is_terminal and events else response
        elif self._state is not None and response.get("output") is None:
            finished = {"output": self._state.copy_finished_items()}
            response = event.response.model_copy(update=finished)
        if is_terminal:
            self.response, self._state, self._size = response, None, 0


class Lane:
    """A lane: the events that were received for it, and its current response.

    `created` counts the responses that were created, `taken` those of them whose event was taken. `waiter` belongs to
    the session, which waits with it; `receivers` counts who waits. `socket` is the WebSocket on which the lane was
    closed. `patience` is how long, in seconds, the reader may still wait for room in the lane.
    """

    def __init__(self, stream_id: Optional[str], max_response_bytes: Optional[int]) -> None:
        self.stream_id: Optional[str] = stream_id
        self.events: Deque[Tuple[Any, int]] = deque()
        self.size: int = 0
        self.is_closed: bool = False
        self.failure: Optional[ResponsesWebSocketBufferError] = None
        self.has_request: bool = False  # whose terminal event was not taken yet
        self.created: int = 0
        self.taken: int = 0
        self.socket: Any = None
        self.waiter: Any = None
        self.receivers: int = 0
        self.patience: float = ROOM_TIMEOUT
        self.collector: ResponseCollector = ResponseCollector(max_response_bytes)

    @property
    def has_successor(self) -> bool:
        """Whether a response was created after the latest one that was taken."""
        return self.created > self.taken


class LaneRouter:
    """The lanes of a session, and the events in them. `wake(lane)` is called when a receiver of a lane can go on."""

    def __init__(self, limits: ResponsesWebSocketLimits, isolates_overflow: bool, wake: Callable[[Lane], None]) -> None:
        self.limits: ResponsesWebSocketLimits = limits
        self.lanes: Dict[Any, Lane] = {}
        self.events: int = 0
        self.size: int = 0
        self.has_ended: bool = False
        self.error: Optional[BaseException] = None
        self._isolates_overflow = isolates_overflow
        self._wake = wake

    # Lanes

    def add_lane(self, stream_id: Any) -> Lane:
        """Return a new lane; None is the id of the default lane. Raises ValueError for an invalid id or one in use."""
        if stream_id is not None and not (isinstance(stream_id, str) and STREAM_ID.match(stream_id)):
            raise ValueError("stream_id: expected None or 1 to 256 of the characters A-Z a-z 0-9 _ . -")
        if self.has_ended:
            raise RuntimeError("lane: the session has ended; create another one")
        if stream_id in self.lanes:
            message = "stream_id: there is a lane {!r} already; ids stay in use until the connection is opened again"
            raise ValueError(message.format(stream_id))
        if len(self.lanes) >= self.limits.max_lanes:
            raise ResponsesWebSocketBufferError("max_lanes: there are {} lanes already".format(len(self.lanes)))
        lane = self.lanes[stream_id] = Lane(stream_id, self.limits.max_response_bytes)
        return lane

    def close_lane(self, lane: Lane, socket: Any) -> None:
        """Drop what a lane has received. Its id stays in use: the server may still send events for it."""
        if lane.is_closed:
            return
        lane.is_closed, lane.socket = True, socket
        self.events -= len(lane.events)
        self.size -= lane.size
        lane.events.clear()
        lane.size = 0
        lane.collector = ResponseCollector(self.limits.max_response_bytes)
        self._wake(lane)

    def release_lanes(self, socket: Any) -> None:
        """Make the ids of closed lanes available, because `socket` replaces the WebSocket that they were used on."""
        for stream_id, lane in list(self.lanes.items()):
            if lane.is_closed and lane.socket is not socket:
                del self.lanes[stream_id]

    # Events

    def _find_lane(self, event: Any) -> Optional[Lane]:
        """Return the open lane that an event belongs to, or None if nobody wants it."""
        stream_id = get_field(event, "stream_id")
        default = self.lanes.get(None)
        lane = self.lanes.get(stream_id, default) if isinstance(stream_id, str) else default
        if lane is not None and lane.is_closed:
            lane = None if lane.failure is not None else default
        return None if lane is None or lane.is_closed else lane

    def _excess(self, lane: Lane, size: int) -> str:
        """Return the limit that an event of a size would exceed, "" if there is none."""
        limits = self.limits
        if len(lane.events) >= limits.max_events_per_lane:
            return "max_events_per_lane"
        if lane.size + size > limits.max_bytes_per_lane:
            return "max_bytes_per_lane"
        if self.size + size > limits.max_bytes:
            return "max_bytes"
        return "max_events" if self.events >= limits.max_events else ""

    def find_crowded(self, event: Any, size: int) -> Optional[Lane]:
        """Return the lane of an event if the event has room only after others were taken, else None."""
        lane = self._find_lane(event)
        if self.has_ended or lane is None or size > min(self.limits.max_bytes_per_lane, self.limits.max_bytes):
            return None
        return lane if self._excess(lane, size) else None

    def has_room(self, lane: Lane, size: int) -> bool:
        """Return whether a crowded lane need not be waited for any more: its receiver keeps up, or nobody cares."""
        limits = self.limits
        is_drained = 2 * len(lane.events) <= limits.max_events_per_lane and 2 * lane.size <= limits.max_bytes_per_lane
        return self.has_ended or lane.is_closed or (is_drained and not self._excess(lane, size))

    @staticmethod
    def time_left(lane: Lane, waited: float) -> float:
        """Return how long a crowded lane may still be waited for, after so many seconds."""
        return (RECEIVER_TIMEOUT if lane.receivers and lane.events else lane.patience) - waited

    def end_wait(self, lane: Lane, size: int, waited: float) -> None:
        """Take the waiting from the patience with a lane. A receiver that keeps up gets all of it again."""
        lane.patience = ROOM_TIMEOUT if self.has_room(lane, size) else max(0.0, lane.patience - waited)

    def add_event(self, event: Any, size: int) -> None:
        """Add an event, which was received with a size in bytes, to its lane.

        An event without a room fails the lane that is too full, or else raises ResponsesWebSocketBufferError.
        """
        lane = self._find_lane(event)
        if self.has_ended or lane is None:
            return
        excess = self._excess(lane, size)
        if excess and not self._isolates_overflow:
            raise _overflow(excess, self.limits, lane)
        if excess.endswith("_per_lane") or size > self.limits.max_bytes:
            self._fail(lane, excess)
            return
        while excess:
            fullest = self._find_fullest(excess)
            self._fail(lane if fullest is None else fullest, excess)
            if lane.is_closed:
                return
            excess = self._excess(lane, size)
        lane.events.append((event, size))
        lane.size += size
        self.size += size
        self.events += 1
        if get_field(event, "stream_id") == lane.stream_id and type_of(event) == "response.created":
            lane.created += 1
            lane.has_request = True
        self._wake(lane)

    def _find_fullest(self, excess: str) -> Optional[Lane]:
        """Return the lane with the most bytes or events, the first of several; None if all are empty."""
        fullest, most = None, 0
        for lane in self.lanes.values():
            amount = lane.size if excess == "max_bytes" else len(lane.events)
            if amount > most:
                fullest, most = lane, amount
        return fullest

    def _fail(self, lane: Lane, excess: str) -> None:
        lane.failure = _overflow(excess, self.limits, lane)
        self.close_lane(lane, None)

    def take(self, lane: Lane) -> Optional[Tuple[Any]]:
        """Return the next event of a lane in a tuple, or None if there is none yet.

        Raises the error of the lane, then that of the connection, or EOFError if the connection was closed.
        """
        if lane.failure is not None:
            raise lane.failure.with_traceback(None)
        if lane.is_closed:
            raise EOFError("recv: the lane is closed")
        if lane.events:
            event, size = lane.events.popleft()
            lane.size -= size
            self.size -= size
            self.events -= 1
            if not lane.events:
                lane.patience = ROOM_TIMEOUT
            # The default lane also gets events of unknown lanes, which do not concern its own response.
            if get_field(event, "stream_id") == lane.stream_id:
                self._follow(lane, event, size)
            return (event,)
        if not self.has_ended:
            return None
        if self.error is not None:
            raise self.error.with_traceback(None)
        raise EOFError("recv: the connection is closed")

    def _follow(self, lane: Lane, event: Any, size: int) -> None:
        lane.collector.add(event, size)
        event_type = type_of(event)
        if event_type == "response.created":
            lane.taken += 1
            lane.has_request = True
        elif event_type == "error" or event_type in TERMINAL_EVENTS:
            lane.has_request = lane.has_successor

    def find_response(self, lane: Lane, taken: int) -> Any:
        """Return the final response of a lane, or None if it is not complete. Raises what prevents it.

        `taken` is `lane.taken` at the beginning of the search, whose result is not a response before the latest one.
        """
        response, error = lane.collector.response, lane.failure or lane.collector.error
        if error is not None:
            raise error.with_traceback(None)
        return None if lane.taken == taken and lane.has_successor else response

    # The session

    def check_active(self, lane: Lane) -> None:
        """Raise RuntimeError if nothing can be sent on a lane."""
        if self.has_ended or lane.is_closed:
            raise RuntimeError("send: the {} has ended".format("session" if self.has_ended else "lane"))

    def begin_request(self, lane: Lane) -> None:
        """Prepare a lane for a request. Raises RuntimeError if the one before has not ended."""
        if lane.has_request:
            raise RuntimeError("send: a response of this lane has not ended; receive its terminal event first")
        lane.collector = ResponseCollector(self.limits.max_response_bytes)
        lane.has_request = True

    def end(self, error: Optional[BaseException] = None) -> None:
        """End the session; events that were received can still be taken. Only the first call has an effect."""
        if self.has_ended:
            return
        self.error = error
        self.has_ended = True
        for lane in self.lanes.values():
            self._wake(lane)


def prepare_request(event: Any, stream_id: Optional[str]) -> Tuple[Dict[str, Any], bool]:
    """Return an event as a dict with the id of its lane, and whether it begins a response. Raises ValueError."""
    fields = event.to_dict(exclude_unset=True) if hasattr(event, "to_dict") else dict(event)
    is_request = fields.get("type") == "response.create"
    if is_request:
        if fields.get("stream_id", stream_id) != stream_id:
            raise ValueError("stream_id: {!r} is not the id of the lane".format(fields["stream_id"]))
        if stream_id is not None:
            fields["stream_id"] = stream_id
    return fields, is_request


def _overflow(excess: str, limits: ResponsesWebSocketLimits, lane: Lane) -> ResponsesWebSocketBufferError:
    message = "{}: lane {!r} exceeds the limit of {}; receive its events in time, or raise the limit"
    return ResponsesWebSocketBufferError(message.format(excess, lane.stream_id, getattr(limits, excess)))
