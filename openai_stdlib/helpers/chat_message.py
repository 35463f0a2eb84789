# SPDX-License-Identifier: MIT
"""A chat message that grows by deltas: texts, content in typed blocks, and tool calls. No I/O.

Every text is stored as deltas and joined when the message is read, so a delta costs the same however long the message.
"""

from __future__ import annotations

from ..results.models import apply_model
from ..results.objects import APIObject
from .deltas import copy_untyped, merge_field
from .text import TextBuffer
from .tool_calls import CalledFunction, ToolCalls

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional, Tuple

    from .tool_calls import ToolCall

TEXTS = ("content", "refusal")  # fields that must be text; other fields of a message may be anything
TEXT_BLOCKS = ("text", "output_text", None)  # types of blocks whose text belongs to the text of the message


class MessageState:
    """A message and what it grows by. Reading `message` does not update it; `update` does."""

    def __init__(self) -> None:
        self.message: Any = apply_model(APIObject(), "chat.ParsedChatCompletionMessage")
        self.content: Optional[TextBuffer] = None  # the text of the message, also if it came in blocks
        self.calls: List[ToolCall] = []
        self._texts: Dict[str, TextBuffer] = {}  # by the name of the field
        self._blocks: Optional[ContentBlocks] = None
        self._tool_calls: Optional[ToolCalls] = None
        self._function_call: Optional[CalledFunction] = None

    def add(self, delta: Any) -> Optional[str]:
        """Add a delta and return the text that it adds to the content, None if it has no content.

        Raises TypeError for values that are not what they must be.
        """
        content: Optional[str] = None
        for name, value in dict.items(delta):
            text = self._texts.get(name)
            if type(value) is not str or text is None:
                value = self._add_field(name, value)
            else:
                text.deltas.append(value)
            if name == "content":
                content = value
        return content

    def add_calls(self, delta: Any) -> List[Tuple[ToolCall, str]]:
        """Add the tool calls of a delta. Return each call with the text that the delta adds to its arguments."""
        deltas = delta.get("tool_calls")
        if not deltas:
            return []
        if self._tool_calls is None:
            self._tool_calls = ToolCalls()
            self.calls = self._tool_calls.calls
        return self._tool_calls.add(deltas)

    def refusal(self) -> Optional[TextBuffer]:
        """Return the text with which the model refuses, None if it doesn't."""
        return self._texts.get("refusal")

    def update(self) -> Any:
        """Write what was added into the message, and return it."""
        message = self.message
        for name, text in self._texts.items():
            message[name] = text.text
        if self._blocks is not None:
            message["content"] = self._blocks.to_list()
        if self._function_call is not None:
            message["function_call"] = self._function_call.to_object()
        if self._tool_calls is not None:
            message["tool_calls"] = self._tool_calls.to_list()
            for call, typed in zip(self.calls, message.tool_calls):
                if call.parsed is not None:
                    typed.function.parsed_arguments = call.parsed
                elif call.partial is not None:
                    typed.function.parsed_arguments = call.partial.value
        return message

    def _add_field(self, name: str, value: Any) -> Any:
        """Add a field that is not a further text, and return the text that it adds."""
        message = self.message
        if value is None:
            message.setdefault(name, None)
        elif name == "tool_calls":  # see add_calls
            message.setdefault(name, None)
        elif name == "content":
            return self._add_content(value)
        elif name == "function_call":
            self._function_call = self._function_call or CalledFunction("arguments")
            self._function_call.add(value)
        elif name == "role":
            message[name] = message.get(name) or value
        elif isinstance(value, str) and message.get(name) is None:
            self._texts[name] = TextBuffer(value)
            message[name] = value
        elif name in TEXTS:
            raise TypeError("{} is not text".format(name))
        elif name not in self._texts:
            message[name] = merge_field(name, message.get(name), value)
        return None

    def _add_content(self, value: Any) -> str:
        """Add content that is the first text, or is or follows typed blocks. Return the text that it adds."""
        if isinstance(value, str):
            text = value
        elif isinstance(value, list):
            text = read_text(value)
        else:
            raise TypeError("the content is neither text nor a list of blocks")
        if self.content is None:
            self.content = TextBuffer("")
        if isinstance(value, list) and self._blocks is None:
            self._texts.pop("content", None)
            self._blocks = ContentBlocks(self.content.text)
        self.content.deltas.append(text)
        if self._blocks is None:
            self._texts["content"] = self.content
        elif isinstance(value, str):
            self._blocks.add_text(value)
        else:
            self._blocks.add(value)
        return text


class ContentBlocks:
    """Content in typed blocks. Text that comes without a block extends the last block of such text."""

    def __init__(self, text: str) -> None:
        self._blocks: List[Any] = []
        self._open_text: Optional[TextBuffer] = None  # of the last block, if it is text without a block
        if text:
            self.add_text(text)

    def add_text(self, text: str) -> None:
        """Add text without a block."""
        if self._open_text is not None:
            self._open_text.deltas.append(text)
        elif text:
            self._open_text = TextBuffer(text)
            self._blocks.append(APIObject(type="text", text=text))

    def add(self, blocks: List[Any]) -> None:
        """Add blocks. One with the `index` of an earlier one extends it."""
        for block in blocks:
            if block is None or block == "":
                continue
            self._close_text()
            if isinstance(block, str):
                self._blocks.append(APIObject(type="text", text=block))
            elif "index" in block:
                self._blocks = merge_field("content", self._blocks, [block])
            else:
                self._blocks.append(copy_untyped(block))

    def to_list(self) -> List[Any]:
        """Return all blocks."""
        if self._open_text is not None:
            self._blocks[-1]["text"] = self._open_text.text
        return list(self._blocks)

    def _close_text(self) -> None:
        self.to_list()
        self._open_text = None


def read_text(content: Any) -> str:
    """Return the text of a message's content: text, or a list of typed blocks, of which text blocks count.

    Raises TypeError for anything else.
    """
    if isinstance(content, str):
        return content
    if content is None:
        return ""
    if not isinstance(content, list):
        raise TypeError("the content is neither text nor a list of blocks")
    texts = []
    for block in content:
        if isinstance(block, str):
            texts.append(block)
        elif block is not None:
            text = block.get("text") if block.get("type") in TEXT_BLOCKS else None
            if not isinstance(text, (str, type(None))):
                raise TypeError("the text of a block is not text")
            texts.append(text or "")
    return "".join(texts)
