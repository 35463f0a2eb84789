# SPDX-License-Identifier: MIT
"""Build tools that models can call from functions (`function_tool`) and from types (`pydantic_function_tool`).

No I/O, except what a called function does itself. https://platform.openai.com/docs/guides/function-calling
"""

from __future__ import annotations

from ..call.errors import ArgumentError, ParseError
from ..call.helper_errors import SchemaError
from ..call.sentinels import is_given, omit
from . import type_info
from .convert import convert
from .schema import SchemaBuilder, ensure_strict, to_strict_json_schema, validate_strict
from .tool_arguments import decode_arguments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple

    from ..types.chat import ChatCompletionFunctionToolParam
    from ..types.responses import FunctionToolParam

    JSONObject = Dict[str, Any]
else:
    JSONObject = dict  # it cannot be subscripted in Python 3.8

# Headings of the parameters in a docstring: Google style, and NumPy style, whose headings have no colon.
PARAMETER_SECTIONS = ("args:", "arguments:", "parameters:", "params:", "parameters", "args", "arguments")


class PydanticFunctionTool(JSONObject):
    """The `function` part of a chat tool whose arguments are an instance of the type `model`."""

    def __init__(self, definition: Dict[str, Any], model: Any) -> None:
        super().__init__(definition)
        self.model = model


class ResponsesPydanticFunctionTool(PydanticFunctionTool):
    """A tool for responses whose arguments are an instance of the type `model`."""


def pydantic_function_tool(
    model: Any, *, name: Optional[str] = None, description: Optional[str] = None
) -> ChatCompletionFunctionToolParam:
    """Return a chat tool whose arguments are a pydantic model, dataclass, TypedDict or NamedTuple.

    `name` and `description` default to the type's name and docstring. `parse` and `stream` return the arguments as
    instances of the type. Raises SchemaError for what strict mode cannot express.
    """
    if description is None:
        description = model.__doc__ if type_info.pydantic_flavor(model) else type_info.own_docstring(model) or None
    definition = {"name": name or model.__name__, "strict": True, "parameters": to_strict_json_schema(model)}
    if description is not None:
        definition["description"] = description
    function: Any = PydanticFunctionTool(definition, model)
    return {"type": "function", "function": function}


def pydantic_responses_function_tool(
    model: Any, *, name: Optional[str] = None, description: Optional[str] = None, defer_loading: Any = omit
) -> FunctionToolParam:
    """Return a responses tool whose arguments are a type, as `pydantic_function_tool` does for chat.

    With `defer_loading`, the model sees the tool only once a tool search has found it.
    """
    function: Any = pydantic_function_tool(model, name=name, description=description)["function"]
    tool: Any = ResponsesPydanticFunctionTool({"type": "function", **function}, model)
    if is_given(defer_loading):
        tool["defer_loading"] = defer_loading
    result: FunctionToolParam = tool
    return result


class FunctionTool(JSONObject):
    """A function as a chat tool; `for_responses()` is the tool for responses, `call(arguments)` calls the function."""

    def __init__(self, function: Callable[..., Any], name: str, description: str, strict: bool) -> None:
        self.function = function
        self.name = name
        self.parameters: List[type_info.Field] = function_parameters(function)
        definition: Dict[str, Any] = {"name": name}
        if description:
            definition["description"] = description
        descriptions = parse_docstring(function)[1]
        definition.update(parameters=_parameter_schema(self.parameters, name, descriptions, strict), strict=strict)
        super().__init__(type="function", function=definition)

    def for_responses(self) -> Dict[str, Any]:
        """Return the tool in the format of the Responses API."""
        return {"type": "function", **self["function"]}

    def arguments(self, text: Any) -> Dict[str, Any]:
        """Parse the arguments of a tool call (JSON text, or an object) into keyword arguments of the function.

        A null for a parameter with a default is left out, so that the default applies. Raises ParseError for
        arguments that do not fit.
        """
        values = decode_arguments(text)
        parameters = {parameter.name: parameter for parameter in self.parameters}
        if not isinstance(values, dict) or not set(values) <= set(parameters):
            expected = ", ".join(parameters) or "no keys"
            raise ParseError("$: expected an object with {}".format(expected), "$", values)
        result: Dict[str, Any] = {}
        for name, parameter in parameters.items():
            if values.get(name) is None and parameter.default is not type_info.REQUIRED:
                continue
            if name not in values:
                raise ParseError("$: the argument {!r} of {} is missing".format(name, self.name), "$", values)
            result[name] = convert(parameter.type_, values[name], "$." + name)
        return result

    def call(self, arguments: Any) -> Any:
        """Call the function with the JSON arguments that the model wrote, and return its result.

        Raises ParseError if the arguments do not fit, and whatever the function raises.
        """
        return self.function(**self.arguments(arguments))


def function_tool(
    function: Callable[..., Any], *, name: Optional[str] = None, description: Optional[str] = None, strict: bool = True
) -> FunctionTool:
    """Return a function as a tool: annotations define the parameters, the docstring describes them.

    The first paragraph of the docstring describes the function, its `Args:` section (or `:param x:`) the parameters,
    unless `Annotated` does. A parameter with a default may be null, which means the default. Raises SchemaError,
    naming the parameter, for what strict mode cannot express and for `*args` and `**kwargs`. With `strict=False`,
    dicts with arbitrary keys and `Any` are allowed, and parameters with a default may be left out.
    """
    candidate: Any = function
    if isinstance(candidate, FunctionTool):
        return candidate
    if not callable(candidate) or isinstance(candidate, type):
        raise ArgumentError("function_tool: expected a function, got {!r}".format(candidate))
    text = str(parse_docstring(candidate)[0] if description is None else description)
    return FunctionTool(candidate, name or str(getattr(candidate, "__name__", "function")), text, strict)


def function_parameters(function: Callable[..., Any]) -> List[type_info.Field]:
    """Return the parameters of a function. Raises SchemaError for those without a name or an annotation."""
    from inspect import Parameter, signature

    target: Any = function
    while hasattr(target, "func") and hasattr(target, "keywords"):  # functools.partial
        target = target.func
    is_function = hasattr(target, "__code__") or hasattr(target, "__func__")
    hints = type_info.type_hints(target if is_function else type(target).__call__)
    result = []
    for name, parameter in signature(function).parameters.items():
        path = "{}.{}".format(getattr(function, "__name__", "function"), name)
        if parameter.kind in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD, Parameter.POSITIONAL_ONLY):
            raise SchemaError("{}: strict mode needs parameters that can be passed by name".format(path))
        if name not in hints:
            raise SchemaError("{}: has no type annotation; add one".format(path))
        default = type_info.REQUIRED if parameter.default is Parameter.empty else parameter.default
        result.append(type_info.Field(name, hints[name], "", default))
    return result


class _Arguments:
    """The type, for SchemaBuilder, whose fields are the parameters of a function."""


def _parameter_schema(
    parameters: List[type_info.Field], name: str, descriptions: Dict[str, str], is_strict: bool
) -> Dict[str, Any]:
    builder = SchemaBuilder(_Arguments, allow_any=not is_strict)
    properties: Dict[str, Any] = {}
    for parameter in parameters:
        schema = builder.build(parameter.type_, "{}.{}".format(name, parameter.name))
        if parameter.default is not type_info.REQUIRED and is_strict:
            schema = _make_nullable(schema)
        if parameter.name in descriptions and "description" not in schema:
            schema["description"] = descriptions[parameter.name]
        properties[parameter.name] = schema
    result: Dict[str, Any] = {"type": "object", "properties": properties}
    if builder.definitions:
        result["$defs"] = builder.definitions
    if not is_strict:
        required = [parameter.name for parameter in parameters if parameter.default is type_info.REQUIRED]
        return {**result, "required": required}
    return validate_strict(ensure_strict(result), name)


def _make_nullable(schema: Dict[str, Any]) -> Dict[str, Any]:
    """Return a schema that also allows null."""
    if any(member.get("type") == "null" for member in schema.get("anyOf", ())):
        return schema
    description = {"description": schema["description"]} if "description" in schema else {}
    inner = {name: value for name, value in schema.items() if name != "description"}
    return {"anyOf": inner.get("anyOf", [inner]) + [{"type": "null"}], **description}


def parse_docstring(function: Any) -> Tuple[str, Dict[str, str]]:
    """Return the first paragraph of a function's docstring, and the descriptions of its parameters by name."""
    from inspect import getdoc

    lines = (getdoc(function) or "").splitlines()
    summary: List[str] = []
    for line in lines:
        if not line.strip():
            break
        summary.append(line.strip())
    return " ".join(summary), _parse_parameter_docs(lines)


def _parse_parameter_docs(lines: List[str]) -> Dict[str, str]:
    """Return the descriptions of parameters in Google, NumPy or reStructuredText style."""
    import re

    descriptions: Dict[str, str] = {}
    in_section, current, indent = False, "", 0
    for line in lines:
        field = re.match(r"\s*:param (?:[\w\[\], .]+ )?(\w+):\s*(.*)", line)
        if field:
            current, indent = field.group(1), len(line) - len(line.lstrip())
            descriptions[current] = field.group(2)
            continue
        if line.strip().lower() in PARAMETER_SECTIONS:
            in_section, current = True, ""
            continue
        if not line.strip():
            current = ""
            continue
        item = re.match(r"(\s*)(\w+)\s*(?:\([^)]*\))?\s*:\s*(.*)", line) if in_section else None
        depth = len(line) - len(line.lstrip())
        if item and not (current and depth > indent):
            if depth == 0 and line.rstrip().endswith(":"):  # the heading of the next section
                in_section, current = False, ""
                continue
            current, indent = item.group(2), depth
            # NumPy style has the type here and the description on the lines below.
            descriptions[current] = "" if depth == 0 else item.group(3).strip()
        elif current and depth > indent:
            descriptions[current] = (descriptions[current] + " " + line.strip()).strip()
    return {name: text for name, text in descriptions.items() if text}
