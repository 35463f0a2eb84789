# SPDX-License-Identifier: MIT
"""The exceptions of this library, and what those of the copy become."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator

from ._vendor import openai_client


class TextkitError(Exception):
    """Base of all errors of this library."""


class InvalidKeyError(TextkitError):
    """The service does not accept the key."""


class ServiceBusyError(TextkitError):
    """The service has too much to do, or the quota is used up. Try again later."""


class ServiceUnavailableError(TextkitError):
    """The service cannot be reached, or does not respond as it should."""


@contextmanager
def converted_errors() -> Iterator[None]:
    """Raise errors of this library in place of those of the copy, whose messages contain no keys."""
    try:
        yield
    except openai_client.OpenAIError as error:
        raise _convert(error) from None  # a traceback shows nothing of the copy


def _convert(error: openai_client.OpenAIError) -> TextkitError:
    cls = TextkitError
    if isinstance(error, (openai_client.AuthenticationError, openai_client.PermissionDeniedError)):
        cls = InvalidKeyError
    elif isinstance(error, openai_client.RateLimitError):
        cls = ServiceBusyError
    elif isinstance(
        error,
        (
            openai_client.APIConnectionError,
            openai_client.APIResponseValidationError,
            openai_client.IncompleteStreamError,
            openai_client.InternalServerError,
        ),
    ):
        cls = ServiceUnavailableError
    return cls(str(error))
