# SPDX-License-Identifier: MIT
"""What the API has retired: edits, fine-tunes, and the files of assistants and messages."""

from __future__ import annotations

from .answers_chat import text_of, usage_of
from .kinds import place
from .replies import Reply, json_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    from .calls import Call


def edit(call: Call) -> Reply:
    """Answer POST /edits."""
    said = text_of(call.params.get("input") or "")
    choices: List[Dict[str, Any]] = [
        {"index": number, "text": "{} ({})\n".format(said, call.text("instruction"))}
        for number in range(call.whole("n", 1))
    ]
    created = call.store.new_id("edit-")[1]
    usage = usage_of(said + " " + call.text("instruction"), choices[0]["text"])
    return json_reply({"object": "edit", "created": created, "choices": choices, "usage": usage})


def cancel_fine_tune(call: Call) -> Reply:
    """Answer POST /fine-tunes/{fine_tune_id}/cancel."""
    item = call.find_root("fine-tunes", "fine_tune_id")
    if item["status"] != "cancelled":
        event = {"object": "fine-tune-event", "created_at": item["created_at"] + 1, "level": "info"}
        item.update(status="cancelled", updated_at=item["created_at"] + 1)
        item["events"] = item["events"] + [dict(event, message="Fine-tune cancelled")]
    return json_reply(item)


def fine_tune_events(call: Call) -> Reply:
    """Answer GET /fine-tunes/{fine_tune_id}/events."""
    item = call.find_root("fine-tunes", "fine_tune_id")
    return json_reply({"object": "list", "data": item["events"]})


def attach_file(call: Call) -> Reply:
    """Answer POST /assistants/{assistant_id}/files: the id is that of the file."""
    assistant = call.find_root("assistants", "assistant_id")
    where = place("assistants", assistant["id"], "files")
    created = call.store.new_id("assistant.file-")[1]
    item = call.store.add(where, where.kind.build(call.text("file_id"), created, call.ids, {}))
    assistant["file_ids"] = list(call.store.collections[where.key])
    return json_reply(item)


def detach_file(call: Call) -> Reply:
    """Answer DELETE /assistants/{assistant_id}/files/{file_id}."""
    assistant = call.find_root("assistants", "assistant_id")
    where = place("assistants", assistant["id"], "files")
    name = call.find(where, call.ids["file_id"])["id"]
    call.store.remove(where, name)
    assistant["file_ids"] = list(call.store.collections[where.key])
    return json_reply({"id": name, "object": where.kind.deleted, "deleted": True})


HANDLERS: Dict[str, Callable[[Call], Reply]] = {
    "POST /edits": edit,
    "POST /fine-tunes/{fine_tune_id}/cancel": cancel_fine_tune,
    "GET /fine-tunes/{fine_tune_id}/events": fine_tune_events,
    "POST /assistants/{assistant_id}/files": attach_file,
    "DELETE /assistants/{assistant_id}/files/{file_id}": detach_file,
}
