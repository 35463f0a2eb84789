# SPDX-License-Identifier: MIT
"""Remove credentials and chosen fields from requests and responses before they are written or compared. Pure.

Scrubbing what has been scrubbed changes nothing: a replayed request is compared with the recorded one in this form.
"""

from __future__ import annotations

import re
from json import dumps, loads
from urllib.parse import quote, unquote

from ..call.errors import ConfigError, OptionTypeError
from ..call.headers import is_sensitive
from .bodies import BOUNDARY, build_body, decode, dump_json, parse_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Collection, List, Mapping, Optional, Sequence, Tuple

    from .bodies import Entry

MASK = "***"
MIN_CREDENTIAL_LENGTH = 6  # characters; a shorter one may be an ordinary word of the body
MIN_WORD_LENGTH = 12  # of a credential that has only letters, as those that local servers take
_NAMES = r"api-?key|auth|authorization|access-?token|token|secret|password|passwd|signature|credentials?"
QUERY_NAME = re.compile(r"(?:^|[-_])(?:{}|key|sig)$".format(_NAMES.replace("-?", "[-_]?")), re.IGNORECASE)
# Names of fields in JSON whose text is a credential. `token` is none: log probabilities have it.
FIELD_NAME = re.compile(
    r"(?:(?:x[-_])?api[-_]?key|authorization|(?:access|refresh|id|subject|session|auth|bearer)[-_]?token|"
    r"(?:client|webhook|signing)[-_]?secret|secret|password)",
    re.IGNORECASE,
)
FIELD_IN_TEXT = re.compile(r'"{}"\s*:'.format(FIELD_NAME.pattern), re.IGNORECASE)
# What looks like a key: of OpenAI and of other providers, AWS's and Google's, a JSON Web Token, a Bearer token.
KEY = re.compile(
    r"""
    (?<! [A-Za-z0-9] )
    (?: (?: sk | rk | ek | sess | org | whsec | gsk | xai | hf | ghp | glpat ) [-_] [A-Za-z0-9_+/=-]{16,}
    | A[KS]IA [A-Z0-9]{16} (?! [A-Za-z0-9] )
    | AIza [A-Za-z0-9_-]{30,}
    | eyJ [A-Za-z0-9_-]{8,} [.] [A-Za-z0-9_-]{8,} [.] [A-Za-z0-9_-]*
    | [Bb]earer [ ]+ [A-Za-z0-9._~+/=-]{16,} )
    """,
    re.VERBOSE,
)
PLAIN = re.compile(r"[A-Za-z0-9_.~-]+")  # is the same in JSON and in URLs
USER_INFO = re.compile(r"(?<=://)[^/@?#\s]*@")


def find_credentials(headers: Mapping[str, str]) -> Tuple[str, ...]:
    """Return the credentials that the headers of a request have, as they are and as URLs and JSON have them.

    They are removed wherever they appear.
    """
    found: List[str] = []
    for name, value in headers.items():
        if is_sensitive(name):
            words = str(value).replace(";", " ").split() or [""]
            found += [word.partition("=")[2] for word in words] if name.lower() == "cookie" else words[-1:]
    forms: List[str] = []
    for text in found:
        if len(text) >= (MIN_WORD_LENGTH if text.isalpha() else MIN_CREDENTIAL_LENGTH):
            forms += [text] if PLAIN.fullmatch(text) else {text, quote(text, ""), dumps(text)[1:-1]}
    return tuple(sorted(forms, key=len, reverse=True))


def check_fields(fields: Any) -> Tuple[str, ...]:
    """Return the paths of fields to scrub. Raises ConfigError for anything but texts like `metadata.customer`."""
    if isinstance(fields, (str, bytes)) or not hasattr(fields, "__iter__"):
        message = "scrub_fields: expected a list of paths such as ['user', 'messages.content'], got {}"
        raise OptionTypeError(message.format(type(fields).__name__))
    paths = tuple(fields)
    for path in paths:
        if not isinstance(path, str) or not all(_split_path(path)):
            raise ConfigError("scrub_fields: expected a path such as 'metadata.customer', got {!r}".format(path))
    return paths


def _split_path(path: str) -> List[str]:
    return path.replace("[", ".").replace("]", "").split(".")


class Scrubber:
    """Removes credentials, the fields at the paths `fields`, and what the function of the caller changes."""

    def __init__(self, fields: Collection[str] = (), function: Optional[Callable[[Entry], Any]] = None) -> None:
        self.fields: Tuple[str, ...] = tuple(fields)
        self.function = function
        self._paths = [_split_path(path) for path in self.fields]

    def scrub_request(self, entry: Entry, credentials: Sequence[str], is_recorded: bool = False) -> Entry:
        """Scrub a request, in place. The headers of one that `is_recorded` are, and the caller's function saw it."""
        entry["url"] = scrub_url(entry["url"], credentials)
        if not is_recorded:
            scrub_headers(entry, credentials)
        self._scrub(entry, credentials)
        if self.function is not None and not is_recorded:
            self.function(entry)
        return entry

    def scrub_response(self, entry: Entry, credentials: Sequence[str]) -> Entry:
        """Scrub a response, in place; `credentials` are those of its request."""
        scrub_headers(entry, credentials)
        self._scrub(entry, credentials)
        if "chunks" in entry:
            entry["chunks"] = self._scrub_chunks(entry["chunks"], credentials)
        if self.function is not None:
            self.function(entry)
        return entry

    def _scrub(self, entry: Entry, credentials: Sequence[str]) -> None:
        if "json" in entry:
            entry["json"] = self._scrub_json(entry["json"], credentials)
        elif "text" in entry:
            content_type = find_header(entry["headers"], "content-type")
            is_form = "form-urlencoded" in content_type
            scrub = scrub_query if is_form else self._scrub_lines if "event-stream" in content_type else scrub_text
            entry["text"] = scrub(entry["text"], credentials)
        for part in entry.get("parts", ()):
            if "text" in part:
                name = part.get("name", "")
                is_chosen = [name] in self._paths or FIELD_NAME.fullmatch(name)
                part["text"] = MASK if is_chosen else scrub_text(part["text"], credentials)

    def _scrub_json(self, value: Any, credentials: Sequence[str]) -> Any:
        text = dumps(value, ensure_ascii=False)
        scrubbed = scrub_text(text, credentials, is_json=True)
        value = value if scrubbed == text else loads(scrubbed)
        if FIELD_IN_TEXT.search(text):
            _mask_named(value)
        for path in self._paths:
            _mask_path(value, path)
        return value

    def _scrub_lines(self, text: str, credentials: Sequence[str]) -> str:
        """Scrub the text of an event stream, whose data may be JSON."""
        lines = text.split("\n")
        for position, line in enumerate(lines):
            value = parse_json(line[5:]) if line[:5] == "data:" else None
            if value is not None:
                before = dump_json(value, "")
                after = dump_json(self._scrub_json(value, credentials), "")
                lines[position] = line if before == after else "data: " + after + "\r" * line.endswith("\r")
            else:
                lines[position] = scrub_text(line, credentials)
        return "\n".join(lines)

    def _scrub_chunks(self, chunks: List[Entry], credentials: Sequence[str]) -> List[Entry]:
        """Scrub a body in chunks; they are joined to whole lines if there is anything to remove, in any of them."""
        text = decode(b"".join(map(build_body, chunks)))
        if text is None or self._scrub_lines(text, credentials) == text:
            return chunks
        result, pending = [], b""
        for position, chunk in enumerate(chunks):
            pending += build_body(chunk)
            if pending[-1:] == b"\n" or position == len(chunks) - 1:
                result.append({"at": chunk["at"], "text": self._scrub_lines(pending.decode("utf-8"), credentials)})
                pending = b""
        return result


def scrub_text(text: str, credentials: Sequence[str], is_json: bool = False) -> str:
    """Return a text without the credentials, and without what looks like a key."""
    for credential in credentials:
        if credential in text and not (is_json and '"' in credential.replace('\\"', "")):
            text = text.replace(credential, MASK)
    return KEY.sub(MASK, text)


def scrub_headers(entry: Entry, credentials: Sequence[str]) -> None:
    """Replace the headers of a request or response by scrubbed ones."""
    entry["headers"] = {name: _scrub_header(name, value, credentials) for name, value in entry["headers"].items()}


def scrub_url(url: str, credentials: Sequence[str]) -> str:
    """Return a URL without user and password, and without the credentials of its query."""
    base, separator, query = (USER_INFO.sub(MASK + "@", url) if "@" in url else url).partition("?")
    return scrub_text(base, credentials) + separator + scrub_query(query, credentials)


def scrub_query(query: str, credentials: Sequence[str]) -> str:
    """Return a query, or a body of that form, with credentials masked."""
    if not query:
        return query
    pairs = [pair.partition("=") for pair in query.split("&")]
    return "&".join(
        name + "=" + MASK
        if QUERY_NAME.search(unquote(name)) and value
        else scrub_text(name + equals + value, credentials)
        for name, equals, value in pairs
    )


def find_header(headers: Mapping[str, Any], name: str) -> str:
    """Return the value of a header in any case, the first of several, or ""."""
    for key, value in headers.items():
        if key.lower() == name:
            return str(value[0]) if isinstance(value, list) and value else str(value)
    return ""


def _scrub_header(name: str, value: Any, credentials: Sequence[str]) -> Any:
    if isinstance(value, list):
        return [_scrub_header(name, item, credentials) for item in value]
    if is_sensitive(name):
        return MASK
    name = name.lower()
    if name in ("location", "content-location", "link"):
        return scrub_url(value, credentials)
    if name == "content-type" and "multipart/" in value:
        return BOUNDARY.sub(r"\1" + MASK, value)
    return scrub_text(value, credentials)


def _mask_named(value: Any) -> None:
    """Mask, in place, the texts whose names say that they are credentials."""
    pending = [value]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            for name, item in value.items():
                if isinstance(item, str):
                    if FIELD_NAME.fullmatch(name):
                        value[name] = MASK
                else:
                    pending.append(item)
        elif isinstance(value, list):
            pending += value


def _mask_path(value: Any, path: Sequence[str]) -> None:
    """Mask, in place, what a path leads to; all items of a list unless it names one, and `*` is any name."""
    name, rest = path[0], path[1:]
    if isinstance(value, list) and name != "*" and not name.isdigit():
        for item in value:
            _mask_path(item, path)
        return
    keys: Any = ()
    if isinstance(value, dict):
        keys = list(value) if name == "*" else [name] * (name in value)
    elif isinstance(value, list):
        keys = range(len(value)) if name == "*" else [int(name)] * (int(name) < len(value))
    for key in keys:
        if rest:
            _mask_path(value[key], rest)
        elif value[key] is not None:
            value[key] = MASK
