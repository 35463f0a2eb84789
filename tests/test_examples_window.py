# SPDX-License-Identifier: MIT
"""The example of a window: its part without a toolkit over another event loop, and all of it over tkinter."""

from __future__ import annotations

import heapq
import importlib
import itertools
import queue
import sys
import threading
import time
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest

from . import package
from .examples import EXAMPLES, REPLY, clean_environment, display, run  # noqa: F401
from .process_resources import stream_threads
from .raw_server import DRAIN, REQUEST, RawServer, head, send

FOLDER = EXAMPLES / "tkinter_app"
LIMIT = 60  # seconds for what takes a moment
EVENT = b'data: {"choices": [{"index": 0, "delta": {"content": "x"}}]}\n\n'


class Loop:
    """An event loop: functions that are called in this thread when they are due."""

    def __init__(self) -> None:
        self.timers: list[Any] = []
        self.numbers = itertools.count()

    def schedule(self, milliseconds: int, function: Callable[[], None]) -> None:
        heapq.heappush(self.timers, (time.monotonic() + milliseconds / 1000, next(self.numbers), function))

    def run_until(self, condition: Callable[[], Any]) -> None:
        deadline = time.monotonic() + LIMIT
        while not condition():
            assert time.monotonic() < deadline
            if self.timers and self.timers[0][0] <= time.monotonic():
                heapq.heappop(self.timers)[2]()
            else:
                time.sleep(0.001)


class Window:
    """What a reply is shown in. Only the thread of the event loop may use it."""

    def __init__(self) -> None:
        self.loop, self.thread = Loop(), threading.current_thread()
        self.text, self.ends = "", []  # type: ignore[var-annotated]

    def on_text(self, text: str) -> None:
        assert threading.current_thread() is self.thread
        self.text += text

    def on_end(self, error: Any) -> None:
        assert threading.current_thread() is self.thread
        self.ends.append(error)


@pytest.fixture(scope="module")
def module() -> Iterator[Any]:
    sys.path.insert(0, str(FOLDER))
    yield importlib.import_module("reply_stream")
    sys.path.remove(str(FOLDER))
    del sys.modules["reply_stream"]


def ask(module: Any, client: Any, window: Window, text: str = "hi") -> Any:
    """Start a reply that a window shows."""
    return module.ReplyStream(
        client,
        "m",
        [{"role": "user", "content": text}],
        schedule=window.loop.schedule,
        on_text=window.on_text,
        on_end=window.on_end,
    )


def test_a_reply_arrives_in_the_event_loop(module: Any, server: Any) -> None:
    window = Window()
    with package.OpenAI(api_key="k", base_url=server.base_url) as client:
        ask(module, client, window, "long" * 500)
        assert window.text == ""
        window.loop.run_until(lambda: window.ends)
    assert window.text == REPLY + "long" * 500
    assert window.ends == [None] and window.loop.timers == []


def test_an_error_ends_the_reply(module: Any, server: Any) -> None:
    window = Window()
    with package.OpenAI(api_key="wrong", base_url=server.base_url) as client:
        ask(module, client, window)
        window.loop.run_until(lambda: window.ends)
    assert [type(error) for error in window.ends] == [package.AuthenticationError] and window.loop.timers == []


@pytest.mark.parametrize("script", [(), (REQUEST, send(head("200 OK", "Content-Type: text/event-stream") + EVENT))])
def test_a_reply_is_cancelled(module: Any, script: Any) -> None:
    """Both while the server does not respond, and between two events."""
    window = Window()
    with RawServer(*script, DRAIN) as stalled:
        with package.OpenAI(api_key="k", base_url=stalled.url) as client:
            reply = ask(module, client, window)
            ticks: Any = queue.Queue()
            window.loop.schedule(0, lambda: ticks.put(None))
            window.loop.run_until(lambda: not ticks.empty() and (window.text or not script))
            reply.cancel()
            window.loop.run_until(lambda: window.ends)
    assert window.ends == [None] and window.text == ("x" if script else "")


def test_closing_the_window_ends_the_thread_at_once(module: Any) -> None:
    window = Window()
    with RawServer(DRAIN) as stalled:
        with package.OpenAI(api_key="k", base_url=stalled.url, timeout=600) as client:
            reply = ask(module, client, window)
            assert reply.close(LIMIT)
            assert stream_threads() == []
            window.loop.run_until(lambda: not window.loop.timers)
    assert window.ends == [] and window.text == ""  # a window that is gone is not used


def test_the_window_over_tkinter(server: Any, display: str) -> None:  # noqa: F811
    pytest.importorskip("tkinter")
    program = Path(__file__).with_name("window_program.py")
    with RawServer(DRAIN) as stalled:
        command = [sys.executable, "-B", "-W", "error", program, FOLDER, server.base_url, stalled.url]
        output = run(command, env=clean_environment(DISPLAY=display))
    assert output.startswith("done with Tk")
