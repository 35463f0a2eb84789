# SPDX-License-Identifier: MIT
"""The format of cassettes: JSON Lines in UTF-8, to which recordings are appended.

    {"format": "http-cassette", "version": 1}
    {"request": {"method": "POST", "url": "https://…", "headers": {…}, "json": {…}}}
    {"response": {"status": 200, "headers": {…}, "at": 0.41, "json": {…}}}
    {"request": {…}}
    {"response": {"status": 200, "headers": {…}, "at": 0.38, "chunks": 2}}
    {"at": 0.381, "text": "data: {…}\\n\\n"}
    {"at": 0.402, "text": "data: [DONE]\\n\\n"}

`at` is in seconds since the request was sent. A header may come again, with more `scrub_fields`. The JSON cassettes of
VCR.py can be read, and are left as they are.
"""

from __future__ import annotations

import os
from json import dumps, loads

from .bodies import build_body, check_body, describe_body
from .errors import CassetteError
from .scrubbing import find_header

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, Optional, Sequence, Tuple

    from .bodies import Entry

FORMAT = "http-cassette"
VERSION = 1  # of the format; later ones are refused


class Recording:
    """One recorded request and its response, as the cassette has them; `line` is where it starts in the file."""

    def __init__(self, request: Entry, response: Entry, line: int) -> None:
        self.request = request
        self.response = response
        self.line = line
        self.is_played = False
        self._parts: Optional[Tuple[int, List[Tuple[str, str]], List[Tuple[float, bytes]]]] = None

    def parts(self) -> Tuple[int, List[Tuple[str, str]], List[Tuple[float, bytes]]]:
        """Return the status, the headers as pairs, and the chunks of the body, each with its time in seconds."""
        if self._parts is None:
            response = self.response
            chunks = [(each["at"], build_body(each)) for each in response.get("chunks", ())]
            if "chunks" not in response:
                body = build_body(response)
                chunks = [(response.get("at", 0.0), body)] if body else []
            length = str(sum(len(chunk) for _, chunk in chunks))
            pairs = [
                (name, length if name.lower() == "content-length" and not self.is_cut else value)
                for name, values in response["headers"].items()
                for value in (values if isinstance(values, list) else [values])
            ]
            self._parts = response["status"], pairs, chunks
        return self._parts

    @property
    def is_cut(self) -> bool:
        """Whether the program that was recorded closed the response before its end."""
        return bool(self.response.get("closed_early"))


class Contents:
    """What a cassette has: its recordings, the fields that were scrubbed, and whether it can be appended to."""

    def __init__(self) -> None:
        self.recordings: List[Recording] = []
        self.scrub_fields: List[str] = []
        self.is_foreign: bool = False


def read_cassette(path: str) -> Optional[Contents]:
    """Return the contents of a cassette, None if there is no file or nothing in it. Raises CassetteError."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CassetteError("{}: the cassette cannot be read: {}".format(path, error.strerror or error)) from None
    if not data.strip():
        return None
    lines = data.split(b"\n")
    first = _parse(path, 1, lines[0], data)
    if "interactions" in first:
        return _read_vcr(path, first)
    if first.get("format") != FORMAT:
        raise CassetteError("{}: it is no cassette; expected a first line with the format {!r}".format(path, FORMAT))
    contents = Contents()
    number = 0
    while number < len(lines):
        if not lines[number].strip():
            number += 1
            continue
        value = _parse(path, number + 1, lines[number])
        if "format" in value:
            _read_header(path, number + 1, value, contents)
            number += 1
        else:
            number = _read_recording(path, number, value, lines, contents)
    return contents


def _parse(path: str, number: int, line: bytes, data: bytes = b"") -> Entry:
    """Return the object of a line; of the whole file `data` if it is one, as others write them."""
    for text in (line, data) if data else (line,):
        try:
            value = loads(text.decode("utf-8"))
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            return value
    if data.lstrip()[:13] == b"interactions:":
        message = "{}: it is YAML, as VCR.py writes it; record it with VCR.py's JSON serializer"
        raise CassetteError(message.format(path))
    raise _invalid(path, number, "it is no JSON object; the cassette is truncated or damaged")


def _invalid(path: str, number: int, problem: str) -> CassetteError:
    message = "{}, line {}: {}; remove the recording from this line on, or record again"
    return CassetteError(message.format(path, number, problem))


def _read_header(path: str, number: int, header: Entry, contents: Contents) -> None:
    version, fields = header.get("version"), header.get("scrub_fields", [])
    if not isinstance(version, int) or version > VERSION:
        message = "{}: the cassette has version {!r}, and this release reads version {}; upgrade, or record again"
        raise CassetteError(message.format(path, version, VERSION))
    if not isinstance(fields, list) or not all(isinstance(field, str) for field in fields):
        raise _invalid(path, number, "scrub_fields is no list of texts")
    contents.scrub_fields += [field for field in fields if field not in contents.scrub_fields]


def _read_recording(path: str, start: int, value: Entry, lines: Sequence[bytes], contents: Contents) -> int:
    """Read the recording whose request is at line `start`; return the position of the line that follows it."""
    request = value.get("request")
    if not isinstance(request, dict):
        raise _invalid(path, start + 1, "expected a request")
    _check(path, start + 1, request, {"method": str, "url": str, "headers": dict})
    number = start + 1
    value = _parse_next(path, number, lines)
    response = value.get("response")
    if not isinstance(response, dict):
        raise _invalid(path, number + 1, "expected the response of the request on the line before")
    _check(path, number + 1, response, {"status": int, "headers": dict})
    if "chunks" in response:
        _check(path, number + 1, response, {"chunks": int})
        chunks = []
        for _ in range(response["chunks"]):
            number += 1
            chunk = _parse_next(path, number, lines)
            _check(path, number + 1, chunk, {"at": (int, float)})
            chunks.append(chunk)
        response["chunks"] = chunks
    try:
        for entry in (request, response, *response.get("chunks", ())):
            check_body(entry)
    except (TypeError, ValueError) as error:
        raise _invalid(path, start + 1, "a body is invalid ({})".format(error)) from None
    contents.recordings.append(Recording(request, response, start + 1))
    return number + 1


def _parse_next(path: str, number: int, lines: Sequence[bytes]) -> Entry:
    if number >= len(lines) or not lines[number].strip():
        raise _invalid(path, number + 1, "the cassette is truncated: the response of a request is missing")
    return _parse(path, number + 1, lines[number])


def _check(path: str, number: int, entry: Entry, types: Any) -> None:
    for name, type_ in types.items():
        if not isinstance(entry.get(name), type_) or isinstance(entry[name], bool):
            raise _invalid(path, number, "{!r} is missing or of a wrong type".format(name))


def _read_vcr(path: str, document: Entry) -> Contents:
    """Read a cassette of VCR.py's JSON serializer."""
    contents = Contents()
    contents.is_foreign = True
    if document.get("version") != 1:
        message = "{}: expected version 1 of VCR.py's cassettes, got {!r}; migrate it with VCR.py"
        raise CassetteError(message.format(path, document.get("version")))
    for number, interaction in enumerate(document["interactions"], 1):
        try:
            request, response = interaction["request"], interaction["response"]
            headers = _flatten(request.get("headers") or {})
            recorded = {"method": request["method"], "url": request["uri"], "headers": headers}
            recorded.update(describe_body(_vcr_body(request["body"]), find_header(headers, "content-type"), True))
            headers = _flatten(response["headers"])
            headers = {name: value for name, value in headers.items() if name.lower() != "content-encoding"}
            played = {"status": response["status"]["code"], "headers": headers}
            played.update(describe_body(_vcr_body(response["body"]), ""))
            recording = Recording(recorded, played, number)
            recording.parts()
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            message = "{}: interaction {} is not as VCR.py writes it ({}: {}); record it again"
            raise CassetteError(message.format(path, number, type(error).__name__, error)) from None
        contents.recordings.append(recording)
    return contents


def _flatten(headers: Any) -> Entry:
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in headers.items()}


def _vcr_body(body: Any) -> bytes:
    if isinstance(body, dict):
        body = body["string"] if "string" in body else build_body({"base64": body["base64_string"]})
    return (body or "").encode("utf-8", "surrogatepass") if not isinstance(body, bytes) else body


def open_for_writing(path: str, mode: str = "ab") -> Any:
    """Open a cassette, and create its folder. Raises CassetteError."""
    try:
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        return open(path, mode)
    except OSError as error:
        raise write_error(path, error) from None


def write_error(path: str, error: OSError) -> CassetteError:
    """Return the error of a cassette that cannot be written."""
    message = "{}: the cassette cannot be written: {}; choose another path"
    return CassetteError(message.format(path, error.strerror or error))


def encode_header(scrub_fields: Sequence[str]) -> bytes:
    """Return the header of a cassette as a line."""
    header: Entry = {"format": FORMAT, "version": VERSION}
    return _encode_line({**header, "scrub_fields": list(scrub_fields)} if scrub_fields else header)


def encode_recording(request: Entry, response: Entry) -> bytes:
    """Return the lines of a request and its response."""
    lines = [{"request": request}]
    if "chunks" in response:
        lines += [{"response": {**response, "chunks": len(response["chunks"])}}, *response["chunks"]]
    else:
        lines.append({"response": response})
    return b"".join(map(_encode_line, lines))


def _encode_line(value: Any) -> bytes:
    encode: Callable[..., str] = dumps
    try:
        return encode(value, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair
        return encode(value).encode("utf-8") + b"\n"
