# SPDX-License-Identifier: MIT
"""Ask for the usage of a streamed completion, which servers tell only if `stream_options` says so.

The chunk with the usage, which has no choices, is removed from the items of the stream: a program that did not ask for
it gets the items that it gets without a ledger.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List

    from .prepare import Call

PATHS = ("/chat/completions", "/completions")


def request_usage(call: Call, arguments: Dict[str, Any], extra_body: Any) -> None:
    """Add `include_usage` to the arguments of a streamed completion, unless the caller or the ledger decides otherwise.

    Sets the option `hides_usage` of the call if it does.
    """
    options: Any = call.options
    if call.operation.path not in PATHS or not getattr(options["ledger"], "include_usage", True):
        return
    chosen = arguments.get("stream_options")
    if (chosen is not None and not isinstance(chosen, dict)) or "include_usage" in (chosen or ()):
        return
    if isinstance(extra_body, dict) and "stream_options" in extra_body:
        return
    arguments["stream_options"] = {**(chosen or {}), "include_usage": True}
    call.options = {**options, "hides_usage": True}


def without_usage(items: List[Any]) -> List[Any]:
    """Return the items of a stream but those that have usage alone."""
    return [item for item in items if not isinstance(item, dict) or item.get("choices") != [] or not item.get("usage")]
