# SPDX-License-Identifier: MIT
"""Signatures and documentation of operations, for `inspect.signature`, `help()` and interactive prompts.

The parameters are read from the type stubs in ../resources, so nothing is stored twice and nothing is loaded before
it is asked for. A copy of the package without stubs knows only the required parameters. Annotations are texts.
"""

from __future__ import annotations

import ast
from functools import lru_cache
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


def function_attribute(method: Entry, name: str) -> Any:
    """Return what a function has as its attribute `name`, for `Method.__getattr__`."""
    if name == "__signature__":
        own = Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)
        bound = signature_of(method, method.owner)
        return bound.replace(parameters=[own, *bound.parameters.values()])
    if name == "__code__":
        return (_async_function if method.is_coroutine else _function).__code__
    if name == "__qualname__":
        return "{}.{}".format(method.owner.__qualname__, method.name)
    return method.name if name == "__name__" else None


def _function(self: Any, *arguments: Any, **keywords: Any) -> Any:
    """Have the code that `inspect` sees of methods. It is never called."""


async def _async_function(self: Any, *arguments: Any, **keywords: Any) -> Any:
    """Have the code that `inspect` sees of coroutine functions. It is never called."""


def signature_of(entry: Entry, owner: Any) -> Signature:
    """Return the signature, without `self`, of an operation or helper of a client or resource class."""
    path = find_entry(entry)
    described = None if path is None else _read_signature(tuple(path), getattr(owner, "_is_async", False))
    if described is not None:
        return described
    without_stub: Any = _signature_of_helper if hasattr(entry, "function") else _signature_without_stub
    signature: Signature = without_stub(entry)
    return signature


def _signature_of_helper(helper: Helper) -> Signature:
    """Return the signature of a helper's function, without its first parameter."""
    complete = Signature.from_callable(helper.load())
    return complete.replace(parameters=list(complete.parameters.values())[1:])


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
    own = entry.owner.__module__.rpartition(".")[2] if entry.owner else ""  # it is there nearly always
    roots = [own] if own in ROOT_RESOURCES else []
    for names in (roots, ROOT_RESOURCES):
        paths = [
            path
            for name in names
            for path, value in _walk(root_resource(name), [name])
            if value is entry or _is_same_operation(value, entry)
        ]
        if paths:
            return min(paths, key=len)  # `beta.chat` is `chat`
    return None


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
        and hasattr(value, "path")
        and (value.method, value.path, value.name) == (entry.method, entry.path, entry.name)
    )


@lru_cache(maxsize=None)
def _read_stub(module: str) -> Tuple[Any, List[bytes]]:
    """Return the syntax tree and the lines of a stub in ../resources. Raises OSError if there is none."""
    source = get_data(PACKAGE, "resources/{}.pyi".format(module)) or b""
    return ast.parse(source), source.splitlines()


@lru_cache(maxsize=None)
def _read_signature(path: Tuple[str, ...], is_async: bool) -> Optional[Signature]:
    """Return the signature of a method in a stub, or None if there is no stub, or no such method in it."""
    *resources, method = path
    for module in ("/".join(resources + resources[-1:]), "/".join(resources)):
        try:
            tree, lines = _read_stub(module)
        except OSError:
            continue
        for node in tree.body:
            # The classes of views, such as CompletionsWithRawResponse, have no base class.
            if isinstance(node, ast.ClassDef) and node.bases and node.name.startswith("Async") == is_async:
                methods = [child for child in node.body if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef))]
                found = [child for child in methods if child.name == method]
                if found:
                    return _merge(lines, found)
    return None


def _merge(source: List[bytes], functions: List[Function]) -> Signature:
    """Return one signature for overloads: a parameter is required if each of them requires it."""
    annotations: Dict[str, List[str]] = {}  # name -> its types in all overloads
    parameters: Dict[str, Parameter] = {}
    returns: List[str] = []
    for function in functions:
        for parameter in _parameters(source, function.args):
            annotations.setdefault(parameter.name, []).extend(parameter.annotation)
            if parameter.name not in parameters or parameter.default is not Parameter.empty:
                parameters[parameter.name] = parameter
        returns += _union_members(source, function.returns)
    merged = [parameters[name].replace(annotation=_join_union(annotations[name])) for name in parameters]
    return Signature(sorted(merged, key=lambda parameter: parameter.kind), return_annotation=_join_union(returns))


def _union_members(source: List[bytes], node: Optional[ast.expr]) -> List[str]:
    """Return the members of an annotation as text: of `A | B[C | D]`, A and B[C | D]."""
    if isinstance(node, ast.BinOp):
        return _union_members(source, node.left) + _union_members(source, node.right)
    return [_annotation_text(source, node)]


def _join_union(parts: List[str]) -> str:
    return " | ".join(dict.fromkeys(parts))


def _parameters(source: List[bytes], arguments: ast.arguments) -> Iterator[Parameter]:
    """Yield the parameters, without `self`; the annotation of each is the list of its members."""
    positional = arguments.posonlyargs + arguments.args
    defaults: List[Any] = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    for argument, default in list(zip(positional, defaults))[1:]:
        yield _parameter(source, argument, default, Parameter.POSITIONAL_OR_KEYWORD)
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        yield _parameter(source, argument, default, Parameter.KEYWORD_ONLY)
    if arguments.kwarg is not None:
        yield _parameter(source, arguments.kwarg, None, Parameter.VAR_KEYWORD)


def _parameter(source: List[bytes], argument: ast.arg, default: Optional[ast.expr], kind: Any) -> Parameter:
    value: Any = Parameter.empty
    if default is not None:
        is_sentinel = isinstance(default, ast.Name)  # omit or not_given
        value = omit if is_sentinel else ast.literal_eval(default)
        value = omit if value is ... or argument.arg == "config" else value  # programs record what is not `omit`
    return Parameter(argument.arg, kind, default=value, annotation=_union_members(source, argument.annotation))


def _annotation_text(source: List[bytes], node: Any) -> str:
    """Return the text of an annotation in one line; `ast.get_source_segment` would split the source each time."""
    if node is None:
        return ""
    lines = source[node.lineno - 1 : node.end_lineno]
    lines[-1] = lines[-1][: node.end_col_offset]
    lines[0] = lines[0][node.col_offset :]
    text = " ".join(b" ".join(lines).decode("utf-8").split())
    return text.replace("[ ", "[").replace(", ]", "]").replace(" ]", "]")


def describe(operation: Operation, owner: Any) -> str:
    """Return the docstring of an operation: method and path, parameters, result, and the API reference."""
    lines = ["{} {}".format(operation.method, operation.path)]
    if operation.successor:
        lines.append("Removed from the API; use {} instead.".format(operation.successor))
    if operation.deprecated:
        lines.append("Deprecated: {}.".format(operation.deprecated))
    if "|" in operation.required:
        alternatives = [", ".join(names.split()) for names in operation.required.split("|")]
        lines.append("Required: " + "; or ".join(alternatives) + ".")
    described = signature_of(operation, owner)
    lines.append("Parameters:\n" + "\n".join(map(_describe_parameter, described.parameters.values())))
    if described.return_annotation is not Signature.empty:
        lines.append("Returns: {}".format(described.return_annotation))
    lines.append("API reference: " + REFERENCE)
    return "\n\n".join(lines)


def _describe_parameter(parameter: Parameter) -> str:
    annotation = parameter.annotation
    text = "" if annotation is Parameter.empty else ": " + annotation.replace(" | Omit", "")
    is_required = parameter.default is Parameter.empty and parameter.kind is not Parameter.VAR_KEYWORD
    prefix = "**" if parameter.kind is Parameter.VAR_KEYWORD else ""
    return "  {}{}{}{}".format(prefix, parameter.name, text, " (required)" if is_required else "")
