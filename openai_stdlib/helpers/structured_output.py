# SPDX-License-Identifier: MIT
"""Structured output: `chat.completions.parse` and `responses.parse`, and the conversions that they share with streams.

Types become JSON schemas in requests (schema.py), and output becomes instances of these types (convert.py). All
functions are without I/O except the two entry functions at the end.
https://platform.openai.com/docs/guides/structured-outputs
"""

from __future__ import annotations

from ..call.errors import ArgumentError
from ..call.helper_errors import (
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    NoParsedOutputError,
    RefusalError,
)
from ..call.sentinels import is_given, omit
from ..results.guard import guard, run_user_code
from ..results.models import set_model
from .chat_message import read_text
from .flow import table_entry, with_headers
from .tool_arguments import find_chat_function, find_response_function, parse_tool_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

FORMATS = frozenset(("text", "json_object", "json_schema", "grammar", "python"))  # values of `type` in API formats


def is_parse_target(value: Any) -> bool:
    """Return whether a response format is a type or JSON schema to parse output into, not a format of the API."""
    return is_given(value) and not (isinstance(value, dict) and value.get("type") in FORMATS)


def schema_format(type_: Any) -> Dict[str, Any]:
    """Return `schema`, `name` and `strict` of a type for a request. Raises SchemaError."""
    from .schema import schema_name, to_strict_json_schema

    return {"schema": to_strict_json_schema(type_), "name": schema_name(type_), "strict": True}


def to_response_format_param(response_format: Any) -> Any:
    """Return the `response_format` of a chat completion request: types become a JSON schema format."""
    if not is_parse_target(response_format):
        return response_format
    return {"type": "json_schema", "json_schema": schema_format(response_format)}


def to_text_param(text: Any, text_format: Any) -> Any:
    """Return the `text` of a response request, with `text_format` as its format. Raises ArgumentError for both."""
    if not is_given(text_format):
        return text
    if is_given(text) and "format" in text:
        raise ArgumentError("Cannot mix and match text.format with text_format; pass one of them")
    format_param = text_format
    if is_parse_target(text_format):
        schema = schema_format(text_format)
        format_param = {"type": "json_schema", "strict": True, "name": schema["name"], "schema": schema["schema"]}
    return {**(text if is_given(text) else {}), "format": format_param}


def chat_tools(tools: Any) -> Any:
    """Return the tools of a chat request as a list of dicts; Python functions become tools."""
    return [_to_tool(tool) for tool in tools] if is_given(tools) else tools


def _to_tool(tool: Any) -> Any:
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
    """`parse` does not support a tool: it is not a function, or not strict."""


def response_tools(tools: Any) -> Any:
    """Return the tools of a response request as a list of dicts; Python functions and chat tools are converted."""
    return [_to_responses_tool(_to_tool(tool)) for tool in tools] if is_given(tools) else tools


def _to_responses_tool(tool: Dict[str, Any]) -> Dict[str, Any]:
    if tool.get("type") != "function" or "function" not in tool:
        return tool
    for_responses: Any = getattr(tool, "for_responses", None)
    if for_responses is not None:
        converted: Dict[str, Any] = for_responses()
        return converted
    function = tool["function"]
    if not hasattr(function, "model"):
        raise ArgumentError(
            "tools: {!r} is a chat completions tool; for responses, put its name and parameters beside its type".format(
                function.get("name")
            )
        )
    from .tools import ResponsesPydanticFunctionTool

    fields = {
        "type": "function",
        "name": function["name"],
        "description": function.get("description"),
        "parameters": function["parameters"],
        "strict": function.get("strict") or False,
    }
    others = {name: function[name] for name in function if name not in fields}
    return ResponsesPydanticFunctionTool({**fields, **others}, function.model)


def to_parsed_completion(completion: Any, response_format: Any, tools: Any) -> Any:
    """Turn a completion into a ParsedChatCompletion, in place, and return it.

    `parsed` is None for refused or empty content. Raises LengthFinishReasonError or ContentFilterFinishReasonError if
    a choice was cut off, ParseError if content or arguments do not match their type.
    """
    set_model(completion, "chat.ParsedChatCompletion")
    for choice in completion.choices or ():
        check_finish(choice, completion)
        message = choice.message
        message.parsed = parse_content(message, response_format)
        for call in message.tool_calls or ():
            function = call.get("function")
            if call.get("type") in (None, "", "function") and function:
                definition = find_chat_function(tools, function.get("name"))
                call.function.parsed_arguments = parse_tool_arguments(definition, function.get("arguments"))
        if not message.get("tool_calls"):
            message["tool_calls"] = None
    return completion


def check_finish(choice: Any, completion: Any) -> None:
    """Raise LengthFinishReasonError or ContentFilterFinishReasonError for a choice that was cut off."""
    reason = choice.get("finish_reason")
    if reason == "length":
        raise LengthFinishReasonError(completion=completion)
    if reason == "content_filter":
        raise ContentFilterFinishReasonError(completion=completion)


def parse_content(message: Any, response_format: Any) -> Any:
    """Return the content of a message parsed into the requested type, or None. Raises ParseError."""
    if not is_parse_target(response_format) or not message.get("content") or message.get("refusal"):
        return None
    from .convert import parse_json_as

    return run_user_code(parse_json_as, response_format, read_text(message["content"]))


def parse_text(text: str, text_format: Any, phase: Any) -> Any:
    """Return the text of a response parsed into the requested type, or None. Raises ParseError.

    Only messages without a `phase` and those of the final answer follow the format; commentary is not parsed.
    """
    if not is_parse_target(text_format) or phase not in (None, "final_answer"):
        return None
    from .convert import parse_json_as

    return run_user_code(parse_json_as, text_format, read_text(text))


def to_parsed_response(response: Any, text_format: Any, tools: Any) -> Any:
    """Turn a response into a ParsedResponse, in place, and return it.

    Raises ParseError if text or arguments do not match their type, or for text that was cut off
    LengthFinishReasonError or ContentFilterFinishReasonError.
    """
    set_model(response, "responses.ParsedResponse")
    if response.get("output") is None:
        response["output"] = []
    for item in response.output:
        if item.type == "message":
            set_model(item, "responses.ParsedResponseOutputMessage")
            for part in item.content or ():
                if part.get("type") == "output_text":
                    set_model(part, "responses.ParsedResponseOutputText")
                    part.parsed = _parse_part(response, part.get("text") or "", text_format, item.get("phase"))
        elif item.type == "function_call":
            set_model(item, "responses.ParsedResponseFunctionToolCall")
            definition = find_response_function(tools, item.get("name"), item.get("namespace"))
            item.parsed_arguments = parse_tool_arguments(definition, item.get("arguments"))
    return response


def _parse_part(response: Any, text: str, text_format: Any, phase: Any) -> Any:
    try:
        return parse_text(text, text_format, phase)
    except ValueError:
        if response.get("status") != "incomplete":
            raise
    # The text does not match its type because its end is missing; report the cause.
    if (response.get("incomplete_details") or {}).get("reason") == "content_filter":
        raise ContentFilterFinishReasonError(completion=response)
    raise LengthFinishReasonError(completion=response)


def parsed_value(result: Any) -> Any:
    """Return the parsed value of a result of `parse` or of a stream; never None.

    The value is that of a completion's first choice, or the `output_parsed` of a response. Raises RefusalError with the
    model's text if it refused, NoParsedOutputError if there is no value for another reason.
    """
    is_completion = "choices" in result
    value, refusals = guard(
        "completion" if is_completion else "response",
        _completion_value if is_completion else _response_value,
        result,
    )
    for refusal in refusals:
        if value is None and refusal:
            raise RefusalError(refusal, result)
    if value is None:
        raise NoParsedOutputError("", result)
    return value


def _completion_value(completion: Any) -> Any:
    """Return the parsed value of a completion, and its refusals."""
    for choice in completion.choices or ():
        return choice.message.parsed, [choice.message.get("refusal")]
    return None, []


def _response_value(response: Any) -> Any:
    """Return the parsed value of a response, and its refusals."""
    parts = [part for item in response.output or () for part in item.get("content") or ()]
    refusals = [part.get("refusal") for part in parts if part.get("type") == "refusal"]
    return getattr(response, "output_parsed", None), refusals


def parse_chat(client: Any, *, response_format: Any = omit, tools: Any = omit, **arguments: Any) -> Any:
    """Create a chat completion with structured output; return a ParsedChatCompletion.

    Takes the arguments of `create`. `response_format` is a dataclass, TypedDict, NamedTuple, pydantic model or JSON
    schema; `message.parsed` is an instance of it. `tools` must be strict functions; `parsed_arguments` of their calls
    has the type of the tool. Raises SchemaError before the request for a type that strict mode cannot express,
    UnsupportedToolError for other tools, and afterwards LengthFinishReasonError or ContentFilterFinishReasonError
    if the output was cut off, and ParseError if it does not match its type.
    """
    tools = chat_tools(tools)
    validate_input_tools(tools)
    create = table_entry(client, "chat.completions.create").with_post_parser(
        lambda result, response: guard(
            "completion", lambda completion: to_parsed_completion(completion, response_format, tools), result, response
        )
    )
    arguments = dict(
        with_headers(arguments, {"X-Stainless-Helper-Method": "chat.completions.parse"}),
        stream=False,
        response_format=to_response_format_param(response_format),
        tools=tools,
    )
    return client._call(create, arguments)


def parse_response(
    client: Any,
    *,
    text_format: Any = omit,
    parse_as: Any = omit,
    text: Any = omit,
    tools: Any = omit,
    **arguments: Any,
) -> Any:
    """Create a response with structured output; return a ParsedResponse with `output_parsed`.

    Takes the arguments of `create`. `text_format` is a type as for `chat.completions.parse`. `parse_as` overrides the
    type that the text is parsed into; None leaves it unparsed. Raises SchemaError before the request for a type that
    strict mode cannot express, ArgumentError if `text` has a format too, and afterwards the errors of
    `chat.completions.parse`.
    """
    tools = response_tools(tools)
    text_param = to_text_param(text, text_format)
    target = _resolve_parse_type(arguments.get("input"), text_param, text_format, parse_as)
    create = table_entry(client, "responses.create").with_post_parser(
        lambda result, response: guard(
            "response", lambda parsed: to_parsed_response(parsed, target, tools), result, response
        )
    )
    return client._call(create, dict(arguments, text=text_param, tools=tools))


def _resolve_parse_type(input_: Any, text_param: Any, text_format: Any, parse_as: Any) -> Any:
    """Return the type to parse the text into. The last `configuration_update` of the input may change the format."""
    if parse_as is None:
        return omit
    items = [item for item in input_ if isinstance(item, dict)] if isinstance(input_, list) else []
    for item in reversed(items):
        text_update = item.get("text")
        new_format = text_update.get("format") if isinstance(text_update, dict) else None
        if item.get("type") != "configuration_update" or not isinstance(new_format, dict):
            continue
        if new_format.get("type") == "text":
            if is_given(parse_as):
                raise ArgumentError("parse_as: the input changes the format to plain text; omit parse_as")
            return omit
        if is_given(text_format) and not is_given(parse_as) and new_format != text_param.get("format"):
            raise ArgumentError(
                "parse_as: required because the input changes the format; pass the new type, or None for plain text"
            )
        break
    return parse_as if is_given(parse_as) else text_format
