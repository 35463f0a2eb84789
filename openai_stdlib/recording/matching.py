# SPDX-License-Identifier: MIT
"""Decide which recorded requests equal a request, and say in what the others differ. Pure.

Requests are compared as a cassette has them, without credentials. The rules make a key, so that a recording is found
by one look into a dict.
"""

from __future__ import annotations

from json import dumps
from urllib.parse import parse_qsl, urlsplit

from ..call.errors import ConfigError, OptionTypeError
from .bodies import BODY_FIELDS
from .scrubbing import find_header

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple

    from .bodies import Entry

DEFAULT_RULES = ("method", "path", "query", "body")
MAX_DIFFERENCES = 10  # that an error shows
MAX_COMPARED = 200  # recordings, the newest, that are compared in full
MAX_VALUE_LENGTH = 70  # characters of a value that an error shows
_MISSING = object()


def _query(entry: Entry) -> Any:
    return tuple(sorted(parse_qsl(urlsplit(entry["url"]).query, keep_blank_values=True)))


def _body(entry: Entry) -> Any:
    """Return a body in a form that equals that of the same JSON in another order, or of the same form."""
    if "json" in entry:
        return dumps(entry["json"], sort_keys=True)
    if "parts" in entry:
        return dumps(entry["parts"], sort_keys=True)
    text = entry.get("text")
    if text is not None and "form-urlencoded" in find_header(entry["headers"], "content-type"):
        return tuple(sorted(parse_qsl(text, keep_blank_values=True)))
    return text or entry.get("base64") or entry.get("sha256") or ""


RULES: Dict[str, Callable[[Entry], Any]] = {
    "method": lambda entry: entry["method"].upper(),
    "scheme": lambda entry: urlsplit(entry["url"]).scheme,
    "host": lambda entry: urlsplit(entry["url"]).hostname,
    "port": lambda entry: urlsplit(entry["url"]).port,
    "path": lambda entry: urlsplit(entry["url"]).path or "/",
    "query": _query,
    "body": _body,
}


class Matcher:
    """The rules by which a recording is found: names, `header:NAME`, and functions of two requests.

    A function takes the recorded request and the one to send, as the cassette has them, and returns whether they match.
    """

    def __init__(self, match_on: Any = DEFAULT_RULES) -> None:
        if isinstance(match_on, str) or callable(match_on):
            match_on = (match_on,)
        if not hasattr(match_on, "__iter__"):
            raise OptionTypeError("match_on: expected names of rules, got {}".format(type(match_on).__name__))
        self.names: List[str] = []
        self.functions: List[Callable[[Entry, Entry], Any]] = []
        for rule in match_on:
            if callable(rule):
                self.functions.append(rule)
            elif isinstance(rule, str) and (rule in RULES or rule[:7] == "header:" and rule[7:]):
                self.names.append(rule)
            else:
                message = "match_on: expected one of {}, header:NAME, or a function, got {!r}"
                raise ConfigError(message.format(", ".join(RULES), rule))
        if not self.names and not self.functions:
            raise ConfigError("match_on: it is empty, so that any recording would match; name at least one rule")
        self.needs_headers: bool = bool(self.functions) or any(":" in name for name in self.names)

    def key(self, entry: Entry) -> Tuple[Any, ...]:
        """Return what requests that match by name have in common."""
        return tuple([self._value(name, entry) for name in self.names])

    def _value(self, name: str, entry: Entry) -> Any:
        rule = RULES.get(name)
        return find_header(entry["headers"], name[7:].lower()) if rule is None else rule(entry)

    def has_match(self, recorded: Entry, request: Entry) -> bool:
        """Return whether two requests with the same key match by the caller's functions, too."""
        return all(function(recorded, request) for function in self.functions)

    def find_nearest(self, recorded: Sequence[Entry], request: Entry) -> Tuple[Optional[int], List[str]]:
        """Return the position of the request that differs least from another one, and the differences."""
        best: Any = None
        start = max(0, len(recorded) - MAX_COMPARED)
        for position in range(start, len(recorded)):
            differences = list(self._differences(recorded[position], request))
            # First by what does not match at all, such as the path; then by how much the bodies differ.
            rank = sum(not line.startswith("body") for line in differences), len(differences)
            if best is None or rank < best[0]:
                best = rank, position, differences
        return (None, []) if best is None else best[1:]

    def _differences(self, recorded: Entry, request: Entry) -> Iterator[str]:
        for name in self.names:
            one, other = self._value(name, recorded), self._value(name, request)
            if one == other:
                continue
            if name == "query":
                yield from compare(name, dict(one), dict(other))
            elif name == "body":
                yield from compare(name, _content(recorded), _content(request))
            else:
                yield describe_difference(name, one, other)
        for function in self.functions:
            if not function(recorded, request):
                yield "the rule {} does not match".format(getattr(function, "__name__", type(function).__name__))


def _content(entry: Entry) -> Any:
    content = {name: entry[name] for name in BODY_FIELDS if name in entry and name != "layout"}
    return next(iter(content.values())) if len(content) == 1 else content or None


def compare(path: str, recorded: Any, actual: Any) -> Iterator[str]:
    """Yield a line for each value in which two JSON values differ."""
    if isinstance(recorded, dict) and isinstance(actual, dict):
        for name in [*recorded, *(name for name in actual if name not in recorded)]:
            yield from compare("{}.{}".format(path, name), recorded.get(name, _MISSING), actual.get(name, _MISSING))
    elif isinstance(recorded, list) and isinstance(actual, list):
        for position in range(max(len(recorded), len(actual))):
            pair = (each[position] if position < len(each) else _MISSING for each in (recorded, actual))
            yield from compare("{}[{}]".format(path, position), *pair)
    elif recorded is _MISSING or actual is _MISSING or dumps(recorded) != dumps(actual):
        yield describe_difference(path, recorded, actual)


def describe_difference(path: str, recorded: Any, actual: Any) -> str:
    """Return a line about two values, each shortened to what differs."""
    if recorded is _MISSING:
        return "{}: not recorded, requested {}".format(path, _show(actual, 0))
    if actual is _MISSING:
        return "{}: recorded {}, not requested".format(path, _show(recorded, 0))
    start = 0
    if isinstance(recorded, str) and isinstance(actual, str):
        shorter = min(len(recorded), len(actual))
        start = next((n for n in range(shorter) if recorded[n] != actual[n]), shorter)
    return "{}: recorded {}, requested {}".format(path, _show(recorded, start), _show(actual, start))


def _show(value: Any, start: int) -> str:
    """Return a value as JSON; of a long text, what surrounds the position `start`."""
    if isinstance(value, str) and len(value) > MAX_VALUE_LENGTH:
        begin = max(0, min(start - MAX_VALUE_LENGTH // 3, len(value) - MAX_VALUE_LENGTH))
        end = begin + MAX_VALUE_LENGTH
        return "{}{}{}".format("…" * (begin > 0), dumps(value[begin:end], ensure_ascii=False), "…" * (end < len(value)))
    text = dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= MAX_VALUE_LENGTH else text[:MAX_VALUE_LENGTH] + "…"
