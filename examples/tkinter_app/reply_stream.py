# SPDX-License-Identifier: MIT
"""Stream a reply in the background of a program with an event loop, such as that of tkinter, Qt, GTK or wxWidgets.

Imports no toolkit: it needs only a function that calls another one later, in the thread of the event loop.
"""

from __future__ import annotations

import queue

from openai_stdlib import Config, StreamEnd

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, Optional

    from openai_stdlib import OpenAI

POLL_INTERVAL_MS = 30
MAX_ITEMS = 200  # handled at once, so that the window can be drawn in between


class ReplyStream:
    """A reply that arrives in a thread of the library, and is passed on in the thread of the event loop.

    `schedule(milliseconds, function)` is `root.after` of tkinter, `QTimer.singleShot` of Qt, `GLib.timeout_add` of GTK
    or `wx.CallLater` of wxWidgets. `on_text` is called with the text that has arrived, `on_end` once, with the error or
    None. Neither this constructor nor any other method waits for the network.
    """

    def __init__(
        self,
        client: OpenAI,
        model: str,
        messages: List[Any],
        *,
        schedule: Callable[[int, Callable[[], None]], Any],
        on_text: Callable[[str], None],
        on_end: Callable[[Optional[BaseException]], None],
    ) -> None:
        self._schedule, self._on_text, self._on_end = schedule, on_text, on_end
        # Without a limit: a thread that waits for a full queue could not end when the stream is closed.
        self._items: Any = queue.Queue()
        self._is_closed = False
        # The queue, not a callable that changes the window: no toolkit allows that from another thread.
        self._stream: Any = client.chat.completions.create(
            model=model,
            messages=messages,
            stream=True,
            config=Config(http_options={"stream_to": self._items}),
        )
        schedule(POLL_INTERVAL_MS, self._poll)

    def _poll(self) -> None:
        if self._is_closed:
            return
        text, end = "", None
        for _ in range(MAX_ITEMS):
            if end is not None or self._items.empty():
                break
            item = self._items.get()
            if isinstance(item, StreamEnd):
                end = item
            elif item.choices:
                text += item.choices[0].delta.content or ""
        if text:
            self._on_text(text)
        if end is None:
            self._schedule(POLL_INTERVAL_MS, self._poll)
        else:
            self._is_closed = True
            self._on_end(end.error)

    def cancel(self) -> None:
        """End the reply now. `on_end` is called as for a complete one."""
        self._stream.close()

    def close(self, timeout: float = 5) -> bool:
        """End the reply without calling anything any more. Return whether the thread has ended within `timeout`."""
        self._is_closed = True
        self._stream.close()
        return bool(self._stream.join(timeout))  # at once, because nothing keeps it waiting
