# SPDX-License-Identifier: MIT
"""`TranslationSession`: realtime translation over a connection that ends when the server has sent everything."""

from __future__ import annotations

import asyncio
import threading
from urllib.parse import parse_qs

from ..call.closing import aclose_after_block, close_after_block
from ..call.errors import OpenAIError, ParseError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, Dict, Mapping, Optional, Type

CLOSE_REQUEST, CLOSED_EVENT = "session.close", "session.closed"


class _InputState:
    """Whether input can be sent: until `session.close` was sent, or the connection is closed. No I/O."""

    def __init__(self) -> None:
        self.is_finished = False
        self.is_closed = False

    def begin_send(self, event: Any) -> bool:
        """Return whether an event must be sent; a second `session.close` must not. Raises OpenAIError."""
        event_type = event.get("type") if isinstance(event, dict) else getattr(event, "type", None)
        if self.is_closed or (self.is_finished and event_type != CLOSE_REQUEST):
            reason = "the connection is closed" if self.is_closed else "session.close was sent"
            raise OpenAIError("send: the input of the translation has ended, because {}".format(reason))
        if self.is_finished:
            return False
        self.is_finished = event_type == CLOSE_REQUEST
        return True


def is_end(event: Any) -> bool:
    """Return whether an event ends the session. Raises ParseError for one that lacks what it must have."""
    if not isinstance(event, dict) or event.get("type") != CLOSED_EVENT:
        return False
    if not isinstance(event.get("event_id"), str):
        raise ParseError("session.closed: the event has no event_id, so it is not the end", "$.event_id", event)
    return True


class TranslationConnection:
    """The connection of a `TranslationSession`. Any number of threads may send, and one at a time may receive."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._input = _InputState()
        self._lock = threading.Lock()

    def send(self, event: Any) -> None:
        """Send an event. The connection is closed if that fails, because the server may have received a part of it.

        `session.close` ends the input: sending it again does nothing, and anything else raises OpenAIError.
        """
        with self._lock:
            if not self._input.begin_send(event):
                return
            try:
                self._connection.send(event)
            except BaseException:
                self.close()
                raise

    def recv(self, *, timeout: Optional[float] = None) -> Any:
        """Return the next event; wait for it up to `timeout` seconds (None: no limit).

        After `session.closed` the connection is closed. Raises TimeoutError, and what `connection.recv` raises.
        """
        event = self._connection.parse_event(self._connection.recv_bytes(timeout))
        if is_end(event):
            if timeout is None:
                self.close()
            else:  # closing waits for the server, which may take longer
                self._input.is_closed = True
                threading.Thread(target=self._connection.close, daemon=True).start()
        return event

    def close(self) -> None:
        """Close the connection at once: a pending `recv` ends, and output that was not received is lost."""
        self._input.is_closed = True
        self._connection.close()


class AsyncTranslationConnection:
    """The connection of an `AsyncTranslationSession`. Any number of tasks may send, and one at a time may receive."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._input = _InputState()
        self._lock = asyncio.Lock()
        self._last: Any = None  # the event `session.closed`, until it is returned

    async def send(self, event: Any) -> None:
        """Send an event. The connection is closed if that fails, because the server may have received a part of it.

        `session.close` ends the input: sending it again does nothing, and anything else raises OpenAIError.
        """
        async with self._lock:
            if not self._input.begin_send(event):
                return
            try:
                await self._connection.send(event)
            except BaseException:  # also if the call was cancelled
                await self.close()
                raise

    async def recv(self) -> Any:
        """Return the next event. After `session.closed` the connection is closed. A cancelled call loses no event."""
        if self._last is None:
            event = self._connection.parse_event(await self._connection.recv_bytes())
            if not is_end(event):
                return event
            self._input.is_closed, self._last = True, event
        await asyncio.shield(self._connection.close())
        event, self._last = self._last, None
        return event

    async def close(self) -> None:
        """Close the connection at once: a pending `recv` ends, and output that was not received is lost."""
        self._input.is_closed = True
        await self._connection.close()


class _SessionBase:
    """Base of sessions: the arguments, and what `connect` is called with."""

    def __init__(
        self,
        resource: Any,
        *,
        model: str,
        extra_query: Mapping[str, Any] = {},  # noqa: B006  # as in the official signature; it is not changed
        extra_headers: Mapping[str, Any] = {},  # noqa: B006
        websocket_connection_options: Mapping[str, Any] = {},  # noqa: B006
    ) -> None:
        self._resource = resource
        self._model = model
        self._extra_query = extra_query
        self._extra_headers = extra_headers
        self._options = websocket_connection_options
        self._connection: Any = None
        self._is_entered = False

    def _make_manager(self) -> Any:
        """Return the manager of the connection. Raises RuntimeError, ValueError, or OpenAIError for a provider."""
        if self._is_entered:
            raise RuntimeError("the session was entered before; create another one")
        self._is_entered = True
        if not self._model:
            raise ValueError("model: it is empty; pass the name of a model for translation")
        client = self._resource._client
        if client._settings.provider is not None:
            raise OpenAIError("Realtime translation is not available through this provider; use the OpenAI API")
        base_query = _parse_query(client._settings.base_url)
        own_query = base_query if client.websocket_base_url is None else _parse_query(client.websocket_base_url)
        for query in (base_query, own_query, client._settings.query, self._extra_query):
            if "intent" in query:
                raise ValueError("extra_query: the parameter 'intent' is not for translation; remove it")
        # A WebSocket URL of its own doesn't have the query of the base URL.
        missing = {name: value for name, value in base_query.items() if name not in own_query}
        missing = {name: value for name, value in missing.items() if name not in client._settings.query}
        return self._resource.connect(
            model=self._model,
            extra_query={**missing, **self._extra_query} if missing else self._extra_query,
            extra_headers=self._extra_headers,
            websocket_connection_options=self._options,
        )


def _parse_query(url: Any) -> Dict[str, Any]:
    return parse_qs(str(url).partition("?")[2], keep_blank_values=True)


class TranslationSession(_SessionBase):
    """Context manager that opens a connection for realtime translation.

    `TranslationSession(client.realtime.translations, model="…")` is entered once, and the connection is not opened
    again when it breaks. Send `session.close` at the end of the input, and receive until `session.closed`: leaving the
    block before loses output.
    """

    def __enter__(self) -> TranslationConnection:
        """Open the connection. Raises ValueError for an empty model or the query parameter `intent`."""
        self._connection = TranslationConnection(self._make_manager().enter())
        connection: TranslationConnection = self._connection
        return connection

    enter = __enter__

    def __exit__(
        self, cls: Optional[Type[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None:
        """Close the connection. What fails is raised only if the block has raised nothing."""
        if self._connection is not None:
            close_after_block(self._connection.close, error)


class AsyncTranslationSession(_SessionBase):
    """Async variant of `TranslationSession`, for `async with`."""

    async def __aenter__(self) -> AsyncTranslationConnection:
        """Open the connection. Raises ValueError for an empty model or the query parameter `intent`."""
        self._connection = AsyncTranslationConnection(await self._make_manager().enter())
        connection: AsyncTranslationConnection = self._connection
        return connection

    enter = __aenter__

    async def __aexit__(
        self, cls: Optional[Type[BaseException]], error: Optional[BaseException], traceback: Optional[TracebackType]
    ) -> None:
        """Close the connection. What fails is raised only if the block has raised nothing."""
        if self._connection is not None:
            await aclose_after_block(self._connection.close, error)
