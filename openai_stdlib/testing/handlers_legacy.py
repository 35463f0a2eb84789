# SPDX-License-Identifier: MIT
"""Handlers of operations that the API has retired: edits, fine-tunes, and files of assistants and messages."""

from __future__ import annotations

from .handlers_chat import content_text, count_usage
from .object_types import get_collection
from .server_responses import ServerResponse, json_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List

    from .handler_call import Call


def create_edit(call: Call) -> ServerResponse:
    """Handle POST /edits."""
    text = content_text(call.params.get("input") or "")
    choices: List[Dict[str, Any]] = [
        {"index": index, "text": "{} ({})\n".format(text, call.text("instruction"))}
        for index in range(call.integer("n", 1))
    ]
    created = call.store.new_id("edit-")[1]
    usage = count_usage(text + " " + call.text("instruction"), choices[0]["text"])
    return json_response({"object": "edit", "created": created, "choices": choices, "usage": usage})


def cancel_fine_tune(call: Call) -> ServerResponse:
    """Handle POST /fine-tunes/{fine_tune_id}/cancel."""
    item = call.find_root("fine-tunes", "fine_tune_id")
    if item["status"] != "cancelled":
        event = {"object": "fine-tune-event", "created_at": item["created_at"] + 1, "level": "info"}
        item.update(status="cancelled", updated_at=item["created_at"] + 1)
        item["events"] = item["events"] + [dict(event, message="Fine-tune cancelled")]
    return json_response(item)


def list_fine_tune_events(call: Call) -> ServerResponse:
    """Handle GET /fine-tunes/{fine_tune_id}/events."""
    item = call.find_root("fine-tunes", "fine_tune_id")
    return json_response({"object": "list", "data": item["events"]})


def attach_file(call: Call) -> ServerResponse:
    """Handle POST /assistants/{assistant_id}/files; the new object has the id of the file."""
    assistant = call.find_root("assistants", "assistant_id")
    collection = get_collection("assistants", assistant["id"], "files")
    created = call.store.new_id("assistant.file-")[1]
    item = call.store.add(collection, collection.object_type.build(call.text("file_id"), created, call.ids, {}))
    assistant["file_ids"] = list(call.store.collections[collection.key])
    return json_response(item)


def detach_file(call: Call) -> ServerResponse:
    """Handle DELETE /assistants/{assistant_id}/files/{file_id}."""
    assistant = call.find_root("assistants", "assistant_id")
    collection = get_collection("assistants", assistant["id"], "files")
    id = call.find(collection, call.ids["file_id"])["id"]
    call.store.remove(collection, id)
    assistant["file_ids"] = list(call.store.collections[collection.key])
    return json_response({"id": id, "object": collection.object_type.deleted, "deleted": True})


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /edits": create_edit,
    "POST /fine-tunes/{fine_tune_id}/cancel": cancel_fine_tune,
    "GET /fine-tunes/{fine_tune_id}/events": list_fine_tune_events,
    "POST /assistants/{assistant_id}/files": attach_file,
    "DELETE /assistants/{assistant_id}/files/{file_id}": detach_file,
}
