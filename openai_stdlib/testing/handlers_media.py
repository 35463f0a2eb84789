# SPDX-License-Identifier: MIT
"""Images, speech and transcriptions: small, valid where that is cheap, and the same for the same request.

What was said in a recording is the `prompt` of the request, if it has one: the server does not listen.
"""

from __future__ import annotations

import base64
import hashlib
import struct
import zlib

from .handlers_chat import count_usage, split_words
from .object_types import BASE_TIME
from .server_responses import APIErrorResponse, ServerResponse, event, event_stream, json_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    from .handler_call import Call

PICTURES = "/pictures/"  # below which the URLs of images can be fetched, without a key


def png(seed: str) -> bytes:
    """Return a picture of eight by eight pixels in a colour made from the seed."""
    colour = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).digest()[:3]
    rows = (b"\0" + colour * 8) * 8
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    framed = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


def picture(path: str) -> ServerResponse:
    """Answer the GET of an image's URL."""
    return ServerResponse(200, [png(path.rpartition("/")[2])], "image/png")


def images(call: Call) -> ServerResponse:
    """Answer POST /images/generations, /images/edits and /images/variations."""
    model = call.text("model", "dall-e-2")
    shape = call.text("response_format", "url" if model.startswith("dall-e") else "b64_json")
    if shape not in ("url", "b64_json"):
        raise APIErrorResponse(400, "Invalid 'response_format': expected 'url' or 'b64_json'.", "response_format")
    created = BASE_TIME + 1
    look = _look(call)
    prompt = call.text("prompt", "a variation")
    if call.wants_stream:
        return event_stream(_image_events(call, dict(look, created_at=created), prompt))
    data: List[Dict[str, str]] = []
    for _ in range(call.integer("n", 1, high=10)):
        name, created = call.store.new_id("img-")
        if shape == "url":
            data.append({"url": "{}{}{}.png".format(call.url, PICTURES, name)})
        else:
            data.append({"b64_json": base64.b64encode(png(prompt + name)).decode("ascii")})
        if model == "dall-e-3":
            data[-1]["revised_prompt"] = prompt
    answer = {"created": created, "data": data}
    if not model.startswith("dall-e"):
        answer.update(look, usage=_image_usage(prompt))
    return json_reply(answer)


def _look(call: Call) -> Dict[str, Any]:
    return {
        "background": call.text("background", "opaque"),
        "output_format": call.text("output_format", "png"),
        "quality": call.text("quality", "low"),
        "size": call.text("size", "1024x1024"),
    }


def _image_usage(prompt: str) -> Dict[str, Any]:
    tokens = len(split_words(prompt))
    details = {"text_tokens": tokens, "image_tokens": 0}
    return {
        "input_tokens": tokens,
        "output_tokens": 64,
        "total_tokens": tokens + 64,
        "input_tokens_details": details,
    }


def _image_events(call: Call, look: Dict[str, Any], prompt: str) -> List[bytes]:
    """Return the partial images that were asked for, one if no number was, and the completed one."""
    family = "image_edit" if call.operation.path.endswith("edits") else "image_generation"
    events = []
    for index in range(call.integer("partial_images", 1, low=0, high=3)):
        data = base64.b64encode(png(prompt + str(index))).decode("ascii")
        name = family + ".partial_image"
        events.append(event(dict(look, type=name, b64_json=data, partial_image_index=index), name))
    data = base64.b64encode(png(prompt)).decode("ascii")
    name = family + ".completed"
    return events + [event(dict(look, type=name, b64_json=data, usage=_image_usage(prompt)), name)]


_AUDIO_TYPES = {
    "mp3": "audio/mpeg",
    "opus": "audio/opus",
    "aac": "audio/aac",
    "flac": "audio/flac",
    "wav": "audio/wav",
    "pcm": "audio/pcm",
}


def speech(call: Call) -> ServerResponse:
    """Answer POST /audio/speech: silence, a piece for each word."""
    shape = call.text("response_format", "mp3")
    if shape not in _AUDIO_TYPES:
        message = "Invalid 'response_format': expected one of {}.".format(", ".join(sorted(_AUDIO_TYPES)))
        raise APIErrorResponse(400, message, "response_format")
    said = call.text("input")
    pieces = _audio(shape, max(1, len(split_words(said))))
    if call.text("stream_format") != "sse":
        return ServerResponse(200, pieces, _AUDIO_TYPES[shape], streamed=True)
    events = [
        event({"type": "speech.audio.delta", "audio": base64.b64encode(piece).decode("ascii")}) for piece in pieces
    ]
    usage = {"input_tokens": len(pieces), "output_tokens": len(pieces), "total_tokens": 2 * len(pieces)}
    return event_stream(events + [event({"type": "speech.audio.done", "usage": usage})])


def _audio(shape: str, words: int) -> List[bytes]:
    """Return the pieces of a sound file; headers are right for mp3, wav and pcm only."""
    if shape == "mp3":  # MPEG 1 layer III, 128 kbit/s at 44.1 kHz: 417 bytes a frame
        return [b"\xff\xfb\x90\x64" + b"\0" * 413] * words
    if shape == "wav":
        length = words * 480
        form = struct.pack("<IHHIIHH", 16, 1, 1, 24_000, 48_000, 2, 16)
        head = b"RIFF" + struct.pack("<I", 36 + length) + b"WAVEfmt " + form + b"data" + struct.pack("<I", length)
        return [head] + [b"\0" * 480] * words
    return [b"\0" * 480] * words


def transcription(call: Call) -> ServerResponse:
    """Answer POST /audio/transcriptions and /audio/translations."""
    part = call.upload("file")
    if part is None:
        raise APIErrorResponse(400, "'file' has to be a file, with a filename.", "file")
    text = call.text("prompt") or "This is what was said in {}.".format(part.filename or "the recording")
    shape = call.text("response_format", "json")
    if call.wants_stream and call.operation.stream:
        return event_stream(_transcript_events(text))
    if shape == "text":
        return _plain(text + "\n")
    if shape == "srt":
        return _plain("1\n00:00:00,000 --> 00:00:02,000\n{}\n\n".format(text))
    if shape == "vtt":
        return _plain("WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n{}\n\n".format(text))
    if shape == "verbose_json":
        return json_reply(_verbose(call, text))
    usage = {"type": "duration", "seconds": 2}
    if shape == "diarized_json":
        segment = {"type": "transcript.text.segment", "id": "seg_000001", "start": 0.0, "end": 2.0}
        segments = [dict(segment, text=text, speaker="A")]
        return json_reply({"task": "transcribe", "duration": 2.0, "text": text, "segments": segments, "usage": usage})
    if shape != "json":
        raise APIErrorResponse(400, "Invalid 'response_format': '{}'.".format(shape), "response_format")
    return json_reply({"text": text, "usage": usage})


def _plain(text: str) -> ServerResponse:
    return ServerResponse(200, [text.encode("utf-8", "replace")], "text/plain; charset=utf-8")


def _verbose(call: Call, text: str) -> Dict[str, Any]:
    words = split_words(text)
    numbers = {"temperature": 0.0, "avg_logprob": -0.25, "compression_ratio": 1.0, "no_speech_prob": 0.01}
    segment = dict({"id": 0, "seek": 0, "start": 0.0, "end": 2.0, "text": text, "tokens": []}, **numbers)
    task = "translate" if call.operation.path.endswith("translations") else "transcribe"
    answer = {"task": task, "language": "english", "duration": 2.0, "text": text, "segments": [segment]}
    if "word" in call.params.get("timestamp_granularities", []):
        step = 2.0 / len(words)
        answer["words"] = [
            {"word": word.strip(), "start": round(index * step, 3), "end": round((index + 1) * step, 3)}
            for index, word in enumerate(words)
        ]
    return dict(answer, usage={"type": "duration", "seconds": 2})


def _transcript_events(text: str) -> List[bytes]:
    events = [event({"type": "transcript.text.delta", "delta": word}) for word in split_words(text)]
    counted = count_usage("", text)
    usage = {"type": "tokens", "input_tokens": counted["prompt_tokens"], "output_tokens": counted["completion_tokens"]}
    usage["total_tokens"] = counted["total_tokens"]
    return events + [event({"type": "transcript.text.done", "text": text, "usage": usage})]


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /images/generations": images,
    "POST /images/edits": images,
    "POST /images/variations": images,
    "POST /audio/speech": speech,
    "POST /audio/transcriptions": transcription,
    "POST /audio/translations": transcription,
}
