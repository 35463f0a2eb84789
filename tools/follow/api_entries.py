# SPDX-License-Identifier: MIT
"""Write table entries for new operations of resources that openai_stdlib has. No I/O.

Only regular operations are written. Streams, deprecations, unusual bodies and new resources need a person.
"""

from __future__ import annotations

import ast
import re
from typing import Dict, List, NamedTuple, Optional

from .facts import OperationFacts

PAGES = {
    "SyncPage": "PAGE",
    "SyncCursorPage": "CURSOR",
    "SyncConversationCursorPage": "CONVERSATION",
    "SyncNextCursorPage": "NEXT",
    "SyncTokenPage": "TOKEN",
}
METHODS = ("GET", "POST", "DELETE")
LEADING_FIELDS = ("model", "stream", "service_tier")  # of every JSON body, as in openai_stdlib/api/operation.py
WIDTH = 120


class Owner(NamedTuple):
    """The class in openai_stdlib/api/ that a new operation belongs to."""

    file: str
    name: str
    model: str  # of the results, without a package
    package: str  # of the models, below `types`
    beta: str
    headers: str
    is_admin: bool


def is_regular(operation: OperationFacts, owner: Owner) -> bool:
    """Tell whether an entry can express an operation without anybody's judgement."""
    positions = set(operation.parameters.values())
    headers = ["header " + name.replace("_", "-") for name in operation.parameters]
    return (
        operation.method in METHODS
        and not (operation.is_deprecated or operation.stream or "stream" in operation.parameters)
        and len(operation.content_types) <= 1
        and operation.beta == owner.beta
        and (operation.credential == "admin_api_key") == owner.is_admin
        and positions.issubset(["path", "query", "body", *headers])
        and (operation.page in PAGES or bool(re.match(r"\w+$", operation.result)))
        and operation.result != "str"
        and operation.field_order == usual_order(operation)
    )


def usual_order(operation: OperationFacts) -> List[str]:
    """Return the order of a JSON body's fields without `field_order`."""
    first = [name for name in (*LEADING_FIELDS, *operation.required[0]) if name in operation.field_order]
    return list(dict.fromkeys(first + sorted(operation.field_order)))


def entry(operation: OperationFacts, owner: Owner) -> Optional[str]:
    """Return the entry of an operation in the class of its resource, None if it needs a person."""
    if not is_regular(operation, owner):
        return None
    arguments = ['"{}"'.format(operation.path)]
    required = " | ".join(map(" ".join, operation.required))
    if required.strip():
        arguments.append('"{}"'.format(required))
    arguments += ["{}={}".format(name, value) for name, value in irregular(operation, owner).items()]
    name = operation.name.rpartition(".")[2]
    return "    {} = {}({})".format(name, operation.method, ", ".join(arguments))


def irregular(operation: OperationFacts, owner: Owner) -> Dict[str, str]:
    """Return the keywords of an entry, as source."""
    keywords: Dict[str, str] = {}
    accept = "application/json"
    if operation.result == "None":
        keywords["response_type"], accept = "NO_CONTENT", "*/*"
    elif operation.is_binary:
        keywords["response_type"] = "BINARY"
    elif operation.model != owner.model:
        is_foreign = operation.package not in ("", owner.package)
        model = "{}.{}".format(operation.package, operation.model) if is_foreign else operation.model
        keywords["returns"] = '"{}"'.format(model)
    if operation.page:
        keywords["page"] = PAGES[operation.page]
    if operation.accept != accept:
        keywords["accept"] = '"{}"'.format(operation.accept)
    if operation.content_types == ["multipart/form-data"]:
        keywords["multipart"] = "True"
    if operation.has_empty_body:
        keywords["body_optional"] = "True"
    query = [name for name, position in operation.parameters.items() if position == "query"]
    if query and operation.method == "POST":
        keywords["query"] = '"{}"'.format(" ".join(query))
    headers = " ".join(name for name, position in operation.parameters.items() if position.startswith("header"))
    if headers and headers != owner.headers:
        keywords["headers"] = '"{}"'.format(headers)
    return keywords


def inserted(source: str, class_name: str, line: str) -> str:
    """Return a module of the table with an entry behind the last operation of a class, and what it needs imported."""
    lines = source.splitlines()
    tree = ast.parse(source)
    cls = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == class_name)
    ends = [node.end_lineno or 0 for node in cls.body if isinstance(node, ast.Assign) and is_entry(node.value)]
    after = max(ends or [cls.body[0].end_lineno or 0])
    lines.insert(after, line)
    needed = {node.id for node in ast.walk(ast.parse(line.strip())) if isinstance(node, ast.Name) and node.id.isupper()}
    statement = next(node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "operation")
    names = sorted(needed.union(alias.name for alias in statement.names), key=lambda name: (not name.isupper(), name))
    lines[statement.lineno - 1 : statement.end_lineno] = import_lines(names)
    return "\n".join(lines) + "\n"


def is_entry(value: ast.AST) -> bool:
    """Tell whether an expression makes an operation."""
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in METHODS


def import_lines(names: List[str]) -> List[str]:
    """Return the import of names from operation.py, as ruff formats it."""
    line = "from .operation import " + ", ".join(names)
    if len(line) <= WIDTH:
        return [line]
    return ["from .operation import (", *("    {},".format(name) for name in names), ")"]
