# SPDX-License-Identifier: MIT
"""Which calls travel as a form, and with which parts. Imported by the few operations that may.

Neighbours: multipart.py writes a form; prepare.py asks for one. No I/O but opening the files to be sent.
"""

from __future__ import annotations

from .errors import ArgumentError
from .multipart import Multipart, TextPart, is_file, not_a_file_error
from .sentinels import contains_not_given, strip_not_given

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

    from ..api.operation import Operation
    from .message import Headers

# Fields that are files wherever they stand: a path given as text would else travel as text.
FILE_FIELDS = frozenset("audio_sample data file files image markup mask recording video".split())


def encode_form(row: Operation, headers: Headers, fields: Dict[str, Any]) -> Any:
    """Return the body, and set its Content-Type; None if these fields are to travel as JSON after all."""
    if contains_not_given(fields):
        fields = strip_not_given(fields)
    if row.multipart == "if files" and not any(map(contains_file, fields.values())):
        return None
    if row.multipart == "sdp":
        fields = _sdp_parts(fields)
        if len(fields) == 1:
            headers["Content-Type"] = "application/sdp"
            return fields["sdp"].encode("utf-8")
    for name in FILE_FIELDS.intersection(fields):
        check_file_field(name, fields[name])
    body = Multipart(fields, row.upload)
    headers["Content-Type"] = body.content_type
    return body


def contains_file(value: Any) -> bool:
    """Tell whether a field is a file, or a list of files."""
    return is_file(value) or (isinstance(value, (list, tuple)) and any(map(is_file, value)))


def check_file_field(name: str, value: Any) -> None:
    """Raise ArgumentError for text, or a list with text, where only files can be meant."""
    for item in value if isinstance(value, (list, tuple)) and not is_file(value) else (value,):
        if isinstance(item, str):
            raise not_a_file_error(name, item)


def _sdp_parts(fields: Dict[str, Any]) -> Dict[str, Any]:
    """Return the parts of a call over WebRTC: an offer (RFC 8866), and the session that it is for if there is one."""
    from .json_body import encode_json

    offer = fields["sdp"]
    if not isinstance(offer, str):
        raise ArgumentError("sdp: expected text, got {}".format(type(offer).__name__))
    typed = {"sdp": TextPart(offer, "application/sdp")}
    if "session" in fields:
        typed["session"] = TextPart(encode_json(fields["session"]).decode("utf-8"), "application/json")
    return {**{name: value for name, value in fields.items() if name not in typed}, **typed}
