# SPDX-License-Identifier: MIT
"""Chat completions and completions, whole and streamed, with tools, structured output and storage.

What the model says is made from what it was asked: "Hello from the embedded server! You said: …". A last message
with "use the tool" calls the first tool, one with "please refuse" is refused, a model called "no-such…" isn't there.
"""

from __future__ import annotations

import json
import re

from .object_types import collection
from .server_responses import DONE, APIErrorResponse, ServerResponse, event, event_stream, json_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

    from .handler_call import Call

    Object = Dict[str, Any]

STORED = collection("chat/completions")
FINGERPRINT = "fp_embedded"


def split_words(text: str) -> List[str]:
    """Cut a text into words, each with the blanks before it; joined they are the text again."""
    return re.findall(r"\s*\S+|\s+\Z", text)


def reply_text(said: str, number: int = 0) -> str:
    """Return what the server has to say to a text; another `number`, another choice."""
    greeting = "Hello from the embedded server!" if not number else "Hello again, this is choice {}!".format(number + 1)
    return "{} You said: {}".format(greeting, said)


def content_text(content: Any) -> str:
    """Return the text of a message's content, given as a string or in parts."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    texts = [part.get("text", "") if isinstance(part, dict) else str(part) for part in parts]
    return " ".join(text.get("value", "") if isinstance(text, dict) else str(text) for text in texts)


def count_usage(prompt: str, answer: str) -> Object:
    """Return token counts, a word counting as a token."""
    asked, told = len(split_words(prompt)) + 3, len(split_words(answer))
    return {
        "prompt_tokens": asked,
        "completion_tokens": told,
        "total_tokens": asked + told,
        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    }


def example_value(schema: Any, depth: int = 0) -> Any:
    """Return a small value that a JSON schema allows."""
    if not isinstance(schema, dict) or depth > 8:
        return None
    if "const" in schema:
        return schema["const"]
    if schema.get("enum"):
        return schema["enum"][0]
    for key in ("anyOf", "oneOf", "allOf"):
        if schema.get(key):
            # A type that contains itself comes to an end where it may be null, or an empty list.
            way_out = [part for part in schema[key] if depth > 3 and part.get("type") == "null"]
            return example_value(dict((way_out or schema[key])[0], **_definitions(schema)), depth + 1)
    if "$ref" in schema:
        return example_value(_resolved(schema), depth + 1)
    kind = schema.get("type", "object" if "properties" in schema else "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        properties = schema.get("properties") or {}
        return {
            name: example_value(dict(value, **_definitions(schema)), depth + 1) for name, value in properties.items()
        }
    if kind == "array" and depth > 3:
        return []
    if kind == "array":
        return [example_value(dict(schema.get("items") or {}, **_definitions(schema)), depth + 1)]
    return {"string": "embedded", "integer": 1, "number": 1.5, "boolean": True}.get(kind)


def _definitions(schema: Object) -> Object:
    return {key: schema[key] for key in ("$defs", "definitions") if key in schema}


def _resolved(schema: Object) -> Object:
    """Return what a local reference points to. The root itself, which never ends, is cut short."""
    found: Any = _definitions(schema)
    parts = str(schema["$ref"]).split("/")[1:]
    if not parts:
        return {"type": "object"}
    for part in parts:
        found = found.get(part) if isinstance(found, dict) else None
    return dict(found, **_definitions(schema)) if isinstance(found, dict) and found else {"type": "object"}


def check_model(call: Call) -> str:
    """Return the model that was asked for. Raises APIErrorResponse if it is one that isn't there."""
    model = call.text("model", "gpt-4o-mini")
    if model.startswith("no-such"):
        message = "The model `{}` does not exist or you do not have access to it.".format(model)
        raise APIErrorResponse(404, message, "model", "model_not_found")
    return model


def first_function(tools: Any, choice: Any, said: str) -> Optional[Object]:
    """Return the function to call, if one is to be called."""
    known = [tool for tool in tools or [] if isinstance(tool, dict)]
    functions: List[Object] = [tool["function"] for tool in known if isinstance(tool.get("function"), dict)]
    if not functions or choice == "none":
        return None
    if isinstance(choice, dict):
        wanted = (choice.get("function") or {}).get("name")
        return next((function for function in functions if function.get("name") == wanted), None)
    return functions[0] if choice == "required" or "use the tool" in said.lower() else None


def arguments_for(function: Object) -> str:
    """Return arguments that a function's schema allows, as JSON."""
    return json.dumps(example_value(function.get("parameters") or {"type": "object"}))


def chat(call: Call) -> ServerResponse:
    """Answer POST /chat/completions."""
    model = check_model(call)
    messages = call.params["messages"]
    if not isinstance(messages, list) or not messages or not all(isinstance(item, dict) for item in messages):
        raise APIErrorResponse(
            400, "Invalid 'messages': expected a list of at least one message.", "messages", "invalid_type"
        )
    choices = [_choice(call, messages, number) for number in range(call.integer("n", 1))]
    told = " ".join(choice["message"]["content"] or "" for choice in choices)
    name, created = call.store.new_id("chatcmpl-")
    head: Object = {"id": name, "object": "chat.completion", "created": created, "model": model}
    head.update(service_tier="default", system_fingerprint=FINGERPRINT)
    usage = count_usage(_all_said(messages), told)
    answer: Object = dict(head, choices=choices, usage=usage)
    if call.params.get("store") is True:
        call.store.add(STORED, dict(answer, metadata=call.params.get("metadata") or {}))
        call.store.hidden[name] = messages
    if not call.wants_stream:
        return json_reply(answer)
    head["object"] = "chat.completion.chunk"
    return event_stream(_chat_events(call, head, choices, usage))


def _all_said(messages: List[Object]) -> str:
    return " ".join(content_text(message.get("content")) for message in messages)


def last_user_text(messages: List[Object]) -> str:
    """Return the text of the last message that a user wrote."""
    said = [message for message in messages if message.get("role") == "user"]
    return content_text((said or messages)[-1].get("content"))


def _choice(call: Call, messages: List[Object], number: int) -> Object:
    """Return one choice of a chat completion."""
    said = last_user_text(messages)
    message: Object = {"role": "assistant", "content": None, "refusal": None, "annotations": []}
    choice = {"index": number, "message": message, "logprobs": None, "finish_reason": "stop"}
    from_tool = messages[-1].get("role") == "tool"
    function = None if from_tool else first_function(call.params.get("tools"), call.params.get("tool_choice"), said)
    if function is not None:
        call_id = call.store.new_id("call_")[0]
        work = {"name": function.get("name"), "arguments": arguments_for(function)}
        message["tool_calls"] = [{"id": call_id, "type": "function", "function": work}]
        choice["finish_reason"] = "tool_calls"
    elif "please refuse" in said.lower():
        message["refusal"] = "I'm sorry, I cannot help with that."
    else:
        if from_tool:
            said = "the tool answered " + content_text(messages[-1].get("content"))
        message["content"] = _cut(call, _content(call, said, number), choice)
        if call.params.get("logprobs") is True:
            choice["logprobs"] = _logprobs(split_words(message["content"]))
    return choice


def _content(call: Call, said: str, number: int) -> str:
    wanted = call.params.get("response_format")
    wanted = wanted if isinstance(wanted, dict) else {}
    kind = wanted.get("type")
    if kind == "json_schema":
        return json.dumps(example_value((wanted.get("json_schema") or {}).get("schema")))
    return json.dumps({"answer": reply_text(said, number)}) if kind == "json_object" else reply_text(said, number)


def _cut(call: Call, text: str, choice: Object) -> str:
    """Shorten a text to the number of tokens that the call allows."""
    limit = call.integer("max_completion_tokens", call.integer("max_tokens", 1 << 30, high=1 << 30), high=1 << 30)
    words = split_words(text)
    if len(words) > limit:
        choice["finish_reason"] = "length"
    return "".join(words[:limit])


def _logprobs(tokens: List[str]) -> Object:
    content = [
        {"token": token, "logprob": -0.25, "bytes": list(token.encode("utf-8", "replace")), "top_logprobs": []}
        for token in tokens
    ]
    return {"content": content, "refusal": None}


def _chat_events(call: Call, head: Object, choices: List[Object], usage: Object) -> List[bytes]:
    """Return the chunks of a chat completion: the role, then word by word, then why it ended."""
    with_usage = (call.params.get("stream_options") or {}).get("include_usage") is True
    more = {"usage": None} if with_usage else {}

    def chunk(index: int, delta: Object, reason: Optional[str] = None, logprobs: Any = None) -> bytes:
        part = {"index": index, "delta": delta, "logprobs": logprobs, "finish_reason": reason}
        return event(dict(head, choices=[part], **more))

    events = []
    for choice in choices:
        index, message = choice["index"], choice["message"]
        first: Object = {"role": "assistant", "content": "", "refusal": None}
        if "tool_calls" in message:
            first["content"] = None
        events.append(chunk(index, first))
        for word in split_words(message["content"] or ""):
            events.append(chunk(index, {"content": word}, None, _logprobs([word]) if choice["logprobs"] else None))
        for word in split_words(message["refusal"] or ""):
            events.append(chunk(index, {"refusal": word}))
        for delta in _tool_deltas(message.get("tool_calls") or []):
            events.append(chunk(index, {"tool_calls": [delta]}))
        events.append(chunk(index, {}, choice["finish_reason"]))
    if with_usage:
        events.append(event(dict(head, choices=[], usage=usage)))
    return events + [DONE]


def _tool_deltas(tool_calls: List[Object]) -> List[Object]:
    deltas: List[Object] = []
    for index, tool_call in enumerate(tool_calls):
        function = dict(tool_call["function"], arguments="")
        deltas.append(dict(tool_call, index=index, function=function))
        for piece in split_words(tool_call["function"]["arguments"]):
            deltas.append({"index": index, "function": {"arguments": piece}})
    return deltas


def stored_messages(call: Call) -> ServerResponse:
    """Answer GET /chat/completions/{completion_id}/messages."""
    name = call.find_root("chat/completions", "completion_id")["id"]
    where = collection("chat/completions", name, "messages")
    if where.key not in call.store.collections:
        for number, message in enumerate(call.store.hidden.get(name, [])):
            fields = {"role": "user", "content": None, "name": None, "content_parts": None}
            call.store.add(where, dict(fields, **dict(message, id="{}-{}".format(name, number))))
    return json_reply(call.store.page(where, dict({"order": "asc"}, **call.query)))


def completion(call: Call) -> ServerResponse:
    """Answer POST /completions and POST /engines/{engine_id}/completions."""
    prompts = call.params["prompt"]
    if not isinstance(prompts, list) or all(isinstance(item, int) for item in prompts):
        prompts = [prompts]
    limit = call.integer("max_tokens", 16, low=0, high=1 << 30)
    choices: List[Object] = []
    for prompt in prompts:
        for number in range(call.integer("n", 1)):
            words = split_words(" " + reply_text(content_text(prompt), number))
            text = (content_text(prompt) if call.params.get("echo") is True else "") + "".join(words[:limit])
            reason = "length" if len(words) > limit else "stop"
            choices.append({"text": text, "index": len(choices), "logprobs": None, "finish_reason": reason})
    name, created = call.store.new_id("cmpl-")
    model = check_model(call) if "model" in call.params else call.ids.get("engine_id", "davinci")
    head = {"id": name, "object": "text_completion", "created": created, "model": model}
    usage = count_usage(" ".join(map(content_text, prompts)), " ".join(choice["text"] for choice in choices))
    if not call.wants_stream:
        return json_reply(dict(head, choices=choices, usage=usage))
    return event_stream(_completion_events(call, head, choices, usage))


def _completion_events(call: Call, head: Object, choices: List[Object], usage: Object) -> List[bytes]:
    events = []
    for choice in choices:
        words = split_words(choice["text"]) or [""]
        for number, word in enumerate(words):
            reason = choice["finish_reason"] if number == len(words) - 1 else None
            events.append(event(dict(head, choices=[dict(choice, text=word, finish_reason=reason)])))
    if (call.params.get("stream_options") or {}).get("include_usage") is True:
        events.append(event(dict(head, choices=[], usage=usage)))
    return events + [DONE]


HANDLERS: Dict[str, Callable[[Call], ServerResponse]] = {
    "POST /chat/completions": chat,
    "GET /chat/completions/{completion_id}/messages": stored_messages,
    "POST /completions": completion,
    "POST /engines/{engine_id}/completions": completion,
}
