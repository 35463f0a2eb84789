# SPDX-License-Identifier: MIT
"""Answers of a model over Chat Completions and over Responses: the text as it arrives, the usage, and what is wrong."""

from __future__ import annotations

from ..call.errors import OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional

    Write = Callable[[str], None]  # prints text as it arrives

INCOMPLETE = {
    "length": "the limit of tokens was reached; allow more with -o max_completion_tokens=N",
    "max_output_tokens": "the limit of tokens was reached; allow more with -o max_output_tokens=N",
    "content_filter": "a content filter has stopped it",
}


class Answer:
    """What a model has answered. `result` is the complete object if it was not streamed."""

    def __init__(self) -> None:
        self.text: str = ""
        self.model: str = ""
        self.usage: Any = None
        self.reason: Optional[str] = None  # why it is incomplete
        self.request_id: Optional[str] = None
        self.result: Any = None
        self.is_empty: bool = True  # whether the server has sent nothing that could be an answer

    def check(self) -> None:
        """Raise OpenAIError if the server has sent no answer."""
        if self.is_empty:
            raise OpenAIError("the server has sent no answer; run `doctor`")

    def add(self, text: Any, write: Write) -> None:
        """Add a piece of text, and print it."""
        if text and isinstance(text, str):
            self.text += text
            write(text)

    @property
    def warning(self) -> str:
        """What to tell the user about an incomplete answer; "" if it is complete."""
        if not self.reason:
            return ""
        return "the answer is incomplete: {}".format(INCOMPLETE.get(self.reason, self.reason))

    def describe(self, seconds: float, cost: Optional[float] = None) -> str:
        """Return the line about model, tokens, cost and time."""
        parts = [self.model or "?"]
        usage = self.usage if isinstance(self.usage, dict) else {}
        tokens = [usage.get(name, usage.get(old)) for name, old in TOKENS]
        if isinstance(tokens[0], int) and isinstance(tokens[1], int):
            parts.append("{} input + {} output tokens".format(*tokens))
        details = usage.get("input_tokens_details", usage.get("prompt_tokens_details"))
        if isinstance(details, dict) and details.get("cached_tokens"):
            parts.append("{} of the input cached".format(details["cached_tokens"]))
        if cost is not None:
            parts.append("cost {:.6f}".format(cost))
        parts.append("{:.1f} s".format(seconds))
        if self.request_id:
            parts.append("request {}".format(self.request_id))
        return ", ".join(parts)


TOKENS = (("input_tokens", "prompt_tokens"), ("output_tokens", "completion_tokens"))


def ask_chat(client: Any, request: Dict[str, Any], is_streamed: bool, write: Write) -> Answer:
    """Create a chat completion, printing its text as it arrives."""
    answer = Answer()
    create = client.chat.completions.create
    if not is_streamed:
        answer.result = result = create(**request)
        answer.request_id = getattr(result, "_request_id", None)
        _read_head(answer, result)
        for choice in result.choices or ():
            answer.is_empty = False
            answer.add(choice.message.content or getattr(choice.message, "refusal", None), write)
            _read_reason(answer, choice)
        return answer
    with create(stream=True, **request) as stream:
        answer.request_id = getattr(getattr(stream, "response", None), "request_id", None)
        for chunk in stream:
            _read_head(answer, chunk)
            for choice in chunk.choices or ():
                answer.is_empty = False
                answer.add(choice.delta.content, write)
                answer.add(getattr(choice.delta, "refusal", None), write)
                _read_reason(answer, choice)
    return answer


def _read_head(answer: Answer, value: Any) -> None:
    answer.model = str(getattr(value, "model", None) or answer.model)
    answer.usage = getattr(value, "usage", None) or answer.usage


def _read_reason(answer: Answer, choice: Any) -> None:
    reason = getattr(choice, "finish_reason", None)
    if reason in INCOMPLETE:
        answer.reason = reason


def ask_responses(client: Any, request: Dict[str, Any], is_streamed: bool, write: Write) -> Answer:
    """Create a response, printing its text as it arrives. Raises OpenAIError if the server says that it has failed."""
    answer = Answer()
    if not is_streamed:
        answer.result = result = client.responses.create(**request)
        answer.request_id = getattr(result, "_request_id", None)
        answer.add(_text_of(result), write)
        _read_response(answer, result)
        return answer
    with client.responses.create(stream=True, **request) as stream:
        answer.request_id = getattr(getattr(stream, "response", None), "request_id", None)
        for event in stream:
            type_ = getattr(event, "type", None)
            if type_ in ("response.output_text.delta", "response.refusal.delta"):
                answer.add(getattr(event, "delta", None), write)
            elif type_ in ("response.completed", "response.incomplete", "response.failed"):
                _read_response(answer, getattr(event, "response", None))
    return answer


def _text_of(result: Any) -> str:
    """Return the text of a response, or of its refusal."""
    pieces = []
    for item in getattr(result, "output", None) or ():
        for part in getattr(item, "content", None) or ():
            pieces.append(getattr(part, "text", None) or getattr(part, "refusal", None) or "")
    return "".join(pieces)


def _read_response(answer: Answer, response: Any) -> None:
    _read_head(answer, response)
    status = getattr(response, "status", None)
    answer.is_empty = status is None and not answer.text
    if status == "failed":
        error = getattr(response, "error", None)
        reason = getattr(error, "message", None) or getattr(error, "code", None) or "no reason is given"
        raise OpenAIError("the response has failed: {}; try again".format(reason))
    if status == "incomplete":
        answer.reason = getattr(getattr(response, "incomplete_details", None), "reason", None) or "unknown"
