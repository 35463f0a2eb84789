# SPDX-License-Identifier: MIT
"""Sessions of the Live API: a small dialogue. Most client events have one reply, which a table names.

Each append of audio is followed by a word of two transcripts, and by silence. An id that starts with "no-such" belongs
to no session.
"""

from __future__ import annotations

import base64
from urllib.parse import unquote

from .handlers_chat import split_words
from .object_types import BASE_TIME
from .responses_session import create_with_events
from .server_responses import APIErrorResponse
from .translation_session import SOURCE_WORDS, transcript_word
from .websocket_session import PCM_RATE, SILENCE, Session, check_types, decode_audio, merge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Dict, List, Optional

    from .recorded_request import RecordedRequest
    from .store import Store
    from .websocket_session import Events

    Object = Dict[str, Any]

REPLY_WORDS = "Hello from the embedded server!".split()
# Types of the fields of sessions on which this server depends.
FIELD_TYPES = (
    "model:string delegation:object delegation.responses:object delegation.decisions:object "
    "delegation.decisions.questions:list"
)
WORD_MS = 100  # milliseconds of speech for each word


class LiveSession(Session):
    """A session of /live/sessions, which the client starts."""

    default_model = "gpt-live-1"

    def __init__(self, request: RecordedRequest, path: str, store: Store, url: str) -> None:
        super().__init__(request, path, store, url)
        parts = path.split("/")
        self.source_id: str = unquote(parts[2]) if len(parts) > 2 else ""
        if self.source_id.startswith("no-such"):
            raise APIErrorResponse(404, "No session found with id '{}'.".format(self.source_id), "session_id")
        self._session: Optional[Object] = None  # None before it is started
        self._is_muted = False
        self._append_count = 0
        self._time = 0  # milliseconds of the session
        self._decision_items: Dict[str, Object] = {}
        self._response_items: List[Object] = []

    def _handle(self, event: Object) -> None:
        if event.get("type") in self.events and event["type"] != "session.start" and self._session is None:
            raise APIErrorResponse(400, "The session has not been started.", "type", "session_not_started")
        super()._handle(event)

    def make_error(self, status: int, error: Object, event: Object) -> Object:
        """Return an error event; every error has a code."""
        id = event.get("event_id")
        fields = dict(error, code=error["code"] or "invalid_request", client_event_id=id)
        return self.make_event("error", error=fields, client_event_id=id)

    def _reply_to(self, event: Object, type_: str, **fields: Any) -> None:
        self.reply(type_, client_event_id=event.get("event_id"), **fields)

    def _reply_audio(self, audio: str, times: Object) -> None:
        """Send audio in base64, the only event without an id."""
        self.replies.append(dict({"type": "session.output_audio.delta", "delta": audio}, **times))

    def _advance(self, milliseconds: int) -> Object:
        """Let time pass; return the fields that say when it was."""
        start, self._time = self._time, self._time + milliseconds
        return {"start_ms": start, "end_ms": self._time}

    # The session

    def _new_session(self, fields: Object) -> Object:
        model = fields.get("model") or self.model
        audio = {"format": {"type": "audio/pcm", "rate": PCM_RATE}, "output": {"voice": "marin"}}
        session: Object = {"id": self.store.new_id("sess_")[0], "expires_at": BASE_TIME + 3600, "model": model}
        session.update(status="active", audio=audio, instructions=None, delegation=None, store=False)
        return merge(session, fields)

    def begin(self, event: Object) -> None:
        """Handle session.start."""
        if self._session is not None:
            raise APIErrorResponse(400, "The session is already started.", "type", "session_already_started")
        check_types(event["session"], FIELD_TYPES, "session.")
        self._session = self._new_session(event["session"])
        self._reply_to(event, "session.started", session=self._session)

    def update(self, event: Object) -> None:
        """Handle session.update."""
        check_types(event["session"], FIELD_TYPES, "session.")
        self._session = merge(self._session or {}, event["session"])
        self._reply_to(event, "session.updated", session=self._session)

    def close(self, event: Object) -> None:
        """Handle session.close."""
        usage = {"seconds": self._time / 1000, "active_seconds": self._time // 1000, "paused_seconds": 0}
        self._reply_to(event, "session.usage.updated", usage=usage, context_window={"usage_ratio": 0.01})
        self._reply_to(event, "session.closed", reason="close_requested", session=self._session, usage=usage)
        self.close_code = 1000

    # Audio

    def append(self, event: Object) -> None:
        """Handle session.input_audio.append; while the input is muted, audio is ignored."""
        audio = decode_audio(event)
        if self._is_muted:
            return
        count, self._append_count = self._append_count, self._append_count + 1
        times = self._advance(len(audio) * 1000 // (2 * PCM_RATE))
        self._reply_to(event, "session.input_transcript.delta", delta=transcript_word(SOURCE_WORDS, count), **times)
        silence = base64.b64encode(bytes(len(audio))).decode("ascii")
        self.reply("session.output_transcript.delta", delta=transcript_word(REPLY_WORDS, count), **times)
        self._reply_audio(silence, times)

    def mute(self, event: Object) -> None:
        """Handle session.input_audio.mute and unmute."""
        self._is_muted = event["type"].endswith(".mute")
        self._reply_to(event, event["type"] + "d")

    def play(self, event: Object) -> None:
        """Handle session.output_audio.fixture.play."""
        audio = decode_audio(event)
        self._reply_to(event, "session.output_audio.fixture.playing")
        times = self._advance(len(audio) * 1000 // (2 * PCM_RATE))
        self._reply_audio(event["audio"], times)
        self._reply_to(event, "session.output_audio.fixture.played")

    def append_text(self, event: Object) -> None:
        """Handle session.instructions.append, thinking and commentary; the model speaks what is commentary."""
        name = event["type"].split(".")[1]
        words = split_words(event["content"])
        spoken = name == "commentary"
        if not spoken:
            self._reply_to(event, "session.{}.appended".format(name), **self._advance(0))
            return
        start = self._time
        self._reply_to(event, "session.commentary.appended", start_ms=start, end_ms=start + WORD_MS * len(words))
        for word in words:
            times = self._advance(WORD_MS)
            self.reply("session.output_transcript.delta", delta=word, **times)
            self._reply_audio(SILENCE, times)

    # Decisions and responses

    def create_decision(self, event: Object) -> None:
        """Handle decision.create: answer the questions of the session's delegation."""
        settings = ((self._session or {}).get("delegation") or {}).get("decisions") or {}
        answers = [answer_question(item) for item in settings.get("questions") or () if isinstance(item, dict)]
        usage = {"input_tokens": 1, "output_tokens": len(answers), "total_tokens": 1 + len(answers)}
        details = {"input_tokens_details": {"cache_write_tokens": 0, "cached_tokens": 0}}
        details["output_tokens_details"] = {"reasoning_tokens": 0}
        decision = {"answers": answers, "model": settings.get("model") or self.model, "usage": dict(usage, **details)}
        self.reply("decision.event", event={"type": "decision.completed", "decision": decision})

    def create_decision_item(self, event: Object) -> None:
        """Handle decision.item.create."""
        check_types(event["item"], "id:string", "item.")
        item = dict({"id": self.store.new_id("item_")[0], "status": "completed"}, **event["item"])
        self._decision_items[item["id"]] = item
        self._reply_to(event, "decision.item.created", item=item)

    def delete_decision_item(self, event: Object) -> None:
        """Handle decision.item.delete."""
        if self._decision_items.pop(event["item_id"], None) is None:
            message = "Item with id '{}' not found.".format(event["item_id"])
            raise APIErrorResponse(400, message, "item_id", "item_not_found")
        self._reply_to(event, "decision.item.deleted", item_id=event["item_id"])

    def create_response_item(self, event: Object) -> None:
        """Handle response.item.create, which has no reply: the item belongs to the next response."""
        self._response_items.append(event["item"])

    def create_response(self, event: Object) -> None:
        """Handle response.create: wrap the events of a response."""
        settings = ((self._session or {}).get("delegation") or {}).get("responses") or {}
        params = dict(settings, input=self._response_items or "", model=settings.get("model") or "gpt-4o-mini")
        response, events = create_with_events(self, params)
        self._response_items = []
        delegation = {"id": self.store.new_id("delegation_")[0], "type": "delegation", "target": "responses"}
        delegation["response_id"] = response["id"]
        self._reply_to(event, "session.delegation.created", delegation=delegation, offset_ms=self._time)
        fields = {"client_event_id": event.get("event_id"), "delegation_id": delegation["id"]}
        self.add_stream(self.make_event("response.event", event=inner, **fields) for inner in events)

    def send_dtmf(self, event: Object) -> None:
        """Handle transport.dtmf.send."""
        self.reply("transport.dtmf.sent", client_event_id=event.get("event_id"), event=event["event"])

    events: ClassVar[Events] = {
        "session.start": ("session:object", begin),
        "session.update": ("session:object", update),
        "session.close": ("", close),
        "session.input_audio.append": ("audio:string", append),
        "session.input_audio.mute": ("", mute),
        "session.input_audio.unmute": ("", mute),
        "session.output_audio.fixture.play": ("audio:string", play),
        "session.instructions.append": ("content:string", append_text),
        "session.thinking.append": ("content:string", append_text),
        "session.commentary.append": ("content:string", append_text),
        "decision.create": ("event_id:string", create_decision),
        "decision.item.create": ("item:object", create_decision_item),
        "decision.item.delete": ("item_id:string", delete_decision_item),
        "response.item.create": ("item:object", create_response_item),
        "response.create": ("", create_response),
    }


class SidebandSession(LiveSession):
    """A session of /live/sessions/{session_id}/attach: that session, which is started already."""

    def __init__(self, request: RecordedRequest, path: str, store: Store, url: str) -> None:
        super().__init__(request, path, store, url)
        self._session = self._new_session({"id": self.source_id})

    events: ClassVar[Events] = {
        **{
            name: entry
            for name, entry in LiveSession.events.items()
            if name not in ("session.start", "session.input_audio.append")
        },
        "transport.dtmf.send": ("event:string", LiveSession.send_dtmf),
    }


class ForkSession(LiveSession):
    """A session of /live/sessions/{session_id}/fork, which the client starts with what differs from that session."""


def _names(items: Any, key: str) -> List[Any]:
    """Return a field of each object in a list; [None] if there is none."""
    names = [item.get(key) for item in (items if isinstance(items, list) else ()) if isinstance(item, dict)]
    return names or [None]


def answer_question(question: Object) -> Object:
    """Return the answer to a question of a decision: the first choice or level, or a probability of one half."""
    type_, name = question.get("type"), question.get("name")
    if type_ == "choice":
        values = _names(question.get("choices"), "value")
        probabilities = [{"value": value, "probability": float(not index)} for index, value in enumerate(values)]
        fields = {"choice": values[0], "confidence": 1.0, "probabilities": probabilities}
    elif type_ == "score":
        labels = _names(question.get("levels"), "label")
        probabilities = [
            {"value": index, "label": label, "probability": float(not index)} for index, label in enumerate(labels)
        ]
        fields = {"score": 0.0, "confidence": 1.0, "probabilities": probabilities}
    else:
        return {"type": "predicate", "name": name, "probability": 0.5}
    return dict({"type": type_, "name": name}, **fields)
