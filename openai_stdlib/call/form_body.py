# SPDX-License-Identifier: MIT
"""Choose between JSON and multipart/form-data, and build the form. Imported only by operations that upload files.

multipart.py encodes the form. No I/O except opening the files to send.
"""

from __future__ import annotations

from .errors import ArgumentError
from .file_source import raw_body
from .multipart import Multipart, TextPart, is_file, not_a_file_error
from .sentinels import SENTINEL_TYPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

    from ..api.operation import Operation
    from .headers import Headers

# Fields that are files in every operation. Text in one of them is a mistake: a path that would be sent as text.
FILE_FIELDS = frozenset("audio_sample data file files image markup mask recording video".split())


def encode_form(operation: Operation, headers: Headers, fields: Dict[str, Any]) -> Any:
    """Return the body and set its Content-Type header; return None if these fields must be sent as JSON."""
    fields = {name: value for name, value in fields.items() if type(value) not in SENTINEL_TYPES}
    if operation.multipart == "if files" and not any(map(contains_file, fields.values())):
        return None
    if operation.multipart == "sdp":
        fields = _sdp_parts(fields)
        if len(fields) == 1:
            headers["Content-Type"] = "application/sdp"
            return raw_body("sdp", fields["sdp"])
    for name in FILE_FIELDS.intersection(fields):
        check_file_field(name, fields[name])
    body = Multipart(fields, operation.upload)
    headers["Content-Type"] = body.content_type
    return body


def contains_file(value: Any) -> bool:
    """Return whether a field is a file, or a list with a file in it."""
    return is_file(value) or (isinstance(value, (list, tuple)) and any(map(is_file, value)))


def check_file_field(name: str, value: Any) -> None:
    """Raise ArgumentError if a field for files is text, or a list with text in it."""
    for item in value if isinstance(value, (list, tuple)) and not is_file(value) else (value,):
        if isinstance(item, str):
            raise not_a_file_error(name, item)


def _sdp_parts(fields: Dict[str, Any]) -> Dict[str, Any]:
    """Return the parts of a WebRTC call: the SDP offer (RFC 8866), and the session configuration if there is one."""
    from .json_body import encode_json

    offer = fields["sdp"]
    if not isinstance(offer, str):
        raise ArgumentError("sdp: expected text, got {}".format(type(offer).__name__))
    parts = {"sdp": TextPart(offer, "application/sdp")}
    if "session" in fields:
        parts["session"] = TextPart(encode_json(fields["session"]).decode("utf-8"), "application/json")
    return {**{name: value for name, value in fields.items() if name not in parts}, **parts}
