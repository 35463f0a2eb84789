# SPDX-License-Identifier: MIT
"""Properties of models that the server does not send: texts and parsed values, joined from what is inside."""

from __future__ import annotations

from .guard import guard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def output_text(response: Any) -> str:
    """Return the text of all messages of a response, "" if there is none.

    Raises APIResponseValidationError for an output that is not what the API defines.
    """
    text: str = guard("response", _join_output_texts, response)
    return text


def _join_output_texts(response: Any) -> str:
    return "".join(_join_texts(item) for item in response.output or () if item.get("type") == "message")


def _join_texts(message: Any) -> str:
    parts = message.get("content") or ()
    return "".join(part.get("text") or "" for part in parts if part.get("type") == "output_text")


def message_text(message: Any) -> str:
    """Return the text of a message of an agent, "" if there is none.

    Raises APIResponseValidationError for content that is not what the API defines.
    """
    text: str = guard("message", _join_texts, message)
    return text


def output_parsed(response: Any) -> Any:
    """Return the first value that was parsed from the messages of a response, None if there is none."""
    return guard("response", _find_parsed, response)


def _find_parsed(response: Any) -> Any:
    for item in response.output or ():
        if item.get("type") == "message":
            for part in item.content or ():
                if part.get("type") == "output_text" and part.parsed:
                    return part.parsed
    return None
