# SPDX-License-Identifier: MIT
"""Helpers of vector stores: upload files, attach them, and poll them, singly and in batches."""

from __future__ import annotations

from functools import partial

from ..call.errors import UploadError
from ..call.sentinels import strip_not_given
from .flow import Gather, run_flow
from .poll_targets import FILE_BATCH, POLL_TARGETS, read_id
from .polling import (
    call_operation,
    check_duration,
    create_and_poll,
    min_limit,
    poll,
    polling_options,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, Optional, Sequence

    from .flow import Flow
    from .poll_targets import Progress

FILE, BATCH = POLL_TARGETS["vector_store.file"], POLL_TARGETS["vector_store.files_batch"]


def poll_store_file(
    client: Any,
    file_id: str,
    *,
    vector_store_id: str,
    poll_interval_ms: Any = None,
    max_wait_seconds: Any = None,
    deadline: Optional[float] = None,
    cancel: Any = None,
) -> Any:
    """Poll a file of a vector store until it is no longer in progress, and return it.

    Check its `status` and `last_error`. Raises PollTimeoutError, a TimeoutError, after the smaller of
    `max_wait_seconds` and `deadline` (seconds); if that is 0, before any request.
    """
    ids = {"vector_store_id": vector_store_id, "file_id": file_id, "cancel": cancel}
    return run_flow(client, poll(client, FILE, ids, poll_interval_ms, min_limit(max_wait_seconds, deadline)))


def create_store_file_and_poll(
    client: Any,
    file_id: str,
    *,
    vector_store_id: str,
    poll_interval_ms: Any = None,
    max_wait_seconds: Any = None,
    deadline: Optional[float] = None,
    **arguments: Any,
) -> Any:
    """Attach a file to a vector store and poll it, as `poll` does; takes the arguments of `create`."""
    limit = min_limit(max_wait_seconds, deadline)
    ids = {"vector_store_id": vector_store_id, "file_id": file_id}
    options = {"interval_ms": poll_interval_ms, "deadline": limit}
    flow = create_and_poll(
        client, "vector_stores.files.create", {**ids, **arguments}, FILE, lambda file: ids, **options
    )
    return run_flow(client, flow)


def upload_store_file(client: Any, *, vector_store_id: str, file: Any, **arguments: Any) -> Any:
    """Upload a file and attach it to a vector store.

    `file` is anything that `files.create` accepts; other arguments are those of `vector_stores.files.create`.
    """
    return run_flow(client, _upload_and_attach(client, vector_store_id, file, arguments))


def _upload_and_attach(client: Any, store_id: str, file: Any, arguments: Dict[str, Any]) -> Flow:
    (uploaded,) = yield upload_step(client, [file], 1, polling_options(arguments))
    ids = {"vector_store_id": store_id, "file_id": read_id(uploaded)}
    return (yield partial(call_operation, client, "vector_stores.files.create", strip_not_given({**ids, **arguments})))


def upload_store_file_and_poll(
    client: Any,
    *,
    vector_store_id: str,
    file: Any,
    poll_interval_ms: Any = None,
    max_wait_seconds: Any = None,
    deadline: Optional[float] = None,
    **arguments: Any,
) -> Any:
    """Upload a file, attach it to a vector store and poll it, as `poll` does; time limits start after the upload."""
    limit = min_limit(max_wait_seconds, deadline)

    def flow() -> Flow:
        attached = yield from _upload_and_attach(client, vector_store_id, file, arguments)
        ids = {"vector_store_id": vector_store_id, "file_id": read_id(attached), **polling_options(arguments)}
        return (yield from poll(client, FILE, ids, poll_interval_ms, limit))

    return run_flow(client, flow())


def poll_file_batch(
    client: Any,
    batch_id: str,
    *,
    vector_store_id: str,
    poll_interval_ms: Any = None,
    deadline: Optional[float] = None,
    progress: Progress = None,
    cancel: Any = None,
) -> Any:
    """Poll a file batch until none of its files is in progress, and return it.

    Some files may have failed: check `file_counts`.
    """
    ids = {"vector_store_id": vector_store_id, "batch_id": batch_id, "cancel": cancel}
    return run_flow(client, poll(client, BATCH, ids, poll_interval_ms, deadline, progress=progress))


def _create_batch_and_poll(client: Any, arguments: Dict[str, Any], options: Dict[str, Any]) -> Flow:
    def get_ids(batch: Any) -> Dict[str, Any]:
        return {"vector_store_id": arguments["vector_store_id"], "batch_id": read_id(batch)}

    return (yield from create_and_poll(client, FILE_BATCH + ".create", arguments, BATCH, get_ids, **options))


def create_file_batch_and_poll(
    client: Any,
    vector_store_id: str,
    *,
    poll_interval_ms: Any = None,
    deadline: Optional[float] = None,
    progress: Progress = None,
    **arguments: Any,
) -> Any:
    """Add files to a vector store as a batch and poll it, as `poll` does; takes the arguments of `create`."""
    options = {"interval_ms": poll_interval_ms, "deadline": deadline, "progress": progress}
    return run_flow(client, _create_batch_and_poll(client, {"vector_store_id": vector_store_id, **arguments}, options))


def upload_file_batch_and_poll(
    client: Any,
    vector_store_id: str,
    *,
    files: Iterable[Any],
    max_concurrency: int = 5,
    file_ids: Sequence[str] = (),
    poll_interval_ms: Any = None,
    deadline: Optional[float] = None,
    progress: Progress = None,
    **arguments: Any,
) -> Any:
    """Upload files, add them and `file_ids` to a vector store as a batch, and poll it, as `poll` does.

    At most `max_concurrency` uploads run at a time. The first failure is raised; files uploaded before it are kept.
    Other arguments are those of `file_batches.create`.
    """
    files = list(files)
    options = {"interval_ms": poll_interval_ms, "deadline": deadline, "progress": progress}

    def flow() -> Flow:
        if not files:
            raise UploadError("files: there are no files; for files that are uploaded already use create_and_poll")
        for name, value in (("poll_interval_ms", poll_interval_ms), ("deadline", deadline)):
            check_duration(name, value)
        uploaded = yield upload_step(client, files, max_concurrency, polling_options(arguments))
        all_ids = [*file_ids, *(read_id(file) for file in uploaded)]
        fields = {"vector_store_id": vector_store_id, "file_ids": all_ids, **arguments}
        return (yield from _create_batch_and_poll(client, fields, options))

    return run_flow(client, flow())


def upload_step(client: Any, files: Sequence[Any], limit: int, options: Dict[str, Any]) -> Gather:
    """Return the step that uploads files for use by assistants, at most `limit` at a time."""
    uploads = [{"file": file, "purpose": "assistants", **options} for file in files]
    return Gather([partial(call_operation, client, "files.create", upload) for upload in uploads], limit)
