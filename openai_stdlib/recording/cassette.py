# SPDX-License-Identifier: MIT
"""`Cassette`: the recordings of one file, which threads and clients share; what is found, and what is appended.

The index, from what requests have in common to their recordings, is made by the first look-up.
"""

from __future__ import annotations

import os
from _thread import allocate_lock

from ..call.errors import ConfigError, OptionTypeError
from ..transport.pool import call_in_child
from .bodies import describe_body
from .cassette_file import (
    Recording,
    encode_header,
    encode_recording,
    open_for_writing,
    read_cassette,
    write_error,
)
from .errors import CassetteError, UnrecordedRequestError
from .matching import MAX_DIFFERENCES, Matcher
from .scrubbing import Scrubber, check_fields, find_credentials, find_header

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    from .bodies import Entry

MODES = ("once", "new", "none", "all")
ALIASES = {"new_episodes": "new"}  # the name in VCR.py
MAX_REMEMBERED = 256  # requests whose keys are kept, so that a repeated request is not decoded again
MAX_REMEMBERED_SIZE = 1 << 16  # bytes of the body of such a request


class Options:
    """The options of a recording or replaying transport. Raises ConfigError for an invalid one."""

    def __init__(
        self, path: Any, mode: Any, match_on: Any, scrub_fields: Any, scrub: Any, allow_repeats: Any, timing: Any
    ) -> None:
        try:
            self.path: str = os.fsdecode(path)
        except TypeError:
            message = "path: expected text or a path object, got {}"
            raise OptionTypeError(message.format(type(path).__name__)) from None
        if not self.path:
            raise ConfigError("path: it is empty; pass the path of a cassette")
        self.mode: str = ALIASES.get(mode, mode) if isinstance(mode, str) else mode
        if self.mode not in MODES:
            raise ConfigError("mode: expected one of {}, got {!r}".format(", ".join(MODES), mode))
        if scrub is not None and not callable(scrub):
            raise OptionTypeError("scrub: expected a function, got {}".format(type(scrub).__name__))
        for name, value in (("allow_repeats", allow_repeats), ("timing", timing)):
            if not isinstance(value, bool):
                raise OptionTypeError("{}: expected True or False, got {}".format(name, type(value).__name__))
        self.matcher: Matcher = Matcher(match_on)
        self.scrub_fields: Tuple[str, ...] = check_fields(scrub_fields)
        self.scrub: Any = scrub
        self.allow_repeats: bool = allow_repeats
        self.timing: bool = timing


class Cassette:
    """The recordings of a file. Thread-safe. Raises CassetteError if the file cannot be read."""

    def __init__(self, options: Options) -> None:
        self.options: Options = options
        self.path: str = os.path.abspath(options.path)  # also if the program changes its folder
        if os.path.exists(self.path) and not os.path.isfile(self.path):
            raise CassetteError("{}: it is no file; pass the path of a cassette".format(self.path))
        contents = read_cassette(self.path)
        if contents is None and options.mode == "none":
            problem = "it is empty" if os.path.exists(self.path) else "there is no such file"
            raise CassetteError("{}: {}; record it with mode='once'".format(self.path, problem))
        if contents is not None and contents.is_foreign and options.mode in ("new", "all"):
            message = "{}: it is a cassette of VCR.py, which cannot be appended to; choose another path"
            raise CassetteError(message.format(self.path))
        recordings = [] if contents is None or options.mode == "all" else contents.recordings
        written = [] if contents is None or options.mode == "all" else contents.scrub_fields
        fields = [*written, *(field for field in options.scrub_fields if field not in written)]
        self.recordings: List[Recording] = recordings
        self.can_record: bool = options.mode in ("new", "all") or options.mode == "once" and not recordings
        self.scrubber: Scrubber = Scrubber(fields, options.scrub)
        self._needs_header: bool = fields != written  # also if the file has one
        self._index: Optional[Dict[Any, List[Recording]]] = None
        self._is_foreign = contents is not None and contents.is_foreign
        self._remembered: Dict[Any, Any] = {}
        self._is_ready = False
        self._is_first = True
        self._initialize()

    def _initialize(self) -> None:
        self._lock = allocate_lock()
        call_in_child(Cassette._initialize, self)  # which may have been forked while a thread held the lock

    def __getstate__(self) -> Any:
        state = dict(vars(self))
        del state["_lock"]
        return state

    def __setstate__(self, state: Any) -> None:
        vars(self).update(state)
        self._initialize()

    def find(self, request: Any, content: bytes) -> Optional[Recording]:
        """Return the recording to replay, None if the request has to be sent. Raises UnrecordedRequestError."""
        if not self.recordings and self.can_record:
            return None
        credentials = find_credentials(request.headers)
        matcher = self.options.matcher
        entry: Optional[Entry] = None
        if matcher.needs_headers or self.scrubber.function is not None:
            entry = self._describe(request, content, credentials)
            key = matcher.key(entry)
        else:
            key = self._find_key(request, content, credentials)
        with self._lock:
            matching = self._get_index().get(key, ())
            if entry is not None and matcher.functions:
                matching = [each for each in matching if matcher.has_match(each.request, entry)]
            recording = next((each for each in matching if not each.is_played), None)
            if recording is None and matching and self.options.allow_repeats:
                recording = matching[-1]
            if recording is not None:
                recording.is_played = True
                return recording
        if self.can_record:
            return None
        raise self._unrecorded_error(entry or self._describe(request, content, credentials), len(matching))

    def _describe(self, request: Any, content: bytes, credentials: Tuple[str, ...]) -> Entry:
        return self.scrubber.scrub_request(describe_request(request, content), credentials)

    def _find_key(self, request: Any, content: bytes, credentials: Tuple[str, ...]) -> Any:
        """Return what a request has in common with its recordings if headers do not matter; from memory if possible."""
        content_type = find_header(request.headers, "content-type")
        fingerprint = request.method, request.url, content, content_type, credentials
        key = self._remembered.get(fingerprint)
        if key is None:
            entry = {"method": request.method, "url": str(request.url), "headers": {"content-type": content_type}}
            entry.update(describe_body(content, content_type, True))
            key = self.options.matcher.key(self.scrubber.scrub_request(entry, credentials, is_recorded=True))
            if len(content) <= MAX_REMEMBERED_SIZE:
                if len(self._remembered) >= MAX_REMEMBERED:
                    self._remembered.clear()
                self._remembered[fingerprint] = key
        return key

    def _get_index(self) -> Dict[Any, List[Recording]]:
        if self._index is None:
            index: Dict[Any, List[Recording]] = {}
            for recording in self.recordings:
                # The credentials of the request have been removed. Its fields may be chosen only now.
                self.scrubber.scrub_request(recording.request, (), is_recorded=not self._is_foreign)
                index.setdefault(self.options.matcher.key(recording.request), []).append(recording)
            self._index = index
        return self._index

    def _unrecorded_error(self, entry: Entry, count: int) -> UnrecordedRequestError:
        subject = "{} {}".format(entry["method"], entry["url"])
        if count:
            message = (
                "{}: all {} recordings of the request {} have been replayed; pass allow_repeats=True, or record more"
            )
            return UnrecordedRequestError(message.format(self.path, count, subject), request=entry)
        message = "{}: there is no recording of the request {}".format(self.path, subject)
        requests = [recording.request for recording in self.recordings]
        position, differences = self.options.matcher.find_nearest(requests, entry)
        nearest = None
        if position is not None:
            nearest = requests[position]
            place = "interaction" if self._is_foreign else "line"
            message += ". The nearest, {} {}, is {} {}, which differs in:".format(
                place, self.recordings[position].line, nearest["method"], nearest["url"]
            )
            message += "".join("\n  " + line for line in differences[:MAX_DIFFERENCES])
            if len(differences) > MAX_DIFFERENCES:
                message += "\n  and {} more".format(len(differences) - MAX_DIFFERENCES)
        message += "\nTo record it, use RecordTransport with mode='new'"
        return UnrecordedRequestError(message, request=entry, nearest=nearest, differences=differences)

    def prepare(self) -> None:
        """Check that the cassette can be written, before a request is sent. Raises CassetteError."""
        if not self._is_ready:
            with self._lock:
                open_for_writing(self.path).close()
                self._is_ready = True

    def append(self, request: Any, content: bytes, response: Entry) -> None:
        """Write a request and its response, without credentials. Raises CassetteError."""
        credentials = find_credentials(request.headers)
        entry = self._describe(request, content, credentials)
        lines = encode_recording(entry, self.scrubber.scrub_response(response, credentials))
        with self._lock:
            is_new = self.options.mode == "all" and self._is_first
            with open_for_writing(self.path, "wb" if is_new else "ab+") as file:
                try:
                    file.write(self._head(file, is_new) + lines)  # at once, so that those of other processes are whole
                    file.flush()
                except OSError as error:
                    raise write_error(self.path, error) from None
            self._is_first = False

    def _head(self, file: Any, is_new: bool) -> bytes:
        """Return what must precede the next recording."""
        size = 0 if is_new else file.seek(0, os.SEEK_END)
        end = b""
        if size:
            file.seek(size - 1)
            end = b"" if file.read(1) == b"\n" else b"\n"
        if size and not (self._needs_header and self._is_first):
            return end
        return end + encode_header(self.scrubber.fields)


def describe_request(request: Any, content: bytes) -> Entry:
    """Return a request as a cassette has it, with its credentials."""
    headers = {name: str(value) for name, value in request.headers.items()}
    entry = {"method": request.method, "url": str(request.url), "headers": headers}
    entry.update(describe_body(content, find_header(headers, "content-type"), True))
    return entry
