# SPDX-License-Identifier: MIT
"""The package of adapters: how their names load, and the body that they share. Each adapter has tests of its own."""

from __future__ import annotations

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
def test_missing_library_is_told_with_its_remedy(name: str, library: str) -> None:
    program = MISSING.format(name=name, library=library)
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, timeout=60, check=True)
    assert done.stdout.decode().strip() == f'{name} needs {library}: pip install "openai-stdlib[{library}]"'


def test_importing_the_package_imports_no_library() -> None:
    looked_at = "import sys, openai_stdlib_transports as t; t.__all__; dir(t)"
    program = looked_at + "; print({library for _, library in t._MODULES.values()} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, timeout=60, check=True)
    assert done.stdout.decode().strip() == "set()"


@pytest.mark.parametrize("name", ["Nonsense", "_private", "__path_of_nothing__"])
def test_unknown_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(transports, name)


def shared_body(pieces: Iterator[bytes], released: threading.Event) -> Any:
    from openai_stdlib_transports._body import Body

    return Body(pieces, lambda: None, released.set, lambda error: error)


def test_interrupted_reader_does_not_see_a_whole_body() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"one"
        raise KeyboardInterrupt

    released = threading.Event()
    body = shared_body(pieces(), released)
    assert next(body) == b"one"
    with pytest.raises(KeyboardInterrupt):
        next(body)
    assert released.is_set()
    with pytest.raises(ConnectionError):
        next(body)


def test_closed_body_does_not_look_whole() -> None:
    released = threading.Event()
    body = shared_body(iter([b"one", b"two"]), released)
    assert next(body) == b"one"
    body.close()
    assert released.is_set()
    with pytest.raises(ConnectionError):
        next(body)


def test_finished_body_stays_finished_when_it_is_closed() -> None:
    body = shared_body(iter([b"one"]), threading.Event())
    assert list(body) == [b"one"]
    body.close()
    assert list(body) == []


def test_body_closed_while_it_is_read_is_released_by_its_reader() -> None:
    reading, go_on, released = threading.Event(), threading.Event(), threading.Event()

    def pieces() -> Iterator[bytes]:
        reading.set()
        go_on.wait(10)
        assert not released.is_set(), "closed under the reader"
        yield b"one"

    body = shared_body(pieces(), released)
    reader = threading.Thread(target=lambda: next(body))
    reader.start()
    assert reading.wait(10)
    body.close()
    go_on.set()
    reader.join(10)
    assert released.is_set()
