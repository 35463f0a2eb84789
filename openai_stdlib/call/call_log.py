# SPDX-License-Identifier: MIT
"""`CallLog`: one structured line for each call, at the level INFO of the package's logger; see log.py.

It loads when the program logs at this level. The line has the form of logfmt, and the record has the same as a dict in
its attribute `api_call`, for handlers that write JSON. Neither has headers, bodies, queries or keys.
"""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from .call_observer import CallPart
from .log import logger

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Optional

    from .outcome import Outcome
    from .prepare import Call


class CallLog(CallPart):
    """Logs a call when it has ended."""

    __slots__ = ("_call", "_started_at")

    def __init__(self, call: Call) -> None:
        self._call = call
        self._started_at = time.monotonic()

    def finish(self, outcome: Outcome, error: Optional[BaseException]) -> None:
        """Log how the call ended."""
        log = logger()
        if log is not None:
            fields = self._fields(outcome, error)
            text = " ".join("{}={}".format(name, quote(value)) for name, value in fields.items())
            log.info("API call: %s", text, extra={"api_call": fields})

    def _fields(self, outcome: Outcome, error: Optional[BaseException]) -> Dict[str, Any]:
        request, response, counts = self._call.request, outcome.response, outcome.count_tokens()
        source = error if response is None else response
        retries = getattr(response, "retries_taken", 0)
        fields = {
            "method": request.method,
            "path": urlsplit(request.url).path,
            "status": getattr(source, "status_code", None),
            "attempts": getattr(error, "attempts", None) if response is None else retries + 1,
            "duration": round(time.monotonic() - self._started_at, 3),
            "model": outcome.model or self._call.arguments.get("model"),
            "input_tokens": counts.get("input"),
            "output_tokens": counts.get("output"),
            "request_id": getattr(source, "request_id", None),
            "error": None if error is None else type(error).__name__,
        }
        return {name: value for name, value in fields.items() if value is not None}


def quote(value: Any) -> str:
    """Return a value as text in one word; quoted and escaped if it has other characters, which servers choose."""
    text = str(value)
    is_word = bool(text) and text.isprintable() and not any(character in text for character in " =\"'")
    return text if is_word else repr(text)
