# SPDX-License-Identifier: MIT
"""Events of output items that are known: summaries, reasoning, code, commands, their output, statuses, annotations.

Such an event never begins an item, and one that belongs to no item, or to an older one, changes nothing. No I/O.
"""

from __future__ import annotations

from .response_output import (
    copy_fields,
    find_text,
    get_field,
    is_index,
    put_at,
    read_index,
    read_list,
    read_text,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional, Tuple

    from .response_output import OutputItem

    Items = Dict[int, OutputItem]

ANNOTATION_EVENT = "response.output_text.annotation.added"
# First words of the type -> type of the item, name of the text, field of the finished text, field of the index.
TEXTS: Dict[str, Tuple[str, str, str, Optional[str]]] = {
    "reasoning_summary_text": ("reasoning", "summary", "text", "summary_index"),
    "reasoning_text": ("reasoning", "reasoning", "text", "content_index"),
    "code_interpreter_call_code": ("code_interpreter_call", "code", "code", None),
    "shell_call_command": ("shell_call", "command", "command", "command_index"),
}
# First word of the type, which is also the type of the item -> statuses.
STATUSES = {
    "code_interpreter_call": ("in_progress", "interpreting", "completed"),
    "file_search_call": ("in_progress", "searching", "completed"),
    "web_search_call": ("in_progress", "searching", "completed"),
    "image_generation_call": ("in_progress", "generating", "completed"),
    "mcp_call": ("in_progress", "completed", "failed"),
}


def _find_item(items: Items, event: Any, item_type: str, *, by_id: bool = True) -> Optional[OutputItem]:
    """Return the known item that an event belongs to; None if it belongs to none."""
    item = items.get(read_index(event, "output_index"))
    item_id = read_text(event, "item_id") if by_id else None
    return item if item is not None and item.type == item_type and item_id in (None, item.item_id) else None


def _add_text(items: Items, event: Any, event_type: str) -> None:
    _, prefix, action = event_type.split(".")
    item_type, name, finished_field, index_field = TEXTS[prefix]
    item = _find_item(items, event, item_type, by_id=prefix != "shell_call_command")
    if item is None:
        return
    position = 0 if index_field is None else read_index(event, index_field)
    text = read_text(event, "delta" if action == "delta" else finished_field)
    if name == "reasoning":
        container, key = item.parts.get(position, {}), "text"
        if container.get("type") != "reasoning_text":
            raise ValueError("event: there is no reasoning text at index {} yet".format(position))
    else:
        container, key = find_text(item.fields, name, position)
    if action == "done":
        item.set_text(name, position, text)
        return
    start = container.get(key) if isinstance(container, dict) else container[key]
    if name == "code" and start is None:
        start = ""
    item.add_text(name, position, text, read_text({key: start}, key))


def _set_status(items: Items, event: Any, event_type: str) -> None:
    _, item_type, status = event_type.split(".")
    item = _find_item(items, event, item_type)
    if item is not None:
        item.fields["status"] = status


def _add_summary_part(items: Items, event: Any, event_type: str) -> None:
    item = _find_item(items, event, "reasoning")
    if item is None:
        return
    position, part = read_index(event, "summary_index"), get_field(event, "part")
    parts = read_list(item.fields, "summary")
    if read_text(part, "type") != "summary_text":
        raise ValueError("event: the part is not a summary_text")
    read_text(part, "text")
    put_at(parts, position, copy_fields(part), may_append=event_type.endswith(".added"))
    item.drop_texts(position, "summary")


def _add_command(items: Items, event: Any, event_type: str) -> None:
    item = _find_item(items, event, "shell_call", by_id=False)
    if item is None:
        return
    position = read_index(event, "command_index")
    commands = read_list(item.fields.get("action"), "commands")
    put_at(commands, position, read_text(event, "command"), may_append=True)
    item.drop_texts(position, "command")


def _add_shell_output(items: Items, event: Any, event_type: str) -> None:
    item = _find_item(items, event, "shell_call_output")
    if item is None:
        return
    position = read_index(event, "command_index")
    if position >= _count_commands(items, item.call_id):
        raise ValueError("event: there is no command at index {}".format(position))
    if event_type.endswith(".done"):
        output = copy_fields({"output": read_list(event, "output")})
        for content in output["output"]:
            read_text(content, "stdout")
            read_text(content, "stderr")
        item.shell_output[position] = output
        item.drop_texts(position, "stdout", "stderr")
        return
    delta, data = get_field(event, "delta"), item.shell_output.get(position, {})
    names = [name for name in ("stdout", "stderr") if get_field(delta, name) is not None]
    # All are read before one is added.
    texts = [(name, read_text(delta, name), read_text(data, name) if name in data else "") for name in names]
    item.shell_output[position] = data
    for name, text, start in texts:
        item.add_text(name, position, text, start)


def _count_commands(items: Items, call_id: Optional[str]) -> float:
    """Return the number of commands of a shell call; infinite if it is unknown."""
    for item in items.values() if call_id is not None else ():
        if item.type == "shell_call" and item.call_id == call_id:
            commands = get_field(item.fields.get("action"), "commands")
            if isinstance(commands, list):
                return len(commands)
    return float("inf")


def add_annotation(items: Items, event: Any) -> None:
    """Add an annotation to the item that it belongs to; a text that is not known yet is not begun by it."""
    index, part, position = (get_field(event, name + "_index") for name in ("output", "content", "annotation"))
    if not (is_index(index) and is_index(part) and is_index(position)):
        return
    item = items.get(index)
    sent = copy_fields(event, "annotation")
    if item is not None and sent and item.item_id == get_field(event, "item_id"):
        item.annotations.setdefault(part, {})[position] = sent["annotation"]


PROGRESS: Dict[str, Callable[[Items, Any, str], None]] = {
    "response.reasoning_summary_part.added": _add_summary_part,
    "response.reasoning_summary_part.done": _add_summary_part,
    "response.shell_call_command.added": _add_command,
    "response.shell_call_output_content.delta": _add_shell_output,
    "response.shell_call_output_content.done": _add_shell_output,
}
for _prefix in TEXTS:
    PROGRESS.update(
        dict.fromkeys(("response.{}.{}".format(_prefix, action) for action in ("delta", "done")), _add_text)
    )
for _prefix, _statuses in STATUSES.items():
    PROGRESS.update(dict.fromkeys(("response.{}.{}".format(_prefix, status) for status in _statuses), _set_status))
