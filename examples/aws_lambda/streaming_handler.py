# SPDX-License-Identifier: MIT
"""The function of handler.py, whose path /stream sends each part of an answer at once; for streaming_runtime.py.

The body is an event stream, which `EventSource` and `fetch` read in browsers: `data: {"text": "…"}` for each part, and
at the end `data: {"finish_reason": "stop"}`. If the time runs out or the connection breaks, that is null.
"""

from __future__ import annotations

import json

import handler

import openai_stdlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator


def lambda_handler(event: Dict[str, Any], context: Any) -> Dict[str, Any]:
    """Handle an event. The body of the response to /stream is an iterator."""
    return handler.handle(event, context, open_stream)


def open_stream(prompt: str, timeout: openai_stdlib.Timeout) -> Iterator[str]:
    """Start an answer, and return its event stream. Raises OpenAIError while the response can still say so."""
    events = handler.client.chat.completions.create(
        model=handler.MODEL, messages=[{"role": "user", "content": prompt}], stream=True, timeout=timeout
    )
    return encode_events(events)


def encode_events(events: Any) -> Iterator[str]:
    """Yield the parts of an event stream. To close the iterator ends the answer, and with it what it costs."""
    finish_reason = None
    try:
        with events:
            for event in events:
                for choice in event.choices:
                    finish_reason = choice.finish_reason or finish_reason
                    if choice.delta.content:
                        yield encode({"text": choice.delta.content})
    except openai_stdlib.APIError as error:
        handler.logger.error("%s", error.summary)
    yield encode({"finish_reason": finish_reason})


def encode(content: Dict[str, Any]) -> str:
    """Return one event of an event stream."""
    return "data: {}\n\n".format(json.dumps(content))
