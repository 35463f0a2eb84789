# SPDX-License-Identifier: MIT
"""Handlers of uploads in parts: the parts are joined to a file in the order that the completing request names."""

from __future__ import annotations

import hashlib
import sys

from .bodies import MAX_STORED_BYTES, Blob
from .object_types import get_collection
from .server_responses import APIErrorResponse, ServerResponse, json_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, List

    from .handler_call import Call

UPLOADS, FILES = get_collection("uploads"), get_collection("files")


def create_part(call: Call) -> ServerResponse:
    """Handle POST /uploads/{upload_id}/parts."""
    upload = find_pending(call)
    blob = read_part(call)
    if blob.digest.length > MAX_STORED_BYTES:
        raise APIErrorResponse(400, "Invalid 'data': a part has at most {:,} bytes.".format(MAX_STORED_BYTES), "data")
    item = call.store.create(get_collection("uploads", upload["id"], "parts"), call.ids, {"upload_id": upload["id"]})
    call.store.blobs[item["id"]] = blob
    return json_response(item)


def complete_upload(call: Call) -> ServerResponse:
    """Handle POST /uploads/{upload_id}/complete."""
    upload = find_pending(call)
    blobs = [find_part(call, upload, id) for id in read_part_ids(call)]
    check_content(call, upload, blobs)
    file = Blob()
    for data in iter_contents(blobs):
        file.write(data)
    params = {"filename": upload["filename"], "purpose": upload["purpose"], "bytes": file.digest.length}
    item = call.store.create(FILES, call.ids, params)
    call.store.blobs[item["id"]] = file
    upload.update(status="completed", file=item)
    call.store.discard_parts(upload["id"])
    return json_response(upload)


def cancel_upload(call: Call) -> ServerResponse:
    """Handle POST /uploads/{upload_id}/cancel."""
    upload = find_pending(call)
    upload["status"] = "cancelled"
    call.store.discard_parts(upload["id"])
    return json_response(upload)


def find_pending(call: Call) -> Dict[str, Any]:
    """Return the upload of a call. Raises APIErrorResponse if it does not exist, or has been completed or cancelled."""
    upload = call.find_root("uploads", "upload_id")
    if upload["status"] != "pending":
        raise APIErrorResponse(400, "Upload {} is already {}.".format(upload["id"], upload["status"]))
    return upload


def read_part(call: Call) -> Blob:
    """Return the content of the part in a request, which is a file or a plain field of a form."""
    part = call.upload("data")
    if part is not None:
        return part.detach_blob()
    blob = Blob()
    blob.write(call.text("data").encode("utf-8"))
    return blob


def read_part_ids(call: Call) -> List[str]:
    """Return the ids of the parts that a request names. Raises APIErrorResponse if they are not a list of strings."""
    value = call.params["part_ids"]
    if isinstance(value, str) and call.store.lenient:
        return [value]
    if not isinstance(value, list) or not all(isinstance(id, str) for id in value):
        message = "Invalid type for 'part_ids': expected an array of strings."
        raise APIErrorResponse(400, message, "part_ids", "invalid_type")
    return value


def find_part(call: Call, upload: Dict[str, Any], id: str) -> Blob:
    """Return the content of a part. Raises APIErrorResponse if the upload has no such part."""
    part = call.find(get_collection("uploads", upload["id"], "parts"), id)
    return call.store.blobs.get(part["id"]) or Blob()  # of a lenient server, parts that nobody uploaded are empty


def check_content(call: Call, upload: Dict[str, Any], blobs: List[Blob]) -> None:
    """Raise APIErrorResponse if the length or the MD5 checksum of the parts is not as announced."""
    length = sum(blob.digest.length for blob in blobs)
    announced = upload.get("bytes")
    if length != announced and not call.store.lenient:
        message = "The parts have {} bytes, but the upload was created with {}.".format(length, announced)
        raise APIErrorResponse(400, message, "part_ids")
    if call.params.get("md5") is None:
        return
    # Builds of Python for FIPS allow MD5 only for other purposes than security.
    checksum = hashlib.md5(**({"usedforsecurity": False} if sys.version_info >= (3, 9) else {}))  # type: ignore[arg-type]  # noqa: S324
    for data in iter_contents(blobs):
        checksum.update(data)
    if checksum.hexdigest() != call.text("md5").lower():
        message = "The md5 of the parts is {}, but the request has {}.".format(checksum.hexdigest(), call.text("md5"))
        raise APIErrorResponse(400, message, "md5")


def iter_contents(blobs: List[Blob]) -> Iterator[bytes]:
    """Return the contents of parts, one after another, with at most one of them in memory."""
    return (blob.read() or b"" for blob in blobs)


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /uploads/{upload_id}/parts": create_part,
    "POST /uploads/{upload_id}/complete": complete_upload,
    "POST /uploads/{upload_id}/cancel": cancel_upload,
}
