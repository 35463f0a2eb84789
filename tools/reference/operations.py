# SPDX-License-Identifier: MIT
"""Pages of the operations, from the operation table and the stubs: a table of all, and one for each root resource."""

from __future__ import annotations

import inspect
import re
from typing import Any, Dict, Iterator, List, NamedTuple, Tuple

from openai_stdlib import OpenAI
from openai_stdlib.api import ROOT_RESOURCES, flat_functions
from openai_stdlib.api.operation import Operation, SubResource

from .python_api import format_docstring

OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout", "config", "on_event", "ledger_label", "cancel")
COMMON = """Every method that sends a request also takes the
[options of one call](../configuration.md#options-of-one-call). Operations send arguments that they do not know.
`AsyncOpenAI` has the same methods; await them. The models and types are names of `openai_stdlib.types`; your
[editor](../types.md) shows their fields."""


class Method(NamedTuple):
    """A method of a resource: its dotted name below the client, the entry of the table, and the bound method."""

    name: str
    entry: Any
    bound: Any


def iter_methods(resource: Any, name: str) -> Iterator[Method]:
    """Yield the methods of a resource and of the resources in it, in the order of the table."""
    nested: List[Tuple[str, str]] = []
    for cls in reversed(type(resource).__mro__):
        for attribute, entry in vars(cls).items():
            if attribute.startswith("_"):
                continue
            dotted = "{}.{}".format(name, attribute)
            if dotted == "beta.chat":  # the same as client.chat
                continue
            if isinstance(entry, SubResource):
                nested.append((attribute, dotted))
            elif isinstance(entry, Operation) or hasattr(type(entry), "is_coroutine"):
                yield Method(dotted, entry, getattr(resource, attribute))
    for attribute, dotted in nested:
        yield from iter_methods(getattr(resource, attribute), dotted)


def all_methods() -> Dict[str, List[Method]]:
    """Return the methods by root resource."""
    client = OpenAI(api_key="none", base_url="http://127.0.0.1:9")
    return {root: list(iter_methods(getattr(client, root), root)) for root in sorted(ROOT_RESOURCES)}


def simplify(annotation: Any) -> str:
    """Return a type as text, without what only says that an argument may be left out."""
    text = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", str(annotation))
    text = re.sub(r" \| (Omit|NotGiven)\b", "", text)
    return re.sub(r"^Optional\[Literal\[False\]\] \| Literal\[True\]$", "Optional[bool]", text)


def code(text: str) -> str:
    """Return text as code that may stand in a cell of a table."""
    return "`{}`".format(text.replace("|", r"\|"))


def anchor(name: str) -> str:
    """Return the anchor of the heading of a method, as forges and the site make it."""
    return re.sub(r"[^\w-]", "", "client" + name.replace(".", "").lower())


def result_of(method: Method) -> str:
    """Return what a method returns."""
    returned = inspect.signature(method.bound).return_annotation
    return "" if returned is inspect.Signature.empty else simplify(returned)


def flat_functions_by_operation() -> Dict[str, str]:
    """Return the flat functions by the dotted names of their operations."""
    return {dotted: name for name, names in flat_functions.FUNCTIONS.items() for dotted in names.split()}


def describe_travel(operation: Operation) -> List[str]:
    """Return sentences about what is irregular in how arguments travel, and in what comes back."""
    notes = []
    if operation.query:
        notes.append(
            "In the query string: {}.".format(", ".join("`{}`".format(name) for name in operation.query.split()))
        )
    if operation.headers:
        names = operation.headers.split() if isinstance(operation.headers, str) else list(operation.headers)
        notes.append("As headers: {}.".format(", ".join("`{}`".format(name) for name in names)))
    if operation.multipart:
        kind = {"sdp": "an SDP offer", "if files": "`multipart/form-data` if there is a file"}
        notes.append("The body is {}.".format(kind.get(str(operation.multipart), "`multipart/form-data`")))
    if operation.beta:
        notes.append("Sends `OpenAI-Beta: {}`.".format(operation.beta))
    if operation.admin:
        notes.append("Needs an admin key: `OpenAI(admin_api_key=…)` or `OPENAI_ADMIN_KEY`.")
    if operation.page:
        notes.append("The result is a [page](../pagination.md).")
    if operation.stream:
        notes.append(
            "`stream=True` returns a [stream](../streaming.md) of `{}`.".format(operation.stream.rpartition(".")[2])
        )
    if operation.response_type == "events":
        notes.append("The result is always a [stream](../streaming.md).")
    if operation.successor:
        notes.append(
            "The API has removed it, but some compatible servers still offer it. Use {} instead.".format(
                operation.successor
            )
        )
    elif operation.deprecated:
        notes.append("Deprecated: {}.".format(operation.deprecated.rstrip(".")))
    return notes


def describe_helper(method: Method) -> List[str]:
    """Return the docstring of a helper, without the list of parameters, which follows as a table."""
    text = inspect.getdoc(method.bound) or ""
    return format_docstring(re.split(r"\n\n?(?:Parameters|Returns|API reference):", "\n" + text)[0].strip())


def table_of_parameters(method: Method) -> List[str]:
    """Return the table of the parameters of a method, without the call options."""
    rows = []
    for parameter in inspect.signature(method.bound).parameters.values():
        if parameter.name in OPTIONS or parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
            continue
        has_type = parameter.annotation is not parameter.empty
        rows.append(
            "| `{}` | {} | {} |".format(
                parameter.name, code(simplify(parameter.annotation)) if has_type else "", describe_default(parameter)
            )
        )
    return ["| parameter | type | default |", "|---|---|---|", *rows, ""] if rows else []


def describe_default(parameter: inspect.Parameter) -> str:
    """Return the cell for the default of a parameter; it is empty if the parameter is not sent."""
    if parameter.default is parameter.empty:
        return "required"
    text = repr(parameter.default)
    return "" if text in ("None", "omit", "NOT_GIVEN", "{}", "[]") else code(text)


def write_method(method: Method, flat: Dict[str, str]) -> List[str]:
    """Return the lines of a method."""
    lines = ["## client.{}".format(method.name), ""]
    result = result_of(method)
    if isinstance(method.entry, Operation):
        path = method.entry.path
        lines += ["`{} {}`".format(method.entry.method, path) + (" returns `{}`.".format(result) if result else ""), ""]
        notes = describe_travel(method.entry)
        if method.name in flat:
            notes.append("The same as a flat function: [`{}`](../flat_functions.md).".format(flat[method.name]))
        lines += [" ".join(notes), ""] if notes else []
    else:
        lines += describe_helper(method)
        lines += ["Returns `{}`.".format(result), ""] if result else []
    return lines + table_of_parameters(method)


def write_resource(root: str, methods: List[Method], flat: Dict[str, str]) -> str:
    """Return the page of a root resource."""
    lines = ["# client.{}".format(root), "", COMMON, ""]
    for method in methods:
        lines += write_method(method, flat)
    return "\n".join(lines).rstrip() + "\n"


def write_table(methods: Dict[str, List[Method]], flat: Dict[str, str]) -> str:
    """Return the page with one row for each operation."""
    operations = [method for values in methods.values() for method in values if isinstance(method.entry, Operation)]
    legacy = sum(method.name.startswith("legacy.") for method in operations)
    lines = [
        "# All operations",
        "",
        "{} operations of the API, and {} that it has removed, under `client.legacy`. `client.beta.chat` is".format(
            len(operations) - legacy, legacy
        ),
        "`client.chat`. Follow a method to its parameters. `openai-stdlib api` makes any of these calls from a",
        "[terminal](../cli.md#api).",
        "",
        "| method | request | result |",
        "|---|---|---|",
    ]
    for method in operations:
        link = "[`{}`]({}.md#{})".format(method.name, method.name.partition(".")[0], anchor(method.name))
        request = "`{} {}`".format(method.entry.method, method.entry.path)
        lines.append("| {} | {} | {} |".format(link, request, code(result_of(method)) if result_of(method) else ""))
    return "\n".join(lines) + "\n"


def write_pages() -> Dict[str, str]:
    """Return the pages by name."""
    methods = all_methods()
    flat = flat_functions_by_operation()
    pages = {root + ".md": write_resource(root, values, flat) for root, values in methods.items()}
    pages["operations.md"] = write_table(methods, flat)
    return pages
