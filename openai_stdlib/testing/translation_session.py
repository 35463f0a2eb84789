# SPDX-License-Identifier: MIT
"""Sessions of realtime translation: each append of audio is followed by a word of two transcripts, and by silence."""

from __future__ import annotations

import base64

from .object_types import BASE_TIME
from .server_responses import APIErrorResponse
from .websocket_session import PCM_RATE, Session, decode_audio, merge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Dict, Sequence

    from .recorded_request import RecordedRequest
    from .store import Store
    from .websocket_session import Events

SOURCE_WORDS = "This is what was said.".split()
TARGET_WORDS = "This is the translation.".split()


def transcript_word(words: Sequence[str], count: int) -> str:
    """Return the word of a transcript for the `count`-th piece of audio, with the space before it."""
    return (" " if count else "") + words[count % len(words)]


class TranslationSession(Session):
    """A session of /realtime/translations."""

    def __init__(self, request: RecordedRequest, path: str, store: Store, url: str) -> None:
        super().__init__(request, path, store, url)
        if not request.query.get("model"):
            raise APIErrorResponse(400, "Missing required parameter: 'model'.", "model", "missing_required_parameter")
        audio = {"input": {"transcription": None, "noise_reduction": None}, "output": {"language": "en"}}
        fields: Dict[str, Any] = {"id": store.new_id("sess_")[0], "type": "translation", "model": self.model}
        self._session = dict(fields, expires_at=BASE_TIME + 3600, audio=audio)
        self._append_count = 0
        self._elapsed = 0.0  # milliseconds of audio

    def start(self) -> None:
        """Send session.created."""
        self.reply("session.created", session=self._session)

    def update(self, event: Dict[str, Any]) -> None:
        """Handle session.update."""
        self._session = merge(self._session, event["session"])
        self.reply("session.updated", session=self._session)

    def append(self, event: Dict[str, Any]) -> None:
        """Handle session.input_audio_buffer.append."""
        audio = decode_audio(event)
        count, self._append_count = self._append_count, self._append_count + 1
        self._elapsed += len(audio) / 2 / PCM_RATE * 1000
        elapsed = int(self._elapsed)
        for name, words in (("input", SOURCE_WORDS), ("output", TARGET_WORDS)):
            delta = transcript_word(words, count)
            self.reply("session.{}_transcript.delta".format(name), delta=delta, elapsed_ms=elapsed)
        silence = base64.b64encode(bytes(len(audio))).decode("ascii")
        audio_format = {"sample_rate": PCM_RATE, "channels": 1, "format": "pcm16", "elapsed_ms": elapsed}
        self.reply("session.output_audio.delta", delta=silence, **audio_format)

    def close(self, event: Dict[str, Any]) -> None:
        """Handle session.close."""
        self.reply("session.closed")
        self.close_code = 1000

    events: ClassVar[Events] = {
        "session.update": ("session:object", update),
        "session.input_audio_buffer.append": ("audio:string", append),
        "session.close": ("", close),
    }
