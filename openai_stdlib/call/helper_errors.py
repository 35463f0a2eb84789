# SPDX-License-Identifier: MIT
"""Errors that only helpers, credentials of providers, and WebSockets raise."""

from __future__ import annotations

from .api_errors import AuthenticationError
from .errors import ArgumentError, OpenAIError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

    from ..types.chat import ChatCompletion
    from .message import Response


class SchemaError(ArgumentError):
    """Strict mode cannot express a type."""


class MaxTurnsExceeded(OpenAIError):
    """A model was still calling functions after the maximum number of turns; `run` is the state so far."""

    def __init__(self, run: Any = None) -> None:
        turns = getattr(run, "turns", "the maximum number of")
        super().__init__("The model was still calling functions after {} turns".format(turns))
        self.run = run


class PollTimeoutError(OpenAIError, TimeoutError):
    """The server was still working when the wait timed out; its work continues.

    `last` is the object as it was last retrieved, or None; `waited` is the time spent waiting, in seconds.
    """

    def __init__(self, message: str, *, last: Any = None, waited: float = 0.0) -> None:
        super().__init__(message)
        self.last = last
        self.waited = waited


class RateLimitWaitError(OpenAIError, TimeoutError):
    """A call would have to wait too long for the limits of a RateLimiter. This attempt was not sent.

    `wait` is the time that it would have to wait, in seconds, and `model` its model.
    """

    def __init__(self, message: str, *, wait: float = 0.0, model: str = "") -> None:
        super().__init__(message)
        self.wait = wait
        self.model = model


class ProcessingTimeoutError(PollTimeoutError, RuntimeError):
    """A file was not processed in time. A RuntimeError too, like the error of the `openai` package."""


class OAuthError(AuthenticationError):
    """400, 401 or 403: the authorization server refused to issue a token (RFC 6749 §5.2).

    `error` is the error code of the response, like invalid_grant, or None.
    """

    error: Optional[str]

    def __init__(self, *, response: Any, body: object = None) -> None:
        fields: Dict[str, Any] = body if isinstance(body, dict) else {}
        description = fields.get("error_description")
        message = description if description and isinstance(description, str) else "OAuth authentication error."
        super().__init__(message, response=response, body=body)
        self.error = fields.get("error")


class SubjectTokenProviderError(OpenAIError):
    """The platform on which the program runs issued no identity token. `response` is its response, or None."""

    response: Optional[Response]

    def __init__(self, message: str, *, response: Any = None) -> None:
        super().__init__(message)
        self.response = response


class LengthFinishReasonError(OpenAIError):
    """The output was cut off at the token limit and cannot be parsed. `completion` is the incomplete result."""

    completion: ChatCompletion

    def __init__(self, *, completion: Any) -> None:
        usage = getattr(completion, "usage", None)
        super().__init__(
            "Could not parse response content as the length limit was reached"
            + (" - {}".format(usage) if usage else "")
        )
        self.completion = completion


class ContentFilterFinishReasonError(OpenAIError):
    """The content filter cut off the output. `completion` is the incomplete result, or None."""

    completion: Optional[ChatCompletion]

    def __init__(self, *, completion: Any = None) -> None:
        super().__init__("Could not parse response content as the request was rejected by the content filter")
        self.completion = completion


class RefusalError(OpenAIError):
    """The model refused to answer; `refusal` is its explanation, `response` the whole result."""

    refusal: str
    response: Any

    def __init__(self, refusal: str = "", response: Any = None) -> None:
        super().__init__("The model refused to answer: {}".format(refusal))
        self.refusal = refusal
        self.response = response


class NoParsedOutputError(OpenAIError):
    """A result contains no parsed output; `response` is the whole result."""

    response: Any

    def __init__(self, message: str = "", response: Any = None) -> None:
        super().__init__(message or "The response contains no parsed output")
        self.response = response


class WebSocketConnectionClosedError(OpenAIError):
    """A WebSocket closed before all messages were sent.

    `unsent_frames` are these messages in their order, `unsent_messages` those that are text, also if they were passed
    as bytes. Neither repr nor `vars()` shows them, because they may be confidential.
    """

    def __init__(self, message: str, *, unsent_messages: Any = ()) -> None:
        super().__init__(message)
        frames: List[Any] = list(unsent_messages)
        texts: List[str] = []
        for frame in frames:
            try:
                texts.append(frame if isinstance(frame, str) else bytes(frame).decode("utf-8"))
            except UnicodeDecodeError:
                pass  # it stays in `unsent_frames`
        self._unsent = _Unsent(frames, texts)

    @property
    def unsent_messages(self) -> List[str]:
        """The messages that are text."""
        return self._unsent.texts

    @property
    def unsent_frames(self) -> List[Any]:
        """The messages as they were passed, str or bytes."""
        return self._unsent.frames


class _Unsent:
    """Messages of an error, with a repr that does not show them."""

    __slots__ = ("frames", "texts")

    def __init__(self, frames: List[Any], texts: List[str]) -> None:
        self.frames: List[Any] = frames
        self.texts: List[str] = texts

    def __repr__(self) -> str:
        return "<{} messages>".format(len(self.frames))


class WebSocketQueueFullError(OpenAIError):
    """The send queue of a WebSocket is full."""


class InvalidWebhookSignatureError(ValueError):
    """The signature of a webhook is wrong, or too old to be trusted."""

    __module__ = OpenAIError.__module__
