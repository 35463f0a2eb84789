# SPDX-License-Identifier: MIT
"""`RowError`, and the check of the urls of rows."""

from __future__ import annotations

from ..call.errors import ArgumentError, OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

VERSION_PREFIX = "/v1/"  # of the url of a row; the base URL of a client has it already


class RowError(OpenAIError, ValueError):
    """A row of the input cannot be sent.

    `line` is the number of the line in the file, or of the item in an iterable, from 1; `custom_id` is that of the row,
    or None if it has none that can be read.
    """

    def __init__(self, line: int, problem: str, custom_id: Any = None) -> None:
        super().__init__("rows: line {}: {}".format(line, problem))
        self.line: int = line
        self.custom_id: Any = custom_id


def normalize_url(url: str) -> str:
    """Return the url of a row with its leading /v1/, as the Batch API has it. Raises ArgumentError."""
    if not isinstance(url, str) or "://" in url or ".." in url or not url.strip("/"):
        raise ArgumentError(
            "url: {!r} is not a path of the API; write one such as /v1/chat/completions".format(str(url)[:200])
        )
    path = "/" + url.lstrip("/")
    return path if path.startswith(VERSION_PREFIX) else VERSION_PREFIX + path[1:]
