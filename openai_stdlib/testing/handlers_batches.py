# SPDX-License-Identifier: MIT
"""Handlers of batches: the rows of an uploaded file, answered by the handlers of their own operations.

Time passes when a batch is retrieved: validating, in_progress, finalizing and completed are one request apart, and
cancelling becomes cancelled. faults.py has the directives that change this.
"""

from __future__ import annotations

from .batch_job import BatchJob
from .object_types import get_collection
from .server_responses import APIErrorResponse, ServerResponse, json_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict

    from .handler_call import Call

BATCHES, FILES = get_collection("batches"), get_collection("files")
ENDPOINTS = (
    "/v1/responses /v1/chat/completions /v1/embeddings /v1/completions /v1/moderations /v1/images/generations "
    "/v1/images/edits /v1/videos"
).split()
POLL_AFTER_MS = "20"  # what the server suggests to whoever waits for a batch


def create_batch(call: Call) -> ServerResponse:
    """Handle POST /batches."""
    if call.params["endpoint"] not in ENDPOINTS and not call.store.lenient:
        message = "Invalid value: '{}'. Supported values are: {}.".format(
            call.text("endpoint"), ", ".join("'{}'".format(endpoint) for endpoint in ENDPOINTS)
        )
        raise APIErrorResponse(400, message, "endpoint", "invalid_value")
    if call.params["completion_window"] != "24h" and not call.store.lenient:
        message = "Invalid value: '{}'. Supported values are: '24h'.".format(call.text("completion_window"))
        raise APIErrorResponse(400, message, "completion_window", "invalid_value")
    file = call.find(FILES, call.text("input_file_id"))
    if file["purpose"] != "batch" and not call.store.lenient:
        message = "Invalid file {}: its purpose is '{}', and must be 'batch'.".format(file["id"], file["purpose"])
        raise APIErrorResponse(400, message, "input_file_id", "invalid_file")
    batch = call.store.create(BATCHES, call.ids, call.params)
    call.store.hidden[batch["id"]] = job = BatchJob(call, batch)
    job.start()
    return respond(batch)


def retrieve_batch(call: Call) -> ServerResponse:
    """Handle GET /batches/{batch_id}: time passes."""
    batch = call.find_root("batches", "batch_id")
    job = call.store.hidden.get(batch["id"])
    if job is not None:
        job.advance()
    return respond(batch)


def cancel_batch(call: Call) -> ServerResponse:
    """Handle POST /batches/{batch_id}/cancel."""
    batch = call.find_root("batches", "batch_id")
    job = call.store.hidden.get(batch["id"])
    if job is None:
        batch["status"] = "cancelled"  # that of a lenient server, which nobody created
    elif batch["status"] not in ("validating", "in_progress", "finalizing", "cancelling"):
        message = "Cannot cancel a batch with status '{}'.".format(batch["status"])
        raise APIErrorResponse(409, message, "batch_id")
    else:
        job.cancel()
    return respond(batch)


def respond(batch: Dict[str, Any]) -> ServerResponse:
    """Return the response with a batch."""
    response = json_response(batch)
    response.headers["openai-poll-after-ms"] = POLL_AFTER_MS
    return response


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /batches": create_batch,
    "GET /batches/{batch_id}": retrieve_batch,
    "POST /batches/{batch_id}/cancel": cancel_batch,
}
