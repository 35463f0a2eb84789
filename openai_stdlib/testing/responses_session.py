# SPDX-License-Identifier: MIT
"""Sessions of the Responses API over a WebSocket: the events of a stream over HTTP, and steering.

Responses with the same `stream_id` come one after the other, others at the same time. A response to "please wait"
pauses after the first word of its output until the client steers it, or injects input.
"""

from __future__ import annotations

from collections import deque
from functools import lru_cache

from ..api import operations
from .handler_call import Call
from .handlers_chat import content_text
from .handlers_responses import RESPONSES, create_response, record_events
from .server_responses import APIErrorResponse
from .websocket_session import Session, require

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Deque, Dict, Iterator, List, Optional, Tuple

    from ..api.operation import Operation
    from .recorded_request import RecordedRequest
    from .store import Store
    from .websocket_session import Events, Stream

    Object = Dict[str, Any]

WAIT = "please wait"
MAX_QUEUED = 128  # responses of one lane
STEER_ERRORS = {
    "response_not_found": "The response is not available on this connection.",
    "response_already_completed": "The response is completed and no longer accepts input.",
    "invalid_input": "The input must be text, or a list of messages of the user.",
}


class ActiveResponse:
    """A response that was created on this connection, with the client event that created it.

    `number` is the next sequence number; `steers` are the submissions that are not yet part of a response.
    """

    def __init__(self, params: Object, stream_id: Optional[str], response: Object, events: List[Object]) -> None:
        self.params = params
        self.stream_id = stream_id
        self.response = response
        self.events = events
        self.is_done: bool = False
        self.is_resumed: bool = False  # by input that was injected
        self.number: int = 0
        self.steers: List[Object] = []

    @property
    def id(self) -> str:
        """The id of the response."""
        return str(self.response["id"])

    def make_event(self, type_: str, **fields: Any) -> Object:
        """Return an event with the next sequence number, and the id of the stream if the client set one."""
        event = dict({"type": type_, "sequence_number": self.number}, **fields)
        self.number += 1
        return event if self.stream_id is None else dict(event, stream_id=self.stream_id)

    def number_event(self, event: Object) -> Object:
        """Return an event as it is sent."""
        fields = {key: value for key, value in event.items() if key not in ("type", "sequence_number")}
        return self.make_event(event["type"], **fields)

    @property
    def required_input(self) -> List[Object]:
        """What the client has to add to the input of the next response: the output of its functions."""
        calls = [item for item in self.response["output"] if item["type"] == "function_call"]
        return [{"type": "function_call_output", "call_id": item["call_id"], "name": item["name"]} for item in calls]


class ResponsesSession(Session):
    """A session of /responses."""

    default_model = "gpt-4o-mini"

    def __init__(self, request: RecordedRequest, path: str, store: Store, url: str) -> None:
        super().__init__(request, path, store, url)
        self._responses: Dict[str, ActiveResponse] = {}  # those of this connection by their ids
        self._lanes: Dict[Optional[str], Deque[Object]] = {}  # client events that wait for the response before them

    def make_error(self, status: int, error: Object, event: Object) -> Object:
        """Return an error event."""
        stream_id = {"stream_id": event["stream_id"]} if isinstance(event.get("stream_id"), str) else {}
        return dict({"type": "error", "status": status, "error": error}, **stream_id)

    # Creating

    def create(self, event: Object) -> None:
        """Handle response.create."""
        stream_id = event.get("stream_id")
        if stream_id is not None:
            require(event, "stream_id:string")
        if event.get("background") is True:
            message = "Background responses are not supported over WebSockets."
            raise APIErrorResponse(400, message, "background", "unsupported_parameter")
        params = {key: value for key, value in event.items() if key not in ("type", "stream_id")}
        if stream_id not in self._lanes:
            self._start_lane(stream_id, params)
        elif len(self._lanes[stream_id]) < MAX_QUEUED:
            self._lanes[stream_id].append(params)
        else:
            raise APIErrorResponse(429, "Too many responses at once.", code="too_many_concurrent_responses")

    def _start_lane(self, stream_id: Optional[str], params: Object) -> None:
        active = self._create(stream_id, params)  # which may fail
        self.add_stream(self._lane(stream_id, active))
        self._lanes[stream_id] = deque()

    def _create(self, stream_id: Optional[str], params: Object) -> ActiveResponse:
        previous_id = params.get("previous_response_id")
        if previous_id is not None:
            params = self._continue(params, str(previous_id))
        active = ActiveResponse(params, stream_id, *create_with_events(self, params))
        self._responses[active.id] = active
        return active

    def _continue(self, params: Object, previous_id: str) -> Object:
        """Return the parameters of a continuation, with the input that was steered. Raises APIErrorResponse."""
        previous = self._responses.get(previous_id)
        if previous is None:
            stored = self.store.collections.get(RESPONSES.key, {})
            if previous_id not in stored and not self.store.lenient:
                message = "Previous response with id '{}' not found.".format(previous_id)
                raise APIErrorResponse(400, message, "previous_response_id", "previous_response_not_found")
            return params
        steered = [item for steer in previous.steers for item in input_items(steer["input"])]
        previous.steers.clear()
        return dict(params, input=steered + input_items(params.get("input"))) if steered else params

    def _lane(self, stream_id: Optional[str], active: Optional[ActiveResponse]) -> Stream:
        """Yield the events of the responses of a lane, one after the other."""
        queue = self._lanes[stream_id]
        while active is not None:
            yield from self._events(active)
            active = self._successor(active)
            while active is None and queue:
                params = queue.popleft()
                try:
                    active = self._create(stream_id, params)
                except APIErrorResponse as error:
                    event = {} if stream_id is None else {"stream_id": stream_id}
                    yield self.make_error(error.response.status, error.fields, event)
        del self._lanes[stream_id]

    def _events(self, active: ActiveResponse) -> Stream:
        """Yield the events of one response; None while it waits."""
        waits = WAIT in last_text(active.params)
        text = ""
        for event in active.events:
            is_text = event["type"] == "response.output_text.delta"
            if active.steers and (is_text or event["type"] == "response.output_text.done"):
                yield from self._steered_events(active, text)
                break
            if event is active.events[-1]:
                active.is_done = True
            yield active.number_event(event)
            text += event["delta"] if is_text else ""
            while waits and event["type"].endswith(".delta") and not (active.steers or active.is_resumed):
                yield None
        active.is_done = True
        if active.steers and active.required_input:
            for steer in active.steers:
                owned = {"id": steer["id"], "previous_response_id": active.id}
                fields = {"reason": "waiting_for_required_input", "required_input": active.required_input}
                yield active.make_event("response.steer.pending", steer=owned, **fields)

    def _steered_events(self, active: ActiveResponse, text: str) -> Iterator[Object]:
        """Yield the events that end a message of which only `text` was sent."""
        (item,) = active.response["output"]
        part = dict(item["content"][0], text=text)
        output = [dict(item, status="incomplete", content=[part])]
        active.response.update(status="incomplete", incomplete_details={"reason": "steered"}, output=output)
        active.is_done = True
        for event in record_events(active.response).after():
            if event["type"].endswith((".done", ".incomplete")):
                yield active.number_event(event)

    def _successor(self, active: ActiveResponse) -> Optional[ActiveResponse]:
        """Return the response that continues with the input that was steered, or None."""
        if not active.steers or active.required_input:
            return None
        params = dict(active.params, previous_response_id=active.id, input=[])
        return self._create(active.stream_id, params)

    # Steering

    def steer(self, event: Object) -> None:
        """Handle response.steer."""
        id = event["previous_response_id"]
        active = self._responses.get(id)
        code = "" if is_user_input(event["input"]) else "invalid_input"
        if active is None:
            code = "response_not_found"
        elif active.is_done:
            code = code or "response_already_completed"
        fields = {"previous_response_id": id}
        if active is None or code:
            target = active or ActiveResponse({}, None, {}, [])
            error = {"code": code, "message": STEER_ERRORS[code], "type": "invalid_request_error"}
            steer = dict(fields, input=event["input"])
            self.replies.append(target.make_event("response.steer.failed", error=error, steer=steer))
            return
        fields["id"] = self.store.new_id("steer_")[0]
        active.steers.append(dict(fields, input=event["input"]))
        self.replies.append(active.make_event("response.steer.accepted", steer=fields))

    def inject(self, event: Object) -> None:
        """Handle response.inject of the beta."""
        id = event["response_id"]
        active = self._responses.get(id)
        if active is not None and not active.is_done:
            active.is_resumed = True
            self.replies.append(active.make_event("response.inject.created", response_id=id))
            return
        code = "response_not_found" if active is None else "response_already_completed"
        target = active or ActiveResponse({}, None, {}, [])
        fields = {"response_id": id, "input": event["input"]}
        error = {"code": code, "message": STEER_ERRORS[code]}
        self.replies.append(target.make_event("response.inject.failed", error=error, **fields))

    events: ClassVar[Events] = {
        "response.create": ("", create),
        "response.steer": ("previous_response_id:string input", steer),
        "response.inject": ("response_id:string input:list", inject),
    }


def create_with_events(session: Session, params: Object) -> Tuple[Object, List[Object]]:
    """Return a new response and its events. Raises APIErrorResponse for invalid parameters."""
    call = Call(session.request, find_operation(), {}, session.store, session.url)
    call.params = dict({"model": session.model}, **params)
    response, events = create_response(call)
    return response, events.after()


@lru_cache(maxsize=None)
def find_operation() -> Operation:
    """Return the operation whose events the session sends."""
    return next(operation for _, operation in operations() if operation.path == "/responses")


def input_items(value: Any) -> List[Object]:
    """Return an input, which may be text, as a list of items."""
    if isinstance(value, str):
        return [{"role": "user", "content": value}] if value else []
    return list(value or [])


def is_user_input(value: Any) -> bool:
    """Return whether a value is text, or a list of messages of the user."""
    if not isinstance(value, list):
        return isinstance(value, str) and bool(value)
    return bool(value) and all(
        isinstance(item, dict)
        and item.get("role") == "user"
        and item.get("type", "message") == "message"
        and isinstance(item.get("content"), (str, list))
        for item in value
    )


def last_text(params: Object) -> str:
    """Return the text of the last message of the user, in lower case."""
    items = [item for item in input_items(params.get("input")) if isinstance(item, dict) and item.get("role") == "user"]
    return content_text(items[-1].get("content")).lower() if items else ""
