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

from ..call.sentinels import Omit, not_given, omit
from . import ROOT_RESOURCES, root_resource

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple, Type, Union

    from .operation import Helper, Operation, Resource

    Entry = Union[Operation, Helper]
    Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]

PACKAGE = __name__.rpartition(".api.")[0]
REFERENCE = "https://platform.openai.com/docs/api-reference"
CALL_OPTIONS = "Unpack[CallOptions]"  # the annotation of `**options` in stubs
# The last parameters of most methods.
OPTIONS = (
    "extra_headers", "extra_query", "extra_body", "timeout", "config", "on_event", "ledger_label", "cancel",
)  # fmt: skip


def function_signature(method: Entry) -> Signature:
    """Return the signature of a function of a resource class, for `Method.__getattr__`."""
    own = Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)
    bound = signature_of(method, method.owner)
    return bound.replace(parameters=[own, *bound.parameters.values()])


def signature_of(entry: Entry, owner: Any) -> Signature:
    """Return the signature, without `self`, of an operation or helper of a client or resource class."""
    return _read_signature(entry, getattr(owner, "_is_async", False))


@lru_cache(maxsize=256)  # decorators and instrumentations ask again and again, some of them at each call
def _read_signature(entry: Entry, is_async: bool) -> Signature:
    path = find_entry(entry)
    if path is not None:
        source, functions = _read_methods(path, is_async)
        if functions:
            helper: Any = entry
            own = _signature_of_helper(helper).parameters if hasattr(entry, "function") else {}
            return _hide_config(_merge(source, functions, own))
    without_stub: Any = _signature_of_helper if hasattr(entry, "function") else _signature_without_stub
    signature: Signature = without_stub(entry)
    return signature


def _hide_config(described: Signature) -> Signature:
    """Return a signature whose `config` is omitted by default; programs record defaults that are no sentinels."""
    parameters = described.parameters.values()
    return described.replace(parameters=[p.replace(default=omit) if p.name == "config" else p for p in parameters])


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
    for name, value in resource.table.items():  # whatever a program has put in their places
        if hasattr(value, "resolve"):
            yield from _walk(value.resolve(resource), path + [name])
        else:
            yield path + [name], value


def _is_same_operation(value: Any, entry: Any) -> bool:
    """Return whether two operations or helpers are the same; async resources have copies, and helpers call copies."""
    if type(value) is not type(entry):
        return False
    identity = ("method", "path", "name") if hasattr(value, "path") else ("module", "function", "name")
    return all(getattr(value, name, None) == getattr(entry, name, None) for name in identity)


def signature_in_stub(module: str, class_names: List[str], name: str) -> Optional[Signature]:
    """Return the signature of a method in the stub of the first class that has it, or None."""
    try:
        tree, source = _read_stub(module)
    except OSError:  # a copy of the package without stubs
        return None
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    for class_name in class_names:
        functions = _functions_named(name, classes[class_name]) if class_name in classes else ()
        if functions:
            merged = _merge(source, functions, {})
            own = Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)
            return merged.replace(parameters=[own, *merged.parameters.values()])
    return None


@lru_cache(maxsize=2)  # the methods of a class are read one after the other
def _read_stub(module: str) -> Tuple[Any, List[bytes]]:
    """Return the syntax tree and the lines of a stub. Raises OSError if there is none."""
    source = get_data(PACKAGE, module + ".pyi") or b""
    return ast.parse(source), source.splitlines()


def _read_methods(path: List[str], is_async: bool) -> Tuple[List[bytes], Sequence[Function]]:
    """Return the lines of a stub, and the definitions of a method in it: one, its overloads, or none."""
    *resources, method = path
    for module in ("/".join(resources + resources[-1:]), "/".join(resources)):
        try:
            tree, lines = _read_stub("resources/" + module)
        except OSError:
            continue
        for node in tree.body:
            # The classes of views, such as CompletionsWithRawResponse, have no base class.
            if isinstance(node, ast.ClassDef) and node.bases and node.name.startswith("Async") == is_async:
                functions = _functions_named(method, node)
                if functions:
                    return lines, functions
    return [], ()


def _functions_named(name: str, node: ast.ClassDef) -> Sequence[Function]:
    methods = [child for child in node.body if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return [child for child in methods if child.name == name]


def _merge(source: List[bytes], functions: Sequence[Function], own: Mapping[str, Parameter]) -> Signature:
    """Return one signature for overloads: a parameter is required if each of them requires it.

    `own` are the parameters of a helper's function, with the defaults that a stub does not know.
    """
    annotations: Dict[str, List[str]] = {}  # name -> its types in all overloads
    found: Dict[str, List[Parameter]] = {}
    returns: List[str] = []
    for function in functions:
        for parameter in _parameters(source, function.args):
            annotations.setdefault(parameter.name, []).extend(parameter.annotation)
            found.setdefault(parameter.name, []).append(parameter)
        returns += _union_members(source, function.returns)
    merged = []
    names = list(found)
    if len(functions) > 1:  # their options are in the same order, but other parameters are in between
        names = [name for name in found if name not in OPTIONS] + [name for name in OPTIONS if name in found]
    for name in names:
        with_default = [parameter for parameter in found[name] if parameter.default is not Parameter.empty]
        parameter = (with_default or found[name])[0]
        members = annotations[name]
        if parameter.kind is not Parameter.VAR_KEYWORD and not with_default and len(found[name]) < len(functions):
            default = own[name].default if name in own else Parameter.empty
            is_known = default is not Parameter.empty and type(default) is not Omit
            parameter = parameter.replace(default=default if is_known else omit)
            members = members + [str(default) if default is None else "Omit"]
        elif name in own and parameter.default is omit and own[name].default is not None:
            parameter = parameter.replace(default=own[name].default)
        elif parameter.default is omit and "NotGiven" in members and "Omit" not in members:
            parameter = parameter.replace(default=not_given)
        merged.append(parameter.replace(annotation=_join_union(members)))
    return Signature(sorted(merged, key=lambda parameter: parameter.kind), return_annotation=_join_union(returns))


def _union_members(source: List[bytes], node: Optional[ast.expr]) -> List[str]:
    """Return the members of an annotation as text: of `A | B[C | D]`, A and B[C | D]."""
    if isinstance(node, ast.BinOp):
        return _union_members(source, node.left) + _union_members(source, node.right)
    return [_annotation_text(source, node)]


def _join_union(parts: List[str]) -> str:
    """Return the members of a union as one annotation: each once, `Omit` last, no bool beside both of its values."""
    members = dict.fromkeys(parts)
    if "Literal[True]" in members and len(members) > 1:
        members.pop("bool", None)
    if "Omit" in members:
        del members["Omit"]
        members["Omit"] = None
    return " | ".join(members)


def _parameters(source: List[bytes], arguments: ast.arguments) -> Iterator[Parameter]:
    """Yield the parameters, without `self`; the annotation of each is the list of its members."""
    positional = arguments.posonlyargs + arguments.args
    defaults: List[Any] = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    for argument, default in list(zip(positional, defaults))[1:]:
        yield _parameter(source, argument, default, Parameter.POSITIONAL_OR_KEYWORD)
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
        yield _parameter(source, argument, default, Parameter.KEYWORD_ONLY)
    annotation = _annotation_text(source, arguments.kwarg.annotation) if arguments.kwarg is not None else ""
    if annotation == CALL_OPTIONS:
        yield from _read_call_options()
    elif arguments.kwarg is not None:
        yield _parameter(source, arguments.kwarg, None, Parameter.VAR_KEYWORD)


@lru_cache(maxsize=1)
def _read_call_options() -> List[Parameter]:
    """Return the options that every method takes: the fields of a class in a stub."""
    tree, lines = _read_stub("_types")
    fields = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "CallOptions")
    return [
        _parameter(lines, ast.arg(field.target.id, field.annotation), ast.Constant(...), Parameter.KEYWORD_ONLY)
        for field in fields
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
    ]


def _parameter(source: List[bytes], argument: ast.arg, default: Optional[ast.expr], kind: Any) -> Parameter:
    value: Any = Parameter.empty
    if default is not None:
        if isinstance(default, ast.Name):
            value = not_given if default.id == "not_given" else omit
        else:
            value = ast.literal_eval(default)
            value = omit if value is ... else value
    return Parameter(argument.arg, kind, default=value, annotation=_union_members(source, argument.annotation))


def _annotation_text(source: List[bytes], node: Any) -> str:
    """Return the text of an annotation in one line, with the quotes that annotations have at run time.

    `ast.get_source_segment` would split the source each time.
    """
    if node is None:
        return ""
    lines = source[node.lineno - 1 : node.end_lineno]
    lines[-1] = lines[-1][: node.end_col_offset]
    lines[0] = lines[0][node.col_offset :]
    text = " ".join(b" ".join(lines).decode("utf-8").replace('"', "'").split())
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
    lines.append("Parameters:\n" + "\n".join(map(describe_parameter, described.parameters.values())))
    if described.return_annotation is not Signature.empty:
        lines.append("Returns: {}".format(described.return_annotation))
    lines.append("API reference: " + REFERENCE)
    return "\n\n".join(lines)


def describe_parameter(parameter: Parameter) -> str:
    """Return a line of a docstring about a parameter."""
    annotation = parameter.annotation
    text = "" if annotation is Parameter.empty else ": " + annotation.replace(" | Omit", "")
    is_required = parameter.default is Parameter.empty and parameter.kind is not Parameter.VAR_KEYWORD
    prefix = "**" if parameter.kind is Parameter.VAR_KEYWORD else ""
    return "  {}{}{}{}".format(prefix, parameter.name, text, " (required)" if is_required else "")
