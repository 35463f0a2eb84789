# SPDX-License-Identifier: MIT
"""One output item of a streamed response, as far as its events describe it. No I/O.

Events on a WebSocket need not come in the order of a stream: a delta may come without its item, and an item again
under another id. So an item keeps what was observed, and its texts are joined when they are read.
"""

from __future__ import annotations

from ..results.dump import dump
from .text import TextBuffer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Set, Tuple

    Slot = Tuple[str, int]  # the name of a text, and its index

ARGUMENT_ITEMS = ("function_call", "mcp_call", "mcp_approval_request")
# Items that a server may send without an id -> first words of the only events that can belong to them then.
ONLY_PROGRESS = {"function_call": "function_call_arguments", "custom_tool_call": "custom_tool_call_input"}


def get_field(value: Any, name: str) -> Any:
    """Return a field of an event or of an object in it; None if it was not sent, or if there is no object."""
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)


def read_text(value: Any, name: str) -> str:
    """Return a field that must be a text. Raises ValueError."""
    text = get_field(value, name)
    if not isinstance(text, str):
        raise ValueError("event: {} must be a string, got {}".format(name, type(text).__name__))
    return text


def read_optional_text(value: Any, name: str) -> Optional[str]:
    """Return a field that must be a text or None. Raises ValueError."""
    return None if get_field(value, name) is None else read_text(value, name)


def read_index(value: Any, name: str) -> int:
    """Return a field that must be an index. Raises ValueError."""
    index = get_field(value, name)
    if not is_index(index):
        raise ValueError("event: {} must be a non-negative integer, got {!r}".format(name, index))
    return int(index)


def is_index(value: Any) -> bool:
    """Return whether a value is an index."""
    return type(value) is int and value >= 0


def read_list(value: Any, name: str) -> List[Any]:
    """Return a field that must be a list. Raises ValueError."""
    items = get_field(value, name)
    if not isinstance(items, list):
        raise ValueError("event: there is no list of {}".format(name))
    return items


def copy_fields(value: Any, *names: str) -> Dict[str, Any]:
    """Return the fields of an object as plain dicts and lists, all of them or those named; none of anything else."""
    if not isinstance(value, dict):
        return {}
    fields = {name: inner for name, inner in dict.items(value) if not names or name in names}
    copied: Dict[str, Any] = dump(fields, {"exclude_unset": True, "by_alias": True})
    return copied


class OutputItem:
    """An output item. `texts` are those that grow: arguments, input, and for each index text, refusal, summary …"""

    def __init__(self, item_id: Optional[str] = None, retired_ids: Any = ()) -> None:
        self.item_id: Optional[str] = item_id
        self.type: Optional[str] = None
        self.name: Optional[str] = None
        self.call_id: Optional[str] = None
        self.fields: Dict[str, Any] = {}  # of the item as it was last sent as a whole, a message's without content
        self.parts: Dict[int, Dict[str, Any]] = {}
        self.annotations: Dict[int, Dict[int, Any]] = {}
        self.shell_output: Dict[int, Dict[str, Any]] = {}
        self.texts: Dict[Slot, TextBuffer] = {}
        self.retired_ids: Set[str] = set(retired_ids)  # of items that this one has replaced: late events are ignored

    @classmethod
    def from_item(cls, item: Any) -> OutputItem:
        """Return what an item says that was sent as a whole. Raises ValueError."""
        output = cls(read_optional_text(item, "id"))
        output.type = read_text(item, "type")
        output.name = read_optional_text(item, "name")
        output.call_id = read_optional_text(item, "call_id")
        output.fields = copy_fields(item)
        if output.type == "message":
            output._read_message(output.fields)
        elif output.type in ARGUMENT_ITEMS:
            output._set_if_sent("arguments", 0, item)
        elif output.type == "custom_tool_call":
            output._set_if_sent("input", 0, item)
        elif output.type == "reasoning" and isinstance(output.fields.get("content"), list):
            parts = enumerate(copy_fields(item, "content")["content"])
            output.parts = {index: part for index, part in parts if isinstance(part, dict)}
        return output

    def _read_message(self, fields: Dict[str, Any]) -> None:
        content = fields.get("content")
        if content is None:
            return
        for index, part in enumerate(read_list(fields, "content")):
            if part is None:
                continue
            if read_text(part, "type") == "output_text":
                self._set_if_sent("text", index, part)
            self.parts[index] = part
        fields["content"] = []  # the parts are in `parts`

    def _set_if_sent(self, name: str, index: int, source: Any) -> None:
        text = read_optional_text(source, name)
        if text is not None:
            self.set_text(name, index, text)

    def take_over(self, previous: Optional[OutputItem]) -> bool:
        """Take over from the item that was known at the same index; return False if that has replaced this one."""
        if previous is not None:
            if self.item_id and self.item_id in previous.retired_ids:
                return False
            self.retired_ids = previous.retired_ids
            if previous.item_id and self.item_id and previous.item_id != self.item_id:
                self.retired_ids.add(previous.item_id)
        return True

    def find_owner(self, item_id: str, progress: str) -> Optional[OutputItem]:
        """Return the item that an event of `progress` belongs to: this one, a new one, or None if it is late."""
        if item_id in self.retired_ids:
            return None
        only = ONLY_PROGRESS.get(self.type or "")
        if only is not None and "id" not in self.fields:
            return None if progress != only or (self.item_id and self.item_id != item_id) else self
        if item_id and self.item_id and item_id != self.item_id:
            return OutputItem(item_id, self.retired_ids | {self.item_id})
        return self

    # Texts

    def set_text(self, name: str, index: int, text: str) -> None:
        """Replace a text."""
        self.texts[name, index] = TextBuffer(text)

    def add_text(self, name: str, index: int, delta: str, start: str = "") -> None:
        """Append to a text, which begins with `start`."""
        text = self.texts.get((name, index))
        if text is None:
            text = self.texts[name, index] = TextBuffer(start)
        text.deltas.append(delta)

    def drop_texts(self, index: int, *names: str) -> None:
        """Forget the texts with an index, because what they belong to was sent as a whole."""
        for name in names:
            self.texts.pop((name, index), None)

    def join_texts(self, name: str) -> List[Tuple[int, str]]:
        """Return the texts with a name, by index."""
        return sorted((index, buffer.text) for (slot, index), buffer in self.texts.items() if slot == name)

    def join_text(self, name: str) -> str:
        """Return a text that has no index, or of which there is one."""
        return "".join(text for _, text in self.join_texts(name))

    # Snapshot

    def describe(self) -> Dict[str, Any]:
        """Return the item as a row of a detailed snapshot, which shares nothing with it."""
        fields = copy_fields(self.fields)
        for (name, index), buffer in self.texts.items():
            if name in ("summary", "command", "code"):
                container, key = find_text(fields, name, index)
                container[key] = buffer.text
        if self.item_id and not self.fields:
            fields["id"] = self.item_id
        for name in ("arguments", "input"):
            if (name, 0) in self.texts:
                fields[name] = self.join_text(name)
        parts = {index: self._describe_part(index) for index in sorted(self._part_indexes())}
        if self.type == "reasoning" and parts:
            _replace_parts(fields, parts)
        row: Dict[str, Any] = {"item": fields}
        if self.type != "message" or parts or "content" in fields:
            is_list = self.type != "message" or parts or isinstance(fields.get("content"), list)
            row["content"] = [self._describe_content(index, part) for index, part in parts.items()] if is_list else None
        if self.type == "message":
            fields.pop("content", None)
        if self.type == "shell_call_output":
            row["shell_output"] = [
                {"command_index": index, "data": self._describe_shell_output(index)}
                for index in sorted(self.shell_output)
            ]
        return row

    def _part_indexes(self) -> Set[int]:
        texts = {index for name, index in self.texts if name in ("text", "refusal")}
        return texts | set(self.parts) | set(self.annotations)

    def _describe_part(self, index: int) -> Dict[str, Any]:
        part = copy_fields(self.parts.get(index))
        for name, field in (("text", "text"), ("refusal", "refusal"), ("reasoning", "text")):
            if (name, index) in self.texts:
                part[field] = self.texts[name, index].text
        return part

    def _describe_content(self, index: int, part: Dict[str, Any]) -> Dict[str, Any]:
        """Return a part as a row, with rows as its annotations if it has any: their indexes may have holes."""
        sent = part.get("annotations")
        if isinstance(sent, list) or index in self.annotations:
            annotations: Dict[Any, Any] = dict(enumerate(sent)) if isinstance(sent, list) else {}
            annotations.update(copy_fields(self.annotations.get(index)))
            rows = [{"annotation_index": i, "annotation": annotations[i]} for i in sorted(annotations)]
            part = {**part, "annotations": rows}
        return {"content_index": index, "part": part}

    def _describe_shell_output(self, index: int) -> Dict[str, Any]:
        data = copy_fields(self.shell_output[index])
        for name in ("stdout", "stderr"):
            if (name, index) in self.texts:
                data[name] = self.texts[name, index].text
        return data


def _replace_parts(fields: Dict[str, Any], parts: Dict[int, Dict[str, Any]]) -> None:
    """Have the content of a reasoning item show its parts, up to the first one that is missing."""
    content = fields.get("content")
    content = list(content) if isinstance(content, list) else []
    for index, part in parts.items():
        content[index : index + 1] = [part] if index <= len(content) else []
    if content:
        fields["content"] = copy_fields({"content": content})["content"]


def find_text(fields: Dict[str, Any], name: str, index: int) -> Tuple[Any, Any]:
    """Return the container and the key of a text that an item has in its fields. Raises ValueError."""
    if name == "code":
        return fields, "code"
    if name == "command":
        commands = read_list(fields.get("action"), "commands")
        _check_position(commands, index)
        return commands, index
    parts = read_list(fields, "summary")
    _check_position(parts, index)
    if not isinstance(parts[index], dict):
        raise ValueError("event: the part of the summary at index {} is not an object".format(index))
    return parts[index], "text"


def put_at(items: List[Any], index: int, value: Any, *, may_append: bool) -> None:
    """Replace an item of a list, or append one at its end. Raises ValueError if the index is further away."""
    if index == len(items) and may_append:
        items.append(value)
        return
    _check_position(items, index)
    items[index] = value


def _check_position(items: List[Any], index: int) -> None:
    if index >= len(items):
        raise ValueError("event: there is nothing at index {} yet".format(index))
