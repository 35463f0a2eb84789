# SPDX-License-Identifier: MIT
"""A conversation of the commands `chat` and `respond`: its messages, and the JSON file that keeps them.

Messages have the form of Chat Completions, whichever API sends them, so a file can be continued with the other one.
"""

from __future__ import annotations

import json

from ..call.errors import OpenAIError
from .text_files import read_file, write_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Union

    Content = Union[str, List[Dict[str, Any]]]

MAX_FILE = 256 * 1024 * 1024  # bytes
ROLES = ("system", "developer", "user", "assistant", "tool")


class Conversation:
    """The messages so far. `model` is the one that the file names, or ""."""

    def __init__(self) -> None:
        self.model: str = ""
        self.messages: List[Dict[str, Any]] = []

    @classmethod
    def load(cls, path: str, argument: str) -> Conversation:
        """Read a conversation that `save` has written. Raises FileError or OpenAIError."""
        conversation = cls()
        data: Any = None
        messages: Any = None
        try:
            data = json.loads(read_file(path, argument, MAX_FILE).decode("utf-8-sig"))
            messages = data["messages"] if isinstance(data, dict) else data
            is_valid = isinstance(messages, list) and all(
                isinstance(message, dict) and message.get("role") in ROLES for message in messages
            )
        except (ValueError, KeyError, RecursionError):
            is_valid = False
        if not is_valid:
            raise OpenAIError("{}: {} is no conversation; give a file that --save has written".format(argument, path))
        conversation.messages = messages
        model = data.get("model") if isinstance(data, dict) else None
        conversation.model = model if isinstance(model, str) else ""
        return conversation

    def set_system(self, text: str) -> None:
        """Replace the instructions, which are the first message."""
        others = [message for message in self.messages if message["role"] not in ("system", "developer")]
        self.messages = [{"role": "system", "content": text}, *others]

    def add(self, role: str, content: Content) -> None:
        """Add a message."""
        self.messages.append({"role": role, "content": content})

    def save(self, path: str, argument: str) -> None:
        """Write the conversation to a file, which is replaced as a whole. Raises FileError."""
        text = json.dumps({"model": self.model, "messages": self.messages}, ensure_ascii=False, indent=1)
        write_file(path, text.encode("utf-8", "backslashreplace") + b"\n", argument)

    def response_input(self) -> List[Dict[str, Any]]:
        """Return the messages as the Responses API takes them."""
        return [{"role": message["role"], "content": _response_content(message)} for message in self.messages]


def _response_content(message: Dict[str, Any]) -> Any:
    content = message.get("content")
    if not isinstance(content, list):
        return content or ""
    return [_response_part(part, message["role"]) for part in content]


def _response_part(part: Dict[str, Any], role: str) -> Dict[str, Any]:
    """Return one part of a message in the form of the Responses API."""
    type_ = part.get("type")
    if type_ == "text":
        return {"type": "output_text" if role == "assistant" else "input_text", "text": part.get("text")}
    if type_ == "image_url":
        return {"type": "input_image", "detail": "auto", "image_url": (part.get("image_url") or {}).get("url")}
    if type_ == "file":
        return {"type": "input_file", **(part.get("file") or {})}
    return part
