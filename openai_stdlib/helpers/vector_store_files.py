# SPDX-License-Identifier: MIT
"""Files in vector stores: attached, uploaded, waited for, one by one and in batches.

Only what the resources of vector stores have beside calls. Neighbours: polling.py has the loop and the kinds.
"""

from __future__ import annotations

from functools import partial

from ..call.errors import UploadError
from ..call.sentinels import strip_not_given
from .flow import Gather, run_flow
from .polling import (
    FILE_BATCH,
    POLL_TARGETS,
    call_operation,
    check_duration,
    create_and_poll,
    get_field,
    min_limit,
    poll,
    polling_options,
    unwrap_client,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterable, Optional, Sequence

    from .flow import Flow
    from .polling import Progress

FILE, BATCH = POLL_TARGETS["vector_store.file"], POLL_TARGETS["vector_store.files_batch"]


def poll_store_file(
    client: Any,
    file_id: str,
    *,
    vector_store_id: str,
    poll_interval_ms: Any = None,
    max_wait_seconds: Any = None,
    deadline: Optional[float] = None,
) -> Any:
    """Return a file of a vector store once it is no more in progress; look at its `status` and `last_error`.

    Raises PollTimeoutError, a TimeoutError, after `max_wait_seconds` or `deadline`; if that is 0, before any call.
    """
    client = unwrap_client(client)
    ids = {"vector_store_id": vector_store_id, "file_id": file_id}
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
    """Attach a file to a vector store and wait as `poll` does; takes what `create` takes."""
    client, limit = unwrap_client(client), min_limit(max_wait_seconds, deadline)
    ids = {"vector_store_id": vector_store_id, "file_id": file_id}
    return run_flow(
        client,
        create_and_poll(
            client, "vector_stores.files.create", {**ids, **arguments}, FILE, lambda made: ids,
            interval=poll_interval_ms, deadline=limit,
        ),
    )  # fmt: skip


def upload_store_file(client: Any, *, vector_store_id: str, file: Any, **arguments: Any) -> Any:
    """Upload a file, as `files.create` takes it, and attach it to a vector store; `create` takes the rest."""
    client = unwrap_client(client)
    return run_flow(client, _upload_and_attach(client, vector_store_id, file, arguments))


def _upload_and_attach(client: Any, store: str, file: Any, arguments: Dict[str, Any]) -> Flow:
    (uploaded,) = yield upload_step(client, [file], 1, polling_options(arguments))
    ids = {"vector_store_id": store, "file_id": get_field(uploaded, "id")}
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
    """Upload a file, attach it to a vector store and wait as `poll` does, whose time begins after the upload."""
    client, limit = unwrap_client(client), min_limit(max_wait_seconds, deadline)

    def flow() -> Flow:
        attached = yield from _upload_and_attach(client, vector_store_id, file, arguments)
        ids = {"vector_store_id": vector_store_id, "file_id": get_field(attached, "id"), **polling_options(arguments)}
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
) -> Any:
    """Return a batch of files once none of them is in progress, though some may have failed: see `file_counts`."""
    client = unwrap_client(client)
    ids = {"vector_store_id": vector_store_id, "batch_id": batch_id}
    return run_flow(client, poll(client, BATCH, ids, poll_interval_ms, deadline, progress=progress))


def _create_batch(client: Any, arguments: Dict[str, Any], rest: Dict[str, Any]) -> Flow:
    def ids(made: Any) -> Dict[str, Any]:
        return {"vector_store_id": arguments["vector_store_id"], "batch_id": get_field(made, "id")}

    return (yield from create_and_poll(client, FILE_BATCH + ".create", arguments, BATCH, ids, **rest))


def create_file_batch_and_poll(
    client: Any,
    vector_store_id: str,
    *,
    poll_interval_ms: Any = None,
    deadline: Optional[float] = None,
    progress: Progress = None,
    **arguments: Any,
) -> Any:
    """Add files to a vector store together and wait as `poll` does; takes what `create` takes."""
    client = unwrap_client(client)
    rest = {"interval": poll_interval_ms, "deadline": deadline, "progress": progress}
    return run_flow(client, _create_batch(client, {"vector_store_id": vector_store_id, **arguments}, rest))


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
    """Upload files, `max_concurrency` at a time, add them to a vector store with `file_ids`, and wait as `poll` does.

    The first upload that fails is raised; what has been uploaded by then stays. `create` takes the rest.
    """
    client, files = unwrap_client(client), list(files)
    rest = {"interval": poll_interval_ms, "deadline": deadline, "progress": progress}

    def flow() -> Flow:
        if not files:
            raise UploadError("files: there are none; for files that are uploaded already use create_and_poll")
        for name, value in (("poll_interval_ms", poll_interval_ms), ("deadline", deadline)):
            check_duration(name, value)
        uploaded = yield upload_step(client, files, max_concurrency, polling_options(arguments))
        everything = [*file_ids, *(get_field(file, "id") for file in uploaded)]
        return (
            yield from _create_batch(
                client, {"vector_store_id": vector_store_id, "file_ids": everything, **arguments}, rest
            )
        )

    return run_flow(client, flow())


def upload_step(client: Any, files: Sequence[Any], limit: int, options: Dict[str, Any]) -> Gather:
    """Return the step that uploads files for assistants, some at a time."""
    made = [{"file": file, "purpose": "assistants", **options} for file in files]
    return Gather([partial(call_operation, client, "files.create", one) for one in made], limit)
