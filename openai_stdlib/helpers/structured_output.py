# SPDX-License-Identifier: MIT
"""Structured output: `parse` of chat and of responses. What a type becomes in a request, and an answer in its type.

Pure but for the two functions at the end, which the table hangs onto resources. Neighbours: schema.py (types to JSON
schema), values.py (JSON to values of types), tools.py, chat_stream.py and response_stream.py (the same, live).
https://platform.openai.com/docs/guides/structured-outputs
"""

from __future__ import annotations

from json import loads

from ..call.api_errors import ContentFilterFinishReasonError, LengthFinishReasonError, NoParsedOutputError, RefusalError
from ..call.errors import ArgumentError, ParseError
from ..call.sentinels import is_given, omit
from ..results.models import set_model
from .flow import with_headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

FORMATS = frozenset(("text", "json_object", "json_schema", "grammar", "python"))


def is_parse_target(value: Any) -> bool:
    """Tell whether a response format is a type or a schema that answers are parsed into, and no format of the API."""
    return is_given(value) and not (isinstance(value, dict) and value.get("type") in FORMATS)


def schema_format(kind: Any) -> Dict[str, Any]:
    """Return name, strictness and schema of a type, as requests want them. Raises SchemaError."""
    from .schema import schema_name, to_strict_json_schema

    return {"schema": to_strict_json_schema(kind), "name": schema_name(kind), "strict": True}


def to_response_format_param(kind: Any) -> Any:
    """Return what `response_format` becomes in a request for a chat completion."""
    return {"type": "json_schema", "json_schema": schema_format(kind)} if is_parse_target(kind) else kind


def to_text_param(text: Any, kind: Any) -> Any:
    """Return what `text` becomes in a request for a response that is to be of a type."""
    if not is_given(kind):
        return text
    if is_given(text) and "format" in text:
        raise ArgumentError("Cannot mix and match text.format with text_format; pass one of them")
    said = schema_format(kind) if is_parse_target(kind) else None
    if said is None:
        return {**(text if is_given(text) else {}), "format": kind}
    inner = {"type": "json_schema", "strict": True, "name": said["name"], "schema": said["schema"]}
    return {**(text if is_given(text) else {}), "format": inner}


def chat_tools(tools: Any) -> Any:
    """Return the tools of a chat request as a list; functions among them become tools."""
    return [_tool(tool) for tool in tools] if is_given(tools) else tools


def _tool(tool: Any) -> Any:
    if isinstance(tool, dict):
        return tool
    if not callable(tool):
        raise ArgumentError("tools: expected a dict or a function, got {}".format(type(tool).__name__))
    from .tools import function_tool

    return function_tool(tool)


def validate_input_tools(tools: Any) -> None:
    """Raise UnsupportedToolError for tools whose arguments cannot be parsed."""
    for tool in tools if is_given(tools) else ():
        if tool.get("type") != "function":
            raise UnsupportedToolError(
                "Currently only `function` tool types support auto-parsing; Received `{}`".format(tool.get("type"))
            )
        if tool["function"].get("strict") is not True:
            raise UnsupportedToolError(
                "`{}` is not strict. Only `strict` function tools can be auto-parsed".format(tool["function"]["name"])
            )


class UnsupportedToolError(ArgumentError, ValueError):
    """A tool that answers can't be parsed for."""


def response_tools(tools: Any) -> Any:
    """Return the tools of a request for a response: those in the shape of chat, and functions, become flat."""
    return [_to_responses_tool(_tool(tool)) for tool in tools] if is_given(tools) else tools


def _to_responses_tool(tool: Dict[str, Any]) -> Dict[str, Any]:
    if tool.get("type") != "function" or "function" not in tool:
        return tool
    if hasattr(tool, "for_responses"):
        flat: Dict[str, Any] = tool.for_responses()
        return flat
    function = tool["function"]
    if not hasattr(function, "model"):
        raise ArgumentError(
            "tools: {!r} has the shape of a tool for chat; here name and parameters stand beside the type".format(
                function.get("name")
            )
        )
    from .tools import ResponsesPydanticFunctionTool

    said = {
        "type": "function",
        "name": function["name"],
        "description": function.get("description"),
        "parameters": function["parameters"],
        "strict": function.get("strict") or False,
    }
    return ResponsesPydanticFunctionTool(
        {**said, **{k: function[k] for k in function if k not in said}}, function.model
    )


def parse_tool_arguments(function: Optional[Dict[str, Any]], text: str) -> Any:
    """Return the arguments of a call as the tool's type, or as JSON if it is strict; None if it is neither.

    `function` is what a request said of it. Raises ParseError.
    """
    if function is None:
        return None
    model = getattr(function, "model", None)
    if model is not None:
        from .convert import parse_json_as

        return parse_json_as(model, text)
    if not function.get("strict"):
        return None
    try:
        return loads(text)
    except ValueError as error:
        raise ParseError("The arguments of {}: {}".format(function.get("name"), error)) from None


def find_chat_function(tools: Any, name: Any) -> Optional[Dict[str, Any]]:
    """Return what a chat request said of a function."""
    for tool in tools if is_given(tools) else ():
        if tool.get("type") == "function" and tool.get("function", {}).get("name") == name:
            function: Dict[str, Any] = tool["function"]
            return function
    return None


def find_response_function(tools: Any, name: Any, namespace: Any = None) -> Optional[Dict[str, Any]]:
    """Return what a request for a response said of a function, also of one in a namespace."""
    listed: List[Dict[str, Any]] = list(tools) if is_given(tools) else []
    if namespace is not None:
        for tool in listed:
            if tool.get("type") == "namespace" and tool.get("name") == namespace:
                listed, namespace = list(tool.get("tools") or ()), name
                break
        if namespace != name:
            return None
    return next((tool for tool in listed if tool.get("type") == "function" and tool.get("name") == name), None)


def to_parsed_completion(completion: Any, kind: Any, tools: Any) -> Any:
    """Make a completion a ParsedChatCompletion, in place, and return it.

    Raises LengthFinishReasonError and ContentFilterFinishReasonError for answers that were cut off, ParseError for one
    that is not of its type. A refused or empty answer has None for `parsed`.
    """
    set_model(completion, "chat.ParsedChatCompletion")
    for choice in completion.choices or ():
        check_finish(choice, completion)
        message = choice.message
        message.parsed = parse_content(message, kind)
        for call in message.tool_calls or ():
            function = call.get("function")
            if call.get("type") == "function" and function:
                wanted = find_chat_function(tools, function.get("name"))
                call.function.parsed_arguments = parse_tool_arguments(wanted, function.get("arguments") or "")
        if not message.get("tool_calls"):
            message["tool_calls"] = None
    return completion


def check_finish(choice: Any, completion: Any) -> None:
    """Raise the error of an answer that was cut off."""
    reason = choice.get("finish_reason")
    if reason == "length":
        raise LengthFinishReasonError(completion=completion)
    if reason == "content_filter":
        raise ContentFilterFinishReasonError(completion=completion)


def parse_content(message: Any, kind: Any) -> Any:
    """Return the content of a message as a value of the type that was asked for."""
    if not is_parse_target(kind) or not message.get("content") or message.get("refusal"):
        return None
    from .convert import parse_json_as

    return parse_json_as(kind, message["content"])


def parse_text(text: str, kind: Any, phase: Any) -> Any:
    """Return the text of a response as a value of the type that was asked for. Only final answers are of it."""
    if not is_parse_target(kind) or phase not in (None, "final_answer"):
        return None
    from .convert import parse_json_as

    return parse_json_as(kind, text)


def to_parsed_response(response: Any, kind: Any, tools: Any) -> Any:
    """Make a response a ParsedResponse, in place, and return it. Raises ParseError."""
    set_model(response, "responses.ParsedResponse")
    if response.get("output") is None:
        response["output"] = []
    for item in response.output:
        if item.type == "message":
            set_model(item, "responses.ParsedResponseOutputMessage")
            for part in item.content or ():
                if part.get("type") == "output_text":
                    set_model(part, "responses.ParsedResponseOutputText")
                    part.parsed = _parse_part(response, part.get("text") or "", kind, item.get("phase"))
        elif item.type == "function_call":
            set_model(item, "responses.ParsedResponseFunctionToolCall")
            wanted = find_response_function(tools, item.get("name"), item.get("namespace"))
            item.parsed_arguments = parse_tool_arguments(wanted, item.get("arguments") or "")
    return response


def _parse_part(response: Any, text: str, kind: Any, phase: Any) -> Any:
    try:
        return parse_text(text, kind, phase)
    except ValueError:
        if response.get("status") != "incomplete":
            raise
    # It doesn't fit because its end is missing.
    if (response.get("incomplete_details") or {}).get("reason") == "content_filter":
        raise ContentFilterFinishReasonError(completion=response)
    raise LengthFinishReasonError(completion=response)


def parsed_value(answer: Any) -> Any:
    """Return what `parse`, or a stream, made of an answer: of a completion's first choice, or of a response.

    For whom None is no answer: raises RefusalError with the model's words, NoParsedOutputError if there is nothing.
    """
    value, refusals = None, []
    if "choices" in answer:
        for choice in (answer.choices or ())[:1]:
            value = choice.message.parsed
            refusals.append(choice.message.get("refusal"))
    else:
        value = getattr(answer, "output_parsed", None)
        parts = [part for item in answer.output or () for part in item.get("content") or ()]
        refusals += [part.get("refusal") for part in parts if part.get("type") == "refusal"]
    for refusal in refusals:
        if value is None and refusal:
            raise RefusalError(refusal, answer)
    if value is None:
        raise NoParsedOutputError(response=answer)
    return value


def parse_chat(client: Any, *, response_format: Any = omit, tools: Any = omit, **arguments: Any) -> Any:
    """Make a chat completion whose content is of a type, as `create` does; return a ParsedChatCompletion.

    `response_format` is a dataclass, TypedDict, NamedTuple or pydantic model, or a JSON schema; `message.parsed` is a
    value of it, and `parsed_arguments` of a tool's call what its tool says. Tools must be strict. Raises SchemaError,
    before anything is sent, for a type that strict mode cannot express, and what `to_parsed_completion` raises.
    """
    tools = chat_tools(tools)
    validate_input_tools(tools)
    call = client.chat.completions.create.with_post_parser(
        lambda answer: to_parsed_completion(answer, response_format, tools)
    )
    return call(
        **with_headers(arguments, {"X-Stainless-Helper-Method": "chat.completions.parse"}),
        stream=False,
        response_format=to_response_format_param(response_format),
        tools=tools,
    )


def parse_response(
    client: Any,
    *,
    text_format: Any = omit,
    parse_as: Any = omit,
    text: Any = omit,
    tools: Any = omit,
    **arguments: Any,
) -> Any:
    """Make a response whose text is of a type, as `create` does; return a ParsedResponse with `output_parsed`.

    `text_format` is a type as for `chat.completions.parse`; `parse_as` is what to read the text as if that differs,
    or None for as it is. Raises SchemaError before anything is sent, ParseError for a text that isn't of its type, and
    for one that was cut off LengthFinishReasonError or ContentFilterFinishReasonError.
    """
    tools = response_tools(tools)
    said = to_text_param(text, text_format)
    given = arguments.get("input")
    kind = _resolve_parse_type(given, said, text_format, parse_as)
    call = client.responses.create.with_post_parser(lambda answer: to_parsed_response(answer, kind, tools))
    return call(text=said, tools=tools, **arguments)


def _resolve_parse_type(given: Any, text: Any, text_format: Any, parse_as: Any) -> Any:
    """Return the type that a response's text is to be read as, when its input may change the format."""
    if parse_as is None:
        return omit
    updates = [item for item in given if isinstance(item, dict)] if isinstance(given, list) else []
    for item in reversed(updates):
        update = item.get("text")
        changed = update.get("format") if isinstance(update, dict) else None
        if item.get("type") != "configuration_update" or not isinstance(changed, dict):
            continue
        if changed.get("type") == "text":
            if is_given(parse_as):
                raise ArgumentError("parse_as: the input changes the format to plain text; leave parse_as out")
            return omit
        if is_given(text_format) and not is_given(parse_as) and changed != text.get("format"):
            raise ArgumentError(
                "The input changes the format: pass parse_as with the type of the new one, or parse_as=None for text"
            )
        break
    return parse_as if is_given(parse_as) else text_format
