# SPDX-License-Identifier: MIT
"""Bodies of requests and responses as fields of a cassette: JSON as JSON, forms as parts, text as text. Pure.

A body becomes one of the fields `json`, `parts`, `text`, `base64`, or, if it is large and binary, `sha256` and
`length`; an empty body becomes none. `layout` says how JSON was laid out, so that it is replayed byte for byte.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from hashlib import sha256
from json import dumps, loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

    Entry = Dict[str, Any]  # a request, a response, or a part of a form, as a cassette has it

MAX_BINARY_SIZE = 1 << 20  # bytes; more of a request, or of a part, is recorded by its hash
BODY_FIELDS = ("json", "layout", "parts", "text", "base64", "sha256", "length")
LAYOUTS = ("", "ascii", "spaced", "spaced ascii", "indented", "indented ascii")
DISPOSITION_PARAMETER = re.compile(r'\b(name|filename)="((?:[^"\\]|\\.)*)"')
BOUNDARY = re.compile(r'(boundary=)("[^"]*"|[^;\s]*)', re.IGNORECASE)


def describe_body(content: bytes, content_type: str, is_request: bool = False) -> Entry:
    """Return the fields of a cassette for a body."""
    if not content:
        return {}
    if content_type[:10].lower() == "multipart/":
        parts = split_form(content, content_type)
        if parts is not None:
            return {"parts": parts}
    text = decode(content)
    if text is not None:
        value = parse_json(text)
        if value is None:
            return {"text": text}
        return {"json": value} if is_request else {"json": value, **find_layout(value, text)}
    return describe_binary(content, is_request)


def describe_binary(content: bytes, is_request: bool) -> Entry:
    """Return the field of a body that is not text."""
    if is_request and len(content) > MAX_BINARY_SIZE:
        return {"sha256": sha256(content).hexdigest(), "length": len(content)}
    return {"base64": b64encode(content).decode("ascii")}


def check_body(entry: Entry) -> None:
    """Raise ValueError or TypeError if the fields of a recorded body are invalid."""
    if "base64" in entry:
        build_body(entry)
    elif not isinstance(entry.get("text", ""), str) or not isinstance(entry.get("parts", []), list):
        raise TypeError("text and parts must be a text and a list")


def build_body(entry: Entry) -> bytes:
    """Return the bytes of a recorded body."""
    if "json" in entry:
        return dump_json(entry["json"], entry.get("layout", "")).encode("utf-8", "surrogatepass")
    if "base64" in entry:
        return b64decode(entry["base64"], validate=True)
    text: str = entry.get("text", "")
    return text.encode("utf-8", "surrogatepass")


def decode(content: bytes) -> Optional[str]:
    """Return bytes as text if they are UTF-8, else None."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def parse_json(text: str) -> Any:
    """Return the object or array that a text is in JSON, else None."""
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return loads(text)
    except (ValueError, RecursionError):
        return None


def find_layout(value: Any, text: str) -> Entry:
    """Return how a JSON text is laid out: {} if it is compact, or in a way that is not kept."""
    end = " newline" if text[-1:] == "\n" else ""
    for layout in LAYOUTS:
        if dump_json(value, layout + end) == text:
            return {"layout": (layout + end).strip()} if layout or end else {}
    return {}


def dump_json(value: Any, layout: str) -> str:
    """Encode a value as JSON in one of the layouts."""
    words = layout.split() if isinstance(layout, str) else []
    text = dumps(
        value,
        ensure_ascii="ascii" in words,
        indent=2 if "indented" in words else None,
        separators=None if "indented" in words or "spaced" in words else (",", ":"),
    )
    return text + "\n" if "newline" in words else text


def split_form(content: bytes, content_type: str) -> Optional[List[Entry]]:
    """Return the parts of a multipart body (RFC 7578), without the boundary; None if it is malformed."""
    match = BOUNDARY.search(content_type)
    if match is None:
        return None
    delimiter = b"\r\n--" + match.group(2).strip('"').encode("latin-1", "replace")
    first, *sections = (b"\r\n" + content).split(delimiter)
    if first or not sections or sections[-1].strip() != b"--":
        return None
    parts = []
    for section in sections[:-1]:
        head, separator, body = section.partition(b"\r\n\r\n")
        if not separator:
            return None
        parts.append(_describe_part(head.decode("utf-8", "replace"), body))
    return parts


def _describe_part(head: str, body: bytes) -> Entry:
    part: Entry = {}
    for line in head.split("\r\n"):
        name, _, value = line.partition(":")
        if name.lower() == "content-disposition":
            part.update(DISPOSITION_PARAMETER.findall(value))
        elif name.lower() == "content-type":
            part["type"] = value.strip()
    text = decode(body)
    part.update(describe_binary(body, True) if text is None or len(body) > MAX_BINARY_SIZE else {"text": text})
    return part
