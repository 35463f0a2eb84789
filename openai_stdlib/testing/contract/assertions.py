# SPDX-License-Identifier: MIT
"""How the cases say what they expect: errors that mean something to the core, and no waiting in vain."""

from __future__ import annotations

import time
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator, Optional

PROMPT = 4.0  # seconds; far more than anything needs that doesn't hang, less than the timeouts that would end a hang
LIBRARIES = ("http", "urllib", "urllib3", "requests", "httpx", "httpcore", "httpx2", "httpcore2", "aiohttp", "h11")


class raises:  # noqa: N801 - reads as a verb
    """Expect an exception; it is in `error` afterwards."""

    error: BaseException

    def __init__(self, *kinds: type[BaseException]) -> None:
        self._kinds = kinds

    def __enter__(self) -> raises:
        return self

    def __exit__(self, kind: object, error: Optional[BaseException], traceback: object) -> bool:
        assert error is not None, "none of {} was raised".format(self._kinds)
        self.error = error
        return isinstance(error, self._kinds)


def is_library_error(error: BaseException) -> bool:
    """Tell whether an error has the name that an HTTP library gives it, which means nothing to the core."""
    return type(error).__module__.partition(".")[0] in LIBRARIES


class raises_network_error(raises):  # noqa: N801
    """Expect an OSError that is none of an HTTP library's, and of which nobody can think that it is a ValueError."""

    def __init__(self) -> None:
        super().__init__(OSError)

    def __exit__(self, kind: object, error: Optional[BaseException], traceback: object) -> bool:
        expected = super().__exit__(kind, error, traceback)
        if expected:
            assert not is_library_error(self.error), repr(error)
            assert not isinstance(error, ValueError), repr(error)
        return expected


def causes(error: BaseException) -> list[BaseException]:
    """List an error and all that it comes from."""
    found: list[BaseException] = []
    todo: list[Optional[BaseException]] = [error]
    while todo:
        each = todo.pop()
        if each is not None and each not in found:
            found.append(each)
            todo += [each.__cause__, each.__context__]
    return found


@contextmanager
def finishes_promptly() -> Iterator[None]:
    """Fail when the block takes so long that something must have waited in vain."""
    start = time.monotonic()
    yield
    assert time.monotonic() - start < PROMPT, "too slow: something waited in vain"
