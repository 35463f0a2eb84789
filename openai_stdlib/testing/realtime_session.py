# SPDX-License-Identifier: MIT
"""Sessions of the Realtime API, and of its beta, whose events and session have other names.

The server does not detect speech: audio becomes an item when the client commits it. Its transcript is the `prompt` of
the session's transcription, if there is one.
"""

from __future__ import annotations

from .object_types import BASE_TIME
from .realtime_response import RealtimeResponse
from .server_responses import APIErrorResponse
from .websocket_session import PCM_RATE, Session, check_types, decode_audio, invalid_value, merge, require

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Dict, List, Optional

    from .recorded_request import RecordedRequest
    from .store import Store
    from .websocket_session import Events

    Object = Dict[str, Any]

PCM: Object = {"type": "audio/pcm", "rate": PCM_RATE}
TURN_DETECTION: Object = {
    "type": "server_vad",
    "threshold": 0.5,
    "prefix_padding_ms": 300,
    "silence_duration_ms": 500,
    "idle_timeout_ms": None,
    "create_response": True,
    "interrupt_response": True,
}
INSTRUCTIONS = "You are the embedded server."
DEFAULT_TRANSCRIPT = "This is what was said."
# Types of the fields of sessions and responses on which this server depends.
FIELD_TYPES = (
    "audio:object audio.input:object audio.input.transcription:object audio.output:object audio.output.format:object "
    "input_audio_transcription:object tools:list output_modalities:list modalities:list input:list"
)
READ_ONLY_FIELDS = frozenset(("id", "object", "expires_at"))
# Item type -> the fields that it must have.
ITEM_TYPES = {
    "message": "role:string content:list",
    "function_call": "name:string arguments:string",
    "function_call_output": "call_id:string output:string",
    "mcp_approval_response": "approval_request_id:string approve",
}


def new_session(id: str, model: str, is_transcription: bool) -> Object:
    """Return the session object of the Realtime API."""
    audio_input = {"format": PCM, "transcription": None, "noise_reduction": None, "turn_detection": TURN_DETECTION}
    common: Object = {"id": id, "expires_at": BASE_TIME + 3600, "include": None}
    if is_transcription:
        fields = {"type": "transcription", "object": "realtime.transcription_session"}
        return dict(fields, audio={"input": audio_input}, **common)
    common.update(type="realtime", object="realtime.session", model=model, output_modalities=["audio"])
    common.update(instructions=INSTRUCTIONS, tools=[], tool_choice="auto", max_output_tokens="inf", tracing=None)
    common.update(truncation="auto", prompt=None)
    return dict(common, audio={"input": audio_input, "output": {"format": PCM, "voice": "alloy", "speed": 1.0}})


def new_beta_session(id: str, model: str) -> Object:
    """Return the session object of the beta."""
    session: Object = {"id": id, "object": "realtime.session", "model": model, "modalities": ["text", "audio"]}
    session.update(instructions=INSTRUCTIONS, voice="alloy", speed=1.0, temperature=0.8, tools=[], tool_choice="auto")
    session.update(input_audio_format="pcm16", output_audio_format="pcm16", input_audio_transcription=None)
    session.update(max_response_output_tokens="inf", turn_detection=TURN_DETECTION, tracing=None)
    return dict(session, expires_at=BASE_TIME + 3600)


class RealtimeSession(Session):
    """A session of /realtime. `items` are the conversation; `active` is the response that is in progress, if any."""

    is_beta: ClassVar[bool] = False

    def __init__(self, request: RecordedRequest, path: str, store: Store, url: str) -> None:
        super().__init__(request, path, store, url)
        self.items: List[Object] = []
        self.active: Optional[RealtimeResponse] = None
        self.conversation_id: str = store.new_id("conv_")[0]
        id = store.new_id("sess_")[0]
        is_transcription = self._query("intent") == "transcription"
        self.session: Object = (
            new_beta_session(id, self.model) if self.is_beta else new_session(id, self.model, is_transcription)
        )
        self._audio = bytearray()  # not yet committed
        self._last_response_id = ""

    def start(self) -> None:
        """Send session.created."""
        self.reply("session.created", session=self.session)

    @property
    def modalities_name(self) -> str:
        """The name of the field with the kinds of output."""
        return "modalities" if self.is_beta else "output_modalities"

    @property
    def max_tokens_name(self) -> str:
        """The name of the session's field with the limit of the output."""
        return "max_response_output_tokens" if self.is_beta else "max_output_tokens"

    # The session

    def update(self, event: Object) -> None:
        """Handle session.update, and transcription_session.update of the beta."""
        changes = {name: value for name, value in event["session"].items() if name not in READ_ONLY_FIELDS}
        check_types(changes, FIELD_TYPES, "session.")
        is_transcription = event["type"].startswith("transcription")
        type_ = changes.get("type")
        if type_ is not None and type_ not in ("realtime", "transcription"):
            raise invalid_value("session.type", type_, ("realtime", "transcription"))
        if type_ == "transcription" and self.session.get("type") == "realtime":
            self.session = new_session(self.session["id"], self.model, True)
        self.session = merge(self.session, changes)
        self.reply("transcription_session.updated" if is_transcription else "session.updated", session=self.session)

    # The conversation

    def add_item(self, item: Object, previous_id: Optional[str] = None) -> List[Object]:
        """Put an item into the conversation; return the events that say so, before the item is done.

        `previous_id` is the item before it, "root" for the beginning; by default it becomes the last one.
        """
        index = len(self.items)
        if previous_id == "root":
            index = 0
        elif previous_id is not None:
            index = self._find_item(previous_id, "previous_item_id", "item_create_invalid_previous_item_id") + 1
        self.items.insert(index, item)
        previous = self.items[index - 1]["id"] if index else None
        name = "conversation.item.created" if self.is_beta else "conversation.item.added"
        return [self.make_event(name, previous_item_id=previous, item=dict(item))]

    def finish_item(self, item: Object) -> List[Object]:
        """Return the events of an item that is done, which the beta doesn't have."""
        if self.is_beta:
            return []
        index = next((index for index, other in enumerate(self.items) if other is item), 0)
        previous = self.items[index - 1]["id"] if index else None
        return [self.make_event("conversation.item.done", previous_item_id=previous, item=dict(item))]

    def _find_item(self, id: str, param: str, code: str) -> int:
        for index, item in enumerate(self.items):
            if item["id"] == id:
                return index
        raise APIErrorResponse(400, "Item with id '{}' not found in the conversation.".format(id), param, code)

    def create_item(self, event: Object) -> None:
        """Handle conversation.item.create."""
        item = self._new_item(event["item"])
        self.replies.extend(self.add_item(item, event.get("previous_item_id")))
        self.replies.extend(self.finish_item(item))

    def _new_item(self, fields: Object) -> Object:
        """Return an item of the client with the fields that the server adds. Raises APIErrorResponse."""
        require(fields, "type:string", "item.")
        if fields["type"] not in ITEM_TYPES:
            raise invalid_value("item.type", fields["type"], ITEM_TYPES)
        require(fields, ITEM_TYPES[fields["type"]], "item.")
        check_types(fields, "id:string call_id:string", "item.")
        id = fields.get("id") or self.store.new_id("item_")[0]
        if any(item["id"] == id for item in self.items):
            message = "Error adding item: an item with the id '{}' already exists.".format(id)
            raise APIErrorResponse(400, message, "item.id", "item_create_duplicate_item_id")
        item = dict({"id": id, "object": "realtime.item", "status": "completed"}, **fields)
        if fields["type"] == "function_call" and not item.get("call_id"):
            item["call_id"] = self.store.new_id("call_")[0]
        return dict(item, id=id)

    def retrieve_item(self, event: Object) -> None:
        """Handle conversation.item.retrieve."""
        index = self._find_item(event["item_id"], "item_id", "item_retrieve_invalid_item_id")
        self.reply("conversation.item.retrieved", item=dict(self.items[index]))

    def delete_item(self, event: Object) -> None:
        """Handle conversation.item.delete."""
        del self.items[self._find_item(event["item_id"], "item_id", "item_delete_invalid_item_id")]
        self.reply("conversation.item.deleted", item_id=event["item_id"])

    def truncate_item(self, event: Object) -> None:
        """Handle conversation.item.truncate."""
        code = "item_truncate_invalid_item_id"
        item = self.items[self._find_item(event["item_id"], "item_id", code)]
        if item.get("role") != "assistant":
            raise APIErrorResponse(400, "Only model output messages can be truncated.", "item_id", code)
        fields = {name: event[name] for name in ("item_id", "content_index", "audio_end_ms")}
        self.reply("conversation.item.truncated", **fields)

    # Audio

    def append_audio(self, event: Object) -> None:
        """Handle input_audio_buffer.append, which has no reply."""
        self._audio += decode_audio(event)

    def clear_audio(self, event: Object) -> None:
        """Handle input_audio_buffer.clear."""
        self._audio.clear()
        self.reply("input_audio_buffer.cleared")

    def commit_audio(self, event: Object) -> None:
        """Handle input_audio_buffer.commit: the audio becomes an item, with a transcript if the session wants one."""
        if not self._audio:
            message = (
                "Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, but buffer "
                "only has 0.00ms of audio."
            )
            raise APIErrorResponse(400, message, code="input_audio_buffer_commit_empty")
        seconds = len(self._audio) / 2 / PCM_RATE
        self._audio.clear()
        transcription = self._transcription()
        transcript = None if transcription is None else transcription.get("prompt") or DEFAULT_TRANSCRIPT
        id = self.store.new_id("item_")[0]
        part = {"type": "input_audio", "transcript": transcript}
        item: Object = {"id": id, "object": "realtime.item", "type": "message", "status": "completed", "role": "user"}
        item["content"] = [part]
        previous = self.items[-1]["id"] if self.items else None
        self.reply("input_audio_buffer.committed", previous_item_id=previous, item_id=id)
        added = self.add_item(item)
        added[0]["item"] = dict(item, content=[dict(part, transcript=None)])
        self.replies.extend(added + self.finish_item(item))
        if transcript is not None:
            name = "conversation.item.input_audio_transcription."
            self.reply(name + "delta", item_id=id, content_index=0, delta=transcript)
            usage = {"type": "duration", "seconds": seconds}
            self.reply(name + "completed", item_id=id, content_index=0, transcript=transcript, usage=usage)

    def _transcription(self) -> Optional[Object]:
        """Return the session's settings of transcription, or None."""
        if "input_audio_transcription" in self.session:
            settings = self.session["input_audio_transcription"]
        else:
            settings = (self.session.get("audio") or {}).get("input", {}).get("transcription")
        if settings is None and self.session.get("type") == "transcription":
            return {}
        return settings if isinstance(settings, dict) else None

    def clear_output(self, event: Object) -> None:
        """Handle output_audio_buffer.clear."""
        self.reply("output_audio_buffer.cleared", response_id=self._last_response_id)

    # Responses

    def create_response(self, event: Object) -> None:
        """Handle response.create."""
        if self.active is not None:
            message = "Conversation already has an active response in progress: {}. Wait until it is finished."
            code = "conversation_already_has_active_response"
            raise APIErrorResponse(400, message.format(self.active.id), code=code)
        if self.session.get("type") == "transcription":
            raise APIErrorResponse(400, "Responses are not supported in transcription sessions.", "type")
        if event.get("response") is not None:
            require(event, "response:object")
            check_types(event["response"], FIELD_TYPES, "response.")
        response = RealtimeResponse(self, event.get("response") or {})
        self._last_response_id = response.id
        self.active = response
        self.add_stream(response.stream())

    def cancel_response(self, event: Object) -> None:
        """Handle response.cancel."""
        id = event.get("response_id")
        if self.active is None or id not in (None, self.active.id):
            message = "Cancellation failed: no active response found"
            raise APIErrorResponse(400, message, code="response_cancel_not_active")
        self.active.is_cancelled = True

    events: ClassVar[Events] = {
        "session.update": ("session:object", update),
        "conversation.item.create": ("item:object", create_item),
        "conversation.item.retrieve": ("item_id:string", retrieve_item),
        "conversation.item.delete": ("item_id:string", delete_item),
        "conversation.item.truncate": ("item_id:string content_index:integer audio_end_ms:integer", truncate_item),
        "input_audio_buffer.append": ("audio:string", append_audio),
        "input_audio_buffer.commit": ("", commit_audio),
        "input_audio_buffer.clear": ("", clear_audio),
        "output_audio_buffer.clear": ("", clear_output),
        "response.create": ("", create_response),
        "response.cancel": ("", cancel_response),
    }


class BetaRealtimeSession(RealtimeSession):
    """A session of /realtime of the beta."""

    is_beta = True
    events: ClassVar[Events] = {
        **RealtimeSession.events,
        "transcription_session.update": ("session:object", RealtimeSession.update),
    }


def choose_session(request: RecordedRequest, path: str, store: Store, url: str) -> RealtimeSession:
    """Return the session of a handshake with /realtime: that of the beta if the client asks for it."""
    versions = request.header("openai-beta") + "," + request.header("sec-websocket-protocol")
    is_beta = "realtime=v1" in versions or "openai-beta.realtime-v1" in versions
    return (BetaRealtimeSession if is_beta else RealtimeSession)(request, path, store, url)
