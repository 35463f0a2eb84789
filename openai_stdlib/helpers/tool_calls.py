# SPDX-License-Identifier: MIT
"""Tool calls that grow by deltas, of chat completions and of the steps of an assistant's run. No I/O.

The API sends for each delta the `index` of its call, and id, type and name once. Other servers leave these out, repeat
them, or count differently, so `index` is a key here, not a place in the list, and what identifies a call doesn't grow.
"""

from __future__ import annotations

from ..results.objects import APIObject
from .deltas import accumulate_delta, copy_untyped
from .text import TextBuffer, append_delta
from .tool_arguments import is_complete, read_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    from .partial_json import PartialJSON

TEXT_FIELDS = {"function": "arguments", "custom": "input"}  # parts of a call, and the field that grows


class ToolCalls:
    """The tool calls of one message or step, in the order in which they began."""

    def __init__(self) -> None:
        self.calls: List[ToolCall] = []
        self._by_index: Dict[Any, ToolCall] = {}  # the latest call of each index
        self._by_id: Dict[Any, ToolCall] = {}

    def add(self, deltas: Any) -> List[Tuple[ToolCall, str]]:
        """Add the deltas of a chunk. Return the call that each belongs to, and the text that it adds to the arguments.

        Raises TypeError for what is no delta.
        """
        added: List[Tuple[ToolCall, str]] = []
        for delta in deltas:
            if delta is None:
                continue
            if not isinstance(delta, dict):
                raise TypeError("a delta of a tool call is not an object")
            call = self._find([call for call, _ in added], delta) or self._begin(delta)
            call_id = delta.get("id")
            if call_id and call.id is None:
                call.id = call_id
                self._by_id.setdefault(call_id, call)
            added.append((call, call.add(delta)))
        return added

    def to_list(self) -> List[APIObject]:
        """Return the calls as objects. A call that has not changed since is the same object."""
        return [call.to_object() for call in self.calls]

    def _begin(self, delta: Any) -> ToolCall:
        call = ToolCall(len(self.calls), index_key(delta.get("index")))
        self.calls.append(call)
        if call.key is not None:
            self._by_index[call.key] = call
        return call

    def _find(self, siblings: List[ToolCall], delta: Any) -> Optional[ToolCall]:
        """Return the call that a delta continues, or None if it begins one.

        `siblings` are the calls of earlier deltas in its chunk.
        """
        key, call_id = index_key(delta.get("index")), delta.get("id") or None
        known = self._by_id.get(call_id) if call_id is not None else None
        if known is not None and (key is None or known.key is None or known.key == key):
            return known
        latest = self.calls[-1] if self.calls else None
        call = latest if key is None else self._by_index.get(key)
        if call is None and latest is not None and latest.key is None and not call_id:
            call = latest  # its first delta had no index
        if call is None or self._begins_call(call, siblings, delta, key, call_id):
            return None
        return call

    def _begins_call(self, call: ToolCall, siblings: List[ToolCall], delta: Any, key: Any, call_id: Any) -> bool:
        """Return whether a delta that has the index of a call, or none, begins another call."""
        name, text = _name_and_text(delta)
        if call_id and call.id is not None:
            # Some servers make up a new id for each delta of a call, but only the first has the name.
            return bool(call_id != call.id and (key is None or name))
        if not name or not call.name or (call_id and not call.has_arguments):
            return False
        return call in siblings or (call.is_complete and (bool(text) or name != call.name))


class ToolCall:
    """One tool call that grows."""

    def __init__(self, place: int, key: Any) -> None:
        self.place = place  # in the list of calls
        self.key = key  # the index that the server uses, or None
        self.id: Any = None
        self.part: Optional[CalledFunction] = None
        self.partial: Optional[PartialJSON] = None  # parser of the arguments of a strict function
        self.parsed: Any = None  # the value of complete arguments
        self._part_name = "function"
        self._fields: APIObject = APIObject(index=place)
        self._object: Optional[APIObject] = None

    @property
    def name(self) -> str:
        """The name of the function so far."""
        return self.part.name if self.part is not None else ""

    @property
    def function(self) -> Optional[CalledFunction]:
        """The function that is called, or None if it is another tool."""
        return self.part if self._part_name == "function" else None

    @property
    def has_arguments(self) -> bool:
        """Whether the arguments have begun."""
        return self.part is not None and self.part.has_text

    @property
    def is_complete(self) -> bool:
        """Whether the arguments are complete JSON. Reads all of them."""
        return self.part is not None and self.part.text is not None and is_complete(self.part.text.text)

    def add(self, delta: Any) -> str:
        """Add a delta and return the text that it adds to the arguments."""
        self._object = None
        added = ""
        for name, value in dict.items(delta):
            if name == "index" or value is None or value == "":
                continue
            if name in TEXT_FIELDS:
                added = self._add_part(name, value)
            elif name in ("id", "type"):
                if not self._fields.get(name):
                    self._fields[name] = value
            else:
                self._fields = accumulate_delta(self._fields, {name: value})  # type: ignore[assignment]
        return added

    def _add_part(self, name: str, delta: Any) -> str:
        if self.part is None:
            self._part_name, self.part = name, CalledFunction(TEXT_FIELDS[name])
        return self.part.add(delta)

    def to_object(self) -> APIObject:
        """Return the call so far as an object without a model class."""
        if self._object is None:
            fields = APIObject(self._fields)
            if self.part is not None:
                fields[self._part_name] = self.part.to_object()
                fields.setdefault("type", self._part_name)
            self._object = fields
        return self._object


class CalledFunction:
    """Name and arguments of a call that grow by deltas; also those of a custom tool, or of a `function_call`."""

    def __init__(self, text_field: str) -> None:
        self.name: str = ""
        self.text: Optional[TextBuffer] = None  # the arguments; None if none were sent
        self._text_field = text_field
        self._fields = APIObject()
        self._is_object = False  # the arguments came as an object

    @property
    def has_text(self) -> bool:
        """Whether the arguments have begun."""
        return self.text is not None and (len(self.text.deltas) > 1 or bool(self.text.deltas[0]))

    def add(self, delta: Any) -> str:
        """Add a delta and return the text that it adds to the arguments. Raises TypeError for invalid values."""
        added = ""
        for name, value in dict.items(delta):
            if name == "name":
                self._add_name(value)
            elif name == self._text_field:
                added = self._add_text(value)
            elif value is not None:
                self._fields = accumulate_delta(self._fields, {name: value})  # type: ignore[assignment]
        return added

    def _add_name(self, value: Any) -> None:
        """Add a name: a part of it, the whole of it again, or a longer beginning of it than before.

        Once the arguments have begun, the name is complete.
        """
        if not value and not isinstance(value, (dict, list)):
            return
        if not isinstance(value, str):
            raise TypeError("the name of a function is not text")
        if not self.name or (value.startswith(self.name) and not self.has_text):
            self.name = value
        elif not self.has_text:
            self.name = append_delta(self.name, value)

    def _add_text(self, value: Any) -> str:
        """Add arguments and return the text that they add. An object is the whole of them."""
        if value is None:
            return ""
        if isinstance(value, dict):
            value, self._is_object = read_arguments(value), True
            if self.text is not None and self.text.text == value:
                return ""
            self.text = TextBuffer(value)
            return str(value)
        if not isinstance(value, str):
            raise TypeError("arguments are neither text nor an object")
        if self.text is None or (self._is_object and value):
            self.text, self._is_object = TextBuffer(value), False
        elif value and not self._repeats(value):
            self.text.deltas.append(value)
        else:
            return ""
        return value

    def _repeats(self, value: str) -> bool:
        """Return whether a text is that of the arguments so far, which are complete."""
        if value[0] != "{" or value[-1] != "}" or self.text is None:
            return False
        return self.text.text == value and is_complete(value)

    def to_object(self) -> APIObject:
        """Return name and arguments so far as an object."""
        fields = APIObject(copy_untyped(self._fields))
        if self.name:
            fields["name"] = self.name
        if self.text is not None:
            fields[self._text_field] = self.text.text
        return fields


def index_key(value: Any) -> Any:
    """Return an index as a key: 0 for 0, 0.0 and "0"; None if there is none. Raises TypeError for other types."""
    if type(value) is int or value is None:
        return value
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            return value.strip() or None
    if not isinstance(value, float):
        raise TypeError("an index is not a number")
    return int(value) if value.is_integer() else value


def _name_and_text(delta: Any) -> Tuple[Any, Any]:
    for name, text_field in TEXT_FIELDS.items():
        part = delta.get(name)
        if isinstance(part, dict):
            return part.get("name"), part.get(text_field)
    return None, None
