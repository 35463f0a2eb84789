# SPDX-License-Identifier: MIT
"""`Outcome`: what a call has produced, read from its result or from the items of its stream. No I/O."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional

    from .message import Response

# Count -> where the usage objects of the API's endpoints have it.
TOKEN_FIELDS = {
    "input": ("input_tokens", "prompt_tokens"),
    "output": ("output_tokens", "completion_tokens"),
    "total": ("total_tokens",),
}
TOKEN_DETAILS = {
    "cached_input": ("input", "cached_tokens"),
    "audio_input": ("input", "audio_tokens"),
    "image_input": ("input", "image_tokens"),
    "reasoning": ("output", "reasoning_tokens"),
    "audio_output": ("output", "audio_tokens"),
    "image_output": ("output", "image_tokens"),
}
DETAILS = {
    "input": ("input_tokens_details", "prompt_tokens_details", "input_token_details"),
    "output": ("output_tokens_details", "completion_tokens_details", "output_token_details"),
}


class Outcome:
    """What is known of the result of a call. Attributes are None until the server has told them.

    `result` is set only while the parts of a call finish. `usage` is the server's own object; `count_tokens` returns its numbers under the same names for every endpoint.
    """

    __slots__ = ("response", "id", "model", "service_tier", "usage", "finish_reasons", "item_count", "result")

    def __init__(self) -> None:
        self.response: Optional[Response] = None
        self.id: Any = None
        self.model: Any = None
        self.service_tier: Any = None
        self.usage: Any = None
        self.finish_reasons: List[str] = []
        self.item_count: int = 0  # of a stream
        self.result: Any = None  # of a call that is no stream

    def read(self, result: Any) -> None:
        """Read a result of any kind, or the object in an event of a stream."""
        if not isinstance(result, dict):
            return
        get = result.get
        if self.model is None:
            self.model, self.id = get("model"), get("id")
        self.service_tier = get("service_tier") or self.service_tier
        self.usage = get("usage") or self.usage
        choices = get("choices")
        if choices:
            self._read_choices(choices)
        elif get("object") == "response" and get("status") in ("completed", "incomplete", "failed", "cancelled"):
            details = get("incomplete_details")
            reason = details.get("reason") if isinstance(details, dict) else None
            self.finish_reasons = [reason or result["status"]]

    def read_items(self, items: List[Any]) -> None:
        """Read items of a stream."""
        self.item_count += len(items)
        for item in items:
            if isinstance(item, dict):
                inner = item.get("response")  # in events of the Responses API
                self.read(inner if isinstance(inner, dict) else item)

    def _read_choices(self, choices: Any) -> None:
        for choice in choices if isinstance(choices, list) else ():
            reason = choice.get("finish_reason") if isinstance(choice, dict) else None
            if reason:
                self.finish_reasons.append(reason)

    def count_tokens(self) -> Dict[str, int]:
        """Return the tokens used: input, output, total, and of these cached_input, reasoning, audio_input …

        Empty if the server has told no usage. Counts that it left out are missing, except `total`.
        """
        return count_tokens(self.usage) if isinstance(self.usage, dict) else {}


def count_tokens(usage: Mapping[str, Any]) -> Dict[str, int]:
    """Return the numbers of a usage object of any endpoint under the same names; see `Outcome.count_tokens`."""
    counts: Dict[str, int] = {}
    for name, fields in TOKEN_FIELDS.items():
        for field in fields:
            if isinstance(usage.get(field), int):
                counts[name] = usage[field]
                break
    for name, (side, field) in TOKEN_DETAILS.items():
        for details in DETAILS[side]:
            inner = usage.get(details)
            if isinstance(inner, dict) and isinstance(inner.get(field), int):
                counts[name] = inner[field]
                break
    if "total" not in counts and counts:
        counts["total"] = counts.get("input", 0) + counts.get("output", 0)
    return counts
