# SPDX-License-Identifier: MIT
"""Handlers of images, speech and transcriptions.

The files are small, valid where that is cheap, and the same for the same request. A transcription returns the `prompt`
of the request, if there is one, because the server does not decode audio.
"""

from __future__ import annotations

import base64
import hashlib
import struct
import zlib

from .handlers_chat import count_usage, split_words
from .object_types import BASE_TIME
from .server_responses import APIErrorResponse, ServerResponse, encode_event, event_stream, json_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    from .handler_call import Call

PICTURES = "/pictures/"  # path prefix of the images; they can be fetched without a key


def make_png(seed: str) -> bytes:
    """Return a PNG image of eight by eight pixels in a colour derived from the seed."""
    colour = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).digest()[:3]
    rows = (b"\0" + colour * 8) * 8
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    framed = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


def picture(path: str) -> ServerResponse:
    """Handle GET of the URL of an image."""
    return ServerResponse(200, [make_png(path.rpartition("/")[2])], "image/png")


def create_images(call: Call) -> ServerResponse:
    """Handle POST /images/generations, /images/edits and /images/variations."""
    model = call.text("model", "dall-e-2")
    response_format = call.text("response_format", "url" if model.startswith("dall-e") else "b64_json")
    if response_format not in ("url", "b64_json"):
        raise APIErrorResponse(400, "Invalid 'response_format': expected 'url' or 'b64_json'.", "response_format")
    created = BASE_TIME + 1
    options = _image_options(call)
    prompt = call.text("prompt", "a variation")
    if call.wants_stream:
        return event_stream(_image_events(call, dict(options, created_at=created), prompt))
    data: List[Dict[str, str]] = []
    for _ in range(call.integer("n", 1, high=10)):
        id, created = call.store.new_id("img-")
        if response_format == "url":
            data.append({"url": "{}{}{}.png".format(call.url, PICTURES, id)})
        else:
            data.append({"b64_json": base64.b64encode(make_png(prompt + id)).decode("ascii")})
        if model == "dall-e-3":
            data[-1]["revised_prompt"] = prompt
    result: Dict[str, Any] = {"created": created, "data": data}
    if not model.startswith("dall-e"):
        result.update(options, usage=_image_usage(prompt))
    return json_response(result)


def _image_options(call: Call) -> Dict[str, Any]:
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


def _image_events(call: Call, options: Dict[str, Any], prompt: str) -> List[bytes]:
    """Return the events of the partial images, one by default, and of the completed image."""
    prefix = "image_edit" if call.operation.path.endswith("edits") else "image_generation"
    events = []
    for index in range(call.integer("partial_images", 1, low=0, high=3)):
        data = base64.b64encode(make_png(prompt + str(index))).decode("ascii")
        name = prefix + ".partial_image"
        events.append(encode_event(dict(options, type=name, b64_json=data, partial_image_index=index), name))
    data = base64.b64encode(make_png(prompt)).decode("ascii")
    name = prefix + ".completed"
    return events + [encode_event(dict(options, type=name, b64_json=data, usage=_image_usage(prompt)), name)]


_AUDIO_TYPES = {
    "mp3": "audio/mpeg",
    "opus": "audio/opus",
    "aac": "audio/aac",
    "flac": "audio/flac",
    "wav": "audio/wav",
    "pcm": "audio/pcm",
}


def create_speech(call: Call) -> ServerResponse:
    """Handle POST /audio/speech: silence, with one chunk for each word."""
    response_format = call.text("response_format", "mp3")
    if response_format not in _AUDIO_TYPES:
        message = "Invalid 'response_format': expected one of {}.".format(", ".join(sorted(_AUDIO_TYPES)))
        raise APIErrorResponse(400, message, "response_format")
    words = max(1, len(split_words(call.text("input"))))
    chunks = _make_audio(response_format, words)
    if call.text("stream_format") != "sse":
        return ServerResponse(200, chunks, _AUDIO_TYPES[response_format], streamed=True)
    events = [
        encode_event({"type": "speech.audio.delta", "audio": base64.b64encode(chunk).decode("ascii")})
        for chunk in chunks
    ]
    usage = {"input_tokens": len(chunks), "output_tokens": len(chunks), "total_tokens": 2 * len(chunks)}
    return event_stream(events + [encode_event({"type": "speech.audio.done", "usage": usage})])


def _make_audio(response_format: str, words: int) -> List[bytes]:
    """Return the chunks of a sound file, which is valid only for mp3, wav and pcm."""
    if response_format == "mp3":  # MPEG-1 Layer III, 128 kbit/s at 44.1 kHz: 417 bytes per frame
        return [b"\xff\xfb\x90\x64" + b"\0" * 413] * words
    if response_format == "wav":
        length = words * 480
        audio_format = struct.pack("<IHHIIHH", 16, 1, 1, 24_000, 48_000, 2, 16)
        head = (
            b"RIFF" + struct.pack("<I", 36 + length) + b"WAVEfmt " + audio_format + b"data" + struct.pack("<I", length)
        )
        return [head] + [b"\0" * 480] * words
    return [b"\0" * 480] * words


def create_transcription(call: Call) -> ServerResponse:
    """Handle POST /audio/transcriptions and /audio/translations."""
    part = call.upload("file")
    if part is None:
        raise APIErrorResponse(400, "Invalid 'file': expected a file with a filename.", "file")
    text = call.text("prompt") or "This is what was said in {}.".format(part.filename or "the recording")
    response_format = call.text("response_format", "json")
    if call.wants_stream and call.operation.stream:
        return event_stream(_transcript_events(text))
    if response_format == "text":
        return _text_response(text + "\n")
    if response_format == "srt":
        return _text_response("1\n00:00:00,000 --> 00:00:02,000\n{}\n\n".format(text))
    if response_format == "vtt":
        return _text_response("WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n{}\n\n".format(text))
    if response_format == "verbose_json":
        return json_response(_verbose_transcript(call, text))
    usage = {"type": "duration", "seconds": 2}
    if response_format == "diarized_json":
        segment = {"type": "transcript.text.segment", "id": "seg_000001", "start": 0.0, "end": 2.0}
        segments = [dict(segment, text=text, speaker="A")]
        return json_response(
            {"task": "transcribe", "duration": 2.0, "text": text, "segments": segments, "usage": usage}
        )
    if response_format != "json":
        raise APIErrorResponse(400, "Invalid 'response_format': '{}'.".format(response_format), "response_format")
    return json_response({"text": text, "usage": usage})


def _text_response(text: str) -> ServerResponse:
    return ServerResponse(200, [text.encode("utf-8", "replace")], "text/plain; charset=utf-8")


def _verbose_transcript(call: Call, text: str) -> Dict[str, Any]:
    words = split_words(text)
    numbers = {"temperature": 0.0, "avg_logprob": -0.25, "compression_ratio": 1.0, "no_speech_prob": 0.01}
    segment = dict({"id": 0, "seek": 0, "start": 0.0, "end": 2.0, "text": text, "tokens": []}, **numbers)
    task = "translate" if call.operation.path.endswith("translations") else "transcribe"
    transcript = {"task": task, "language": "english", "duration": 2.0, "text": text, "segments": [segment]}
    if "word" in call.params.get("timestamp_granularities", []):
        duration = 2.0 / len(words)
        transcript["words"] = [
            {"word": word.strip(), "start": round(index * duration, 3), "end": round((index + 1) * duration, 3)}
            for index, word in enumerate(words)
        ]
    return dict(transcript, usage={"type": "duration", "seconds": 2})


def _transcript_events(text: str) -> List[bytes]:
    events = [encode_event({"type": "transcript.text.delta", "delta": word}) for word in split_words(text)]
    counts = count_usage("", text)
    usage = {"type": "tokens", "input_tokens": counts["prompt_tokens"], "output_tokens": counts["completion_tokens"]}
    usage["total_tokens"] = counts["total_tokens"]
    return events + [encode_event({"type": "transcript.text.done", "text": text, "usage": usage})]


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /images/generations": create_images,
    "POST /images/edits": create_images,
    "POST /images/variations": create_images,
    "POST /audio/speech": create_speech,
    "POST /audio/transcriptions": create_transcription,
    "POST /audio/translations": create_transcription,
}
