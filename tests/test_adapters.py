# SPDX-License-Identifier: MIT
"""The package of adapters: lazy imports, and the response body that all adapters share."""

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
