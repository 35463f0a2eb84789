# SPDX-License-Identifier: MIT
"""Assertions of the contract tests: expected exceptions, and time limits that reveal a hang."""

from __future__ import annotations

import time
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Iterator, Optional

PROMPT_SECONDS = 20.0  # far more than any test needs, and less than the timeouts that would end a hang
HTTP_LIBRARIES = ("http", "urllib", "urllib3", "requests", "httpx", "httpcore", "httpx2", "httpcore2", "aiohttp", "h11")


class raises:  # noqa: N801 - used as a verb
    """Context manager that expects an exception, and keeps it in `error`."""

    error: BaseException

    def __init__(self, *classes: type[BaseException]) -> None:
        self._classes = classes

    def __enter__(self) -> raises:
        return self

    def __exit__(self, type_: object, error: Optional[BaseException], traceback: object) -> bool:
        assert error is not None, "none of {} was raised".format(self._classes)
        self.error = error
        return isinstance(error, self._classes)


def is_library_error(error: BaseException) -> bool:
    """Return whether an error is of a class of an HTTP library, which the core cannot interpret."""
    return type(error).__module__.partition(".")[0] in HTTP_LIBRARIES


class raises_network_error(raises):  # noqa: N801
    """Context manager that expects an OSError whose class is neither of an HTTP library nor a ValueError."""

    def __init__(self) -> None:
        super().__init__(OSError)

    def __exit__(self, type_: object, error: Optional[BaseException], traceback: object) -> bool:
        expected = super().__exit__(type_, error, traceback)
        if expected:
            assert not is_library_error(self.error), repr(error)
            assert not isinstance(error, ValueError), repr(error)
        return expected


def list_causes(error: BaseException) -> list[BaseException]:
    """Return an error with all its direct and indirect causes and contexts."""
    causes: list[BaseException] = []
    pending: list[Optional[BaseException]] = [error]
    while pending:
        current = pending.pop()
        if current is not None and current not in causes:
            causes.append(current)
            pending += [current.__cause__, current.__context__]
    return causes


@contextmanager
def finishes_promptly() -> Iterator[None]:
    """Fail if the block takes so long that something must have hung."""
    start = time.monotonic()
    yield
    assert time.monotonic() - start < PROMPT_SECONDS, "too slow: something waited for an event that never came"


def check_with_timeouts(check: Callable[[float], None], *timeouts: float) -> None:
    """Run a check with a short timeout in seconds, and again with longer ones if it fails; raise the last failure.

    On a loaded machine a short timeout may expire before the events that should come first. What does not depend on the
    load fails with each of the timeouts.
    """
    for timeout in timeouts[:-1]:
        try:
            check(timeout)
        except Exception:  # noqa: S112 - the last one is raised
            continue
        return
    check(timeouts[-1])
