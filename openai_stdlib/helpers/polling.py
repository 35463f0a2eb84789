# SPDX-License-Identifier: MIT
"""Poll objects until the server has finished work on them: the poll helpers of the resources, and `wait`.

`poll` is the only loop; all helpers take the same options. `deadline` is in seconds from the start of polling, after
which PollTimeoutError is raised (none by default; the server's work continues). `progress(done, total)` is called
after each response that has a total. The interval is `poll_interval_ms`, else the response header
`openai-poll-after-ms`, else 1 second. `cancel` is a CancelToken, which also ends the pauses.
"""

from __future__ import annotations

import time
from functools import partial

from ..call.errors import ArgumentError
from ..call.helper_errors import PollTimeoutError, ProcessingTimeoutError
from ..call.prepare import CALL_OPTIONS
from ..call.sentinels import NOT_GIVEN, is_given, strip_not_given
from .flow import Sleep, getattr_path, run_flow, table_entry, with_headers
from .poll_targets import POLL_TARGETS, get_field, read_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional

    from .flow import Flow
    from .poll_targets import PollTarget, Progress

DEFAULT_INTERVAL_MS = 1000.0  # used where neither the caller nor the server sets an interval
MIN_INTERVAL_MS, MAX_INTERVAL_MS = 20.0, 3_600_000.0  # limits of the interval that a server may set
# Options of the first call that polling repeats.
OPTIONS = ("extra_headers", "extra_query", "timeout", "config", *CALL_OPTIONS)

RUN, VIDEO, FILE = POLL_TARGETS["thread.run"], POLL_TARGETS["video"], POLL_TARGETS["file"]


def wait(
    client: Any,
    obj: Any,
    *,
    poll_interval: Optional[float] = None,
    deadline: Optional[float] = None,
    progress: Progress = None,
    cancel: Any = None,
) -> Any:
    """Poll an object until it reaches a terminal state, and return it; with an async client, return a coroutine.

    Accepts background responses, runs, batches, fine-tuning jobs, vector stores, their files and file batches, files,
    videos and eval runs. An object that is finished already is returned without a call; work that failed is not an
    error: check `status`. `poll_interval` and `deadline` are in seconds. `cancel` is a CancelToken, which ends
    the calls and the pauses. Raises PollTimeoutError, whose `last` is the object as last seen; ArgumentError for an
    object that cannot be polled; and what retrieving it raises.
    """
    return run_flow(client, _wait_flow(client, obj, poll_interval, deadline, progress, cancel))


def _wait_flow(
    client: Any, obj: Any, interval: Optional[float], deadline: Any, progress: Progress, cancel: Any
) -> Flow:
    name = get_field(obj, "object")
    target = POLL_TARGETS.get(name) if isinstance(name, str) else None
    if target is None:
        name = name or type(obj).__name__
        raise ArgumentError("wait: cannot wait for {!r}; supported: {}".format(name, ", ".join(sorted(POLL_TARGETS))))
    if not target.in_progress(obj):
        return obj
    ids = {argument: get_field(obj, name) for argument, name in target.ids.items()}
    missing = [name for name in target.ids.values() if not get_field(obj, name)]
    if missing:
        raise ArgumentError("wait: the object has no {}".format(" and no ".join(missing)))
    interval_ms = None if interval is None else interval * 1000
    return (yield from poll(client, target, {**ids, "cancel": cancel}, interval_ms, deadline, progress=progress))


def poll(
    client: Any,
    target: PollTarget,
    arguments: Dict[str, Any],
    interval_ms: Any = None,
    deadline: Any = None,
    timeout_error: Any = PollTimeoutError,
    progress: Progress = None,
) -> Flow:
    """Retrieve an object repeatedly until it is no longer in progress, and return it.

    Raises ArgumentError for an interval or deadline that is not a duration, and `timeout_error` after the deadline.
    """
    custom_interval = check_duration("poll_interval_ms", interval_ms)
    limit = check_duration("deadline", deadline)
    headers = {"X-Stainless-Poll-Helper": "true", "X-Stainless-Raw-Response": "true"}
    if custom_interval is not None:
        headers["X-Stainless-Custom-Poll-Interval"] = str(interval_ms)
    arguments = with_headers(strip_not_given(arguments), headers)
    retrieve = partial(call_operation, client, target.path + ".retrieve", arguments)
    started = time.monotonic()
    if limit == 0:
        raise timeout_error("deadline: 0 seconds leave no time to poll", last=None, waited=0.0)
    while True:
        response = yield retrieve
        last, http_response = response.parse(), getattr(response, "http_response", None)
        target.report_progress(progress, last, http_response)
        if not target.in_progress(last, http_response):
            return last
        interval = _poll_after_ms(response.headers) if custom_interval is None else max(custom_interval, 0.0)
        pause = interval / 1000
        if limit is not None:
            waited = time.monotonic() - started
            if waited >= limit:
                message = "{} is still {!r} after {:.1f} seconds"
                message = message.format(get_field(last, "id"), get_field(last, "status"), waited)
                raise timeout_error(message, last=last, waited=waited)
            pause = min(pause, limit - waited)
        yield Sleep(pause, arguments.get("cancel"))


def _poll_after_ms(headers: Any) -> float:
    """Return the interval that the server asks for in milliseconds, within MIN_INTERVAL_MS and MAX_INTERVAL_MS."""
    try:
        interval = float(headers.get("openai-poll-after-ms") or DEFAULT_INTERVAL_MS)
    except ValueError:
        interval = DEFAULT_INTERVAL_MS
    is_nan = interval != interval
    return DEFAULT_INTERVAL_MS if is_nan else min(max(interval, MIN_INTERVAL_MS), MAX_INTERVAL_MS)


def check_duration(name: str, value: Any) -> Optional[float]:
    """Return a duration as a float, or None if it is not given.

    Raises ArgumentError for what is not a number, InvalidDurationError for a negative or infinite one.
    """
    if not is_given(value):
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ArgumentError("{}: expected a number, got {}".format(name, type(value).__name__))
    if not 0 <= value < float("inf"):
        raise InvalidDurationError("{}: expected a finite number >= 0, got {!r}".format(name, value))
    return float(value)


class InvalidDurationError(ArgumentError, ValueError):
    """A duration that is negative or infinite. Nothing was sent."""


def min_limit(*limits: Any) -> Optional[float]:
    """Return the smallest of the time limits that are given, or None. Raises ArgumentError."""
    durations = [check_duration("max_wait_seconds", limit) for limit in limits]
    return min((duration for duration in durations if duration is not None), default=None)


def call_operation(client: Any, path: str, arguments: Dict[str, Any]) -> Any:
    """Call an operation by its dotted path, without its deprecation warning: helpers warn once themselves."""
    method, operation = getattr_path(client, path.split(".")), table_entry(client, path)
    function: Any = getattr(method, "__func__", None)
    if function is not operation:
        return method(**arguments)  # replaced by the program, which wants to see this call, too
    operation.check(arguments)
    return client._call(operation, dict(arguments))


def _warn_if_deprecated(client: Any, path: str) -> None:
    """Warn the caller of a helper if the resource at `path` is deprecated."""
    successor = table_entry(client, path + ".retrieve").deprecated
    if successor:
        from ..call.caller_warning import warn_caller

        warn_caller("{} is deprecated: {}".format(path, successor))


def polling_options(options: Dict[str, Any]) -> Dict[str, Any]:
    """Return the options of a call that its polling requests use too."""
    return {name: options[name] for name in OPTIONS if name in options}


def create_and_poll(
    client: Any, path: str, arguments: Dict[str, Any], target: PollTarget, get_ids: Any, **options: Any
) -> Flow:
    """Call the operation that creates an object, then poll the object; `options` are those of `poll`.

    `get_ids(obj)` returns the arguments that retrieve the created object.
    """
    for name in ("interval_ms", "deadline"):
        check_duration(name, options.get(name))  # before anything is sent
    obj = yield partial(call_operation, client, path, strip_not_given(arguments))
    return (yield from poll(client, target, {**get_ids(obj), **polling_options(arguments)}, **options))


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
    cancel: Any = None,
) -> Any:
    """Poll a run until it requires action, or is completed, failed, cancelled, expired or incomplete; return it."""
    _warn_if_deprecated(client, RUN.path)
    options = {"extra_headers": extra_headers, "extra_query": extra_query, "timeout": timeout, "cancel": cancel}
    ids = {"thread_id": thread_id, "run_id": run_id}
    return run_flow(client, poll(client, RUN, {**ids, **options}, poll_interval_ms, deadline))


def _start_run_and_poll(client: Any, path: str, arguments: Dict[str, Any], interval_ms: Any, deadline: Any) -> Any:
    """Start or continue a run, and poll it. Called by helpers only: warnings go to the caller of the helper."""
    _warn_if_deprecated(client, RUN.path)
    if strip_not_given(arguments).pop("stream", False):
        raise ArgumentError("stream: a polled run cannot be streamed; use create with stream=True instead")

    def get_ids(run: Any) -> Dict[str, Any]:
        return {"thread_id": arguments.get("thread_id", get_field(run, "thread_id")), "run_id": read_id(run)}

    options = {"interval_ms": interval_ms, "deadline": deadline}
    return run_flow(client, create_and_poll(client, path, arguments, RUN, get_ids, **options))


def create_run_and_poll(
    client: Any, *, poll_interval_ms: Any = None, deadline: Optional[float] = None, **arguments: Any
) -> Any:
    """Create a run and poll it, as `poll` does; takes the arguments of `create` (`thread_id`, `assistant_id` …)."""
    return _start_run_and_poll(client, "beta.threads.runs.create", arguments, poll_interval_ms, deadline)


def submit_tool_outputs_and_poll(
    client: Any, *, poll_interval_ms: Any = None, deadline: Optional[float] = None, **arguments: Any
) -> Any:
    """Submit tool outputs to a run and poll it, as `poll` does; takes `tool_outputs`, `run_id` and `thread_id`."""
    return _start_run_and_poll(client, "beta.threads.runs.submit_tool_outputs", arguments, poll_interval_ms, deadline)


def create_thread_and_run_poll(
    client: Any, *, poll_interval_ms: Any = None, deadline: Optional[float] = None, **arguments: Any
) -> Any:
    """Create a thread, run an assistant on it and poll the run; takes the arguments of `create_and_run`."""
    return _start_run_and_poll(client, "beta.threads.create_and_run", arguments, poll_interval_ms, deadline)


def poll_video(
    client: Any,
    video_id: str,
    *,
    poll_interval_ms: Any = None,
    deadline: Optional[float] = None,
    progress: Progress = None,
    cancel: Any = None,
) -> Any:
    """Poll a video until it is completed or failed, and return it; `progress` counts to 100."""
    _warn_if_deprecated(client, VIDEO.path)
    ids = {"video_id": video_id, "cancel": cancel}
    return run_flow(client, poll(client, VIDEO, ids, poll_interval_ms, deadline, progress=progress))


def create_video_and_poll(
    client: Any,
    *,
    poll_interval_ms: Any = None,
    deadline: Optional[float] = None,
    progress: Progress = None,
    **arguments: Any,
) -> Any:
    """Create a video and poll it, as `poll` does; takes the arguments of `create`, at least `prompt`."""
    _warn_if_deprecated(client, VIDEO.path)

    def get_ids(video: Any) -> Dict[str, Any]:
        return {"video_id": read_id(video)}

    options = {"interval_ms": poll_interval_ms, "deadline": deadline, "progress": progress}
    return run_flow(client, create_and_poll(client, "videos.create", arguments, VIDEO, get_ids, **options))


def wait_for_processing(
    client: Any,
    id: str,
    *,
    poll_interval: float = 5.0,
    max_wait_seconds: float = 1800,
    deadline: Any = None,
    cancel: Any = None,
) -> Any:
    """Poll a file until it is processed, deleted or in error, and return it. Durations are in seconds.

    Raises ProcessingTimeoutError, a PollTimeoutError and RuntimeError, after the smaller of `max_wait_seconds` and
    `deadline`.
    """
    limit = min_limit(max_wait_seconds, deadline)
    interval_ms = (check_duration("poll_interval", poll_interval) or 0.0) * 1000
    ids = {"file_id": id, "cancel": cancel}
    flow = poll(client, FILE, ids, interval_ms, limit, timeout_error=ProcessingTimeoutError)
    return run_flow(client, flow)
