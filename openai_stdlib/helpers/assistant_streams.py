# SPDX-License-Identifier: MIT
"""Streaming helpers of assistant runs: `beta.threads.runs.stream()` and its variants, and their context managers.

A helper checks its arguments at once; the request is sent when the manager is entered.
"""

from __future__ import annotations

from ..call.errors import ArgumentError
from ..results.models import subscript
from .assistant_handlers import AssistantEventHandler, AsyncAssistantEventHandler
from .flow import table_entry, with_headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict


class AssistantStreamManager:
    """Context manager that sends the request on entry, returns the event handler, and closes the stream on exit."""

    __class_getitem__: Any = classmethod(subscript)

    def __init__(self, api_request: Callable[[], Any], *, event_handler: Any) -> None:
        self._request = api_request
        self._handler = event_handler

    def __enter__(self) -> Any:
        self._handler._check_unused()
        self._handler._init(self._request())
        return self._handler

    def __exit__(self, *_: object) -> None:
        self._handler._exit()


class AsyncAssistantStreamManager:
    """Async variant of `AssistantStreamManager`, for `async with`."""

    __class_getitem__: Any = classmethod(subscript)

    def __init__(self, api_request: Callable[[], Any], *, event_handler: Any) -> None:
        self._request = api_request
        self._handler = event_handler

    async def __aenter__(self) -> Any:
        self._handler._check_unused()
        self._handler._init(await self._request())
        return self._handler

    async def __aexit__(self, *_: object) -> None:
        await self._handler._exit()


def stream_run(client: Any, *, event_handler: Any = None, **arguments: Any) -> Any:
    """Create a run and stream its events to a handler. Takes the arguments of `runs.create`; returns a manager."""
    return _build_manager(
        client, "beta.threads.runs.create", "threads.runs.create_and_stream", event_handler, arguments
    )


def stream_tool_outputs(client: Any, *, event_handler: Any = None, **arguments: Any) -> Any:
    """Submit tool outputs and stream the events of the run to a handler.

    Takes the arguments of `runs.submit_tool_outputs`; returns a manager.
    """
    path = "beta.threads.runs.submit_tool_outputs"
    return _build_manager(client, path, "threads.runs.submit_tool_outputs_stream", event_handler, arguments)


def stream_thread_run(client: Any, *, event_handler: Any = None, **arguments: Any) -> Any:
    """Create a thread with a run and stream its events to a handler.

    Takes the arguments of `threads.create_and_run`; returns a manager.
    """
    return _build_manager(
        client, "beta.threads.create_and_run", "threads.create_and_run_stream", event_handler, arguments
    )


def _build_manager(client: Any, path: str, helper: str, handler: Any, arguments: Dict[str, Any]) -> Any:
    """Return the manager of a helper.

    Raises ArgumentError for a handler of the wrong class, TypeError for missing arguments. Emits the operation's
    DeprecationWarning at the helper's caller.
    """
    operation = table_entry(client, path)
    operation.check(arguments)
    operation.warn_of_deprecation()
    handler_class: Any = AsyncAssistantEventHandler if client._is_async else AssistantEventHandler
    manager_class: Any = AsyncAssistantStreamManager if client._is_async else AssistantStreamManager
    if not isinstance(handler, (handler_class, type(None))):
        raise ArgumentError("event_handler: expected an {}, got {!r}".format(handler_class.__name__, handler))
    headers = {
        "X-Stainless-Stream-Helper": helper,
        "X-Stainless-Custom-Event-Handler": "false" if handler is None else "true",
    }
    arguments = with_headers({**arguments, "stream": True}, headers)
    return manager_class(
        lambda: client._call(operation, dict(arguments)),
        event_handler=handler_class() if handler is None else handler,
    )
