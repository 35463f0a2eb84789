# SPDX-License-Identifier: MIT
"""The flow of a run of batches: submit, poll, collect, submit again what failed, and merge."""

from __future__ import annotations

import time
from functools import partial

from ..call.api_errors import APIError
from ..call.errors import ArgumentError
from ..call.helper_errors import PollTimeoutError
from .batch_calls import BatchCalls, has_too_much_work, is_passing
from .batch_results import collect, merge
from .batch_state import ACTIVE
from .flow import Sleep, in_thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Iterator, Optional, Tuple

    from .batch_state import Attempt, BatchState
    from .flow import Flow

MIN_INTERVAL, MAX_INTERVAL = 5.0, 60.0  # seconds between polls, where neither the caller nor the server says
MIN_SERVER_INTERVAL, MAX_SERVER_INTERVAL = 0.02, 3600.0
MAX_FAILED_POLLS = 10  # in a row, after each of which the client has made its retries


class Waiting:
    """How long to wait: the interval between polls, and the deadline of the run."""

    def __init__(self, poll_interval: Optional[float], deadline: Optional[float]) -> None:
        self._poll_interval = poll_interval
        self._deadline = deadline
        self._started = time.monotonic()
        self._interval = MIN_INTERVAL
        self._server_interval: Optional[float] = None

    def hear(self, poll_after_ms: Any) -> None:
        """Take the header of a poll."""
        try:
            seconds = float(poll_after_ms) / 1000
        except (TypeError, ValueError):
            return
        if seconds == seconds:
            self._server_interval = min(max(seconds, MIN_SERVER_INTERVAL), MAX_SERVER_INTERVAL)

    def reset(self) -> None:
        """Begin with short intervals again, because a batch was created."""
        self._interval = MIN_INTERVAL

    @property
    def waited(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._started

    def next_pause(self) -> Optional[float]:
        """Return the seconds until the next poll, or None after the deadline."""
        pause: float = self._interval
        if self._poll_interval is not None:
            pause = self._poll_interval
        elif self._server_interval is not None:
            pause = self._server_interval
        self._interval = min(self._interval * 1.5, MAX_INTERVAL)
        if self._deadline is None:
            return pause
        left = self._deadline - self.waited
        return min(pause, left) if left > 0 else None


class BatchFlow:
    """A run that was prepared. `run` goes on with it until it is finished, or once if it must not wait."""

    def __init__(
        self, calls: BatchCalls, client: Any, state: BatchState, waiting: Waiting, report: Callable[[], None]
    ) -> None:
        self._calls = calls
        self._client = client
        self._state = state
        self._waiting = waiting
        self._report = report
        self._room: int = state.data["options"]["max_batches"]

    def run(self, wait: bool) -> Flow:
        """Go on with the run. Raises PollTimeoutError after the deadline, and what the calls raise."""
        failed_polls = 0
        while True:
            yield from self._submit_all()
            error = yield from self._poll_all()
            has_new = yield from self._collect_all()
            self._report()
            if self._is_done():
                yield in_thread(self._client, partial(merge, self._state))
                self._report()
                return
            if error is not None:
                failed_polls += 1
                if failed_polls > MAX_FAILED_POLLS or not is_passing(error):
                    raise error
            else:
                failed_polls = 0
            if has_new and self._has_room():
                self._waiting.reset()
                continue
            if not wait:
                return
            pause = self._waiting.next_pause()
            if pause is None:
                raise self._timeout_error()
            yield Sleep(pause)

    def _parts(self) -> Iterator[Tuple[Dict[str, Any], Attempt]]:
        """Yield each part and its last attempt."""
        for part in self._state.data["parts"]:
            yield part, part["attempts"][-1]

    def _is_done(self) -> bool:
        return all(attempt["collected"] for _, attempt in self._parts())

    def _has_room(self) -> bool:
        return len(self._state.active()) < self._room

    def _submit_all(self) -> Flow:
        for part, attempt in self._parts():
            if attempt["batch_id"] or attempt["collected"]:
                continue
            if self._state.is_cancelled:
                attempt["collected"] = True
            elif self._has_room():
                yield from self._calls.submit(part, attempt)
                self._report()

    def _poll_all(self) -> Flow:
        """Retrieve the batches that the server works on, and return the first error, if all have failed."""
        active, error, count = self._state.active(), None, 0
        before = repr(active)
        for attempt in active:
            try:
                self._waiting.hear((yield from self._calls.retrieve(attempt)))
            except APIError as failure:
                if not is_passing(failure):
                    raise
                error, count = error or failure, count + 1
        if repr(active) != before:
            yield in_thread(self._client, self._state.save)
        return error if count == len(active) else None

    def _collect_all(self) -> Flow:
        """Fetch the results of batches that have ended, and return whether there may be rows to submit."""
        resubmit = self._state.data["options"]["resubmit"]
        has_new = has_refused = False
        for part, attempt in self._parts():
            if not attempt["batch_id"] or attempt["collected"] or attempt["status"] in ACTIVE:
                continue
            if has_too_much_work(attempt) and not self._state.is_cancelled:
                active = len(self._state.active())
                attempt["refusals"] = attempt.get("refusals", 0) + (not active)
                if attempt["refusals"] <= resubmit:
                    # Its rows stay uploaded, and become another batch when one of the others has ended.
                    self._room, has_refused = max(1, active), True
                    attempt.update(batch_id="", status="waiting", error=None, number=attempt["number"] + 1)
                    yield in_thread(self._client, self._state.save)
                    continue
            yield from self._calls.fetch(attempt)
            yield in_thread(self._client, partial(collect, self._state, part, resubmit))
            yield in_thread(self._client, self._state.save)
            has_new = True  # or at least, there is room for parts that wait
        return has_new and not has_refused

    def _timeout_error(self) -> PollTimeoutError:
        active, waited = len(self._state.active()), self._waiting.waited
        message = (
            "deadline: {} of {} batches are not done after {:.1f} seconds, and the server goes on with them; call run "
            "again with state={!r}"
        )
        total = sum(1 for _ in self._state.attempts())
        return PollTimeoutError(message.format(active, total, waited, self._state.path), waited=waited)


def cancel_all(calls: BatchCalls, state: BatchState) -> Flow:
    """Cancel the batches of a run; no rows are sent any more."""
    if state.is_finished:
        raise ArgumentError("state: the run of {!r} is finished; there is nothing to cancel".format(state.path))
    state.data["is_cancelled"] = True
    state.save()
    for part in state.data["parts"]:
        attempt = part["attempts"][-1]
        if attempt["sending"] == "batch":
            yield from calls.recover(part, attempt)
        if attempt["batch_id"] and attempt["status"] in ACTIVE:
            yield from calls.cancel(attempt)
            state.save()


def refresh_all(calls: BatchCalls, state: BatchState) -> Flow:
    """Retrieve the batches that the server works on; the state file stays as it is."""
    for attempt in state.active():
        yield from calls.retrieve(attempt)
