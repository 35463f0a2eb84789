# SPDX-License-Identifier: MIT
"""Handlers of chat completions and completions, with streaming, tools, structured output and stored completions.

The output is derived from the input: "Hello from the embedded server! You said: …". If the last user message contains
"use the tool", the response calls the first function; if it contains "please refuse", the response is a refusal. A
model called "no-such…" does not exist. Tokens are words.
"""

from __future__ import annotations

import json
import re

from .object_types import get_collection
from .server_responses import DONE, APIErrorResponse, ServerResponse, encode_event, event_stream, json_response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

    from .handler_call import Call

    Object = Dict[str, Any]

STORED_COMPLETIONS = get_collection("chat/completions")
FINGERPRINT = "fp_embedded"
MAX_SCHEMA_DEPTH = 8
OPTIONAL_SCHEMA_DEPTH = 3  # below which optional and repeated values are left out, so that recursive types end


def split_words(text: str) -> List[str]:
    """Split a text into words, each with the whitespace before it; joined they are the text again."""
    return re.findall(r"\s*\S+|\s+\Z", text)


def reply_text(user_text: str, index: int = 0) -> str:
    """Return the output for a user's text; each choice index has a different one."""
    greeting = "Hello from the embedded server!" if not index else "Hello again, this is choice {}!".format(index + 1)
    return "{} You said: {}".format(greeting, user_text)


def content_text(content: Any) -> str:
    """Return the text of a message's content, which is a string or a list of parts."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    texts = [
        part.get("text") or part.get("transcript") or "" if isinstance(part, dict) else str(part) for part in parts
    ]
    return " ".join(text.get("value", "") if isinstance(text, dict) else str(text) for text in texts)


def count_usage(prompt: str, output: str) -> Object:
    """Return the usage object of a completion, counting each word as a token."""
    prompt_tokens, output_tokens = len(split_words(prompt)) + 3, len(split_words(output))
    return {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": output_tokens,
        "total_tokens": prompt_tokens + output_tokens,
        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    }


def example_value(schema: Any, depth: int = 0) -> Any:
    """Return a small value that is valid for a JSON schema."""
    if not isinstance(schema, dict) or depth > MAX_SCHEMA_DEPTH:
        return None
    if "const" in schema:
        return schema["const"]
    if schema.get("enum"):
        return schema["enum"][0]
    is_deep = depth > OPTIONAL_SCHEMA_DEPTH
    for key in ("anyOf", "oneOf", "allOf"):
        if schema.get(key):
            nulls = [alternative for alternative in schema[key] if is_deep and alternative.get("type") == "null"]
            return example_value(dict((nulls or schema[key])[0], **_definitions(schema)), depth + 1)
    if "$ref" in schema:
        return example_value(_resolve_reference(schema), depth + 1)
    type_ = schema.get("type", "object" if "properties" in schema else "string")
    type_ = type_[0] if isinstance(type_, list) else type_
    if type_ == "object":
        properties = schema.get("properties") or {}
        return {
            name: example_value(dict(value, **_definitions(schema)), depth + 1) for name, value in properties.items()
        }
    if type_ == "array" and is_deep:
        return []
    if type_ == "array":
        return [example_value(dict(schema.get("items") or {}, **_definitions(schema)), depth + 1)]
    return {"string": "embedded", "integer": 1, "number": 1.5, "boolean": True}.get(type_)


def _definitions(schema: Object) -> Object:
    return {key: schema[key] for key in ("$defs", "definitions") if key in schema}


def _resolve_reference(schema: Object) -> Object:
    """Return the schema that a local `$ref` points to; an empty object for the root, which would recurse forever."""
    target: Any = _definitions(schema)
    parts = str(schema["$ref"]).split("/")[1:]
    if not parts:
        return {"type": "object"}
    for part in parts:
        target = target.get(part) if isinstance(target, dict) else None
    return dict(target, **_definitions(schema)) if isinstance(target, dict) and target else {"type": "object"}


def check_model(call: Call) -> str:
    """Return the requested model. Raises APIErrorResponse if its name starts with "no-such"."""
    return check_model_name(call.text("model", "gpt-4o-mini"))


def check_model_name(model: str) -> str:
    """Return a model. Raises APIErrorResponse if its name starts with "no-such"."""
    if model.startswith("no-such"):
        message = "The model `{}` does not exist or you do not have access to it.".format(model)
        raise APIErrorResponse(404, message, "model", "model_not_found")
    return model


def select_function(tools: Any, tool_choice: Any, user_text: str) -> Optional[Object]:
    """Return the function that the response calls, or None."""
    tools = [tool for tool in (tools if isinstance(tools, list) else ()) if isinstance(tool, dict)]
    functions: List[Object] = [tool["function"] for tool in tools if isinstance(tool.get("function"), dict)]
    if not functions or tool_choice == "none":
        return None
    if isinstance(tool_choice, dict):
        name = (tool_choice.get("function") or tool_choice).get("name")  # of chats, or of responses and realtime
        return next((function for function in functions if function.get("name") == name), None)
    return functions[0] if tool_choice == "required" or "use the tool" in user_text.lower() else None


def make_arguments(function: Object) -> str:
    """Return arguments that are valid for a function's schema, as JSON."""
    return json.dumps(example_value(function.get("parameters") or {"type": "object"}))


def create_chat_completion(call: Call) -> ServerResponse:
    """Handle POST /chat/completions."""
    model = check_model(call)
    messages = call.params["messages"]
    if not isinstance(messages, list) or not messages or not all(isinstance(item, dict) for item in messages):
        raise APIErrorResponse(
            400, "Invalid 'messages': expected a list of at least one message.", "messages", "invalid_type"
        )
    choices = [_make_choice(call, messages, index) for index in range(call.integer("n", 1))]
    output = " ".join(choice["message"]["content"] or "" for choice in choices)
    id, created = call.store.new_id("chatcmpl-")
    common: Object = {"id": id, "object": "chat.completion", "created": created, "model": model}
    common.update(service_tier="default", system_fingerprint=FINGERPRINT)
    prompt = " ".join(content_text(message.get("content")) for message in messages)
    usage = count_usage(prompt, output)
    completion: Object = dict(common, choices=choices, usage=usage)
    if call.params.get("store") is True:
        call.store.add(STORED_COMPLETIONS, dict(completion, metadata=call.params.get("metadata") or {}))
        call.store.hidden[id] = messages
    if not call.wants_stream:
        return json_response(completion)
    common["object"] = "chat.completion.chunk"
    return event_stream(_chat_events(call, common, choices, usage))


def last_user_text(messages: List[Object]) -> str:
    """Return the text of the last user message, or of the last message if there is none."""
    user_messages = [message for message in messages if message.get("role") == "user"]
    return content_text((user_messages or messages)[-1].get("content"))


def _make_choice(call: Call, messages: List[Object], index: int) -> Object:
    user_text = last_user_text(messages)
    message: Object = {"role": "assistant", "content": None, "refusal": None, "annotations": []}
    choice = {"index": index, "message": message, "logprobs": None, "finish_reason": "stop"}
    has_tool_output = messages[-1].get("role") == "tool"
    function = None
    if not has_tool_output:
        function = select_function(call.params.get("tools"), call.params.get("tool_choice"), user_text)
    if function is not None:
        call_id = call.store.new_id("call_")[0]
        function_call = {"name": function.get("name"), "arguments": make_arguments(function)}
        message["tool_calls"] = [{"id": call_id, "type": "function", "function": function_call}]
        choice["finish_reason"] = "tool_calls"
    elif "please refuse" in user_text.lower():
        message["refusal"] = "I'm sorry, I cannot help with that."
    else:
        if has_tool_output:
            user_text = "the tool answered " + content_text(messages[-1].get("content"))
        message["content"] = _truncate(call, _make_content(call, user_text, index), choice)
        if call.params.get("logprobs") is True:
            choice["logprobs"] = _make_logprobs(split_words(message["content"]))
    return choice


def _make_content(call: Call, user_text: str, index: int) -> str:
    """Return the output text in the requested response format."""
    response_format = call.params.get("response_format")
    response_format = response_format if isinstance(response_format, dict) else {}
    type_ = response_format.get("type")
    if type_ == "json_schema":
        return json.dumps(example_value((response_format.get("json_schema") or {}).get("schema")))
    text = reply_text(user_text, index)
    return json.dumps({"answer": text}) if type_ == "json_object" else text


def _truncate(call: Call, text: str, choice: Object) -> str:
    """Truncate a text to the maximum number of tokens, and set the finish reason of the choice if it was longer."""
    limit = call.integer("max_completion_tokens", call.integer("max_tokens", 1 << 30, high=1 << 30), high=1 << 30)
    words = split_words(text)
    if len(words) > limit:
        choice["finish_reason"] = "length"
    return "".join(words[:limit])


def _make_logprobs(tokens: List[str]) -> Object:
    content = [
        {"token": token, "logprob": -0.25, "bytes": list(token.encode("utf-8", "replace")), "top_logprobs": []}
        for token in tokens
    ]
    return {"content": content, "refusal": None}


def _chat_events(call: Call, common: Object, choices: List[Object], usage: Object) -> List[bytes]:
    """Return the events of a chat completion: for each choice the role, the words and the finish reason."""
    includes_usage = (call.params.get("stream_options") or {}).get("include_usage") is True
    extra = {"usage": None} if includes_usage else {}

    def encode_chunk(index: int, delta: Object, reason: Optional[str] = None, logprobs: Any = None) -> bytes:
        choice = {"index": index, "delta": delta, "logprobs": logprobs, "finish_reason": reason}
        return encode_event(dict(common, choices=[choice], **extra))

    events = []
    for choice in choices:
        index, message = choice["index"], choice["message"]
        first: Object = {"role": "assistant", "content": "", "refusal": None}
        if "tool_calls" in message:
            first["content"] = None
        events.append(encode_chunk(index, first))
        for word in split_words(message["content"] or ""):
            logprobs = _make_logprobs([word]) if choice["logprobs"] else None
            events.append(encode_chunk(index, {"content": word}, None, logprobs))
        for word in split_words(message["refusal"] or ""):
            events.append(encode_chunk(index, {"refusal": word}))
        for delta in _tool_deltas(message.get("tool_calls") or []):
            events.append(encode_chunk(index, {"tool_calls": [delta]}))
        events.append(encode_chunk(index, {}, choice["finish_reason"]))
    if includes_usage:
        events.append(encode_event(dict(common, choices=[], usage=usage)))
    return events + [DONE]


def _tool_deltas(tool_calls: List[Object]) -> List[Object]:
    deltas: List[Object] = []
    for index, tool_call in enumerate(tool_calls):
        function = dict(tool_call["function"], arguments="")
        deltas.append(dict(tool_call, index=index, function=function))
        for word in split_words(tool_call["function"]["arguments"]):
            deltas.append({"index": index, "function": {"arguments": word}})
    return deltas


def list_stored_messages(call: Call) -> ServerResponse:
    """Handle GET /chat/completions/{completion_id}/messages."""
    id = call.find_root("chat/completions", "completion_id")["id"]
    collection = get_collection("chat/completions", id, "messages")
    if collection.key not in call.store.collections:
        for number, message in enumerate(call.store.hidden.get(id, [])):
            fields = {"role": "user", "content": None, "name": None, "content_parts": None}
            call.store.add(collection, dict(fields, **dict(message, id="{}-{}".format(id, number))))
    return json_response(call.store.page(collection, dict({"order": "asc"}, **call.query)))


def create_completion(call: Call) -> ServerResponse:
    """Handle POST /completions and POST /engines/{engine_id}/completions."""
    prompts = call.params["prompt"]
    if not isinstance(prompts, list) or all(isinstance(item, int) for item in prompts):
        prompts = [prompts]
    limit = call.integer("max_tokens", 16, low=0, high=1 << 30)
    choices: List[Object] = []
    for prompt in prompts:
        for index in range(call.integer("n", 1)):
            words = split_words(" " + reply_text(content_text(prompt), index))
            text = (content_text(prompt) if call.params.get("echo") is True else "") + "".join(words[:limit])
            reason = "length" if len(words) > limit else "stop"
            choices.append({"text": text, "index": len(choices), "logprobs": None, "finish_reason": reason})
    id, created = call.store.new_id("cmpl-")
    model = check_model(call) if "model" in call.params else call.ids.get("engine_id", "davinci")
    common = {"id": id, "object": "text_completion", "created": created, "model": model}
    usage = count_usage(" ".join(map(content_text, prompts)), " ".join(choice["text"] for choice in choices))
    if not call.wants_stream:
        return json_response(dict(common, choices=choices, usage=usage))
    return event_stream(_completion_events(call, common, choices, usage))


def _completion_events(call: Call, common: Object, choices: List[Object], usage: Object) -> List[bytes]:
    events = []
    for choice in choices:
        words = split_words(choice["text"]) or [""]
        for number, word in enumerate(words):
            reason = choice["finish_reason"] if number == len(words) - 1 else None
            events.append(encode_event(dict(common, choices=[dict(choice, text=word, finish_reason=reason)])))
    if (call.params.get("stream_options") or {}).get("include_usage") is True:
        events.append(encode_event(dict(common, choices=[], usage=usage)))
    return events + [DONE]


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /chat/completions": create_chat_completion,
    "GET /chat/completions/{completion_id}/messages": list_stored_messages,
    "POST /completions": create_completion,
    "POST /engines/{engine_id}/completions": create_completion,
}
