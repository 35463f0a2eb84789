# SPDX-License-Identifier: MIT
"""What the API has retired: edits, fine-tunes, and the files of assistants and messages."""

from __future__ import annotations

from .handlers_chat import content_text, count_usage
from .object_types import collection
from .server_responses import ServerResponse, json_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    from .handler_call import Call


def edit(call: Call) -> ServerResponse:
    """Answer POST /edits."""
    said = content_text(call.params.get("input") or "")
    choices: List[Dict[str, Any]] = [
        {"index": number, "text": "{} ({})\n".format(said, call.text("instruction"))}
        for number in range(call.integer("n", 1))
    ]
    created = call.store.new_id("edit-")[1]
    usage = count_usage(said + " " + call.text("instruction"), choices[0]["text"])
    return json_reply({"object": "edit", "created": created, "choices": choices, "usage": usage})


def cancel_fine_tune(call: Call) -> ServerResponse:
    """Answer POST /fine-tunes/{fine_tune_id}/cancel."""
    item = call.find_root("fine-tunes", "fine_tune_id")
    if item["status"] != "cancelled":
        event = {"object": "fine-tune-event", "created_at": item["created_at"] + 1, "level": "info"}
        item.update(status="cancelled", updated_at=item["created_at"] + 1)
        item["events"] = item["events"] + [dict(event, message="Fine-tune cancelled")]
    return json_reply(item)


def fine_tune_events(call: Call) -> ServerResponse:
    """Answer GET /fine-tunes/{fine_tune_id}/events."""
    item = call.find_root("fine-tunes", "fine_tune_id")
    return json_reply({"object": "list", "data": item["events"]})


def attach_file(call: Call) -> ServerResponse:
    """Answer POST /assistants/{assistant_id}/files: the id is that of the file."""
    assistant = call.find_root("assistants", "assistant_id")
    where = collection("assistants", assistant["id"], "files")
    created = call.store.new_id("assistant.file-")[1]
    item = call.store.add(where, where.kind.build(call.text("file_id"), created, call.ids, {}))
    assistant["file_ids"] = list(call.store.collections[where.key])
    return json_reply(item)


def detach_file(call: Call) -> ServerResponse:
    """Answer DELETE /assistants/{assistant_id}/files/{file_id}."""
    assistant = call.find_root("assistants", "assistant_id")
    where = collection("assistants", assistant["id"], "files")
    name = call.find(where, call.ids["file_id"])["id"]
    call.store.remove(where, name)
    assistant["file_ids"] = list(call.store.collections[where.key])
    return json_reply({"id": name, "object": where.kind.deleted, "deleted": True})


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /edits": edit,
    "POST /fine-tunes/{fine_tune_id}/cancel": cancel_fine_tune,
    "GET /fine-tunes/{fine_tune_id}/events": fine_tune_events,
    "POST /assistants/{assistant_id}/files": attach_file,
    "DELETE /assistants/{assistant_id}/files/{file_id}": detach_file,
}
