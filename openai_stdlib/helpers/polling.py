# SPDX-License-Identifier: MIT
"""Waiting for what the server works on: the poll helpers of the resources, and `wait` for whatever has a status.

`KINDS` says of each kind of object how it is read again and when it is done; `polled` is the one loop. Must not live
here: uploads in parts (uploads.py), files of vector stores (vector_store_files.py), how steps are carried out (flow.py).

All take `deadline`, seconds from the start of polling after which PollTimeoutError is raised (none by default: the
server's work is not stopped by it), and `progress`, called as `progress(done, total)` after each look where a total
is known. The pause is `poll_interval_ms`, else what the last answer's header `openai-poll-after-ms` says, else 1 s.
"""

from __future__ import annotations

import time
from functools import partial

from ..call.errors import ArgumentError, PollTimeoutError, ProcessingTimeoutError
from ..call.sentinels import NOT_GIVEN, is_given, strip_not_given
from .flow import Sleep, run_flow, with_headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional

    from .flow import Flow

    Progress = Optional[Callable[[int, int], None]]

DEFAULT_INTERVAL_MS = 1000.0  # milliseconds, where neither caller nor server says
MIN_INTERVAL_MS, MAX_INTERVAL_MS = 20.0, 3_600_000.0  # milliseconds that a server may ask for
OPTIONS = ("extra_headers", "extra_query", "timeout", "config")  # of a call, which polling goes on with


class PollTarget:
    """A kind of object: the operation that reads it, the attributes that are its arguments, and its states.

    `pending` are the states in progress; with `over` instead, all that aren't in it are. `counts` names the attribute
    with a total, and what of it is done; or one that counts to 100.
    """

    __slots__ = ("path", "ids", "pending", "terminal", "progress_fields")

    def __init__(self, path: str, ids: str, pending: str = "", over: str = "", counts: str = "") -> None:
        self.path = path
        self.ids = dict(pair.split("=") for pair in ids.split())
        self.pending = frozenset(pending.split())
        self.terminal = frozenset(over.split())
        self.progress_fields = counts.split()

    def in_progress(self, found: Any) -> bool:
        """Tell whether the server is still at work."""
        status = get_field(found, "status")
        if self.path == FILE_BATCH and get_field(found, "file_counts") is not None:
            return bool(get_field(get_field(found, "file_counts"), "in_progress"))
        return status not in self.terminal if self.terminal else status in self.pending

    def report_progress(self, progress: Progress, found: Any) -> None:
        """Call `progress`, if there is a total."""
        if progress is None or not self.progress_fields:
            return
        counted = get_field(found, self.progress_fields[0])
        if len(self.progress_fields) == 1:
            if counted is not None:
                progress(counted, 100)
        elif get_field(counted, "total"):
            progress(
                sum(get_field(counted, name) or 0 for name in self.progress_fields[1:]), get_field(counted, "total")
            )


FILE_BATCH = "vector_stores.file_batches"
FILES_DONE = "file_counts completed failed cancelled"

# By the field `object`. A paused job waits for a person, so nobody waits for it.
POLL_TARGETS = {
    "response": PollTarget("responses", "response_id=id", "queued in_progress"),
    "thread.run": PollTarget(
        "beta.threads.runs",
        "thread_id=thread_id run_id=id",
        over="requires_action cancelled completed failed expired incomplete",
    ),
    "batch": PollTarget(
        "batches",
        "batch_id=id",
        "validating in_progress finalizing cancelling",
        counts="request_counts completed failed",
    ),
    "fine_tuning.job": PollTarget("fine_tuning.jobs", "fine_tuning_job_id=id", "validating_files queued running"),
    "vector_store": PollTarget("vector_stores", "vector_store_id=id", "in_progress", counts=FILES_DONE),
    "vector_store.file": PollTarget(
        "vector_stores.files", "vector_store_id=vector_store_id file_id=id", "in_progress cancelling"
    ),
    "vector_store.files_batch": PollTarget(
        FILE_BATCH, "vector_store_id=vector_store_id batch_id=id", "in_progress", counts=FILES_DONE
    ),
    "file": PollTarget("files", "file_id=id", over="processed error deleted"),
    "video": PollTarget("videos", "video_id=id", "queued in_progress", counts="progress"),
    "eval.run": PollTarget(
        "evals.runs", "eval_id=eval_id run_id=id", "queued in_progress", counts="result_counts passed failed errored"
    ),
}
POLL_TARGETS["vector_store.file_batch"] = POLL_TARGETS["vector_store.files_batch"]  # as some answers spell it

RUN, VIDEO, UPLOADED = POLL_TARGETS["thread.run"], POLL_TARGETS["video"], POLL_TARGETS["file"]


def wait(
    client: Any,
    obj: Any,
    *,
    poll_interval: Optional[float] = None,
    deadline: Optional[float] = None,
    progress: Progress = None,
) -> Any:
    """Return `obj` as it is when the server is done with it; a coroutine of that with the async client.

    Takes responses in the background, runs, batches, fine-tuning jobs, vector stores, their files and batches of
    files, files, videos and runs of evals. What is done already is returned without a call; that the work failed is
    no error here: look at `status`. `poll_interval` and `deadline` are seconds. Raises PollTimeoutError, whose `last`
    is the object as it was; ArgumentError for what cannot be waited for; and what reading it again raises.
    """
    return run_flow(unwrap_client(client), _waited(unwrap_client(client), obj, poll_interval, deadline, progress))


def _waited(client: Any, obj: Any, interval: Optional[float], deadline: Any, progress: Progress) -> Flow:
    kind = POLL_TARGETS.get(get_field(obj, "object") or "")
    if kind is None:
        name = get_field(obj, "object") or type(obj).__name__
        raise ArgumentError(
            "wait: {!r} is nothing to wait for; known are {}".format(name, ", ".join(sorted(POLL_TARGETS)))
        )
    if not kind.in_progress(obj):
        return obj
    ids = {argument: get_field(obj, name) for argument, name in kind.ids.items()}
    missing = [name for name in kind.ids.values() if not get_field(obj, name)]
    if missing:
        raise ArgumentError("wait: the object lacks {}".format(" and ".join(missing)))
    return (
        yield from poll(client, kind, ids, None if interval is None else interval * 1000, deadline, progress=progress)
    )


def poll(
    client: Any,
    kind: PollTarget,
    arguments: Dict[str, Any],
    interval: Any = None,  # milliseconds
    deadline: Any = None,
    timed_out: Any = PollTimeoutError,
    progress: Progress = None,
) -> Flow:
    """Read an object again and again until it is done, and return it: the one loop of them all."""
    wanted = check_duration("poll_interval_ms", interval)
    limit = check_duration("deadline", deadline)
    headers = {"X-Stainless-Poll-Helper": "true"}
    if wanted is not None:
        headers["X-Stainless-Custom-Poll-Interval"] = str(interval)
    arguments = with_headers(strip_not_given(arguments), headers)
    read = partial(call_operation, client.with_raw_response, kind.path + ".retrieve", arguments)
    started, last = time.monotonic(), None
    if limit == 0:
        raise timed_out("The time to wait is over before it began", last=None, waited=0.0)
    while True:
        answer = yield read
        last = answer.parse()
        kind.report_progress(progress, last)
        if not kind.in_progress(last):
            return last
        pause = (_poll_after_ms(answer.headers) if wanted is None else max(wanted, 0.0)) / 1000
        if limit is not None:
            waited = time.monotonic() - started
            if waited >= limit:
                said = "{} is still {!r} after {:.1f} seconds".format(
                    get_field(last, "id"), get_field(last, "status"), waited
                )
                raise timed_out(said, last=last, waited=waited)
            pause = min(pause, limit - waited)
        yield Sleep(pause)


def _poll_after_ms(headers: Any) -> float:
    """Return how long the server wants us to wait, in milliseconds; never so short that it is hammered."""
    try:
        asked = float(headers.get("openai-poll-after-ms") or DEFAULT_INTERVAL_MS)
    except ValueError:
        asked = DEFAULT_INTERVAL_MS
    return min(max(asked, MIN_INTERVAL_MS), MAX_INTERVAL_MS) if asked == asked else DEFAULT_INTERVAL_MS


def check_duration(name: str, value: Any) -> Optional[float]:
    """Return a length of time, or None if it isn't given. Raises ArgumentError, out of range a ValueError too."""
    if not is_given(value):
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ArgumentError("{}: expected a number, got {}".format(name, type(value).__name__))
    if not 0 <= value < float("inf"):
        raise InvalidDurationError("{}: expected a finite number from 0 on, got {!r}".format(name, value))
    return float(value)


class InvalidDurationError(ArgumentError, ValueError):
    """A length of time that is negative or has no end. Nothing was sent."""


def call_operation(view: Any, path: str, arguments: Dict[str, Any]) -> Any:
    """Make a call of an operation by its dotted name, without its warning: helpers warn once, of themselves."""
    place = view
    for name in path.split("."):
        place = getattr(place, name)
    place.operation.check(arguments)
    return view._call(place.operation, dict(arguments))


def get_field(found: Any, name: str) -> Any:
    """Return an attribute or an item, or None."""
    return found.get(name) if isinstance(found, dict) else getattr(found, name, None)


def unwrap_client(client: Any) -> Any:
    """Return the client itself, where a resource of `with_raw_response` has its view: a helper gives what it gives."""
    return vars(client).get("_client", client) if "View" in type(client).__name__ else client


def _warn(client: Any, path: str, level: int = 3) -> None:
    """Warn the caller of a helper, so many frames away, if what it is about is deprecated."""
    from warnings import warn

    place = client
    for name in path.split("."):
        place = getattr(place, name)
    if place.retrieve.operation.deprecated:
        warn("{} is deprecated: {}".format(path, place.retrieve.operation.deprecated), DeprecationWarning, level)


def polling_options(options: Dict[str, Any]) -> Dict[str, Any]:
    """Return those of a call's options that its polling goes on with."""
    return {name: options[name] for name in OPTIONS if name in options}


def create_and_poll(client: Any, path: str, arguments: Dict[str, Any], kind: PollTarget, ids: Any, **rest: Any) -> Flow:
    """Make the call that begins something, and poll that; `ids(made)` are the arguments to read it with."""
    for name in ("interval", "deadline"):
        check_duration(name, rest.get(name))  # before anything is sent
    made = yield partial(call_operation, client, path, strip_not_given(arguments))
    return (yield from poll(client, kind, {**ids(made), **polling_options(arguments)}, **rest))


def poll_run(
    client: Any,
    run_id: str,
    thread_id: str,
    extra_headers: Any = None,
    extra_query: Any = None,
    extra_body: Any = None,
    timeout: Any = NOT_GIVEN,
    poll_interval_ms: Any = None,
    deadline: Optional[float] = None,
) -> Any:
    """Return a run once it requires action, or is completed, failed, cancelled, expired or incomplete."""
    client = unwrap_client(client)
    _warn(client, RUN.path)
    options = {"extra_headers": extra_headers, "extra_query": extra_query, "timeout": timeout}
    ids = {"thread_id": thread_id, "run_id": run_id}
    return run_flow(client, poll(client, RUN, {**ids, **options}, poll_interval_ms, deadline))


def _run_of(made: Any) -> Dict[str, Any]:
    return {"thread_id": get_field(made, "thread_id"), "run_id": get_field(made, "id")}


def _start_run_and_poll(client: Any, path: str, arguments: Dict[str, Any], interval: Any, deadline: Any) -> Any:
    """Begin a run, or go on with it, and poll it; for helpers, whose caller is warned."""
    client = unwrap_client(client)
    _warn(client, RUN.path, 4)
    if strip_not_given(arguments).pop("stream", False):
        raise ArgumentError("stream: a run that is polled cannot be streamed")

    def ids(made: Any) -> Dict[str, Any]:
        return {**_run_of(made), **({"thread_id": arguments["thread_id"]} if "thread_id" in arguments else {})}

    return run_flow(client, create_and_poll(client, path, arguments, RUN, ids, interval=interval, deadline=deadline))


def create_run_and_poll(
    client: Any, *, poll_interval_ms: Any = None, deadline: Optional[float] = None, **arguments: Any
) -> Any:
    """Create a run and wait as `poll` does; takes what `create` takes, `thread_id` and `assistant_id` at least."""
    return _start_run_and_poll(client, "beta.threads.runs.create", arguments, poll_interval_ms, deadline)


def submit_tool_outputs_and_poll(
    client: Any, *, poll_interval_ms: Any = None, deadline: Optional[float] = None, **arguments: Any
) -> Any:
    """Give a run its tools' outputs and wait as `poll` does; takes `tool_outputs`, `run_id` and `thread_id`."""
    return _start_run_and_poll(client, "beta.threads.runs.submit_tool_outputs", arguments, poll_interval_ms, deadline)


def create_thread_and_run_poll(
    client: Any, *, poll_interval_ms: Any = None, deadline: Optional[float] = None, **arguments: Any
) -> Any:
    """Create a thread, run an assistant on it and wait for that; takes what `create_and_run` takes."""
    return _start_run_and_poll(client, "beta.threads.create_and_run", arguments, poll_interval_ms, deadline)


def poll_video(
    client: Any,
    video_id: str,
    *,
    poll_interval_ms: Any = None,
    deadline: Optional[float] = None,
    progress: Progress = None,
) -> Any:
    """Return a video once it is completed or failed; `progress` counts to 100."""
    client = unwrap_client(client)
    _warn(client, VIDEO.path)
    ids = {"video_id": video_id}
    return run_flow(client, poll(client, VIDEO, ids, poll_interval_ms, deadline, progress=progress))


def create_video_and_poll(
    client: Any,
    *,
    poll_interval_ms: Any = None,
    deadline: Optional[float] = None,
    progress: Progress = None,
    **arguments: Any,
) -> Any:
    """Create a video and wait as `poll` does; takes what `create` takes, `prompt` at least."""
    client = unwrap_client(client)
    _warn(client, VIDEO.path)
    rest = {"interval": poll_interval_ms, "deadline": deadline, "progress": progress}
    return run_flow(
        client,
        create_and_poll(
            client, "videos.create", arguments, VIDEO, lambda made: {"video_id": get_field(made, "id")}, **rest
        ),
    )


def wait_for_processing(
    client: Any, id: str, *, poll_interval: float = 5.0, max_wait_seconds: float = 1800, deadline: Any = None
) -> Any:
    """Return a file once it is processed, deleted or an error; times are seconds.

    Raises PollTimeoutError, here a RuntimeError too, after `max_wait_seconds` or `deadline`, whichever is less.
    """
    client, limit = unwrap_client(client), min_limit(max_wait_seconds, deadline)
    interval = (check_duration("poll_interval", poll_interval) or 0.0) * 1000
    return run_flow(client, poll(client, UPLOADED, {"file_id": id}, interval, limit, timed_out=ProcessingTimeoutError))


def min_limit(*limits: Any) -> Optional[float]:
    """Return the least of the limits that are given."""
    found = [limit for limit in (check_duration("max_wait_seconds", one) for one in limits) if limit is not None]
    return min(found) if found else None
