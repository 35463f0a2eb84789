# SPDX-License-Identifier: MIT
"""`Outcome`: what a call has produced, read from its result or from the items of its stream. No I/O."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Mapping, Optional, Sequence

    from .message import Response

# Field of the API's usage objects -> count.
TOKEN_FIELDS = {
    "input_tokens": "input",
    "prompt_tokens": "input",
    "output_tokens": "output",
    "completion_tokens": "output",
    "total_tokens": "total",
    "prompt_cache_hit_tokens": "cached_input",  # of DeepSeek
}
INPUT_FIELDS = {
    "cached_tokens": "cached_input",
    "cache_write_tokens": "cache_write",
    "audio_tokens": "audio_input",
    "image_tokens": "image_input",
    "text_tokens": "text_input",
}
OUTPUT_FIELDS = {
    "reasoning_tokens": "reasoning",
    "audio_tokens": "audio_output",
    "image_tokens": "image_output",
    "text_tokens": "text_output",
}
DETAILS = {
    "input_tokens_details": INPUT_FIELDS,
    "prompt_tokens_details": INPUT_FIELDS,
    "input_token_details": INPUT_FIELDS,
    "output_tokens_details": OUTPUT_FIELDS,
    "completion_tokens_details": OUTPUT_FIELDS,
    "output_token_details": OUTPUT_FIELDS,
}
UNFINISHED = frozenset(("queued", "in_progress", "requires_action", "cancelling"))


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
    is_unfinished: bool = False  # a response or a run that the server is still working on

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
        elif get("object") in ("response", "thread.run"):
            self._read_status(result)

    def _read_status(self, result: Dict[str, Any]) -> None:
        status, details = result.get("status"), result.get("incomplete_details")
        self.id = result.get("id")
        self.is_unfinished = status in UNFINISHED
        if result["object"] == "response" and status in ("completed", "incomplete", "failed", "cancelled"):
            reason = details.get("reason") if isinstance(details, dict) else None
            self.finish_reasons = [reason or status]

    def read_items(self, items: List[Any]) -> None:
        """Read items of a stream."""
        self.item_count += len(items)
        for item in items:
            if isinstance(item, dict):
                inner = item.get("response") or item.get("data")  # in events of the Responses API, and of assistants
                inner = inner if isinstance(inner, dict) else item
                if inner.get("object") != "thread.run.step":  # whose usage is a part of the run's
                    self.read(inner)

    def _read_choices(self, choices: Any) -> None:
        for choice in choices if isinstance(choices, list) else ():
            reason = choice.get("finish_reason") if isinstance(choice, dict) else None
            if reason:
                self.finish_reasons = [*self.finish_reasons, reason]

    def count_tokens(self) -> Dict[str, int]:
        """Return the tokens used: input, output and total, and the parts of these that the server has told.

        Of the input, they are cached_input, cache_write, audio_input, image_input and text_input; of the output,
        reasoning, audio_output, image_output and text_output.

        Empty if the server has told no usage. Counts that it left out are missing, except `total`.
        """
        return count_tokens(self.usage) if isinstance(self.usage, dict) else {}


def count_tokens(usage: Mapping[str, Any]) -> Dict[str, int]:
    """Return the numbers of a usage object of any endpoint under the same names; see `Outcome.count_tokens`."""
    counts: Dict[str, int] = {}
    for field, value in usage.items():
        if type(value) is int:
            if field in TOKEN_FIELDS and value >= 0:
                counts[TOKEN_FIELDS[field]] = value
        elif field in DETAILS and isinstance(value, dict):
            names = DETAILS[field]
            for part, number in value.items():
                if part in names and type(number) is int and number >= 0:
                    counts[names[part]] = number
    if "total" not in counts and counts:
        counts["total"] = counts.get("input", 0) + counts.get("output", 0)
    return counts
