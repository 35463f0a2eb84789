# SPDX-License-Identifier: MIT
"""`Outcome`: what a call has produced, read from its result or from the items of its stream. No I/O."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Sequence

    from .message import Response

# Field of the usage objects of the API's endpoints -> the count that it is.
TOKEN_FIELDS = {
    "input_tokens": "input",
    "output_tokens": "output",
    "total_tokens": "total",
    "prompt_tokens": "input",
    "completion_tokens": "output",
}
DETAILS = {
    "input_tokens_details": "input",
    "input_token_details": "input",
    "prompt_tokens_details": "input",
    "output_tokens_details": "output",
    "output_token_details": "output",
    "completion_tokens_details": "output",
}
DETAIL_FIELDS = {
    "input": {"cached_tokens": "cached_input", "audio_tokens": "audio_input", "image_tokens": "image_input"},
    "output": {"reasoning_tokens": "reasoning", "audio_tokens": "audio_output", "image_tokens": "image_output"},
}


class Outcome:
    """What is known of the result of a call. Attributes are None until the server has told them.

    `usage` is the server's own object; `count_tokens` returns its numbers under the same names for every endpoint.
    `response` and `result` are None again after the parts of the call have finished.
    """

    response: Optional[Response] = None
    id: Any = None
    model: Any = None
    service_tier: Any = None
    usage: Any = None
    finish_reasons: Sequence[str] = ()
    item_count: int = 0  # of a stream
    result: Any = None  # of a call that is no stream

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
                self.finish_reasons = [*self.finish_reasons, reason]

    def count_tokens(self) -> Dict[str, int]:
        """Return the tokens used: input, output, total, and of these cached_input, reasoning, audio_input …

        Empty if the server has told no usage. Counts that it left out are missing, except `total`.
        """
        return count_tokens(self.usage) if isinstance(self.usage, dict) else {}


def count_tokens(usage: Mapping[str, Any]) -> Dict[str, int]:
    """Return the numbers of a usage object of any endpoint under the same names; see `Outcome.count_tokens`."""
    counts: Dict[str, int] = {}
    for field, value in usage.items():
        if field in TOKEN_FIELDS:
            if isinstance(value, int):
                counts.setdefault(TOKEN_FIELDS[field], value)
        elif field in DETAILS and isinstance(value, dict):
            names = DETAIL_FIELDS[DETAILS[field]]
            for name in names:
                if isinstance(value.get(name), int):
                    counts.setdefault(names[name], value[name])
    if "total" not in counts and counts:
        counts["total"] = counts.get("input", 0) + counts.get("output", 0)
    return counts
