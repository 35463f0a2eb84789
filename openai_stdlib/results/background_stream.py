# SPDX-License-Identifier: MIT
"""Consume a stream in a background thread and pass its items to a callable or queue.

This implements `http_options={"stream_to": …}`.
"""

from __future__ import annotations

import contextvars
import threading

from ..call.host_limits import start_daemon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional


class StreamEnd:
    """Marker passed to the target after the last item. `error` is the exception that ended the stream, or None."""

    __slots__ = ("error",)

    def __init__(self, error: Optional[BaseException] = None) -> None:
        self.error: Optional[BaseException] = error

    def __repr__(self) -> str:
        return "StreamEnd({!r})".format(self.error)


class BackgroundStream:
    """Thread that makes a call, and passes each item of its stream to a callable, or to the `put` of a queue.

    Exactly one `StreamEnd` follows, also if the call or the stream fails. A target that blocks pauses the stream. A
    target that raises ends the stream; its exception is stored in `error`. The thread is a daemon, so call `join`
    before the program exits if all items must be passed on.
    """

    def __init__(self, stream: Any, target: Any) -> None:
        self.error: Optional[BaseException] = None
        self._stream = stream  # a Stream, or another context manager over items with a `close`
        self._put: Callable[[Any], Any] = target.put if hasattr(target, "put") else target
        # Instrumentation keeps its state in context variables, as it does for calls of this thread.
        run = contextvars.copy_context().run
        self._thread = threading.Thread(target=run, args=(self._run,), name="stream delivery")
        try:
            start_daemon(self._thread, "stream_to", "iterate over the stream instead")
        except BaseException:
            stream.close()
            raise

    def _run(self) -> None:
        try:
            with self._stream as stream:
                for item in stream:
                    self._put(item)
        except Exception as error:
            self.error = error
        try:
            self._put(StreamEnd(self.error))
        except Exception as error:
            self.error = self.error or error

    def join(self, timeout: Optional[float] = None) -> bool:
        """Wait until every item has been passed on, for at most `timeout` seconds. Return whether it has."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def close(self) -> None:
        """End the call or the stream now, whatever it waits for. The StreamEnd is still passed to the target.

        Does not wait; `join` does. A thread that waits for its target, such as a full queue, ends when that returns.
        """
        self._stream.close()
