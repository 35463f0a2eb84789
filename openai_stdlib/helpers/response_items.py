# SPDX-License-Identifier: MIT
"""Which output item an event of a streamed response belongs to. No I/O.

The API says so by `output_index`. Some servers, such as that of llama.cpp, only send `item_id`, or nothing.
"""

from __future__ import annotations

from .tool_calls import index_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    Identity = Tuple[Any, Any, Any]

ADDED, DONE = "response.output_item.added", "response.output_item.done"
# Types of output items that are identified by their `call_id`.
CALL_ID_ITEMS = ("function_call", "custom_tool_call", "shell_call", "shell_call_output")
# First words of the types of events, and the type of the item that they belong to.
ITEM_TYPES = {
    "content_part": "message",
    "output_text": "message",
    "refusal": "message",
    "function_call_arguments": "function_call",
    "custom_tool_call_input": "custom_tool_call",
    "reasoning_text": "reasoning",
    "reasoning_summary_part": "reasoning",
    "reasoning_summary_text": "reasoning",
}


def with_output_index(event: Any, items: Dict[Any, Any], finished: Dict[Any, Any]) -> Any:
    """Return an event of an output item with its `output_index`; other events, and those that have one, unchanged.

    An event without index belongs to the item whose id or `call_id` it names; if there is none, to the latest item of
    its type that is not finished. `items` and `finished` have the items that were added and finished so far by index.
    """
    index = event.get("output_index")
    if type(index) is int:
        return event
    name = str(event["type"]).split(".")[1]
    if name != "output_item" and name not in ITEM_TYPES and event.get("item_id") is None:
        return event
    key = index_key(index)
    if key is None:
        key = _find_index(event, ITEM_TYPES.get(name), items, finished)
    return event.copy(update={"output_index": key})


def _find_index(event: Any, item_type: Optional[str], items: Dict[Any, Any], finished: Dict[Any, Any]) -> Any:
    """Return the index of the item that an event without index belongs to, None if there is none."""
    new = max([-1] + [index for index in [*items, *finished] if isinstance(index, int)]) + 1
    if event["type"] == ADDED:
        return new
    item = event.get("item") or {}
    names = {name for name in (event.get("item_id"), item.get("id"), item.get("call_id")) if name}
    for index, other in items.items():
        if not names.isdisjoint((other.get("id"), other.get("call_id"))):
            return index
    item_type = item.get("type") or item_type
    fitting = [index for index, other in items.items() if item_type is None or other.get("type") == item_type]
    open_indexes = [index for index in fitting if index not in finished]
    if event["type"] == DONE:
        return open_indexes[0] if open_indexes else new  # items end in the order in which they began
    return (open_indexes or fitting or [None])[-1]


def find_text_part(item: Any, content_index: Any) -> Any:
    """Return the text part of a message at an index, or the latest one if there is no index; None if it isn't text."""
    parts: List[Any] = (item.get("content") or []) if item.get("type") == "message" else []
    key = index_key(content_index)
    if key is None:
        parts, key = [part for part in parts if part.get("type") == "output_text"], -1
    elif not isinstance(key, int) or key < 0:
        return None
    part = parts[key] if key < len(parts) and parts else None
    return part if part is not None and part.get("type") == "output_text" else None


def identity(item: Any) -> Optional[Identity]:
    """Return what identifies an item, None if nothing does."""
    item_type = item.get("type")
    item_id, call_id = None if item_type in CALL_ID_ITEMS else item.get("id"), item.get("call_id")
    return None if item_id is None and call_id is None else (item_type, item_id, call_id)


def by_identity(items: Any) -> Dict[Identity, Any]:
    """Return items by their identities. Raises RuntimeError if two have the same."""
    found: Dict[Identity, Any] = {}
    for item in items or ():
        key = identity(item)
        if key is not None:
            if key in found:
                raise RuntimeError("Response snapshot has conflicting output identities.")
            found[key] = item
    return found


def is_same_item(previous: Any, item: Any) -> bool:
    """Return whether two states can be of the same item: neither type nor ids, if both have them, are different."""
    pairs = ((previous.get(name), item.get(name)) for name in ("type", "id", "call_id"))
    return all(before is None or after is None or before == after for before, after in pairs)
