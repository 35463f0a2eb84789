# SPDX-License-Identifier: MIT
"""Consume a stream in a background thread and pass its items to a callable or queue.

This implements `http_options={"stream_to": …}`.
"""

from __future__ import annotations

import threading

from ..call.host_limits import start_daemon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional

    from .stream import Stream


class StreamEnd:
    """Marker passed to the target after the last item. `error` is the exception that ended the stream, or None."""

    __slots__ = ("error",)

    def __init__(self, error: Optional[BaseException] = None) -> None:
        self.error: Optional[BaseException] = error

    def __repr__(self) -> str:
        return "StreamEnd({!r})".format(self.error)


class BackgroundStream:
    """Thread that passes each item of a stream to a callable, or to the `put` of a queue, and then a `StreamEnd`.

    Exactly one StreamEnd is passed, even if the stream fails. A target that blocks pauses the stream. A target that
    raises ends the stream; its exception is stored in `error`. The thread is a daemon, so call `join` before the
    program exits if all items must be passed on.
    """

    def __init__(self, stream: Stream, target: Any) -> None:
        self.error: Optional[BaseException] = None
        self._stream = stream
        self._put: Callable[[Any], Any] = target.put if hasattr(target, "put") else target
        self._thread = threading.Thread(target=self._run, name="stream delivery")
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
        """End the stream now. The StreamEnd is still passed to the target."""
        self._stream.close()
