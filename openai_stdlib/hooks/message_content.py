# SPDX-License-Identifier: MIT
"""Messages of calls in the form of OpenTelemetry's conventions, for hooks with `content=True`. No I/O.

A message is {"role": …, "parts": […]}; parts are text, tool calls and their responses, reasoning, and references to
media. Source: gen_ai.input.messages, gen_ai.output.messages, gen_ai.system_instructions and gen_ai.tool.definitions of
the conventions, and their JSON schemas. A part of any other type is passed on as the API has it.
"""

from __future__ import annotations

from json import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List

    from ..call.outcome import Outcome
    from ..call.prepare import Call

TEXT_TYPES = frozenset(("text", "input_text", "output_text", "refusal"))


class ContentReader:
    """Reads the messages of one call: those that it sends, and those that it receives."""

    __slots__ = ("_call", "_choices", "_response")

    def __init__(self, call: Call) -> None:
        self._call = call
        self._choices: Dict[Any, Dict[str, Any]] = {}  # of a stream: index -> message
        self._response: Any = None  # that the last event of a stream of the Responses API has

    def input_fields(self) -> Dict[str, Any]:
        """Return the fields of what the call sends. The values are new, so a hook may change them."""
        body = self._call.request.body
        sent: Any = self._call.arguments  # of forms, which have files
        if isinstance(body, bytes):
            try:
                sent = loads(body.decode("utf-8"))
            except ValueError:
                pass
        if not isinstance(sent, dict):
            return {}
        fields: Dict[str, Any] = {}
        messages = sent.get("messages") or sent.get("input") or sent.get("prompt")
        if messages:
            fields["gen_ai.input.messages"] = read_messages(messages)
        if sent.get("instructions"):
            fields["gen_ai.system_instructions"] = read_parts(sent["instructions"])
        if isinstance(sent.get("tools"), list):
            fields["gen_ai.tool.definitions"] = sent["tools"]
        return fields

    def read_items(self, items: List[Any]) -> None:
        """Collect the messages in items of a stream."""
        for item in items:
            if not isinstance(item, dict):
                continue
            if isinstance(item.get("response"), dict):
                self._response = item["response"]
            choices = item.get("choices")
            for choice in choices if isinstance(choices, list) else ():
                if isinstance(choice, dict):
                    self._add_delta(choice)

    def _add_delta(self, choice: Dict[str, Any]) -> None:
        message = self._choices.setdefault(choice.get("index"), {"texts": [], "calls": {}, "finish_reason": None})
        delta = choice.get("delta")
        delta = delta if isinstance(delta, dict) else {"content": choice.get("text")}
        for text in (delta.get("content"), delta.get("refusal")):
            if isinstance(text, str):
                message["texts"].append(text)
        calls = delta.get("tool_calls")
        for part in calls if isinstance(calls, list) else ():
            if isinstance(part, dict):
                call = message["calls"].setdefault(part.get("index"), {"id": None, "name": None, "arguments": ""})
                function = part.get("function")
                function = function if isinstance(function, dict) else {}
                call["id"] = part.get("id") or call["id"]
                call["name"] = function.get("name") or call["name"]
                call["arguments"] += function.get("arguments") or ""
        message["finish_reason"] = choice.get("finish_reason") or message["finish_reason"]

    def output_fields(self, outcome: Outcome) -> Dict[str, Any]:
        """Return the fields of what the call has received."""
        result = outcome.result if outcome.result is not None else self._response
        messages: List[Any] = []
        if isinstance(result, dict):
            messages = read_result(result)
        for index in self._choices:
            message = self._choices[index]
            parts: List[Any] = [{"type": "text", "content": "".join(message["texts"])}] if message["texts"] else []
            parts += [{"type": "tool_call", **call} for call in message["calls"].values()]
            messages.append({"role": "assistant", "parts": parts, "finish_reason": message["finish_reason"]})
        return {"gen_ai.output.messages": messages} if messages else {}


def read_result(result: Dict[str, Any]) -> List[Any]:
    """Return the messages of a chat completion, a completion or a response."""
    messages: List[Any] = []
    choices, output = result.get("choices"), result.get("output")
    for choice in choices if isinstance(choices, list) else ():
        if isinstance(choice, dict):
            inner = choice.get("message")
            message = read_message(inner if isinstance(inner, dict) else {"content": choice.get("text")})
            message["role"] = message["role"] or "assistant"
            message["finish_reason"] = choice.get("finish_reason")
            messages.append(message)
    if isinstance(output, list) and output:
        parts = [part for item in output for part in read_message(item)["parts"]]
        messages.append({"role": "assistant", "parts": parts, "finish_reason": result.get("status")})
    return messages


def read_messages(messages: Any) -> List[Any]:
    """Return messages, items of the Responses API, or a text that stands for one."""
    if isinstance(messages, list) and any(isinstance(message, dict) for message in messages):
        return [read_message(message) for message in messages]
    return [{"role": "user", "parts": read_parts(messages)}]


def read_message(message: Any) -> Dict[str, Any]:
    """Return a message, or an item of the Responses API as one."""
    if not isinstance(message, dict):
        return {"role": "user", "parts": read_parts(message)}
    kind, role = message.get("type"), message.get("role")
    if kind == "function_call":
        return {"role": "assistant", "parts": [_tool_call(message, message.get("call_id"))]}
    if kind in ("function_call_output", "custom_tool_call_output") or role == "tool":
        response = {"type": "tool_call_response", "id": message.get("call_id") or message.get("tool_call_id")}
        return {"role": "tool", "parts": [{**response, "response": message.get("output") or message.get("content")}]}
    if kind == "reasoning":
        parts = read_parts(message.get("summary"))
        return {"role": "assistant", "parts": [{**part, "type": "reasoning"} for part in parts]}
    if kind not in (None, "message"):
        return {"role": role or "assistant", "parts": [dict(message)]}
    parts = read_parts(message.get("content")) + read_parts(message.get("refusal"))
    calls = message.get("tool_calls")
    for call in calls if isinstance(calls, list) else ():
        if isinstance(call, dict):
            function = call.get("function")
            parts.append(_tool_call(function if isinstance(function, dict) else {}, call.get("id")))
    return {"role": role, "parts": parts}


def _tool_call(call: Dict[str, Any], id: Any) -> Dict[str, Any]:
    return {"type": "tool_call", "id": id, "name": call.get("name"), "arguments": call.get("arguments")}


def read_parts(content: Any) -> List[Any]:
    """Return the parts of a message's content."""
    if content is None:
        return []
    parts: List[Any] = []
    for part in content if isinstance(content, list) else [content]:
        if not isinstance(part, dict):
            parts.append({"type": "text", "content": part})
        elif part.get("type") in TEXT_TYPES or part.get("type") == "summary_text":
            parts.append({"type": "text", "content": part.get("text") or part.get("refusal")})
        elif part.get("type") in ("image_url", "input_image") and part.get("image_url"):
            image = part["image_url"]
            uri = image.get("url") if isinstance(image, dict) else image
            parts.append({"type": "uri", "modality": "image", "uri": uri})
        else:
            parts.append(dict(part))
    return parts
