# SPDX-License-Identifier: MIT
"""Signatures and documentation of operations, for `inspect.signature`, `help()` and interactive prompts.

The parameters are read from the type stubs in ../resources, so nothing is stored twice and nothing is loaded before
it is asked for. A copy of the package without stubs knows only the required parameters. Annotations are texts.
"""

from __future__ import annotations

import ast
from inspect import Parameter, Signature
from pkgutil import get_data

from ..call.sentinels import omit
from . import ROOT_RESOURCES, root_resource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Optional, Tuple, Type, Union

    from .operation import Helper, Operation, Resource

    Entry = Union[Operation, Helper]
    Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]

PACKAGE = __name__.rpartition(".api.")[0]
REFERENCE = "https://platform.openai.com/docs/api-reference"


def signature_of(entry: Entry, client: Any) -> Optional[Signature]:
    """Return the signature of an operation or helper of a client; None for a helper whose stub is missing."""
    path = find_entry(entry)
    if path is not None:
        source, functions = _read_methods(path, getattr(client, "_is_async", False))
        if functions:
            return _merge(source, functions)
    return None if hasattr(entry, "function") else _signature_without_stub(entry)


def _signature_without_stub(operation: Any) -> Signature:
    """Return what the table of operations tells: path parameters and required fields."""
    names = list(operation.path_names)
    parameters = [Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, annotation="str") for name in names[-1:]]
    required = names[:-1] + [name for name in operation.required_names if name not in names]
    parameters += [Parameter(name, Parameter.KEYWORD_ONLY) for name in required]
    parameters.append(Parameter("parameters", Parameter.VAR_KEYWORD))
    return Signature(parameters)


def find_entry(entry: Entry) -> Optional[List[str]]:
    """Return the names that lead from a client to an operation or helper, such as ["chat", "completions", "create"]."""
    paths = [
        path
        for name in ROOT_RESOURCES
        for path, value in _walk(root_resource(name), [name])
        if value is entry or _is_same_operation(value, entry)
    ]
    return min(paths, key=len) if paths else None  # `beta.chat` is `chat`


def _walk(resource: Type[Resource], path: List[str]) -> Iterator[Tuple[List[str], Any]]:
    for name, value in list(vars(resource).items()):
        if hasattr(value, "resolve"):
            yield from _walk(value.resolve(resource), path + [name])
        else:
            yield path + [name], value


def _is_same_operation(value: Any, entry: Any) -> bool:
    """Return whether two operations are the same; helpers call copies of operations."""
    return (
        type(value) is type(entry)
        and not hasattr(value, "function")
        and hasattr(value, "path")
        and (value.method, value.path, value.name) == (entry.method, entry.path, entry.name)
    )


def _read_methods(path: List[str], is_async: bool) -> Tuple[str, List[Function]]:
    """Return the text of a stub, and the definitions of a method in it: one, or its overloads."""
    *resources, method = path
    for module in ("/".join(resources + resources[-1:]), "/".join(resources)):
        try:
            source = (get_data(PACKAGE, "resources/{}.pyi".format(module)) or b"").decode("utf-8")
        except OSError:
            continue
        for node in ast.parse(source).body:
            # The classes of views, such as CompletionsWithRawResponse, have no base class.
            if isinstance(node, ast.ClassDef) and node.bases and node.name.startswith("Async") == is_async:
                methods = [child for child in node.body if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef))]
                found = [child for child in methods if child.name == method]
                if found:
                    return source, found
    return "", []


def _merge(source: str, functions: List[Function]) -> Signature:
    """Return one signature for overloads: a parameter is required if each of them requires it."""
    annotations: Dict[str, List[str]] = {}  # name -> its types in all overloads
    parameters: Dict[str, Parameter] = {}
    returns: List[str] = []
    for function in functions:
        for parameter in _parameters(source, function.args):
            annotations.setdefault(parameter.name, []).extend(_split_union(parameter.annotation))
            if parameter.name not in parameters or parameter.default is not Parameter.empty:
                parameters[parameter.name] = parameter
        returns += _split_union(annotation_text(source, function.returns))
    merged = [parameters[name].replace(annotation=_join_union(annotations[name])) for name in parameters]
    return Signature(sorted(merged, key=lambda parameter: parameter.kind), return_annotation=_join_union(returns))


def _split_union(annotation: str) -> List[str]:
    """Return the parts of `A | B[C | D]`: A and B[C | D]."""
    parts, depth = [""], 0
    for character in annotation:
        depth += (character == "[") - (character == "]")
        if character == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def _join_union(parts: List[str]) -> str:
    return " | ".join(dict.fromkeys(parts))


def _parameters(source: str, arguments: ast.arguments) -> Iterator[Parameter]:
    positional = arguments.posonlyargs + arguments.args
    defaults: List[Any] = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    for argument, default in list(zip(positional, defaults))[1:]:
        yield _parameter(source, argument, default, Parameter.POSITIONAL_OR_KEYWORD)
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        yield _parameter(source, argument, default, Parameter.KEYWORD_ONLY)
    if arguments.kwarg is not None:
        yield _parameter(source, arguments.kwarg, None, Parameter.VAR_KEYWORD)


def _parameter(source: str, argument: ast.arg, default: Optional[ast.expr], kind: Any) -> Parameter:
    value: Any = Parameter.empty
    if default is not None:
        is_sentinel = isinstance(default, ast.Name)  # omit or not_given
        value = omit if is_sentinel else ast.literal_eval(default)
        value = omit if value is ... else value
    return Parameter(argument.arg, kind, default=value, annotation=annotation_text(source, argument.annotation))


def annotation_text(source: str, node: Optional[ast.expr]) -> str:
    """Return the source text of an annotation in one line."""
    text = (ast.get_source_segment(source, node) or "") if node is not None else ""
    return " ".join(text.split()).replace("[ ", "[").replace(", ]", "]").replace(" ]", "]")


def describe(operation: Operation, client: Any) -> str:
    """Return the docstring of an operation: method and path, parameters, result, and the API reference."""
    lines = ["{} {}".format(operation.method, operation.path)]
    if operation.successor:
        lines.append("Removed from the API; use {} instead.".format(operation.successor))
    if operation.deprecated:
        lines.append("Deprecated: {}.".format(operation.deprecated))
    if "|" in operation.required:
        alternatives = [", ".join(names.split()) for names in operation.required.split("|")]
        lines.append("Required: " + "; or ".join(alternatives) + ".")
    signature = signature_of(operation, client)
    assert signature is not None
    lines.append("Parameters:\n" + "\n".join(map(_describe_parameter, signature.parameters.values())))
    if signature.return_annotation is not Signature.empty:
        lines.append("Returns: {}".format(signature.return_annotation))
    lines.append("API reference: " + REFERENCE)
    return "\n\n".join(lines)


def _describe_parameter(parameter: Parameter) -> str:
    annotation = parameter.annotation
    text = "" if annotation is Parameter.empty else ": " + annotation.replace(" | Omit", "")
    is_required = parameter.default is Parameter.empty and parameter.kind is not Parameter.VAR_KEYWORD
    prefix = "**" if parameter.kind is Parameter.VAR_KEYWORD else ""
    return "  {}{}{}{}".format(prefix, parameter.name, text, " (required)" if is_required else "")
