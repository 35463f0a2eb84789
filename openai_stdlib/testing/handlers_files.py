# SPDX-License-Identifier: MIT
"""Handlers of files: uploads of any size, and downloads of those that were short enough to be stored."""

from __future__ import annotations

from .bodies import MAX_STORED_BYTES
from .byte_ranges import ranged_response
from .object_types import get_collection
from .server_responses import APIErrorResponse, ServerResponse, json_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Dict

    from .handler_call import Call

FILES = get_collection("files")


def create_file(call: Call) -> ServerResponse:
    """Handle POST /files."""
    part = call.upload("file")
    if part is None:
        raise APIErrorResponse(400, "Invalid 'file': expected a file with a filename.", "file")
    params = {
        "bytes": part.blob.digest.length,
        "filename": part.filename or "upload",
        "purpose": call.text("purpose"),
        "status": "processed",
    }
    item = call.store.create(FILES, call.ids, params)
    call.store.blobs[item["id"]] = part.detach_blob()
    return json_response(item)


def retrieve_content(call: Call) -> ServerResponse:
    """Handle GET /files/{file_id}/content; the request may ask for a range of the bytes."""
    item = call.find_root("files", "file_id")
    blob = call.store.blobs.get(item["id"])
    content = b'{"example": "a file that nobody uploaded"}\n' if blob is None else blob.read()
    if content is None:
        message = "The embedded server does not keep files of more than {:,} bytes.".format(MAX_STORED_BYTES)
        raise APIErrorResponse(400, message, "file_id")
    name = "".join(letter for letter in item["filename"] if letter.isprintable() and letter not in '"\\')
    headers = {"Content-Disposition": 'attachment; filename="{}"'.format(name)}
    return ranged_response(call.request, content, "application/octet-stream", headers)


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /files": create_file,
    "GET /files/{file_id}/content": retrieve_content,
}
