# SPDX-License-Identifier: MIT
"""Incremental JSON parser: `PartialJSON.value` is the value parsed so far from incomplete text (RFC 8259).

No I/O. Each character is scanned once, whatever the sizes of the chunks, so parsing
takes time linear in the length of the text: open containers are extended in place and never parsed again. Incomplete
tokens are left out: a key without its value, a string without its closing quote (unless `partial_strings` is set), a
number that ends with its decimal point.
"""

from __future__ import annotations

import re
from itertools import islice

from .text import join_surrogates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Sequence, Tuple

    # Open containers with their lengths, outermost first; the pending key; the incomplete token; the root.
    Checkpoint = Tuple[Sequence[Tuple[Any, int]], Any, Any, Any]

MISSING: Any = object()  # there is no value yet
PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
WHITESPACE = re.compile(r"[ \t\n\r]*")
WORD = re.compile(r"[^ \t\n\r,:\[\]{}\"]*")  # a number or literal; validated by _scan_literal
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\Z")
PARTIAL_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)?(\.[0-9]*)?([eE][-+]?[0-9]*)?\Z")
LITERALS: Dict[str, Any] = {"true": True, "false": False, "null": None}
MAX_ESCAPE_LENGTH = 12  # characters: a surrogate pair, as two \uXXXX escapes
MAX_SHOWN = 20  # characters of invalid text in an error message

# What the parser expects next; the texts appear in error messages.
VALUE = "a value"
FIRST = "a value or ]"
KEY = "a name in quotes"
FIRST_KEY = "a name in quotes or }"
COLON = "a colon"
COMMA = "a comma or the end"
END = "nothing more"


class PartialJSON:
    """Parses JSON text chunk by chunk.

        partial = PartialJSON()
        partial.feed('{"steps": [1, 2')
        partial.value              # {'steps': [1, 2]}
        partial.feed("5]}")
        partial.value              # {'steps': [1, 25]}
        partial.is_complete        # True

    With `partial_strings=True`, `value` includes strings that have no closing quote yet. `feed` raises ValueError with
    the position for invalid JSON, and raises it again on every later call.
    """

    def __init__(self, partial_strings: bool = False) -> None:
        self._partial_strings = partial_strings
        self._root: Any = MISSING
        self._open: List[Any] = []  # containers that are not closed yet, innermost last
        self._keys: List[Any] = []  # for each of them the key that awaits a value
        self._next = VALUE
        self._scanning = ""  # type of the incomplete token: "string", "word", or "" if there is none
        self._chunks: List[str] = []  # of that token
        self._escaped = False  # the last chunk ended with a backslash
        self._tail_inserted = False  # the incomplete token has been inserted into the value
        self._consumed = 0  # characters in earlier chunks
        self._failure = ""

    @property
    def is_complete(self) -> bool:
        """Whether the text so far is a complete JSON value. A number at the root counts, although it may continue."""
        return self._next == END or (not self._open and self._tail() is not MISSING)

    @property
    def value(self) -> Any:
        """The value of the text so far; None before the first token.

        The same object grows with each chunk: `checkpoint` and `value_at` keep an earlier value. Do not modify it.
        """
        tail = self._tail()
        if tail is not MISSING and not self._tail_inserted:
            self._insert(tail)
            self._tail_inserted = True
        return None if self._root is MISSING else self._root

    def feed(self, text: str) -> PartialJSON:
        """Parse the next chunk and return this object. Raises ValueError for invalid JSON."""
        if self._failure:
            raise ValueError(self._failure)
        if self._tail_inserted:
            self._remove_tail()
        position, end = 0, len(text)
        while position < end:
            if self._scanning == "string":
                position = self._scan_string(text, position)
            elif self._scanning:
                position = self._scan_literal(text, position)
            else:
                whitespace = WHITESPACE.match(text, position)
                position = whitespace.end() if whitespace else position
                if position < end:
                    position = self._scan_token_start(text[position], position)
        self._consumed += end
        return self

    def checkpoint(self) -> Checkpoint:
        """Return a checkpoint from which `value_at` can restore the present value. Costs O(nesting depth)."""
        tail = self._tail()
        if self._tail_inserted:
            self._remove_tail()
        key = self._keys[-1] if self._keys else None
        return [(container, len(container)) for container in self._open], key, tail, self._root

    def value_at(self, checkpoint: Checkpoint) -> Any:
        """Return the value as it was at a checkpoint. Containers that were open then are copied."""
        lengths, key, tail, root = checkpoint
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
                    copied[key] = inner
                else:
                    copied.append(inner)
            inner = copied
        return inner

    def _scan_string(self, text: str, position: int) -> int:
        """Continue a string and return the position after it, or the end of the text."""
        if self._escaped:
            self._escaped = False
            self._chunks.append(text[position])
            return position + 1
        match = PLAIN.match(text, position)
        end = match.end() if match else position
        if end > position:
            self._chunks.append(text[position:end])
        if end == len(text):
            return end
        if text[end] == "\\":
            self._chunks.append("\\")
            self._escaped = True
        elif text[end] == '"':
            self._finish_string(end)
        else:
            self._fail("a control character in a string", end)
        return end + 1

    def _finish_string(self, position: int) -> None:
        value = self._unescape(position)
        self._scanning, self._chunks = "", []
        if self._next == COLON:
            self._keys[-1] = value
        else:
            self._finish_value(value)

    def _unescape(self, position: int) -> str:
        raw = "".join(self._chunks)
        if "\\" not in raw:
            return join_surrogates(raw)
        from json import loads

        try:
            return join_surrogates(loads('"{}"'.format(raw)))
        except ValueError:
            self._fail("an invalid escape sequence", position)
            raise

    def _scan_literal(self, text: str, position: int) -> int:
        """Continue a number or literal and return the position after it, or the end of the text."""
        match = WORD.match(text, position)
        end = match.end() if match else position
        self._chunks.append(text[position:end])
        word = "".join(self._chunks)
        value = self._tail() if end < len(text) else None
        # Validated with every chunk, so that invalid text is not buffered without limit.
        is_prefix = PARTIAL_NUMBER.match(word) or any(literal.startswith(word) for literal in LITERALS)
        if not is_prefix or value is MISSING:
            self._fail("{!r}".format(word[:MAX_SHOWN]), end - len(word))
        if end < len(text):
            self._scanning, self._chunks = "", []
            self._finish_value(value)
        return end

    def _scan_token_start(self, character: str, position: int) -> int:
        """Handle the first character of a token and return the position at which to continue."""
        expected = self._next
        if character == '"' and expected in (VALUE, FIRST, KEY, FIRST_KEY):
            self._scanning = "string"
            if expected in (KEY, FIRST_KEY):
                self._next = COLON
        elif character == ":" and expected == COLON:
            self._next = VALUE
        elif character == "," and expected == COMMA:
            self._next = KEY if isinstance(self._open[-1], dict) else VALUE
        elif character in "]}" and self._may_close(character):
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
            self._scanning = "word"
            return position  # _scan_literal reads this character too
        else:
            self._fail("expected {}, got {!r}".format(expected, character), position)
        return position + 1

    def _may_close(self, character: str) -> bool:
        if not self._open or self._next not in (COMMA, FIRST, FIRST_KEY):
            return False
        return isinstance(self._open[-1], dict) == (character == "}")

    def _tail(self) -> Any:
        """Return the value of the incomplete token, or MISSING if it has none yet."""
        if self._scanning == "word":
            word = "".join(self._chunks)
            if word in LITERALS:
                return LITERALS[word]
            number = NUMBER.match(word)
            return MISSING if number is None else (float if number.group(2) or number.group(3) else int)(word)
        if self._scanning and self._partial_strings and self._next != COLON:
            return _decode_partial_string("".join(self._chunks))
        return MISSING

    def _finish_value(self, value: Any) -> None:
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
        """Remove the incomplete token from the value again."""
        self._tail_inserted = False
        if not self._open:
            self._root = MISSING
        elif isinstance(self._open[-1], dict):
            del self._open[-1][self._keys[-1]]
        else:
            self._open[-1].pop()

    def _fail(self, problem: str, position: int) -> None:
        self._failure = "Invalid JSON: {} at character {}".format(problem, self._consumed + position)
        raise ValueError(self._failure)


def _replace_last(container: Any, value: Any) -> None:
    if isinstance(container, dict):
        container[next(reversed(list(container)))] = value
    else:
        container[-1] = value


def _decode_partial_string(raw: str) -> str:
    """Return the value of a string without its closing quote, without an incomplete escape sequence at its end."""
    from json import loads

    for dropped in range(min(MAX_ESCAPE_LENGTH, len(raw)) + 1):
        try:
            value: str = loads('"{}"'.format(raw[: len(raw) - dropped]))
        except ValueError:
            continue
        if not ("\ud800" <= value[-1:] <= "\udbff"):  # a high surrogate whose low surrogate is missing
            return join_surrogates(value)
    return ""


def partial_json(text: str, partial_strings: bool = False) -> Any:
    """Return the value of an incomplete JSON text; see `PartialJSON`. Raises ValueError for invalid JSON."""
    return PartialJSON(partial_strings).feed(text).value
