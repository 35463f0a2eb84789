# SPDX-License-Identifier: MIT
"""Names of `openai.lib.streaming` for events and for what has been received so far."""

from __future__ import annotations

import typing

from ..helpers import chat_events
from ..helpers.response_stream_state import ADDED_FIELDS, extended_model
from .models import lookup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SNAPSHOTS = {
    "ParsedChatCompletionSnapshot": "chat.ParsedChatCompletion",
    "ParsedChatCompletionMessageSnapshot": "chat.ParsedChatCompletionMessage",
    "ParsedChoiceSnapshot": "chat.ParsedChoice",
    "ParsedResponseSnapshot": "responses.ParsedResponse",
}
CHAT_EVENTS = (
    "ChunkEvent ContentDeltaEvent ContentDoneEvent RefusalDeltaEvent RefusalDoneEvent "
    "FunctionToolCallArgumentsDeltaEvent FunctionToolCallArgumentsDoneEvent LogprobsContentDeltaEvent "
    "LogprobsContentDoneEvent LogprobsRefusalDeltaEvent LogprobsRefusalDoneEvent"
).split()


def __getattr__(name: str) -> Any:
    value: Any
    if name in SNAPSHOTS:
        package, _, model = SNAPSHOTS[name].partition(".")
        value = lookup(package, model)
    elif name in ADDED_FIELDS:
        value = extended_model(name)
    elif name == "ResponseCompletedEvent":
        value = lookup("responses", name)
    elif name == "ResponseStreamEvent":
        union = lookup("responses", name)
        metadata = getattr(union, "__metadata__", None)
        members = typing.get_args(union.__origin__ if metadata else union)
        value = typing.Union[tuple(_extended(member) for member in members)]
        annotated: Any = getattr(typing, "Annotated", None)  # from Python 3.9 on
        value = annotated[(value, *metadata)] if annotated and metadata else value
    elif name == "ChatCompletionStreamEvent":
        value = typing.Union[tuple(getattr(chat_events, event) for event in CHAT_EVENTS)]
    else:
        raise AttributeError("module {!r} has no attribute {!r}".format(__name__, name))
    globals()[name] = value
    return value


def _extended(model: Any) -> Any:
    return extended_model(model.__name__) if model.__name__ in ADDED_FIELDS else model
