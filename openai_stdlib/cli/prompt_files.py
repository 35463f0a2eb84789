# SPDX-License-Identifier: MIT
"""Files beside a prompt: images, PDFs and sound become parts of the message, text is put into the prompt."""

from __future__ import annotations

import os
from base64 import b64encode

from ..call.errors import OpenAIError
from .terminal import decode_text
from .text_files import read_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Sequence, Union

MAX_FILE = 50 * 1024 * 1024  # bytes; the API's limit
# The first bytes of a file -> its MIME type.
SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"ID3", "audio/mp3"),
    (b"\xff\xfb", "audio/mp3"),
)


def make_content(prompt: str, files: Sequence[str]) -> Union[str, List[Dict[str, Any]]]:
    """Return the content of a message: text, or parts if there are images, PDFs or sound. Raises OpenAIError."""
    texts, parts = [prompt] if prompt else [], []
    for path in files:
        if path.startswith(("http://", "https://")):
            parts.append({"type": "image_url", "image_url": {"url": path}})
            continue
        data = read_file(path, "--file", MAX_FILE)
        name = "stdin" if path == "-" else os.path.basename(path)
        mime_type = find_type(data)
        if mime_type:
            parts.append(_make_part(name, data, mime_type))
        else:
            text = decode_text(data, "--file: " + path, _NotText) if b"\0" not in data[:1024] else None
            if text is None:
                raise _NotText("--file: {}: is not text".format(path))
            texts.append("{}:\n```\n{}\n```".format(name, text.rstrip("\n")))
    text = "\n\n".join(texts)
    return [{"type": "text", "text": text}, *parts] if parts and text else parts or text


class _NotText(OpenAIError):
    """A file that is none of the types that a message can have."""

    def __init__(self, message: str) -> None:
        reason = message.partition(";")[0]
        super().__init__(reason + ", no PNG, JPEG, GIF or WebP image, no PDF, and no MP3 or WAV sound; convert it")


def find_type(data: bytes) -> str:
    """Return the MIME type of an image, a PDF or sound by its first bytes; "" for anything else."""
    if data[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(data[8:12], "")
    for signature, mime_type in SIGNATURES:
        if data.startswith(signature):
            return mime_type
    return ""


def _make_part(name: str, data: bytes, mime_type: str) -> Dict[str, Any]:
    encoded = b64encode(data).decode("ascii")
    kind, _, subtype = mime_type.partition("/")
    if kind == "audio":
        return {"type": "input_audio", "input_audio": {"data": encoded, "format": subtype}}
    url = "data:{};base64,{}".format(mime_type, encoded)
    if kind == "image":
        return {"type": "image_url", "image_url": {"url": url}}
    return {"type": "file", "file": {"filename": name, "file_data": url}}
