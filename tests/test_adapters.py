# SPDX-License-Identifier: MIT
"""The package of adapters: lazy imports, and the response body that all adapters share."""

from __future__ import annotations

import contextvars
import subprocess
import sys
import threading

import pytest

from .adapters import transports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Iterator


MISSING = """
import sys
sys.modules[{library!r}] = None
import openai_stdlib_transports as transports
try:
    transports.{name}
except ImportError as error:
    print(error)
"""


@pytest.mark.parametrize(
    "name, library",
    [
        ("RequestsTransport", "requests"),
        ("HttpxTransport", "httpx"),
        ("AsyncHttpxTransport", "httpx"),
        ("Httpx2Transport", "httpx2"),
        ("AsyncHttpx2Transport", "httpx2"),
        ("Urllib3Transport", "urllib3"),
    ],
)
def test_error_for_a_missing_library_names_the_package_to_install(name: str, library: str) -> None:
    program = MISSING.format(name=name, library=library)
    completed = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, timeout=60, check=True)
    assert completed.stdout.decode().strip() == f'{name} needs {library}: pip install "openai-stdlib[{library}]"'


def test_importing_the_package_imports_no_library() -> None:
    imports = "import sys, openai_stdlib_transports as t; t.__all__; dir(t)"
    program = imports + "; print({library for _, library in t._MODULES.values()} & {*sys.modules})"
    completed = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, timeout=60, check=True)
    assert completed.stdout.decode().strip() == "set()"


@pytest.mark.parametrize("name", ["Nonsense", "_private", "__path_of_nothing__"])
def test_unknown_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(transports, name)


def make_body(chunks: Iterator[bytes], released: threading.Event) -> Any:
    from openai_stdlib_transports._body import ResponseBody

    return ResponseBody(chunks, lambda: None, released.set, lambda error: error)


def test_body_is_incomplete_after_an_interrupted_read() -> None:
    def chunks() -> Iterator[bytes]:
        yield b"one"
        raise KeyboardInterrupt

    released = threading.Event()
    body = make_body(chunks(), released)
    assert next(body) == b"one"
    with pytest.raises(KeyboardInterrupt):
        next(body)
    assert released.is_set()
    with pytest.raises(ConnectionError):
        next(body)


def test_body_is_incomplete_after_close() -> None:
    released = threading.Event()
    body = make_body(iter([b"one", b"two"]), released)
    assert next(body) == b"one"
    body.close()
    assert released.is_set()
    with pytest.raises(ConnectionError):
        next(body)


def test_complete_body_stays_complete_after_close() -> None:
    body = make_body(iter([b"one"]), threading.Event())
    assert list(body) == [b"one"]
    body.close()
    assert list(body) == []


def test_body_closed_during_a_read_is_released_by_the_reader() -> None:
    reading, proceed, released = threading.Event(), threading.Event(), threading.Event()

    def chunks() -> Iterator[bytes]:
        reading.set()
        proceed.wait(10)
        assert not released.is_set(), "closed under the reader"
        yield b"one"

    body = make_body(chunks(), released)
    reader = threading.Thread(target=lambda: next(body))
    reader.start()
    assert reading.wait(10)
    body.close()
    proceed.set()
    reader.join(10)
    assert released.is_set()


# Deadlines


class FakeBody:
    """A body as `send_within` needs it."""

    def __init__(self) -> None:
        self.on_release: Any = None
        self.is_released = False
        self.expired = threading.Event()

    def expire(self) -> None:
        self.expired.set()


def send_within(seconds: float | None, send: Any, abandon: Any = None) -> Any:
    from openai_stdlib_transports import _deadline

    return _deadline.send_within(_deadline.Deadline(seconds), send, abandon)


def test_without_a_deadline_the_calling_thread_sends() -> None:
    assert send_within(None, threading.get_ident) == threading.get_ident()


def test_send_that_exceeds_the_deadline_is_abandoned_and_its_response_closed() -> None:
    proceed, abandoned, closed = threading.Event(), threading.Event(), threading.Event()

    def send() -> Any:
        assert proceed.wait(10)
        return 200, [], FakeBody(), closed.set

    with pytest.raises(TimeoutError, match="deadline"):
        send_within(0.05, send, abandoned.set)
    assert abandoned.is_set() and not closed.is_set()
    body = FakeBody()

    def send_late() -> Any:
        proceed.set()
        return 200, [], body, lambda: None

    assert send_within(0.1, send_late)[2] is body
    assert body.expired.wait(10), "the body did not expire at the deadline"


def test_body_that_is_released_does_not_expire() -> None:
    body = FakeBody()
    before = threading.active_count()
    send_within(60, lambda: (200, [], body, lambda: None))
    body.on_release()
    for _ in range(1000):
        if threading.active_count() <= before:
            break
        threading.Event().wait(0.01)
    assert threading.active_count() <= before, "the thread waits for the deadline"
    assert not body.expired.is_set()


def test_exception_of_send_is_raised_in_the_calling_thread() -> None:
    failure = LookupError("raised by send")

    def send() -> Any:
        raise failure

    with pytest.raises(LookupError) as caught:
        send_within(60, send)
    assert caught.value is failure


def test_context_variables_are_visible_while_sending() -> None:
    variable = contextvars.ContextVar("variable", default=0)
    variable.set(1)
    seen = []

    def send() -> Any:
        seen.append(variable.get())
        body = FakeBody()
        body.is_released = True
        return 200, [], body, lambda: None

    send_within(60, send)
    assert seen == [1]


def test_expired_body_raises_timeout_error() -> None:
    reading, interrupted = threading.Event(), threading.Event()

    def chunks() -> Iterator[bytes]:
        yield b"one"
        reading.set()
        assert interrupted.wait(10)
        # a body without a length seems to end when its connection does

    from openai_stdlib_transports._body import ResponseBody

    released = threading.Event()
    body = ResponseBody(chunks(), interrupted.set, released.set, lambda error: error)
    assert next(body) == b"one"
    threading.Thread(target=lambda: reading.wait(10) and body.expire()).start()
    for _ in range(2):
        with pytest.raises(TimeoutError, match="deadline"):
            next(body)
    assert released.is_set()
