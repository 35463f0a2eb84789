# SPDX-License-Identifier: MIT
"""A response of the Realtime API as a stream of events.

The output is derived as for responses over HTTP (handlers_responses.py): "use the tool" calls the first function. A
response to "please wait" pauses after its first word until the client cancels it. Audio is silence.
"""

from __future__ import annotations

import base64

from .handlers_chat import content_text, make_arguments, reply_text, split_words
from .handlers_responses import select_output
from .websocket_session import PCM_RATE, check_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional

    from .realtime_session import RealtimeSession
    from .websocket_session import Stream

    Object = Dict[str, Any]

WORD_MS = 100  # milliseconds of audio for each word
# Audio format -> a byte of silence, and bytes for each millisecond.
_FORMATS = {
    "audio/pcm": (b"\0", PCM_RATE * 2 // 1000),
    "audio/pcmu": (b"\xff", 8),
    "audio/pcma": (b"\xd5", 8),
    "pcm16": (b"\0", PCM_RATE * 2 // 1000),
    "g711_ulaw": (b"\xff", 8),
    "g711_alaw": (b"\xd5", 8),
}
WAIT = "please wait"  # in the last message of the user: do not finish the output


class RealtimeResponse:
    """One response. `options` are the fields of the client's event, which replace those of the session."""

    def __init__(self, session: RealtimeSession, options: Object) -> None:
        self.id: str = session.store.new_id("resp_")[0]
        self.is_cancelled: bool = False
        self._session = session
        settings = dict(session.session, **{key: value for key, value in options.items() if value is not None})
        self._settings = settings
        self._is_in_conversation = options.get("conversation") != "none"
        items = options.get("input")
        for index, item in enumerate(items or ()):
            check_type(item, "object", "response.input[{}]".format(index))
        self._items: List[Object] = self._resolve(items) if items is not None else list(session.items)
        modalities = settings.get(session.modalities_name) or ["audio"]
        self._has_audio = "audio" in modalities
        name = session.max_tokens_name
        limit = options.get("max_output_tokens", options.get(name, session.session.get(name)))
        self._limit: Any = "inf" if limit is None else limit
        audio = {"output": (settings.get("audio") or {}).get("output") or {}}
        self._audio_format = str(
            settings.get("output_audio_format") or (audio["output"].get("format") or {}).get("type")
        )
        self._fields: Object = {"object": "realtime.response", "id": self.id, "status": "in_progress"}
        self._fields.update({"status_details": None, "output": [], "usage": None, session.modalities_name: modalities})
        self._fields.update(conversation_id=session.conversation_id if self._is_in_conversation else None)
        self._fields.update(metadata=options.get("metadata"), max_output_tokens=self._limit)
        if session.is_beta:
            names = ("voice", "output_audio_format", "temperature")
            self._fields.update({key: settings.get(key) for key in names})
        else:
            self._fields.update(audio=audio)

    def _resolve(self, items: List[Object]) -> List[Object]:
        """Return the items of an `input`, with those of the conversation in place of references to them."""
        known = {item["id"]: item for item in self._session.items}
        return [
            known.get(str(item.get("id")), item) if item.get("type") == "item_reference" else item for item in items
        ]

    def stream(self) -> Stream:
        """Yield the events of the response; None while it waits to be cancelled."""
        make = self._session.make_event
        yield make("response.created", response=dict(self._fields))
        limits: Object = {"limit": 10_000, "remaining": 9_999, "reset_seconds": 0.006}
        tokens: Object = {"limit": 1_000_000, "remaining": 999_999, "reset_seconds": 0.0}
        yield make("rate_limits.updated", rate_limits=[dict(name="requests", **limits), dict(name="tokens", **tokens)])
        function, user_text = select_output(self._items, self._settings.get("tools"), self._settings.get("tool_choice"))
        item = self._new_item(function)
        yield self._event("response.output_item.added", item=dict(item))
        if self._is_in_conversation:
            yield from self._session.add_item(item)
        contents = self._call_events(item, function) if function is not None else self._message_events(item, user_text)
        yield from contents
        if self._is_in_conversation:
            yield from self._session.finish_item(item)
        yield self._event("response.output_item.done", item=dict(item))
        self._session.active = None  # so that the next one may begin while the server pauses
        yield make("response.done", response=self._finish(item))

    def _event(self, type_: str, **fields: Any) -> Object:
        """Return an event about the only output item."""
        if self._session.is_beta:
            type_ = type_.replace("response.output_text", "response.text").replace("output_audio", "audio")
        return self._session.make_event(type_, response_id=self.id, output_index=0, **fields)

    def _new_item(self, function: Optional[Object]) -> Object:
        item: Object = {"id": self._session.store.new_id("item_")[0], "object": "realtime.item"}
        if function is None:
            return dict(item, type="message", status="in_progress", role="assistant", content=[])
        call_id = self._session.store.new_id("call_")[0]
        fields = {"name": function.get("name"), "call_id": call_id, "arguments": ""}
        return dict(item, type="function_call", status="in_progress", **fields)

    def _call_events(self, item: Object, function: Object) -> Iterator[Object]:
        ids = {"item_id": item["id"], "call_id": item["call_id"]}
        for word in split_words(make_arguments(function)):
            if self.is_cancelled:
                break
            item["arguments"] += word
            yield self._event("response.function_call_arguments.delta", delta=word, **ids)
        item["status"] = "incomplete" if self.is_cancelled else "completed"
        name = {} if self._session.is_beta else {"name": item["name"]}
        yield self._event("response.function_call_arguments.done", arguments=item["arguments"], **ids, **name)

    def _message_events(self, item: Object, user_text: str) -> Stream:
        position = {"item_id": item["id"], "content_index": 0}
        kind, field = ("audio", "transcript") if self._has_audio else ("text", "text")
        name = "response.output_audio_transcript" if self._has_audio else "response.output_text"
        yield self._event("response.content_part.added", part={"type": kind, field: ""}, **position)
        words = split_words(reply_text(user_text))
        limit = max(0, self._limit) if type(self._limit) is int else len(words)
        text = ""
        for word in words[:limit]:
            if self.is_cancelled:
                break
            text += word
            yield self._event(name + ".delta", delta=word, **position)
            if self._has_audio:
                yield self._event("response.output_audio.delta", delta=self._silence(), **position)
            while WAIT in user_text.lower() and not self.is_cancelled:
                yield None
        is_whole = not self.is_cancelled and len(words) <= limit
        item["status"] = "completed" if is_whole else "incomplete"
        item["content"] = [{"type": kind if self._session.is_beta else "output_" + kind, field: text}]
        if self._has_audio:
            yield self._event("response.output_audio.done", **position)
        yield self._event(name + ".done", **dict(position, **{field: text}))
        yield self._event("response.content_part.done", part={"type": kind, field: text}, **position)

    def _silence(self) -> str:
        byte, rate = _FORMATS.get(self._audio_format, _FORMATS["audio/pcm"])
        return base64.b64encode(byte * rate * WORD_MS).decode("ascii")

    def _finish(self, item: Object) -> Object:
        """Return the response object of response.done."""
        if self.is_cancelled:
            status, reason = "cancelled", "client_cancelled"
        elif item["status"] == "incomplete":
            status, reason = "incomplete", "max_output_tokens"
        else:
            status, reason = "completed", ""
        details = {"type": status, "reason": reason} if reason else None
        return dict(self._fields, status=status, status_details=details, output=[dict(item)], usage=self._usage(item))

    def _usage(self, item: Object) -> Object:
        """Return the number of tokens, counting each word as one."""
        texts = [content_text(source.get("content") or source.get("output")) for source in self._items]
        count = sum(len(split_words(text)) for text in texts) + 3
        cached = {"text_tokens": 0, "audio_tokens": 0, "image_tokens": 0}
        output = len(split_words(item.get("arguments") or content_text(item.get("content"))))
        audio = output if self._has_audio and item["type"] == "message" else 0
        input_details: Object = {"text_tokens": count, "audio_tokens": 0, "image_tokens": 0, "cached_tokens": 0}
        return {
            "total_tokens": count + output,
            "input_tokens": count,
            "output_tokens": output,
            "input_token_details": dict(input_details, cached_tokens_details=cached),
            "output_token_details": {"text_tokens": output - audio, "audio_tokens": audio},
        }
