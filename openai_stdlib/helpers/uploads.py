# SPDX-License-Identifier: MIT
"""Upload large files in parts, several at a time, in constant memory: `uploads.upload_file_chunked`.

With a `state_file` an interrupted upload can be resumed, also by another process: called again with the same
arguments, it uploads only the missing parts.
"""

from __future__ import annotations

from functools import partial

from ..call.errors import ArgumentError, UploadError
from ..call.sentinels import is_given, strip_not_given
from .flow import Gather, in_thread, run_flow
from .poll_targets import get_field, read_id
from .polling import call_operation
from .upload_source import FileSlice, UploadSource
from .upload_state import UploadState

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

    from .flow import Flow

PART_SIZE = 64 * 1024 * 1024  # bytes; the API's limit
CANCEL_TIMEOUT = 10.0  # seconds for the request that cancels a failed upload


def upload_file_chunked(
    client: Any,
    *,
    file: Any,
    mime_type: str,
    purpose: str,
    filename: Optional[str] = None,
    bytes: Optional[int] = None,
    part_size: Optional[int] = None,
    md5: Any = None,
    check: bool = False,
    max_concurrency: int = 4,
    state_file: Any = None,
    progress: Any = None,
    **options: Any,
) -> Any:
    """Upload a file in parts and return the completed Upload, whose `file` is the file; with an async client, await it.

    `file` is a path, bytes or a binary file; one that cannot be rewound, such as a pipe, is first copied to a temporary
    file of at most 8 GiB. `filename` is required for a file without a name. `part_size` is in bytes, 64 MiB by default;
    at most `max_concurrency` parts are uploaded at a time. `md5` is a checksum in hexadecimal for the server to verify,
    or True to compute it; with `check=True` a checksum that is passed in is compared with the file before anything is
    sent.

    With `state_file`, a path, the failed upload of a file on disk can be resumed with the same arguments; the state
    file is removed on success. Without it, a failure cancels the upload on the server. `progress(done, total)` counts
    bytes and is called after each part. `expires_after` and the options of every call are accepted too.

    Raises UploadError, a ValueError, for a file that is empty, cannot be read, changes, or does not match `bytes`,
    `md5` or the state; ArgumentError for invalid arguments; and what the calls raise.
    """
    parameters = {"purpose": purpose, "mime_type": mime_type, "filename": filename, "md5": md5}
    parameters = {name: value if is_given(value) else None for name, value in parameters.items()}
    parameters["part_size"] = part_size if is_given(part_size) else PART_SIZE
    flow = _upload_flow(
        client,
        file,
        parameters=parameters,
        length=bytes,
        should_check=check,
        max_concurrency=max_concurrency,
        state_file=state_file,
        progress=progress,
        options=strip_not_given(options),
    )
    return run_flow(client, flow)


def _check_positive(name: str, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ArgumentError("{}: expected an integer >= 1, got {!r}".format(name, value))


def _check_source(source: UploadSource, parameters: Dict[str, Any], length: Any, state_file: Any) -> None:
    """Validate the file before anything is sent, and add its name, size and time to `parameters`."""
    parameters["filename"] = parameters["filename"] or source.name
    if not parameters["filename"]:
        raise ArgumentError("filename: required for a file without a name")
    if state_file is not None and source.path is None:
        raise ArgumentError("state_file: only uploads of a file on disk can be resumed; pass its path as file")
    if not source.size:
        raise UploadError("file: the file is empty")
    if length is not None and length != source.size:
        raise UploadError("bytes: expected {!r} bytes, but the file has {}".format(length, source.size))
    parameters["size"], parameters["mtime"] = source.size, source.mtime_ns


def _upload_flow(client: Any, file: Any, *, parameters: Dict[str, Any], max_concurrency: int, **arguments: Any) -> Flow:
    """Open the file, upload it with the arguments of `_upload_source`, and close it."""
    _check_positive("part_size", parameters["part_size"])
    _check_positive("max_concurrency", max_concurrency)
    source = yield in_thread(client, partial(UploadSource, file))  # it may read a pipe to its end
    try:
        completed = yield from _upload_source(
            client, source, parameters=parameters, max_concurrency=max_concurrency, **arguments
        )
    finally:
        source.close()
    return completed


def _upload_source(
    client: Any,
    source: UploadSource,
    *,
    parameters: Dict[str, Any],
    length: Any,
    should_check: bool,
    max_concurrency: int,
    state_file: Any,
    progress: Any,
    options: Dict[str, Any],
) -> Flow:
    _check_source(source, parameters, length, state_file)
    if parameters["md5"] is True or (should_check and parameters["md5"]):
        digest = yield in_thread(client, source.md5)
        if parameters["md5"] is not True and parameters["md5"].lower() != digest:
            raise UploadError("md5: expected {}, but that of the file is {}".format(parameters["md5"], digest))
        parameters["md5"] = digest
    state = UploadState(state_file, parameters)
    create_options = {"expires_after": options.pop("expires_after")} if "expires_after" in options else {}
    try:
        if not state.upload_id:
            fields = {name: parameters[name] for name in ("filename", "mime_type", "purpose")}
            fields = {"bytes": source.size, **fields, **create_options, **options}
            upload = yield partial(call_operation, client, "uploads.create", fields)
            state.upload_id, state.expires_at = read_id(upload), get_field(upload, "expires_at")
            state.save()
        yield _upload_parts(client, source, state, max_concurrency, progress, options)
        source.check_unchanged()
        fields = {"upload_id": state.upload_id, "part_ids": [state.parts[number] for number in sorted(state.parts)]}
        if parameters["md5"]:
            fields["md5"] = parameters["md5"]
        completed = yield partial(call_operation, client, "uploads.complete", {**fields, **options})
    except GeneratorExit:
        raise
    except BaseException:
        if state.path is None and state.upload_id:
            yield from _cancel_upload(client, state.upload_id)
        raise
    state.remove()
    return completed


def _upload_parts(
    client: Any,
    source: UploadSource,
    state: UploadState,
    max_concurrency: int,
    progress: Any,
    options: Dict[str, Any],
) -> Gather:
    """Return the step that uploads the missing parts."""
    part_size = state.parameters["part_size"]
    missing = [number for number in range(-(-source.size // part_size)) if number not in state.parts]

    def part_length(number: int) -> int:
        return min(part_size, source.size - number * part_size)  # type: ignore[no-any-return]

    def upload_part(number: int) -> Any:
        data = FileSlice(source.read_at, number * part_size, part_length(number))
        return call_operation(client, "uploads.parts.create", {"upload_id": state.upload_id, "data": data, **options})

    def report_progress() -> None:
        if progress is not None:
            progress(sum(part_length(number) for number in state.parts), source.size)

    def on_part(index: int, part: Any) -> None:
        state.parts[missing[index]] = read_id(part)
        state.save()
        report_progress()

    report_progress()
    steps: List[Callable[[], Any]] = [partial(upload_part, number) for number in missing]
    return Gather(steps, max_concurrency, on_part)


def _cancel_upload(client: Any, upload_id: str) -> Flow:
    """Try to cancel an upload; errors are ignored, since the failure that led here is the one to raise."""
    try:
        yield partial(call_operation, client, "uploads.cancel", {"upload_id": upload_id, "timeout": CANCEL_TIMEOUT})
    except GeneratorExit:
        raise
    except BaseException:  # noqa: S110
        pass
