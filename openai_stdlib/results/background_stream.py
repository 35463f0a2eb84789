# SPDX-License-Identifier: MIT
"""A stream that is handed on from a background thread: what `http_options={"stream_to": …}` asks for."""

from __future__ import annotations

import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional

    from .stream import Stream


class StreamEnd:
    """The last thing that is delivered. `error` is what the stream ended with, or None if it is complete."""

    __slots__ = ("error",)

    def __init__(self, error: Optional[BaseException] = None) -> None:
        self.error = error

    def __repr__(self) -> str:
        return "StreamEnd({!r})".format(self.error)


class BackgroundStream:
    """Hands each item of a stream to a callable, or to the `put` of a queue; after the last one a `StreamEnd`.

    Exactly one StreamEnd comes, also when the stream fails. A target that blocks holds the stream back; one that
    raises ends it, and its exception is `error`. The thread is a daemon: a program that wants all must `join`.
    """

    def __init__(self, stream: Stream, target: Any) -> None:
        self.error: Optional[BaseException] = None
        self._stream = stream
        self._put: Callable[[Any], Any] = target.put if hasattr(target, "put") else target
        self._thread = threading.Thread(target=self._run, name="stream delivery", daemon=True)
        self._thread.start()

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
        """Wait until all has been delivered, at most `timeout` seconds; tell whether it has."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def close(self) -> None:
        """End the stream now; its StreamEnd still comes."""
        self._stream.close()
