# SPDX-License-Identifier: MIT
"""Files: taken in whatever their size, and given back if they were short enough to be kept."""

from __future__ import annotations

from .bodies import KEPT_ON_DISK
from .object_types import collection
from .server_responses import APIErrorResponse, ServerResponse, json_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Dict

    from .handler_call import Call

FILES = collection("files")


def create_file(call: Call) -> ServerResponse:
    """Answer POST /files."""
    part = call.upload("file")
    if part is None:
        raise APIErrorResponse(400, "'file' has to be a file, with a filename.", "file")
    params = {
        "bytes": part.blob.digest.length,
        "filename": part.filename or "upload",
        "purpose": call.text("purpose"),
        "status": "processed",
    }
    item = call.store.create(FILES, call.ids, params)
    call.store.blobs[item["id"]] = part.take()
    return json_reply(item)


def file_content(call: Call) -> ServerResponse:
    """Answer GET /files/{file_id}/content."""
    item = call.find_root("files", "file_id")
    blob = call.store.blobs.get(item["id"])
    content = b'{"example": "a file that nobody uploaded"}\n' if blob is None else blob.read()
    if content is None:
        message = "The embedded server does not keep files of more than {:,} bytes.".format(KEPT_ON_DISK)
        raise APIErrorResponse(400, message, "file_id")
    name = "".join(letter for letter in item["filename"] if letter.isprintable() and letter not in '"\\')
    headers = {"Content-Disposition": 'attachment; filename="{}"'.format(name)}
    return ServerResponse(200, [content], "application/octet-stream", headers)


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /files": create_file,
    "GET /files/{file_id}/content": file_content,
}
