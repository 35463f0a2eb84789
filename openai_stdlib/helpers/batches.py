# SPDX-License-Identifier: MIT
"""`client.batches.run`: rows through the Batch API, from their validation to one file of results in their order.

All that is known of a run is in its state file, so that another process goes on with it; see batch_state.py.
"""

from __future__ import annotations

import os
import re
import time
from functools import partial

from ..call.errors import ArgumentError
from ..call.helper_errors import PollTimeoutError
from ..call.sentinels import strip_not_given
from .batch_calls import METADATA_KEY, BatchCalls
from .batch_flow import BatchFlow, Waiting, cancel_all, refresh_all
from .batch_parts import MAX_BYTES, MAX_ROWS, RowOptions, check_same_rows, prepare
from .batch_results import check_output
from .batch_run import BatchRun
from .batch_state import BatchState
from .flow import in_thread, run_flow
from .polling import check_duration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional

    from .flow import Flow

RESUBMIT = 2  # times that a row is sent again
MAX_BATCHES = 20  # of a run that the server works on at a time
MAX_METADATA = 15  # pairs; the API accepts 16, and one is ours
CALL_OPTIONS = frozenset(("extra_headers", "extra_query", "timeout"))
NO_STATE = "state: {!r} does not exist; pass the state of a run that was started"
STATE_SUFFIX = ".state"
OUTPUT_SUFFIX = ".results.jsonl"


class TemporaryFolder:
    """A folder that is deleted when nothing refers to this object any more, unless `keep` was called."""

    def __init__(self) -> None:
        from shutil import rmtree
        from tempfile import mkdtemp
        from weakref import finalize

        self.path: str = mkdtemp(prefix="batches-")
        self._finalizer: Any = finalize(self, rmtree, self.path, ignore_errors=True)

    def keep(self) -> None:
        """Do not delete the folder."""
        self._finalizer.detach()


def run(
    client: Any,
    rows: Any = None,
    output: Any = None,
    *,
    state: Any = None,
    template: Any = None,
    format: Optional[str] = None,
    endpoint: Optional[str] = None,
    model: Optional[str] = None,
    completion_window: str = "24h",
    metadata: Optional[Dict[str, str]] = None,
    resubmit: int = RESUBMIT,
    max_rows: int = MAX_ROWS,
    max_bytes: int = MAX_BYTES,
    max_batches: int = MAX_BATCHES,
    wait: bool = True,
    poll_interval: Optional[float] = None,
    deadline: Optional[float] = None,
    progress: Optional[Callable[[BatchRun], None]] = None,
    **options: Any,
) -> Any:
    """Run rows through the Batch API and return a BatchRun; with an async client, await it.

    `rows` is the path of a file of JSON Lines, an open file, or an iterable of dicts with `custom_id`, `url` and
    `body`; with `template`, of any JSON Lines or CSV that fill it. `endpoint` is the url, and `model` the model, of
    rows that have none. The rows are checked before anything is sent, and divided into batches: one for each url and
    model, of at most `max_rows` and `max_bytes`. At most `max_batches` are in progress at a time. Rows that failed with
    a status that is worth a retry, expired or were lost are sent again, `resubmit` times. `output` is a path, to which
    one record for each row is written at the end, in the order of the rows and in the form of the Batch API.

    `state` is the path of the state file, by default `output` + ".state". Called again with the same arguments, or with
    `state` alone, it continues where it stopped, in any process. Without `output` and `state` both are temporary.

    `wait=False` does what can be done now, and returns. `poll_interval` and `deadline` are in seconds; `progress(run)`
    is called after each poll. `completion_window` and `metadata` are those of the batches; `extra_headers`,
    `extra_query` and `timeout` those of all calls.

    Raises RowError for rows that cannot be sent, ArgumentError for invalid arguments, a state of other rows, and an
    output that exists; PollTimeoutError, whose `last` is the BatchRun, after the deadline; and what the calls raise.
    Batches that were created continue on the server.
    """
    limits = {"max_rows": max_rows, "max_bytes": max_bytes, "max_batches": max_batches, "resubmit": resubmit}
    for name, value in limits.items():
        low = 0 if name == "resubmit" else 1
        if isinstance(value, bool) or not isinstance(value, int) or value < low:
            raise ArgumentError("{}: expected an integer >= {}, got {!r}".format(name, low, value))
    if not isinstance(completion_window, str):
        raise ArgumentError("completion_window: expected text such as '24h', got {!r}".format(completion_window))
    run_options: Dict[str, Any] = {"completion_window": completion_window, "metadata": _check_metadata(metadata)}
    run_options.update(resubmit=resubmit, max_batches=max_batches)
    reading = RowOptions(template, format, endpoint, model)
    waiting = Waiting(check_duration("poll_interval", poll_interval), check_duration("deadline", deadline))
    flow = _Run(client, rows, output, state, reading, run_options, max_rows, max_bytes, _check_options(options))
    return run_flow(client, flow.run(waiting, wait, progress))


class _Run:
    """The arguments of a run."""

    def __init__(
        self,
        client: Any,
        rows: Any,
        output: Any,
        state: Any,
        reading: RowOptions,
        run_options: Dict[str, Any],
        max_rows: int,
        max_bytes: int,
        call_options: Dict[str, Any],
    ) -> None:
        self._client = client
        self._rows = rows
        self._reading = reading
        self._run_options = run_options
        self._limits = (max_rows, max_bytes)
        self._call_options = call_options
        self._folder: Any = None
        self._output = _to_path("output", output)
        path = _to_path("state", state)
        if not path and rows is None:
            raise ArgumentError("rows: missing; pass rows, or the state of a run to go on with")
        if not path and not self._output:
            self._folder = TemporaryFolder()
            path = os.path.join(self._folder.path, "run" + STATE_SUFFIX)
        self._state = BatchState(path or self._output + STATE_SUFFIX)
        self._is_same_file(rows)

    def _is_same_file(self, rows: Any) -> None:
        if self._output and isinstance(rows, (str, bytes, os.PathLike)):
            if os.path.abspath(os.fsdecode(rows)) == os.path.abspath(self._output):
                raise ArgumentError("output: it is the file of the rows; pass another path")

    def run(self, waiting: Waiting, wait: bool, progress: Any) -> Flow:
        """Prepare the run, or load its state, and go on with it."""
        state = self._state
        state.lock()
        try:
            is_known = state.load()
            if is_known:
                yield from self._continue()
            else:
                yield from self._start()
            result = BatchRun(state, self._folder)
            if not state.is_finished:
                calls = BatchCalls(self._client, state, self._call_options)
                report = (lambda: None) if progress is None else partial(progress, result)
                try:
                    yield from BatchFlow(calls, self._client, state, waiting, report).run(wait)
                except PollTimeoutError as error:
                    error.last = result
                    raise
        except GeneratorExit:
            raise
        except BaseException as error:
            self._keep_folder(error)
            raise
        finally:
            state.unlock()
        return result

    def _start(self) -> Flow:
        if self._rows is None:
            raise ArgumentError(NO_STATE.format(self._state.path))
        output = os.path.abspath(self._output) if self._output else self._state.path + OUTPUT_SUFFIX
        check_output(output)
        self._state.set_output(output)
        self._state.data.update(
            id="run_" + os.urandom(12).hex(), created_at=int(time.time()), base_url=_server(self._client),
            options=self._run_options,
        )  # fmt: skip
        yield in_thread(self._client, partial(prepare, self._state, self._rows, self._reading, *self._limits))

    def _continue(self) -> Flow:
        """Check that the arguments are those of the state."""
        state = self._state
        if self._output and os.path.abspath(self._output) != state.output:
            message = "output: the state {!r} writes to {!r}; pass this, or another state to start a new run"
            raise ArgumentError(message.format(state.path, state.output))
        if not state.is_finished and state.data["base_url"] != _server(self._client):
            message = "state: the batches of {!r} are at {}, and this client calls {}; use a client with that base_url"
            raise ArgumentError(message.format(state.path, state.data["base_url"], _server(self._client)))
        if self._rows is not None:
            yield in_thread(self._client, partial(check_same_rows, state, self._rows, self._reading))
        if state.is_finished:
            if not os.path.exists(state.output):
                message = "output: {!r} is gone; its run is finished, so remove {!r} to start over"
                raise ArgumentError(message.format(state.output, state.path))
            state.remove_parts()  # which a process that ended at the last moment has left

    def _keep_folder(self, error: BaseException) -> None:
        """Keep the temporary state of batches that were created, and say where it is."""
        if self._folder is not None and any(
            attempt["sending"] or attempt["batch_id"] for attempt in self._state.attempts()
        ):
            self._folder.keep()
            if hasattr(error, "add_note"):
                note = "The batches go on; call run with state={!r} to go on with them.".format(self._state.path)
                error.add_note(note)


def refresh(client: Any, path: Any, **options: Any) -> Any:
    """Return the BatchRun of a state file with what the server says now, or a coroutine; the file stays as it is."""
    return run_flow(client, _with_state(client, path, options, refresh_all))


def cancel(client: Any, path: Any, **options: Any) -> Any:
    """Cancel the batches of a state file and return its BatchRun, or a coroutine; `run` then writes what was done."""
    return run_flow(client, _with_state(client, path, options, cancel_all, should_lock=True))


def _with_state(client: Any, path: Any, options: Dict[str, Any], work: Any, should_lock: bool = False) -> Flow:
    state = BatchState(_to_path("state", path))
    if not os.path.exists(state.path):
        raise ArgumentError(NO_STATE.format(state.path))
    if should_lock:
        state.lock()
    try:
        state.load()
        yield from work(BatchCalls(client, state, _check_options(options)), state)
    finally:
        state.unlock()
    return BatchRun(state)


def _to_path(name: str, value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, (str, bytes, os.PathLike)) or not os.fspath(value):
        raise ArgumentError("{}: expected a path, got {!r}".format(name, value))
    return os.fsdecode(value)


def _check_metadata(metadata: Any) -> Dict[str, str]:
    if metadata is None:
        return {}
    if not isinstance(metadata, dict) or not all(isinstance(text, str) for pair in metadata.items() for text in pair):
        raise ArgumentError("metadata: expected a dict of text, got {!r}".format(metadata))
    if len(metadata) > MAX_METADATA or METADATA_KEY in metadata:
        message = "metadata: at most {} pairs, none of which is {!r}"
        raise ArgumentError(message.format(MAX_METADATA, METADATA_KEY))
    return dict(metadata)


def _check_options(options: Dict[str, Any]) -> Dict[str, Any]:
    for name in options:
        if name not in CALL_OPTIONS:
            raise ArgumentError("run: there is no argument {!r}; see help() of it".format(name))
    return strip_not_given(options)


def _server(client: Any) -> str:
    return re.sub(r"//[^/@]*@", "//", str(client.base_url).rstrip("/"))
