# SPDX-License-Identifier: MIT
"""Function tools of agents, and the output format of their answers: the tools of `lib.beta.agents`. No I/O.

A tool holds its definition for the agent, and the function to call. Unlike tools for chat completions and responses
(tools.py), it isn't strict. https://platform.openai.com/docs/api-reference/agents
"""

from __future__ import annotations

import json
import sys
from copy import deepcopy

from ..call.errors import ArgumentError
from ..call.helper_errors import SchemaError
from ..call.sentinels import is_given, omit
from . import type_info
from .convert import convert
from .schema import SchemaBuilder, to_strict_json_schema
from .tools import FunctionTool as ChatFunctionTool
from .tools import function_tool as chat_function_tool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional

PART_FIELDS = {"input_text": "text", "input_image": "image_url"}  # type of a content part -> its other field


class FunctionTool:
    """A function tool of an agent: pass `definition` in the agent's tools, and the tool in `tool_handlers`.

    `model` is the type of the arguments: a pydantic model, dataclass, TypedDict or NamedTuple. `handler` is called with
    an instance of it. Raises ValueError for an empty name, and a TypeError for a type that is no JSON object.
    """

    _converts_output = False  # whether any result of the handler becomes an output of the tool

    def __init__(
        self,
        model: Any,
        handler: Callable[..., Any],
        *,
        name: str,
        description: str,
        defer_loading: Any = omit,
    ) -> None:
        if not name:
            raise ValueError("name: the tool needs a name; pass a text that is not empty")
        parameters = _object_schema(model)
        self._definition: Dict[str, Any] = {
            "type": "function",
            "name": name,
            "description": description,
            "parameters": parameters,
        }
        if is_given(defer_loading):
            self._definition["defer_loading"] = defer_loading
        self._model = model
        self._handler = handler

    def __class_getitem__(cls, _: Any) -> Any:
        return cls

    @property
    def name(self) -> str:
        """The name that the model knows."""
        name: str = self._definition["name"]
        return name

    @property
    def definition(self) -> Dict[str, Any]:
        """The tool as the API takes it; a new dict."""
        return deepcopy(self._definition)

    def parse(self, arguments: Dict[str, Any]) -> Any:
        """Return the arguments of a call as an instance of the tool's type. Raises what the type raises."""
        if isinstance(self._model, ChatFunctionTool):
            return self._model.arguments(arguments)
        flavor = type_info.pydantic_flavor(self._model)
        if flavor == "adapted":
            return type_info.type_adapter(self._model).validate_python(arguments)
        if flavor:
            return (self._model.model_validate if flavor == "model" else self._model.parse_obj)(arguments)
        return convert(self._model, arguments, "$")

    def call_handler(self, parsed: Any) -> Any:
        """Call the handler with parsed arguments, and return what it returns."""
        return self._handler(**parsed) if isinstance(self._model, ChatFunctionTool) else self._handler(parsed)

    def convert_output(self, output: Any) -> Any:
        """Return a result of the handler as an output of the tool."""
        return to_tool_output(output) if self._converts_output else output

    def __call__(self, arguments: Dict[str, Any]) -> Any:
        """Call the handler with the arguments of a call, and return the output, or an awaitable of it."""
        output = self.call_handler(self.parse(arguments))
        if hasattr(output, "__await__"):
            return self._convert_later(output)
        return self.convert_output(output)

    async def _convert_later(self, output: Any) -> Any:
        return self.convert_output(await output)


def _object_schema(model: Any) -> Dict[str, Any]:
    """Return the JSON schema of a type of arguments. Raises TypeError if it is no object."""
    if isinstance(model, ChatFunctionTool):
        parameters: Dict[str, Any] = deepcopy(model["function"]["parameters"])
        return parameters
    schema = _model_schema(model)
    root, seen = schema, set()
    while isinstance(root.get("$ref"), str) and root["$ref"] not in seen:
        seen.add(root["$ref"])
        for key in root["$ref"].lstrip("#/").split("/"):
            root = (schema if key in ("$defs", "definitions") else root).get(key, {})
    if root.get("type") != "object":
        raise SchemaError("{}: the arguments must be one object, no union; wrap it in a field".format(_name(model)))
    return schema


def _model_schema(model: Any) -> Dict[str, Any]:
    flavor = type_info.pydantic_flavor(model)
    if flavor == "adapted":
        schema = type_info.type_adapter(model).json_schema()
    elif flavor:
        schema = model.model_json_schema() if flavor == "model" else model.schema()
    elif type_info.has_fields(model):
        schema = SchemaBuilder(model, allow_any=True).build_root()
    else:
        raise SchemaError("{}: expected a type with named fields, such as a pydantic model".format(_name(model)))
    copied: Dict[str, Any] = deepcopy(schema)  # pydantic 1 keeps the dict that it returns
    return copied


def _name(model: Any) -> str:
    return str(getattr(model, "__name__", model))


def pydantic_function_tool(
    model: Any,
    *,
    handler: Callable[..., Any],
    name: Optional[str] = None,
    description: Optional[str] = None,
    defer_loading: Any = omit,
) -> FunctionTool:
    """Return a tool that calls a function, sync or async, with one argument: an instance of a type.

    `name` and `description` default to the type's name and docstring. Whatever the handler returns becomes an output:
    text and content parts unchanged, a pydantic model or another value as JSON. Raises a TypeError for a type that is
    no JSON object, such as a union.
    """
    if description is None:
        is_dataclass = not type_info.pydantic_flavor(model) and not isinstance(model, ChatFunctionTool)
        description = type_info.own_docstring(model) if is_dataclass else model.__doc__
    tool = FunctionTool(
        model,
        handler,
        name=_name(model) if name is None else name,
        description=description or "",
        defer_loading=defer_loading,
    )
    tool._converts_output = True
    return tool


def function_tool(
    function: Optional[Callable[..., Any]] = None,
    *,
    name: Optional[str] = None,
    description: Optional[str] = None,
    defer_loading: Any = omit,
) -> Any:
    """Return a function, sync or async, as a tool; also as a decorator, with or without arguments.

    Annotations define the parameters, which must have public names; the docstring is the description. In a program that
    uses pydantic, any type that pydantic knows can be an annotation. Raises TypeError for `*args`, `**kwargs`,
    positional-only parameters, and parameters without an annotation.
    """
    if function is None:
        return lambda decorated: function_tool(
            decorated, name=name, description=description, defer_loading=defer_loading
        )
    from inspect import getdoc, signature

    for parameter in signature(function).parameters:
        if parameter.startswith("_"):
            raise ArgumentError("{}: a parameter of a tool needs a public name; rename it".format(parameter))
    pydantic: Any = sys.modules.get("pydantic")
    if hasattr(pydantic, "create_model"):
        from .agent_tool_models import bind_function, make_model

        model, aliases = make_model(pydantic, function)
        handler = bind_function(function, aliases)
    else:
        model, handler = chat_function_tool(function, strict=False), function
    return pydantic_function_tool(
        model,
        handler=handler,
        name=getattr(function, "__name__", "function") if name is None else name,
        description=getdoc(function) or "" if description is None else description,
        defer_loading=defer_loading,
    )


def to_tool_output(output: Any) -> Any:
    """Return a function's result as an output of a tool: None, text, content parts, or JSON as text.

    Raises TypeError or ValueError for what JSON does not have.
    """
    if output is None or isinstance(output, str):
        return output
    if hasattr(type(output), "model_dump"):
        output = output.model_dump(mode="json")
    elif hasattr(output, "__iter__") and not isinstance(output, (bytes, bytearray, dict, list, tuple)):
        output = dict(output) if hasattr(output, "keys") else list(output)
    if isinstance(output, (list, tuple)) and output and all(map(_is_content_part, output)):
        return output
    from ..call.jsonable import to_jsonable

    return json.dumps(to_jsonable(output), separators=(",", ":"), allow_nan=False)


def _is_content_part(part: Any) -> bool:
    if not isinstance(part, dict) or len(part) != 2 or part.get("type") not in PART_FIELDS:
        return False
    return isinstance(part.get(PART_FIELDS[part["type"]]), str)


def agent_text_format(output_type: Any) -> Dict[str, Any]:
    """Return the format of an agent's text for a type: a pydantic model, dataclass, TypedDict or NamedTuple.

    Raises SchemaError, a TypeError, for another type.
    """
    return {"type": "json_schema", "schema": to_strict_json_schema(output_type)}


def with_output_schema(agent: Any, output_type: Any) -> Any:
    """Return the `agent` of a session whose text has the format of a type. Raises ValueError if it has one already."""
    if output_type is None:
        return agent
    config = dict(agent) if is_given(agent) else {}
    text = dict(config.get("text") or {})
    if text.get("format") is not None:
        raise ValueError("output_type: mutually exclusive with agent.text.format; pass only one")
    return {**config, "text": {**text, "format": agent_text_format(output_type)}}
