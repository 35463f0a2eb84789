# SPDX-License-Identifier: MIT
"""Calls with `http_options={"stream_to": …}`: the thread that passes the items on makes the call, too.

So the caller, which may be the thread of a user interface, never waits for the network.
"""

from __future__ import annotations

from ..results.background_stream import BackgroundStream
from ..transport.abortable import Abort, AbortableTransport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator, Optional

    from ..call.drivers import Deadline
    from ..call.prepare import Call
    from ..results.stream import Stream
    from .clients import OpenAI


def start_stream(client: OpenAI, call: Call, transport: Any, deadline: Deadline) -> BackgroundStream:
    """Make a prepared call in the background, and pass the items of its stream to the target of its settings."""
    try:
        return BackgroundStream(DeferredStream(client, call, transport, deadline), call.settings.stream_to)
    except BaseException:  # no thread could be started
        call.close()
        raise


class DeferredStream:
    """A stream whose call is made when its `with` block is entered. Another thread may close it meanwhile."""

    def __init__(self, client: OpenAI, call: Call, transport: Any, deadline: Deadline) -> None:
        self._client = client
        self._call = call
        self._transport = transport
        self._deadline = deadline
        self._abort = Abort()
        self._stream: Optional[Stream] = None

    def __enter__(self) -> DeferredStream:
        client, call, transport = self._client, self._call, AbortableTransport(self._transport, self._abort)
        try:
            response = client._send(call, transport, self._deadline, sleep=transport.sleep)
            self._stream = client._build_stream(call, response, self._deadline)
        except Exception:
            if not self._abort.aborted:
                raise
        if self._abort.aborted:
            self.close()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Any]:
        """Return an iterator over the items; over none if the stream was closed before its call had succeeded."""
        return iter(()) if self._stream is None else iter(self._stream)

    def close(self) -> None:
        """End the call, or the stream, and release its connection."""
        # Aborting comes first, so that `__enter__` sees it if it has not stored the stream yet.
        self._abort.aborted = True
        if self._stream is None:
            self._abort.abort()
        else:
            self._stream.close()
