# SPDX-License-Identifier: MIT
"""Errors of recording and replaying. They are no OSErrors, so they are not retried."""

from __future__ import annotations

from ..call.errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional


class CassetteError(OpenAIError, ValueError):
    """A cassette cannot be read, written, or replayed any further; the message names the file and the line."""

    __module__ = OpenAIError.__module__


class UnrecordedRequestError(OpenAIError):
    """A request has no recording, and must not be sent. Its credentials are masked in all that the error has.

    `request` has its method, url, headers and body, as a cassette would. `nearest` is the recorded request that
    differs least, or None; `differences` are lines of text that say in what, field by field.
    """

    __module__ = OpenAIError.__module__
    request: Dict[str, Any]
    nearest: Optional[Dict[str, Any]]
    differences: List[str]

    def __init__(
        self,
        message: str,
        *,
        request: Dict[str, Any],
        nearest: Optional[Dict[str, Any]] = None,
        differences: Optional[List[str]] = None,
    ) -> None:
        super().__init__(message)
        self.request = request
        self.nearest = nearest
        self.differences = differences or []
