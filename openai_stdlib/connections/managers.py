# SPDX-License-Identifier: MIT
"""Managers, which open and close connections: what `connect` returns."""

from __future__ import annotations

from ..call.closing import aclose_after_block, close_after_block
from ..call.errors import ConfigError, OpenAIError, clear_traceback_frames
from ..call.header_validation import check_headers
from ..call.headers import Headers, mask, mask_headers
from ..call.sentinels import SENTINEL_TYPES, omit
from ..call.url import expand
from ..transport.base import CO_COROUTINE
from ..websocket.opening import check_transport, open_connection
from .base import log_warning, remember_session_event
from .connection_options import ConnectionOptions
from .endpoints import COMMON_ARGUMENTS, UNUSED_BY_BETA
from .events import encode_event
from .handlers import EventHandlers, HandlerMixin
from .handshake_request import build_handshake_request, check_query
from .reconnection import Reconnection
from .send_queue import SendQueue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, Dict, Optional, Tuple, Type

    from .endpoints import Endpoint


class ManagerBase(HandlerMixin):
    """Base of managers: the arguments of `connect`, checked, and the queue of messages to send after opening.

    Raises ConfigError or ArgumentError for invalid arguments, and TypeError for missing and unknown ones.
    """

    endpoint: Endpoint  # defined, as the next one, by the classes that classes.py makes
    connection_class: Any

    def __init__(self, *, client: Any, **arguments: Any) -> None:
        arguments["extra_headers"] = mask_headers(arguments.get("extra_headers"))  # before anything can fail
        values = bind_arguments(self.endpoint, arguments)
        names = self.endpoint.parameters
        self._client = client
        self._parameters = {name: values[name] for name in names if type(values[name]) not in SENTINEL_TYPES}
        if "{" in self.endpoint.path:
            expand(self.endpoint.path, ("session_id",), self._parameters)
        self._extra_query = check_query(values["extra_query"])
        self._extra_headers = check_headers("extra_headers", values["extra_headers"])
        self._options = ConnectionOptions(values["websocket_connection_options"])
        self._transport: Any = client.websocket_transport
        if self._transport is not None:
            check_transport(self._transport, client._is_async, "websocket_transport")
            self._options.check_for_transport()
        elif hasattr(client._transport, "check_websockets"):  # of a transport that must not reach the network
            client._transport.check_websockets()
        self._recovery: Dict[str, Any] = {
            name: values[name] for name in ("on_reconnecting", "max_retries", "initial_delay", "max_delay")
        }
        Reconnection(*self._recovery.values())  # checks them
        self._on_reconnected = values["on_reconnected"]
        for name in ("on_reconnecting", "on_reconnected"):
            check_hook(name, values[name], client._is_async)
        self._queue = SendQueue(values["max_queue_size"])
        self._session_events: Dict[str, str] = {}
        self._handlers = EventHandlers()
        self._connection: Any = None

    def send(self, event: Any) -> None:
        """Queue an event, a mapping or a model, which is sent as soon as the connection is open.

        Raises BodyError for what JSON cannot express, and WebSocketQueueFullError.
        """
        text = encode_event(self.endpoint, event)
        self._queue.append(text)
        remember_session_event(self._session_events, event, text)

    def _prepare(self, extra_query: Any, extra_headers: Any, may_retry: bool) -> Tuple[Tuple[Any, ...], Dict[str, Any]]:
        """Return the arguments of `open_connection`."""
        client = self._client
        if client.is_closed():
            raise OpenAIError("the client is closed; create another one")
        options = self._options
        try:
            headers = Headers({**options.headers, **extra_headers})  # with those that remove a field
            handshake = build_handshake_request(
                client, self.endpoint, self._parameters, extra_query, headers, options.open_timeout
            )
        except OpenAIError as error:
            clear_traceback_frames(error)
            raise
        policy = client._settings.retry if may_retry else 0
        settings = options.settings_of(client) if self._transport is None else None  # another one has its own
        arguments = handshake.request, options.protocol, settings, policy
        return arguments, {
            "sign": handshake.sign,
            "on_unauthorized": handshake.on_unauthorized,
            "transport": self._transport,
            "watch": handshake.watch,
        }

    def _make_connection(self, connection: Any) -> Any:
        made = self.connection_class(
            connection,
            make_ws=self._reopen if self._recovery["on_reconnecting"] is not None else None,
            extra_query=self._extra_query,
            extra_headers=self._extra_headers,
            send_queue=self._queue,
            on_reconnected=self._on_reconnected,
            session_events=self._session_events,
            **self._recovery,
        )
        self._handlers.move_to(made._handlers)
        return made

    _reopen: Any  # (extra_query, extra_headers) -> WebSocket; defined by the managers

    def __repr__(self) -> str:
        return "<{} of {!r}>".format(type(self).__name__, self._client)


class ConnectionManager(ManagerBase):
    """Context manager that opens a connection, and closes it at the end of the block.

    `enter()` opens the connection without a block; the caller closes it then.
    """

    def __enter__(self) -> Any:
        """Open the connection, send the queue, and return the connection.

        The first attempt is repeated as calls of the client are. Raises APIStatusError, or a subclass such as
        AuthenticationError, if the server refuses, APITimeoutError or another APIConnectionError if it doesn't answer.
        """
        connection = self._open(self._extra_query, self._extra_headers, True)
        try:
            made = self._make_connection(connection)
            try:
                made._flush()
            except OpenAIError as error:
                log_warning("Failed to flush send queue after reconnect", error)
        except BaseException:
            connection.close()
            raise
        self._connection = made
        return made

    enter = __enter__

    def __exit__(
        self, cls: Optional[Type[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None:
        """Close the connection. What fails is raised only if the block has raised nothing."""
        if self._connection is not None:
            close_after_block(self._connection.close, error)

    def _open(self, extra_query: Any, extra_headers: Any, may_retry: bool) -> Any:
        arguments, keywords = self._prepare(extra_query, extra_headers, may_retry)
        return open_connection(*arguments, **keywords)

    def _reopen(self, extra_query: Any, extra_headers: Any) -> Any:
        return self._open(extra_query, extra_headers, False)


class AsyncConnectionManager(ManagerBase):
    """Async context manager that opens a connection, and closes it at the end of the block.

    `await enter()` opens the connection without a block; the caller closes it then.
    """

    async def __aenter__(self) -> Any:
        """Open the connection, send the queue, and return the connection.

        The first attempt is repeated as calls of the client are. Raises APIStatusError, or a subclass such as
        AuthenticationError, if the server refuses, APITimeoutError or another APIConnectionError if it doesn't answer.
        """
        connection = await self._open(self._extra_query, self._extra_headers, True)
        try:
            made = self._make_connection(connection)
            try:
                await made._flush()
            except OpenAIError as error:
                log_warning("Failed to flush send queue after reconnect", error)
        except BaseException:
            await connection.close()
            raise
        self._connection = made
        return made

    enter = __aenter__

    async def __aexit__(
        self, cls: Optional[Type[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None:
        """Close the connection. What fails is raised only if the block has raised nothing."""
        if self._connection is not None:
            await aclose_after_block(self._connection.close, error)

    async def _open(self, extra_query: Any, extra_headers: Any, may_retry: bool) -> Any:
        from ..websocket.async_opening import open_async_connection

        arguments, keywords = self._prepare(extra_query, extra_headers, may_retry)
        return await open_async_connection(*arguments, **keywords)

    async def _reopen(self, extra_query: Any, extra_headers: Any) -> Any:
        return await self._open(extra_query, extra_headers, False)


def check_hook(name: str, hook: Any, is_async: bool) -> None:
    """Raise ConfigError for what is no function, and for a coroutine function that nothing could await."""
    if hook is None:
        return
    if not callable(hook):
        raise ConfigError("{}: expected a function or None, got {}".format(name, type(hook).__name__))
    flags = getattr(getattr(hook, "__code__", None), "co_flags", 0)
    if flags & CO_COROUTINE and not is_async:
        raise ConfigError("{}: a coroutine function needs an async client; pass a plain function".format(name))


def bind_arguments(endpoint: Endpoint, arguments: Dict[str, Any]) -> Dict[str, Any]:
    """Return the arguments of `connect` with defaults for those that were not given. Raises TypeError."""
    values: Dict[str, Any] = {**dict.fromkeys(endpoint.parameters, omit), **COMMON_ARGUMENTS}
    values["max_queue_size"] = endpoint.max_queue_size
    unused = UNUSED_BY_BETA if endpoint.is_beta else ()
    for name, value in arguments.items():
        if name not in values or name in unused:
            known = ", ".join(each for each in values if each not in unused)
            raise TypeError("connect() got an unexpected argument {!r}; it takes {}".format(name, known))
        if type(value) not in SENTINEL_TYPES and (value is not None or name in endpoint.parameters):
            values[name] = mask(value) if name == "extra_query" and isinstance(value, str) else value
    missing = [name for name in endpoint.required if type(values[name]) in SENTINEL_TYPES]
    if missing:
        raise TypeError("connect() needs the argument {!r}".format(missing[0]))
    return values
