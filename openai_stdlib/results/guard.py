# SPDX-License-Identifier: MIT
"""`guard`: run code that reads a server's data, so that invalid data is one error of this package, whatever it caused.

Helpers read data without checking it first. What goes wrong is found afterwards: only then invalid_data.py is loaded,
which looks for the value that is not what it must be.
"""

from __future__ import annotations

from ..call.api_errors import APIResponseValidationError
from ..call.errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Tuple


class InvalidStreamError(APIResponseValidationError, RuntimeError):
    """The events of a stream contradict each other, or end without a result. Also a RuntimeError, as in `openai`."""


def guard(shape: str, function: Callable[[Any], Any], data: Any, response: Any = None) -> Any:
    """Return `function(data)`. Raises APIResponseValidationError if the data made it fail.

    `shape` names what the data must be, in the table of invalid_data.py. `response` is the HTTP response that the data
    came with, or None if they did not come from one. Errors of this package, and those of the caller's code behind
    `run_user_code`, are passed on unchanged. A RuntimeError, for data in the wrong order, becomes InvalidStreamError.
    """
    try:
        return function(data)
    except OpenAIError:
        raise
    except Exception as error:
        if _is_user_error(error):
            raise
        is_order_error = isinstance(error, RuntimeError) and not isinstance(error, RecursionError)
        error_class = InvalidStreamError if is_order_error else APIResponseValidationError
        message, body = _describe(error, data, shape, response)
        failure = error_class(response, body, message=message)
        failure.request_id = failure.request_id or getattr(data, "_request_id", None)
        raise failure from error


def run_user_code(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function that runs code of the caller, such as the constructor of a type; see `guard`."""
    return function(*arguments)


def _describe(error: Exception, data: Any, shape: str, response: Any) -> Tuple[str, str]:
    try:
        from .invalid_data import describe
    except ModuleNotFoundError:  # in a copy without it
        return "Invalid data from the server: {}: {}".format(type(error).__name__, error), ""
    return describe(error, data, shape, response)


def _is_user_error(error: BaseException) -> bool:
    """Return whether an exception was raised behind `run_user_code`."""
    entry = error.__traceback__
    while entry is not None:
        if entry.tb_frame.f_code is run_user_code.__code__:
            return True
        entry = entry.tb_next
    return False
