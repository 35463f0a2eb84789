# SPDX-License-Identifier: MIT
"""Errors of commands: one line on stderr that ends with the next step, and an exit code."""

from __future__ import annotations

import os
import sys

from ..call.api_errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    CertificateError,
    IncompleteStreamError,
)
from ..call.errors import OpenAIError
from .terminal import paint, printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Optional

SUCCESS, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
BILLING = "https://platform.openai.com/settings/organization/billing"
QUOTA_CODES = ("insufficient_quota", "billing_hard_limit_reached", "billing_not_active")
# Status -> the next step; {} is the name of the program.
STEPS: Dict[int, str] = {
    401: "check OPENAI_API_KEY or --api-key-file; `{} doctor` shows which key is used",
    403: "the key, or the place that you call from, is not allowed to do this; run `{} doctor`",
    404: "check the name or id, and the base URL",
    408: "try again, or use a larger --timeout",
    413: "send less",
    429: "wait, or use a larger --retries",
}


class UsageError(OpenAIError):
    """An argument is wrong in a way that the parser does not see. The exit code is 2."""


def report(error: BaseException, program: str) -> int:
    """Print an error, and return the exit code. Raises an error that is none of a user, but of this library."""
    if isinstance(error, KeyboardInterrupt):
        print("\ninterrupted", file=sys.stderr)
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        # The reader closed the pipe, as `head` does.
        _discard_output()
        return SUCCESS
    text = describe(error, program)
    if text is None:
        raise error
    _flush_output()
    print_error(text)
    return WRONG_USAGE if isinstance(error, UsageError) else FAILED


def print_error(text: str) -> None:
    """Print the description of an error, which may have text of a server, on stderr."""
    print("{} {}".format(paint("error:", "red", sys.stderr), printable(text, sys.stderr)), file=sys.stderr)


def describe(error: BaseException, program: str) -> Optional[str]:
    """Return an error as one line with the next step; None for one that is a mistake in this library."""
    if isinstance(error, APIError):
        step = find_next_step(error).format(program)
        return error.summary.rstrip() + ("; " + step if step else "")
    if isinstance(error, OpenAIError):
        return " ".join(str(error).split())
    if isinstance(error, ModuleNotFoundError):
        # A copy without what the command needs.
        return str(error) if str(error).startswith(__name__.rpartition(".cli.")[0] + ".") else None
    if isinstance(error, OSError):
        reason = error.strerror or str(error) or type(error).__name__
        where = "standard output" if error.filename is None else os.fsdecode(error.filename)
        return "{}: {}".format(where, reason)
    return None


def find_next_step(error: APIError) -> str:
    """Return what to do about the error of a call, "" if its message says it; {} is the name of the program."""
    if isinstance(error, (CertificateError, APIResponseValidationError)):
        return "run `{} doctor`"
    if isinstance(error, APITimeoutError):
        return "try again, use a larger --timeout, or run `{} doctor`"
    if isinstance(error, IncompleteStreamError):
        return "try again"
    if isinstance(error, APIConnectionError):
        return "run `{} doctor`"
    if not isinstance(error, APIStatusError):
        return ""
    if error.code in QUOTA_CODES or error.type in QUOTA_CODES:
        return "add credit at " + BILLING
    if error.code == "model_not_found":
        return "`{} models` lists the models that you may use"
    if error.status_code >= 500:
        return "try again later, or run `{} doctor`"
    return STEPS.get(error.status_code, "")


def _flush_output() -> None:
    """Print what has been printed before the error; drop it if that is not possible."""
    try:
        sys.stdout.flush()
    except OSError:
        _discard_output()


def _discard_output() -> None:
    """Replace what stdout writes to, or the interpreter's flush at exit would complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):  # a stream of a program that has called main()
        pass
