# SPDX-License-Identifier: MIT
"""JSON that arrives in pieces: `PartialJSON` tells at any time what the text so far says. RFC 8259. Pure; a leaf.

Each character is looked at once, whatever the sizes of the pieces, so reading n characters costs as much as n
characters do: containers that are still open are filled where they are, and never read again. What is half said is
left out: a key without its value, a string without its end (unless it is asked for), a number that stops at its point.
"""

from __future__ import annotations

import re
from itertools import islice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Sequence, Tuple

    Mark = Tuple[Sequence[Tuple[Any, int]], Any, Any, Any]

MISSING: Any = object()  # there is no value yet
PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
BLANK = re.compile(r"[ \t\n\r]*")
WORD = re.compile(r"[^ \t\n\r,:\[\]{}\"]*")  # what a number or a literal may be; judged when it is whole
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\Z")
PARTIAL_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)?(\.[0-9]*)?([eE][-+]?[0-9]*)?\Z")
LITERALS: Dict[str, Any] = {"true": True, "false": False, "null": None}

# What may come next.
VALUE = "a value"
FIRST = "a value or ]"
KEY = "a name in quotes"
FIRST_KEY = "a name in quotes or }"
COLON = "a colon"
COMMA = "a comma or the end"
END = "nothing more"


class PartialJSON:
    """Reads JSON text piece by piece.

        partial = PartialJSON()
        partial.feed('{"steps": [1, 2')
        partial.value              # {'steps': [1, 2]}
        partial.feed("5]}")
        partial.value              # {'steps': [1, 25]}
        partial.is_complete        # True

    `strings=True` shows strings that have no end yet. `feed` raises ValueError, telling the place, for what is no
    JSON, and again from then on.
    """

    def __init__(self, partial_strings: bool = False) -> None:
        self._strings = partial_strings
        self._root: Any = MISSING
        self._open: List[Any] = []  # containers that have no end yet, the innermost last
        self._keys: List[Any] = []  # for each of them the name that waits for a value
        self._next = VALUE
        self._kind = ""  # of the token that has no end yet: "string" or "word"
        self._pieces: List[str] = []  # of that token
        self._escaped = False  # the last piece ended in the middle of an escape
        self._tail_inserted = False  # a token without end stands in `value`
        self._before = 0  # characters in the pieces before
        self._failure = ""

    @property
    def is_complete(self) -> bool:
        """Whether the text so far is a whole JSON value; of a number alone, whether it could be."""
        return self._next == END or (not self._open and self._tail() is not MISSING)

    @property
    def value(self) -> Any:
        """What the text so far says; None before it says anything.

        It is the same object from piece to piece, growing; `mark` and `at` give what it was. Not to be changed.
        """
        tail = self._tail()
        if tail is not MISSING and not self._tail_inserted:
            self._insert(tail)
            self._tail_inserted = True
        return None if self._root is MISSING else self._root

    def feed(self, text: str) -> PartialJSON:
        """Read on. Raises ValueError for what is no JSON."""
        if self._failure:
            raise ValueError(self._failure)
        if self._tail_inserted:
            self._remove_tail()
        place, end = 0, len(text)
        while place < end:
            if self._kind == "string":
                place = self._string(text, place)
            elif self._kind:
                place = self._scan_literal(text, place)
            else:
                blank = BLANK.match(text, place)
                place = blank.end() if blank else place
                if place < end:
                    place = self._punctuation(text[place], place)
        self._before += end
        return self

    def checkpoint(self) -> Mark:
        """Return what `at` needs to tell later what `value` is now. Costs as much as the value is deep."""
        tail = self._tail()
        if self._tail_inserted:
            self._remove_tail()
        name = self._keys[-1] if self._keys else None
        return [(container, len(container)) for container in self._open], name, tail, self._root

    def value_at(self, mark: Mark) -> Any:
        """Return what `value` was when that mark was made, as an object of its own where it was still growing."""
        lengths, name, tail, root = mark
        if not lengths:
            return (None if root is MISSING else root) if tail is MISSING else tail
        inner = tail
        for depth in range(len(lengths) - 1, -1, -1):
            container, length = lengths[depth]
            if isinstance(container, dict):
                copied: Any = dict(islice(container.items(), length))
            else:
                copied = container[:length]
            if inner is not MISSING:
                if depth < len(lengths) - 1:
                    _replace_last(copied, inner)
                elif isinstance(copied, dict):
                    copied[name] = inner
                else:
                    copied.append(inner)
            inner = copied
        return inner

    def _string(self, text: str, place: int) -> int:
        """Read on in a string, and return where it, or the text, ends."""
        if self._escaped:
            self._escaped = False
            self._pieces.append(text[place])
            return place + 1
        found = PLAIN.match(text, place)
        end = found.end() if found else place
        if end > place:
            self._pieces.append(text[place:end])
        if end == len(text):
            return end
        if text[end] == "\\":
            self._pieces.append("\\")
            self._escaped = True
        elif text[end] == '"':
            self._end_string(end)
        else:
            self._fail("a control character in a string", end)
        return end + 1

    def _end_string(self, place: int) -> None:
        value = self._unescaped(place)
        self._kind, self._pieces = "", []
        if self._next == COLON:
            self._keys[-1] = value
        else:
            self._done(value)

    def _unescaped(self, place: int) -> str:
        raw = "".join(self._pieces)
        if "\\" not in raw:
            return raw
        from json import loads

        try:
            value: str = loads('"{}"'.format(raw))
            return value
        except ValueError:
            self._fail("an escape that JSON doesn't have", place)
            raise

    def _scan_literal(self, text: str, place: int) -> int:
        """Read on in a number or literal, and return where it, or the text, ends."""
        found = WORD.match(text, place)
        end = found.end() if found else place
        self._pieces.append(text[place:end])
        word = "".join(self._pieces)
        value = self._tail() if end < len(text) else None
        # Judged at once, so that it stays short: a text that is no JSON is not gathered.
        begun = PARTIAL_NUMBER.match(word) or any(literal.startswith(word) for literal in LITERALS)
        if not begun or value is MISSING:
            self._fail("{!r}".format(word[:20]), end - len(word))
        if end < len(text):
            self._kind, self._pieces = "", []
            self._done(value)
        return end

    def _punctuation(self, character: str, place: int) -> int:
        """Look at the first character of what comes next, and return where to read on."""
        expected = self._next
        if character == '"' and expected in (VALUE, FIRST, KEY, FIRST_KEY):
            self._kind = "string"
            if expected in (KEY, FIRST_KEY):
                self._next = COLON
        elif character == ":" and expected == COLON:
            self._next = VALUE
        elif character == "," and expected == COMMA:
            self._next = KEY if isinstance(self._open[-1], dict) else VALUE
        elif character in "]}" and self._may_end(character):
            self._open.pop()
            self._keys.pop()
            self._next = COMMA if self._open else END
        elif character in "[{" and expected in (VALUE, FIRST):
            container: Any = [] if character == "[" else {}
            self._insert(container)
            self._open.append(container)
            self._keys.append(None)
            self._next = FIRST if character == "[" else FIRST_KEY
        elif expected in (VALUE, FIRST) and WORD.match(character).end():  # type: ignore[union-attr]  # matches ""
            self._kind = "word"
            return place  # it is read with the rest of the word
        else:
            self._fail("{!r} where {} was expected".format(character, expected), place)
        return place + 1

    def _may_end(self, character: str) -> bool:
        if not self._open or self._next not in (COMMA, FIRST, FIRST_KEY):
            return False
        return isinstance(self._open[-1], dict) == (character == "}")

    def _tail(self) -> Any:
        """Return the value of the token that has no end yet, as far as it has one."""
        if self._kind == "word":
            word = "".join(self._pieces)
            if word in LITERALS:
                return LITERALS[word]
            number = NUMBER.match(word)
            return MISSING if number is None else (float if number.group(2) or number.group(3) else int)(word)
        if self._kind and self._strings and self._next != COLON:
            return _begun_string("".join(self._pieces))
        return MISSING

    def _done(self, value: Any) -> None:
        self._insert(value)
        self._next = COMMA if self._open else END

    def _insert(self, value: Any) -> None:
        if not self._open:
            self._root = value
        elif isinstance(self._open[-1], dict):
            self._open[-1][self._keys[-1]] = value
        else:
            self._open[-1].append(value)

    def _remove_tail(self) -> None:
        """Take the token without end out of the value again."""
        self._tail_inserted = False
        if not self._open:
            self._root = MISSING
        elif isinstance(self._open[-1], dict):
            del self._open[-1][self._keys[-1]]
        else:
            self._open[-1].pop()

    def _fail(self, what: str, place: int) -> None:
        self._failure = "This is no JSON: {} at character {}".format(what, self._before + place)
        raise ValueError(self._failure)


def _replace_last(container: Any, value: Any) -> None:
    if isinstance(container, dict):
        container[next(reversed(list(container)))] = value
    else:
        container[-1] = value


def _begun_string(raw: str) -> str:
    """Return what a string says whose end has not come, without an escape that is cut off."""
    from json import loads

    for shorter in range(min(12, len(raw)) + 1):
        try:
            value: str = loads('"{}"'.format(raw[: len(raw) - shorter]))
        except ValueError:
            continue
        if not ("\ud800" <= value[-1:] <= "\udbff"):  # half of a pair whose other half is to come
            return value
    return ""


def partial_json(text: str, strings: bool = False) -> Any:
    """Return what the beginning of a JSON text says. Raises ValueError for what is no JSON."""
    return PartialJSON(strings).feed(text).value
