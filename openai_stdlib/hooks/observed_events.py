# SPDX-License-Identifier: MIT
"""`CallEvents`: the part of a call that reports its steps to a hook. It sees the effects of exchange.py.

Each event has a dict of its own, which the hook may keep and change. A hook cannot harm the call: what it raises is
logged, once for each hook. This is on the path of every call with a hook, so what calls have in common is kept by
event_fields.py, and nothing is computed twice.
"""

from __future__ import annotations

import os
from itertools import count
from os import urandom
from time import monotonic

from ..call.call_observer import CallPart
from ..call.exchange import Discard, Send, Sign, Sleep
from .event_fields import add_outcome, call_fields, url_fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

    from ..call.call_observer import Flow
    from ..call.message import Request, Response
    from ..call.outcome import Outcome

    Fields = Dict[str, Any]
    Hook = Callable[[str, Fields], Any]

MAX_REPORTED = 100  # hooks that are known to have failed

_numbers = count(1)  # of calls
_reported: Dict[Any, Any] = {}  # identity of a hook that has failed -> the hook, which is kept so that it is not reused


class ProcessId:
    """The start of the ids of calls: random, and another one after a fork."""

    text: str = ""

    @classmethod
    def renew(cls) -> None:
        """Choose another one."""
        cls.text = urandom(6).hex() + "-"


ProcessId.renew()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=ProcessId.renew)


class CallEvents(CallPart):
    """Reports the steps of one call to `hook`. With `content`, the fields include messages."""

    __slots__ = (
        "_hook", "_call", "_started_at", "_fields", "_content", "_attempts", "_failure", "_redirect", "_headers",
        "_first_event_after",
    )  # fmt: skip

    def __init__(self, hook: Hook, call: Any, content: bool) -> None:
        self._hook = hook
        self._call = call
        self._started_at = monotonic()
        self._fields = fields = call_fields(call)  # of all events
        fields["call.id"] = ProcessId.text + str(next(_numbers))
        self._content: Any = None  # reads messages
        if content:
            from .message_content import ContentReader

            self._content = ContentReader(call)
        self._attempts = 0
        self._failure: Any = None  # of the last attempt: a response with an error status, or the name of an exception
        self._redirect: Optional[Response] = None
        self._headers: Optional[Dict[str, str]] = None  # that the hook adds to the requests
        self._first_event_after: Optional[float] = None  # seconds

    def emit(self, name: str, fields: Fields) -> None:
        """Call the hook. Log what it raises, except for what ends a program or a task."""
        try:
            self._hook(name, fields)
        except Exception as error:
            report_failure(self._hook, name, error)

    def watch(self, flow: Flow) -> Flow:
        """Run the exchange of a call, and report its steps."""
        self._begin()
        try:
            effect = next(flow)
            while True:
                kind = type(effect)
                if kind is Send:
                    self._before_send(effect.request)  # type: ignore[attr-defined]
                elif self._failure is not None and (kind is Sleep or kind is Sign):
                    self._report_retry(getattr(effect, "seconds", 0.0))
                elif kind is Discard:
                    self._redirect, self._failure = effect.response, None  # type: ignore[attr-defined]
                try:
                    result = yield effect
                except Exception as error:
                    self._failure = type(error).__name__
                    effect = flow.throw(error)
                else:
                    if kind is Send:
                        self._after_send(result)
                    effect = flow.send(result)
        except StopIteration as stop:
            response: Response = stop.value
            return response

    def _begin(self) -> None:
        headers: Dict[str, str] = {}
        fields = self._fields.copy()
        fields["extra_headers"] = headers
        if self._content is not None:
            fields.update(self._content.input_fields())
        self.emit("begun", fields)
        if headers:
            self._add_headers(headers)

    def _add_headers(self, headers: Any) -> None:
        """Send the headers that the hook has added with each attempt. Those that the call has anyway stay."""
        from ..call.header_validation import check_headers

        try:
            self._headers = check_headers("extra_headers", headers)
        except ValueError as error:
            report_failure(self._hook, "begun", error)
            return
        self._extend(self._call.request.headers)

    def _extend(self, present: Any) -> None:
        for name, value in (self._headers or {}).items():
            if present.get(name) is None:
                present[name] = value

    def _before_send(self, request: Request) -> None:
        self._attempts = attempts = self._attempts + 1
        if self._redirect is not None:
            self._report_redirect(request, self._redirect)
        elif self._headers and not getattr(request, "is_cross_origin", False):
            self._extend(request.headers)  # a customized client has made the request anew
        fields = self._fields.copy()
        fields["call.attempt"] = attempts
        if attempts > 1:
            fields["http.request.resend_count"] = attempts - 1
        self.emit("attempt_sent", fields)

    def _after_send(self, response: Response) -> None:
        status = response.status_code
        fields = self._fields.copy()
        fields["call.attempt"] = self._attempts
        if self._attempts > 1:
            fields["http.request.resend_count"] = self._attempts - 1
        fields["http.response.status_code"] = status
        fields["http.client.request.duration"] = response.finished_at - response.started_at
        if status >= 400:
            fields["error.type"] = str(status)
            self._failure = response
        self.emit("head_received", fields)

    def _report_retry(self, delay: float) -> None:
        failure, self._failure = self._failure, None
        fields = self._fields.copy()
        fields["call.attempt"] = self._attempts
        fields["http.request.resend_count"] = self._attempts
        fields["retry.delay"] = delay
        if isinstance(failure, str):
            fields["error.type"] = failure
            fields["retry.is_requested"] = False
        else:
            from ..call.retry import parse_retry_after

            fields["error.type"] = str(failure.status_code)
            fields["http.response.status_code"] = failure.status_code
            fields["retry.is_requested"] = parse_retry_after(failure.headers, failure.received_at) == delay > 0
        self.emit("retry", fields)

    def _report_redirect(self, request: Request, response: Response) -> None:
        from ..call.redirect import origin

        self._redirect = None
        fields = self._fields.copy()
        fields["http.response.status_code"] = response.status_code
        target = url_fields(request)
        if self._headers is not None and (
            getattr(request, "is_cross_origin", False) or origin(request.url) != origin(self._call.request.url)
        ):
            for name in self._headers:
                request.headers.pop(name, None)
        self._fields.update(target)  # of the attempts that follow
        fields.update(target)
        self.emit("redirect", fields)

    def on_first_item(self, outcome: Outcome) -> None:
        """Report that the first event of a stream has arrived."""
        self._first_event_after = monotonic() - self._started_at
        fields = self._fields.copy()
        fields["gen_ai.response.time_to_first_chunk"] = self._first_event_after
        if outcome.model is not None:
            fields["gen_ai.response.model"] = outcome.model
        self.emit("first_event", fields)

    def on_items(self, items: List[Any]) -> None:
        """See items of a stream, for the messages in them."""
        if self._content is not None:
            self._content.read_items(items)

    def finish(self, outcome: Outcome, error: Optional[BaseException]) -> None:
        """Report how the call ended."""
        fields = self._fields.copy()
        fields["gen_ai.client.operation.duration"] = monotonic() - self._started_at
        fields["call.attempts"] = self._attempts
        add_outcome(fields, outcome)
        if self._first_event_after is not None:
            fields["gen_ai.response.time_to_first_chunk"] = self._first_event_after
        if outcome.item_count:
            fields["stream.event_count"] = outcome.item_count
        if self._content is not None:
            fields.update(self._content.output_fields(outcome))
        if error is None:
            self.emit("finished", fields)
            return
        fields["error.type"] = type(error).__name__
        for field, name in (("http.response.status_code", "status_code"), ("error.code", "code")):
            value = getattr(error, name, None)
            if value:
                fields[field] = value
        request_id = getattr(error, "request_id", None)
        if request_id:
            fields["http.response.header.x-request-id"] = [request_id]
        if self._content is not None:  # servers quote what they refuse
            fields["exception.message"] = str(error)
        self.emit("failed", fields)


def report_failure(hook: Hook, event: str, error: Exception) -> None:
    """Log, with the traceback, what a hook has raised for an event: the first time only."""
    key = id(getattr(hook, "__func__", hook)), id(getattr(hook, "__self__", None))
    if key in _reported:
        return
    if len(_reported) >= MAX_REPORTED:
        _reported.clear()
    _reported[key] = hook
    from logging import getLogger

    from ..call.log import LOGGER_NAME

    getLogger(LOGGER_NAME).warning(
        "on_event: the hook %s raised %s for the event %r; the call goes on, and further errors of the hook are not "
        "logged",
        getattr(hook, "__qualname__", type(hook).__name__), type(error).__name__, event,
        exc_info=(type(error), error, error.__traceback__),
    )  # fmt: skip
