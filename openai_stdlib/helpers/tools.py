# SPDX-License-Identifier: MIT
"""Tools that models can call, made of functions and of types: `function_tool`, `pydantic_function_tool`.

Pure but for the function that is called. Neighbours: schema.py and values.py (what the parameters become and come
from), run_tools.py (who calls). https://platform.openai.com/docs/guides/function-calling
"""

from __future__ import annotations

from ..call.errors import ArgumentError, ParseError, SchemaError
from ..call.sentinels import is_given, omit
from . import type_info
from .convert import convert
from .schema import SchemaBuilder, ensure_strict, to_strict_json_schema, validate_strict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

PARAMETER_SECTIONS = ("args:", "arguments:", "parameters:", "params:")  # of docstrings, where parameters are described


class PydanticFunctionTool(dict):  # type: ignore[type-arg]
    """What a chat request says of a function whose arguments are a type: `model`."""

    def __init__(self, said: Dict[str, Any], model: Any) -> None:
        super().__init__(said)
        self.model = model


class ResponsesPydanticFunctionTool(PydanticFunctionTool):
    """A tool for responses whose arguments are a type: `model`."""


def pydantic_function_tool(model: Any, *, name: Optional[str] = None, description: Optional[str] = None) -> Any:
    """Return a tool for chat whose arguments are a pydantic model, or a dataclass, TypedDict or NamedTuple.

    `parse` and `stream` give the arguments back as instances. Raises SchemaError for what strict mode cannot express.
    """
    if description is None:
        description = model.__doc__ if type_info.pydantic_flavor(model) else type_info.own_docstring(model) or None
    said = {"name": name or model.__name__, "strict": True, "parameters": to_strict_json_schema(model)}
    if description is not None:
        said["description"] = description
    return {"type": "function", "function": PydanticFunctionTool(said, model)}


def pydantic_responses_function_tool(
    model: Any, *, name: Optional[str] = None, description: Optional[str] = None, defer_loading: Any = omit
) -> Any:
    """Return the same as a tool for responses; `defer_loading` lets a search for tools find it."""
    function = pydantic_function_tool(model, name=name, description=description)["function"]
    tool = ResponsesPydanticFunctionTool({"type": "function", **function}, model)
    if is_given(defer_loading):
        tool["defer_loading"] = defer_loading
    return tool


class FunctionTool(dict):  # type: ignore[type-arg]
    """A function as a tool for chat; `for_responses()` for responses. `call(arguments)` calls it."""

    def __init__(self, function: Callable[..., Any], name: str, description: str, strict: bool) -> None:
        self.function = function
        self.name = name
        self.parameters = parameters_of(function)
        said: Dict[str, Any] = {"name": name}
        if description:
            said["description"] = description
        said.update(parameters=_schema(self.parameters, name, parse_docstring(function)[1], strict), strict=strict)
        super().__init__(type="function", function=said)

    def for_responses(self) -> Dict[str, Any]:
        """Return the tool in the shape that responses want."""
        return {"type": "function", **self["function"]}

    def arguments(self, text: str) -> Dict[str, Any]:
        """Return the arguments of a call as the function wants them. Raises ParseError for what doesn't fit."""
        from json import loads

        try:
            said = loads(text or "{}")
        except ValueError as error:
            raise ParseError("$: this is no JSON: {}".format(error), "$", text) from None
        known = {parameter.name: parameter for parameter in self.parameters}
        if not isinstance(said, dict) or not set(said) <= set(known):
            raise ParseError("$: expected an object with {}".format(", ".join(known) or "nothing in it"), "$", said)
        found: Dict[str, Any] = {}
        for name, parameter in known.items():
            if said.get(name) is None and parameter.default is not type_info.REQUIRED:
                continue  # null means the default
            if name not in said:
                raise ParseError("$: {} lacks the argument {!r}".format(self.name, name), "$", said)
            found[name] = convert(parameter.type_, said[name], "$." + name)
        return found

    def call(self, arguments: str) -> Any:
        """Call the function with arguments as the model wrote them, and return what it returns.

        Raises ParseError if they don't fit, and whatever the function raises.
        """
        return self.function(**self.arguments(arguments))


def function_tool(
    function: Callable[..., Any], *, name: Optional[str] = None, description: Optional[str] = None, strict: bool = True
) -> FunctionTool:
    """Return a function as a tool: its hints say the parameters, its docstring what it is for.

    The first paragraph of the docstring describes the function, `Args:` (or `:param x:`) the parameters, unless
    `Annotated` does. A parameter with a default may be null, which means the default. Raises SchemaError, naming the
    parameter, for what strict mode cannot express and for `*args` and `**kwargs`. Without `strict`, dicts with free
    names and `Any` are allowed, and parameters with a default may be left out.
    """
    given: Any = function
    if isinstance(given, FunctionTool):
        return given
    if not callable(given) or isinstance(given, type):
        raise ArgumentError("function_tool: expected a function, got {!r}".format(given))
    said = str(parse_docstring(given)[0] if description is None else description)
    return FunctionTool(given, name or str(getattr(given, "__name__", "function")), said, strict)


def parameters_of(function: Callable[..., Any]) -> List[type_info.Field]:
    """Return the parameters of a function. Raises SchemaError for those that have no name or no type."""
    from inspect import Parameter, signature

    told: Any = function
    while hasattr(told, "func") and hasattr(told, "keywords"):  # functools.partial
        told = told.func
    known = type_info.type_hints(
        told if hasattr(told, "__code__") or hasattr(told, "__func__") else type(told).__call__
    )
    found = []
    for name, parameter in signature(function).parameters.items():
        place = "{}.{}".format(getattr(function, "__name__", "function"), name)
        if parameter.kind in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD, Parameter.POSITIONAL_ONLY):
            raise SchemaError("{}: strict mode needs parameters that have a name each".format(place))
        if name not in known:
            raise SchemaError("{}: it has no type; say one".format(place))
        default = type_info.REQUIRED if parameter.default is Parameter.empty else parameter.default
        found.append(type_info.Field(name, known[name], "", default))
    return found


class _Arguments:
    """Stands for the type that a function's parameters are the fields of."""


def _schema(parameters: List[type_info.Field], name: str, described: Dict[str, str], is_strict: bool) -> Dict[str, Any]:
    builder = SchemaBuilder(_Arguments, allow_any=not is_strict)
    properties: Dict[str, Any] = {}
    for parameter in parameters:
        schema = builder.build(parameter.type_, "{}.{}".format(name, parameter.name))
        if parameter.default is not type_info.REQUIRED and is_strict:
            schema = _make_nullable(schema)
        if parameter.name in described and "description" not in schema:
            schema["description"] = described[parameter.name]
        properties[parameter.name] = schema
    whole: Dict[str, Any] = {"type": "object", "properties": properties}
    if builder.definitions:
        whole["$defs"] = builder.definitions
    if not is_strict:
        return {**whole, "required": [each.name for each in parameters if each.default is type_info.REQUIRED]}
    return validate_strict(ensure_strict(whole), name)


def _make_nullable(schema: Dict[str, Any]) -> Dict[str, Any]:
    """Return a schema that allows null too."""
    if any(each.get("type") == "null" for each in schema.get("anyOf", ())):
        return schema
    description = {"description": schema["description"]} if "description" in schema else {}
    inner = {name: value for name, value in schema.items() if name != "description"}
    return {"anyOf": inner.get("anyOf", [inner]) + [{"type": "null"}], **description}


def parse_docstring(function: Any) -> Any:
    """Return what a docstring says of a function, its first paragraph, and of its parameters, by name."""
    from inspect import getdoc

    lines = (getdoc(function) or "").splitlines()
    first: List[str] = []
    for line in lines:
        if not line.strip():
            break
        first.append(line.strip())
    return " ".join(first), _parse_parameter_docs(lines)


def _parse_parameter_docs(lines: List[str]) -> Dict[str, str]:
    """Return the descriptions of parameters, in the style of Google, of NumPy or of reStructuredText."""
    import re

    found: Dict[str, str] = {}
    inside, last, indent = False, "", 0
    for line in lines:
        rest = re.match(r"\s*:param (?:[\w\[\], .]+ )?(\w+):\s*(.*)", line)
        if rest:
            last, indent = rest.group(1), len(line) - len(line.lstrip())
            found[last] = rest.group(2)
            continue
        if line.strip().lower() in PARAMETER_SECTIONS or line.strip().lower() in ("parameters", "args", "arguments"):
            inside, last = True, ""
            continue
        if not line.strip():
            last = ""
            continue
        item = re.match(r"(\s*)(\w+)\s*(?:\([^)]*\))?\s*:\s*(.*)", line) if inside else None
        depth = len(line) - len(line.lstrip())
        if item and not (last and depth > indent):
            if depth == 0 and line.rstrip().endswith(":"):  # the next section
                inside, last = False, ""
                continue
            last, indent = item.group(2), depth
            # NumPy has the type here and the words below.
            found[last] = "" if depth == 0 else item.group(3).strip()
        elif last and depth > indent:
            found[last] = (found[last] + " " + line.strip()).strip()
    return {name: text for name, text in found.items() if text}
